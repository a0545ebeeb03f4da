"""Frozen dataclasses that are faster to define and to construct.

`dataclasses.dataclass(frozen=True, slots=True)` compiles six methods for each class, and
its constructor looks up the name of each field. The generator defines 200 classes when it
starts, and constructs a million objects for a large document. Here, the constructor is the
only method that is compiled, and it calls the setters of the slots. `replace` does not look
up fields either. Everything else is as in `dataclasses`, including its own functions. Type
checkers see the original.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar

__all__ = ["dataclass", "replace"]

T = TypeVar("T")


def _dataclass(
    *, frozen: Literal[True], slots: Literal[True], eq: bool = True
) -> Callable[[type[T]], type[T]]:
    """Return a decorator for frozen dataclasses with slots.

    Args:
        frozen: Whether assignments to fields are errors; must be true.
        slots: Whether the class has slots; must be true.
        eq: Whether objects with equal fields are equal, instead of only the same object.
    """
    return partial(_decorate, eq)


def _replace(instance: Any, /, **changes: Any) -> Any:
    """Return a copy of an object of such a class in which some fields are changed."""
    return instance.__replace__(**changes)


if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    dataclass = _dataclass
    replace = _replace


def _decorate(eq: bool, definition: type[T]) -> type[T]:
    define: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)
    cls: Any = define(definition)
    fields = dataclasses.fields(cls)
    setters = tuple(getattr(cls, item.name).__set__ for item in fields)
    methods = {
        "__init__": _init_method(cls, fields, setters),
        "__repr__": _representation(fields),
        "__replace__": _replacement(item for item in fields if item.init),
        "__reduce__": _reduction(item for item in fields if item.init),
        **(_comparisons(fields) if eq else {}),
    }
    for name, method in methods.items():
        if name not in definition.__dict__:
            setattr(cls, name, method)
    cls.__setattr__ = _refuse_assignment
    cls.__delattr__ = _refuse_deletion
    result: type[T] = cls
    return result


def _init_method(
    cls: Any, fields: tuple[Field[Any], ...], setters: tuple[Any, ...]
) -> Callable[..., None]:
    """Compile the constructor of a class.

    Raises:
        TypeError: A field is only a keyword, or sets `hash`.
    """
    variables: dict[str, Any] = {"MISSING": MISSING}
    parameters, lines = ["self"], []
    for index, (item, setter) in enumerate(zip(fields, setters, strict=True)):
        if item.kw_only or item.hash is not None:
            raise TypeError(f"{cls.__name__}.{item.name}: unsupported kind of field")
        parameter = value = item.name
        variables[f"_set{index}"] = setter
        if item.default is not MISSING:
            variables[f"_default{index}"] = item.default
            parameter = f"{item.name}=_default{index}"
        elif item.default_factory is not MISSING:
            variables[f"_default{index}"] = item.default_factory
            parameter = f"{item.name}=MISSING"
            value = f"_default{index}() if {item.name} is MISSING else {item.name}"
        if item.init:
            parameters.append(parameter)
        else:
            value = _default_of(item, f"_default{index}")
        lines.append(f"    _set{index}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()")
    source = "\n".join(
        [f"def __init__({', '.join(parameters)}):", *lines, "    return"]
    )
    # The source consists of the names of fields, which are identifiers.
    exec(source, variables)  # noqa: S102  # as dataclasses does
    method: Callable[..., None] = variables["__init__"]
    method.__qualname__ = f"{cls.__qualname__}.__init__"
    method.__annotations__ = {item.name: item.type for item in fields}
    return method


def _default_of(item: Field[Any], name: str) -> str:
    """Return the expression of the value of a field that is not an argument."""
    return name if item.default_factory is MISSING else f"{name}()"


def _getter(fields: Iterable[Field[Any]]) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that returns the values of fields."""
    names = [item.name for item in fields]
    if len(names) > 1:
        return attrgetter(*names)
    if not names:
        return lambda instance: ()
    value = attrgetter(*names)
    return lambda instance: (value(instance),)


def _comparisons(fields: Iterable[Field[Any]]) -> dict[str, Callable[..., Any]]:
    values = _getter(item for item in fields if item.compare)

    def compare(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    return {"__eq__": compare, "__hash__": lambda self: hash(values(self))}


def _reduction(fields: Iterable[Field[Any]]) -> Callable[..., Any]:
    """Return the method of `pickle` and `copy`.

    They construct an object from the arguments, which takes less time than to set its
    fields. Fields that are not arguments are caches; other threads can be filling them.
    """
    values = _getter(fields)

    def reduce(self: Any) -> tuple[type[Any], tuple[Any, ...]]:
        return self.__class__, values(self)

    return reduce


def _replacement(fields: Iterable[Field[Any]]) -> Callable[..., Any]:
    """Return the method that `copy.replace` calls from Python 3.13 on."""
    fields = tuple(fields)
    indexes = {item.name: index for index, item in enumerate(fields)}
    values = _getter(fields)

    def replace(self: Any, /, **changes: Any) -> Any:
        state = list(values(self))
        for name, value in changes.items():
            if name not in indexes:
                raise TypeError(f"{type(self).__name__} has no argument {name!r}")
            state[indexes[name]] = value
        return self.__class__(*state)

    return replace


def _representation(fields: Iterable[Field[Any]]) -> Callable[[Any], str]:
    names = [item.name for item in fields if item.repr]

    def represent(self: Any) -> str:
        values = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({values})"

    return represent


def _refuse_assignment(instance: Any, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deletion(instance: Any, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
