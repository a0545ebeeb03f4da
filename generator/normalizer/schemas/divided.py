"""Reading of many schemas by two processes.

A copy of the process reads the last ones while this process reads the operations and the
first ones. The copy returns what it has added to the collections of the reader. A schema
that both processes have read, such as an inline property of a base, must have the same type
in both. Otherwise, this process reads the last ones itself.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from itertools import islice
from types import TracebackType
from typing import Any, NamedTuple

from ...diagnostics import Diagnostic, Diagnostics
from ...forked import Forked, can_fork
from ...model.types import Declaration, Key, Type
from ...openapi.document import Document
from ...openapi.schema import Schema
from ...source import SourceFile

MIN_SCHEMAS = 500
"""Number of schemas from which a copy of the process reads a part of them."""

_OWN_SHARE = 0.45
"""Share of the schemas that this process reads, which also reads the operations."""


class ReadState(NamedTuple):
    """The collections of a reader to which reading a schema adds.

    Attributes:
        declarations: The declarations, by key.
        types: The types of schemas that contain schemas, by key.
        declared: Keys of the declarations, including those that are not read yet.
        pending: Schemas that are read, with their keys.
        decoded: Keys of string schemas whose values are decoded.
        diagnostics: The diagnostics.
    """

    declarations: dict[Key, Declaration]
    types: dict[Key, Type]
    declared: set[Key]
    pending: list[tuple[Schema, Key]]
    decoded: set[object]
    diagnostics: Diagnostics


class _Earlier(NamedTuple):
    """The collections of a reader when the copy starts, or their sizes."""

    declarations: dict[Key, Declaration]
    types: int
    pending: int
    decoded: frozenset[object]
    diagnostics: int


class _Added(NamedTuple):
    """Additions to the collections of a reader, in order."""

    declarations: dict[Key, Declaration]
    types: dict[Key, Type]
    pending: tuple[Key, ...]
    diagnostics: tuple[Diagnostic, ...]


class DividedReading:
    """The last pending schemas, which a copy of the process reads from now on.

    Meanwhile, this process can read other schemas. Use it as a context manager.

    Args:
        state: The collections of the reader, with the pending schemas.
        read: Function that reads a schema.
        document: The document. There is no copy if it has several files or overlays.
    """

    def __init__(
        self, state: ReadState, read: Callable[[Schema, Key], None], document: Document
    ) -> None:
        self._state = state
        self._read = read
        self._file, *others = (loaded.source for loaded in document.files.values())
        self._earlier = _list_earlier(state)
        self._middle = int(self._earlier.pending * _OWN_SHARE)
        self._copy: Forked[bytes] | None = None
        if self._earlier.pending < MIN_SCHEMAS or others or self._file.trace:
            return
        if can_fork():
            self._copy = Forked(self._read_last)

    def __enter__(self) -> DividedReading:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._copy is not None:
            self._copy.__exit__(kind, error, trace)

    def finish(self) -> int:
        """Read the first pending schemas, and add what the copy has read.

        Returns:
            The number of schemas that have been read; 0 without a copy.
        """
        if self._copy is None:
            return 0
        for schema, key in self._state.pending[: self._middle]:
            self._read(schema, key)
        own = _list_added(self._state, self._earlier)
        added = _restore(self._copy.result(), self._file)
        # The copy does not know strings that operations decode.
        same = self._state.decoded == self._earlier.decoded
        merged = same and _merge(self._state, own, added)
        return self._earlier.pending if merged else self._middle

    def _read_last(self) -> bytes:
        for schema, key in self._state.pending[self._middle : self._earlier.pending]:
            self._read(schema, key)
        return _serialize(_list_added(self._state, self._earlier))


def _list_earlier(state: ReadState) -> _Earlier:
    return _Earlier(
        dict(state.declarations),
        len(state.types),
        len(state.pending),
        frozenset(state.decoded),
        len(state.diagnostics),
    )


def _list_added(state: ReadState, earlier: _Earlier) -> _Added:
    """Return what was added to the collections of a reader."""
    return _Added(
        {
            key: item
            for key, item in state.declarations.items()
            if earlier.declarations.get(key) is not item
        },
        dict(islice(state.types.items(), earlier.types, None)),
        tuple(key for _, key in state.pending[earlier.pending :]),
        tuple(islice(state.diagnostics, earlier.diagnostics, None)),
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
