"""Changes of the types of values that callers send."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..python.expressions import Literal, TypeExpr, union_of
from ..python.literals import literal_text
from ..rendering.python.annotations import format_type
from ..source import Location
from .collection import Comparison
from .relation import alternatives


class SentType(NamedTuple):
    """A place for values that callers send.

    Args:
        kind: Start of the ids of its rules: `argument` or `key`.
        subject: Subject of the changes.
        name: The place in messages.
        places: Places in the old and in the new document.
        witness: Function that returns the witness for a value of a type.
    """

    kind: str
    subject: str
    name: str
    places: tuple[Location | None, Location | None]
    witness: Callable[[TypeExpr], str]


def compare_sent_types(
    comparison: Comparison, sent: SentType, old: TypeExpr, new: TypeExpr
) -> None:
    """Add the changes of the type of an argument or of a key of a dictionary."""
    if old == new:
        return
    refused = comparison.sent.misfits(old, new)
    for rule, members in (("value", _values(refused)), ("type", _others(refused))):
        if not members:
            continue
        removed = rule == "value" and _has_values(comparison, new)
        comparison.add(
            f"{sent.kind}-value-removed" if removed else f"{sent.kind}-type-changed",
            sent.subject,
            (
                f"{sent.name} does not accept {_listed(members)} any more"
                if removed
                else f"{sent.name} has the type `{format_type(new)}` instead of "
                f"`{format_type(old)}`"
            ),
            *sent.places,
            sent.witness(members[0]),
        )
        if not removed:
            break
    if not refused:
        if not comparison.accepts_annotation(old, new):
            comparison.add(
                f"{sent.kind}-type-changed",
                sent.subject,
                f"{sent.name} has the type `{format_type(new)}` and does not accept all "
                f"values of `{format_type(old)}` any more",
                *sent.places,
            )
        _add_widened(comparison, sent, old, new)


def _add_widened(
    comparison: Comparison, sent: SentType, old: TypeExpr, new: TypeExpr
) -> None:
    added = comparison.received.misfits(new, old)
    values, others = _values(added), _others(added)
    if values:
        comparison.add(
            f"{sent.kind}-value-added",
            sent.subject,
            f"{sent.name} also accepts {_listed(values)}",
            *sent.places,
        )
    if others:
        comparison.add(
            f"{sent.kind}-type-widened",
            sent.subject,
            f"{sent.name} also accepts `{format_type(union_of(others))}`",
            *sent.places,
        )


def _has_values(comparison: Comparison, type_: TypeExpr) -> bool:
    members = alternatives(type_, comparison.new)
    return any(isinstance(member, Literal) for member in members)


def _values(members: tuple[TypeExpr, ...]) -> tuple[TypeExpr, ...]:
    return tuple(item for item in members if isinstance(item, Literal))


def _others(members: tuple[TypeExpr, ...]) -> tuple[TypeExpr, ...]:
    return tuple(item for item in members if not isinstance(item, Literal))


def _listed(members: tuple[TypeExpr, ...]) -> str:
    """Return literal values as a list of code spans."""
    values = [item.values[0] for item in members if isinstance(item, Literal)]
    return ", ".join(f"`{literal_text(value)}`" for value in values)
