"""Run the samples of documents against a server that checks each request."""
