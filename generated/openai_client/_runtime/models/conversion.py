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

from ..lazy import load_feature
from ..missing import NATIVE_TYPES
from .annotations import Anything, ListOf, MapOf, TupleOf
from .declarations import Annotation, Converter, Field, declaration_of
from .records import JSONObject, type_of
from .scopes import Scope, ScopedNode, alternatives, model_class, needs_conversion


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
    list_bases(cls)


def compile_converter(scoped: ScopedNode) -> Converter:
    """Build the converter of a type.

    Raises:
        LookupError: A name is not defined.
        SyntaxError: The value of an alias is not a type.
    """
    if not needs_conversion(scoped):
        return identity
    convert: Converter = _compile_containers(scoped)
    if NATIVE_TYPES:
        convert = load_feature("models.native_types").native_converter(scoped, convert)
    return convert


def _compile_containers(scoped: ScopedNode) -> Converter:
    """Build the converter of the objects and arrays of a type."""
    objects, lists = split_objects_and_lists(scoped)
    if not lists:
        return _build_kind_converter(objects, "objects") if objects else identity
    as_list = _build_kind_converter(lists, "lists")
    if not objects:
        return as_list
    as_object = _build_kind_converter(objects, "objects")

    def convert(value: Any) -> Any:
        return as_list(value) if type_of(value) is list else as_object(value)

    return convert


def identity(value: Any) -> Any:
    """Return a value unchanged."""
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


def split_objects_and_lists(
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


def list_bases(cls: type[JSONObject]) -> list[type[JSONObject]]:
    """Return a class and the classes that it extends in the API, the nearest first."""
    bases = [cls]
    while (annotation := declaration_of(bases[-1]).base) is not None:
        (scoped,) = annotation.read(lambda name: list(alternatives(name)))
        base = model_class(scoped)
        if base is None or base in bases:
            break
        bases.append(base)
    return bases


def _build_kind_converter(members: list[ScopedNode], kind: str) -> Converter:
    """Build the converter of JSON objects, or of arrays, that have one of some types."""
    if len(members) == 1:
        return build_member_converter(members[0])
    convert: Converter = getattr(load_feature("models.union_conversion"), kind)(members)
    return convert


def item_type(scoped: ScopedNode) -> ScopedNode:
    """Return the type of an array's items or of a map's values."""
    node, scope = scoped
    if isinstance(node, ListOf):
        return ScopedNode(node.item, scope)
    return ScopedNode(node.value if isinstance(node, MapOf) else node, scope)


def build_member_converter(scoped: ScopedNode) -> Converter:
    """Build the converter of a type that is not a union."""
    cls = model_class(scoped)
    if cls is not None:
        return model_converter(cls)
    if isinstance(scoped.node, TupleOf):
        tuples = load_feature("models.tuples")
        convert: Converter = tuples.build_tuple_converter(scoped, compile_converter)
        return convert
    if isinstance(scoped.node, ListOf) and needs_conversion(scoped):
        return _build_array_converter(item_type(scoped))
    if isinstance(scoped.node, MapOf) and needs_conversion(scoped):
        return _build_map_converter(item_type(scoped))
    return identity


def _build_array_converter(item: ScopedNode) -> Converter:
    convert_item: Converter | None = None
    convert_together: Converter = identity

    def convert(value: Any) -> Any:
        nonlocal convert_item, convert_together
        if type_of(value) is not list:
            return value
        if convert_item is None:  # Deferred: an alias can contain arrays of itself.
            convert_item = compile_converter(item)
            convert_together = _build_flat_converter(item)
        if len(value) == 1:
            return [convert_item(value[0])]
        if (models := convert_together(value)) is not value:
            return models
        return [*map(convert_item, value)]

    return convert


def _build_flat_converter(item: ScopedNode) -> Converter:
    """Build the converter of an array of objects whose fields are scalars.

    It converts long arrays faster than one call for each object. It returns an array
    unchanged if this does not apply, or if an item lacks a required field.
    """
    members = list(alternatives(item))
    cls = model_class(members[0]) if len(members) == 1 else None
    if cls is None:
        return identity
    declaration, new = declaration_of(cls), object.__new__
    annotations = [field.annotation for field in declaration.by_key.values()]
    if declaration.extra is not None:
        annotations.append(declaration.extra)
    if not all(each.is_scalar_or_literal for each in annotations):
        return identity

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
        if type_of(value) is not dict:
            return value
        if convert_item is None:  # Deferred: an alias can contain maps of itself.
            convert_item = compile_converter(item)
        for key in value:
            value[key] = convert_item(value[key])
        return value

    return convert


def _build_model_converter(cls: type[JSONObject]) -> Converter:
    declaration, new = declaration_of(cls), object.__new__
    declared, extra = declaration.by_key, None
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
                if key != field.key or compiled is not identity
            )
            return compiled(value)

        return convert_field

    nested = tuple(
        (key, defer_field_converter(field))
        for key, field in declared.items()
        if not field.annotation.is_scalar_or_literal
    )
    if not nested and extra is None:
        return _build_scalars_converter(cls)
    has_required, present = bool(declaration.required()), declaration.present

    def convert(data: Any) -> Any:
        nonlocal present
        if type_of(data) is not dict:
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
        if has_required:
            try:
                present(data)
            except KeyError:
                declaration.add_missing_fields(data)
                present = declaration.present
        model = new(cls)
        model.__dict__ = data
        return model

    return convert


def _build_scalars_converter(cls: type[JSONObject]) -> Converter:
    """Build the converter of a class whose fields cannot contain models."""
    declaration, new = declaration_of(cls), object.__new__
    has_required, present = bool(declaration.required()), declaration.present

    def convert(data: Any) -> Any:
        nonlocal present
        if type_of(data) is not dict:
            return data
        if has_required:
            try:
                present(data)
            except KeyError:
                declaration.add_missing_fields(data)
                present = declaration.present
        model = new(cls)
        model.__dict__ = data
        return model

    return convert
