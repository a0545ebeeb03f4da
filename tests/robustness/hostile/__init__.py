"""Documents whose every string is meant to break out of where it is put."""
