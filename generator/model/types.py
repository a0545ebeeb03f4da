"""Types of values, and the declarations that name them."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from ..frozen_dataclass import dataclass
from ..source import Location
from .presence import PresenceRule

JsonScalar: TypeAlias = str | int | float | bool | None
"""A JSON value that contains no other values."""

JsonValue: TypeAlias = "JsonScalar | list[JsonValue] | dict[str, JsonValue]"
"""Any decoded JSON value, such as an example or a default."""

Key: TypeAlias = str
"""Identity of a declaration: the URI of its file and the JSON pointer of its schema."""


class ScalarKind(Enum):
    """Kinds of scalar values."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    BINARY = "binary"
    FILE = "file"
    """A binary value in a request that the API sends, such as a file of a form."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar value.

    Args:
        kind: Kind of the value.
        format: The `format` annotation, such as `date-time`; `""` if there is none.
    """

    kind: ScalarKind
    format: str = ""


@dataclass(frozen=True, slots=True)
class Literal:
    """One of a fixed set of values, without duplicates, in document order."""

    values: tuple[JsonScalar, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """An array whose items have one type."""

    item: Type


@dataclass(frozen=True, slots=True)
class TupleOf:
    """An array whose items have types by position.

    Args:
        items: Types of the positions, all of which are present.
        rest: Type of any number of items after these; `None` if there are none.
    """

    items: tuple[Type, ...]
    rest: Type | None = None


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object with undeclared keys whose values have one type.

    Args:
        value: Type of the values.
        key: Type of the keys, which are enumerated strings; `None` for any string.
    """

    value: Type
    key: Type | None = None


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value or `null`."""

    type: Type


@dataclass(frozen=True, slots=True)
class OneOf:
    """An anonymous union. Its members are neither unions nor nullable."""

    members: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class DeclarationRef:
    """A reference to a declaration."""

    key: Key


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value.

    Args:
        degraded: Whether the schema could not be represented, which a diagnostic
            reports. `False` if the schema accepts any value.
    """

    degraded: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """No value: the type of the items of an array that must be empty."""


Type: TypeAlias = (
    Scalar
    | Literal
    | ListOf
    | TupleOf
    | MapOf
    | Nullable
    | OneOf
    | DeclarationRef
    | Anything
    | Nothing
)


@dataclass(frozen=True, slots=True)
class ExternalDocs:
    """A link to external documentation.

    Args:
        url: URL, as written in the document; it may be relative.
        description: CommonMark; `""` if there is none.
    """

    url: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class ValueWords:
    """The name and the description of an enumerated value.

    Args:
        value: The value.
        name: Name; `""` if there is none.
        description: CommonMark; `""` if there is none.
    """

    value: JsonValue
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A constraint on a value, in words.

    Args:
        template: Text in which code is between backticks. Each `{}` is a value.
        values: The values in order. They may contain any character.
    """

    template: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Documentation:
    """Documentation of a value or a declaration.

    Args:
        description: CommonMark, as written in the document.
        title: Short name; `""` if there is none.
        deprecated: Whether the value is deprecated.
        has_default: Whether there is a default; `default` may be `None` for `null`.
        default: Value that the server assumes if the value is omitted.
        limits: Assertions on the value, such as `("maximum", 20)`.
        examples: Example values.
        label: Label of the type in the reference; `""` for its own name.
        expandable: Whether the reference shows the fields of the type inline.
        format: The `format` annotation, such as `uuid`; `""` if there is none.
        external_docs: Link to external documentation, if there is one.
        values: Names and descriptions of enumerated values; empty if there are none.
        statements: Constraints that the type does not express.
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
    format: str = ""
    external_docs: ExternalDocs | None = None
    values: tuple[ValueWords, ...] = ()
    statements: tuple[Statement, ...] = ()


class Access(Enum):
    """Direction in which a property is sent."""

    BOTH = "both"
    READ_ONLY = "read-only"
    WRITE_ONLY = "write-only"


@dataclass(frozen=True, slots=True)
class EncodedContent:
    """The content of a string: JSON of a type, or bytes (`None`), in an encoding or none."""

    encoding: str
    type: Type | None


@dataclass(frozen=True, slots=True)
class Property:
    """A declared property of an object.

    Args:
        name: Name in requests and responses.
        type: Type of its values.
        required: Whether it is always present.
        documentation: Documentation of the value.
        access: Direction in which it is sent.
        origin: Location of its schema.
        conditional: Whether it is declared only by schemas that apply to some values.
        content: Content of a string; `None` if the string has no other meaning.
    """

    name: str
    type: Type
    required: bool
    documentation: Documentation
    access: Access
    origin: Location
    conditional: bool = False
    content: EncodedContent | None = None


@dataclass(frozen=True, slots=True)
class JoinedText:
    """A property that the client computes: the joined text of tagged items of an array.

    Args:
        name: Name of the property.
        array: Name of the property that contains the array.
        tag: Property and value that identify the items.
        text: Property that contains the text of an item.
        inner: Properties of items that are arrays of tagged items, too.
        location: Location in the document.
    """

    name: str
    array: str
    tag: tuple[str, str]
    text: str
    inner: tuple[str, ...]
    location: Location


class Usage(Enum):
    """Whether requests, responses, or both use a declaration."""

    INPUT = "input"
    OUTPUT = "output"
    BOTH = "both"
    UNREACHED = "unreached"


@dataclass(frozen=True, slots=True)
class Presentation:
    """Presentation of a declaration that has its own section in the reference.

    Args:
        title: Title of the section; `""` for the name of the type.
        group: Id of the chapter; `""` for none.
        example: Example as text; `""` if the document has none.
        beta: Whether the object is in beta.
        legacy: Whether the object is a legacy object.
        deprecated: Whether the object is deprecated.
    """

    title: str
    group: str
    example: str
    beta: bool
    legacy: bool
    deprecated: bool


@dataclass(frozen=True, slots=True)
class Header:
    """Properties that all declarations share.

    Args:
        key: Identity of the declaration.
        words: Parts of its name: the declared name, or for an inline schema the words
            of the enclosing declaration and the keys from there
            (`("Choice", "message")`).
        declared: Whether the name comes from the document.
        documentation: Documentation of the schema.
        origin: Location of the schema.
        group: Resource whose module contains the type; `""` until it is assigned.
        usage: Whether requests, responses, or both use it.
        presentation: Its section in the reference, if the document defines one.
        rank: Precedence of its name: 0 in entry documents, which have the highest, then
            the position of the file in the order of references.
    """

    key: Key
    words: tuple[str, ...]
    declared: bool
    documentation: Documentation
    origin: Location
    group: str = ""
    usage: Usage = Usage.UNREACHED
    presentation: Presentation | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Object:
    """An object with declared properties.

    Args:
        header: Name, origin and documentation.
        properties: Declared properties, in document order.
        extra: Type of additional properties; `None` if they are not declared.
        base: Key of the object that this one extends, if a discriminator of that object
            selects between its extensions; `""` if there is none.
        closed: Whether the schema forbids additional properties.
        joined: Properties that the client computes; the server does not send them.
        presence: Rules about properties that are present together.
    """

    header: Header
    properties: tuple[Property, ...]
    extra: Type | None = None
    base: Key = ""
    closed: bool = False
    joined: tuple[JoinedText, ...] = ()
    presence: tuple[PresenceRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A named set of values."""

    header: Header
    type: Literal


@dataclass(frozen=True, slots=True)
class Union:
    """A named union.

    Args:
        header: Name, origin and documentation.
        members: Types of the union; none is nullable.
        discriminator: Property that selects the member; `""` if there is none.
        tags: Member index for each value of the discriminator: `(value, index)`.
        unmapped: Indexes of members that are not mapped to a value. Their tags are the
            names of their schemas.
        base: Key of the object that all other members extend; `""` if there is none.
    """

    header: Header
    members: tuple[Type, ...]
    discriminator: str = ""
    tags: tuple[tuple[str, int], ...] = ()
    unmapped: tuple[int, ...] = ()
    base: Key = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for another type."""

    header: Header
    type: Type


Declaration: TypeAlias = Object | Enumeration | Union | Alias
