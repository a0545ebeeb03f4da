"""Small documents with the model and the modules that come of them."""
