"""Login with a code that the user enters on another device (RFC 8628)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

from ..client.lifetimes import read_seconds
from ..lazy import set_public_module
from .tokens import LoginError, LoginFlow, TokenClient, Tokens, check_url

_GRANT: Final = "urn:ietf:params:oauth:grant-type:device_code"
_INTERVAL: Final = 5.0
_LIFETIME: Final = 600.0


class DeviceCode(NamedTuple):
    """A code by which a user consents on another device.

    Attributes:
        user_code: Code that the user enters.
        url: Page where the user enters it.
        complete_url: The same page with the code, such as for a QR code; `""` for none.
    """

    user_code: str
    url: str
    complete_url: str = ""


set_public_module("login", DeviceCode)


def log_in(
    client: TokenClient,
    flow: LoginFlow,
    scopes: Iterable[str],
    show: Callable[[DeviceCode], object],
) -> Tokens:
    """Return the tokens that a user grants on another device.

    Args:
        client: The program as a client of the authorization server.
        flow: Endpoints.
        scopes: Requested scopes.
        show: Function that shows the code to the user.

    Raises:
        LoginError: The user or the server refuses, or the code has expired.
    """
    scope = " ".join(scopes)
    members = client.post(flow.device_url, {"scope": scope} if scope else {})
    device, code = members.get("device_code"), _read_code(members)
    if not isinstance(device, str) or not device:
        raise LoginError("login failed: the response has no device_code")
    seconds = read_seconds(members.get("expires_in"))
    deadline = time.monotonic() + (_LIFETIME if seconds is None else seconds)
    interval = read_seconds(members.get("interval"))
    show(code)
    form = {"grant_type": _GRANT, "device_code": device}
    return _poll(
        client, flow, form, _INTERVAL if interval is None else interval, deadline
    )


def _poll(
    client: TokenClient,
    flow: LoginFlow,
    form: dict[str, str],
    interval: float,
    deadline: float,
) -> Tokens:
    """Request tokens until the user has decided (RFC 8628, 3.5)."""
    while True:
        if time.monotonic() + interval > deadline:
            raise LoginError("login failed: the code has expired", "expired_token")
        time.sleep(interval)
        try:
            return client.request_tokens(flow.device_token_url, form)
        except LoginError as error:
            if error.code == "slow_down":
                interval += _INTERVAL
            elif error.code != "authorization_pending":
                raise


def _read_code(members: dict[str, Any]) -> DeviceCode:
    """Return the code for the user.

    Raises:
        LoginError: The response has no code, or no page of HTTPS.
    """
    # Some servers use the name of an early draft.
    url = members.get("verification_uri", members.get("verification_url"))
    texts = [members.get("user_code"), url, members.get("verification_uri_complete")]
    user_code, page, complete = (
        text if isinstance(text, str) and text.isprintable() else "" for text in texts
    )
    if not user_code or not page:
        raise LoginError("login failed: the response has no user_code and page")
    check_url(page)
    if complete:
        check_url(complete)
    return DeviceCode(user_code, page, complete)
