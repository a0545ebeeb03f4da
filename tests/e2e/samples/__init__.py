"""Samples of documents, run against a server that the document makes."""
