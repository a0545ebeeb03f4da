"""Matching of the calls of an SDK with the operations of a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ..frozen_dataclass import dataclass
from ..model.operations import Operation
from .calls import Request, Sdk, SdkCall
from .requests import normalize_path

_HELPERS = frozenset({"parse", "poll", "stream", "wait", "iter", "iterator"})

Prefixes = tuple[str, str]
"""Start of paths in the SDK, and the start of the same paths in the document."""


@dataclass(frozen=True, slots=True)
class Match:
    """An operation, and the calls of the SDK that send its request.

    Args:
        operation: The operation.
        calls: The calls, the best name first: no helper that calls another method, not
            deprecated, no helper, fewest levels.
    """

    operation: Operation
    calls: tuple[SdkCall, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """The result of matching.

    Args:
        matches: Operations that the SDK calls, in the order of the document.
        only_in_document: Operations that the SDK does not call.
        only_in_sdk: Calls whose request is not in the document.
    """

    matches: tuple[Match, ...]
    only_in_document: tuple[Operation, ...]
    only_in_sdk: tuple[SdkCall, ...]


def match_operations(sdk: Sdk, operations: Sequence[Operation]) -> Matching:
    """Match calls and operations by HTTP method and path.

    Names of path parameters do not count. The paths of one side can have a prefix that
    the other has in its base URL, such as `v1`: the prefixes with which most requests
    match are found and ignored.

    Args:
        sdk: The SDK.
        operations: Operations of the document.
    """
    by_request: dict[Request, list[SdkCall]] = defaultdict(list)
    for call in sdk.calls:
        by_request[call.request].append(call)
    requests = [Request(item.method, normalize_path(item.path)) for item in operations]
    prefixes = _find_prefixes(by_request, requests)
    matches, missing = [], []
    used: set[Request] = set()
    for operation, request in zip(operations, requests, strict=True):
        of_sdk = _find(request, prefixes, by_request)
        if of_sdk is None:
            missing.append(operation)
            continue
        used.add(of_sdk)
        calls = sorted(by_request[of_sdk], key=_rank)
        matches.append(Match(operation, tuple(calls)))
    rest = tuple(call for call in sdk.calls if call.request not in used)
    return Matching(tuple(matches), tuple(missing), rest)


def _rank(call: SdkCall) -> tuple[bool, bool, bool, bool, int]:
    words = call.name.split("_")
    is_helper = words[-1] in _HELPERS or "and" in words
    # A helper that calls a deprecated method, such as `create_and_poll`, gives no better name.
    wraps = is_helper and not call.is_direct
    return (
        wraps,
        call.is_deprecated,
        is_helper,
        not call.is_direct,
        len(call.resource),
    )


def _find_prefixes(
    in_sdk: Iterable[Request], in_document: Iterable[Request]
) -> list[Prefixes]:
    """Return pairs of prefixes, the one with the most matches first."""
    by_ending: dict[tuple[str, str], list[str]] = defaultdict(list)
    for request in in_sdk:
        for start, end in _split(request.path):
            by_ending[request.method, end].append(start)
    counts: Counter[Prefixes] = Counter({("", ""): 1})
    for request in in_document:
        pairs = {
            (start, own)
            for own, end in _split(request.path)
            for start in by_ending.get((request.method, end), ())
            if not start or not own or start.split("/")[-1] != own.split("/")[-1]
        }
        counts.update(pairs)
    pairs_by_count = sorted(counts, key=lambda pair: (-counts[pair], pair))
    most = counts[pairs_by_count[0]]
    return [pair for pair in pairs_by_count if 5 * counts[pair] >= most][:3]


def _split(path: str) -> list[tuple[str, str]]:
    """Return a path divided before each segment, up to the fourth."""
    parts = path.split("/")
    return [
        ("/".join(parts[:index]), "/".join(parts[index:]))
        for index in range(min(4, len(parts)))
    ]


def _find(
    request: Request, prefixes: list[Prefixes], known: dict[Request, list[SdkCall]]
) -> Request | None:
    for in_sdk, in_document in prefixes:
        prefix = f"{in_document}/" if in_document else ""
        if request.path.startswith(prefix):
            rest = request.path.removeprefix(prefix)
            path = f"{in_sdk}/{rest}" if in_sdk else rest
            if (candidate := Request(request.method, path)) in known:
                return candidate
    return None
