"""How decoded JSON becomes views.

A class's converter walks those fields only that can hold views, and those only where they
hold an array or an object. An annotation is read when the first such value comes, so that a
process pays for the types it meets and no others.

Conversion works in place: the JSON that a converter is given is its own. It never raises
for data that is not as declared; such data stays as it came.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from .annotations import Anything, Class, ListOf, MapOf
from .declarations import Annotation, Field, declaration_of
from .records import Record, kind_of
from .scopes import Placed, Scope, alternatives, holds_view
from .unions import Candidate, Choice, Converter


@cache
def converter(annotation: str, package: str) -> Converter:
    """A function from decoded JSON to views, as an annotation describes it.

    Args:
        annotation: In the grammar of `annotations`: `"list[File] | None"`.
        package: The dotted name of the package that has the names as attributes. It is
            imported, and asked for them, when the first value comes.

    Raises:
        AnnotationError: (by the function) The annotation, or one that it leads to, cannot
            be read or names what does not exist.
    """
    return _at_first_use(Annotation(annotation, Scope("", package), package))


def view_converter(cls: type[Record]) -> Converter:
    """The function that makes a JSON object an instance of a class, made once."""
    declaration = declaration_of(cls)
    if declaration.convert is None:
        declaration.convert = _view_converter(cls)
    return declaration.convert


def check(cls: type[Record]) -> None:
    """Reads all annotations of a class now, and not when a value comes.

    Raises:
        AnnotationError: One of them cannot be read, or names what does not exist.
    """
    declaration = declaration_of(cls)
    declaration.literals()
    for field in declaration.by_key.values():
        field.annotation.read(compiled)
    if declaration.extra is not None:
        declaration.extra.read(compiled)


def compiled(placed: Placed) -> Converter:
    """The converter of a type.

    Raises:
        LookupError: A name is not found.
        SyntaxError: The value of an alias is no type.
    """
    if not holds_view(placed):
        return _identity
    objects, lists = _containers(placed)
    if not lists:
        return _object_converter(objects)
    if not objects:
        return _list_converter(lists)
    as_object, as_list = _object_converter(objects), _list_converter(lists)

    def convert(value: Any) -> Any:
        kind = kind_of(value)
        return as_list(value) if kind is list else as_object(value)

    return convert


def _identity(value: Any) -> Any:
    return value


def _at_first_use(annotation: Annotation) -> Converter:
    """The converter of a type whose annotation is read when the first value comes."""
    made: Converter | None = None

    def convert(value: Any) -> Any:
        nonlocal made
        if made is None:
            made = annotation.read(compiled)
        try:
            return made(value)
        except RecursionError:
            # Arrays within arrays, deeper than Python can follow, stay JSON.
            return value

    return convert


def _containers(placed: Placed) -> tuple[list[Placed], list[Placed]]:
    """The alternatives that are JSON objects, and those that are arrays."""
    objects: list[Placed] = []
    lists: list[Placed] = []
    for each in alternatives(placed):
        if isinstance(each.node, ListOf):
            lists.append(each)
        elif isinstance(each.node, (MapOf, Anything)) or _view_class(each):
            objects.append(each)
    return objects, lists


def _view_class(placed: Placed) -> type[Record] | None:
    node = placed.node
    if isinstance(node, Class) and issubclass(node.cls, Record):
        return node.cls
    return None


def _object_converter(objects: list[Placed]) -> Converter:
    """The converter of JSON objects, which may be of several types."""
    if len(objects) == 1:
        return _member_converter(objects[0])
    choose = Choice([_candidate(each, _member_converter(each)) for each in objects])

    def convert(value: Any) -> Any:
        kind = kind_of(value)
        if kind is not dict:
            return value
        chosen = choose(value)
        return value if chosen is None else chosen.convert(value)

    return convert


def _list_converter(lists: list[Placed]) -> Converter:
    """The converter of arrays; if there are several types the first element decides."""
    if len(lists) == 1:
        return _member_converter(lists[0])
    candidates: list[Candidate] = []
    others: dict[bool, Converter] = {}
    for each in lists:
        convert = _member_converter(each)
        objects, arrays = _containers(_item(each))
        candidates += [_candidate(item, convert) for item in objects]
        others.setdefault(bool(arrays), convert)
    choose = Choice(candidates)

    def convert_list(value: Any) -> Any:
        kind = kind_of(value)
        if kind is not list or not value:
            return value
        first = kind_of(value[0])
        if first is dict:
            chosen = choose(value[0])
            return value if chosen is None else chosen.convert(value)
        return others.get(first is list, _identity)(value)

    return convert_list


def _candidate(placed: Placed, convert: Converter) -> Candidate:
    cls = _view_class(placed)
    if cls is None:
        return Candidate(convert)
    declared = declaration_of(cls)
    required, known = frozenset(declared.required()), frozenset(declared.by_key)
    return Candidate(convert, declared.literals(), required, known)


def _item(placed: Placed) -> Placed:
    """The type of an array's elements, or of a map's values."""
    node, scope = placed
    if isinstance(node, ListOf):
        return Placed(node.item, scope)
    return Placed(node.value if isinstance(node, MapOf) else node, scope)


def _member_converter(placed: Placed) -> Converter:
    """The converter of a type that is no union."""
    cls = _view_class(placed)
    if cls is not None:
        return view_converter(cls)
    if isinstance(placed.node, ListOf) and holds_view(placed):
        return _array_converter(_item(placed))
    if isinstance(placed.node, MapOf) and holds_view(placed):
        return _map_converter(_item(placed))
    return _identity


def _array_converter(item: Placed) -> Converter:
    made: Converter | None = None

    def convert(value: Any) -> Any:
        nonlocal made
        kind = kind_of(value)
        if kind is not list:
            return value
        if made is None:  # Not before: an alias may hold arrays of itself.
            made = compiled(item)
        each = made
        return [each(element) for element in value]

    return convert


def _map_converter(item: Placed) -> Converter:
    made: Converter | None = None

    def convert(value: Any) -> Any:
        nonlocal made
        kind = kind_of(value)
        if kind is not dict:
            return value
        if made is None:  # Not before: an alias may hold maps of itself.
            made = compiled(item)
        for key in value:
            value[key] = made(value[key])
        return value

    return convert


def _view_converter(cls: type[Record]) -> Converter:
    declaration, new = declaration_of(cls), object.__new__
    declared, present = declaration.by_key, declaration.present
    extra = _at_first_use(declaration.extra) if declaration.extra else None

    nested: tuple[tuple[str, Converter], ...] = ()

    def at_first_use(field: Field) -> Converter:
        def convert_field(value: Any) -> Any:
            nonlocal nested
            made = field.annotation.read(compiled)
            # Those that turn out to hold no view are not walked again.
            nested = tuple(
                (key, made if key == field.key else other)
                for key, other in nested
                if key != field.key or made is not _identity
            )
            return made(value)

        return convert_field

    nested = tuple(
        (key, at_first_use(field))
        for key, field in declared.items()
        if not field.annotation.viewless
    )

    def convert(data: Any) -> Any:
        nonlocal present
        kind = kind_of(data)
        if kind is not dict:
            return data
        for key, convert_field in nested:
            if key in data:
                value = data[key]
                kind = kind_of(value)
                if kind is dict or kind is list:
                    try:
                        data[key] = convert_field(value)
                    except RecursionError:
                        # Deeper than Python can follow: from here on it stays JSON.
                        continue
        if extra is not None:
            for key in data:
                if key not in declared:
                    data[key] = extra(data[key])
        try:
            present(data)
        except KeyError:
            declaration.notice_absent(data)
            present = declaration.present
        view = new(cls)
        view.__dict__ = data
        return view

    return convert
