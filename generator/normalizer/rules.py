"""Diagnostic rules that several passes share, and the rules for unsupported keywords."""

from __future__ import annotations

from ..diagnostics import Rule, Severity

UNRESOLVED_REFERENCE = Rule(
    "unresolved-reference",
    Severity.WARNING,
    "The target of a `$ref` does not exist. The reference is replaced by a type that "
    "accepts any JSON value; everything else is generated. Correct the reference, or "
    "declare its target.",
    key="$ref",
)

RECURSIVE_REFERENCE = Rule(
    "recursive-reference",
    Severity.WARNING,
    "A schema includes itself through references, `allOf` or a union, which does not "
    "constrain its values. The self-reference is ignored. If the schema has no other "
    "constraints, its type accepts any JSON value.",
    key="$ref",
)


def _build_keyword_rule(keyword: str, code: str, effect: str) -> tuple[str, Rule]:
    rule = Rule(
        code,
        Severity.NOTE,
        f"`{keyword}` {effect}. Python types cannot express this constraint; the "
        "generated type accepts more values than the document, and the server validates "
        "them.",
        key=keyword,
    )
    return keyword, rule


KEYWORDS: dict[str, Rule] = dict(
    (
        _build_keyword_rule("not", "keyword-not", "rejects values that match a schema"),
        _build_keyword_rule("if", "keyword-if", "makes a schema conditional"),
        _build_keyword_rule(
            "then", "keyword-then", "applies a schema if a condition is met"
        ),
        _build_keyword_rule(
            "else", "keyword-else", "applies a schema if a condition is not met"
        ),
        _build_keyword_rule(
            "dependentSchemas",
            "keyword-dependent-schemas",
            "applies a schema if a property is present",
        ),
        _build_keyword_rule(
            "dependentRequired",
            "keyword-dependent-required",
            "requires properties if another property is present",
        ),
        _build_keyword_rule(
            "dependencies",
            "keyword-dependencies",
            "makes properties depend on other properties (JSON Schema draft 7 or older)",
        ),
        _build_keyword_rule(
            "contains", "keyword-contains", "requires an item that matches a schema"
        ),
        _build_keyword_rule(
            "propertyNames",
            "keyword-property-names",
            "constrains the names of properties",
        ),
        _build_keyword_rule(
            "unevaluatedItems",
            "keyword-unevaluated-items",
            "constrains items that no other keyword evaluates",
        ),
        (
            "$dynamicRef",
            Rule(
                "keyword-dynamic-ref",
                Severity.NOTE,
                "A `$dynamicRef` refers to a `$dynamicAnchor` that no schema declares. The "
                "generated type accepts any JSON value. Other dynamic references are "
                "resolved for each schema that binds their anchor.",
                key="$dynamicRef",
            ),
        ),
        _build_keyword_rule(
            "$recursiveRef",
            "keyword-recursive-ref",
            "is a reference whose target depends on the evaluation path (JSON Schema "
            "2019-09)",
        ),
    )
)
"""Rules for keywords that no Python type can express, by keyword."""
