"""The decorator of the methods of deprecated operations."""

from __future__ import annotations

import sys
from functools import cached_property, update_wrapper
from inspect import CO_COROUTINE
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    # Type checkers know only this decorator.
    from typing_extensions import deprecated

__all__ = ("deprecated",)


def mark_deprecated(message: str) -> Callable[[Any], Any]:
    """Return a decorator of methods that warns as `typing_extensions.deprecated` does.

    Before Python 3.12 that decorator imports `asyncio` to mark coroutine functions, so it
    is applied to them when they are used.

    Args:
        message: Text of the warning.
    """

    def decorate(function: Any) -> Any:
        if sys.version_info < (3, 12) and function.__code__.co_flags & CO_COROUTINE:
            return _DeprecatedCoroutine(message, function)
        return _deprecate(message, function)

    return decorate


class _DeprecatedCoroutine:
    """A coroutine function that is decorated when it is read as a method, or called."""

    def __init__(self, message: str, function: Any) -> None:
        update_wrapper(self, function)
        self.__deprecated__ = message
        self._function = function

    @cached_property
    def _method(self) -> Any:
        return _deprecate(self.__deprecated__, self._function)

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        return self._method.__get__(instance, owner)

    def __call__(self, /, *args: Any, **arguments: Any) -> Any:
        return self._method(*args, **arguments)

    @property
    def _is_coroutine(self) -> Any:
        # `asyncio` and `unittest.mock` read it from the class without calling `__get__`.
        return self._method._is_coroutine

    def __getattr__(self, name: str) -> Any:
        # Functions that copy a method, such as `stream_method`, read its code.
        return getattr(object.__getattribute__(self, "_function"), name)


def _deprecate(message: str, function: Any) -> Any:
    import typing_extensions

    decorator: Any = typing_extensions.deprecated
    return decorator(message)(function)


if not TYPE_CHECKING:
    deprecated = mark_deprecated
