"""Credentials of a client: their values, and the attributes of their names."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast, overload

from ..api.credentials import OAuth2ClientCredentials
from ..features import load_feature

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

    from ..api.api import Api

T = TypeVar("T")


class _Client(Protocol):
    @property
    def _credentials(self) -> Mapping[str, Any]: ...

    def _set_credential(self, name: str, value: Any) -> None: ...


class CredentialOption(Generic[T]):
    """Descriptor of a credential: the argument of the client with the name of the attribute.

    An empty string or `None` removes the credential. Existing copies of the client are unchanged.
    """

    __slots__ = ("_name",)

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, client: None, owner: type) -> Self: ...
    @overload
    def __get__(self, client: _Client, owner: type) -> T | None: ...
    def __get__(self, client: _Client | None, owner: type) -> Self | T | None:
        if client is None:
            return self
        return cast("T | None", client._credentials.get(self._name))

    def __set__(self, client: _Client, value: T | None) -> None:
        client._set_credential(self._name, cast("Any", value))


def find_credentials(api: Api, credentials: Mapping[str, Any]) -> dict[str, Any]:
    """Return the available credentials: those passed, and those in the environment."""
    check_names(api, credentials)
    available = without_empty(credentials)
    for name, credential in api.credentials.items():
        if credentials.get(name) is None:
            value = credential.from_environment(os.environ)
            if value is not None:
                available[name] = value
    return available


def new_tokens(api: Api) -> Any:
    """Return an empty store of access tokens, or `None` if no credential needs one."""
    for credential in api.credentials.values():
        if isinstance(credential, OAuth2ClientCredentials):
            return load_feature("client.tokens").Tokens()
    return None


def without_empty(credentials: Mapping[str, Any]) -> dict[str, Any]:
    """Return the credentials that have a value."""
    # Callers pass an empty string for servers that require no key.
    return {name: value for name, value in credentials.items() if value}


def check_names(
    api: Api, credentials: Mapping[str, Any], settings: Iterable[str] | None = None
) -> None:
    """Check that the API has credentials of these names.

    Args:
        api: The API.
        credentials: The credentials by name.
        settings: Other arguments of the method, of which a name can be misspelled.

    Raises:
        TypeError: It has none of a name.
    """
    for name in credentials:
        if name not in api.credentials:
            from ..api.unknown_options import find_similar

            similar = find_similar(name, [*api.credentials, *(settings or ())])
            known = ", ".join(api.credentials) or "none"
            hint = f"; the credentials are: {known}"
            if similar is not None:
                hint = f". Did you mean {similar!r}?"
            raise TypeError(f"unexpected keyword argument {name!r}{hint}")
