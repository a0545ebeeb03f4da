"""Names of operations from the Python samples that the document shows for them.

A sample may call several operations: which of its calls is the one that it is shown for,
resource words, verb and arguments tell.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...limits import MAX_SAMPLE_NAMES
from .from_path import Call, nouns_of, parameters_of
from ..examples.sample_calls import SampleCall, sample_calls
from ...source import Location
from ...words import singular, split_words

CONTRADICTING_SAMPLES = Rule(
    "contradicting-samples",
    Severity.NOTE,
    "Python samples call an operation by different names, or spell a resource in different "
    "ways. The name that most of them use is taken, of equals the first, and of spellings "
    "the one that paths have. The others keep working, as deprecated names.",
)
NAME_OF_ANOTHER = Rule(
    "name-of-another",
    Severity.NOTE,
    "The Python samples of two operations call them by the same name. The one whose path "
    "fits it better gets the name; the other is named by its path.",
)

_METHODS = {
    "create": {"POST", "PUT"},
    "add": {"POST", "PUT"},
    "list": {"GET", "QUERY", "POST"},
    "retrieve": {"GET", "HEAD"},
    "get": {"GET", "HEAD"},
    "update": {"POST", "PUT", "PATCH"},
    "modify": {"POST", "PUT", "PATCH"},
    "replace": {"PUT", "POST"},
    "delete": {"DELETE", "POST"},
    "remove": {"DELETE", "POST"},
    "cancel": {"POST", "PUT", "DELETE", "PATCH"},
}
"""The methods of HTTP that a verb can stand for; other verbs can stand for any."""

_AROUND = frozenset({"parse", "poll", "stream", "wait"})
"""Verbs of what clients build around an operation, unless its path or id has them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What the samples of an operation call it.

    Args:
        call: the call.
        fit: how well it fits the path: the greater the better.
        origin: the sample.
        others: the names that its samples have besides.
    """

    call: SampleCall
    fit: tuple[int, int, int]
    origin: Location
    others: tuple[str, ...] = ()


def claims(calls: Sequence[Call], diagnostics: Diagnostics) -> list[Claim | str]:
    """For each operation what its samples call it; no two are called the same.

    Where they give no name, a sentence says why; `""` when there are none.
    """
    known = {
        place: claim
        for place, call in enumerate(calls)
        if (claim := _claim(call, diagnostics)) is not None
    }
    spelling = _spelling(known.values(), calls)
    found: list[Claim | str] = [
        "no call in its samples fits its path" if call.samples else "" for call in calls
    ]
    by_name: dict[str, list[int]] = defaultdict(list)
    for place, claim in known.items():
        claim = _spelled(claim, spelling, diagnostics)
        known[place] = found[place] = claim
        by_name[claim.call.name].append(place)
    for name, places in by_name.items():
        places.sort(key=lambda place: _worth(known[place], calls[place]), reverse=True)
        first = known[places[0]]
        for place in places[1:]:
            claim = known[place]
            diagnostics.add(
                NAME_OF_ANOTHER,
                f"{name!r} is how {calls[places[0]].id!r} is called",
                claim.origin,
                related=(Related("its sample stands here", first.origin),),
                hint=f"show a call of {calls[place].id!r}",
            )
            other = calls[places[0]].id
            found[place] = f"{name}, as its sample has it, is the name of {other}"
    return found


def _worth(claim: Claim, call: Call) -> tuple[object, ...]:
    """What decides which of two operations keeps a name, whatever their order is."""
    return (claim.fit, -call.path.count("?"), call.method == "POST", call.path, call.id)


def _claim(call: Call, diagnostics: Diagnostics) -> Claim | None:
    found: list[Claim] = []
    for code, origin in call.samples:
        best: Claim | None = None
        for shown in sample_calls(code):
            fit = _fit(shown, call)
            if fit is not None and (best is None or fit >= best.fit):
                best = Claim(shown, fit, origin)
        if best is not None:
            found.append(best)
    if not found:
        return None
    often = Counter(claim.call.name for claim in found)
    chosen = max(found, key=lambda claim: often[claim.call.name])
    others: dict[str, None] = {}
    for claim in found:
        if claim.call.name != chosen.call.name and claim.call.name not in others:
            others[claim.call.name] = None
            diagnostics.add(
                CONTRADICTING_SAMPLES,
                f"{claim.call.name!r} here, {chosen.call.name!r} elsewhere",
                claim.origin,
                related=(Related("the other sample", chosen.origin),),
            )
    return replace(chosen, others=tuple(others)[:MAX_SAMPLE_NAMES])


def _fit(shown: SampleCall, call: Call) -> tuple[int, int, int] | None:
    """How well a call fits an operation, `None` when it must be that of another."""
    verb = split_words(shown.method)
    nouns = nouns_of(call.path)
    own = {*split_words(call.path), *split_words(call.id)}
    if not verb or call.method not in _METHODS.get(verb[0], {call.method}):
        return None
    if verb == ("list",) and call.path.partition("?")[0].endswith("}"):
        return None
    if verb[-1] in _AROUND - own:
        return None
    parts = (*shown.resource, shown.method)
    said = {singular(word) for part in parts for word in split_words(part)}
    said |= {squashed(part) for part in parts}
    met = [
        squashed(noun) in said or {singular(word) for word in split_words(noun)} <= said
        for noun in nouns
    ]
    if not any(met) or 2 * sum(met) < len(nouns):
        return None
    needed = parameters_of(call.path)
    named = {split_words(keyword) for keyword in shown.keywords}
    given = shown.positional + sum(split_words(name) in named for name in needed)
    strange = {squashed(part) for part in shown.resource} - {
        squashed(noun) for noun in nouns
    }
    missing, spare = len(needed) - given, shown.positional - len(needed)
    return 2 * sum(met) - len(nouns), -max(0, missing, spare), -len(strange)


def squashed(part: str) -> str:
    """A word without what different spellings of it differ in."""
    return singular("".join(split_words(part)))


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How a part of a resource is spelled, and where.

    Args:
        text: as it is called.
        origin: a sample that has it so.
    """

    text: str
    origin: Location


