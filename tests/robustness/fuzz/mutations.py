"""Changes of a document as a value: of types, sizes, names and references."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

from tests.robustness.fuzz import growth, values

Place = tuple[Any, ...]
Tree = Any
_MOST = 20_000
"""Nodes of a document: larger ones say little more and take the time of others."""


def mutate(tree: Tree, donor: Tree, chance: random.Random) -> Tree:
    """Change one thing of a document.

    Args:
        tree: the document, which may be changed in place.
        donor: another document, of which parts may be taken.
        chance: what decides.

    Returns:
        The changed document; seldom something that is no mapping.
    """
    known = list(places(tree))
    inner = [place for place in known if place]
    if len(known) > _MOST:
        return tree
    if not inner or chance.random() < 0.002:
        return copy.deepcopy(values.any_value(chance))
    place = chance.choice(inner)
    change = chance.choices(_CHANGES, _WEIGHTS)[0]
    change(tree, place, donor, chance)
    return tree


def places(tree: Tree) -> Iterator[Place]:
    """The paths to the values of a tree, breadth first, not more than many."""
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
    """The number of values in a tree, up to a few more than counts."""
    return sum(1 for _ in places(tree))


def at(tree: Tree, place: Place) -> Tree:
    """The value at a path."""
    for key in place:
        tree = tree[key]
    return tree


def put(tree: Tree, place: Place, value: Tree) -> None:
    """Replaces the value at a path."""
    at(tree, place[:-1])[place[-1]] = value


def _swap(tree: Tree, place: Place, donor: Tree, chance: random.Random) -> None:
    put(tree, place, copy.deepcopy(values.any_value(chance)))


def _remove(tree: Tree, place: Place, donor: Tree, chance: random.Random) -> None:
    del at(tree, place[:-1])[place[-1]]


def _rename(tree: Tree, place: Place, donor: Tree, chance: random.Random) -> None:
    """Gives a key another name, at its place among the others."""
    parent = at(tree, place[:-1])
    if isinstance(parent, list):
        parent[place[-1]] = values.any_name(chance)
        return
    name = values.any_name(chance)
    if place[-2:-1] == ("paths",) or str(place[-1]).startswith("/"):
        name = chance.choice(("/", "", f"{place[-1]}/")) + name
    entries = [
        (name if key == place[-1] else key, item) for key, item in parent.items()
    ]
    parent.clear()
    parent.update(entries)


def _say(tree: Tree, place: Place, donor: Tree, chance: random.Random) -> None:
    """Puts a name or a text in place of a string, near by."""
    strings = [
        item for item in places(tree) if item and isinstance(at(tree, item), str)
    ]
    if strings:
        chosen = chance.choice(strings)
        old = at(tree, chosen)
        text = (
            values.any_name(chance)
            if chance.random() < 0.6
            else chance.choice(values.TEXTS)
        )
        put(tree, chosen, chance.choice((text, text, old + text, text + old)))


def _add(tree: Tree, place: Place, donor: Tree, chance: random.Random) -> None:
    """Adds a keyword, or replaces its value, in a mapping."""
    holder = at(tree, place)
    holder = holder if isinstance(holder, dict) else at(tree, place[:-1])
    if isinstance(holder, dict):
        holder[chance.choice(values.KEYWORDS)] = copy.deepcopy(values.any_value(chance))


def _graft(tree: Tree, place: Place, donor: Tree, chance: random.Random) -> None:
    """Puts a part of another document, or of this one, in place of a value."""
    source = donor if chance.random() < 0.6 else tree
    known = [item for item in places(source) if item]
    if not known:
        return
    alike = [item for item in known if item[-1] == place[-1]]
    chosen = chance.choice(alike if alike and chance.random() < 0.7 else known)
    put(tree, place, copy.deepcopy(at(source, chosen)))


def _refer(tree: Tree, place: Place, donor: Tree, chance: random.Random) -> None:
    """Puts a reference in place of a value, to anywhere or to a place of the document."""
    if chance.random() < 0.5:
        target = chance.choice(values.REFERENCES)
    else:
        target = "#" + "".join(
            "/" + str(key).replace("~", "~0").replace("/", "~1")
            for key in chance.choice(list(places(tree)))
        )
    if chance.random() < 0.2 and isinstance(at(tree, place), dict):
        at(tree, place)["$ref"] = target
    else:
        put(tree, place, {"$ref": target})


def _repeat(tree: Tree, place: Place, donor: Tree, chance: random.Random) -> None:
    """Repeats an entry under other names, or an item."""
    parent, count = at(tree, place[:-1]), chance.choice((2, 10, 100))
    item = at(tree, place)
    count = min(count, _MOST // size_of(item))
    if isinstance(parent, dict):
        for number in range(count):
            separator = chance.choice(("", "_", "-", " "))
            parent[f"{place[-1]}{separator}{number}"] = copy.deepcopy(item)
    else:
        parent += [copy.deepcopy(item) for _ in range(count)]


def _grow(tree: Tree, place: Place, donor: Tree, chance: random.Random) -> None:
    growth.grow(tree, place, chance)


_Change = Callable[[Tree, Place, Tree, random.Random], None]
_KINDS: tuple[tuple[_Change, int], ...] = (
    *((_swap, 4), (_remove, 2), (_rename, 5), (_say, 6), (_add, 4), (_graft, 5)),
    *((_refer, 4), (_repeat, 1), (_grow, 1)),
)
_CHANGES = [change for change, _ in _KINDS]
_WEIGHTS = [weight for _, weight in _KINDS]
