"""Which resource an operation belongs to, and what it does there.

Names come from the path, as REST APIs are built: static segments are nouns, a parameter
chooses one of them, and a last segment behind a parameter that nothing goes on from is
an action. The method says the rest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from generator.source import Location
from generator.words import is_plural, split_words

Name = tuple[tuple[str, ...], tuple[str, ...]]
"""The words of each resource on the way (joined by `_`), and those of the method."""

_VERBS = frozenset("""
    accept activate add apply approve archive assign attach authorize ban block bulk
    calculate cancel check clear clone close complete compute confirm connect convert copy
    count create deactivate decline decrypt delete deploy deprecate detach disable
    disconnect dismiss download duplicate enable encrypt estimate evaluate execute export
    fetch find finish follow fork generate get import increment install invite join kick
    kill leave link list load lock login logout lookup mark match merge migrate move mute
    open parse pause ping poll preview process promote publish pull purge push query read
    reboot rebuild recover refresh refund register reindex reject release reload remove
    rename render renew reopen replace reply reprocess request resend reset resize resolve
    restart restore resume retry revert revoke rotate run save scan search send set share
    shutdown sign simulate skip split start stop subscribe submit suspend swap switch sync
    synchronize test toggle transfer translate trigger unarchive unassign unban unblock
    undelete undo unfollow uninstall unlink unlock unmute unpause unpublish unregister
    unsubscribe unsuspend update upgrade upload upsert validate verify void vote wait watch
    """.split())
"""Words that tell what to do, where a path ends in one of them."""

_PARAMETER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Call:
    """What names are made from.

    Args:
        id: the operation id.
        method: in upper case.
        path: as declared, with any query.
        lists: whether the answer is a list of things.
        samples: Python code that shows it, each with its place.
    """

    id: str
    method: str
    path: str
    lists: bool
    samples: tuple[tuple[str, Location], ...] = ()


def path_names(calls: Iterable[Call], paths: Paths) -> list[Name]:
    """What the path of each call says, in their order; some may be alike."""
    return [_name(call, paths) for call in calls]


class Paths:
    """What the paths of an API have in common, and what goes on from each."""

    def __init__(self, calls: Iterable[Call]) -> None:
        self.methods: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.lists: set[tuple[str, ...]] = set()
        self.parents: set[tuple[str, ...]] = set()
        self.collections: set[tuple[str, ...]] = set()
        split = []
        for call in calls:
            parts = segments(call.path)
            split.append(parts)
            self.methods[parts].add(call.method)
            if call.lists and call.method == "GET":
                self.lists.add(parts)
            if len(parts) > 1 and parts[-1] == "{}":
                self.collections.add(parts[:-1])
            for length in range(1, len(parts)):
                self.parents.add(parts[:length])
        self.prefix = _common_prefix(split)

    def is_single(self, path: tuple[str, ...]) -> bool:
        """Whether there is one thing at a path, which can be read, and not several."""
        return (
            "GET" in self.methods.get(path, ())
            and path not in self.lists
            and path not in self.collections
        )

    def parts(self, path: str) -> list[str]:
        """The segments of a path without what says nothing: prefixes and versions."""
        whole = segments(path)[self.prefix :]
        return [part for part in whole if not _is_version(part)]

    def nouns(self, path: str) -> list[str]:
        """Its segments that hold no parameters."""
        return [part for part in self.parts(path) if part != "{}"]


def segments(path: str) -> tuple[str, ...]:
    """The segments of a path; each that holds a parameter reads `{}`."""
    parts = path.partition("?")[0].partition("#")[0].split("/")
    return tuple("{}" if "{" in part else part for part in parts if part)


def parameters_of(path: str) -> list[str]:
    """The names of the parameters of a path, in their order."""
    return _PARAMETER.findall(path.partition("?")[0])


def _flags(path: str) -> tuple[str, ...]:
    """What a query that is part of a path switches on, as words: `/orders?beta=true`."""
    query = path.partition("#")[0].partition("?")[2]
    return tuple(
        "_".join(split_words(key))
        for key, value in parse_qsl(query, keep_blank_values=True)
        if value.lower() in ("", "1", "true")
    )


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


def _name(call: Call, shape: Paths) -> Name:
    whole = segments(call.path)
    parts = shape.parts(call.path)
    nouns = [part for part in parts if part != "{}"]
    if not nouns:
        return ("root",), split_words(call.id) or (call.method.lower(),)
    if _is_action(call, whole, parts, shape):
        action = nouns.pop()
        verb = split_words(action) or (call.method.lower(),)
    else:
        lists = call.lists or whole in shape.collections
        single = parts[-1] == "{}" or shape.is_single(whole)
        verb = _verb(call, single, lists and parts[-1] != "{}")
    resource = tuple("_".join(split_words(noun)) for noun in _split_dots(nouns))
    return (*_flags(call.path), *(word for word in resource if word)), verb


def _split_dots(nouns: list[str]) -> list[str]:
    """`chat.postMessage` is two steps of the way."""
    return [piece for noun in nouns for piece in noun.split(".") if piece]


def _is_version(part: str) -> bool:
    return len(part) > 1 and part[0] in "vV" and part[1:].replace(".", "").isdigit()


def _is_action(
    call: Call, whole: tuple[str, ...], parts: list[str], shape: Paths
) -> bool:
    """Whether the last segment is something that is done to what stands before it."""
    if parts[-1] == "{}" or whole in shape.parents:
        return False
    if sum(part != "{}" for part in parts) < 2:
        return False
    if len(shape.methods[whole]) > 1 or call.method in ("PUT", "PATCH", "DELETE"):
        return False
    words = split_words(parts[-1])
    if words and words[0] in _VERBS:
        return True
    if words and is_plural(words[-1]):
        return False
    if parts[-2] != "{}":
        return whole[:-1] in shape.methods and not call.lists
    return True


def _verb(call: Call, single: bool, lists: bool) -> tuple[str, ...]:
    match call.method:
        case "GET":
            return ("list",) if lists else ("retrieve",)
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
