"""Lowering of fields and arguments to table rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.types import Access, Declaration, Documentation, Key, Object
from ...python.expressions import (
    NONE,
    Name,
    Subscript,
    TypeExpr,
    Union,
    imported_names,
    refers_to,
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
from ...reference.rows import EnumeratedValue, Row
from ...reference.site import Member
from ...reference.text import parse_text
from ..python.docstrings import summarize
from ..python.value_words import describe_values
from .value_notes import value_notes

_MAX_DEPTH = 3
"""Levels of nested objects that are expanded."""
_MAX_ROWS = 40
"""Rows of the fields of one nested object; a larger one is only linked."""
_MAX_ALTERNATIVES = 12
_PYTHON_NAMES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
}
_LISTS = ("list", "Sequence", "Iterable")
Ancestors = tuple[Key, ...]
"""Keys of the enclosing objects, outermost first."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Builder of the rows of fields and arguments, including those of nested objects.

    Args:
        items: Types of the client by name.
        declarations: Declarations of these types by key.
        labelled: Names of the types that have a label, which few documents give.
        expandable: Names of the types whose fields are shown inline.
    """

    items: Mapping[str, TypeItem]
    declarations: Mapping[Key, Declaration]
    labelled: frozenset[str] = frozenset()
    expandable: frozenset[str] = frozenset()

    @classmethod
    def from_package(
        cls, package: Package, declarations: Mapping[Key, Declaration]
    ) -> Tables:
        """Create a builder for the types of a package."""
        modules = (*package.types, *package.params)
        items = {item.name: item for module in modules for item in module.items}
        documented = [
            (name, declarations[item.key].header.documentation)
            for name, item in items.items()
        ]
        return cls(
            items,
            declarations,
            labelled=frozenset(name for name, each in documented if each.label),
            expandable=frozenset(name for name, each in documented if each.expandable),
        )

    def fields(self, item: TypeItem) -> tuple[Row, ...]:
        """Return the rows of the fields of a class; none if the type is not a class."""
        if not isinstance(item, ModelClass | ParamClass):
            return ()
        return tuple(
            row
            for field, documentation in self._field_rows(item)
            for row in self.expand(field, documentation, ancestors=(item.key,))
        )

    def _field_rows(
        self, item: ModelClass | ParamClass
    ) -> Iterator[tuple[Row, Documentation]]:
        """Yield the row and the documentation of each field, without nested rows."""
        declaration = self.declarations[item.key]
        if not isinstance(declaration, Object):
            return
        properties = {each.name: each for each in declaration.properties}
        for field in item.fields:
            declared = properties[field.key]
            documentation = declared.documentation
            name = field.name if isinstance(field, Field) else field.key
            row = self.row(name, field.key, field.type, field.required, documentation)
            yield with_access(row, declared.access), documentation
        for joined in item.joined if isinstance(item, ModelClass) else ():
            documentation = Documentation(joined.docstring.text)
            yield (
                self.row(joined.name, joined.name, Name("str"), True, documentation),
                Documentation(),
            )
        for decoder in item.decoders if isinstance(item, ModelClass) else ():
            documentation = Documentation(decoder.docstring.text)
            name = f"{decoder.name}()"
            yield (
                self.row(name, name, decoder.returns, True, documentation),
                Documentation(),
            )
        if item.extra is not None:
            yield extra_row(item.extra), Documentation()

    def row(
        self,
        name: str,
        key: str,
        type_: TypeExpr,
        required: bool,
        documentation: Documentation,
        location: str = "",
    ) -> Row:
        """Build one row.

        Args:
            name: Name in Python.
            key: Name in requests and responses.
            type_: Type in Python.
            required: Whether the value is required.
            documentation: Documentation of the parameter or property.
            location: Location of a parameter; `""` for fields.
        """
        return Row(
            name=name,
            key=key if key != name else "",
            type=type_,
            description=describe(documentation),
            required=required,
            notes=value_notes(documentation),
            values=enumerated_values(documentation),
            location=location,
            label=self._label(type_, documentation),
        )

    def _label(self, type_: TypeExpr, documentation: Documentation) -> str:
        """Return the label of a type, or `""` if it only repeats the Python type."""
        label = documentation.label
        if not label and refers_to(type_, self.labelled):
            names = (x for x in imported_names(type_) if x in self.labelled)
            label = self._type_documentation(next(names)).label
        if not label:
            return ""
        members = [member for member in union_members(type_) if member != NONE]
        python_type = Name(_PYTHON_NAMES.get(label, ""))
        return "" if members == [python_type] else label

    def _type_documentation(self, name: str) -> Documentation:
        item = self.items.get(name)
        if item is None:
            return Documentation()
        return self.declarations[item.key].header.documentation

    def expand(
        self,
        row: Row,
        documentation: Documentation,
        depth: int = 1,
        ancestors: Ancestors = (),
    ) -> Iterator[Row]:
        """Yield a row, followed by the rows of its nested fields or alternatives.

        Nested rows are added only for a type that the document marks as expandable.

        Args:
            row: Row of a field or an argument.
            documentation: Documentation of the field or argument.
            depth: Nesting level of the added rows.
            ancestors: Keys of the enclosing objects, which are not expanded again.
        """
        yield row
        if row.is_extra or depth > _MAX_DEPTH:
            return
        if not (documentation.expandable or refers_to(row.type, self.expandable)):
            return
        named = self._classes(imported_names(row.type))
        classes = [item for item in named if item.key not in ancestors]
        is_list = _is_list(union_members(row.type)[0])
        path = f"{row.prefix}{row.name}{'[]' if is_list else ''}"
        if len(classes) == 1:
            nested = list(self._nested_rows(classes[0], path, depth, ancestors))
            yield from nested if len(nested) <= _MAX_ROWS else ()
        elif len(classes) <= _MAX_ALTERNATIVES:
            yield from (self._alternative(item, path) for item in classes)

    def _nested_rows(
        self, item: ModelClass | ParamClass, path: str, depth: int, ancestors: Ancestors
    ) -> Iterator[Row]:
        for row, documentation in self._field_rows(item):
            nested = replace(row, prefix=f"{path}.")
            yield from self.expand(
                nested, documentation, depth + 1, (*ancestors, item.key)
            )

    def _alternative(self, item: ModelClass | ParamClass, path: str) -> Row:
        """Build the row of one of several accepted types."""
        documentation = self._type_documentation(item.name)
        return Row(
            name=path,
            key="",
            type=Name(item.name),
            description=describe(documentation),
            required=False,
            values=enumerated_values(documentation),
            is_alternative=True,
        )

    def members(self, item: TypeItem) -> tuple[Member, ...]:
        """Return the members of a union, or nothing if no member has a description.

        The model class and the parameter class of a schema are one member.
        """
        if not isinstance(item, AliasDefinition) or not isinstance(item.value, Union):
            return ()
        members: dict[Key | TypeExpr, Member] = {}
        for type_ in item.value.members:
            name = type_.name if isinstance(type_, Name) else ""
            class_ = self.items.get(name)
            key = type_ if class_ is None else class_.key
            if (known := members.get(key)) is not None:
                members[key] = replace(known, type=union_of((known.type, type_)))
            else:
                documentation = self._type_documentation(name)
                text = summarize(documentation.description)
                text = text or documentation.title.strip()
                members[key] = Member(type_, text)
        is_described = any(member.description for member in members.values())
        return tuple(members.values()) if len(members) > 1 and is_described else ()

    def _classes(
        self, names: Iterable[str], visited: frozenset[str] = frozenset()
    ) -> list[ModelClass | ParamClass]:
        """Return the classes that a type refers to, without duplicates.

        The parameter class of a schema is preferred to its model class.
        """
        classes: dict[Key, ModelClass | ParamClass] = {}
        for name in names:
            match self.items.get(name):
                case ModelClass() | ParamClass() as item:
                    if isinstance(item, ParamClass) or item.key not in classes:
                        classes[item.key] = item
                case AliasDefinition(_, value) if name not in visited:
                    names_ = imported_names(value)
                    for inner in self._classes(names_, visited | {name}):
                        classes.setdefault(inner.key, inner)
                case _:
                    pass
        return list(classes.values())


def with_access(row: Row, access: Access) -> Row:
    """Return a row that says in which direction its value is sent, if not in both."""
    if access is Access.BOTH:
        return row
    return replace(row, notes=replace(row.notes, access=access.value))


def describe(documentation: Documentation) -> str:
    """Return the description, or the title if there is none."""
    return documentation.description.strip() or documentation.title.strip()


def enumerated_values(documentation: Documentation) -> tuple[EnumeratedValue, ...]:
    """Return the enumerated values, if any of them has a name or a description."""
    if not documentation.values:
        return ()
    return tuple(EnumeratedValue(*item) for item in describe_values(documentation))


def extra_row(type_: TypeExpr, usage: str = "") -> Row:
    """Build the row of the additional properties of a type.

    Args:
        type_: Type of each property.
        usage: How to pass them; `""` if they are passed as the others.
    """
    text = parse_text(f"A property that is not declared. {usage}".rstrip())
    return Row("any other property", "", type_, "", False, usage=text, is_extra=True)


def _is_list(type_: TypeExpr) -> bool:
    return isinstance(type_, Subscript) and type_.base in _LISTS


def is_async_page(item: TypeItem) -> bool:
    """Return whether a type is the async variant of a page, which has no section."""
    return isinstance(item, PageClass) and item.asynchronous
