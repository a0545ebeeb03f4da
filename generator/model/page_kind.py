"""Methods of pagination; the settings name them, too."""

from __future__ import annotations

from enum import Enum


class PageKind(Enum):
    """The method by which the next page of a list is requested."""

    TOKEN = "token"
    """A token in the response, which the next request sends."""
    ID = "id"
    """The identifier of the last item."""
    NUMBER = "number"
    """The page number, incremented for each request."""
    OFFSET = "offset"
    """The number of items to skip."""
    URL = "url"
    """A URL in the response body."""
    LINK = "link"
    """A URL in the header `Link` with the relation `next` (RFC 8288)."""
    SINGLE = "single"
    """There is no next page: the response contains all items."""
