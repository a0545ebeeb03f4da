"""What the reference says of calls that do more than ask and answer once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...python.expressions import Literal, TypeExpr, union_members
from ...python.literals import literal_text
from ...python.package import Package
from ...python.resources import Method, Streams

_PAGED = (
    "The answer is a page. Iterating over it goes through the items of all pages, and asks "
    "for the next one when it is needed: `for item in client.{}(…):`, or `async for`. "
    "`iter_pages()`, `has_next_page()` and `get_next_page()` go page by page."
)
_ON_REQUEST = (
    "With `{}={}` the answer comes bit by bit: `for event in stream:`, or `async for`."
)
_BY_DEFAULT = (
    "The answer comes bit by bit, unless you say `{}={}`: `for event in stream:`, or "
    "`async for`."
)
_ALWAYS = "The answer comes bit by bit: `for event in stream:`, or `async for`."
_FINAL = " `final()` reads the stream to its end, and gives what it adds up to."
_CLOSED = " The stream closes at its end, or with `with`."


def usage_notes(
    call: str, method: Method, waits: tuple[tuple[str, str], ...]
) -> tuple[str, ...]:
    """Paragraphs of CommonMark, none for a plain call.

    Args:
        call: how it is called: `files.list`.
        method: what is called.
        waits: the calls that wait for its end, each with what is said of it.
    """
    found: list[str] = []
    if method.paged:
        found.append(_PAGED.format(call))
    text = _ALWAYS if method.streams is Streams.ALWAYS else ""
    stream_parameter, argument = method.stream_parameter, method.stream_argument
    if stream_parameter is not None and method.streams is Streams.ON_REQUEST:
        name = argument.name if argument is not None else stream_parameter.key
        value = (
            stream_parameter.refuses if stream_parameter.on else stream_parameter.asks
        )
        form = _BY_DEFAULT if stream_parameter.on else _ON_REQUEST
        text = form.format(name, _value_text(value))
    if text:
        found.append(f"{text}{_CLOSED}{_FINAL if method.total is not None else ''}")
    for name, said in waits:
        found.append(f"`client.{name}(…)` {said[:1].lower()}{said[1:]}")
    return tuple(found)


def _value_text(type_: TypeExpr) -> str:
    """Return the values of the literal type that a stream parameter takes."""
    literals = (item for item in union_members(type_) if isinstance(item, Literal))
    return ", ".join(literal_text(value) for item in literals for value in item.values)


def waiting_calls(package: Package) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The calls that wait, by the operation that they make, with what is said of each."""
    found: dict[str, list[tuple[str, str]]] = {}
    for operation, entry in _waits(package):
        found.setdefault(operation, []).append(entry)
    return {operation: tuple(entries) for operation, entries in found.items()}


def _waits(package: Package) -> Iterator[tuple[str, tuple[str, str]]]:
    for module in package.resources:
        for resource in module.classes:
            for method in resource.waits:
                name = ".".join((*resource.path, method.name))
                text = " ".join(method.docstring.text.split())
                yield method.operation, (name, text)
