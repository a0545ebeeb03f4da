"""Python values as JSON and as plain text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from json import JSONEncoder
from math import isfinite
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..models.jsonable import json_default as _view_default

if TYPE_CHECKING:
    from typing_extensions import TypeIs


NO_JSON: Final = (ValueError, RecursionError)
"""What decoders raise for a text that is no JSON, or nested deeper than they follow."""

AnyList: TypeAlias = "list[Any] | tuple[Any, ...]"
AnyObject: TypeAlias = "dict[str, Any]"


def json_default(value: Any) -> Any:
    """What stands for a value that JSON has no form for.

    Views, dataclasses, pydantic models, dates and times (RFC 3339), UUIDs, Decimals,
    enums, and any mapping, sequence or set.

    Raises:
        TypeError: The value has no form in JSON.
    """
    if _is_one_of(value, Mapping):
        return dict(value)
    if _is_one_of(value, Sequence, Set) and not _is_one_of(value, *_BYTES):
        return list(value)
    return _view_default(value)


_BYTES: Final = (bytes, bytearray, memoryview)


def _is_one_of(value: object, *kinds: type) -> bool:
    # Apart, as checkers would narrow a value to a mapping of they know not what.
    return isinstance(value, kinds)


# NaN and the infinities are refused: they are not JSON (RFC 8259, 6).
_encoder = JSONEncoder(
    default=json_default, allow_nan=False, ensure_ascii=False, separators=(",", ":")
)
_ascii_encoder = JSONEncoder(
    default=json_default, allow_nan=False, separators=(",", ":")
)


def json_bytes(value: object) -> bytes:
    """JSON in UTF-8, without needless white space.

    Raises:
        ValueError: The value holds NaN or an infinity, or itself.
        TypeError: The value holds something that has no form in JSON.
            Both say where.
    """
    try:
        return _encoder.encode(value).encode()
    except UnicodeEncodeError:
        # Half a surrogate pair is no UTF-8, but JSON can escape it.
        return _ascii_encoder.encode(value).encode()
    except (TypeError, ValueError) as error:
        raise _placed(error, value) from error


def _placed(error: TypeError | ValueError, value: object) -> Exception:
    """The error of an encoder, with the place in the value that it is about."""
    said = str(error)
    if type(error) not in (TypeError, ValueError) or said.startswith("Circular"):
        return error
    if said.startswith("Out of range float"):
        said = "NaN and the infinities have no form in JSON"
    place = _refused(value).removeprefix(".")
    return type(error)(f"{said}, at {place}" if place else said)


def _refused(value: object) -> str:
    """The way to what an encoder refuses: `.messages[0].content`."""
    try:
        members = value if is_list(value) else listed(value)
    except TypeError:
        return ""
    if is_list(members):
        named = [(f"[{index}]", item) for index, item in enumerate(members)]
    elif is_object(members):
        named = [(f".{key}", item) for key, item in members.items()]
    else:
        return ""
    for name, item in named:
        try:
            _encoder.encode(item)
        except (TypeError, ValueError):
            return name + _refused(item)
    return ""


def json_text(value: object, *, ascii_only: bool = False) -> str:
    """JSON as text, for places outside of bodies."""
    return (_ascii_encoder if ascii_only else _encoder).encode(value)


def scalar_text(value: object) -> str:
    """The text of one value: what JSON would show, without quotation marks.

    Raises:
        ValueError: NaN or an infinity.
        TypeError: The value is not a scalar.
    """
    if isinstance(value, str):
        # An enum that is a string shows its value, not its name.
        return str.__str__(value)
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError(f"{value!r} has no form in a request")
        return float.__repr__(value)
    if value is None:
        return "null"
    plain = json_default(value)
    if isinstance(plain, (str, int, float)):
        return scalar_text(plain)
    raise TypeError(f"no form for {type(value).__name__} in this place: {value!r}")


_PLAIN: Final = frozenset((dict, list, tuple, NoneType))


def listed(value: object) -> object:
    """The value as a plain mapping, list or scalar."""
    if type(value) in _PLAIN or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (bytes, bytearray)):
        raise TypeError("bytes have no form in this place")
    return json_default(value)


def is_list(value: object) -> TypeIs[AnyList]:
    """Whether the value is a list to a request."""
    return isinstance(value, (list, tuple))


def is_object(value: object) -> TypeIs[AnyObject]:
    """Whether the value is an object to a request."""
    return isinstance(value, dict)
