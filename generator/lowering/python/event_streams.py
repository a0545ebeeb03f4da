"""Lowering of operations whose streamed response is a stream of typed events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.accumulation import StreamText
from ...model.api import Api
from ...model.operations import Operation, Streaming
from ...model.stream_methods import StreamMethodNames
from ...model.structured import ITEMS
from ...python.event_streams import EventStreamClass, StreamMethod
from ...python.expressions import Docstring, Name, TypeExpr
from ...python.resources import (
    Method,
    Place,
    StreamArgument,
    Streams,
    own_arguments,
)
from ...words import singular
from .expressions import ModelTypes
from .identifiers import attribute_name

METHOD = "stream"
"""Name of the method that streams the response of `create`."""

TEXT_MEMBERS = ("text_stream", "get_final_text")
"""Members of a stream whose response has a text."""

NO_STREAM_METHOD = Rule(
    "no-stream-method",
    Severity.NOTE,
    "The response of an operation can be streamed and combined from its events, but the"
    " client has no method for `with` that returns a stream of typed events: the resource"
    " already has a method of this name, or the argument that enables streaming is inside of"
    " a body that is passed as a whole. The operation itself has a method as usual. The"
    " setting `stream_methods` selects another name, or disables the method.",
)


@dataclass(slots=True)
class _Stream:
    """A class of streams, and whether methods use it."""

    name: str
    function: str
    streaming: Streaming
    item: TypeExpr
    result: Name
    final: str
    plain: bool = False
    parsed: bool = False
    parsed_text: str | None = None
    """Name of the text that all parsing methods parse; `None` before the first one."""
    arguments_text: str | None = None
    """Name of the arguments of tools of all parsing methods."""


@dataclass(slots=True)
class EventStreams:
    """The classes of streams of typed events.

    Args:
        api: The API.
        models: Type expressions of responses.
        modules: Module of each type.
    """

    api: Api
    models: ModelTypes
    modules: Mapping[str, str]
    module: str = "event_streams"
    operations: dict[str, _Stream] = field(default_factory=dict)
    streaming: set[str] = field(default_factory=set)
    """IDs of the operations that have a stream method."""
    _settings: dict[str, StreamMethodNames] = field(default_factory=dict)
    _parsed_texts: dict[str, str] = field(default_factory=dict)
    _arguments_texts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        while self.module in {*self.modules.values(), *self.modules}:
            self.module += "_"
        self._settings = {item.operation_id: item for item in self.api.stream_methods}
        for each in self.api.structured:
            keys = [key for key in (*each.text.holder, each.text.key) if key != ITEMS]
            self._parsed_texts[each.operation_id] = ".".join(keys)
        for tools in self.api.tools:
            # The path from the entry of the response, without the object of the chunks.
            path = (*tools.calls.path[3:], tools.calls.arguments)
            keys = [key for key in path if key != ITEMS]
            self._arguments_texts[tools.operation_id] = ".".join(keys)
        # The response of `create` is named by its resource, also in other operations.
        owned = sorted(self._list(), key=lambda item: item[0].name != ("create",))
        streams: dict[tuple[str, TypeExpr, StreamText | None], _Stream] = {}
        for operation, streaming, result in owned:
            item = self.models.of(streaming.item)
            key = result.name, item, streaming.text
            stream = streams.get(key)
            if stream is None:
                final = self._name_final(operation)
                name = self._choose_name(result.name, streams.values())
                function = attribute_name(name)
                stream = _Stream(name, function, streaming, item, result, final)
                streams[key] = stream
            self.operations[operation.id] = stream

    def _list(self) -> Iterator[tuple[Operation, Streaming, Name]]:
        """Yield the operations whose response is combined from the items of a stream."""
        for resource in self.api.root.walk():
            for operation in resource.operations:
                streaming = operation.result.streaming
                if streaming is None or streaming.stream_parameter is None:
                    continue
                if streaming.aggregated_type is None or operation.alias_of:
                    continue
                result = self.models.of(streaming.aggregated_type)
                settings = self._settings.get(operation.id)
                is_disabled = settings is not None and not settings.enabled
                if isinstance(result, Name) and not is_disabled:
                    yield operation, streaming, result

    def _name_final(self, operation: Operation) -> str:
        settings = self._settings.get(operation.id)
        if settings is not None and settings.final:
            return settings.final
        words = operation.resource[-1:] or ("response",)
        return f"get_final_{attribute_name(singular(words[0])).rstrip('_')}"

    def _choose_name(self, base: str, streams: Iterable[_Stream]) -> str:
        taken = {*self.modules, *(item.name for item in streams)}
        functions = {item.function for item in streams}
        name, number = f"{base}EventStream", 2
        while (
            any({each, f"Async{each}"} & taken for each in (name, manager_name(name)))
            or attribute_name(name) in functions
        ):
            name = f"{base}EventStream{number}"
            number += 1
        return name

    @property
    def type_names(self) -> dict[str, str]:
        """The module of each name that the types of stream methods use."""
        names = (
            each
            for item in self.operations.values()
            for name in (f"parsed_{item.function}", manager_name(item.name))
            for each in (name, _async_name(name))
        )
        return dict.fromkeys(names, self.module)

    def build_method(
        self, method: Method, parsing: Method | None, taken: AbstractSet[str]
    ) -> tuple[StreamMethod, Method | None] | None:
        """Build the method that streams the response of another method.

        Args:
            method: Method that returns the response, or its stream.
            parsing: Method that parses the response to a type, if there is one.
            taken: Other names of the resource.

        Returns:
            The method, and its signature unless that is the signature of the parsing
            method; `None` if the operation has none.
        """
        stream = self.operations.get(method.operation)
        parameter = method.stream_parameter
        if stream is None or parameter is None or method.stream_argument is None:
            return None
        if any(item.whole for item in own_arguments(method.arguments)):
            return None
        settings = self._settings.get(method.operation)
        name = METHOD if method.name == "create" else f"{method.name}_{METHOD}"
        name = settings.name if settings is not None and settings.name else name
        if name in taken:
            return None
        # The body of a parsing method has no place for a parameter of the query.
        is_parsed = parsing is not None and parameter.place is Place.BODY
        is_parsed = is_parsed and stream.result == method.returns
        stream.parsed |= is_parsed
        if is_parsed:
            stream.parsed_text = _common(
                stream.parsed_text, self._parsed_texts.get(method.operation, "")
            )
            stream.arguments_text = _common(
                stream.arguments_text, self._arguments_texts.get(method.operation, "")
            )
        stream.plain |= not is_parsed
        self.streaming.add(method.operation)
        built = StreamMethod(
            name,
            method.operation,
            parsing.name if parsing is not None and is_parsed else method.name,
            stream.name,
            f"parsed_{stream.function}",
            stream.final,
            bool(method.deprecated),
        )
        return built, (
            None if is_parsed else _build_opening_method(method, built, parameter)
        )

    @property
    def classes(self) -> tuple[EventStreamClass, ...]:
        """The classes of streams, after all methods were built; sorted by name."""
        used = {id(item): item for item in self.operations.values()}
        return tuple(
            EventStreamClass(
                item.name,
                item.function,
                item.item,
                item.result,
                item.final,
                (
                    item.streaming.texts
                    if item.streaming.aggregation[0] == "pieces"
                    else None
                ),
                item.streaming.text if item.final not in TEXT_MEMBERS else None,
                item.parsed_text or "" if item.streaming.texts else "",
                item.arguments_text or "" if item.streaming.texts else "",
                item.plain,
                item.parsed,
            )
            for item in sorted(used.values(), key=lambda item: item.name)
            if item.plain or item.parsed
        )


def _common(known: str | None, name: str) -> str:
    """Return the name of a text if all methods have the same; `""` if not."""
    return name if known in (None, name) else ""


def manager_name(stream: str) -> str:
    """Return the name of the type of the context manager of a class of streams."""
    return f"{stream}Manager"


def _async_name(name: str) -> str:
    return f"async_{name}" if name[0].islower() else f"Async{name}"


def _build_opening_method(
    method: Method, stream: StreamMethod, parameter: StreamArgument
) -> Method:
    """Return the stream method with its signature, which has no stream parameter."""
    omitted = method.stream_argument
    own = own_arguments(method.arguments)
    arguments = tuple(item for item in own if item != omitted)
    variants = tuple(
        replace(
            item, arguments=tuple(each for each in item.arguments if each != omitted)
        )
        for item in method.body_variants
    )
    names = {item.name for item in arguments}
    options = method.docstring.arguments[-1]
    docs = [item for item in method.docstring.arguments if item.name in names]
    docstring = Docstring(
        f"Stream the response of `{method.name}` as typed events.",
        (*docs, options),
        "A context manager, which sends the request and closes the stream.",
    )
    manager = manager_name(stream.stream)
    return replace(
        method,
        name=stream.name,
        arguments=arguments,
        returns=Name(manager),
        returns_async=Name(f"Async{manager}"),
        event=None,
        selector=None,
        streams=Streams.NEVER,
        stream_parameter=None,
        aggregated_type=None,
        docstring=docstring,
        docstring_async=docstring,
        body_variants=variants,
        calls_resource=False,
        opens=(stream.stream, parameter.place),
    )


def report_missing_stream_methods(
    operations: Iterable[Operation], streams: EventStreams, diagnostics: Diagnostics
) -> None:
    """Report the operations that could have a stream method, but have none.

    Args:
        operations: All operations of the client.
        streams: Classes of streams, after all methods were built.
        diagnostics: Receives a note for each operation.
    """
    for operation in operations:
        if operation.id in streams.operations.keys() - streams.streaming:
            if not operation.alias_of:
                diagnostics.add(
                    NO_STREAM_METHOD,
                    f"{operation.id} has no method that streams typed events",
                    operation.origin,
                    hint="set another name for it in `stream_methods`, or `false`",
                )
