"""What a call is given outside its body: parameters."""

from __future__ import annotations

from dataclasses import replace

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...model.operations import Parameter, ParameterPlace
from ...model.types import Documentation, Scalar, ScalarKind, Type
from ..schemas.documentation import inherited
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.reader import SchemaReader
from .wire_names import INVALID_NAME, is_name
from ...openapi.document import BrokenReference

from ...openapi.operation import Operation as OperationNode
from ...openapi.operation import Parameter as ParameterNode
from ...openapi.operation import PathItem

PARAMETER_PLACE = Rule(
    "parameter-place",
    Severity.WARNING,
    "A parameter says `in` something other than path, query, querystring, header or "
    "cookie, or has no name. It cannot be sent and is left out.",
    key="in",
)
IGNORED_HEADER = Rule(
    "ignored-header",
    Severity.NOTE,
    "OpenAPI says that header parameters called Accept, Content-Type and Authorization "
    "are to be ignored: content types and credentials set them. `extra_headers` of each "
    "call can still replace them.",
    key="name",
)
DOUBLE_PARAMETER = Rule(
    "double-parameter",
    Severity.WARNING,
    "An operation lists a parameter twice, with the same name and place. The first one "
    "is generated.",
    key="name",
)
UNKNOWN_STYLE = Rule(
    "unknown-style",
    Severity.WARNING,
    "A parameter asks for a `style` that does not exist at its place. The default style "
    "of that place is used.",
    key="style",
)
PARAMETER_WITHOUT_TYPE = Rule(
    "parameter-without-type",
    Severity.NOTE,
    "A parameter has neither `schema` nor `content`. It is treated as a string.",
)
UNDECLARED_PATH_PARAMETER = Rule(
    "undeclared-path-parameter",
    Severity.WARNING,
    "A path holds a `{parameter}` that the operation does not declare. It is generated "
    "as a required string.",
)
UNUSED_PATH_PARAMETER = Rule(
    "unused-path-parameter",
    Severity.WARNING,
    "An operation declares a path parameter that its path does not hold. There is no "
    "place to send it, so it is left out.",
    key="name",
)
_STYLES = {
    ParameterPlace.PATH: ("simple", "label", "matrix"),
    ParameterPlace.QUERY: ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    ParameterPlace.QUERY_STRING: ("form",),
    ParameterPlace.HEADER: ("simple",),
    ParameterPlace.COOKIE: ("form", "cookie"),
}
"""Styles by place, the default first (OpenAPI 3.1, section 4.8.12.3)."""

_IGNORED = frozenset({"accept", "content-type", "authorization"})


def placeholders(path: str) -> list[str]:
    """The names in braces of a path template, in order, each once."""
    names: dict[str, None] = {}
    for piece in path.split("{")[1:]:
        name, brace, _ = piece.partition("}")
        if brace and name:
            names[name] = None
    return list(names)


def parameters(
    reader: SchemaReader,
    path: str,
    item: PathItem,
    operation: OperationNode,
    words: tuple[str, ...],
) -> tuple[Parameter, ...]:
    """The parameters of an operation: those in the path in its order, then the others."""
    nodes = _resolved(reader, item.parameters, {})
    nodes.update(_resolved(reader, operation.parameters, {}))
    wanted = placeholders(path)
    found: dict[tuple[ParameterPlace, str], Parameter] = {}
    for node in nodes.values():
        place = _place(reader.diagnostics, node)
        if place is None:
            continue
        if place is ParameterPlace.PATH and node.name not in wanted:
            reader.diagnostics.add(
                UNUSED_PATH_PARAMETER,
                f"the path {path!r} does not hold {{{node.name}}}",
                node.location,
            )
            continue
        own = reader.names.part(operation, words, node, node.name)
        found[place, node.name] = _parameter(reader, node, place, own)
    in_path = []
    for name in wanted:
        known = found.pop((ParameterPlace.PATH, name), None)
        in_path.append(known or _undeclared(reader, path, name, operation))
    return (*in_path, *found.values())


def _resolved(
    reader: SchemaReader,
    nodes: list[ParameterNode],
    found: dict[tuple[str, str], ParameterNode],
) -> dict[tuple[str, str], ParameterNode]:
    for node in nodes:
        target = reader.document.resolve(node)
        if isinstance(target, BrokenReference):
            reader.diagnostics.add(UNRESOLVED_REFERENCE, target.reason, node.location)
            continue
        known = found.setdefault((target.place, target.name), target)
        if known is not target:
            reader.diagnostics.add(
                DOUBLE_PARAMETER,
                f"the {target.place} parameter {target.name!r} stands twice",
                node.location,
                related=(Related("it stands here first", known.location),),
            )
    return found


def _place(diagnostics: Diagnostics, node: ParameterNode) -> ParameterPlace | None:
    try:
        place = ParameterPlace(node.place)
    except ValueError:
        place = None
    if place is None or not node.name:
        diagnostics.add(
            PARAMETER_PLACE,
            f"the parameter {node.name!r} is in {node.place!r}",
            node.location,
            hint="use path, query, querystring, header or cookie",
        )
        return None
    if not is_name(node.name, place.value):
        diagnostics.add(
            INVALID_NAME,
            f"no {place.value} parameter can be called {node.name!r}",
            node.location,
        )
        return None
    if place is ParameterPlace.HEADER and node.name.lower() in _IGNORED:
        diagnostics.add(
            IGNORED_HEADER,
            f"the header parameter {node.name!r} is set by the client itself",
            node.location,
        )
        return None
    return place


def _parameter(
    reader: SchemaReader,
    node: ParameterNode,
    place: ParameterPlace,
    words: tuple[str, ...],
) -> Parameter:
    style, explode = _style(reader.diagnostics, node, place)
    type_, media_type, documentation = _described(reader, node, words)
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
    )


def _style(
    diagnostics: Diagnostics, node: ParameterNode, place: ParameterPlace
) -> tuple[str, bool]:
    style = node.style or _STYLES[place][0]
    if style not in _STYLES[place]:
        diagnostics.add(
            UNKNOWN_STYLE,
            f"there is no style {style!r} for {place.value} parameters",
            node.location,
            hint=f"use {' or '.join(_STYLES[place])}",
        )
        style = _STYLES[place][0]
    explode = node.explode
    if explode is None:
        explode = style in ("form", "cookie", "deepObject")
    return style, explode


def _described(
    reader: SchemaReader, node: ParameterNode, words: tuple[str, ...]
) -> tuple[Type, str, Documentation]:
    """The type, the media type where no style applies, and the documentation."""
    media_type = ""
    schema = node.schema
    if schema is None:
        for media_type, content in node.content.items():
            schema = content.schema
            break
    if schema is None:
        reader.diagnostics.add(
            PARAMETER_WITHOUT_TYPE,
            f"the parameter {node.name!r} has no schema",
            node.location,
        )
        return (
            Scalar(ScalarKind.STRING),
            media_type,
            Documentation(node.description, deprecated=node.deprecated),
        )
    said = inherited(schema, reader.document)
    documentation = replace(
        said,
        description=node.description or said.description,
        deprecated=node.deprecated or said.deprecated,
        examples=tuple(node.examples) or said.examples,
    )
    return reader.type_of(schema, words), media_type, documentation


def _undeclared(
    reader: SchemaReader, path: str, name: str, operation: OperationNode
) -> Parameter:
    reader.diagnostics.add(
        UNDECLARED_PATH_PARAMETER,
        f"{{{name}}} of {path!r} is not declared",
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
