"""Chapters of the reference: `x-oaiMeta` groups, tags, and resources."""
