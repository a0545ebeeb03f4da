"""Items of parameters that contain the delimiter between items."""

from __future__ import annotations

from typing import Any

import pytest

from generator.runtime.requests.parameters import header_value
from generator.runtime.requests.styles import cookie_pairs
from tests.unit.runtime.test_request_parameters import path, query


@pytest.mark.parametrize(
    ("value", "style"),
    [
        (["a b", "c"], ("spaceDelimited", False, False)),
        (["a|b"], ("pipeDelimited", False, False)),
        ({"k": "a|b"}, ("pipeDelimited", False, False)),
        (["a,b"], ("form", False, True)),
        ({"a,b": "c"}, ("form", False, True)),
    ],
)
def test_items_with_the_delimiter_are_refused(value: object, style: Any) -> None:
    with pytest.raises(
        ValueError, match="'color' contains .*, which separates the items"
    ):
        query(value, *style)


def test_items_without_the_delimiter_are_sent() -> None:
    assert (
        query(["a|b", "c,d"], "spaceDelimited", False, False) == "color=a%7Cb%20c%2Cd"
    )
    assert query(["a b", "c"], "pipeDelimited", False, False) == "color=a%20b%7Cc"
    assert query(["a,b", "c"], "form", False, False) == "color=a%2Cb,c"
    assert query(["a b"], "spaceDelimited", True, False) == "color=a%20b"
    assert path(["a,b", "c"], "simple", False) == "a%2Cb,c"
    with pytest.raises(ValueError, match="contains '.'"):
        path(["a.b"], "label", True)


def test_commas_in_headers() -> None:
    assert header_value("X-Ids", {"k": "a=b"}, {"X-Ids": ("simple", True)}) == "k=a=b"
    for value in (["a,b"], {"k": "a,b"}, {"a,b": 1}):
        with pytest.raises(ValueError, match="'X-Ids' contains ','"):
            header_value("X-Ids", value, {})
    assert header_value("If-Match", ['"a,b"', '"c\\",d"'], {}) == '"a,b","c\\",d"'
    assert header_value("X-Text", "a,b", {}) == "a,b"


def test_objects_in_lists_contain_delimiters() -> None:
    value = [{"a": 1, "b": [2, 3]}, "c"]
    pairs = cookie_pairs({"color": value}, {"color": ("cookie", False, False)})
    assert pairs == [("color", '{"a":1,"b":[2,3]},c')]
    assert header_value("X-Ids", value, {}) == '{"a":1,"b":[2,3]},c'
