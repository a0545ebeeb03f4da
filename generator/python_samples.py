"""Python samples of documents as programs."""

from __future__ import annotations

import ast
import re
from functools import lru_cache

_PYTHON = re.compile(r"python\d?", re.IGNORECASE)


def is_python(language: str) -> bool:
    """Whether a sample says that it is Python."""
    return _PYTHON.fullmatch(language) is not None


@lru_cache(maxsize=1024)
def program(code: str) -> ast.Module | None:
    """The program that a sample is, not to be changed; `None` where it is no Python."""
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
