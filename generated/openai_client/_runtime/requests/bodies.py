"""Request bodies by media type: JSON, forms, multipart, text, binary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import quote_plus

from .encoding import is_list, is_object, json_bytes, listed
from .parameters import bracketed, styled_pairs
from ..models.records import Record
from ..sentinels import omit

if TYPE_CHECKING:
    from ..api.endpoint import Endpoint
    from .uploads import Parts, Upload

Content: TypeAlias = "bytes | Upload | Parts"


def is_json(media: str) -> bool:
    """Whether a media type without parameters is JSON (RFC 8259, RFC 6839, 3.1)."""
    return media == "application/json" or media.endswith(("+json", "/json"))


def essence(content_type: str) -> str:
    """A media type without its parameters, in small letters."""
    return content_type.partition(";")[0].strip().lower()


def encode_body(
    endpoint: Endpoint, body: object, extra: Mapping[str, object] | None
) -> tuple[str | None, Content] | None:
    """Encodes a body.

    Args:
        endpoint: Its media type, files and encodings. Where the media type is open
            (`*/*`, or none), the kind of value decides.
        body: A mapping whose `omit` values are left out, or what the media type takes;
            `omit`: there is none.
        extra: Properties to set over those of the body.

    Returns:
        `Content-Type` and content; `None` if there is no body.

    Raises:
        TypeError: The media type cannot carry the value.
        ValueError: NaN or an infinity.
    """
    if extra:
        body = {**_members(body), **extra}
    elif isinstance(body, dict):
        given = cast("dict[str, object]", body)
        body = {key: item for key, item in given.items() if item is not omit}
    elif body is omit:
        return None
    media = endpoint.body
    if endpoint.body_without_files and not _has_files(endpoint, _members(body)):
        media = endpoint.body_without_files
    if media is None or "*" in media:
        media = _natural_media(body)
    kind = essence(media)
    if is_json(kind):
        return media, json_bytes(body)
    if kind == "application/x-www-form-urlencoded":
        return media, _form(endpoint, _members(body))
    if kind == "multipart/form-data":
        from .multipart import multipart, new_boundary

        boundary = new_boundary()
        content = multipart(endpoint, _members(body), boundary)
        return f"multipart/form-data; boundary={boundary}", content
    return media, _raw(kind, body)


def _members(body: object) -> dict[str, Any]:
    if body is omit or body is None:
        return {}
    members = listed(body)
    if not is_object(members):
        raise TypeError(f"this body has named members; it is no {type(body).__name__}")
    return {key: item for key, item in members.items() if item is not omit}


def _has_files(endpoint: Endpoint, members: Mapping[str, object]) -> bool:
    """Whether a file is among the members, and not JSON that names one."""
    for name in endpoint.files:
        value = members.get(name)
        for item in value if is_list(value) else (value,):
            if item is not None and not isinstance(item, (str, dict, Record)):
                return True
    return False


def _natural_media(body: object) -> str:
    if isinstance(body, str):
        return "text/plain; charset=utf-8"
    if isinstance(body, (Mapping, list, tuple, int, float)) or body is None:
        return "application/json"
    if isinstance(body, (bytes, bytearray)) or hasattr(body, "read"):
        return "application/octet-stream"
    if hasattr(body, "__fspath__") or hasattr(body, "__next__"):
        return "application/octet-stream"
    return (
        "application/octet-stream" if hasattr(body, "__aiter__") else "application/json"
    )


def _form(endpoint: Endpoint, fields: Mapping[str, object]) -> bytes:
    """A form (OpenAPI, "Encoding the x-www-form-urlencoded Media Type")."""
    pairs: list[tuple[str, str]] = []
    for name, value in fields.items():
        if value is None:
            continue
        style = endpoint.encodings.get(name)
        if style is None:
            pairs.extend(bracketed(name, value, str, brackets=False))
        else:
            # A media type can only be JSON here; anything else is a scalar's.
            json = isinstance(style, str) and "/" in style
            pairs.extend(styled_pairs(name, value, "json" if json else style))
    return "&".join(
        f"{quote_plus(key)}={quote_plus(text)}" for key, text in pairs
    ).encode()


def _raw(kind: str, body: object) -> Content:
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, (bytes, bytearray)):
        return bytes(body)
    from .uploads import Upload

    if is_object(body) or isinstance(body, (int, float)) or body is None:
        raise TypeError(f"a body of type {kind} is no {type(body).__name__}")
    return Upload(body)
