"""Diagnostic rules that several passes share, and the rules for unsupported keywords."""

from __future__ import annotations

from ..diagnostics import Rule, Severity

UNRESOLVED_REFERENCE = Rule(
    "unresolved-reference",
    Severity.WARNING,
    "The target of a `$ref` does not exist, or is an object of another kind, such as a "
    "response in place of a schema. A type that accepts any JSON value replaces the "
    "reference, and an example is left out; everything else is generated. Correct the "
    "reference, or declare its target.",
    key="$ref",
    hint="declare the target or correct the reference",
)

RECURSIVE_REFERENCE = Rule(
    "recursive-reference",
    Severity.WARNING,
    "A schema includes itself through references, `allOf` or a union, which does not "
    "constrain its values. The self-reference is ignored. If the schema has no other "
    "constraints, its type accepts any JSON value.",
    key="$ref",
    hint="remove the reference of the schema to itself",
)


KEYWORDS: dict[str, Rule] = {
    "$dynamicRef": Rule(
        "keyword-dynamic-ref",
        Severity.NOTE,
        "A `$dynamicRef` refers to a `$dynamicAnchor` that no schema declares. The "
        "generated type accepts any JSON value. Other dynamic references are resolved for "
        "each schema that binds their anchor.",
        key="$dynamicRef",
        hint="declare the `$dynamicAnchor` in a schema",
    ),
    "$recursiveRef": Rule(
        "keyword-recursive-ref",
        Severity.NOTE,
        "A `$recursiveRef` (JSON Schema 2019-09) is not `#`, is beside a `$ref`, or is not "
        "within a schema. The keyword is ignored. Others refer to the schema that contains "
        "them.",
        key="$recursiveRef",
        hint="use `$ref` instead",
    ),
}
"""Rules for keywords that refer to schemas which are not known, by keyword."""
