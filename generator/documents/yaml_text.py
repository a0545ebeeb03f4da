"""Write a changed tree as YAML, with the text of everything that did not change.

The text of each entry of a mapping and each item of a sequence is a range of lines: its
comments, its key and its value. Unchanged ranges are copied, with another indentation if
they move. Only what changed is dumped. The result is parsed and compared with the
tree; if they differ, for example because an alias lost its anchor, the tree is written
without the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from ..diagnostics import Diagnostics, GenerationError
from ..loader.reading import make_source, parse
from ..loader.yaml.dump import dump_flow, dump_yaml
from ..source import Lines

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"#[^\n]*")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


class Comment(NamedTuple):
    """A comment of a YAML text.

    Attributes:
        line: Number of its line, from 1.
        text: The comment, from `#` to the end of the line.
    """

    line: int
    text: str


class WrittenText(NamedTuple):
    """A tree as YAML.

    Attributes:
        text: The YAML.
        lost: Comments of the old text that it does not contain.
    """

    text: str
    lost: tuple[Comment, ...]


def rewrite_yaml(
    text: str, old: Any, new: Any, origins: Mapping[int, Any] | None = None
) -> WrittenText:
    """Return a changed tree as YAML, with the text and the comments of the old tree.

    Args:
        text: YAML of the old tree.
        old: Value of the text.
        new: Changed tree. Nodes that are the same objects as in the old tree have not
            changed.
        origins: For objects and arrays of the new tree, by their id, the node of the old
            tree whose text they get. Default: the node at the same place.
    """
    result = dump_yaml(new)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        rewritten = _Writer(text, old, origins or {}).write(new)
        if _is_same(_parsed(rewritten), new):
            result = rewritten
    except (yaml.YAMLError, GenerationError, _UnsupportedError):
        pass  # The tree without the text is complete, too.
    remaining = Counter(comment.text for comment in find_comments(result))
    lost = []
    for comment in find_comments(text):
        remaining[comment.text] -= 1
        if remaining[comment.text] < 0:
            lost.append(comment)
    return WrittenText(result, tuple(lost))


def find_comments(text: str) -> list[Comment]:
    """Return the comments of a YAML text, in order; none if it cannot be read."""
    covered = []
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.ScalarToken):
                covered.append((token.start_mark.index, token.end_mark.index))
    except yaml.YAMLError:
        return []
    comments = []
    position = 0
    lines = Lines(text)
    for start, end in [*covered, (len(text), len(text))]:
        for match in _COMMENT.finditer(text, position, max(position, start)):
            place = lines.place(match.start())
            if place.column == 1 or text[match.start() - 1] in " \t":
                comments.append(Comment(place.line, match[0].rstrip()))
        position = max(position, end)
    return comments


class _UnsupportedError(Exception):
    """A text whose ranges of lines are not known."""


class _Writer:
    """Writes a tree with the ranges of lines of an old text."""

    def __init__(self, text: str, old: Any, origins: Mapping[int, Any]) -> None:
        self._lines = _LINES.findall(text)
        self._origins = origins
        self._nodes: dict[int, yaml.Node] = {}
        self._root = yaml.compose(text, Loader=_Loader)
        if self._root is None:
            raise _UnsupportedError
        self._old = old
        self._first: yaml.Node | None = None
        self._afters: dict[int, int] = {}
        self._register(self._root, old, len(self._lines))

    def _register(self, root: yaml.Node, value: Any, end: int) -> None:
        """Store the node of each object and array of the old tree, and its last line."""
        pending = [(root, value, end)]
        while pending:
            node, value, end = pending.pop()
            if not isinstance(value, dict | list) or id(value) in self._nodes:
                continue
            self._nodes[id(value)] = node
            entries = list(_entries(node, value))
            is_item = isinstance(value, list)
            for index, (key, child, item) in enumerate(entries):
                after = end
                if index + 1 < len(entries) and not _is_flow(node):
                    after = self._start(entries[index + 1][0], is_item=is_item)
                self._afters[id(key)] = after
                pending.append((child, item, after))

    def write(self, new: Any) -> str:
        """Return the text of a new tree."""
        first = self._origins.get(id(new), self._old)
        node = self._nodes[id(first)]
        if _is_flow(node) or not isinstance(node, yaml.MappingNode):
            raise _UnsupportedError
        # The comments above the first key are those of the document.
        key = node.value[0][0]
        head = "".join(self._lines[: key.start_mark.line])
        self._first = key
        return head + self._mapping(new, first, 0)

    def _start(self, key: yaml.Node, *, is_item: bool) -> int:
        """Return the first line of an entry or item: that of the comments above it."""
        line, column = key.start_mark.line, key.start_mark.column
        if key is self._first:
            return int(line)
        indent = column
        dash = self._lines[line][:column].rfind("-")
        if dash >= 0:
            if not is_item:  # the comments are those of the item
                return int(line)
            indent = dash
        while line and re.match(rf" {{{indent}}}#", self._lines[line - 1]):
            line -= 1
        return int(line)

    def _block(self, value: Any, old: Any) -> bool:
        """Return whether a value is written in the blocks of an old node."""
        node = self._nodes.get(id(old))
        return (
            node is not None
            and not _is_flow(node)
            and type(value) is type(old)
            and bool(value)
            and bool(old)
        )

    def _mapping(self, new: dict[str, Any], old: dict[str, Any], indent: int) -> str:
        node = self._nodes[id(old)]
        entries = {key.value: (key, child) for key, child in node.value}
        chunks = []
        for name, value in new.items():
            if name not in entries or name not in old:
                chunks.append(_indented(self._new_entry(name, value), indent))
                continue
            key, child = entries[name]
            chunks.append(self._entry(key, child, value, old[name], indent))
        return "".join(chunks)

    def _new_entry(self, name: str, value: Any) -> str:
        """Return an entry that the old mapping does not have, without indentation."""
        head = dump_yaml({name: 0}).rpartition(":")[0]
        origin = self._origins.get(id(value), value)
        if self._block(value, origin):
            return f"{head}:\n" + self._container(value, origin, 2)
        if isinstance(value, dict) and value:
            inner = "".join(self._new_entry(key, item) for key, item in value.items())
            return f"{head}:\n" + _indented(inner, 2)
        if isinstance(value, list) and value:
            return f"{head}:\n" + "".join(map(self._new_item, value))
        return dump_yaml({name: value})

    def _new_item(self, value: Any) -> str:
        """Return an item that the old sequence does not have, without indentation."""
        origin = self._origins.get(id(value), value)
        if self._block(value, origin):
            return f"- {self._container(value, origin, 2)[2:]}"
        return dump_yaml([value])

    def _container(self, value: Any, old: Any, indent: int) -> str:
        if isinstance(value, dict):
            return self._mapping(value, old, indent)
        return self._sequence(value, old, indent)

    def _entry(
        self,
        key: yaml.Node,
        child: yaml.Node,
        value: Any,
        previous: Any,
        indent: int,
    ) -> str:
        """Return an entry of an old mapping with its new value."""
        start, end = self._start(key, is_item=False), self._afters[id(key)]
        column = key.start_mark.column
        lines = self._range(start, end, key, column)
        if _is_unchanged(value, previous):
            return _moved(lines, column, indent)
        origin = self._origins.get(id(value), previous)
        above = lines[: key.start_mark.line - start]
        line = lines[key.start_mark.line - start]
        if self._block(value, origin):
            inner = self._container(value, origin, indent + 2)
            if origin is previous and child.start_mark.line > key.start_mark.line:
                first = self._start(_first(child), is_item=isinstance(value, list))
                head = lines[: max(first - start, len(above) + 1)]
                return _moved(head, column, indent) + inner
            name = line[column : key.end_mark.column]
            return _moved(above, column, indent) + " " * indent + f"{name}:\n{inner}"
        return _moved(above, column, indent) + self._value(
            key, child, value, line, indent, lines
        )

    def _value(
        self,
        key: yaml.Node,
        child: yaml.Node,
        value: Any,
        line: str,
        indent: int,
        lines: list[str],
    ) -> str:
        """Return an entry whose value is dumped, with the comment of its line."""
        name = line[key.start_mark.column : key.end_mark.column]
        is_one_line = child.end_mark.line == key.start_mark.line
        after = line[child.end_mark.column :] if is_one_line else "\n"
        after = after if after.endswith("\n") else f"{after}\n"
        # Empty lines below the entry separate it from the next one.
        below = lines[len(lines) - _trailing_empty(lines) :]
        if is_one_line or _is_flow(child):
            text = dump_flow(value)
            if "\n" not in text:
                return f"{' ' * indent}{name}: {text}{after}" + "".join(below)
        dumped = dump_yaml({"k": value}).partition(":")[2]
        return _indented(f"{name}:{dumped}", indent) + "".join(below)

    def _sequence(self, new: list[Any], old: list[Any], indent: int) -> str:
        node = self._nodes[id(old)]
        places = {id(item): index for index, item in enumerate(old)}
        chunks = []
        for index, value in enumerate(new):
            origin = self._origins.get(id(value), value)
            place = places.get(id(origin))
            is_scalar = not isinstance(value, dict | list)
            if (place is None or is_scalar) and len(new) == len(old):
                place, origin = index, old[index]
            if place is None or not _is_kept(value, old[place]):
                chunks.append(_indented(self._new_item(value), indent))
                continue
            chunks.append(self._item(node, place, value, origin, old, indent))
        return "".join(chunks)

    def _item(
        self,
        node: yaml.Node,
        place: int,
        value: Any,
        origin: Any,
        sequence: list[Any],
        indent: int,
    ) -> str:
        child = node.value[place]
        start, end = self._start(child, is_item=True), self._afters[id(child)]
        column = child.start_mark.column
        dash = self._lines[child.start_mark.line][:column].rfind("-")
        if dash < 0:
            raise _UnsupportedError
        lines = self._lines[start:end]
        if _is_unchanged(value, sequence[place]):
            return _moved(lines, dash, indent)
        if not self._block(value, origin):
            return _indented(dump_yaml([value]), indent)
        above = _moved(lines[: child.start_mark.line - start], dash, indent)
        inner = self._container(value, origin, indent + 2)
        return above + f"{' ' * indent}- {inner[indent + 2:]}"

    def _range(self, start: int, end: int, key: yaml.Node, column: int) -> list[str]:
        """Return lines, in which a dash before the key is blank."""
        lines = self._lines[start:end]
        number = key.start_mark.line - start
        if not 0 <= number < len(lines):
            raise _UnsupportedError
        lines[number] = " " * column + lines[number][column:]
        return lines


def _is_flow(node: yaml.Node) -> bool:
    """Return whether an object or an array is written in brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _entries(node: yaml.Node, value: Any) -> Iterator[tuple[yaml.Node, yaml.Node, Any]]:
    """Yield the key or item, the node of the value, and the value of each entry."""
    if isinstance(node, yaml.MappingNode) and isinstance(value, dict):
        for key, child in node.value:
            yield key, child, value.get(key.value)
    elif isinstance(node, yaml.SequenceNode) and isinstance(value, list):
        for child, item in zip(node.value, value, strict=False):
            yield child, child, item


