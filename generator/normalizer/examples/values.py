"""Example values of parameters, headers and media types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...openapi.composed_values import read_composed
from ...openapi.document import BrokenReference
from ...openapi.node import Node
from ...openapi.parameter import MediaType, Parameter
from ..context import Context
from ..rules import UNRESOLVED_REFERENCE


def read_example_values(
    context: Context, node: Parameter | MediaType
) -> Iterator[tuple[str, Any]]:
    """Yield the title and the value of each example, as a value of the type.

    Args:
        context: Resolves references; collects those that cannot be resolved.
        node: A parameter, header or media type.
    """

    def read(sample: Node) -> Any:
        document, schema = context.document, node.schema
        return read_composed(sample.value, schema, document, sample.location)

    if node.has_example:
        yield "", read(node.at("example", Node))
    for example in node.examples:
        target = context.document.resolve(example)
        if isinstance(target, BrokenReference):
            context.diagnostics.add(
                UNRESOLVED_REFERENCE, target.reason, example.location
            )
        elif target.has_value:
            yield target.summary, read(target.sample)
