"""Names of operations derived from their paths.

Paths are read as those of REST APIs: static segments are nouns, a parameter selects one
item of a collection, and a last segment after a parameter is an action if no other path
continues it. The HTTP method determines the verb otherwise.
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
"""The nested resources (words of each joined by `_`), and the words of the method."""

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
"""Verbs that make the last segment of a path an action."""

_BASES = frozenset({"api", "apis", "rest"})
"""First segments that are ignored if other segments follow."""

_ACTION = re.compile(r"[A-Za-z][\w-]*")
_KEY_IN_PARENTHESES = re.compile(r"(\w+)\(['\"]?\{[^{}]*\}['\"]?\)")
_VERSION = re.compile(r"[vV]?[0-9]+([.-][0-9]+)*")
_FILE_FORMAT = re.compile(r"\.(?:json|xml|ya?ml)$")
_NUMBER = re.compile("[0-9]+")
_PUNCTUATION = " .,;:()'\"=@$!*+~_-"
_PARAMETER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class NamingInput:
    """The parts of an operation from which its name is derived.

    Args:
        id: Operation id.
        method: HTTP method in upper case.
        path: Path as declared, including a query.
        returns_list: Whether the response is a list.
        samples: Python samples of the operation, each with its location.
        response_type: Name of the type of the response; `""` if it has none.
    """

    id: str
    method: str
    path: str
    returns_list: bool
    samples: tuple[tuple[str, Location], ...] = ()
    response_type: str = ""


def names_from_paths(inputs: Sequence[NamingInput]) -> list[Name]:
    """Return the name that each path results in, in order; names may clash."""
    paths = _Paths(inputs)
    return [_build_name(operation, paths) for operation in inputs]


class _Paths:
    """An index of all paths of an API."""

    def __init__(self, inputs: Iterable[NamingInput]) -> None:
        self.methods: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.lists: set[tuple[str, ...]] = set()
        self.response_types: dict[tuple[str, ...], str] = {}
        self.parents: set[tuple[str, ...]] = set()
        self.collections: set[tuple[str, ...]] = set()
        for operation in inputs:
            segments = list_segments(operation.path)
            self.methods[segments].add(operation.method)
            if operation.method == "GET":
                self.response_types[segments] = operation.response_type
                if operation.returns_list:
                    self.lists.add(segments)
            if len(segments) > 1 and segments[-1] == "{}":
                self.collections.add(segments[:-1])
            for length in range(1, len(segments)):
                self.parents.add(segments[:length])

    def is_update(self, path: tuple[str, ...], operation: NamingInput) -> bool:
        """Return whether a POST updates the single item at a path.

        A plural noun is a collection, unless POST and GET have the same response type.
        """
        if path not in self.response_types:
            return False
        if path in self.lists or path in self.collections:
            return False
        words = split_words(path[-1])
        type_ = operation.response_type
        has_same_type = type_ != "" and type_ == self.response_types[path]
        return has_same_type or not (words and is_plural(words[-1]))


def has_too_many_segments(path: str) -> bool:
    """Return whether a path has more static segments than a resource may have levels."""
    return len(_split_dots(list_nouns(path))) > MAX_RESOURCE_DEPTH


def list_nouns(path: str) -> list[str]:
    """Return the significant segments of a path that are not parameters."""
    return [part for part in _list_significant(path) if part != "{}"]


def _list_significant(path: str) -> list[str]:
    """Return the segments of a path without bases and versions."""
    segments = list_segments(path)
    for index, segment in enumerate(segments[:-2]):
        if segment == "providers" and "." in segments[index + 1]:
            # As in `/subscriptions/{id}/providers/Acme.Storage/accounts`: a scope that
            # all resources share, then the name of a service.
            segments = segments[index + 2 :]
            break
    significant = []
    for index, segment in enumerate(segments):
        has_next = segments[index + 1 : index + 2] not in ((), ("{}",))
        if index < 3 and segment.lower() in _BASES and has_next:
            continue
        if index > 3 or not _VERSION.fullmatch(segment):
            significant.append(segment)
    return significant


def list_segments(path: str) -> tuple[str, ...]:
    """Return the segments of a path, with `{}` for each parameter.

    A segment that contains a parameter and static text is reduced to the text:
    `thumbnail.{format}` becomes `thumbnail`. A key in parentheses, `Orders({key})`, and an
    action after a colon, `{id}:cancel`, are separate segments.
    """
    segments: list[str] = []
    path_only = _FILE_FORMAT.sub("", path.partition("?")[0].partition("#")[0])
    for part in path_only.split("/"):
        noun, colon, action = part.rpartition(":")
        if colon and noun and _ACTION.fullmatch(action):
            segments += (_normalize_segment(noun), f":{action}")
        elif match := _KEY_IN_PARENTHESES.fullmatch(part):
            segments += (match[1], "{}")
        elif part:
            segments.append(_normalize_segment(part))
    return tuple(segments)


def _normalize_segment(segment: str) -> str:
    if "{" not in segment:
        return segment
    static = _PARAMETER.sub(" ", segment).strip(_PUNCTUATION)
    return static if len(static) > 1 else "{}"


def find_version(path: str) -> tuple[int, ...]:
    """Return the numbers of the version in a path, or `()`."""
    for segment in list_segments(path)[:4]:
        if _VERSION.fullmatch(segment):
            return tuple(map(int, _NUMBER.findall(segment)))
    return ()


def list_parameters(path: str) -> list[str]:
    """Return the names of the parameters of a path, in order."""
    return _PARAMETER.findall(path.partition("?")[0])


def _list_flags(path: str) -> tuple[str, ...]:
    """Return the flags in the query of a path, as in `/orders?beta=true`."""
    query = path.partition("#")[0].partition("?")[2]
    return tuple(
        "_".join(split_words(key))
        for key, value in parse_qsl(query, keep_blank_values=True)
        if value.lower() in ("", "1", "true")
    )


def _build_name(operation: NamingInput, paths: _Paths) -> Name:
    segments = list_segments(operation.path)
    significant = _list_significant(operation.path)
    nouns = [segment for segment in significant if segment != "{}"]
    if not nouns:
        return ("root",), split_words(operation.id) or (operation.method.lower(),)
    fragment = split_words(operation.path.partition("#")[2])
    if fragment and fragment[0] in _VERBS:
        verb = fragment
    elif _is_action(operation, segments, significant, paths):
        action = nouns.pop()
        verb = split_words(action) or (operation.method.lower(),)
    else:
        verb = _find_verb(operation, segments, paths)
    resource = tuple("_".join(split_words(noun)) for noun in _split_dots(nouns))
    words = (*_list_flags(operation.path), *(word for word in resource if word))
    words = words[:MAX_RESOURCE_DEPTH]
    return words or ("root",), verb


def _split_dots(nouns: list[str]) -> list[str]:
    """Split nouns such as `chat.postMessage` into two."""
    return [part for noun in nouns for part in noun.split(".") if part]


def _is_action(
    operation: NamingInput,
    segments: tuple[str, ...],
    significant: list[str],
    paths: _Paths,
) -> bool:
    """Return whether the last segment is an action on the resource before it."""
    if significant[-1] == "{}" or segments in paths.parents:
        return False
    if sum(segment != "{}" for segment in significant) < 2:
        return False
    if significant[-1].startswith(":"):
        return True
    if len(paths.methods[segments]) > 1:
        return False
    words = split_words(significant[-1])
    if words and words[0] in _VERBS:
        return True
    if operation.method in ("PUT", "PATCH", "DELETE") or any(map(is_plural, words)):
        return False
    if significant[-2] != "{}":
        return segments[:-1] in paths.methods and not operation.returns_list
    return True


def _find_verb(
    operation: NamingInput, segments: tuple[str, ...], paths: _Paths
) -> tuple[str, ...]:
    """Return the verb for a method and a path of one item or a collection."""
    is_item = segments[-1:] == ("{}",)
    is_collection = segments in paths.collections
    methods = paths.methods[segments]
    match operation.method:
        case "GET":
            lists = (operation.returns_list and (is_collection or not is_item)) or (
                is_collection and not is_item
            )
            return ("list",) if lists else ("retrieve",)
        case "POST":
            updates = (is_item and not is_collection) or (
                not is_item and paths.is_update(segments, operation)
            )
            creates = bool(methods & {"PUT", "PATCH"}) or not updates
            return ("create",) if creates else _UPDATE
        case "PUT" | "PATCH" | "DELETE" if is_collection and not is_item:
            verb = "delete" if operation.method == "DELETE" else "update"
            is_replace = operation.method == "PUT" and "PATCH" in methods
            return ("replace" if is_replace else verb, "all")
        case "PUT":
            return ("replace",) if "PATCH" in methods else _UPDATE
        case "PATCH":
            return _UPDATE
        case "DELETE":
            return ("delete",)
        case other:
            return (other.lower(),)


_UPDATE = ("update",)
