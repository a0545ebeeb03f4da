"""Check the depth and the size of trees, which later stages traverse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, NoReturn

from ..diagnostics import Diagnostics, GenerationError, Rule, Severity
from ..limits import MAX_ALIAS_FACTOR, MAX_DEPTH, MIN_ALIAS_SIZE
from ..source import Location, SourceFile, Span

TOO_DEEP = Rule(
    "too-deep",
    Severity.ERROR,
    f"Objects and arrays are nested more than {MAX_DEPTH} levels deep. Published"
    " descriptions have fewer than 40 levels.",
    hint="move nested schemas to components, and refer to them by `$ref`",
)
TOO_LARGE = Rule(
    "too-large",
    Severity.ERROR,
    f"With its YAML aliases expanded, the file has more than {MAX_ALIAS_FACTOR} times as"
    f" many nodes as are written in it, and more than {MIN_ALIAS_SIZE:,}. Use `$ref` for"
    " repeated schemas.",
    hint="use `$ref` for repeated schemas",
)
NUMBER_OUT_OF_RANGE = Rule(
    "number-out-of-range",
    Severity.WARNING,
    "A number is infinite, NaN, or has too many digits. JSON cannot represent it, so it is"
    " read as a string.",
    hint="write a number that JSON can represent, or a string",
)


def shorten(text: str, limit: int = 60) -> str:
    """Return text for a message, truncated to `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def is_too_deep(root: Any) -> bool:
    """Return whether a tree without shared nodes has more than `MAX_DEPTH` levels."""
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
    """Add the error for nodes that are nested too deeply."""
    message = f"the nodes are nested more than {MAX_DEPTH} levels deep"
    diagnostics.add(TOO_DEEP, message, location)


def refuse_too_deep(file: SourceFile, diagnostics: Diagnostics) -> NoReturn:
    """Report a file that is nested too deeply, without a place in its text.

    Raises:
        GenerationError: Always.
    """
    report_too_deep(Location(file, ()), diagnostics)
    raise GenerationError


class _Extent(NamedTuple):
    """Size of a tree.

    Attributes:
        depth: Number of levels.
        size: Number of nodes, with shared nodes counted at each occurrence.
        distinct: Number of nodes, with shared nodes counted once.
    """

    depth: int
    size: int
    distinct: int


def check_shared(root: Any, file: SourceFile, diagnostics: Diagnostics) -> None:
    """Check that a tree with shared nodes can be traversed.

    The check takes linear time in the number of distinct containers.

    Args:
        root: Tree without cycles.
        file: Source of the tree.
        diagnostics: Receives an error.

    Raises:
        GenerationError: The tree is too deep or too large.
    """
    extent = _measure(root)
    if extent.depth > MAX_DEPTH:
        refuse_too_deep(file, diagnostics)
    allowed = max(MIN_ALIAS_SIZE, MAX_ALIAS_FACTOR * extent.distinct)
    if extent.size > allowed:
        message = f"the aliases expand to more than {allowed:,} nodes"
        diagnostics.add(TOO_LARGE, message, Location(file, ()))
        raise GenerationError


def _measure(root: Any) -> _Extent:
    measured: dict[int, tuple[int, int]] = {}
    distinct = 1
    stack = [root]
    while stack:
        node = stack[-1]
        inner = [item for item in _items(node) if isinstance(item, dict | list)]
        missing = [item for item in inner if id(item) not in measured]
        if missing:
            stack.extend(missing)
            continue
        stack.pop()
        if id(node) in measured:
            continue
        distinct += len(node)
        extents = [measured[id(item)] for item in inner]
        measured[id(node)] = (
            1 + max((depth for depth, _ in extents), default=0),
            1 + len(node) + sum(size for _, size in extents),
        )
    return _Extent(*measured[id(root)], distinct)


def _items(node: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node
