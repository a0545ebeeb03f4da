"""Redirects that lose no request body and disclose nothing to another origin.

httpx2 changes the method of PUT, PATCH and DELETE to GET after a status code 302, sends the
rest of a body that can be read only once, and removes only the `Authorization` header for
another origin. API keys are sent in headers of any name, and cookies that a caller sets have
no domain. Requests that follow a redirect are therefore created here (RFC 9110, 15.4):

- 303 continues with GET. 301 and 302 do so after POST, unless only the scheme or the trailing
  slash of the URL changes. In all other cases the method and the body are kept.
- Another origin receives only headers that are known to be harmless, and no body.
"""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpx2

from ..responses.error_mapping import redirect_error

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ..requests.build import Call
    from ..responses.errors import APIStatusError

_HARMLESS: Final = frozenset(
    (
        "accept",
        "accept-encoding",
        "accept-language",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "range",
        "transfer-encoding",
        "user-agent",
    )
)
_ADVICE: Final = "; pass cross_origin_body=True to permit it"
_MAX_PORT: Final = 65535
# A shorter secret can be a part of a value by chance.
_MIN_SECRET_LENGTH: Final = 6


class Redirects:
    """The redirects of an attempt.

    Args:
        http: The httpx2 client, which limits the number of redirects.
        call: The call.
    """

    __slots__ = ("_call", "_count", "_http", "_is_own")

    def __init__(self, http: httpx2.Client | httpx2.AsyncClient, call: Call) -> None:
        self._http = http
        self._call = call
        self._count = 0
        # Whether all requests went to the origin of the first one. Another origin selects
        # all later URLs, so none of them gets credentials again.
        self._is_own = True

    def follow(
        self, response: httpx2.Response
    ) -> tuple[httpx2.Request, Mapping[str, Any]]:
        """Return the request that follows a redirect, and the arguments to send it with.

        Args:
            response: The redirect.

        Raises:
            APIStatusError: The URL is invalid, the body cannot be sent again, or another
                origin would receive it.
            httpx2.TooManyRedirects: The limit is exceeded.
        """
        http, call, request = self._http, self._call, response.request
        self._count += 1
        if self._count > http.max_redirects:
            raise httpx2.TooManyRedirects(
                f"more than {http.max_redirects} redirects", request=request
            )
        url = _target(call, response)
        method = _method(request, response.status_code, url)
        is_own = self._is_own = self._is_own and same_origin(request.url, url)
        has_body = method == request.method and _has_body(request.headers)
        if has_body:
            _check_body(call, response, url, is_own)
        headers = [
            (name, value)
            for name, value in request.headers.raw
            if _is_kept(name.lower().decode("latin-1"), call, has_body, is_own)
        ]
        if not is_own:
            url = _without_secrets(url, call.secrets)
        following = call.build_request(http, method, url, headers, has_body, is_own)
        # The `auth` of the httpx2 client is a credential, too.
        return following, {} if is_own else {"auth": None}


def is_location_error(error: BaseException) -> bool:
    """Return whether httpx2 failed to read the URL of a redirect.

    httpx2 creates the request that follows a redirect also if it is not to be sent, and
    raises ValueError for some URLs, such as `//:80/`. Other exceptions of this type are
    raised by hooks and transports of the caller.
    """
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_name == "_build_redirect_request":
            return True
        trace = trace.tb_next
    return False


