"""jsonschema-rs only decides what is valid: the errors are those of jsonschema."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from generator.diagnostics import Diagnostics
from generator.loader.quick_checks import QuickCheck, without_valid_entries
from generator.loader.validation import validate_documents
from generator.source import format_pointer
from tests.unit.loader.conftest import Load

DOCUMENT = """
openapi: 3.1.0
info: {title: A, version: '1'}
tags: [{name: one}]
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      tags: [one]
      responses:
        '200':
          description: d
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
  /b:
    post:
      requestBody: {content: {application/json: {schema: {type: array, items: {}}}}}
      responses: {default: {description: d}}
components:
  schemas:
    A:
      type: object
      required: [b]
      properties:
        b: {type: string, default: x, pattern: '^x', minLength: 1}
        c: {oneOf: [{type: integer, default: 1}, {$ref: '#/components/schemas/A'}]}
    C: {allOf: [{$ref: '#/components/schemas/A'}], required: [b]}
  parameters:
    P: {name: p, in: query, schema: {type: integer, exclusiveMinimum: 1}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
"""
VALUES: tuple[Any, ...] = (None, True, -3, "", "(", [], [{}], {}, {"type": "text"})


def results_of(load_files: Load, value: Any) -> set[tuple[str, str]]:
    loaded = load_files({"a.yaml": yaml.safe_dump(value, sort_keys=False)})
    if loaded.document is None:
        return set()
    diagnostics = Diagnostics()
    validate_documents(loaded.document, diagnostics)
    return {
        (item.message, format_pointer(item.location.pointer))  # type: ignore[union-attr]  # always a node
        for item in diagnostics
    }


def mutants(document: Any) -> Iterator[Any]:
    """Yield copies in which one node has another value."""

    def paths(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in items:
            yield (*path, key)
            if isinstance(child, dict | list):
                yield from paths(child, (*path, key))

    for number, path in enumerate(paths(document, ())):
        if path[0] in ("openapi", "info"):
            continue  # rejected by the loader
        changed = copy.deepcopy(document)
        parent = changed
        for key in path[:-1]:
            parent = parent[key]
        parent[path[-1]] = VALUES[number % len(VALUES)]
        yield changed


@pytest.mark.slow
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_results_equal_those_without_quick_checks(
    load_files: Load, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    document = {**yaml.safe_load(DOCUMENT), "openapi": version}
    changed = list(mutants(document))
    quick = [results_of(load_files, value) for value in changed]
    monkeypatch.setattr(QuickCheck, "is_valid", lambda self, value: False)
    monkeypatch.setattr(QuickCheck, "errors", lambda self, value: None)
    assert quick == [results_of(load_files, value) for value in changed]
    assert sum(map(bool, quick)) > len(changed) / 3


def test_all_errors_of_a_schema_are_reported_in_their_order(load_files: Load) -> None:
    names = ["q", "b", "z", "a"]
    loaded = load_files(
        {
            "a.yaml": "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"
            "components:\n  schemas:\n    S:\n      properties:\n"
            + "".join(f"        {name}: {{minLength: no}}\n" for name in names)
            + "    R: {minLength: no}\n"
        }
    )
    assert loaded.document is not None
    diagnostics = Diagnostics()
    validate_documents(loaded.document, diagnostics)
    places = [item.location.place.line for item in diagnostics]  # type: ignore[union-attr]  # always a node
    assert places == [8, 9, 10, 11, 12]


def test_most_of_a_document_is_not_validated_again() -> None:
    document = {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": 1}, "/b": {"get": {}}},
        "components": {"schemas": {"A": {}, "B": 3}, "parameters": {"C": {}}},
    }
    errors = [("paths", "/a", "get"), ("components", "schemas", "B"), ("info",)]
    assert without_valid_entries(document, errors) == {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": 1}},
        "components": {"schemas": {"B": 3}, "parameters": {}},
    }
    # An error of the map itself concerns all entries.
    assert without_valid_entries(document, [("paths",)])["paths"] == document["paths"]


def test_what_is_no_json_is_not_decided() -> None:
    dialect = "https://json-schema.org/draft/2020-12/schema"
    check = QuickCheck({"$schema": dialect, "items": {"type": "string"}})
    assert check.is_valid([]) and check.errors([]) == []
    assert not check.is_valid([object()]) and check.errors([object()]) is None
