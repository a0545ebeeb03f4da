"""The operations that source code calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..frozen_dataclass import dataclass
from ..model.api import Api
from ..python.package import Package
from .scan import Chain, Position, Source


@dataclass(frozen=True, slots=True)
class Usage:
    """The part of a client that source code uses.

    Args:
        operations: Ids of the operations that it calls, in the order of the document.
        calls: Lines with each call.
        types: Lines with the name of each type of the client.
        webhooks: Whether it uses the webhooks of the client.
    """

    operations: tuple[str, ...]
    calls: Mapping[str, tuple[Position, ...]]
    types: Mapping[str, tuple[Position, ...]]
    webhooks: bool = False

    @property
    def patterns(self) -> tuple[str, ...]:
        """The value of the setting `only` that suffices."""
        return (*self.operations, *(("webhooks.*",) if self.webhooks else ()))


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
    calls: dict[str, list[Position]] = defaultdict(list)
    types: dict[str, list[Position]] = defaultdict(list)
    used: set[str] = set()
    webhooks = False
    for source in sources:
        for name, position in source.types:
            if name in package.modules:
                types[name].append(position)
        for chain, position in source.chains:
            webhooks |= api.event is not None and "webhooks" in chain
            if call := _find_call(chain, operations, longest):
                calls[".".join(call)].append(position)
                used |= operations[call]
    return Usage(
        tuple(item.id for item in api.operations if item.id in used),
        {name: tuple(sorted(calls[name])) for name in sorted(calls)},
        {name: tuple(sorted(types[name])) for name in sorted(types)},
        webhooks,
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
            for link in resource.links:
                ids = {link.operation, link.method.operation}
                result[*resource.path, link.method.name] = frozenset(ids)
    return result
