"""Names, and whether they stay."""
