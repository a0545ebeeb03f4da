"""The rules of changes of types, fields, keys and aliases."""

from __future__ import annotations

from .changes import Level

TYPE_RULES = {
    # Types.
    "type-removed": (
        Level.BREAKING,
        "A type is not emitted any more. Imports of it fail with `ImportError`.",
    ),
    "type-renamed": (
        Level.BREAKING,
        (
            "A type has another name. It is recognized by the place of its schema, or by its "
            "fields. The setting `types` keeps the old name."
        ),
    ),
    "type-moved": (
        Level.BREAKING,
        (
            "A type is in another module of `types`. Imports from `types` itself work as "
            "before. Type checkers reject imports from the old module, which can fail "
            "with `ImportError`."
        ),
    ),
    "type-deprecated": (
        Level.INFO,
        (
            "A type has another name, and the client keeps the old one as an alias of the "
            "same class. Its use emits a `DeprecationWarning`, which fails if the "
            "interpreter runs with `-W error`. Or the document deprecates the schema of a "
            "type, whose use does not warn."
        ),
    ),
    "type-added": (Level.COMPATIBLE, "A type is new."),
    "type-kind-changed": (
        Level.BREAKING,
        "A name that was a class is an alias of a union or a literal, or the reverse.",
    ),
    # Fields of models.
    "field-removed": (
        Level.BREAKING,
        "A model does not have the attribute any more. Type checkers reject it.",
    ),
    "field-renamed": (
        Level.BREAKING,
        "The attribute for a key of a response has another Python name.",
    ),
    "field-added": (Level.COMPATIBLE, "A model has a new attribute."),
    "field-nullable": (
        Level.BREAKING,
        "An attribute that always had a value can be `None`.",
    ),
    "field-type-changed": (
        Level.BREAKING,
        (
            "An attribute has a type that does not fit the previous one, or can have "
            "another type as well."
        ),
    ),
    "field-type-narrowed": (
        Level.INFO,
        (
            "An attribute has a more specific type than before, such as a type without "
            "`None`."
        ),
    ),
    "field-type-lost": (
        Level.WARNING,
        (
            "The document does not declare the type of an attribute, or of a part of its "
            "value, any more. Type checkers do not check its use, and strict ones reject to "
            "return it."
        ),
    ),
    "field-value-added": (
        Level.WARNING,
        (
            "An enumerated attribute can have another value. Models accept unknown values, "
            "but code that handles all values does not handle this one, and a type checker "
            "rejects an exhaustive `match`."
        ),
    ),
    "field-deprecated": (Level.INFO, "The document deprecates an attribute."),
    # Keys of parameter classes.
    "key-removed": (
        Level.BREAKING,
        (
            "A dictionary of an argument does not have the key any more. Type checkers reject "
            "it, and the server can."
        ),
    ),
    "key-deprecated": (Level.INFO, "The document deprecates a key of a dictionary."),
    "key-added": (Level.COMPATIBLE, "A dictionary of an argument has a new key."),
    "required-key-added": (
        Level.BREAKING,
        "A dictionary of an argument has a new required key.",
    ),
    "key-required": (
        Level.BREAKING,
        "A key of a dictionary that could be omitted is required.",
    ),
    "key-optional": (
        Level.COMPATIBLE,
        "A key of a dictionary that was required can be omitted.",
    ),
    "key-type-changed": (
        Level.BREAKING,
        "A key of a dictionary does not accept a type that it accepted.",
    ),
    "key-type-widened": (Level.COMPATIBLE, "A key of a dictionary accepts more types."),
    "key-value-removed": (
        Level.BREAKING,
        "A value of an enumerated key is not accepted any more.",
    ),
    "key-value-added": (
        Level.COMPATIBLE,
        "An enumerated key of a dictionary accepts more values.",
    ),
    # Aliases of unions and literals.
    "member-removed": (
        Level.BREAKING,
        (
            "A union or an enumeration that arguments use does not accept a member that it "
            "accepted."
        ),
    ),
    "member-added": (
        Level.BREAKING,
        (
            "A union of responses has another member, which code that distinguishes the "
            "members does not handle."
        ),
    ),
    "member-accepted": (
        Level.COMPATIBLE,
        "A union or an enumeration that only arguments use accepts another member.",
    ),
    "value-added": (
        Level.WARNING,
        (
            "An enumeration of responses has another value. Models accept unknown values, "
            "but code that handles all values does not handle this one."
        ),
    ),
}
"""Level and explanation of each rule by its id."""
