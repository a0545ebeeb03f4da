"""Verbs of operation ids, which correct the names that paths result in.

The path determines the name. The id takes precedence if its verb is of another kind, such as
`delete` for a POST. Ids that only repeat method and path, as tools generate them, are ignored.
"""

from __future__ import annotations

import re

from ...frozen_dataclass import dataclass
from ...words import is_plural, singular, split_words
from .verbs import READING_VERBS, VERBS

_CLASSES = {
    "create": {"create", "add", "insert", "new"},
    "list": {"list"},
    "retrieve": {"get", "retrieve", "fetch", "read", "show"},
    "update": {"update", "edit", "modify", "patch", "change", "set", "replace"},
    "delete": {"delete", "remove", "destroy"},
}
CLASS_OF = {verb: name for name, verbs in _CLASSES.items() for verb in verbs}
_PART = re.compile(r"[a-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*")
_VERSION = re.compile(r"v[0-9]+[a-z0-9]*")
BULK = frozenset({"batch", "bulk"})
"""Words before the verb of an operation on many items."""

_KNOWN = VERBS | frozenset(CLASS_OF)


@dataclass(frozen=True, slots=True)
class IdWords:
    """The words of an operation id.

    Args:
        words: All words, without the path and method that some frameworks append; `()` if
            the id only repeats method and path.
        verb: Its verb; `""` if it has none.
        is_singular: Whether the id and the path end with a noun in the singular.
    """

    words: tuple[str, ...]
    verb: str = ""
    is_singular: bool = False

    @property
    def verb_class(self) -> str:
        """`create`, `list`, `retrieve`, `update`, `delete` or `""` for other verbs."""
        return CLASS_OF.get(self.verb, "")

    def is_action(self, segment: tuple[str, ...]) -> bool:
        """Return whether a segment is the action of the id, or what the id undoes.

        As in `archiveModel` and `unarchiveModel` for `/models/{id}/archive`. Other verbs of
        the id, as in `listShares`, make it a noun.
        """
        if len(segment) != 1 or segment[0] not in VERBS:
            return False
        undoing = self.find_undoing(segment)
        is_named = segment[0] in self.words and self.verb in ("", segment[0])
        return bool(undoing) or is_named

    def find_undoing(self, segment: tuple[str, ...]) -> str:
        """Return the word of the id that undoes an action, such as `unarchive`; or `""`."""
        word = f"un{segment[0]}" if len(segment) == 1 else ""
        return word if word and word in self.words and self.verb in ("", word) else ""

    def is_compound(self, segment: tuple[str, ...]) -> bool:
        """Return whether a segment that begins with a verb is a noun.

        Such as `push-tokens` with the id `createPushToken`, and `login_links`.
        """
        if len(segment) < 2 or segment[0] == "login":
            return len(segment) > 1
        first, object_ = self.words[:1], " ".join(map(singular, self.words[1:]))
        noun = " ".join(map(singular, segment))
        return not CLASS_OF.keys().isdisjoint(first) and f" {noun} " in f" {object_} "

    def find_bulk(self, action: tuple[str, ...], path: str) -> tuple[str, ...]:
        """Return an action on many items, such as `batch_cancel` for `cancel`; or `()`."""
        words = BULK.difference(split_words(path))
        for start, word in enumerate(self.words):
            end = start + 1 + len(action)
            if word in words and self.words[start + 1 : end] == action:
                return self.words[start:end]
        return ()


def is_verb(word: str) -> bool:
    """Return whether a word is a verb of operations, such as `delete` or `send`."""
    return word in _KNOWN


