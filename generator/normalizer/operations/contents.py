"""Contents of successful responses: which one a method requests and returns."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.operations import Content, Result, StatusResponse
from ...model.types import Scalar, ScalarKind
from ...openapi.media_types import has_version, is_json
from ..streaming.streaming import is_stream

_WITHOUT_BODY = ("204", "205")
"""Status codes of responses without a body (RFC 9110, sections 15.3.5 and 15.3.6)."""


def list_successful(
    responses: tuple[StatusResponse, ...],
) -> tuple[StatusResponse, ...]:
    """Return the successful responses, the most specific status codes first.

    If there are none, return the `default` response.
    """
    successful = [item for item in responses if item.successful]
    if not successful:
        successful = [item for item in responses if item.status == "default"]
    return tuple(sorted(successful, key=lambda item: item.status))


def has_body(response: StatusResponse) -> bool:
    """Return whether a response can have a body."""
    return response.status not in _WITHOUT_BODY


def list_plain(response: StatusResponse) -> tuple[Content, ...]:
    """Return the contents of a response that are not streams."""
    if not has_body(response):
        return ()
    return tuple(item for item in response.contents if not is_stream(item))


def has_several_types(result: Result) -> bool:
    """Return whether responses with content have different types by status code."""
    types = {frozenset(item.type for item in each) for _, each in result.by_status}
    return len(types - {frozenset()}) > 1


def select_requested(contents: tuple[Content, ...]) -> tuple[Content, ...]:
    """Return the contents that a client requests by default.

    If JSON is among several contents, these are the JSON content only:
    one with a schema, `application/json` if possible, else the first. Otherwise all
    contents are requested, and the media type of the response decides. That applies also
    to a file beside a JSON string, which is not a useful representation of a file.
    """
    json = [item for item in contents if _is_json_value(item)]
    if not json or _describes_file(contents, json):
        return contents
    return (min(json, key=_rank),)


def select_alternatives(
    contents: Iterable[Content], requested: Iterable[Content]
) -> tuple[Content, ...]:
    """Return the contents that are only returned on request.

    Other representations of the same schema, such as XML beside JSON, are left out.

    Args:
        contents: All contents of the successful responses.
        requested: The contents that a client requests by default.
    """
    requested = tuple(requested)
    types = {item.type for item in requested}
    names = {item.full_media_type for item in requested}
    alternatives: dict[str, Content] = {}
    for item in contents:
        name = item.full_media_type
        is_same = (
            item.type is not None
            and item.type in types
            and not has_version(item.written)
        )
        if name not in names and "*" not in name and not is_same:
            alternatives.setdefault(name, item)
    return tuple(alternatives.values())


def _is_json_value(content: Content) -> bool:
    is_file = content.type == Scalar(ScalarKind.BINARY)
    return is_json(content.media_type) and not is_file


def _describes_file(contents: Iterable[Content], json: Iterable[Content]) -> bool:
    has_file = any(item.type == Scalar(ScalarKind.BINARY) for item in contents)
    return has_file and all(item.type == Scalar(ScalarKind.STRING) for item in json)


def _rank(content: Content) -> tuple[bool, int]:
    order = ("application/json", "text/json")
    if content.media_type in order:
        return content.type is None, order.index(content.media_type)
    return content.type is None, len(order) + int("*" in content.media_type)
