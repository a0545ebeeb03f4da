"""Python types of formatted strings and numbers, such as dates and UUIDs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ...model.types import Scalar, ScalarKind
from ...python.expressions import UNIX_TIME, Name, TypeExpr, union_of

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


def native_type(scalar: Scalar, formats: Collection[str]) -> TypeExpr | None:
    """Return the Python type of a formatted scalar; `None` if it is not native.

    Args:
        scalar: The scalar.
        formats: The setting `native_types`.
    """
    if not formats:
        return None
    known: Mapping[str, tuple[str, TypeExpr]] = {}
    if scalar.kind is ScalarKind.STRING:
        known = _TEXT_FORMATS
    elif scalar.kind in (ScalarKind.INTEGER, ScalarKind.NUMBER):
        known = _NUMBER_FORMATS
    name, type_ = known.get(scalar.format, ("", None))
    return type_ if name in formats else None
