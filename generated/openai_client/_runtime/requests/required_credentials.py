"""Credentials of an operation that the client does not have."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx2

    from ..api.api import Credential
    from .build import Call


_LIBRARIES: Final = ("httpx2.", __name__.removesuffix("requests.required_credentials"))
"""Beginnings of the names of modules that add no credentials."""


def check_credentials(
    call: Call,
    http: Any,
    lacking: Iterable[str],
    request: httpx2.Request | None,
) -> None:
    """Check that the caller sends the credentials that the client does not have.

    They can be headers, parameters or cookies, or a part of the URL, also those of another
    alternative. The httpx2 client, its hooks and its transports can add them later. What an
    undocumented path requires is not known.

    Args:
        call: The call.
        http: The httpx2 client.
        lacking: Names of the credentials that the operation requires and the client lacks.
        request: The request. `None` before it is created: credentials are missing already
            then, unless a subclass of the client can add them.

    Raises:
        ValueError: A credential is missing.
    """
    if _can_add_credentials(http) or not call.endpoint.path:
        return
    if request is None:
        if not _is_own(call.client._prepare_request):
            return
        request = call.request(http, {})
    api: Any = call.client._api
    keys = {name: _key(credential) for name, credential in api.credentials.items()}
    sent = _list_sent(request)
    missing = next((name for name in lacking if keys[name] not in sent), None)
    own = {*call.names}.difference(lacking)
    # A header with a credential of the client contains no other.
    sent -= {keys[name] for name in own}
    security = call.endpoint.security
    alternatives = api.security if security is None else security
    if missing is None or any(
        all(name in own or keys[name] in sent for name in names)
        for names in alternatives
    ):
        return
    credential = api.credentials[missing]
    variables = getattr(credential, "pair", None) or credential.environment or ()
    names = [variables] if isinstance(variables, str) else variables
    raise ValueError(
        f"{call.endpoint.method} {call.endpoint.path} also requires the credential"
        f" {missing}: pass {missing} to the client"
        f"{', or set ' if names else ''}{' and '.join(names)}"
    )


def _can_add_credentials(http: Any) -> bool:
    """Return whether an httpx2 client, its hooks or its transports may change requests."""
    if http.auth or http.event_hooks["request"]:
        return True
    # As in `transport.pool`: httpx2 has no public attribute for transports.
    transports = [getattr(http, "_transport", http)]
    transports.extend(getattr(http, "_mounts", {}).values())
    types: list[Any] = [type(item) for item in transports if item is not None]
    return not all(map(_is_own, (*types, http.send)))


def _is_own(item: Any) -> bool:
    """Return whether a class or a function is that of a library."""
    return f"{item.__module__}.".startswith(_LIBRARIES)


def _key(credential: Credential) -> tuple[str, str]:
    place, name = credential.key or ("header", "authorization")
    return place, name.lower() if place == "header" else name


def _list_sent(request: httpx2.Request) -> set[tuple[str, str]]:
    """Return the places and names of all headers, parameters and cookies of a request."""
    headers, url = request.headers, request.url
    cookies = headers.get("cookie", "").split("; ")
    sent = {("cookie", item.partition("=")[0]) for item in cookies}
    sent |= {("query", name) for name in url.params}
    sent |= {("header", name) for name in headers}
    return sent | {("header", "authorization")} if url.userinfo else sent
