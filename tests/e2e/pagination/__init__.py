"""Pagination: what a generated client does with each kind of page."""
