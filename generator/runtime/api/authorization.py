"""Credentials of a client: which of them a request needs, and what they add to it."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from ..lazy import load_feature

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


Security: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives, each of them the names of the credentials that are sent together."""

CredentialValue: TypeAlias = str | tuple[str, str]
"""The value of a credential, after functions were called."""


class Authorization:
    """Headers, query parameters and cookies that the credentials add to a request.

    Attributes:
        headers: Names and values of headers.
        query: Names and values of query parameters.
        cookies: Names and values of cookies.
        secrets: Strings that must be redacted in messages.
    """

    __slots__ = ("cookies", "headers", "query", "secrets")

    def __init__(self) -> None:
        self.headers: list[tuple[str, str]] = []
        self.query: list[tuple[str, str]] = []
        self.cookies: list[tuple[str, str]] = []
        self.secrets: list[str] = []


class Credential(ABC):
    """A kind of credential, which decides how it is sent (see `credentials`)."""

    __slots__ = ()

    requests_token: ClassVar[bool] = False
    """Whether its value requests an access token, which is sent (`client.tokens`)."""

    @property
    def key(self) -> tuple[str, str] | None:
        """Location and name of an API key; `None` for the header `Authorization`."""
        return None

    @abstractmethod
    def from_environment(self, environ: Mapping[str, str]) -> CredentialValue | None:
        """Return the value that environment variables contain; `None` if they are unset."""

    @abstractmethod
    def apply(self, value: CredentialValue, authorization: Authorization) -> None:
        """Add the credential to a request.

        Raises:
            TypeError: The value is not of the kind of the credential.
            ValueError: It cannot be sent.
        """


def select_credentials(
    alternatives: Security, always: Iterable[str], available: Mapping[str, object]
) -> tuple[str, ...]:
    """Select the credentials of a request.

    The first alternative whose credentials are all available is selected. An alternative
    without credentials is selected only if no other is available. If none is available, the
    request is sent without, because some servers do not check credentials.

    Args:
        alternatives: The security of the operation.
        always: Names of credentials that are sent whenever they are available.
        available: The credentials of the client by name.

    Returns:
        The names of the credentials.
    """
    extra = tuple(name for name in always if name in available)
    for names in alternatives:
        if names and all(name in available for name in names):
            return names + tuple(name for name in extra if name not in names)
    return extra


def find_credentials(
    known: Mapping[str, Credential], credentials: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the available credentials: those passed, and those in the environment."""
    _check_names(known, credentials)
    available = _without_empty(credentials)
    for name, credential in known.items():
        if credentials.get(name) is None:
            value = credential.from_environment(os.environ)
            if value is not None:
                available[name] = value
    return available


def change_credentials(
    known: Mapping[str, Credential],
    current: Mapping[str, Any],
    changes: Mapping[str, Any],
    settings: Iterable[str] | None,
) -> dict[str, Any]:
    """Return the credentials of a copy of a client.

    Args:
        known: Credentials of the API.
        current: Credentials of the client.
        changes: Their new values; `None` changes none, and an empty string removes one.
        settings: Other arguments of the method, of which a name can be misspelled.

    Raises:
        TypeError: The API has no credential of a name.
    """
    _check_names(known, changes, settings)
    changed = {name: value for name, value in changes.items() if value is not None}
    return _without_empty({**current, **changed})


def new_tokens(known: Mapping[str, Credential]) -> Any:
    """Return an empty store of access tokens, or `None` if no credential needs one."""
    for credential in known.values():
        if credential.requests_token:
            return load_feature("client.tokens").Tokens()
    return None


def _without_empty(credentials: Mapping[str, Any]) -> dict[str, Any]:
    """Return the credentials that have a value."""
    # Callers pass an empty string for servers that require no key.
    return {name: value for name, value in credentials.items() if value}


def _check_names(
    known: Mapping[str, Credential],
    credentials: Mapping[str, Any],
    settings: Iterable[str] | None = None,
) -> None:
    """Check that the API has credentials of these names.

    Args:
        known: Credentials of the API.
        credentials: The credentials by name.
        settings: Other arguments of the method, of which a name can be misspelled.

    Raises:
        TypeError: It has none of a name.
    """
    for name in credentials:
        if name not in known:
            from .arguments import find_similar

            similar = find_similar(name, [*known, *(settings or ())])
            names = ", ".join(known) or "none"
            hint = f"; the credentials are: {names}"
            if similar is not None:
                hint = f". Did you mean {similar!r}?"
            raise TypeError(f"unexpected keyword argument {name!r}{hint}")
