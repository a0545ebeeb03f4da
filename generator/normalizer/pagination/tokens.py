"""Lists whose response has a token for the next page."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.operations import KeyPath, Pagination
from ...model.page_kind import PageKind
from .context import PageContext
from .descriptions import (
    mentions_next_page,
    mentions_page_token,
    mentions_start_id,
    names_field,
)
from .names import (
    DONE,
    MORE,
    NOISE,
    NUMBERS,
    OFFSETS,
    PAGES,
    SIZES,
    START_KEYS,
    TOKENS,
    TOTAL,
    Words,
    remove_noise,
    split_name,
)
from .parameters import PAGE_OBJECTS, PageParameter, is_date_or_enum

_SHARED_TOKENS = TOKENS - {"token", "key", "position", "anchor"}
"""Tokens that may have the same name in the response and in the request."""
_BODY_TOKENS = frozenset({"continuation token", "cursor mark", "last evaluated key"})
"""Tokens that may have the same name in the response and in the body of a request."""
_NEXT_PARAMETERS = (
    *("cursor", "after", "next", "page"),
    *("marker", "token", "offset", "until"),
)
"""Parameters that accept a value named only `next`, most specific first."""
_NO_TOKENS = SIZES | TOTAL | PAGES | MORE | DONE | NUMBERS
"""Names of fields that are not tokens, whatever a description says."""
_TOKEN_WORDS = frozenset(
    {"next", "last", "end", "continue", "continuation", "cursor", "token", "marker"}
)
"""Words of which a token has at least one if a description names it."""

_PREVIOUS_WORDS = frozenset({"prev", "previous", "first", "self"})
"""Words of fields that are not about the next page."""
_STREAM_WORDS = frozenset({"stream", "sync", "delta"})
"""Words of positions in a stream of changes, which has no last page."""


def detect_token(context: PageContext) -> Pagination | None:
    """Detect a token of the response that a parameter accepts."""
    for path, words in _next_fields(context):
        parameter = _find_next_parameter(context, path, words)
        if parameter is not None:
            return context.build(PageKind.TOKEN, parameter, next=path)
    for path, words in _token_fields(context):
        parameter = _find_same_parameter(context, path[-1], words)
        if parameter is not None:
            return context.build(PageKind.TOKEN, parameter, next=path)
    return None


def detect_described_token(context: PageContext) -> Pagination | None:
    """Detect a parameter whose description says which field of the response it accepts.

    The description names the field, or says that the value is a pagination token and the
    response has one field whose name contains `next`, or says that the page begins after
    an id and the response has one id in an object about pagination.
    """
    fields = [
        (path, words)
        for path, words in _token_fields(context)
        if not _TOKEN_WORDS.isdisjoint(words)
        and _PREVIOUS_WORDS.isdisjoint(words)
        and " ".join(words) not in _NO_TOKENS
    ]
    following = [path for path, words in fields if "next" in words]
    ordered = [*following, *(path for path, _ in fields if path not in following)]
    for item in context.parameters:
        if item.required or item.phrase in SIZES or is_date_or_enum(item.type):
            continue
        text = item.documentation.description
        named = [path for path in ordered if names_field(text, path[-1])]
        if not named and len(following) == 1 and mentions_page_token(text):
            named = following
        if not named and mentions_start_id(text):
            named = _find_position_ids(context)
        for path in named:
            if _accepts(context, item, path):
                return context.build(PageKind.TOKEN, item, next=path)
    return None


def _find_position_ids(context: PageContext) -> list[KeyPath]:
    """Return the only id of an item that an object about pagination repeats, or `[]`."""
    paths = [
        path
        for path, words in _token_fields(context)
        if len(path) > 1
        and words == ("id",)
        and path[-2].lower() in PAGE_OBJECTS
        and path[-1] in context.list.keys
    ]
    return paths if len(paths) == 1 else []


def _token_fields(context: PageContext) -> Iterator[tuple[KeyPath, Words]]:
    for path, item in context.list.fields.items():
        words = split_name(path[-1])
        if context.is_token(item.type) and _STREAM_WORDS.isdisjoint(words):
            yield path, words


def _next_fields(context: PageContext) -> Iterator[tuple[KeyPath, Words]]:
    """Yield the fields that are about the next page, with their words and `next`."""
    for path, words in _token_fields(context):
        if "next" in words:
            yield path, words
        elif "next" in split_name(" ".join(path[:-1])) or _is_next_token(
            context, path, words
        ):
            yield path, ("next", *words)


def _is_next_token(context: PageContext, path: KeyPath, words: Words) -> bool:
    """Return whether the description of a token says that it is for the next page."""
    description = context.list.fields[path].documentation.description
    return remove_noise(words) in TOKENS and mentions_next_page(description)


def _accepts(context: PageContext, parameter: PageParameter, path: KeyPath) -> bool:
    """Return whether the type of a parameter permits the value of a field."""
    field = context.list.fields[path]
    if context.is_number(parameter.type):
        return context.is_number(field.type)
    return context.is_token(parameter.type)


def _find_next_parameter(
    context: PageContext, path: KeyPath, words: Words
) -> PageParameter | None:
    """Return the parameter that accepts a value whose name contains `next`."""
    is_string = context.is_string(context.list.fields[path].type)
    candidates = [
        item
        for item in context.parameters
        if not is_date_or_enum(item.type)
        and not item.required
        and item.phrase not in SIZES
        and not (is_string and context.is_number(item.type))
    ]
    without_next = tuple(word for word in words if word != "next")
    without_page = tuple(word for word in without_next if word != "page")
    names = [words, without_next]
    if " ".join(without_page) in OFFSETS:
        names.append(without_page)
    for name in names:
        for item in candidates:
            if item.words == name:
                return item
    stem = remove_noise(words)
    if stem and stem not in TOKENS:
        return None
    for item in candidates:
        if stem and remove_noise(item.words) == stem:
            return item
    for word in () if stem else _NEXT_PARAMETERS:
        for item in candidates:
            if item.words == (word,):
                return item
    return next(
        (item for item in candidates if remove_noise(item.words) in TOKENS), None
    )


def _find_same_parameter(
    context: PageContext, name: str, words: Words
) -> PageParameter | None:
    """Return the parameter that accepts a token whose name does not contain `next`."""
    stem = remove_noise(words)
    # `pageToken` is about pages, `token` may be anything.
    is_specific = stem in TOKENS and not NOISE.isdisjoint(words)
    if stem not in _SHARED_TOKENS and not is_specific:
        return None
    for item in context.parameters:
        if is_date_or_enum(item.type) or item.required:
            continue
        if item.in_body and stem not in _BODY_TOKENS:
            # In a body, other properties may be search criteria.
            continue
        is_end_token = words[:1] == ("end",) and remove_noise(item.words) in TOKENS
        is_start_key = item.phrase in START_KEYS.get(" ".join(words), ())
        if item.name == name or is_end_token or is_start_key:
            return item
    return None
