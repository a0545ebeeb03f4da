"""Public names of a client, and the part of the document that each one stands for.

The manifest of the output contains the record. The next run reads it, so that a name stays
as long as the document has its operation, schema, property, parameter or chapter.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Mapping
from dataclasses import field
from enum import StrEnum
from typing import TypeAlias, TypeVar
from urllib.parse import quote, unquote

from .frozen_dataclass import dataclass

_Row = TypeVar("_Row")

Keys: TypeAlias = Mapping[str, str]
"""Python name of each property or parameter; `place key` is the key of a parameter."""


class TypeRole(StrEnum):
    """Role of a recorded name of a type."""

    RESPONSE = "response"
    ARGUMENT = "argument"
    ALIAS = "alias"
    """Another name of the type of responses."""
    ARGUMENT_ALIAS = "argument-alias"
    """Another name of the type of arguments."""
    PAGE = "page"
    PAGE_ALIAS = "page-alias"
    ASYNC_PAGE = "async-page"
    ASYNC_PAGE_ALIAS = "async-page-alias"

    @property
    def is_alias(self) -> bool:
        """Whether the name is another name of a type."""
        return self.value.endswith("alias")

    @property
    def is_page(self) -> bool:
        """Whether the type is a page class, or was one."""
        return "page" in self.value

    def to_alias(self) -> TypeRole:
        """Return the role of another name of a type with this role."""
        return _ALIASES.get(self, self)

    def to_primary(self) -> TypeRole:
        """Return the role of the type that a name with this role is another name of."""
        return _PRIMARIES.get(self, self)


_ALIASES = {
    TypeRole.RESPONSE: TypeRole.ALIAS,
    TypeRole.ARGUMENT: TypeRole.ARGUMENT_ALIAS,
    TypeRole.PAGE: TypeRole.PAGE_ALIAS,
    TypeRole.ASYNC_PAGE: TypeRole.ASYNC_PAGE_ALIAS,
}
_PRIMARIES = {alias: role for role, alias in _ALIASES.items()}


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """The operation that a call stands for.

    Args:
        method: HTTP method in upper case.
        path: Path as declared.
        id: Operation id.
        since: Version of the API in which the call got its name.
        alias_of: Current call, if this one is deprecated; else `""`.
        until: Version of the package that removes this call; `""` for none.
    """

    method: str
    path: str
    id: str
    since: str
    alias_of: str = ""
    until: str = ""

    def to_list(self) -> list[str]:
        """Return the JSON value of the record."""
        row = [self.method, self.path, self.id, self.since, self.alias_of, self.until]
        return _without_end(row, 4)


@dataclass(frozen=True, slots=True)
class RecordedType:
    """The schema that the name of a type stands for.

    Args:
        role: Whether it is the type of responses or of arguments, a page, or another name.
        module: Module of types that defines it.
        key: Key of the declaration: `file#/json/pointer`.
        since: Version of the API in which the type got its name.
        identity: Identity of a schema that has another key: its `$id`, or a digest of its
            shape; `""` for none.
        alias_of: Current name, if this one is another name; else `""`.
        until: Version of the package that removes this name; `""` for none.
        place: Key of the schema that has become a reference, because of which the name is
            another name; `""` for none.
    """

    role: TypeRole
    module: str
    key: str
    since: str
    identity: str = ""
    alias_of: str = ""
    until: str = ""
    place: str = ""

    def to_list(self) -> list[str]:
        """Return the JSON value of the record."""
        row = [self.role.value, self.module, self.key, self.since, self.identity]
        return _without_end([*row, self.alias_of, self.until, self.place], 4)


@dataclass(frozen=True, slots=True)
class RecordedPage:
    """The chapter that a page of the reference stands for.

    Args:
        chapter: Ids of the chapter and its ancestors, joined by slashes; `""` for the page
            of the webhooks.
        anchors: What each anchor stands for: `client.CALL`, `types.NAME` or
            `webhook.METHOD.NAME`.
    """

    chapter: str
    anchors: Keys = field(default_factory=dict)

    def to_list(self) -> list[str]:
        """Return the JSON value of the record."""
        anchors = (f"{quote(name)}={item}" for name, item in self.anchors.items())
        return [self.chapter, " ".join(anchors)]


@dataclass(frozen=True, slots=True)
class RecordedNames:
    """The record of all names of a client.

    Args:
        calls: Operation of each call.
        types: Schema of each name of a type.
        fields: Attributes of each model, by its name.
        arguments: Arguments of the client, and of each call except aliases.
        pages: Chapter of each page of the reference.
        resources: Module and class of each resource, by its attributes:
            `chat.Completions` of `chat.completions`.
        keeps_types: Whether types stay although no operation uses them any more. False
            if the settings select other operations than the earlier run.
        removal: Version of the package that removes aliases which begin now; `""` for
            none.
        references: Key of the target of each `$ref` where a type has or had its schema, by
            the key of that place.
        package: Name of the package; `""` if the next output need not keep it.
        client: Name of the client, likewise.
    """

    calls: Mapping[str, RecordedCall] = field(default_factory=dict)
    types: Mapping[str, RecordedType] = field(default_factory=dict)
    fields: Mapping[str, Keys] = field(default_factory=dict)
    arguments: Mapping[str, Keys] = field(default_factory=dict)
    pages: Mapping[str, RecordedPage] = field(default_factory=dict)
    resources: Keys = field(default_factory=dict)
    keeps_types: bool = True
    removal: str = ""
    references: Keys = field(default_factory=dict)
    package: str = ""
    client: str = ""

    def to_json_value(self) -> dict[str, dict[str, list[str] | str]]:
        """Return the record as a JSON value, without the names that are settings."""
        return {
            "calls": {name: item.to_list() for name, item in self.calls.items()},
            "types": {name: item.to_list() for name, item in self.types.items()},
            "fields": {name: _join_keys(keys) for name, keys in self.fields.items()},
            "arguments": {
                name: _join_arguments(keys) for name, keys in self.arguments.items()
            },
            "pages": {name: item.to_list() for name, item in self.pages.items()},
            "resources": dict(self.resources),
        }

    @classmethod
    def from_json_value(cls, raw: object) -> RecordedNames:
        """Return the record of a JSON value.

        Raises:
            ValueError: The value has another format.
        """
        if not isinstance(raw, dict) or not _REQUIRED <= raw.keys() <= _TABLES:
            raise ValueError("`names` must have the tables `calls` and `types`")
        return cls(
            _read_rows(raw["calls"], "calls", _read_call),
            _read_rows(raw["types"], "types", _read_type),
            _read_rows(raw.get("fields", {}), "fields", _read_keys),
            _read_rows(raw.get("arguments", {}), "arguments", _read_arguments),
            _read_pages(raw.get("pages", {})),
            _read_rows(raw.get("resources", {}), "resources", _read_class),
        )

    @property
    def credentials(self) -> Keys:
        """The argument of the client for each security scheme."""
        arguments = self.arguments.get(CLIENT, {})
        return {key.removeprefix("client "): arguments[key] for key in arguments}

    def arguments_of(self, call: str, method: str, path: str) -> Keys:
        """Return the arguments that an operation had in the earlier output.

        Args:
            call: Current call.
            method: HTTP method of the operation.
            path: Path of the operation.
        """
        known = self.calls.get(call)
        if known is not None and not known.alias_of:
            return self.arguments.get(call, {})
        for name, item in self.calls.items():
            if (item.method, item.path) == (method, path) and name in self.arguments:
                return self.arguments[name]
        return {}


CLIENT = ""
"""In place of a call, for the arguments of the client; their keys are security schemes."""

WHOLE_BODY = "whole body"
"""Key of the argument for a whole body; a property of the body can have any name."""

NO_NAMES = RecordedNames()
"""The record of an output that does not exist yet."""

_REQUIRED = frozenset({"calls", "types"})
_ANCHOR = re.compile(r"[\w-]+")
_FILE = re.compile(r"\w[\w-]*\.md")
_TABLES = _REQUIRED | {"fields", "arguments", "pages", "resources"}


def _without_end(row: list[str], least: int) -> list[str]:
    """Return a row without the empty values at its end."""
    while len(row) > least and not row[-1]:
        del row[-1]
    return row


def _join_keys(keys: Keys) -> str:
    """Return pairs as `name name=key`; the key is left out if it is the name."""
    return " ".join(
        name if name == key else f"{name}={quote(key, safe='')}"
        for key, name in keys.items()
    )


def _join_arguments(keys: Keys) -> str:
    """Return arguments by place: `path: id query: limit order=sort-order`."""
    by_place: dict[str, dict[str, str]] = {}
    for key, name in keys.items():
        place, _, own = key.partition(" ")
        by_place.setdefault(place, {})[own] = name
    return " ".join(f"{place}: {_join_keys(own)}" for place, own in by_place.items())


def _read_rows(
    raw: object, table: str, read: Callable[[object], _Row]
) -> dict[str, _Row]:
    if not isinstance(raw, dict):
        raise ValueError(f"`names.{table}` must be an object")
    rows = {}
    for name, row in raw.items():
        try:
            rows[name] = read(row)
        except (TypeError, ValueError):
            raise ValueError(f"`names.{table}.{name}` has another format") from None
    return rows


def _read_pages(raw: object) -> dict[str, RecordedPage]:
    pages = _read_rows(raw, "pages", _read_page)
    for file in pages:
        if not _FILE.fullmatch(file):
            raise ValueError(f"`names.pages.{file}` is not the name of a page")
    return pages


def _strings(row: object) -> list[str]:
    if not isinstance(row, list) or not all(isinstance(item, str) for item in row):
        raise ValueError
    return row


def _read_call(row: object) -> RecordedCall:
    return RecordedCall(*_strings(row))


def _read_type(row: object) -> RecordedType:
    role, *others = _strings(row)
    return RecordedType(TypeRole(role), *others)


def _read_page(row: object) -> RecordedPage:
    chapter, anchors = _strings(row)
    pairs = [item.partition("=") for item in anchors.split()]
    names = {unquote(name): item for name, _, item in pairs}
    if not all(map(_ANCHOR.fullmatch, names)):
        raise ValueError
    return RecordedPage(chapter, names)


def _read_keys(row: object) -> Keys:
    if not isinstance(row, str):
        raise ValueError
    return dict(map(_read_pair, row.split()))


def _read_class(row: object) -> str:
    names = row.split(".") if isinstance(row, str) else []
    if len(names) != 2 or not all(map(str.isidentifier, names)):
        raise ValueError
    return ".".join(names)


def _read_arguments(row: object) -> Keys:
    if not isinstance(row, str):
        raise ValueError
    keys, place = {}, ""
    for item in row.split():
        if item.endswith(":"):
            place = item[:-1]
        else:
            key, name = _read_pair(item)
            keys[f"{place} {key}"] = name
    return keys


def _read_pair(item: str) -> tuple[str, str]:
    """Return the key and the Python name of `name` or `name=key`."""
    name, separator, key = item.partition("=")
    if not name.isidentifier() or keyword.iskeyword(name):
        raise ValueError
    return (unquote(key) if separator else name), name
