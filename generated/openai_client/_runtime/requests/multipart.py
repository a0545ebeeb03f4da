"""Encoding of multipart bodies: forms (RFC 7578) and other types (RFC 2046)."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from ..models.records import JSONObject
from ..sentinels import omit
from .encoding import AnyList, is_list, is_object, json_text, scalar_text, to_json_type
from .parameters import leaves
from .styles import styled_pairs
from .uploads import Parts, Upload, is_file_value, split_upload

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..api.endpoint import Endpoint, Style

_FORM_DATA: Final = "multipart/form-data"
_PARAMETER: Final = re.compile(r"""(?<=;)\s*([^=;\s]+)\s*=\s*("[^"]*"|[^;]*)""")
_BRACKETS: Final = ("brackets", ("brackets", True))
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
# Also the surrogates in the name of a file that is not UTF-8.
_INVALID: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\ud800-\udfff]")
# The escapes of the HTML standard ("Multipart form data") for names of parts and files.
_ESCAPES: Final = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


def encode_multipart(
    endpoint: Endpoint,
    body: Mapping[str, object] | AnyList,
    media: str,
    kind: str,
) -> tuple[str, Parts]:
    """Encode fields, or a list of parts without names, as a multipart body, in their order.

    Files are read while they are sent. Lists repeat the name of the part (RFC 7578, section
    4.3). Objects are parts with JSON (OpenAPI 3.1.1, Encoding Object), unless they contain
    files or have the style `brackets`: then each member is a part `name[key]`.

    Args:
        endpoint: The endpoint with the names of files and the encodings of fields.
        body: Name -> value; `omit` and `None` are not sent. Or the values of a list, whose
            encodings have the names `0`, `1` and so on, and `*` for the other items.
        media: Media type of the body. Its parameters are kept, except for `boundary`.
        kind: The media type without parameters.

    Returns:
        The `Content-Type` with the boundary, and the content.
    """
    boundary = create_boundary()
    uploads: list[Upload] = []
    heads: list[str] = []
    parts = (
        _positional_parts(endpoint, body, kind)
        if is_list(body)
        else _named_parts(endpoint, body, kind)
    )
    for head, content in parts:
        if kind != _FORM_DATA and "\r\nContent-Type:" not in f"\r\n{head}":
            # The default of other multipart types is ASCII (RFC 2046, section 5.1).
            head += "\r\nContent-Type: text/plain; charset=utf-8"
        heads.append(head)
        uploads.append(Upload(f"--{boundary}\r\n{head}\r\n\r\n".encode()))
        uploads.append(content)
        uploads.append(Upload(b"\r\n"))
    uploads.append(Upload(f"--{boundary}--\r\n".encode()))
    return _content_type(media, kind, boundary, heads), Parts(uploads)


def _content_type(media: str, kind: str, boundary: str, heads: list[str]) -> str:
    """Return the `Content-Type` of a multipart body.

    `multipart/related` requires the media type of its first part (RFC 2387, section 3.1).
    """
    kept = [
        match[0].strip()
        for match in _PARAMETER.finditer(media)
        if match[1].lower() != "boundary"
    ]
    names = {item.partition("=")[0].strip().lower() for item in kept}
    if kind == "multipart/related" and heads and "type" not in names:
        root = f"\r\n{heads[0]}".partition("\r\nContent-Type: ")[2].partition("\r\n")[0]
        kept.append(f'type="{root.partition(";")[0].strip()}"')
    return "; ".join((kind, *kept, f"boundary={boundary}"))


def _named_parts(
    endpoint: Endpoint, fields: Mapping[str, object], kind: str
) -> Iterator[tuple[str, Upload]]:
    """Yield the headers and the content of each part of a form."""
    for name, value in fields.items():
        if value is not omit and value is not None:
            style = endpoint.encoding(kind, name)
            is_file = name in endpoint.files and not _is_other(endpoint, name, value)
            yield from _parts(name, value, style, is_file)


def _positional_parts(
    endpoint: Endpoint, items: AnyList, kind: str
) -> Iterator[tuple[str, Upload]]:
    """Yield the headers and the content of each part of a list (OpenAPI 3.2, 4.14)."""
    for position, item in enumerate(items):
        style = endpoint.encoding(kind, str(position)) or endpoint.encoding(kind, "*")
        is_media = isinstance(style, str) and "/" in style
        if is_file_value(item):
            yield _file_part(None, item, style)
        elif isinstance(style, str) and is_media:
            yield _typed_part(None, item, style)
        elif is_list(item) or is_object(to_json_type(item)) or item is None:
            yield _typed_part(None, item, "application/json")
        else:
            yield _typed_part(None, scalar_text(item), "text/plain; charset=utf-8")


