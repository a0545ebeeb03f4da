"""Read `specs/` as plain data, and resolve its references.

This does not use the generator, so that a bug there cannot hide one in the documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has none
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

SPECS = Path(__file__).parents[3] / "specs"
FILES = tuple(sorted(SPECS.rglob("*.yaml")))
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@cache
def read(path: Path) -> dict[str, Any]:
    """Return the content of a YAML file."""
    content = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    assert isinstance(content, dict), path
    return content


DOCUMENTS = tuple(path for path in FILES if "openapi" in read(path))
MAIN = SPECS / "chat.yaml"


@dataclass(frozen=True)
class Place:
    """A node of a file, with its location."""

    path: Path
    pointer: tuple[str, ...]
    node: Any

    def __str__(self) -> str:
        return f"{self.path.name}#/{'/'.join(self.pointer)}"

    @property
    def uri(self) -> str:
        """Reference to the node."""
        escaped = (
            step.replace("~", "~0").replace("/", "~1").replace("%", "%25")
            for step in self.pointer
        )
        return f"{self.path.as_uri()}#/{'/'.join(escaped)}"

    def at(self, *steps: str) -> Place:
        """Return the node at a path of keys."""
        node = self.node
        for step in steps:
            node = node[int(step)] if isinstance(node, list) else node[step]
        return Place(self.path, (*self.pointer, *steps), node)

    def has(self, key: str) -> bool:
        """Return whether the node is a mapping with this key."""
        return isinstance(self.node, dict) and key in self.node

    def each(self, key: str) -> Iterator[tuple[str, Place]]:
        """Yield the entries of the mapping or list under `key`, if it exists."""
        value = self.node.get(key) if isinstance(self.node, dict) else None
        steps = value if isinstance(value, dict) else map(str, range(len(value or ())))
        for step in steps:
            yield step, self.at(key, step)

    def followed(self) -> Place:
        """Return the direct target of the reference of the node."""
        file, _, pointer = self.node["$ref"].partition("#/")
        path = (self.path.parent / file).resolve() if file else self.path
        steps = (
            unquote(step).replace("~1", "/").replace("~0", "~")
            for step in pointer.split("/")
        )
        return Place(path, (), read(path)).at(*steps)

    def resolved(self) -> Place:
        """Return the final target of the references of the node, or the node."""
        place = self
        while place.has("$ref"):
            place = place.followed()
        return place


@dataclass(frozen=True)
class Operation:
    """An operation of one of the documents."""

    document: Path
    path: str
    method: str
    place: Place

    @property
    def id(self) -> str:
        """Operation id."""
        return str(self.place.node["operationId"])

    @property
    def meta(self) -> Mapping[str, Any]:
        """Value of `x-oaiMeta`."""
        meta = self.place.node["x-oaiMeta"]
        assert isinstance(meta, dict)
        return meta

    @property
    def examples(self) -> list[dict[str, Any]]:
        """Samples, with or without titles."""
        examples = self.meta["examples"]
        return examples if isinstance(examples, list) else [examples]

    def parameters(self) -> list[Place]:
        """Return the resolved parameters."""
        return [item.resolved() for _, item in self.place.each("parameters")]

    def request(self) -> dict[str, Place]:
        """Return the schemas of the request body by media type."""
        if not self.place.has("requestBody"):
            return {}
        body = self.place.at("requestBody").resolved()
        return {name: media.at("schema") for name, media in body.each("content")}

    def response(self) -> dict[str, Place]:
        """Return the schemas of the successful response by media type."""
        for status, response in self.place.each("responses"):
            if status.startswith("2"):
                content = response.resolved().each("content")
                return {name: media.at("schema") for name, media in content}
        return {}


def operations() -> list[Operation]:
    """Return the operations of all documents."""
    return [
        Operation(path, name, method, root.at("paths", name, method))
        for path in DOCUMENTS
        for root in [Place(path, (), read(path))]
        for name, item in root.each("paths")
        for method in METHODS
        if item.has(method)
    ]


OPERATIONS = tuple(operations())


def declared(kind: str) -> list[Place]:
    """Return the entries of `components.<kind>` of all files."""
    return [
        place
        for path in FILES
        for _, place in Place(path, (), read(path)).at("components").each(kind)
    ]


def schemas(place: Place) -> Iterator[Place]:
    """Yield a schema and its inline schemas."""
    yield place
    for key in ("properties", "oneOf", "anyOf", "allOf"):
        for _, inner in place.each(key):
            yield from schemas(inner)
    for key in ("items", "additionalProperties", "propertyNames", "not"):
        if place.has(key) and isinstance(place.node[key], dict):
            yield from schemas(place.at(key))


def every_schema() -> Iterator[Place]:
    """Yield all schemas of all files."""
    for place in declared("schemas"):
        yield from schemas(place)
    for place in declared("parameters"):
        yield from schemas(place.at("schema"))
    for operation in OPERATIONS:
        for _, parameter in operation.place.each("parameters"):
            if not parameter.has("$ref"):
                yield from schemas(parameter.at("schema"))
        for schema in (*operation.request().values(), *operation.response().values()):
            yield from schemas(schema)


_REGISTRY: Registry[Any] = Registry().with_resources(
    (
        path.as_uri(),
        Resource.from_contents(read(path), default_specification=DRAFT202012),
    )
    for path in FILES
)


def mistakes(value: object, schema: Place) -> list[str]:
    """Return the validation errors of a value."""
    validator = Draft202012Validator({"$ref": schema.uri}, registry=_REGISTRY)
    return [
        f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)
    ]
