"""The document in its own terms."""
