"""Witnesses: programs that a change breaks.

A witness has two lines, an import and a statement. Type checkers accept it with the old
client, and reject it with the new one. Tests run mypy to prove both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..python.expressions import (
    NATIVE_TYPES,
    OBJECT,
    UNIX_TIME,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    imported_as,
    imported_names,
)
from ..python.literals import literal_text
from ..python.resources import Argument, Place
from ..python.types import AliasDefinition, ParamClass, TypeNameAlias
from ..rendering.python.annotations import format_type
from .sides import MethodEntry, Side

_MODULES = {
    "Sequence": "collections.abc",
    "Mapping": "collections.abc",
    "Any": "typing",
    "Literal": "typing",
    "Union": "typing",
    "date": "datetime",
    "datetime": "datetime",
    **NATIVE_TYPES,
}
_VALUES = {
    "str": '""',
    "int": "0",
    "float": "0.5",
    "bool": "True",
    "None": "None",
    "FileTypes": 'b""',
    "object": '""',
    "Any": '""',
}
_MAX_DEPTH = 4


class Witnesses:
    """Builds the witnesses for the changes of a client.

    Args:
        side: The old client.
    """

    def __init__(self, side: Side) -> None:
        self._side = side

    def call(
        self,
        entry: MethodEntry,
        changed: Argument | None = None,
        type_: TypeExpr | None = None,
        positional: bool = False,
        has_body: bool = True,
    ) -> str:
        """Return a call with the required arguments.

        Args:
            entry: The method.
            changed: An argument to pass as well.
            type_: Type of its value; its own type if it is `None`.
            positional: Whether to pass all positional arguments by position.
            has_body: Whether to pass the arguments that a body requires, if the body can
                be omitted.
        """
        expression = self._call(entry, changed, type_, positional, has_body)
        return f"{self._client}\n{expression}" if expression else ""

    def result(
        self,
        entry: MethodEntry,
        returns: TypeExpr,
        changed: Argument | None = None,
        type_: TypeExpr | None = None,
    ) -> str:
        """Return a call whose result is assigned to a variable of the old type.

        Args:
            entry: The method.
            returns: The old type.
            changed: An argument to pass as well.
            type_: Type of its value.
        """
        expression = self._call(entry, changed, type_, False)
        imports = self._imports([returns])
        if not expression or imports is None or returns == Name("None"):
            return ""
        client = self._side.package.client.name
        first = "; ".join([self._client, *imports])
        return (
            f"{first}\nresult: {format_type(returns)} = {expression}" if client else ""
        )

    def attribute(self, name: str, field: str, type_: TypeExpr | None = None) -> str:
        """Return a function that reads an attribute of a model.

        Args:
            name: Name of the class.
            field: Name of the attribute.
            type_: Type of the attribute. Default: any type.
        """
        returns = type_ or OBJECT
        imports = self._imports([Name(name), returns])
        if imports is None:
            return ""
        return (
            f"{'; '.join(imports)}\n"
            f"def read(item: {name}) -> {format_type(returns)}: return item.{field}"
        )

    def dictionary(
        self, name: str, key: str = "", type_: TypeExpr | None = None
    ) -> str:
        """Return a dictionary of a parameter class with the required keys.

        Args:
            name: Name of the class.
            key: Another key of the dictionary; `""` for none.
            type_: Type of the value of that key.
        """
        value = self._dictionary(name, {key: type_} if key and type_ else {}, 0)
        imports = self._imports([Name(name)])
        if value is None or imports is None:
            return ""
        return f"{'; '.join(imports)}\nitem: {name} = {value}"

    def name(self, name: str) -> str:
        """Return an import of a type from its module."""
        return (
            f"from {self._side.package.name}.{self._side.module_of(name)} "
            f"import {name}\nexported = {name}"
        )

    def alias(self, name: str, value: TypeExpr) -> str:
        """Return an assignment of a value to a variable of an alias."""
        text, imports = self._value(value, 0), self._imports([Name(name)])
        if text is None or imports is None:
            return ""
        return f"{'; '.join(imports)}\nvalue: {name} = {text}"

    @property
    def _client(self) -> str:
        package = self._side.package
        return f"from {package.name} import {package.client.name}"

    def _call(
        self,
        entry: MethodEntry,
        changed: Argument | None,
        type_: TypeExpr | None,
        positional: bool,
        has_body: bool = True,
    ) -> str:
        texts: list[str] = []
        by_position = positional
        for argument in entry.method.default_arguments:
            is_changed = changed is not None and argument.name == changed.name
            is_needed = argument.required or (has_body and argument.with_body)
            if not (is_needed or is_changed):
                by_position = False
                continue
            if argument.place is Place.PARSED:
                return ""
            value = self._value(type_ if is_changed and type_ else argument.type, 0)
            if value is None:
                return ""
            by_position = by_position and argument.positional
            texts.append(value if by_position else f"{argument.name}={value}")
        client = self._side.package.client.name
        return f"{client}().{entry.call}({', '.join(texts)})"

    def _value(self, type_: TypeExpr, depth: int) -> str | None:
        """Return an expression of a type, `None` if it needs more than literals."""
        if depth > _MAX_DEPTH:
            return None
        match type_:
            case Name(name):
                return self._named_value(name, depth)
            case Literal(values):
                return literal_text(values[0])
            case Union(members):
                texts = (self._value(member, depth) for member in members)
                return next((text for text in texts if text is not None), None)
            case Subscript(base, arguments):
                return self._generic_value(base, arguments, depth)

    def _named_value(self, name: str, depth: int) -> str | None:
        item = self._side.types.get(name)
        match item:
            case ParamClass():
                return self._dictionary(name, {}, depth)
            case AliasDefinition():
                return self._value(item.value, depth + 1)
            case TypeNameAlias():
                return self._named_value(item.of, depth + 1)
            case None:
                return _VALUES.get(name)
            case _:
                return None

    def _generic_value(
        self, base: str, arguments: tuple[TypeExpr, ...], depth: int
    ) -> str | None:
        values = [self._value(item, depth + 1) for item in arguments]
        if None in values:
            return None
        if base in ("list", "Sequence"):
            return f"[{values[0]}]"
        if base in ("dict", "Mapping"):
            return f"{{{values[0]}: {values[1]}}}"
        return None

    def _dictionary(
        self, name: str, changed: Mapping[str, TypeExpr], depth: int
    ) -> str | None:
        item = self._side.types.get(name)
        if not isinstance(item, ParamClass):
            return None
        entries: list[str] = []
        for field in item.fields:
            if not field.required and field.key not in changed:
                continue
            value = self._value(changed.get(field.key, field.type), depth + 1)
            if value is None:
                return None
            entries.append(f"{literal_text(field.key)}: {value}")
        return f"{{{', '.join(entries)}}}"

    def _imports(self, types: Iterable[TypeExpr]) -> list[str] | None:
        """Return the imports of types, `None` if one of them is not public."""
        modules: dict[str, set[str]] = {}
        for name in {name for type_ in types for name in imported_names(type_)}:
            if name in self._side.types:
                module = f"{self._side.package.name}.{self._side.module_of(name)}"
            elif name in _MODULES:
                module = _MODULES[name]
            elif name in _PUBLIC or name == UNIX_TIME:
                module = self._side.package.name
            else:
                return None
            modules.setdefault(module, set()).add(imported_as(name))
        return [
            f"from {module} import {', '.join(sorted(names))}"
            for module, names in sorted(modules.items())
        ]


_PUBLIC = {"BinaryResponse", "ReceivedFile", "ReceivedPart", "ResponseStream", "Stream"}
"""Types of the runtime that clients export."""
