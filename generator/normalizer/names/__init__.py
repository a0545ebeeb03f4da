"""Names of operations: from settings, samples, and paths."""
