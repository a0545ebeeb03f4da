"""Rendering of the endpoints of authorization servers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...python.literals import string_literal
from ...python.package import ClientModule, CredentialArgument
from .layout import INDENT, format_bracketed, format_value


def login_values(client: ClientModule) -> dict[str, Any]:
    """Return the values of the template of the module `login`; empty for no module."""
    flows = list(_format_flows(client.credentials))
    names = (item.name for item in client.credentials if item.login is not None)
    example = next(names, "")
    return {"client": client.name, "example": example, "flows": flows} if flows else {}


def _format_flows(credentials: Iterable[CredentialArgument]) -> Iterator[str]:
    """Yield an entry of a dictionary for each credential that a user can grant."""
    for item in credentials:
        login = item.login
        if login is None:
            continue
        values = (
            ("authorization_url", login.authorization_url),
            ("token_url", login.token_url),
            ("refresh_url", login.refresh_url),
            ("device_url", login.device_url),
            ("device_token_url", login.device_token_url),
            ("scopes", login.scopes),
        )
        arguments = [
            format_value(f"{name}=", value, INDENT * 2)
            for name, value in values
            if value
        ]
        head = f"{string_literal(item.name)}: LoginFlow("
        yield format_bracketed(head, arguments, "),", INDENT)
