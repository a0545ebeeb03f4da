"""Conversion of decoded JSON to dataclasses and typed dictionaries."""

from __future__ import annotations

from typing import Any, assert_never, cast

from .nodes import AnyOf, Array, Choice, Described, Node, Property, Reference, Scalar
from .reading import read_object

_CLASSES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


class MismatchError(ValueError):
    """A JSON value that does not match a type; the message contains its location."""


def decode_object(class_: type, value: object, path: str = "$") -> Any:
    """Return an instance of a dataclass or a typed dictionary.

    Args:
        class_: The class.
        value: Decoded JSON.
        path: Location of the value, for messages.

    Raises:
        MismatchError: The value does not match the class.
    """
    if not isinstance(value, dict):
        raise _mismatch(path, class_.__name__, value)
    node = read_object(class_)
    members = cast("dict[str, object]", value)
    unknown = [name for name in members if name not in node.properties]
    if unknown:
        raise MismatchError(f"{path}: {class_.__name__} has no field {unknown[0]!r}")
    arguments: dict[str, Any] = {}
    for name, item in node.properties.items():
        if name in members:
            _decode_property(item, members[name], f"{path}.{name}", name, arguments)
        elif not item.nullable:
            raise MismatchError(f"{path}: {name!r} is missing")
    return node.create(**arguments)


def _decode_property(
    item: Property, value: object, path: str, name: str, arguments: dict[str, Any]
) -> None:
    """Add the value of a property, unless it is the `null` of an absent key."""
    try:
        arguments[name] = _decode(item.node, value, path)
    except MismatchError:
        if not item.nullable or value is not None:
            raise


def _decode(node: Node, value: object, path: str) -> Any:
    match node:
        case Scalar():
            return _decode_scalar(node, value, path)
        case Choice(values):
            for item, member in values:
                if type(item) is type(value) and item == value:
                    return member
            raise _mismatch(path, f"one of {[item for item, _ in values]}", value)
        case Array(item, create):
            if not isinstance(value, list):
                raise _mismatch(path, "an array", value)
            items = cast("list[object]", value)
            return create(
                [_decode(item, one, f"{path}[{n}]") for n, one in enumerate(items)]
            )
        case AnyOf(members):
            return _decode_any(members, value, path)
        case Described(inner):
            return _decode(inner, value, path)
        case Reference(target):
            return decode_object(target, value, path)
        case _:
            assert_never(node)


def _decode_scalar(node: Scalar, value: object, path: str) -> Any:
    is_number = node.name in ("integer", "number") and not isinstance(value, bool)
    if node.name == "integer" and isinstance(value, float) and value.is_integer():
        return int(value)  # JSON Schema does not distinguish 1.0 from 1.
    expected = _CLASSES[node.name]
    if not isinstance(value, expected) or (isinstance(value, bool) and is_number):
        raise _mismatch(path, node.name, value)
    if isinstance(value, bool) and node.name in ("integer", "number"):
        raise _mismatch(path, node.name, value)
    if node.convert is not None:
        try:
            return node.convert(cast("str", value))
        except ValueError:
            raise _mismatch(path, f"a {node.format}", value) from None
    return float(cast("float", value)) if node.name == "number" else value


def _decode_any(members: tuple[Node, ...], value: object, path: str) -> Any:
    reasons: list[str] = []
    for member in members:
        try:
            return _decode(member, value, path)
        except MismatchError as error:
            reasons.append(str(error))
    raise MismatchError("; or ".join(dict.fromkeys(reasons)))


def _mismatch(path: str, expected: str, value: object) -> MismatchError:
    text = repr(value)
    excerpt = text if len(text) <= 60 else f"{text[:60]}…"
    return MismatchError(f"{path}: expected {expected}, not {excerpt}")
