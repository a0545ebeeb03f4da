"""Names of events: whether other events follow."""

from __future__ import annotations

from ...words import split_words

INTERMEDIATE = frozenset("""
    added begin began cancelling changed created delta heartbeat opened partial pending ping
    processing progress queued running snapshot start started update updated
    """.split())
"""Last words of the names of events that other events follow."""
FINAL = frozenset("complete completed done end ended final finished result".split())
"""Last words of the names of events that end a stream."""


def last_word(name: str) -> str:
    """Return the last word of the name of an event; `""` if it has none."""
    words = split_words(name)
    return words[-1] if words else ""
