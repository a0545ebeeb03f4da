"""Model to Python: the tree of the client package."""
