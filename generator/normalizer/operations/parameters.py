"""Parameters of operations."""

from __future__ import annotations

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...frozen_dataclass import replace
from ...model.media_types import is_form, is_text
from ...model.operations import Parameter, ParameterPlace
from ...model.types import Documentation, Nullable, Scalar, ScalarKind, Type
from ...openapi.document import BrokenReference
from ...openapi.media_types import is_json, media_type_name
from ...openapi.operation import Operation as OperationNode
from ...openapi.operation import PathItem
from ...openapi.parameter import Parameter as ParameterNode
from ...openapi.sdk_names import overridden_schema, read_argument
from ..context import Context
from ..examples.values import read_example_values
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.documentation import inherit_documentation
from ..schemas.reader import SchemaReader
from .commands import read_command_names
from .raw_bodies import is_scalar
from .wire_names import INVALID_NAME, is_name

PARAMETER_PLACE = Rule(
    "parameter-place",
    Severity.WARNING,
    "The `in` of a parameter is not path, query, querystring, header or cookie, or the "
    "parameter has no name. It cannot be sent and is ignored.",
    key="in",
)
IGNORED_HEADER = Rule(
    "ignored-header",
    Severity.NOTE,
    "OpenAPI ignores header parameters named Accept, Content-Type and Authorization; "
    "media types and credentials determine these headers. They can be replaced with "
    "`extra_headers`.",
    key="name",
    hint="remove the parameter; use `content` or a security scheme instead",
)
DOUBLE_PARAMETER = Rule(
    "double-parameter",
    Severity.WARNING,
    "An operation has two parameters with the same name and location. The first one is "
    "generated.",
    key="name",
    hint="remove one of the parameters",
)
UNKNOWN_STYLE = Rule(
    "unknown-style",
    Severity.WARNING,
    "The `style` of a parameter is not valid for its location. The default style of the "
    "location is used.",
    key="style",
)
PARAMETER_WITHOUT_TYPE = Rule(
    "parameter-without-type",
    Severity.NOTE,
    "A parameter has neither `schema` nor `content`. Its type is string.",
    hint="add a `schema` or `content`",
)
UNDECLARED_PATH_PARAMETER = Rule(
    "undeclared-path-parameter",
    Severity.WARNING,
    "A path contains a `{parameter}` that the operation does not declare. A required "
    "string parameter is generated.",
)
UNUSED_PATH_PARAMETER = Rule(
    "unused-path-parameter",
    Severity.WARNING,
    "An operation declares a path parameter that its path does not contain. It cannot be "
    "sent and is ignored.",
    key="name",
    hint="add the parameter to the path, or remove it",
)
_STYLES = {
    ParameterPlace.PATH: ("simple", "label", "matrix"),
    ParameterPlace.QUERY: ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    ParameterPlace.QUERY_STRING: ("form",),
    ParameterPlace.HEADER: ("simple",),
    ParameterPlace.COOKIE: ("form", "cookie"),
}
"""Styles by location, the default first (OpenAPI 3.1, section 4.8.12.3)."""

_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})


def list_placeholders(path: str) -> list[str]:
    """Return the names in braces of a path template, in order, without duplicates."""
    names: dict[str, None] = {}
    for piece in path.split("{")[1:]:
        name, brace, _ = piece.partition("}")
        if brace and name:
            names[name] = None
    return list(names)


def build_parameters(
    reader: SchemaReader,
    path: str,
    item: PathItem,
    operation: OperationNode,
    words: tuple[str, ...],
) -> tuple[Parameter, ...]:
    """Return the parameters of an operation.

    Args:
        reader: Reads their schemas.
        path: The path of the operation.
        item: The Path Item Object, which may have parameters for all its operations.
        operation: The operation.
        words: Parts of the operation's name.

    Returns:
        The path parameters in the order of the path, then the others in document order.
    """
    nodes = _resolve_all(reader.context, item.parameters)
    nodes.update(_resolve_all(reader.context, operation.parameters))
    names = list_placeholders(path)
    parameters: dict[tuple[ParameterPlace, str], Parameter] = {}
    for node in nodes.values():
        place = _read_place(reader.diagnostics, node)
        if place is None:
            continue
        if place is ParameterPlace.PATH and node.name not in names:
            reader.diagnostics.add(
                UNUSED_PATH_PARAMETER,
                f"the path {path!r} does not contain {{{node.name}}}",
                node.location,
            )
            continue
        part_words = reader.names.part(operation, words, node, node.name)
        parameters[place, node.name] = _build_parameter(reader, node, place, part_words)
    path_parameters = []
    for name in names:
        declared = parameters.pop((ParameterPlace.PATH, name), None)
        path_parameters.append(
            declared or _build_undeclared(reader.diagnostics, path, name, operation)
        )
    return (*path_parameters, *parameters.values())


def _resolve_all(
    context: Context, nodes: list[ParameterNode]
) -> dict[tuple[str, str], ParameterNode]:
    """Return resolved parameters by location and name, reporting duplicates.

    Names of headers are in lower case, since HTTP ignores their case.
    """
    parameters: dict[tuple[str, str], ParameterNode] = {}
    for node in nodes:
        target = context.document.resolve(node)
        if isinstance(target, BrokenReference):
            context.diagnostics.add(UNRESOLVED_REFERENCE, target.reason, node.location)
            continue
        name = target.name.lower() if target.place == "header" else target.name
        first = parameters.setdefault((target.place, name), target)
        if first is not target:
            context.diagnostics.add(
                DOUBLE_PARAMETER,
                f"duplicate {target.place} parameter {target.name!r}",
                node.location,
                related=(Related("first declared here", first.location),),
            )
    return parameters


