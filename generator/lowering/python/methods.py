"""Lowering of operations to methods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.operations import Operation, Result, Streaming
from ...model.page_kind import PageKind
from ...model.types import Declaration, Key
from ...python.constants import EndpointLiteral
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
    Method,
    Place,
    ReturnSelector,
    StreamArgument,
    Streams,
)
from ...recorded_names import NO_NAMES, RecordedNames
from ...versions import removal_text
from .arguments import Arguments, arguments
from .bodies import BodyFormat, body_format
from .callbacks import Callbacks
from .docstring_examples import example_call
from .docstrings import prose
from .endpoints import endpoint
from .errors import operation_errors
from .expressions import ModelTypes, ParamTypes, join, literal_expr, optional
from .native_places import native_places
from .pages import Pages
from .parts import stream_item
from .returns import ReturnTypes, for_async

OPTIONS_DOC = ArgumentDoc(
    "**options", "Options of the request, such as `timeout`; see `RequestOptions`."
)
"""Documentation of the keyword arguments that all methods accept."""


@dataclass(frozen=True, slots=True)
class Methods:
    """Factory of methods.

    Args:
        declarations: Declarations by key.
        response_types: Type expressions of responses.
        argument_types: Type expressions of arguments.
        pages: Page classes.
        credentials: Argument of the client for each security scheme.
        error: Type of error bodies that most operations share; `None` for none.
        callbacks: Methods that parse payloads of callbacks.
        recorded: Names of an earlier output, whose arguments stay.
    """

    declarations: Mapping[Key, Declaration]
    response_types: ModelTypes
    argument_types: ParamTypes
    pages: Pages
    credentials: Mapping[str, str]
    error: TypeExpr | None
    callbacks: Callbacks
    recorded: RecordedNames = NO_NAMES

    def make(
        self, operation: Operation, name: str, constant: str, hides_list: bool
    ) -> tuple[Method, EndpointLiteral]:
        """Build the method of an operation, and the endpoint that it calls.

        Args:
            operation: Operation that the method calls.
            name: Name of the method.
            constant: Name of the endpoint.
            hides_list: Whether the class has a method called `list`.
        """
        signature = self._arguments(operation)
        result = operation.result
        types = ReturnTypes(self.response_types)
        returns = wire = types.of(result)
        selector = types.selector(operation, signature.arguments)
        if selector is not None:
            returns = join(each.returns for each in selector.variants)
        returns_async = for_async(returns)
        if (paged := self.pages.of(operation)) is not None:
            wire, returns = paged.wire, paged.returns
            returns_async = paged.returns_async
        streams = _streams(result)
        event, aggregated_type = self._stream_types(result.streaming, streams)
        docstring = _docstring(operation, signature, returns, self.callbacks)
        method = Method(
            name=name,
            operation=operation.id,
            endpoint=constant,
            arguments=signature.arguments,
            returns=self._annotation(returns, hides_list),
            returns_async=self._annotation(returns_async, hides_list),
            event=self._optional_annotation(event, hides_list),
            streams=streams,
            docstring=docstring,
            docstring_async=_async_docstring(docstring),
            deprecated=_deprecation(operation),
            stream_parameter=_stream_argument(result.streaming, signature.arguments),
            aggregated_type=self._optional_annotation(aggregated_type, hides_list),
            paged=paged is not None,
            single_page=_is_single_page(operation),
            selector=self._selector(selector, hides_list),
            body_variants=signature.variants,
            calls_resource=operation.calls_resource,
        )
        errors = operation_errors(operation, self.response_types, self.error)
        literal = endpoint(
            constant,
            operation,
            wire,
            types.variants(operation),
            event,
            aggregated_type,
            self._body_format(operation),
            errors,
            self.credentials,
            native_places(operation, self.declarations, self.response_types.native),
        )
        return method, literal

    def _arguments(self, operation: Operation) -> Arguments:
        call = ".".join((*operation.resource, "_".join(operation.name)))
        kept = self.recorded.arguments_of(
            operation.alias_of or call, operation.method, operation.path
        )
        return arguments(operation, self.declarations, self.argument_types, kept)

    def _body_format(self, operation: Operation) -> BodyFormat | None:
        body = operation.body
        return None if body is None else body_format(body, self.declarations)

    def _selector(
        self, selector: ReturnSelector | None, hides_list: bool
    ) -> ReturnSelector | None:
        if selector is None:
            return None
        variants = (
            replace(
                item,
                returns=self._annotation(item.returns, hides_list),
                returns_async=self._annotation(item.returns_async, hides_list),
            )
            for item in selector.variants
        )
        return replace(selector, variants=tuple(variants))

    @staticmethod
    def _annotation(returns: TypeExpr, hides_list: bool) -> TypeExpr:
        if not hides_list:
            return returns
        return renamed(returns, {"list": "builtins.list"})

    def _optional_annotation(
        self, returns: TypeExpr | None, hides_list: bool
    ) -> TypeExpr | None:
        return self._annotation(returns, hides_list) if returns else None

    def _stream_types(
        self, streaming: Streaming | None, streams: Streams
    ) -> tuple[TypeExpr | None, TypeExpr | None]:
        """Return the types of the events and of the final response of a stream."""
        if streaming is None or streams is Streams.NEVER:
            return None, None
        aggregated_type = None
        if streaming.aggregated_type is not None and streams is Streams.ON_REQUEST:
            aggregated_type = self.response_types.of(streaming.aggregated_type)
        return stream_item(streaming, self.response_types), aggregated_type


def _stream_argument(
    streaming: Streaming | None, method_arguments: Iterable[Argument]
) -> StreamArgument | None:
    """Return the argument that enables or disables streaming, if there is one."""
    stream_parameter = streaming.stream_parameter if streaming is not None else None
    if stream_parameter is None:
        return None
    place = Place.BODY if stream_parameter.in_body else Place.QUERY
    types = (
        item.type
        for item in method_arguments
        if (item.key, item.place) == (stream_parameter.name, place)
    )
    either = next(types, ANY)
    plain = literal_expr(stream_parameter.other_values or (False,))
    return StreamArgument(
        key=stream_parameter.name,
        place=place,
        default_on=stream_parameter.default_on,
        streaming_type=literal_expr((stream_parameter.stream_value or True,)),
        plain_type=optional(plain) if NONE in union_members(either) else plain,
        either_type=either if stream_parameter.stream_value else Name("bool"),
    )


def _docstring(
    operation: Operation,
    signature: Arguments,
    returns: TypeExpr,
    callbacks: Callbacks,
) -> Docstring:
    texts = (
        prose(operation_text(operation)),
        _headers_text(operation),
        _call_text(operation),
        callbacks.describe(operation),
    )
    return Docstring(
        "\n\n".join(filter(None, texts)),
        (*signature.docs, OPTIONS_DOC),
        "" if returns == NONE else prose(_response_text(operation)),
        example_call(operation, signature.default_arguments),
        f"Call `{operation.method} {operation.path}`.",
    )


def _is_single_page(operation: Operation) -> bool:
    page = operation.pagination
    return page is not None and page.kind is PageKind.SINGLE


def _headers_text(operation: Operation) -> str:
    """Return a sentence about the constant headers of the requests; `""` for none."""
    if not operation.headers:
        return ""
    headers = " and ".join(f"`{name}: {value}`" for name, value in operation.headers)
    noun, them = (
        ("header", "it") if len(operation.headers) == 1 else ("headers", "them")
    )
    return f"Sends the {noun} {headers}; `extra_headers` replaces {them}."


def _call_text(operation: Operation) -> str:
    """Return a sentence about the call of the resource itself; `""` for none."""
    if not operation.calls_resource:
        return ""
    return (
        f"The resource itself can be called, too: `client.{operation.resource[0]}(…)`."
    )


def _async_docstring(docstring: Docstring) -> Docstring:
    """Return the docstring of the async method, whose example awaits the call."""
    if not docstring.example:
        return docstring
    # This also applies to lists: `await` on a paginator returns the first page.
    return replace(docstring, example=f"await {docstring.example}")


def _deprecation(operation: Operation) -> str:
    """Return the message of the deprecation warning; `""` if not deprecated."""
    if operation.alias_of:
        removal = removal_text(operation.until)
        return f"Call {operation.alias_of} instead.{removal}"
    return "This call is deprecated." if operation.deprecated else ""


def _streams(result: Result) -> Streams:
    if result.streaming is None:
        return Streams.NEVER
    if result.streaming.stream_parameter is not None:
        return Streams.ON_REQUEST
    return Streams.NEVER if result.contents else Streams.ALWAYS


def operation_text(operation: Operation) -> str:
    """Return the summary and the description, without a repeated summary."""
    summary, description = operation.summary.strip(), operation.description.strip()
    if not summary or description.startswith(summary.rstrip(".")):
        return description or summary or operation.title.strip()
    return f"{summary}\n\n{description}" if description else summary


def _response_text(operation: Operation) -> str:
    """Return the description of the response; `""` if it has only a generic one."""
    if operation.returns.strip():
        return operation.returns.strip()
    successful = [item for item in operation.responses if item.successful]
    if operation.result.by_status:
        ordered = sorted(successful, key=lambda item: item.status)
        return "\n".join(
            f"- `{item.status}`: {' '.join(item.description.split())}"
            for item in ordered
        )
    for item in successful:
        if item.contents:
            text = item.description.strip()
            return "" if text.rstrip(".").lower() in ("ok", "success") else text
    return ""
