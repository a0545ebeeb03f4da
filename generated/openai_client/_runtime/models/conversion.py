"""Conversion of decoded JSON to models.

The converter of a class visits only the fields that can contain models, and only where
their value is an array or an object. An annotation is parsed when the first such value is
converted, so that a process pays only for the types that it receives.

Converters modify the decoded JSON in place. They never raise for data that does not match
the declaration; such data is kept unchanged.
"""

from __future__ import annotations

from collections import deque
from functools import cache
from itertools import repeat
from typing import Any

from ..features import NATIVE_TYPES, load_feature
from .annotations import Anything, ListOf, MapOf, TupleOf
from .declarations import Annotation, Field, declaration_of
from .records import JSONObject, type_of
from .scopes import Scope, ScopedNode, alternatives, model_class, needs_conversion
from .tuples import build_tuple_converter, select_tuple
from .unions import Candidate, Converter, UnionSelector


@cache
def converter(annotation: str, package: str) -> Converter:
    """Return a function that converts decoded JSON to the type of an annotation.

    The function raises `AnnotationError` on its first call if the annotation, or that of
    a nested field, is invalid or names an undefined type.

    Args:
        annotation: In the grammar of `annotations`, such as `"list[File] | None"`.
        package: Dotted name of the package whose attributes are the names of the types.
            It is imported on the first call.
    """
    return _defer_converter(Annotation(annotation, Scope("", package), package))


def model_converter(cls: type[JSONObject]) -> Converter:
    """Return the function that converts a JSON object to an instance of a class."""
    declaration = declaration_of(cls)
    if declaration.convert is None:
        declaration.convert = _build_model_converter(cls)
    return declaration.convert


def check_annotations(cls: type[JSONObject]) -> None:
    """Parse all annotations of a class, which otherwise happens on first use.

    Raises:
        AnnotationError: An annotation is invalid or names an undefined type.
    """
    declaration = declaration_of(cls)
    declaration.literals()
    for field in declaration.by_key.values():
        field.annotation.read(compile_converter)
    if declaration.extra is not None:
        declaration.extra.read(compile_converter)
    _list_bases(cls)


def compile_converter(scoped: ScopedNode) -> Converter:
    """Build the converter of a type.

    Raises:
        LookupError: A name is not defined.
        SyntaxError: The value of an alias is not a type.
    """
    if not needs_conversion(scoped):
        return _identity
    convert: Converter = _compile_containers(scoped)
    if NATIVE_TYPES:
        convert = load_feature("models.native_types").native_converter(scoped, convert)
    return convert


def _compile_containers(scoped: ScopedNode) -> Converter:
    """Build the converter of the objects and arrays of a type."""
    objects, lists = _split_objects_and_lists(scoped)
    if not lists:
        return _build_object_converter(objects) if objects else _identity
    if not objects:
        return _build_list_converter(lists)
    as_object, as_list = _build_object_converter(objects), _build_list_converter(lists)

    def convert(value: Any) -> Any:
        kind = type_of(value)
        return as_list(value) if kind is list else as_object(value)

    return convert


def _identity(value: Any) -> Any:
    return value


def _defer_converter(annotation: Annotation) -> Converter:
    """Return a converter that parses the annotation on its first call."""
    compiled: Converter | None = None

    def convert(value: Any) -> Any:
        nonlocal compiled
        if compiled is None:
            compiled = annotation.read(compile_converter)
        try:
            return compiled(value)
        except RecursionError:
            # Arrays nested deeper than the recursion limit are not converted.
            return value

    return convert


def _split_objects_and_lists(
    scoped: ScopedNode,
) -> tuple[list[ScopedNode], list[ScopedNode]]:
    """Return the members of a type that are JSON objects, and those that are arrays."""
    objects: list[ScopedNode] = []
    lists: list[ScopedNode] = []
    for each in alternatives(scoped):
        if isinstance(each.node, (ListOf, TupleOf)):
            lists.append(each)
        elif isinstance(each.node, (MapOf, Anything)) or model_class(each):
            objects.append(each)
    return objects, lists


