"""Documents that nobody should write: hostile, huge, broken, or changed at random."""
