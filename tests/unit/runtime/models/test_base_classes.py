"""Own subclasses of models with other base classes."""

from __future__ import annotations

import abc
import copy
from typing import Any, Generic, TypeVar

import pytest

from generator.runtime.models.base import BaseModel
from generator.runtime.pagination.pages import SyncPage

T = TypeVar("T")


class Pet(BaseModel):
    """A model, as the generator writes it."""

    name: str


class Registered:
    """A base class that records its subclasses."""

    names: list[str]

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.names = [*getattr(cls, "names", ()), cls.__name__]


class Last(Pet, Registered):
    """A model before a base class that is not a model."""


class First(Registered, Pet):
    """A model after it."""


class Derived(Last):
    """A model with one base class."""


def test_subclasses_are_initialized_once_by_all_base_classes() -> None:
    assert (Last.names, First.names) == (["Last"], ["First"])
    assert Derived.names == ["Last", "Derived"]
    assert Derived(name="a").to_dict() == {"name": "a"}


class Box(Pet, Generic[T]):
    """A generic model."""

    value: T | None = None


class Boxes(SyncPage[T], Pet, Generic[T]):
    """A generic page."""


@pytest.mark.parametrize("cls", [Box[int], Boxes[int]])
def test_arguments_of_generic_models_are_not_members(cls: Any) -> None:
    model = cls(name="a")
    assert model.to_dict() == vars(model) == {"name": "a"}
    assert model == cls.__origin__(name="a") == copy.deepcopy(model)
    assert model.__orig_class__ == cls


def test_generic_models_have_parameters() -> None:
    assert Box.__parameters__ == Boxes.__parameters__ == (T,)  # type: ignore[attr-defined]  # set by Generic


class Animal(Pet, abc.ABC):
    """An abstract model."""

    @abc.abstractmethod
    def sound(self) -> str: ...

    @property
    @abc.abstractmethod
    def legs(self) -> int: ...


class Cat(Animal):
    """A model that implements the abstract methods."""

    def sound(self) -> str:
        return f"{self.name}: meow"

    @property
    def legs(self) -> int:
        return 4


def test_abstract_models_cannot_be_instantiated() -> None:
    assert Animal.__abstractmethods__ == {"legs", "sound"}
    with pytest.raises(TypeError, match="abstract"):
        Animal(name="a")  # type: ignore[abstract]  # pyright: ignore[reportAbstractUsage]  # an error
    with pytest.raises(TypeError, match="abstract"):
        Animal.from_dict({"name": "a"})
    cat = Cat.from_dict({"name": "a", "sound": 1})
    assert (cat.sound(), cat.legs) == ("a: meow", 4)
