"""Explanations about schemas: types of the client, and conversion of responses."""

from __future__ import annotations

import typing
from typing import Any

from tests.clients import union_members
from tests.e2e.explained.example import Example


def values(alias: object) -> tuple[object, ...]:
    """Return the values of a `Literal`."""
    return typing.get_args(alias)


def test_compound_enum_value(example: Example) -> None:
    assert example.types.Size is Any


def test_conflicting_all_of(example: Example) -> None:
    assert example.types.Id is int


def test_default_outside_enum(example: Example) -> None:
    assert values(example.types.Size) == ("small", "large")
    assert 'default: `"big"`' in example.page("types/components.md")


def test_duplicate_enum_value(example: Example) -> None:
    assert values(example.types.Size) == ("small", "large")


def test_empty_enum(example: Example) -> None:
    assert example.types.Size is str


def test_enum_outside_type(example: Example) -> None:
    assert values(example.types.Size) == ("1", "2")


def test_false_schema(example: Example) -> None:
    assert example.annotation("Item", "secret") == "Any"
    assert example.types.Item.from_dict({"secret": [1]}).secret == [1]


def test_invalid_value(example: Example) -> None:
    assert example.annotation("Item", "size") == "int | None"
    assert 'default: `"large"`' in example.page("types/components.md")


def test_keyword_recursive_ref(example: Example) -> None:
    assert example.annotation("Tree", "parent") == "Any"


def test_keyword_dynamic_ref(example: Example) -> None:
    assert example.annotation("Tree", "children") == "Any"


def test_nested_unions(example: Example) -> None:
    for own, name in ("card", "PaymentWithCard"), ("cash", "PaymentWithCash"):
        class_ = getattr(example.types, name)
        assert set(class_.__annotations__) == {own, "cents", "text"}
        assert class_() == class_.from_dict({})
    assert "Payment" in example.types.__all__


def test_not_a_schema(example: Example) -> None:
    assert example.annotation("Item", "amount") == "Any"


def test_number_out_of_range(example: Example) -> None:
    assert example.types.Amount is float


def test_pattern_properties(example: Example) -> None:
    assert example.types.Item == dict[str, str]


def test_recursive_reference(example: Example) -> None:
    assert example.types.Item is Any


def test_unmerged_property(example: Example) -> None:
    assert example.annotation("Pet", "owner") == "PetOwner | None"
    names = union_members(example.types.PetOwner)
    fields = [set(getattr(example.types, name).__annotations__) for name in names]
    assert fields == [{"name", "email"}, {"name", "phone"}]


def test_required_without_property(example: Example) -> None:
    class_ = example.types.Item
    assert list(class_.__annotations__) == ["title"]
    item = class_.from_dict({"title": "Lamp", "name": "lamp"})
    assert (item.title, item.name) == ("Lamp", "lamp")
    assert item.to_dict() == {"title": "Lamp", "name": "lamp"}


def test_same_name(example: Example) -> None:
    assert list(example.types.LineItem.__annotations__) == ["b"]
    assert list(example.types.LineItem2.__annotations__) == ["a"]


def test_tag_outside_enum(example: Example) -> None:
    assert example.annotation("Dog", "kind") == "Literal['dog'] | None"
    pet = {"kind": "dog"}
    assert type(example.types.Dog.from_dict(pet)) is example.types.Dog


def test_tag_outside_type(example: Example) -> None:
    for name, key in ("Small", "code"), ("Large", "name"):
        class_ = getattr(example.types, name)
        assert example.annotation(name, "size") == "float | None"
        assert getattr(class_.from_dict({"size": 1.5, key: "x"}), key) == "x"


def test_tuple_items(example: Example) -> None:
    assert example.types.Pair == list[str | int]


def test_undeclared_discriminator_property(example: Example) -> None:
    assert example.annotation("Cat", "kind") == "Literal['cat'] | None"
    assert example.annotation("Dog", "kind") == "Literal['dog'] | None"
    assert example.types.Dog.from_dict({"kind": "dog"}).kind == "dog"


def test_unknown_discriminator_target(example: Example) -> None:
    assert union_members(example.types.Pet) == ["Cat", "Dog"]


def test_unknown_type(example: Example) -> None:
    assert example.annotation("Item", "amount") == "Any"
    assert example.types.Item.from_dict({"amount": "1.5"}).amount == "1.5"


def test_unresolved_reference(example: Example) -> None:
    assert example.annotation("Order", "item") == "Any"
    assert "Item" in example.types.__all__


def test_widened_property(example: Example) -> None:
    assert example.annotation("Message", "content") == "str | None"
    message = example.types.UserMessage(content=["a"])
    assert message.to_dict() == {"content": ["a"]}
    assert "list[str]" in example.annotation("UserMessage", "content")


def test_sdk_only_property(example: Example) -> None:
    assert list(example.types.Orders.__annotations__) == ["total"]
    assert example.types.Orders.from_dict({"total": 1}).to_dict() == {"total": 1}
