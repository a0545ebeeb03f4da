"""Encoding of request bodies by media type."""

from __future__ import annotations

import dataclasses
import enum
import io
import json
import uuid
from collections import OrderedDict, deque
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qsl, unquote

import pydantic.dataclasses
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel as PydanticModel

from generator.runtime.api.endpoint import Endpoint, Style
from generator.runtime.requests.bodies import encode_body
from generator.runtime.requests.parameters import query_pairs
from generator.runtime.requests.uploads import Parts
from generator.runtime.sentinels import omit
from tests.unit.runtime.bodies import MULTIPART, multipart, sent

JSON = Endpoint("POST", "/", body="application/json")


FORM = Endpoint("POST", "/", body="application/x-www-form-urlencoded")


class Size(enum.Enum):
    LARGE = "large"


class Level(enum.IntEnum):
    HIGH = 3


@dataclasses.dataclass
class Point:
    x: int
    when: datetime


class Pydantic(PydanticModel):
    name: str
    day: date


@pydantic.dataclasses.dataclass
class Checked:
    day: date
    inner: Pydantic | None = None


def test_json_is_compact_and_in_utf8() -> None:
    assert sent(JSON, {"a": [1, None], "ü": "ü"}) == '{"a":[1,null],"ü":"ü"}'.encode()


def test_omit_and_null_members() -> None:
    assert sent(JSON, {"a": omit, "b": None}) == b'{"b":null}'


def test_omitted_body_and_null() -> None:
    assert encode_body(JSON, omit, None) is None
    assert sent(JSON, None) == b"null"
    for endpoint, extra in ((FORM, None), (MULTIPART, None), (JSON, {"c": 4})):
        with pytest.raises(TypeError, match="body must be a mapping, not NoneType"):
            encode_body(endpoint, None, extra)


def test_extra_members_replace_members() -> None:
    assert json.loads(sent(JSON, {"a": 1, "b": 2}, {"b": 3, "c": 4})) == {
        "a": 1,
        "b": 3,
        "c": 4,
    }
    assert sent(JSON, omit, {"c": 4}) == b'{"c":4}'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T00:00:00+00:00"),
        (date(2026, 1, 2), "2026-01-02"),
        (uuid.UUID(int=2), "00000000-0000-0000-0000-000000000002"),
        (Decimal(2), 2),
        (Size.LARGE, "large"),
        (Level.HIGH, 3),
        (Point(1, datetime(2026, 1, 2, tzinfo=UTC)), {"x": 1, "when": "2026-01-02T00:00:00+00:00"}),
        (Pydantic(name="n", day=date(2026, 1, 2)), {"name": "n", "day": "2026-01-02"}),
        (Checked(date(2026, 1, 2), Pydantic(name="n", day=date(2026, 1, 2))), {"day": "2026-01-02", "inner": {"name": "n", "day": "2026-01-02"}}),
        (Point(1, when=Pydantic(name="n", day=date(2026, 1, 2))), {"x": 1, "when": {"name": "n", "day": "2026-01-02"}}),  # type: ignore[arg-type]  # Any value.
        ({"a": {Size.LARGE.value: Decimal("0.1")}}, {"a": {"large": 0.1}}),
        (time(1, 2, 3, tzinfo=UTC), "01:02:03+00:00"),
        (datetime(2026, 1, 2), "2026-01-02T00:00:00"),
        (Decimal("0.10000000000000000555"), "0.10000000000000000555"),
        (Decimal("1e5000"), "1E+5000"),
        (Decimal(12345678901234567890), 12345678901234567890),
        ({"a": 1}.keys(), ["a"]),
        (range(2), [0, 1]),
        ((1, 2), [1, 2]),
        (deque([1]), [1]),
        (frozenset([1]), [1]),
        (MappingProxyType({"a": 1}), {"a": 1}),
        (OrderedDict(a=1), {"a": 1}),
    ],
)  # fmt: skip
def test_json_of_python_values(value: object, expected: object) -> None:
    assert json.loads(sent(JSON, {"v": [value]})) == {"v": [expected]}


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity")],
)
def test_nan_is_rejected(value: object) -> None:
    with pytest.raises(ValueError, match="NaN and infinity are not JSON compliant: v$"):
        sent(JSON, {"v": value})


