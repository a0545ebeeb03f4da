"""Changes of the responses of a call: types, pages and streams."""

from __future__ import annotations

from ..python.expressions import NONE, TypeExpr, union_of
from ..python.resources import Streams
from ..rendering.python.annotations import documented_type
from .collection import Comparison
from .relation import loses_type
from .sides import MethodEntry


def compare_responses(
    comparison: Comparison, old: MethodEntry, new: MethodEntry
) -> None:
    """Add the changes of the responses of a method that both clients have."""
    _compare_paging(comparison, old, new)
    _compare_streaming(comparison, old, new)
    if Streams.ALWAYS in (old.method.streams, new.method.streams):
        return
    before, after = old.method.returns, new.method.returns
    if old.method.paged and not new.method.paged:
        return
    if loses_type(before, after):
        comparison.add(
            "response-type-lost",
            old.subject,
            f"`{old.subject}` returns {_described(after)} instead of "
            f"{_described(before)}",
            old.operation.origin,
            new.operation.origin,
        )
    elif not _fits(comparison, after, before):
        comparison.add(
            "response-type-changed",
            old.subject,
            f"`{old.subject}` returns {_described(after)} instead of "
            f"{_described(before)}",
            old.operation.origin,
            new.operation.origin,
            comparison.witnesses.result(old, before),
        )
    elif not new.method.paged and comparison.kept.misfits(before, after):
        comparison.add(
            "response-type-narrowed",
            old.subject,
            f"`{old.subject}` always returns {_described(after)}",
            old.operation.origin,
            new.operation.origin,
        )


def _fits(comparison: Comparison, after: TypeExpr, before: TypeExpr) -> bool:
    """Return whether a new response fits the old type; nothing fits `None`."""
    if (after == NONE) != (before == NONE):
        return False
    return comparison.received.fits(after, before) and comparison.fits_annotation(
        after, before
    )


def _described(type_: TypeExpr) -> str:
    return "nothing" if type_ == NONE else f"`{documented_type(type_)}`"


def _compare_paging(comparison: Comparison, old: MethodEntry, new: MethodEntry) -> None:
    places = (old.operation.origin, new.operation.origin)
    before, after = old.operation.pagination, new.operation.pagination
    if old.method.paged and new.method.streams is Streams.ALWAYS:
        return  # The stream is reported.
    if old.method.paged and not new.method.paged:
        comparison.add(
            "paging-removed",
            old.subject,
            f"`{old.subject}` returns {_described(new.method.returns)} instead of a page",
            *places,
            comparison.witnesses.result(old, old.method.returns),
        )
    elif old.method.paged and new.method.single_page > old.method.single_page:
        comparison.add(
            "paging-ended",
            old.subject,
            f"iteration over `{old.subject}` ends after the first page",
            *places,
        )
    elif new.method.paged and (
        not old.method.paged or old.method.single_page > new.method.single_page
    ):
        comparison.add(
            "paging-added",
            old.subject,
            f"`{old.subject}` returns a page that can load the next pages",
            *places,
        )
    elif before and after and before.kind is not after.kind:
        comparison.add(
            "paging-kind-changed",
            old.subject,
            f"`{old.subject}` requests the next page by {after.kind.value} instead of "
            f"{before.kind.value}",
            *places,
        )


def _compare_stream_argument(
    comparison: Comparison, old: MethodEntry, new: MethodEntry
) -> None:
    """Add the change that an argument of the old method selects a stream."""
    enabling = new.method.stream_argument
    matches = (
        item
        for item in old.method.arguments
        if enabling is not None and item.name == enabling.name
    )
    argument = next(matches, None)
    if argument is None or new.method.stream_parameter is None:
        return
    value = new.method.stream_parameter.streaming_type
    comparison.add(
        "response-type-changed",
        old.subject,
        f"`{old.subject}` returns a stream if `{argument.name}` has the type "
        f"`{documented_type(value)}`",
        old.operation.origin,
        new.operation.origin,
        comparison.witnesses.result(old, old.method.returns, argument, value),
    )


def _compare_streaming(
    comparison: Comparison, old: MethodEntry, new: MethodEntry
) -> None:
    places = (old.operation.origin, new.operation.origin)
    before, after = old.method, new.method
    if before.event is None and after.event is not None:
        rule = "streaming-added"
        if after.streams is Streams.ALWAYS:
            comparison.add(
                "response-type-changed",
                old.subject,
                f"`{old.subject}` returns a stream instead of "
                f"{_described(before.returns)}",
                *places,
                comparison.witnesses.result(old, before.returns),
            )
            return
        text = f"`{old.subject}` can return a stream"
        comparison.add(rule, old.subject, text, *places)
        _compare_stream_argument(comparison, old, new)
    elif before.event is not None and after.event is None:
        comparison.add(
            "streaming-removed",
            old.subject,
            (
                f"`{old.subject}` returns {_described(after.returns)} instead of a stream"
                if before.streams is Streams.ALWAYS
                else f"`{old.subject}` cannot return a stream any more"
            ),
            *places,
        )
    elif before.event is not None and after.event is not None:
        misfits = comparison.received.misfits(after.event, before.event)
        if misfits:
            comparison.add(
                "event-type-changed",
                old.subject,
                f"the stream of `{old.subject}` has events of the type "
                f"`{documented_type(union_of(misfits))}`",
                *places,
            )
