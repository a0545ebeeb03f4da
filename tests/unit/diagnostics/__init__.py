"""Diagnostics: rendering, deduplication, an example of each rule, the page of rules."""
