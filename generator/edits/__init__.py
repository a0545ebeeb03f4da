"""Edits of generated files, kept as patches that each run applies again."""
