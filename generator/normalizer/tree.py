"""Operations become a tree of resources."""

from __future__ import annotations

from generator.model.api import Resource
from generator.model.operations import Operation
from generator.openapi.document import Document
from generator.openapi.groups import Tag

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
    tags = {tag.name: tag for root in document.roots for tag in root.tags}
    return _resource((), own, tags)


def _resource(
    words: tuple[str, ...],
    own: dict[tuple[str, ...], list[Operation]],
    tags: dict[str, Tag],
) -> Resource:
    operations = own[words]
    tag = _tag(tags, words)
    title = words[-1].replace("_", " ") if words else ""
    return Resource(
        words=words,
        title=title[:1].upper() + title[1:],
        description=tag.description if tag else "",
        operations=tuple(operations),
        children=tuple(
            _resource(key, own, tags)
            for key in own
            if len(key) == len(words) + 1 and key[: len(words)] == words
        ),
    )


def _tag(tags: dict[str, Tag], words: tuple[str, ...]) -> Tag | None:
    """The tag that is called like the resource."""
    if not words:
        return None
    wanted = words[-1].replace("_", "").lower()
    for name, tag in tags.items():
        if "".join(filter(str.isalnum, name)).lower() == wanted:
            return tag
    return None
