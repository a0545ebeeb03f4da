"""The documents in `specs/` are valid, have one style, and describe one API."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.guards.specs.documents import (
    DOCUMENTS,
    FILES,
    MAIN,
    OPERATIONS,
    SPECS,
    Operation,
    Place,
    declared,
    every_schema,
    read,
)

RETIRED = ("answers.yaml", "classifications.yaml", "edits.yaml", "fine-tunes.yaml")
ERRORS = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "403": "Forbidden",
    "404": "NotFound",
    "409": "Conflict",
    "422": "UnprocessableEntity",
    "429": "RateLimited",
    "5XX": "ServerError",
}

ROOT = "openapi info servers security tags paths components x-oaiMeta"
SHARED = "components"
INFO = "title description version license"
COMPONENTS = "securitySchemes parameters headers responses schemas"
OPERATION = (
    "operationId tags summary description deprecated parameters requestBody responses "
    "x-oaiMeta"
)
PARAMETER = "name in description required deprecated style explode schema"
META = "name group beta legacy returns path examples example"
GROUP = "id title description navigationGroup beta legacy sections"
SCHEMA = (
    "$ref title description deprecated type format allOf anyOf oneOf discriminator "
    "additionalProperties items enum minLength maxLength exclusiveMinimum minimum "
    "maximum minItems maxItems maxProperties propertyNames default examples "
    "x-oaiExpandable x-oaiTypeLabel properties required x-oaiMeta"
)
"""Allowed keys of each kind of node, in their order."""


def paths(files: Iterable[Path]) -> list[str]:
    """Return the names of files for test ids."""
    return [str(path.relative_to(SPECS)) for path in files]


def in_order(node: dict[str, Any], keys: str) -> bool:
    """Return whether a node has only these keys, in this order."""
    return [key for key in keys.split() if key in node] == list(node)


@pytest.mark.parametrize("path", DOCUMENTS, ids=paths(DOCUMENTS))
def test_document_is_valid_on_its_own(path: Path) -> None:
    validator = OpenAPIV31SpecValidator(read(path), base_uri=path.as_uri())
    assert [error.message for error in validator.iter_errors()] == []


@pytest.mark.parametrize("path", FILES, ids=paths(FILES))
def test_whitespace_is_consistent(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = text.split("\n")
    assert [n for n, line in enumerate(lines, 1) if len(line) > 120] == []
    assert [n for n, line in enumerate(lines, 1) if line != line.rstrip()] == []
    assert text.endswith("\n") and not text.endswith("\n\n") and "\t" not in text


def test_every_file_is_a_document_or_has_shared_components() -> None:
    for path in FILES:
        if path.parent == SPECS:
            assert path in DOCUMENTS
        else:
            assert path.parent == SPECS / "shared" and in_order(read(path), SHARED)


@pytest.mark.parametrize("path", DOCUMENTS, ids=paths(DOCUMENTS))
def test_documents_have_the_same_header(path: Path) -> None:
    root, main = read(path), read(MAIN)
    assert list(root) == ROOT.split() and list(root["info"]) == INFO.split()
    assert root["openapi"] == "3.1.0"
    for key in ("servers", "security"):
        assert root[key] == main[key]
    assert root["info"]["version"] == main["info"]["version"]
    assert root["components"]["securitySchemes"] == {
        "ApiKeyAuth": {"type": "http", "scheme": "bearer"}
    }
    used = {tag for item in OPERATIONS for tag in item.place.node["tags"]}
    assert {tag["name"] for tag in root["tags"]} <= used


def test_tags_are_declared_where_they_are_used() -> None:
    for operation in OPERATIONS:
        declared_here = {tag["name"] for tag in read(operation.document)["tags"]}
        assert set(operation.place.node["tags"]) <= declared_here, operation.id


def test_keys_have_the_same_order_everywhere() -> None:
    for path in FILES:
        assert in_order(read(path)["components"], COMPONENTS), path
    wrong = [str(place) for place, keys in _ordered() if not in_order(place.node, keys)]
    assert wrong == []


def _ordered() -> Iterator[tuple[Place, str]]:
    for operation in OPERATIONS:
        yield operation.place, OPERATION
        yield operation.place.at("x-oaiMeta"), META
        for parameter in operation.parameters():
            yield parameter, PARAMETER
    for schema in every_schema():
        yield schema, SCHEMA
        if schema.has("x-oaiMeta"):
            yield schema.at("x-oaiMeta"), META
    for path in DOCUMENTS:
        for _, group in Place(path, (), read(path)["x-oaiMeta"]).each("groups"):
            yield group, GROUP


def test_operations_and_schemas_are_unique() -> None:
    assert len({item.id for item in OPERATIONS}) == len(OPERATIONS)
    assert len({(item.method, item.path) for item in OPERATIONS}) == len(OPERATIONS)
    names = Counter(place.pointer[-1] for place in declared("schemas"))
    assert [name for name, times in names.items() if times > 1] == []


def test_everything_has_a_description() -> None:
    for operation in OPERATIONS:
        assert operation.place.node["summary"].endswith("."), operation.id
        assert all(item.node["description"] for item in operation.parameters())
    for schema in declared("schemas"):
        assert {"title", "description"} <= schema.node.keys(), str(schema)
    for schema in every_schema():
        for _, inner in schema.each("properties"):
            kinds = [inner, *(kind for _, kind in inner.each("anyOf"))]
            described = any(kind.has("description") for kind in kinds)
            assert described or any(kind.has("$ref") for kind in kinds), str(inner)


def test_only_keywords_of_openapi_3_1_are_used() -> None:
    for schema in every_schema():
        assert not schema.node.keys() & {"nullable", "example"}, str(schema)
        if None in schema.node.get("enum", ()):
            assert "null" in schema.node["type"], str(schema)


def test_required_names_are_properties() -> None:
    for schema in every_schema():
        required = schema.node.get("required", [])
        assert set(required) <= set(schema.node.get("properties", ())), str(schema)
        assert len(set(required)) == len(required), str(schema)


def test_every_declared_component_is_used() -> None:
    used = {str(place.followed()) for place in _references()}
    groups = read(MAIN)["x-oaiMeta"]["groups"]
    listed = {section["key"] for group in groups for section in group["sections"]}
    for kind in ("parameters", "headers", "responses", "schemas"):
        for place in declared(kind):
            assert str(place) in used or place.pointer[-1] in listed, str(place)


def _references() -> Iterator[Place]:
    waiting = [Place(path, (), read(path)) for path in FILES]
    while waiting:
        place = waiting.pop()
        if place.has("$ref"):
            yield place
        elif isinstance(place.node, dict):
            waiting.extend(place.at(key) for key in place.node)
        elif isinstance(place.node, list):
            waiting.extend(place.at(str(n)) for n in range(len(place.node)))


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda item: item.id)
def test_operation_has_the_common_error_responses(operation: Operation) -> None:
    responses = dict(operation.place.each("responses"))
    good = [status for status in responses if status.startswith("2")]
    assert list(responses) == [*good, *ERRORS] and len(good) == 1
    for status, name in ERRORS.items():
        target = responses[status].followed()
        assert target.path == SPECS / "shared" / "common.yaml"
        assert target.pointer == ("components", "responses", name)
        schema = target.at("content", "application/json", "schema").resolved()
        assert schema.pointer[-1] == "ErrorResponse"


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda item: item.id)
def test_operation_is_in_a_group_of_the_reference(operation: Operation) -> None:
    meta = operation.meta
    assert meta["name"] and meta["returns"].strip().endswith(".")
    groups = {group["id"]: group for group in read(MAIN)["x-oaiMeta"]["groups"]}
    group = groups[meta["group"]]
    for flag in ("beta", "legacy"):
        assert meta.get(flag) == group.get(flag)
    retired = operation.document.name in RETIRED
    assert operation.place.node.get("deprecated", False) == retired


def _parts(operation: Operation) -> Iterator[tuple[str, Place]]:
    for schema in operation.request().values():
        yield from schema.resolved().each("properties")


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda item: item.id)
def test_streaming_and_uploads_are_described_consistently(operation: Operation) -> None:
    names = {item.node["name"] for item in operation.parameters()}
    names |= {name for name, _ in _parts(operation)}
    if "text/event-stream" in operation.response():
        assert names & {"stream", "stream_format"} and len(operation.response()) > 1
    else:
        assert "stream" not in names
    text = json.dumps([part.node for _, part in _parts(operation)])
    assert ('"binary"' in text) == ("multipart/form-data" in operation.request())
    for name, schema in operation.response().items():
        if name == "application/octet-stream":
            assert schema.node == {"type": "string", "format": "binary"}


def test_sections_list_every_operation_once() -> None:
    groups = read(MAIN)["x-oaiMeta"]["groups"]
    sections = [section for group in groups for section in group["sections"]]
    named = [item["key"] for item in sections if item["type"] == "endpoint"]
    assert sorted(named) == sorted(operation.id for operation in OPERATIONS)
    objects = [item["key"] for item in sections if item["type"] == "object"]
    schemas = {place.pointer[-1] for place in declared("schemas")}
    assert set(objects) <= schemas and len(set(objects)) == len(objects)
    assert len(sections) == len(named) + len(objects)
    for group in groups:
        anchors_used = [section["path"] for section in group["sections"]]
        assert len(set(anchors_used)) == len(anchors_used), group["id"]


def test_groups_are_identical_in_their_document_and_in_the_main_document() -> None:
    meta = read(MAIN)["x-oaiMeta"]
    main = {group["id"]: group for group in meta["groups"]}
    assert len(main) == len(meta["groups"])
    parts = [part["id"] for part in meta["navigationGroups"]]
    assert {group["navigationGroup"] for group in main.values()} == set(parts)
    others = [
        group
        for path in DOCUMENTS
        if path != MAIN
        for group in read(path)["x-oaiMeta"]["groups"]
    ]
    assert [group for group in others if main[group["id"]] != group] == []
    assert main.keys() - {group["id"] for group in others} == {"chat"}


def test_operations_of_the_reference_documents_exist(shared: Path) -> None:
    expected = json.loads((shared / "reference" / "operations.json").read_text("utf-8"))
    existing = {item.id: (item.method, item.path) for item in OPERATIONS}
    assert len(expected) == 76
    for name, facts in expected.items():
        assert existing.get(name) == (facts["method"], facts["path"]), name


PROSE = ("title", "description", "summary", "returns")
LONG = 8
"""Number of consecutive words that are not equal by chance."""


def _prose(node: Any) -> Iterator[str]:
    """Yield the texts for readers, without samples."""
    if isinstance(node, list):
        for item in node:
            yield from _prose(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in PROSE and isinstance(value, str):
                yield value
            elif key not in ("example", "examples", "enum"):
                yield from _prose(value)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9_']+", text.lower())
    return set(zip(*(words[start:] for start in range(LONG)), strict=False))


def test_no_sentence_is_copied(shared: Path) -> None:
    sources = [
        *(shared / "specs/openai").glob("*.yaml"),
        *(shared / "reference").iterdir(),
    ]
    published = set[tuple[str, ...]]().union(
        *(_runs(file.read_text("utf-8")) for file in sources)
    )
    copied = {
        (path.name, " ".join(run))
        for path in FILES
        for text in _prose(read(path))
        for run in _runs(text) & published
    }
    assert copied == set()
