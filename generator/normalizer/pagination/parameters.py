"""Request parameters that select a page or its size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...frozen_dataclass import dataclass
from ...model.operations import KeyPath, Operation, ParameterPlace
from ...model.resolution import resolve_type
from ...model.types import (
    Documentation,
    Literal,
    Object,
    OneOf,
    Scalar,
    ScalarKind,
    Type,
)
from .names import Words, split_name
from .response_list import BODY_METHODS, Declarations, resolve_object

_FROM_ZERO = re.compile(
    r"\b(zero|0)[- ]?(based|indexed)|\b(starts?|starting|begins?|counted) (at|from|with)"
    r" (0|zero)\b",
    re.IGNORECASE,
)

_PAGED = re.compile(
    r"\bup to \d+|\bper page\b|\bpages? of (results|items)\b|\bpaginat|\bpaging\b"
    r"|\bpage number\b|\bnumber of the page\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"\bpage number\b|\bnumber of the page\b"
    r"|\bnumber of (items|results|records|entries|rows) to skip\b",
    re.IGNORECASE,
)

PAGE_OBJECTS = frozenset({"page", "pagination", "paging", "pageable"})
"""Names of objects about pages in a query, a request body or a response."""


@dataclass(frozen=True, slots=True)
class PageParameter:
    """A parameter of a request that may select a page.

    Args:
        name: Name in the request.
        words: Words of the name.
        type: Type of the value, without null.
        documentation: Documentation of the parameter.
        in_body: Whether it is a property of the request body.
        required: Whether the parameter is required.
        parents: Path of the object in the body, or in the query, that contains the
            property; empty for the body or the query itself.
    """

    name: str
    words: Words
    type: Type
    documentation: Documentation
    in_body: bool
    required: bool = False
    parents: KeyPath = ()

    @property
    def phrase(self) -> str:
        """The words of the name, joined by spaces."""
        return " ".join(self.words)


def find_page_parameters(
    operation: Operation, declarations: Declarations
) -> Iterator[PageParameter]:
    """Yield query parameters, and optional properties of the body of a POST or QUERY."""
    for item in operation.parameters:
        if item.place is ParameterPlace.QUERY:
            type_ = resolve_type(item.type, declarations)
            # `listOptions.continue` means the same as `continue`.
            words = split_name(item.name.rpartition(".")[2])
            yield PageParameter(
                item.name, words, type_, item.documentation, False, item.required
            )
            members = resolve_object(type_, declarations)
            if members is not None and item.name.lower() in PAGE_OBJECTS:
                yield from _find_properties(members, (item.name,), False, declarations)
    body = operation.body
    shape = resolve_object(body.type, declarations) if body is not None else None
    if operation.method not in BODY_METHODS or body is None or shape is None:
        return
    if body.media_type == "application/json":
        yield from _find_properties(shape, (), True, declarations)


def _find_properties(
    shape: Object, parents: KeyPath, in_body: bool, declarations: Declarations
) -> Iterator[PageParameter]:
    """Yield optional properties of an object, then those of objects about pages in it."""
    for item in shape.properties:
        if not item.required:
            type_ = resolve_type(item.type, declarations)
            words = split_name(item.name)
            yield PageParameter(
                item.name, words, type_, item.documentation, in_body, parents=parents
            )
    for item in () if parents else shape.properties:
        inner = resolve_object(item.type, declarations)
        if inner is not None and item.name.lower() in PAGE_OBJECTS:
            yield from _find_properties(inner, (item.name,), in_body, declarations)


def is_kind(type_: Type, kinds: tuple[ScalarKind, ...]) -> bool:
    """Return whether a type is a scalar of one of the kinds, in all its alternatives."""
    if isinstance(type_, OneOf):
        return all(is_kind(member, kinds) for member in type_.members)
    return isinstance(type_, Scalar) and type_.kind in kinds


def is_date_or_enum(type_: Type) -> bool:
    """Return whether a value is a date, a time or an enum value, and so not a token."""
    if isinstance(type_, OneOf):
        return any(map(is_date_or_enum, type_.members))
    if isinstance(type_, Scalar):
        return type_.format in ("date", "date-time", "unixtime", "timestamp")
    return isinstance(type_, Literal)


def is_numeric_text(parameter: PageParameter) -> bool:
    """Return whether a string has a number as its default, or as an example.

    A description that calls the value a page number, or a number of items, is enough.
    """
    documentation = parameter.documentation
    values = (documentation.default, *documentation.examples)
    if not is_kind(parameter.type, (ScalarKind.STRING,)):
        return False
    return bool(_NUMERIC.search(documentation.description)) or any(
        isinstance(value, str) and value.isdecimal() for value in values
    )


def mentions_pages(parameter: PageParameter) -> bool:
    """Return whether the description of a parameter is about the pages of a list."""
    return bool(_PAGED.search(parameter.documentation.description))


def find_first_page(parameter: PageParameter, default: int) -> int:
    """Return the number of the first page, or the offset of the first item.

    Args:
        parameter: Parameter whose default, minimum and description are examined.
        default: Result if these do not show it.
    """
    documentation = parameter.documentation
    value = documentation.default
    if documentation.has_default and value in (0, 1, "0", "1"):
        return int(str(int(value)) if isinstance(value, int | float) else str(value))
    minimum = dict(documentation.limits).get("minimum")
    if isinstance(minimum, int | float) and minimum in (0, 1):
        return int(minimum)
    return 0 if _FROM_ZERO.search(documentation.description) else default
