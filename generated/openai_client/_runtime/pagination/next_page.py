"""Where a list goes on: pure functions of a call and of what was answered.

What an answer says is asked in the order of how surely it tells: the fields that say that
there are more pages or none, then the token or address itself, then what can be counted.
"""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

import re
from math import isfinite
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, cast
from urllib.parse import parse_qsl, urlencode, urljoin

from ..api.credentials import ApiKey
from ..responses.errors import APIError
from ..models.records import kind_of
from ..transport.redirects import same_origin
from ..requests.build import Call
from ..sentinels import omit

if TYPE_CHECKING:
    import httpx2
    from typing_extensions import Required, TypedDict

    from ..api.options import RequestOptions

    Way: TypeAlias = "str | tuple[str, ...]"
    """A key of the body, or several that lead to a value."""

    class Paging(TypedDict, total=False):
        """How a list goes on; what is not there has the default that is named."""

        kind: Required[Literal["token", "id", "number", "offset", "url", "link"]]
        """What leads to the next page: a token of the answer, the last item's identifier,
        a page's number, how many items came before, an address in the body, an address
        in the header `Link`."""
        items: Way
        """The list; default: `data`. `()`: the body itself."""
        send: str
        """The parameter that chooses the page."""
        place: Literal["body"]
        """Where it goes; default: the query."""
        next: Way
        """The token, the address, or the last identifier."""
        id: str
        """The identifier of an item; default: `id`."""
        more: Way
        """Is true while there are more pages."""
        done: Way
        """Is true on the last page."""
        total: Way
        """The number of items in all pages."""
        pages: Way
        """The number of pages."""
        current: Way
        """The number of this page."""
        first: int
        """The number of the first page, or the offset of the first item; default: 0."""


_PARAMETER: Final = r""";\s*([^\s=;,"]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s;,"]*)\s*)?"""
_PARAMETERS: Final = re.compile(_PARAMETER)
_LINK: Final = re.compile(rf"\s*<([^>]*)>\s*((?:{_PARAMETER})*)(?:,|$)")


class Step(NamedTuple):
    """What leads to the next page: a value to send, or an address to follow."""

    value: Any = None
    url: str | None = None


class Answered(NamedTuple):
    """A page as far as its successor depends on it.

    Attributes:
        call: The call that it answers.
        step: What leads on; `None` where nothing does.
        more: Whether there is a next page.
        seen: The steps taken before, and after how many pages each was; shared by all
            pages of a walk.
        depth: How many pages came before.
        passed: How many items there were so far, those of this page counted.
        mark: What its items look like.
    """

    call: Call
    step: Step | None
    more: bool
    seen: dict[str, int]
    depth: int
    passed: int
    mark: str


def answered(
    call: Call, response: httpx2.Response, body: Any, before: Answered | None
) -> Answered:
    """What a page says of the next one; the body is JSON, without views."""
    paging = cast("Paging", call.endpoint.page)
    items = items_in(body, paging.get("items", "data"))
    passed = len(items) + (before.passed if before else 0)
    step = _step(call, paging, response, body, items, passed)
    more = step is not None
    if "more" in paging and value_at(body, paging["more"]) is True:
        # Where nothing tells how, asking for the next page says so.
        more = True
    return Answered(
        call,
        step,
        more,
        before.seen if before else {},
        before.depth + 1 if before else 0,
        passed,
        _mark(paging, items),
    )


def value_at(body: Any, way: Way) -> Any:
    """What a way leads to in a JSON value or view, `None` where it leads nowhere."""
    for key in (way,) if isinstance(way, str) else way:
        if not isinstance(body, dict):
            body = getattr(body, "__dict__", {})
        body = cast("dict[str, Any]", body).get(key)
    return body


def items_in(body: Any, way: Way) -> list[Any]:
    """The items of a page; none where there is no list."""
    found = value_at(body, way)
    items: list[Any] = found if kind_of(found) is list else []
    return items


