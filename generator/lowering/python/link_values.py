"""Values of typed responses that links read: attributes, items and their types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...frozen_dataclass import dataclass
from ...model.types import JsonScalar
from ...python.expressions import (
    NONE,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    union_members,
)
from ...python.literals import literal_text, string_literal
from ...python.types import AliasDefinition, Field, ModelClass, TypeItem

_MAX_ALIASES = 8
"""Aliases of aliases that are resolved, and bases of bases that are searched."""
_MAX_DIGITS = 18
"""Digits of the index of an item."""
_TEXT = Name("str")
_KINDS = {bool: "bool", int: "int", float: "float", str: "str"}


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A Python expression and its type.

    Args:
        source: The expression.
        type: Its type, which may include `None`.
        pointer: JSON pointer of the value in the response.
    """

    source: str
    type: TypeExpr
    pointer: str = ""

    @property
    def is_optional(self) -> bool:
        """Whether the value can be `None`."""
        return NONE in union_members(self.type)


@dataclass(frozen=True, slots=True)
class ResponseTypes:
    """Types of responses, by which paths in a body become attributes.

    Args:
        items: Types of the client by name.
    """

    items: Mapping[str, TypeItem]

    def find_model(self, type_: TypeExpr) -> ModelClass | None:
        """Return the model of a type without `None`; `None` if it is not a model."""
        members = [item for item in union_members(self.resolve(type_)) if item != NONE]
        if len(members) != 1 or not isinstance(members[0], Name):
            return None
        item = self.items.get(members[0].name)
        return item if isinstance(item, ModelClass) else None

    def child(self, value: TypedValue, token: str) -> TypedValue | None:
        """Return the attribute, entry or item that a key of a pointer refers to.

        Returns:
            The value; `None` if the type does not have it.
        """
        model = self.find_model(value.type)
        if model is not None:
            field = self._find_field(model, token)
            if field is None:
                return None
            return self._step(value, f".{field.name}", field.type, token)
        match self._only_member(value.type):
            case Subscript("list" | "builtins.list", (item,)) if is_index(token):
                return self._step(value, f"[{int(token)}]", item, token)
            case Subscript("dict", (_, item)):
                return self._step(value, f"[{string_literal(token)}]", item, token)
        return None

    @staticmethod
    def _step(value: TypedValue, step: str, type_: TypeExpr, token: str) -> TypedValue:
        return TypedValue(f"{value.source}{step}", type_, f"{value.pointer}/{token}")

    def _only_member(self, type_: TypeExpr) -> TypeExpr | None:
        members = [item for item in union_members(self.resolve(type_)) if item != NONE]
        return members[0] if len(members) == 1 else None

    def _find_field(self, model: ModelClass, key: str) -> Field | None:
        """Return the field of a model, or of the models that it extends."""
        for _ in range(_MAX_ALIASES):
            for field in model.fields:
                if field.key == key:
                    return field
            base = self.items.get(model.base)
            if not isinstance(base, ModelClass):
                return None
            model = base
        return None

    def resolve(self, type_: TypeExpr) -> TypeExpr:
        """Return the type that an alias stands for."""
        for _ in range(_MAX_ALIASES):
            item = self.items.get(type_.name) if isinstance(type_, Name) else None
            if not isinstance(item, AliasDefinition):
                break
            type_ = item.value
        return type_

    def _members(self, type_: TypeExpr) -> tuple[TypeExpr, ...]:
        """Return the members of a type, with those of the aliases among them."""
        pending = [*union_members(self.resolve(type_))]
        members: dict[TypeExpr, bool] = {}
        while pending:
            member = pending.pop()
            resolved = self.resolve(member)
            # An alias can contain itself.
            if member not in members and resolved != member:
                pending += union_members(resolved)
            members[member] = resolved == member
        return tuple(member for member, is_plain in members.items() if is_plain)

    def convert(self, value: TypedValue, expected: TypeExpr) -> str:
        """Return a value, which is not `None`, as source of an expected type.

        Integers are converted to the strings that requests send for them.

        Returns:
            The source; `""` if the type accepts other values only.
        """
        accepted = self._members(expected)
        members = [item for item in self._members(value.type) if item != NONE]
        if all(_accepts(accepted, item) for item in members):
            return value.source
        if _TEXT in accepted and all(
            item in (Name("int"), _TEXT) or _are_texts(item) for item in members
        ):
            return f"str({value.source})"
        return ""

    def convert_constant(self, value: object, expected: TypeExpr) -> str:
        """Return the source of a constant of an expected type; `""` if it has another."""
        accepted = self._members(expected)
        if isinstance(value, str | bool | int | float) and _accepts(
            accepted, Literal((value,))
        ):
            return literal_text(value)
        if type(value) is int and _TEXT in accepted:
            return string_literal(str(value))
        return ""


def is_index(token: str) -> bool:
    """Return whether a key of a pointer can be the index of an item."""
    return token.isascii() and token.isdecimal() and len(token) <= _MAX_DIGITS


def _accepts(accepted: Iterable[TypeExpr], item: TypeExpr) -> bool:
    """Return whether one of the accepted types includes a type."""
    accepted = tuple(accepted)
    if item in accepted or (item == Name("int") and Name("float") in accepted):
        return True
    return isinstance(item, Literal) and all(
        _accepts_value(accepted, value) for value in item.values
    )


def _accepts_value(accepted: tuple[TypeExpr, ...], value: JsonScalar) -> bool:
    kind = Name(_KINDS.get(type(value), "None"))
    return kind in accepted or any(
        isinstance(item, Literal)
        and any(type(each) is type(value) and each == value for each in item.values)
        for item in accepted
    )


def _are_texts(type_: TypeExpr) -> bool:
    return isinstance(type_, Literal) and all(
        isinstance(value, str) for value in type_.values
    )
