"""Description of the request of the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from .next_page import PageState, next_step

if TYPE_CHECKING:
    from ..api.endpoint import Paging


class PageInfo(NamedTuple):
    """The URL, the query parameter or the body property that selects the next page."""

    url: str | None = None
    params: dict[str, Any] | None = None
    json: dict[str, Any] | None = None


def next_page_info(page: PageState) -> PageInfo:
    """Return what selects the next page.

    Raises:
        RuntimeError: There is no next page.
        APIError: The response does not identify the next page.
    """
    step = next_step(page)
    if step.url is not None:
        return PageInfo(url=step.url)
    paging = cast("Paging", page.call.endpoint.pagination)
    path, sent = paging.get("send", ""), step.value
    for key in reversed((path,) if isinstance(path, str) else path):
        sent = {key: sent}
    return PageInfo(json=sent) if "place" in paging else PageInfo(params=sent)
