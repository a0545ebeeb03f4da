"""Changes of the keys of parameter classes, which are dictionaries in arguments."""

from __future__ import annotations

from ..python.types import ParamClass, ParamField
from ..rendering.python.annotations import documented_type
from ..source import Location
from .collection import Comparison
from .deprecations import compare_deprecations
from .sent_types import SentType, compare_sent_types
from .sides import Side


def compare_keys(
    comparison: Comparison,
    before: ParamClass,
    after: ParamClass,
    only: frozenset[str] = frozenset(),
) -> None:
    """Add the changes of the keys of a dictionary that both clients have.

    Args:
        comparison: The clients.
        before: The dictionary of the old client.
        after: The dictionary of the new client.
        only: Keys of the old dictionary to compare; empty for all.
    """
    new = {field.key: field for field in after.fields}
    if only:
        for field in before.fields:
            if field.key in only and field.key not in new:
                _add_removed(comparison, before, after, field)
        return
    for field in before.fields:
        match = new.pop(field.key, None)
        if match is None:
            _add_removed(comparison, before, after, field)
        else:
            _compare(comparison, before, after, field, match)
    for field in new.values():
        _add_new(comparison, before, after, field)


def _subject(comparison: Comparison, item: ParamClass) -> str:
    return f"{comparison.old.module_of(item.name)}.{item.name}"


def _location(side: Side, item: ParamClass, field: ParamField) -> Location | None:
    declared = side.property_of(item.name, field.key)
    return declared.origin if declared is not None else side.type_location(item.name)


def _add_removed(
    comparison: Comparison, before: ParamClass, after: ParamClass, field: ParamField
) -> None:
    subject = _subject(comparison, before)
    comparison.add(
        "key-removed",
        subject,
        f"`{subject}` does not have the key `{field.key}` any more",
        _location(comparison.old, before, field),
        comparison.new.type_location(after.name),
        comparison.witnesses.dictionary(before.name, field.key, field.type),
    )


def _add_new(
    comparison: Comparison, before: ParamClass, after: ParamClass, field: ParamField
) -> None:
    subject, type_ = _subject(comparison, before), documented_type(field.type)
    verb = "requires" if field.required else "has"
    comparison.add(
        "required-key-added" if field.required else "key-added",
        subject,
        f"`{subject}` {verb} the new key `{field.key}: {type_}`",
        comparison.old.type_location(before.name),
        _location(comparison.new, after, field),
        comparison.witnesses.dictionary(before.name) if field.required else "",
    )


def _compare(
    comparison: Comparison,
    before: ParamClass,
    after: ParamClass,
    old: ParamField,
    new: ParamField,
) -> None:
    subject = _subject(comparison, before)
    places = (
        _location(comparison.old, before, old),
        _location(comparison.new, after, new),
    )
    if old.required != new.required:
        verb = "requires" if new.required else "does not require"
        end = ", which could be omitted" if new.required else " any more"
        comparison.add(
            "key-required" if new.required else "key-optional",
            subject,
            f"`{subject}` {verb} the key `{old.key}`{end}",
            *places,
            comparison.witnesses.dictionary(before.name) if new.required else "",
        )
    sent = SentType(
        "key",
        subject,
        f"the key `{old.key}` of `{subject}`",
        places,
        lambda type_: comparison.witnesses.dictionary(before.name, old.key, type_),
    )
    compare_sent_types(comparison, sent, old.type, new.type)
    declared = (
        comparison.old.property_of(before.name, old.key),
        comparison.new.property_of(after.name, new.key),
    )
    compare_deprecations(
        comparison,
        "key-deprecated",
        subject,
        sent.name,
        places,
        (
            declared[0].documentation if declared[0] else None,
            declared[1].documentation if declared[1] else None,
        ),
    )
