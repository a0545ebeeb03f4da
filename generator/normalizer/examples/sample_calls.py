"""The calls in a Python sample that go to a client."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from ...python_samples import parse_sample

_WRAPPERS = frozenset({"with_raw_response", "with_streaming_response"})
_OPTIONS = frozenset({"copy", "with_options"})


@dataclass(frozen=True, slots=True)
class SampleCall:
    """A call such as `client.chat.completions.create("gpt", n=2)`.

    Args:
        resource: `("chat", "completions")`.
        method: `create`.
        positional: how many arguments stand without a name.
        keywords: the names of the others.
    """

    resource: tuple[str, ...]
    method: str
    positional: int
    keywords: tuple[str, ...]

    @property
    def name(self) -> str:
        """`chat.completions.create`."""
        return ".".join((*self.resource, self.method))


def sample_calls(code: str) -> list[SampleCall]:
    """The calls of resources of a client, in the order of the text.

    A client is what the call of a class gives (`client = OpenAI()`), an imported module,
    or whatever is called `client`. Code that is no Python has none.
    """
    tree = parse_sample(code)
    if tree is None:
        return []
    clients = {"client", *_clients(tree)}
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    nodes.sort(key=lambda node: (node.end_lineno or 0, node.end_col_offset or 0))
    return [call for node in nodes if (call := _call(node, clients)) is not None]


def _clients(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names):
                yield from (item.asname or item.name for item in names)
            case ast.Assign(targets, value) if _makes(value):
                yield from (item.id for item in targets if isinstance(item, ast.Name))
            case ast.With(items) | ast.AsyncWith(items):
                for item in items:
                    target = item.optional_vars
                    if isinstance(target, ast.Name) and _makes(item.context_expr):
                        yield target.id


def _makes(value: ast.expr) -> bool:
    """Whether an expression is the call of a class."""
    match value:
        case ast.Call(ast.Name(name)) | ast.Call(ast.Attribute(attr=name)):
            return name[:1].isupper()
    return False


def _call(node: ast.Call, clients: set[str]) -> SampleCall | None:
    parts: list[str] = []
    current = node.func
    while True:
        match current:
            case ast.Attribute(value, attr):
                parts.append(attr)
                current = value
            case ast.Call(ast.Attribute(value, attr)) if parts and attr in _OPTIONS:
                current = value
            case ast.Name(name) if name in clients:
                break
            case _:
                return None
    *resource, method = [part for part in reversed(parts) if part not in _WRAPPERS]
    if not resource or any(part != part.lower() for part in (*resource, method)):
        return None
    return SampleCall(
        tuple(resource),
        method,
        sum(not isinstance(item, ast.Starred) for item in node.args),
        tuple(item.arg for item in node.keywords if item.arg is not None),
    )