def _build_object_converter(objects: list[ScopedNode]) -> Converter:
    """Build the converter of a JSON object that has one of several types."""
    if len(objects) == 1:
        return _build_member_converter(objects[0])
    select = UnionSelector(
        [_build_candidate(each, _build_member_converter(each)) for each in objects]
    )
    convert_unknown: Converter | None = None

    def convert(value: Any) -> Any:
        nonlocal convert_unknown
        kind = type_of(value)
        if kind is not dict:
            return value
        selected = select(value)
        if selected is not None:
            return selected.convert(value)
        if convert_unknown is None:
            base = _find_common_base(objects)
            convert_unknown = model_converter(base) if base else _identity
        return convert_unknown(value)

    return convert


def _find_common_base(objects: list[ScopedNode]) -> type[JSONObject] | None:
    """Return the nearest class that all members of a union are or extend, if any."""
    classes = [cls for each in objects if (cls := model_class(each)) is not None]
    if len(classes) < len(objects):
        return None
    others = [set(_list_bases(cls)) for cls in classes[1:]]
    for base in _list_bases(classes[0]):
        if all(base in bases for bases in others):
            return base
    return None


def _list_bases(cls: type[JSONObject]) -> list[type[JSONObject]]:
    """Return a class and the classes that it extends in the API, the nearest first."""
    bases = [cls]
    while (annotation := declaration_of(bases[-1]).base) is not None:
        (scoped,) = annotation.read(lambda name: list(alternatives(name)))
        base = model_class(scoped)
        if base is None or base in bases:
            break
        bases.append(base)
    return bases


def _build_list_converter(lists: list[ScopedNode]) -> Converter:
    """Build the converter of an array; the first item selects among several types."""
    if len(lists) == 1:
        return _build_member_converter(lists[0])
    tuples = [each for each in lists if isinstance(each.node, TupleOf)]
    if tuples:
        others = [each for each in lists if each not in tuples]
        return select_tuple(
            [(each, _build_member_converter(each)) for each in tuples],
            _build_list_converter(others) if others else _identity,
            _build_item_candidates,
        )
    candidates: list[Candidate] = []
    by_array_items: dict[bool, Converter] = {}
    for each in lists:
        convert = _build_member_converter(each)
        _, arrays = _split_objects_and_lists(_item_type(each))
        candidates += _build_item_candidates(_item_type(each), convert)
        by_array_items.setdefault(bool(arrays), convert)
    select = UnionSelector(candidates)

    def convert_list(value: Any) -> Any:
        kind = type_of(value)
        if kind is not list or not value:
            return value
        first = type_of(value[0])
        if first is dict:
            selected = select(value[0])
            return value if selected is None else selected.convert(value)
        return by_array_items.get(first is list, _identity)(value)

    return convert_list


def _build_item_candidates(item: ScopedNode, convert: Converter) -> list[Candidate]:
    """Return a candidate for each type of object that an item can have."""
    objects, _ = _split_objects_and_lists(item)
    return [_build_candidate(each, convert) for each in objects]


def _build_candidate(scoped: ScopedNode, convert: Converter) -> Candidate:
    cls = model_class(scoped)
    if cls is None:
        return Candidate(convert)
    declaration = declaration_of(cls)
    required, known = frozenset(declaration.required()), frozenset(declaration.by_key)

    @cache
    def nested(key: str) -> list[Candidate]:
        return declaration.by_key[key].annotation.read(_build_nested_candidates)

    return Candidate(
        convert,
        declaration.literals(),
        required,
        known,
        declaration.kinds,
        nested,
        declaration.accepts_null,
    )


def _build_nested_candidates(scoped: ScopedNode) -> list[Candidate]:
    """Return the objects that a type is or that its arrays contain, to compare them."""
    objects, lists = _split_objects_and_lists(scoped)
    for each in lists:
        if isinstance(each.node, ListOf):
            objects += _split_objects_and_lists(_item_type(each))[0]
    return [_build_candidate(each, _identity) for each in objects]


def _item_type(scoped: ScopedNode) -> ScopedNode:
    """Return the type of an array's items or of a map's values."""
    node, scope = scoped
    if isinstance(node, ListOf):
        return ScopedNode(node.item, scope)
    return ScopedNode(node.value if isinstance(node, MapOf) else node, scope)


