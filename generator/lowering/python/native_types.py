"""Python types of formatted strings and numbers, such as dates and UUIDs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ...model.types import Scalar, ScalarKind
from ...python.expressions import UNIX_TIME, Name, TypeExpr, imported_names, union_of

_TEXT_FORMATS: Mapping[str, tuple[str, TypeExpr]] = {
    "date-time": ("date-time", Name("_datetime")),
    "date": ("date", Name("_date")),
    "uuid": ("uuid", Name("_UUID")),
    "decimal": ("decimal", Name("_Decimal")),
    # `timedelta` has no years and months.
    "duration": ("duration", union_of((Name("_timedelta"), Name("str")))),
    "byte": ("byte", Name("_bytes")),
    "base64": ("byte", Name("_bytes")),
}
_NUMBER_FORMATS: Mapping[str, tuple[str, TypeExpr]] = {
    "unixtime": ("unixtime", Name(UNIX_TIME)),
    "unix-time": ("unixtime", Name(UNIX_TIME)),
}
"""Format in the setting `native_types`, and type, by the format in documents."""


def type_names(setting: str) -> frozenset[str]:
    """Return the names of the Python types of a format as in the setting."""
    tables = (*_TEXT_FORMATS.values(), *_NUMBER_FORMATS.values())
    types = (type_ for name, type_ in tables if name == setting)
    return frozenset(imported_names(*types))


def native_type(scalar: Scalar, formats: Collection[str]) -> TypeExpr | None:
    """Return the Python type of a formatted scalar; `None` if it is not native.

    Args:
        scalar: The scalar.
        formats: The setting `native_types`.
    """
    if not formats:
        return None
    name, type_ = _known_format(scalar)
    return type_ if name in formats else None


def native_format(scalar: Scalar, formats: Collection[str]) -> str:
    """Return the format of a scalar as the runtime names it; `""` if it is not native.

    Args:
        scalar: The scalar.
        formats: The setting `native_types`.
    """
    name, _ = _known_format(scalar)
    if name == "unixtime" and scalar.kind is ScalarKind.INTEGER:
        return f"{name} in whole seconds" if name in formats else ""
    return name if name in formats else ""


def _known_format(scalar: Scalar) -> tuple[str, TypeExpr | None]:
    known: Mapping[str, tuple[str, TypeExpr]] = {}
    if scalar.kind is ScalarKind.STRING:
        known = _TEXT_FORMATS
    elif scalar.kind in (ScalarKind.INTEGER, ScalarKind.NUMBER):
        known = _NUMBER_FORMATS
    return known.get(scalar.format, ("", None))
