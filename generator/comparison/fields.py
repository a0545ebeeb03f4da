"""Changes of the attributes of models, which callers read from responses."""

from __future__ import annotations

from ..python.expressions import NONE, Literal, TypeExpr, union_of
from ..python.literals import literal_text
from ..python.types import TOOL_CALL_ATTRIBUTES, Field, ModelClass
from ..rendering.python.annotations import documented_type
from ..source import Location
from .collection import Comparison
from .deprecations import compare_deprecations
from .relation import alternatives, loses_type
from .sides import Side


def compare_fields(
    comparison: Comparison, before: ModelClass, after: ModelClass
) -> None:
    """Add the changes of the attributes of a model that both clients have."""
    new = fields_of(comparison.new, after)
    for key, field in fields_of(comparison.old, before).items():
        match = new.pop(key, None)
        if match is None:
            origin = _location(comparison.old, before, field)
            _add_removed(comparison, before, after, field.name, origin)
        else:
            _compare(comparison, before, after, field, match)
    for field in new.values():
        subject = _subject(comparison, before)
        comparison.add(
            "field-added",
            subject,
            f"`{subject}` has the new attribute "
            f"`{field.name}: {documented_type(field.type)}`",
            comparison.old.type_location(before.name),
            _location(comparison.new, after, field),
        )
    _compare_computed(comparison, before, after)


def _compare_computed(
    comparison: Comparison, before: ModelClass, after: ModelClass
) -> None:
    """Add the computed attributes, and the methods, that only one client has."""
    places = (
        comparison.old.type_location(before.name),
        comparison.new.type_location(after.name),
    )
    old = computed_names(comparison.old, before)
    new = computed_names(comparison.new, after)
    declared = {field.name for field in fields_of(comparison.new, after).values()}
    for name in sorted(old - new - declared):
        _add_removed(comparison, before, after, name, places[0])
    subject = _subject(comparison, before)
    for name in sorted(new - old):
        comparison.add(
            "field-added",
            subject,
            f"`{subject}` has the new attribute `{name}`, which is computed",
            *places,
        )


def computed_names(side: Side, item: ModelClass) -> set[str]:
    """Return the attributes and methods of a class that are not keys of its JSON."""
    names: set[str] = set()
    for name in (*side.bases(item.name), item.name):
        declared = side.types.get(name)
        if isinstance(declared, ModelClass):
            names.update(declared.computed)
            if declared.call:
                names |= TOOL_CALL_ATTRIBUTES
    return names


def fields_of(side: Side, item: ModelClass) -> dict[str, Field]:
    """Return the fields of a class by key.

    The fields of a class that it extends are its own, as in its instances.
    """
    result: dict[str, Field] = {}
    for name in (*reversed([*side.bases(item.name)]), item.name):
        declared = side.types.get(name)
        if isinstance(declared, ModelClass):
            result |= {field.key: field for field in declared.fields}
    return result


def _subject(comparison: Comparison, item: ModelClass) -> str:
    return f"{comparison.old.module_of(item.name)}.{item.name}"


def _location(side: Side, item: ModelClass, field: Field) -> Location | None:
    declared = side.property_of(item.name, field.key)
    return declared.origin if declared is not None else side.type_location(item.name)


def _add_removed(
    comparison: Comparison,
    before: ModelClass,
    after: ModelClass,
    name: str,
    origin: Location | None,
) -> None:
    subject = _subject(comparison, before)
    comparison.add(
        "field-removed",
        subject,
        f"`{subject}` does not have the attribute `{name}` any more",
        origin,
        comparison.new.type_location(after.name),
        comparison.witnesses.attribute(before.name, name),
    )


def _compare(
    comparison: Comparison,
    before: ModelClass,
    after: ModelClass,
    old: Field,
    new: Field,
) -> None:
    subject = _subject(comparison, before)
    places = (
        _location(comparison.old, before, old),
        _location(comparison.new, after, new),
    )
    if old.name != new.name:
        comparison.add(
            "field-renamed",
            subject,
            f"the attribute `{old.name}` of `{subject}` is renamed to `{new.name}`",
            *places,
            # Another attribute can have the old name.
            (
                comparison.witnesses.attribute(before.name, old.name)
                if old.name not in {item.name for item in after.fields}
                else ""
            ),
        )
    declared = (
        comparison.old.property_of(before.name, old.key),
        comparison.new.property_of(after.name, new.key),
    )
    compare_deprecations(
        comparison,
        "field-deprecated",
        subject,
        f"the attribute `{old.name}` of `{subject}`",
        places,
        (
            declared[0].documentation if declared[0] else None,
            declared[1].documentation if declared[1] else None,
        ),
    )
    for rule, text in _type_changes(comparison, old.type, new.type):
        breaks = rule in ("field-nullable", "field-type-changed")
        comparison.add(
            rule,
            subject,
            f"the attribute `{old.name}` of `{subject}` {text}",
            *places,
            (
                comparison.witnesses.attribute(before.name, old.name, old.type)
                if breaks
                else ""
            ),
        )


def _type_changes(
    comparison: Comparison, old: TypeExpr, new: TypeExpr
) -> list[tuple[str, str]]:
    """Return the rules and the messages of the changes of the type of an attribute."""
    if old == new:
        return []
    if loses_type(old, new):
        text = (
            f"has the type `{documented_type(new)}` instead of `{documented_type(old)}`"
        )
        return [("field-type-lost", text)]
    added = comparison.received.misfits(new, old)
    values = [item for item in added if isinstance(item, Literal)]
    lost = comparison.kept.misfits(old, new)
    others = [item for item in added if item != NONE and item not in values]
    if others or (values and not _has_values(comparison, old)):
        text = (
            f"has the type `{documented_type(new)}` instead of `{documented_type(old)}`"
        )
        if not lost:
            text = f"can also have the type `{documented_type(union_of(others))}`"
        return [("field-type-changed", text)]
    changes: list[tuple[str, str]] = []
    if not added and not comparison.fits_annotation(new, old):
        text = (
            f"has the type `{documented_type(new)}`, whose values do not all fit "
            f"`{documented_type(old)}` any more"
        )
        return [("field-type-changed", text)]
    if NONE in added:
        changes.append(("field-nullable", "can be `None`"))
    if values:
        names = ", ".join(f"`{literal_text(item.values[0])}`" for item in values)
        changes.append(("field-value-added", f"can have the new value {names}"))
    if not added and lost:
        text = f"does not have the type `{documented_type(union_of(lost))}` any more"
        changes.append(("field-type-narrowed", text))
    return changes


def _has_values(comparison: Comparison, type_: TypeExpr) -> bool:
    members = alternatives(type_, comparison.old)
    return any(isinstance(item, Literal) for item in members)
