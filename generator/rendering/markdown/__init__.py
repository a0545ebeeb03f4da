"""Markdown pages of the reference."""
