"""Splitting of multipart forms that an API sends (RFC 7578).

The content is untrusted. The number of parts and the size of their headers are limited, and
the body is never parsed as nested messages: a part ends at the next line with the boundary.
"""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from email.utils import collapse_rfc2231_value
from typing import Final

from .api.options import ReceivedFile
from .requests.bodies import essence, find_charset
from .responses.content import is_text

MAX_PARTS: Final = 1000
MAX_HEADER_SIZE: Final = 8192
"""Bytes of the headers of one part."""
_MAX_BOUNDARY_SIZE: Final = 70
_ESCAPES: Final = (("%22", '"'), ("%0D", "\r"), ("%0A", "\n"))
"""Escapes of the HTML standard ("Multipart form data") in names of parts and files."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a form.

    Args:
        name: Name of the field.
        filename: Name of the file; `None` if there is none.
        content_type: Media type with its parameters; `""` if there is none.
        content: Content without its transfer encoding.
    """

    name: str
    filename: str | None
    content_type: str
    content: bytes

    @property
    def is_text(self) -> bool:
        """Whether the part is text and not a file."""
        kind = essence(self.content_type)
        return self.filename is None and (not kind or is_text(kind))

    def decode(self) -> str:
        """Return the content as a string, decoded by the charset of the part.

        Raises:
            ValueError: The content is not valid in the charset, or the charset is unknown.
        """
        charset = find_charset(self.content_type)
        try:
            return self.content.decode(charset)
        except LookupError as error:
            raise ValueError(f"the charset {charset!r} is unknown") from error

    def file(self) -> ReceivedFile:
        """Return the content as a file."""
        return ReceivedFile(self.content, self.filename, self.content_type)


def split_multipart(payload: bytes, content_type: str) -> list[Part]:
    """Split a form into its parts.

    Args:
        payload: The content of the form.
        content_type: Its media type with the boundary.

    Raises:
        ValueError: The content is not a valid form, or exceeds a limit.
    """
    delimiter = _compile_delimiter(content_type)
    parts: list[Part] = []
    start: int | None = None
    for match in delimiter.finditer(payload):
        if start is not None:
            if len(parts) == MAX_PARTS:
                raise ValueError(f"the form has more than {MAX_PARTS} parts")
            parts.append(_read_part(payload[start : match.start()], len(parts) + 1))
        if match[1]:
            return parts
        start = match.end()
    if start is None:
        raise ValueError("no line of the form is the boundary in Content-Type")
    raise ValueError("the form ends before its closing boundary")


def _compile_delimiter(content_type: str) -> re.Pattern[bytes]:
    """Return the pattern of a line with the boundary (RFC 2046, section 5.1.1)."""
    boundary = re.escape(find_boundary(content_type))
    return re.compile(rb"(?:\A|\r\n)--" + boundary + rb"(--)?[ \t]*(?=\r\n|\Z)")


def find_boundary(content_type: str) -> bytes:
    """Return the boundary of a multipart media type.

    Raises:
        ValueError: There is none, or it is too long.
    """
    message = Message()
    message["content-type"] = content_type
    boundary = (message.get_boundary() or "").encode(errors="replace")
    if not 0 < len(boundary) <= _MAX_BOUNDARY_SIZE:
        raise ValueError(
            f"Content-Type has no boundary of 1 to {_MAX_BOUNDARY_SIZE} characters"
        )
    return boundary


def _read_part(block: bytes, number: int) -> Part:
    """Return a part.

    Args:
        block: Content between two boundaries, which begins with a line break.
        number: Number of the part in messages.
    """
    head, blank_line, content = block[2:].partition(b"\r\n\r\n")
    if not blank_line or len(head) > MAX_HEADER_SIZE:
        raise ValueError(
            f"the headers of part {number} have no end, or more than"
            f" {MAX_HEADER_SIZE} bytes"
        )
    headers = HeaderParser().parsestr(head.decode())
    name = _parameter(headers, "name")
    if name is None:
        raise ValueError(f"part {number} has no name")
    encoding = str(headers.get("content-transfer-encoding", ""))
    return Part(
        name=name,
        filename=_parameter(headers, "filename"),
        content_type=str(headers.get("content-type", "")),
        content=decode_transfer(content, encoding, f"part {number}"),
    )


def find_filename(disposition: str) -> str | None:
    """Return the name of a file in `Content-Disposition`; `None` if there is none."""
    message = Message()
    message["content-disposition"] = disposition
    return _parameter(message, "filename")


def _parameter(headers: Message, name: str) -> str | None:
    """Return a parameter of `Content-Disposition`; `None` if there is none."""
    value = headers.get_param(name, header="content-disposition")
    if value is None:
        return None
    if isinstance(value, tuple):
        return collapse_rfc2231_value(value)
    for escape, character in _ESCAPES:
        value = value.replace(escape, character)
    return value


def decode_transfer(content: bytes, encoding: str, part: str) -> bytes:
    """Return content without its transfer encoding (RFC 2045, section 6).

    Args:
        content: The content.
        encoding: Value of `Content-Transfer-Encoding`; `""` if there is none.
        part: Name of the part in messages.

    Raises:
        ValueError: The encoding is unknown, or the content is invalid in it.
    """
    name = encoding.strip().lower()
    if name in ("", "7bit", "8bit", "binary"):
        return content
    if name == "base64":
        return b64decode(b"".join(content.split()), validate=True)
    if name == "quoted-printable":
        from quopri import decodestring

        return decodestring(content)
    raise ValueError(f"the Content-Transfer-Encoding {name!r} of {part} is unknown")
