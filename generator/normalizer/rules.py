"""The findings of normalization that more than one pass makes, and those on keywords."""

from __future__ import annotations

from ..diagnostics import Rule, Severity

UNRESOLVED_REFERENCE = Rule(
    "unresolved-reference",
    Severity.WARNING,
    "A `$ref` leads nowhere. What it stands for is treated as any JSON value, and "
    "everything around it is generated. Correct the reference, or declare what it names.",
    key="$ref",
)

RECURSIVE_REFERENCE = Rule(
    "recursive-reference",
    Severity.WARNING,
    "A schema is itself, by way of references, `allOf` or a union, which says nothing "
    "about its values. What else it says holds; where that is nothing, its values are "
    "treated as any JSON value.",
    key="$ref",
)


def _keyword(word: str, code: str, meaning: str) -> tuple[str, Rule]:
    rule = Rule(
        code,
        Severity.NOTE,
        f"`{word}` {meaning}. No Python type can say that; the generated type allows "
        "more than the document does, and the server has the last word.",
        key=word,
    )
    return word, rule


KEYWORDS: dict[str, Rule] = dict(
    (
        _keyword("not", "keyword-not", "forbids values that match a schema"),
        _keyword("if", "keyword-if", "makes one schema depend on another"),
        _keyword("then", "keyword-then", "applies a schema when a condition holds"),
        _keyword("else", "keyword-else", "applies a schema when a condition fails"),
        _keyword(
            "dependentSchemas",
            "keyword-dependent-schemas",
            "applies a schema when a property is present",
        ),
        _keyword(
            "dependentRequired",
            "keyword-dependent-required",
            "requires properties when another is present",
        ),
        _keyword(
            "dependencies",
            "keyword-dependencies",
            "makes properties depend on others, in an older draft's words",
        ),
        _keyword("contains", "keyword-contains", "asks for an item that matches"),
        _keyword(
            "propertyNames",
            "keyword-property-names",
            "restricts the names of properties",
        ),
        _keyword(
            "unevaluatedItems",
            "keyword-unevaluated-items",
            "restricts items that no other keyword has spoken of",
        ),
        _keyword(
            "$dynamicRef",
            "keyword-dynamic-ref",
            "is a reference whose target depends on who refers to the schema",
        ),
        _keyword(
            "$recursiveRef",
            "keyword-recursive-ref",
            "is an older draft's reference whose target depends on the path of evaluation",
        ),
    )
)
