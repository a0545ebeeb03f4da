"""Lowering of operations to endpoints: constants that the runtime reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...model.accumulation import AccumulationRule, Blocks
from ...model.bodies import PartEncoding
from ...model.operations import Operation, Parameter, ParameterPlace, Streaming
from ...python.constants import (
    EndpointLiteral,
    KeywordContent,
    KeywordValue,
    PlainValue,
)
from ...python.expressions import NONE, TypeExpr
from .bodies import BodyFormat
from .pages import build_paging
from .parts import list_part_media
from .servers import lower_servers

_PARAMETER_OR_FRAGMENT = re.compile(r"\{[^{}]+\}|#")
_DEFAULTS = {
    ParameterPlace.PATH: ("simple", False),
    ParameterPlace.QUERY: ("form", True),
    ParameterPlace.HEADER: ("simple", False),
    ParameterPlace.COOKIE: ("form", True),
}


def endpoint(
    name: str,
    operation: Operation,
    returns: TypeExpr,
    variants: Mapping[str, Mapping[str, TypeExpr]],
    event: TypeExpr | None,
    aggregated_type: TypeExpr | None,
    body: BodyFormat | None,
    errors: Mapping[str, TypeExpr],
    credentials: Mapping[str, str],
    formats: Mapping[str, PlainValue],
) -> EndpointLiteral:
    """Build the endpoint of an operation; values that are defaults are omitted.

    Args:
        name: Name of the constant.
        operation: Operation to lower.
        returns: Type of the response.
        variants: Types of some responses: `returns_by_status` and `alternatives`.
        event: Type of each event of a stream.
        aggregated_type: Type of the final response that is aggregated from the events.
        body: Format of the body; `None` if there is no body.
        errors: Type of error bodies by status code.
        credentials: Argument of the client for each security scheme.
        formats: Places of formatted values in the arguments.
    """
    keywords = _body(body)
    keywords |= _response(operation, returns, event, aggregated_type, errors)
    keywords |= {key: types for key, types in variants.items() if types}
    if operation.pagination is not None:
        keywords["pagination"] = build_paging(operation.pagination)
    styles = _styles(operation.parameters)
    if styles:
        keywords["styles"] = styles
    if operation.security is not None:
        keywords["security"] = security(operation.security, credentials)
    if body is not None and body.files:
        keywords["files"] = body.files
        if body.mixed:
            keywords["mixed"] = body.mixed
    if operation.headers:
        keywords["headers"] = dict(operation.headers)
    idempotency = _idempotency(operation.parameters)
    if idempotency:
        keywords["idempotency"] = idempotency
    encodings = _encodings(body)
    if encodings:
        keywords["encodings"] = encodings
    if formats:
        keywords["formats"] = formats
    return EndpointLiteral(
        name,
        operation.method,
        without_fragment(operation.path),
        tuple(KeywordValue(key, value) for key, value in keywords.items()),
        lower_servers(operation.servers),
    )


def _body(body: BodyFormat | None) -> dict[str, KeywordContent]:
    keywords: dict[str, KeywordContent] = {}
    if body is not None:
        keywords["body"] = body.media_type
        if body.without_files:
            keywords["body_without_files"] = body.without_files
        if body.optional:
            keywords["optional_body"] = True
    return keywords


def _response(
    operation: Operation,
    returns: TypeExpr,
    event: TypeExpr | None,
    aggregated_type: TypeExpr | None,
    errors: Mapping[str, TypeExpr],
) -> dict[str, KeywordContent]:
    keywords: dict[str, KeywordContent] = {}
    accept = accepted(operation)
    if accept != "application/json":
        keywords["accept"] = accept
    if returns != NONE:
        keywords["returns"] = returns
    if errors:
        keywords["errors"] = dict(errors)
    if event is not None and operation.result.streaming is not None:
        keywords |= _stream(operation.result.streaming, event)
        if aggregated_type is not None and aggregated_type != returns:
            keywords["aggregated_type"] = aggregated_type
    return keywords


def without_fragment(path: str) -> str:
    """Remove the fragment of a path; names of parameters may also contain `#`."""
    for match in _PARAMETER_OR_FRAGMENT.finditer(path):
        if match[0] == "#":
            return path[: match.start()]
    return path


def accepted(operation: Operation) -> str:
    """Return the media types of successful responses.

    That is any type if the document declares no body, and JSON, for errors, if there is
    none.
    """
    result = operation.result
    names = [content.full_media_type for content in result.contents]
    if not names and result.streaming is not None:
        names = [result.streaming.media_type]
    if result.text_format is not None:
        names.append("text/*")
    if result.undeclared:
        return "*/*"
    return ", ".join(dict.fromkeys(names)) or "application/json"


def _stream(streaming: Streaming, event: TypeExpr) -> dict[str, KeywordContent]:
    keywords: dict[str, KeywordContent] = {"stream": event}
    if media := list_part_media(streaming):
        keywords["part_media"] = media
    stream_parameter = streaming.stream_parameter
    if stream_parameter is not None and stream_parameter.default_on:
        keywords["streams_by_default"] = True
    if stream_parameter is not None and (
        stream_parameter.name,
        stream_parameter.stream_value,
    ) != ("stream", ""):
        keywords["stream_parameter"] = (
            stream_parameter.name,
            stream_parameter.stream_value or True,
        )
    if streaming.media_type != "text/event-stream":
        keywords["stream_media"] = streaming.media_type
    if streaming.event_format != "data":
        keywords["events"] = streaming.event_format
    if streaming.end_marker:
        keywords["end_marker"] = streaming.end_marker
    if streaming.blocks is not None:
        keywords["aggregation"] = _blocks(streaming.blocks)
    elif streaming.rules:
        keywords["aggregation"] = _rules(streaming.rules)
    elif streaming.aggregation:
        keywords["aggregation"] = streaming.aggregation
    return keywords


def _blocks(blocks: Blocks) -> PlainValue:
    """Return the events of blocks as plain data; see `streaming.blocks` of the runtime."""
    return (
        *(
            "blocks",
            blocks.tag,
            blocks.start,
            blocks.begin,
            blocks.entries,
            blocks.delta,
        ),
        tuple((item.kind, item.key, item.how, item.target) for item in blocks.rules),
        blocks.updates,
        blocks.last,
        blocks.neutral,
    )


def _rules(rules: tuple[AccumulationRule, ...]) -> PlainValue:
    """Return the rules of items as plain data; see `streaming.rules` of the runtime."""
    values = (
        (item.where, item.source, item.target, item.how, item.last) for item in rules
    )
    return ("rules", *values)


def security(
    alternatives: Iterable[tuple[str, ...]], credentials: Mapping[str, str]
) -> tuple[PlainValue, ...]:
    """Return security alternatives with the names of the client's arguments."""
    return tuple(
        tuple(credentials[name] for name in names if name in credentials)
        for names in alternatives
    )


