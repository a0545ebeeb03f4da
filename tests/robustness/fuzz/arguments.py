"""Minimal arguments for parameters, derived from their annotations."""

from __future__ import annotations

import ast
from typing import Any

UNKNOWN = {"x": "x"}
"""Argument for a type of the client."""

_VALUES: dict[str, Any] = {
    "str": "x",
    "int": 1,
    "float": 1.5,
    "bool": True,
    "bytes": b"x",
    "None": None,
    "FileTypes": b"x",
    "Upload": b"x",
    "FileContent": b"x",
}
_LISTS = ("Sequence", "Iterable", "list", "tuple")


def minimal(annotation: str) -> Any:
    """Return a value for a parameter; by default a mapping."""
    try:
        parsed = ast.parse(annotation.strip("'\""), mode="eval").body
    except SyntaxError:
        return {"x": "x"}
    return _value(parsed)


def _value(node: ast.expr) -> Any:
    match node:
        case ast.BinOp(left=left):
            return _value(left)
        case ast.Constant(value=None):
            return None
        case ast.Constant(value=str(text)):
            return minimal(text)
        case ast.Subscript(value=head, slice=inner):
            return _generic(ast.unparse(head), inner)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return _VALUES.get(name, {"x": "x"})
        case _:
            return {"x": "x"}


def _generic(head: str, inner: ast.expr) -> Any:
    if head.endswith("Literal"):
        first = inner.elts[0] if isinstance(inner, ast.Tuple) else inner
        return ast.literal_eval(first)
    # A path parameter cannot be empty.
    if head.rpartition(".")[2] in _LISTS:
        return [_value(inner.elts[0] if isinstance(inner, ast.Tuple) else inner)]
    return {"x": "x"}
