"""Public names of a client, and the part of the document that each one stands for.

The manifest of the output contains the record. The next run reads it, so that a name stays
as long as the document has its operation or schema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

_Row = TypeVar("_Row")


class TypeRole(StrEnum):
    """Role of a recorded name of a type."""

    RESPONSE = "response"
    ARGUMENT = "argument"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """The operation that a call stands for.

    Args:
        method: HTTP method in upper case.
        path: Path as declared.
        id: Operation id.
        since: Version of the API in which the call got its name.
        alias_of: Current call, if this one is deprecated; else `""`.
    """

    method: str
    path: str
    id: str
    since: str
    alias_of: str = ""

    def to_list(self) -> list[str]:
        """Return the JSON value of the record."""
        row = [self.method, self.path, self.id, self.since]
        return [*row, self.alias_of] if self.alias_of else row


@dataclass(frozen=True, slots=True)
class RecordedType:
    """The schema that the name of a type stands for.

    Args:
        role: Whether it is the type of responses or of arguments, or another name.
        module: Module of types that defines it.
        key: Key of the declaration: `file#/json/pointer`.
        since: Version of the API in which the type got its name.
    """

    role: TypeRole
    module: str
    key: str
    since: str

    def to_list(self) -> list[str]:
        """Return the JSON value of the record."""
        return [self.role.value, self.module, self.key, self.since]


@dataclass(frozen=True, slots=True)
class RecordedNames:
    """The record of all names of a client.

    Args:
        calls: Operation of each call.
        types: Schema of each name of a type.
        keeps_types: Whether types stay although no operation uses them any more. False
            if the settings select other operations than the earlier run.
    """

    calls: Mapping[str, RecordedCall] = field(default_factory=dict)
    types: Mapping[str, RecordedType] = field(default_factory=dict)
    keeps_types: bool = True

    def to_json_value(self) -> dict[str, dict[str, list[str]]]:
        """Return the record as a JSON value."""
        return {
            "calls": {name: item.to_list() for name, item in self.calls.items()},
            "types": {name: item.to_list() for name, item in self.types.items()},
        }

    @classmethod
    def from_json_value(cls, raw: object) -> RecordedNames:
        """Return the record of a JSON value.

        Raises:
            ValueError: The value has another format.
        """
        if not isinstance(raw, dict) or raw.keys() != {"calls", "types"}:
            raise ValueError("`names` must have the tables `calls` and `types`")
        return cls(
            _read_rows(raw["calls"], "calls", _read_call),
            _read_rows(raw["types"], "types", _read_type),
        )

    def match_types(self, keys: Mapping[str, object]) -> RecordedNames:
        """Return the record of the types whose schemas exist, with their current keys.

        A schema is the same if its key is the same. If the file of a key was renamed, the
        schema with the same pointer in the only other file that has it is the same.

        Args:
            keys: Declarations of the document by key.
        """
        by_pointer: dict[str, list[str]] = {}
        for key in keys:
            by_pointer.setdefault(key.partition("#")[2], []).append(key)
        types = {}
        for name, item in self.types.items():
            same = [item.key]
            if item.key not in keys:
                same = by_pointer.get(item.key.partition("#")[2], [])
            if len(same) == 1:
                types[name] = RecordedType(item.role, item.module, same[0], item.since)
        return RecordedNames(self.calls, types, self.keeps_types)


NO_NAMES = RecordedNames()
"""The record of an output that does not exist yet."""


def _read_rows(
    raw: object, table: str, read: Callable[[list[str]], _Row]
) -> dict[str, _Row]:
    if not isinstance(raw, dict):
        raise ValueError(f"`names.{table}` must be an object")
    rows = {}
    for name, row in raw.items():
        if not isinstance(row, list) or not all(isinstance(item, str) for item in row):
            raise ValueError(f"`names.{table}.{name}` must be a list of strings")
        try:
            rows[name] = read(row)
        except (TypeError, ValueError):
            raise ValueError(f"`names.{table}.{name}` has another format") from None
    return rows


def _read_call(row: list[str]) -> RecordedCall:
    return RecordedCall(*row)


def _read_type(row: list[str]) -> RecordedType:
    role, module, key, since = row
    return RecordedType(TypeRole(role), module, key, since)