def _styles(parameters: tuple[Parameter, ...]) -> dict[str, PlainValue]:
    names = [item.name for item in parameters]
    styles: dict[str, PlainValue] = {}
    for item in parameters:
        key = item.name
        if names.count(key) > 1:
            is_query = item.place is ParameterPlace.QUERY_STRING
            key = f"{'query' if is_query else item.place.value}:{key}"
        style = _style(item)
        if style is not None:
            styles[key] = style
    return styles


def _style(item: Parameter) -> PlainValue:
    if item.place is ParameterPlace.QUERY_STRING:
        return "querystring" if item.style == "form" else f"querystring {item.style}"
    if item.media_type:
        return item.style
    if item.style == "brackets":
        return item.style
    if item.allow_reserved:
        return (item.style, item.explode, True)
    if (item.style, item.explode) == _DEFAULTS[item.place]:
        return None
    return (item.style, item.explode)


def _idempotency(parameters: tuple[Parameter, ...]) -> str:
    """Return the name of the header parameter for an idempotency key, or `""`."""
    for item in parameters:
        names = ("idempotency-key", "x-idempotency-key")
        if item.place is ParameterPlace.HEADER and item.name.lower() in names:
            return item.name
    return ""


def _encodings(body: BodyFormat | None) -> dict[str, PlainValue]:
    """Return the encodings of properties, with the media type if forms differ in them."""
    if body is None:
        return {}
    names = {item.name for item in body.properties or ()}
    forms = {
        key: _form_encodings(items, names) for key, items in body.encodings.items()
    }
    common = next(iter(forms.values()), {})
    encodings = dict(common)
    for media_type, own in forms.items():
        for name in dict.fromkeys((*common, *own)):
            if own.get(name) != common.get(name):
                encodings[f"{media_type}:{name}"] = own.get(name)
    return encodings


def _form_encodings(
    items: Iterable[PartEncoding], names: set[str]
) -> dict[str, PlainValue]:
    encodings: dict[str, PlainValue] = {}
    for item in items:
        if item.style == "brackets" and item.name not in names:
            continue
        if item.media_type:
            encodings[item.name] = item.media_type.partition(",")[0].strip()
        elif item.style == "brackets":
            encodings[item.name] = item.style
        elif item.style:
            explode = item.style in ("form", "deepObject")
            item_explode = explode if item.explode is None else item.explode
            encodings[item.name] = (item.style, item_explode)
    return encodings
