"""The client of a command, with the credentials and settings of its options."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from ..requests.encoding import is_object
from .logins import stored_login, takes_pair
from .profiles import Profiles

if TYPE_CHECKING:
    from .index import Index
    from .options import Options


def create_client(package: str, index: Index, options: Options) -> Any:
    """Return a client.

    Credentials come from `--credential`, otherwise from the environment, otherwise from
    the profile; a profile that is named has precedence over the environment.

    Args:
        package: Package of the client.
        index: Its commands.
        options: The options.

    Raises:
        ProfileError: The profile cannot be read.
        ValueError: A setting is invalid.
    """
    kind = getattr(import_module(package), index.client)
    # Most commands need the HTTP library only after their arguments were checked.
    kind = type(kind.__name__, (kind,), {"_sends_requests": False})
    api = import_module(f"{package}._client").API
    profile = Profiles(index.program).find(options.profile)
    arguments: dict[str, Any] = {}
    for name, value in profile.get("credentials", {}).items():
        if name not in api.credentials:
            continue
        if options.profile or not api.credentials[name].from_environment(os.environ):
            if is_object(value):
                value = stored_login(
                    package, index.program, options.profile, name, value
                )
            arguments[name] = value
    for name, value in options.credentials:
        if name not in api.credentials:
            known = ", ".join(api.credentials) or "none"
            raise click.UsageError(
                f"--credential: unknown name {name!r}; the names are: {known}"
            )
        arguments[name] = _credential_value(name, api.credentials[name], value)
        click.echo(
            f"Warning: other users can read the value of {name} in the list of processes",
            err=True,
        )
    base_url = options.base_url or _profile_url(profile, options, api.environment)
    if base_url:
        arguments["base_url"] = base_url
    if options.timeout is not None:
        arguments["timeout"] = options.timeout
    if options.retries is not None:
        arguments["max_retries"] = options.retries
    if options.headers:
        arguments["default_headers"] = dict(options.headers)
    if options.verbose:
        _log(api.name)
    return kind(**arguments)


def _credential_value(name: str, credential: Any, text: str) -> str | tuple[str, str]:
    """Return the value of the option `--credential`.

    Raises:
        click.UsageError: The credential has two values, and the text does not.
    """
    if not takes_pair(credential):
        return text
    first, colon, second = text.partition(":")
    if not colon or not first:
        # Without the text, which can be the secret.
        raise click.UsageError(
            f"--credential: {name} must be {name}=USER:PASSWORD or {name}=ID:SECRET"
        )
    return first, second


def _profile_url(profile: dict[str, Any], options: Options, environment: str) -> str:
    """Return the base URL of the profile, unless the environment has precedence."""
    has_own = f"{environment}_BASE_URL" in os.environ and not options.profile
    return "" if has_own else profile.get("base_url", "")


def _log(name: str) -> None:
    """Write what the client logs to standard error."""
    # Few calls are logged, and the module takes as long to import as half of the client.
    import logging

    logger = logging.getLogger(name)
    logger.setLevel(logging.DEBUG)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("* %(message)s"))
        logger.addHandler(handler)


def missing_credential(client: Any, names: tuple[str, ...]) -> str:
    """Return what to do if the request had no credentials; `""` if it had some.

    Args:
        client: The client.
        names: Names of the credentials that the request had.
    """
    if names:
        return ""
    for name, credential in client._api.credentials.items():
        variables = getattr(credential, "pair", None) or credential.environment
        if variables:
            text = variables if isinstance(variables, str) else " and ".join(variables)
            return (
                f"no credential was sent: set {text} ({name}), or run the command login"
            )
    return ""
