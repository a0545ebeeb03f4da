"""Schemas of a document that recorded names of types stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
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
    name becomes an alias, until there is another schema than a reference. Otherwise it is,
    in this order:

    1. the schema at the same pointer in the only other file that has it;
    2. the inline schema at the same place of an operation whose path changed;
    3. the only new schema with the same identity, if no other schema of it disappeared.

    In the last case, the recorded name of a declared schema becomes an alias, and so does
    that of a schema which has another name already. Aliases follow their types.

    Args:
        recorded: Names of an earlier output.
        declarations: Declarations of the document by key.
        identities: Identity of each schema that has one.
        operations: Operations of the document.
    """
    if not recorded.types:
        return recorded
    places = _Places(declarations, _find_moved(recorded, operations))
    types = _follow_references(recorded, places)
    known = {item.key for item in recorded.types.values()}
    renamed = _Renamed(types, known, declarations, identities)
    targets: dict[Key, Key] = {}
    for item in types.values():
        target = places.find(item.key) or renamed.find(item)
        if target is not None:
            targets.setdefault(item.key, target)
    named = {(item.role, places.find(item.key)) for item in types.values()}
    result = {}
    for name, item in types.items():
        target = targets.get(item.key)
        if target is None:
            continue
        is_declared = declarations[target].header.declared
        has_name = is_declared or (item.role, target) in named
        if places.find(item.key) is None and has_name:
            until = item.until or recorded.removal
            item = replace(item, role=item.role.to_alias(), until=until)
        # The name of an inline schema is derived, so that the recorded one can stay.
        result[name] = replace(item, key=target)
    return replace(recorded, types=result)


class _Places:
    """Declarations at the places of recorded schemas.

    Args:
        declarations: Declarations of the document by key.
        moved: Pointer of each operation that moved, by its earlier pointer.
    """

    def __init__(
        self, declarations: Mapping[Key, Declaration], moved: Mapping[str, str]
    ) -> None:
        self._declarations = declarations
        self._moved = moved
        self._by_pointer: dict[str, list[Key]] = defaultdict(list)
        for key in declarations:
            self._by_pointer[key.partition("#")[2]].append(key)

    def find(self, key: Key) -> Key | None:
        """Return the key of the declaration at a place, if it is certain."""
        if key in self._declarations:
            return key
        pointer = key.partition("#")[2]
        same = self._by_pointer.get(pointer)
        same = same or self._by_pointer.get(_move(pointer, self._moved), [])
        return same[0] if len(same) == 1 else None


def _follow_references(
    recorded: RecordedNames, places: _Places
) -> dict[str, RecordedType]:
    """Make names aliases of another type if their schema has become a reference to it.

    They are names of types again if the reference becomes another schema.
    """
    types = dict(recorded.types)
    for name, item in types.items():
        place = item.place or item.key
        current = places.find(place)
        target = recorded.references.get(place)
        if current is not None and item.place:
            role = item.role.to_primary()
            types[name] = RecordedType(role, item.module, current, item.since)
        elif current is None and target is not None:
            types[name] = RecordedType(
                item.role.to_alias(),
                item.module,
                target,
                item.since,
                until=item.until or recorded.removal,
                place=item.place if item.role.is_alias else item.key,
            )
    return types


class _Renamed:
    """Search for schemas that have another name, by their identity.

    Args:
        types: Recorded types.
        known: Keys of the schemas of the earlier output.
        declarations: Declarations of the document by key.
        identities: Identity of each schema that has one.
    """

    def __init__(
        self,
        types: Mapping[str, RecordedType],
        known: Set[Key],
        declarations: Mapping[Key, Declaration],
        identities: Mapping[Key, str],
    ) -> None:
        self._new: dict[str, list[Key]] = defaultdict(list)
        for key, identity in identities.items():
            if key not in known:
                self._new[identity].append(key)
        self._lost: dict[str, set[Key]] = defaultdict(set)
        for item in types.values():
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
