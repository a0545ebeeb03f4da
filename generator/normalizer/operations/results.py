"""Results of methods: which responses a method returns, and in which form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import Content, Result, StatusResponse, Streaming
from ...model.resolution import resolve_type
from ...model.types import (
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
from ..streaming.undocumented import UndocumentedStreams
from .contents import (
    has_body,
    has_several_types,
    list_plain,
    list_successful,
    select_alternatives,
    select_requested,
)
from .drafts import Draft
from .text_formats import find_text_format

NO_SUCCESSFUL_RESPONSE = Rule(
    "no-answer",
    Severity.NOTE,
    "An operation has no successful response. The response body is decoded according to "
    "its content type and returned as any JSON value, or as `None` if it is empty.",
    hint="declare the response with its status code, such as 200",
)

_LIST_PROPERTIES = ("data", "items", "results", "value", "values", "list")


def build_result(
    draft: Draft,
    declarations: dict[Key, Declaration],
    streams: UndocumentedStreams,
    diagnostics: Diagnostics,
) -> Result:
    """Return what the method of an operation returns.

    The method returns the contents of all successful responses, or that of the `default`
    response if there are none.

    Args:
        draft: The operation.
        declarations: All declarations, by key.
        streams: Infers streams that are not declared.
        diagnostics: Collects operations without a response.
    """
    responses = list_successful(draft.responses)
    if not responses:
        diagnostics.add(
            NO_SUCCESSFUL_RESPONSE,
            "no successful response is declared",
            draft.node.location,
        )
    if draft.method == "HEAD":
        return Result(())
    plain = {item.status: list_plain(item) for item in responses}
    result = _build_plain_result(responses, plain)
    declared = [each for item in responses for each in item.contents if has_body(item)]
    stream = next((item for item in declared if is_stream(item)), None)
    parameter = None
    if result.contents:
        parameter = find_stream_parameter(
            declarations, draft.body, draft.parameters, stream
        )
    streaming: Streaming | None = None
    if stream is not None:
        streaming = build_streaming(
            declarations, draft.node, stream, result.contents, parameter
        )
    elif parameter is not None:
        streaming = streams.infer(draft.node, result.contents, parameter)
    text_format = find_text_format(
        declarations, draft.body, draft.parameters, result.contents
    )
    return replace(result, streaming=streaming, text_format=text_format)


def _build_plain_result(
    responses: tuple[StatusResponse, ...], plain: Mapping[str, tuple[Content, ...]]
) -> Result:
    """Return the result of an operation without its streaming response.

    Args:
        responses: The successful responses.
        plain: Their contents that are not streams, by status code.
    """
    requested = {
        status: select_requested(contents) for status, contents in plain.items()
    }
    contents = tuple(dict.fromkeys(chain.from_iterable(requested.values())))
    without_content = {
        item.status for item in responses if not (has_body(item) and item.contents)
    }
    undeclared = not any(item.contents for item in responses)
    result = Result(
        contents=contents,
        empty=bool(contents and without_content),
        by_status=tuple(
            (status, each)
            for status, each in requested.items()
            if each or status in without_content
        ),
        alternatives=select_alternatives(chain.from_iterable(plain.values()), contents),
        undeclared=(undeclared and any(map(has_body, responses))) or not responses,
    )
    if result.empty or has_several_types(result):
        return result
    return replace(result, by_status=())


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
    type_ = resolve_type(type_, declarations)
    if isinstance(type_, DeclarationRef):
        declaration = declarations.get(type_.key)
        return isinstance(declaration, Object) and _is_page(declaration)
    return isinstance(type_, ListOf)


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
