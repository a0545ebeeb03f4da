"""Descriptions of parameters and fields that explain the pagination in words."""

from __future__ import annotations

import re

from .names import split_name

_NEXT_PAGE = re.compile(
    r"\b(next|subsequent|following) (page|batch|set|chunk|slice|group|results|items"
    r"|records|entries)\b"
    r"|\b(more|further|additional|remaining) (pages|results|items|records|entries|data"
    r"|events|rows)\b",
    re.IGNORECASE,
)
_NEXT_REQUEST = re.compile(
    r"\b(next|subsequent|following) (request|call|query)\b", re.IGNORECASE
)
_PAGING = re.compile(r"\bpaginat|\bpaging\b|\bpages?\b|\bcursor\b", re.IGNORECASE)
_PREVIOUS_PAGE = re.compile(r"\bprev", re.IGNORECASE)
_PAGE_TOKEN = re.compile(
    r"\b(pagination|paging|page|continuation) (token|cursor|key|marker)\b",
    re.IGNORECASE,
)
_EARLIER_RESPONSE = re.compile(
    r"\b(previous|prior|earlier|preceding|last)\b[^.]{0,30}"
    r"\b(requests?|responses?|calls?|pages?|results?|query|batch|list)\b"
    r"|\breturned (by|in|from|with)\b|\b(from|in|of) (the|a) response\b",
    re.IGNORECASE,
)
_LINK_HEADER = re.compile(
    r"[`'\"<]?\blink\b[`'\">]?(</code>)?,? (http )?(response )?headers?\b"
    r"|\bheaders? [`'\"<]?link\b",
    re.IGNORECASE,
)
_PAGES = re.compile(r"\bpaginat|\bpaging\b|\bnext\b|\bcursor\b", re.IGNORECASE)
_LAST_ID = re.compile(
    r"\b(ids?|identifier|uuid)\b[`'\"]?[^.;]{0,40}\blast (\w+ ){0,2}?"
    r"(\w+) ?[^.;]{0,20}\b(previous|prior|preceding|earlier|current|last)\b[^.;]{0,20}"
    r"\b(page|request|response|call|list|batch|results?)\b"
    r"|\bobject id that defines your place in the list\b",
    re.IGNORECASE | re.DOTALL,
)
_START_ID = re.compile(
    r"\b(after|following|starting (after|from)) (the|this|an?) "
    r"((provided|given|specified|supplied) )?(ids?|identifiers?|keys?)\b",
    re.IGNORECASE,
)
_GREATER = re.compile(
    r"\b(greater|higher|larger|later) than\b|\bafter\b", re.IGNORECASE
)


def mentions_next_page(text: str) -> bool:
    """Return whether a description is about the next page, not about the previous one."""
    if _PREVIOUS_PAGE.search(text):
        return False
    if _NEXT_PAGE.search(text):
        return True
    return bool(_NEXT_REQUEST.search(text) and _PAGING.search(text))


def mentions_page_token(text: str) -> bool:
    """Return whether a description calls its value a pagination token."""
    return bool(_PAGE_TOKEN.search(text))


def mentions_last_id(text: str) -> bool:
    """Return whether a description calls its value the id of the last item of a page."""
    return bool(_LAST_ID.search(text))


def mentions_start_id(text: str) -> bool:
    """Return whether a description says that a page begins after an id in the request."""
    return bool(_PAGING.search(text) and _START_ID.search(text))


def mentions_greater_value(text: str, field: str) -> bool:
    """Return whether a description says that items have a greater value of a field.

    Args:
        text: Description of a parameter.
        field: Name of a field of an item.
    """
    return bool(_GREATER.search(text)) and _mentions_name(text, field)


def mentions_link_header(text: str) -> bool:
    """Return whether a description says that the header `Link` has the next page."""
    return bool(_LINK_HEADER.search(text) and _PAGES.search(text))


def names_field(text: str, field: str) -> bool:
    """Return whether a description says that its value is a field of an earlier response.

    Args:
        text: Description of a parameter.
        field: Name of a field of the response. A single word counts only in quotation
            marks or backticks, because it may be an ordinary word of the text.
    """
    return bool(_EARLIER_RESPONSE.search(text)) and _mentions_name(text, field)


def _mentions_name(text: str, field: str) -> bool:
    """Return whether a description contains the name of a field; see `names_field`."""
    name = re.escape(field)
    quoted = rf"(`|'|\"|<code>|\.){name}(`|'|\"|</code>)"
    if re.search(quoted, text):
        return True
    is_distinct = len(split_name(field)) > 1 and (
        "_" in field or field.lower() != field
    )
    return is_distinct and bool(re.search(rf"(?<!\w){name}(?!\w)", text))
