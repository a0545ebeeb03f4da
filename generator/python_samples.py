"""Parsing of the Python code samples of a document."""

from __future__ import annotations

import ast
import re
from functools import lru_cache

_PYTHON = re.compile(r"python\d?", re.IGNORECASE)


def is_python(language: str) -> bool:
    """Return whether the language of a code sample is Python."""
    return _PYTHON.fullmatch(language) is not None


@lru_cache(maxsize=1024)
def parse_sample(code: str) -> ast.Module | None:
    """Return the syntax tree of a sample, or `None` if it is not valid Python.

    The tree is shared by all callers and must not be modified.
    """
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
