"""Parameter styles: the tables of OpenAPI ("Style Examples") and RFC 6570."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.requests.parameters import (
    expand_path,
    header_value,
    parse_template,
    query_pairs,
)
from generator.runtime.requests.styles import cookie_pairs
from generator.runtime.sentinels import omit

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


def path(value: object, style: str, explode: bool) -> str:
    template = parse_template("/{color}")
    return expand_path(template, {"color": value}, {"color": (style, explode)})[0][1:]


def query(value: object, *style: object) -> str:
    styles = {"color": style} if style else {}
    pairs = query_pairs({"color": value}, styles)  # type: ignore[arg-type]  # Any tuple.
    return "&".join(f"{name}={text}" for name, text in pairs)


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("matrix", False, "bl/ue", ";color=bl%2Fue"),
        ("matrix", False, "blue", ";color=blue"),
        ("matrix", False, ARRAY, ";color=blue,black,brown"),
        ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
        ("matrix", True, "blue", ";color=blue"),
        ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
        ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
        ("label", False, "blue", ".blue"),
        ("label", False, ARRAY, ".blue,black,brown"),
        ("label", False, OBJECT, ".R,100,G,200,B,150"),
        ("label", True, "blue", ".blue"),
        ("label", True, ARRAY, ".blue.black.brown"),
        ("label", True, OBJECT, ".R=100.G=200.B=150"),
        ("simple", False, "blue", "blue"),
        ("simple", False, ARRAY, "blue,black,brown"),
        ("simple", False, OBJECT, "R,100,G,200,B,150"),
        ("simple", True, "blue", "blue"),
        ("simple", True, ARRAY, "blue,black,brown"),
        ("simple", True, OBJECT, "R=100,G=200,B=150"),
    ],
)
def test_path_styles(style: str, explode: bool, value: object, expected: str) -> None:
    assert path(value, style, explode) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", False, "", "color="),
        ("form", False, "blue", "color=blue"),
        ("form", False, ARRAY, "color=blue,black,brown"),
        ("form", False, OBJECT, "color=R,100,G,200,B,150"),
        ("form", True, "", "color="),
        ("form", True, "blue", "color=blue"),
        ("form", True, ARRAY, "color=blue&color=black&color=brown"),
        ("form", True, OBJECT, "R=100&G=200&B=150"),
        ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
        ("spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
        ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
        ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        # The standard does not define these; servers that read lists accept them.
        ("spaceDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
        ("pipeDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
        ("pipeDelimited", False, "blue", "color=blue"),
        ("pipeDelimited", False, [], ""),
        ("spaceDelimited", False, {}, ""),
        ("deepObject", True, {}, ""),
        ("deepObject", False, {"R": 100}, "color%5BR%5D=100"),
        (
            "deepObject",
            True,
            OBJECT,
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ),
    ],
)
def test_query_styles(style: str, explode: bool, value: object, expected: str) -> None:
    assert query(value, style, explode) == expected


@pytest.mark.parametrize(
    ("explode", "value", "expected"),
    [
        (False, "blue", "blue"),
        (False, ARRAY, "blue,black,brown"),
        (False, OBJECT, "R,100,G,200,B,150"),
        (True, "blue", "blue"),
        (True, ARRAY, "blue,black,brown"),
        (True, OBJECT, "R=100,G=200,B=150"),
        # Not percent-encoded, allowReserved or not.
        (False, "a/b c%", "a/b c%"),
    ],
)
def test_header_style(explode: bool, value: object, expected: str) -> None:
    assert header_value("color", value, {"color": ("simple", explode)}) == expected


@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize("value", [None, omit, [], {}, (), [None], {"a": None}])
def test_undefined_headers_are_not_sent(value: object, explode: bool) -> None:
    assert header_value("color", value, {"color": ("simple", explode)}) is None
    assert header_value("color", "", {"color": ("simple", explode)}) == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": 1, "b": [1, 2]}, "color[a]=1&color[b]=1&color[b]=2"),
        ({"a": {"b": 1}}, "color[a][b]=1"),
        ([{"a": 1}], "color[0][a]=1"),
        ([1, 2], "color=1&color=2"),
        ("a", "color=a"),
    ],
)
def test_undeclared_parameters_keep_their_name(value: object, expected: str) -> None:
    pairs = query_pairs({"color": value, "n": omit}, {}, declared=())
    assert "&".join(f"{unquote(name)}={text}" for name, text in pairs) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", False, "", [("color", "")]),
        ("form", False, "blue", [("color", "blue")]),
        ("form", False, ARRAY, [("color", "blue,black,brown")]),
        ("form", False, OBJECT, [("color", "R,100,G,200,B,150")]),
        ("form", True, "", [("color", "")]),
        ("form", True, [], []),
        ("form", True, {}, []),
        ("cookie", False, "", [("color", "")]),
        ("cookie", False, "blue", [("color", "blue")]),
        ("cookie", False, OBJECT, [("color", "R,100,G,200,B,150")]),
        ("cookie", True, "", [("color", "")]),
        (
            "cookie",
            True,
            ARRAY,
            [("color", "blue"), ("color", "black"), ("color", "brown")],
        ),
        ("cookie", True, [], []),
        ("form", True, "bl ue", [("color", "bl%20ue")]),
        ("form", True, ARRAY, [("color", "blue&color=black&color=brown")]),
        ("form", True, OBJECT, [("R", "100&G=200&B=150")]),
        ("cookie", False, ARRAY, [("color", "blue,black,brown")]),
        ("cookie", True, "a%b", [("color", "a%b")]),
        ("cookie", True, OBJECT, [("R", "100"), ("G", "200"), ("B", "150")]),
    ],
)
def test_cookie_styles(
    style: str, explode: bool, value: object, expected: list[tuple[str, str]]
) -> None:
    assert cookie_pairs({"color": value}, {"color": (style, explode)}) == expected


def test_unencoded_cookie_rejects_delimiters() -> None:
    with pytest.raises(ValueError, match="semicolons"):
        cookie_pairs({"color": "a; admin=1"}, {"color": ("cookie", True)})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Hello World!", "Hello%20World!"),
        ("50%", "50%25"),
        ("50%25", "50%25"),
        ("http://example.com/home/", "http://example.com/home/"),
        # Always encoded: these end the value, or `+` is decoded as a space.
        ("a&b#c+d", "a%26b%23c%2Bd"),
    ],
)
def test_allow_reserved(value: str, expected: str) -> None:
    assert query(value, "form", True, True) == f"color={expected}"


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", False, ["a/b", "c:d"], "color=a/b,c:d"),
        ("form", True, ["a/b", "c:d"], "color=a/b&color=c:d"),
        ("form", False, {"a/b": "c:d"}, "color=a/b,c:d"),
        ("form", True, {"a/b": "c:d"}, "a/b=c:d"),
        ("spaceDelimited", False, ["a/b", "c:d"], "color=a/b%20c:d"),
        ("pipeDelimited", False, ["a/b", "c:d"], "color=a/b%7Cc:d"),
        ("deepObject", True, {"a": "c:d"}, "color[a]=c:d"),
        ("form", True, "", "color="),
        ("form", True, [], ""),
    ],
)
def test_allow_reserved_in_every_style(
    style: str, explode: bool, value: object, expected: str
) -> None:
    assert query(value, style, explode, True) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("simple", False, ["a:b", "c/d"], "/a:b,c%2Fd"),
        ("simple", True, {"a": "b@c"}, "/a=b@c"),
        ("label", True, ["a:b", "c"], "/.a:b.c"),
        ("matrix", True, {"a": "b:c", "d": ""}, "/;a=b:c;d"),
    ],
)
def test_allow_reserved_in_paths(
    style: str, explode: bool, value: object, expected: str
) -> None:
    template = parse_template("/{color}")
    styles: dict[str, Any] = {"color": (style, explode, True)}
    assert expand_path(template, {"color": value}, styles)[0] == expected


def test_allow_reserved_in_cookies() -> None:
    styles: dict[str, Any] = {"color": ("form", True, True)}
    assert cookie_pairs({"color": "a/b c"}, styles) == [("color", "a/b%20c")]


def test_reserved_characters_are_encoded_by_default() -> None:
    assert query("a/b?c=d&e", "form", True) == "color=a%2Fb%3Fc%3Dd%26e"


def test_path_value_stays_in_its_segment() -> None:
    assert path("a/../b?c#d", "simple", False) == "a%2F..%2Fb%3Fc%23d"
    styles = {"color": ("simple", False, True)}
    template = parse_template("/{color}")
    assert expand_path(template, {"color": "a:b/c?d"}, styles)[0] == "/a:b%2Fc%3Fd"


@pytest.mark.parametrize("value", ["", ".", "..", None, omit, [], {}])
@pytest.mark.parametrize("style", ["simple", "label", "matrix"])
def test_path_parameter_rejects_empty_and_dots(value: object, style: str) -> None:
    with pytest.raises(ValueError, match="[`']color[`']"):
        path(value, style, False)


def test_missing_path_parameter() -> None:
    with pytest.raises(ValueError, match="`id`"):
        expand_path(parse_template("/{id}"), {}, {})


@pytest.mark.parametrize(
    ("template", "values", "expected"),
    [
        ("/plain", {}, ("/plain", "")),
        ("/a/{b}/c", {"b": "x"}, ("/a/x/c", "")),
        ("/{a}.{b}~{c}", {"a": 1, "b": 2, "c": 3}, ("/1.2~3", "")),
        ("/x?beta=true", {}, ("/x", "beta=true")),
        ("/{a}?version={v}", {"a": "x", "v": "1&2"}, ("/x", "version=1%262")),
        ("/x#Action", {}, ("/x", "")),
        ("/{a}{a}", {"a": "x"}, ("/xx", "")),
    ],
)
def test_path_templates(
    template: str, values: dict[str, object], expected: tuple[str, str]
) -> None:
    assert expand_path(parse_template(template), values, {}) == expected


class Color(Enum):
    BLUE = "blue"


class Shade(str, Enum):  # noqa: UP042
    DARK = "dark"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (0.5, "0.5"),
        (Decimal("1.50"), "1.5"),
        (Color.BLUE, "blue"),
        (Shade.DARK, "dark"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (
            datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
            "2026-01-02T03%3A04%3A05%2B00%3A00",
        ),
    ],
)
def test_scalars(value: object, expected: str) -> None:
    assert query(value) == f"color={expected}"


@pytest.mark.parametrize("value", [None, omit, [], {}, [None], {"a": None}])
def test_undefined_values_are_not_sent(value: object) -> None:
    for style in ("form", "deepObject"):
        assert query(value, style, True) == ""
    assert query(value, "form", False) == ""


def test_empty_string_is_sent() -> None:
    assert query("") == "color="


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [float("-inf")]])
def test_numbers_must_be_finite(value: object) -> None:
    with pytest.raises(ValueError, match="number must be finite"):
        query(value)


@pytest.mark.parametrize("value", [b"bytes", object(), [object()]])
def test_unsupported_values(value: object) -> None:
    with pytest.raises(TypeError):
        query(value)


def test_nested_objects_use_brackets() -> None:
    value = {"a": {"b": 1}, "c": [1, 2], "d": [{"e": 3}]}
    assert unquote(query(value, "deepObject", True)) == (
        "color[a][b]=1&color[c][]=1&color[c][]=2&color[d][0][e]=3"
    )


def test_nested_values_in_flat_styles_are_json() -> None:
    value = {"a": {"b": 1}, "c": [True]}
    assert unquote(query(value, "form", False)) == 'color=a,{"b":1},c,[true]'
    value = [{"b": 1}, [2], "x"]
    assert unquote(query(value, "pipeDelimited", False)) == 'color={"b":1}|[2]|x'
    assert header_value("color", value, {}) == '{"b":1},[2],x'


def test_content_parameters_are_json() -> None:
    pairs = query_pairs({"filter": {"a": [1, None]}}, {"filter": "json"})
    assert [unquote(text) for _, text in pairs] == ['{"a":[1,null]}']
    assert header_value("X-Filter", {"ä": 1}, {"X-Filter": "json"}) == '{"\\u00e4":1}'


def test_content_parameters_of_text() -> None:
    styles = {"note": "text", "path:note": "text", "cookie:note": "text"}
    assert query_pairs({"note": "a&b"}, styles) == [("note", "a%26b")]
    assert query_pairs({"note": 5}, styles) == [("note", "5")]
    assert header_value("note", "a, b", styles) == "a, b"
    assert expand_path(parse_template("/{note}"), {"note": "ä/"}, styles)[0] == (
        "/%C3%A4%2F"
    )
    assert cookie_pairs({"note": "a;b"}, styles) == [("note", "a%3Bb")]


def test_content_of_the_whole_query() -> None:
    pairs = query_pairs({"all": {"a": 1}}, {"all": "querystring json"})
    assert pairs == [("", "%7B%22a%22%3A1%7D")]
    pairs = query_pairs({"all": "$.a[1]"}, {"all": "querystring text"})
    assert pairs == [("", "%24.a%5B1%5D")]


def test_querystring_parameter() -> None:
    pairs = query_pairs({"all": {"a": 1, "b": [2, 3]}}, {"all": "querystring"})
    assert pairs == [("a", "1"), ("b", "2"), ("b", "3")]


def test_styles_with_location() -> None:
    styles = {"path:id": ("label", False), "query:id": ("form", False)}
    assert expand_path(parse_template("/{id}"), {"id": [1, 2]}, styles)[0] == "/.1,2"
    assert query_pairs({"id": [1, 2]}, styles) == [("id", "1,2")]


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1)))
def test_query_round_trip(values: dict[str, str]) -> None:
    pairs = query_pairs(dict(values.items()), {})
    encoded = "&".join(f"{name}={text}" for name, text in pairs)
    assert encoded.isascii() and "#" not in encoded
    assert parse_qsl(encoded, strict_parsing=bool(values)) == list(values.items())


@given(st.text(min_size=1))
def test_path_round_trip(value: str) -> None:
    if value in (".", ".."):
        return
    expanded = path(value, "simple", False)
    assert not set(expanded) & set("/?#") and unquote(expanded) == value
