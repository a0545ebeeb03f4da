"""Calls of operations, whose results are printed."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from ..client.calls import parse_response
from ..models.records import JSONObject
from ..requests.encoding import is_list, is_object
from ..responses.content import decode_json, find_encoding
from ..responses.decode import allows_text, keeps_body
from ..transport.send import fetch
from ..transport.send import run as run_call
from .file_names import new_file
from .output import Output, OutputError, plain
from .progress import progress
from .terminal import printable

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from pathlib import Path

    import httpx2

    from ..api.client_protocol import ClientProtocol
    from ..api.endpoint import Endpoint
    from ..requests.build import Call
    from .index import TextPath
    from .options import Options

NO_JSON: Final = object()
"""Stands for a response that is not JSON."""


class Target(NamedTuple):
    """Destination and format of a result.

    Attributes:
        output: Where it is printed, and its format.
        file: File that the result is written to, or the folder of a new file; `None`
            for standard output.
        limit: Maximum number of items of a list; `None`: all items of the first page.
        every: Whether the items of all pages are printed.
        texts: Paths from an item of a stream to the pieces of its text.
    """

    output: Output
    file: Path | None
    limit: int | None
    every: bool
    texts: tuple[TextPath, ...]


def check_target(
    endpoint: Endpoint, target: Target, options: Options, is_list: bool
) -> None:
    """Check before a request whether its result can be printed as requested.

    Raises:
        OutputError: It cannot.
    """
    file, form = target.file, target.output.form
    if file is not None and not file.is_dir():
        if not file.parent.is_dir():
            raise OutputError(f"--output-file: {file} has no such folder")
        if not os.access(file.parent, os.W_OK):
            raise OutputError(f"--output-file: {file.parent} cannot be written")
    if form == "raw" and options.query:
        raise OutputError("--query selects of JSON, which -o raw does not read")
    if form == "raw" and is_list and (target.every or target.limit is not None):
        raise OutputError("-o raw prints one response: leave out --limit and --all")
    is_formatted = form != "raw" and (options.output or options.query)
    if is_formatted and endpoint.returns == "BinaryResponse":
        raise OutputError("the response is a file: leave out -o and --query")


def run(client: ClientProtocol, request: Call, target: Target) -> None:
    """Call an operation and print its result.

    Raises:
        APIError: The call failed.
        OutputError: The result cannot be printed as requested.
    """
    response, attempt = run_call(fetch(request))
    folder = target.file
    if folder is not None and folder.is_dir():
        target = target._replace(file=new_file(folder, response))
    is_raw = target.output.form == "raw"
    if keeps_body(request, response):
        if request.streams and not is_raw:
            _print_stream(parse_response(request, response, attempt), target)
        else:
            from ..streaming.downloads import BinaryResponse
            from ..transport.bodies import Body

            _save(BinaryResponse(Body(request, response, attempt)), target)
    elif request.endpoint.pagination is not None and not is_raw:
        _print_page(parse_response(request, response, attempt), target)
    else:
        _print_body(request, response, target)
    if folder is not None and folder != target.file:
        click.echo(f"stored in {target.file}", err=True)


def _print_body(request: Call, response: httpx2.Response, target: Target) -> None:
    """Print a body without converting it to the types of the client."""
    content = response.content
    output = target.output
    is_default = output.is_default and not output.query
    if target.file is not None and (is_default or output.form == "raw"):
        _write_file(target.file, (content,), len(content))
    elif not content:
        return
    elif output.form == "raw":
        output.print_bytes(content)
    else:
        value = _json(request, response)
        if value is not NO_JSON:
            with _destination(target) as destination:
                destination.print_value(value)
        elif is_default:
            output.print_bytes(content, find_encoding(response))
        else:
            text = _text(response, output.query)
            with _destination(target) as destination:
                destination.print_value(text)


def _json(request: Call, response: httpx2.Response) -> Any:
    """Return the JSON value of a response, or `NO_JSON` for a text or a file.

    Raises:
        OutputError: The response is not JSON, but the document describes JSON, or the
            server declares it.
    """
    media = response.headers.get("content-type", "").partition(";")[0]
    if "json" not in media and allows_text(request.endpoint.returns or "object"):
        return NO_JSON
    try:
        return decode_json(response)
    except ValueError:
        if request.endpoint.returns == "str":
            return NO_JSON
        text = printable(media) or "of unknown type"
        raise OutputError(
            f"the response is not JSON ({text}); print it with -o raw"
        ) from None


def _text(response: httpx2.Response, query: str) -> str:
    """Return a body that is text.

    Raises:
        OutputError: It is not text, or an expression cannot select of a text.
    """
    problem = "the response is not JSON: leave out "
    if query:
        raise OutputError(f"{problem}--query")
    try:
        return response.content.decode(find_encoding(response))
    except (LookupError, UnicodeDecodeError):
        raise OutputError(f"{problem}-o, or use -o raw") from None


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
    with _destination(target) as output:
        output.print_items(items)


@contextmanager
def _destination(target: Target) -> Generator[Output]:
    """Return the output; a file replaces an earlier one when it is complete."""
    if target.file is None:
        yield target.output
        return
    from ..transport.files import replacing

    with replacing(target.file) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="")
        yield target.output.with_stream(text)
        text.detach()


def _print_stream(stream: Any, target: Target) -> None:
    with stream, _destination(target) as output:
        if target.texts and output.is_default and not output.query:
            output.print_text(_texts(stream, target.texts))
        else:
            output.print_items(map(_printable, stream), "jsonl")


def _printable(item: Any) -> Any:
    """Return an item of a stream as a model or a JSON value; parts can contain bytes."""
    to_dict = None if isinstance(item, JSONObject) else getattr(item, "to_dict", None)
    return item if to_dict is None else to_dict()


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
    output = target.output
    if target.file is not None:
        length = response.headers.get("content-length", "")
        encoded = response.headers.get("content-encoding")
        size = int(length) if length.isdecimal() and not encoded else None
        with response:
            _write_file(target.file, response.iter_bytes(), size)
        return
    content_type = response.content_type or ""
    if output.is_terminal and not content_type.startswith(
        ("text/", "application/json")
    ):
        response.close()
        raise OutputError(
            f"the response is binary ({printable(content_type) or 'of unknown type'});"
            " write it to a file with --output-file FILE"
        )
    with response:
        if output.is_terminal:
            output.print_decoded(response.iter_bytes())
            return
        for chunk in response.iter_bytes():
            output.print_bytes(chunk)


def _write_file(file: Path, chunks: Iterable[bytes], size: int | None) -> None:
    """Write a file, which replaces an earlier one when it is complete."""
    from ..transport.files import replacing

    with replacing(file) as target, progress(size, file.name) as bar:
        for chunk in chunks:
            target.write(chunk)
            bar.update(len(chunk))


def _note(text: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"Note: {text}", err=True)
