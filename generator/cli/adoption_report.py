"""The report of `oasmith adopt`: what matches, and what the settings cannot express."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..adoption import AdoptedNames, Matching, Sdk
from ..config import Config
from .summary import count

_SHOWN = 10


def report_adoption(
    sdk: Sdk, matching: Matching, adopted: AdoptedNames, types: Mapping[str, str]
) -> Iterator[str]:
    """Yield the lines of the report.

    Args:
        sdk: The SDK.
        matching: Its calls, and the operations of the document.
        adopted: The settings for calls.
        types: The settings for types.
    """
    total = len(matching.matches) + len(matching.only_in_document)
    yield (
        f"{sdk.name}: {sdk.layout}, {count(len(sdk.calls), 'call')}; it calls "
        f"{len(matching.matches)} of {count(total, 'operation')}"
    )
    yield (
        f"{count(len(adopted.names), 'name')}, "
        f"{count(len(adopted.aliases), 'alias', 'aliases')} and "
        f"{count(len(types), 'type')}"
    )
    yield from _list(
        "calls for which the document has no operation",
        (
            f"{call.call}: {call.request.method} /{call.request.path} "
            f"({call.file}:{call.line})"
            for call in matching.only_in_sdk
        ),
    )
    yield from _list(
        "operations that the SDK does not call",
        (f"{item.method} {item.path}" for item in matching.only_in_document),
    )
    yield from _list(
        "operations that keep their name, because the SDK calls another one so",
        (
            f"{call.call}: {operation.method} {operation.path}"
            for call, operation in adopted.conflicts
        ),
    )
    yield from _list(
        "calls of the client itself, which become resources that can be called",
        sorted(
            {
                match.calls[0].call
                for match in matching.matches
                if not match.calls[0].resource
            }
        ),
    )
    yield from _list(
        "files that cannot be read",
        (f"{file}: {reason}" for file, reason in sdk.unreadable),
    )


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a title with the number of lines, and the first lines."""
    all_lines = list(lines)
    if not all_lines:
        return
    yield f"{title}: {len(all_lines)}"
    yield from (f"  {line}" for line in all_lines[:_SHOWN])
    if len(all_lines) > _SHOWN:
        yield f"  and {len(all_lines) - _SHOWN} more"


def with_existing(
    tables: Mapping[str, Mapping[str, str]], config: Config
) -> dict[str, dict[str, str]]:
    """Return tables with the entries of the settings that are not in them."""
    return {
        name: {**entries, **getattr(config, name), **entries}
        for name, entries in tables.items()
    }
