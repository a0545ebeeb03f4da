"""Reduce a failing case while the failure stays the same."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from tests.robustness.fuzz.cases import Case
from tests.robustness.fuzz.mutations import at, places

Fails = Callable[[Case], bool]


def reduce_case(case: Case, fails: Fails, seconds: float) -> Case:
    """Return a smaller case with the same failure, within a time limit."""
    deadline = time.monotonic() + seconds
    changed = True
    while changed and time.monotonic() < deadline:
        changed = False
        for smaller in _smaller(case):
            if time.monotonic() > deadline:
                break
            if fails(smaller):
                case, changed = smaller, True
                break
    return case


def _smaller(case: Case) -> Iterator[Case]:
    for name in reversed(list(case.files)):
        yield case.without_file(name)
    for name, content in case.files.items():
        tree = _parsed(content)
        pieces = _by_lines(content) if tree is None else _by_values(tree)
        for piece in pieces:
            if len(piece) < len(content):
                yield _with(case, name, piece)


def _with(case: Case, name: str, piece: bytes) -> Case:
    from dataclasses import replace

    smaller = case.with_file(name, piece)
    same = case.stdin == case.files.get(name)
    return replace(smaller, stdin=piece) if same and case.stdin else smaller


def _parsed(content: bytes) -> Any:
    """Return the value of a file, or `None` if it cannot be serialized without a change."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        pass
    try:
        value = yaml.load(content, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return json.loads(json.dumps(value)) if isinstance(value, dict) else None
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return None


def _by_values(tree: Any) -> Iterator[bytes]:
    """Yield the tree as JSON without one value, the largest values first."""
    yield _text(tree)
    cache = [place for place in places(tree) if place]
    for place in cache:
        smaller = copy.deepcopy(tree)
        del at(smaller, place[:-1])[place[-1]]
        yield _text(smaller)
    for place in cache:
        value = at(tree, place)
        if isinstance(value, str) and len(value) > 8:
            for half in (value[: len(value) // 2], value[len(value) // 2 :]):
                smaller = copy.deepcopy(tree)
                at(smaller, place[:-1])[place[-1]] = half
                yield _text(smaller)


def _text(tree: Any) -> bytes:
    return json.dumps(tree).encode()


def _by_lines(content: bytes) -> Iterator[bytes]:
    """Yield the text without some of its lines, large blocks first."""
    lines = content.split(b"\n")
    size = max(1, len(lines) // 2)
    while size:
        for start in range(0, len(lines), size):
            yield b"\n".join(lines[:start] + lines[start + size :])
        size //= 2
    for start in range(0, len(content), max(1, len(content) // 20)):
        yield content[:start] + content[start + max(1, len(content) // 20) :]
