"""What a client answers by itself in the tests of its callers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MockStream:
    """A streamed answer.

    Args:
        media_type: of the stream.
        form: how server-sent events carry items, as an endpoint says it.
        ends: what marks the end; `""`: nothing does.
        switch: what a caller sets to have the stream; `""`: nothing.
        value: what it is set to; `""`: to true.
        on: whether it comes unless that is set to something else.
        items: a list of them, as JSON.
    """

    media_type: str
    form: str
    ends: str
    stream_parameter: str
    value: str
    on: bool
    items: str


@dataclass(frozen=True, slots=True)
class MockPage:
    """A list of which nothing says how it ends, but a page without items.

    Args:
        send: the parameter that chooses the page.
        first: what it is for the first page, as JSON.
        items: the keys that lead to the items, as JSON.
    """

    send: str
    first: str
    items: str


@dataclass(frozen=True, slots=True)
class MockOperation:
    """An operation and its answer; `json` and `text` are `""` where it has none.

    Args:
        call: how it is called: `chat.completions.create`.
        method, path: as the document says.
        status: of the answer.
        media_type: of the answer; `""`: it has no content.
        json: the content as JSON.
        text: the content as text.
        stream: the answer as a stream.
        page: how a list ends.
    """

    call: str
    method: str
    path: str
    status: int
    media_type: str
    json: str = ""
    text: str = ""
    stream: MockStream | None = None
    page: MockPage | None = None


@dataclass(frozen=True, slots=True)
class Mock:
    """The data of the mock: where the API is served, and all operations."""

    servers: tuple[str, ...]
    operations: tuple[MockOperation, ...]
