"""Models: decoded JSON that is read as attributes."""
