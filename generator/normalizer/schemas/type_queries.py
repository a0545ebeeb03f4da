"""Queries on types that look through references, aliases and unions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen_dataclass import dataclass
from ...model.types import (
    Alias,
    Declaration,
    DeclarationRef,
    Enumeration,
    Key,
    Literal,
    Nullable,
    Object,
    OneOf,
    Scalar,
    ScalarKind,
    Type,
    Union,
)

_WRAPPING = (DeclarationRef, Nullable, OneOf)
"""Types that stand for others."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Queries on types.

    Args:
        declarations: Declarations to which the types refer.
    """

    declarations: Mapping[Key, Declaration]

    def alternatives(self, type_: Type) -> Sequence[Type | Object]:
        """Return the alternatives of a type; aliases, unions and null are unwrapped.

        Each declared object is contained once.
        """
        # Most types are a value, an object, or one of these or null.
        if isinstance(type_, Nullable):
            type_ = type_.type
        if isinstance(type_, DeclarationRef):
            declared = self.declarations.get(type_.key)
            if isinstance(declared, Object):
                return (declared,)
        elif not isinstance(type_, _WRAPPING):
            return (type_,)
        return self._unwrap(type_)

    def _unwrap(self, type_: Type) -> list[Type | Object]:
        alternatives: list[Type | Object] = []
        seen: set[Key] = set()
        stack: list[Type] = [type_]
        while stack:
            current = stack.pop()
            match current:
                case Nullable(inner):
                    stack.append(inner)
                case OneOf(members):
                    stack.extend(reversed(members))
                case DeclarationRef(key):
                    if key in seen:
                        continue
                    seen.add(key)
                    match self.declarations.get(key):
                        case Object() as declared:
                            alternatives.append(declared)
                        case Union(members=members):
                            stack.extend(reversed(members))
                        case Alias(type=inner) | Enumeration(type=inner):
                            stack.append(inner)
                        case None:
                            pass
                case _:
                    alternatives.append(current)
        return alternatives

    def objects(self, type_: Type) -> list[Object]:
        """Return the alternatives if all of them are objects, otherwise an empty list."""
        alternatives = self.alternatives(type_)
        objects = [item for item in alternatives if isinstance(item, Object)]
        return objects if len(objects) == len(alternatives) else []

    def only(self, type_: Type) -> Object | None:
        """Return the only alternative if it is an object, otherwise `None`."""
        objects = self.objects(type_)
        return objects[0] if len(objects) == 1 else None

    def members(self, type_: Type) -> set[str]:
        """Return the property names of all objects that are alternatives of a type."""
        return {item.name for owner in self.objects(type_) for item in owner.properties}

    def values(self, type_: Type) -> tuple[str, ...]:
        """Return the strings of an enumeration; empty for other types."""
        values: list[str] = []
        for item in self.alternatives(type_):
            if not isinstance(item, Literal):
                return ()
            values += [value for value in item.values if isinstance(value, str)]
        return tuple(values)

    def literals(self, item: Type) -> Iterator[str]:
        """Yield the enumerated strings of a type and of the properties of its objects."""
        for alternative in self.alternatives(item):
            if isinstance(alternative, Object):
                for member in alternative.properties:
                    yield from self.values(member.type)
            elif isinstance(alternative, Literal):
                values = alternative.values
                yield from (value for value in values if isinstance(value, str))

    def is_flag(self, type_: Type) -> bool:
        """Return whether `true` is a value of a type."""
        for item in self.alternatives(type_):
            if isinstance(item, Scalar) and item.kind is ScalarKind.BOOLEAN:
                return True
            if isinstance(item, Literal) and True in item.values:
                return True
        return False

    def is_string(self, type_: Type) -> bool:
        """Return whether all values of a type are strings or null."""
        alternatives = self.alternatives(type_)
        return bool(alternatives) and all(
            isinstance(item, Scalar) and item.kind is ScalarKind.STRING
            for item in alternatives
        )
