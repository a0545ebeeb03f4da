"""Answers of other kinds than JSON objects: decoded by what the server sent."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from generator.runtime import (
    Api,
    BinaryResponse,
    Endpoint,
    Resource,
    Server,
    SyncClient,
)
from generator.runtime.responses.errors import (
    APIResponseValidationError,
    InternalServerError,
)
from generator.runtime.streaming.lines import Lines

API = Api(
    name="acme",
    version="1",
    environment="ACME",
    servers=(Server("https://api.test"),),
)


def answer(
    returns: str | None, media: str | None, body: bytes, status: int = 200
) -> Any:
    headers = {} if media is None else {"Content-Type": media}
    reply = httpx2.Response(status, content=body, headers=headers)
    with httpx2.Client(transport=httpx2.MockTransport(lambda _: reply)) as http:
        client = SyncClient(API, http_client=http, max_retries=0)
        value: Any = Resource(client)._call(Endpoint("GET", "/", returns=returns))
        return value


@pytest.mark.parametrize(
    ("media", "is_file"),
    [("video/mp4", True), (None, True), ("text/plain", False), ("text/csv", False)],
)
def test_files_among_other_answers(media: str | None, is_file: bool) -> None:
    found = answer("BinaryResponse | str", media, b"abc")
    assert isinstance(found, BinaryResponse) is is_file
    assert (found.read() if is_file else found) == (b"abc" if is_file else "abc")


@pytest.mark.parametrize(
    ("returns", "media", "body", "expected"),
    [
        ("str", "text/plain", b"a", "a"),
        ("str", "text/plain; charset=latin-1", b"\xe4", "ä"),
        ("str", "text/csv", b"1,2", "1,2"),
        ("str", "application/json", b'"a"', "a"),
        ("str", "application/json", b'{"a": 1}', '{"a": 1}'),
        ("str", "application/json", b"not json", "not json"),
        ("str", None, b"a", "a"),
        ("dict[str, Any] | str", "text/vtt", b"WEBVTT", "WEBVTT"),
        ("dict[str, Any] | str", "application/json", b'{"a": 1}', {"a": 1}),
        ("dict[str, Any]", "text/plain", b'{"a": 1}', {"a": 1}),
        ("object", "text/html", b"<p>", "<p>"),
        ("object", "application/json", b"[1]", [1]),
        ("Any", "application/problem+json", b"null", None),
        ("list[int]", "application/json; charset=utf-8", b"[1]", [1]),
        ("int", "application/json", b"3", 3),
        ("bytes", "application/json", b"{}", b"{}"),
        ("dict[str, Any]", "application/json", b"", None),
        (None, "application/json", b'{"a": 1}', None),
        (None, "text/html", b"<p>", None),
    ],
)
def test_decoding(
    returns: str | None, media: str | None, body: bytes, expected: object
) -> None:
    assert answer(returns, media, body) == expected


@pytest.mark.parametrize(
    "charset",
    ["base64", "hex", "rot13", "zlib", "idna", "undefined", "utf-16", "punycode", "nonsense", '""'],
)  # fmt: skip
def test_charsets_that_are_none(charset: str) -> None:
    media = f"text/plain; charset={charset}"
    assert isinstance(answer("str", media, b"abc\xff"), str)
    with pytest.raises(InternalServerError):
        answer("str", media, b"abc\xff", 500)


def test_failures_nested_deeper_than_python_follows() -> None:
    for body in (b"[" * 100_000, b'{"error":' * 900 + b"1" + b"}" * 900):
        with pytest.raises(InternalServerError, match="500"):
            answer("str", "application/json", body, 500)


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_lines_end_where_files_end_them(size: int) -> None:
    text = '{"a":"x\u2028y\x85"}\r\n\n1\r2\r\r\nlä\r'
    response = httpx2.Response(200, content=b"")
    lines, seen, raw = Lines(response), [], text.encode()
    for start in range(0, len(raw), size):
        seen.extend(lines.feed(raw[start : start + size]))
    seen.extend(lines.rest())
    assert seen == ['{"a":"x\u2028y\x85"}', "", "1", "2", "", "lä"]


@pytest.mark.parametrize("status", [204, 205])
def test_no_content(status: int) -> None:
    assert answer("dict[str, Any]", None, b"", status) is None


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("application/json", b"{"), ("text/html", b"<p>"), (None, b"\xff"), ("image/png", b"\x89"),
        ("application/json", b"[" * 100_000), (None, b'{"a":' * 100_000), ("application/json", b"1" * 5000),
    ],
)  # fmt: skip
def test_no_json_where_json_was_promised(media: str | None, body: bytes) -> None:
    with pytest.raises(APIResponseValidationError) as caught:
        answer("list[int]", media, body)
    assert caught.value.response.content == body
