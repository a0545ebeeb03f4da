"""Data of the mock transport as JSON, with one operation per line for readable diffs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from ...python.mock import (
    Mock,
    MockContent,
    MockOperation,
    MockPage,
    MockStream,
    MockTextFormat,
)


def format_mock_json(mock: Mock) -> str:
    """Return the content of the file; empty values and defaults are omitted."""
    servers = json.dumps(mock.servers)
    tokens = f',"tokens":{json.dumps(mock.token_urls)}' if mock.token_urls else ""
    lines = ",\n".join(map(_operation, mock.operations))
    return f'{{"servers":{servers}{tokens},"operations":[\n{lines}\n]}}\n'


def _operation(item: MockOperation) -> str:
    return _object(
        {
            "call": json.dumps(item.call),
            "method": json.dumps(item.method),
            "path": json.dumps(item.path),
            "status": "" if item.status == 200 else json.dumps(item.status),
            "type": _text(item.media_type, "application/json"),
            "json": item.json,
            "text": _text(item.text),
            "stream": _stream(item.stream) if item.stream else "",
            "page": _page(item.page) if item.page else "",
            "alternatives": _list(map(_content, item.alternatives)),
            "text_format": _text_format(item.text_format) if item.text_format else "",
            "empty": _list(map(str, item.empty)),
        }
    )


def _text_format(item: MockTextFormat) -> str:
    return _object(
        {
            "name": json.dumps(item.name),
            "values": json.dumps(item.values),
            "default_on": "true" if item.default_on else "",
        }
    )


def _content(item: MockContent) -> str:
    return _object(
        {
            "type": json.dumps(item.media_type),
            "json": item.json,
            "text": _text(item.text),
        }
    )


def _stream(item: MockStream) -> str:
    return _object(
        {
            "type": _text(item.media_type, "text/event-stream"),
            "form": _text(item.form, "data"),
            "end_marker": _text(item.end_marker),
            "stream_parameter": _text(item.stream_parameter),
            "value": _text(item.value),
            "default_on": "true" if item.default_on else "",
            "parts": _list(map(json.dumps, item.parts)),
            "items": item.items,
        }
    )


def _page(item: MockPage) -> str:
    return _object(
        {
            "send": item.send,
            "in_body": "true" if item.in_body else "",
            "first": item.first,
            "items": item.items,
        }
    )


def _text(value: str, default: str = "") -> str:
    return "" if value == default else json.dumps(value)


def _list(items: Iterable[str]) -> str:
    joined = ",".join(items)
    return f"[{joined}]" if joined else ""


def _object(members: Mapping[str, str]) -> str:
    """Format an object whose values are JSON source."""
    parts = (f'"{name}":{text}' for name, text in members.items() if text)
    return f"{{{','.join(parts)}}}"
