"""Parameters of Swagger 2.0: those that stay ones, the body, and the form."""

from __future__ import annotations

from typing import Any

from ...diagnostics import Rule, Severity
from .schemas import convert_schema
from .work import Media, Work
from ...openapi.node import Moved, Node
from ...source import Location

COLLECTION_FORMAT = Rule(
    "collection-format",
    Severity.WARNING,
    "A `collectionFormat` of Swagger 2.0 has no equal in OpenAPI 3 at its place (`tsv`"
    " anywhere, `ssv` and `pipes` outside of the query and of forms). The items are"
    " joined by commas instead.",
    key="collectionFormat",
)
BODY_AND_FORM = Rule(
    "body-and-form",
    Severity.WARNING,
    "An operation has both a `body` parameter and `formData` parameters, or several"
    " bodies. A request has one body: the first `body` parameter is kept.",
)

_OWN = frozenset(
    {
        "name",
        "in",
        "description",
        "required",
        "deprecated",
        "allowEmptyValue",
        "collectionFormat",
        "schema",
        "style",
        "explode",
        "example",
        "examples",
    }
)
"""Members of a parameter that are none of its schema."""

_STYLES: dict[str, dict[str, Any]] = {
    "csv": {"style": "form", "explode": False},
    "multi": {"style": "form", "explode": True},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
}

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"


def convert_parameter(work: Work, node: Node, media: Media) -> None:
    """Gives a parameter of the path, the query or a header its `schema` and `style`."""
    if node.text("in") in ("body", "formData"):
        return
    if "schema" in node.value and "type" not in node.value:
        # Written in the words of 3.0, or converted already through a YAML alias.
        work.push(convert_schema, node.at("schema", Node), media)
        return
    own, schema = _split(node)
    own.update(_style(work, node))
    own["schema"] = inline_schema(work, node, schema, media)
    node.value.clear()
    node.value.update(own)


def convert_header(work: Work, node: Node, media: Media) -> None:
    """Gives a Header Object its `schema`."""
    if "schema" in node.value:
        return
    _, schema = _split(node)
    description = {
        key: node.value[key] for key in ("description",) if key in node.value
    }
    value = inline_schema(work, node, schema, media)
    node.value.clear()
    node.value.update(description, schema=value)


def inline_schema(
    work: Work, node: Node, schema: dict[str, Any], media: Media
) -> Moved:
    """The schema of a parameter, which 2.0 writes into the parameter itself."""
    moved = Moved(node.pointer, schema)
    convert_schema(work, Node(moved, node.file, node.pointer), media)
    return moved


def _split(node: Node) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a parameter says of itself, and what it says of its values."""
    own: dict[str, Any] = {}
    schema: dict[str, Any] = {}
    for key, value in node.value.items():
        is_own = key in _OWN or key.startswith("x-") and key != "x-nullable"
        (own if is_own else schema)[key] = value
    own.pop("collectionFormat", None)
    return own, schema


def _style(work: Work, node: Node) -> dict[str, Any]:
    """How an array is written: `style` and `explode` for a `collectionFormat`."""
    if node.text("type") != "array":
        return {}
    named = node.text("collectionFormat") or "csv"
    if node.text("in") in ("query", "formData"):
        if named in _STYLES:
            return _STYLES[named]
    elif named == "csv":
        return {}
    work.diagnostics.add(
        COLLECTION_FORMAT,
        f"the items of {node.text('name')!r} are joined by commas, not as {named!r}",
        Location(node.file, (*node.pointer, "collectionFormat")),
    )
    return _STYLES["csv"] if node.text("in") in ("query", "formData") else {}


def request_body(work: Work, node: Node, written: Node, media: Media) -> Any:
    """The Request Body of a `body` parameter.

    Args:
        work: the upgrade.
        node: the parameter.
        written: the node in the operation: the parameter, or the reference to it.
        media: the media types of the operation.
    """
    if node.file is not written.file:
        # Its nodes belong to another file: it is changed there, and referred to.
        work.push_last(convert_body, node, media)
        return Moved(written.pointer, {"$ref": written.text("$ref")})
    schema = node.find("schema", Node)
    if schema is not None:
        work.push(convert_schema, schema, media)
    return Moved(node.pointer, _body(node, media))


def convert_body(work: Work, node: Node, media: Media) -> None:
    """Makes a Request Body of a `body` parameter of another file, where it stands."""
    schema = node.find("schema", Node)
    if schema is not None:
        work.push(convert_schema, schema, media)
    node.value.update(_body(node, media))


def _body(node: Node, media: Media) -> dict[str, Any]:
    value: dict[str, Any] = {
        key: item
        for key, item in node.value.items()
        if key in ("description", "required") or key.startswith("x-")
    }
    inner = {"schema": node.value["schema"]} if "schema" in node.value else {}
    # The same mapping for every media type: the schema is one, and has one place.
    entry = Moved(node.pointer, inner)
    types = media.consumes or ("application/json",)
    value["content"] = Moved(node.pointer, dict.fromkeys(types, entry))
    return value


def request_form(
    work: Work, operation: Node, fields: list[tuple[Node, Node]], media: Media
) -> Moved:
    """The Request Body of `formData` parameters.

    Args:
        work: the upgrade.
        operation: the operation that they belong to.
        fields: each parameter, with the node in the operation that leads to it.
        media: the media types of the operation.
    """
    place = (*operation.pointer, "parameters")
    properties, encoding, required = {}, {}, []
    has_file = False
    for node, written in fields:
        name = node.text("name")
        has_file = has_file or node.text("type") == "file"
        style = _style(work, node)
        if style and style != _STYLES["multi"]:
            encoding[name] = Moved(node.pointer, dict(style))
        if node.flag("required"):
            required.append(name)
        properties[name] = _field(work, node, written, media)
    schema: dict[str, Any] = {"type": "object", "properties": Moved(place, properties)}
    if required:
        schema["required"] = required
    entry: dict[str, Any] = {"schema": Moved(place, schema)}
    if encoding:
        entry["encoding"] = Moved(place, encoding)
    shared = Moved(place, entry)
    types = _form_types(has_file, media)
    content = Moved(place, dict.fromkeys(types, shared))
    return Moved(place, {"required": bool(required), "content": content})


def _form_types(has_file: bool, media: Media) -> tuple[str, ...]:
    """The media types of a form: those that are declared, else what fits."""
    if has_file:
        return (_MULTIPART,)
    named = tuple(item for item in media.consumes if item in (_FORM, _MULTIPART))
    return named or (_FORM,)


def _field(work: Work, node: Node, written: Node, media: Media) -> Moved:
    if node.file is not written.file:
        work.push_last(convert_field, node, media)
        return Moved(written.pointer, {"$ref": written.text("$ref")})
    return inline_schema(work, node, _field_schema(node), media)


def convert_field(work: Work, node: Node, media: Media) -> None:
    """Makes a schema of a `formData` parameter of another file, where it stands."""
    schema = _field_schema(node)
    node.value.clear()
    node.value.update(schema)
    convert_schema(work, node, media)


def _field_schema(node: Node) -> dict[str, Any]:
    own, schema = _split(node)
    for key in ("description", "deprecated", "example"):
        if key in own:
            schema[key] = own[key]
    return schema
