"""Lists whose next page begins after the id, or another key, of the last item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ...model.operations import Operation, Pagination
from ...model.page_kind import PageKind
from ...model.resolution import resolve_type
from ...model.types import Scalar, ScalarKind, Type
from .context import PageContext
from .descriptions import mentions_greater_value, mentions_last_id
from .names import OFFSETS, SIZES
from .parameters import PageParameter, find_page_parameters, is_date_or_enum
from .response_list import Declarations, find_list

_NAMES = (
    *("starting_after", "after", "after_id"),
    *("last_id", "startingAfter", "afterId"),
)
"""Names of parameters that accept the id of the last item, most specific first."""
_BACKWARD_WORDS = frozenset({"before", "until", "max"})
"""Words of parameters that select the items before a position."""
_PLAIN_FORMATS = frozenset({"", "int32", "int64", "string"})
"""Formats that values of different meaning have."""
_MIN_USES = 3
"""Number of lists after which a parameter means the same in other lists."""


class SharedParameter(NamedTuple):
    """A parameter with the same name, type and description in several operations."""

    name: str
    type: Type
    description: str


def count_last_id_parameters(
    operations: Iterable[tuple[Operation, Pagination | None]],
    declarations: Declarations,
) -> Counter[SharedParameter]:
    """Count the described parameters that accept the id of the last item.

    Args:
        operations: Operations with their pagination.
        declarations: Declarations that types refer to.
    """
    counts: Counter[SharedParameter] = Counter()
    for operation, page in operations:
        if page is not None and page.kind is PageKind.ID and page.id == ("id",):
            for item in find_page_parameters(operation, declarations):
                if item.name == page.send:
                    counts[_shared(item)] += 1
    return counts


def detect_shared_last_id(
    operation: Operation,
    declarations: Declarations,
    counts: Counter[SharedParameter],
) -> Pagination | None:
    """Detect a parameter that accepts the id of the last item in other lists.

    Args:
        operation: Operation whose own parameters and fields show no pagination.
        declarations: Declarations that types refer to.
        counts: Number of lists whose parameter accepts the id of the last item.
    """
    if operation.method != "GET":
        return None
    response_list = find_list(operation, declarations)
    if response_list is None or "id" not in response_list.keys:
        return None
    context = PageContext(operation, response_list, declarations)
    for item in context.parameters:
        if item.documentation.description and counts[_shared(item)] >= _MIN_USES:
            return context.build(PageKind.ID, item)
    return None


def _shared(parameter: PageParameter) -> SharedParameter:
    description = parameter.documentation.description
    return SharedParameter(parameter.name, parameter.type, description)


def detect_last_id(context: PageContext) -> Pagination | None:
    """Detect a parameter that accepts the id of the last item."""
    by_name = {item.name: item for item in context.parameters if not item.required}
    parameter = next((by_name[name] for name in _NAMES if name in by_name), None)
    if parameter is not None and not is_date_or_enum(parameter.type):
        last_id = context.find_last_id()
        has_id = last_id or (
            "id" in context.list.keys
            and (context.has_more_flag() or _has_type_of_id(context, parameter))
        )
        if has_id and not context.is_number(parameter.type):
            return context.build(PageKind.ID, parameter, next=last_id)
    return _detect_described_id(context) or _detect_described_key(context)


def _has_type_of_id(context: PageContext, parameter: PageParameter) -> bool:
    """Return whether a parameter selects a page by a type that only ids of items have.

    The type has a format, such as `uuid`, and no other property of an item has it. A list
    that can be read in both directions does not show in which order it is returned.
    """
    type_ = parameter.type
    if not isinstance(type_, Scalar) or type_.format in _PLAIN_FORMATS:
        return False
    if any(not _BACKWARD_WORDS.isdisjoint(item.words) for item in context.parameters):
        return False
    names = [
        item.name
        for item in context.item_properties()
        if resolve_type(item.type, context.declarations) == type_
    ]
    has_size = any(item.phrase in SIZES for item in context.parameters)
    return has_size and names == ["id"]


def _detect_described_id(context: PageContext) -> Pagination | None:
    """Detect a parameter that accepts the id of the last item by its description."""
    if "id" not in context.list.keys:
        return None
    for item in context.parameters:
        if item.required or is_date_or_enum(item.type):
            continue
        if context.is_token(item.type) and mentions_last_id(
            item.documentation.description
        ):
            return context.build(PageKind.ID, item, next=context.find_last_id())
    return None


def _detect_described_key(context: PageContext) -> Pagination | None:
    """Detect an offset that its description calls the last value of a number of an item."""
    for parameter in context.parameters:
        if parameter.required or parameter.phrase not in OFFSETS:
            continue
        for item in context.item_properties():
            type_ = resolve_type(item.type, context.declarations)
            is_key = isinstance(type_, Scalar) and type_.kind is ScalarKind.INTEGER
            text = parameter.documentation.description
            if is_key and mentions_greater_value(text, item.name):
                return context.build(PageKind.ID, parameter, id=(item.name,))
    return None
