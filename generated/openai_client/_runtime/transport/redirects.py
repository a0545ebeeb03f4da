"""Following redirects without taking credentials to another host.

httpx2 takes away `Authorization` alone; keys travel in headers of any name, and cookies
that a caller set have no host. So what crosses to another origin is a list of headers that
are known to be harmless, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpx2

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_CROSSING: Final = frozenset(
    ("accept", "accept-encoding", "accept-language", "connection", "content-encoding")
    + ("content-length", "content-type", "host", "range", "transfer-encoding")
    + ("user-agent",)
)


def next_hop(
    http: httpx2.Client | httpx2.AsyncClient,
    response: httpx2.Response,
    hops: int,
    secrets: Collection[str],
) -> tuple[httpx2.Request, Mapping[str, Any]]:
    """The request that a redirect asks for, and the arguments to send it with.

    Args:
        http: The client that follows it, and says how often.
        response: The redirect.
        hops: How many there were, this one counted.
        secrets: What no other host may see, also where the server repeats it.

    Raises:
        httpx2.TooManyRedirects: One too many.
    """
    following = response.next_request
    assert following is not None
    if hops > http.max_redirects:
        raise httpx2.TooManyRedirects(
            "Exceeded maximum allowed redirects.", request=response.request
        )
    if same_origin(response.request.url, following.url):
        return following, {}
    following.headers = httpx2.Headers(
        [pair for pair in following.headers.raw if _may_cross(pair[0])]
    )
    pairs = following.url.params.multi_items()
    kept = [pair for pair in pairs if pair[1] not in secrets]
    if len(kept) < len(pairs):
        following.url = following.url.copy_with(params=kept)
    # The httpx2 client's own `auth` stays behind too.
    return following, {"auth": None}


def same_origin(here: httpx2.URL, there: httpx2.URL) -> bool:
    """Whether two URLs have one origin (RFC 6454), or differ by a step up to HTTPS."""
    if here.origin == there.origin:
        return True
    return (
        here.host == there.host
        and (here.scheme, there.scheme) == ("http", "https")
        and (here.port or 80, there.port or 443) == (80, 443)
    )


def _may_cross(name: bytes) -> bool:
    return name.lower().decode("latin-1") in _CROSSING
