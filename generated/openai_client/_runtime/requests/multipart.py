"""Bodies of type `multipart/form-data` (RFC 7578)."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from .encoding import json_text, scalar_text
from .parameters import leaves, styled_pairs
from ..sentinels import omit
from .uploads import Parts, Upload, is_content

if TYPE_CHECKING:
    from ..api.endpoint import Endpoint, Style

_HEADER_NAME: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
# As browsers write the names of parts and files (HTML, "multipart form data").
_ESCAPES: Final = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


def multipart(endpoint: Endpoint, fields: Mapping[str, object], boundary: str) -> Parts:
    """A multipart body of the fields, in their order.

    Files stay where they are until they are sent. A list of files repeats the name of
    the part (RFC 7578, 4.3), as a list of scalars does; nested fields are called
    `name[key]`.

    Args:
        endpoint: Says which fields are files, and which are encoded in another way.
        fields: Name -> value; `omit` and `None` are left out.
        boundary: What separates the parts.
    """
    uploads: list[Upload] = []
    for name, value in fields.items():
        if value is omit or value is None:
            continue
        style = endpoint.encodings.get(name)
        for head, content in _parts(name, value, style, name in endpoint.files):
            uploads.append(Upload(f"--{boundary}\r\n{head}\r\n\r\n".encode()))
            uploads.append(content)
            uploads.append(Upload(b"\r\n"))
    uploads.append(Upload(f"--{boundary}--\r\n".encode()))
    return Parts(uploads)


def _parts(
    name: str, value: object, style: Style | None, is_file: bool
) -> list[tuple[str, Upload]]:
    # A tuple is a file with its name where a file is expected, else a list.
    if is_file and isinstance(value, list):
        called = f"{name}[]" if style in ("brackets", ("brackets", True)) else name
        return [_file(called, item, style) for item in cast("list[object]", value)]
    if is_file or is_content(value):
        return [_file(name, value, style)]
    if isinstance(style, str) and "/" in style:
        return [_typed(name, value, style)]
    if style is not None:
        return [_text(*pair) for pair in styled_pairs(name, value, style)]
    nested = leaves(name, value, brackets=False, is_leaf=is_content)
    return [
        _file(key, leaf, None) if is_content(leaf) else _text(key, scalar_text(leaf))
        for key, leaf in nested
    ]


def _text(name: str, text: str) -> tuple[str, Upload]:
    return _disposition(name), Upload(text.encode())


def _typed(name: str, value: object, media: str) -> tuple[str, Upload]:
    """A part with a media type of its own."""
    if isinstance(value, str) and "json" not in media:
        text = value
    else:
        text = json_text(value)
    return f"{_disposition(name)}\r\nContent-Type: {media}", Upload(text.encode())


def _file(name: str, value: object, style: Style | None) -> tuple[str, Upload]:
    filename, content, media, headers = _taken_apart(value)
    if isinstance(content, str):
        # A text with a name is a file's content; a bare one may be meant as a path.
        content = content.encode() if isinstance(value, tuple) else content
    upload = content if isinstance(content, Upload) else Upload(content)
    if filename is None and not isinstance(value, tuple):
        filename = upload.name
    if media is None:
        media = _media_type(filename, style)
    lines = [_disposition(name, filename)]
    if not any(key.lower() == "content-type" for key in headers):
        lines.append(f"Content-Type: {media}")
    lines.extend(f"{key}: {text}" for key, text in headers.items())
    for line in lines:
        key, _, text = line.partition(": ")
        if not _HEADER_NAME.fullmatch(key) or _CONTROL.search(text):
            raise ValueError(f"a header of the upload {name!r} is not valid")
    return "\r\n".join(lines), upload


def _taken_apart(value: object) -> tuple[str | None, Any, str | None, dict[str, str]]:
    if not isinstance(value, tuple):
        return None, value, None, {}
    items = cast("tuple[Any, Any, Any, Any]", value)
    if not 2 <= len(items) <= 4:
        raise TypeError("an upload's tuple is (name, content[, type[, headers]])")
    filename, content, media, headers = (*items, None, None)[:4]
    return filename, content, media, dict(headers or {})


def _media_type(filename: str | None, style: Style | None) -> str:
    if isinstance(style, str) and "/" in style and not set(style) & set("*,"):
        return style
    from mimetypes import guess_type

    return guess_type(filename or "")[0] or "application/octet-stream"


def _disposition(name: str, filename: str | None = None) -> str:
    text = f'Content-Disposition: form-data; name="{name.translate(_ESCAPES)}"'
    if filename is not None:
        text += f'; filename="{filename.translate(_ESCAPES)}"'
    return text


def new_boundary() -> str:
    """A boundary that occurs in no content, as far as chance can tell."""
    return os.urandom(16).hex()
