"""Small documents with the expected model and the expected modules."""
