"""Description of how an operation is paginated, as plain data."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias

from typing_extensions import TypedDict

KeyPath: TypeAlias = "str | tuple[str, ...]"
"""A key of a JSON object, or the keys from the root to a nested value."""


class Paging(TypedDict, total=False):
    """Pagination of an operation. Missing keys have the default that is documented."""

    kind: Required[Literal["token", "id", "number", "offset", "url", "link", "single"]]
    """The value that identifies the next page: a token in the response, the identifier of
    the last item, a page number, the number of preceding items, a URL in the body, or a
    URL in the `Link` header. `single`: there is no next page."""
    items: KeyPath
    """Key path of the list of items. `()`: the body itself. Default: `data`."""
    send: KeyPath
    """Name of the parameter that selects the page, or its key path in the query or in the
    body."""
    place: Literal["body"]
    """Location of that parameter. Default: the query."""
    next: KeyPath
    """Key path of the token, the URL, or the last identifier."""
    id: KeyPath
    """Key path of an item's identifier. Default: `id`."""
    more: KeyPath
    """Key path of a flag that is true if there are more pages."""
    done: KeyPath
    """Key path of a flag that is true on the last page."""
    total: KeyPath
    """Key path of the number of items in all pages."""
    pages: KeyPath
    """Key path of the number of pages."""
    current: KeyPath
    """Key path of the number of this page."""
    first: int
    """Number of the first page, or offset of the first item. Default: 0."""
