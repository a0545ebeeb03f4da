"""Attributes of a client for its credentials."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from types import GenericAlias
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast, overload

from ..lazy import Generic as ErasedGeneric

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

T = TypeVar("T")


class _Client(Protocol):
    @property
    def _credentials(self) -> Mapping[str, Any]: ...

    def _set_credential(self, name: str, value: Any) -> None: ...


class CredentialOption(ErasedGeneric[T]):
    """Descriptor of a credential: the argument of the client with the name of the attribute.

    An empty string or `None` removes the credential. Existing copies of the client are unchanged.
    """

    __slots__ = ("_name",)
    if not TYPE_CHECKING:
        __class_getitem__ = classmethod(GenericAlias)

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