class Nested(PydanticModel):
    score: float


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"a": [1, {"b": float("inf")}]}, r"a\[1\]\.b"),
        ([[1], [b"x"]], r"\[1\]\[0\]"),
        ({"a": Nested(score=float("nan"))}, r"a\.score"),
        ({"a": Point(1, when=object())}, r"a\.when"),  # type: ignore[arg-type]  # Deliberately wrong.
        ({"a": {"b": (c for c in "c")}}, r"a\.b"),
        ({"a": (omit,)}, r"a\[0\]"),
        ({"a": {uuid.UUID(int=1): 1}}, r"a"),
    ],
)
def test_error_contains_path_of_invalid_value(body: object, path: str) -> None:
    with pytest.raises((TypeError, ValueError), match=f": {path}$"):
        sent(JSON, body)


def test_self_reference_is_rejected() -> None:
    circle: list[object] = []
    circle.append(circle)
    with pytest.raises(ValueError, match="Circular"):
        sent(JSON, {"a": circle})


@pytest.mark.parametrize("value", [b"x", object(), {"a": omit}, [omit]])
def test_unsupported_values_in_json(value: object) -> None:
    with pytest.raises(TypeError):
        sent(JSON, {"v": value})


def test_unpaired_surrogate_is_escaped() -> None:
    assert sent(JSON, {"v": "\ud800"}) == b'{"v":"\\ud800"}'


def test_other_json_media_types() -> None:
    endpoint = Endpoint(
        "PATCH", "/", body="application/merge-patch+json; charset=utf-8"
    )
    assert encode_body(endpoint, [1], None) == (endpoint.body, b"[1]")


def test_forms() -> None:
    body = {
        "a": "x y&z",
        "list": [1, True],
        "deep": {"k": {"l": 1}},
        "items": [{"m": 2}],
        "none": None,
        "gone": omit,
    }
    assert sent(FORM, body) == (
        b"a=x+y%26z&list=1&list=true&deep=%7B%22k%22%3A%7B%22l%22%3A1%7D%7D"
        b"&items=%5B%7B%22m%22%3A2%7D%5D"
    )


@pytest.mark.parametrize("style", ["brackets", ("brackets", True)])
def test_brackets(style: Style) -> None:
    encodings = {"meta": style, "list": style, "items": style}
    body = {"meta": {"k": {"l": [1]}}, "list": ["a", "b"], "items": [{"m": 2}]}
    expected = [
        ("meta[k][l][]", "1"),
        ("list[]", "a"),
        ("list[]", "b"),
        ("items[0][m]", "2"),
    ]
    form = Endpoint("POST", "/", body=FORM.body, encodings=encodings)
    assert parse_qsl(str(sent(form, body), "ascii")) == expected
    parts = multipart(
        body, Endpoint("POST", "/", body=MULTIPART.body, encodings=encodings)
    )
    assert [
        (part["Content-Disposition"].split('"')[1], content.decode())
        for part, content in parts
    ] == expected
    query = query_pairs(body, encodings)
    assert [(unquote(name), value) for name, value in query] == expected


def test_form_members_with_encoding() -> None:
    endpoint = Endpoint(
        "POST",
        "/",
        body="application/x-www-form-urlencoded",
        encodings={
            "a": ("form", False),
            "b": "application/json",
            "c": ("brackets", True),
            "d": ("deepObject", True),
            "e": ("pipeDelimited", False),
        },
    )
    body = {"a": [1, 2], "b": {"x": 1}, "c": [1, 2], "d": {"y": 2}, "e": ["p", "q"]}
    assert sent(endpoint, body) == (
        b"a=1%2C2&b=%7B%22x%22%3A1%7D&c%5B%5D=1&c%5B%5D=2&d%5By%5D=2&e=p%7Cq"
    )


@pytest.mark.parametrize("endpoint", [FORM, MULTIPART])
def test_form_requires_mapping(endpoint: Endpoint) -> None:
    with pytest.raises(TypeError, match="must be a mapping"):
        sent(endpoint, "text")


def test_multipart_fields_and_files() -> None:
    parsed_parts = multipart(
        {
            "purpose": "batch",
            "tags": ["a", "b"],
            "expires": {"after": 3, "anchor": {"at": "created"}},
            "rows": [{"x": 1}, [2], 3],
            "gone": omit,
            "file": b"content",
        }
    )
    assert [
        (headers["Content-Disposition"].removeprefix("form-data; "), content)
        for headers, content in parsed_parts
    ] == [
        ('name="purpose"', b"batch"),
        ('name="tags"', b"a"),
        ('name="tags"', b"b"),
        ('name="expires"', b'{"after":3,"anchor":{"at":"created"}}'),
        ('name="rows"', b'{"x":1}'),
        ('name="rows"', b"[2]"),
        ('name="rows"', b"3"),
        ('name="file"; filename="upload"', b"content"),
    ]
    json, octets = "application/json", "application/octet-stream"
    assert [headers.get("Content-Type") for headers, _ in parsed_parts] == [
        *(None, None, None, json, json, json, None, octets)
    ]


