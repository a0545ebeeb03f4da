"""Suggestion of operations that can be polled.

A document does not say which statuses are terminal, so their names decide: the status of
a long-running resource has a value for work in progress, such as `queued`, and one for
its success, such as `completed`. Nothing is polled without the setting `polling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.operations import Operation, Polling
from ...model.resolution import resolve_type
from ...model.types import DeclarationRef, Type
from ...words import split_words
from .polling import build_created, list_values, path_parameters, response_type
from .response_list import Declarations, resolve_object

_PARAMETER = re.compile(r"\{([^{}]+)\}")
_NAMES = ("name", "value", "status", "state")
"""Names of the value in a status that is an object."""
_FIELDS = ("status", "state", "phase", "stage")
"""Last words of the names of a status, most specific first."""
_RUNNING = frozenset(
    {
        *(
            "queued",
            "pending",
            "running",
            "in progress",
            "processing",
            "created",
            "new",
        ),
        *("validating", "started", "starting", "waiting", "scheduled", "submitted"),
        *("cancelling", "canceling", "finalizing", "initializing", "provisioning"),
        *(
            "building",
            "deploying",
            "uploading",
            "downloading",
            "importing",
            "exporting",
        ),
        *(
            "validating files",
            "accepted",
            "enqueued",
            "preparing",
            "not started",
            "open",
        ),
        *("in queue", "inprogress", "executing", "working", "training", "stopping"),
        *("generating", "transcribing", "crawling", "scraping", "indexing", "retrying"),
    }
)
"""Values of a status that will change without the caller."""
_SUCCESSFUL = frozenset(
    {
        *("completed", "complete", "succeeded", "success", "successful", "done"),
        *(
            "finished",
            "ready",
            "processed",
            "ended",
            "deployed",
            "imported",
            "exported",
        ),
        *("completed with errors", "partially completed", "partial success"),
    }
)
_UNSUCCESSFUL = frozenset(
    {
        *("failed", "failure", "fail", "error", "errored", "cancelled", "canceled"),
        *("expired", "incomplete", "rejected", "timed out", "timeout", "aborted"),
        *("stopped", "terminated", "skipped", "killed", "crashed", "interrupted"),
        # The caller must act before the status changes.
        *(
            "requires action",
            "action required",
            "input required",
            "paused",
            "requires input",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class PollingSuggestion:
    """An operation that can be polled.

    Args:
        polling: The operation, the path of the status and its terminal values.
        created_by: Ids of the operations that start the work.
        unknown: Values of the status of which the name does not tell whether they are
            terminal.
    """

    polling: Polling
    created_by: tuple[str, ...]
    unknown: tuple[str, ...]


def suggest_pollings(
    operations: Sequence[Operation],
    declarations: Declarations,
    configured: Sequence[Polling],
) -> Iterator[PollingSuggestion]:
    """Yield the operations that return the status of a long-running resource.

    Args:
        operations: The operations of the client.
        declarations: Declarations that their types refer to.
        configured: Pollings of the settings, which are not suggested again.
    """
    done = {item.operation_id for item in configured}
    for operation in operations:
        if operation.method != "GET" or operation.id in done or operation.alias_of:
            continue
        if operation.pagination is None and path_parameters(operation):
            suggestion = _suggest(operation, declarations)
            if suggestion is not None:
                created_by = _find_creators(
                    suggestion, operation, operations, declarations
                )
                yield replace(suggestion, created_by=tuple(created_by))


def _suggest(
    operation: Operation, declarations: Declarations
) -> PollingSuggestion | None:
    type_ = response_type(operation)
    for path, status in _status_fields(type_, declarations) if type_ else ():
        values = [
            value
            for value in list_values(status, declarations) or ()
            if isinstance(value, str)
        ]
        by_words = {value: " ".join(split_words(value)) for value in values}
        words = set(by_words.values())
        if words.isdisjoint(_RUNNING) or words.isdisjoint(_SUCCESSFUL):
            continue
        terminal = _SUCCESSFUL | _UNSUCCESSFUL
        until = tuple(value for value in values if by_words[value] in terminal)
        unknown = tuple(
            value for value in values if by_words[value] not in terminal | _RUNNING
        )
        return PollingSuggestion(Polling(operation.id, path, until), (), unknown)
    return None


def _status_fields(
    type_: Type, declarations: Declarations, parents: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Type]]:
    """Yield the statuses of an object, then those of an object that is its only one."""
    shape = resolve_object(type_, declarations)
    properties = shape.properties if shape is not None else ()
    for word in _FIELDS:
        for item in properties:
            if split_words(item.name)[-1:] == (word,):
                yield (*parents, item.name), item.type
                status = resolve_object(item.type, declarations)
                for part in status.properties if status is not None else ():
                    if part.name in _NAMES:
                        yield (*parents, item.name, part.name), part.type
    inner = [item for item in properties if resolve_object(item.type, declarations)]
    if len(inner) == 1 and not parents:
        yield from _status_fields(inner[0].type, declarations, (inner[0].name,))


def _find_creators(
    suggestion: PollingSuggestion,
    polled: Operation,
    operations: Sequence[Operation],
    declarations: Declarations,
) -> Iterator[str]:
    """Yield the ids of the operations that return a new resource of the same type."""
    last = _PARAMETER.findall(polled.path)[-1:]
    for item in operations:
        if item.method not in ("POST", "PUT") or item.alias_of:
            continue
        if not {*last}.isdisjoint(path_parameters(item)):
            continue
        if not _same_type(item, polled, declarations):
            continue
        created = build_created(item, polled, suggestion.polling, declarations)
        if isinstance(created, Polling):
            yield item.id


def _same_type(first: Operation, second: Operation, declarations: Declarations) -> bool:
    types = [response_type(item) for item in (first, second)]
    resolved = [resolve_type(item, declarations) for item in types if item is not None]
    return (
        len(resolved) == 2
        and resolved[0] == resolved[1]
        and isinstance(resolved[0], DeclarationRef)
    )