def following(page: Answered) -> Call:
    """The call for the next page.

    Raises:
        RuntimeError: There is none.
        APIError: The server does not say where it is, or leads round in a circle, or
            away to another host, where no credential must go.
    """
    if not page.more:
        raise RuntimeError("this is the last page; ask has_next_page() first")
    step = page.step
    if step is None:
        raise _error(page, "the server says that there is more, and not where")
    # Noted with the page it was met on, which may be asked for its successor again.
    if page.seen.setdefault(repr(step), page.depth) != page.depth:
        where = "address" if step.url is not None else "cursor"
        raise _error(page, f"the server gives the same {where} again, page after page")
    if step.url is not None:
        return _at(page, step.url)
    return _with(page.call, step.value)


def check_progress(before: Answered, page: Answered) -> None:
    """Makes sure that a page which was counted is not the one before, once more.

    Raises:
        APIError: It is: the server overlooks the parameter.
    """
    if page.mark and page.mark == before.mark:
        raise _error(page, "the server gives the same page again")


def _step(
    call: Call,
    paging: Paging,
    response: httpx2.Response,
    body: Any,
    items: list[Any],
    passed: int,
) -> Step | None:
    kind = paging["kind"]
    if kind == "link":
        url = next_link(response.headers.get_list("link"))
        return _follow(response, url)
    if kind == "url":
        return _follow(response, value_at(body, paging.get("next", "")))
    if _has_ended(paging, body):
        return None
    if kind == "token":
        token = value_at(body, paging.get("next", ""))
        return None if token is None or token == "" else Step(token)
    if kind == "id":
        return _after_last(paging, body, items)
    if kind == "number":
        return _next_number(call, paging, body, items, passed)
    return _next_offset(call, paging, body, items)


def _follow(response: httpx2.Response, url: Any) -> Step | None:
    """The step to an address, which may be relative to that of the answer."""
    if not isinstance(url, str) or not url:
        return None
    try:
        return Step(url=urljoin(str(response.url), url))
    except ValueError:  # It is no address, which is said when it is needed.
        return Step(url=url)


def _has_ended(paging: Paging, body: Any) -> bool:
    """Whether the page says that it is the last."""
    if "done" in paging and value_at(body, paging["done"]) is True:
        return True
    return "more" in paging and value_at(body, paging["more"]) is False


def _after_last(paging: Paging, body: Any, items: list[Any]) -> Step | None:
    more = value_at(body, paging["more"]) if "more" in paging else None
    if more is not True and ("more" in paging or not items):
        # A server that leaves the field out has but one page.
        return None
    last = value_at(body, paging["next"]) if "next" in paging else None
    if last is None and items and isinstance(items[-1], dict):
        last = cast("dict[str, Any]", items[-1]).get(paging.get("id", "id"))
    return None if last is None or last == "" else Step(last)


def _next_number(
    call: Call, paging: Paging, body: Any, items: list[Any], passed: int
) -> Step | None:
    first = paging.get("first", 0)
    current = value_at(body, paging["current"]) if "current" in paging else None
    number = _number(current)
    if number is None:
        number = _number(_sent(call, paging))
    number = (first if number is None else number) + 1
    pages = _number(value_at(body, paging["pages"])) if "pages" in paging else None
    if pages is not None:
        return Step(number) if number < first + pages else None
    total = _number(value_at(body, paging["total"])) if "total" in paging else None
    if _says_more(paging, body) or (items and (total is None or passed < total)):
        # An empty page is the end; a short one may come in the middle.
        return Step(number)
    return None


def _next_offset(
    call: Call, paging: Paging, body: Any, items: list[Any]
) -> Step | None:
    sent = _number(_sent(call, paging))
    first = paging.get("first", 0)
    offset = (first if sent is None else sent) + len(items)
    total = _number(value_at(body, paging["total"])) if "total" in paging else None
    if not items or (total is not None and offset - first >= total):
        return None
    return Step(offset)


