"""Values made of types: small ones, each declaration once.

A value may have a level for every declaration of a document, so making one does not
recurse: every step is a generator that asks for the values that it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Any

from ...limits import MAX_SAMPLE_DEPTH, MAX_SAMPLE_VALUES
from .scalars import limited, made_scalar
from ...model.types import (
    Access,
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Enumeration,
    JsonValue,
    Key,
    ListOf,
    Literal,
    MapOf,
    Nullable,
    Object,
    OneOf,
    Property,
    Scalar,
    Type,
    Union,
)

_Step = Generator[Any, JsonValue, JsonValue]
"""Yields further steps, is sent their values, and returns its own."""

_NOWHERE = 1 << 60


class NoValue(Exception):
    """A type has no value, or none that is small enough.

    Args:
        too_large: whether a value would be larger than the limits. Otherwise the type
            holds itself, and nothing says where that ends.
    """

    def __init__(self, too_large: bool = False) -> None:
        self.too_large = too_large


class Maker:
    """Makes values of types.

    A value is kept for each declaration, and shared by the values that hold it. Where
    there is none, that is kept too: as long as the declaration around it is open, if it
    is because it leads back to an open one, and for good otherwise.

    Args:
        declarations: all there are.
        sample: the sample of a property, if there is one, alone in a tuple.
    """

    def __init__(
        self,
        declarations: Mapping[Key, Declaration],
        sample: Callable[[Property], tuple[JsonValue] | None],
    ) -> None:
        self._declarations = declarations
        self._sample = sample
        self._made: dict[Key, JsonValue] = {}
        self._extents: dict[int, tuple[JsonValue, int, int]] = {}
        self._open: dict[Key, int] = {}
        self._lowest = _NOWHERE
        self._failed: dict[Key, tuple[NoValue, int]] = {}
        self._waiting: dict[int, list[Key]] = {}

    def value(self, type_: Type) -> JsonValue:
        """Make a value of a type.

        Raises:
            NoValue: there is none.
        """
        value = _run(self._make(type_, "text"))
        if not self.is_small(value):
            raise NoValue(too_large=True)
        return value

    def property_value(self, item: Property) -> JsonValue:
        """Make a value of a property, or take its sample.

        Raises:
            NoValue: there is none.
        """
        return _run(self._property(item))

    def is_small(self, value: JsonValue) -> bool:
        """Whether a value is within the limits of samples."""
        size, depth = self._extent(value)
        return size <= MAX_SAMPLE_VALUES and depth <= MAX_SAMPLE_DEPTH

    def _extent(self, value: JsonValue) -> tuple[int, int]:
        """The number of values in a value, itself included, and its levels."""
        if not isinstance(value, dict | list):
            return 1, 0
        known = self._extents.get(id(value))
        if known is None:
            items = value.values() if isinstance(value, dict) else value
            inner = [self._extent(item) for item in items]
            size = 1 + sum(count for count, _ in inner)
            depth = 1 + max((level for _, level in inner), default=0)
            known = self._extents[id(value)] = value, size, depth
        return known[1], known[2]

    def _make(self, type_: Type, name: str) -> _Step:
        match type_:
            case Scalar():
                return made_scalar(type_, name)
            case Literal(values):
                return values[0] if values else None
            case ListOf(item):
                try:
                    return [(yield self._make(item, name))]
                except NoValue:
                    return []
            case MapOf() | Anything():
                return {}
            case Nullable():
                return None
            case OneOf(members):
                return (yield self._first(members, name))
            case DeclarationRef(key):
                return (yield self._declared(key, name))

    def _first(self, members: tuple[Type, ...], name: str) -> _Step:
        """The value of the first member that has one."""
        too_large = False
        for member in members:
            try:
                return (yield self._make(member, name))
            except NoValue as error:
                too_large = too_large or error.too_large
        raise NoValue(too_large)

    def _declared(self, key: Key, name: str) -> _Step:
        if key in self._made:
            return self._made[key]
        if key in self._open:
            self._lowest = min(self._lowest, self._open[key])
            raise NoValue
        if key in self._failed:
            error, lowest = self._failed[key]
            self._lowest = min(self._lowest, lowest)
            raise NoValue(error.too_large)
        place = self._open[key] = len(self._open)
        before, self._lowest = self._lowest, _NOWHERE
        try:
            value = yield self._of(self._declarations.get(key), name)
            if not self.is_small(value):
                raise NoValue(too_large=True)
        except NoValue as error:
            lowest = self._lowest if self._lowest < place else _NOWHERE
            self._close(key, place, error, lowest)
            self._lowest = min(before, lowest)
            raise
        self._made[key] = value
        self._close(key, place, None, _NOWHERE)
        self._lowest = before
        return value

    def _close(self, key: Key, place: int, error: NoValue | None, lowest: int) -> None:
        """Note how making a declaration ended, and what that means for those inside.

        Args:
            key: the declaration.
            place: how many others are open around it.
            error: why there is no value, `None` when there is one.
            lowest: the outermost open declaration that is to blame.
        """
        del self._open[key]
        inside = self._waiting.pop(place, [])
        if error is None:
            for other in inside:
                self._failed.pop(other, None)
            return
        self._failed[key] = error, lowest
        inside.append(key)
        if lowest < place:
            self._waiting.setdefault(place - 1, []).extend(inside)
        else:
            for other in inside:
                self._failed[other] = self._failed[other][0], _NOWHERE

    def _of(self, declared: Declaration | None, name: str) -> _Step:
        match declared:
            case Object():
                return (yield self._object(declared))
            case Union():
                value = yield self._first(declared.members, name)
                if isinstance(value, dict):
                    _tag(value, declared, self._declarations)
                return value
            case Alias(type=inner) | Enumeration(type=inner):
                return (yield self._make(inner, name))
            case None:
                return {}

    def _object(self, declared: Object) -> _Step:
        """Its required properties; where the document requires none, all that fit."""
        readable = [
            item for item in declared.properties if item.access is not Access.WRITE_ONLY
        ]
        required = [item for item in readable if item.required]
        found: dict[str, JsonValue] = {}
        room = MAX_SAMPLE_VALUES - 1
        for item in required or readable:
            try:
                value = yield self._property(item)
                size, depth = self._extent(value)
                if size > room or depth >= MAX_SAMPLE_DEPTH:
                    raise NoValue(too_large=True)
            except NoValue:
                if item.required:
                    raise
            else:
                found[item.name] = value
                room -= size
        return found

    def _property(self, item: Property) -> _Step:
        sample = self._sample(item)
        if sample is not None:
            return sample[0]
        type_ = item.type
        if isinstance(type_, Nullable) and not item.required:
            # What may be left out and is here is here to be seen.
            type_ = type_.type
        value = yield self._make(type_, item.name)
        return limited(value, dict(item.documentation.limits))


def _run(first: _Step) -> JsonValue:
    """Take a step, and all steps that it asks for, without recursion."""
    steps: list[_Step] = [first]
    value: JsonValue = None
    error: NoValue | None = None
    while True:
        try:
            if error is None:
                asked = steps[-1].send(value)
            else:
                asked = steps[-1].throw(error)
        except StopIteration as end:
            value, error = end.value, None
            steps.pop()
        except NoValue as none:
            value, error = None, none.with_traceback(None)
            steps.pop()
        else:
            value = error = None
            steps.append(asked)
            continue
        if not steps:
            if error is not None:
                raise error
            return value


def _tag(
    value: dict[str, JsonValue], union: Union, known: Mapping[Key, Declaration]
) -> None:
    """Writes into a value which member of a union it is, where its type leaves that open."""
    first = union.members[0]
    declared = known.get(first.key) if isinstance(first, DeclarationRef) else None
    if union.discriminator and isinstance(declared, Object):
        types = {item.name: item.type for item in declared.properties}
        tag = next((tag for tag, place in union.tags if place == 0), None)
        if tag and isinstance(types.get(union.discriminator), Scalar):
            value[union.discriminator] = tag
