"""JSON values for Python objects that `json` cannot encode."""

from __future__ import annotations

from typing import Any

from ..features import NATIVE_TYPES, load_feature
from .records import JSONObject, type_of


def json_default(value: Any) -> Any:
    """Return a JSON value for a model or an object of a common type.

    Suitable as the `default` argument of a JSON encoder. A model is encoded as its own
    dict, without a copy. Dataclasses and pydantic models become objects. Dates and times
    become RFC 3339 strings (naive ones have no offset), UUIDs become strings, and enum
    members their values. A `Decimal` becomes a number if a float represents it exactly,
    otherwise a string; with `native_types`, always a string.

    Raises:
        TypeError: The value cannot be encoded as JSON.
    """
    if isinstance(value, JSONObject):
        return value.__dict__
    if NATIVE_TYPES:
        return load_feature("models.native_types").default(value, _foreign_default)
    return _foreign_default(value)


def _foreign_default(value: Any) -> Any:
    # Imported here because most programs do not send such values.
    from dataclasses import fields, is_dataclass
    from datetime import date, time
    from decimal import Decimal
    from enum import Enum
    from uuid import UUID

    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return _number_or_string(value)
    kind = type_of(value)
    if hasattr(kind, "__pydantic_core_schema__") and hasattr(kind, "model_dump"):
        return value.model_dump(mode="json", by_alias=True)
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: getattr(value, item.name) for item in fields(value)}
    raise TypeError(f"object of type {kind.__name__} is not JSON serializable")


def _number_or_string(value: Any) -> Any:
    """Return a number equal to a decimal, or a string if no float is equal to it."""
    from decimal import Decimal

    if value.is_snan():
        return float("nan")
    # Limited: Python refuses to print integers of several thousand digits.
    is_small = value.is_finite() and value.adjusted() < 1000
    if is_small and value == value.to_integral_value():
        return int(value)
    number = float(value)  # Infinity if the value is too large for a float.
    is_exact = not value.is_finite() or Decimal(repr(number)) == value
    return number if is_exact else str(value)
