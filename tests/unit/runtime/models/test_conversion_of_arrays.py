"""Conversion of arrays of objects, which are converted together."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from generator.runtime.models.conversion import converter
from generator.runtime.models.declarations import declaration_of
from tests.unit.runtime.models.test_conversion import Make, kinds

FLAT = """
    Kind: TypeAlias = Literal["a"]

    class Item(BaseModel):
        id: str
        kind: Kind
        note: str | None = None
        class_: int = field(key="class")

    class Nested(Item):
        inner: Item | None = None

    class Open(BaseModel, extra="Item"):
        id: str
"""
WHOLE = {"id": "1", "kind": "a", "class": 7, "other": {"id": "2"}}
LACKING = {"id": "1", "class": 7}


@pytest.mark.parametrize("name", ["Item", "Nested"])
@pytest.mark.parametrize(
    "items",
    [
        [],
        [WHOLE] * 3,
        [WHOLE, LACKING, WHOLE],
        [LACKING, {}],
        [WHOLE, None, "text", 1, [WHOLE]],
        ["text"],
    ],
)
def test_items_are_converted_like_single_objects(
    make_types: Make, name: str, items: list[Any]
) -> None:
    package = make_types(items=FLAT).__name__
    alone = converter(name, package)
    together = converter(f"list[{name}]", package)
    for _ in range(
        2
    ):  # Later calls do not check the keys that an earlier object lacked.
        data = json.loads(json.dumps(items))
        result = together(data)
        assert result == [alone(json.loads(json.dumps(item))) for item in items]
        assert kinds(result) == [
            name if isinstance(item, dict) else item for item in items
        ]
        for item, model in zip(data, result, strict=True):
            if isinstance(item, dict):
                assert vars(model) is item and model.note is None


def test_items_without_a_required_field_say_so(make_types: Make) -> None:
    package = make_types(items=FLAT).__name__
    items = converter("list[Item]", package)([dict(WHOLE), dict(LACKING)])
    assert items[0].kind == "a" and items[1].class_ == 7
    with pytest.raises(
        AttributeError, match="'Item' object has no required field 'kind'"
    ):
        _ = items[1].kind


def test_items_with_models_in_undeclared_members(make_types: Make) -> None:
    package = make_types(items=FLAT).__name__
    items = converter("list[Open]", package)([{"id": "1", "x": dict(WHOLE)}] * 1)
    assert kinds(vars(items[0])) == {"id": "1", "x": "Item"}


def test_aliases_of_literals_contain_no_class(make_types: Make) -> None:
    package = make_types(
        first="""
            Kind: TypeAlias = Literal["a", "b"]
            Link: TypeAlias = "Item"

            class Item(BaseModel):
                kind: Kind
                last: Kind | None
                link: Link | None = None
                far: Far | None = None
        """,
        second="""
            Far: TypeAlias = Literal["c"]
        """,
    )
    fields = declaration_of(package.Item).by_key
    assert {
        key: field.annotation.is_scalar_or_literal for key, field in fields.items()
    } == {"kind": True, "last": True, "link": False, "far": False}
    # Neither of these needs another module.
    assert f"{package.__name__}.second" not in sys.modules
    convert = converter("Item", package.__name__)
    item = {
        "kind": {"x": 1},
        "last": "new",
        "link": {"kind": "a", "last": None},
        "far": "c",
    }
    model = convert(json.loads(json.dumps(item)))
    assert vars(model) == {**item, "link": package.Item(kind="a", last=None)}
