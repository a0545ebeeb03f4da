"""The settings that give the types of responses the names of an SDK."""

from __future__ import annotations

import builtins
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ..model.operations import Operation
from ..model.types import DeclarationRef, Key, Type
from .match import Match


def adopt_types(
    matches: Iterable[Match], models: Mapping[Key, str], taken: Iterable[str]
) -> dict[str, str]:
    """Return the entries of the setting `types` for results and items of pages.

    A type gets the name that most calls of the SDK have for it, if no other type of the
    client has or gets that name.

    Args:
        matches: Operations with the calls of the SDK.
        models: Names of the types of responses, by key of the declaration.
        taken: All names of types of the client.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for match in matches:
        for key, name in _pair_types(match):
            if key in models:
                votes[models[key]][name] += 1
    new_names = {
        name: min(of_name, key=lambda new: (-of_name[new], new))
        for name, of_name in votes.items()
    }
    uses = Counter(new_names.values())
    free = {name for name, new in new_names.items() if new != name}
    others = set(taken) - free
    return {
        name: new
        for name, new in sorted(new_names.items())
        if name != new and uses[new] == 1 and new not in others
    }


def _pair_types(match: Match) -> Iterator[tuple[Key, str]]:
    """Yield the keys of types with the names of the same types in the SDK."""
    call = next((item for item in match.calls if item.result), None)
    if call is None:
        return
    operation = match.operation
    if operation.pagination is not None:
        yield from _pair(operation.pagination.item, call.item)
    elif not call.item:
        yield from _pair(_find_result(operation), call.result)


def _pair(type_: Type | None, name: str) -> Iterator[tuple[Key, str]]:
    is_class = name[:1].isupper() and not hasattr(builtins, name) and name != "Any"
    if isinstance(type_, DeclarationRef) and is_class:
        yield type_.key, name


def _find_result(operation: Operation) -> Type | None:
    types = {content.type for content in operation.result.contents}
    return next(iter(types)) if len(types) == 1 else None
