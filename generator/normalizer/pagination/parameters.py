"""What a request may say about the page that it wants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model.operations import Operation, ParameterPlace
from ...model.types import Documentation, Literal, OneOf, Scalar, ScalarKind, Type
from .response_list import Declarations, object_of, plain
from ...words import split_words

Words = tuple[str, ...]
"""The words of a name."""

_NOISE = frozenset(
    {"next", "page", "start", "starting", "end", "pagination", "paging", "exclusive"}
)
TOKENS = frozenset(
    {
        *("cursor", "token", "marker", "bookmark", "after", "continue", "key"),
        *("continuation", "continuation token", "scroll id", "position", "skip token"),
        "iterator",
    }
)
"""What tokens are called, without words that say nothing of them."""
SIZES = frozenset(
    {
        *("limit", "per page", "page size", "size", "count", "max results", "top"),
        *("take", "results per page", "items per page", "rows", "page limit", "max"),
        *("max items", "max page size", "num results", "results"),
    }
)
NUMBERS = frozenset(
    {"page", "page number", "page num", "page no", "page index", "current page"}
)
OFFSETS = frozenset(
    {"offset", "skip", "start", "start at", "start index", "page offset"}
)
_FROM_ZERO = re.compile(
    r"\b(zero|0)[- ]?(based|indexed)|\b(starts?|starting|begins?|counted) (at|from|with)"
    r" (0|zero)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageParameter:
    """Something that a request may say about the page that it wants."""

    name: str
    words: Words
    type: Type
    documentation: Documentation
    in_body: bool

    @property
    def text(self) -> str:
        return " ".join(self.words)


def page_parameters(
    operation: Operation, declarations: Declarations
) -> Iterator[PageParameter]:
    """What may be given in the query; of a search, in the properties of its body."""
    for item in operation.parameters:
        if item.place is ParameterPlace.QUERY and not item.required:
            type_ = plain(item.type, declarations)
            # `listOptions.continue` is said of the list, like `continue`.
            words = split_words(item.name.rpartition(".")[2])
            yield PageParameter(item.name, words, type_, item.documentation, False)
    body = operation.body
    shape = object_of(body.type, declarations) if body is not None else None
    if operation.method != "POST" or body is None or shape is None:
        return
    for property_ in shape.properties:
        if not property_.required and body.media_type == "application/json":
            type_ = plain(property_.type, declarations)
            words = split_words(property_.name)
            yield PageParameter(
                property_.name, words, type_, property_.documentation, True
            )


def stem_of(words: Words) -> str:
    return " ".join(word for word in words if word not in _NOISE)


def is_kind(type_: Type, kinds: tuple[ScalarKind, ...]) -> bool:
    if isinstance(type_, OneOf):
        return all(is_kind(member, kinds) for member in type_.members)
    return isinstance(type_, Scalar) and type_.kind in kinds


def is_date(type_: Type) -> bool:
    """Whether a parameter takes a moment, or one of a few values: no token."""
    if isinstance(type_, OneOf):
        return any(map(is_date, type_.members))
    if isinstance(type_, Scalar):
        return type_.format in ("date", "date-time", "unixtime", "timestamp")
    return isinstance(type_, Literal)


def first_of(taker: PageParameter, usual: int) -> int:
    """The number of the first page, by what the document says of the parameter."""
    said = taker.documentation
    if said.has_default and said.default in (0, 1) and isinstance(said.default, int):
        return int(said.default)
    minimum = dict(said.limits).get("minimum")
    if isinstance(minimum, int | float) and minimum in (0, 1):
        return int(minimum)
    return 0 if _FROM_ZERO.search(said.description) else usual