def _first(node: yaml.Node) -> yaml.Node:
    """Return the first key or item of a block."""
    first = node.value[0]
    key: yaml.Node = first[0] if isinstance(first, tuple) else first
    return key


def _is_kept(value: Any, previous: Any) -> bool:
    """Return whether an item is an object or an array, or the same scalar as before."""
    return isinstance(value, dict | list) or _is_unchanged(value, previous)


def _is_unchanged(value: Any, previous: Any) -> bool:
    if isinstance(value, dict | list):
        return value is previous
    return type(value) is type(previous) and bool(value == previous)


def _moved(lines: list[str], column: int, indent: int) -> str:
    """Return lines with another indentation."""
    if column == indent:
        return "".join(lines)
    moved = []
    for line in lines:
        if not line.strip():
            moved.append(line)
        elif column < indent:
            moved.append(" " * (indent - column) + line)
        elif line[: column - indent].strip():
            raise _UnsupportedError
        else:
            moved.append(line[column - indent :])
    return "".join(moved)


def _indented(text: str, indent: int) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(" " * indent + line if line.strip() else line for line in lines)


def _trailing_empty(lines: list[str]) -> int:
    number = 0
    while number < len(lines) and not lines[-1 - number].strip():
        number += 1
    return number


def _parsed(text: str) -> Any:
    return parse(make_source("document.yaml", "", text), Diagnostics())


def _is_same(left: Any, right: Any) -> bool:
    """Return whether two trees have the same JSON text, the order of keys included."""
    if isinstance(left, dict) and isinstance(right, dict):
        return list(left) == list(right) and all(
            _is_same(value, right[key]) for key, value in left.items()
        )
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(_is_same, left, right))
    return type(left) is type(right) and bool(left == right)
