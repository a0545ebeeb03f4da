"""The sizes that a tree may have, so that no stage exhausts the machine on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, NoReturn

from ..diagnostics import Diagnostics, Rule, Severity, GenerationError
from ..limits import MAX_ALIAS_FACTOR, MAX_DEPTH, MIN_ALIAS_SIZE
from ..source import Location, SourceFile, Span

TOO_DEEP = Rule(
    "too-deep",
    Severity.ERROR,
    f"Objects and arrays are nested more than {MAX_DEPTH} levels deep. Published"
    " descriptions stay under 40; such a file is broken, or made to exhaust its"
    " readers.",
)
TOO_LARGE = Rule(
    "too-large",
    Severity.ERROR,
    f"YAML aliases repeat nodes until the file means more than {MAX_ALIAS_FACTOR} times"
    f" the nodes that are written in it, and more than {MIN_ALIAS_SIZE:,}. Such a file"
    " was made to exhaust its readers; write repeated schemas with `$ref`.",
)
NUMBER_OUT_OF_RANGE = Rule(
    "number-out-of-range",
    Severity.WARNING,
    "A number is infinite, not a number, or has more digits than any API means. JSON"
    " cannot hold it, so it is read as text.",
)


def shorten(text: str, limit: int = 60) -> str:
    """`text` for a message, cut where it is long."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def is_too_deep(root: Any) -> bool:
    """Whether a tree without shared nodes is deeper than `MAX_DEPTH`."""
    level = [root]
    for _ in range(MAX_DEPTH + 1):
        level = [
            item
            for node in level
            if type(node) is dict or type(node) is list
            for item in (node.values() if type(node) is dict else node)
        ]
        if not level:
            return False
    return any(isinstance(node, dict | list) for node in level)


def report_too_deep(location: Location | Span, diagnostics: Diagnostics) -> None:
    """Add the error for nodes that are nested too deep."""
    message = f"the nodes are nested more than {MAX_DEPTH} levels deep"
    diagnostics.add(TOO_DEEP, message, location)


def refuse_too_deep(file: SourceFile, diagnostics: Diagnostics) -> NoReturn:
    """Refuse a file that is nested too deep, without a place in its text.

    Raises:
        GenerationError: always.
    """
    report_too_deep(Location(file, ()), diagnostics)
    raise GenerationError


class _Extent(NamedTuple):
    """The levels of a tree, and its nodes: all, and with shared ones counted once."""

    depth: int
    size: int
    distinct: int


def check_shared(root: Any, file: SourceFile, diagnostics: Diagnostics) -> None:
    """Refuses a tree that aliases make too deep or too large to be walked.

    Linear in the distinct containers; the tree must not hold itself.

    Raises:
        GenerationError: it is too deep or too large.
    """
    extent = _measure(root)
    if extent.depth > MAX_DEPTH:
        refuse_too_deep(file, diagnostics)
    allowed = max(MIN_ALIAS_SIZE, MAX_ALIAS_FACTOR * extent.distinct)
    if extent.size > allowed:
        message = f"its aliases mean more than {allowed:,} nodes"
        diagnostics.add(TOO_LARGE, message, Location(file, ()))
        raise GenerationError


def _measure(root: Any) -> _Extent:
    known: dict[int, tuple[int, int]] = {}
    distinct = 1
    waiting = [root]
    while waiting:
        node = waiting[-1]
        inner = [item for item in _items(node) if isinstance(item, dict | list)]
        missing = [item for item in inner if id(item) not in known]
        if missing:
            waiting.extend(missing)
            continue
        waiting.pop()
        if id(node) in known:
            continue
        distinct += len(node)
        extents = [known[id(item)] for item in inner]
        known[id(node)] = (
            1 + max((depth for depth, _ in extents), default=0),
            1 + len(node) + sum(size for _, size in extents),
        )
    return _Extent(*known[id(root)], distinct)


def _items(node: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node
