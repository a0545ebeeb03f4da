"""Whether values of a type of one client fit a type of another client.

Named types are compared by name: a change inside of a class is a change of that class,
which is reported once. Aliases whose names differ are replaced by their values, so that
an anonymous union and its alias are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..python.expressions import (
    ANY,
    OBJECT,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    has_name,
    union_members,
)
from ..python.types import AliasDefinition, ModelClass, ParamClass, TypeNameAlias
from .sides import Side

_PROMOTIONS = {("int", "float"), ("bool", "int"), ("bool", "float")}
_GENERALIZATIONS = {
    ("list", "Sequence"),
    ("tuple", "Sequence"),
    ("dict", "Mapping"),
}

NO_NAMES: Mapping[str, str] = {}
"""The names of a client without renamed types."""


class Relation:
    """The assignability of types of one client to types of another one.

    Args:
        source: Client of the values.
        target: Client of the type that the values have to fit.
        names: Current names of the renamed types of the source.
        target_names: Current names of the renamed types of the target.
        ignores_lost: Whether models that the target lacks fit any type. Callers do not
            have such values any more, and the loss of the type is reported.
    """

    def __init__(
        self,
        source: Side,
        target: Side,
        names: Mapping[str, str],
        target_names: Mapping[str, str] = NO_NAMES,
        *,
        ignores_lost: bool = False,
    ) -> None:
        self.source = source
        self.target = target
        self.names = names
        self.target_names = target_names
        self.ignores_lost = ignores_lost
        self._assumed: set[tuple[str, str]] = set()

    def fits(self, value: TypeExpr, type_: TypeExpr) -> bool:
        """Return whether all values of a type of the source fit a type of the target."""
        if type_ in (ANY, OBJECT) or value == ANY:
            return True
        if isinstance(value, Name) and isinstance(type_, Name):
            return self._names_fit(value.name, type_.name)
        if (expanded := _expand(value, self.source)) is not None:
            if isinstance(type_, Union) and self._has_member(value, type_):
                return True
            return self._assume(value, type_, expanded, type_)
        if (expanded := _expand(type_, self.target)) is not None:
            return self._assume(value, type_, value, expanded)
        return self._structures_fit(value, type_)

    def _assume(
        self, value: TypeExpr, type_: TypeExpr, inner: TypeExpr, inner_type: TypeExpr
    ) -> bool:
        """Compare expanded aliases; a recursive pair is assumed to fit."""
        pair = (repr(value), repr(type_))
        if pair in self._assumed:
            return True
        self._assumed.add(pair)
        result = self.fits(inner, inner_type)
        self._assumed.discard(pair)
        return result

    def _has_member(self, value: TypeExpr, type_: Union) -> bool:
        assert isinstance(value, Name)
        return any(
            isinstance(member, Name) and self._is_same(value.name, member.name)
            for member in type_.members
        )

    def _structures_fit(self, value: TypeExpr, type_: TypeExpr) -> bool:
        if isinstance(value, Union):
            return all(self.fits(member, type_) for member in value.members)
        if isinstance(value, Literal) and any(
            isinstance(member, Literal) and _has_values(member, value)
            for member in union_members(type_)
        ):
            return True
        if isinstance(value, Literal) and len(value.values) > 1:
            return all(self.fits(Literal((each,)), type_) for each in value.values)
        if isinstance(type_, Union):
            return any(self.fits(value, member) for member in type_.members)
        match value, type_:
            case Literal((constant,)), Name(name):
                plain = "None" if constant is None else type(constant).__name__
                return plain == name or (plain, name) in _PROMOTIONS
            case Subscript(), Subscript():
                return self._generics_fit(value, type_)
            case Subscript(base), Name() if base in self.source.parsed_bases:
                return self.fits(Name(self.source.parsed_bases[base]), type_)
            case _:
                return False

    def _generics_fit(self, value: Subscript, type_: Subscript) -> bool:
        pair = (value.base, type_.base)
        if pair == ("tuple", "Sequence"):
            return all(self.fits(item, type_.arguments[0]) for item in value.arguments)
        if value.base != type_.base and pair not in _GENERALIZATIONS:
            return False
        return len(value.arguments) == len(type_.arguments) and all(
            self.fits(one, other)
            for one, other in zip(value.arguments, type_.arguments, strict=True)
        )

    def _names_fit(self, value: str, type_: str) -> bool:
        if self._is_same(value, type_) or (value, type_) in _PROMOTIONS:
            return True
        if any(self._is_same(base, type_) for base in self.source.bases(value)):
            return True
        if self._is_lost(value):
            return True
        source, target = Name(value), Name(type_)
        inner = _expand(source, self.source)
        if inner is not None:
            return self._assume(source, target, inner, target)
        inner = _expand(target, self.target)
        if inner is not None:
            return self._assume(source, target, source, inner)
        return self._dictionaries_fit(value, type_)

    def _is_lost(self, value: str) -> bool:
        is_model = isinstance(self.source.types.get(value), ModelClass)
        name = self.names.get(value, value)
        return self.ignores_lost and is_model and name not in self.target.types

    def _is_same(self, value: str, type_: str) -> bool:
        current = self.target_names.get(type_, type_)
        return self.names.get(value, value) == current

    def _dictionaries_fit(self, value: str, type_: str) -> bool:
        """Return whether the keys of a parameter class fit those of another one."""
        one, other = self.source.types.get(value), self.target.types.get(type_)
        if not (isinstance(one, ParamClass) and isinstance(other, ParamClass)):
            return False
        if (value, type_) in self._assumed:
            return True
        self._assumed.add((value, type_))
        accepted = {field.key: field for field in other.fields}
        sent = {field.key: field for field in one.fields}
        result = all(
            field.key in accepted and self.fits(field.type, accepted[field.key].type)
            for field in one.fields
        ) and all(
            key in sent and sent[key].required
            for key, field in accepted.items()
            if field.required
        )
        self._assumed.discard((value, type_))
        return result

    def misfits(self, value: TypeExpr, type_: TypeExpr) -> tuple[TypeExpr, ...]:
        """Return the members of a type of the source that do not fit a type.

        The values of a `Literal` are separate members. An alias that the type has, too, is
        not taken apart: changes inside of it are changes of the alias.
        """
        if self.fits(value, type_):
            return ()
        return tuple(
            member
            for member in alternatives(
                value, self.source, lambda item: self.fits(item, type_)
            )
            if not self.fits(member, type_)
        )


def alternatives(
    type_: TypeExpr,
    side: Side,
    is_whole: Callable[[TypeExpr], bool] = lambda item: False,
) -> tuple[TypeExpr, ...]:
    """Return the members of a union, with aliases and literals taken apart.

    Args:
        type_: The type.
        side: Client of the type.
        is_whole: Whether an alias is not taken apart.
    """
    result: list[TypeExpr] = []
    pending, seen = [type_], {type_}
    while pending:
        item = pending.pop(0)
        expanded = _expand(item, side)
        if expanded is not None and is_whole(item):
            result.append(item)
        elif isinstance(item, Union) or expanded is not None:
            members = [
                member
                for member in union_members(expanded or item)
                if member not in seen
            ]
            seen.update(members)
            pending = [*members, *pending]
        elif isinstance(item, Literal):
            result += [Literal((value,)) for value in item.values]
        else:
            result.append(item)
    return tuple(result)


def loses_type(old: TypeExpr, new: TypeExpr) -> bool:
    """Return whether a type contains `Any`, and the earlier one did not."""
    return has_name(new, "Any") and not has_name(old, "Any")


def _has_values(literal: Literal, part: Literal) -> bool:
    """Return whether a literal has all values of another; `1` and `True` are different."""
    values = ((type(value), value) for value in literal.values)
    if len(part.values) == 1:  # A set takes longer than one search.
        return (type(part.values[0]), part.values[0]) in values
    return {(type(value), value) for value in part.values}.issubset(values)


def _expand(type_: TypeExpr, side: Side) -> TypeExpr | None:
    """Return the value of an alias, `None` for other types."""
    if isinstance(type_, Name):
        item = side.types.get(type_.name)
        if isinstance(item, AliasDefinition):
            return item.value
        if isinstance(item, TypeNameAlias):
            return Name(item.of)
    return None
