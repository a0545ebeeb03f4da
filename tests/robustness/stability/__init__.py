"""Names stay what they are, whatever else a document holds and in whatever order."""
