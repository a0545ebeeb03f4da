"""Names of operations derived from their paths.

Paths are read as those of REST APIs: static segments are nouns, a parameter selects one
item of a collection, and a last segment after a parameter is an action if no other path
continues it. The HTTP method determines the verb otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl

from ...frozen_dataclass import dataclass
from ...limits import MAX_RESOURCE_DEPTH
from ...source import Location
from ...words import is_plural, split_words
from .digits import begin_with_letter
from .groups import has_namespaces, name_in_group, name_in_namespace
from .id_verbs import IdWords, correct_verb, is_verb, read_dotted_id, read_id
from .object_verbs import find_object_verb
from .paths import (
    drop_prefix,
    find_shared_prefix,
    list_segments,
    list_significant,
    split_dots,
)
from .verbs import VERBS

Name = tuple[tuple[str, ...], tuple[str, ...]]
"""The nested resources (words of each joined by `_`), and the words of the method."""


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
        tags: Names of the tags.
        group: Nested groups that an extension declares; `()` if there are none.
        method_name: Name of the method that an extension declares; `""` if there is none.
    """

    id: str
    method: str
    path: str
    returns_list: bool
    samples: tuple[tuple[str, Location], ...] = ()
    response_type: str = ""
    tags: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    method_name: str = ""


@dataclass(frozen=True, slots=True)
class PathName:
    """The name that a path results in.

    Args:
        name: Resources and words of the method.
        uses_id: Whether the operation id changed it.
        is_declared: Whether extensions declare the group and the method.
    """

    name: Name
    uses_id: bool = False
    is_declared: bool = False


def names_from_paths(inputs: Sequence[NamingInput]) -> list[PathName]:
    """Return the name that each path results in, in order; names may clash."""
    paths = _Paths(inputs)
    names = (_build_name(operation, paths) for operation in inputs)
    return [replace(item, name=_begin_with_letters(item.name)) for item in names]


def _begin_with_letters(name: Name) -> Name:
    resource, (first, *rest) = name
    return (tuple(map(begin_with_letter, resource)), (begin_with_letter(first), *rest))


class _Paths:
    """An index of all paths of an API."""

    def __init__(self, inputs: Sequence[NamingInput]) -> None:
        self.prefix = find_shared_prefix([item.path for item in inputs])
        self.has_namespaces = has_namespaces([item.tags for item in inputs])
        self.calls = set(filter(None, (_read_call(item.id) for item in inputs)))
        self.called = _find_called_paths(inputs)
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


def _read_call(id_: str) -> Name | None:
    """Return the name that an operation id with dots is; `None` for other ids."""
    dotted = read_dotted_id(id_)
    return (dotted[:-1], split_words(dotted[-1])) if dotted else None


