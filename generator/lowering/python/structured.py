"""Lowering of operations whose response is parsed to a type of the caller."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import KeyPath, Operation
from ...model.structured import ITEMS, Structured
from ...model.tools import Tools
from ...model.types import Key
from ...python.constants import PlainValue, StructuredLiteral
from ...python.expressions import (
    NONE,
    ArgumentDoc,
    Docstring,
    Name,
    Subscript,
    TypeExpr,
    Union,
    union_members,
    union_of,
)
from ...python.parsed import ParsedClass, ParsedField
from ...python.resources import Argument, Method, Place, Streams, own_arguments
from ...python.types import ModelClass, TypesModule
from .docstrings import prose

TYPE_VARIABLE = "_runtime.ParsedT"
"""Type variable of the runtime for the type of a parsed value."""

METHOD = "parse"
"""Name of the method that parses the response of `create`."""

NO_PARSING_METHOD = Rule(
    "no-parsing-method",
    Severity.NOTE,
    "The text of a response matches a JSON Schema that an argument contains, but the client"
    " has no method that parses it: the resource already has a method of this name, the"
    " request body has several media types or is not an object, or the response is not a"
    " declared object. The operation itself has a method as usual.",
)


class ParsedTypes:
    """The classes of parsed responses.

    Args:
        structured: Operations whose response can be parsed.
        tools: Tools of operations.
        types: Modules of response types.
        modules: Module of each type.
    """

    def __init__(
        self,
        structured: Iterable[Structured],
        tools: Iterable[Tools],
        types: Iterable[TypesModule],
        modules: Mapping[str, str],
    ) -> None:
        self._modules = modules
        self._models = {
            item.key: item
            for module in types
            for file in module.files
            for item in file.items
            if isinstance(item, ModelClass)
        }
        self.tools = {item.operation_id: item for item in tools}
        self._classes: dict[tuple[Key, ...], ParsedClass] = {}
        self.operations = {
            item.operation_id: (item, name)
            for item in structured
            if (name := self._add(item, item.objects, item.text.owner)) is not None
        }
        self.parsing: set[str] = set()
        """IDs of the operations that have a method `parse`."""
        self.module = "parsed"
        while self.module in {*modules.values(), *modules}:
            self.module += "_"

    @property
    def classes(self) -> tuple[ParsedClass, ...]:
        """The classes, each after the classes that it refers to."""
        return tuple(self._classes.values())

    @property
    def modules(self) -> dict[str, str]:
        """The module of each class."""
        return {item.name: self.module for item in self._classes.values()}

    def _add(
        self, item: Structured, keys: tuple[Key, ...], path: KeyPath
    ) -> str | None:
        """Add the classes from an object to the owner of the parsed value.

        Args:
            item: The operation.
            keys: Keys of the objects, from this one to the owner.
            path: Path from this object to the owner.

        Returns:
            The name of the class of the first object; `None` if it has no model.
        """
        if keys in self._classes:
            return self._classes[keys].name
        model = self._models.get(keys[0])
        if model is None:
            return None
        field = None
        if len(keys) > 1:
            depth = next((n for n, key in enumerate(path[1:]) if key != ITEMS), None)
            end = len(path) if depth is None else depth + 1
            inner = self._add(item, keys[1:], path[end:])
            field = _build_field(model, path[:end], inner) if inner else None
            if field is None:
                return None
        self._classes[keys] = ParsedClass(
            self._choose_name(model.name),
            model.name,
            self._modules[model.name],
            _docstring(model.name, field),
            "" if field is not None else item.attribute,
            field,
        )
        return self._classes[keys].name

    def _choose_name(self, base: str) -> str:
        taken = {*self._modules, *(item.name for item in self._classes.values())}
        name, number = f"Parsed{base}", 2
        while name in taken:
            name = f"Parsed{base}{number}"
            number += 1
        return name


def report_missing_methods(
    operations: Iterable[Operation],
    structured: Iterable[Structured],
    parsed: ParsedTypes,
    diagnostics: Diagnostics,
) -> None:
    """Report the operations whose response can be parsed, but have no method for it.

    Args:
        operations: All operations of the client.
        structured: Operations with an argument for the JSON Schema of the response.
        parsed: Classes of parsed responses, after all methods were built.
        diagnostics: Receives a note for each operation.
    """
    missing = {item.operation_id for item in structured} - parsed.parsing
    for operation in operations:
        if operation.id in missing and not operation.alias_of:
            diagnostics.add(
                NO_PARSING_METHOD,
                f"{operation.id} has no method that parses the text of its response",
                operation.origin,
                hint="pass the JSON Schema as an argument, and parse the text yourself",
            )


def _docstring(base: str, field: ParsedField | None) -> Docstring:
    where = "a parsed value" if field is None else f"parsed values in `{field.name}`"
    return Docstring(f"`{base}` with {where}.")


def _build_field(model: ModelClass, path: KeyPath, inner: str) -> ParsedField | None:
    """Return the field at a path of one key, with the parsed class of its objects."""
    for field in model.fields:
        if field.key == path[0]:
            nullable = NONE in union_members(field.type)
            types = [
                _nest(item, len(path) - 1, nullable)
                for item in (Subscript(inner, (Name(TYPE_VARIABLE),)), Name(inner))
            ]
            return ParsedField(field.name, field.key, field.required, *types)
    return None


def _nest(type_: TypeExpr, depth: int, nullable: bool) -> TypeExpr:
    """Return the type of lists of lists of a type, of the given depth."""
    for _ in range(depth):
        type_ = Subscript("list", (type_,))
    return Union((type_, NONE)) if nullable else type_


def build_parsing_method(
    method: Method,
    item: Structured | None,
    tools: Tools | None,
    constant: str,
    returns: str,
) -> Method | None:
    """Build the method that parses the response of another method.

    Args:
        method: Method that returns the response.
        item: Argument and text of the operation, if it has them.
        tools: Tools of the operation, if it has any.
        constant: Constant of the structured operation.
        returns: Class of the parsed response.

    Returns:
        The method; `None` if an argument is the whole body, or depends on a media type.
    """
    own = own_arguments(method.arguments)
    if method.body_variants or any(each.whole for each in own):
        return None
    path = item.argument.path if item is not None else ()
    name = "_".join(path)
    omitted = [method.stream_argument, method.selector_argument]
    arguments = [
        _accept_types(each, tools)
        for each in own
        if each not in omitted
        and not (each.place is Place.BODY and (each.key,) == path)
    ]
    result = method.default_returns
    if item is not None:
        if any(each.name == name for each in arguments):
            return None
        position = sum(each.positional or each.required for each in arguments)
        arguments.insert(position, _type_argument(method, path, name))
        result = Subscript(returns, (Name(TYPE_VARIABLE),))
    named = [each.name for each in arguments if _is_tools(each, tools)]
    docstring = _method_docstring(method, item, name, named, arguments)
    return replace(
        method,
        name=METHOD if method.name == "create" else f"{method.name}_and_parse",
        endpoint=constant,
        calls_resource=False,
        arguments=tuple(arguments),
        returns=result,
        returns_async=result,
        event=None,
        selector=None,
        streams=Streams.NEVER,
        stream_parameter=None,
        aggregated_type=None,
        docstring=docstring,
        docstring_async=docstring,
        parses=name,
        tools=named[0] if named else "",
    )


def _is_tools(argument: Argument, tools: Tools | None) -> bool:
    """Return whether an argument is that of the tools."""
    key = tools.definition.argument if tools is not None else ""
    return argument.place is Place.BODY and argument.key == key


def _accept_types(argument: Argument, tools: Tools | None) -> Argument:
    """Return the argument; that of the tools accepts types of the caller, too."""
    if not _is_tools(argument, tools):
        return argument
    of = Name("_runtime.ToolType")
    types: list[TypeExpr] = []
    for member in union_members(argument.type):
        if isinstance(member, Subscript) and member.base == "Sequence":
            member = Subscript("Sequence", (union_of((*member.arguments, of)),))
        elif isinstance(member, Name) and member != NONE:
            tool = Subscript("Mapping", (Name("str"), Name("object")))
            types.append(Subscript("Sequence", (union_of((tool, of)),)))
        types.append(member)
    return replace(argument, type=union_of(types))


def _type_argument(method: Method, path: KeyPath, name: str) -> Argument:
    """Return the argument for the type, which also accepts values of the property."""
    own = [
        each
        for each in method.arguments
        if each.place is Place.BODY and (each.key,) == path
    ]
    types = [member for each in own for member in union_members(each.type)]
    of = Subscript("_runtime.ParsedType", (Name(TYPE_VARIABLE),))
    is_required = any(each.required for each in own)
    return Argument(
        name, name, Place.PARSED, Union((of, *types)) if types else of, is_required
    )


def _method_docstring(
    method: Method,
    item: Structured | None,
    name: str,
    tools: Iterable[str],
    arguments: Iterable[Argument],
) -> Docstring:
    parts = "the text" if item is not None else "the calls of tools"
    text = f"Call `{method.name}` and parse {parts} of the response."
    own: tuple[ArgumentDoc, ...] = ()
    if item is not None:
        place = ".".join((*item.text.owner, item.attribute)).replace(".[]", "[]")
        text += (
            f"\n\nThe text is required to match the strict JSON Schema of `{name}`. The "
            f"value is `{place}`; it is `None` if the model refuses or returns no text."
        )
        kinds = "a pydantic model, a dataclass, a `TypedDict` or a msgspec `Struct`"
        own = (
            ArgumentDoc(
                name, f"Type of the value: {kinds}. Without a type, nothing is parsed."
            ),
        )
    for tool in tools:
        text += (
            f"\n\n`{tool}` can contain types and `FunctionTool`s, whose calls have"
            " `parsed_arguments`."
        )
    names = {each.name for each in arguments}
    docs = [each for each in method.docstring.arguments if each.name in names]
    options = method.docstring.arguments[-1]
    return Docstring(
        prose(text), (*docs, *own, options), "The response, with the parsed values."
    )


def build_structured_literal(
    constant: str,
    operation: str,
    item: Structured | None,
    tools: Tools | None,
    returns: str,
) -> StructuredLiteral:
    """Build the constant of a structured operation; defaults are omitted."""
    keywords = _structured_keywords(item, returns) if item is not None else ()
    if tools is None:
        return StructuredLiteral(constant, operation, keywords)
    tool = tools.definition
    values: dict[str, PlainValue] = {
        "schema": tool.schema,
        "name": tool.name,
        "calls": tools.calls.path,
        "description": tool.description,
        "constants": tuple(_flatten(tool.constants, ())),
    }
    own = tuple((name, value) for name, value in values.items() if value)
    return StructuredLiteral(constant, operation, keywords, (tool.argument, own))


def _structured_keywords(
    item: Structured, returns: str
) -> tuple[tuple[str, PlainValue], ...]:
    argument, text = item.argument, item.text
    values: dict[str, PlainValue] = {
        "returns": returns,
        "path": argument.path,
        "constants": tuple(_flatten(argument.constants, ())),
        "schema": argument.schema,
        "name": argument.name,
        "owner": text.owner,
        "holder": text.holder,
        "text": text.key,
        "where": text.where,
        "refusal": text.refusal,
        "reason": text.reason,
        "incomplete": text.incomplete,
    }
    return tuple((name, value) for name, value in values.items() if value)


def _flatten(
    members: Mapping[str, object], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], PlainValue]]:
    """Yield the path and the value of each constant."""
    for key, value in members.items():
        if isinstance(value, dict):
            yield from _flatten(value, (*path, key))
        elif isinstance(value, str | bool | int | float | None):
            yield (*path, key), value
