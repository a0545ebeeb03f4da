"""Changes of defaults and limits of values that callers send."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.types import Documentation, JsonValue
from ..python.literals import literal_text
from .collection import Comparison
from .deprecations import compare_deprecations
from .sent_types import SentType

_UPPER = {"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"}
_LOWER = {"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"}
_EXCLUSIVE = {
    "maximum": "exclusiveMaximum",
    "exclusiveMaximum": "maximum",
    "minimum": "exclusiveMinimum",
    "exclusiveMinimum": "minimum",
}


def compare_documentation(
    comparison: Comparison, sent: SentType, old: Documentation, new: Documentation
) -> None:
    """Add the changes of the default and of the limits of an argument."""
    compare_deprecations(
        comparison,
        f"{sent.kind}-deprecated",
        sent.subject,
        sent.name,
        sent.places,
        (old, new),
    )
    before, after = _default(old), _default(new)
    if before != after and not _are_equal_numbers(old.default, new.default):
        comparison.add(
            "argument-default-changed",
            sent.subject,
            f"the server uses {after} instead of {before} if {sent.name} is omitted",
            *sent.places,
        )
    limits = dict(old.limits)
    tightened = [
        f"`{name}: {_text(value)}`"
        for name, value in new.limits
        if _is_tighter(name, limits, value)
    ]
    if tightened:
        comparison.add(
            "argument-limit-tightened",
            sent.subject,
            f"{sent.name} has the tighter limit {', '.join(tightened)}",
            *sent.places,
        )


def _default(documentation: Documentation) -> str:
    if not documentation.has_default or documentation.default is None:
        return "its own default"
    return f"`{_text(documentation.default)}`"


def _are_equal_numbers(old: JsonValue, new: JsonValue) -> bool:
    """Return whether values are one number, such as 1 and 1.0."""
    kinds = (type(old), type(new))
    return bool not in kinds and isinstance(old, int | float) and old == new


def _text(value: JsonValue) -> str:
    return literal_text(value) if isinstance(value, str) else repr(value)


def _is_tighter(name: str, old: Mapping[str, JsonValue], new: JsonValue) -> bool:
    """Return whether a limit excludes values that the old limits allowed."""
    if isinstance(new, bool) or not isinstance(new, int | float):
        changed = name in ("pattern", "uniqueItems") and new != old.get(name)
        return changed and new is not False
    if name == "multipleOf":
        return new != old.get(name)
    bounds = [old[key] for key in (name, _EXCLUSIVE.get(name, "")) if key in old]
    numbers = [item for item in bounds if isinstance(item, int | float)]
    if name in _UPPER:
        return all(new < item for item in numbers)
    if name in _LOWER:
        # The least length is 0 without a limit.
        lowest = [] if "imum" in name else [0]
        return all(new > item for item in (*numbers, *lowest))
    return False
