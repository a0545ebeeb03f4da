"""Resolution of references within and between files."""

from __future__ import annotations

from typing import Any

import pytest

from generator.openapi.document import BrokenReference, Document, LoadedFile, Root
from generator.openapi.schema import Schema
from generator.source import SourceFile

MAIN = SourceFile("api.yaml", "file:///api.yaml", "", lambda text: {})
OTHER = SourceFile("pets.yaml", "file:///pets.yaml", "", lambda text: {})


def build_document(value: Any, other: Any = None) -> Document:
    """Return a document with the entry document `value` and a second file."""
    files = {
        MAIN.uri: LoadedFile(MAIN, value),
        OTHER.uri: LoadedFile(OTHER, other or {}),
    }
    return Document((Root(value, MAIN, ()),), files)


def resolve(document: Document, reference: str) -> Schema | BrokenReference:
    return document.resolve(Schema({"$ref": reference}, MAIN, ("x",)))


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("#/a", "a"),
        ("#/items/1", "second"),
        ("#/a~1b", "slash"),
        ("#/a%20b", "space"),
        ("#/to-a", "a"),
        ("pets.yaml#/pet", "pet"),
        # The path contains a reference, which is resolved before the next token.
        ("#/to-pets/pet", "pet"),
    ],
)
def test_target(reference: str, expected: str) -> None:
    value = {
        "a": {"title": "a"},
        "items": [{"title": "first"}, {"title": "second"}],
        "a/b": {"title": "slash"},
        "a b": {"title": "space"},
        "to-a": {"$ref": "#/a"},
        "to-pets": {"$ref": "pets.yaml"},
    }
    document = build_document(value, {"pet": {"title": "pet"}})
    target = resolve(document, reference)
    assert isinstance(target, Schema)
    assert target.title == expected


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ("#/gone", "'#/gone' does not exist: there is no 'gone'"),
        ("#/items/2", "'#/items/2' does not exist: there is no '2'"),
        ("#gone", "there is no anchor 'gone'"),
        ("gone.yaml", "the file of 'gone.yaml' was not loaded"),
        ("http://[", "'http://[' is not a valid URI reference"),
    ],
)
def test_broken_reference(reference: str, reason: str) -> None:
    document = build_document({"items": [{}, {}]})
    assert resolve(document, reference) == BrokenReference(reason)


@pytest.mark.parametrize("name", ["self", "first", "second", "before"])
def test_circular_reference(name: str) -> None:
    value = {
        "self": {"$ref": "#/self"},
        "first": {"$ref": "#/second"},
        "second": {"$ref": "#/first"},
        "before": {"$ref": "#/first"},
    }
    target = resolve(build_document(value), f"#/{name}")
    assert isinstance(target, BrokenReference)
    assert target.circular
    assert target.reason.endswith("refers to itself")


def test_circular_path_is_not_followed_forever() -> None:
    value = {"a": {"$ref": "#/b/x"}, "b": {"$ref": "#/a/y"}}
    target = resolve(build_document(value), "#/a")
    assert isinstance(target, BrokenReference)
    assert target.circular


def test_defs_of_an_enclosing_schema() -> None:
    reference = {"$ref": "#/$defs/Name"}
    schema = {
        "properties": {"name": reference},
        "$defs": {"Name": {"title": "name"}},
    }
    document = build_document({"components": {"schemas": {"Pet": schema}}})
    pointer = ("components", "schemas", "Pet", "properties", "name")
    target = document.resolve(Schema(reference, MAIN, pointer))
    assert isinstance(target, Schema)
    assert target.pointer == ("components", "schemas", "Pet", "$defs", "Name")
