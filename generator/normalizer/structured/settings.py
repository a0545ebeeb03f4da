"""Arguments for a JSON Schema that the setting `structured` describes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import KeyPath, Operation
from ...model.structured import ResponseText, SchemaArgument, Structured
from ...suggestions import did_you_mean
from ..pagination.response_list import Declarations
from .detect import detect_structured, find_objects, has_body_path, has_response_path

UNKNOWN_STRUCTURED = Rule(
    "unknown-structured",
    Severity.ERROR,
    "An entry of the setting `structured` names an operation, an argument or a text that"
    " does not exist. Keys are operation ids or `METHOD /path`. Paths are lists of keys, in"
    " which `[]` stands for each item of an array. The objects on the path `parsed` must"
    " be declared as objects.",
    about_settings=True,
    hint="correct the path, or remove the entry",
)


def find_structured(
    operations: Sequence[Operation],
    known: Sequence[Operation],
    declarations: Declarations,
    config: Config,
    diagnostics: Diagnostics,
) -> tuple[Structured, ...]:
    """Return the operations whose response can be parsed to a type of the caller.

    Args:
        operations: Selected operations. Entries for other operations are only checked.
        known: All operations of the documents.
        declarations: Declarations that their types refer to.
        config: Settings; `structured` takes precedence over what is detected.
        diagnostics: Collects entries that do not fit the documents.
    """
    by_key = {f"{item.method} {item.path}": item for item in known}
    by_key |= {item.id: item for item in known}
    structured = {
        item.operation_id: item for item in detect_structured(operations, declarations)
    }
    selected = {item.id for item in operations}
    for key, table in config.structured.items():
        operation = by_key.get(key)
        problems: list[tuple[tuple[str, ...], str, str]] = []
        if operation is None:
            hint = did_you_mean(key, by_key) or "use an operation id or `METHOD /path`"
            problems.append(((), "it matches no operation", hint))
        else:
            item = _read_entry(operation, table, declarations)
            problems += _find_problems(operation, item, declarations)
            if not problems and operation.id in selected:
                structured[operation.id] = item
        for path, message, hint in problems:
            diagnostics.add(
                UNKNOWN_STRUCTURED,
                f"`structured`: {key!r}: {message}",
                config.origin.span("structured", key, *path),
                hint=hint,
            )
    return tuple(structured.values())


def _read_entry(
    operation: Operation, table: Mapping[str, Any], declarations: Declarations
) -> Structured:
    """Return the operation that an entry describes, which may not fit it."""
    parsed, text = _path(table["parsed"]), _path(table["text"])
    owner = parsed[:-1]
    (where,) = table["where"].items() if "where" in table else ((),)
    return Structured(
        operation.id,
        SchemaArgument(
            _path(table["argument"]),
            table.get("constants", {}),
            _path(table["schema"]),
            _path(table.get("name", [])),
        ),
        ResponseText(
            owner,
            text[len(owner) : -1],
            text[-1],
            where,
            table.get("refusal", ""),
            _path(table.get("reason", [])),
            tuple(table.get("incomplete", ())),
        ),
        parsed[-1],
        find_objects(operation, owner, declarations),
    )


def _find_problems(
    operation: Operation, item: Structured, declarations: Declarations
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield the key, the message and the hint of each value that does not fit."""
    argument, text = item.argument, item.text
    if not has_body_path(operation, argument.path, declarations):
        name = ".".join(argument.path)
        yield ("argument",), f"the JSON body has no {name!r}", ""
    path = (*text.owner, *text.holder, text.key)
    for key, value in (("text", path), ("reason", text.reason)):
        if not has_response_path(operation, value, declarations):
            yield (key,), f"the JSON response has no {'.'.join(value)!r}", ""
            return
    if not item.objects:
        place = ".".join(text.owner)
        yield ("parsed",), f"{place!r} of the response is not an object", ""


def _path(value: str | list[str]) -> KeyPath:
    return (value,) if isinstance(value, str) else tuple(value)
