"""Asynchronous iteration that need not be closed.

httpx2 reads a body by several nested asynchronous generators. If a caller leaves a loop, the
event loop finishes each of them when it ends, all at the same time, although each outer one
also finishes its inner one. This prints errors of the kind "asynchronous generator is already
running". Here, the event loop does not know of these generators. They hold nothing: the
connection is released by closing the response.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator
    from typing import Self

T = TypeVar("T")


class UnregisteredIterator(Generic[T]):
    """An iterator over the items of an asynchronous generator, which is never finished.

    Args:
        generator: The generator, which has not been started.
    """

    __slots__ = ("_generator", "_is_started")

    def __init__(self, generator: AsyncGenerator[T, None]) -> None:
        self._generator = generator
        self._is_started = False

    @property
    def is_running(self) -> bool:
        """Whether a task waits for the next item."""
        generator: Any = self._generator
        return bool(generator.ag_running)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        if self._is_started:
            return await self._generator.__anext__()
        self._is_started = True
        return await _FirstStep(self._generator)


class _FirstStep(Generic[T]):
    """The first item of a generator, awaited without the hooks of the event loop.

    Generators call the hooks when they are started. The nested generators are started before
    the first of them waits for anything.
    """

    __slots__ = ("_generator",)

    def __init__(self, generator: AsyncGenerator[T, None]) -> None:
        self._generator = generator

    def __await__(self) -> Generator[Any, Any, T]:
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=None, finalizer=_drop)
        try:
            step: Any = self._generator.__anext__()
            awaited = step.send(None)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]
        finally:
            sys.set_asyncgen_hooks(*hooks)
        while True:
            try:
                sent = yield awaited
            except BaseException as error:
                resume, argument = step.throw, error
            else:
                resume, argument = step.send, sent
            try:
                awaited = resume(argument)
            except StopIteration as stop:
                return stop.value  # type: ignore[no-any-return]


def _drop(generator: AsyncGenerator[Any, None]) -> None:
    """Finalize a generator that is garbage collected without running its code."""
