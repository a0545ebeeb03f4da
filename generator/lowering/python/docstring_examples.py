"""The call of an operation as its samples have it, short enough for a docstring."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ...limits import MAX_SAMPLE_DEPTH, MAX_SAMPLE_VALUES
from ...model.operations import Operation
from ...python.literals import string_literal
from ...python.resources import Argument
from ...python_samples import is_python, parse_sample
from .identifiers import attribute_name

_WIDTH = 68
_MOST_LINES = 8
_LONGEST_TEXT = 60
_INDENT = "    "


def example_call(operation: Operation, arguments: Sequence[Argument]) -> str:
    """The first call of an operation among its Python samples that is short enough.

    Names that the sample gives values before are replaced by those values.

    Args:
        operation: whose samples.
        arguments: what its method takes.

    Returns:
        The source; `""` when no sample calls the operation as it is to be called, or
        all are long.
    """
    path = ".".join((*operation.resource, "_".join(operation.name)))
    if any(attribute_name(part) != part for part in path.split(".")):
        return ""  # Its Python name is another.
    for sample in operation.samples:
        for language, code in sample.sources:
            if is_python(language):
                text = _short_call(code, path, arguments)
                if text:
                    return text
    return ""


def _short_call(code: str, path: str, arguments: Sequence[Argument]) -> str:
    tree = parse_sample(code)
    if tree is None:
        return ""
    known = _Known(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _path(node.func) == path:
            if not _is_shallow(node):
                continue
            call = known.visit(copy.deepcopy(node))
            call.func = ast.parse(f"client.{path}", mode="eval").body
            if not (
                _is_small(call) and known.is_complete(call) and _fits(call, arguments)
            ):
                continue
            lines = _lines(call, "", "", 0)
            if len(lines) <= _MOST_LINES:
                if all(len(line) <= _WIDTH and line.isprintable() for line in lines):
                    return "\n".join(lines)
    return ""


def _fits(call: ast.Call, arguments: Sequence[Argument]) -> bool:
    """Whether a method with these arguments can be called so."""
    positional = [item.name for item in arguments if item.positional]
    given = [*positional[: len(call.args)], *(item.arg for item in call.keywords)]
    names = {item.name for item in arguments}
    return (
        len(call.args) <= len(positional)
        and len(set(given)) == len(given)
        and names.issuperset(given)
        and all(item.name in given for item in arguments if item.required)
    )


def _is_shallow(node: ast.expr) -> bool:
    """Whether an expression can be copied and printed, which recurses."""
    level: list[ast.AST] = [node]
    for _ in range(MAX_SAMPLE_DEPTH):
        level = [inner for each in level for inner in ast.iter_child_nodes(each)]
        if not level:
            return True
    return False


def _is_small(node: ast.expr) -> bool:
    """Whether an expression may be short enough to be shown."""
    most = MAX_SAMPLE_VALUES
    return sum(1 for _ in islice(ast.walk(node), most + 1)) <= most


def _path(node: ast.expr) -> str:
    """`chat.completions.create` of `client.chat.completions.create`."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join(reversed(parts)) if isinstance(node, ast.Name) else ""


class _Known(ast.NodeTransformer):
    """Puts values in the place of names that stand for them, once each.

    Args:
        tree: the program that gives the names their values.
    """

    def __init__(self, tree: ast.Module) -> None:
        self._values: dict[str, ast.expr] = {}
        for node in tree.body:
            match node:
                case ast.Assign([ast.Name(name)], value) if _is_shallow(value):
                    self._values[name] = value

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._values.get(node.id, node)

    @staticmethod
    def is_complete(call: ast.Call) -> bool:
        """Whether the call says what it is by itself, in texts that are short."""
        for node in _given(call):
            match node:
                case ast.Name(name) if name not in ("open", "Path", "bytes"):
                    return False
                case ast.Constant(str(text)) if len(text) > _LONGEST_TEXT:
                    return False
                case ast.Await() | ast.Lambda() | ast.JoinedStr():
                    return False
        return True


def _given(call: ast.Call) -> Iterator[ast.AST]:
    """All that stands in the arguments of a call."""
    for item in (*call.args, *call.keywords):
        yield from ast.walk(item)


def _lines(node: ast.expr, head: str, tail: str, depth: int) -> list[str]:
    """An expression in one line, or else each part of it in lines of its own."""
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
        *(found for lines in inside for found in lines),
        f"{indent}{closing}{tail}",
    ]


def _source(node: ast.expr) -> str:
    """An expression in one line, texts between double quotes."""
    match node:
        case ast.Constant(str(text)):
            return string_literal(text)
        case ast.List(items):
            return f"[{_joined(items)}]"
        case ast.Dict(keys, values) if all(key is not None for key in keys):
            pairs = zip(keys, values, strict=True)
            return "{%s}" % ", ".join(
                f"{_source(key)}: {_source(value)}"
                for key, value in pairs
                if key is not None
            )
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
