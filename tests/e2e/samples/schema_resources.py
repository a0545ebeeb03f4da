"""OpenAPI documents as resources of `referencing`, with the schemas in them.

`referencing` looks for `$id` and anchors in the places of JSON Schema only, which do not
include `components/schemas` or `content`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from referencing import Specification
from referencing.jsonschema import DRAFT202012

_IDENTIFIERS = ("$id", "$anchor", "$dynamicAnchor")


def _subresources(contents: Any) -> Iterator[Any]:
    """Yield the schemas in a schema, or those with identifiers in a document."""
    if isinstance(contents, dict) and "openapi" in contents:
        yield from _identified(contents)
    else:
        yield from DRAFT202012.subresources_of(contents)


def _identified(node: Any) -> Iterator[Any]:
    """Yield the outermost objects in a document that have an identifier."""
    pending = [node]
    while pending:
        current = pending.pop()
        if isinstance(current, list):
            pending += current
        elif isinstance(current, dict):
            if any(isinstance(current.get(key), str) for key in _IDENTIFIERS):
                yield current
            else:
                pending += current.values()


def _in_subresource(segments: Any, resolver: Any, subresource: Any) -> Any:
    """Return the resolver for a part of a document, whose `$id` is the new base."""
    contents = subresource.contents
    if isinstance(contents, dict) and isinstance(contents.get("$id"), str):
        return resolver.in_subresource(DRAFT202012.create_resource(contents))
    return resolver


OPENAPI: Specification[Any] = Specification(
    name="openapi",
    id_of=DRAFT202012.id_of,
    subresources_of=_subresources,
    anchors_in=lambda specification, contents: DRAFT202012.anchors_in(contents),
    maybe_in_subresource=_in_subresource,
)
"""Documents with schemas of JSON Schema 2020-12."""
