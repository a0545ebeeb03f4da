"""Check requests and responses against a document."""

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

from generator.openapi.document import BrokenReference, Document
from generator.openapi.node import Node
from generator.openapi.operation import Operation
from generator.openapi.parameter import MediaType, Parameter
from generator.openapi.schema import Schema
from generator.source import format_pointer
from tests.e2e.samples.schema_resources import OPENAPI


def _any_of(
    validator: Any, members: list[Any], value: object, schema: object
) -> Iterator[jsonschema.ValidationError]:
    """Validate as `anyOf`, because in published schemas several members can match."""
    if not any(validator.evolve(schema=item).is_valid(value) for item in members):
        yield jsonschema.ValidationError(f"{value!r} matches no member")


_DESCRIBED_DEFAULT = re.compile(r"\bdefaults? (is|to)\b", re.IGNORECASE)


def _required(
    validator: Any, names: list[str], value: object, schema: dict[str, Any]
) -> Iterator[jsonschema.ValidationError]:
    """Validate as `required`, except properties that can be null or have a default.

    Published schemas of requests require properties that only responses always contain.
    """
    if not isinstance(value, dict):
        return
    for name in names:
        property_schema = schema.get("properties", {}).get(name, {})
        if name in value:
            continue
        if isinstance(property_schema, bool):
            property_schema = {} if property_schema else {"not": {}}
        if "default" in property_schema:
            continue
        if _DESCRIBED_DEFAULT.search(str(property_schema.get("description", ""))):
            continue
        if not property_schema or not validator.evolve(schema=property_schema).is_valid(
            None
        ):
            yield jsonschema.ValidationError(f"{name!r} is required")


def _exclusive_minimum(
    validator: Any, limit: float | bool, value: object, schema: dict[str, Any]
) -> Iterator[jsonschema.ValidationError]:
    """Validate as `exclusiveMinimum`, also in the form of OpenAPI 3.0."""
    bound = schema.get("minimum") if limit is True else limit
    if limit is False or bound is None or not isinstance(value, int | float):
        return
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


class InvalidRequestError(Exception):
    """A request that does not match the document."""


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
    responses: Mapping[str, MediaType]

    @property
    def is_empty(self) -> bool:
        """Whether the successful response has no content."""
        return not self.responses


