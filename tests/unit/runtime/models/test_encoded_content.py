"""Encodings of strings with content."""

from __future__ import annotations

import pytest

from generator.runtime.models.encoded_content import decode_content

DATA = b"\xfb\xff\x00a=\n"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("base64", "+/8AYT0K"),
        ("base64", "+/8A\r\n YT0K\r\n"),
        ("base64url", "-_8AYT0K"),
        ("base32", "7P7QAYJ5BI======"),
        ("base32", "7p7qayj5bi======"),
        ("base32hex", "VFVG0O9T18======"),
        ("base16", "FBFF00613D0A"),
        ("base16", "fbff00613d0a"),
        ("quoted-printable", "=FB=ff=00=61=\r\n=3D\n"),
    ],
)
def test_bytes(encoding: str, text: str) -> None:
    assert decode_content(text, "data", encoding) == DATA


@pytest.mark.parametrize("text", ["YQ", "YQ=="])
def test_padding_of_base64url_is_optional(text: str) -> None:
    assert decode_content(text, "data", "base64url") == b"a"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("base64", "YQ"),
        ("base64", "YQ=="[:3]),
        ("base64", "Y-_="),
        ("base64", "YQ==YQ=="),
        ("base64", "é"),
        ("base64url", "Y+/="),
        ("base64url", "YQ="),
        ("base64url", "YQ==="),
        ("base64url", "Y Q"),
        ("base64url", "="),
        ("base32", "7P7QAYJ5BI"),
        ("base32", "1"),
        ("base32hex", "W======="),
        ("base16", "0"),
        ("base16", "0G"),
        ("base16", "0 0 "),
        ("quoted-printable", "=G0"),
        ("quoted-printable", "a="),
        ("quoted-printable", "é"),
    ],
)
def test_strings_in_no_encoding(encoding: str, text: str) -> None:
    with pytest.raises(ValueError, match="cannot decode 'data': "):
        decode_content(text, "data", encoding)


@pytest.mark.parametrize(
    ("text", "annotation", "expected"),
    [
        ("1", "int", 1),
        ("1.0", "int", 1),
        ("1", "float", 1),
        ("null", "int | None", None),
        ("null", "Any", None),
        ('"a"', 'Literal["b"]', "a"),
        ("[[1]]", "list[list[int]]", [[1]]),
        ("{}", "dict[str, int]", {}),
        (' {"a": 1}\n', "dict[str, int]", {"a": 1}),
    ],
)
def test_json(text: str, annotation: str, expected: object) -> None:
    assert decode_content(text, "data", json=annotation) == expected


@pytest.mark.parametrize(
    ("text", "annotation"),
    [
        ("", "Any"),
        ("1 2", "Any"),
        ("Infinity", "Any"),
        ("true", "int"),
        ("1.5", "int"),
        ("null", "int"),
        ("{}", "list[int]"),
        ('"a"', "dict[str, int]"),
    ],
)
def test_strings_that_are_not_the_json(text: str, annotation: str) -> None:
    with pytest.raises(ValueError, match="cannot decode 'data': "):
        decode_content(text, "data", json=annotation)


def test_encoded_json_may_have_a_byte_order_mark() -> None:
    assert decode_content("77u/MQ==", "data", "base64", json="int") == 1
