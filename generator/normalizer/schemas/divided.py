"""Reading of many schemas by two processes.

A copy of the process reads the last ones, and returns what it has added to the collections
of the reader. A schema that both processes have read, such as an inline property of a base,
must have the same type in both. Otherwise, this process reads the last ones itself.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from itertools import islice
from typing import Any, NamedTuple

from ...diagnostics import Diagnostic, Diagnostics
from ...forked import Forked, can_fork
from ...model.types import Declaration, Key, Type
from ...openapi.document import Document
from ...openapi.schema import Schema
from ...source import SourceFile

MIN_SCHEMAS = 500
"""Number of schemas from which a copy of the process reads a part of them."""

_OWN_SHARE = 0.5
"""Share of the schemas that this process reads; the copy also serializes its results."""


class ReadState(NamedTuple):
    """The collections of a reader to which reading a schema adds.

    Attributes:
        declarations: The declarations, by key.
        types: The types of schemas that contain schemas, by key.
        declared: Keys of the declarations, including those that are not read yet.
        pending: Schemas that are read, with their keys.
        diagnostics: The diagnostics.
    """

    declarations: dict[Key, Declaration]
    types: dict[Key, Type]
    declared: set[Key]
    pending: list[tuple[Schema, Key]]
    diagnostics: Diagnostics


class _Added(NamedTuple):
    """Additions to the collections of a reader, in order."""

    declarations: dict[Key, Declaration]
    types: dict[Key, Type]
    pending: tuple[Key, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_divided(
    state: ReadState, read: Callable[[Schema, Key], None], document: Document
) -> int:
    """Read the first pending schemas, some of them in a copy of the process.

    Args:
        state: Receives what is read.
        read: Function that reads a schema.
        document: The document. Nothing is read if it has several files or overlays.

    Returns:
        The number of schemas that have been read.
    """
    count = len(state.pending)
    files = [loaded.source for loaded in document.files.values()]
    if count < MIN_SCHEMAS or len(files) > 1 or files[0].trace or not can_fork():
        return 0
    middle = int(count * _OWN_SHARE)

    def read_range(start: int, end: int) -> _Added:
        sizes = len(state.types), len(state.diagnostics)
        declarations = dict(state.declarations)
        for schema, key in state.pending[start:end]:
            read(schema, key)
        return _list_added(state, declarations, count, *sizes)

    with Forked(lambda: _serialize(read_range(middle, count))) as copy:
        own = read_range(0, middle)
        added = _restore(copy.result(), files[0])
    return count if _merge(state, own, added) else middle


def _list_added(
    state: ReadState,
    declarations: dict[Key, Declaration],
    pending: int,
    types: int,
    diagnostics: int,
) -> _Added:
    """Return what was added to earlier declarations, and to collections of some sizes."""
    return _Added(
        {
            key: item
            for key, item in state.declarations.items()
            if declarations.get(key) is not item
        },
        dict(islice(state.types.items(), types, None)),
        tuple(key for _, key in state.pending[pending:]),
        tuple(islice(state.diagnostics, diagnostics, None)),
    )


def _merge(state: ReadState, own: _Added, other: _Added) -> bool:
    """Add what the copy has read, unless it differs from what this process has read."""
    if not (
        state.declared.issuperset(other.pending)
        and _agree(own.declarations, other.declarations)
        and _agree(own.types, other.types)
    ):
        return False
    for key, item in other.declarations.items():
        if key not in own.declarations:
            state.declarations[key] = item
    state.types.update(other.types)
    state.declared.update(other.declarations)
    state.diagnostics.extend(other.diagnostics)
    return True


def _agree(own: dict[Key, Any], other: dict[Key, Any]) -> bool:
    return all(own[key] == other[key] for key in own.keys() & other.keys())


def _serialize(added: _Added) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.dispatch_table = {SourceFile: lambda file: (_find_file, ())}
    pickler.dump(added)
    return buffer.getvalue()


def _restore(content: bytes, file: SourceFile) -> _Added:
    result: _Added = _Unpickler(io.BytesIO(content), file).load()
    return result


def _find_file() -> SourceFile:
    """Stand for the only file of the document, which is not serialized."""
    # Never called: `_Unpickler` replaces this function.
    raise NotImplementedError


class _Unpickler(pickle.Unpickler):
    def __init__(self, content: io.BytesIO, file: SourceFile) -> None:
        super().__init__(content)
        self._file = file

    def find_class(self, module: str, name: str) -> Any:
        if name == _find_file.__name__:
            return lambda: self._file
        return super().find_class(module, name)