def test_multipart_files_in_objects(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_bytes(b"from disk")
    parsed_parts = multipart(
        {"item": {"name": "n", "photo": io.BytesIO(b"1"), "more": [b"2", {"x": path}]}}
    )
    assert [
        (part["Content-Disposition"].split("; ", 1)[1], content)
        for part, content in parsed_parts
    ] == [
        ('name="item[name]"', b"n"),
        ('name="item[photo]"; filename="upload"', b"1"),
        ('name="item[more]"; filename="upload"', b"2"),
        ('name="item[more][1][x]"; filename="p.txt"', b"from disk"),
    ]


def test_multipart_file_types(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"{}")
    opened = path.open("rb")
    named = io.BytesIO(b"..x")
    named.seek(2)
    with opened:
        parsed_parts = multipart(
            {
                "files": [
                    path,
                    opened,
                    named,
                    ("n.txt", b"1"),
                    ("n.txt", b"2", "text/x"),
                    ("n.txt", "3", None, {"X-Part": "y"}),
                    (None, b"4"),
                    iter([b"5", b"6"]),
                ]
            }
        )
    assert [
        (
            headers["Content-Disposition"].partition("; filename=")[2],
            headers["Content-Type"],
            content,
        )
        for headers, content in parsed_parts
    ] == [
        ('"a.json"', "application/json", b"{}"),
        ('"a.json"', "application/json", b"{}"),
        ('"upload"', "application/octet-stream", b"x"),
        ('"n.txt"', "text/plain", b"1"),
        ('"n.txt"', "text/x", b"2"),
        ('"n.txt"', "text/plain", b"3"),
        ("", "application/octet-stream", b"4"),
        ('"upload"', "application/octet-stream", b"56"),
    ]
    assert parsed_parts[5][0]["X-Part"] == "y"
    assert all(
        'name="files"' in headers["Content-Disposition"] for headers, _ in parsed_parts
    )


def test_multipart_members_with_media_type() -> None:
    endpoint = Endpoint(
        "POST",
        "/",
        body="multipart/form-data",
        files=("image",),
        encodings={
            "meta": "application/json",
            "note": "text/markdown",
            "image": ("brackets", True),
        },
    )
    parsed_parts = multipart(
        {"meta": {"a": [1]}, "note": "*x*", "image": [b"1", b"2"]}, endpoint
    )
    assert [content for _, content in parsed_parts] == [
        b'{"a":[1]}',
        b"*x*",
        b"1",
        b"2",
    ]
    assert [headers["Content-Type"] for headers, _ in parsed_parts[:2]] == [
        "application/json",
        "text/markdown",
    ]
    assert 'name="image[]"' in parsed_parts[2][0]["Content-Disposition"]


def test_names_of_parts_are_escaped() -> None:
    content = b"".join(sent(MULTIPART, {'a"\r\nX: y': 1, "file": ('b"\r\n.txt', b"")}))
    assert b'name="a%22%0D%0AX: y"' in content
    assert b'filename="b%22%0D%0A.txt"' in content


@pytest.mark.parametrize("headers", [{"X-A": "b\r\nX-C: d"}, {"X A": "b"}, {"": "b"}])
def test_invalid_headers_of_parts_are_rejected(headers: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="header"):
        sent(MULTIPART, {"file": ("n", b"", None, headers)})


@pytest.mark.parametrize(
    "value", ["a path?", 3, io.StringIO("text"), ("n",), {"a": b""}, ("n", None)]
)
def test_unsupported_uploads(value: object) -> None:
    with pytest.raises(TypeError):
        sent(MULTIPART, {"file": value})


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


@given(st.dictionaries(st.text(), values))
def test_json_round_trip(body: dict[str, object]) -> None:
    assert json.loads(sent(JSON, body)) == body


@given(
    st.dictionaries(st.from_regex(r"[a-zA-Z0-9_ äöü\"\\]+", fullmatch=True), st.text())
)
def test_multipart_round_trip(fields: dict[str, str]) -> None:
    encoded = encode_body(MULTIPART, fields, None)
    assert encoded is not None and isinstance(encoded[1], Parts)
    raw = b"".join(encoded[1])
    for text in fields.values():
        assert text.encode() in raw
    assert encoded[1].length == len(raw)
