"""Places of keys and items in TOML: all keys of `tomllib` have the correct place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config.toml_places import toml_places
from generator.rendering.toml import toml_string

TEXT = '''\
# [tool.oasmith] in a comment
title = "[tool.oasmith]"
text = """
only = ["in a string"]
\\""" still """""
raw = \'\'\'
exclude = 1\'\'\'\'\'

[ tool . "oasmith" ]
specs = ["a.yaml", # only = []
  'b.yaml',
  [1, {x = 2}],
]
docs = true
polling.getJob.until = ["done"]
polling."a.b" = { until = [ 'x' ], field = "y" }
created = 2026-01-01 10:00:00
"quoted \\u0041" = 1.5e3

[tool.oasmith.names]
"GET /a" = "a.b"  # comment

[[tool.oasmith.clients]]
package = "one"

[tool.oasmith.clients.names]
x = "y.z"

[[tool.oasmith.clients]]
package = "two"
names.x = "y.w"

[[tool.oasmith.clients.inner]]
a = 1
[[tool.oasmith.clients.inner]]
a = 2
'''


def paths(value: Any, pointer: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the JSON pointers of a value and its descendants."""
    yield pointer
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, (*pointer, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from paths(item, (*pointer, str(position)))


def test_every_key_has_a_place() -> None:
    assert set(toml_places(TEXT)) == set(paths(tomllib.loads(TEXT)))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ("title", 2, 1),
        ("tool", 9, 3),
        ("tool/oasmith", 9, 10),
        ("tool/oasmith/specs", 10, 1),
        ("tool/oasmith/specs/0", 10, 10),
        ("tool/oasmith/specs/1", 11, 3),
        ("tool/oasmith/specs/2/1/x", 12, 8),
        ("tool/oasmith/polling", 15, 1),
        ("tool/oasmith/polling/getJob/until", 15, 16),
        ("tool/oasmith/polling/a.b/field", 16, 36),
        ("tool/oasmith/quoted A", 18, 1),
        ("tool/oasmith/names/GET ~1a", 21, 1),
        ("tool/oasmith/clients/0", 23, 16),
        ("tool/oasmith/clients/0/names/x", 27, 1),
        ("tool/oasmith/clients/1/package", 30, 1),
        ("tool/oasmith/clients/1/names/x", 31, 7),
        ("tool/oasmith/clients/1/inner/1/a", 36, 1),
    ],
)
def test_places(path: str, line: int, column: int, newline: str) -> None:
    pointer = tuple(token.replace("~1", "/") for token in path.split("/"))
    place = toml_places(TEXT.replace("\n", newline))[pointer]
    assert (place.line, place.column) == (line, column)


VALUES = st.recursive(
    st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def written(value: Any) -> str:
    """Return a value as TOML in one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return toml_string(value)
        case list():
            return f"[{', '.join(map(written, value))}]"
        case dict():
            pairs = (f"{toml_string(k)} = {written(v)}" for k, v in value.items())
            return f"{{ {', '.join(pairs)} }}"
    return str(value)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=4))
def test_any_value_has_its_places(content: dict[str, Any]) -> None:
    text = "[a.b]\n" + "".join(
        f"{toml_string(key)} = {written(value)} # x\n" for key, value in content.items()
    )
    places = toml_places(text)
    assert set(places) == set(paths(tomllib.loads(text)))
    for line, key in enumerate(content, 2):
        assert places["a", "b", key].line == line
