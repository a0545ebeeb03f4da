"""How long a client is."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import NamedTuple


class Lines(NamedTuple):
    """Lines that are not blank: of code, and of code and docstrings."""

    code: int
    all: int


def count_lines(sources: Iterable[str]) -> Lines:
    """The lines of modules."""
    code = all_ = 0
    for text in sources:
        said: set[int] = set()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                if isinstance(node.value.value, str):
                    said.update(range(node.lineno, (node.end_lineno or 0) + 1))
        for number, line in enumerate(text.splitlines(), 1):
            all_ += bool(line.strip())
            code += bool(line.strip()) and number not in said
    return Lines(code, all_)
