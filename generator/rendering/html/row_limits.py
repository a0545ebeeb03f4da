"""Limit of nested fields on a page, so that browsers show large chapters without delay."""

from __future__ import annotations

from collections.abc import Iterator

from ...python.expressions import TypeExpr
from ...reference.rows import Row
from ...reference.site import ObjectSection, OperationSection, Page
from .trees import Trees, own_rows

MAX_REQUEST_ROWS = 240
MAX_RESPONSE_ROWS = 160
"""Rows of nested fields in one tree; deeper ones are links to the types."""
_MAX_PAGE_ROWS = 1_600
"""Rows of nested fields in all trees of a page: about 1 MB of HTML."""


def row_limit(page: Page, trees: Trees) -> int:
    """Return how many nested rows each tree of a page can have.

    The limit is the largest number for which the sum of min(rows of the tree, limit) is at
    most the number of rows of the page.
    """
    roots = [root for section in page.sections for root in _roots(section)]
    if len(roots) * MAX_RESPONSE_ROWS <= _MAX_PAGE_ROWS:
        return MAX_REQUEST_ROWS
    rest = _MAX_PAGE_ROWS
    sizes = sorted(trees.count(root, limit) for root, limit in roots)
    for index, size in enumerate(sizes):
        share = rest // (len(sizes) - index)
        if size > share:
            return share
        rest -= size
    return MAX_REQUEST_ROWS


def _roots(
    section: OperationSection | ObjectSection,
) -> Iterator[tuple[list[Row] | TypeExpr, int]]:
    """Yield what the trees of a section begin with, and their limits."""
    if isinstance(section, ObjectSection):
        yield own_rows(section.type.rows), MAX_RESPONSE_ROWS
        return
    yield own_rows(section.rows), MAX_REQUEST_ROWS
    types = [row.type for row in (*section.successes, *section.errors)]
    for type_ in dict.fromkeys((*types, section.returns)):
        if type_ is not None:
            yield type_, MAX_RESPONSE_ROWS
    if section.event is not None:
        yield section.event, MAX_RESPONSE_ROWS
