"""Changes of calls: removed, renamed and new ones, and what each of them sends."""

from __future__ import annotations

from collections.abc import Iterator

from ..python.resources import Method
from .collection import Comparison
from .sides import MethodEntry, Side


def match_calls(old: Side, new: Side) -> dict[str, MethodEntry]:
    """Return the method of the new client for each call of the old one.

    Calls keep their operation if the new client has the same call. Others are
    recognized by the id of the operation, or by its method and path.
    """
    candidates = _Candidates(old, new)
    result: dict[str, MethodEntry] = {}
    for call, entry in old.methods.items():
        match = new.methods.get(call) or candidates.find(entry)
        if match is not None:
            result[call] = match
    return result


class _Candidates:
    """Methods of the new client whose call is new, by id and by request."""

    def __init__(self, old: Side, new: Side) -> None:
        self._by_id: dict[tuple[str, str], MethodEntry] = {}
        self._by_request: dict[tuple[str, str], MethodEntry] = {}
        for call, entry in new.methods.items():
            if call not in old.methods:
                kind = _kind(entry.method)
                self._by_id.setdefault((kind, entry.operation.id), entry)
                self._by_request.setdefault((kind, entry.request), entry)

    def find(self, entry: MethodEntry) -> MethodEntry | None:
        """Return the method of the same operation, if there is one."""
        kind = _kind(entry.method)
        by_id = self._by_id.get((kind, entry.operation.id))
        return by_id or self._by_request.get((kind, entry.request))


def _kind(method: Method) -> str:
    return "polls" if method.polls else "parses" if method.is_parsing else ""


def compare_calls(
    comparison: Comparison, matches: dict[str, MethodEntry]
) -> Iterator[tuple[MethodEntry, MethodEntry]]:
    """Add the changes of calls; yield the methods that both clients have."""
    for call, old in comparison.old.methods.items():
        new = matches.get(call)
        if new is None:
            _add_removed(comparison, old)
            continue
        if new.call != call:
            _add_renamed(comparison, old, new)
        else:
            _compare_requests(comparison, old, new)
        if new.method.deprecated and not old.method.deprecated:
            comparison.add(
                "call-deprecated",
                old.subject,
                f"`{old.subject}` is deprecated and emits a `DeprecationWarning`",
                old.operation.origin,
                new.operation.origin,
            )
        if old.method.deprecated and not new.method.deprecated:
            comparison.add(
                "call-undeprecated",
                old.subject,
                f"`{old.subject}` is not deprecated any more",
                old.operation.origin,
                new.operation.origin,
            )
        yield old, new
    _add_new(comparison, {entry.call for entry in matches.values()})


def _add_removed(comparison: Comparison, old: MethodEntry) -> None:
    comparison.add(
        "call-removed",
        old.subject,
        f"`{old.subject}` does not exist any more"
        + (" (it was deprecated)" if old.method.deprecated else ""),
        old.operation.origin,
        witness=comparison.witnesses.call(old),
    )


def _add_renamed(comparison: Comparison, old: MethodEntry, new: MethodEntry) -> None:
    comparison.add(
        "call-renamed",
        old.subject,
        f"`{old.subject}` is renamed to `{new.subject}`; keep it with "
        f'`aliases."{old.call}" = "{new.call}"`',
        old.operation.origin,
        new.operation.origin,
        comparison.witnesses.call(old),
    )


def _compare_requests(
    comparison: Comparison, old: MethodEntry, new: MethodEntry
) -> None:
    if old.request == new.request:
        return
    same_id = old.operation.id == new.operation.id
    request = f"{new.operation.method} {new.operation.path}"
    comparison.add(
        "call-request-changed" if same_id else "call-operation-changed",
        old.subject,
        f"`{old.subject}` sends `{request}` instead of "
        f"`{old.operation.method} {old.operation.path}`",
        old.operation.origin,
        new.operation.origin,
    )


def _add_new(comparison: Comparison, matched: set[str]) -> None:
    for call, entry in comparison.new.methods.items():
        if call not in matched:
            comparison.add(
                "call-added",
                entry.subject,
                f"`{entry.subject}` is new",
                new=entry.operation.origin,
            )
