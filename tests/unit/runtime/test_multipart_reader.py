"""Splitting of multipart bodies, wherever the chunks end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.streaming.multipart import MultipartReader

Parts = list[tuple[bytes, bytes]]


def read(*chunks: bytes, boundary: bytes = b"b", limit: int | None = None) -> Parts:
    reader = MultipartReader(boundary, limit, OverflowError)
    parts = [part for chunk in chunks for part in reader.feed(chunk)]
    parts += reader.finish()
    if not reader.is_done:
        raise EOFError
    return parts


CASES: list[tuple[bytes, Parts]] = [
    (b"--b--", []),
    (b"--b--\r\n", []),
    (b"--b\r\nA: 1\r\n\r\nx\r\n--b--\r\n", [(b"A: 1", b"x")]),
    (b"--b\r\n\r\nx\r\n--b--", [(b"", b"x")]),
    (b"--b\r\n\r\n\r\n--b--", [(b"", b"")]),
    # The line end of a delimiter can be the blank line after the headers.
    (b"--b\r\nA: 1\r\n\r\n--b--", [(b"A: 1", b"")]),
    (b"--b\r\n\r\n--b\r\n\r\nx\r\n--b--", [(b"", b""), (b"", b"x")]),
    (b"preamble --b\r\n--b\r\n\r\nx\r\n--b--\r\nepilogue\r\n--b\r\n", [(b"", b"x")]),
    (b"--bx\r\n--b \t\r\n\r\nx\r\n--b-- \r\nepilogue", [(b"", b"x")]),
    # Lines that only begin with the boundary, bare line feeds, and hyphens are content.
    (
        b"--b\r\n\r\n--bx\r\n--b-\r\n--b--x\r\n--b x\n--b\n--\r\n\r\n--b--",
        [(b"", b"--bx\r\n--b-\r\n--b--x\r\n--b x\n--b\n--\r\n")],
    ),
    (b"--b\r\n\r\n\r\r\n\r\n--b--", [(b"", b"\r\r\n")]),
    (b"--b\r\nA: 1\r\nB: 2\r\n\r\n\r\n\r\n\r\n--b--", [(b"A: 1\r\nB: 2", b"\r\n\r\n")]),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_every_split(body: bytes, expected: Parts) -> None:
    assert read(body) == expected
    for cut in range(len(body) + 1):
        assert read(body[:cut], body[cut:]) == expected
    assert read(*(body[i : i + 1] for i in range(len(body)))) == expected


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"preamble",
        b"--b",
        b"--b-",
        b"--b\r\n",
        b"--b\r\n\r\nx",
        b"--b\r\n\r\nx\r\n--b",
        b"--b\r\n\r\nx\r\n--b-",
        b"--b\r\n\r\nx\r\n--b--x",
        b"--b\r\n\r\nx\r\n--b\r\n",
        b"--b\n\nx\n--b--\n",
    ],
)
def test_the_last_boundary_is_missing(body: bytes) -> None:
    with pytest.raises(EOFError):
        read(body)
    with pytest.raises(EOFError):
        read(*(body[i : i + 1] for i in range(len(body))))


pieces = st.sampled_from(
    [b"\r\n", b"\r", b"\n", b"-", b"--", b"--b", b"b", b" ", b"x", b"\r\n--b", b"\r\n-"]
)
contents = st.lists(pieces, max_size=8).map(b"".join)


@st.composite
def chunked(draw: st.DrawFn, body: bytes) -> list[bytes]:
    cuts = sorted(draw(st.lists(st.integers(0, len(body)), max_size=8)))
    return [body[a:b] for a, b in zip([0, *cuts], [*cuts, len(body)], strict=True)]


@given(st.lists(st.binary(max_size=20) | contents, max_size=4), st.data())
def test_parts_are_independent_of_chunks(
    items: list[bytes], data: st.DataObject
) -> None:
    # A boundary of this kind cannot occur in the contents.
    boundary = b"b-boundary-that-is-longer-than-each-content"
    body = b"".join(
        b"--%b\r\nA: %d\r\n\r\n%b\r\n" % (boundary, index, item)
        for index, item in enumerate(items)
    )
    chunks = data.draw(chunked(b"\r\n" + body + b"--" + boundary + b"--\r\nend"))
    expected = [(b"A: %d" % index, item) for index, item in enumerate(items)]
    assert read(*chunks, boundary=boundary) == expected


@given(contents, st.data())
def test_any_body_is_read_alike_in_any_chunks(body: bytes, data: st.DataObject) -> None:
    def outcome(*chunks: bytes) -> Parts | type[Exception]:
        try:
            return read(*chunks)
        except (EOFError, ValueError) as error:
            return type(error)

    body = b"--b\r\n\r\n" + body + b"\r\n--b--"
    assert outcome(*data.draw(chunked(body))) == outcome(body)


def test_parts_are_yielded_when_their_end_arrives() -> None:
    reader = MultipartReader(b"b", None, OverflowError)
    assert list(reader.feed(b"--b\r\n\r\nx\r\n--b\r")) == []
    assert list(reader.feed(b"\n")) == [(b"", b"x")]
    assert not reader.is_done
    assert list(reader.feed(b"\r\ny\r\n--b--\r\nepilogue")) == [(b"", b"y")]
    assert reader.is_done
    assert list(reader.feed(b"--b\r\n")) == []


@pytest.mark.parametrize("size", [4, 5])
@pytest.mark.parametrize("step", [1, 100])
def test_size_of_a_part_is_limited(size: int, step: int) -> None:
    body = b"a preamble of any size\r\n--b\r\nA: 1\r\n\r\n" + b"x" * size + b"\r\n--b--"
    chunks = [body[i : i + step] for i in range(0, len(body), step)]
    if size == 4:
        assert read(*chunks, limit=4) == [(b"A: 1", b"xxxx")]
    else:
        with pytest.raises(OverflowError):
            read(*chunks, limit=4)


def test_a_large_part_is_rejected_before_its_end() -> None:
    reader = MultipartReader(b"b", 10, OverflowError)
    with pytest.raises(OverflowError):
        list(reader.feed(b"--b\r\n\r\n" + b"x" * 30))


@pytest.mark.parametrize(
    "body",
    [
        b"--b\r\nA: " + b"x" * 9000 + b"\r\n\r\n",
        b"--b\r\nA: " + b"x" * 9000,
        b"--b\r\n\r\nx\r\n--b" + b" " * 2000,
    ],
)
def test_headers_and_spaces_are_limited(body: bytes) -> None:
    with pytest.raises(ValueError, match="more than"):
        read(body)
    with pytest.raises(ValueError, match="more than"):
        read(*(body[i : i + 100] for i in range(0, len(body), 100)))


def test_long_parts_take_linear_time() -> None:
    body = b"--b\r\n\r\n" + b"\r\n--" * 500_000 + b"\r\n--b--"
    start = time.process_time()
    ((_, content),) = read(*(body[i : i + 100] for i in range(0, len(body), 100)))
    assert time.process_time() - start < 2
    assert len(content) == 2_000_000
