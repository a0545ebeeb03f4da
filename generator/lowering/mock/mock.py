"""Operations become the data of a mock: an answer for each, from what the document shows.

What a sample shows goes before an example, and that before a value made from the type;
either is completed to be true to its type. Lists end with their first page, and what is
waited for has come to its end, or a test that walks or waits would never end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from ..python.endpoints import without_fragment
from ...diagnostics import Diagnostics, Rule, Severity
from ...limits import MAX_SAMPLE_DEPTH, MAX_SAMPLE_VALUES
from .responses import read_json
from .scalars import shortened
from .streams import stream_items
from .values import Values
from ...model.api import Api
from ...model.operations import Content, Operation, PageKind, Pagination
from ...model.operations import Polling
from ...model.types import Anything, JsonValue, Scalar, ScalarKind
from ...python.package import Call
from ...python.mock import Mock, MockOperation, MockPage, MockStream

SAMPLE_TOO_LARGE = Rule(
    "sample-too-large",
    Severity.NOTE,
    f"A response has more than {MAX_SAMPLE_VALUES:,} required values or"
    f" {MAX_SAMPLE_DEPTH} levels. The mock of the client returns an empty object.",
)
_UNHAPPY = ("fail", "cancel", "expire", "error", "incomplete", "require", "abort")
_WILDCARDS = {"*/*": "application/json", "text/*": "text/plain"}


def lower_mock(api: Api, calls: Iterable[Call], diagnostics: Diagnostics) -> Mock:
    """The data of the mock, in the order of the calls.

    Args:
        api: its types, and what the document shows of them.
        calls: what the client can call.
        diagnostics: takes responses that are too large to be made.
    """
    values = Values({item.header.key: item for item in api.declarations})
    operations = {item.id: item for item in api.operations if not item.alias_of}
    waits = {item.operation_id: item for item in api.pollings}
    served = [server.url for server in api.servers]
    for operation in operations.values():
        served += operation.servers
    return Mock(
        tuple(dict.fromkeys(served)),
        tuple(
            _operation(operations[call.id], call, values, waits, diagnostics)
            for call in calls
            if call.id in operations
        ),
    )


def _operation(
    operation: Operation,
    call: Call,
    values: Values,
    waits: Mapping[str, Polling],
    diagnostics: Diagnostics,
) -> MockOperation:
    content = _content(operation)
    json_text, plain_text = "", ""
    media_type = _concrete(content) if content else ""
    if content is not None and _is_json(media_type):
        value = _value(operation, content, values, diagnostics)
        value = _with_end(value, operation, waits)
        json_text = json.dumps(value, separators=(",", ":"))
    elif content is not None and content.type != Scalar(ScalarKind.BINARY):
        plain_text = _text(operation, content)
    return MockOperation(
        call=call.call,
        method=operation.method,
        path=without_fragment(operation.path),
        status=_status(operation, content),
        media_type=media_type,
        json=json_text,
        text=plain_text,
        stream=_stream(operation, values),
        page=_page(operation.pagination),
    )


def _content(operation: Operation) -> Content | None:
    """What is answered: JSON, if that is among what may come."""
    contents = operation.result.contents
    good = [item for item in contents if _is_json(_concrete(item))]
    return next(iter((*good, *contents)), None)


def _concrete(content: Content) -> str:
    """The media type, where the document leaves it open one that the content may have."""
    name = content.media_type
    if "*" not in name:
        return name
    if content.type == Scalar(ScalarKind.BINARY):
        return "application/octet-stream"
    return _WILDCARDS.get(name, "application/octet-stream")


def _is_json(media_type: str) -> bool:
    return media_type.endswith(("/json", "+json"))


def _value(
    operation: Operation, content: Content, values: Values, diagnostics: Diagnostics
) -> JsonValue:
    type_ = content.type or Anything()
    shown = (read_json(item.response) for item in operation.samples if item.response)
    examples = (
        (item.value,)
        for item in operation.examples
        if item.media_type == content.media_type
    )
    for found in (*shown, *examples):
        if found is not None and values.is_meant(found[0], type_):
            whole = values.completed(found[0], type_)
            if values.is_small(whole):
                return whole
    if values.is_too_large(type_):
        diagnostics.add(
            SAMPLE_TOO_LARGE,
            f"a response has more than {MAX_SAMPLE_VALUES:,} values or"
            f" {MAX_SAMPLE_DEPTH} levels",
            operation.origin,
            hint="give the response an example that is shorter",
        )
    return values.made(type_)


def _text(operation: Operation, content: Content) -> str:
    for item in operation.examples:
        if item.media_type == content.media_type and isinstance(item.value, str):
            return str(shortened(item.value))
    shown = (item.response for item in operation.samples if item.response)
    return str(shortened(next(shown, "text")))


def _status(operation: Operation, content: Content | None) -> int:
    for status_response in operation.responses:
        held = [item.media_type for item in status_response.contents]
        fits = content is None or content.media_type in held
        if status_response.successful and fits:
            return (
                int(status_response.status) if status_response.status.isdigit() else 200
            )
    return 200


def _with_end(
    value: JsonValue, operation: Operation, waits: Mapping[str, Polling]
) -> JsonValue:
    """The value as the last page of a list, or as what is not worked on any more."""
    value = deepcopy(value)  # others may have parts of it, too
    page = operation.pagination
    if page is not None:
        listed = _at(value, page.items)
        count = len(listed) if isinstance(listed, list) else 0
        for way, end in _ends(page, count):
            _set(value, way, end)
    polling = waits.get(operation.id)
    if polling is not None and _at(value, polling.field) not in polling.terminal_values:
        _set(value, polling.field, _happy(polling.terminal_values))
    return value


def _ends(page: Pagination, count: int) -> Iterator[tuple[tuple[str, ...], JsonValue]]:
    yield page.more, False
    yield page.done, True
    yield page.total, count
    yield page.pages, 1
    yield page.current, page.first
    if page.kind in (PageKind.TOKEN, PageKind.URL):
        yield page.next, None


def _happy(until: tuple[str, ...]) -> str:
    good = (item for item in until if not any(word in item for word in _UNHAPPY))
    return next(good, until[0])


def _at(value: JsonValue, way: tuple[str, ...]) -> JsonValue:
    for key in way:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _set(value: JsonValue, way: tuple[str, ...], end: JsonValue) -> None:
    """Sets what a way leads to, if there is a way that far."""
    holder = _at(value, way[:-1])
    if way and isinstance(holder, dict):
        holder[way[-1]] = end


def _stream(operation: Operation, values: Values) -> MockStream | None:
    streaming = operation.result.streaming
    if streaming is None:
        return None
    stream_parameter = streaming.stream_parameter
    return MockStream(
        media_type=streaming.media_type,
        form=streaming.event_format,
        ends=streaming.end_marker,
        stream_parameter=stream_parameter.name if stream_parameter else "",
        value=stream_parameter.stream_value if stream_parameter else "",
        on=(
            stream_parameter.default_on
            if stream_parameter
            else not operation.result.contents
        ),
        items=stream_items(operation, streaming, values),
    )


def _page(page: Pagination | None) -> MockPage | None:
    """How a list ends where its answer has no word of that."""
    counted = (PageKind.ID, PageKind.NUMBER, PageKind.OFFSET)
    if page is None or page.kind not in counted:
        return None
    if page.more or page.done or page.total or page.pages:
        return None
    return MockPage(page.send, json.dumps(page.first), json.dumps(page.items))
