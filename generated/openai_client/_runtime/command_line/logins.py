"""Logins of users: tokens that are stored in a profile and renewed."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import click

from .profiles import DEFAULT, Profiles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def has_login(package: str) -> bool:
    """Return whether the API has a login of users."""
    return find_spec(f"{package}.login") is not None


def takes_pair(credential: Any) -> bool:
    """Return whether a credential has two values: a user or client, and its secret."""
    return hasattr(credential, "pair") or type(credential).__name__ == "Basic"


def log_in(
    package: str, client_id: str, device: bool, scopes: tuple[str, ...]
) -> dict[str, Any]:
    """Log in, and return what a profile stores, by the name of the credential.

    Args:
        package: Package of the client.
        client_id: Id with which the program is registered at the authorization server. Its
            secret is read from the environment, such as `ACME_CLIENT_SECRET`.
        device: Whether the user enters a code on another device.
        scopes: Requested scopes. Default: those of the document.

    Raises:
        ClickException: The login failed.
    """
    module = import_module(f"{package}.login")
    name, flow = next(iter(module.FLOWS.items()))
    environment: str = import_module(f"{package}._client").API.environment
    secret = os.environ.get(f"{environment}_CLIENT_SECRET") or None
    login = module.Login(flow, client_id, secret, scopes or None)
    try:
        if device or not flow.authorization_url:
            tokens = login.with_device()
        else:
            tokens = login.in_browser()
    except module.LoginError as error:
        raise click.ClickException(str(error)) from None
    return {name: {"client_id": client_id, "secret": secret, "tokens": [*tokens]}}


def stored_login(
    package: str, program: str, profile: str, name: str, stored: Mapping[str, Any]
) -> Callable[[], str]:
    """Return a function that returns the access token of a profile, and renews it.

    Args:
        package: Package of the client.
        program: Name of the program.
        profile: Name of the profile; `""` for the default.
        name: Name of the credential.
        stored: What `log_in` returned for it.
    """
    module = import_module(f"{package}.login")

    def save(tokens: Any) -> None:
        renewed = {**stored, "tokens": [*tokens]}
        Profiles(program).renew(profile or DEFAULT, name, renewed)

    login = module.Login(module.FLOWS[name], stored["client_id"], stored["secret"])
    renew = login.credential(module.Tokens(*stored["tokens"]), save)

    def access_token() -> str:
        try:
            token: str = renew()
        except module.LoginError as error:
            message = f"{error}; run the command login"
            raise click.ClickException(message) from None
        return token

    return access_token
