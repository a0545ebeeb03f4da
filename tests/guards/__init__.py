"""Checks of the repository: imports, sizes, language, documentation, generated output."""
