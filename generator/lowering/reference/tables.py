"""What types are made of becomes rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..python.docstrings import at_a_glance, default_text, limits_text
from ...model.types import Declaration, Documentation, Key, Object
from ...python.expressions import (
    NONE,
    Name,
    Subscript,
    TypeExpr,
    Union,
    imported_names,
    union_members,
    union_of,
)
from ...python.package import Package
from ...python.types import (
    AliasDefinition,
    Field,
    ModelClass,
    PageClass,
    ParamClass,
    TypeItem,
)
from ...reference.site import Member, Row

_DEEPEST = 3
"""How far into each other objects are unfolded."""
_MOST = 40
"""Rows of what is inside one field; beyond them, links are easier to read."""
_MOST_CHOICES = 12
_PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
Seen = tuple[Key, ...]
"""What a row is inside of, outermost first."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Makes rows of fields and arguments, with what is inside those that unfold.

    Args:
        items: the types of the client, by name.
        declarations: what they were made from.
    """

    items: Mapping[str, TypeItem]
    declarations: Mapping[Key, Declaration]

    @classmethod
    def of(cls, package: Package, declarations: Mapping[Key, Declaration]) -> Tables:
        """Those of a package."""
        modules = (*package.types, *package.params)
        found = {item.name: item for module in modules for item in module.items}
        return cls(found, declarations)

    def fields(self, item: TypeItem) -> tuple[Row, ...]:
        """The fields of a class; none of what is no class."""
        if not isinstance(item, ModelClass | ParamClass):
            return ()
        return tuple(
            row
            for field, said in self._plain(item)
            for row in self.unfolded(field, said, seen=(item.key,))
        )

    def _plain(
        self, item: ModelClass | ParamClass
    ) -> Iterator[tuple[Row, Documentation]]:
        declaration = self.declarations[item.key]
        if not isinstance(declaration, Object):
            return
        properties = {found.name: found for found in declaration.properties}
        for field in item.fields:
            said = properties[field.key].documentation
            name = field.name if isinstance(field, Field) else field.key
            yield self.row(name, field.key, field.type, field.required, said), said

    def row(
        self,
        name: str,
        key: str,
        type_: TypeExpr,
        required: bool,
        said: Documentation,
        place: str = "",
    ) -> Row:
        """One row.

        Args:
            name: in Python.
            key: on the wire.
            type_: its type.
            required: whether it must be there.
            said: what the document says of it.
            place: where a parameter goes.
        """
        return Row(
            name=name,
            key=key if key != name else "",
            type=type_,
            text=said.description.strip() or said.title.strip(),
            required=required,
            default=default_text(said),
            limits=limits_text(said),
            place=place,
            label=self._label(type_, said),
        )

    def _label(self, type_: TypeExpr, said: Documentation) -> str:
        own = said.label
        for name in imported_names(type_) if not own else ():
            own = own or self._said(name).label
        shown = [member for member in union_members(type_) if member != NONE]
        return "" if own in _PLAIN and shown == [Name(_PLAIN[own])] else own

    def _said(self, name: str) -> Documentation:
        """What the document says of a type as such."""
        item = self.items.get(name)
        if item is None:
            return Documentation()
        return self.declarations[item.key].header.documentation

    def unfolded(
        self, row: Row, said: Documentation, depth: int = 1, seen: Seen = ()
    ) -> Iterator[Row]:
        """A row, and behind it what is inside, where the document asks for that.

        Args:
            row: of a field or an argument.
            said: what the document says of it.
            depth: how far inside the table its rows would be.
            seen: what it is inside of.
        """
        yield row
        names = imported_names(row.type)
        asked = said.expandable or any(self._said(name).expandable for name in names)
        if not asked or depth > _DEEPEST:
            return
        classes = [item for item in self._classes(names) if item.key not in seen]
        several = _is_list(union_members(row.type)[0])
        path = f"{row.inside}{row.name}{'[]' if several else ''}"
        if len(classes) == 1:
            found = list(self._inside(classes[0], path, depth, seen))
            yield from found if len(found) <= _MOST else ()
        elif len(classes) <= _MOST_CHOICES:
            yield from (self._choice(item, path) for item in classes)

    def _inside(
        self, item: ModelClass | ParamClass, path: str, depth: int, seen: Seen
    ) -> Iterator[Row]:
        for row, said in self._plain(item):
            inner = replace(row, inside=f"{path}.")
            yield from self.unfolded(inner, said, depth + 1, (*seen, item.key))

    def _choice(self, item: ModelClass | ParamClass, path: str) -> Row:
        said = self._said(item.name)
        text = said.description.strip() or said.title.strip()
        type_ = Name(item.name)
        return Row(path, "", type_, text, False, "", "", choice=True)

    def members(self, item: TypeItem) -> tuple[Member, ...]:
        """The members of a union, where something is said of any of them.

        What answers hold and what callers give instead is one member.
        """
        if not isinstance(item, AliasDefinition) or not isinstance(item.value, Union):
            return ()
        found: dict[Key | TypeExpr, Member] = {}
        for type_ in item.value.members:
            name = type_.name if isinstance(type_, Name) else ""
            known = self.items.get(name)
            key = type_ if known is None else known.key
            if key in found:
                found[key] = replace(
                    found[key], type=union_of((found[key].type, type_))
                )
            else:
                said = self._said(name)
                text = at_a_glance(said.description) or said.title.strip()
                found[key] = Member(type_, text)
        several = len(found) > 1 and any(member.text for member in found.values())
        return tuple(found.values()) if several else ()

    def _classes(
        self, names: Iterable[str], seen: frozenset[str] = frozenset()
    ) -> list[ModelClass | ParamClass]:
        """The classes that a type may be, each once; of two forms, what callers give."""
        found: dict[Key, ModelClass | ParamClass] = {}
        for name in names:
            match self.items.get(name):
                case ModelClass() | ParamClass() as item:
                    if isinstance(item, ParamClass) or item.key not in found:
                        found[item.key] = item
                case AliasDefinition(_, value) if name not in seen:
                    names = imported_names(value)
                    for inner in self._classes(names, seen | {name}):
                        found.setdefault(inner.key, inner)
                case _:
                    pass
        return list(found.values())


def _is_list(type_: TypeExpr) -> bool:
    return isinstance(type_, Subscript) and type_.base in ("list", "Sequence")


def is_async_page(item: TypeItem) -> bool:
    """Whether it says to async callers what another says to all."""
    return isinstance(item, PageClass) and item.asynchronous
