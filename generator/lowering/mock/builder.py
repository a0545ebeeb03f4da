"""Generation of small example values from types, one value for each declaration.

A value can be nested as deep as the number of declarations in a document. Therefore,
generation does not recurse: each step is a generator that yields the steps whose values
it needs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Mapping
from typing import Any

from ...limits import MAX_SAMPLE_DEPTH, MAX_SAMPLE_VALUES
from ...model.types import (
    Access,
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Documentation,
    EncodedContent,
    Enumeration,
    JsonValue,
    Key,
    ListOf,
    Literal,
    MapOf,
    Nothing,
    Nullable,
    Object,
    OneOf,
    Property,
    Scalar,
    TupleOf,
    Type,
    Union,
)
from .contents import encode_json, encode_text
from .presence import select_names
from .scalars import apply_limits, is_count, scalar_value

_Step = Generator[Any, JsonValue, JsonValue]
"""A generator that yields further steps, receives their values, and returns its own."""

_NO_POSITION = 1 << 60


class NoValueError(Exception):
    """A type has no value, or no value within the limits.

    Args:
        too_large: Whether every value exceeds the limits. Otherwise, the type requires
            itself, so that it has no finite value.
    """

    def __init__(self, too_large: bool = False) -> None:
        self.too_large = too_large


class ValueBuilder:
    """Builder of values of types.

    The value of each declaration is kept and shared by all values that contain it. The
    failure of a declaration is kept, too. It is final unless it was caused by a reference
    to a declaration that is still being built: then it is kept until that declaration is
    finished.

    Args:
        declarations: Declarations by key.
        sample: Function that returns the example in the documentation of a type as a
            tuple of one value, or `None` if there is none.
    """

    def __init__(
        self,
        declarations: Mapping[Key, Declaration],
        sample: Callable[[Documentation, Type], tuple[JsonValue] | None],
    ) -> None:
        self._declarations = declarations
        self._sample = sample
        self._values: dict[Key, JsonValue] = {}
        self._extents: dict[int, tuple[JsonValue, int, int]] = {}
        # Position of each declaration that is being built; 0 is the outermost.
        self._open: dict[Key, int] = {}
        # Outermost open declaration that the current one refers to.
        self._lowest = _NO_POSITION
        self._failed: dict[Key, tuple[NoValueError, int]] = {}
        # Failed declarations by the position of the open declaration that they are in.
        self._pending: dict[int, list[Key]] = {}

    def value(self, type_: Type) -> JsonValue:
        """Build a value of a type.

        Raises:
            NoValueError: The type has no value within the limits.
        """
        value = _run(self._type_value(type_, "text"))
        if not self.is_small(value):
            raise NoValueError(too_large=True)
        return value

    def property_value(self, item: Property) -> JsonValue:
        """Return the example of a property, or build a value.

        Raises:
            NoValueError: The type of the property has no value within the limits.
        """
        return _run(self._property_value(item))

    def is_small(self, value: JsonValue) -> bool:
        """Return whether a value is within the size and depth limits of examples."""
        size, depth = self._extent(value)
        return size <= MAX_SAMPLE_VALUES and depth <= MAX_SAMPLE_DEPTH

    def _extent(self, value: JsonValue) -> tuple[int, int]:
        """Return the number of values in a value, including itself, and its depth."""
        if not isinstance(value, dict | list):
            return 1, 0
        known = self._extents.get(id(value))
        if known is None:
            items = value.values() if isinstance(value, dict) else value
            extents = [self._extent(item) for item in items]
            size = 1 + sum(size for size, _ in extents)
            depth = 1 + max((depth for _, depth in extents), default=0)
            known = self._extents[id(value)] = value, size, depth
        return known[1], known[2]

    def _type_value(self, type_: Type, name: str) -> _Step:
        match type_:
            case Scalar():
                return scalar_value(type_, name)
            case Literal(values):
                return values[0] if values else None
            case Nothing():
                raise NoValueError
            case ListOf(Anything(degraded=True)):
                return []  # no item may be valid
            case ListOf(item):
                try:
                    return [(yield self._type_value(item, name))]
                except NoValueError:
                    return []
            case TupleOf(items):
                return (yield self._tuple_value(items, name))
            case MapOf() | Anything():
                return {}
            case Nullable():
                return None
            case OneOf(members):
                return (yield self._first_value(members, name))
            case DeclarationRef(key):
                return (yield self._declared_value(key, name))

    def _tuple_value(self, items: tuple[Type, ...], name: str) -> _Step:
        values: list[JsonValue] = []
        for item in items:
            values.append((yield self._type_value(item, name)))
        return values

    def _first_value(self, members: tuple[Type, ...], name: str) -> _Step:
        """Build a value of the first member that has one."""
        too_large = False
        for member in members:
            try:
                return (yield self._type_value(member, name))
            except NoValueError as error:
                too_large = too_large or error.too_large
        raise NoValueError(too_large)

    def _declared_value(self, key: Key, name: str) -> _Step:
        if key in self._values:
            return self._values[key]
        if key in self._open:
            self._lowest = min(self._lowest, self._open[key])
            raise NoValueError
        if key in self._failed:
            error, lowest = self._failed[key]
            self._lowest = min(self._lowest, lowest)
            raise NoValueError(error.too_large)
        position = self._open[key] = len(self._open)
        outer_lowest, self._lowest = self._lowest, _NO_POSITION
        try:
            value = yield self._declaration_value(self._declarations.get(key), name)
            if not self.is_small(value):
                raise NoValueError(too_large=True)
        except NoValueError as error:
            lowest = self._lowest if self._lowest < position else _NO_POSITION
            self._close(key, position, error, lowest)
            self._lowest = min(outer_lowest, lowest)
            raise
        self._values[key] = value
        self._close(key, position, None, _NO_POSITION)
        self._lowest = outer_lowest
        return value

    def _close(
        self, key: Key, position: int, error: NoValueError | None, lowest: int
    ) -> None:
        """Record the result of a declaration, and update the failures within it.

        Args:
            key: Key of the declaration.
            position: Number of open declarations around it.
            error: Why there is no value; `None` if there is one.
            lowest: Position of the outermost open declaration that caused the failure.
        """
        del self._open[key]
        nested = self._pending.pop(position, [])
        if error is None:
            for other in nested:
                self._failed.pop(other, None)
            return
        self._failed[key] = error, lowest
        nested.append(key)
        if lowest < position:
            self._pending.setdefault(position - 1, []).extend(nested)
        else:
            for other in nested:
                self._failed[other] = self._failed[other][0], _NO_POSITION

    def _declaration_value(self, declaration: Declaration | None, name: str) -> _Step:
        match declaration:
            case Object():
                return (yield self._object_value(declaration))
            case Union():
                value = yield self._first_value(declaration.members, name)
                if isinstance(value, dict):
                    _set_discriminator(value, declaration, self._declarations)
                return value
            case Alias(header=header, type=inner):
                return (yield self._documented_value(header.documentation, inner, name))
            case Enumeration(type=inner):
                return (yield self._type_value(inner, name))
            case None:
                return {}

    def _object_value(self, declaration: Object) -> _Step:
        """Build an object of its required properties, or of all that fit if none is."""
        readable = [
            item
            for item in declaration.properties
            if item.access is not Access.WRITE_ONLY
        ]
        required = [item for item in readable if item.required]
        if not required:
            readable = [
                item
                for item in readable
                if not item.conditional and not _is_degraded(item.type)
            ]
        result: dict[str, JsonValue] = {}
        remaining = MAX_SAMPLE_VALUES - 1
        for item in _select(required or readable, readable, declaration):
            try:
                value = yield self._property_value(item)
                size, depth = self._extent(value)
                if size > remaining or depth >= MAX_SAMPLE_DEPTH:
                    raise NoValueError(too_large=True)
            except NoValueError:
                if item.required:
                    raise
            else:
                result[item.name] = value
                remaining -= size
        limits = dict(declaration.header.documentation.limits)
        extra = MapOf(declaration.extra or Anything())
        return (yield self._with_members(result, extra, limits))

    def _property_value(self, item: Property) -> _Step:
        type_ = item.type
        if isinstance(type_, Nullable) and not item.required:
            # An optional property with the value null would show nothing.
            type_ = type_.type
        if item.content is None or self._sample(item.documentation, type_) is not None:
            return (yield self._documented_value(item.documentation, type_, item.name))
        return (yield self._encoded_value(item.content, item.name))

    def _encoded_value(self, content: EncodedContent, name: str) -> _Step:
        """Build a string with content that can be decoded."""
        if content.type is None:
            return encode_text(name, content.encoding)
        return encode_json(
            (yield self._type_value(content.type, name)), content.encoding
        )

    def _documented_value(
        self, documentation: Documentation, type_: Type, name: str
    ) -> _Step:
        """Return the example in a documentation, or build a value within its limits."""
        sample = self._sample(documentation, type_)
        if sample is not None:
            return sample[0]
        value = yield self._type_value(type_, name)
        limits = dict(documentation.limits)
        if isinstance(value, dict) and isinstance(type_, MapOf | Anything):
            map_ = type_ if isinstance(type_, MapOf) else MapOf(Anything())
            value = yield self._with_members(value, map_, limits)
        return apply_limits(value, limits)

    def _with_members(
        self, value: dict[str, JsonValue], map_: MapOf, limits: dict[str, JsonValue]
    ) -> _Step:
        """Return an object with as many members as `minProperties` requires."""
        minimum = limits.get("minProperties")
        missing = math.ceil(minimum) - len(value) if is_count(minimum) else 0
        result = dict(value)
        names = self._list_keys(map_.key)
        for number in range(missing):
            key = names[number] if number < len(names) else f"key{number + 1}"
            result[key] = yield self._type_value(map_.value, key)
        return result

    def _list_keys(self, type_: Type | None) -> list[str]:
        """Return the enumerated keys of a map; empty if they are not enumerated."""
        declaration = (
            self._declarations.get(type_.key)
            if isinstance(type_, DeclarationRef)
            else None
        )
        literal = declaration.type if isinstance(declaration, Enumeration) else type_
        values = literal.values if isinstance(literal, Literal) else ()
        return [value for value in values if isinstance(value, str)]


def _select(
    preferred: list[Property], allowed: list[Property], declaration: Object
) -> list[Property]:
    """Return the preferred properties, changed so that they meet the object's rules."""
    if not declaration.presence:
        return preferred
    properties = {item.name: item for item in allowed}
    required = {item.name for item in allowed if item.required}
    names = select_names(
        [item.name for item in preferred], properties, required, declaration.presence
    )
    return [properties[name] for name in names]


