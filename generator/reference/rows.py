"""Rows of tables: parameters, fields, responses and headers."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from ..python.expressions import TypeExpr
from .links import ExternalLink
from .text import Text


@dataclass(frozen=True, slots=True)
class ValueNotes:
    """Properties of a value other than its type and description.

    Args:
        deprecated: Whether the value is deprecated.
        format: Format, such as `uuid`; `""` if there is none.
        limits: Validation limits in words; `""` if there are none.
        pattern: Regular expression that strings match; `""` if there is none.
        default: Default as Python source; `""` if there is none.
        examples: Examples as Python source.
        link: Link to external documentation, if there is one.
        access: `read-only` for what only the server sets, `write-only` for what only
            requests contain; `""` for other values.
        statements: Constraints that the type does not express.
    """

    deprecated: bool = False
    format: str = ""
    limits: str = ""
    pattern: str = ""
    default: str = ""
    examples: tuple[str, ...] = ()
    link: ExternalLink | None = None
    access: str = ""
    statements: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class EnumeratedValue:
    """One of the values of an enumeration.

    Args:
        source: Value as Python source.
        name: Name of the value; `""` if there is none, or if it repeats the value.
        description: Description in CommonMark, on one line; `""` if there is none.
    """

    source: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Row:
    """A table row that describes a parameter, a property or a field.

    Args:
        name: Name in Python.
        key: Name in requests and responses if it differs from `name`; otherwise `""`.
        type: Type in Python.
        description: Description in CommonMark.
        required: Whether the value is required.
        notes: Default, limits, examples and status of the value.
        values: Enumerated values, if any of them has a name or a description.
        usage: How to use the value, before the description.
        location: Location of a parameter, such as `query`; `""` for fields.
        label: Name that the document gives the type; `""` if it adds nothing to `type`.
        prefix: Path of the enclosing rows, such as `audio.`; `""` at the top level.
        is_alternative: Whether the row is one of the types that the row above accepts.
        is_extra: Whether the row describes the additional properties of a type.
    """

    name: str
    key: str
    type: TypeExpr
    description: str
    required: bool
    notes: ValueNotes = ValueNotes()
    values: tuple[EnumeratedValue, ...] = ()
    usage: Text = ()
    location: str = ""
    label: str = ""
    prefix: str = ""
    is_alternative: bool = False
    is_extra: bool = False


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A response in a table of status codes.

    Args:
        status: Status code, `4XX` or `default`.
        description: Description in CommonMark.
        type: Type of the body; `None` if there is no body, or no JSON body.
    """

    status: str
    description: str
    type: TypeExpr | None = None


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A header of responses.

    Args:
        name: Name of the header.
        type: JSON type of the value; `""` if it is not declared.
        description: Description in CommonMark.
        statuses: Status codes of the responses with the header.
        required: Whether each of these responses has it.
        notes: Limits, examples and status of the value.
        values: Enumerated values, if any of them has a name or a description.
    """

    name: str
    type: str
    description: str
    statuses: tuple[str, ...]
    required: bool
    notes: ValueNotes
    values: tuple[EnumeratedValue, ...] = ()