def _target(call: Call, response: httpx2.Response) -> httpx2.URL:
    """Return the URL of a redirect, which may be relative (RFC 9110, 10.2.2)."""
    location, *others = set(response.headers.get_list("location"))
    if others:
        raise _refusal(call, response, "several Location headers with different URLs")
    here = response.request.url
    try:
        # An http URL has a host (RFC 9110, 4.2.1); `join` would take it as relative.
        target = httpx2.URL(location)
        has_authority = target.scheme in ("http", "https") or location.startswith("//")
        if has_authority and not target.host:
            raise ValueError("it has no host")
        url = here.join(target)
        if here.fragment and not url.fragment:
            url = url.copy_with(fragment=here.fragment)
        if url.scheme not in ("http", "https"):
            raise ValueError("its scheme is neither http nor https")
        # As the socket does; it would raise exceptions of other kinds than httpx2.
        port = 1 if url.port is None else url.port
        if not url.host or not 0 < port <= _MAX_PORT:
            raise ValueError("it has no valid host and port")
        if url.host != here.host:
            url.host.encode("idna")
        # httpx2 would send user information as a credential that the server selects.
        url = url.copy_with(userinfo=b"") if url.userinfo else url
    except (httpx2.InvalidURL, ValueError) as error:
        reason = str(error) or type(error).__name__
        raise _refusal(
            call, response, f"invalid Location {location!r}: {reason}"
        ) from (error)
    return url


def _method(request: httpx2.Request, status: int, url: httpx2.URL) -> str:
    """Return the method of the request that follows a redirect."""
    method = request.method
    if status == 303:
        return method if method == "HEAD" else "GET"
    if status in (301, 302) and method == "POST" and not _is_corrected(request, url):
        return "GET"
    return method


def _is_corrected(request: httpx2.Request, url: httpx2.URL) -> bool:
    """Return whether a URL differs only in its scheme, host or trailing slash.

    Such a redirect precedes the processing of the request. An identical URL, however, is
    one to read the result from.
    """
    here = request.url
    paths = here.path.rstrip("/"), url.path.rstrip("/")
    return here != url and paths[0] == paths[1] and here.query == url.query


def _has_body(headers: httpx2.Headers) -> bool:
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


def _check_body(
    call: Call, response: httpx2.Response, url: httpx2.URL, is_own: bool
) -> None:
    """Check that the request body may and can be sent to the URL of a redirect."""
    if not (is_own or call.cross_origin_body):
        target = f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}"
        advice = "" if call.cross_origin_body is None else _ADVICE
        reason = f"the request body is not sent to another origin ({target}){advice}"
        raise _refusal(call, response, reason)
    if not call.can_repeat():
        raise _refusal(
            call,
            response,
            "the request body can be read only once, so it cannot be sent to the URL of"
            " the redirect; pass bytes, a path or a seekable file",
        )


def _is_kept(name: str, call: Call, has_body: bool, is_own: bool) -> bool:
    """Return whether the following request has a header of the previous one."""
    if not has_body and (name.startswith("content-") or name == "transfer-encoding"):
        return False
    if not is_own:
        return name in _HARMLESS
    # Cookies are added again, because those of the httpx2 client depend on the URL.
    return name != "cookie" or call.headers.get("cookie") is not None


def _without_secrets(url: httpx2.URL, secrets: Collection[str]) -> httpx2.URL:
    """Remove query parameters with credentials, which the server has repeated."""
    pairs = url.params.multi_items()
    kept = [(name, value) for name, value in pairs if not _discloses(value, secrets)]
    return url if len(kept) == len(pairs) else url.copy_with(params=kept)


def _discloses(value: str, secrets: Collection[str]) -> bool:
    return value in secrets or any(
        len(secret) >= _MIN_SECRET_LENGTH and secret in value for secret in secrets
    )


def _refusal(call: Call, response: httpx2.Response, reason: str) -> APIStatusError:
    """Return the exception for a redirect that is not followed."""
    return redirect_error(call, response, reason)


def same_origin(here: httpx2.URL, there: httpx2.URL) -> bool:
    """Return whether two URLs have the same origin (RFC 6454).

    An upgrade from HTTP to HTTPS on the default ports is also accepted.
    """
    if not (here.host and there.host):
        # The origin of URLs such as `file:///x` is opaque, and httpx2 raises ValueError.
        return False
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
    except (httpx2.InvalidURL, ValueError):
        return False
