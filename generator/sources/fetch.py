"""Download of a document, with limits."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from ipaddress import ip_address
from typing import IO
from urllib.parse import urlsplit

from ..limits import MAX_FILE_BYTES

TIMEOUT = 30.0
"""Seconds to wait for the server."""

_CHUNK = 1 << 16

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
        limit: Maximum size in bytes.

    Raises:
        FetchError: The server cannot be reached, does not return the document, or the
            document is too large.
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
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise FetchError(f"the document is larger than {limit >> 20} MiB")
        chunks.append(chunk)
    declared = response.headers.get("Content-Length", "")
    if declared.isdigit() and int(declared) != size:
        raise FetchError(f"the document ends after {size} of {declared} bytes")
    if not size:
        raise FetchError("the document is empty")
    return b"".join(chunks)


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
