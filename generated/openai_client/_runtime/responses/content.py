"""Parts of a response that decoding and error reporting have in common."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

_TEXT_SUFFIXES: Final = (
    *("/xml", "+xml", "/yaml", "/x-yaml", "+yaml"),
    *("/javascript", "/x-www-form-urlencoded", "/graphql"),
)
_XML_DECLARATION: Final = rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)"""
_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id")


def is_text(media: str) -> bool:
    """Return whether content of a media type without parameters is text."""
    return media.startswith("text/") or media.endswith(_TEXT_SUFFIXES)


def find_encoding(response: httpx2.Response) -> str:
    """Return the charset of a response whose body was read.

    It is that of the media type, else that of the declaration of XML, else UTF-8.
    """
    media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    declared = find_xml_encoding(media, response.content)
    return response.charset_encoding or declared or "utf-8"


def decode_json(response: httpx2.Response) -> Any:
    """Return the decoded JSON of a response whose body was read.

    Raises:
        ValueError: It is not valid JSON.
        RecursionError: It is nested too deeply.
    """
    try:
        return json.loads(response.content)
    except UnicodeDecodeError:
        # JSON is UTF-8 (RFC 8259, 8.1), but some servers declare another charset.
        charset = response.charset_encoding
        try:
            return json.loads(response.content.decode(charset or "utf-8"))
        except LookupError:
            raise ValueError(f"unknown charset {charset!r}") from None


def decode_for_message(response: httpx2.Response) -> str:
    """Return the body as a string for an error, with U+FFFD for invalid bytes."""
    try:
        return response.content.decode(find_encoding(response), "replace")
    except (LookupError, ValueError):
        # Not the name of a charset, or one that rejects the bytes.
        return response.content.decode("utf-8", "replace")


def find_xml_encoding(media: str, content: bytes) -> str | None:
    """Return the encoding of an XML document (XML 1.0, appendix F).

    Args:
        media: Media type in lower case, without parameters.
        content: The document.

    Returns:
        The encoding; `None` if the document declares none or is not XML.
    """
    if not media.endswith("xml"):
        return None
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if content.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    declaration = re.match(_XML_DECLARATION, content)
    return declaration[1].decode("ascii", "replace") if declaration else None


def request_id(headers: Mapping[str, str]) -> str | None:
    """Return the server's identifier of the request, or `None` if no header has it."""
    for name in _REQUEST_ID_HEADERS:
        value = headers.get(name)
        if value is not None:
            return value
    return None
