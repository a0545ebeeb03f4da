"""Storage of models: the decoded JSON object is the `__dict__` of the instance.

`JSONObject` is the part of a model that the runtime needs to create one and to read its
values. The methods for callers are in `base`. Both are one class at run time, which is
called `BaseModel` (see `merge_into_base`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast, overload

from ..lazy import load_feature
from ..missing import NATIVE_TYPES

T = TypeVar("T")

type_of: Callable[[Any], Any] = type
"""`type`, without the narrowing that type checkers derive from a call of `type`."""


class JSONObject:
    """An object whose attributes are the members of a JSON object.

    Metadata of the response, which is not part of the JSON, is stored in slots.
    """

    # `typing.Generic` sets `__orig_class__` of instances of a generic subclass.
    __slots__ = ("__dict__", "__orig_class__", "__weakref__", "_response_info")

    if TYPE_CHECKING:  # At run time, annotations declare fields.
        _response_info: str | None
        """Request ID of the response; unset unless the object is a whole response."""
        _extra: ClassVar[str]
        """Annotation of undeclared members; unset if they can be any JSON."""
        _base: ClassVar[str]
        """Name of the class that this one extends in the API; unset if there is none."""
        _read_only: ClassVar[tuple[str, ...]]
        """JSON keys that requests omit; unset if there are none."""
        _declaration: ClassVar[Any]
        """Declaration of the class (see `declarations`); created on first use."""
        _copied_slots: ClassVar[tuple[str, ...]]
        """Slots of a subclass that copies and pickles keep; unset if there are none."""


def merge_into_base(cls: type[T]) -> type[T]:
    """Move the members of a class to its base class, and return the base class.

    A decorator for a class whose methods are in several modules. When Python creates a
    class, it looks up all special methods in all base classes. A client creates many models
    when it is imported, which takes a tenth less time with one base class instead of three.
    """
    base: Any = cls.__base__
    for name, value in vars(cls).items():
        if name != "__slots__":
            setattr(base, name, value)
    base.__name__, base.__qualname__ = cls.__name__, cls.__qualname__
    return cast("type[T]", base)


def slot_values(record: JSONObject) -> dict[str, Any]:
    """Return the metadata of an object, without the request ID, that copies keep."""
    # Looked up on the class, because members of the instance could shadow the names.
    cls: Any = type_of(record)
    values: dict[str, Any] = {}
    for name in getattr(cls, "_copied_slots", ()):
        try:
            values[name] = getattr(cls, name).__get__(record)
        except AttributeError:
            continue  # The slot is unset.
    return values


def set_slot_values(record: JSONObject, values: Mapping[str, Any] = {}) -> None:
    """Store the metadata that `slot_values` returned."""
    for name, value in values.items():
        setattr(record, name, value)


def set_request_id(record: JSONObject, request_id: str | None) -> None:
    """Store the request ID of a response."""
    # The name of the slot must not collide with the name of a member.
    record._response_info = request_id  # pyright: ignore[reportPrivateUsage]


class RenamedField:
    """Descriptor of a field whose JSON key differs from its Python name."""

    __slots__ = ("default", "key", "name", "required")

    def __init__(self, key: str, required: bool, default: Any) -> None:
        self.key = key
        self.name = key
        self.required = required
        self.default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: JSONObject | None, owner: type | None = None) -> Any:
        if instance is None:
            return self if self.required else self.default
        try:
            return instance.__dict__[self.key]
        except KeyError:
            if self.required:
                raise missing_field_error(instance, self.name) from None
            return self.default

    def __set__(self, instance: JSONObject, value: Any) -> None:
        instance.__dict__[self.key] = value

    def __delete__(self, instance: JSONObject) -> None:
        try:
            del instance.__dict__[self.key]
        except KeyError:
            raise missing_field_error(instance, self.name) from None


@overload
def field(*, key: str) -> Any: ...
@overload
def field(*, key: str, default: T) -> T: ...
def field(*, key: str, **options: Any) -> Any:
    """Declare a field whose JSON key is not a valid attribute name.

    Keywords, names with other characters and names of `BaseModel`'s methods need one.

    Args:
        key: The JSON key.
        **options: Only `default`: value of the attribute if the key is missing. Without a default the
            field is required, and reading it if it is missing raises `AttributeError`.
    """
    return RenamedField(key, "default" not in options, options.get("default"))


class MissingField:
    """Descriptor that explains why a required field cannot be read.

    It is added to a class when the first object without the field is converted, not
    before: CPython reads instance attributes two to three times slower if the class has
    an attribute of the same name.
    """

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: JSONObject | None, owner: type | None = None) -> Any:
        if instance is None:
            raise AttributeError(f"{self.name!r} is a field and has no class value")
        raise missing_field_error(instance, self.name)


def missing_field_error(instance: JSONObject, name: str) -> AttributeError:
    """Return the error for reading a required field that is missing."""
    kind, keys = type(instance).__name__, ", ".join(instance.__dict__) or "no keys"
    return AttributeError(
        f"{kind!r} object has no required field {name!r}; the JSON object contains: {keys}",
        name=name,
        obj=instance,
    )


def plain(value: Any) -> Any:
    """Copy a JSON value into new dicts and lists, with models as dicts.

    Values that are neither models nor containers are not copied.

    Raises:
        RecursionError: The value is nested deeper than Python's limit, or in itself.
    """
    kind = type_of(value)
    if issubclass(kind, JSONObject):
        return {key: plain(item) for key, item in value.__dict__.items()}
    if issubclass(kind, dict):
        return {key: plain(item) for key, item in value.items()}
    if issubclass(kind, (list, tuple)):
        return [plain(item) for item in value]
    return value


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
