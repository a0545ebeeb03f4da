"""Operations become a tree of resources."""

from __future__ import annotations

from ...model.api import Resource
from ...model.operations import Operation
from ...openapi.document import Document
from ...openapi.groups import Tag

WEBHOOKS = ("webhooks",)
"""The resource that reads what the API sends."""


def resource_tree(
    operations: list[Operation], document: Document, receives: bool = False
) -> Resource:
    """The root resource; resources stand in the order in which operations name them.

    Args:
        operations: what stands in them.
        document: whose tags describe them.
        receives: whether there is a resource `webhooks`, be it without operations.
    """
    own: dict[tuple[str, ...], list[Operation]] = {(): []}
    for operation in operations:
        for length in range(1, len(operation.resource)):
            own.setdefault(operation.resource[:length], [])
        own.setdefault(operation.resource, []).append(operation)
    if receives:
        own.setdefault(WEBHOOKS, [])
    inner: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for words in own:
        if words:
            inner.setdefault(words[:-1], []).append(words)
    by_name = {tag.name: tag for root in document.roots for tag in root.tags}
    tags: dict[str, Tag] = {}
    for name, tag in by_name.items():
        tags.setdefault("".join(filter(str.isalnum, name)).lower(), tag)
    return _resource((), own, inner, tags)


def _resource(
    words: tuple[str, ...],
    own: dict[tuple[str, ...], list[Operation]],
    inner: dict[tuple[str, ...], list[tuple[str, ...]]],
    tags: dict[str, Tag],
) -> Resource:
    operations = own[words]
    tag = _tag(tags, words, _operations_below(words, own))
    title = words[-1].replace("_", " ") if words else ""
    return Resource(
        words=words,
        title=title[:1].upper() + title[1:],
        description=tag.description if tag else "",
        operations=tuple(operations),
        children=tuple(
            _resource(key, own, inner, tags) for key in inner.get(words, ())
        ),
    )


def _operations_below(
    words: tuple[str, ...], own: dict[tuple[str, ...], list[Operation]]
) -> list[Operation]:
    """Return the operations of a resource and of the resources nested in it."""
    return [
        operation
        for path, operations in own.items()
        if path[: len(words)] == words
        for operation in operations
    ]


def _tag(
    tags: dict[str, Tag], words: tuple[str, ...], operations: list[Operation]
) -> Tag | None:
    """Return the tag that describes a resource.

    It has the name of the resource, and the operations of the resource have it. Operations
    without tags say nothing about it.
    """
    if not words:
        return None
    tag = tags.get(words[-1].replace("_", "").lower())
    tagged = [operation.tags for operation in operations if operation.tags]
    if tag is None or not tagged:
        return tag
    return tag if any(tag.name in names for names in tagged) else None
