"""Names with brackets, such as `tags[]` and `meta[key]`, in queries and forms.

OpenAPI has no style for `tags[]`, and many documents omit `deepObject`. The samples and
descriptions of an operation show the names that its server expects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...frozen_dataclass import dataclass
from ...model.bodies import Body, PartEncoding
from ...model.operations import Operation, Parameter, ParameterPlace
from ...model.types import (
    Anything,
    Declaration,
    Key,
    ListOf,
    MapOf,
    Object,
    TupleOf,
    Type,
)
from ...openapi.strings import strings
from ...suggestions import did_you_mean
from ..schemas.type_queries import Shapes
from ..selection import find_matching, operation_names
from .drafts import Draft

INFERRED_BRACKETS = Rule(
    "inferred-brackets",
    Severity.NOTE,
    "A sample or a description shows the name of a query parameter, or of a property of "
    "a form, with brackets: `tags[]=a`, `meta[key]=v`. The client sends lists and objects "
    "of this name in that style, although the document does not declare it. The setting "
    "`brackets` replaces what is inferred.",
    hint="confirm or replace it by the setting `brackets`",
)
UNKNOWN_BRACKETS = Rule(
    "unknown-brackets",
    Severity.ERROR,
    "An entry of the setting `brackets` matches no operation, or names a query parameter "
    "or a property of a form that no matching operation has. Keys are operation ids, "
    "`METHOD /path`, calls, or patterns of these; values are `true` for all lists and "
    "objects, `false`, or a list of names.",
    about_settings=True,
)
BRACKETS = "brackets"
"""The style that sends `name[]` for items of lists and `name[key]` for members."""

_SHOWN = re.compile(
    r"(?P<quote>[`'\"]?)(?<![\w\].$)-])(?P<name>[A-Za-z_][\w.-]*)"
    r"\[(?P<key>[\w.:$<>{}*-]*)\](?:\[[\w.:$<>{}*-]*\])*(?P<end>=(?!=)|[`'\"]|)"
)
_ENCODED = re.compile("%5[bd]", re.IGNORECASE)
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True)
class BracketNames:
    """Names that texts show with brackets.

    Args:
        lists: Names before `[]`.
        indexed: Names before an index such as `[0]`.
        objects: Names before `[key]`.
    """

    lists: frozenset[str]
    indexed: frozenset[str]
    objects: frozenset[str]


def find_brackets(texts: Iterable[str]) -> BracketNames:
    """Return the names with brackets in samples of requests and in descriptions.

    A name counts if it is followed by `=`, as in a query or a form, or if it is quoted.
    An index counts only before `=`, because `items[0]` is also source code.
    """
    by_kind: dict[str, set[str]] = {"lists": set(), "indexed": set(), "objects": set()}
    for text in texts:
        if "[" not in text and "%5" not in text:
            continue
        plain = _ENCODED.sub(lambda match: unquote(match[0]), text)
        for line in plain.split("\n"):
            for match in _SHOWN.finditer(line) if "[" in line else ():
                key, quote, end = match["key"], match["quote"], match["end"]
                if end == "=" or (end and end == quote and not key.isdigit()):
                    kind = "indexed" if key.isdigit() else "objects" if key else "lists"
                    by_kind[kind].add(match["name"])
    return BracketNames(**{kind: frozenset(names) for kind, names in by_kind.items()})


def apply_brackets(
    operations: Sequence[Operation],
    drafts: Iterable[Draft],
    declarations: Mapping[Key, Declaration],
    config: Config,
    diagnostics: Diagnostics,
    known: Sequence[Operation],
) -> list[Operation]:
    """Return the operations with the style `brackets` where it is shown or configured.

    Args:
        operations: Selected operations.
        drafts: The Operation Objects, whose texts show names with brackets.
        declarations: Declarations that the types of the operations refer to.
        config: Settings, including `brackets`.
        diagnostics: Collects the inferred names, and invalid entries.
        known: All operations of the documents, which entries may match.
    """
    nodes = {draft.id: draft.node for draft in drafts}
    shapes = Shapes(declarations)
    _check_settings(known, config, diagnostics, shapes)
    result: list[Operation] = []
    for operation in operations:
        entry = _find_entry(operation, config.brackets)
        candidates = _list_candidates(operation, shapes)
        names: set[str] = set()
        if entry is None and candidates:
            texts = [*strings(nodes[operation.id].value)]
            texts += [item.text for item in candidates]
            names = _infer(candidates, find_brackets(texts))
            _report(operation, names, diagnostics)
        elif entry is not None:
            allowed = _configured_names(entry)
            names = {
                item.name
                for item in candidates
                if entry is True or item.name in allowed
            }
        result.append(_with_brackets(operation, names) if names else operation)
    return result


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A query parameter or a property of a form that can be sent with brackets.

    Args:
        name: Name in the request.
        text: Its description.
        in_form: Whether it is a property of a form.
        is_list: Whether it can be a list.
        is_nested: Whether it can be an object, or a list of objects.
    """

    name: str
    text: str
    in_form: bool
    is_list: bool
    is_nested: bool


