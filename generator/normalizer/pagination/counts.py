"""Lists whose pages are selected by a page number, or by the number of items to skip."""

from __future__ import annotations

import re

from ...model.operations import Pagination
from ...model.page_kind import PageKind
from .context import PageContext
from .names import NUMBERS, OFFSETS, PAGES, SIZES, TOTAL
from .parameters import (
    PageParameter,
    find_first_page,
    is_date_or_enum,
    is_numeric_text,
    mentions_pages,
)

_OFFSET = re.compile(
    r"\boffset\b|\bskip|\bstarting (index|position|point)\b|\bstart index\b"
    r"|\b(index|position|number) of the first\b",
    re.IGNORECASE,
)
_POSITION_WORDS = frozenset({"offset", "skip", "page"})
"""Words of parameters that select a page even if they are required."""


def detect_number(context: PageContext) -> Pagination | None:
    """Detect a parameter for the page number."""
    pages, total = context.find_number(PAGES), context.find_number(TOTAL)
    has_end = bool(pages or total or context.has_end())
    parameter = _find_parameter(context, NUMBERS, has_end)
    if parameter is None:
        return None
    is_paged = mentions_pages(parameter)
    if not (has_end or _has_page_size(context, parameter, is_paged)):
        return None
    return context.build(
        PageKind.NUMBER,
        parameter,
        total=total,
        pages=pages,
        current=context.find_number(NUMBERS),
        first=find_first_page(parameter, 0 if "index" in parameter.words else 1),
    )


def detect_offset(context: PageContext) -> Pagination | None:
    """Detect a parameter for the number of items to skip."""
    total = context.find_number(TOTAL)
    has_end = bool(total or context.has_end())
    parameter = _find_parameter(context, OFFSETS, has_end)
    if parameter is None and total:
        parameter = _find_described_offset(context)
    if parameter is None or not (has_end or _has_page_size(context, parameter)):
        return None
    first = find_first_page(parameter, 0)
    return context.build(PageKind.OFFSET, parameter, total=total, first=first)


def _find_parameter(
    context: PageContext, names: frozenset[str], has_end: bool
) -> PageParameter | None:
    """Return the parameter for a page number or an offset.

    Args:
        context: Operation and list.
        names: Names as words joined by spaces.
        has_end: Whether the response shows which page is the last. The parameter can
            then be required, or a number that the document describes as a string.
    """
    for item in context.parameters:
        is_echo = item.in_body and bool(item.parents)
        if is_echo or item.phrase not in names:
            # A body may send the pagination of a response back.
            continue
        if item.required and not (has_end or _is_explicit(context, item)):
            continue
        if context.operation.method != "GET" and not (
            has_end and _has_size(context, item)
        ):
            continue
        is_number = context.accepts_number(item.type)
        if is_number or (has_end and is_numeric_text(item)):
            return item
    return None


def _is_explicit(context: PageContext, parameter: PageParameter) -> bool:
    """Return whether a parameter is unmistakable: `offset` or `page`, beside a size."""
    is_position = not _POSITION_WORDS.isdisjoint(parameter.words)
    return is_position and _has_size(context, parameter)


def _find_described_offset(context: PageContext) -> PageParameter | None:
    """Return a parameter `from` that is the number of items to skip, not a date."""
    for item in context.parameters:
        if (
            item.phrase == "from"
            and not item.required
            and not is_date_or_enum(item.type)
            and context.is_number(item.type)
            and _OFFSET.search(item.documentation.description)
            and _has_size(context, item)
        ):
            return item
    return None


def _has_size(context: PageContext, parameter: PageParameter) -> bool:
    """Return whether a parameter in the same place is the size of a page."""
    return any(
        item.phrase in SIZES
        and (item.in_body, item.parents) == (parameter.in_body, parameter.parents)
        for item in context.parameters
    )


def _has_page_size(
    context: PageContext, parameter: PageParameter, is_paged: bool = False
) -> bool:
    """Return whether pages have a size, and the path is that of a collection.

    Args:
        context: Operation and list.
        parameter: Parameter that selects the page.
        is_paged: Whether its description is about the pages of a list.
    """
    is_collection = context.list.is_main or not context.operation.path.endswith("}")
    has_size = context.page_parameter_names() > {parameter.name}
    if is_collection:
        return is_paged or has_size
    # The description decides whether the list of a single object has pages.
    return is_paged and has_size
