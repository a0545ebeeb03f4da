"""Properties that exist only in the vendor's SDKs, which compute them.

The server neither sends nor accepts such a property. If the description says that it is
the joined text of tagged items of an array, the client computes it as well:
`output_text` is the text of all `output_text` items in `output`. Others are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.types import (
    Alias,
    Declaration,
    DeclarationRef,
    JoinedText,
    Key,
    ListOf,
    Literal,
    Nullable,
    Object,
    OneOf,
    Scalar,
    ScalarKind,
    Type,
    Union,
)
from ...openapi.schema import Schema
from .merged import NamedSchema

SDK_ONLY_PROPERTY = Rule(
    "sdk-only-property",
    Severity.NOTE,
    "A property exists only in SDKs of the vendor (`x-oaiSupportedSDKs`, or a description "
    'such as "SDK-only property"), and its description has no rule by which the client '
    "can compute it. Models do not have the property. The rule that is supported is a text "
    "joined from all items of a type in an array of the same object.",
    hint="nothing is required; compute the value from the other properties",
)

_JOINED = re.compile(
    r"\b(?:aggregat|concatenat|join|combin)\w*\b[^`]*\btext\b[^`]*"
    r"`(?P<tag>[\w.-]+)`\s+(?:items?|blocks?|parts?|entries)\s+(?:in|of|from)\s+"
    r"(?:the\s+)?`(?P<array>\w+)`",
    re.IGNORECASE,
)
_TEXT = "text"
"""Property that contains the text of an item."""


def find_sdk_only(schemas: tuple[NamedSchema, ...]) -> Schema | None:
    """Return the schema by which a property exists only in SDKs, or `None`."""
    for schema, _ in schemas:
        if schema.is_sdk_only:
            return schema
        if not schema.is_composed:
            continue
        for part in (*schema.any_of, *schema.one_of, *schema.all_of):
            if part.is_sdk_only:
                return part
    return None


def read_joined_text(
    name: str, schema: Schema, diagnostics: Diagnostics
) -> JoinedText | None:
    """Return the rule of a property in the description of its schema.

    Args:
        name: Name of the property.
        schema: Schema by which the property exists only in SDKs.
        diagnostics: Collects properties without a rule.
    """
    match = _JOINED.search(schema.description)
    if match is None:
        _report(diagnostics, name, schema)
        return None
    tag = ("", match["tag"])
    return JoinedText(name, match["array"], tag, _TEXT, (), schema.location)


def _report(diagnostics: Diagnostics, name: str, item: Schema | JoinedText) -> None:
    diagnostics.add(
        SDK_ONLY_PROPERTY,
        f"the property {name!r} exists only in SDKs, and is left out",
        item.location,
    )


def resolve_joined_texts(
    declarations: dict[Key, Declaration], diagnostics: Diagnostics
) -> None:
    """Complete the rules of computed properties, and remove those that do not fit.

    Args:
        declarations: The declarations, by key; changed in place.
        diagnostics: Collects the properties that are removed.
    """
    for key, declaration in declarations.items():
        if isinstance(declaration, Object) and declaration.joined:
            resolved = []
            for item in declaration.joined:
                rule = _resolve(item, declaration, declarations)
                if rule is not None:
                    resolved.append(rule)
                else:
                    _report(diagnostics, item.name, item)
            declarations[key] = replace(declaration, joined=tuple(resolved))


def _resolve(
    item: JoinedText, owner: Object, declarations: Mapping[Key, Declaration]
) -> JoinedText | None:
    """Return the rule with the keys of the tag and of inner arrays."""
    types = (each.type for each in owner.properties if each.name == item.array)
    shapes = [shape for type_ in types for shape in _item_objects(type_, declarations)]
    tags = {key for shape in shapes if (key := _tag_key(shape, item.tag[1]))}
    inner: dict[str, None] = {}
    for shape in shapes:
        for member in shape.properties:
            for part in _item_objects(member.type, declarations):
                if key := _tag_key(part, item.tag[1]):
                    tags.add(key)
                    inner[member.name] = None
    if len(tags) != 1:
        return None
    return replace(item, tag=(tags.pop(), item.tag[1]), inner=tuple(inner))


def _tag_key(shape: Object, tag: str) -> str:
    """Return the property whose only value is the tag; `""` if there is no text."""
    has_text = any(
        item.name == _TEXT
        and isinstance(item.type, Scalar)
        and item.type.kind is ScalarKind.STRING
        for item in shape.properties
    )
    names = (
        item.name
        for item in shape.properties
        if isinstance(item.type, Literal) and item.type.values == (tag,)
    )
    return next(names, "") if has_text else ""


def _item_objects(
    type_: Type, declarations: Mapping[Key, Declaration]
) -> Iterator[Object]:
    """Yield the objects that can be items of an array; none of another type."""
    seen: set[Key] = set()
    for array in _alternatives(type_, declarations, set()):
        if isinstance(array, ListOf):
            for item in _alternatives(array.item, declarations, seen):
                if isinstance(item, Object):
                    yield item


def _alternatives(
    type_: Type, declarations: Mapping[Key, Declaration], seen: set[Key]
) -> Iterator[Type | Object]:
    """Yield the types that a type stands for, each declaration once."""
    match type_:
        case Nullable(inner):
            yield from _alternatives(inner, declarations, seen)
        case OneOf(members):
            for member in members:
                yield from _alternatives(member, declarations, seen)
        case DeclarationRef(key):
            if key in seen:
                return
            seen.add(key)
            match declarations.get(key):
                case Object() as shape:
                    yield shape
                case Union(_, members):
                    for member in members:
                        yield from _alternatives(member, declarations, seen)
                case Alias(_, target):
                    yield from _alternatives(target, declarations, seen)
        case _:
            yield type_
