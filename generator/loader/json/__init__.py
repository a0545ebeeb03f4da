"""JSON reader with error messages."""
