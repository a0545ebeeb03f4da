"""Validation of names and values that are sent over HTTP."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from ...diagnostics import Diagnostics, Rule, Severity
from ...hosts import is_host
from ...openapi.media_types import media_type_parameters
from ...openapi.node import Node

INVALID_NAME = Rule(
    "invalid-name",
    Severity.WARNING,
    "A parameter or an API key has no name, or a name that cannot be sent. Names of "
    "headers and cookies consist of ASCII letters, digits and some punctuation (RFC "
    "9110, section 5.6.2); other names may contain any character. The parameter or the "
    "API key is ignored.",
    key="name",
    hint="use a name that can be sent, without spaces and line breaks",
)
INVALID_METHOD = Rule(
    "invalid-method",
    Severity.WARNING,
    "A key of `additionalOperations` is not an HTTP method, which consists of ASCII "
    "letters, digits and some punctuation (RFC 9110, section 9.1). The operation is "
    "ignored.",
    hint="use the name of an HTTP method, such as `QUERY`",
)
INVALID_MEDIA_TYPE = Rule(
    "invalid-media-type",
    Severity.WARNING,
    "A media type is empty or contains characters that a header cannot contain, such as "
    "line breaks. Its content is ignored.",
    hint="correct the media type, such as `application/json`",
)
INVALID_URL = Rule(
    "invalid-url",
    Severity.WARNING,
    "The URL of a server, or a URL of an OAuth2 flow, is not a valid URL, or not an absolute "
    "one of a flow with the consent of a user, or a server has another scheme than `http` "
    "and `https`, such as `wss`. The server is ignored; for the OAuth2 flow, the client "
    "accepts a token but does not request one.",
    hint="write an absolute URL, such as `https://api.example.com/v1`",
)

INVALID_PATH = Rule(
    "invalid-path",
    Severity.WARNING,
    "A path has a segment `.` or `..`. HTTP clients resolve these segments before they "
    "send a request (RFC 3986, section 5.2.4), so the request would use a different path. "
    "The operations of the path are ignored.",
    hint="write the path without the segments `.` and `..`",
)

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_MEDIA_TYPE = re.compile(r"[!-~]([ -~]*[!-~])?")
_URL = re.compile(r"[^\x00-\x20\x7f-\xa0\ud800-\udfff<>\"\\^`|]+")


def is_token(value: str) -> bool:
    """Return whether a string is an HTTP token: a method, a header or cookie name."""
    return _TOKEN.fullmatch(value) is not None


def is_name(value: str, place: str) -> bool:
    """Return whether a string is a valid name for a parameter or a credential.

    Args:
        value: The name.
        place: `path`, `query`, `querystring`, `header` or `cookie`.
    """
    if place in ("header", "cookie"):
        return is_token(value)
    return bool(value) and _is_encodable(value)


def is_url(value: str) -> bool:
    """Return whether a string is an absolute or relative URL, or a template of one."""
    if not _URL.fullmatch(value):
        return False
    try:
        parts = urlsplit(re.sub(r"\{[^{}]*\}", "1", value))
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    if host:
        return is_host(host)
    return port is None and parts.scheme not in ("http", "https")


def is_path(value: str) -> bool:
    """Return whether a path has no `.` or `..` segment, percent-encoded or not.

    URL parsers remove these segments, `%2e` included (WHATWG URL, section 4.4). All other
    characters reach the server percent-encoded.
    """
    segments = re.split(r"[?#]", value, maxsplit=1)[0].split("/")
    return {".", ".."}.isdisjoint(map(unquote, segments))


def check_media_type(value: str, node: Node, diagnostics: Diagnostics) -> bool:
    """Return whether a header can contain a media type; report one that it cannot."""
    if _MEDIA_TYPE.fullmatch(value.partition(";")[0].strip(" ")):
        return True
    diagnostics.add(INVALID_MEDIA_TYPE, f"invalid media type {value!r}", node.location)
    return False


def media_type_to_send(value: str) -> str:
    """Return a media type as written if it has parameters that can be sent, else `""`."""
    written = value.strip()
    is_header = written.isascii() and written.isprintable() and "*" not in written
    return written if is_header and media_type_parameters(written) else ""


def _is_encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
