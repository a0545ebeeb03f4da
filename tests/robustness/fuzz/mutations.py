"""Mutations of parsed documents: types, sizes, names and references."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

from tests.robustness.fuzz import growth, values

Place = tuple[Any, ...]
Tree = Any
_MOST = 20_000
"""Maximum number of nodes of a document; larger ones take too much time."""


def mutate(tree: Tree, donor: Tree, rng: random.Random) -> Tree:
    """Apply one mutation to a document.

    Args:
        tree: Document, which may be modified.
        donor: Another document whose parts may be copied.
        chance: Random number generator.

    Returns:
        The changed document; rarely a value other than a mapping.
    """
    cache = list(places(tree))
    inner = [place for place in cache if place]
    if len(cache) > _MOST:
        return tree
    if not inner or rng.random() < 0.002:
        return copy.deepcopy(values.any_value(rng))
    place = rng.choice(inner)
    change = rng.choices(_CHANGES, _WEIGHTS)[0]
    change(tree, place, donor, rng)
    return tree


def places(tree: Tree) -> Iterator[Place]:
    """Return the paths of the values of a tree, breadth first, up to a limit."""
    queue: list[tuple[Place, Tree]] = [((), tree)]
    for place, value in queue:
        yield place
        if len(queue) > _MOST:
            continue
        if isinstance(value, dict):
            queue += [((*place, key), item) for key, item in value.items()]
        elif isinstance(value, list):
            queue += [((*place, index), item) for index, item in enumerate(value)]


def size_of(tree: Tree) -> int:
    """Return the number of values in a tree, counted up to a limit."""
    return sum(1 for _ in places(tree))


def at(tree: Tree, place: Place) -> Tree:
    """Return the value at a path."""
    for key in place:
        tree = tree[key]
    return tree


def put(tree: Tree, place: Place, value: Tree) -> None:
    """Replace the value at a path."""
    at(tree, place[:-1])[place[-1]] = value


def _swap(tree: Tree, place: Place, donor: Tree, rng: random.Random) -> None:
    put(tree, place, copy.deepcopy(values.any_value(rng)))


def _remove(tree: Tree, place: Place, donor: Tree, rng: random.Random) -> None:
    del at(tree, place[:-1])[place[-1]]


def _rename(tree: Tree, place: Place, donor: Tree, rng: random.Random) -> None:
    """Rename a key without changing the order of the keys."""
    parent = at(tree, place[:-1])
    if isinstance(parent, list):
        parent[place[-1]] = values.any_name(rng)
        return
    name = values.any_name(rng)
    if place[-2:-1] == ("paths",) or str(place[-1]).startswith("/"):
        name = rng.choice(("/", "", f"{place[-1]}/")) + name
    entries = [
        (name if key == place[-1] else key, item) for key, item in parent.items()
    ]
    parent.clear()
    parent.update(entries)


def _say(tree: Tree, place: Place, donor: Tree, rng: random.Random) -> None:
    """Replace a string near a path by a name or a text."""
    strings = [
        item for item in places(tree) if item and isinstance(at(tree, item), str)
    ]
    if strings:
        chosen = rng.choice(strings)
        old = at(tree, chosen)
        text = values.any_name(rng) if rng.random() < 0.6 else rng.choice(values.TEXTS)
        put(tree, chosen, rng.choice((text, text, old + text, text + old)))


def _add(tree: Tree, place: Place, donor: Tree, rng: random.Random) -> None:
    """Add a keyword to a mapping, or replace its value."""
    holder = at(tree, place)
    holder = holder if isinstance(holder, dict) else at(tree, place[:-1])
    if isinstance(holder, dict):
        holder[rng.choice(values.KEYWORDS)] = copy.deepcopy(values.any_value(rng))


def _graft(tree: Tree, place: Place, donor: Tree, rng: random.Random) -> None:
    """Replace a value by a part of this or another document."""
    source = donor if rng.random() < 0.6 else tree
    cache = [item for item in places(source) if item]
    if not cache:
        return
    alike = [item for item in cache if item[-1] == place[-1]]
    chosen = rng.choice(alike if alike and rng.random() < 0.7 else cache)
    put(tree, place, copy.deepcopy(at(source, chosen)))


def _refer(tree: Tree, place: Place, donor: Tree, rng: random.Random) -> None:
    """Replace a value by a reference to an arbitrary or an existing location."""
    if rng.random() < 0.5:
        target = rng.choice(values.REFERENCES)
    else:
        target = "#" + "".join(
            "/" + str(key).replace("~", "~0").replace("/", "~1")
            for key in rng.choice(list(places(tree)))
        )
    if rng.random() < 0.2 and isinstance(at(tree, place), dict):
        at(tree, place)["$ref"] = target
    else:
        put(tree, place, {"$ref": target})


def _repeat(tree: Tree, place: Place, donor: Tree, rng: random.Random) -> None:
    """Duplicate an entry under other names, or an item."""
    parent, count = at(tree, place[:-1]), rng.choice((2, 10, 100))
    item = at(tree, place)
    count = min(count, _MOST // size_of(item))
    if isinstance(parent, dict):
        for number in range(count):
            separator = rng.choice(("", "_", "-", " "))
            parent[f"{place[-1]}{separator}{number}"] = copy.deepcopy(item)
    else:
        parent += [copy.deepcopy(item) for _ in range(count)]


def _grow(tree: Tree, place: Place, donor: Tree, rng: random.Random) -> None:
    growth.grow(tree, place, rng)


_Change = Callable[[Tree, Place, Tree, random.Random], None]
_KINDS: tuple[tuple[_Change, int], ...] = (
    *((_swap, 4), (_remove, 2), (_rename, 5), (_say, 6), (_add, 4), (_graft, 5)),
    *((_refer, 4), (_repeat, 1), (_grow, 1)),
)
_CHANGES = [change for change, _ in _KINDS]
_WEIGHTS = [weight for _, weight in _KINDS]
