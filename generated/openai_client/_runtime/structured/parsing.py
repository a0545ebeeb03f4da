"""Operations whose response contains JSON text of a type that the caller selects."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, cast

from typing_extensions import TypeVar

from ..models.conversion import converter
from ..models.records import JSONObject, plain
from ..responses.errors import IncompleteResponseError
from ..sentinels import Omit, omit
from .kinds import build_schema, parse_text, schema_name
from .tool_calls import ParsedSlots, ToolCall, Tools, set_member

if TYPE_CHECKING:
    from ..api.endpoint import Endpoint

# The default is the type of the values of calls that pass no type.
ParsedT = TypeVar("ParsedT", default=None)
# A class with an attribute called `type` cannot use `type[ParsedT]` in annotations.
ParsedType: TypeAlias = type[ParsedT]
Path = tuple[str, ...]

ITEMS: Final = "[]"
"""Element of a path that stands for each item of an array."""


class Parsed(Generic[ParsedT], ParsedSlots):
    """An object of a response that has a value parsed from its text.

    The value is not a member of the JSON object: `to_dict()` and requests omit it.
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def _parsed_type(self) -> ParsedT | None: ...

    def _parsed_value(self) -> ParsedT | None:
        return cast("ParsedT | None", getattr(self, "_parsed", None))


class Structured:
    """An operation whose response is parsed to types of the caller, as plain data.

    Args:
        endpoint: The operation.
        returns: Annotation of the response with the parsed value; `""` if the request has
            no argument for the JSON Schema of its response.
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
        tools: Tools whose calls are parsed; `None` if there are none.
    """

    __slots__ = (
        "_argument",
        "_endpoint",
        "_holder",
        "_path",
        "_reason",
        "_text",
        "_tools",
    )

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        returns: str = "",
        path: Path = (),
        schema: Path = (),
        text: str = "",
        constants: tuple[tuple[Path, Any], ...] = (),
        name: Path = (),
        owner: Path = (),
        holder: Path = (),
        where: tuple[str, str] | tuple[()] = (),
        refusal: str = "",
        reason: Path = (),
        incomplete: tuple[str, ...] = (),
        tools: Tools | None = None,
    ) -> None:
        self._endpoint = endpoint, returns or endpoint.returns or "object"
        self._tools = tools
        self._path = path
        self._argument = constants, schema, name
        self._holder = owner, holder
        self._text = text, where, refusal
        self._reason = reason, incomplete

    def body(self, members: Mapping[str, Any], type_: Any = omit) -> dict[str, Any]:
        """Return the body that requires the response to match a type.

        Args:
            members: Other members of the body. Objects on the path of the argument can be
                among them; its key cannot.
            type_: The type, or a value of the argument itself.

        Raises:
            TypeError: A type has no strict JSON Schema, or the argument is passed twice.
        """
        body = owner = dict(members)
        if self._tools is not None:
            key = self._tools.argument
            body[key] = self._tools.encode(body.get(key, omit))
        if isinstance(type_, Omit):
            return body
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
            set_member(value, path, constant)
        if name:
            set_member(value, name, schema_name(type_))
        set_member(value, schema, strict)
        return value

    def endpoint(self, type_: Any = omit, *, tools: object = omit) -> Endpoint:
        """Return the endpoint of a call whose response is parsed to types.

        Args:
            type_: The type. If it is omitted, or a value of the argument itself, the text
                is not parsed.
            tools: Tools of the call, whose types parse the arguments of their calls.

        Raises:
            TypeError: Two tools have the same name.
        """
        source, returns = self._endpoint
        endpoint = copy(source)
        endpoint.returns = returns
        endpoint.parses = True
        types = {} if self._tools is None else self._tools.types(tools)
        endpoint.convert = partial(self._convert, type_, types)
        if not _is_value(type_):
            endpoint.parse_text = partial(self._parse_text, type_)
        if types:
            endpoint.find_arguments_parser = partial(self._find_parser, types)
        return endpoint

    def _convert(
        self, type_: Any, tools: Mapping[str, Any], types: str, value: Any
    ) -> Any:
        """Convert decoded JSON to the response, and parse its texts and calls.

        Args:
            type_: Type of the texts.
            tools: Types of the arguments of calls.
            types: Package of the types of the response.
            value: The decoded JSON.

        Raises:
            IncompleteResponseError: A text is cut off.
            ValueError: A text or the arguments of a call do not match the type.
        """
        _, returns = self._endpoint
        members = plain(value) if isinstance(value, JSONObject) else value
        result = converter(returns, types)(members)
        if _is_value(type_) and not tools:
            return result
        path, incomplete = self._reason
        for reason in _values_at(result, path) if path else ():
            if reason in incomplete:
                raise IncompleteResponseError(reason, body=result)
        self._parse_calls(result, tools)
        if not _is_value(type_):
            self._parse_texts(result, type_)
        return result

    def _find_parser(
        self, types: Mapping[str, Any], name: str, reason: object
    ) -> Callable[[str], Any] | None:
        """Return the function that parses the arguments of a tool; `None` if untyped."""
        if name not in types:
            return None
        return partial(self._parse_text, types[name], reason)

    def _parse_text(self, type_: Any, reason: object, text: str) -> Any:
        """Parse a complete text.

        Args:
            type_: The type.
            reason: Reason for which the text ended; `None` if it is unknown.
            text: The text.

        Raises:
            IncompleteResponseError: The text is cut off.
            ValueError: The text does not match the type.
        """
        _, incomplete = self._reason
        if reason in incomplete:
            raise IncompleteResponseError(reason, body=text)
        return parse_text(type_, text)

    def _parse_calls(self, result: object, types: Mapping[str, Any]) -> None:
        """Set the parsed arguments of the calls of tools with a type."""
        path = () if self._tools is None else self._tools.calls
        for call in _values_at(result, path) if types else ():
            if isinstance(call, ToolCall) and call._tool_name() in types:
                call._parsed_arguments = call.parse_arguments(types[call._tool_name()])

    def _parse_texts(self, result: object, type_: Any) -> None:
        """Set the parsed values of the objects that have them."""
        owner_path, holder_path = self._holder
        for owner in _values_at(result, owner_path):
            if isinstance(owner, Parsed):
                parsed = cast("Parsed[object]", owner)
                texts = map(self._find_text, _values_at(parsed, holder_path))
                text = next((item for item in texts if item is not None), None)
                parsed._parsed = None if text is None else parse_text(type_, text)

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
