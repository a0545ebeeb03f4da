"""Schemas of a document that recorded names of types stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from .model.operations import Operation
from .model.types import Declaration, Key
from .recorded_names import RecordedNames, RecordedType
from .source import format_pointer


def match_types(
    recorded: RecordedNames,
    declarations: Mapping[Key, Declaration],
    identities: Mapping[Key, str],
    operations: Iterable[Operation],
) -> RecordedNames:
    """Return the record of the types whose schemas exist, with their current keys.

    A schema is the same if its key is the same, also if it is a reference with other
    keywords. If it has become a mere reference, it is the referenced one, and the recorded
    name becomes an alias. Otherwise it is, in this order:

    1. the schema at the same pointer in the only other file that has it;
    2. the inline schema at the same place of an operation whose path changed;
    3. the only new schema with the same identity, if no other schema of it disappeared.

    In the last case, the recorded name of a declared schema becomes an alias.

    Args:
        recorded: Names of an earlier output.
        declarations: Declarations of the document by key.
        identities: Identity of each schema that has one.
        operations: Operations of the document.
    """
    if not recorded.types:
        return recorded
    recorded = _follow_references(recorded, declarations)
    moved = _find_moved(recorded, operations)
    by_pointer: dict[str, list[Key]] = defaultdict(list)
    for key in declarations:
        by_pointer[key.partition("#")[2]].append(key)
    renamed = _Renamed(recorded, declarations, identities)
    types = {}
    for name, item in recorded.types.items():
        if item.key in declarations:
            types[name] = item
            continue
        pointer = item.key.partition("#")[2]
        same = by_pointer.get(pointer) or by_pointer.get(_move(pointer, moved), [])
        if len(same) == 1:
            types[name] = replace(item, key=same[0])
        elif (target := renamed.find(item)) is not None:
            if declarations[target].header.declared:
                until = item.until or recorded.removal
                item = replace(item, role=item.role.to_alias(), until=until)
            # The name of an inline schema is derived, so that the recorded one can stay.
            types[name] = replace(item, key=target)
    return replace(recorded, types=types)


def _follow_references(
    recorded: RecordedNames, declarations: Mapping[Key, Declaration]
) -> RecordedNames:
    """Make names aliases of another type if their schema has become a reference to it."""
    types = dict(recorded.types)
    for name, item in types.items():
        key = recorded.references.get(item.key)
        if key is not None and item.key not in declarations:
            role, until = item.role.to_alias(), item.until or recorded.removal
            types[name] = RecordedType(role, item.module, key, item.since, until=until)
    return replace(recorded, types=types)


class _Renamed:
    """Search for schemas that have another name, by their identity.

    Args:
        recorded: Names of an earlier output.
        declarations: Declarations of the document by key.
        identities: Identity of each schema that has one.
    """

    def __init__(
        self,
        recorded: RecordedNames,
        declarations: Mapping[Key, Declaration],
        identities: Mapping[Key, str],
    ) -> None:
        known = {item.key for item in recorded.types.values()}
        self._new: dict[str, list[Key]] = defaultdict(list)
        for key, identity in identities.items():
            if key not in known:
                self._new[identity].append(key)
        self._lost: dict[str, set[Key]] = defaultdict(set)
        for item in recorded.types.values():
            if item.key not in declarations:
                self._lost[item.identity].add(item.key)

    def find(self, item: RecordedType) -> Key | None:
        """Return the key of the schema that a lost name stands for, if it is certain."""
        keys = self._new.get(item.identity, [])
        is_certain = len(keys) == 1 and len(self._lost[item.identity]) == 1
        return keys[0] if is_certain else None


def _find_moved(
    recorded: RecordedNames, operations: Iterable[Operation]
) -> dict[str, str]:
    """Return the pointer of each operation that moved, by its earlier pointer."""
    by_call = {
        ".".join((*item.resource, "_".join(item.name))): item for item in operations
    }
    return {
        _pointer(call.method, call.path): _pointer(item.method, item.path)
        for name, call in recorded.calls.items()
        if (item := by_call.get(name)) is not None
        and (item.method, item.path) != (call.method, call.path)
    }


def _pointer(method: str, path: str) -> str:
    return format_pointer(("paths", path, method.lower()))


def _move(pointer: str, moved: Mapping[str, str]) -> str:
    """Return the pointer of an inline schema in the operation that moved."""
    for start in _starts(pointer):
        if start in moved:
            return moved[start] + pointer[len(start) :]
    return pointer


def _starts(pointer: str) -> Iterator[str]:
    parts = pointer.split("/")
    if parts[1:2] == ["paths"]:
        yield "/".join(parts[:4])
