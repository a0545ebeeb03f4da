"""Lowering of operations to commands of the client's command line."""
