"""Model and client to the tree of the reference."""
