"""Rules of schemas about properties that are present together, or not together.

They are `anyOf`, `oneOf` and `not` whose schemas consist of `required` (JSON Schema
2020-12, sections 10.2.1 and 6.5.3).
"""

from __future__ import annotations

from typing import Any

from ...model.presence import PresenceRule
from ...openapi.schema import ANNOTATIONS, Schema

PRESENCE_KEYWORDS = frozenset({"anyOf", "oneOf", "not"})
_REQUIRING = frozenset({"required", "type", *ANNOTATIONS})


def list_presence_rules(schema: Schema) -> list[PresenceRule]:
    """Return the rules of a schema, without those of its `allOf`."""
    value = schema.value
    rules: list[PresenceRule] = []
    if "anyOf" in value and (sets := _list_sets(value["anyOf"])):
        rules.append(PresenceRule(sets, 1, len(sets)))
    if "oneOf" in value and (sets := _list_sets(value["oneOf"])):
        rules.append(PresenceRule(sets, 1, 1))
    negated = value.get("not")
    if isinstance(negated, dict):
        # To negate `anyOf` is to negate each of its schemas.
        members = negated["anyOf"] if negated.keys() == {"anyOf"} else [negated]
        if sets := _list_sets(members):
            rules.append(PresenceRule(sets, 0, 0))
    return rules


def _list_sets(members: Any) -> tuple[tuple[str, ...], ...]:
    """Return the names that each schema requires; empty if one has other assertions."""
    if not isinstance(members, list):
        return ()
    sets = [_read_set(member) for member in members]
    return tuple(item for item in sets if item) if all(sets) else ()


def _read_set(schema: Any) -> tuple[str, ...]:
    """Return the names that a schema requires; empty if it has other assertions."""
    if not isinstance(schema, dict) or schema.get("type", "object") != "object":
        return ()
    names = schema.get("required")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return ()
    is_alone = all(key in _REQUIRING or key.startswith("x-") for key in schema)
    return tuple(names) if is_alone else ()
