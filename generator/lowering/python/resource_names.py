"""Names of the attributes, classes and methods of resources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from ...model.api import Resource
from ...model.operations import Operation
from ...recorded_names import Keys
from .identifiers import (
    BUILTIN_TYPES,
    CLASS_BODY_NAMES,
    CLIENT_ATTRIBUTES,
    MAX_NAME_LENGTH,
    TYPE_NAMES,
    attribute_name,
    class_name,
    compound_class_name,
    distinct,
    is_taken,
    shorten,
)
from .runtime_attributes import RESOURCE

WEBHOOKS = ("webhooks",)
"""Words of the resource that parses webhooks."""

WEBHOOK_METHODS = frozenset({"unwrap", "verify_signature"})
"""Methods of the resource that parses webhooks."""

CALLBACKS = ("callbacks",)
"""Words of the resource that parses payloads of callbacks."""

_MAX_INNER_CLASS = 36
"""Characters of the class of a nested resource, which is used in long lines."""

_MAX_CLASS = 80
_MAX_METHOD = 120
"""Characters of longer names, which are cut."""

_RESERVED = CLIENT_ATTRIBUTES | CLASS_BODY_NAMES | (BUILTIN_TYPES - {"list"})
RESERVED_METHODS = (
    RESOURCE
    | CLASS_BODY_NAMES
    | (BUILTIN_TYPES - {"list"})
    | {"date", "datetime", "with_raw_response", "with_streaming_response"}
)
"""Names that no method of a resource can have."""
NO_CLASSES: Mapping[tuple[str, ...], str] = {}
"""The classes of resources without an earlier output."""

_AFFIXES = [
    (prefix, suffix) for prefix in ("", "Async") for suffix in ("", "Raw", "Streaming")
]
"""Prefix and suffix of each class that is emitted for a resource."""


def name_attributes(
    root: Resource, types: AbstractSet[str], has_webhooks: bool
) -> dict[tuple[str, ...], str]:
    """Name the attribute of each resource; names are unique within the parent.

    Args:
        root: Root of the resources.
        types: Names of types.
        has_webhooks: Whether the resource `webhooks` parses webhooks.
    """
    attributes: dict[tuple[str, ...], str] = {}
    for owner in (root, *(item for child in root.children for item in child.walk())):
        # Type names are used in the bodies of resource classes, but not of the clients.
        reserved: list[AbstractSet[str]] = [_RESERVED]
        if owner is not root:
            reserved += [types, {"date", "datetime"}]
        if has_webhooks and owner.words == WEBHOOKS:
            reserved.append(WEBHOOK_METHODS)
        preferred = {
            child.words[-1]: _free_name(
                shorten(attribute_name(child.words[-1]), MAX_NAME_LENGTH), reserved
            )
            for child in owner.children
        }
        names = distinct(preferred, *reserved)
        attributes |= {child.words: names[child.words[-1]] for child in owner.children}
    return attributes


def kept_classes(
    root: Resource, attributes: Mapping[tuple[str, ...], str], recorded: Keys
) -> dict[tuple[str, ...], str]:
    """Return the classes that resources had in the earlier output, by their words.

    Args:
        root: Root of the resources.
        attributes: Attribute of each resource.
        recorded: Recorded module and class of each resource, by its attributes.
    """
    result = {}
    for resource in (item for child in root.children for item in child.walk()):
        words = resource.words
        starts = (words[: length + 1] for length in range(len(words)))
        name = recorded.get(".".join(attributes[start] for start in starts))
        if name is not None:
            result[words] = name.rpartition(".")[2]
    return result


def name_top_classes(
    root: Resource,
    taken: AbstractSet[str],
    kept: Mapping[tuple[str, ...], str] = NO_CLASSES,
) -> dict[str, str]:
    """Name the class of each top-level resource, by word.

    The names are unique in the client, because its module imports all of them.
    """
    preferred = {child.words[0]: class_name(child.words[0]) for child in root.children}
    kept_names = {words[0]: name for words, name in kept.items() if len(words) == 1}
    return _make_unique(preferred, set(taken), kept_names)


def name_classes(
    top: Resource,
    top_classes: Mapping[str, str],
    taken: AbstractSet[str],
    kept: Mapping[tuple[str, ...], str] = NO_CLASSES,
) -> dict[tuple[str, ...], str]:
    """Name the class of a top-level resource and of each resource nested in it.

    The name is the last word of a resource. If several resources of the module have the
    same last word, the words before it are included.

    Args:
        top: Top-level resource.
        top_classes: Classes of all top-level resources, by word.
        taken: Names that must not be used.
        kept: Classes of the earlier output, by the words of the resource.
    """
    inner = [resource for resource in top.walk() if len(resource.words) > 1]
    last_words = Counter(class_name(resource.words[-1]) for resource in top.walk())
    preferred: dict[str, str] = {}
    for resource in inner:
        name = class_name(resource.words[-1])
        if last_words[name] > 1:
            name = compound_class_name(resource.words[1:], _MAX_INNER_CLASS)
        preferred[".".join(resource.words)] = name
    top_class = top_classes[top.words[0]]
    kept_names = {
        ".".join(item.words): kept[item.words] for item in inner if item.words in kept
    }
    names = _make_unique(preferred, {*taken, *emitted_names(top_class)}, kept_names)
    inner_names = {item.words: names[".".join(item.words)] for item in inner}
    return {top.words: top_class, **inner_names}


def name_methods(
    operations: Iterable[Operation],
    attributes: AbstractSet[str],
    *types: AbstractSet[str],
) -> dict[str, str]:
    """Name the method of each operation of a resource, by ID.

    Args:
        operations: Operations of the resource.
        attributes: Other attributes of the class.
        types: Names of types and classes that annotations use.
    """
    names: dict[str, str] = {}
    reserved = (RESERVED_METHODS, *types)
    for operation in operations:
        name = shorten(attribute_name("_".join(operation.name)), _MAX_METHOD)
        name = _free_name(name, reserved)
        if name in attributes:
            name = f"{operation.method.lower()}_{name}"
        names[operation.id] = name
    return distinct(names, attributes, *reserved)


def _free_name(name: str, reserved: Iterable[AbstractSet[str]]) -> str:
    """Append an underscore to a name if one of several sets contains it."""
    return f"{name}_" if is_taken(name, reserved) else name


def emitted_names(name: str) -> list[str]:
    """Return the names of all classes that are emitted for a resource."""
    return [f"{prefix}{name}{suffix}" for prefix, suffix in _AFFIXES]


def _make_unique(
    preferred: dict[str, str], taken: set[str], kept: Keys
) -> dict[str, str]:
    """Make names unique with the suffix `Resource` and, if necessary, a number.

    Args:
        preferred: Preferred name by key.
        taken: Names that must not be used; the names of all emitted classes are added.
        kept: Names of the earlier output by key, which stay unless they are taken.
    """
    names: dict[str, str] = {}
    for key, name in kept.items():
        if name not in TYPE_NAMES and taken.isdisjoint(emitted_names(name)):
            names[key] = name
            taken.update(emitted_names(name))
    longer = {}
    for key, preferred_name in preferred.items():
        if key in names:
            continue
        name = shorten(preferred_name, _MAX_CLASS)
        is_free = taken.isdisjoint(emitted_names(name))
        longer[key] = name if is_free else f"{name}Resource"
    for key, name in sorted(distinct(longer).items(), key=lambda item: item[::-1]):
        unique, number = name, 2
        # The suffix can give `AsyncResource`, which the module imports.
        while unique in TYPE_NAMES or not taken.isdisjoint(emitted_names(unique)):
            unique = f"{name}{number}"
            number += 1
        taken.update(emitted_names(unique))
        names[key] = unique
    return names
