"""Results of methods: which responses a method returns, and in which form."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import Content, Result, StatusResponse, Streaming
from ...model.types import (
    Alias,
    Declaration,
    DeclarationRef,
    Key,
    ListOf,
    Nullable,
    Object,
    Type,
)
from ...openapi.media_types import is_json
from ..streaming.stream_parameter import find_stream_parameter
from ..streaming.streaming import build_streaming, is_stream
from ..streaming.undocumented import infer_streaming
from .drafts import Draft

NO_SUCCESSFUL_RESPONSE = Rule(
    "no-answer",
    Severity.NOTE,
    "An operation has no successful response. The response body is decoded according to "
    "its content type and returned as any JSON value, or as `None` if it is empty.",
)

_LIST_PROPERTIES = ("data", "items", "results", "value", "values", "list")
_MAX_ALIASES = 8
"""How many references and aliases are resolved to find the type of a response."""


def build_result(
    draft: Draft,
    declarations: dict[Key, Declaration],
    streams: Mapping[Type, Content],
    diagnostics: Diagnostics,
) -> Result:
    """Return what the method of an operation returns.

    Successful responses are considered in the order of their status; if there are none,
    the `default` response.

    Args:
        draft: The operation.
        declarations: All declarations, by key.
        streams: Event streams of all operations, by the type of the response without
            streaming.
        diagnostics: Collects operations without a response.
    """
    responses = _list_successful(draft.responses)
    if not responses:
        diagnostics.add(
            NO_SUCCESSFUL_RESPONSE,
            "no successful response is declared",
            draft.node.location,
        )
        return Result(())
    contents: dict[str, Content] = {}
    for response in responses:
        for content in response.contents:
            contents.setdefault(content.media_type, content)
    plain = tuple(item for item in contents.values() if not is_stream(item))
    stream = next((item for item in contents.values() if is_stream(item)), None)
    empty = bool(plain) and any(not response.contents for response in responses)
    parameter = None
    if plain:
        parameter = find_stream_parameter(
            declarations, draft.body, draft.parameters, stream
        )
    result: Streaming | None = None
    if stream is not None:
        result = build_streaming(declarations, draft.node, stream, plain, parameter)
    elif parameter is not None:
        result = infer_streaming(declarations, streams, draft.node, plain, parameter)
    return Result(contents=plain, streaming=result, empty=empty)


def _list_successful(responses: tuple[StatusResponse, ...]) -> list[StatusResponse]:
    successful = [item for item in responses if item.successful]
    if successful:
        return sorted(successful, key=lambda item: item.status)
    return [item for item in responses if item.status == "default"]


def find_response_key(result: Result) -> Key:
    """Return the key of the declaration that a method returns; `""` if none."""
    for content in result.contents:
        if is_json(content.media_type) and isinstance(content.type, DeclarationRef):
            return content.type.key
    return ""


def returns_list(result: Result, declarations: dict[Key, Declaration]) -> bool:
    """Return whether a method returns a list, or an object that is a page of a list."""
    for content in result.contents:
        if is_json(content.media_type) and content.type is not None:
            return _is_list(content.type, declarations)
    return False


def _is_list(type_: Type, declarations: dict[Key, Declaration]) -> bool:
    for _ in range(_MAX_ALIASES):
        type_ = _without_null(type_)
        if not isinstance(type_, DeclarationRef):
            return isinstance(type_, ListOf)
        declaration = declarations.get(type_.key)
        if isinstance(declaration, Alias):
            type_ = declaration.type
            continue
        return isinstance(declaration, Object) and _is_page(declaration)
    return False


def _is_page(declaration: Object) -> bool:
    """Return whether the main property of an object is a list."""
    lists = [
        item
        for item in declaration.properties
        if isinstance(_without_null(item.type), ListOf)
    ]
    return len(lists) == 1 and (
        lists[0].name in _LIST_PROPERTIES or len(declaration.properties) <= 2
    )


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
