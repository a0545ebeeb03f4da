"""Classes of responses that are parsed to a type of the caller."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from .expressions import Docstring, TypeExpr


@dataclass(frozen=True, slots=True)
class ParsedField:
    """A field with objects that have a parsed value.

    Args:
        name: Name of the field.
        key: Key of the JSON object.
        required: Whether the key is always in the response.
        type: Type of the field for type checkers.
        run_time_type: Type of the field at run time, without type variables.
    """

    name: str
    key: str
    required: bool
    type: TypeExpr
    run_time_type: TypeExpr


@dataclass(frozen=True, slots=True)
class ParsedClass:
    """A response with a parsed value, or an object on the way to it.

    Args:
        name: Name of the class.
        base: Class of the same object without a parsed value.
        module: Module of types that defines it.
        docstring: Docstring of the class.
        attribute: Attribute of the parsed value; `""` if the field contains it.
        field: Field with the next object; `None` if this object has the value.
    """

    name: str
    base: str
    module: str
    docstring: Docstring
    attribute: str = ""
    field: ParsedField | None = None
