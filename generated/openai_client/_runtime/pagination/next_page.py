"""Computation of the next page from a call and its response, without sending anything.

The fields of a response are evaluated in order of their reliability: first the flags that
state whether there are more pages, then the token or URL itself, and last the counts.
"""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast
from urllib.parse import parse_qsl, urlencode, urljoin

from ..models.records import JSONObject, plain
from ..requests.build import Call
from ..responses.errors import APIError
from ..sentinels import omit
from ..transport.redirects import same_origin
from .values import is_position, items_at, parse_flag, parse_integer, value_at

if TYPE_CHECKING:
    import httpx2

    from ..api.endpoint import KeyPath, Paging
    from ..api.options import RequestOptions

_PARAMETER: Final = r""";\s*([^\s=;,"]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s;,"]*)\s*)?"""
_PARAMETERS: Final = re.compile(_PARAMETER)
_LINK: Final = re.compile(rf"\s*<([^>]*)>\s*((?:{_PARAMETER})*)(?:,|$)")

MAX_EMPTY_PAGES: Final = 1000
"""Maximum number of consecutive pages without items."""


class Step(NamedTuple):
    """The position of the next page: the value of a parameter, or a URL.

    Both have any JSON type until `next_step` checks them.
    """

    value: Any = None
    url: Any = None


class PageState(NamedTuple):
    """The properties of a page that determine the next page.

    Attributes:
        call: The call that returned the page.
        step: The position of the next page; `None` if the response has none.
        more: Whether there is a next page.
        seen: Earlier steps, and the `page_count` of the page that each belongs to. All pages
            of an iteration share it.
        page_count: Number of pages so far, without this one.
        item_count: Number of items so far, including those of this page.
        fingerprint: Identifies a repeated page; `""` if the page cannot be compared.
        empty_count: Number of consecutive pages without items, up to this page.
    """

    call: Call
    step: Step | None
    more: bool
    seen: dict[str, int]
    page_count: int
    item_count: int
    fingerprint: str
    empty_count: int


def page_state(
    call: Call, response: httpx2.Response, body: Any, previous: PageState | None
) -> PageState:
    """Return the state of a page.

    Args:
        call: The call that returned the page.
        response: The response.
        body: The decoded JSON of the body, without models.
        previous: The state of the previous page.
    """
    paging = cast("Paging", call.endpoint.pagination)
    items = items_at(body, paging.get("items", "data"))
    item_count = len(items) + (previous.item_count if previous else 0)
    step = _find_step(call, paging, response, body, items, item_count)
    # If there are more pages but no position, requesting the next page raises the error.
    more = step is not None or _flag(paging, body, "more") is True
    return PageState(
        call,
        step,
        more,
        previous.seen if previous else {},
        previous.page_count + 1 if previous else 0,
        item_count,
        _fingerprint(paging, items),
        0 if items else 1 + (previous.empty_count if previous else 0),
    )


def next_call(page: PageState) -> Call:
    """Return the call of the next page.

    Raises:
        RuntimeError: There is no next page.
        APIError: The response does not identify the next page, repeats an earlier
            position, or refers to another origin, which must not receive credentials; or
            too many consecutive pages are empty.
    """
    step = next_step(page)
    # Stored with the page, whose successor may be requested repeatedly.
    if page.seen.setdefault(repr(step), page.page_count) != page.page_count:
        kind = "URL" if step.url is not None else "cursor"
        raise _error(page, f"the response repeats the {kind} of an earlier page")
    if step.url is not None:
        return _call_at(page, step.url)
    return _call_with(page.call, step.value)


def next_step(page: PageState) -> Step:
    """Return the position of the next page; see `next_call` for the exceptions."""
    if not page.more:
        raise RuntimeError("there is no next page; call has_next_page() first")
    step = page.step
    if step is None:
        raise _error(page, "there are more pages, but the response has no cursor")
    if page.empty_count >= MAX_EMPTY_PAGES:
        raise _error(page, f"{MAX_EMPTY_PAGES} consecutive pages have no items")
    if step.url is None and not is_position(step.value):
        kind = type(step.value).__name__
        raise _error(page, f"the cursor of the next page is invalid (type {kind})")
    if step.url is not None and not isinstance(step.url, str):
        raise _error(page, "the URL of the next page is invalid")
    return step