def _find_called_paths(
    inputs: Iterable[NamingInput],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the resources of paths with an operation whose id is a call."""
    resources: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for operation in inputs:
        if call := _read_call(operation.id):
            resources[list_segments(operation.path)].add(call[0])
    return {path: items.pop() for path, items in resources.items() if len(items) == 1}


def _list_flags(path: str) -> tuple[str, ...]:
    """Return the flags in the query of a path, as in `/orders?beta=true`."""
    query = path.partition("#")[0].partition("?")[2]
    return tuple(
        "_".join(split_words(key))
        for key, value in parse_qsl(query, keep_blank_values=True)
        if value.lower() in ("", "1", "true")
    )


def _build_name(operation: NamingInput, paths: _Paths) -> PathName:
    """Return the name of an operation: by extensions, a dotted id or tag, or its path."""
    group = tuple(filter(None, ("_".join(split_words(it)) for it in operation.group)))
    method = split_words(operation.method_name)
    if group and method:
        return PathName((group, method), is_declared=True)
    name = _derive_name(operation, paths)
    if method:
        return replace(name, name=(name.name[0], method))
    if group:
        id_words = read_id(operation.id, operation.method, operation.path)
        return PathName(name_in_group(group, id_words, *name.name), uses_id=True)
    return name


def _derive_name(operation: NamingInput, paths: _Paths) -> PathName:
    if call := _read_call(operation.id):
        return PathName(call, uses_id=True)
    id_words = read_id(operation.id, operation.method, operation.path)
    of_path = _read_path(operation, id_words, paths)
    resource, verb = of_path.name
    if called := paths.called.get(list_segments(operation.path)):
        is_free = (called, verb) not in paths.calls
        verb = verb if is_free or not id_words.verb else (id_words.verb,)
        return PathName((called, verb), uses_id=True)
    if paths.has_namespaces:
        name = name_in_namespace(operation.tags[0], id_words, resource, verb)
        return PathName(name, uses_id=True) if name else of_path
    return of_path


def _read_path(operation: NamingInput, id_words: IdWords, paths: _Paths) -> PathName:
    segments = list_segments(operation.path)
    significant = list_significant(drop_prefix(operation.path, paths.prefix))
    nouns = [segment for segment in significant if segment != "{}"]
    if not nouns:
        resource = "_".join(split_words(operation.tags[0])) if operation.tags else ""
        verb = (
            id_words.words or split_words(operation.id) or (operation.method.lower(),)
        )
        return PathName(((resource or "root",), verb))
    fragment = split_words(operation.path.partition("#")[2])
    parts = split_dots(nouns)
    uses_id = False
    if fragment and fragment[0] in VERBS:
        verb = fragment
    elif called := _find_called(operation, segments, parts, id_words, paths):
        *parts, last = called
        verb, uses_id = split_words(last), True
    elif rest := _list_words_after_verb(significant, id_words):
        parts, verb, uses_id = ["_".join(rest)], id_words.words[:1], True
    elif _is_action(operation, segments, significant, id_words, paths):
        action = nouns.pop()
        parts = split_dots(nouns)
        verb = split_words(action) or (operation.method.lower(),)
        if undoing := id_words.find_undoing(verb):
            verb, uses_id = (undoing,), True
        elif bulk := id_words.find_bulk(verb, operation.path):
            verb, uses_id = bulk, True
    else:
        of_path = _find_verb(operation, segments, paths)
        verb = _use_id(of_path, operation, id_words, split_words(parts[-1]))
        uses_id = verb != of_path
    if len(parts) > 1 and split_words(parts[-1]) == verb:
        parts.pop()
    words = (*_list_flags(operation.path), *("_".join(split_words(p)) for p in parts))
    words = tuple(filter(None, words))[:MAX_RESOURCE_DEPTH]
    return PathName((words or ("root",), verb), uses_id)


def _list_words_after_verb(
    significant: list[str], id_words: IdWords
) -> tuple[str, ...]:
    """Return the noun of a path that is one procedure, such as `/deleteWebhook`.

    The id is the same; otherwise `/import_errors` could be a noun.
    """
    words = split_words(significant[0])
    is_procedure = len(significant) == 1 and words == id_words.words
    return words[1:] if is_procedure and is_verb("".join(words[:1])) else ()


def _find_called(
    operation: NamingInput,
    segments: tuple[str, ...],
    parts: list[str],
    id_words: IdWords,
    paths: _Paths,
) -> list[str]:
    """Return the parts of a path whose last is the method; `[]` if that is not so.

    So it is if the id consists of the last two parts, as in `usage-completions` for
    `/usage/completions` and `chat_postMessage` for `/chat.postMessage`.
    """
    if segments[-1] == "{}" or segments in paths.parents or len(parts) < 2:
        return []
    last = split_words(parts[-1])
    if len(id_words.words) <= len(last) or id_words.words[-len(last) :] != last:
        return []
    before = id_words.words[: -len(last)]
    is_method = "." in segments[-1].rstrip(".") or (
        operation.method == "GET" and paths.methods[segments] == {"GET"}
    )
    if id_words.verb in (before[0], "list") or not is_method:
        return []
    if before == split_words(parts[-2]):
        return parts
    sibling = (*segments[:-1], "_".join(before))
    return (
        [*parts[:-1], "_".join(before), parts[-1]] if sibling in paths.parents else []
    )


def _is_action(
    operation: NamingInput,
    segments: tuple[str, ...],
    significant: list[str],
    id_words: IdWords,
    paths: _Paths,
) -> bool:
    """Return whether the last segment is an action on the resource before it."""
    if significant[-1] == "{}" or segments in paths.parents:
        return False
    if sum(segment != "{}" for segment in significant) < 2:
        return False
    if significant[-1].startswith(":"):
        return True
    words = split_words(significant[-1])
    if operation.method in _ACTION_METHODS and id_words.is_action(words):
        return True
    if len(paths.methods[segments]) > 1:
        return False
    if words and words[0] in VERBS and not id_words.is_compound(words):
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


def _use_id(
    verb: tuple[str, ...],
    operation: NamingInput,
    id_words: IdWords,
    noun: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the verb of the id if that of method and path says something else."""
    if operation.method != "GET":
        words = id_words.words
        if of_object := find_object_verb(words, operation.path, noun, verb):
            return of_object
    return correct_verb(
        verb,
        operation.method,
        id_words,
        noun,
        returns_list=operation.returns_list,
    )


_UPDATE = ("update",)
_ACTION_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})
