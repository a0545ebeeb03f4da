"""The list in an answer, and the values around it that may tell how it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...model.operations import Content, Operation, KeyPath
from ...model.types import (
    Alias,
    Declaration,
    DeclarationRef,
    Key,
    ListOf,
    Nullable,
    Object,
    Property,
    Type,
    Union,
)
from ...openapi.media_types import is_json
from ...words import split_words

Declarations = Mapping[Key, Declaration]

_USUAL = (
    *("data", "items", "results", "result", "value", "values", "records", "entries"),
    *("content", "list", "elements", "objects", "resources", "rows", "collection"),
)
"""What lists are called, those that say it best first."""
_BESIDE = frozenset({"errors", "warnings", "links", "included", "messages", "facets"})
"""Arrays that stand beside the list."""
_AROUND = frozenset(
    {"data", "result", "results", "response", "payload", "body", "embedded"}
)
"""Objects that the list may stand in."""
_ABOUT = frozenset(
    {
        *("meta", "metadata", "pagination", "paging", "paginator", "page", "pages"),
        *("links", "link", "cursor", "cursors", "next", "info", "result", "response"),
        *("page info", "paging info", "response metadata", "search metadata"),
    }
)
"""Objects that speak of the list that stands beside them."""
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in an answer.

    Args:
        items: the way to it; empty when the body is the list.
        item: the type of its items.
        named: whether its name says that it is what the operation is about.
        fields: the values around it, by the way to them.
        keys: the properties of an item.
    """

    items: KeyPath
    item: Type
    named: bool
    fields: Mapping[KeyPath, Property]
    keys: frozenset[str]


def plain(type_: Type, declarations: Declarations) -> Type:
    """The type without null, behind aliases."""
    for _ in range(16):
        if isinstance(type_, Nullable):
            type_ = type_.type
        elif isinstance(type_, DeclarationRef):
            declaration = declarations.get(type_.key)
            if not isinstance(declaration, Alias):
                return type_
            type_ = declaration.type
        else:
            return type_
    return type_


def object_of(type_: Type, declarations: Declarations) -> Object | None:
    """The object that a type is, if it is one."""
    type_ = plain(type_, declarations)
    if not isinstance(type_, DeclarationRef):
        return None
    declaration = declarations.get(type_.key)
    return declaration if isinstance(declaration, Object) else None


def body_type(operation: Operation) -> Type | None:
    """The type of the JSON that an operation answers, `None` where it may be several."""
    if operation.result.streaming is not None:
        return None
    types = {item.type for item in json_contents(operation)}
    return types.pop() if len(types) == 1 else None


def json_contents(operation: Operation) -> tuple[Content, ...]:
    """What an operation answers in JSON."""
    contents = operation.result.contents
    return tuple(item for item in contents if is_json(item.media_type))


def listing(
    operation: Operation, declarations: Declarations, items: KeyPath | None = None
) -> Listing | None:
    """The list that an operation answers; `None` where there is none, or no telling.

    Args:
        operation: what is called.
        declarations: what types refer to.
        items: the way to the list, where that is known.
    """
    type_ = body_type(operation)
    if type_ is None:
        return None
    whole = plain(type_, declarations)
    if isinstance(whole, ListOf):
        return None if items else _made((), whole, True, {}, declarations)
    root = object_of(whole, declarations)
    if root is None:
        return None
    noun = _noun(operation.path)
    way = items if items is not None else _way(root, noun, declarations)
    found = _at(root, way, declarations) if way else None
    if way is None or found is None:
        return None
    named = way[-1] in _USUAL or _like(way[-1], noun)
    fields = dict(_fields(root, (), way, declarations))
    return _made(way, found, named, fields, declarations)


def _made(
    way: KeyPath,
    found: ListOf,
    named: bool,
    fields: Mapping[KeyPath, Property],
    declarations: Declarations,
) -> Listing:
    return Listing(way, found.item, named, fields, _keys(found.item, declarations))


def _keys(type_: Type, declarations: Declarations) -> frozenset[str]:
    """The properties that a value has, whichever of its alternatives it is."""
    type_ = plain(type_, declarations)
    declaration = (
        declarations.get(type_.key) if isinstance(type_, DeclarationRef) else None
    )
    if isinstance(declaration, Object):
        return frozenset(item.name for item in declaration.properties)
    if isinstance(declaration, Union) and declaration.members:
        shapes = [object_of(member, declarations) for member in declaration.members]
        named = [{item.name for item in shape.properties} for shape in shapes if shape]
        if len(named) == len(shapes):
            return frozenset(set.intersection(*named))
    return frozenset()


def _way(root: Object, noun: str, declarations: Declarations) -> KeyPath | None:
    """The way to the one array, or the one that is called as lists are."""
    name = _chosen(root, noun, declarations)
    if name is not None:
        return (name,)
    if any(_array(item, declarations) for item in root.properties):
        return None
    inner = [
        (item.name, shape)
        for item in root.properties
        if (shape := object_of(item.type, declarations)) is not None
    ]
    for outer, shape in inner:
        around = "".join(split_words(outer)) in _AROUND or len(inner) == 1
        name = _chosen(shape, noun, declarations) if around else None
        if name is not None:
            return (outer, name)
    return None


def _chosen(shape: Object, noun: str, declarations: Declarations) -> str | None:
    names = [
        item.name
        for item in shape.properties
        if _array(item, declarations) and item.name.lower() not in _BESIDE
    ]
    if len(names) == 1:
        return names[0]
    for usual in _USUAL:
        if usual in names:
            return usual
    alike = [name for name in names if _like(name, noun)]
    return alike[0] if len(alike) == 1 else None


def _array(item: Property, declarations: Declarations) -> bool:
    return isinstance(plain(item.type, declarations), ListOf)


def _noun(path: str) -> str:
    """The last word of a path that is no parameter."""
    parts = [part for part in path.partition("?")[0].split("/") if "{" not in part]
    return parts[-1].rpartition(".")[2] if parts else ""


def _like(name: str, noun: str) -> bool:
    """Whether a list is called as the path is: `droplets`, `order_items`, `userList`."""
    mine, theirs = "".join(split_words(name)), "".join(split_words(noun))
    return bool(mine and theirs) and (mine in theirs or theirs in mine)


def _at(root: Object, way: KeyPath, declarations: Declarations) -> ListOf | None:
    shape: Object | None = root
    type_: Type | None = None
    for name in way:
        if shape is None:
            return None
        type_ = next((p.type for p in shape.properties if p.name == name), None)
        if type_ is None:
            return None
        shape = object_of(type_, declarations)
    found = plain(type_, declarations) if type_ is not None else None
    return found if isinstance(found, ListOf) else None


def _fields(
    shape: Object, way: KeyPath, items: KeyPath, declarations: Declarations
) -> Iterator[tuple[KeyPath, Property]]:
    """The properties that hold no others, nearest first within each object."""
    inner: list[tuple[KeyPath, Object]] = []
    for item in shape.properties:
        here = (*way, item.name)
        deeper = object_of(item.type, declarations)
        if deeper is None:
            yield here, item
        elif len(here) < _DEEPEST and _speaks_of(here, items):
            inner.append((here, deeper))
    for here, deeper in inner:
        yield from _fields(deeper, here, items, declarations)


def _speaks_of(way: KeyPath, items: KeyPath) -> bool:
    """Whether an object holds the list, or what is said of it."""
    return items[: len(way)] == way or " ".join(split_words(way[-1])) in _ABOUT