def _is_degraded(type_: Type) -> bool:
    """Return whether a type has no representation of its schema."""
    return isinstance(type_, Anything) and type_.degraded


def _run(first: _Step) -> JsonValue:
    """Run a step and all steps that it yields, without recursion."""
    steps: list[_Step] = [first]
    value: JsonValue = None
    error: NoValueError | None = None
    while True:
        try:
            if error is None:
                required = steps[-1].send(value)
            else:
                required = steps[-1].throw(error)
        except StopIteration as end:
            value, error = end.value, None
            steps.pop()
        except NoValueError as failure:
            value, error = None, failure.with_traceback(None)
            steps.pop()
        else:
            value = error = None
            steps.append(required)
            continue
        if not steps:
            if error is not None:
                raise error
            return value


def _set_discriminator(
    value: dict[str, JsonValue],
    union: Union,
    declarations: Mapping[Key, Declaration],
) -> None:
    """Set the discriminator of a value of the first member if its type is not constant."""
    first = union.members[0]
    member = declarations.get(first.key) if isinstance(first, DeclarationRef) else None
    if union.discriminator and isinstance(member, Object):
        types = {item.name: item.type for item in member.properties}
        tag = next((tag for tag, index in union.tags if index == 0), None)
        if tag and isinstance(types.get(union.discriminator), Scalar):
            value[union.discriminator] = tag