def _read_place(diagnostics: Diagnostics, node: ParameterNode) -> ParameterPlace | None:
    """Return the location of a parameter; report one that cannot be sent."""
    try:
        place = ParameterPlace(node.place)
    except ValueError:
        place = None
    if place is None or not node.name:
        diagnostics.add(
            PARAMETER_PLACE,
            f"the parameter {node.name!r} has the location {node.place!r}",
            node.location,
            hint="use path, query, querystring, header or cookie",
        )
        return None
    if not is_name(node.name, place.value):
        diagnostics.add(
            INVALID_NAME,
            f"invalid name {node.name!r} of a {place.value} parameter",
            node.location,
        )
        return None
    if place is ParameterPlace.HEADER and node.name.lower() in _IGNORED_HEADERS:
        diagnostics.add(
            IGNORED_HEADER,
            f"the client sets the header {node.name!r} itself",
            node.location,
        )
        return None
    return place


def _build_parameter(
    reader: SchemaReader,
    node: ParameterNode,
    place: ParameterPlace,
    words: tuple[str, ...],
) -> Parameter:
    style, explode = _read_style(reader.diagnostics, node, place)
    type_, media_type, documentation = _read_type(reader, node, words)
    if media_type:
        style = _find_content_style(place, media_type_name(media_type))
        if style == "text" and not _is_sendable_text(reader, node):
            type_ = Scalar(ScalarKind.STRING)
    if place is ParameterPlace.PATH and isinstance(type_, Nullable):
        type_ = type_.type  # Without a value, there is no path.
    return Parameter(
        name=node.name,
        place=place,
        type=type_,
        required=node.required or place is ParameterPlace.PATH,
        style=style,
        explode=explode,
        allow_reserved=node.allow_reserved,
        media_type=media_type,
        documentation=documentation,
        origin=node.location,
        argument=read_argument(node),
        command=read_command_names(node),
    )


def _read_style(
    diagnostics: Diagnostics, node: ParameterNode, place: ParameterPlace
) -> tuple[str, bool]:
    """Return `style` and `explode` of a parameter, or their defaults."""
    style = node.style or _STYLES[place][0]
    if style not in _STYLES[place]:
        diagnostics.add(
            UNKNOWN_STYLE,
            f"the style {style!r} is not valid for {place.value} parameters",
            node.location,
            hint=f"use {' or '.join(_STYLES[place])}",
        )
        style = _STYLES[place][0]
    explode = node.explode
    if explode is None:
        explode = style in ("form", "cookie", "deepObject")
    return style, explode


def _find_content_style(place: ParameterPlace, media_type: str) -> str:
    """Return how a value is encoded whose media type a `content` map declares."""
    if place is ParameterPlace.QUERY_STRING and is_form(media_type):
        return "form"
    is_range = "*" in media_type and not is_text(media_type)
    return "json" if is_range or is_json(media_type) else "text"


def _is_sendable_text(reader: SchemaReader, node: ParameterNode) -> bool:
    """Return whether the value is a scalar, which can be encoded as text."""
    schema = next((item.schema for item in node.content.values()), None)
    return schema is not None and is_scalar(reader, schema)


def _read_type(
    reader: SchemaReader, node: ParameterNode, words: tuple[str, ...]
) -> tuple[Type, str, Documentation]:
    """Return the type, the media type and the documentation of a parameter.

    The media type is `""` if the parameter has a `schema`, which a style serializes.
    """
    media_type = ""
    schema = node.schema
    if schema is None:
        media_type, content = next(iter(node.content.items()), ("", None))
        schema = content.schema if content else None
    if schema is None:
        reader.diagnostics.add(
            PARAMETER_WITHOUT_TYPE,
            f"the parameter {node.name!r} has no schema",
            node.location,
        )
        return (
            Scalar(ScalarKind.STRING),
            media_type,
            document_parameter(reader.context, node, Documentation()),
        )
    schema = overridden_schema(schema)
    inherited = inherit_documentation(schema, reader.document)
    documentation = document_parameter(reader.context, node, inherited)
    return reader.build_type(schema, words), media_type, documentation


def document_parameter(
    context: Context, node: ParameterNode, schema: Documentation
) -> Documentation:
    """Return the documentation of a parameter or header.

    Args:
        context: Resolves references to examples.
        node: Parameter or header.
        schema: Documentation of its schema.
    """
    examples = tuple(value for _, value in read_example_values(context, node))
    return replace(
        schema,
        description=node.description or schema.description,
        deprecated=node.deprecated or schema.deprecated,
        examples=examples or schema.examples,
    )


def _build_undeclared(
    diagnostics: Diagnostics, path: str, name: str, operation: OperationNode
) -> Parameter:
    """Return a string parameter for a placeholder that is not declared."""
    diagnostics.add(
        UNDECLARED_PATH_PARAMETER,
        f"the parameter {{{name}}} of {path!r} is not declared",
        operation.location,
        hint="add a parameter with this name and `in: path`",
    )
    return Parameter(
        name=name,
        place=ParameterPlace.PATH,
        type=Scalar(ScalarKind.STRING),
        required=True,
        style="simple",
        explode=False,
        allow_reserved=False,
        media_type="",
        documentation=Documentation(),
        origin=operation.location,
    )
