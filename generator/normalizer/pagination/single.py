"""Lists without pages: the response contains all items.

The response must show that it is a list: a member `object` with the value `list`, or a
single array named `data`, `items` or `results` beside nothing but metadata. If a parameter
or a field is about further pages, the items of one response may not be all items, and the
method returns the response unchanged.
"""

from __future__ import annotations

from ...model.operations import Pagination
from ...model.page_kind import PageKind
from ...model.resolution import resolve_type
from ...model.types import DeclarationRef, ListOf, Literal, Object
from ...words import split_words
from .context import PageContext
from .names import (
    DONE,
    MORE,
    NUMBERS,
    OFFSETS,
    PAGES,
    SIZES,
    TOKENS,
    TOTAL,
    TOTAL_HEADERS,
    remove_noise,
    split_name,
)
from .response_list import (
    METADATA,
    find_body_type,
    find_json_contents,
    resolve_object,
)

_ARRAYS = frozenset({"data", "items", "results"})
_POSITIONS = frozenset({"before", "ending before", "from", "next", "page", "to"})
"""Names of parameters that may select a part of a list, besides those of pages."""
_FIELDS = frozenset(
    {"object", "kind", "type", "status", "success", "ok", "message"}
) | {
    *("code", "version", "timestamp", "request id", "href", "self", "url", "etag"),
}
"""Names of fields that may be beside a list, besides metadata and numbers of items."""


def detect_single(context: PageContext) -> Pagination | None:
    """Detect a list of which the response contains all items."""
    if not _is_plain_json(context) or len(context.list.items) != 1:
        return None
    type_ = find_body_type(context.operation)
    root = resolve_object(type_, context.declarations) if type_ is not None else None
    if root is None or not (_is_marked(context, root) or _is_wrapped(context, root)):
        return None
    if _has_positions(context) or _has_page_fields(context):
        return None
    return context.build(PageKind.SINGLE, None)


def _is_plain_json(context: PageContext) -> bool:
    """Return whether each successful response is JSON."""
    result = context.operation.result
    is_json = result.contents == find_json_contents(context.operation)
    return is_json and not (result.empty or result.alternatives or result.text_format)


def _is_marked(context: PageContext, root: Object) -> bool:
    """Return whether `object` is `list`, and the array is the only one."""
    marker = next(
        (item.type for item in root.properties if item.name == "object"), None
    )
    value = resolve_type(marker, context.declarations) if marker is not None else None
    is_list = isinstance(value, Literal) and value.values == ("list",)
    return is_list and _has_one_array(context, root)


def _is_wrapped(context: PageContext, root: Object) -> bool:
    """Return whether a list of objects is the only content beside metadata."""
    (name,) = context.list.items
    item = resolve_type(context.list.item, context.declarations)
    return (
        name in _ARRAYS
        and isinstance(item, DeclarationRef)
        and not context.operation.path.partition("?")[0].rstrip("/").endswith("}")
        and _has_one_array(context, root)
        and all(
            _is_metadata(each.name) for each in root.properties if each.name != name
        )
    )


def _has_one_array(context: PageContext, root: Object) -> bool:
    arrays = (
        item
        for item in root.properties
        if isinstance(resolve_type(item.type, context.declarations), ListOf)
    )
    return len(list(arrays)) == 1


def _is_metadata(name: str) -> bool:
    words = " ".join(split_words(name))
    phrase = " ".join(split_name(name))
    return words in METADATA | _FIELDS or phrase in TOTAL | SIZES


def _has_positions(context: PageContext) -> bool:
    """Return whether parameters may select a page or a part of the list."""
    return any(
        item.phrase in NUMBERS | OFFSETS | _POSITIONS
        or remove_noise(item.words) in TOKENS
        or (
            not {"after", "cursor", "offset", "page"}.isdisjoint(item.words)
            and item.phrase not in SIZES
        )
        for item in context.parameters
    ) or (bool(context.find_number(TOTAL)) and _has_size(context))


def _has_size(context: PageContext) -> bool:
    return any(item.phrase in SIZES for item in context.parameters)


def _has_page_fields(context: PageContext) -> bool:
    """Return whether a field or a header is about other pages."""
    if context.has_header({"link", *TOTAL_HEADERS}):
        return True
    return any(
        " ".join(words) in MORE | DONE | PAGES | NUMBERS | OFFSETS
        or remove_noise(words) in TOKENS
        or not {"next", "cursor", "last"}.isdisjoint(split_name(" ".join(path)))
        for path in context.list.fields
        if (words := split_name(path[-1]))
    )
