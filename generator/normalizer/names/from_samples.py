"""Names of operations from the Python samples of the document.

A sample may call several operations. The call of the operation that the sample belongs to is
found by the words of its resource, its verb and its arguments.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...frozen_dataclass import dataclass
from ...limits import MAX_SAMPLE_NAMES
from ...source import Location
from ...words import singular, split_words
from ..examples.sample_calls import SampleCall, find_sample_calls
from .from_path import NamingInput
from .paths import list_nouns, list_parameters

CONTRADICTING_SAMPLES = Rule(
    "contradicting-samples",
    Severity.NOTE,
    "Python samples call an operation by different names, or spell a resource in different "
    "ways. The most common name is used, or the first if several are equally common; of "
    "several spellings, the one in the paths is used. The other names work as deprecated "
    "aliases.",
    hint="use one name in all samples, or choose it by the setting `names`",
)
NAME_OF_ANOTHER = Rule(
    "name-of-another",
    Severity.NOTE,
    "The Python samples of two operations call them by the same name. The operation whose "
    "path matches the name better gets it; the other is named by its path and the method "
    "in its sample.",
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
"""HTTP methods that are possible for a verb; other verbs are possible for any method."""

_HELPER_VERBS = frozenset({"parse", "poll", "stream", "wait"})
"""Verbs of helper methods of clients, unless the path or id of an operation has them."""


Renames = Mapping[tuple[str, ...], tuple[str, ...]]
"""Resources of paths, and the other names that samples have for them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The name that the samples of an operation use for it.

    Args:
        call: Call in the sample.
        score: How well the call matches the path; greater is better.
        origin: Location of the sample.
        other_calls: Names that other samples of the operation use.
    """

    call: SampleCall
    score: tuple[int, int, int]
    origin: Location
    other_calls: tuple[str, ...] = ()


_NO_MATCH = "no call in its samples matches its path"


@dataclass(frozen=True, slots=True)
class NoClaim:
    """An operation whose samples do not name it.

    Args:
        reason: Why the samples do not name it; `""` if there are none.
        method: Words of the method in a sample, if another operation has that name.
    """

    reason: str = ""
    method: tuple[str, ...] = ()


def find_claims(
    inputs: Sequence[NamingInput], diagnostics: Diagnostics, renames: Renames
) -> list[Claim | NoClaim]:
    """Find the name that the samples of each operation use; no two names are equal.

    Args:
        inputs: Operations.
        diagnostics: Collects samples that contradict each other.
        renames: Other names that samples have for resources of paths.

    Returns:
        For each operation its claim, or why there is none.
    """
    claims = {
        index: claim
        for index, operation in enumerate(inputs)
        if (claim := _find_claim(operation, diagnostics, renames)) is not None
    }
    spellings = _choose_spellings(claims.values(), inputs)
    result: list[Claim | NoClaim] = [
        NoClaim(_NO_MATCH if operation.samples else "") for operation in inputs
    ]
    by_name: dict[str, list[int]] = defaultdict(list)
    for index, claim in claims.items():
        claim = _respell(claim, spellings, diagnostics)
        claims[index] = result[index] = claim
        by_name[claim.call.name].append(index)
    for name, indexes in by_name.items():
        indexes.sort(key=lambda i: _precedence(claims[i], inputs[i]), reverse=True)
        first, owner = claims[indexes[0]], inputs[indexes[0]].id
        for index in indexes[1:]:
            diagnostics.add(
                NAME_OF_ANOTHER,
                f"{name!r} is the name of {owner!r}",
                claims[index].origin,
                related=(Related("its sample", first.origin),),
                hint=f"correct the sample: it must call {inputs[index].id!r}",
            )
            result[index] = NoClaim(
                f"{name}, the name in its sample, is the name of {owner}",
                split_words(claims[index].call.method),
            )
    return result


def _precedence(claim: Claim, operation: NamingInput) -> tuple[object, ...]:
    """Return the key by which one of two operations with the same name keeps it."""
    return (
        claim.score,
        -operation.path.count("?"),
        operation.method == "POST",
        operation.path,
        operation.id,
    )


def _find_claim(
    operation: NamingInput, diagnostics: Diagnostics, renames: Renames
) -> Claim | None:
    claims: list[Claim] = []
    for code, origin in operation.samples:
        best: Claim | None = None
        for call in find_sample_calls(code):
            score = compute_score(call, operation, renames)
            if score is not None and (best is None or score >= best.score):
                best = Claim(call, score, origin)
        if best is not None:
            claims.append(best)
    if not claims:
        return None
    counts = Counter(claim.call.name for claim in claims)
    chosen = max(claims, key=lambda claim: counts[claim.call.name])
    other_calls: dict[str, None] = {}
    for claim in claims:
        if claim.call.name != chosen.call.name and claim.call.name not in other_calls:
            other_calls[claim.call.name] = None
            diagnostics.add(
                CONTRADICTING_SAMPLES,
                f"{claim.call.name!r} in this sample, {chosen.call.name!r} in another",
                claim.origin,
                related=(Related("the other sample", chosen.origin),),
            )
    return replace(chosen, other_calls=tuple(other_calls)[:MAX_SAMPLE_NAMES])


def compute_score(
    call: SampleCall, operation: NamingInput, renames: Renames
) -> tuple[int, int, int] | None:
    """Return how well a call matches an operation; `None` if it cannot be its call.

    Args:
        call: The call.
        operation: The operation.
        renames: Other names that samples have for resources of paths.
    """
    verb = split_words(call.method)
    nouns = list_nouns(operation.path)
    own_words = {*split_words(operation.path), *split_words(operation.id)}
    if not verb:
        return None
    if operation.method not in _METHODS.get(verb[0], {operation.method}):
        return None
    if verb == ("list",) and operation.path.partition("?")[0].endswith("}"):
        return None
    if verb[-1] in _HELPER_VERBS - own_words:
        return None
    parts = (*call.resource, call.method)
    words = {singular(word) for part in parts for word in split_words(part)}
    words |= {normalize_spelling(part) for part in parts}
    words |= _list_renamed(call, {*map(normalize_spelling, nouns)}, renames)
    matches = [
        normalize_spelling(noun) in words
        or {singular(word) for word in split_words(noun)} <= words
        for noun in nouns
    ]
    if not any(matches) or 2 * sum(matches) < len(nouns):
        return None
    parameters = list_parameters(operation.path)
    keywords = {split_words(keyword) for keyword in call.keywords}
    arguments = call.positional + sum(
        split_words(name) in keywords for name in parameters
    )
    unknown = {normalize_spelling(part) for part in call.resource} - {
        normalize_spelling(noun) for noun in nouns
    }
    missing = len(parameters) - arguments
    excess = call.positional - len(parameters)
    return 2 * sum(matches) - len(nouns), -max(0, missing, excess), -len(unknown)


def _list_renamed(call: SampleCall, nouns: set[str], renames: Renames) -> set[str]:
    """Return the nouns of a path for which a call has another name."""
    renamed: set[str] = set()
    for resource, other in renames.items():
        parts = {*map(normalize_spelling, resource)}
        if call.resource[: len(other)] == other and parts <= nouns:
            renamed |= parts
    return renamed


def normalize_spelling(part: str) -> str:
    """Return a name in the singular, without separators and case."""
    return singular("".join(split_words(part)))


@dataclass(frozen=True, slots=True)
class _Spelling:
    """The spelling of a part of a resource.

    Args:
        name: The part as spelled in calls.
        origin: A sample with this spelling.
    """

    name: str
    origin: Location


def _choose_spellings(
    claims: Iterable[Claim], inputs: Sequence[NamingInput]
) -> dict[str, _Spelling]:
    """Choose the spelling of each part of a resource: from paths, else the most common."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    origins: dict[str, Location] = {}
    for claim in claims:
        for part in claim.call.resource:
            counts["".join(split_words(part))][part] += 1
            origins.setdefault(part, claim.origin)
    in_paths = {
        "_".join(split_words(noun))
        for operation in inputs
        for noun in list_nouns(operation.path)
    }
    best = {
        key: min(parts, key=lambda part: (part not in in_paths, -parts[part], part))
        for key, parts in counts.items()
        if len(parts) > 1
    }
    return {key: _Spelling(name, origins[name]) for key, name in best.items()}


def _respell(
    claim: Claim, spellings: Mapping[str, _Spelling], diagnostics: Diagnostics
) -> Claim:
    original = claim.call
    chosen = [spellings.get("".join(split_words(part))) for part in original.resource]
    resource = tuple(
        best.name if best is not None else part
        for part, best in zip(original.resource, chosen, strict=True)
    )
    if resource == original.resource:
        return claim
    call = replace(original, resource=resource)
    related = tuple(
        Related(f"{best.name!r} is used here", best.origin)
        for part, best in zip(original.resource, chosen, strict=True)
        if best is not None and best.name != part
    )
    diagnostics.add(
        CONTRADICTING_SAMPLES,
        f"{original.name!r} in this sample, {call.name!r} in others",
        claim.origin,
        related=related,
    )
    return replace(claim, call=call, other_calls=(original.name, *claim.other_calls))
