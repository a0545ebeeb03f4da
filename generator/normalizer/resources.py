"""Which resource an operation belongs to, and what it does there.

Names come from the path, as REST APIs are built: static segments are nouns, a parameter
chooses one of them, and a last segment behind a parameter that nothing goes on from is
an action. The method says the rest. Names that clash fall back to the operation id.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.words import split_words

Name = tuple[tuple[str, ...], tuple[str, ...]]
"""The words of each resource on the way (joined by `_`), and those of the method."""


@dataclass(frozen=True, slots=True)
class Call:
    """What names are made from.

    Args:
        id: the operation id.
        method: in upper case.
        path: without query.
        lists: whether the answer is a list of things.
    """

    id: str
    method: str
    path: str
    lists: bool


def name_all(calls: list[Call]) -> list[Name]:
    """A name for each call, all different, in their order."""
    shape = _Paths(call.path for call in calls)
    names = [_name(call, shape) for call in calls]
    taken = Counter(names)
    for position, call in enumerate(calls):
        if taken[names[position]] > 1:
            words = split_words(call.id)
            names[position] = (names[position][0], words or names[position][1])
    return _numbered(names, calls)


def _numbered(names: list[Name], calls: list[Call]) -> list[Name]:
    """Names that are still alike are told apart by method and path."""
    groups: dict[Name, list[int]] = defaultdict(list)
    for position, name in enumerate(names):
        groups[name].append(position)
    result = list(names)
    taken = set(names)
    for name, positions in groups.items():
        for position in positions[1:] if len(positions) > 1 else ():
            call = calls[position]
            words = (call.method.lower(), *split_words(call.path))
            wanted: Name = (name[0], words)
            number = 2
            while wanted in taken:
                wanted = (name[0], (*words, str(number)))
                number += 1
            taken.add(wanted)
            result[position] = wanted
    return result


class _Paths:
    """What the paths of an API have in common, and what goes on from each."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.methods: Counter[tuple[str, ...]] = Counter()
        self.parents: set[tuple[str, ...]] = set()
        self.collections: set[tuple[str, ...]] = set()
        split = [segments(path) for path in paths]
        for parts in split:
            self.methods[parts] += 1
            if len(parts) > 1 and parts[-1] == "{}":
                self.collections.add(parts[:-1])
            for length in range(1, len(parts)):
                self.parents.add(parts[:length])
        self.prefix = _common_prefix(split)


def segments(path: str) -> tuple[str, ...]:
    """The segments of a path; each that holds a parameter reads `{}`."""
    parts = path.partition("?")[0].partition("#")[0].split("/")
    return tuple("{}" if "{" in part else part for part in parts if part)


def _common_prefix(paths: list[tuple[str, ...]]) -> int:
    """How many first segments say nothing: versions, and what all paths begin with."""
    if not paths:
        return 0
    length = 0
    shortest = min(len(parts) for parts in paths)
    while length < shortest - 1 and paths[0][length] != "{}":
        first = {parts[length] for parts in paths}
        if len(first) > 1:
            break
        length += 1
    return length


def _name(call: Call, shape: _Paths) -> Name:
    whole = segments(call.path)
    parts = [part for part in whole[shape.prefix :] if not _is_version(part)]
    nouns = [part for part in parts if part != "{}"]
    if not nouns:
        return ("root",), split_words(call.id) or (call.method.lower(),)
    if _is_action(call, whole, parts, shape):
        action = nouns.pop()
        verb = split_words(action) or (call.method.lower(),)
    else:
        lists = call.lists or whole in shape.collections
        verb = _verb(call, parts[-1] == "{}", lists)
    resource = tuple("_".join(split_words(noun)) for noun in _split_dots(nouns))
    return tuple(word for word in resource if word), verb


def _split_dots(nouns: list[str]) -> list[str]:
    """`chat.postMessage` is two steps of the way."""
    return [piece for noun in nouns for piece in noun.split(".") if piece]


def _is_version(part: str) -> bool:
    return len(part) > 1 and part[0] in "vV" and part[1:].replace(".", "").isdigit()


def _is_action(
    call: Call, whole: tuple[str, ...], parts: list[str], shape: _Paths
) -> bool:
    """Whether the last segment is something that is done to what stands before it."""
    if parts[-1] == "{}" or whole in shape.parents:
        return False
    if sum(part != "{}" for part in parts) < 2:
        return False
    if shape.methods[whole] > 1 or call.method in ("PUT", "PATCH", "DELETE"):
        return False
    if parts[-2] != "{}" and whole[:-1] not in shape.methods:
        return False
    return not (call.lists and call.method == "GET")


def _verb(call: Call, single: bool, lists: bool) -> tuple[str, ...]:
    match call.method:
        case "GET":
            return ("list",) if lists and not single else ("retrieve",)
        case "POST":
            return ("update",) if single else ("create",)
        case "PUT":
            return ("replace",)
        case "PATCH":
            return ("update",)
        case "DELETE":
            return ("delete",)
        case other:
            return (other.lower(),)
