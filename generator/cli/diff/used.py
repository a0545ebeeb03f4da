"""`diff --used`: only the changes that concern the code of callers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from ...comparison import Change
from ...usage.scan import Position
from ...usage.select import Usage

_CLIENT = "client."
_TYPES = "types."


def select_used(
    changes: Iterable[Change], usage: Usage, types: Set[str]
) -> Iterator[Change]:
    """Yield the changes of what code uses, with its files and lines.

    Changes of the client as a whole are kept.

    Args:
        changes: All changes.
        usage: Calls and types that the code uses.
        types: Names of the types that the requests and responses of these calls consist of.
    """
    for change in changes:
        name = change.subject.rpartition(".")[2]
        if change.subject.startswith(_CLIENT):
            positions = usage.calls.get(change.subject.removeprefix(_CLIENT))
        elif change.subject.startswith(_TYPES):
            positions = usage.types.get(name, () if name in types else None)
        else:
            positions = ()
        if positions is not None:
            yield replace(change, uses=tuple(map(_label, positions)))


def _label(position: Position) -> tuple[str, int]:
    return os.path.relpath(position.file), position.line
