"""Operations become methods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ...model.operations import Content, Operation, Result, Streaming
from ...model.types import Declaration, Key, Scalar, ScalarKind
from ...python.expressions import (
    ANY,
    NONE,
    ArgumentDoc,
    Docstring,
    Name,
    TypeExpr,
    renamed,
    union_members,
)
from ...python.resources import (
    Argument,
    EndpointLiteral,
    Method,
    Place,
    StreamArgument,
    Streams,
)
from .arguments import arguments
from .bodies import body_format
from .docstring_examples import example_call
from .docstrings import prose
from .endpoints import endpoint
from .errors import operation_errors
from .expressions import ModelTypes, ParamTypes, join, literal_expr, optional
from .pages import Pages

OPTIONS_DOC = ArgumentDoc(
    "**options", "Options of the request, such as `timeout`; see `RequestOptions`."
)
"""Documentation of the keyword arguments that every method takes."""

BINARY = Name("BinaryResponse")
_TEXT = Name("str")


@dataclass(frozen=True, slots=True)
class Methods:
    """Makes methods from operations."""

    declarations: Mapping[Key, Declaration]
    models: ModelTypes
    params: ParamTypes
    pages: Pages
    credentials: Mapping[str, str]
    error: TypeExpr | None

    def make(
        self, operation: Operation, name: str, constant: str, hides_list: bool
    ) -> tuple[Method, EndpointLiteral]:
        """The method of an operation, and the endpoint that it calls.

        Args:
            operation: what is called.
            name: of the method.
            constant: the name of the endpoint.
            hides_list: whether its class has a method called `list`.
        """
        taken = arguments(operation, self.declarations, self.params)
        answer = operation.result
        returns = wire = self._returns(answer)
        returns_async = _asynchronous(returns)
        paged = self.pages.of(operation)
        if paged is not None:
            wire, returns = paged.wire, paged.returns
            returns_async = paged.returns_async
        streams, streaming = _streams(answer), answer.streaming
        event = None
        if streaming is not None and streams is not Streams.NEVER:
            event = self.models.of(streaming.item)
        final = None
        if streaming is not None and streaming.aggregated_type is not None:
            if streams is Streams.ON_REQUEST:
                final = self.models.of(streaming.aggregated_type)
        docstring = Docstring(
            prose(operation_text(operation)),
            (*taken.docs, OPTIONS_DOC),
            "" if returns == NONE else prose(_answer_text(operation)),
            example_call(operation, taken.arguments),
            f"Call `{operation.method} {operation.path}`.",
        )
        method = Method(
            name=name,
            operation=operation.id,
            endpoint=constant,
            arguments=taken.arguments,
            returns=self._annotation(returns, hides_list),
            returns_async=self._annotation(returns_async, hides_list),
            event=self._annotation(event, hides_list) if event else None,
            streams=streams,
            docstring=docstring,
            docstring_async=_awaited(docstring),
            deprecated=_deprecation(operation),
            stream_parameter=_switch(streaming, taken.arguments),
            aggregated_type=self._annotation(final, hides_list) if final else None,
            paged=paged is not None,
        )
        given = operation.body
        body = None if given is None else body_format(given, self.declarations)
        errors = operation_errors(operation, self.models, self.error)
        literal = endpoint(
            constant, operation, wire, event, final, body, errors, self.credentials
        )
        return method, literal

    @staticmethod
    def _annotation(returns: TypeExpr, hides_list: bool) -> TypeExpr:
        if not hides_list:
            return returns
        return renamed(returns, {"list": "builtins.list"})

    def _returns(self, answer: Result) -> TypeExpr:
        found = [self._content(content) for content in answer.contents]
        if not found:
            return NONE
        if answer.empty:
            found.append(NONE)
        return join(found)

    def _content(self, content: Content) -> TypeExpr:
        media_type = content.media_type
        if media_type in ("application/json", "*/*", "text/json", "") or (
            media_type.endswith("+json")
        ):
            if content.type == Scalar(ScalarKind.BINARY):
                return BINARY
            return self.models.of(content.type) if content.type is not None else ANY
        if media_type.startswith("text/"):
            return _TEXT
        return BINARY


def _switch(
    streaming: Streaming | None, taken: Iterable[Argument]
) -> StreamArgument | None:
    stream_parameter = streaming.stream_parameter if streaming is not None else None
    if stream_parameter is None:
        return None
    place = Place.BODY if stream_parameter.in_body else Place.QUERY
    types = (
        item.type
        for item in taken
        if (item.key, item.place) == (stream_parameter.name, place)
    )
    either = next(types, ANY)
    refuses = literal_expr(stream_parameter.other_values or (False,))
    return StreamArgument(
        key=stream_parameter.name,
        place=place,
        default_on=stream_parameter.default_on,
        streaming_type=literal_expr((stream_parameter.stream_value or True,)),
        plain_type=optional(refuses) if NONE in union_members(either) else refuses,
        either_type=either if stream_parameter.stream_value else Name("bool"),
    )


def _asynchronous(returns: TypeExpr) -> TypeExpr:
    """The same for async callers, who read bytes in another way."""
    return renamed(returns, {BINARY.name: f"Async{BINARY.name}"})


def _awaited(docstring: Docstring) -> Docstring:
    """The docstring of the method for async callers; lists give their first page."""
    if not docstring.example:
        return docstring
    return replace(docstring, example=f"await {docstring.example}")


def _deprecation(operation: Operation) -> str:
    """What a caller is told who calls what should no longer be called."""
    if operation.alias_of:
        return f"Call {operation.alias_of} instead."
    return "This call is deprecated." if operation.deprecated else ""


def _streams(answer: Result) -> Streams:
    if answer.streaming is None:
        return Streams.NEVER
    if answer.streaming.stream_parameter is not None:
        return Streams.ON_REQUEST
    return Streams.NEVER if answer.contents else Streams.ALWAYS


def operation_text(operation: Operation) -> str:
    """The summary, and the description where it says more."""
    summary, description = operation.summary.strip(), operation.description.strip()
    if not summary or description.startswith(summary.rstrip(".")):
        return description or summary or operation.title.strip()
    return f"{summary}\n\n{description}" if description else summary


def _answer_text(operation: Operation) -> str:
    if operation.returns.strip():
        return operation.returns.strip()
    for status_response in operation.responses:
        if status_response.successful and status_response.contents:
            text = status_response.description.strip()
            return "" if text.rstrip(".").lower() in ("ok", "success") else text
    return ""
