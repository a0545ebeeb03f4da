"""Lowering of operations to the data of the mock API.

The response of each operation is taken from a code sample, else from an example, else it
is generated from the type. Samples and examples are completed to match their types. Lists
consist of a single page, and polled operations are in a terminal status, so that tests
that paginate or poll come to an end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from ...diagnostics import Diagnostics, Rule, Severity
from ...limits import MAX_SAMPLE_DEPTH, MAX_SAMPLE_VALUES
from ...model.api import Api, CredentialKind
from ...model.operations import (
    Content,
    KeyPath,
    Operation,
    Pagination,
    ParameterPlace,
    Polling,
    Result,
)
from ...model.page_kind import PageKind
from ...model.types import Anything, JsonValue, Scalar, ScalarKind
from ...python.mock import (
    Mock,
    MockContent,
    MockOperation,
    MockPage,
    MockStream,
    MockTextFormat,
)
from ...python.package import Call
from ..python.endpoints import without_fragment
from ..python.returns import list_alternatives
from .responses import read_json
from .scalars import shorten
from .streams import stream_items
from .values import Values

SAMPLE_TOO_LARGE = Rule(
    "sample-too-large",
    Severity.NOTE,
    f"A response has more than {MAX_SAMPLE_VALUES:,} required values or"
    f" {MAX_SAMPLE_DEPTH} levels. The mock of the client returns an empty object.",
)
_UNSUCCESSFUL = ("fail", "cancel", "expire", "error", "incomplete", "require", "abort")
"""Parts of the names of terminal statuses that do not mean success."""
_WILDCARDS = {"*/*": "application/json", "text/*": "text/plain"}


def lower_responses(api: Api, diagnostics: Diagnostics) -> dict[str, MockOperation]:
    """Lower the operations of an API to their responses, which need no other lowering.

    Args:
        api: API with the operations.
        diagnostics: Receives a diagnostic for each response that is too large.

    Returns:
        The operations by their IDs, without the names of their calls.
    """
    values = Values({item.header.key: item for item in api.declarations})
    pollings = {item.operation_id: item for item in api.pollings}
    return {
        item.id: _lower_operation(item, values, pollings, diagnostics)
        for item in api.operations
        if not item.alias_of
    }


def lower_mock(
    api: Api, responses: Mapping[str, MockOperation], calls: Iterable[Call]
) -> Mock:
    """Lower an API to the data of its mock, in the order of the calls.

    Args:
        api: API with the operations.
        responses: Result of `lower_responses`.
        calls: Calls of the client.
    """
    servers = [server.url for server in api.servers]
    for operation in api.operations:
        if not operation.alias_of:
            servers += [server.url for server in operation.servers]
    return Mock(
        tuple(dict.fromkeys(servers)),
        tuple(
            replace(responses[call.id], call=call.call)
            for call in calls
            if call.id in responses
        ),
        tuple(
            item.token_url
            for item in api.credentials
            if item.kind is CredentialKind.CLIENT_CREDENTIALS
        ),
    )


def _lower_operation(
    operation: Operation,
    values: Values,
    pollings: Mapping[str, Polling],
    diagnostics: Diagnostics,
) -> MockOperation:
    content = _select_content(operation)
    lowered = _lower_content(operation, content, values, diagnostics)
    return MockOperation(
        call="",
        method=operation.method,
        path=without_fragment(operation.path),
        status=_status(operation, content),
        media_type=lowered.media_type,
        json=_finish(lowered.json, operation, pollings),
        text=lowered.text,
        stream=_stream(operation, values),
        page=_page(operation),
        alternatives=tuple(
            _lower_content(operation, item, values, diagnostics)
            for item in list_alternatives(operation)
        ),
        text_format=_text_format(operation.result),
        empty=_empty_statuses(operation.result),
    )


def _empty_statuses(result: Result) -> tuple[int, ...]:
    """Return the status codes of responses without content, except 204 and 205."""
    statuses = (status for status, contents in result.by_status if not contents)
    return tuple(
        int(status)
        for status in statuses
        if status.isdigit() and status not in ("204", "205")
    )


def _text_format(result: Result) -> MockTextFormat | None:
    selected = result.text_format
    if selected is None:
        return None
    return MockTextFormat(selected.name, selected.text_values, selected.default_on)


def _lower_content(
    operation: Operation,
    content: Content | None,
    values: Values,
    diagnostics: Diagnostics,
) -> MockContent:
    if content is None:
        return MockContent("")
    media_type = _media_type(content)
    if _is_json(media_type):
        value = _json_response(operation, content, values, diagnostics)
        return MockContent(content.written or media_type, _encode(value))
    text = ""
    if content.type != Scalar(ScalarKind.BINARY):
        text = _text_response(operation, content)
    return MockContent(content.written or media_type, text=text)


def _encode(value: JsonValue) -> str:
    return json.dumps(value, separators=(",", ":"))


def _select_content(operation: Operation) -> Content | None:
    """Return the JSON content of the response, or its first content if it has no JSON."""
    contents = operation.result.contents
    json_contents = [item for item in contents if _is_json(_media_type(item))]
    return next(iter((*json_contents, *contents)), None)


def _media_type(content: Content) -> str:
    """Return the media type, or one that matches it if it contains a wildcard."""
    name = content.media_type
    if "*" not in name:
        return name
    if content.type == Scalar(ScalarKind.BINARY):
        return "application/octet-stream"
    return _WILDCARDS.get(name, "application/octet-stream")


def _is_json(media_type: str) -> bool:
    return media_type.endswith(("/json", "+json"))


def _json_response(
    operation: Operation, content: Content, values: Values, diagnostics: Diagnostics
) -> JsonValue:
    """Return a sample or example that can be completed, or a generated value."""
    type_ = content.type or Anything()
    samples = map(read_json, (x.response for x in operation.samples if x.response))
    examples = (
        (item.value,)
        for item in operation.examples
        if item.media_type == content.media_type
    )
    for candidate in chain(samples, examples):
        if candidate is not None and values.can_complete(candidate[0], type_):
            complete = values.complete(candidate[0], type_)
            if values.is_small(complete):
                return complete
    if values.is_too_large(type_):
        diagnostics.add(
            SAMPLE_TOO_LARGE,
            f"a response has more than {MAX_SAMPLE_VALUES:,} values or"
            f" {MAX_SAMPLE_DEPTH} levels",
            operation.origin,
            hint="add a shorter example to the response",
        )
    return values.generate(type_)


def _text_response(operation: Operation, content: Content) -> str:
    for item in operation.examples:
        if item.media_type == content.media_type and isinstance(item.value, str):
            return str(shorten(item.value))
    samples = (item.response for item in operation.samples if item.response)
    return str(shorten(next(samples, "text")))


def _status(operation: Operation, content: Content | None) -> int:
    """Return the status code of the first successful response with a content."""
    for response in sorted(operation.responses, key=lambda item: item.status):
        has_content = content is None or content in response.contents
        if response.successful and has_content:
            return int(response.status) if response.status.isdigit() else 200
    return 200


def _finish(text: str, operation: Operation, pollings: Mapping[str, Polling]) -> str:
    """Change a JSON response to the last page of a list, or to a terminal status."""
    pagination, polling = operation.pagination, pollings.get(operation.id)
    if not text or (pagination is None and polling is None):
        return text
    value = json.loads(text)
    if pagination is not None:
        items = _get(value, pagination.items)
        count = len(items) if isinstance(items, list) else 0
        for path, last in _last_page(pagination, count):
            _set(value, path, last)
    if (
        polling is not None
        and _get(value, polling.field) not in polling.terminal_values
    ):
        _set(value, polling.field, _successful_status(polling.terminal_values))
    return _encode(value)


def _last_page(page: Pagination, count: int) -> Iterator[tuple[KeyPath, JsonValue]]:
    """Yield the values that mark the last page, each with its path."""
    yield page.more, False
    yield page.done, True
    yield page.total, count
    yield page.pages, 1
    yield page.current, page.first
    if page.kind in (PageKind.TOKEN, PageKind.URL):
        yield page.next, None


def _successful_status(statuses: tuple[str, ...]) -> str:
    """Return the first terminal status that means success, or the first of all."""
    successful = (
        status
        for status in statuses
        if not any(part in status for part in _UNSUCCESSFUL)
    )
    return next(successful, statuses[0])


def _get(value: JsonValue, path: KeyPath) -> JsonValue:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _set(value: JsonValue, path: KeyPath, new: JsonValue) -> None:
    """Set the value at a path if the object that contains it exists."""
    parent = _get(value, path[:-1])
    if path and isinstance(parent, dict):
        parent[path[-1]] = new


def _stream(operation: Operation, values: Values) -> MockStream | None:
    streaming = operation.result.streaming
    if streaming is None:
        return None
    parameter = streaming.stream_parameter
    return MockStream(
        media_type=streaming.media_type,
        form=streaming.event_format,
        end_marker=streaming.end_marker,
        stream_parameter=parameter.name if parameter else "",
        value=parameter.stream_value if parameter else "",
        default_on=parameter.default_on if parameter else not operation.result.contents,
        items=stream_items(operation, streaming, values),
        parts=tuple(part.media_type for part in streaming.parts),
    )


def _page(operation: Operation) -> MockPage | None:
    """Return the pagination of a list whose later pages are empty.

    Other lists end because the sample is the last page.
    """
    page = operation.pagination
    counted = (PageKind.ID, PageKind.NUMBER, PageKind.OFFSET)
    if page is None or page.kind not in counted:
        return None
    send = (*page.send_object, page.send)
    if not page.in_body:
        send = (_query_name(operation, send),)
    return MockPage(
        json.dumps(send), page.in_body, json.dumps(page.first), json.dumps(page.items)
    )


def _query_name(operation: Operation, path: KeyPath) -> str:
    """Return the name that the URL contains for a member of a query parameter."""
    is_form = any(
        item.name == path[0] and item.style == "form"
        for item in operation.parameters
        if item.place is ParameterPlace.QUERY
    )
    if is_form:
        return path[-1]
    return path[0] + "".join(f"[{key}]" for key in path[1:])
