"""Selection of the declared media type of a request that an API has sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from email.message import Message
from typing import cast

from .requests.bodies import essence, is_json, is_json_lines
from .responses.errors import InvalidPayloadError


def find_header(headers: Mapping[str, str], name: str) -> str:
    """Return the value of a header; `""` if there is none.

    Args:
        headers: Headers; names are case-insensitive.
        name: Name of the header in lower case.
    """
    return read_header(headers, name).strip()


def read_header(headers: Mapping[str, str], name: str) -> str:
    """Return the value of a header with its white space; `""` if there is none.

    Raises:
        TypeError: The name of a header, or the value of this one, is not a string.
    """
    values = cast("Mapping[object, object]", headers)  # Callers may have other types.
    for key, value in values.items():
        if not isinstance(key, str):
            raise TypeError(f"the name of the header {key!r} must be a string")
        if key.lower() == name:
            if not isinstance(value, str):
                kind = type(value).__name__
                raise TypeError(f"the header {name!r} must be a string, not {kind}")
            return value
    return ""


def select_media_type(declared: Iterable[str], content_type: str) -> str:
    """Return the declared media type of a request.

    Args:
        declared: Media types of the document, which can be ranges such as `text/*`.
        content_type: Media type of the request with its parameters; `""` if it is unknown.

    Raises:
        InvalidPayloadError: The media type is none of the declared ones, or it is unknown
            although it is needed: there are several, or the type is a multipart form.
    """
    names = list(declared)
    if not content_type:
        if len(names) == 1 and not names[0].startswith("multipart/"):
            return names[0]
        raise InvalidPayloadError(
            "Content-Type of the request is missing; pass the headers of the request"
        )
    kind = essence(content_type)
    same = [name for name in names if essence(name) == kind]
    if same:
        selected = _match_parameters(same, content_type)
    else:
        selected = _find_similar(names, kind)
    if selected is None:
        raise InvalidPayloadError(
            f"Content-Type {content_type!r} is not declared; expected"
            f" {' or '.join(names)}"
        )
    return selected


def _match_parameters(names: list[str], content_type: str) -> str | None:
    """Return the media type whose parameters match best; they differ in nothing else."""
    if len(names) == 1:
        return names[0]
    received = _parameters(content_type)
    matching = [name for name in names if _parameters(name) <= received]
    return max(matching, key=lambda name: len(_parameters(name)), default=None)


def _find_similar(names: list[str], kind: str) -> str | None:
    """Return the range that contains a media type, or any JSON for a kind of JSON."""
    for name in names:
        pattern = re.escape(essence(name)).replace(r"\*", ".*")
        if "*" in name and re.fullmatch(pattern, kind):
            return name
    if not is_json(kind) or is_json_lines(kind):
        return None
    return next((name for name in names if is_json(essence(name))), None)


def _parameters(content_type: str) -> frozenset[tuple[str, str]]:
    message = Message()
    message["content-type"] = content_type
    pairs = (message.get_params() or [])[1:]
    return frozenset((name.lower(), value.strip().lower()) for name, value in pairs)
