"""Operations whose response contains JSON text of a type that the caller selects."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, cast

from typing_extensions import TypeVar

from ..models.conversion import converter
from ..models.records import JSONObject, plain
from ..responses.content import TYPES
from ..responses.errors import IncompleteResponseError
from ..sentinels import Omit, omit
from .kinds import build_schema, parse_text, schema_name

if TYPE_CHECKING:
    from ..api.endpoint import Endpoint

# The default is the type of the values of calls that pass no type.
ParsedT = TypeVar("ParsedT", default=None)
# A class with an attribute called `type` cannot use `type[ParsedT]` in annotations.
ParsedType: TypeAlias = type[ParsedT]
Path = tuple[str, ...]

ITEMS: Final = "[]"
"""Element of a path that stands for each item of an array."""


class Parsed(Generic[ParsedT], JSONObject):
    """An object of a response that has a value parsed from its text.

    The value is not a member of the JSON object: `to_dict()` and requests omit it.
    """

    __slots__ = ("_parsed",)

    _copied_slots = ("_parsed",)

    if TYPE_CHECKING:  # At run time an annotation would declare a field.
        _parsed: Any

    def _parsed_value(self) -> ParsedT | None:
        return cast("ParsedT | None", getattr(self, "_parsed", None))


class Structured:
    """An operation with an argument for the JSON Schema of its response, as plain data.

    Args:
        endpoint: The operation.
        returns: Annotation of the response with the parsed value.
        path: Path of the argument in the body.
        constants: Paths and values of members of the argument that do not depend on the
            type.
        schema: Path in the argument of the JSON Schema.
        name: Path in the argument of the name of the schema; `()` if there is none.
        owner: Path in the response of the objects that have a parsed value.
        holder: Path from these objects to those with the text.
        text: Key of the text.
        where: Key and value that objects with the text have; `()` for all objects.
        refusal: Key of a text that replaces the other one; `""` if there is none.
        reason: Path in the response of the reason for which it ended, or of its status.
        incomplete: Values of `reason` with which the text is cut off.
    """

    __slots__ = (
        "_argument",
        "_endpoint",
        "_holder",
        "_path",
        "_reason",
        "_text",
    )

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        returns: str,
        path: Path,
        schema: Path,
        text: str,
        constants: tuple[tuple[Path, Any], ...] = (),
        name: Path = (),
        owner: Path = (),
        holder: Path = (),
        where: tuple[str, str] | tuple[()] = (),
        refusal: str = "",
        reason: Path = (),
        incomplete: tuple[str, ...] = (),
    ) -> None:
        self._endpoint = endpoint, returns
        self._path = path
        self._argument = constants, schema, name
        self._holder = owner, holder
        self._text = text, where, refusal
        self._reason = reason, incomplete

    def body(self, members: Mapping[str, Any], type_: Any) -> dict[str, Any]:
        """Return the body that requires the response to match a type.

        Args:
            members: Other members of the body. Objects on the path of the argument can be
                among them; its key cannot.
            type_: The type, or a value of the argument itself.

        Raises:
            TypeError: The type has no strict JSON Schema, or the argument is passed twice.
        """
        if isinstance(type_, Omit):
            return dict(members)
        body = owner = dict(members)
        for key in self._path[:-1]:
            inner = owner.get(key, omit)
            owner[key] = {} if inner is omit or inner is None else dict(_members(inner))
            owner = owner[key]
        key = self._path[-1]
        if owner.get(key, omit) is not omit:
            raise TypeError(f"{'.'.join(self._path)!r} is also set by another argument")
        owner[key] = type_ if _is_value(type_) else self._build_argument(type_)
        return body

    def _build_argument(self, type_: Any) -> dict[str, Any]:
        """Return the value of the argument."""
        constants, schema, name = self._argument
        strict = build_schema(type_)
        value: dict[str, Any] = {}
        for path, constant in constants:
            _set(value, path, constant)
        if name:
            _set(value, name, schema_name(type_))
        _set(value, schema, strict)
        return value

    def endpoint(self, type_: Any) -> Endpoint:
        """Return the endpoint of a call whose response is parsed to a type.

        Args:
            type_: The type. If it is omitted, or a value of the argument itself, nothing
                is parsed.
        """
        source, returns = self._endpoint
        endpoint = copy(source)
        endpoint.returns = returns
        endpoint.parses = True
        endpoint.convert = partial(self._convert, type_)
        return endpoint

    def _convert(self, type_: Any, value: Any) -> Any:
        """Convert decoded JSON to the response, and parse its texts.

        Raises:
            IncompleteResponseError: A text is cut off.
            ValueError: A text does not match the type.
        """
        _, returns = self._endpoint
        members = plain(value) if isinstance(value, JSONObject) else value
        result = converter(returns, TYPES)(members)
        if _is_value(type_):
            return result
        path, incomplete = self._reason
        for reason in _values_at(result, path) if path else ():
            if reason in incomplete:
                raise IncompleteResponseError(reason, body=result)
        owner_path, holder_path = self._holder
        for owner in _values_at(result, owner_path):
            if isinstance(owner, Parsed):
                parsed = cast("Parsed[object]", owner)
                texts = map(self._find_text, _values_at(parsed, holder_path))
                text = next((item for item in texts if item is not None), None)
                parsed._parsed = None if text is None else parse_text(type_, text)
        return result

    def _find_text(self, holder: object) -> str | None:
        """Return the text of an object; `None` if it has none or a refusal."""
        key, where, refusal = self._text
        members = _members(holder)
        if where and members.get(where[0]) != where[1]:
            return None
        if refusal and members.get(refusal) is not None:
            return None
        text = members.get(key)
        return text if isinstance(text, str) else None


def _is_value(type_: object) -> bool:
    """Return whether the argument for a type is omitted, or is not a type but JSON."""
    return type_ is None or isinstance(type_, (Omit, Mapping, JSONObject, str))


def _values_at(value: object, path: Path) -> Iterator[object]:
    """Yield the values at a path, which may lead through arrays."""
    if not path:
        yield value
    elif path[0] != ITEMS:
        members = _members(value)
        if path[0] in members:
            yield from _values_at(members[path[0]], path[1:])
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _values_at(item, path[1:])


def _members(value: object) -> Mapping[str, object]:
    """Return the members of an object; none if it is something else."""
    if isinstance(value, JSONObject):
        return value.__dict__
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else {}


def _set(value: dict[str, Any], path: Path, item: object) -> None:
    """Set a value at a path of keys, creating the objects on the way."""
    for key in path[:-1]:
        value = value.setdefault(key, {})
    value[path[-1]] = item
