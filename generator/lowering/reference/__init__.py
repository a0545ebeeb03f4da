"""Lowering of the model and the client package to the reference documentation."""
