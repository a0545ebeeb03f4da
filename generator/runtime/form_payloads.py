"""Decoding of forms that an API sends, by the types of their fields.

A URL-encoded form has only strings. They become numbers, booleans, arrays and objects where
the type declares these; a string that does not match its type is kept unchanged. The parts
of a multipart form can also be JSON and files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.parse import parse_qsl

from .models.annotations import (
    Anything,
    Class,
    ListOf,
    Literals,
    MapOf,
    Scalar,
    TupleOf,
)
from .models.declarations import Annotation, Declaration, declaration_of
from .models.records import JSONObject
from .models.scopes import (
    Scope,
    ScopedNode,
    alternatives,
    comparison_key,
    position_type,
)
from .requests.bodies import essence, is_json

if TYPE_CHECKING:
    from .multipart_payloads import Part

Leaf: TypeAlias = "str | Part"
"""A value of a URL-encoded form, or a part of a multipart form."""
Tree: TypeAlias = "dict[str, list[Leaf] | Tree]"
"""Values of a form by name; `a[b]=1` is `{"a": {"b": ["1"]}}`."""

_NESTED: Final = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\]){1,16})")
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
_INTEGER: Final = re.compile(r"-?\d{1,4000}", re.ASCII)
_BOOLEANS: Final = {"true": True, "false": False}


def decode_form(text: str, annotation: str, package: str) -> Any:
    """Decode a form to JSON values of a type.

    Arrays are repeated fields (`tags=a&tags=b`), fields with brackets (`tags[]=a`) or JSON;
    objects are fields with brackets (`meta[key]=a`) or JSON.

    Args:
        text: The content of the form.
        annotation: Annotation of the value.
        package: Package of the types of the annotation.

    Raises:
        ValueError: The text has escapes that are not UTF-8.
    """
    pairs = parse_qsl(text, keep_blank_values=True, errors="strict")
    return _decode_pairs(pairs, annotation, package)


def decode_parts(parts: Iterable[Part], annotation: str, package: str) -> Any:
    """Decode the parts of a multipart form to values of a type.

    A part is a file if its type is, or if it has no declared type and is not text. A part
    whose media type is JSON is decoded, unless its type is a string. Other parts are
    converted as the fields of URL-encoded forms.

    Args:
        parts: The parts of the form.
        annotation: Annotation of the value.
        package: Package of the types of the annotation.

    Raises:
        ValueError: A part is not valid JSON, or not text in its charset.
    """
    pairs = [(part.name, part) for part in parts]
    return _decode_pairs(pairs, annotation, package)


def _decode_pairs(
    pairs: Sequence[tuple[str, Leaf]], annotation: str, package: str
) -> Any:
    def convert(scoped: ScopedNode) -> Any:
        return _convert_object(pairs, list(alternatives(scoped)))

    return Annotation(annotation, Scope("", package), package).read(convert)


def _convert_object(pairs: Sequence[tuple[str, Leaf]], nodes: list[ScopedNode]) -> Any:
    """Return the members of a whole form, whose declared names can have brackets."""
    declared = [key for cls in _models(nodes) for key in declaration_of(cls).by_key]
    return _convert_tree(_nest(pairs, frozenset(declared)), nodes)


def _nest(pairs: Iterable[tuple[str, Leaf]], declared: frozenset[str]) -> Tree:
    """Return the values by name, with those of names with brackets in nested objects."""
    tree: Tree = {}
    for name, value in pairs:
        match = None if name in declared else _NESTED.fullmatch(name)
        keys = [match[1], *match[2][1:-1].split("][")] if match else [name]
        if len(keys) > 1 and not keys[-1]:
            del keys[-1]
        if not _add(tree, keys, value):
            _add(tree, [name], value)
    return tree


def _add(tree: Tree, keys: list[str], value: Leaf) -> bool:
    """Add a value; return whether no other value is in its place."""
    for key in keys[:-1]:
        inner = tree.setdefault(key, {})
        if not isinstance(inner, dict):
            return False
        tree = inner
    values = tree.setdefault(keys[-1], [])
    if isinstance(values, dict):
        return False
    values.append(value)
    return True


def _convert(value: list[Leaf] | Tree, nodes: list[ScopedNode]) -> Any:
    """Return a value of a form as JSON of a type."""
    lists = [item for item in nodes if isinstance(item.node, (ListOf, TupleOf))]
    if isinstance(value, dict):
        if lists and all(key.isascii() and key.isdigit() for key in value):
            items = [
                value[key] for key in sorted(value, key=lambda key: (len(key), key))
            ]
            return _convert_items(items, lists[0])
        return _convert_tree(value, nodes)
    if lists and (len(value) > 1 or len(lists) == len(_without_null(nodes))):
        whole = _decode_list(value[0], lists[0]) if len(value) == 1 else None
        if whole is not None:
            return whole
        return _convert_items([[item] for item in value], lists[0])
    values = [_convert_leaf(leaf, nodes) for leaf in value]
    return values[0] if len(values) == 1 else values


def _convert_items(items: Iterable[list[Leaf] | Tree], node: ScopedNode) -> list[Any]:
    types = ((item, position_type(node, index)) for index, item in enumerate(items))
    return [
        _convert(item, list(alternatives(type_)) if type_ is not None else [])
        for item, type_ in types
    ]


def _convert_tree(tree: Tree, nodes: list[ScopedNode]) -> dict[str, Any]:
    """Return the members of an object, as those of the class that they match."""
    results: list[dict[str, Any]] = []
    for cls in _models(nodes):
        declaration = declaration_of(cls)
        members = {key: _member(declaration, key, tree[key]) for key in tree}
        results.append(members)
        if _matches(declaration, members):
            return members
    if results:
        return results[0]
    maps = [
        (item.node.value, item.scope) for item in nodes if isinstance(item.node, MapOf)
    ]
    types = [each for item in maps[:1] for each in alternatives(ScopedNode(*item))]
    return {key: _convert(value, types) for key, value in tree.items()}


def _member(declaration: Declaration, key: str, value: list[Leaf] | Tree) -> Any:
    field = declaration.by_key.get(key)
    annotation = field.annotation if field is not None else declaration.extra
    if annotation is None:
        return _convert(value, [])
    return annotation.read(lambda scoped: _convert(value, list(alternatives(scoped))))


def _matches(declaration: Declaration, members: dict[str, Any]) -> bool:
    """Return whether required members are present and literals have declared values."""
    return all(key in members for key in declaration.required()) and all(
        comparison_key(members[key]) in values
        for key, values in declaration.literals().items()
        if key in members
    )


def _decode_list(leaf: Leaf, node: ScopedNode) -> list[Any] | None:
    """Return an array that one field has as JSON; `None` if the field is an item."""
    values: list[Any] | None
    if isinstance(leaf, str):
        values = _decode_json(leaf, list)
        return values
    if not (leaf.is_text or is_json(essence(leaf.content_type))):
        return None
    values = _decode_json(leaf.content, list)
    item = position_type(node, 0)
    kinds = [each.node for each in alternatives(item)] if item is not None else []
    is_nested = any(isinstance(kind, (ListOf, TupleOf)) for kind in kinds)
    if values and is_nested and not isinstance(values[0], list):
        return None
    return values


def _convert_leaf(leaf: Leaf, nodes: list[ScopedNode]) -> Any:
    return _convert_text(leaf, nodes) if isinstance(leaf, str) else _part(leaf, nodes)


def _part(part: Part, nodes: list[ScopedNode]) -> Any:
    """Return the value of a part of a multipart form."""
    kinds = {item.node.name for item in nodes if isinstance(item.node, Scalar)}
    is_any = not nodes or any(isinstance(item.node, Anything) for item in nodes)
    is_json_part = is_json(essence(part.content_type))
    is_file = "ReceivedFile" in kinds
    if is_file and (
        len(_without_null(nodes)) == 1 or not (part.is_text or is_json_part)
    ):
        return part.file()
    if is_json_part:
        value = json.loads(part.content)
        # A declared string can contain JSON.
        return value if isinstance(value, str) or kinds != {"str"} else part.decode()
    if is_any and not part.is_text:
        return part.file()
    return _convert_text(part.decode(), nodes)


def _convert_text(text: str, nodes: list[ScopedNode]) -> Any:
    """Return a string as the first scalar of a type of which it is a value."""
    kinds = {item.node.name for item in nodes if isinstance(item.node, Scalar)}
    literals = [
        value
        for item in nodes
        if isinstance(item.node, Literals)
        for value in item.node.values
    ]
    is_any = not nodes or any(isinstance(item.node, Anything) for item in nodes)
    if is_any or kinds & {"str", "bytes"} or text in literals:
        return text
    kinds |= {type(value).__name__ for value in literals if value is not None}
    if "bool" in kinds and text.lower() in _BOOLEANS:
        return _BOOLEANS[text.lower()]
    if kinds & {"int", "float"} and _INTEGER.fullmatch(text):
        return int(text)
    if "float" in kinds and _NUMBER.fullmatch(text):
        return float(text)
    if not text and None in literals:
        return None
    decoded = _decode_json(text, dict) if _has_objects(nodes) else None
    return text if decoded is None else decoded


def _has_objects(nodes: list[ScopedNode]) -> bool:
    return any(isinstance(item.node, (Class, MapOf)) for item in nodes)


def _without_null(nodes: list[ScopedNode]) -> list[ScopedNode]:
    return [
        item
        for item in nodes
        if not (isinstance(item.node, Literals) and set(item.node.values) == {None})
    ]


def _models(nodes: list[ScopedNode]) -> list[type[JSONObject]]:
    return [
        item.node.cls
        for item in nodes
        if isinstance(item.node, Class) and issubclass(item.node.cls, JSONObject)
    ]


def _decode_json(text: str | bytes, kind: type) -> Any:
    """Return the JSON object or array of a text; `None` if it is none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, kind) else None
