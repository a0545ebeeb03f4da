"""Encoding of request bodies by media type: JSON, forms, multipart, text and binary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import quote_plus

from ..models.records import JSONObject
from ..sentinels import omit
from .encoding import (
    is_list,
    is_object,
    json_bytes,
    plain_text,
    to_json_type,
)
from .parameters import form_pairs, styled_pairs

if TYPE_CHECKING:
    from ..api.endpoint import Endpoint
    from .uploads import Parts, Upload

Content: TypeAlias = "bytes | Upload | Parts"


def is_json(media: str) -> bool:
    """Return whether a media type without parameters is JSON (RFC 6839, section 3.1)."""
    return media == "application/json" or media.endswith(("+json", "/json"))


def essence(content_type: str) -> str:
    """Return a media type in lower case without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def encode_body(
    endpoint: Endpoint, body: object, extra: Mapping[str, object] | None
) -> tuple[str | None, Content] | None:
    """Encode a request body.

    Args:
        endpoint: The endpoint with the media type, files and encodings. Without a media
            type, or with a range such as `*/*`, the type of the value decides.
        body: A mapping, or another value that the media type supports. Members that are
            `omit` are removed. `omit`: the request has no body.
        extra: Additional members; they replace those of the body.

    Returns:
        The `Content-Type` and the content, or `None` if there is no body.

    Raises:
        TypeError: The media type does not support the value.
        ValueError: The body contains NaN or an infinity.
    """
    if extra:
        body = {**_members(body), **extra}
    elif isinstance(body, dict):
        members = cast("dict[str, object]", body)
        body = {key: item for key, item in members.items() if item is not omit}
        if not body and endpoint.optional_body:
            return None
    elif body is omit:
        return None
    media = endpoint.body
    if endpoint.body_without_files and not _has_files(endpoint, _members(body)):
        media = endpoint.body_without_files
    if media is None or "*" in media:
        media = _infer_media_type(body)
    kind = essence(media)
    if is_json(kind):
        return media, json_bytes(body)
    if kind == "application/x-www-form-urlencoded":
        return media, _encode_form(endpoint, _members(body))
    if kind.startswith("multipart/"):
        from .multipart import create_boundary, encode_multipart

        boundary = create_boundary()
        content = encode_multipart(endpoint, _members(body), boundary)
        return f"{kind}; boundary={boundary}", content
    if body is None:
        return None
    return _encode_raw(media, body)


def _members(body: object) -> dict[str, Any]:
    if body is omit or body is None:
        return {}
    members = to_json_type(body)
    if not is_object(members):
        raise TypeError(f"body must be a mapping, not {type(body).__name__}")
    return {key: item for key, item in members.items() if item is not omit}


def _has_files(endpoint: Endpoint, members: Mapping[str, object]) -> bool:
    """Return whether a member is the content of a file, not a file's ID or object."""
    for name in endpoint.files:
        value = members.get(name)
        for item in value if is_list(value) else (value,):
            if item is not None and not isinstance(item, (str, dict, JSONObject)):
                return True
    return False


def _infer_media_type(body: object) -> str:
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


def _encode_form(endpoint: Endpoint, fields: Mapping[str, object]) -> bytes:
    """Encode a form (OpenAPI, "Encoding the x-www-form-urlencoded Media Type")."""
    pairs: list[tuple[str, str]] = []
    for name, value in fields.items():
        if value is None:
            continue
        style = endpoint.encodings.get(name)
        if style is None:
            pairs.extend(form_pairs(name, value))
        else:
            # Media types other than JSON are those of scalars, which JSON does not quote.
            is_media_type = isinstance(style, str) and "/" in style
            pairs.extend(styled_pairs(name, value, "json" if is_media_type else style))
    return "&".join(
        f"{quote_plus(key)}={quote_plus(encoded)}" for key, encoded in pairs
    ).encode()


def _encode_raw(media: str, body: object) -> tuple[str, Content]:
    """Encode a body that is neither JSON nor a form: a string, bytes or a file.

    In text, other scalars are sent as strings, and objects and lists as JSON.
    """
    if isinstance(body, str):
        return media, body.encode()
    if isinstance(body, (bytes, bytearray)):
        return media, bytes(body)
    from .uploads import Upload, is_chunks, is_file_value, split_file

    kind = essence(media)
    if kind.startswith("text/") and not (is_file_value(body) or is_chunks(body)):
        return media, plain_text(body).encode()
    if is_object(body) or isinstance(body, (int, float)):
        raise TypeError(f"body of type {kind} must not be {type(body).__name__}")
    if hasattr(body, "isoformat"):
        return media, plain_text(body).encode()
    _, content, own_media, _ = split_file(body)
    return own_media or media, Upload(content)
