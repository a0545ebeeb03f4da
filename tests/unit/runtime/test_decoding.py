"""Decoding of responses by return type and media type."""

from __future__ import annotations

import json
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
from generator.runtime.transport.lines import LineDecoder

API = Api(
    name="acme",
    version="1",
    environment="ACME",
    servers=(Server("https://api.test"),),
)


def respond(
    returns: str | None, media: str | None, body: bytes, status: int = 200
) -> Any:
    headers = {} if media is None else {"Content-Type": media}
    response = httpx2.Response(status, content=body, headers=headers)
    with httpx2.Client(transport=httpx2.MockTransport(lambda _: response)) as http:
        client = SyncClient(API, http_client=http, max_retries=0)
        value: Any = Resource(client)._call(Endpoint("GET", "/", returns=returns))
        return value


@pytest.mark.parametrize(
    ("media", "is_file"),
    [("video/mp4", True), (None, True), ("text/plain", False), ("text/csv", False)],
)
def test_return_type_with_file_and_string(media: str | None, is_file: bool) -> None:
    result = respond("BinaryResponse | str", media, b"abc")
    assert isinstance(result, BinaryResponse) is is_file
    assert (result.read() if is_file else result) == (b"abc" if is_file else "abc")


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
        ("Literal['a | b'] | int", "text/plain", b"a | b", "a | b"),
        ("Literal[1] | list[str]", "text/plain", b"[1]", [1]),
        ("object", "text/html", b"<p>", "<p>"),
        ("object", "application/json", b"[1]", [1]),
        ("Any", "application/problem+json", b"null", None),
        ("list[int]", "application/json; charset=utf-8", b"[1]", [1]),
        ("str", "application/json; charset=latin-1", b'"\xe4"', "ä"),
        ("list[str]", "application/json; charset=latin-1", b'["\xe4"]', ["ä"]),
        ("list[str]", "application/json; charset=latin-1", b'["\xc3\xa4"]', ["ä"]),
        (
            "list[str]",
            "application/json; charset=utf-16",
            '["ä"]'.encode("utf-16"),
            ["ä"],
        ),
        ("int", "application/json", b"3", 3),
        ("bytes", "application/json", b"{}", b"{}"),
        ("dict[str, Any] | None", "application/json", b"", None),
        (None, "application/json", b'{"a": 1}', {"a": 1}),
        (None, "text/html", b"<p>", "<p>"),
        (None, "image/png", b"\x89", b"\x89"),
        (None, None, b"", None),
        ("Any", "application/octet-stream", b"\xff", b"\xff"),
        ("Any", None, b"\xff", b"\xff"),
        ("Any", None, b"a", "a"),
        ("str", "application/octet-stream", b"a\xff", b"a\xff"),
        ("str", "application/xml", b"<a/>", "<a/>"),
        (
            "str",
            "text/xml",
            '<?xml version="1.0" encoding="latin-1"?>ä'.encode("latin-1"),
            '<?xml version="1.0" encoding="latin-1"?>ä',
        ),
        ("str", "application/xml", "<a>ä</a>".encode("utf-16"), "<a>ä</a>"),
    ],
)
def test_decoding(
    returns: str | None, media: str | None, body: bytes, expected: object
) -> None:
    assert respond(returns, media, body) == expected


@pytest.mark.parametrize(
    "charset",
    ["base64", "hex", "rot13", "zlib", "idna", "undefined", "punycode", "nonsense", '""'],
)  # fmt: skip
def test_undecodable_text_is_an_error(charset: str) -> None:
    media = f"text/plain; charset={charset}"
    with pytest.raises(
        APIResponseValidationError, match=r"response\.content"
    ) as caught:
        respond("str", media, b"abc\xff")
    assert caught.value.response.content == b"abc\xff"
    with pytest.raises(InternalServerError):
        respond("str", media, b"abc\xff", 500)


def test_deeply_nested_error_body() -> None:
    for body in (b"[" * 100_000, b'{"error":' * 900 + b"1" + b"}" * 900):
        with pytest.raises(InternalServerError, match="500"):
            respond("str", "application/json", body, 500)


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_lines_end_at_line_breaks_only(size: int) -> None:
    source = '{"a":"x\u2028y\x85"}\r\n\n1\r2\r\r\nlä\r'
    response = httpx2.Response(200, content=b"")
    lines, seen, raw = LineDecoder(response), [], source.encode()
    for start in range(0, len(raw), size):
        seen.extend(lines.feed(raw[start : start + size]))
    seen.extend(lines.finish())
    assert seen == ['{"a":"x\u2028y\x85"}', "", "1", "2", "", "lä"]


@pytest.mark.parametrize("status", [204, 205])
def test_no_content(status: int) -> None:
    assert respond("dict[str, Any]", None, b"", status) is None


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("application/json", b"{"), ("text/html", b"<p>"), (None, b"\xff"), ("image/png", b"\x89"),
        ("application/json", b"[" * 100_000), (None, b'{"a":' * 100_000), ("application/json", b"1" * 5000),
    ],
)  # fmt: skip
def test_undecodable_body_raises(media: str | None, body: bytes) -> None:
    with pytest.raises(APIResponseValidationError) as raised:
        respond("list[int]", media, body)
    assert raised.value.response.content == body


@pytest.mark.parametrize("body", [None, 1, "a", [1], True])
@pytest.mark.parametrize("returns", ["int", "list[int]", "dict[str, int]", "object"])
def test_json_of_another_type_is_returned_as_it_was_received(
    returns: str, body: Any
) -> None:
    content = json.dumps(body).encode()
    assert respond(returns, "application/json", content) == body
