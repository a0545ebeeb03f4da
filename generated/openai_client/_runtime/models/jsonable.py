"""What stands in JSON for Python values that `json` has no form for."""

from __future__ import annotations

from typing import Any

from .records import Record, kind_of


def json_default(value: Any) -> Any:
    """The `default` of a JSON encoder: views and the usual value types.

    A view is its own dict, which the encoder walks without a copy. Dataclasses and
    pydantic models become objects, dates and times RFC 3339 text (a naive one has no
    offset), UUIDs text, Decimals numbers as far as a float is exact and text otherwise,
    enums their values.

    Raises:
        TypeError: The value has no form in JSON.
    """
    if isinstance(value, Record):
        return value.__dict__
    return _foreign(value)


def _foreign(value: Any) -> Any:
    # Imported here, as most programs send none of these.
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
        return _number(value)
    kind = kind_of(value)
    if hasattr(kind, "__pydantic_core_schema__") and hasattr(kind, "model_dump"):
        return value.model_dump(mode="json", by_alias=True)
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: getattr(value, item.name) for item in fields(value)}
    raise TypeError(f"a value of type {kind.__name__} has no form in JSON")


def _number(value: Any) -> Any:
    """The number that reads back as the same decimal, or text where no float does."""
    from decimal import Decimal

    if value.is_snan():
        return float("nan")
    # No further: thousands of digits are more than Python writes, or anybody reads.
    integral = value.is_finite() and value.adjusted() < 1000
    if integral and value == value.to_integral_value():
        return int(value)
    number = float(value)  # Infinite, if it is too large for one.
    exact = not value.is_finite() or Decimal(repr(number)) == value
    return number if exact else str(value)
