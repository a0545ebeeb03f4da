"""Attributes of models that are computed from other members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast, overload

from .records import type_of

if TYPE_CHECKING:
    from typing import Never, Self


class JoinedText:
    """The joined text of all items with a tag; `""` if there are none.

    It cannot be set, and is neither sent nor part of the JSON object.

    Args:
        array: Key of the array that contains the items.
        tag: Key and value of the tag of the items.
        text: Key of the text of an item.
        inner: Keys of arrays inside the items, which may contain tagged items, too.

    Example:
        class Response(BaseModel):
            output: list[Output]
            output_text = JoinedText(
                "output", ("type", "output_text"), inner=("content",)
            )
    """

    __slots__ = ("_array", "_inner", "_name", "_tag", "_text")

    def __init__(
        self,
        array: str,
        tag: tuple[str, str],
        *,
        text: str = "text",
        inner: tuple[str, ...] = (),
    ) -> None:
        self._array = array
        self._tag = tag
        self._text = text
        self._inner = inner
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> str: ...

    def __get__(self, instance: object, owner: type) -> Self | str:
        if instance is None:
            return self
        return "".join(self._texts(_items(instance, self._array), self._inner))

    def __set__(self, instance: object, value: Never) -> None:
        # Without this method, a member of the same name would take precedence.
        raise AttributeError(f"{self._name!r} is computed and cannot be set")

    def _texts(self, items: list[Any], inner: tuple[str, ...]) -> Iterator[str]:
        key, tag = self._tag
        for item in items:
            members = _members(item)
            text = members.get(self._text)
            if members.get(key) == tag and isinstance(text, str):
                yield text
                continue
            for name in inner:
                yield from self._texts(_items(item, name), ())


def _members(value: object) -> Mapping[str, Any]:
    """Return the members of a model or a dict; none of another value."""
    if isinstance(value, dict):
        return cast("dict[str, Any]", value)
    return getattr(value, "__dict__", {})


def _items(value: object, key: str) -> list[Any]:
    member: Any = _members(value).get(key)
    items: list[Any] = member if type_of(member) is list else []
    return items
