"""Convert the parameters of Swagger 2.0, including bodies and form fields."""

from __future__ import annotations

from typing import Any

from ...diagnostics import Rule, Severity
from ...openapi.node import Moved, Node
from ...source import Location
from .conversion import Media, Upgrade
from .schemas import convert_schema

COLLECTION_FORMAT = Rule(
    "collection-format",
    Severity.WARNING,
    "OpenAPI 3 has no equivalent of a `collectionFormat` of Swagger 2.0 (`tsv` anywhere,"
    " `ssv` and `pipes` outside of queries and forms). The items are separated by commas"
    " instead. Arrays inside of arrays are sent as JSON, whatever their format.",
    key="collectionFormat",
    hint="use `csv` or `multi` if the server accepts it",
)
BODY_AND_FORM = Rule(
    "body-and-form",
    Severity.WARNING,
    "An operation has both a `body` parameter and `formData` parameters, or several `body`"
    " parameters. A request has only one body: the first `body` parameter is used.",
    hint="keep one `body` parameter, or only `formData` parameters",
)

BODY_BESIDE_REFERENCE = Rule(
    "body-beside-reference",
    Severity.WARNING,
    "A path item of Swagger 2.0 has `body` or `formData` parameters beside its `$ref`. They"
    " apply to operations beside the `$ref`, but not to those that it refers to, which are"
    " generated without this body.",
    key="parameters",
    hint="declare the parameters in the operations or in the target of the `$ref`",
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
"""Keys of a parameter that do not belong to its schema."""

_STYLES: dict[str, dict[str, Any]] = {
    "csv": {"style": "form", "explode": False},
    "multi": {"style": "form", "explode": True},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
}

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"


def convert_parameter(upgrade: Upgrade, node: Node, media: Media) -> None:
    """Add `schema` and `style` to a path, query or header parameter."""
    if node.text("in") in ("body", "formData"):
        return
    if "schema" in node.value and "type" not in node.value:
        # Uses OpenAPI 3 syntax, or was already converted through a YAML alias.
        upgrade.push(convert_schema, node.at("schema", Node), media)
        return
    own, schema = _split(node)
    own.update(_style(upgrade, node))
    own["schema"] = inline_schema(upgrade, node, schema, media)
    node.value.clear()
    node.value.update(own)


def convert_header(upgrade: Upgrade, node: Node, media: Media) -> None:
    """Add a `schema` to a Header Object."""
    if "schema" in node.value:
        return
    _, schema = _split(node)
    description = {
        key: node.value[key] for key in ("description",) if key in node.value
    }
    value = inline_schema(upgrade, node, schema, media)
    node.value.clear()
    node.value.update(description, schema=value)


def inline_schema(
    upgrade: Upgrade, node: Node, schema: dict[str, Any], media: Media
) -> Moved:
    """Return the schema of a parameter, whose keys are in the parameter itself in 2.0."""
    moved_schema = Moved(node.pointer, schema)
    convert_schema(upgrade, Node(moved_schema, node.file, node.pointer), media)
    return moved_schema


def _split(node: Node) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the keys of a parameter, and those of its schema."""
    own: dict[str, Any] = {}
    schema: dict[str, Any] = {}
    for key, value in node.value.items():
        is_own = key in _OWN or (key.startswith("x-") and key != "x-nullable")
        (own if is_own else schema)[key] = value
    own.pop("collectionFormat", None)
    return own, schema


def _style(upgrade: Upgrade, node: Node) -> dict[str, Any]:
    """Return `style` and `explode` for the `collectionFormat` of an array."""
    if node.text("type") != "array":
        return {}
    _report_nested(upgrade, node)
    format_ = node.text("collectionFormat") or "csv"
    if node.text("in") in ("query", "formData"):
        if format_ in _STYLES:
            return _STYLES[format_]
    elif format_ == "csv":
        return {}
    upgrade.diagnostics.add(
        COLLECTION_FORMAT,
        f"{format_!r} is not supported for {node.text('name')!r}; the items are separated"
        " by commas",
        Location(node.file, (*node.pointer, "collectionFormat")),
    )
    return _STYLES["csv"] if node.text("in") in ("query", "formData") else {}


def _report_nested(upgrade: Upgrade, node: Node) -> None:
    """Report arrays inside of an array, whose items have a separator in 2.0."""
    items = node.find("items", Node)
    if items is None or items.text("type") != "array":
        return
    format_ = items.text("collectionFormat") or "csv"
    keys = ("collectionFormat",) if items.has("collectionFormat") else ("type",)
    upgrade.diagnostics.add(
        COLLECTION_FORMAT,
        f"{format_!r} is not supported for arrays inside of {node.text('name')!r}, which"
        " are sent as JSON",
        Location(items.file, (*items.pointer, *keys)),
    )


def request_body(upgrade: Upgrade, node: Node, reference: Node, media: Media) -> Any:
    """Return the Request Body for a `body` parameter.

    Args:
        upgrade: Current upgrade.
        node: The parameter.
        reference: The parameter in the operation, or the reference to it.
        media: Media types of the operation.
    """
    if node.file is not reference.file:
        # The parameter is in another file: convert it there, and refer to it.
        upgrade.push_last(convert_body, node, media)
        return Moved(reference.pointer, {"$ref": reference.text("$ref")})
    schema = node.find("schema", Node)
    if schema is not None:
        upgrade.push(convert_schema, schema, media)
    return Moved(node.pointer, _body(node, media))


def convert_body(upgrade: Upgrade, node: Node, media: Media) -> None:
    """Convert a `body` parameter in another file to a Request Body in place."""
    schema = node.find("schema", Node)
    if schema is not None:
        upgrade.push(convert_schema, schema, media)
    node.value.update(_body(node, media))


def _body(node: Node, media: Media) -> dict[str, Any]:
    value: dict[str, Any] = {
        key: item
        for key, item in node.value.items()
        if key in ("description", "required") or key.startswith("x-")
    }
    inner = {"schema": node.value["schema"]} if "schema" in node.value else {}
    # All media types share one mapping, since there is one schema with one location.
    entry = Moved(node.pointer, inner)
    types = media.consumes or ("application/json",)
    value["content"] = Moved(node.pointer, dict.fromkeys(types, entry))
    return value


def request_form(
    upgrade: Upgrade, operation: Node, fields: list[tuple[Node, Node]], media: Media
) -> Moved:
    """Return the Request Body for `formData` parameters.

    Args:
        upgrade: Current upgrade.
        operation: Operation of the parameters.
        fields: Each parameter with its node in the operation, which may be a reference.
        media: Media types of the operation.
    """
    place = (*operation.pointer, "parameters")
    properties, encoding, required = {}, {}, []
    has_file = False
    for node, reference in fields:
        name = node.text("name")
        has_file = has_file or node.text("type") == "file"
        style = _style(upgrade, node)
        if style and style != _STYLES["multi"]:
            encoding[name] = Moved(node.pointer, dict(style))
        if node.flag("required"):
            required.append(name)
        properties[name] = _field(upgrade, node, reference, media)
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
    """Return the declared media types of a form, or else the default."""
    if has_file:
        return (_MULTIPART,)
    form_types = tuple(item for item in media.consumes if item in (_FORM, _MULTIPART))
    return form_types or (_FORM,)


def _field(upgrade: Upgrade, node: Node, reference: Node, media: Media) -> Moved:
    if node.file is not reference.file:
        upgrade.push_last(convert_field, node, media)
        return Moved(reference.pointer, {"$ref": reference.text("$ref")})
    return inline_schema(upgrade, node, _field_schema(node), media)


def convert_field(upgrade: Upgrade, node: Node, media: Media) -> None:
    """Convert a `formData` parameter in another file to a schema in place."""
    schema = _field_schema(node)
    node.value.clear()
    node.value.update(schema)
    convert_schema(upgrade, node, media)


def _field_schema(node: Node) -> dict[str, Any]:
    own, schema = _split(node)
    for key in ("description", "deprecated", "example"):
        if key in own:
            schema[key] = own[key]
    return schema
