"""`specs/` contains all facts of the reference documents.

`facts/*.json` contain the facts of two OpenAPI documents of the vendor, without prose:
operations, schemas, references, and groups. `specs/` may be newer, but must be
compatible: new properties are optional, enums may have more values, and types may be
wider.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.guards.specs.documents import MAIN, OPERATIONS, Place, declared, read

Facts = dict[str, Any]

FACTS = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "facts").glob("*.json"))
}
SCHEMAS = {place.pointer[-1]: place for place in declared("schemas")}
LOWER = ("minimum", "exclusiveMinimum", "minItems", "minLength")
UPPER = ("maximum", "exclusiveMaximum", "maxItems", "maxLength")
SAME = ("default", "format", "deprecated", "x-oaiTypeLabel", "x-oaiExpandable")
MEMBERS = ("oneOf", "anyOf")


def differences(fact: Facts, place: Place) -> Iterator[str]:
    """Yield the differences between a fact and a schema."""
    kinds = list(alternatives(place))
    if "ref" in fact:
        if fact["ref"] not in {name for kind in kinds for name in kind.names}:
            yield f"{place}: does not refer to {fact['ref']}"
        return
    for key, value in fact.items():
        if not _KNOWN[key](value, kinds, fact):
            yield f"{place}: {key} is not {value!r}"
    for key in ("items", "additionalProperties"):
        if isinstance(fact.get(key), dict):
            inner = [kind.place.at(key) for kind in kinds if kind.place.has(key)]
            yield from _fewest(fact[key], inner, place, key)
    for name, inner_fact in fact.get("properties", {}).items():
        holders = [kind.place.at("properties") for kind in kinds if kind.has(name)]
        yield from _fewest(inner_fact, [p.at(name) for p in holders], place, name)
    for key in MEMBERS:
        for member in fact.get(key, ()):
            yield from _fewest(member, [kind.place for kind in kinds], place, key)


def _fewest(
    fact: Facts, places: Iterable[Place], outer: Place, key: str
) -> Iterator[str]:
    """Yield the differences from the most similar schema."""
    candidates = [list(differences(fact, place)) for place in places]
    yield from min(candidates, key=len) if candidates else [f"{outer}: has no {key}"]


class Kind:
    """One alternative of a schema, with references resolved."""

    def __init__(self, place: Place, names: frozenset[str], above: list[Facts]) -> None:
        self.place = place
        self.names = names
        self.layers = [*above, place.node]

    def has(self, name: str) -> bool:
        """Return whether it has a property with this name."""
        return name in self.place.node.get("properties", ())

    @property
    def types(self) -> set[str]:
        """JSON types."""
        written = self.place.node.get("type", [])
        return {written} if isinstance(written, str) else set(written)


def alternatives(
    place: Place, names: frozenset[str] = frozenset(), above: Iterable[Facts] = ()
) -> Iterator[Kind]:
    """Yield the resolved schema, and the members of its unions."""
    layers = list(above)
    while place.has("$ref"):
        layers.append({k: v for k, v in place.node.items() if k != "$ref"})
        place = place.followed()
        names |= {place.pointer[-1]}
    yield Kind(place, names, layers)
    for key in MEMBERS:
        for _, member in place.each(key):
            yield from alternatives(member, names, [*layers, place.node])


def _layer_says(key: str, value: object, kinds: list[Kind]) -> bool:
    return any(
        key in layer and layer[key] == value for kind in kinds for layer in kind.layers
    )


def _has_type(value: str, kinds: list[Kind], fact: Facts) -> bool:
    if any(key in fact for key in MEMBERS):
        return True  # the members have types
    return any(value in kind.types for kind in kinds)


def _is_nullable(value: bool, kinds: list[Kind], fact: Facts) -> bool:
    return not value or any("null" in kind.types for kind in kinds)


def _has_values(value: list[object], kinds: list[Kind], fact: Facts) -> bool:
    return any(set(value) <= set(kind.place.node.get("enum", ())) for kind in kinds)


def _requires(value: list[str], kinds: list[Kind], fact: Facts) -> bool:
    """Compare exactly, because new properties must be optional."""
    return any(set(value) == set(kind.place.node.get("required", ())) for kind in kinds)


def _at_most(key: str) -> Any:
    return lambda value, kinds, fact: any(
        kind.place.node.get(key, value + 1) <= value for kind in kinds
    )


def _at_least(key: str) -> Any:
    return lambda value, kinds, fact: any(
        kind.place.node.get(key, value - 1) >= value for kind in kinds
    )


def _same(key: str) -> Any:
    return lambda value, kinds, fact: _layer_says(key, value, kinds)


def _open(value: object, kinds: list[Kind], fact: Facts) -> bool:
    return isinstance(value, dict) or _layer_says("additionalProperties", value, kinds)


def _meta(value: Facts, kinds: list[Kind], fact: Facts) -> bool:
    return any(
        value.items() <= layer.get("x-oaiMeta", {}).items()
        for kind in kinds
        for layer in kind.layers
    )


def _elsewhere(value: object, kinds: list[Kind], fact: Facts) -> bool:
    return True  # compared by `differences`


_KNOWN: dict[str, Any] = {
    "type": _has_type,
    "nullable": _is_nullable,
    "enum": _has_values,
    "required": _requires,
    "additionalProperties": _open,
    "oaiMeta": _meta,
    **dict.fromkeys(("properties", "items", *MEMBERS), _elsewhere),
    **{key: _at_most(key) for key in LOWER},
    **{key: _at_least(key) for key in UPPER},
    **{key: _same(key) for key in SAME},
}
"""Function that compares each keyword of a fact."""


def _named(kind: str) -> list[Any]:
    return [
        pytest.param(name, fact, id=f"{source} {name}")
        for source, facts in FACTS.items()
        for name, fact in facts[kind].items()
    ]


@pytest.mark.parametrize(("name", "fact"), _named("schemas"))
def test_schema_matches_the_facts(name: str, fact: Facts) -> None:
    assert list(differences(fact, SCHEMAS[name])) == []


@pytest.mark.parametrize(("name", "fact"), _named("operations"))
def test_operation_matches_the_facts(name: str, fact: Facts) -> None:
    (operation,) = (item for item in OPERATIONS if item.id == name)
    assert (operation.method, operation.path) == (fact["method"], fact["path"])
    assert fact["tags"] == operation.place.node["tags"]
    assert fact["oaiMeta"].items() <= operation.meta.items()
    parameters = {item.node["name"]: item for item in operation.parameters()}
    for expected in fact["parameters"]:
        candidates = parameters[expected["name"]]
        assert candidates.node["in"] == expected["in"]
        assert candidates.node.get("required", False) == expected["required"]
        about = {
            k: v for k, v in expected.items() if k not in ("name", "in", "required")
        }
        assert list(differences(about, candidates.at("schema"))) == []
    if body := fact.get("requestBody"):
        existing = operation.place.at("requestBody").resolved()
        assert existing.node.get("required", False) == body["required"]
        schema = operation.request()[body["contentType"]]
        assert list(differences({"ref": body["schema"]}, schema)) == []
    for response in fact["responses"].values():
        schema = operation.response()[response["contentType"]]
        assert list(differences({"ref": response["schema"]}, schema)) == []


@pytest.mark.parametrize("source", FACTS)
def test_referenced_schemas_are_defined(source: str) -> None:
    assert set(FACTS[source]["referenced"]) <= SCHEMAS.keys()


@pytest.mark.parametrize("source", FACTS)
def test_groups_and_sections_keep_their_order(source: str) -> None:
    groups = read(MAIN)["x-oaiMeta"]["groups"]
    existing = {group["id"]: group for group in groups}
    expected = FACTS[source]["groups"]
    ids = [group["id"] for group in expected]
    assert [group["id"] for group in groups if group["id"] in ids] == ids
    for group in expected:
        candidates = existing[group["id"]]
        flags = {k: v for k, v in group.items() if k != "sections"}
        assert flags.items() <= candidates.items()
        common = [item for item in candidates["sections"] if item in group["sections"]]
        assert common == group["sections"]


def _words(fact: object) -> Iterator[str]:
    """Yield the keys and values of a fact as they are written in YAML."""
    if isinstance(fact, dict):
        for key, value in fact.items():
            if key not in ("ref", "oaiMeta"):
                yield f"{key}:"
                yield from _words(value)
    elif isinstance(fact, list):
        for item in fact:
            yield from _words(item)
    elif isinstance(fact, str):
        yield fact


@pytest.mark.parametrize("source", FACTS)
def test_facts_match_the_flattened_document(source: str, shared: Path) -> None:
    file = shared / "reference" / f"{source}.spec.flattened.txt"
    text = file.read_text("utf-8")
    words = {word.strip("'\"") for word in text.split()}
    facts = FACTS[source]
    assert set(_words(facts["schemas"])) <= words
    assert text.count("operationId:") == len(facts["operations"])
    assert all(f"operationId: {name} " in text for name in facts["operations"])
    sections = [item for group in facts["groups"] for item in group["sections"]]
    assert text.count(" key: ") == len(sections)
    for item in sections:
        assert f"type: {item['type']} key: {item['key']} path: {item['path']}" in text


def test_differences_are_detected() -> None:
    assert FACTS.keys() >= {"completions", "threads"}
    changed = {"type": "object", "properties": {"id": {"type": "integer"}}}
    assert list(differences(changed, SCHEMAS["RunObject"])) != []
    less = {"type": "object", "required": ["id"]}
    assert list(differences(less, SCHEMAS["RunObject"])) != []
