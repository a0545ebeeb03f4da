"""What a value may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from ..source import Location

JsonScalar: TypeAlias = str | int | float | bool | None
"""A JSON value that holds no others."""

JsonValue: TypeAlias = "JsonScalar | list[JsonValue] | dict[str, JsonValue]"
"""Any decoded JSON value, as documents hold them in samples and defaults."""

Key: TypeAlias = str
"""Identifies a declaration: the file's URI and the JSON pointer of its schema."""


class ScalarKind(Enum):
    """The kinds of values that hold no others."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value without parts.

    Args:
        kind: which.
        format: the `format` annotation, such as `date-time`; `""` when there is none.
    """

    kind: ScalarKind
    format: str = ""


@dataclass(frozen=True, slots=True)
class Literal:
    """One of a few values, in the order of the document, each once."""

    values: tuple[JsonScalar, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """An array whose items are alike."""

    item: Type


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose names are free and whose values are alike."""

    value: Type


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value or null."""

    type: Type


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several types that is not declared by a name; never nested, never nullable."""

    members: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class DeclarationRef:
    """The type that a declaration describes."""

    key: Key


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value.

    Args:
        degraded: whether the document says more than could be represented (and a
            diagnostic says so), rather than nothing.
    """

    degraded: bool = False


Type: TypeAlias = (
    Scalar | Literal | ListOf | MapOf | Nullable | OneOf | DeclarationRef | Anything
)


@dataclass(frozen=True, slots=True)
class Documentation:
    """What the document says to people about a value or a declaration.

    Args:
        description: CommonMark, as written.
        title: a short name, `""` when there is none.
        deprecated: whether it should no longer be used.
        has_default: whether `default` counts; it may be null.
        default: what is assumed when it is absent.
        limits: the assertions on values, such as `("maximum", 20)`.
        examples: sample values.
        label: what the reference calls the type, `""` for its own name.
        expandable: whether the reference shows what is inside it.
    """

    description: str = ""
    title: str = ""
    deprecated: bool = False
    has_default: bool = False
    default: JsonValue = None
    limits: tuple[tuple[str, JsonValue], ...] = ()
    examples: tuple[JsonValue, ...] = ()
    label: str = ""
    expandable: bool = False


class Access(Enum):
    """In which direction a property travels."""

    BOTH = "both"
    READ_ONLY = "read-only"
    WRITE_ONLY = "write-only"


@dataclass(frozen=True, slots=True)
class Property:
    """A declared property of an object."""

    name: str
    type: Type
    required: bool
    documentation: Documentation
    access: Access
    origin: Location


class Usage(Enum):
    """From which side a declaration is reached."""

    INPUT = "input"
    OUTPUT = "output"
    BOTH = "both"
    UNREACHED = "unreached"


@dataclass(frozen=True, slots=True)
class Presentation:
    """How the reference shows a declaration that is worth a section of its own.

    Args:
        title: what readers see, `""` for the name of the type.
        group: the chapter that it names, `""` for none.
        example: a sample as text, `""` when the document shows none.
        beta, legacy, deprecated: its standing.
    """

    title: str
    group: str
    example: str
    beta: bool
    legacy: bool
    deprecated: bool


@dataclass(frozen=True, slots=True)
class Header:
    """What all declarations have.

    Args:
        key: its identity.
        words: how it is called: the declared name alone, or, for a declaration that
            stands inside another, that one's words and the way from there
            (`("Choice", "message")`).
        declared: whether the document gave it the name.
        group: the resource group it is listed with, `""` until that is known.
        usage: from which side it is reached.
        documentation: what is said of it.
        origin: where it stands.
        showing: how the reference shows it, where the document says so.
    """

    key: Key
    words: tuple[str, ...]
    declared: bool
    documentation: Documentation
    origin: Location
    group: str = ""
    usage: Usage = Usage.UNREACHED
    presentation: Presentation | None = None


@dataclass(frozen=True, slots=True)
class Object:
    """An object with named properties; `extra` is the type of all others, if declared."""

    header: Header
    properties: tuple[Property, ...]
    extra: Type | None = None


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A few values that have a name of their own."""

    header: Header
    type: Literal


@dataclass(frozen=True, slots=True)
class Union:
    """One of several types that has a name of its own.

    Args:
        header: what all declarations have.
        members: the types, none of them nullable.
        discriminator: the property that tells them apart, `""` when none is named.
        tags: which values of it stand for which member: `(value, position)`.
    """

    header: Header
    members: tuple[Type, ...]
    discriminator: str = ""
    tags: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a type."""

    header: Header
    type: Type


Declaration: TypeAlias = Object | Enumeration | Union | Alias
