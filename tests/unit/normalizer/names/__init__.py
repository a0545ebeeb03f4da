"""Names of operations."""
