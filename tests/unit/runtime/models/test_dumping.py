"""Serialization of models, compared with a pydantic model of the same declaration."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pydantic
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.runtime.pagination.pages import AsyncListPage, SyncListPage
from generator.runtime.requests.json_lines import encode_lines
from generator.runtime.requests.uploads import Upload

Make = Callable[..., ModuleType]

TREE = """
    class Leaf(BaseModel):
        text: str | None
        more: Any = None

    class Tree(BaseModel):
        index: int
        leaf: Leaf
        stop: str | None = None
        leaves: list[Leaf] | None = None
        by_name: dict[str, Leaf] | None = None
        class_: str = field(key="class")
        from_: str | None = field(key="from", default=None)
"""


class Leaf(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="allow")
    text: str | None
    more: Any = None


class Tree(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="allow")
    index: int
    leaf: Leaf
    stop: str | None = None
    leaves: list[Leaf] | None = None
    by_name: dict[str, Leaf] | None = None
    class_: str = pydantic.Field(alias="class")
    from_: str | None = pydantic.Field(alias="from", default=None)


TEXT = st.sampled_from(["", "a", "é\u2028"])
JSON = st.recursive(
    st.none() | st.integers(0, 3) | TEXT | st.booleans(),
    lambda item: st.lists(item, max_size=2) | st.dictionaries(TEXT, item, max_size=2),
    max_leaves=4,
)
LEAF = st.fixed_dictionaries(
    {"text": TEXT | st.none()}, optional={"more": JSON, "extra": JSON}
)
TREES = st.fixed_dictionaries(
    {"index": st.integers(0, 3), "leaf": LEAF, "class": TEXT},
    optional={
        "stop": TEXT | st.none(),
        "leaves": st.lists(LEAF, max_size=3) | st.none(),
        "by_name": st.dictionaries(TEXT, LEAF, max_size=2) | st.none(),
        "from": TEXT | st.none(),
        "extra": JSON,
    },
)
NAMES = st.sampled_from(
    "index leaf stop leaves by_name class_ class from_ extra text more a __all__".split()
)
# Other indices can be out of range, which pydantic takes modulo the length.
KEYS = NAMES | st.sampled_from([0, -1])
SELECTIONS = st.none() | st.recursive(
    st.sets(KEYS, max_size=4),
    lambda inner: st.dictionaries(
        KEYS, st.just(True) | st.just(...) | inner, max_size=4
    ),
    max_leaves=6,
)
OPTIONS = st.fixed_dictionaries(
    {
        name: st.booleans()
        for name in ("by_alias", "exclude_unset", "exclude_defaults", "exclude_none")
    }
    | {"include": SELECTIONS, "exclude": SELECTIONS}
)


@pytest.fixture
def types(make_types: Make) -> ModuleType:
    return make_types(tree=TREE)


@pytest.mark.slow
@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=TREES, options=OPTIONS, mode=st.sampled_from(["python", "json"]))
def test_same_as_pydantic(
    types: ModuleType, data: Any, options: dict[str, Any], mode: str
) -> None:
    model, other = types.Tree.from_dict(data), Tree.model_validate(data)
    try:
        expected = other.model_dump(mode=mode, **options)
    except TypeError:
        # A value of the wrong kind inside of a selection, such as `{"leaf": {0: True}}`.
        return
    assert model.model_dump(mode=mode, **options) == expected
    text = model.model_dump_json(**options)
    assert json.loads(text) == json.loads(other.model_dump_json(**options))
    if not options["exclude_unset"]:
        assert text == other.model_dump_json(**options)


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=TREES)
def test_to_dict_returns_the_data_and_dict_the_attributes(
    types: ModuleType, data: Any
) -> None:
    model, other = types.Tree.from_dict(data), Tree.model_validate(data)
    assert model.to_dict() == data
    assert list(model.to_dict()) == list(data)
    assert json.loads(model.to_json()) == data
    assert list(dict(model)) == list(dict(other))
    assert dict(model)["leaf"] is model.leaf
    assert model.model_fields_set == other.model_fields_set
    assert model.to_dict(use_api_names=False) == other.model_dump(exclude_unset=True)


def test_missing_required_fields_are_omitted(types: ModuleType) -> None:
    leaf = types.Leaf.from_dict({})
    assert leaf.model_dump() == dict(leaf) == {"more": None}


def test_json_mode_converts_values(types: ModuleType) -> None:
    noon = datetime(2026, 1, 2, 12, tzinfo=UTC)
    leaf = types.Leaf(text=None, more=[noon, {"at": noon}])
    assert leaf.model_dump()["more"] == [noon, {"at": noon}]
    at = noon.isoformat()
    assert leaf.model_dump(mode="json")["more"] == [at, {"at": at}]
    assert json.loads(leaf.to_json())["more"] == [at, {"at": at}]
    with pytest.raises(TypeError, match="of type set is not JSON serializable"):
        types.Leaf(text=None, more={1}).model_dump(mode="json")


@pytest.mark.parametrize("selection", ["index", ["index"], 1])
def test_wrong_selections_raise(types: ModuleType, selection: Any) -> None:
    leaf = types.Leaf(text="a")
    with pytest.raises(TypeError, match="exclude must be a set or a mapping, not"):
        leaf.model_dump(exclude=selection)
    with pytest.raises(TypeError, match="include must be a set or a mapping, not"):
        leaf.model_dump(include=selection)


def test_model_copy(types: ModuleType) -> None:
    tree = types.Tree.from_dict({"index": 1, "leaf": {"text": "a"}, "class": "c"})
    copied = tree.model_copy(update={"index": 2, "class_": "d", "new": 3})
    assert copied.to_dict() == {
        "index": 2,
        "leaf": {"text": "a"},
        "class": "d",
        "new": 3,
    }
    assert tree.index == 1 and copied.leaf is tree.leaf
    assert tree.model_copy(deep=True).leaf is not tree.leaf
    assert tree.model_copy(deep=True) == tree


def test_model_construct_requires_no_field(types: ModuleType) -> None:
    tree = types.Tree.model_construct(class_="c", leaf={"text": "a"}, new=1)
    assert tree.to_dict() == {"class": "c", "leaf": {"text": "a"}, "new": 1}
    assert tree.leaf.text == "a"
    assert types.Tree.model_construct(**{"class": "c"}).class_ == "c"


def test_model_validate_json(types: ModuleType) -> None:
    for text in ('{"text": "a"}', b'{"text": "a"}'):
        assert types.Leaf.model_validate_json(text) == types.Leaf(text="a")
    with pytest.raises(ValueError, match="Expecting value"):
        types.Leaf.model_validate_json("")
    with pytest.raises(
        TypeError, match="Leaf must be created from a mapping, not list"
    ):
        types.Leaf.model_validate_json("[]")


def test_a_model_is_no_iterable_of_rows_or_chunks(types: ModuleType) -> None:
    leaf = types.Leaf(text="a")
    with pytest.raises(TypeError, match="must be an iterable of rows, not Leaf"):
        encode_lines(leaf, "application/jsonl")
    with pytest.raises(TypeError, match="upload must be bytes.*, not Leaf"):
        Upload(leaf)


def test_pages_iterate_over_items() -> None:
    assert list(SyncListPage[int](data=[1, 2])) == [1, 2]
    with pytest.raises(
        TypeError, match="use 'async for' to iterate over AsyncListPage"
    ):
        list(AsyncListPage[int](data=[1, 2]))
