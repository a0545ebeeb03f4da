"""Operations become endpoints: constants that the runtime reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...model.operations import Operation, Parameter, ParameterPlace, Streaming
from ...python.expressions import NONE, TypeExpr
from ...python.resources import (
    EndpointLiteral,
    KeywordContent,
    KeywordValue,
    PlainValue,
)
from .bodies import BodyFormat
from .pages import paging

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
    event: TypeExpr | None,
    total: TypeExpr | None,
    body: BodyFormat | None,
    errors: Mapping[str, TypeExpr],
    credentials: Mapping[str, str],
) -> EndpointLiteral:
    """The constant of an operation, with everything that is not a default."""
    found: dict[str, KeywordContent] = {}
    if body is not None:
        found["body"] = body.media_type
        if body.without_files:
            found["body_without_files"] = body.without_files
    accept = accepted(operation)
    if accept != "application/json":
        found["accept"] = accept
    if returns != NONE:
        found["returns"] = returns
    if errors:
        found["errors"] = dict(errors)
    if event is not None and operation.result.streaming is not None:
        found.update(_stream(operation.result.streaming, event))
        if total is not None and total != returns:
            found["total"] = total
    if operation.pagination is not None:
        found["page"] = paging(operation.pagination)
    styles = _styles(operation.parameters)
    if styles:
        found["styles"] = styles
    if operation.security is not None:
        found["security"] = security(operation.security, credentials)
    if body is not None and body.files:
        found["files"] = body.files
    idempotency = _idempotency(operation.parameters)
    if idempotency:
        found["idempotency"] = idempotency
    encodings = _encodings(body)
    if encodings:
        found["encodings"] = encodings
    return EndpointLiteral(
        name,
        operation.method,
        without_fragment(operation.path),
        tuple(KeywordValue(key, value) for key, value in found.items()),
    )


def without_fragment(path: str) -> str:
    """The path without its fragment; the names of parameters may hold its sign too."""
    for found in _PARAMETER_OR_FRAGMENT.finditer(path):
        if found[0] == "#":
            return path[: found.start()]
    return path


def accepted(operation: Operation) -> str:
    """The media types of answers of success; JSON when none is named."""
    answer = operation.result
    names = [content.media_type for content in answer.contents]
    if not names and answer.streaming is not None:
        names = [answer.streaming.media_type]
    return ", ".join(names) or "application/json"


def _stream(streaming: Streaming, event: TypeExpr) -> dict[str, KeywordContent]:
    found: dict[str, KeywordContent] = {"stream": event}
    stream_parameter = streaming.stream_parameter
    if stream_parameter is not None and stream_parameter.default_on:
        found["streams"] = True
    if stream_parameter is not None and (
        stream_parameter.name,
        stream_parameter.stream_value,
    ) != ("stream", ""):
        found["switch"] = (stream_parameter.name, stream_parameter.stream_value or True)
    if streaming.media_type != "text/event-stream":
        found["stream_media"] = streaming.media_type
    if streaming.event_format != "data":
        found["events"] = streaming.event_format
    if streaming.end_marker:
        found["ends"] = streaming.end_marker
    if streaming.aggregation:
        found["final"] = streaming.aggregation
    return found


def security(
    alternatives: Iterable[tuple[str, ...]], credentials: Mapping[str, str]
) -> tuple[PlainValue, ...]:
    """Alternatives by the names that the client's arguments have."""
    return tuple(
        tuple(credentials[name] for name in names if name in credentials)
        for names in alternatives
    )


def _styles(parameters: tuple[Parameter, ...]) -> dict[str, PlainValue]:
    names = [item.name for item in parameters]
    found: dict[str, PlainValue] = {}
    for item in parameters:
        key = item.name
        if names.count(key) > 1:
            key = f"{item.place.value}:{key}"
        style = _style(item)
        if style is not None:
            found[key] = style
    return found


def _style(item: Parameter) -> PlainValue:
    if item.place is ParameterPlace.QUERY_STRING:
        return "querystring"
    if item.media_type:
        return "json"
    if item.allow_reserved:
        return (item.style, item.explode, True)
    if (item.style, item.explode) == _DEFAULTS[item.place]:
        return None
    return (item.style, item.explode)


def _idempotency(parameters: tuple[Parameter, ...]) -> str:
    """The name of a header parameter that carries an idempotency key."""
    for item in parameters:
        if item.place is ParameterPlace.HEADER:
            if item.name.lower() in ("idempotency-key", "x-idempotency-key"):
                return item.name
    return ""


def _encodings(body: BodyFormat | None) -> dict[str, PlainValue]:
    found: dict[str, PlainValue] = {}
    names = {item.name for item in body.properties or ()} if body else set[str]()
    for item in body.encodings if body else ():
        if item.style == "brackets" and item.name not in names:
            continue
        if item.media_type:
            found[item.name] = item.media_type.partition(",")[0].strip()
        elif item.style == "brackets":
            found[item.name] = item.style
        elif item.style:
            explode = item.style in ("form", "deepObject")
            chosen = explode if item.explode is None else item.explode
            found[item.name] = (item.style, chosen)
    return found
