"""The list in a response, and the values beside it that may describe its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.operations import Content, KeyPath, Operation
from ...model.resolution import resolve_type
from ...model.types import (
    Anything,
    Declaration,
    DeclarationRef,
    Key,
    ListOf,
    MapOf,
    Object,
    OneOf,
    Property,
    Type,
    Union,
)
from ...openapi.media_types import is_json
from ...words import split_words
from ..operations.contents import has_several_types

Declarations = Mapping[Key, Declaration]
"""Declarations by the key that types refer to."""

BODY_METHODS = ("POST", "QUERY")
"""Methods of requests whose body may select the page."""

_LIST_NAMES = (
    *("data", "items", "results", "result", "value", "values", "records", "entries"),
    *("content", "list", "elements", "objects", "resources", "rows", "collection"),
    "chunk",
)
"""Common names of lists, most specific first."""
_OTHER_ARRAYS = frozenset(
    {"links", "included", "messages", "facets", "aggregations", "columns"}
)
"""Names of arrays that are not the list."""
_OTHER_WORDS = frozenset({"error", "errors", "warning", "warnings"})
_WRAPPERS = frozenset(
    {"data", "result", "results", "response", "payload", "body", "embedded"}
)
"""Names of objects that may contain the list."""
METADATA = frozenset(
    {
        *("meta", "metadata", "pagination", "paging", "paginator", "page", "pages"),
        *("links", "link", "cursor", "cursors", "next", "info", "result", "response"),
        *("page info", "paging info", "response metadata", "search metadata"),
        *("next page", "embedded"),
    }
)
"""Names of objects that may describe the pages of the list beside them."""
_MAX_DEPTH = 3
"""Maximum length of the path of a value outside a list, unless the list is deeper."""


@dataclass(frozen=True, slots=True)
class ResponseList:
    """A list in a response.

    Args:
        items: Path of the list; empty if the body is the list.
        item: Type of its items.
        is_main: Whether its name shows that it is the main content of the response.
        fields: Values outside the list, by path.
        keys: Names of the properties of an item.
    """

    items: KeyPath
    item: Type
    is_main: bool
    fields: Mapping[KeyPath, Property]
    keys: frozenset[str]


def union_members(type_: Type, declarations: Declarations) -> tuple[Type, ...]:
    """Return the members of an anonymous or named union; none of another type.

    Args:
        type_: Type without null and aliases.
        declarations: Declarations that types refer to.
    """
    if isinstance(type_, OneOf):
        return type_.members
    if isinstance(type_, DeclarationRef):
        declaration = declarations.get(type_.key)
        return declaration.members if isinstance(declaration, Union) else ()
    return ()


def resolve_object(type_: Type, declarations: Declarations) -> Object | None:
    """Return the object that a type refers to, or `None`."""
    type_ = resolve_type(type_, declarations)
    if not isinstance(type_, DeclarationRef):
        return None
    declaration = declarations.get(type_.key)
    return declaration if isinstance(declaration, Object) else None


def find_body_type(operation: Operation) -> Type | None:
    """Return the type of the JSON response, or `None` if other responses are possible."""
    result = operation.result
    if result.streaming is not None or has_several_types(result):
        return None
    types = {item.type or Anything() for item in find_json_contents(operation)}
    return types.pop() if len(types) == 1 else None


def find_json_contents(operation: Operation) -> tuple[Content, ...]:
    """Return the JSON contents of the response of an operation."""
    contents = operation.result.contents
    return tuple(item for item in contents if is_json(item.media_type))


def find_list(
    operation: Operation, declarations: Declarations, items: KeyPath | None = None
) -> ResponseList | None:
    """Find the list in the response of an operation.

    Args:
        operation: Operation whose response is searched.
        declarations: Declarations that types refer to.
        items: Path of the list; `None` to detect it.

    Returns:
        The list; `None` if there is none, or if several are possible.
    """
    type_ = find_body_type(operation)
    if type_ is None:
        return None
    body = resolve_type(type_, declarations)
    if isinstance(body, ListOf):
        return None if items else _build((), body, True, {}, declarations)
    root = resolve_object(body, declarations)
    if root is None:
        # The document does not declare the fields, but the settings may name them.
        undeclared = _list_at(body, items, declarations) if items else None
        if items is None or undeclared is None:
            return None
        return _build(items, undeclared, True, {}, declarations)
    noun = _last_noun(operation.path)
    path = items if items is not None else _find_path(root, noun, declarations)
    list_type = _list_at(body, path, declarations) if path else None
    if path is None or list_type is None:
        return None
    is_main = path[-1] in _LIST_NAMES or _is_named_like(path[-1], noun)
    fields = dict(find_fields(root, (), path, declarations))
    return _build(path, list_type, is_main, fields, declarations)


def _build(
    path: KeyPath,
    list_type: ListOf,
    is_main: bool,
    fields: Mapping[KeyPath, Property],
    declarations: Declarations,
) -> ResponseList:
    keys = _property_names(list_type.item, declarations)
    return ResponseList(path, list_type.item, is_main, fields, keys)


def _property_names(type_: Type, declarations: Declarations) -> frozenset[str]:
    """Return the properties that all alternatives of a type have."""
    type_ = resolve_type(type_, declarations)
    declaration = (
        declarations.get(type_.key) if isinstance(type_, DeclarationRef) else None
    )
    if isinstance(declaration, Object):
        return frozenset(item.name for item in declaration.properties)
    if isinstance(declaration, Union) and declaration.members:
        shapes = [resolve_object(item, declarations) for item in declaration.members]
        names = [{item.name for item in shape.properties} for shape in shapes if shape]
        if len(names) == len(shapes):
            return frozenset(set.intersection(*names))
    return frozenset()


def _find_path(root: Object, noun: str, declarations: Declarations) -> KeyPath | None:
    """Return the path of the only array, or of the one with the name of a list."""
    name = find_array(root, declarations, noun)
    if name is not None:
        return (name,)
    if any(
        _is_array(item, declarations) and not _is_other_array(item.name)
        for item in root.properties
    ):
        return None
    return _find_inner_path(root, noun, declarations)


def _find_inner_path(
    root: Object, noun: str, declarations: Declarations, depth: int = 1
) -> KeyPath | None:
    """Return the path of the list in an object that wraps it, or in an object in that."""
    inner = [
        (item.name, shape)
        for item in root.properties
        if (shape := resolve_object(item.type, declarations)) is not None
    ]
    for outer, shape in inner:
        if "".join(split_words(outer)) not in _WRAPPERS and len(inner) > 1:
            continue
        name = find_array(shape, declarations, noun)
        if name is not None:
            return (outer, name)
        if depth and outer.strip("_") == "embedded":
            path = _find_inner_path(shape, noun, declarations, depth - 1)
            if path is not None:
                return (outer, *path)
    return None


def find_array(shape: Object, declarations: Declarations, noun: str = "") -> str | None:
    """Return the key of the only array of an object, or of the one named as a list.

    Args:
        shape: The object.
        declarations: Declarations that types refer to.
        noun: Word of the path that the list may have as its name.
    """
    names = [
        item.name
        for item in shape.properties
        if _is_array(item, declarations)
        and (_is_named_like(item.name, noun) or not _is_other_array(item.name))
    ]
    if len(names) == 1:
        return names[0]
    for name in _LIST_NAMES:
        if name in names:
            return name
    similar = [name for name in names if _is_named_like(name, noun)]
    return similar[0] if len(similar) == 1 else None


def _is_other_array(name: str) -> bool:
    """Return whether a name is that of an array beside the list."""
    words = split_words(name)
    return name.lower() in _OTHER_ARRAYS or not _OTHER_WORDS.isdisjoint(words)


def _is_array(item: Property, declarations: Declarations) -> bool:
    return isinstance(resolve_type(item.type, declarations), ListOf)


def _last_noun(path: str) -> str:
    """Return the last word of a path that is not a parameter."""
    parts = [part for part in path.partition("?")[0].split("/") if "{" not in part]
    last = parts[-1].removesuffix(".json") if parts else ""
    return last.rpartition(".")[2]


def _is_named_like(name: str, noun: str) -> bool:
    """Return whether a list has the name of the path: `droplets`, `userList`."""
    first, second = "".join(split_words(name)), "".join(split_words(noun))
    return bool(first and second) and (first in second or second in first)


def _list_at(type_: Type, path: KeyPath, declarations: Declarations) -> ListOf | None:
    """Return the list at a path; one of any values if the document declares no fields."""
    member: Type | None = type_
    for name in path:
        member = _member_type(member, name, declarations) if member else None
    resolved = resolve_type(member, declarations) if member else None
    if isinstance(resolved, Anything):
        return ListOf(resolved)
    return resolved if isinstance(resolved, ListOf) else None


def _member_type(type_: Type, name: str, declarations: Declarations) -> Type | None:
    """Return the type of a member of an object; `None` if there is no such member."""
    type_ = resolve_type(type_, declarations)
    shape = resolve_object(type_, declarations)
    if shape is None:
        if isinstance(type_, MapOf):
            return type_.value
        return type_ if isinstance(type_, Anything) else None
    for item in shape.properties:
        if item.name == name:
            return item.type
    if not shape.properties and shape.extra is None:
        return Anything()
    return shape.extra


def find_fields(
    shape: Object, path: KeyPath, items: KeyPath, declarations: Declarations
) -> Iterator[tuple[KeyPath, Property]]:
    """Yield the properties that are not objects, those of each object before inner ones.

    Args:
        shape: Object whose properties are searched.
        path: Path of the object.
        items: Path of the list.
        declarations: Declarations that types refer to.
    """
    inner: list[tuple[KeyPath, Object]] = []
    for item in shape.properties:
        item_path = (*path, item.name)
        inner_shape = _resolve_shape(item.type, declarations)
        if inner_shape is None:
            yield item_path, item
        elif len(item_path) < max(_MAX_DEPTH, len(items) + 1) and _is_relevant(
            item_path, items
        ):
            inner.append((item_path, inner_shape))
    for item_path, inner_shape in inner:
        yield from find_fields(inner_shape, item_path, items, declarations)


def _resolve_shape(type_: Type, declarations: Declarations) -> Object | None:
    """Return the object of a type; for a union, an object with the common properties.

    The type of a common property is a union of its types.
    """
    members = union_members(resolve_type(type_, declarations), declarations)
    if not members:
        return resolve_object(type_, declarations)
    shapes = [resolve_object(member, declarations) for member in members]
    objects = [shape for shape in shapes if shape is not None]
    if not objects or len(objects) < len(shapes):
        return None
    first, *others = objects
    common = []
    for item in first.properties:
        same = [p for shape in others for p in shape.properties if p.name == item.name]
        if len(same) == len(others):
            types = dict.fromkeys(
                resolve_type(p.type, declarations) for p in (item, *same)
            )
            merged = OneOf(tuple(types)) if len(types) > 1 else next(iter(types))
            common.append(replace(item, type=merged))
    return replace(first, properties=tuple(common))


def _is_relevant(path: KeyPath, items: KeyPath) -> bool:
    """Return whether an object contains the list or metadata about it."""
    is_parent = items[: len(path)] == path
    return is_parent or " ".join(split_words(path[-1])) in METADATA
