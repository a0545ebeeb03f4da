"""Decoding of server-sent events, wherever the chunks end."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.streaming.sse import EventDecoder

pytestmark = pytest.mark.slow

BOM = b"\xef\xbb\xbf"
Seen = tuple[str, str, str | None, int | None]


def decoded(*pieces: bytes) -> list[Seen]:
    decoder = EventDecoder()
    return [
        (event.event, event.data, event.id, event.retry)
        for piece in pieces
        for event in decoder.feed(piece)
    ]


CASES: list[tuple[bytes, list[Seen]]] = [
    (b"data: a\n\n", [("message", "a", None, None)]),
    (b"data:a\r\rdata:  b\r\n\r\n", [("message", "a", None, None), ("message", " b", None, None)]),
    (b"\xef\xbb\xbfdata: a\n\n", [("message", "a", None, None)]),
    (b"\xef\xbb\xbfdata: a\n\ndata: b\n\n", [("message", "a", None, None), ("message", "b", None, None)]),
    (b"data: \xef\xbb\xbfa\n\n", [("message", "\ufeffa", None, None)]),
    (b"data: a\ndata\ndata: b\n\n", [("message", "a\n\nb", None, None)]),
    (b": comment\n\nevent: x\n\ndata: a\n\n", [("message", "a", None, None)]),
    (b"event: x\ndata: a\n\ndata: b\n\n", [("x", "a", None, None), ("message", "b", None, None)]),
    (b"id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n", [("message", "a", "1", None), ("message", "b", "1", None), ("message", "c", "", None)]),
    (b"id: 1\0\ndata: a\n\n", [("message", "a", None, None)]),
    (b"retry: 30\ndata: a\n\nretry: 3x\ndata: b\n\n", [("message", "a", None, 30), ("message", "b", None, None)]),
    (b"unknown: x\ndata: a\n\n", [("message", "a", None, None)]),
    (b"data: a\n", []),
    (b"data: a", []),
    (b"data: \xc3\xa4\xff\n\n", [("message", "ä\ufffd", None, None)]),
    (b"data: a\x0bb\x0c\x1c\xc2\x85\n\n", [("message", "a\x0bb\x0c\x1c\x85", None, None)]),
    (b"data\n\n", [("message", "", None, None)]),
    (b"\n\n\r\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_every_split(body: bytes, expected: list[Seen]) -> None:
    assert decoded(body) == expected
    for cut in range(len(body) + 1):
        assert decoded(body[:cut], body[cut:]) == expected
    assert decoded(*(body[i : i + 1] for i in range(len(body)))) == expected


lines = st.sampled_from(
    [
        b"data: x",
        b"data:",
        b"data: y z",
        b"id: 7",
        b"event: e",
        b"retry: 5",
        b": c",
        b"",
    ]
)
ends = st.sampled_from([b"\n", b"\r\n", b"\r"])


@given(st.lists(st.tuples(lines, ends)), st.data())
def test_any_splits(parts: list[tuple[bytes, bytes]], data: st.DataObject) -> None:
    body = b"".join(line + end for line, end in parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(body)), max_size=6)))
    pieces = [body[a:b] for a, b in zip([0, *cuts], [*cuts, len(body)], strict=True)]
    assert decoded(*pieces) == decoded(body)


def divided(limit: int | None, *pieces: bytes) -> tuple[list[str], bool]:
    """Return the data of the events, and whether something exceeds the limit.

    As the decoder of items does, only what `split` leaves is fed.
    """
    decoder = EventDecoder(limit)
    events: list[str] = []
    try:
        for piece in pieces:
            begin, texts, rest = decoder.split(piece)
            events.extend(event.data for event in decoder.feed(begin))
            events += texts
            events.extend(event.data for event in decoder.feed(rest))
    except ValueError:
        return events, True
    return events, False


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_divided_chunks_have_the_same_data(body: bytes, expected: list[Seen]) -> None:
    data = [each[1] for each in expected]
    for cut in range(len(body) + 1):
        assert divided(None, body[:cut], body[cut:]) == (data, False)


PAYLOADS = st.binary(max_size=8) | st.sampled_from(
    [
        b"\xe2\x82",
        b"\xf0\x9f\x98\x80",
        b"data: ",
        b"\n",
        b"\r",
        b"\xef\xbb\xbf",
        b"\x85",
    ]
)
EVENTS = st.one_of(
    PAYLOADS.map(lambda data: b"data: %b\n\n" % data),
    PAYLOADS.map(lambda data: b"event: x\ndata: %b\n\n" % data),
    st.sampled_from(
        [
            b"event: x\n",
            b"event: y\n\n",
            b"event:z\n",
            b"retry: 5\n",
            b"\n",
            b"data:a\n\n",
            b"id: 7\ndata: b\n\n",
        ]
    ),
)


@given(st.lists(EVENTS, max_size=12), st.none() | st.integers(1, 40), st.data())
def test_divided_chunks_have_the_same_data_with_any_splits(
    parts: list[bytes], limit: int | None, data: st.DataObject
) -> None:
    body = data.draw(st.sampled_from([b"", BOM])) + b"".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(body)), max_size=6)))
    pieces = [body[a:b] for a, b in zip([0, *cuts], [*cuts, len(body)], strict=True)]
    assert divided(limit, *pieces) == outcome(limit, *pieces)


def test_simple_events_are_not_fed() -> None:
    simple = b"data: a\n\ndata:  b\n\n"
    decoder = EventDecoder()
    assert decoder.split(simple) == (b"", ["a", " b"], b"")
    assert decoder.split(simple + b"data: c\n") == (b"", ["a", " b"], b"data: c\n")
    assert list(decoder.feed(b"data: c\n")) == []
    assert decoder.split(b"data: d\n\n" + simple) == (
        b"data: d\n\n",
        ["a", " b"],
        b"",
    )
    decoder = EventDecoder()
    named = b"event: x\ndata: c\n\n"
    assert decoder.split(simple + named + simple)[1] == ["a", " b", "c", "a", " b"]
    assert decoder.split(named + b": d")[1] == ["c"]


@pytest.mark.parametrize(
    "other",
    [
        b"event: error\ndata: c\n\n",
        b": c\n\n",
        b"data:c\n\n",
        b"data: c\ndata: d\n\n",
        b"data: c\n\n\n",
        b"event: x\n\n",
        b"event:x\ndata: c\n\n",
        b"id: 1\ndata: c\n\n",
        b"xdata: c\n\n",
        b"data: c\r\n\n",
    ],
)
def test_other_events_are_fed(other: bytes) -> None:
    chunk = b"data: a\n\n" + other
    assert EventDecoder().split(chunk) == (chunk, [], b"")
    assert EventDecoder().split(other + b"data: a\n\n")[1] == []


# httpx2 differs from the standard: it keeps a byte order mark, and dispatches an event
# with a type but without data.
DEPARTURES = (
    b"\xef\xbb\xbfdata: a\n\n",
    b"\xef\xbb\xbfdata: a\n\ndata: b\n\n",
    b": comment\n\nevent: x\n\ndata: a\n\n",
)


@pytest.mark.parametrize(
    ("body", "expected"), [case for case in CASES if case[0] not in DEPARTURES]
)
def test_same_as_httpx2(body: bytes, expected: list[Seen]) -> None:
    response = httpx2.Response(
        200,
        content=body,
        headers={"Content-Type": "text/event-stream"},
        request=httpx2.Request("GET", "https://api.test"),
    )
    expected_events = [
        (event.event, event.data) for event in httpx2.EventSource(response)
    ]
    assert expected_events == [(event, data) for event, data, _, _ in expected]


@given(st.lists(st.tuples(lines, ends)), st.data())
def test_same_as_httpx2_with_any_splits(
    parts: list[tuple[bytes, bytes]], data: st.DataObject
) -> None:
    body = b"".join(line + end for line, end in parts) + b"\n\n"
    cuts = sorted(data.draw(st.lists(st.integers(0, len(body)), max_size=6)))
    pieces = [body[a:b] for a, b in zip([0, *cuts], [*cuts, len(body)], strict=True)]
    response = httpx2.Response(
        200,
        content=iter(pieces),
        headers={"Content-Type": "text/event-stream"},
        request=httpx2.Request("GET", "https://api.test"),
    )
    expected_events = [
        (event.event, event.data, event.id) for event in httpx2.EventSource(response)
    ]
    events = [(event, data, id or "") for event, data, id, _ in decoded(*pieces)]
    # httpx2 also returns events without data, which the standard discards.
    assert [each for each in events if each[1]] == [
        each for each in expected_events if each[1]
    ]


@pytest.mark.parametrize("first", [b"\xef\xbb\xbf", b""])
def test_a_byte_order_mark_is_only_removed_at_the_start(first: bytes) -> None:
    body = first + b"data: a\n\n\xef\xbb\xbfdata: b\n\n"
    assert [data for _, data, _, _ in decoded(body)] == ["a"]


def test_long_numbers_are_ignored() -> None:
    body = b"retry: " + b"9" * 5000 + b"\ndata: a\n\n"
    assert decoded(body) == [("message", "a", None, None)]


def seconds(*pieces: bytes) -> float:
    """Return the shortest of several CPU times of decoding."""
    seconds = []
    for _ in range(5):
        started = time.process_time()
        assert len(decoded(*pieces)) >= 1
        seconds.append(time.process_time() - started)
    return min(seconds)


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param(lambda n: [b"data: ", *[b"x" * 500] * n, b"\n\n"], id="one line"),
        pytest.param(lambda n: [*[b"data: x\n"] * n, b"\n"], id="many lines"),
        pytest.param(lambda n: [b"data: x\n" * n, b"\n"], id="many lines at once"),
        pytest.param(lambda n: [b"data: x\n\n"] * n, id="many events"),
        pytest.param(lambda n: [b"data: x\n\n" * n], id="many events at once"),
        pytest.param(lambda n: [b"d", b"a:", b"\r", b"\n"] * n + [b"\n"], id="tiny"),
    ],
)
def test_decoding_takes_linear_time(pieces: Callable[[int], list[bytes]]) -> None:
    few = seconds(*pieces(4_000), b"data: x\n\n")
    # 16 times the length; quadratic time would take 256 times as long.
    ratio = seconds(*pieces(64_000), b"data: x\n\n") / few
    assert ratio < 100


def outcome(limit: int | None, *pieces: bytes) -> tuple[list[str], bool]:
    """Return the data of the events, and whether something exceeds the limit."""
    decoder = EventDecoder(limit)
    events: list[str] = []
    try:
        for piece in pieces:
            events.extend(event.data for event in decoder.feed(piece))
    except ValueError:
        return events, True
    return events, False


LINES = st.sampled_from(
    [b"data: a", b"data: " + b"b" * 9, b"data", b": x", b"id: 1", b""]
)


@given(
    st.lists(st.tuples(LINES, st.sampled_from([b"\n", b"\r\n", b"\r"])), max_size=30),
    st.integers(1, 40),
    st.integers(1, 12),
)
def test_the_limit_is_independent_of_chunks(
    lines: list[tuple[bytes, bytes]], limit: int, size: int
) -> None:
    source = b"".join(line + ending for line, ending in lines)
    events, is_exceeded = outcome(limit, source)
    pieces = [source[i : i + size] for i in range(0, len(source), size)]
    # The events before the one that exceeds the limit are returned in any case.
    assert outcome(limit, *pieces) == (events, is_exceeded)
    unlimited, _ = outcome(10**6, source)
    longest = max((len(line) for line, _ in lines), default=0)
    assert events == unlimited[: len(events)]
    assert all(len(data) <= limit for data in events)
    if not is_exceeded:
        assert events == unlimited and longest <= limit
    elif longest <= limit:
        # An event of several lines, which may be unfinished.
        assert sum(len(line) for line, _ in lines if line.startswith(b"data")) > limit


@given(st.binary(min_size=1, max_size=50), st.integers(1, 2000))
def test_endless_input_is_rejected(piece: bytes, limit: int) -> None:
    decoder = EventDecoder(limit)
    held = 0
    for _ in range(3000 // len(piece) + 10):
        try:
            list(decoder.feed(piece))
        except ValueError:
            break
        held = sum(map(len, decoder._parts)) + sum(map(len, decoder._data))
        assert held <= 2 * limit + len(piece)
    assert held <= 2 * limit + len(piece)
