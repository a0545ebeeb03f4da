"""Lists whose pages are linked by URLs in the body or in the header `Link`."""

from __future__ import annotations

import re

from ...model.operations import KeyPath, Pagination
from ...model.page_kind import PageKind
from ...model.resolution import resolve_type
from ...model.types import Object, Property, Scalar
from .context import PageContext
from .descriptions import mentions_link_header
from .names import NOISE, remove_noise, split_name
from .response_list import Declarations

_URL_WORDS = frozenset({"url", "uri", "link", "href", "links"})
_URL_MENTION = re.compile(r"\b(url|uri|link|href)s?\b|https?://", re.IGNORECASE)
_PAGINATION = frozenset({"pagination", "paging"})


def detect_url(context: PageContext) -> Pagination | None:
    """Detect a field that is the URL of the next page."""
    for path, item in context.list.fields.items():
        if _is_url(context, path, item):
            return context.build(PageKind.URL, next=path)
    return None


def detect_unlabeled_url(context: PageContext) -> Pagination | None:
    """Detect a `next` beside `previous` that no parameter accepts: both are URLs."""
    fields = context.list.fields
    for path, item in fields.items():
        siblings = ((*path[:-1], name) for name in ("previous", "prev"))
        if path[-1] == "next" and context.is_string(item.type):
            if any(sibling in fields for sibling in siblings):
                return context.build(PageKind.URL, next=path)
    return None


def detect_link(context: PageContext) -> Pagination | None:
    """Detect the header `Link`, declared or named by a description."""
    names = context.page_parameter_names()
    if not names:
        return None
    descriptions = [context.operation.description]
    for item in context.parameters:
        if item.name in names:
            descriptions.append(item.documentation.description)
    for response in context.operation.responses:
        if response.successful:
            descriptions.append(response.description)
    if (
        context.has_header({"link"})
        or any(map(mentions_link_header, descriptions))
        or _is_linked_list(context)
    ):
        return context.build(PageKind.LINK)
    return None


def _is_linked_list(context: PageContext) -> bool:
    """Return whether the token for the next page can only be in the header `Link`.

    The response is a list without an object, a parameter accepts a page token, and the
    document describes the header `Link` as the header of its pages.
    """
    if context.list.items or not _describes_link_headers(context.declarations):
        return False
    return any(
        remove_noise(item.words) in ("token", "cursor")
        and not NOISE.isdisjoint(item.words)
        and context.is_string(item.type)
        and not item.required
        for item in context.parameters
    )


def _describes_link_headers(declarations: Declarations) -> bool:
    """Return whether an object has the name of headers of pages and a field `link`."""
    for item in declarations.values():
        if isinstance(item, Object):
            words = set(split_name(" ".join(item.header.words)))
            if "headers" in words and not _PAGINATION.isdisjoint(words):
                if any(field.name.lower() == "link" for field in item.properties):
                    return True
    return False


def _is_url(context: PageContext, path: KeyPath, item: Property) -> bool:
    words = split_name(path[-1])
    if not context.is_string(item.type):
        return False
    if words in (("href",), ("uri",), ("url",)) and len(path) > 1:
        return split_name(path[-2]) in (("next",), ("next", "page"))
    if "next" not in words:
        return False
    if _URL_WORDS & {*words, *split_name(".".join(path[:-1]))}:
        return True
    type_ = resolve_type(item.type, context.declarations)
    if isinstance(type_, Scalar) and type_.format in ("uri", "uri-reference", "url"):
        return True
    documentation = item.documentation
    examples = " ".join(str(example) for example in documentation.examples)
    return words in (("next",), ("next", "page")) and bool(
        _URL_MENTION.search(
            f"{documentation.title} {documentation.description} {examples}"
        )
    )