def _spelling(found: Iterable[Claim], calls: Sequence[Call]) -> dict[str, _Spelling]:
    """How each part of a resource is spelled: as in paths, else as in most samples."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    origins: dict[str, Location] = {}
    for claim in found:
        for part in claim.call.resource:
            said["".join(split_words(part))][part] += 1
            origins.setdefault(part, claim.origin)
    written = {
        "_".join(split_words(noun)) for call in calls for noun in nouns_of(call.path)
    }
    best = {
        key: min(parts, key=lambda part: (part not in written, -parts[part], part))
        for key, parts in said.items()
        if len(parts) > 1
    }
    return {key: _Spelling(text, origins[text]) for key, text in best.items()}


def _spelled(
    claim: Claim, spelling: Mapping[str, _Spelling], diagnostics: Diagnostics
) -> Claim:
    shown = claim.call
    chosen = [spelling.get("".join(split_words(part))) for part in shown.resource]
    resource = tuple(
        best.text if best is not None else part
        for part, best in zip(shown.resource, chosen, strict=True)
    )
    if resource == shown.resource:
        return claim
    call = SampleCall(resource, shown.method, shown.positional, shown.keywords)
    related = tuple(
        Related(f"{best.text!r} stands here", best.origin)
        for part, best in zip(shown.resource, chosen, strict=True)
        if best is not None and best.text != part
    )
    diagnostics.add(
        CONTRADICTING_SAMPLES,
        f"{shown.name!r} here, {call.name!r} elsewhere",
        claim.origin,
        related=related,
    )
    return replace(claim, call=call, others=(shown.name, *claim.others))
