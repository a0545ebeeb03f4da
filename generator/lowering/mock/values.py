"""Example values that match their types: generated, or completed from samples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ...model.types import (
    Access,
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Documentation,
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
    ScalarKind,
    TupleOf,
    Type,
    Union,
)
from .builder import NoValueError, ValueBuilder
from .scalars import MAX_ITEMS, apply_limits, is_among, is_kind, shorten

Shape = Scalar | Literal | ListOf | TupleOf | MapOf | Anything | Object
"""A type without references, null and unions."""


class Values:
    """Example values of types.

    Args:
        declarations: Declarations by key.
    """

    def __init__(self, declarations: Mapping[Key, Declaration]) -> None:
        self._declarations = declarations
        self._builder = ValueBuilder(declarations, self._sample)
        self._matches: dict[tuple[int, int], tuple[JsonValue, Shape, bool]] = {}
        self._nullable: dict[Key, bool] = {}
        self._shapes: dict[Key, tuple[Shape, ...]] = {}

    def generate(self, type_: Type) -> JsonValue:
        """Generate a value with all required properties.

        Returns:
            The value; an empty object if the type has no finite value, or if every value
            exceeds the limits.
        """
        try:
            return self._builder.value(type_)
        except NoValueError:
            return {}

    def generate_shape(self, shape: Shape) -> JsonValue:
        """Generate a value of a shape; see `generate`."""
        return self.generate(
            DeclarationRef(shape.header.key) if isinstance(shape, Object) else shape
        )

    def is_small(self, value: JsonValue) -> bool:
        """Return whether a value is within the limits of examples."""
        return self._builder.is_small(value)

    def is_too_large(self, type_: Type) -> bool:
        """Return whether every value of a type exceeds the limits of examples."""
        try:
            self._builder.value(type_)
        except NoValueError as error:
            return error.too_large
        return False

    def complete(self, value: JsonValue, type_: Type) -> JsonValue:
        """Complete a sample so that it matches its type.

        Missing required properties are added, invalid ones are replaced, and long lists
        and strings are shortened. A sample of another type is replaced.
        """
        shape = self.match(value, type_)
        shape = shape or self._closest_shape(value, self.shapes(type_))
        if value is None and self.is_nullable(type_):
            return None
        return self.generate(type_) if shape is None else self._complete(value, shape)

    def can_complete(self, value: JsonValue, type_: Type) -> bool:
        """Return whether a sample matches a type, possibly after completion."""
        if value is None and self.is_nullable(type_):
            return True
        if self._matches_type(value, type_):
            return True
        return self._closest_shape(value, self.shapes(type_)) is not None

    def match(self, value: JsonValue, type_: Type) -> Shape | None:
        """Return the first shape of a type that a value matches, if any."""
        shapes = self.shapes(type_)
        return next((item for item in shapes if self._matches_shape(value, item)), None)

    def shapes(self, type_: Type) -> tuple[Shape, ...]:
        """Return the shapes of a type in order, without null and duplicates."""
        match type_:
            case DeclarationRef():
                if (known := self._shapes.get(type_.key)) is None:
                    known = self._shapes[type_.key] = tuple(self._find_shapes(type_))
                return known
            case Nullable() | OneOf() | Nothing():
                return tuple(self._find_shapes(type_))
            case _:
                return (type_,)

    def _find_shapes(self, type_: Type) -> Iterator[Shape]:
        visited: set[Key] = set()
        pending = [type_]
        while pending:
            current = pending.pop()
            match current:
                case Nullable(inner):
                    pending.append(inner)
                case OneOf(members):
                    pending += reversed(members)
                case DeclarationRef(key) if key not in visited:
                    visited.add(key)
                    match self._declarations.get(key):
                        case Object() as declaration:
                            yield declaration
                        case Union(members=members):
                            pending += reversed(members)
                        case Alias(type=inner) | Enumeration(type=inner):
                            pending.append(inner)
                        case None:
                            yield Anything()
                case DeclarationRef() | Nothing():
                    continue
                case _:
                    yield current

    def is_nullable(self, type_: Type) -> bool:
        """Return whether null is a value of a type."""
        visited: set[Key] = set()
        pending = [type_]
        while pending:
            match pending.pop():
                case Nullable() | Scalar(ScalarKind.NULL):
                    break
                case Literal(values) if None in values:
                    break
                case OneOf(members):
                    pending += members
                case DeclarationRef(key) if key not in visited:
                    visited.add(key)
                    if (known := self._nullable.get(key)) is None:
                        pending += _member_types(self._declarations.get(key))
                    elif known:
                        break
        else:
            self._nullable.update(dict.fromkeys(visited, False))
            return False
        if isinstance(type_, DeclarationRef):
            self._nullable[type_.key] = True
        return True

    def _sample(
        self, documentation: Documentation, type_: Type
    ) -> tuple[JsonValue] | None:
        """Return a tuple of the first example that matches its type and limits."""
        limits = dict(documentation.limits)
        defaults = [documentation.default] if documentation.has_default else []
        for sample in (*documentation.examples, *defaults):
            if (
                sample is not None
                and apply_limits(sample, limits) == sample
                and self._matches_type(sample, type_)
            ):
                return (self.complete(sample, type_),)
        return None

    def _property_value(self, item: Property) -> JsonValue:
        try:
            return self._builder.property_value(item)
        except NoValueError:
            return {}

    def _matches_type(self, value: JsonValue, type_: Type) -> bool:
        return self.match(value, type_) is not None

    def _matches_shape(self, value: JsonValue, shape: Shape) -> bool:
        """Return whether a value matches a shape, including all nested values."""
        if not isinstance(value, dict | list):
            return self._compare(value, shape)
        # Recursive unions compare the same value and shape many times. The cached tuple
        # keeps references to both, so that their ids are not reused.
        key = (id(value), id(shape))
        cached = self._matches.get(key)
        if cached is None:
            cached = value, shape, self._compare(value, shape)
            self._matches[key] = cached
        return cached[2]

    def _compare(self, value: JsonValue, shape: Shape) -> bool:
        match shape:
            case Scalar(kind):
                return is_kind(value, kind)
            case Literal(values):
                return is_among(value, values)
            case ListOf(item):
                return isinstance(value, list) and all(
                    self._is_allowed(each, item) for each in value
                )
            case TupleOf():
                return isinstance(value, list) and self._is_tuple(value, shape)
            case MapOf(item):
                return isinstance(value, dict) and all(
                    self._is_allowed(each, item) for each in value.values()
                )
            case Anything():
                return True
            case Object():
                return isinstance(value, dict) and all(
                    (
                        self._is_allowed(value[item.name], item.type)
                        if item.name in value
                        else not item.required
                    )
                    for item in shape.properties
                )

    def _is_allowed(self, value: JsonValue, type_: Type) -> bool:
        if value is None and self.is_nullable(type_):
            return True
        return self._matches_type(value, type_)

    def _is_tuple(self, value: list[JsonValue], shape: TupleOf) -> bool:
        """Return whether a list has the length and the items of a tuple."""
        count = len(shape.items)
        if len(value) < count or (shape.rest is None and len(value) > count):
            return False
        types = position_types(shape, len(value))
        return all(map(self._is_allowed, value, types))

    def _closest_shape(self, value: JsonValue, shapes: Sequence[Shape]) -> Shape | None:
        """Return the shape that is closest to a value that matches none, if any."""
        if isinstance(value, dict):
            objects = [item for item in shapes if isinstance(item, Object)]
            tagged = [item for item in objects if self._is_tagged(value, item)]
            if candidates := tagged or objects:
                return max(candidates, key=lambda item: _count_known(value, item))
        for shape in shapes:
            match shape:
                case ListOf() if isinstance(value, list):
                    return shape
                case MapOf() | Anything() if isinstance(value, dict):
                    return shape
                case _:
                    continue
        return None

    def _is_tagged(self, value: dict[str, JsonValue], shape: Object) -> bool:
        """Return whether the constant properties in a value select a shape."""
        constants = [
            (item.name, literals)
            for item in shape.properties
            if item.name in value and (literals := self._literals(item.type))
        ]
        return bool(constants) and all(
            any(is_among(value[name], literal.values) for literal in literals)
            for name, literals in constants
        )

    def _literals(self, type_: Type) -> list[Literal]:
        """Return the shapes of a type if all of them are literals."""
        shapes = self.shapes(type_)
        literals = [shape for shape in shapes if isinstance(shape, Literal)]
        return literals if len(literals) == len(shapes) else []

    def _complete(self, value: JsonValue, shape: Shape) -> JsonValue:
        match shape:
            case ListOf(item) if isinstance(value, list):
                return [self.complete(each, item) for each in value[:MAX_ITEMS]]
            case TupleOf() if isinstance(value, list):
                count = max(len(shape.items), MAX_ITEMS)
                types = position_types(shape, len(value[:count]))
                return list(map(self.complete, value, types))
            case MapOf(item) if isinstance(value, dict):
                return {
                    key: self.complete(each, item)
                    for key, each in islice(value.items(), MAX_ITEMS)
                }
            case Object() if isinstance(value, dict):
                return self._complete_object(value, shape)
            case Literal():
                return value
            case _:
                return shorten(value)

    def _complete_object(
        self, value: dict[str, JsonValue], shape: Object
    ) -> dict[str, JsonValue]:
        """Complete a sample of an object; undeclared properties are kept."""
        properties = {item.name: item for item in shape.properties}
        result: dict[str, JsonValue] = {}
        for key, item in value.items():
            property_ = properties.get(key)
            if property_ is None:
                result[key] = shorten(item)
            elif property_.access is Access.WRITE_ONLY:
                continue
            elif self.can_complete(item, property_.type):
                result[key] = self.complete(item, property_.type)
            else:
                result[key] = self._property_value(property_)
        for property_ in shape.properties:
            is_readable = property_.access is not Access.WRITE_ONLY
            if property_.required and is_readable and property_.name not in result:
                result[property_.name] = self._property_value(property_)
        return result


def _member_types(declaration: Declaration | None) -> tuple[Type, ...]:
    """Return the types whose values a declaration accepts; none for an object."""
    match declaration:
        case Alias(type=inner) | Enumeration(type=inner):
            return (inner,)
        case Union(members=members):
            return members
    return ()


def position_types(shape: TupleOf, count: int) -> list[Type]:
    """Return the types of the first items of a tuple."""
    types = list(shape.items)
    if shape.rest is not None:
        types += [shape.rest] * (count - len(types))
    return types


def _count_known(value: dict[str, JsonValue], shape: Object) -> int:
    """Return the number of properties of a shape that are in a value."""
    return sum(item.name in value for item in shape.properties)
