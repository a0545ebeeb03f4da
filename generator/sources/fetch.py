"""Download of a document, with limits."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from ipaddress import ip_address
from typing import IO
from urllib.parse import urlsplit

from ..limits import MAX_FILE_BYTES

TIMEOUT = 30.0
"""Seconds to wait for the server each time that it sends nothing."""

MAX_SECONDS = 300.0
"""Seconds for a whole document."""

_CHUNK = 1 << 16

_COMPRESSED = {"gzip", "x-gzip", "deflate"}
_ANY_HEADER = zlib.MAX_WBITS | 32
"""Parameter of zlib for data with the header of gzip or of zlib."""

_REDIRECTS = {301, 302, 303, 307, 308}


class FetchError(Exception):
    """A document that cannot be downloaded. The message says why."""


def check_url(url: str) -> str:
    """Return what is wrong with the URL of a document; `""` if it can be downloaded.

    Only `https` is possible, and `http` for this machine.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - raises an error for an invalid port
    except ValueError as error:
        return f"{url!r} is not a URL: {error}"
    if not host:
        return f"{url!r} is not a URL with a host"
    if parts.username is not None or parts.password is not None:
        return "a URL with credentials is not allowed; download the document yourself"
    if parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host)):
        return ""
    return f"{url!r} must begin with https://"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def fetch(url: str, limit: int = MAX_FILE_BYTES) -> bytes:
    """Return the content at a URL.

    Args:
        url: URL that `check_url` accepts. Redirects must name such URLs, too, and never
            lead from `https` to `http`.
        limit: Maximum size in bytes. Content that the server compresses although it was
            not asked to is decompressed, up to this size.

    Raises:
        FetchError: The server cannot be reached, does not return the document, takes too
            long, or the document is too large.
    """
    request = urllib.request.Request(  # noqa: S310 - checked by `check_url`
        url, headers={"Accept-Encoding": "identity", "User-Agent": "oasmith"}
    )
    opener = urllib.request.build_opener(_CheckedRedirects())
    try:
        with opener.open(request, timeout=TIMEOUT) as response:
            return _read(response, limit)
    except FetchError:
        raise
    except urllib.error.HTTPError as error:
        with error:
            raise FetchError(_describe(error)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise FetchError(f"the document cannot be downloaded: {reason}") from None


def _describe(error: urllib.error.HTTPError) -> str:
    """Return why a response is not used. Redirects that are followed raise no error."""
    if error.msg.startswith(urllib.request.HTTPRedirectHandler.inf_msg):
        limit = urllib.request.HTTPRedirectHandler.max_redirections
        return f"the server redirects in a circle, or more than {limit} times"
    if "location" in error.headers and error.code in _REDIRECTS:
        return "the server redirects to a URL that is not used: it must begin with https://"
    return f"the server returned {error.code}"


def _read(response: http.client.HTTPResponse, limit: int) -> bytes:
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in {"", "identity", *_COMPRESSED}:
        raise FetchError(
            f"the server compresses the document by {encoding!r}, which is not supported"
        )
    content = b"".join(_read_chunks(response, limit))
    declared = response.headers.get("Content-Length", "")
    if declared.isdigit() and int(declared) != len(content):
        raise FetchError(f"the document ends after {len(content)} of {declared} bytes")
    if encoding in _COMPRESSED:
        content = _decompress(content, limit)
    if not content:
        raise FetchError("the document is empty")
    return content


def _read_chunks(response: http.client.HTTPResponse, limit: int) -> Iterator[bytes]:
    size, end = 0, time.monotonic() + MAX_SECONDS
    # `read` waits until a chunk is complete, however slowly the server sends it.
    while chunk := response.read1(_CHUNK):
        size += len(chunk)
        _check_size(size, limit)
        if time.monotonic() > end:
            raise FetchError(
                f"the server takes more than {MAX_SECONDS:g} seconds for the document"
            )
        yield chunk


def _decompress(content: bytes, limit: int) -> bytes:
    """Return compressed content; several streams follow each other in a gzip file."""
    result = b""
    while content:
        stream = zlib.decompressobj(_ANY_HEADER)
        try:
            result += stream.decompress(content, limit + 1 - len(result))
        except zlib.error:
            raise FetchError("the compressed document is damaged") from None
        _check_size(len(result), limit)
        if not stream.eof:
            raise FetchError("the compressed document is truncated")
        content = stream.unused_data
    return result


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise FetchError(f"the document is larger than {limit >> 20} MiB")


class _CheckedRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to URLs that are allowed."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the next request.

        Raises:
            FetchError: The URL is not allowed.
        """
        reason = check_url(newurl)
        if not reason and urlsplit(newurl).scheme not in ("https", req.type):
            reason = (
                f"{newurl!r} must begin with https://, as {req.type}:// was requested"
            )
        if reason:
            raise FetchError(
                f"the server redirects to a URL that is not used: {reason}"
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)
