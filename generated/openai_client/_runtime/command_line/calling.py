"""Calls of operations, whose results are printed."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..client.calls import call as call_operation
from ..requests.encoding import is_list, is_object
from ..responses.decode import keeps_body
from ..transport.send import fetch
from .output import Output, OutputError, plain
from .progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ..api.client_protocol import SyncClientProtocol
    from ..api.endpoint import Endpoint
    from ..requests.build import Call
    from .index import TextPath


class Target(NamedTuple):
    """Destination and format of a result.

    Attributes:
        output: Where it is printed, and its format.
        file: File that the body is written to; `None` for standard output.
        limit: Maximum number of items of a list; `None`: all items of the first page.
        every: Whether the items of all pages are printed.
        texts: Paths from an item of a stream to the pieces of its text.
    """

    output: Output
    file: Path | None
    limit: int | None
    every: bool
    texts: tuple[TextPath, ...]


def run(client: SyncClientProtocol, request: Call, target: Target) -> None:
    """Call an operation and print its result.

    Raises:
        APIError: The call failed.
        OutputError: The result cannot be printed as requested.
    """
    endpoint, arguments = request.endpoint, request.arguments
    if request.streams:
        _print_stream(call_operation(client, endpoint, arguments), target)
    elif _is_download(endpoint):
        _save(call_operation(client, endpoint, arguments), target)
    elif endpoint.pagination is not None and target.output.form != "raw":
        _print_page(call_operation(client, endpoint, arguments), target)
    else:
        _print_body(client, request, target)


def _is_download(endpoint: Endpoint) -> bool:
    return "BinaryResponse" in (endpoint.returns or "")


def _print_body(client: SyncClientProtocol, request: Call, target: Target) -> None:
    """Print a body without converting it to the types of the client."""
    response, _ = fetch(client, request)
    if keeps_body(request, response):
        response.read()
    content = response.content
    is_json = "json" in response.headers.get("content-type", "")
    if target.file is not None:
        _write_file(target.file, (content,), len(content))
    elif not content:
        return
    elif is_json and target.output.form != "raw":
        try:
            value = response.json()
        except ValueError:
            raise OutputError(
                "the response is not JSON; print it with -o raw"
            ) from None
        target.output.print_value(value)
    else:
        target.output.print_bytes(content)


def _print_page(page: Any, target: Target) -> None:
    items: Iterable[Any]
    if target.limit is not None:
        items = islice(page, target.limit)
    elif target.every:
        items = page
    else:
        items = page._items()
    _print_items(items, target)
    if target.limit is None and not target.every and page.has_next_page():
        _note("there are more items: use --all, or --limit NUMBER")


def _print_items(items: Iterable[Any], target: Target) -> None:
    if target.file is None:
        target.output.print_items(items)
        return
    with target.file.open("w", encoding="utf-8") as file:
        form = target.output
        Output(form.form, form.query, file).print_items(items)


def _print_stream(stream: Any, target: Target) -> None:
    with stream:
        if target.texts and target.output.is_default:
            target.output.print_text(_texts(stream, target.texts))
        else:
            form = target.output.form if not target.output.is_default else "jsonl"
            Output(form, target.output.query).print_items(stream)


def _texts(items: Iterable[Any], paths: tuple[TextPath, ...]) -> Iterator[str]:
    """Yield the pieces of the text, of the first choice if there are several."""
    for item in items:
        value = plain(item)
        for path in paths:
            text = _find(value, path)
            if isinstance(text, str):
                yield text


def _find(value: Any, path: TextPath) -> Any:
    """Return the value at a path, in which `[]` is the first entry, whose index is 0.

    A pair in the path is a key and the value that the object there must have.
    """
    for step in path:
        if isinstance(step, tuple):
            key, expected = step
            value = value if is_object(value) and value.get(key) == expected else None
        elif step == "[]":
            entries = value if is_list(value) else ()
            value = next((item for item in entries if item.get("index", 0) == 0), None)
        else:
            value = value.get(step) if is_object(value) else None
    return value


def _save(response: Any, target: Target) -> None:
    """Write a download to a file, or to standard output unless that is a terminal."""
    if target.file is not None:
        length = response.headers.get("content-length", "")
        encoded = response.headers.get("content-encoding")
        size = int(length) if length.isdecimal() and not encoded else None
        with response:
            _write_file(target.file, response.iter_bytes(), size)
        return
    content_type = response.content_type or ""
    if target.output.is_terminal and not content_type.startswith(
        ("text/", "application/json")
    ):
        response.close()
        raise OutputError(
            f"the response is binary ({content_type or 'of unknown type'}); write it to a"
            " file with --output-file FILE"
        )
    with response:
        if target.output.is_terminal:
            target.output.print_bytes(response.read())
            return
        for chunk in response.iter_bytes():
            target.output.print_bytes(chunk)


def _write_file(file: Path, chunks: Iterable[bytes], size: int | None) -> None:
    """Write a file, which replaces an earlier one when it is complete."""
    from ..streaming.downloads import replacing

    with replacing(file) as target, progress(size, file.name) as bar:
        for chunk in chunks:
            target.write(chunk)
            bar.update(len(chunk))


def _note(text: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"Note: {text}", err=True)
