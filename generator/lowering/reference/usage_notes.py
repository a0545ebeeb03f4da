"""Usage notes about pagination, streaming, polling, uploads and downloads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from ...python.expressions import (
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    documented_name,
    imported_names,
    union_members,
)
from ...python.literals import literal_text
from ...python.package import Package
from ...python.resources import Method, ResourceClass, Streams
from ...reference.site import UsageNote
from ...reference.text import Text, parse_text
from ..python.parts import is_part
from ..python.returns import BINARY

_PAGINATION = (
    "The method returns a page. Iterate over the page to read its items and the items of "
    "all following pages, which are requested as needed: `for item in client.{}(…):`, or "
    "`async for` with an async client. Use `iter_pages()`, or `has_next_page()` and "
    "`get_next_page()`, to process one page at a time."
)
_SINGLE_PAGE = (
    "The method returns a list without further pages. Iterate over it to read its items: "
    "`for item in client.{}(…):`, or `async for` with an async client."
)
_STREAM_ON_REQUEST = "Set `{}={}` to receive the response as a stream of events. "
_STREAM_BY_DEFAULT = "The response is a stream of events, unless you set `{}={}`. "
_ALWAYS_STREAMS = "The response is a stream of events. "
_PARTS = (
    "The response is a stream of the parts of a multipart body. Iterate over the stream with "
    "`for part in stream:`, or `async for` with an async client: `part.content` is decoded "
    "by the media type of the part, and `part.headers` are its headers. The stream is closed "
    "after the last part; to close it earlier, use it in a `with` statement."
)
_ITERATION = (
    "Iterate over the stream with `for event in stream:`, or `async for` with an async "
    "client. The stream is closed after the last event; to close it earlier, use it in a "
    "`with` statement."
)
_AGGREGATION = (
    " Call `final()` to read the rest of the stream and return the complete response."
)
_EVENTS = (
    "A context manager whose value yields typed events. `{}()` of the value returns the "
    "complete response. The arguments are those of `{}`, except the one that enables "
    "streaming."
)
_UPLOADS = (
    "A file is passed as `bytes`, a path (`pathlib.Path`), an open binary file or an "
    "iterable of `bytes`. To set the filename and the media type, pass a tuple "
    "`(filename, content, media_type)`; the media type is optional."
)
_DOWNLOADS = (
    "The method returns before the response body is read. Call `read()` to read the body, "
    "`iter_bytes()` to iterate over it, or `write_to_file(path)` to save it. With an async "
    "client, use `await` and `async for`."
)
_RESOURCE_CALL = "The resource itself can be called, too: `client.{}(…)`."
_DEFAULT_RETURN = "The method returns `{}` by default."
_SELECTED_RETURN = " With `{}` set to `{}`, it returns `{}`."
_FILE_TYPE = "FileTypes"

Calls: TypeAlias = tuple[tuple[str, str], ...]
"""Methods with descriptions: `(call, description)`."""

CallsByOperation: TypeAlias = Mapping[str, Calls]
"""Methods for an operation, such as those that poll it, by operation id."""


def usage_notes(
    call: str,
    method: Method,
    polling_calls: Calls,
    parsing_calls: Calls,
    stream_calls: Calls,
) -> tuple[UsageNote, ...]:
    """Return the usage notes of a method; none if the call returns one plain response.

    Args:
        call: Path of the method on the client, such as `files.list`.
        method: Method to describe.
        polling_calls: Methods that poll the operation: `(call, description)`.
        parsing_calls: Methods that parse its response to a type of the caller.
        stream_calls: Methods that stream its response as typed events.
    """
    notes: list[UsageNote] = []
    if method.calls_resource:
        resource = call.rpartition(".")[0]
        notes.append(UsageNote("Call", (parse_text(_RESOURCE_CALL, resource),)))
    if any(_FILE_TYPE in imported_names(item.type) for item in method.arguments):
        notes.append(UsageNote("Uploads", (parse_text(_UPLOADS),)))
    if method.paged:
        template = _SINGLE_PAGE if method.single_page else _PAGINATION
        notes.append(UsageNote("Pagination", (parse_text(template, call),)))
    if method.returns == BINARY:
        notes.append(UsageNote("Downloads", (parse_text(_DOWNLOADS),)))
    if representations := _representations(method):
        notes.append(UsageNote("Return type", (representations,)))
    if method.event is not None and is_part(method.event):
        notes.append(UsageNote("Streaming", (parse_text(_PARTS),)))
    elif streaming := _streaming(method):
        aggregation = _AGGREGATION if method.aggregated_type is not None else ""
        text = streaming + parse_text(f"{_ITERATION}{aggregation}")
        notes.append(UsageNote("Streaming", (text,)))
    for title, calls in (
        ("Typed events", stream_calls),
        ("Structured output", parsing_calls),
        ("Polling", polling_calls),
    ):
        if calls:
            paragraphs = tuple(
                parse_text(f"`client.{{}}(…)`: {description}", name)
                for name, description in calls
            )
            notes.append(UsageNote(title, paragraphs))
    return tuple(notes)


def _representations(method: Method) -> Text:
    """Return sentences about the return types that an argument selects, if it does."""
    selector, argument = method.selector, method.selector_argument
    if selector is None or argument is None:
        return ()
    text = parse_text(_DEFAULT_RETURN, _type_text(method.default_returns))
    for item in selector.variants:
        if not item.is_default:
            values = _literal_values(item.value_type, " or ")
            returns = _type_text(item.returns)
            text += parse_text(_SELECTED_RETURN, argument.name, values, returns)
    return text


def _type_text(type_: TypeExpr) -> str:
    """Return a type as in an annotation, on one line."""
    match type_:
        case Name(name):
            return documented_name(name)
        case Union(members):
            return " | ".join(map(_type_text, members))
        case Subscript(base, arguments):
            return f"{base}[{', '.join(map(_type_text, arguments))}]"
        case Literal(values):
            return f"Literal[{', '.join(map(literal_text, values))}]"


def _streaming(method: Method) -> Text:
    """Return a sentence that says when the response is a stream; empty for never."""
    if method.streams is Streams.ALWAYS:
        return parse_text(_ALWAYS_STREAMS)
    parameter, argument = method.stream_parameter, method.stream_argument
    if parameter is None or method.streams is not Streams.ON_REQUEST:
        return ()
    name = argument.name if argument is not None else parameter.key
    value = parameter.plain_type if parameter.default_on else parameter.streaming_type
    template = _STREAM_BY_DEFAULT if parameter.default_on else _STREAM_ON_REQUEST
    return parse_text(template, name, _literal_values(value))


def _literal_values(type_: TypeExpr, separator: str = ", ") -> str:
    """Return the values of the literals in the type of a stream parameter."""
    literals = (item for item in union_members(type_) if isinstance(item, Literal))
    return separator.join(
        literal_text(value) for item in literals for value in item.values
    )


def find_polling_calls(package: Package) -> CallsByOperation:
    """Find the methods that poll each operation."""
    return _group(
        (resource, method.operation, method.name, _description(method))
        for module in package.resources
        for resource in module.classes
        for method in resource.polling_methods
    )


def find_parsing_calls(package: Package) -> CallsByOperation:
    """Find the methods that parse the response of each operation."""
    return _group(
        (resource, method.operation, method.name, _description(method))
        for module in package.resources
        for resource in module.classes
        for method in resource.parsing_methods
    )


def find_stream_calls(package: Package) -> CallsByOperation:
    """Find the methods that stream the response of each operation as typed events."""
    return _group(
        (
            resource,
            method.operation,
            method.name,
            _EVENTS.format(method.final, method.source),
        )
        for module in package.resources
        for resource in module.classes
        for method in resource.stream_methods
    )


def _description(method: Method) -> str:
    return " ".join(method.docstring.text.split())


def _group(
    methods: Iterable[tuple[ResourceClass, str, str, str]],
) -> CallsByOperation:
    """Group methods with their resource, operation, name and description."""
    calls: dict[str, list[tuple[str, str]]] = {}
    for resource, operation, method, description in methods:
        name = ".".join((*resource.path, method))
        calls.setdefault(operation, []).append((name, description))
    return {operation: tuple(items) for operation, items in calls.items()}
