"""Locations of nodes."""

from __future__ import annotations

from generator.source import Location, SourceFile

FILE = SourceFile(
    "api.yaml", "file:///documents/api.yaml", "openapi: 3.1.0", lambda _: {}
)


def test_a_location_is_identified_by_its_uri() -> None:
    location = Location(FILE, ("paths", "/a~b", "get"))
    assert location.uri == "file:///documents/api.yaml#/paths/~1a~0b/get"


def test_the_representation_does_not_contain_the_document() -> None:
    """A representation with the text takes as long as the document is large."""
    assert "openapi" not in repr(Location(FILE, ("info",)))
