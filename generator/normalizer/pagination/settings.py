"""Pagination that an entry of the setting `pagination` describes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ...model.operations import KeyPath, Operation, Pagination, ParameterPlace
from ...model.page_kind import PageKind
from ...model.types import Type
from ...suggestions import suggest
from .response_fields import find_missing_key
from .response_list import BODY_METHODS, Declarations, find_body_type, find_list

_PATH_SETTINGS = ("next", "more", "done", "total", "pages", "current")
_NEEDS_PARAMETER = (PageKind.TOKEN, PageKind.ID, PageKind.NUMBER, PageKind.OFFSET)


class SettingProblem(NamedTuple):
    """A reason why an entry does not fit an operation.

    Args:
        path: Path of the invalid value in the entry.
        message: The reason.
        hint: How to correct the value; `""` if unknown.
    """

    path: tuple[str | int, ...]
    message: str
    hint: str = ""


def find_setting_problems(
    operation: Operation, declarations: Declarations, table: Mapping[str, Any]
) -> Iterator[SettingProblem]:
    """Yield the reasons why a table does not fit an operation."""
    type_ = find_body_type(operation)
    if type_ is None:
        yield SettingProblem((), "the response is not JSON of one type")
        return
    yield from _find_items_problems(operation, type_, declarations, table)
    if PageKind(table["kind"]) in _NEEDS_PARAMETER:
        yield from _find_send_problems(operation, declarations, table)
    for name in _PATH_SETTINGS:
        if name in table:
            path = _key_path(table[name])
            yield from _find_path_problems(name, path, type_, declarations)


def _find_items_problems(
    operation: Operation,
    type_: Type,
    declarations: Declarations,
    table: Mapping[str, Any],
) -> Iterator[SettingProblem]:
    """Yield problems of the settings `items` and `id`."""
    items = _key_path(table["items"]) if "items" in table else None
    if items is not None:
        problems = list(_find_path_problems("items", items, type_, declarations))
        if problems:
            yield from problems
            return
    response_list = find_list(operation, declarations, items)
    if response_list is None and items is not None:
        name = ".".join(items)
        yield SettingProblem(("items",), f"{name!r} of the response is not a list")
    elif response_list is None:
        yield SettingProblem(
            (),
            "no list was detected in the response",
            "set `items` to the path of the list",
        )
    elif table["kind"] == PageKind.ID.value and "next" not in table:
        path = _key_path(table.get("id", "id"))
        yield from _find_path_problems(
            "id", path, response_list.item, declarations, "an item"
        )


def _find_send_problems(
    operation: Operation, declarations: Declarations, table: Mapping[str, Any]
) -> Iterator[SettingProblem]:
    """Yield the problem of the setting `send`, if there is one.

    The parameter must be a query parameter, a property of the request body, or a member
    of one of these.
    """
    path = _key_path(table.get("send", ""))
    parameters = operation.parameters
    in_query = _find_query_parameter(operation, path)
    if in_query is not None:
        owner = f"the query parameter {path[0]!r}"
        yield from _find_path_problems(
            "send", path, in_query, declarations, owner, start=1
        )
        return
    names = [item.name for item in parameters if item.place is ParameterPlace.QUERY]
    message = f"there is no query parameter {path[0]!r}"
    body = operation.body if operation.method in BODY_METHODS else None
    if body is not None:
        missing = find_missing_key(body.type, path, declarations)
        if missing is None:
            return
        if missing.position:
            yield from _find_path_problems(
                "send", path, body.type, declarations, "the request body"
            )
            return
        names += missing.known
        message = f"there is no query parameter or property of the body {path[0]!r}"
    places = [item.place.value for item in parameters if item.name == path[0]]
    if places:
        message += f"; {path[0]!r} is a {places[0]} parameter"
    place = ("send", 0) if path[1:] else ("send",)
    yield SettingProblem(place, message, suggest(path[0], names, "parameters"))


def _find_path_problems(
    setting: str,
    path: KeyPath,
    type_: Type,
    declarations: Declarations,
    root: str = "the response",
    start: int = 0,
) -> Iterator[SettingProblem]:
    """Yield the problem of a setting that is the path of a field, if there is one.

    Args:
        setting: Name of the setting.
        path: Keys of the field.
        type_: Type of the value that contains the field.
        declarations: Declarations that types refer to.
        root: What that value is, for messages.
        start: Number of leading keys that select the value.
    """
    missing = find_missing_key(type_, path[start:], declarations)
    if missing is None:
        return
    position = start + missing.position
    parent = ".".join(path[start:position])
    owner = f"{parent!r} of {root}" if parent else root
    yield SettingProblem(
        (setting, position) if len(path) > 1 else (setting,),
        f"{owner} has no field {missing.key!r}",
        suggest(missing.key, missing.known, "fields"),
    )


def build_from_setting(
    operation: Operation, declarations: Declarations, table: Mapping[str, Any]
) -> Pagination | None:
    """Return the pagination that a table without problems describes."""
    kind = PageKind(table["kind"])
    items = _key_path(table["items"]) if "items" in table else None
    response_list = find_list(operation, declarations, items)
    if response_list is None:
        return None
    send = _key_path(table["send"]) if "send" in table else ()
    paths = {name: _key_path(table[name]) for name in _PATH_SETTINGS if name in table}
    return Pagination(
        kind,
        response_list.items,
        response_list.item,
        send=send[-1] if send else "",
        send_object=send[:-1],
        in_body=bool(send) and _find_query_parameter(operation, send) is None,
        id=_key_path(table.get("id", "id")),
        first=table.get("first", 1 if kind is PageKind.NUMBER else 0),
        **paths,
    )


def _find_query_parameter(operation: Operation, path: KeyPath) -> Type | None:
    """Return the type of the query parameter with the first key of a path, or `None`."""
    for item in operation.parameters:
        if item.place is ParameterPlace.QUERY and item.name == path[0]:
            return item.type
    return None


def _key_path(value: str | Sequence[str]) -> KeyPath:
    return (value,) if isinstance(value, str) else tuple(value)
