"""Rendering of the reference as Markdown pages."""
