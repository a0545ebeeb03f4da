"""Detection of paginated lists.

A list is paginated if the response has a value beside the list, and the request has a
parameter that accepts it, both with names that APIs commonly use, or with descriptions that
say so. A parameter alone is not enough: `after` may be a filter, and `page` the page of a
document. The most reliable kind is tried first: a URL, a token, the id of the last item,
then page numbers and offsets. A list that has none of them is a single page.
"""

from __future__ import annotations

from ...model.operations import Operation, Pagination
from .context import PageContext
from .counts import detect_number, detect_offset
from .response_list import Declarations, find_list
from .single import detect_single
from .tokens import detect_described_token, detect_last_id, detect_token
from .urls import detect_link, detect_unlabeled_url, detect_url

_GET = (
    *(detect_url, detect_token, detect_unlabeled_url, detect_last_id),
    *(detect_described_token, detect_link, detect_number, detect_offset),
    detect_single,
)
_POST = (detect_token, detect_described_token, detect_number, detect_offset)
"""Kinds of POST requests. A URL is followed by GET only."""


def detect_pagination(
    operation: Operation, declarations: Declarations
) -> Pagination | None:
    """Detect the pagination of an operation; return `None` if it returns no pages."""
    if operation.method not in ("GET", "POST"):
        return None
    response_list = find_list(operation, declarations)
    if response_list is None:
        return None
    context = PageContext(operation, response_list, declarations)
    kinds = _GET if operation.method == "GET" else _POST
    pages = (detect(context) for detect in kinds)
    return next((page for page in pages if page is not None), None)
