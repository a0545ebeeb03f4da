"""Values that are true to their types: made from nothing, or from what a sample shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from generator.lowering.sample_scalars import (
    MOST_ITEMS,
    is_among,
    is_kind,
    limited,
    made_scalar,
    shortened,
)
from generator.model.types import (
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


class _Endless(Exception):
    """A type holds itself, and nothing says where that ends."""


class Values:
    """Makes values of types, each declaration once.

    Args:
        declarations: all there are.
    """

    def __init__(self, declarations: Mapping[Key, Declaration]) -> None:
        self._declarations = declarations
        self._made: dict[Key, JsonValue] = {}
        self._open: set[Key] = set()

    def made(self, type_: Type) -> JsonValue:
        """A value with what must be there; an empty object where no value is finite."""
        try:
            return self._make(type_, "text")
        except _Endless:
            return {}

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
            one = waiting.pop(0)
            match one:
                case Nullable(inner):
                    waiting.insert(0, inner)
                case OneOf(members):
                    waiting[:0] = members
                case DeclarationRef(key) if key not in seen:
                    seen.add(key)
                    match self._declarations.get(key):
                        case Object() as declared:
                            yield declared
                        case Union(members=members):
                            waiting[:0] = members
                        case Alias(type=inner) | Enumeration(type=inner):
                            waiting.insert(0, inner)
                        case None:
                            yield Anything()
                case DeclarationRef():
                    continue
                case _:
                    yield one

    def is_nullable(self, type_: Type, depth: int = 0) -> bool:
        """Whether null is a value."""
        match type_:
            case Nullable() | Scalar(ScalarKind.NULL):
                return True
            case Literal(values):
                return None in values
            case OneOf(members):
                return any(self.is_nullable(item, depth) for item in members)
            case DeclarationRef(key) if depth < 8:
                declared = self._declarations.get(key)
                if isinstance(declared, Alias | Enumeration):
                    return self.is_nullable(declared.type, depth + 1)
                if isinstance(declared, Union):
                    members = declared.members
                    return any(self.is_nullable(item, depth + 1) for item in members)
        return False

    def _make(self, type_: Type, name: str) -> JsonValue:
        match type_:
            case Scalar():
                return made_scalar(type_, name)
            case Literal(values):
                return values[0] if values else None
            case ListOf(item):
                try:
                    return [self._make(item, name)]
                except _Endless:
                    return []
            case MapOf() | Anything():
                return {}
            case Nullable():
                return None
            case OneOf(members):
                return self._first(members, name)
            case DeclarationRef(key):
                return self._declared(key, name)

    def _first(self, members: tuple[Type, ...], name: str) -> JsonValue:
        """The first member of which there are values."""
        for member in members:
            try:
                return self._make(member, name)
            except _Endless:
                continue
        raise _Endless

    def _declared(self, key: Key, name: str) -> JsonValue:
        if key in self._open:
            raise _Endless
        if key not in self._made:
            self._open.add(key)
            try:
                self._made[key] = self._of(self._declarations.get(key), name)
            finally:
                self._open.discard(key)
        return self._made[key]

    def _of(self, declared: Declaration | None, name: str) -> JsonValue:
        match declared:
            case Object():
                return self._object(declared)
            case Union():
                value = self._first(declared.members, name)
                if isinstance(value, dict):
                    _tag(value, declared, self._declarations)
                return value
            case Alias(type=inner) | Enumeration(type=inner):
                return self._make(inner, name)
            case None:
                return {}

    def _object(self, declared: Object) -> dict[str, JsonValue]:
        """Its required properties; where the document requires none, all."""
        readable = [
            item for item in declared.properties if item.access is not Access.WRITE_ONLY
        ]
        required = [item for item in readable if item.required]
        found: dict[str, JsonValue] = {}
        for item in required or readable:
            try:
                found[item.name] = self._property(item)
            except _Endless:
                if item.required:
                    raise
        return found

    def _property(self, item: Property) -> JsonValue:
        said = item.documentation
        for sample in (*said.examples, *([said.default] if said.has_default else [])):
            if sample is not None and self._suits(sample, item.type):
                return self.completed(sample, item.type)
        type_ = item.type
        if isinstance(type_, Nullable) and not item.required:
            # What may be left out and is here is here to be seen.
            type_ = type_.type
        return limited(self._make(type_, item.name), dict(said.limits))

    def _made_property(self, item: Property) -> JsonValue:
        try:
            return self._property(item)
        except _Endless:
            return {}

    def _suits(self, value: JsonValue, type_: Type) -> bool:
        return any(self._fits(value, shape) for shape in self.shapes(type_))

    def _fits(self, value: JsonValue, shape: Shape) -> bool:
        """Whether a value is of a shape, all that is in it included."""
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