def _says_more(paging: Paging, body: Any) -> bool:
    """Whether the page says that it is not the last."""
    if "done" in paging and value_at(body, paging["done"]) is False:
        return True
    return "more" in paging and value_at(body, paging["more"]) is True


def _number(value: Any) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value) if len(value) < 16 else None
    if isinstance(value, float):
        return int(value) if isfinite(value) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _sent(call: Call, paging: Paging) -> Any:
    """What the call itself sent as the number or offset."""
    name = paging.get("send", "")
    _, query, _, _, body, options = call.arguments
    options = options or {}
    if paging.get("place") == "body":
        places: tuple[object, ...] = (options.get("extra_body"), body)
    else:
        places = (options.get("extra_query"), query, call.client._query)
    for place in places:
        if isinstance(place, Mapping):
            value = cast("Mapping[str, Any]", place).get(name, omit)
            if value is not omit and value is not None:
                return value
    return None


def _with(call: Call, value: Any) -> Call:
    """The same call, with another value of the parameter that chooses the page."""
    paging = cast("Paging", call.endpoint.page)
    name, in_body = paging.get("send", ""), paging.get("place") == "body"
    path, query, headers, cookies, body, options = call.arguments
    extra = "extra_body" if in_body else "extra_query"
    given = cast("Mapping[str, object]", (options or {}).get(extra) or {})
    if options and name in given:
        # It would go over ours.
        rest = {key: item for key, item in given.items() if key != name}
        options = cast("RequestOptions", {**options, extra: rest})
    if in_body:
        body = {**(cast("Mapping[str, object]", body) if body else {}), name: value}
    else:
        query = {**(query or {}), name: value}
    return Call(
        call.client, call.endpoint, path, query, headers, cookies, body, options
    )


def _at(page: Answered, address: str) -> Call:
    """The same call, at an address that the server gave."""
    import httpx2

    call = page.call
    ours = httpx2.URL(call.url)
    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL:
        raise _error(page, "the next page's address is none") from None
    if (ours.scheme, url.scheme, url.port) == ("https", "http", None):
        # A server behind a proxy may not know that it is called by HTTPS.
        url = url.copy_with(scheme="https", port=ours.port)
    if not same_origin(ours, url):
        there, here = (
            f"{each.scheme}://{each.netloc.decode()}" for each in (url, ours)
        )
        raise _error(page, f"the next page is at {there}, which is not {here}")
    made = Call(call.client, call.endpoint, *call.arguments)
    made.url, _, query = str(url).partition("#")[0].partition("?")
    made.query = _without_keys(made, query)
    return made


def _without_keys(call: Call, query: str) -> str:
    """A query without the credentials in it, which are added to each request."""
    credentials = call.client._api.credentials
    keys = {
        key.name
        for name in call.names
        if isinstance(key := credentials[name], ApiKey) and key.place == "query"
    }
    if not keys or not any(name in query for name in keys):
        return query
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([pair for pair in pairs if pair[0] not in keys])


def next_link(headers: list[str]) -> str | None:
    """The target of the link whose relation is `next` (RFC 8288, 3)."""
    for header in headers:
        position = 0
        while link := _LINK.match(header, position):
            position = link.end()
            for name, value in _PARAMETERS.findall(link[2]):
                if name.lower() == "rel":
                    # Only the first one counts (RFC 8288, 3.3).
                    if "next" in value.strip('"').lower().split():
                        return link[1].strip()
                    break
    return None


def _mark(paging: Paging, items: list[Any]) -> str:
    """What tells pages apart where only counting leads on."""
    if paging["kind"] not in ("number", "offset") or not items:
        return ""
    if not isinstance(items[0], dict):
        return ""
    return f"{len(items)} {items[0]!r} {items[-1]!r}"


def _error(page: Answered, message: str) -> APIError:
    from ..responses.error_mapping import without

    call = page.call
    return APIError(without(f"{call.endpoint.path}: {message}", call.secrets))