def check_progress(previous: PageState, page: PageState) -> None:
    """Check that a page differs from the previous page.

    Raises:
        APIError: The pages are the same, because the server ignores the parameter.
    """
    if page.fingerprint and page.fingerprint == previous.fingerprint:
        raise _error(page, "the server returned the same page again")


def _find_step(
    call: Call,
    paging: Paging,
    response: httpx2.Response,
    body: Any,
    items: list[Any],
    item_count: int,
) -> Step | None:
    kind = paging["kind"]
    if kind == "single":
        return None
    if kind == "link":
        return _step_to(response, next_link(response.headers.get_list("link")))
    if kind == "url":
        return _step_to(response, value_at(body, paging.get("next", "")))
    if _flag(paging, body, "done") is True or _flag(paging, body, "more") is False:
        return None
    if kind == "token":
        token = value_at(body, paging.get("next", ""))
        # Some servers send `false` on the last page.
        return None if token is None or token is False or token == "" else Step(token)
    if kind == "id":
        return _step_after_last(paging, body, items)
    if kind == "number":
        return _step_to_number(call, paging, body, items, item_count)
    return _step_to_offset(call, paging, body, items)


def _flag(paging: Paging, body: Any, name: str) -> bool | None:
    """Return the value of the flag `more` or `done`, or `None`."""
    path = cast("Mapping[str, KeyPath]", paging).get(name)
    return None if path is None else parse_flag(value_at(body, path))


def _step_to(response: httpx2.Response, url: Any) -> Step | None:
    """Return the step to a URL, which may be relative to that of the response."""
    if not url:  # Some servers send `false` on the last page.
        return None
    try:
        return Step(url=urljoin(str(response.url), url))
    except (TypeError, ValueError):  # Reported when the page is requested.
        return Step(url=url)


def _step_after_last(paging: Paging, body: Any, items: list[Any]) -> Step | None:
    """Return the step after the last item of the page."""
    more = _flag(paging, body, "more")
    if more is not True and ("more" in paging or not items):
        # A server that omits the flag has a single page.
        return None
    last = value_at(body, paging["next"]) if "next" in paging else None
    if last is None and items and isinstance(items[-1], dict):
        last = value_at(items[-1], paging.get("id", "id"))
    return None if last is None or last == "" else Step(last)


def _step_to_number(
    call: Call, paging: Paging, body: Any, items: list[Any], item_count: int
) -> Step | None:
    """Return the step to the next page number."""
    first = paging.get("first", 0)
    current = value_at(body, paging["current"]) if "current" in paging else None
    number = parse_integer(current)
    if number is None:
        number = parse_integer(_sent_value(call, paging))
    number = (first if number is None else number) + 1
    pages = parse_integer(value_at(body, paging["pages"]) if "pages" in paging else "")
    if pages is not None:
        return Step(number) if number < first + pages else None
    total = parse_integer(value_at(body, paging["total"]) if "total" in paging else "")
    has_more = (
        _flag(paging, body, "done") is False or _flag(paging, body, "more") is True
    )
    # An empty page is the last one; a short page may be followed by others.
    if has_more or (items and (total is None or item_count < total)):
        return Step(number)
    return None


def _step_to_offset(
    call: Call, paging: Paging, body: Any, items: list[Any]
) -> Step | None:
    """Return the step to the offset of the next item."""
    sent = parse_integer(_sent_value(call, paging))
    first = paging.get("first", 0)
    offset = (first if sent is None else sent) + len(items)
    total = parse_integer(value_at(body, paging["total"]) if "total" in paging else "")
    if not items or (total is not None and offset - first >= total):
        return None
    return Step(offset)


def _sent_value(call: Call, paging: Paging) -> Any:
    """Return the page number or offset that the call sent, or `None`."""
    path = paging.get("send", "")
    arguments = call.arguments
    options = arguments.options or {}
    if paging.get("place") == "body":
        sources: tuple[object, ...] = (options.get("extra_body"), arguments.body)
    else:
        sources = (options.get("extra_query"), arguments.query, call.client._query)
    for source in sources:
        if isinstance(source, Mapping):
            value = value_at(dict(cast("Mapping[str, Any]", source)), path)
            if value is not omit and value is not None:
                return value
    return None


