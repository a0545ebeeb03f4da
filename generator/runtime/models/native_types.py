"""Python objects for formatted strings and numbers, such as dates and UUIDs.

Only clients with the setting `native_types` have this module. A received value that its
format does not allow, or that the Python type cannot represent, stays as it was received.
"""

from __future__ import annotations

import re
from base64 import b64encode
from binascii import Error, a2b_base64
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from ..lazy import set_public_module
from .annotations import NATIVE_NAMES, Literals, Scalar
from .records import JSONObject, type_of
from .scopes import ScopedNode, alternatives

if TYPE_CHECKING:
    from typing import Self

    from ..api.arguments import CallArguments
    from ..api.endpoint import Endpoint
    from .declarations import Converter


class UnixTime(datetime):
    """A time that the API counts in seconds since 1970 (`format: unixtime`).

    It is a `datetime` with a time zone that is sent as a number. Create one as a `datetime`,
    such as `UnixTime.now(UTC)` or `UnixTime.fromtimestamp(seconds, UTC)`.
    """

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        """Return the current time in whole seconds, because most APIs count integers."""
        return super().now(tz).replace(microsecond=0)


class ReceivedUnixTime(UnixTime):
    """A time that the API sent with a fraction of a second, and that can be sent back."""


set_public_module("", UnixTime)

_DATE: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DATE_TIME: Final = re.compile(
    rf"{_DATE}[Tt ][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}(\.[0-9]+)?)?"
    r"([Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)
_UUID: Final = re.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_DECIMAL: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")
_DURATION: Final = re.compile(
    r"P(?=.)((?P<weeks>[0-9]+)W|(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?"
    r"(?:(?P<seconds>[0-9]+)(?:\.(?P<fraction>[0-9]{1,6}))?S)?)?)"
)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def _read_datetime(text: str) -> datetime:
    if _DATE_TIME.fullmatch(text) is None:
        raise ValueError(text)
    return datetime.fromisoformat(text.upper())


def _reader(pattern: str | re.Pattern[str], read: Callable[[str], Any]) -> Any:
    """Return a function that reads a string with a pattern."""

    def convert(text: str) -> Any:
        if re.fullmatch(pattern, text) is None:
            raise ValueError(text)
        return read(text)

    return convert


def _read_duration(text: str) -> timedelta:
    """Read a duration of ISO 8601 without years and months, whose length varies."""
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(text)
    parts = {
        name: int(value) for name, value in match.groupdict("0").items() if value != "0"
    }
    parts.pop("fraction", None)
    fraction = int((match["fraction"] or "").ljust(6, "0"))
    return timedelta(**parts, microseconds=fraction)


def _read_bytes(text: str) -> bytes:
    return a2b_base64("".join(text.split()), strict_mode=True)


def _read_unix_time(value: int | float) -> UnixTime:
    # Not by the platform's functions, whose range varies.
    time = _EPOCH + timedelta(seconds=value)
    if _seconds(time) != value:
        raise ValueError(value)
    kind = ReceivedUnixTime if time.microsecond else UnixTime
    return kind.combine(time.date(), time.timetz())


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "_datetime": _read_datetime,
    "_date": _reader(_DATE, date.fromisoformat),
    "_UUID": _reader(_UUID, UUID),
    "_Decimal": _reader(_DECIMAL, Decimal),
    "_timedelta": _read_duration,
    "_bytes": _read_bytes,
}
"""Functions that read a string, by the name of the type in annotations."""


def native_converter(scoped: ScopedNode, convert: Converter) -> Converter:
    """Return a function that converts strings and numbers to Python objects.

    A union with `str` keeps strings unless they are durations, and one with `int` or `float` keeps numbers, because
    such a value can have any meaning.

    Args:
        scoped: The type.
        convert: Converter of objects and arrays of the type.
    """
    nodes = [each.node for each in alternatives(scoped)]
    names = {node.name for node in nodes if isinstance(node, Scalar)}
    if not names & NATIVE_NAMES:
        return convert
    literals = {
        value for node in nodes if isinstance(node, Literals) for value in node.values
    }
    # Not all durations can be read, so that their type has `str` as well.
    ambiguous = {*_READERS} - {"_timedelta"} if "str" in names else ()
    readers = [
        reader
        for name, reader in _READERS.items()
        if name in names and name not in ambiguous
    ]
    reads_numbers = "_UnixTime" in names and not {"int", "float"} & names

    def read(value: Any) -> Any:
        kind = type_of(value)
        if kind is not str and kind is not int and kind is not float:
            return convert(value)
        if value in literals:
            return value
        for reader in readers if kind is str else ():
            try:
                return reader(value)
            except (ValueError, OverflowError, Error):
                continue
        if reads_numbers and kind is not str:
            try:
                return _read_unix_time(value)
            except (ValueError, OverflowError):
                return value
        return value

    return read


