"""Every kind of finding, each with a document that has it, and the page about them."""
