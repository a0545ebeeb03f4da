"""Encoding of Python values as JSON and as strings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from json import JSONEncoder
from math import isfinite
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..models.records import JSONObject, type_of
from ..models.records import json_default as _model_default

if TYPE_CHECKING:
    from typing_extensions import TypeIs


JSON_DECODE_ERRORS: Final = (ValueError, RecursionError)
"""Exceptions of a decoder for invalid JSON, and for JSON that is nested too deeply."""

AnyList: TypeAlias = "list[Any] | tuple[Any, ...]"
AnyObject: TypeAlias = "dict[str, Any]"


def json_default(value: Any) -> Any:
    """Return a JSON value for an object that the JSON encoder does not support.

    Models become objects without their read-only members (OpenAPI 3.1.1, "Schema Object").
    Supports models, dataclasses, pydantic models, dates and times (RFC 3339), UUIDs,
    decimals, enums, and any mapping, sequence or set.

    Raises:
        TypeError: The value cannot be encoded as JSON.
    """
    if isinstance(value, JSONObject):
        read_only = getattr(type_of(value), "_read_only", ())
        members = value.__dict__
        if not read_only:
            return members
        return {key: item for key, item in members.items() if key not in read_only}
    if _is_instance(value, Mapping):
        return dict(value)
    if _is_instance(value, Sequence, Set) and not _is_instance(value, *_BYTES):
        return list(value)
    return _model_default(value)


_BYTES: Final = (bytes, bytearray, memoryview)


def _is_instance(value: object, *kinds: type) -> bool:
    # A function, because type checkers would narrow the value to a partly unknown type.
    return isinstance(value, kinds)


# JSON has no NaN and no infinity (RFC 8259, section 6).
_encoder = JSONEncoder(
    default=json_default, allow_nan=False, ensure_ascii=False, separators=(",", ":")
)
_ascii_encoder = JSONEncoder(
    default=json_default, allow_nan=False, separators=(",", ":")
)


def json_bytes(value: object) -> bytes:
    """Encode a value as JSON in UTF-8, without insignificant white space.

    Raises:
        ValueError: The value contains NaN, an infinity or itself.
        TypeError: The value contains an object that cannot be encoded as JSON.
            Both messages contain the path of the value.
    """
    try:
        return _encoder.encode(value).encode()
    except UnicodeEncodeError:
        # UTF-8 cannot encode half of a surrogate pair, but JSON can escape it.
        return _ascii_encoder.encode(value).encode()
    except (TypeError, ValueError) as error:
        raise _with_path(error, value) from error


def _with_path(error: TypeError | ValueError, value: object) -> Exception:
    """Add the path of the value that cannot be encoded to an error of the encoder."""
    message = str(error)
    if type(error) not in (TypeError, ValueError) or message.startswith("Circular"):
        return error
    if message.startswith("Out of range float"):
        message = "NaN and infinity are not JSON compliant"
    path = _find_invalid(value).removeprefix(".")
    return type(error)(f"{message}: {path}" if path else message)


def _find_invalid(value: object) -> str:
    """Return the path of the value that cannot be encoded: `.messages[0].content`."""
    try:
        members = value if is_list(value) else to_json_type(value)
    except TypeError:
        return ""
    if is_list(members):
        children = [(f"[{index}]", item) for index, item in enumerate(members)]
    elif is_object(members):
        children = [(f".{key}", item) for key, item in members.items()]
    else:
        return ""
    for step, child in children:
        try:
            _encoder.encode(child)
        except (TypeError, ValueError):
            return step + _find_invalid(child)
    return ""


def json_text(value: object, *, ascii_only: bool = False) -> str:
    """Encode a value as a JSON string, for places other than the body."""
    return (_ascii_encoder if ascii_only else _encoder).encode(value)


def scalar_text(value: object) -> str:
    """Encode a scalar as a string: as in JSON, but strings are not quoted.

    Raises:
        ValueError: The value is NaN or an infinity.
        TypeError: The value is not a scalar.
    """
    if isinstance(value, str):
        # The value of a string enum, not its name.
        return str.__str__(value)
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError(f"cannot send {value!r}: number must be finite")
        return float.__repr__(value)
    if value is None:
        return "null"
    plain = json_default(value)
    if isinstance(plain, (str, int, float)):
        return scalar_text(plain)
    raise TypeError(f"expected a scalar, got {type(value).__name__}: {value!r}")


def plain_text(value: object) -> str:
    """Encode a value as a string where nested values have no other encoding: as JSON."""
    value = to_json_type(value)
    return (
        json_text(value) if is_list(value) or is_object(value) else scalar_text(value)
    )


_PLAIN: Final = frozenset((dict, list, tuple, NoneType))


def to_json_type(value: object) -> object:
    """Convert a value to a dict, list, tuple or scalar.

    Raises:
        TypeError: The value is bytes, or cannot be encoded as JSON.
    """
    if type(value) in _PLAIN or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (bytes, bytearray)):
        raise TypeError(f"cannot send {type(value).__name__} here; decode it first")
    return json_default(value)


def is_list(value: object) -> TypeIs[AnyList]:
    """Return whether a value is sent as an array."""
    return isinstance(value, (list, tuple))


def is_object(value: object) -> TypeIs[AnyObject]:
    """Return whether a value is sent as an object."""
    return isinstance(value, dict)
