"""Examples of docstrings: short calls from the Python samples of operations."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from ...limits import MAX_SAMPLE_DEPTH, MAX_SAMPLE_VALUES
from ...model.operations import Operation
from ...python.literals import string_literal
from ...python.resources import Argument, Place
from ...python_samples import child_nodes, is_python, parse_sample, walk
from .identifiers import attribute_name

_WIDTH = 68
_MAX_LINES = 8
_MAX_STRING_LENGTH = 60
_INDENT = "    "


def example_call(operation: Operation, arguments: Sequence[Argument]) -> str:
    """Return the first short call of an operation in its Python samples.

    Names to which the sample assigns values are replaced by the values.

    Args:
        operation: Operation with samples.
        arguments: Arguments of its method.

    Returns:
        Source of the call; `""` if no sample calls the method with its arguments, or if
        all calls are too long.
    """
    path = ".".join((*operation.resource, "_".join(operation.name)))
    if any(attribute_name(part) != part for part in path.split(".")):
        return ""  # The Python name differs from the name in the sample.
    for sample in operation.samples:
        for language, code in sample.sources:
            if is_python(language):
                text = _short_call(code, path, arguments)
                if text:
                    return text
    return ""


def _short_call(code: str, path: str, arguments: Sequence[Argument]) -> str:
    """Return the first short call of a method in a program, or `""`."""
    tree = parse_sample(code)
    if tree is None:
        return ""
    assignments = _Assignments(tree)
    for node in walk(tree):
        if isinstance(node, ast.Call) and _path(node.func) == path:
            if not (_fits(node, arguments) and _is_shallow(node)):
                continue
            call = assignments.replace_in(node)
            call.func = _attribute(path)
            if not (_is_small(call) and assignments.is_complete(call)):
                continue
            lines = _lines(call, "", "", 0)
            if len(lines) <= _MAX_LINES and all(
                len(line) <= _WIDTH and line.isprintable() for line in lines
            ):
                return "\n".join(lines)
    return ""


def _fits(call: ast.Call, arguments: Sequence[Argument]) -> bool:
    """Return whether a call matches the arguments of a method."""
    positional = [item.name for item in arguments if item.positional]
    passed = [*positional[: len(call.args)], *(item.arg for item in call.keywords)]
    names = {item.name for item in arguments}
    return (
        len(call.args) <= len(positional)
        and len(set(passed)) == len(passed)
        and names.issuperset(passed)
        and all(item.name in passed for item in arguments if item.required)
        and _has_complete_body(passed, arguments)
    )


def _has_complete_body(
    passed: Sequence[str | None], arguments: Sequence[Argument]
) -> bool:
    """Return whether a call has no argument of an optional body, or all required ones."""
    required = [item.name for item in arguments if item.with_body]
    has_body = any(
        item.place is Place.BODY and item.name in passed for item in arguments
    )
    return not has_body or all(name in passed for name in required)


def _is_shallow(node: ast.expr) -> bool:
    """Return whether an expression is shallow enough to be copied recursively."""
    level: list[ast.AST] = [node]
    for _ in range(MAX_SAMPLE_DEPTH):
        level = [inner for each in level for inner in child_nodes(each)]
        if not level:
            return True
    return False


def _is_small(node: ast.expr) -> bool:
    """Return whether an expression has few enough nodes to be printed."""
    limit = MAX_SAMPLE_VALUES
    return sum(1 for _ in islice(walk(node), limit + 1)) <= limit


def _path(node: ast.expr) -> str:
    """Return `chat.completions.create` for `client.chat.completions.create`."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join(reversed(parts)) if isinstance(node, ast.Name) else ""


def _attribute(path: str) -> ast.expr:
    """Return the expression `client.chat.completions.create` for the path after it."""
    result: ast.expr = ast.Name("client", ast.Load())
    for name in path.split("."):
        result = ast.Attribute(result, name, ast.Load())
    return result


class _Assignments:
    """Replacement of names by the values that a program assigns to them.

    Values are inserted as they are; names inside them are not replaced.

    Args:
        tree: Program that assigns the values.
    """

    def __init__(self, tree: ast.Module) -> None:
        self._values: dict[str, list[ast.expr]] = {}
        for node in tree.body:
            match node:
                case ast.Assign([ast.Name(name)], value):
                    self._values.setdefault(name, []).append(value)

    def replace_in(self, call: ast.Call) -> ast.Call:
        """Return a copy of a call with values in place of names.

        Nodes without names are copied, too; the nodes of values are shared.
        """
        copy: ast.Call = self._copy(call)
        return copy

    def _copy(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self._copy(item) for item in node]
        if isinstance(node, ast.Name):
            values = reversed(self._values.get(node.id, ()))
            return next(filter(_is_shallow, values), node)
        if not isinstance(node, ast.AST):
            return node
        fields = {name: self._copy(value) for name, value in ast.iter_fields(node)}
        return type(node)(**fields)

    @staticmethod
    def is_complete(call: ast.Call) -> bool:
        """Return whether the call is self-contained and has only short strings."""
        for node in _argument_nodes(call):
            match node:
                case ast.Name(name) if name not in ("open", "Path", "bytes"):
                    return False
                case ast.Constant(str(text)) if len(text) > _MAX_STRING_LENGTH:
                    return False
                case ast.Await() | ast.Lambda() | ast.JoinedStr():
                    return False
        return True


def _argument_nodes(call: ast.Call) -> Iterator[ast.AST]:
    """Yield all nodes of the arguments of a call."""
    for item in (*call.args, *call.keywords):
        yield from walk(item)


def _lines(node: ast.expr, head: str, tail: str, depth: int) -> list[str]:
    """Format an expression on one line, or each of its parts on separate lines."""
    indent = _INDENT * depth
    line = f"{indent}{head}{_source(node)}{tail}"
    if len(line) <= _WIDTH:
        return [line]
    match node:
        case ast.Call(func, args, keywords):
            parts = [("", item) for item in args]
            parts += [(f"{item.arg}=", item.value) for item in keywords if item.arg]
            opening, closing = f"{_source(func)}(", ")"
        case ast.List(items):
            parts, opening, closing = [("", item) for item in items], "[", "]"
        case ast.Dict(keys, values):
            parts = [
                (f"{_source(key)}: ", value)
                for key, value in zip(keys, values, strict=True)
                if key is not None
            ]
            opening, closing = "{", "}"
        case _:
            return [line]
    inside = (_lines(value, start, ",", depth + 1) for start, value in parts)
    return [
        f"{indent}{head}{opening}",
        *(line for lines in inside for line in lines),
        f"{indent}{closing}{tail}",
    ]


def _source(node: ast.expr) -> str:
    """Format an expression on one line, with strings in double quotes."""
    match node:
        case ast.Constant(str(text)):
            return string_literal(text)
        case ast.List(items):
            return f"[{_joined(items)}]"
        case ast.Dict(keys, values) if all(key is not None for key in keys):
            pairs = [
                f"{_source(key)}: {_source(value)}"
                for key, value in zip(keys, values, strict=True)
                if key is not None
            ]
            return f"{{{', '.join(pairs)}}}"
        case ast.Call(func, args, keywords):
            named = [
                f"{item.arg}={_source(item.value)}" if item.arg else ast.unparse(item)
                for item in keywords
            ]
            return f"{_source(func)}({', '.join([*map(_source, args), *named])})"
        case _:
            return ast.unparse(node)


def _joined(items: Iterable[ast.expr]) -> str:
    return ", ".join(map(_source, items))
