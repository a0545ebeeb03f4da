"""Examples and code samples of a document."""
