"""Documents with strings that try to break out of their context."""
