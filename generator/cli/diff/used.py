"""`diff --used`: only the changes that concern the code of callers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from itertools import chain

from ...comparison import Change
from ...usage.scan import Position
from ...usage.select import Usage

_CLIENT = "client."
_TYPES = "types."


def select_used(
    changes: Iterable[Change],
    usage: Usage,
    types: Set[str],
    by_call: Mapping[str, Set[str]],
) -> Iterator[Change]:
    """Yield the changes of what code uses, with its files and lines.

    Changes of the client as a whole are kept. The lines of a type are those that name it,
    and those of calls that send or return it.

    Args:
        changes: All changes.
        usage: Calls and types that the code uses.
        types: Names of the types that the requests and responses of these calls consist of.
        by_call: Names of the types that each call of the client sends and returns.
    """
    for change in changes:
        name = change.subject.rpartition(".")[2]
        if change.subject.startswith(_CLIENT):
            positions = usage.calls.get(change.subject.removeprefix(_CLIENT))
        elif change.subject.startswith(_TYPES):
            calls = [call for call in usage.calls if name in by_call.get(call, ())]
            uses = [
                *usage.types.get(name, ()),
                *chain.from_iterable(usage.calls[call] for call in calls),
            ]
            is_used = uses or name in types
            positions = tuple(sorted(set(uses))) if is_used else None
        else:
            positions = ()
        if positions is not None:
            yield replace(change, uses=tuple(map(_label, positions)))


def _label(position: Position) -> tuple[str, int]:
    return os.path.relpath(position.file), position.line
