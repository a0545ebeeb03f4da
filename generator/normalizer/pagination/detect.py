"""Detection of paginated lists.

A list is paginated if the response has a value beside the list, and the request has a
parameter that accepts it, both with names that APIs commonly use, or with descriptions that
say so. A parameter alone is not enough: `after` may be a filter, and `page` the page of a
document. The most reliable kind is tried first: a URL, a token, the id of the last item,
then page numbers and offsets. A list that has none of them is a single page. A list that is
a part of a single object is tried last.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.operations import Operation, Pagination
from .context import PageContext
from .counts import detect_number, detect_offset
from .last_ids import detect_last_id
from .page_objects import find_page_object
from .response_list import BODY_METHODS, Declarations, ResponseList, find_list
from .single import detect_single
from .tokens import detect_described_token, detect_token
from .urls import detect_link, detect_unlabeled_url, detect_url

_GET = (
    *(detect_url, detect_token, detect_unlabeled_url, detect_last_id),
    *(detect_described_token, detect_link, detect_number, detect_offset),
    detect_single,
)
_BODY = (detect_token, detect_described_token, detect_number, detect_offset)
"""Kinds of POST and QUERY requests. A URL is followed by GET only."""


def detect_pagination(
    operation: Operation, declarations: Declarations
) -> Pagination | None:
    """Detect the pagination of an operation; return `None` if it returns no pages."""
    if operation.method != "GET" and operation.method not in BODY_METHODS:
        return None
    kinds = _GET if operation.method == "GET" else _BODY
    for response_list in _find_lists(operation, declarations):
        context = PageContext(operation, response_list, declarations)
        for detect in kinds:
            page = detect(context)
            if page is not None:
                return page
    return None


def _find_lists(
    operation: Operation, declarations: Declarations
) -> Iterator[ResponseList]:
    """Yield the lists of a response that may have pages, the most likely first."""
    response_list = find_list(operation, declarations)
    if response_list is not None:
        yield response_list
    page_object = find_page_object(operation, declarations)
    if page_object is not None:
        yield page_object