def _call_with(call: Call, value: Any) -> Call:
    """Return the call with another value of the parameter that selects the page."""
    paging = cast("Paging", call.endpoint.pagination)
    send, in_body = paging.get("send", ""), paging.get("place") == "body"
    path = (send,) if isinstance(send, str) else send
    arguments = call.arguments
    options, key = arguments.options, "extra_body" if in_body else "extra_query"
    extra = cast("Mapping[str, object]", (options or {}).get(key) or {})
    if options and path[0] in extra:
        # Removed, because it would override the new value.
        rest = {other: item for other, item in extra.items() if other != path[0]}
        options = cast("RequestOptions", {**options, key: rest})
        arguments = arguments._replace(options=options)
    sent = arguments.body if in_body else arguments.query
    members = cast("Mapping[str, object]", sent or {})
    if len(path) > 1 and path[0] in extra:
        members = {**members, path[0]: extra[path[0]]}
    changed = _with_value(members, path, value)
    arguments = (
        arguments._replace(body=changed)
        if in_body
        else arguments._replace(query=changed)
    )
    return Call(call.client, call.endpoint, arguments)


def _with_value(
    members: object, path: tuple[str, ...], value: object
) -> dict[str, Any]:
    """Return a copy of the members of an object with a value at a path of keys."""
    copy: dict[str, Any] = plain(members) if isinstance(members, JSONObject) else {}
    if isinstance(members, Mapping):
        copy = dict(cast("Mapping[str, Any]", members))
    key, rest = path[0], path[1:]
    copy[key] = _with_value(copy.get(key), rest, value) if rest else value
    return copy


def _call_at(page: PageState, address: str) -> Call:
    """Return the call of the page, sent to a URL of the server."""
    import httpx2

    call = page.call
    own = httpx2.URL(call.url)
    try:
        url = httpx2.URL(address)
        # An invalid international name raises UnicodeError only here.
        _ = url.host
    except (httpx2.InvalidURL, ValueError):
        raise _error(page, "the URL of the next page is invalid") from None
    if (own.scheme, url.scheme, url.port) == ("https", "http", None):
        # A server behind a proxy may not know that it is called by HTTPS.
        url = url.copy_with(scheme="https", port=own.port)
    if not same_origin(own, url):
        there, here = (f"{each.scheme}://{each.netloc.decode()}" for each in (url, own))
        raise _error(page, f"the next page is at {there}, not at {here}")
    following = Call(call.client, call.endpoint, call.arguments)
    following.url, _, query = str(url).partition("#")[0].partition("?")
    following.query = _without_keys(following, query)
    return following


def _without_keys(call: Call, query: str) -> str:
    """Return a query without credentials, which are added to each request."""
    credentials = call.client._api.credentials
    keys = {
        key[1]
        for name in call.names
        if name in call.client._credentials
        and (key := credentials[name].key) is not None
        and key[0] == "query"
    }
    if not keys or not any(name in query for name in keys):
        return query
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([pair for pair in pairs if pair[0] not in keys])


def next_link(headers: list[str]) -> str | None:
    """Return the target of the link whose relation is `next` (RFC 8288, 3)."""
    for header in headers:
        position = 0
        while link := _LINK.match(header, position):
            position = link.end()
            for name, value in _PARAMETERS.findall(link[2]):
                if name.lower() == "rel":
                    # Only the first `rel` counts (RFC 8288, 3.3).
                    if "next" in value.strip('"').lower().split():
                        return link[1].strip()
                    break
    return None


def _fingerprint(paging: Paging, items: list[Any]) -> str:
    """Return a string that identifies a page selected by a number or an offset."""
    if paging["kind"] not in ("number", "offset") or not items:
        return ""
    if not isinstance(items[0], dict):
        # The first and last scalars of different pages can be equal, but hardly all.
        return hashlib.sha256(repr(items).encode("utf-8", "replace")).hexdigest()
    return f"{len(items)} {items[0]!r} {items[-1]!r}"


def _error(page: PageState, message: str) -> APIError:
    from ..responses.error_mapping import redact_message

    call = page.call
    return APIError(redact_message(f"{call.endpoint.path}: {message}", call.secrets))
