"""Which resource an operation belongs to, and what it does there.

Names come from the path, as REST APIs are built: static segments are nouns, a parameter
chooses one of them, and a last segment behind a parameter that nothing goes on from is
an action. The method says the rest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from ...limits import MAX_RESOURCE_DEPTH
from ...source import Location
from ...words import is_plural, split_words

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
    shutdown sign simulate skip split start stop stream subscribe submit suspend swap switch sync
    synchronize test toggle transfer translate trigger unarchive unassign unban unblock
    undelete undo unfollow uninstall unlink unlock unmute unpause unpublish unregister
    unsubscribe unsuspend update upgrade upload upsert validate verify void vote wait watch
    """.split())
"""Words that tell what to do, where a path ends in one of them."""

_BASES = frozenset({"api", "apis", "rest"})
"""Segments at the beginning that say nothing when others follow."""

_ACTION = re.compile(r"[A-Za-z][\w-]*")
_CHOSEN = re.compile(r"(\w+)\(['\"]?\{[^{}]*\}['\"]?\)")
_VERSION = re.compile(r"[vV]?[0-9]+([.-][0-9]+)*")
_FORMAT = re.compile(r"\.(?:json|xml|ya?ml)$")
_NUMBER = re.compile("[0-9]+")
_SIGNS = " .,;:()'\"=@$!*+~_-"
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
        answer: what it answers with, `""` when that has no name.
    """

    id: str
    method: str
    path: str
    lists: bool
    samples: tuple[tuple[str, Location], ...] = ()
    answer: str = ""


def path_names(calls: Sequence[Call]) -> list[Name]:
    """What the path of each call says, in their order; some may be alike."""
    paths = _Paths(calls)
    return [_name(call, paths) for call in calls]


class _Paths:
    """What the paths of an API have in common, and what goes on from each."""

    def __init__(self, calls: Iterable[Call]) -> None:
        self.methods: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.lists: set[tuple[str, ...]] = set()
        self.answers: dict[tuple[str, ...], str] = {}
        self.parents: set[tuple[str, ...]] = set()
        self.collections: set[tuple[str, ...]] = set()
        for call in calls:
            parts = segments(call.path)
            self.methods[parts].add(call.method)
            if call.method == "GET":
                self.answers[parts] = call.answer
                if call.lists:
                    self.lists.add(parts)
            if len(parts) > 1 and parts[-1] == "{}":
                self.collections.add(parts[:-1])
            for length in range(1, len(parts)):
                self.parents.add(parts[:length])

    def changes(self, path: tuple[str, ...], call: Call) -> bool:
        """Whether a POST changes the one thing at a path, and does not add another.

        What is called by a plural is several things, unless it answers as reading does.
        """
        if path not in self.answers or path in self.lists or path in self.collections:
            return False
        words = split_words(path[-1])
        same = call.answer != "" and call.answer == self.answers[path]
        return same or not (words and is_plural(words[-1]))


def is_long(path: str) -> bool:
    """Whether a path has more static segments than resources may have levels."""
    return len(_split_dots(nouns_of(path))) > MAX_RESOURCE_DEPTH


def nouns_of(path: str) -> list[str]:
    """The segments of a path that say something and hold no parameters."""
    return [part for part in _telling(path) if part != "{}"]


def _telling(path: str) -> list[str]:
    """The segments of a path without what says nothing: bases and versions."""
    whole = segments(path)
    for place, part in enumerate(whole[:-2]):
        if part == "providers" and "." in whole[place + 1]:
            # As in `/subscriptions/{id}/providers/Acme.Storage/accounts`: a scope that
            # everything lies in, then the name of a service.
            whole = whole[place + 2 :]
            break
    parts = []
    for place, part in enumerate(whole):
        goes_on = whole[place + 1 : place + 2] not in ((), ("{}",))
        if place < 3 and part.lower() in _BASES and goes_on:
            continue
        if place > 3 or not _VERSION.fullmatch(part):
            parts.append(part)
    return parts


def segments(path: str) -> tuple[str, ...]:
    """The segments of a path; each that is a parameter reads `{}`.

    Of one that holds other text too, that text counts: `thumbnail.{format}` is
    `thumbnail`. A choice in brackets, `Orders({key})`, is a segment of its own, and so is
    what stands behind a colon, an action: `{id}:cancel`.
    """
    found: list[str] = []
    plain = _FORMAT.sub("", path.partition("?")[0].partition("#")[0])
    for part in plain.split("/"):
        noun, colon, action = part.rpartition(":")
        if colon and noun and _ACTION.fullmatch(action):
            found += (_segment(noun), f":{action}")
        elif match := _CHOSEN.fullmatch(part):
            found += (match[1], "{}")
        elif part:
            found.append(_segment(part))
    return tuple(found)


def _segment(part: str) -> str:
    if "{" not in part:
        return part
    text = _PARAMETER.sub(" ", part).strip(_SIGNS)
    return text if len(text) > 1 else "{}"


def version_of(path: str) -> tuple[int, ...]:
    """The version in a path as numbers, `()` when there is none."""
    for part in segments(path)[:4]:
        if _VERSION.fullmatch(part):
            return tuple(map(int, _NUMBER.findall(part)))
    return ()


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


def _name(call: Call, shape: _Paths) -> Name:
    whole = segments(call.path)
    parts = _telling(call.path)
    nouns = [part for part in parts if part != "{}"]
    if not nouns:
        return ("root",), split_words(call.id) or (call.method.lower(),)
    fragment = split_words(call.path.partition("#")[2])
    if fragment and fragment[0] in _VERBS:
        verb = fragment
    elif _is_action(call, whole, parts, shape):
        action = nouns.pop()
        verb = split_words(action) or (call.method.lower(),)
    else:
        verb = _verb(call, whole, shape)
    resource = tuple("_".join(split_words(noun)) for noun in _split_dots(nouns))
    words = (*_flags(call.path), *(word for word in resource if word))
    words = words[:MAX_RESOURCE_DEPTH]
    return words or ("root",), verb


def _split_dots(nouns: list[str]) -> list[str]:
    """`chat.postMessage` is two steps of the way."""
    return [piece for noun in nouns for piece in noun.split(".") if piece]


def _is_action(
    call: Call, whole: tuple[str, ...], parts: list[str], shape: _Paths
) -> bool:
    """Whether the last segment is something that is done to what stands before it."""
    if parts[-1] == "{}" or whole in shape.parents:
        return False
    if sum(part != "{}" for part in parts) < 2:
        return False
    if parts[-1].startswith(":"):
        return True
    if len(shape.methods[whole]) > 1:
        return False
    words = split_words(parts[-1])
    if words and words[0] in _VERBS:
        return True
    if call.method in ("PUT", "PATCH", "DELETE") or any(map(is_plural, words)):
        return False
    if parts[-2] != "{}":
        return whole[:-1] in shape.methods and not call.lists
    return True


def _verb(call: Call, whole: tuple[str, ...], shape: _Paths) -> tuple[str, ...]:
    """What a method does to what a path names: one thing, or several."""
    chosen = whole[-1:] == ("{}",)
    several = whole in shape.collections
    others = shape.methods[whole]
    match call.method:
        case "GET":
            lists = call.lists and (several or not chosen) or several and not chosen
            return ("list",) if lists else ("retrieve",)
        case "POST":
            single = chosen and not several or not chosen and shape.changes(whole, call)
            return ("create",) if others & {"PUT", "PATCH"} or not single else _UPDATE
        case "PUT" | "PATCH" | "DELETE" if several and not chosen:
            verb = "delete" if call.method == "DELETE" else "update"
            clash = call.method == "PUT" and "PATCH" in others
            return ("replace" if clash else verb, "all")
        case "PUT":
            return ("replace",) if "PATCH" in others else _UPDATE
        case "PATCH":
            return _UPDATE
        case "DELETE":
            return ("delete",)
        case other:
            return (other.lower(),)


_UPDATE = ("update",)
