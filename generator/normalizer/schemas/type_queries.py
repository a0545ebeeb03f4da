"""What types are behind their names: the objects, values and texts that they may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Shapes:
    """Looks through names at what types are."""

    declarations: Mapping[Key, Declaration]

    def alternatives(self, type_: Type) -> Iterator[Type | Object]:
        """What a value may be, behind aliases, unions and null; each object once."""
        seen: set[Key] = set()
        waiting = [type_]
        while waiting:
            found = waiting.pop()
            match found:
                case Nullable(inner):
                    waiting.append(inner)
                case OneOf(members):
                    waiting.extend(reversed(members))
                case DeclarationRef(key):
                    if key in seen:
                        continue
                    seen.add(key)
                    match self.declarations.get(key):
                        case Object() as declared:
                            yield declared
                        case Union(members=members):
                            waiting.extend(reversed(members))
                        case Alias(type=inner) | Enumeration(type=inner):
                            waiting.append(inner)
                        case None:
                            pass
                case _:
                    yield found

    def objects(self, type_: Type) -> list[Object]:
        """The objects that a value may be; none if it may be anything else."""
        found = list(self.alternatives(type_))
        objects = [item for item in found if isinstance(item, Object)]
        return objects if len(objects) == len(found) else []

    def only(self, type_: Type) -> Object | None:
        """The object that a value is, if it is one."""
        objects = self.objects(type_)
        return objects[0] if len(objects) == 1 else None

    def members(self, type_: Type) -> set[str]:
        """What the objects that a value may be have."""
        return {item.name for owner in self.objects(type_) for item in owner.properties}

    def values(self, type_: Type) -> tuple[str, ...]:
        """The texts that a value may be, if it is one of a few."""
        found: list[str] = []
        for item in self.alternatives(type_):
            if not isinstance(item, Literal):
                return ()
            found += [value for value in item.values if isinstance(value, str)]
        return tuple(found)

    def literals(self, item: Type) -> Iterator[str]:
        """The texts that are the only ones in a member of an item."""
        for shape in self.alternatives(item):
            if isinstance(shape, Object):
                for member in shape.properties:
                    yield from self.values(member.type)
            elif isinstance(shape, Literal):
                yield from (value for value in shape.values if isinstance(value, str))

    def is_flag(self, type_: Type) -> bool:
        """Whether `true` is a value."""
        for item in self.alternatives(type_):
            if isinstance(item, Scalar) and item.kind is ScalarKind.BOOLEAN:
                return True
            if isinstance(item, Literal) and True in item.values:
                return True
        return False

    def is_text(self, type_: Type) -> bool:
        """Whether a value is text, or null."""
        found = list(self.alternatives(type_))
        return bool(found) and all(
            isinstance(item, Scalar) and item.kind is ScalarKind.STRING
            for item in found
        )
