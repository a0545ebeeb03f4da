"""Values that are true to their types: made from nothing, or from what a sample shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from .builder import Maker, NoValue
from .scalars import MOST_ITEMS, is_among, is_kind, shortened
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
    ScalarKind,
    Type,
    Union,
)

Shape = Scalar | Literal | ListOf | MapOf | Anything | Object
"""What a value may be, behind names, null and unions."""


class Values:
    """Makes values of types, each declaration once.

    Args:
        declarations: all there are.
    """

    def __init__(self, declarations: Mapping[Key, Declaration]) -> None:
        self._declarations = declarations
        self._maker = Maker(declarations, self._sample)
        self._fitting: dict[tuple[int, int], tuple[JsonValue, Shape, bool]] = {}
        self._nullable: dict[Key, bool] = {}

    def made(self, type_: Type) -> JsonValue:
        """A value with what must be there; an empty object where there is none.

        There is none where no value is finite, or every value is larger than the limits.
        """
        try:
            return self._maker.value(type_)
        except NoValue:
            return {}

    def is_small(self, value: JsonValue) -> bool:
        """Whether a value is within the limits of samples."""
        return self._maker.is_small(value)

    def is_too_large(self, type_: Type) -> bool:
        """Whether every value of a type is larger than the limits of samples."""
        try:
            self._maker.value(type_)
        except NoValue as error:
            return error.too_large
        return False

    def completed(self, value: JsonValue, type_: Type) -> JsonValue:
        """A sample with what it lacks, without what its type does not allow, and short."""
        shapes = list(self.shapes(type_))
        fitting = next((item for item in shapes if self._fits(value, item)), None)
        shape = fitting or self._nearest(value, shapes)
        if value is None and self.is_nullable(type_):
            return None
        return self.made(type_) if shape is None else self._complete(value, shape)

    def made_of(self, shape: Shape) -> JsonValue:
        """A value of a shape, as `made`."""
        return self.made(
            DeclarationRef(shape.header.key) if isinstance(shape, Object) else shape
        )

    def is_meant(self, value: JsonValue, type_: Type) -> bool:
        """Whether a sample is of the type, or could be with what it lacks."""
        if value is None and self.is_nullable(type_):
            return True
        shapes = list(self.shapes(type_))
        fits = any(self._fits(value, shape) for shape in shapes)
        return fits or self._nearest(value, shapes) is not None

    def shapes(self, type_: Type) -> Iterator[Shape]:
        """What a value may be, null apart, each once and in order."""
        seen: set[Key] = set()
        waiting = [type_]
        while waiting:
            one = waiting.pop()
            match one:
                case Nullable(inner):
                    waiting.append(inner)
                case OneOf(members):
                    waiting += reversed(members)
                case DeclarationRef(key) if key not in seen:
                    seen.add(key)
                    match self._declarations.get(key):
                        case Object() as declared:
                            yield declared
                        case Union(members=members):
                            waiting += reversed(members)
                        case Alias(type=inner) | Enumeration(type=inner):
                            waiting.append(inner)
                        case None:
                            yield Anything()
                case DeclarationRef():
                    continue
                case _:
                    yield one

    def is_nullable(self, type_: Type) -> bool:
        """Whether null is a value."""
        seen: set[Key] = set()
        waiting = [type_]
        while waiting:
            match waiting.pop():
                case Nullable() | Scalar(ScalarKind.NULL):
                    break
                case Literal(values) if None in values:
                    break
                case OneOf(members):
                    waiting += members
                case DeclarationRef(key) if key not in seen:
                    seen.add(key)
                    if (known := self._nullable.get(key)) is None:
                        waiting += _same_values(self._declarations.get(key))
                    elif known:
                        break
        else:
            self._nullable.update(dict.fromkeys(seen, False))
            return False
        if isinstance(type_, DeclarationRef):
            self._nullable[type_.key] = True
        return True

    def _sample(self, item: Property) -> tuple[JsonValue] | None:
        """The first sample of a property that is of its type, alone in a tuple."""
        said = item.documentation
        for sample in (*said.examples, *([said.default] if said.has_default else [])):
            if sample is not None and self._suits(sample, item.type):
                return (self.completed(sample, item.type),)
        return None

    def _made_property(self, item: Property) -> JsonValue:
        try:
            return self._maker.property_value(item)
        except NoValue:
            return {}

    def _suits(self, value: JsonValue, type_: Type) -> bool:
        return any(self._fits(value, shape) for shape in self.shapes(type_))

    def _fits(self, value: JsonValue, shape: Shape) -> bool:
        """Whether a value is of a shape, all that is in it included."""
        if not isinstance(value, dict | list):
            return self._compare(value, shape)
        # Recursive unions ask the same again and again. The tuple keeps both alive, or
        # their ids would be those of others.
        place = (id(value), id(shape))
        known = self._fitting.get(place)
        if known is None:
            known = value, shape, self._compare(value, shape)
            self._fitting[place] = known
        return known[2]

    def _compare(self, value: JsonValue, shape: Shape) -> bool:
        match shape:
            case Scalar(kind):
                return is_kind(value, kind)
            case Literal(values):
                return is_among(value, values)
            case ListOf(item):
                return isinstance(value, list) and all(
                    self._allowed(each, item) for each in value
                )
            case MapOf(item):
                return isinstance(value, dict) and all(
                    self._allowed(each, item) for each in value.values()
                )
            case Anything():
                return True
            case Object():
                return isinstance(value, dict) and all(
                    (
                        self._allowed(value[item.name], item.type)
                        if item.name in value
                        else not item.required
                    )
                    for item in shape.properties
                )

    def _allowed(self, value: JsonValue, type_: Type) -> bool:
        if value is None and self.is_nullable(type_):
            return True
        return self._suits(value, type_)

    def _nearest(self, value: JsonValue, shapes: list[Shape]) -> Shape | None:
        """The shape that a value which fits none was meant to have."""
        if isinstance(value, dict):
            objects = [item for item in shapes if isinstance(item, Object)]
            told = [item for item in objects if _is_tagged(self, value, item)]
            if told or objects:
                return max(told or objects, key=lambda item: _known(value, item))
        for shape in shapes:
            match shape:
                case ListOf() if isinstance(value, list):
                    return shape
                case MapOf() | Anything() if isinstance(value, dict):
                    return shape
                case _:
                    continue
        return None

    def _complete(self, value: JsonValue, shape: Shape) -> JsonValue:
        match shape:
            case ListOf(item) if isinstance(value, list):
                return [self.completed(each, item) for each in value[:MOST_ITEMS]]
            case MapOf(item) if isinstance(value, dict):
                return {
                    key: self.completed(each, item)
                    for key, each in islice(value.items(), MOST_ITEMS)
                }
            case Object() if isinstance(value, dict):
                return self._complete_object(value, shape)
            case Literal():
                return value
            case _:
                return shortened(value)

    def _complete_object(
        self, value: dict[str, JsonValue], shape: Object
    ) -> dict[str, JsonValue]:
        """A sample of an object with what must be there, and what the document forgot."""
        known = {member.name: member for member in shape.properties}
        found: dict[str, JsonValue] = {}
        for key, item in value.items():
            member = known.get(key)
            if member is None:
                found[key] = shortened(item)
            elif self.is_meant(item, member.type):
                found[key] = self.completed(item, member.type)
            else:
                found[key] = self._made_property(member)
        for member in shape.properties:
            readable = member.access is not Access.WRITE_ONLY
            if member.required and readable and member.name not in found:
                found[member.name] = self._made_property(member)
        return found


def _same_values(declared: Declaration | None) -> tuple[Type, ...]:
    """The types that say what the values of a declaration are; none for an object."""
    match declared:
        case Alias(type=inner) | Enumeration(type=inner):
            return (inner,)
        case Union(members=members):
            return members
    return ()


def _is_tagged(values: Values, value: dict[str, JsonValue], shape: Object) -> bool:
    """Whether what tells objects apart speaks for this one."""
    tags = [
        (item.name, alternatives)
        for item in shape.properties
        if (alternatives := list(values.shapes(item.type)))
        and all(isinstance(each, Literal) for each in alternatives)
    ]
    given = [(name, found) for name, found in tags if name in value]
    return bool(given) and all(
        any(
            isinstance(each, Literal) and is_among(value[name], each.values)
            for each in found
        )
        for name, found in given
    )


def _known(value: dict[str, JsonValue], shape: Object) -> int:
    return sum(item.name in value for item in shape.properties)