def native_json(value: Any) -> Any:
    """Return the JSON value of a native object; other values unchanged.

    Raises:
        ValueError: The format cannot represent the value.
    """
    if isinstance(value, UnixTime):
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone, which {_NEEDS_ZONE}")
        return _seconds(value)
    if isinstance(value, datetime):
        return _date_time_text(value)
    if isinstance(value, timedelta):
        return _duration_text(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"cannot send {value!r}: number must be finite")
        return str(value)
    if isinstance(value, (date, UUID)):
        return str(value)
    return b64encode(value).decode() if isinstance(value, bytes) else value


def default(value: Any, other: Callable[[Any], Any]) -> Any:
    """Return the JSON value of a native object, and of other objects by a function."""
    wired = native_json(value)
    return other(value) if wired is value else wired


_NEEDS_ZONE: Final = "a sent time needs; set its tzinfo"


def _seconds(time: datetime) -> int | float:
    """Return the seconds since 1970: an integer if there is no fraction."""
    elapsed = time - _EPOCH
    if elapsed.microseconds:
        return elapsed.total_seconds()
    return elapsed.days * 86400 + elapsed.seconds


def _date_time_text(value: datetime) -> str:
    """Return the text of RFC 3339; without an offset for a time without a time zone."""
    offset = value.utcoffset()
    if offset is not None and (offset.seconds % 60 or offset.microseconds):
        value = value.astimezone(UTC)  # RFC 3339 has offsets of whole minutes only.
    text = value.isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def _duration_text(value: timedelta) -> str:
    """Return the text of a duration (RFC 3339, appendix A).

    Raises:
        ValueError: The duration is negative.
    """
    if value < timedelta():
        raise ValueError(f"cannot send {value!r}: duration must not be negative")
    minutes, seconds = divmod(value.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{value.microseconds:06}".rstrip("0") if value.microseconds else ""
    time = f"{hours}H" if hours else ""
    time += f"{minutes}M" if minutes else ""
    time += f"{seconds}{fraction}S" if seconds or fraction else ""
    days = f"{value.days}D" if value.days else ""
    return f"P{days}T{time}" if time else f"P{days}" if days else "PT0S"


def wire_arguments(endpoint: Endpoint, arguments: CallArguments) -> CallArguments:
    """Return the arguments of a call with JSON values for native objects.

    Bytes become Base64, except the whole body and the files of multipart forms.

    Raises:
        ValueError: A `datetime` has no time zone, a format cannot represent a value, or a
            value is of another format than that of its place. The message contains the
            name of the argument.
    """
    path, query, headers, cookies, body, options = arguments
    media = str((headers or {}).get("Content-Type") or endpoint.body or "")
    keeps_bytes = media.startswith("multipart/") or "*" in media
    roots = Targets(endpoint.formats, ("",))
    if not isinstance(body, bytes):
        body = _wire(body, "", keeps_bytes, roots.member("body"))
    if options and any(options.get(name) for name in _EXTRA):
        options = _wire(options, "", keeps_bytes, Targets({}, ()))
    path, query, headers, cookies = (
        _wire(values, "", False, roots.member(name))
        for name, values in zip(arguments._fields[:4], arguments[:4], strict=True)
    )
    return arguments._replace(
        path=path,
        query=query,
        headers=headers,
        cookies=cookies,
        body=body,
        options=options,
    )


_EXTRA: Final = ("extra_body", "extra_query")

_CLASSES: Final[Mapping[str, type]] = {
    "=date-time": datetime,
    "=date": date,
    "=uuid": UUID,
    "=decimal": Decimal,
    "=duration": timedelta,
    "=byte": bytes,
    "=unixtime": datetime,
    "=unixtime in whole seconds": datetime,
}
"""Classes of the values of a format."""


class Targets(NamedTuple):
    """The types that arguments have in a place."""

    formats: Mapping[str, tuple[tuple[str, ...], ...]]
    """Of each object, array or map, by a name: its keys, with what their values can be. That
    is the name of such a type, a format such as `=date`, or `=` for other strings. The key
    `*` is that of items and undeclared members; a name that begins with it has another."""
    names: tuple[str, ...]
    """Names of the types, or formats, that the value can have."""

    def member(self, key: str) -> Targets:
        """Return the types of a member."""
        if not self.names:
            return self
        key = f"*{key}" if key.startswith("*") else key
        names: list[str] = []
        for name in self.names:
            members = {first: rest for first, *rest in self.formats.get(name, ())}
            names += members.get(key, members.get("*", ()))
        return Targets(self.formats, tuple(names))

    def items(self) -> Targets:
        """Return the types of the items of an array."""
        lists = (self.formats.get(name, ()) for name in self.names)
        items = (rest for members in lists for first, *rest in members if first == "*")
        return Targets(self.formats, tuple(name for names in items for name in names))

    def json(self, value: Any) -> Any:
        """Return the JSON value of a native object in this place.

        Raises:
            ValueError: The place has another format, or it cannot represent the value.
        """
        formats = {name for name in self.names if name.startswith("=")}
        if not formats or not isinstance(value, tuple(_CLASSES.values())):
            return native_json(value)
        accepting = {name for name in formats if _is_value(value, name)}
        if not accepting and "=" not in formats:
            expected = " or ".join(sorted(name[1:] for name in formats))
            if isinstance(value, datetime) and "whole" in expected:
                expected += "; call replace(microsecond=0)"
            raise ValueError(f"cannot send {value!r} as {expected}")
        # A time is sent in the form of the place; its class decides only if both fit.
        if isinstance(value, datetime) and accepting:
            if accepting == {"=date-time"}:
                return _date_time_text(value)
            if "=date-time" not in accepting:
                return _seconds(value)
        return native_json(value)


def _is_value(value: object, format_: str) -> bool:
    """Return whether an object is a value of a format; a `datetime` is not a date."""
    if isinstance(value, datetime) and (
        format_ == "=date"
        or (value.microsecond and not isinstance(value, ReceivedUnixTime))
    ):
        return format_ in ("=date-time", "=unixtime")
    class_ = _CLASSES.get(format_)
    return class_ is not None and isinstance(value, class_)


def _wire(value: Any, place: str, keeps_bytes: bool, targets: Targets) -> Any:
    """Return a value with JSON values for native objects, itself if it has none."""
    kind = type_of(value)
    if kind is str or kind is int or value is None:
        return value
    _require_zone(value, place)
    if issubclass(kind, bytes) and keeps_bytes:
        return value
    if issubclass(kind, JSONObject):
        members = value.__dict__
        read_only = getattr(kind, "_read_only", ())
        sent = {key: item for key, item in members.items() if key not in read_only}
        wired = _wire_members(sent, place, keeps_bytes, targets)
        return value if wired is sent else wired
    if issubclass(kind, Mapping):
        return _wire_members(value, place, keeps_bytes, targets)
    if issubclass(kind, (list, tuple)):
        inner = targets.items()
        items = [
            _wire(item, f"{place}[{index}]", keeps_bytes, inner)
            for index, item in enumerate(value)
        ]
        is_same = all(map(_is_same, items, value))
        if is_same:
            return value
        return tuple(items) if kind is tuple else items
    try:
        return targets.json(value)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from None


def _require_zone(value: object, place: str) -> None:
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError(f"{place}: {value!r} has no time zone, which {_NEEDS_ZONE}")


def _wire_members(
    values: Mapping[Any, Any], place: str, keeps_bytes: bool, targets: Targets
) -> Mapping[Any, Any]:
    start = f"{place}." if place else ""
    wired = {
        key: _wire(item, f"{start}{key}", keeps_bytes, targets.member(str(key)))
        for key, item in values.items()
    }
    is_same = all(map(_is_same, wired.values(), values.values()))
    return values if is_same else wired


def _is_same(left: object, right: object) -> bool:
    return left is right


def pydantic_schema(name: str) -> Any:
    """Return the schema of a type by its name in annotations; requires pydantic."""
    from pydantic_core import core_schema

    kind = "float" if name == "_UnixTime" else name[1:].lower()
    return getattr(core_schema, f"{kind}_schema")()
