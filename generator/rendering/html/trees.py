"""Trees of fields: which nested types are shown in place, within a limit of rows.

The levels of a tree are expanded one after the other, so that the limit cuts deep levels
first. A type that encloses itself is a link.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...python.expressions import (
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    union_members,
)
from ...reference.rows import Row
from ...reference.site import TypeSection

_MAX_DEPTH = 6
_MAX_ALIASES = 8
_MAX_VARIANTS = 24
_MAX_VALUES = 60


@dataclass(slots=True)
class Variant:
    """A type whose fields are shown in place.

    Args:
        section: Section of the type.
        rows: Its fields; empty if the limit is exhausted.
        is_recursive: Whether the type encloses itself.
    """

    section: TypeSection
    rows: list[Node] = field(default_factory=list)
    is_recursive: bool = False


@dataclass(slots=True)
class Node:
    """A field or parameter.

    Args:
        row: The row.
        path: Path from the root of the tree.
        variants: Types of the value that have fields.
        values: Values of a literal type.
    """

    row: Row
    path: str
    variants: list[Variant]
    values: tuple[object, ...]


class Trees:
    """Builder of trees.

    Args:
        sections: Sections of all types, by name.
    """

    def __init__(self, sections: Mapping[str, TypeSection]) -> None:
        self._sections = sections
        self._targets: dict[TypeExpr, tuple[str, ...]] = {}
        self._values: dict[TypeExpr, tuple[object, ...]] = {}
        # The same rows occur in many trees, and the hash of a type visits its parts.
        # The rows are kept as well, so that an identity stays that of its row.
        self._rows: dict[int, tuple[Row, list[TypeSection], tuple[object, ...]]] = {}

    def rows(self, rows: Iterable[Row], limit: int) -> list[Node]:
        """Build the tree of rows.

        Args:
            rows: Rows of the first level. Those of nested levels are left out.
            limit: Maximum number of rows of the other levels.
        """
        nodes = [self._node(row, row.name) for row in own_rows(rows)]
        self._expand(nodes, limit)
        return nodes

    def type(self, type_: TypeExpr, path: str, limit: int) -> list[Variant]:
        """Build the trees of the types of a value."""
        variants = [Variant(self._sections[name]) for name in self._names(type_)]
        pending: deque[tuple[Node, frozenset[str], int]] = deque()
        for item in variants:
            below = path if len(variants) == 1 else _join(path, item.section.name)
            limit -= self._fill(item, below, frozenset(), limit, pending, 1)
        self._drain(pending, limit)
        return variants

    def count(self, root: list[Row] | TypeExpr, limit: int) -> int:
        """Return the number of nested rows of a tree, at most `limit`.

        Args:
            root: Rows of the first level, or the type of a value.
            limit: Maximum number of rows.
        """
        if isinstance(root, list):
            variants = [
                item for node in self.rows(root, limit) for item in node.variants
            ]
        else:
            variants = self.type(root, "", limit)
        count = 0
        while variants:
            rows = variants.pop().rows
            count += len(rows)
            variants += (item for node in rows for item in node.variants)
        return count

    def _node(self, row: Row, path: str) -> Node:
        entry = self._rows.get(id(row))
        if entry is None:
            sections = [self._sections[name] for name in self._names(row.type)]
            entry = (row, sections, self._literal_values(row.type))
            self._rows[id(row)] = entry
        return Node(row, path, [Variant(section) for section in entry[1]], entry[2])

    def _expand(self, nodes: list[Node], limit: int) -> None:
        pending = deque((node, frozenset[str](), 1) for node in nodes)
        self._drain(pending, limit)

    def _drain(
        self, pending: deque[tuple[Node, frozenset[str], int]], limit: int
    ) -> None:
        while pending and limit > 0:
            node, ancestors, depth = pending.popleft()
            for item in node.variants:
                path = node.path
                if len(node.variants) > 1:
                    path = _join(path, item.section.name)
                limit -= self._fill(item, path, ancestors, limit, pending, depth)

    def _fill(
        self,
        item: Variant,
        path: str,
        ancestors: frozenset[str],
        limit: int,
        pending: deque[tuple[Node, frozenset[str], int]],
        depth: int,
    ) -> int:
        """Add the fields of a type; return their number."""
        section = item.section
        if section.name in ancestors:
            item.is_recursive = True
            return 0
        rows = own_rows(section.rows)
        if len(rows) > limit or depth > _MAX_DEPTH:
            return 0
        item.rows = [self._node(row, _join(path, row.name)) for row in rows]
        inside = ancestors | {section.name}
        pending.extend((node, inside, depth + 1) for node in item.rows)
        return len(rows)

    def _names(self, type_: TypeExpr) -> tuple[str, ...]:
        """Return the names of the types with fields that a type consists of."""
        if type_ not in self._targets:
            names = dict.fromkeys(self._resolve(type_, 0))
            # A model and the dictionary with the same fields are one type for a reader.
            kept = [name for name in names if f"{name}Param" not in names]
            self._targets[type_] = tuple(kept[:_MAX_VARIANTS])
        return self._targets[type_]

    def _resolve(self, type_: TypeExpr, depth: int) -> Iterator[str]:
        match type_:
            case Name(name) if name in self._sections:
                section = self._sections[name]
                if section.rows:
                    yield name
                elif section.value is not None and depth < _MAX_ALIASES:
                    yield from self._resolve(section.value, depth + 1)
            case Subscript(_, arguments):
                for item in arguments:
                    yield from self._resolve(item, depth)
            case Union(members):
                for item in members:
                    yield from self._resolve(item, depth)
            case _:
                return

    def _literal_values(self, type_: TypeExpr) -> tuple[object, ...]:
        if type_ not in self._values:
            values = tuple(self._literals(type_, 0))
            self._values[type_] = values if len(values) <= _MAX_VALUES else ()
        return self._values[type_]

    def _literals(self, type_: TypeExpr, depth: int) -> Iterator[object]:
        for item in union_members(type_):
            match item:
                case Literal(values):
                    yield from values
                case Name(name) if name in self._sections and depth < _MAX_ALIASES:
                    value = self._sections[name].value
                    if value is not None:
                        yield from self._literals(value, depth + 1)
                case _:
                    pass


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def own_rows(rows: Iterable[Row]) -> list[Row]:
    """Return the rows that are not nested in others."""
    return [row for row in rows if not row.prefix and not row.is_alternative]
