"""Checks of values against the schemas of arguments, before they are sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..requests.encoding import is_list, is_object
from .schemas import ArgumentError, kind_of, kinds_of, unknown_member

if TYPE_CHECKING:
    from .index import Schema
    from .schemas import Schemas

_MAX_CAUSES: Final = 3


def check(value: Any, schema: Schema, schemas: Schemas, place: str) -> list[str]:
    """Check a value.

    Types, required members and enumerated values are checked, but no limits, which the
    server knows better.

    Args:
        value: A JSON value, in which files may be in the place of strings.
        schema: Its schema.
        schemas: The schemas of the client.
        place: Name of the value in messages.

    Returns:
        Warnings about members that are not declared, but possible.

    Raises:
        ArgumentError: The value does not meet the schema.
    """
    errors: list[ArgumentError] = []
    accepted: list[list[str]] = []
    for option in _likely(value, schemas.alternatives(schema)):
        try:
            accepted.append(_check(value, option, schemas, place))
        except ArgumentError as error:
            errors.append(error)
    if accepted:
        return min(accepted, key=len)
    raise _error(value, schema, schemas, place, errors)


def _error(
    value: Any,
    schema: Schema,
    schemas: Schemas,
    place: str,
    errors: list[ArgumentError],
) -> ArgumentError:
    """Return the error of a value that meets none of the alternatives of a schema."""
    texts = list(dict.fromkeys(map(str, errors)))
    if len(texts) == 1:
        return errors[0]
    has_kind = kind_of(value) in schemas.kinds(schema)
    if not has_kind or not (is_object(value) or is_list(value)):
        return ArgumentError(place, f"must be {schemas.describe(schema)}")
    causes = "; ".join(texts[:_MAX_CAUSES]) + ("; …" if texts[_MAX_CAUSES:] else "")
    return ArgumentError(place, f"has none of the possible forms: {causes}")


def _likely(value: Any, options: list[Schema]) -> list[Schema]:
    """Return the schemas of the type of a value whose tags it has, or all."""
    kind = kind_of(value)
    same = [item for item in options if not kinds_of(item) or kind in kinds_of(item)]
    if is_object(value) and len(same) > 1:
        same = [item for item in same if _has_tags(value, item)] or same
    return same or options


def _has_tags(value: dict[str, Any], schema: Schema) -> bool:
    """Return whether the constant members of an object have their values."""
    members: dict[str, Schema] = schema.get("properties", {})
    for name, member in members.items():
        tags = member.get("enum", ())
        if len(tags) == 1 and name in value and value[name] != tags[0]:
            return False
    return True


def _check(value: Any, schema: Schema, schemas: Schemas, place: str) -> list[str]:
    if schema.get("format") == "binary":
        return []
    kinds, kind = kinds_of(schema), kind_of(value)
    is_number = kind == "integer" and "number" in kinds
    if kinds and kind not in kinds and not is_number:
        raise ArgumentError(place, f"must be {schemas.describe(schema)}")
    if "enum" in schema and not _is_among(value, schema["enum"]):
        raise ArgumentError(place, f"must be {schemas.describe(schema)}")
    if is_object(value):
        return _check_object(value, schema, schemas, place)
    warnings: list[str] = []
    for index, item in enumerate(value if is_list(value) else ()):
        child, _ = schemas.child(schema, index)
        if child is None:
            raise ArgumentError(place, f"has too many items: {index + 1}")
        warnings += check(item, child, schemas, f"{place}[{index}]")
    return warnings


def _check_object(
    value: dict[str, Any], schema: Schema, schemas: Schemas, place: str
) -> list[str]:
    for name in schema.get("required", ()):
        if name not in value:
            raise ArgumentError(place, f"lacks the required member {name!r}")
    warnings: list[str] = []
    for name, item in value.items():
        child, names = schemas.child(schema, name)
        own = f"{place}[{name}]"
        if child is not None:
            warnings += check(item, child, schemas, own)
        elif schemas.is_closed(schema):
            raise ArgumentError(own, unknown_member(name, names))
        else:
            warnings.append(f"{own}: {unknown_member(name, names)}")
    return warnings


def _is_among(value: Any, values: list[Any]) -> bool:
    return any(value == item and kind_of(value) == kind_of(item) for item in values)
