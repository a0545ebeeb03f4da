"""Classes of streams of typed events, and the methods that return them."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from ..model.accumulation import StreamText
from .expressions import TypeExpr


@dataclass(frozen=True, slots=True)
class EventStreamClass:
    """A stream of events, which is printed as a sync class and as an async class.

    Args:
        name: Name of the sync class.
        function: Name of the function that returns the type of a sync method whose
            response is parsed, without the prefix `parsed_`.
        item: Type of the items of the stream.
        result: Type of the complete response.
        final: Method that returns the complete response.
        texts: Paths of the texts of chunks; `None` if the items are events.
        text: The text of the response; `None` if it is unknown.
        parsed_text: Name of the text of chunks that is parsed to a type of the caller; `""`
            if there is none.
        arguments_text: Name of the text of chunks that is the arguments of a tool; `""` if
            there is none.
        of_plain: Whether a method streams the response of the operation.
        of_parsed: Whether a method streams a response that is parsed to a type of the
            caller.
    """

    name: str
    function: str
    item: TypeExpr
    result: TypeExpr
    final: str
    texts: tuple[tuple[str, ...], ...] | None
    text: StreamText | None
    parsed_text: str
    arguments_text: str
    of_plain: bool
    of_parsed: bool


@dataclass(frozen=True, slots=True)
class StreamMethod:
    """A method that streams the response of another method as typed events.

    Args:
        name: Name of the method.
        operation: ID of the operation.
        source: The other method.
        stream: Name of the sync class of the stream.
        function: Function that returns the type of the sync method if its response is
            parsed.
        final: Method of the stream that returns the complete response.
        deprecated: Whether the other method is deprecated.
    """

    name: str
    operation: str
    source: str
    stream: str
    function: str
    final: str
    deprecated: bool
