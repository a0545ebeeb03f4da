"""Accumulation of the items of a stream by rules that the settings of the client state."""

from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING, Any

from ..models.records import plain
from ..requests.encoding import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Path = tuple[str, ...]
    Rule = tuple[tuple[tuple[str, tuple[str, ...]], ...], Path | None, Path, str, bool]

ROOT = ""
"""Key of the response in the object that holds it."""


class RuleAccumulator:
    """An accumulator for a response that rules form.

    Args:
        *rules: Keys with the possible values that an item has; the path of a value in the
            item, or `None` for no value; the path in the response; how the value changes
            it, one of `replace`, `text`, `items` and `json`; and whether the response is complete
            then. In the first path, `[]` represents each entry of an array. In the second
            one, `[key]` is the entry of an array whose index is a member of the item, or of
            the entry of the first path.
    """

    def __init__(self, *rules: Rule) -> None:
        self._rules = rules
        self._holder: dict[str, Any] = {}
        self._is_ended = False
        self._problem = ""

    def add(self, value: dict[str, Any]) -> None:
        """Add an item, before it is converted to a model."""
        for conditions, source, target, how, is_last in self._rules:
            if not all(value.get(key) in values for key, values in conditions):
                continue
            if source is not None:
                for part, owners in _values_at(value, source, (value,)):
                    if part is value:
                        part = _without(value, conditions)
                    self._change(part, target, how, owners)
            self._is_ended |= is_last

    def _change(
        self, value: Any, target: Path, how: str, owners: tuple[Any, ...]
    ) -> None:
        """Change the part of the response at a path."""
        if value is None and how != "replace":
            return
        try:
            _change(self._holder, (ROOT, *target), how, plain(value), owners)
        except ValueError as error:
            self._problem = self._problem or str(error)

    def is_complete(self) -> bool | None:
        """Return whether all items were received; `None` if no rule tells."""
        if not any(is_last for *_, is_last in self._rules):
            return None
        return self._is_ended

    def result(self, convert: Callable[[Any], Any]) -> Any:
        """Return the final response."""
        return convert(self._build(is_final=True))

    def snapshot(self, convert: Callable[[Any], Any]) -> Any:
        """Return the response so far, which later items do not change."""
        return convert(self._build(is_final=False))

    def _build(self, is_final: bool) -> Any:
        if self._problem:
            raise ValueError(self._problem)
        if ROOT not in self._holder:
            raise LookupError
        return _finish(self._holder[ROOT], is_final)


class _Entries(dict[int, Any]):
    """The entries of an array by their index."""


class _Text(StringIO):
    """A string to which pieces are appended; not `+`, which would copy it each time."""


class _JSONText(StringIO):
    """JSON text to which pieces are appended.

    Args:
        earlier: The value until the text is complete.
    """

    def __init__(self, earlier: Any) -> None:
        super().__init__()
        self.earlier = earlier


def _without(value: dict[str, Any], conditions: Iterable[tuple[str, Any]]) -> Any:
    """Return an item that is the response itself, without the keys of its kind."""
    names = {key for key, _ in conditions}
    return {key: item for key, item in value.items() if key not in names}


def _values_at(
    value: Any, path: Path, owners: tuple[Any, ...]
) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield the values at a path, each with the objects around it, innermost first."""
    if not path:
        yield value, owners
    elif path[0] == "[]":
        for entry in value if is_list(value) else ():
            yield from _values_at(entry, path[1:], (entry, *owners))
    elif is_object(value) and path[0] in value:
        yield from _values_at(value[path[0]], path[1:], owners)


def _change(
    holder: dict[Any, Any],
    path: Path,
    how: str,
    value: Any,
    owners: tuple[Any, ...],
) -> None:
    """Change the value at a path in an object or in the entries of an array.

    Raises:
        ValueError: The value has another type than the path or the change requires.
    """
    key = _key(path[0], owners)
    if not path[1:]:
        holder[key] = (
            value if how == "replace" else _extend(holder.get(key), how, value)
        )
        return
    inner: Any = holder.get(key)
    kind: type[dict[Any, Any]] = _Entries if path[1][:1] == "[" else dict
    if inner is None:
        inner = kind()
    elif kind is _Entries and is_list(inner):
        inner = _Entries(enumerate(inner))
    holder[key] = inner
    if type(inner) is not kind:
        raise ValueError(f"a value before {path[1]!r} has another type")
    _change(inner, path[1:], how, value, owners)


def _key(step: str, owners: tuple[Any, ...]) -> Any:
    """Return the key of an object, or the index that `[key]` stands for.

    Raises:
        ValueError: The item has no such index.
    """
    if step[:1] != "[":
        return step
    name = step[1:-1]
    index = next((owner[name] for owner in owners if name in owner), None)
    if not isinstance(index, int):
        raise ValueError(f"an item of the stream has no index {name!r}")
    return index


def _extend(current: Any, how: str, value: Any) -> Any:
    """Return a value with a piece at its end.

    Raises:
        ValueError: The piece has another type than the value.
    """
    if how == "json" and isinstance(value, str):
        text = current if isinstance(current, _JSONText) else _JSONText(current)
        text.write(value)
        return text
    if how == "text" and isinstance(value, str) and isinstance(current, _Text):
        current.write(value)
        return current
    if how == "text" and isinstance(value, str) and isinstance(current, str | None):
        begun = _Text()
        begun.write((current or "") + value)
        return begun
    if how == "items" and (current is None or is_list(current)):
        return [*(current or ()), *(value if is_list(value) else (value,))]
    raise ValueError(f"{type(value).__name__} cannot be appended to the response")


def _finish(value: Any, is_final: bool) -> Any:
    """Return a value as decoded JSON.

    Raises:
        ValueError: A JSON text is invalid, and the response is complete.
    """
    if isinstance(value, _JSONText):
        text = value.getvalue()
        try:
            return (
                json.loads(text) if text.strip() else _finish(value.earlier, is_final)
            )
        except ValueError as error:
            if is_final:
                raise ValueError(
                    f"a JSON text of the stream is invalid: {error}"
                ) from error
            return _finish(value.earlier, is_final)
    if isinstance(value, _Text):
        return value.getvalue()
    if isinstance(value, _Entries):
        return [_finish(value[index], is_final) for index in sorted(value)]
    if is_object(value):
        return {key: _finish(item, is_final) for key, item in value.items()}
    if is_list(value):
        return [_finish(item, is_final) for item in value]
    return value
