"""State that must not be used in two processes after `os.fork`."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class _Forked(Protocol):
    def after_fork(self) -> None: ...


_objects: WeakSet[_Forked] = WeakSet()


def reset_after_fork(item: _Forked) -> None:
    """Call the method `after_fork` of an object in each forked process.

    It replaces locks, which another thread of the parent may have held: that thread does
    not exist in the child, so nothing would release them.
    """
    _objects.add(item)


def _reset_all() -> None:
    for item in list(_objects):
        item.after_fork()


# Windows has no fork.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset_all)
