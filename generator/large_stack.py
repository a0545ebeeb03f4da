"""Run deeply recursive functions on a sufficiently large stack.

The recursion limit alone does not protect the interpreter: Python 3.11 checks neither
recursion through C code nor the size of the stack, and crashes with a segmentation fault.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

from .limits import MAX_FRAMES, STACK_BYTES

T = TypeVar("T")


def on_large_stack(function: Callable[[], T]) -> T:
    """Call a function in a thread with a large stack and return its result.

    Raises:
        BaseException: Any exception of the function.
    """
    result: list[T] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            result.append(function())
        except BaseException as error:  # noqa: BLE001
            # Raised again in the calling thread.
            failure.append(error)

    limit, size = sys.getrecursionlimit(), threading.stack_size(STACK_BYTES)
    sys.setrecursionlimit(max(limit, MAX_FRAMES))
    try:
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        while thread.is_alive():
            # Short waits: Windows does not interrupt a longer wait on Ctrl-C.
            thread.join(0.2)
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(limit)
    if failure:
        raise failure[0]
    return result[0]
