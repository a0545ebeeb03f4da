"""Encoding of request bodies by media type: JSON, forms, multipart, text and binary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast
from urllib.parse import quote_plus

from ..features import load_feature
from ..models.records import JSONObject
from ..sentinels import omit
from .encoding import (
    is_list,
    is_object,
    json_bytes,
    json_text,
    plain_text,
    to_json_type,
)
from .parameters import nested_pairs, styled_pairs

if TYPE_CHECKING:
    from ..api.endpoint import Endpoint
    from .uploads import Parts, Upload

_JSON_LINES: Final = (
    *("/jsonl", "/x-ndjson", "/ndjson", "jsonlines", "/json-lines"),
    *("/stream+json", "json-seq"),
)
_URLENCODED: Final = "application/x-www-form-urlencoded"
_CHARSET: Final = r""";\s*charset\s*=\s*"?([^\s";]+)"""
Content: TypeAlias = "bytes | Upload | Parts"


def is_json(media: str) -> bool:
    """Return whether a media type without parameters is JSON (RFC 6839, section 3.1)."""
    return media == "application/json" or media.endswith(("+json", "/json"))


def essence(content_type: str) -> str:
    """Return a media type in lower case without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def is_json_lines(media: str) -> bool:
    """Return whether a media type without parameters is a sequence of JSON values."""
    return media.endswith(_JSON_LINES)


def find_charset(content_type: str) -> str:
    """Return the charset of a media type, UTF-8 if it has none."""
    match = re.search(_CHARSET, content_type, re.IGNORECASE)
    return match[1].lower() if match else "utf-8"