def read_id(id_: str, method: str, path: str) -> IdWords:
    """Return what an operation id says.

    Args:
        id_: The operation id.
        method: HTTP method in upper case.
        path: Path as declared.
    """
    words = split_words(id_)
    http = method.lower()
    in_path = split_words(path.partition("?")[0])
    if words == (http, *in_path):
        return IdWords(())
    if len(words) > len(in_path) + 1 and words[-len(in_path) - 1 :] == (*in_path, http):
        words = words[: -len(in_path) - 1]
    if words[:1] == (http,) and http in ("post", "put"):
        return IdWords(())
    verb = _find_verb(words, frozenset(in_path))
    nouns = [word for word in words if word != verb]
    is_singular = not any(map(is_plural, (*nouns[-1:], *in_path[-1:])))
    return IdWords(words, verb, bool(nouns) and is_singular)


def read_dotted_id(id_: str) -> tuple[str, ...]:
    """Return the parts of an id that is a call itself, such as `v1.orders.cancel-all`.

    Returns:
        The words of each part joined by `_`, without versions; `()` for other ids.
    """
    parts = [part for part in id_.split(".") if not _VERSION.fullmatch(part)]
    if len(parts) < 2 or not all(map(_PART.fullmatch, parts)):
        return ()
    return tuple("_".join(split_words(part)) for part in parts)


def _find_verb(words: tuple[str, ...], in_path: frozenset[str]) -> str:
    """Return the verb of an id: at its start, at its end, or else the first one within."""
    if not words:
        return ""
    if words[0] in _KNOWN:
        return words[0]
    if verb := _find_joined_verb(words[0], in_path):
        return verb
    verbs = [word for word in words if word in _KNOWN and word not in in_path]
    if verbs[-1:] != [words[-1]]:
        return next(iter(verbs), "")
    if words[-1] not in map(singular, in_path):
        return words[-1]
    # A noun such as `check` in `uptime_create_check`, or the only verb: `zip_lookup`.
    nouns = CLASS_OF if len(verbs) == 1 else verbs[1:]
    return "" if verbs[0] in nouns else verbs[0]


def _find_joined_verb(word: str, in_path: frozenset[str]) -> str:
    """Return the verb of an id without separators: `Updatespendlimit`."""
    for verb in CLASS_OF:
        rest = word.removeprefix(verb)
        if rest != word and any(len(noun) > 3 and noun in rest for noun in in_path):
            return verb
    return ""


def _find_both(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the verb of an id that both creates and updates."""
    for both in (("create", "or", "update"), ("update", "or", "create"), ("upsert",)):
        if "_".join(both) in "_".join(words):
            return both
    return ()


def correct_verb(
    verb: tuple[str, ...],
    method: str,
    id_words: IdWords,
    resource: tuple[str, ...],
    *,
    returns_list: bool,
) -> tuple[str, ...]:
    """Return the verb of a name so that it does not contradict the operation id.

    Args:
        verb: Verb that method and path result in, such as `("create",)`.
        method: HTTP method in upper case.
        id_words: What the id says.
        resource: Words of the last part of the resource.
        returns_list: Whether the response is a list.
    """
    if not id_words.words:
        return verb
    if method != "GET" and (both := _find_both(id_words.words)):
        return verb if method == "PUT" and verb != ("update", "all") else both
    match method, verb[0], id_words.verb_class:
        case "GET", "list", "retrieve" if id_words.is_singular and not returns_list:
            return ("retrieve",)
        case "GET", "retrieve", "list" | "create" | "update" | "delete" as other:
            return (other,)
        case "POST", "create" | "update", "list" | "retrieve" | "delete" as other:
            return (other,)
        case "POST", "update", "create":
            return ("create",)
        case "POST", "create", "update" if "create" not in id_words.words:
            return ("update",)
        case "POST", "update", "":
            return (id_words.verb,) if id_words.verb else ("create",)
        case "POST", "create", "" if id_words.verb in READING_VERBS - set(resource):
            return (id_words.verb,)
        case "PUT" | "PATCH", "update" | "replace", "create":
            return (id_words.verb,)
        case "PUT" | "PATCH", "update" | "replace", "delete":
            return ("delete",)
        case _:
            return verb
