"""The sizes that a tree may have, so that no stage exhausts the machine on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, NoReturn

from generator.diagnostics import Diagnostics, Rule, Severity, Unusable
from generator.limits import MAX_DEPTH, MAX_SIZE
from generator.source import Location, SourceFile

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
    f"YAML aliases repeat each other until the file means more than {MAX_SIZE:,} nodes."
    " Such a file was made to exhaust its readers.",
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


def refuse_too_deep(file: SourceFile, diagnostics: Diagnostics) -> NoReturn:
    """Adds the error of a tree that is too deep.

    Raises:
        Unusable: always.
    """
    message = f"the nodes are nested more than {MAX_DEPTH} levels deep"
    diagnostics.add(TOO_DEEP, message, Location(file, ()))
    raise Unusable


class _Extent(NamedTuple):
    depth: int
    size: int


def check_shared(root: Any, file: SourceFile, diagnostics: Diagnostics) -> None:
    """Refuses a tree that aliases make too deep or too large to be walked.

    Linear in the distinct containers; the tree must not hold itself.

    Raises:
        Unusable: it is too deep or too large.
    """
    extent = _measure(root)
    if extent.depth > MAX_DEPTH:
        refuse_too_deep(file, diagnostics)
    if extent.size > MAX_SIZE:
        message = f"its aliases mean more than {MAX_SIZE:,} nodes"
        diagnostics.add(TOO_LARGE, message, Location(file, ()))
        raise Unusable


def _measure(root: Any) -> _Extent:
    """The levels of a tree, and its nodes when shared ones count each time."""
    known: dict[int, _Extent] = {}
    waiting = [root]
    while waiting:
        node = waiting[-1]
        inner = [item for item in _items(node) if isinstance(item, dict | list)]
        missing = [item for item in inner if id(item) not in known]
        if missing:
            waiting.extend(missing)
            continue
        waiting.pop()
        extents = [known[id(item)] for item in inner]
        known[id(node)] = _Extent(
            1 + max((extent.depth for extent in extents), default=0),
            1 + len(node) + sum(extent.size for extent in extents),
        )
    return known[id(root)]


def _items(node: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node
