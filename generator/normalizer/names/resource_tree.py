"""The tree of resources."""

from __future__ import annotations

from ...model.api import Resource
from ...model.operations import Operation
from ...openapi.document import Document
from ...openapi.groups import Tag
from ...words import join_words

WEBHOOKS = ("webhooks",)
"""The resource that parses webhook requests."""

CALLBACKS = ("callbacks",)
"""The resource that parses payloads of callbacks."""


def build_resource_tree(
    operations: list[Operation], document: Document, has_webhooks: bool = False
) -> Resource:
    """Build the tree of resources, in the order of their first operations.

    Args:
        operations: Operations of all resources.
        document: Document whose tags describe the resources.
        has_webhooks: Whether to add a resource `webhooks`, even without operations.

    Returns:
        The root resource.
    """
    by_resource: dict[tuple[str, ...], list[Operation]] = {(): []}
    for operation in operations:
        for length in range(1, len(operation.resource)):
            by_resource.setdefault(operation.resource[:length], [])
        by_resource.setdefault(operation.resource, []).append(operation)
    if has_webhooks:
        by_resource.setdefault(WEBHOOKS, [])
    if any(item.parsed for each in operations for item in each.callbacks):
        by_resource.setdefault(CALLBACKS, [])
    children: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for words in by_resource:
        if words:
            children.setdefault(words[:-1], []).append(words)
    tags: dict[str, Tag] = {}
    for name, tag in _tags_by_name(document).items():
        tags.setdefault("".join(filter(str.isalnum, name)).lower(), tag)
    return _build_resource((), by_resource, children, tags)


def _tags_by_name(document: Document) -> dict[str, Tag]:
    """Return the first declaration of each tag, or the first with a description."""
    tags: dict[str, Tag] = {}
    for root in document.roots:
        for tag in root.tags:
            if tag.name not in tags or not tags[tag.name].description:
                tags[tag.name] = tag
    return tags


def _build_resource(
    words: tuple[str, ...],
    by_resource: dict[tuple[str, ...], list[Operation]],
    children: dict[tuple[str, ...], list[tuple[str, ...]]],
    tags: dict[str, Tag],
) -> Resource:
    operations = by_resource[words]
    tag = _find_tag(tags, words, _list_operations_below(words, by_resource))
    return Resource(
        words=words,
        title=join_words(words[-1].split("_") if words else ()),
        description=tag.description if tag else "",
        operations=tuple(operations),
        children=tuple(
            _build_resource(key, by_resource, children, tags)
            for key in children.get(words, ())
        ),
    )


def _list_operations_below(
    words: tuple[str, ...], by_resource: dict[tuple[str, ...], list[Operation]]
) -> list[Operation]:
    """Return the operations of a resource and of the resources nested in it."""
    return [
        operation
        for path, operations in by_resource.items()
        if path[: len(words)] == words
        for operation in operations
    ]


def _find_tag(
    tags: dict[str, Tag], words: tuple[str, ...], operations: list[Operation]
) -> Tag | None:
    """Return the tag with the name of a resource, if its operations use that tag.

    Operations without tags are ignored.
    """
    if not words:
        return None
    tag = tags.get(words[-1].replace("_", "").lower())
    tagged = [operation.tags for operation in operations if operation.tags]
    if tag is None or not tagged:
        return tag
    return tag if any(tag.name in names for names in tagged) else None
