"""What a document says of requests and answers, as checks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl, unquote

import jsonschema  # type: ignore[import-untyped]  # it has no types
import referencing
from referencing.jsonschema import DRAFT202012

from generator.openapi.document import BrokenReference, Document
from generator.openapi.node import Node
from generator.openapi.operation import Operation
from generator.openapi.parameter import MediaType, Parameter
from generator.openapi.schema import Schema
from generator.source import format_pointer


def _any_of(
    validator: Any, members: list[Any], value: object, schema: object
) -> Iterator[jsonschema.ValidationError]:
    """As `anyOf`: published schemas say `oneOf` where several members fit."""
    if not any(validator.evolve(schema=item).is_valid(value) for item in members):
        yield jsonschema.ValidationError(f"{value!r} fits none of the members")


_TOLD_DEFAULT = re.compile(r"\bdefaults? (is|to)\b", re.IGNORECASE)


def _required(
    validator: Any, names: list[str], value: object, schema: dict[str, Any]
) -> Iterator[jsonschema.ValidationError]:
    """As `required`, but for what the server has a value for: null, or a default.

    Published schemas of requests require what answers always hold.
    """
    if not isinstance(value, dict):
        return
    for name in names:
        said = schema.get("properties", {}).get(name, {})
        if name in value or "default" in said:
            continue
        if _TOLD_DEFAULT.search(str(said.get("description", ""))):
            continue
        if not said or not validator.evolve(schema=said).is_valid(None):
            yield jsonschema.ValidationError(f"{name!r} is required")


def _exclusive_minimum(
    validator: Any, limit: float | bool, value: object, schema: dict[str, Any]
) -> Iterator[jsonschema.ValidationError]:
    """As `exclusiveMinimum`, which some still write as OpenAPI 3.0 had it."""
    bound = schema.get("minimum") if limit is True else limit
    if limit is not False and isinstance(value, int | float) and bound is not None:
        if value <= bound:
            yield jsonschema.ValidationError(f"{value!r} is not above {bound!r}")


_Validator = jsonschema.validators.extend(
    jsonschema.Draft202012Validator,
    {
        "oneOf": _any_of,
        "required": _required,
        "exclusiveMinimum": _exclusive_minimum,
    },
)


class Refused(Exception):
    """A request is not what the document says."""


@dataclass(frozen=True)
class Endpoint:
    """An operation of a document."""

    method: str
    path: str
    pattern: re.Pattern[str]
    node: Operation
    parameters: tuple[Parameter, ...]
    bodies: Mapping[str, MediaType]
    needs_body: bool
    answers: Mapping[str, MediaType]

    @property
    def is_empty(self) -> bool:
        """Whether success has no content."""
        return not self.answers


class Contract:
    """The operations of a document, and a judge of values.

    Args:
        document: whose schemas are in the dialect of OpenAPI 3.1.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        resources = [
            (uri, DRAFT202012.create_resource(loaded.value))
            for uri, loaded in document.files.items()
        ]
        self._registry = referencing.Registry[Any]().with_resources(resources)
        self.endpoints = list(self._endpoints())
        # Segments that are written out come before those that are parameters.
        self.endpoints.sort(
            key=lambda item: (item.path.count("{"), "?" not in item.path)
        )

    def _endpoints(self) -> Iterator[Endpoint]:
        for root in self._document.roots:
            for path, written in root.paths.items():
                item = self._resolved(written)
                for method, node in item.operations:
                    yield self._endpoint(method, path, node, item.parameters)

    def _endpoint(
        self, method: str, path: str, node: Operation, shared: list[Parameter]
    ) -> Endpoint:
        parameters = {
            (found.place, found.name): found
            for found in map(self._resolved, (*shared, *node.parameters))
        }
        body = node.request_body
        found = self._resolved(body) if body is not None else None
        answers: dict[str, MediaType] = {}
        for status, response in node.responses.items():
            if status.startswith("2"):
                answers |= self._resolved(response).content
        plain = path.partition("?")[0]
        return Endpoint(
            method,
            path,
            re.compile(re.sub(r"\\{[^/]*?\\}", "([^/]+)", re.escape(plain))),
            node,
            tuple(parameters.values()),
            found.content if found else {},
            bool(found and found.required),
            answers,
        )

    def _resolved(self, node: Any) -> Any:
        found = self._document.resolve(node)
        assert not isinstance(found, BrokenReference), (node, found)
        return found

    def find(self, method: str, path: str, query: str) -> Endpoint:
        """The operation of a request.

        Raises:
            Refused: there is none.
        """
        for item in self.endpoints:
            fixed = item.path.partition("?")[2]
            if item.method == method and item.pattern.fullmatch(path):
                if not fixed or fixed in query.split("&"):
                    return item
        raise Refused(f"there is no {method} {path}")

    def mistakes(self, value: object, schema: Schema) -> list[str]:
        """What is wrong with a value."""
        address = f"{schema.file.uri}#{format_pointer(schema.pointer)}"
        validator = _Validator({"$ref": address}, registry=self._registry)
        return [
            f"{'/'.join(map(str, item.absolute_path))}: {item.message[:200]}"
            for item in validator.iter_errors(value)
        ]

    def check(
        self, endpoint: Endpoint, path: str, query: str, headers: Message, body: bytes
    ) -> object:
        """The decoded body of a request that is right.

        Raises:
            Refused: it is not.
        """
        self._check_parameters(endpoint, path, query)
        media_type = headers.get_content_type() if headers["content-type"] else ""
        if not body:
            if endpoint.needs_body:
                raise Refused("the body is missing")
            return None
        content = endpoint.bodies.get(media_type)
        if content is None:
            raise Refused(f"{media_type!r} is none of {list(endpoint.bodies)}")
        if media_type == "application/json":
            value = json.loads(body)
            found = self.mistakes(value, content.schema) if content.schema else []
            if found:
                raise Refused("; ".join(found))
            return value
        if media_type == "multipart/form-data":
            return self._form(content, headers, body)
        return body

    def _check_parameters(self, endpoint: Endpoint, path: str, query: str) -> None:
        match = endpoint.pattern.fullmatch(path)
        assert match is not None
        names = re.findall(r"\{(.*?)\}", endpoint.path.partition("?")[0])
        given: dict[tuple[str, str], list[str]] = {
            ("path", name): [unquote(text)]
            for name, text in zip(names, match.groups(), strict=True)
        }
        fixed = {name for name, _ in parse_qsl(endpoint.path.partition("?")[2])}
        for key, text in parse_qsl(query, keep_blank_values=True):
            if key not in fixed:
                given.setdefault(("query", key.partition("[")[0]), []).append(text)
        known = {
            (item.place, item.name.partition("[")[0]): item
            for item in endpoint.parameters
        }
        for place in given:
            if place[0] == "query" and place not in known:
                raise Refused(f"{place[1]!r} is no parameter")
        for place, item in known.items():
            if item.required and place[0] in ("path", "query") and place not in given:
                raise Refused(f"the parameter {item.name!r} is missing")
            for text in given.get(place, ()):
                self._check_text(item, text)

    def _check_text(self, item: Parameter, text: str) -> None:
        """Whether any reading of a text is what a parameter may be."""
        if item.schema is None or not text:
            return
        readings: list[object] = [text, [text]]
        try:
            value = json.loads(text)
            readings += [value, [value]]
        except ValueError:
            pass  # a text is no JSON, as most texts are
        if not any(not self.mistakes(value, item.schema) for value in readings):
            schema = self._resolved(item.schema)
            if "object" not in schema.types:
                raise Refused(f"{text!r} cannot be {item.name!r}")

    def _form(
        self, content: MediaType, headers: Message, body: bytes
    ) -> dict[str, object]:
        """The fields of a form, `true` and `false` decoded."""
        head = f"content-type: {headers['content-type']}\r\n\r\n".encode()
        parts = BytesParser().parsebytes(head + body).get_payload()
        assert isinstance(parts, list)
        found: dict[str, object] = {}
        for part in parts:
            assert isinstance(part, Message)
            name = str(part.get_param("name", header="content-disposition"))
            text = part.get_payload(decode=True)
            found[name.partition("[")[0]] = {b"true": True, b"false": False}.get(
                text if isinstance(text, bytes) else b"", text
            )
        assert content.schema is not None
        schema = self._resolved(content.schema)
        known = {
            name.partition("[")[0]: needed
            for name, needed in self._properties(schema).items()
        }
        if strange := found.keys() - known.keys():
            raise Refused(f"the form has no {sorted(strange)}")
        if missing := {name for name, needed in known.items() if needed} - found.keys():
            raise Refused(f"the form lacks {sorted(missing)}")
        return found

    def _properties(self, schema: Schema) -> dict[str, bool]:
        """The properties of a schema and of its parts, and whether they are needed."""
        found = {name: name in schema.required for name in schema.properties}
        for part in schema.all_of:
            found |= self._properties(self._resolved(part))
        return found

    def value(self, schema: Schema, depth: int = 0) -> Any:
        """A value that a schema allows: the plainest one."""
        node = self._resolved(schema)
        raw: Any = node.value
        if not isinstance(raw, dict):
            return {}
        for word in ("const", "example", "default"):
            if raw.get(word) is not None:
                return raw[word]
        if isinstance(raw.get("enum"), list):
            return next(item for item in raw["enum"] if item is not None)
        for members in (node.any_of, node.one_of):
            for member in members:
                if "null" not in self._resolved(member).types:
                    return self.value(member, depth)
        if node.all_of or node.properties:
            made: dict[str, Any] = {}
            for part in node.all_of:
                inner = self.value(part, depth)
                made |= inner if isinstance(inner, dict) else {}
            for name, item in node.properties.items():
                if depth < (12 if name in node.required else 4):
                    made[name] = self.value(item, depth + 1)
            return made
        if "array" in node.types and isinstance(raw.get("items"), dict) and depth < 12:
            return [self.value(node.at("items", Schema), depth + 1)]
        return _plain(node.types[0] if node.types else "", raw)


def _plain(kind: str, raw: dict[str, Any]) -> Any:
    match kind:
        case "string":
            return (
                "2026-01-01T00:00:00Z" if raw.get("format") == "date-time" else "text"
            )
        case "integer" | "number":
            return raw.get("minimum", 1)
        case "boolean":
            return False
        case "array":
            return []
        case "null":
            return None
    return {}


def samples_of(node: Operation) -> list[tuple[str, str, str]]:
    """The Python samples of an operation: title, code, and what is answered."""
    meta = node.oai_meta
    if meta is None:
        return []
    one = meta.find("examples", Node)
    found = []
    for item in meta.sequence("examples", Node) or ([one] if one else []):
        request = item.find("request", Node)
        code = request.text("python") if request is not None else ""
        if code:
            found.append((item.text("title"), code, item.text("response")))
    return found
