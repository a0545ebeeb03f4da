"""The calls of a client in a Python sample."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ...frozen_dataclass import dataclass
from ...python_samples import parse_sample

_WRAPPERS = frozenset({"with_raw_response", "with_streaming_response"})
_OPTIONS = frozenset({"copy", "with_options"})
_STANDARD_MODULES = frozenset("""
    argparse ast asyncio base64 collections concurrent contextlib csv dataclasses datetime
    decimal enum functools hashlib hmac http io itertools json logging math mimetypes os
    pathlib pprint random re secrets shutil signal subprocess sys tempfile textwrap threading
    time types typing urllib uuid warnings zipfile
    """.split())
"""Modules that samples import; calls such as `os.environ.get()` are ignored."""


@dataclass(frozen=True, slots=True)
class SampleCall:
    """A call such as `client.chat.completions.create("gpt", n=2)`.

    Args:
        resource: Attributes between client and method: `("chat", "completions")`.
        method: Name of the method: `create`.
        positional: Number of positional arguments.
        keywords: Names of the keyword arguments.
        mappings: Names of the keyword arguments that are dicts, with their keys.
    """

    resource: tuple[str, ...]
    method: str
    positional: int
    keywords: tuple[str, ...]
    mappings: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def name(self) -> str:
        """The call without the client: `chat.completions.create`."""
        return ".".join((*self.resource, self.method))


@lru_cache(maxsize=1024)
def find_sample_calls(code: str) -> tuple[SampleCall, ...]:
    """Return the calls of resources of a client, in source order.

    A client is an instance of a class (`client = OpenAI()`), an imported module, or a
    variable named `client`. The result is empty if the code is not valid Python.
    """
    tree = parse_sample(code)
    if tree is None:
        return ()
    nodes = list(ast.walk(tree))
    clients = {"client", *_find_clients(nodes)}
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    calls.sort(key=lambda node: (node.end_lineno or 0, node.end_col_offset or 0))
    read = (_read_call(node, clients) for node in calls)
    return tuple(call for call in read if call is not None)


def _find_clients(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.Import(names):
                yield from (
                    item.asname or item.name
                    for item in names
                    if item.name.partition(".")[0] not in _STANDARD_MODULES
                )
            case ast.Assign(targets, value) if _is_instantiation(value):
                yield from (item.id for item in targets if isinstance(item, ast.Name))
            case ast.With(items) | ast.AsyncWith(items):
                for item in items:
                    target = item.optional_vars
                    if isinstance(target, ast.Name) and _is_instantiation(
                        item.context_expr
                    ):
                        yield target.id


def _is_instantiation(value: ast.expr) -> bool:
    """Return whether an expression is the call of a class."""
    match value:
        case ast.Call(ast.Name(name)) | ast.Call(ast.Attribute(attr=name)):
            return name[:1].isupper()
    return False


def _read_call(node: ast.Call, clients: set[str]) -> SampleCall | None:
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
        tuple(_read_mappings(node)),
    )


def _read_mappings(node: ast.Call) -> Iterator[tuple[str, tuple[str, ...]]]:
    for item in node.keywords:
        if item.arg is not None and isinstance(item.value, ast.Dict):
            keys = [
                key.value
                for key in item.value.keys
                if isinstance(key, ast.Constant) and isinstance(key.value, str)
            ]
            if len(keys) == len(item.value.keys):
                yield item.arg, tuple(keys)
