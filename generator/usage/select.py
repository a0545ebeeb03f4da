"""The operations that source code calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.api import Api
from ..python.package import Package
from .scan import Chain, Source


@dataclass(frozen=True, slots=True)
class Usage:
    """The part of a client that source code uses.

    Args:
        operations: Ids of the operations that it calls, in the order of the document.
        calls: Number of places of each call.
        types: Names of the types of the client that it imports.
    """

    operations: tuple[str, ...]
    calls: Mapping[str, int]
    types: frozenset[str]


def find_usage(sources: Iterable[Source], api: Api, package: Package) -> Usage:
    """Return the operations of a client that source code calls.

    A chain of attributes is a call if it ends with the resources and the method of the
    call, after a client, a module or another expression.

    Args:
        sources: The source code.
        api: Model of the API.
        package: Its client, with all operations.
    """
    operations = _operations_by_call(api, package)
    longest = max((len(call) for call in operations), default=0)
    counts: dict[str, int] = defaultdict(int)
    used: set[str] = set()
    types: set[str] = set()
    for source in sources:
        types |= source.types & package.modules.keys()
        for chain in source.chains:
            if call := _find_call(chain, operations, longest):
                counts[".".join(call)] += 1
                used |= operations[call]
    return Usage(
        tuple(item.id for item in api.operations if item.id in used),
        dict(sorted(counts.items())),
        frozenset(types),
    )


def _find_call(
    chain: Chain, operations: Mapping[Chain, frozenset[str]], longest: int
) -> Chain:
    """Return the longest call with which a chain ends; `()` if there is none."""
    for length in range(min(longest, len(chain)), 0, -1):
        call = chain[-length:]
        # A variable can be a resource: `files.list` for `client.files.list`. A method of
        # the client itself needs a client.
        if call in operations and (length < len(chain) or length > 1):
            return call
    return ()


def _operations_by_call(api: Api, package: Package) -> dict[Chain, frozenset[str]]:
    """Return the ids of the operations that each method calls."""
    polled: dict[str, set[str]] = defaultdict(set)
    for polling in api.pollings:
        ids = {polling.operation_id, polling.created_by} - {""}
        for id_ in ids:
            polled[id_] |= ids
    result = {}
    for module in package.resources:
        for resource in module.classes:
            for method in resource.all_methods:
                # The id of a deprecated alias is `alias = id`.
                ids = {method.operation.rpartition(" = ")[2]}
                if method in resource.polling_methods:
                    ids = {other for id_ in ids for other in (id_, *polled[id_])}
                result[*resource.path, method.name] = frozenset(ids)
    return result