def _is_other(endpoint: Endpoint, name: str, value: object) -> bool:
    """Return whether the value of a file field is, or contains, a string or an object."""
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    return name in endpoint.mixed and any(
        isinstance(item, (str, Mapping, JSONObject)) for item in items
    )


def _parts(
    name: str, value: object, style: Style | None, is_file: bool
) -> list[tuple[str, Upload]]:
    # In a file field a tuple is a file with its name, in other fields a list.
    if is_file and isinstance(value, list):
        part_name = f"{name}[]" if style in _BRACKETS else name
        return [
            _file_part(part_name, item, style) for item in cast("list[object]", value)
        ]
    if is_file or is_file_value(value):
        return [_file_part(name, value, style)]
    if isinstance(style, str) and "/" in style:
        return [_typed_part(name, value, style)]
    if style in _BRACKETS:
        return _member_parts(name, value, brackets=True)
    if style is not None:
        return [_text_part(*pair) for pair in styled_pairs(name, value, style)]
    members = to_json_type(value)
    items = members if is_list(members) else [members]
    return [part for item in items for part in _item_parts(name, item)]


def _item_parts(name: str, item: object) -> list[tuple[str, Upload]]:
    """Encode a value without an explicit encoding, or an item of a list of values."""
    if is_file_value(item):
        return [_file_part(name, item, None)]
    if not (is_list(item) or is_object(to_json_type(item))):
        return _member_parts(name, item, brackets=False)
    if any(is_file_value(leaf) for _, leaf in _leaves(name, item, brackets=False)):
        return _member_parts(name, item, brackets=False)
    return [_typed_part(name, item, "application/json")]


def _member_parts(
    name: str, value: object, *, brackets: bool
) -> list[tuple[str, Upload]]:
    """Encode each member of a nested value as a separate part."""
    return [
        (
            _file_part(key, leaf, None)
            if is_file_value(leaf)
            else _text_part(key, scalar_text(leaf))
        )
        for key, leaf in _leaves(name, value, brackets=brackets)
    ]


def _leaves(
    name: str, value: object, *, brackets: bool
) -> Iterator[tuple[str, object]]:
    return leaves(name, value, brackets=brackets, is_leaf=is_file_value)


def _text_part(name: str, value: str) -> tuple[str, Upload]:
    return _disposition(name), Upload(value.encode())


def _typed_part(name: str | None, value: object, media: str) -> tuple[str, Upload]:
    """Encode a part with an explicit media type."""
    if isinstance(value, str) and "json" not in media:
        encoded = value
    else:
        encoded = json_text(value)
    head = f"Content-Type: {media}"
    if name is not None:
        head = f"{_disposition(name)}\r\n{head}"
    return head, Upload(encoded.encode())


def _file_part(
    name: str | None, value: object, style: Style | None
) -> tuple[str, Upload]:
    filename, content, media, headers = split_upload(value)
    if isinstance(content, str):
        # With a file name, a string is the content. Without, it may be meant as a path,
        # and `Upload` rejects it.
        content = content.encode() if isinstance(value, tuple) else content
    upload = content if isinstance(content, Upload) else Upload(content)
    if filename is None and not isinstance(value, tuple):
        # Only forms require a file name.
        filename = upload.name if name is not None else upload.own_name or None
    if media is None:
        media = _guess_media_type(filename, style)
    lines = [] if name is None and filename is None else [_disposition(name, filename)]
    if not any(key.lower() == "content-type" for key in headers):
        lines.append(f"Content-Type: {media}")
    lines.extend(f"{key}: {content}" for key, content in headers.items())
    for line in lines:
        key, _, value_part = line.partition(": ")
        if not _HEADER_NAME.fullmatch(key) or _INVALID.search(value_part):
            raise ValueError(
                f"invalid header in upload {name or filename!r}: {line!r}; pass a tuple"
                " (name, content)"
            )
    return "\r\n".join(lines), upload


def _guess_media_type(filename: str | None, style: Style | None) -> str:
    if isinstance(style, str) and "/" in style and not set(style) & set("*,"):
        return style
    from mimetypes import guess_type

    return guess_type(filename or "")[0] or "application/octet-stream"


def _disposition(name: str | None, filename: str | None = None) -> str:
    header = "Content-Disposition: attachment"
    if name is not None:
        header = f'Content-Disposition: form-data; name="{name.translate(_ESCAPES)}"'
    if filename is not None:
        header += f'; filename="{filename.translate(_ESCAPES)}"'
    return header


def create_boundary() -> str:
    """Return a random boundary, which is unlikely to occur in any content."""
    return os.urandom(16).hex()
