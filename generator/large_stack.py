"""Runs deep recursion on a stack that is large enough for it.

The recursion limit alone does not protect the interpreter: Python 3.11 checks neither
recursion through C code nor the size of the stack, and ends in a segmentation fault.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from .limits import MAX_FRAMES, STACK_BYTES

T = TypeVar("T")


def on_large_stack(function: Callable[[], T]) -> T:
    """Return what a function returns that runs in a thread with a large stack.

    Raises:
        BaseException: whatever the function raises.
    """
    result: list[T] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            result.append(function())
        except BaseException as error:  # is raised again by the caller's thread
            failure.append(error)

    limit, size = sys.getrecursionlimit(), threading.stack_size(STACK_BYTES)
    sys.setrecursionlimit(max(limit, MAX_FRAMES))
    try:
        thread: Any = threading.Thread(target=run, daemon=True)
        thread.start()
        while thread.is_alive():
            # In steps, since Windows does not interrupt a longer wait on Ctrl-C.
            thread.join(0.2)
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(limit)
    if failure:
        raise failure[0]
    return result[0]
