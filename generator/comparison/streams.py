"""Changes of methods that stream the response of another method as typed events."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..python.event_streams import EventStreamClass
from ..rendering.python.annotations import documented_type
from .collection import Comparison
from .sides import MethodEntry, Side


@dataclass(frozen=True, slots=True)
class _Entry:
    """A method with the stream that it returns.

    Args:
        method: The method; its arguments are those of the method whose response it
            streams.
        source: Call of that method.
        stream: Class of the stream.
    """

    method: MethodEntry
    source: str
    stream: EventStreamClass


def compare_streams(comparison: Comparison, matches: dict[str, MethodEntry]) -> None:
    """Add the changes of methods such as `client.chat.completions.stream`.

    Args:
        comparison: The clients.
        matches: Method of the new client by call. The arguments of their streams are
            reported with them.
    """
    new = _entries(comparison.new)
    by_source = {item.source: item for item in new.values()}
    matched: set[str] = set()
    for call, old in _entries(comparison.old).items():
        source = matches.get(old.source)
        match = new.get(call) or (by_source.get(source.call) if source else None)
        if match is None:
            _add_removed(comparison, old)
            continue
        matched.add(match.method.call)
        if match.method.call != call:
            _add_renamed(comparison, old, match)
        _compare(comparison, old, match)
    for call, item in new.items():
        if call not in matched:
            subject = item.method.subject
            origin = item.method.operation.origin
            comparison.add("call-added", subject, f"`{subject}` is new", new=origin)


def _entries(side: Side) -> dict[str, _Entry]:
    """Return the methods of a client that stream, by call."""
    streams = {item.name: item for item in side.package.streams}
    result: dict[str, _Entry] = {}
    for module in side.package.resources:
        for resource in module.classes:
            for item in resource.stream_methods:
                call, source = (
                    ".".join((*resource.path, name))
                    for name in (item.name, item.source)
                )
                method = replace(side.methods[source], call=call)
                result[call] = _Entry(method, source, streams[item.stream])
    return result


def _add_removed(comparison: Comparison, old: _Entry) -> None:
    subject = old.method.subject
    comparison.add(
        "call-removed",
        subject,
        f"`{subject}` does not exist any more",
        old.method.operation.origin,
        witness=comparison.witnesses.call(old.method),
    )


def _add_renamed(comparison: Comparison, old: _Entry, new: _Entry) -> None:
    subject = old.method.subject
    comparison.add(
        "call-renamed",
        subject,
        f"`{subject}` is renamed to `{new.method.subject}`",
        old.method.operation.origin,
        new.method.operation.origin,
        comparison.witnesses.call(old.method),
    )


def _compare(comparison: Comparison, old: _Entry, new: _Entry) -> None:
    subject = old.method.subject
    places = (old.method.operation.origin, new.method.operation.origin)
    for rule, what, before, after in (
        ("event-type-changed", "items", old.stream.item, new.stream.item),
        ("response-type-changed", "a result", old.stream.result, new.stream.result),
    ):
        if not comparison.received.fits(after, before):
            text = f"`{documented_type(after)}` instead of `{documented_type(before)}`"
            message = f"the stream of `{subject}` has {what} of the type {text}"
            comparison.add(rule, subject, message, *places)
    if old.stream.final != new.stream.final:
        comparison.add(
            "response-type-changed",
            subject,
            f"the stream of `{subject}` has the method `{new.stream.final}` instead of "
            f"`{old.stream.final}`",
            *places,
        )