def encode_body(
    endpoint: Endpoint,
    body: object,
    extra: Mapping[str, object] | None,
    selected: object = None,
) -> tuple[str | None, Content] | None:
    """Encode a request body.

    Args:
        endpoint: The endpoint with the media type, files and encodings. Without a media
            type, or with a range such as `*/*`, the type of the value decides.
        body: A mapping, or another value that the media type supports. Members that are
            `omit` are removed. `omit`: the request has no body.
        extra: Additional members; they replace those of the body.
        selected: The media type that the caller selected; it replaces that of the endpoint.

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
    media = _select_media_type(endpoint, body, selected)
    kind = essence(media)
    if kind == _URLENCODED:
        return media, _encode_form(endpoint, _members(body))
    if kind.startswith("multipart/") and not _is_encoded(body):
        multipart = load_feature("requests.multipart")
        items = to_json_type(body)
        encoded: tuple[str, Content] = multipart.encode_multipart(
            endpoint, items if is_list(items) else _members(body), media, kind
        )
        return encoded
    if is_json_lines(kind) and not (isinstance(body, str) or _is_encoded(body)):
        return media, load_feature("requests.json_lines").encode_lines(body, kind)
    if is_json(kind) and not _is_encoded(body):
        return media, _encode_json(media, body)
    if body is None:
        return None
    return _encode_raw(media, body)


def select_body(default: object, other: object, content_type: object) -> object:
    """Return the body of a method that accepts its properties or a whole body.

    Args:
        default: The properties by name, or the body, in the default media type.
        other: The same in other media types.
        content_type: The media type that the caller selected, or `omit`.

    Raises:
        TypeError: Both are passed, or `other` without `content_type`.
    """
    if not _is_passed(other):
        return default
    if _is_passed(default):
        raise TypeError("the whole body cannot be combined with its properties")
    if content_type is omit:
        raise TypeError("content_type is required for a body in this form")
    return other


def _is_passed(body: object) -> bool:
    """Return whether a body, or one of its properties, is not omitted."""
    if isinstance(body, dict):
        values = cast("dict[str, object]", body).values()
        return any(value is not omit for value in values) or not values
    return body is not omit


def _select_media_type(endpoint: Endpoint, body: object, selected: object) -> str:
    media = endpoint.body
    if endpoint.body_without_files and not _has_files(endpoint, _members(body)):
        media = endpoint.body_without_files
    if isinstance(selected, str):
        media = selected
    return _infer_media_type(body) if media is None or "*" in media else media


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
    if isinstance(body, (bytes, bytearray)) or _is_encoded(body):
        return "application/octet-stream"
    if hasattr(body, "__fspath__") or hasattr(body, "__next__"):
        return "application/octet-stream"
    return (
        "application/octet-stream" if hasattr(body, "__aiter__") else "application/json"
    )


def _form_pairs(name: str, value: object) -> list[tuple[str, str]]:
    """Split a property of a form without a style into pairs, without encoding.

    Objects, and lists of objects, are sent as JSON (OpenAPI 3.1.1, "Encoding the
    x-www-form-urlencoded Media Type"). Other lists repeat the name.
    """
    members = to_json_type(value)
    items = members if is_list(members) else [members]
    if any(isinstance(to_json_type(item), (dict, list, tuple)) for item in items):
        return [(name, json_text(members))]
    return nested_pairs(name, members, str, brackets=False)


def _encode_form(endpoint: Endpoint, fields: Mapping[str, object]) -> bytes:
    """Encode a form (OpenAPI, "Encoding the x-www-form-urlencoded Media Type")."""
    pairs: list[tuple[str, str]] = []
    for name, value in fields.items():
        if value is None:
            continue
        style = endpoint.encoding(_URLENCODED, name)
        if style is None:
            pairs.extend(_form_pairs(name, value))
        else:
            # Media types other than JSON are those of scalars, which JSON does not quote.
            is_media_type = isinstance(style, str) and "/" in style
            pairs.extend(styled_pairs(name, value, "json" if is_media_type else style))
    return "&".join(
        f"{quote_plus(key)}={quote_plus(encoded)}" for key, encoded in pairs
    ).encode()


def _is_encoded(body: object) -> bool:
    """Return whether a body is sent as it is: bytes, a path or an open file."""
    if isinstance(body, (dict, list, str, JSONObject)):
        return False
    if isinstance(body, (bytes, bytearray, memoryview)) or hasattr(body, "__fspath__"):
        return True
    # A data class can have a field of this name.
    return callable(getattr(body, "read", None))


def _encode_json(media: str, body: object) -> bytes:
    charset = find_charset(media)
    if charset == "utf-8":
        return json_bytes(body)
    # Every charset has ASCII characters.
    return _encode_text(json_text(body, ascii_only=True), charset)


def _encode_raw(media: str, body: object) -> tuple[str, Content]:
    """Encode text, or content that is sent as it is.

    Returns:
        The `Content-Type`, which a tuple for an upload can replace, and the content.
    """
    kind = essence(media)
    from .uploads import Upload, is_chunks, is_file_value, split_upload

    is_text = kind.startswith("text/") and not (is_file_value(body) or is_chunks(body))
    if hasattr(body, "isoformat") or (is_text and not isinstance(body, str)):
        body = plain_text(body)
    if isinstance(body, str):
        return media, _encode_text(body, find_charset(media))
    if isinstance(body, (bytes, bytearray)):
        return media, bytes(body)
    if isinstance(body, tuple):
        _, body, own_media, _ = split_upload(cast("object", body))
        media = own_media or media
    if is_object(body) or isinstance(body, (int, float)) or body is None:
        raise TypeError(f"body of type {kind} must not be {type(body).__name__}")
    return media, Upload(body)


def _encode_text(text: str, charset: str) -> bytes:
    """Encode a text in a charset.

    Raises:
        ValueError: The charset is unknown or has no code for a character.
    """
    try:
        return text.encode(charset)
    except UnicodeEncodeError as error:
        character = text[error.start]
        raise ValueError(
            f"body contains {character!r}, which the charset {charset} does not have"
        ) from None
    except LookupError:
        raise ValueError(f"unknown charset of the request body: {charset!r}") from None
