"""Conversion of values that have one of several types of objects or arrays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from .annotations import ListOf, TupleOf
from .conversion import (
    build_member_converter,
    identity,
    item_type,
    list_bases,
    model_converter,
    split_objects_and_lists,
)
from .declarations import Converter, declaration_of
from .records import JSONObject, type_of
from .scopes import (
    ScopedNode,
    comparison_key,
    declared_kinds,
    kind_of,
    literal_values,
    model_class,
    position_type,
)
from .unions import Candidate, UnionSelector


def objects(members: list[ScopedNode]) -> Converter:
    """Return the converter of a JSON object that has one of several types."""
    base = _find_common_base(members)
    unknown = _describe(base, model_converter(base)) if base else None
    select = UnionSelector(
        [_build_candidate(each, build_member_converter(each)) for each in members],
        unknown,
    )

    def convert(value: Any) -> Any:
        kind = type_of(value)
        if kind is not dict:
            return value
        selected = select(value) or unknown
        return value if selected is None else selected.convert(value)

    return convert


def _find_common_base(members: list[ScopedNode]) -> type[JSONObject] | None:
    """Return the nearest class that all members of a union are or extend, if any."""
    classes = [cls for each in members if (cls := model_class(each)) is not None]
    if len(classes) < len(members):
        return None
    others = [set(list_bases(cls)) for cls in classes[1:]]
    for base in list_bases(classes[0]):
        if all(base in bases for bases in others):
            return base
    return None


def lists(members: list[ScopedNode]) -> Converter:
    """Return the converter of an array; the first item selects among several types."""
    tuples = [each for each in members if isinstance(each.node, TupleOf)]
    if tuples:
        others = [each for each in members if each not in tuples]
        return _select_tuple(
            [(each, build_member_converter(each)) for each in tuples],
            _convert_other_lists(others),
        )
    candidates: list[Candidate] = []
    by_array_items: dict[bool, Converter] = {}
    for each in members:
        convert = build_member_converter(each)
        _, arrays = split_objects_and_lists(item_type(each))
        candidates += _build_item_candidates(item_type(each), convert)
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
        return by_array_items.get(first is list, identity)(value)

    return convert_list


def _convert_other_lists(members: list[ScopedNode]) -> Converter:
    """Return the converter of the arrays of a union that are not tuples."""
    if len(members) > 1:
        return lists(members)
    return build_member_converter(members[0]) if members else identity


def _build_item_candidates(item: ScopedNode, convert: Converter) -> list[Candidate]:
    """Return a candidate for each type of object that an item can have."""
    objects, _ = split_objects_and_lists(item)
    return [_build_candidate(each, convert) for each in objects]


def _build_candidate(scoped: ScopedNode, convert: Converter) -> Candidate:
    cls = model_class(scoped)
    return _describe(cls, convert) if cls else Candidate(convert)


def _describe(cls: type[JSONObject], convert: Converter) -> Candidate:
    """Return the candidate for a class."""
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
    objects, lists = split_objects_and_lists(scoped)
    for each in lists:
        if isinstance(each.node, ListOf):
            objects += split_objects_and_lists(item_type(each))[0]
    return [_build_candidate(each, identity) for each in objects]


def _select_tuple(
    tuples: Sequence[tuple[ScopedNode, Converter]],
    convert_list: Converter,
) -> Converter:
    """Return a function that converts an array that has one of several types.

    The length, the literals and the JSON types of the items select among the tuples; if
    several remain, the first object among the items does.

    Args:
        tuples: Each tuple and its converter.
        convert_list: Converter of arrays that match no tuple.
    """

    def convert(value: Any) -> Any:
        if type_of(value) is not list:
            return value
        matches = [item for item in tuples if _accepts(item[0], value)]
        if not matches:
            return convert_list(value)
        position = next(
            (i for i, item in enumerate(value) if type_of(item) is dict), None
        )
        if len(matches) > 1 and position is not None:
            candidates: list[Candidate] = []
            for scoped, function in matches:
                item = position_type(scoped, position)
                if item is not None:
                    candidates += _build_item_candidates(item, function)
            selected = UnionSelector(candidates)(value[position])
            return value if selected is None else selected.convert(value)
        return matches[0][1](value)

    return convert


def _accepts(scoped: ScopedNode, value: list[Any]) -> bool:
    """Return whether an array has the length of a tuple and items of its JSON types."""
    node = scoped.node
    if isinstance(node, TupleOf) and len(value) < len(node.items):
        return False
    return all(_accepts_item(scoped, index, item) for index, item in enumerate(value))


def _accepts_item(scoped: ScopedNode, index: int, value: Any) -> bool:
    item = position_type(scoped, index)
    if item is None or value is None:
        return item is not None
    literals = literal_values(item)
    if literals is not None:
        return comparison_key(value) in map(comparison_key, literals)
    kinds = declared_kinds(item)
    return kinds is None or kind_of(value) in kinds
