"""What operations are called, and why.

The settings come first, then what samples call an operation, then what its path says:
with what the samples of its neighbours put before that. Of names that clash, those of
the path give way, to words of the operation id. A name depends on its operation, on its
neighbours and on those it clashes with, never on the order of the document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ...diagnostics import Diagnostics
from ...model.operations import Naming
from .from_path import Call, Name, parameters_of, path_names, segments, version_of
from .from_samples import Claim, claims
from .from_settings import wanted_names
from ...words import split_words

Prefixes = Mapping[tuple[str, ...], tuple[str, ...]]


def name_all(
    calls: Sequence[Call], wanted: Mapping[str, str], diagnostics: Diagnostics
) -> list[Naming]:
    """A name for each call, all different, in their order.

    Args:
        calls: what can be called.
        wanted: the setting `names`.
        diagnostics: takes samples that contradict each other.
    """
    by_path = path_names(calls)
    by_sample = claims(calls, diagnostics)
    prefixes = _prefixes(by_path, by_sample)
    found = [
        _naming(name, claim, prefixes)
        for name, claim in zip(by_path, by_sample, strict=True)
    ]
    found = wanted_names(calls, found, wanted)
    return _told_apart(calls, found)


def _naming(by_path: Name, claim: Claim | str, prefixes: Prefixes) -> Naming:
    rejected = [claim] if claim and isinstance(claim, str) else []
    if isinstance(claim, Claim):
        name: Name = (claim.call.resource, split_words(claim.call.method))
        if name != by_path:
            rejected.append(f"{dotted(by_path)} is what its path says")
        return Naming(
            *name,
            "its sample",
            claim.origin,
            tuple(rejected),
            tuple(claim.call.keywords),
            claim.call.positional,
            claim.others,
        )
    prefix = _prefix(prefixes, by_path[0])
    if prefix and by_path[0][: len(prefix)] != prefix:
        rejected.append(f"{dotted(by_path)} stands apart from its neighbours")
        name = ((*prefix, *by_path[0]), by_path[1])
        return Naming(
            *name, "its path, and samples of its neighbours", None, (*rejected,)
        )
    return Naming(*by_path, "its path", None, tuple(rejected))


def dotted(name: Name) -> str:
    """A name as it is called."""
    return ".".join((*name[0], "_".join(name[1])))


def _prefixes(by_path: Sequence[Name], by_sample: Sequence[Claim | str]) -> Prefixes:
    """What samples put before resources of paths, by the resource or the start of one."""
    said: dict[tuple[str, ...], Counter[tuple[str, ...]]] = defaultdict(Counter)
    for (resource, _), claim in zip(by_path, by_sample, strict=True):
        if isinstance(claim, str):
            continue
        for start in range(len(claim.call.resource)):
            rest = claim.call.resource[start:]
            shared = min(len(rest), len(resource))
            if rest[:shared] == resource[:shared]:
                for length in range(1, shared + 1):
                    said[resource[:length]][claim.call.resource[:start]] += 1
                break
    return {
        key: min(counts, key=lambda prefix: (-counts[prefix], prefix))
        for key, counts in said.items()
    }


def _prefix(prefixes: Prefixes, resource: tuple[str, ...]) -> tuple[str, ...]:
    for length in range(len(resource), 0, -1):
        if resource[:length] in prefixes:
            return prefixes[resource[:length]]
    return ()


def _told_apart(calls: Sequence[Call], found: Sequence[Naming]) -> list[Naming]:
    """The names, all different: those that others claim too are made longer.

    Older versions of a path are set apart first, then what needs more parameters. Else
    the words of the operation id tell operations apart, or else method and path.
    """
    result = list(found)
    for told, source in (
        (_by_version, ""),
        (_by_parameters, ""),
        (_by_id, "its operation id"),
        (_by_path, "its method and path"),
    ):
        groups: dict[Name, list[int]] = defaultdict(list)
        for place, naming in enumerate(result):
            groups[naming.resource, naming.name].append(place)
        taken = set(groups)
        for (resource, words), places in groups.items():
            if len(places) < 2:
                continue
            settled = [
                place for place in places if result[place].source not in _OF_PATH
            ]
            free = [place for place in places if place not in settled[:1]]
            renamed = told([calls[place] for place in free], (resource, words))
            for place in free:
                name = renamed(calls[place])
                if name not in taken:
                    result[place] = _renamed(result[place], name, source)
    return _numbered(calls, result)


_OF_PATH = frozenset(
    {
        "its path",
        "its path, and samples of its neighbours",
        "its operation id",
        "its method and path",
    }
)


def _by_version(alike: Sequence[Call], name: Name) -> Callable[[Call], Name]:
    newest = max(version_of(call.path) for call in alike)

    def renamed(call: Call) -> Name:
        version = version_of(call.path)
        if version == newest:
            return name
        own = "v" + "_".join(map(str, version)) if version else "unversioned"
        return ((own, *name[0]), name[1])

    return renamed


def _by_parameters(alike: Sequence[Call], name: Name) -> Callable[[Call], Name]:
    """What needs more parameters than another is named by those that the other lacks."""
    others = [parameters_of(call.path) for call in alike]
    fewest = min(others, key=lambda names: (len(names), names))
    known = set(fewest)

    def renamed(call: Call) -> Name:
        own = parameters_of(call.path)
        if len(own) == len(fewest):
            return name
        more = [item for item in own if item not in known]
        return (name[0], (*name[1], "by", *split_words(more[-1] if more else own[-1])))

    return renamed


def _by_id(alike: Sequence[Call], name: Name) -> Callable[[Call], Name]:
    lengths = sorted(len(segments(call.path)) for call in alike)

    def renamed(call: Call) -> Name:
        if len(segments(call.path)) == lengths[0] and lengths[:1] < lengths[1:2]:
            return name
        return (name[0], split_words(call.id) or name[1])

    return renamed


def _by_path(alike: Sequence[Call], name: Name) -> Callable[[Call], Name]:
    return lambda call: (name[0], (call.method.lower(), *split_words(call.path)))


def _renamed(naming: Naming, name: Name, source: str) -> Naming:
    clash = f"{dotted((naming.resource, naming.name))} is the name of another too"
    return replace(
        naming, resource=name[0], name=name[1], rejected=(*naming.rejected, clash)
    )


def _numbered(calls: Sequence[Call], found: list[Naming]) -> list[Naming]:
    """Names that are alike even so get numbers, in the order of methods and paths."""
    taken = Counter((item.resource, item.name) for item in found)
    numbers: dict[Name, int] = {}
    for place in sorted(
        range(len(found)), key=lambda place: (calls[place].method, calls[place].path)
    ):
        naming = found[place]
        if taken[naming.resource, naming.name] < 2:
            continue
        number = numbers.get((naming.resource, naming.name), 2)
        while taken[naming.resource, (*naming.name, str(number))]:
            number += 1
        numbers[naming.resource, naming.name] = number
        taken[naming.resource, naming.name] -= 1
        words = (*naming.name, str(number))
        taken[naming.resource, words] += 1
        found[place] = _renamed(naming, (naming.resource, words), "")
    return found