class Contract:
    """Operations and schemas of a document.

    Args:
        document: document with schemas in the dialect of OpenAPI 3.1.
        remotes: schemas that are not part of the document, by the URL to which its
            references refer.
    """

    def __init__(
        self, document: Document, remotes: Mapping[str, object] | None = None
    ) -> None:
        self._document = document
        contents = {uri: loaded.value for uri, loaded in document.files.items()}
        resources = [
            (uri, OPENAPI.create_resource(content))
            for uri, content in {**contents, **(remotes or {})}.items()
        ]
        registry = referencing.Registry[Any]().with_resources(resources)
        self._registry = registry.crawl()
        self.endpoints = list(self._endpoints())
        # Fixed segments have priority over parameters.
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
            (item.place, item.name): item
            for item in map(self._resolved, (*shared, *node.parameters))
        }
        body = node.request_body
        request_body = self._resolved(body) if body is not None else None
        responses: dict[str, MediaType] = {}
        for status, response in node.responses.items():
            if status.startswith("2"):
                responses |= self._resolved(response).content
        plain = path.partition("?")[0]
        return Endpoint(
            method,
            path,
            re.compile(re.sub(r"\\{[^/]*?\\}", "([^/]+)", re.escape(plain))),
            node,
            tuple(parameters.values()),
            request_body.content if request_body else {},
            bool(request_body and request_body.required),
            responses,
        )

    def _resolved(self, node: Any) -> Any:
        target = self._document.resolve(node)
        assert not isinstance(target, BrokenReference), (node, target)
        return target

    def find(self, method: str, path: str, query: str) -> Endpoint:
        """Return the operation of a request.

        Raises:
            InvalidRequestError: no operation matches.
        """
        for item in self.endpoints:
            fixed = item.path.partition("?")[2]
            matches = item.method == method and item.pattern.fullmatch(path)
            if matches and (not fixed or fixed in query.split("&")):
                return item
        raise InvalidRequestError(f"there is no {method} {path}")

    def errors(self, value: object, schema: Schema) -> list[str]:
        """Return the validation errors of a value."""
        address = f"{schema.file.uri}#{format_pointer(schema.pointer)}"
        validator = _Validator({"$ref": address}, registry=self._registry)
        return [
            f"{'/'.join(map(str, item.absolute_path))}: {item.message[:200]}"
            for item in validator.iter_errors(value)
        ]

    def check(
        self, endpoint: Endpoint, path: str, query: str, headers: Message, body: bytes
    ) -> object:
        """Check a request, and return its decoded body.

        Raises:
            InvalidRequestError: the request does not match the operation.
        """
        self._check_parameters(endpoint, path, query)
        media_type = headers.get_content_type() if headers["content-type"] else ""
        if not body:
            if endpoint.needs_body:
                raise InvalidRequestError("the body is missing")
            return None
        content = endpoint.bodies.get(media_type)
        if content is None:
            raise InvalidRequestError(
                f"{media_type!r} is not one of {list(endpoint.bodies)}"
            )
        if media_type == "application/json":
            value = json.loads(body)
            messages = self.errors(value, content.schema) if content.schema else []
            if messages:
                raise InvalidRequestError("; ".join(messages))
            return value
        if media_type == "multipart/form-data":
            return self._form(content, headers, body)
        return body

    def _check_parameters(self, endpoint: Endpoint, path: str, query: str) -> None:
        match = endpoint.pattern.fullmatch(path)
        assert match is not None
        names = re.findall(r"\{(.*?)\}", endpoint.path.partition("?")[0])
        values: dict[tuple[str, str], list[str]] = {
            ("path", name): [unquote(text)]
            for name, text in zip(names, match.groups(), strict=True)
        }
        fixed = {name for name, _ in parse_qsl(endpoint.path.partition("?")[2])}
        for key, text in parse_qsl(query, keep_blank_values=True):
            if key not in fixed:
                values.setdefault(("query", key.partition("[")[0]), []).append(text)
        known = {
            (item.place, item.name.partition("[")[0]): item
            for item in endpoint.parameters
        }
        for place in values:
            if place[0] == "query" and place not in known:
                raise InvalidRequestError(f"{place[1]!r} is not a parameter")
        for place, item in known.items():
            if item.required and place[0] in ("path", "query") and place not in values:
                raise InvalidRequestError(f"the parameter {item.name!r} is missing")
            for text in values.get(place, ()):
                self._check_text(item, text)

    def _check_text(self, item: Parameter, text: str) -> None:
        """Check the text of a parameter: as a string, as JSON, and as an item of a list."""
        if item.schema is None or not text:
            return
        readings: list[object] = [text, [text]]
        try:
            value = json.loads(text)
            readings += [value, [value]]
        except ValueError:
            pass  # the text is not JSON
        if not any(not self.errors(value, item.schema) for value in readings):
            schema = self._resolved(item.schema)
            if "object" not in schema.types:
                raise InvalidRequestError(f"{text!r} cannot be {item.name!r}")

    def _form(
        self, content: MediaType, headers: Message, body: bytes
    ) -> dict[str, object]:
        """Return the fields of a form, with `true` and `false` decoded."""
        head = f"content-type: {headers['content-type']}\r\n\r\n".encode()
        parts = BytesParser().parsebytes(head + body).get_payload()
        assert isinstance(parts, list)
        fields: dict[str, object] = {}
        for part in parts:
            assert isinstance(part, Message)
            name = str(part.get_param("name", header="content-disposition"))
            text = part.get_payload(decode=True)
            fields[name.partition("[")[0]] = {b"true": True, b"false": False}.get(
                text if isinstance(text, bytes) else b"", text
            )
        assert content.schema is not None
        schema = self._resolved(content.schema)
        known = {
            name.partition("[")[0]: is_required
            for name, is_required in self._properties(schema).items()
        }
        if unknown := fields.keys() - known.keys():
            raise InvalidRequestError(f"the form has no {sorted(unknown)}")
        required = {name for name, is_required in known.items() if is_required}
        if missing := required - fields.keys():
            raise InvalidRequestError(f"the form lacks {sorted(missing)}")
        return fields

    def _properties(self, schema: Schema) -> dict[str, bool]:
        """Return the properties of a schema, and whether they are required."""
        properties = {name: name in schema.required for name in schema.properties}
        for part in schema.all_of:
            properties |= self._properties(self._resolved(part))
        return properties

    def value(self, schema: Schema, depth: int = 0) -> Any:
        """Return a simple value that a schema allows."""
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
            return self._object_value(node, depth)
        if "array" in node.types and isinstance(raw.get("items"), dict) and depth < 12:
            return [self.value(node.at("items", Schema), depth + 1)]
        return _plain(node.types[0] if node.types else "", raw)

    def _object_value(self, node: Schema, depth: int) -> dict[str, Any]:
        """Return a value for the properties of an object and of its parts."""
        result: dict[str, Any] = {}
        for part in node.all_of:
            value = self.value(part, depth)
            result |= value if isinstance(value, dict) else {}
        for name, item in node.properties.items():
            if depth < (12 if name in node.required else 4):
                result[name] = self.value(item, depth + 1)
        return result


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
    """Return title, code and response of the Python samples of an operation."""
    meta = node.oai_meta
    if meta is None:
        return []
    one = meta.find("examples", Node)
    samples = []
    for item in meta.sequence("examples", Node) or ([one] if one else []):
        request = item.find("request", Node)
        code = request.text("python") if request is not None else ""
        if code:
            samples.append((item.text("title"), code, item.text("response")))
    return samples
