"""Request parameters that select a page or its size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model.operations import Operation, ParameterPlace
from ...model.types import Documentation, Literal, OneOf, Scalar, ScalarKind, Type
from ...words import split_words
from .response_list import Declarations, resolve_object, resolve_type

Words = tuple[str, ...]
"""The words of a name."""

_NOISE = frozenset(
    {"next", "page", "start", "starting", "end", "pagination", "paging", "exclusive"}
)
"""Words that are ignored in the names of tokens."""
TOKENS = frozenset(
    {
        *("cursor", "token", "marker", "bookmark", "after", "continue", "key"),
        *("continuation", "continuation token", "scroll id", "position", "skip token"),
        "iterator",
    }
)
"""Names of tokens, without noise words."""
SIZES = frozenset(
    {
        *("limit", "per page", "page size", "size", "count", "max results", "top"),
        *("take", "results per page", "items per page", "rows", "page limit", "max"),
        *("max items", "max page size", "num results", "results"),
    }
)
"""Names of parameters for the size of a page."""
NUMBERS = frozenset(
    {"page", "page number", "page num", "page no", "page index", "current page"}
)
"""Names of parameters for the number of a page."""
OFFSETS = frozenset(
    {"offset", "skip", "start", "start at", "start index", "page offset"}
)
"""Names of parameters for the number of items to skip."""
_FROM_ZERO = re.compile(
    r"\b(zero|0)[- ]?(based|indexed)|\b(starts?|starting|begins?|counted) (at|from|with)"
    r" (0|zero)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageParameter:
    """A parameter of a request that may select a page.

    Args:
        name: Name in the request.
        words: Words of the name.
        type: Type of the value, without null.
        documentation: Documentation of the parameter.
        in_body: Whether it is a property of the request body.
    """

    name: str
    words: Words
    type: Type
    documentation: Documentation
    in_body: bool

    @property
    def phrase(self) -> str:
        """The words of the name, joined by spaces."""
        return " ".join(self.words)


def find_page_parameters(
    operation: Operation, declarations: Declarations
) -> Iterator[PageParameter]:
    """Yield optional query parameters and, for POST, optional properties of the body."""
    for item in operation.parameters:
        if item.place is ParameterPlace.QUERY and not item.required:
            type_ = resolve_type(item.type, declarations)
            # `listOptions.continue` means the same as `continue`.
            words = split_words(item.name.rpartition(".")[2])
            yield PageParameter(item.name, words, type_, item.documentation, False)
    body = operation.body
    shape = resolve_object(body.type, declarations) if body is not None else None
    if operation.method != "POST" or body is None or shape is None:
        return
    for property_ in shape.properties:
        if not property_.required and body.media_type == "application/json":
            type_ = resolve_type(property_.type, declarations)
            words = split_words(property_.name)
            yield PageParameter(
                property_.name, words, type_, property_.documentation, True
            )


def remove_noise(words: Words) -> str:
    """Return the words without noise words, joined by spaces."""
    return " ".join(word for word in words if word not in _NOISE)


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


def find_first_page(parameter: PageParameter, default: int) -> int:
    """Return the number of the first page, or the offset of the first item.

    Args:
        parameter: Parameter whose default, minimum and description are examined.
        default: Result if these do not show it.
    """
    documentation = parameter.documentation
    value = documentation.default
    if documentation.has_default and value in (0, 1) and isinstance(value, int):
        return int(value)
    minimum = dict(documentation.limits).get("minimum")
    if isinstance(minimum, int | float) and minimum in (0, 1):
        return int(minimum)
    return 0 if _FROM_ZERO.search(documentation.description) else default
