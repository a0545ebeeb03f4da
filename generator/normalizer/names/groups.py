"""Names in the groups of calls that extensions and dotted tags declare.

Documents for generators that group calls by tags write the group as a path, such as
`beta.prompts`. Then the tag is the resource. Operation ids that repeat the group name the
method: `prompts_list_versions` is `beta.prompts.list_versions`. Otherwise the path names the
method of an operation on the group itself, and the id that of others: `get_prompt_version` is
`beta.prompts.get_prompt_version`. In groups of extensions, all calls are methods of the group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from ...words import singular, split_words
from .id_verbs import IdWords, is_verb

_NAMESPACE = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_VERSION = re.compile(r"v[0-9]+")
_MODULES = frozenset({"api", "endpoints", "router", "routes", "v1", "v2"})
"""Names of modules that frameworks put between the group and the name of a function."""

Words = tuple[str, ...]


def has_namespaces(tags: Sequence[Sequence[str]]) -> bool:
    """Return whether the tags of an API are namespaces.

    Args:
        tags: Names of the tags of each operation.

    Returns:
        Whether each operation has a tag, each first tag consists of identifiers in lower
        case with dots between them, and at least two have a dot.
    """
    first = {names[0] if names else "" for names in tags}
    parts = [name.split(".") for name in first]
    return (
        all(_NAMESPACE.fullmatch(part) for name in parts for part in name)
        and sum(len(name) > 1 for name in parts) > 1
    )


def name_in_namespace(
    tag: str, id_words: IdWords, resource: Words, verb: Words
) -> tuple[Words, Words] | None:
    """Return the name of an operation in the namespace of its tag.

    Args:
        tag: First tag of the operation, such as `beta.prompts`.
        id_words: The operation id.
        resource: Nested resources of the path, words of each joined by `_`.
        verb: Words of the method that the path results in.

    Returns:
        The nested resources and the words of the method; `None` if neither the id nor the
        path refers to the namespace, and the id has no verb.
    """
    namespace = tuple("_".join(split_words(part)) for part in tag.split("."))
    group = split_words(namespace[-1])
    if words := _words_after_group(id_words.words, group):
        return namespace, words
    below = _resources_below(resource, group)
    words = _without_version(id_words.words)
    is_own = below == () and is_verb(verb[0])
    if not is_own and words and is_verb(words[0]):
        return namespace, words
    if below is None:
        return None
    if not below and verb == ("retrieve",) == (id_words.verb_class,):
        verb = (id_words.verb,)
    return (*namespace, *below), verb


def name_in_group(
    group: Words, id_words: IdWords, resource: Words, verb: Words
) -> tuple[Words, Words]:
    """Return the name of an operation in the group that an extension declares.

    The verb of the path names the method of an operation on the group itself, and the
    operation id that of another.

    Args:
        group: Nested groups, words of each joined by `_`.
        id_words: The operation id.
        resource: Nested resources of the path, words of each joined by `_`.
        verb: Words of the method that the path results in.
    """
    is_own = _resources_below(resource, split_words(group[-1])) == ()
    words = _without_version(id_words.words)
    return group, verb if is_own or not words or not is_verb(words[0]) else words


def _words_after_group(words: Words, group: Words) -> Words:
    """Return the words after the group in an id, if they begin with a verb.

    A noun that repeats the group is left out: `files_upload_file` results in `upload`.
    """
    words = _without_version(words)
    base = tuple(map(singular, group))
    if words and is_verb(words[0]):
        return ()
    for start in reversed(range(len(words) - len(group))):
        end = start + len(group)
        if tuple(map(singular, words[start:end])) == base:
            rest = tuple(dropwhile(_MODULES.__contains__, words[end:]))
            if tuple(map(singular, rest[1:])) == base:
                rest = rest[:1]
            return rest if rest and is_verb(rest[0]) else ()
    return ()


def _without_version(words: Words) -> Words:
    return words[:-1] if words and _VERSION.fullmatch(words[-1]) else words


def _resources_below(resource: Words, group: Words) -> Words | None:
    """Return the resources of the path below the group; `None` if it has no such part."""
    base = tuple(map(singular, group))
    for index in reversed(range(len(resource))):
        words = tuple(map(singular, split_words(resource[index])))
        if words[-len(base) :] == base:
            return resource[index + 1 :]
    return None