def _list_candidates(operation: Operation, shapes: Shapes) -> list[_Candidate]:
    values: list[tuple[str, str, bool, Type]] = [
        (item.name, item.documentation.description, False, item.type)
        for item in operation.parameters
        if _is_styled_query(item)
    ]
    for body in _forms(operation):
        encoded = {
            item.name for item in body.encodings if item.style or item.media_type
        }
        values += [
            (item.name, item.documentation.description, True, item.type)
            for declared in shapes.objects(body.type)
            for item in declared.properties
            if item.name not in encoded
        ]
    names = {name for name, *_ in values}
    candidates = [
        _Candidate(
            name, text, in_form, _is_list(type_, shapes), _is_nested(type_, shapes)
        )
        for name, text, in_form, type_ in values
        if f"{name}[]" not in names
    ]
    return [item for item in candidates if item.is_list or item.is_nested]


def _is_styled_query(item: Parameter) -> bool:
    """Return whether a query parameter has the default style."""
    return (
        item.place is ParameterPlace.QUERY
        and not item.media_type
        and (item.style, item.explode) == ("form", True)
    )


def _forms(operation: Operation) -> Iterator[Body]:
    for item in operation.body.all_forms if operation.body is not None else ():
        if item.media_type in _FORMS:
            yield item


def _is_list(type_: Type, shapes: Shapes) -> bool:
    return any(
        isinstance(item, ListOf | TupleOf) for item in shapes.alternatives(type_)
    )


def _is_nested(type_: Type, shapes: Shapes) -> bool:
    """Return whether a value can be an object, or a list of objects or lists."""
    for item in shapes.alternatives(type_):
        match item:
            case Object() | MapOf() | Anything():
                return True
            case ListOf(inner) if _is_list(inner, shapes) or _is_nested(inner, shapes):
                return True
            case TupleOf(items, rest) if any(
                _is_list(each, shapes) or _is_nested(each, shapes)
                for each in (items if rest is None else (*items, rest))
            ):
                return True
            case _:
                pass
    return False


def _infer(candidates: list[_Candidate], names: BracketNames) -> set[str]:
    """Return the names that are sent with brackets.

    If a sample shows one object of a form with brackets, the other objects of the form
    are sent in the same style.
    """
    objects = {
        item.name
        for item in candidates
        if item.is_nested and item.name in names.objects | names.indexed
    }
    lists = {item.name for item in candidates if item.is_list} & names.lists
    in_form = any(item.in_form and item.name in objects for item in candidates)
    others = {
        item.name for item in candidates if in_form and item.in_form and item.is_nested
    }
    return objects | lists | others


def _report(operation: Operation, names: set[str], diagnostics: Diagnostics) -> None:
    if names:
        listed = ", ".join(map(repr, sorted(names)))
        diagnostics.add(
            INFERRED_BRACKETS,
            f"sent with brackets, as samples or descriptions show: {listed}",
            operation.origin,
        )


def _with_brackets(operation: Operation, names: set[str]) -> Operation:
    parameters = tuple(
        (
            replace(item, style=BRACKETS)
            if item.name in names and _is_styled_query(item)
            else item
        )
        for item in operation.parameters
    )
    body = operation.body
    if body is not None:
        form = body.form and _encode_body(body.form, names)
        others = tuple(_encode_body(item, names) for item in body.alternatives)
        body = _encode_body(body, names)
        body = replace(body, form=form, alternatives=others)
    return replace(operation, parameters=parameters, body=body)


def _encode_body(body: Body, names: set[str]) -> Body:
    """Return a form whose properties of these names have the style `brackets`."""
    if body.media_type not in _FORMS:
        return body
    encoded = {item.name for item in body.encodings if item.style or item.media_type}
    added = (PartEncoding(name, style=BRACKETS) for name in sorted(names - encoded))
    return replace(body, encodings=(*added, *body.encodings))


def _find_entry(operation: Operation, settings: Mapping[str, Any]) -> Any:
    """Return the entry for an operation: that of its name, else of the first pattern."""
    for name in operation_names(operation):
        if name in settings:
            return settings[name]
    keys = (key for key in settings if find_matching([operation], (key,)))
    return next((settings[key] for key in keys), None)


def _configured_names(entry: Any) -> tuple[str, ...]:
    if isinstance(entry, bool):
        return ()
    return (entry,) if isinstance(entry, str) else tuple(entry)


def _check_settings(
    operations: Sequence[Operation],
    config: Config,
    diagnostics: Diagnostics,
    shapes: Shapes,
) -> None:
    """Report entries that match no operation, and names that no operation has."""
    for key, entry in config.brackets.items():
        matching = find_matching(operations, (key,))
        known = {
            item.name
            for operation in matching
            for item in _list_candidates(operation, shapes)
        }
        if not matching:
            every = [name for item in operations for name in operation_names(item)]
            diagnostics.add(
                UNKNOWN_BRACKETS,
                f"`brackets`: {key!r} matches no operation",
                config.origin.span("brackets", key),
                hint=did_you_mean(key, every),
            )
            continue
        for index, name in enumerate(_configured_names(entry)):
            if name not in known:
                diagnostics.add(
                    UNKNOWN_BRACKETS,
                    f"`brackets`: {key!r} has no list or object {name!r} in its query "
                    "or form",
                    config.origin.span("brackets", key, index),
                    hint=did_you_mean(name, sorted(known)),
                )