def _build_member_converter(scoped: ScopedNode) -> Converter:
    """Build the converter of a type that is not a union."""
    cls = model_class(scoped)
    if cls is not None:
        return model_converter(cls)
    if isinstance(scoped.node, TupleOf):
        return build_tuple_converter(scoped, compile_converter)
    if isinstance(scoped.node, ListOf) and needs_conversion(scoped):
        return _build_array_converter(_item_type(scoped))
    if isinstance(scoped.node, MapOf) and needs_conversion(scoped):
        return _build_map_converter(_item_type(scoped))
    return _identity


def _build_array_converter(item: ScopedNode) -> Converter:
    convert_item: Converter | None = None
    convert_together: Converter = _identity

    def convert(value: Any) -> Any:
        nonlocal convert_item, convert_together
        kind = type_of(value)
        if kind is not list:
            return value
        if convert_item is None:  # Deferred: an alias can contain arrays of itself.
            convert_item = compile_converter(item)
            convert_together = _build_flat_converter(item)
        if (models := convert_together(value)) is not value:
            return models
        function = convert_item
        return [function(element) for element in value]

    return convert


def _build_flat_converter(item: ScopedNode) -> Converter:
    """Build the converter of an array of objects whose fields are scalars.

    It converts long arrays faster than one call for each object. It returns an array
    unchanged if this does not apply, or if an item lacks a required field.
    """
    members = list(alternatives(item))
    cls = model_class(members[0]) if len(members) == 1 else None
    if cls is None:
        return _identity
    declaration, new = declaration_of(cls), object.__new__
    annotations = [field.annotation for field in declaration.by_key.values()]
    if declaration.extra is not None:
        annotations.append(declaration.extra)
    if not all(each.is_scalar_or_literal for each in annotations):
        return _identity

    def convert(value: list[Any]) -> Any:
        if {*map(type_of, value)} != {dict}:
            return value
        try:
            deque(map(declaration.present, value), maxlen=0)
        except KeyError:
            return value
        models = [*map(new, repeat(cls, len(value)))]
        for model, data in zip(models, value, strict=True):
            model.__dict__ = data
        return models

    return convert


def _build_map_converter(item: ScopedNode) -> Converter:
    convert_item: Converter | None = None

    def convert(value: Any) -> Any:
        nonlocal convert_item
        kind = type_of(value)
        if kind is not dict:
            return value
        if convert_item is None:  # Deferred: an alias can contain maps of itself.
            convert_item = compile_converter(item)
        for key in value:
            value[key] = convert_item(value[key])
        return value

    return convert


def _build_model_converter(cls: type[JSONObject]) -> Converter:
    declaration, new = declaration_of(cls), object.__new__
    declared, present = declaration.by_key, declaration.present
    extra = None
    if declaration.extra is not None and not declaration.extra.is_scalar_or_literal:
        extra = _defer_converter(declaration.extra)

    nested: tuple[tuple[str, Converter], ...] = ()

    def defer_field_converter(field: Field) -> Converter:
        def convert_field(value: Any) -> Any:
            nonlocal nested
            compiled = field.annotation.read(compile_converter)
            # Fields that cannot contain models are not visited again.
            nested = tuple(
                (key, compiled if key == field.key else other)
                for key, other in nested
                if key != field.key or compiled is not _identity
            )
            return compiled(value)

        return convert_field

    nested = tuple(
        (key, defer_field_converter(field))
        for key, field in declared.items()
        if not field.annotation.is_scalar_or_literal
    )

    def convert(data: Any) -> Any:
        nonlocal present
        kind = type_of(data)
        if kind is not dict:
            return data
        for key, convert_field in nested:
            if key in data:
                value = data[key]
                kind = type_of(value)
                if kind is dict or kind is list or NATIVE_TYPES:
                    try:
                        data[key] = convert_field(value)
                    except RecursionError:
                        # Values nested deeper than the recursion limit stay JSON.
                        continue
        if extra is not None:
            for key in data:
                if key not in declared:
                    data[key] = extra(data[key])
        try:
            present(data)
        except KeyError:
            declaration.add_missing_fields(data)
            present = declaration.present
        model = new(cls)
        model.__dict__ = data
        return model

    return convert
