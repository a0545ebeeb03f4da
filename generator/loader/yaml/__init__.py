"""YAML reader with error messages."""
