"""Names and values of a document that HTTP cannot carry, and the findings on them."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from ...diagnostics import Diagnostics, Rule, Severity
from ...openapi.node import Node

INVALID_NAME = Rule(
    "invalid-name",
    Severity.WARNING,
    "A parameter or an API key has no name, or one that cannot be sent: names of headers "
    "and cookies consist of ASCII letters, digits and some signs (RFC 9110, section "
    "5.6.2), others of any characters. It is left out.",
    key="name",
)
INVALID_METHOD = Rule(
    "invalid-method",
    Severity.WARNING,
    "A key of `additionalOperations` is no HTTP method, which consists of ASCII letters, "
    "digits and some signs (RFC 9110, section 9.1). The operation is left out.",
)
INVALID_MEDIA_TYPE = Rule(
    "invalid-media-type",
    Severity.WARNING,
    "A media type is empty or holds characters that no header can carry, such as line "
    "breaks. Its content is left out.",
)
INVALID_URL = Rule(
    "invalid-url",
    Severity.WARNING,
    "The URL of a server, or the token URL of an OAuth2 flow, is not a URL. The server is "
    "left out; of the OAuth2 flow, the client takes the token and does not request it.",
)

INVALID_PATH = Rule(
    "invalid-path",
    Severity.WARNING,
    "A path has a segment `.` or `..`, which clients resolve before they send a request "
    "(RFC 3986, section 5.2.4), so that it would be for another path. Its operations are "
    "left out.",
)

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_MEDIA_TYPE = re.compile(r"[!-~]([ -~]*[!-~])?")
_URL = re.compile(r"[^\x00-\x20\x7f-\xa0\ud800-\udfff<>\"\\^`|]+")


def is_token(text: str) -> bool:
    """Whether a text is a token of HTTP: a method, or the name of a header or cookie."""
    return _TOKEN.fullmatch(text) is not None


def is_name(text: str, place: str) -> bool:
    """Whether a parameter or credential at a place can be called so."""
    if place in ("header", "cookie"):
        return is_token(text)
    return bool(text) and _is_encodable(text)


def is_url(text: str) -> bool:
    """Whether a text is an absolute or relative URL, with variables in braces or without."""
    if not _URL.fullmatch(text):
        return False
    try:
        parts = urlsplit(re.sub(r"\{[^{}]*\}", "1", text))
        return parts.port is None or bool(parts.hostname)
    except ValueError:
        return False


def is_path(text: str) -> bool:
    """Return whether a path has no `.` or `..` segment, percent-encoded or not.

    URL parsers remove these segments, `%2e` included (WHATWG URL, section 4.4). All other
    characters reach the server percent-encoded.
    """
    segments = re.split(r"[?#]", text, maxsplit=1)[0].split("/")
    return {".", ".."}.isdisjoint(map(unquote, segments))


def check_media_type(text: str, node: Node, diagnostics: Diagnostics) -> bool:
    """Return whether a header can carry a media type; report one that it cannot."""
    if _MEDIA_TYPE.fullmatch(text.partition(";")[0].strip(" ")):
        return True
    diagnostics.add(INVALID_MEDIA_TYPE, f"{text!r} is no media type", node.location)
    return False


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
