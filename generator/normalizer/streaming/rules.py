"""Accumulation of streams that the setting `accumulation` states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.accumulation import AccumulationRule, StreamText, TextPiece
from ...model.operations import KeyPath, Operation, Streaming
from ...model.structured import ITEMS
from ...model.types import (
    Anything,
    Declaration,
    DeclarationRef,
    Key,
    ListOf,
    MapOf,
    Object,
    Scalar,
    ScalarKind,
    Type,
)
from ...openapi.media_types import is_json
from ...suggestions import did_you_mean
from ..schemas.type_queries import Shapes

UNKNOWN_ACCUMULATION = Rule(
    "unknown-accumulation",
    Severity.ERROR,
    "An entry of the setting `accumulation` names an operation, a value of the items of its"
    " stream, or a part of its response that does not exist. Keys are operation ids or"
    " `METHOD /path`. The operation must have a stream of objects, and a response without"
    " streaming that is an object.",
    about_settings=True,
    hint="correct the path, or remove the rule",
)
_STRING = Scalar(ScalarKind.STRING)
_TEXTS = ("text", "content")
"""Names of a text that a model writes, rather than of another string of a response."""


class _UnfitError(Exception):
    """An entry does not fit the document."""

    def __init__(self, path: tuple[str | int, ...], message: str, hint: str) -> None:
        super().__init__(message)
        self.path = path
        self.hint = hint


def apply_accumulation(
    operations: Sequence[Operation],
    declarations: Mapping[Key, Declaration],
    config: Config,
    diagnostics: Diagnostics,
) -> list[Operation]:
    """Return the operations with the accumulation that the settings state.

    Args:
        operations: All operations of the documents.
        declarations: Declarations that their types refer to.
        config: Settings; `accumulation` takes precedence over what is derived.
        diagnostics: Collects entries that do not fit the documents.
    """
    by_key = {f"{item.method} {item.path}": item for item in operations}
    by_key |= {item.id: item for item in operations}
    changed: dict[str, Streaming] = {}
    shapes = Shapes(declarations)
    for key, value in config.accumulation.items():
        operation = by_key.get(key)
        try:
            if operation is None:
                hint = did_you_mean(key, by_key)
                raise _UnfitError(
                    (),
                    "it matches no operation",
                    hint or "use an operation id or `METHOD /path`",
                )
            changed[operation.id] = _read_entry(shapes, operation, value)
        except _UnfitError as error:
            diagnostics.add(
                UNKNOWN_ACCUMULATION,
                f"`accumulation`: {key!r}: {error}",
                config.origin.span("accumulation", key, *error.path),
                hint=error.hint,
            )
    return [
        (
            replace(item, result=replace(item.result, streaming=changed[item.id]))
            if item.id in changed
            else item
        )
        for item in operations
    ]


def _read_entry(
    shapes: Shapes, operation: Operation, value: list[dict[str, Any]] | bool
) -> Streaming:
    """Return the stream of an operation with the rules of an entry.

    Raises:
        _UnfitError: The entry does not fit the operation.
    """
    streaming = operation.result.streaming
    if streaming is None:
        raise _UnfitError((), "the response is not a stream", "remove the entry")
    base = replace(
        streaming,
        aggregation=(),
        aggregated_type=None,
        texts=(),
        blocks=None,
        text=None,
    )
    if isinstance(value, bool):
        return base
    contents = () if operation.result.by_status else operation.result.contents
    types = [item.type for item in contents if is_json(item.media_type)]
    response = shapes.only(types[0]) if len(types) == 1 and types[0] else None
    events = shapes.objects(streaming.item)
    if response is None or not events:
        what = "the items are" if response else "the response without streaming is"
        raise _UnfitError((), f"{what} not of a kind of objects", "remove the entry")
    rules = tuple(
        _read_rule(shapes, events, response, index, table)
        for index, table in enumerate(value)
    )
    tags = [pair for rule in rules if rule.last for pair in rule.where]
    tag = tags[0][0] if tags else ""
    last = (kind for name, kinds in tags if name == tag for kind in kinds)
    return replace(
        base,
        aggregation=("rules", tag, *last),
        aggregated_type=DeclarationRef(response.header.key),
        text=_find_text(rules),
        rules=rules,
    )


def _read_rule(
    shapes: Shapes,
    events: Iterable[Object],
    response: Object,
    index: int,
    table: Mapping[str, Any],
) -> AccumulationRule:
    """Return a rule of an entry.

    Raises:
        _UnfitError: The items or the response have no such value.
    """
    where = tuple(
        (key, tuple([kinds] if isinstance(kinds, str) else kinds))
        for key, kinds in table.get("where", {}).items()
    )
    items = list(events)
    for key, kinds in where:
        items = [item for item in items if _can_have(shapes, item, key, kinds)]
        if not items:
            named = " or ".join(map(repr, kinds))
            message = f"no item of the stream has {key!r} with {named}"
            raise _UnfitError((index, "where", key), message, "correct `where`")
    how, is_last = table.get("how", "replace"), table.get("last", False)
    if "from" not in table:
        return AccumulationRule(where, None, (), how, is_last)
    source, target = _path(table["from"]), _path(table["to"])
    values = [pair for item in items for pair in _follow(shapes, item, source, (item,))]
    if not values:
        message = f"no item of the stream has {_show(source)}"
        raise _UnfitError((index, "from"), message, "use keys, and `[]` for arrays")
    owners = [owner for _, each in values for owner in each]
    names = {member.name for owner in owners for member in owner.properties}
    for step in target:
        if step[:1] == "[" and step[1:-1] not in names:
            message = f"no item of the stream has the index {step[1:-1]!r}"
            raise _UnfitError((index, "to"), message, "use `[key]` with a key of items")
    path = tuple(ITEMS if step[:1] == "[" else step for step in target)
    parts = [type_ for type_, _ in _follow(shapes, response, path, ())]
    if not parts:
        message = f"the response has no {_show(target)}"
        raise _UnfitError((index, "to"), message, "use keys, and `[key]` for arrays")
    if how == "append":
        how = _name_append(shapes, [type_ for type_, _ in values], parts)
        if not how:
            message = f"{_show(source)} cannot be appended to {_show(target)}"
            hint = "append strings to a string, or items to an array"
            raise _UnfitError((index, "how"), message, hint)
    return AccumulationRule(where, source, target, how, is_last)


def _can_have(shapes: Shapes, item: Object, key: str, kinds: Iterable[str]) -> bool:
    """Return whether a member of an object can be one of some strings."""
    types = [member.type for member in item.properties if member.name == key]
    values = {value for type_ in types for value in shapes.values(type_)}
    return bool(types) and (not values or bool(values & {*kinds}))


def _follow(
    shapes: Shapes, value: Type | Object, path: KeyPath, owners: tuple[Object, ...]
) -> Iterator[tuple[Type | Object, tuple[Object, ...]]]:
    """Yield the types at a path, each with the objects that contain indexes."""
    if not path:
        yield value, owners
        return
    for shape in [value] if isinstance(value, Object) else shapes.alternatives(value):
        if isinstance(shape, Anything):
            yield shape, owners
        elif isinstance(shape, ListOf) and path[0] == ITEMS:
            entry = shapes.only(shape.item)
            inner = (entry, *owners) if entry is not None else owners
            yield from _follow(shapes, shape.item, path[1:], inner)
        elif isinstance(shape, MapOf) and path[0] != ITEMS:
            yield from _follow(shapes, shape.value, path[1:], owners)
        elif isinstance(shape, Object):
            for member in shape.properties:
                if member.name == path[0]:
                    yield from _follow(shapes, member.type, path[1:], owners)


def _name_append(
    shapes: Shapes, values: list[Type | Object], targets: list[Type | Object]
) -> str:
    """Return whether values are appended to a string or to an array; `""` for neither."""
    kinds = [
        shape
        for target in targets
        if not isinstance(target, Object)
        for shape in shapes.alternatives(target)
    ]
    if any(_is_text(shapes, value) for value in values):
        if any(isinstance(kind, Anything) or kind == _STRING for kind in kinds):
            return "text"
    return "items" if any(isinstance(kind, Anything | ListOf) for kind in kinds) else ""


def _find_text(rules: Iterable[AccumulationRule]) -> StreamText | None:
    """Return the text of the response; `None` if several strings could be it.

    It is the only string to which members of items are appended, or the one that is called
    `text` or `content`.
    """
    targets: dict[KeyPath, list[AccumulationRule]] = {}
    for rule in rules:
        if rule.how == "text" and rule.source and ITEMS not in rule.source:
            path = tuple(ITEMS if step[:1] == "[" else step for step in rule.target)
            targets.setdefault(path, []).append(rule)
    named = [path for path in targets if path[-1] in _TEXTS]
    if len(named or targets) != 1:
        return None
    path = (named or list(targets))[0]
    pieces = tuple(
        TextPiece(rule.source, tuple(((key,), kinds[0]) for key, kinds in rule.where))
        for rule in targets[path]
        if rule.source and all(len(kinds) == 1 for _, kinds in rule.where)
    )
    if len(pieces) != len(targets[path]):
        return None
    return StreamText(pieces, path[:-1], path[-1])


def _is_text(shapes: Shapes, type_: Type | Object) -> bool:
    return not isinstance(type_, Object) and shapes.is_string(type_)


def _path(value: str | list[str]) -> KeyPath:
    return (value,) if isinstance(value, str) else tuple(value)


def _show(path: KeyPath) -> str:
    """Return a path in messages."""
    return repr(".".join(path)) if path else "such a value"
