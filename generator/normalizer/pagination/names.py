"""Names of parameters and response fields that APIs commonly use for pagination."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...words import split_words

Words = tuple[str, ...]
"""The words of a name."""

NOISE = frozenset(
    {"next", "page", "start", "starting", "end", "pagination", "paging", "exclusive"}
)
"""Words that are ignored in the names of tokens."""
TOKENS = frozenset(
    {
        *("cursor", "token", "marker", "bookmark", "after", "continue", "key"),
        *("continuation", "continuation token", "scroll id", "position", "skip token"),
        *("iterator", "scroll param", "continuation key", "resume token"),
        *("offset token", "cursor mark", "last key", "last evaluated key"),
        *("search after", "anchor"),
    }
)
"""Names of tokens, without noise words."""
SIZES = frozenset(
    {
        *("limit", "per page", "page size", "size", "count", "max results", "top"),
        *("take", "results per page", "items per page", "rows", "page limit", "max"),
        *("max items", "max page size", "num results", "results", "hits per page"),
        *("max result count", "max count", "entries per page", "page count", "pagelen"),
        *("records per page", "number of results", "number of items", "batch size"),
        *("max records", "record count", "result count", "rows per page", "num"),
        *("max size", "page length", "fetch", "length", "items", "limit count"),
    }
)
"""Names of parameters for the size of a page."""
START_KEYS: Mapping[str, frozenset[str]] = {
    "last evaluated key": frozenset({"exclusive start key", "start key"}),
    "last key": frozenset({"exclusive start key", "start key"}),
}
"""Names of parameters that accept a key of the response with another name."""
NUMBERS = frozenset(
    {
        *("page", "page number", "page num", "page no", "page index", "current page"),
        *("pg", "page nr", "page id", "paging page", "start page", "number"),
        *("page idx", "page counter", "pagination page"),
    }
)
"""Names of parameters for the number of a page."""
OFFSETS = frozenset(
    {
        *("offset", "skip", "start", "start at", "start index", "page offset"),
        *("skip count", "first result", "start position", "start row", "start record"),
        *("start offset", "result offset", "row offset", "record offset", "first"),
    }
)
"""Names of parameters for the number of items to skip."""
MORE = frozenset(
    {
        *("has more", "has next", "has next page", "more", "has more items"),
        *("is truncated", "truncated", "has more results", "has more pages"),
        *("has more data", "has more records", "more results", "more available"),
        *("more items", "next page", "more pages", "next page exists"),
    }
)
"""Names of flags that are true if there are more pages."""
DONE = frozenset(
    {
        *("is last", "last", "last page", "is last page", "is end", "done"),
        *("end of list", "end of results", "end of data", "finished"),
    }
)
"""Names of flags that are true on the last page."""
TOTAL = frozenset(
    {
        *("total", "total count", "total items", "total elements", "total results"),
        *("total records", "total entries", "total size", "total hits", "total rows"),
        *("total record count", "total result count", "total item count", "num found"),
        *("total number", "total items count", "items total", "count total"),
        *("total found", "full count", "odata count", "record total", "total objects"),
        *("total number of items", "total number of results", "total documents"),
    }
)
"""Names of the number of all items."""
PAGES = frozenset(
    {
        *("total pages", "pages", "page count", "num pages", "last page"),
        *("pages total", "pages count", "total page count", "number of pages"),
        *("total page", "max page", "page total"),
    }
)
"""Names of the number of all pages."""
TOTAL_HEADERS = frozenset(
    {
        *("x-total-count", "x-total", "x-pagination", "x-total-pages", "x-page-count"),
        *("x-pagination-total-count", "x-pagination-page-count", "x-pagination-total"),
        *("x-next-page", "x-has-more", "total-count", "x-count", "content-range"),
    }
)
"""Names of response headers with the number of all items or pages."""

_VOCABULARY = frozenset(
    {
        *("page", "pages", "next", "token", "size", "number", "num", "no", "index"),
        *("per", "max", "results", "result", "start", "at", "total", "count", "has"),
        *("more", "cursor", "offset", "limit", "items", "records", "skip", "link"),
        *("continuation", "url", "key", "position", "current", "last"),
    }
)


@lru_cache(4096)
def split_name(name: str) -> Words:
    """Return the words of a name, also of one in lower case such as `pagesize`."""
    words: list[str] = []
    for word in split_words(name):
        parts = None if word in _VOCABULARY else _segment(word)
        words += parts or (word,)
    return tuple(words)


def remove_noise(words: Words) -> str:
    """Return the words without noise words, joined by spaces."""
    return " ".join(word for word in words if word not in NOISE)


def _segment(word: str) -> Words | None:
    """Return the words of the vocabulary of which a word consists, or `None`."""
    if not word:
        return ()
    for head in _heads(word):
        rest = _segment(word[len(head) :])
        if rest is not None:
            return (head, *rest)
    return None


def _heads(word: str) -> Iterator[str]:
    """Yield the words of the vocabulary with which a word begins, the longest first."""
    for length in range(min(len(word), 12), 1, -1):
        if word[:length] in _VOCABULARY:
            yield word[:length]
