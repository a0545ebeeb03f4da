"""Line counts of emitted code."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import NamedTuple


class LineCounts(NamedTuple):
    """Numbers of lines that are not blank.

    Args:
        code: Lines without docstrings.
        all: Lines including docstrings.
    """

    code: int
    all: int


def count_lines(sources: Iterable[str]) -> LineCounts:
    """Count the lines of modules."""
    code = all_ = 0
    for source in sources:
        docstrings: set[int] = set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                if isinstance(node.value.value, str):
                    docstrings.update(range(node.lineno, (node.end_lineno or 0) + 1))
        for number, line in enumerate(source.splitlines(), 1):
            all_ += bool(line.strip())
            code += bool(line.strip()) and number not in docstrings
    return LineCounts(code, all_)
