"""Chains of attributes in Python source code. The code is parsed, never imported."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from ..file_access import RefusedFileError, read_regular
from ..frozen_dataclass import dataclass

_FOLDERS = frozenset({"__pycache__", "node_modules", "site-packages"})
_VARIANTS = frozenset({"with_raw_response", "with_streaming_response"})
"""Attributes with the same methods, which return the response itself."""

_TYPES = "types"
"""Name of the subpackage of a client that contains its types."""

Chain: TypeAlias = tuple[str, ...]
"""Names of a chain of attributes, outermost first; `""` stands for any expression."""


class UnreadableSourceError(Exception):
    """A file that cannot be parsed. The message says which, and why."""


class Position(NamedTuple):
    """A line of a file.

    Attributes:
        file: The file.
        line: Line, from 1.
    """

    file: Path
    line: int


@dataclass(frozen=True, slots=True)
class Source:
    """The attributes and types in a file.

    Args:
        chains: Chains of attributes, such as `client`, `files`, `list`, with their lines.
        types: Names that are imported from modules of types, or used as their attributes,
            with their lines.
    """

    chains: tuple[tuple[Chain, Position], ...]
    types: tuple[tuple[str, Position], ...]


def list_modules(path: Path) -> list[Path]:
    """Return a Python file, or the Python files in a folder, sorted.

    Hidden folders and those of installed packages are left out.
    """
    if path.is_file():
        return [path]
    return sorted(
        file
        for file in path.rglob("*.py")
        if not any(
            part in _FOLDERS or part.startswith(".")
            for part in file.relative_to(path).parts[:-1]
        )
    )


def scan_module(file: Path) -> Source:
    """Return the chains of attributes in a file, and the types that it uses.

    A variable to which a chain was assigned stands for it: after `files = client.files`,
    `files.list` is `client.files.list`.

    Raises:
        UnreadableSourceError: The file cannot be read, or is not valid Python.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes concern linters
            tree = ast.parse(read_regular(file))
    except (OSError, RefusedFileError, SyntaxError, ValueError) as error:
        reason = error.msg if isinstance(error, SyntaxError) else error
        raise UnreadableSourceError(f"{file} cannot be parsed: {reason}") from None
    variables = dict(_find_variables(tree))
    chains = sorted(
        (_expand(_read_chain(node), variables), Position(file, node.lineno))
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
    )
    attributes = (
        (chain[index + 1], position)
        for chain, position in chains
        for index, name in enumerate(chain[:-1])
        if name == _TYPES
    )
    imported = _list_imported_types(tree, file)
    return Source(tuple(chains), tuple(sorted({*attributes, *imported})))


def _list_imported_types(tree: ast.AST, file: Path) -> Iterator[tuple[str, Position]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and _TYPES in (node.module or "").split(
            "."
        ):
            position = Position(file, node.lineno)
            yield from ((alias.name, position) for alias in node.names)


def _find_variables(tree: ast.AST) -> Iterator[tuple[str, Chain]]:
    """Yield variables, and the chains that are assigned to them."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                pass
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                pass
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                pass
            case ast.withitem(context_expr=value, optional_vars=ast.Name(id=name)):
                pass
            case _:
                continue
        if isinstance(value, ast.Attribute):
            yield name, _read_chain(value)


def _read_chain(node: ast.expr) -> Chain:
    """Return the names of a chain; what comes before a call or an index is `""`."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        if node.attr not in _VARIANTS:
            names.append(node.attr)
        node = node.value
    names.append(node.id if isinstance(node, ast.Name) else "")
    return tuple(reversed(names))


def _expand(chain: Chain, variables: Mapping[str, Chain]) -> Chain:
    """Replace variables by the chains that are assigned to them."""
    seen: set[str] = set()
    while chain[0] in variables and chain[0] not in seen:
        seen.add(chain[0])
        chain = (*variables[chain[0]], *chain[1:])
    return chain
