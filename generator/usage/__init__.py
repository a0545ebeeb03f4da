"""The calls of a client that the source code of its users contains."""
