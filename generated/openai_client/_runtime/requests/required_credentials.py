"""Credentials of an operation that the client does not have."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx2

    from .build import Call


def check_credentials(
    call: Call, http: Any, request: httpx2.Request, lacking: Iterable[str]
) -> None:
    """Check that the caller sends the credentials that the client does not have.

    They can be headers, parameters or cookies, or a part of the URL. The httpx2 client and
    its hooks can add them later.

    Args:
        call: The call.
        http: The httpx2 client.
        request: The request with the credentials that the client has.
        lacking: Names of the others that the operation requires.

    Raises:
        ValueError: A credential is missing.
    """
    if http.auth or http.event_hooks["request"]:
        return
    headers, url = request.headers, request.url
    cookies = headers.get("cookie", "").split("; ")
    sent = {("cookie", item.partition("=")[0]) for item in cookies}
    sent |= {("query", name) for name in url.params}
    for name in lacking:
        credential: Any = call.client._api.credentials[name]
        place, key = credential.key or ("header", "authorization")
        is_sent = (place, key) in sent or (place == "header" and key in headers)
        if is_sent or (credential.key is None and url.userinfo):
            continue
        variables = getattr(credential, "pair", None) or credential.environment or ()
        names = [variables] if isinstance(variables, str) else variables
        raise ValueError(
            f"{call.endpoint.method} {call.endpoint.path} also requires the credential"
            f" {name}: pass {name} to the client"
            f"{', or set ' if names else ''}{' and '.join(names)}"
        )
