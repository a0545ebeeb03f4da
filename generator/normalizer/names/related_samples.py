"""Names of operations from the samples of related operations.

Samples can have a prefix before a resource of the paths, as in `client.beta.threads.create()`
for `/threads`, or another name for it, as in `client.fine_tuning.create()` for `/fine-tunes`.
Operations without samples are named like those with samples.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ...words import split_words
from ..examples.sample_calls import SampleCall, find_sample_calls
from .from_path import NamingInput, PathName
from .from_samples import Claim, NoClaim, Renames, compute_score

Resource = tuple[str, ...]

Prefixes = Mapping[Resource, Resource]
"""Prefixes of resources in samples, by resource of the path or the start of one."""

_MIN_VERBS = 2
"""Number of methods whose samples must agree on another name of a resource."""


def find_renames(
    inputs: Sequence[NamingInput], path_names: Sequence[PathName]
) -> Renames:
    """Find the other names that samples have for resources of paths.

    The only call of each sample names the resource, if at least two methods of the resource
    agree on it, such as `list` and `create`. A resource that other paths have is none: these
    samples call other operations.

    Args:
        inputs: Operations.
        path_names: The name that the path of each results in.
    """
    of_paths = {item.name[0] for item in path_names}
    verbs: dict[Resource, dict[Resource, set[str]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for operation, path_name in zip(inputs, path_names, strict=True):
        resource, verb = path_name.name
        for code, _ in operation.samples:
            call = _find_only_call(code)
            if call is None or split_words(call.method) != verb:
                continue
            is_free = call.resource not in of_paths
            if is_free and compute_score(call, operation, {}) is None:
                verbs[resource][call.resource].add(call.method)
    result: dict[Resource, Resource] = {}
    for resource, others in verbs.items():
        other = min(others, key=lambda other: (-len(others[other]), other))
        if len(others[other]) >= _MIN_VERBS:
            result[resource] = other
    return result


def _find_only_call(code: str) -> SampleCall | None:
    """Return the call of a sample with one call; `None` if it calls several methods."""
    calls = find_sample_calls(code)
    return calls[0] if len({call.name for call in calls}) == 1 else None


def find_prefixes(
    path_names: Sequence[PathName], claims: Sequence[Claim | NoClaim]
) -> Prefixes:
    """Find the prefixes that samples have before the resource of the path."""
    counts: dict[Resource, Counter[Resource]] = defaultdict(Counter)
    for path_name, claim in zip(path_names, claims, strict=True):
        resource, _ = path_name.name
        if isinstance(claim, NoClaim):
            continue
        for start in range(len(claim.call.resource)):
            rest = claim.call.resource[start:]
            shared = min(len(rest), len(resource))
            if rest[:shared] == resource[:shared]:
                for length in range(1, shared + 1):
                    counts[resource[:length]][claim.call.resource[:start]] += 1
                break
    return {
        key: min(of_key, key=lambda prefix: (-of_key[prefix], prefix))
        for key, of_key in counts.items()
    }


def name_like_samples(
    resource: Resource, prefixes: Prefixes, renames: Renames
) -> Resource:
    """Return a resource of a path as samples of related operations name it.

    Args:
        resource: Nested resources of the path.
        prefixes: Prefixes that samples have before resources.
        renames: Other names that samples have for resources.
    """
    for length in range(len(resource), 0, -1):
        start = resource[:length]
        if start in renames:
            return (*renames[start], *resource[length:])
        if start in prefixes:
            prefix = prefixes[start]
            return (
                resource if resource[: len(prefix)] == prefix else (*prefix, *resource)
            )
    return resource
