"""Frozen dataclasses of the generator behave as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import TypeVar

import pytest

from generator.frozen_dataclass import dataclass, replace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shape:
    """A class with each kind of field."""

    name: str
    sides: int = 4
    tags: dict[str, str] = field(default_factory=dict)
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Point:
    """A class with one field."""

    x: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """A class without fields."""


@dataclass(frozen=True, slots=True, eq=False)
class Unique:
    """A class whose objects are equal only to themselves."""

    x: int


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The class of the standard library that is compared with `Shape`."""

    name: str
    sides: int = 4
    tags: dict[str, str] = field(default_factory=dict)
    note: str = field(default="", compare=False, repr=False)


@pytest.mark.parametrize(
    "arguments", [("a",), ("a", 3), ("a", 3, {"b": "c"}), ("a", 3, {}, "d")]
)
def test_values_and_texts_are_those_of_the_standard_library(
    arguments: tuple[object, ...],
) -> None:
    fast, standard = Shape(*arguments), Standard(*arguments)  # type: ignore[arg-type]
    assert dataclasses.asdict(fast) == dataclasses.asdict(standard)
    assert repr(fast) == repr(standard).replace("Standard", "Shape")


def test_defaults_are_not_shared() -> None:
    assert Shape("a").tags is not Shape("b").tags


def test_wrong_arguments_are_type_errors() -> None:
    with pytest.raises(TypeError, match=r"Shape\.__init__\(\) missing 1 required"):
        Shape()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'size'"):
        Shape("a", size=3)  # type: ignore[call-arg]


def test_equal_values_are_equal_and_have_the_same_hash() -> None:
    assert Point(1) == Point(1) != Point(2)
    assert hash(Point(1)) == hash(Point(1))
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert (Point(1) == object()) is False
    assert Shape("a", note="x") == Shape("a", note="y")
    assert Shape("a") != Shape("a", 5)


def test_objects_without_equality_have_an_identity() -> None:
    one, other = Unique(1), Unique(1)
    assert one != other
    assert len({one, other}) == 2


def test_an_unhashable_value_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="unhashable type: 'dict'"):
        hash(Shape("a"))


def test_fields_cannot_be_changed() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        delattr(point, "x")
    assert point.x == 1
    assert not hasattr(point, "__dict__")


def test_replace_copies_and_pickles() -> None:
    shape = Shape("a", 3, {"b": "c"}, "d")
    assert dataclasses.replace(shape, sides=5) == Shape("a", 5, {"b": "c"})
    for copied in (copy.copy(shape), copy.deepcopy(shape), _pickled(shape)):
        assert copied == shape
        assert copied.note == "d"
    for small in (Point(1), Nothing()):
        assert _pickled(small) == copy.deepcopy(small) == small


def _pickled(value: T) -> T:
    copied: T = pickle.loads(pickle.dumps(value))
    return copied


def test_patterns_match_by_position() -> None:
    match Shape("a", 3):
        case Shape(name, sides):
            assert (name, sides) == ("a", 3)


@pytest.mark.parametrize("options", [{"kw_only": True}, {"hash": True}])
def test_fields_of_other_kinds_are_refused(options: dict[str, bool]) -> None:
    definition = type("Other", (), {"__annotations__": {"x": int}})
    definition.x = field(**options)  # type: ignore[attr-defined, call-overload]
    with pytest.raises(TypeError, match="unsupported kind of field"):
        dataclass(frozen=True, slots=True)(definition)


@dataclass(frozen=True, slots=True)
class Cached:
    """A class with fields that are not arguments."""

    x: int
    seen: list[int] = field(default_factory=list, init=False)
    label: str = field(default="new", init=False)


def test_fields_without_argument_have_their_default() -> None:
    first, second = Cached(1), dataclasses.replace(Cached(1), x=2)
    assert (first.seen, first.label, second.x) == ([], "new", 2)
    assert first.seen is not second.seen
    with pytest.raises(TypeError):
        Cached(1, seen=[2])  # type: ignore[call-arg]


@pytest.mark.parametrize("change", [replace, dataclasses.replace])
def test_replace_changes_some_fields(change: Callable[..., Shape]) -> None:
    original = Shape("a", tags={"b": "c"}, note="d")
    changed = change(original, sides=3, note="e")
    assert dataclasses.asdict(changed) == {
        "name": "a",
        "sides": 3,
        "tags": {"b": "c"},
        "note": "e",
    }
    assert original.sides == 4


@pytest.mark.parametrize("change", [replace, dataclasses.replace])
def test_replace_refuses_unknown_fields(change: Callable[..., Shape]) -> None:
    with pytest.raises(TypeError, match="size"):
        change(Shape("a"), size=3)
