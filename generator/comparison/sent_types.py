"""Changes of the types of values that callers send."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..python.expressions import (
    Literal,
    Subscript,
    TypeExpr,
    union_members,
    union_of,
)
from ..python.literals import literal_text
from ..rendering.python.annotations import documented_type
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
    if (items := _items(comparison, sent, old, new)) is not None:
        compare_sent_types(comparison, *items)
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
                else f"{sent.name} {_describe_change(old, new)}"
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
                f"{sent.name} has the type `{documented_type(new)}` and does not accept all "
                f"values of `{documented_type(old)}` any more",
                *sent.places,
            )
        _add_widened(comparison, sent, old, new)


def _describe_change(old: TypeExpr, new: TypeExpr) -> str:
    """Return the predicate about a type that does not accept all earlier values."""
    before, after = union_members(old), union_members(new)
    lost = [member for member in before if member not in after]
    if lost and all(member in before for member in after):
        return f"does not accept `{documented_type(union_of(lost))}` any more"
    return f"has the type `{documented_type(new)}` instead of `{documented_type(old)}`"


def _items(
    comparison: Comparison, sent: SentType, old: TypeExpr, new: TypeExpr
) -> tuple[SentType, TypeExpr, TypeExpr] | None:
    """Return the types of the items of two lists of which only constants change."""
    if not (
        isinstance(old, Subscript)
        and isinstance(new, Subscript)
        and old.base == new.base == "Sequence"
    ):
        return None
    (before,), (after,) = old.arguments, new.arguments
    changed = (
        *comparison.sent.misfits(before, after),
        *comparison.received.misfits(after, before),
    )
    constants = all(isinstance(item, Literal) for item in changed)
    if not (changed and constants and _has_values(comparison, after)):
        return None

    def witness(type_: TypeExpr) -> str:
        return sent.witness(Subscript("Sequence", (type_,)))

    return sent._replace(witness=witness), before, after


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
            f"{sent.name} also accepts `{documented_type(union_of(others))}`",
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
