"""Redirects that do not disclose credentials to another origin.

httpx2 removes only the `Authorization` header, but API keys are sent in headers of any
name, and cookies that a caller sets have no domain. Only headers that are known to be
harmless are therefore sent to another origin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpx2

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_HARMLESS: Final = frozenset(
    (
        "accept",
        "accept-encoding",
        "accept-language",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "host",
        "range",
        "transfer-encoding",
        "user-agent",
    )
)


def next_hop(
    http: httpx2.Client | httpx2.AsyncClient,
    response: httpx2.Response,
    hops: int,
    secrets: Collection[str],
) -> tuple[httpx2.Request, Mapping[str, Any]]:
    """Return the request that follows a redirect, and the arguments to send it with.

    Args:
        http: The httpx2 client, which limits the number of redirects.
        response: The redirect.
        hops: Number of redirects so far, including this one.
        secrets: Strings that no other origin may receive, even if the server repeats them.

    Raises:
        httpx2.TooManyRedirects: The limit is exceeded.
    """
    request = response.next_request
    assert request is not None
    if hops > http.max_redirects:
        raise httpx2.TooManyRedirects(
            "Exceeded maximum allowed redirects.", request=response.request
        )
    if same_origin(response.request.url, request.url):
        _keep_cookies(response.request, request)
        return request, {}
    request.headers = httpx2.Headers(
        [pair for pair in request.headers.raw if _is_harmless(pair[0])]
    )
    pairs = request.url.params.multi_items()
    kept = [pair for pair in pairs if pair[1] not in secrets]
    if len(kept) < len(pairs):
        request.url = request.url.copy_with(params=kept)
    # Without the `auth` of the httpx2 client.
    return request, {"auth": None}


def _keep_cookies(before: httpx2.Request, after: httpx2.Request) -> None:
    """Repeat the cookies of a request, of which httpx2 keeps only those of its cookie jar.

    A cookie of the same name in the jar is newer.
    """
    sent, kept = (
        [pair for pair in each.headers.get("cookie", "").split("; ") if pair]
        for each in (before, after)
    )
    names = {pair.partition("=")[0] for pair in kept}
    kept += [pair for pair in sent if pair.partition("=")[0] not in names]
    if kept:
        after.headers.encoding = before.headers.encoding
        after.headers["Cookie"] = "; ".join(kept)


def same_origin(here: httpx2.URL, there: httpx2.URL) -> bool:
    """Return whether two URLs have the same origin (RFC 6454).

    An upgrade from HTTP to HTTPS on the default ports is also accepted.
    """
    if here.origin == there.origin:
        return True
    return (
        here.host == there.host
        and (here.scheme, there.scheme) == ("http", "https")
        and (here.port or 80, there.port or 443) == (80, 443)
    )


def is_same_origin(here: str, there: str) -> bool:
    """Return whether two strings are URLs with the same origin."""
    try:
        return same_origin(httpx2.URL(here), httpx2.URL(there))
    except httpx2.InvalidURL:
        return False


def _is_harmless(name: bytes) -> bool:
    return name.lower().decode("latin-1") in _HARMLESS
