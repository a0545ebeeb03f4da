"""The one store of a view: the decoded JSON object is the instance's `__dict__`.

`Record` is what all views have in common for those who make and unmake them; what callers
see of a view is in `views`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

T = TypeVar("T")

kind_of: Callable[[Any], Any] = type
"""The class of a JSON value. (Of `type` itself checkers make more than is known.)"""


class Record:
    """An object whose attributes are the members of a JSON object.

    What is known of the answer, and is not part of its JSON, lives in slots.
    """

    __slots__ = ("__dict__", "__weakref__", "_answered")

    if TYPE_CHECKING:  # At run time annotations are fields.
        _answered: str | None
        """The request that was answered; unset unless this is an answer."""
        _extra: ClassVar[str]
        """The annotation of the values whose keys are not declared, where it is stated."""
        _declaration: ClassVar[Any]
        """What the class declares (see `declarations`); each has its own, once needed."""


def set_request_id(record: Record, request_id: str | None) -> None:
    """Notes which request a record answers."""
    # The slot is this module's own; its name keeps out of the way of members' names.
    record._answered = request_id  # pyright: ignore[reportPrivateUsage]


class Renamed:
    """A field whose key in JSON differs from its name in Python."""

    __slots__ = ("default", "key", "name", "required")

    def __init__(self, key: str, required: bool, default: Any) -> None:
        self.key = key
        self.name = key
        self.required = required
        self.default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Record | None, owner: type | None = None) -> Any:
        if instance is None:
            return self if self.required else self.default
        try:
            return instance.__dict__[self.key]
        except KeyError:
            if self.required:
                raise absent(instance, self.name) from None
            return self.default

    def __set__(self, instance: Record, value: Any) -> None:
        instance.__dict__[self.key] = value

    def __delete__(self, instance: Record) -> None:
        try:
            del instance.__dict__[self.key]
        except KeyError:
            raise absent(instance, self.name) from None


@overload
def field(*, key: str) -> Any: ...
@overload
def field(*, key: str, default: T) -> T: ...
def field(*, key: str, **options: Any) -> Any:
    """Declares a field whose key in JSON is no name in Python, or is one of a view's methods.

    Args:
        key: The key in JSON.
        default: What reading gives where the key is absent. Without it the field is
            required: reading it where it is absent is an `AttributeError`.
    """
    return Renamed(key, "default" not in options, options.get("default"))


class Absent:
    """Says, where a required field is read that an answer lacked, what happened.

    One is put into a class when the first object comes that lacks the field, and no
    sooner: CPython reads an attribute that its class knows too two or three times slower.
    """

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: Record | None, owner: type | None = None) -> Any:
        if instance is None:
            raise AttributeError(f"{self.name!r} is a field, not a value of the class")
        raise absent(instance, self.name)


def absent(instance: Record, name: str) -> AttributeError:
    """The error of reading a required field that is not there."""
    kind, there = type(instance).__name__, ", ".join(instance.__dict__) or "nothing"
    return AttributeError(
        f"this {kind} has no {name!r}, which the API's document says is always there;"
        f" what came is: {there}",
        name=name,
        obj=instance,
    )


def plain(value: Any) -> Any:
    """A copy of a JSON value in new dicts and lists, with views as dicts.

    Values that are neither views nor containers are the same objects in the copy.

    Raises:
        RecursionError: Nested deeper than Python's limit, or in itself.
    """
    kind = kind_of(value)
    if issubclass(kind, Record):
        return {key: plain(item) for key, item in value.__dict__.items()}
    if issubclass(kind, dict):
        return {key: plain(item) for key, item in value.items()}
    if issubclass(kind, (list, tuple)):
        return [plain(item) for item in value]
    return value
