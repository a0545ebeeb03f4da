"""Encoding of request bodies by media type: JSON, forms, multipart, text and binary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias, cast

from ..lazy import load_feature
from ..models.records import JSONObject
from ..sentinels import omit
from .encoding import (
    is_list,
    is_object,
    json_bytes,
    json_text,
    to_json_type,
)

if TYPE_CHECKING:
    from ..api.endpoint import Endpoint

_JSON_LINES: Final = (
    *("/jsonl", "/x-ndjson", "/ndjson", "jsonlines", "/json-lines"),
    *("/stream+json", "json-seq"),
)
_URLENCODED: Final = "application/x-www-form-urlencoded"
_CHARSET: Final = r""";\s*charset\s*=\s*"?([^\s";]+)"""


class Streamed(Protocol):
    """Content that is read while it is sent, such as a file."""

    @property
    def length(self) -> int | None:
        """The number of bytes; `None` if it is unknown."""
        ...

    @property
    def repeatable(self) -> bool:
        """Whether the content can be sent again."""
        ...

    @property
    def begun(self) -> bool:
        """Whether reading of the content has started."""
        ...


Content: TypeAlias = bytes | Streamed


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
        TypeError: The media type does not support the value, or a required body is `None`.
        ValueError: The body contains NaN or an infinity.
    """
    if extra:
        body = {**_members(body), **extra}
    elif isinstance(body, dict):
        members = cast("dict[str, object]", body)
        body = {key: item for key, item in members.items() if item is not omit}
        # A whole body without members is empty from the start.
        if members and not body and endpoint.optional_body:
            return None
    elif body is omit:
        return None
    media = _select_media_type(endpoint, body, selected)
    kind = essence(media)
    if kind == _URLENCODED:
        form: bytes = load_feature("requests.forms").encode_form(
            endpoint, _members(body)
        )
        return media, form
    if kind.startswith("multipart/") and not is_encoded(body):
        multipart = load_feature("requests.multipart")
        items = to_json_type(body)
        encoded: tuple[str, Content] = multipart.encode_multipart(
            endpoint, items if is_list(items) else _members(body), media, kind
        )
        return encoded
    if is_json_lines(kind) and not (isinstance(body, str) or is_encoded(body)):
        return media, load_feature("requests.json_lines").encode_lines(body, kind)
    if is_json(kind) and not is_encoded(body):
        return media, _encode_json(media, body)
    if body is not None:
        return _encode_raw(media, body)
    if endpoint.optional_body:
        return None
    raise TypeError(f"body of type {kind} must not be None")


def _select_media_type(endpoint: Endpoint, body: object, selected: object) -> str:
    media = endpoint.body
    if endpoint.body_without_files and not _has_files(endpoint, body):
        media = endpoint.body_without_files
    if isinstance(selected, str):
        media = selected
    return _infer_media_type(body) if media is None or "*" in media else media


def _members(body: object) -> dict[str, Any]:
    if body is omit:
        return {}
    members = to_json_type(body)
    if not is_object(members):
        raise TypeError(f"body must be a mapping, not {type(body).__name__}")
    return {key: item for key, item in members.items() if item is not omit}


def _has_files(endpoint: Endpoint, body: object) -> bool:
    """Return whether a member is the content of a file, not a file's ID or object."""
    members: Mapping[str, object] = {} if body is None else _members(body)
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
    if isinstance(body, (bytes, bytearray)) or is_encoded(body):
        return "application/octet-stream"
    if hasattr(body, "__fspath__") or hasattr(body, "__next__"):
        return "application/octet-stream"
    return (
        "application/octet-stream" if hasattr(body, "__aiter__") else "application/json"
    )


def is_encoded(body: object) -> bool:
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
    return encode_text(json_text(body, ascii_only=True), charset)


def _encode_raw(media: str, body: object) -> tuple[str, Content]:
    """Encode text, or content that is sent as it is.

    Returns:
        The `Content-Type`, which a tuple for an upload can replace, and the content.
    """
    if isinstance(body, str):
        return media, encode_text(body, find_charset(media))
    if isinstance(body, (bytes, bytearray)):
        return media, bytes(body)
    encoded: tuple[str, Content] = load_feature("requests.uploads").encode_content(
        media, body
    )
    return encoded


def encode_text(text: str, charset: str) -> bytes:
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


def wrap_content(content: Content, asynchronous: bool) -> Any:
    """Wrap content for httpx2, which rejects objects that are sync and async iterables."""
    if isinstance(content, bytes):
        return content or None
    return _AsyncContent(content) if asynchronous else _SyncContent(content)


class _SyncContent:
    __slots__ = ("_content",)

    def __init__(self, content: Any) -> None:
        self._content = content

    def __iter__(self) -> Any:
        return iter(self._content)


class _AsyncContent:
    __slots__ = ("_content",)

    def __init__(self, content: Any) -> None:
        self._content = content

    def __aiter__(self) -> Any:
        return self._content.__aiter__()
