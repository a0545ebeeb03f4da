"""Names for SDKs, in extensions of the generators that vendors use.

Calls are named by `x-fern-sdk-group-name` and `x-fern-sdk-method-name` (Fern), and by
`x-speakeasy-group` and `x-speakeasy-name-override` (Speakeasy). Arguments are named by
`x-fern-parameter-name`, `x-speakeasy-name-override`, `x-stainless-param` (Stainless, also in
the schema of the parameter) and `x-ms-client-name` (AutoRest).
"""

from __future__ import annotations

from typing import Any

from .node import Node
from .operation import Operation
from .parameter import Parameter
from .schema import Schema

OVERRIDDEN_SCHEMA = "x-stainless-override-schema"
"""The schema that SDKs use in place of the one that contains it (Stainless)."""

_GROUPS = ("x-fern-sdk-group-name", "x-speakeasy-group")
_METHODS = ("x-fern-sdk-method-name", "x-speakeasy-name-override")
_ARGUMENTS = (
    *("x-fern-parameter-name", "x-speakeasy-name-override"),
    *("x-stainless-param", "x-ms-client-name"),
)


def read_group(operation: Operation) -> tuple[str, ...]:
    """Return the nested groups of an operation, outermost first; `()` if it has none.

    A group is a list of names, or a string in which dots separate them.
    """
    for key in _GROUPS:
        if parts := tuple(filter(None, _split(operation.raw(key)))):
            return parts
    return ()


def read_method(operation: Operation) -> str:
    """Return the name of the method of an operation; `""` if none is declared."""
    return _read_first(operation, _METHODS)


def read_argument(parameter: Parameter) -> str:
    """Return the name of the argument of a parameter; `""` if none is declared."""
    schema = parameter.schema
    nodes: tuple[Node, ...] = (parameter,)
    if schema is not None:
        nodes = (parameter, schema, overridden_schema(schema))
    return next(filter(None, (_read_first(node, _ARGUMENTS) for node in nodes)), "")


def overridden_schema(schema: Schema) -> Schema:
    """Return the schema that SDKs use in place of a schema, or the schema itself."""
    return schema.find(OVERRIDDEN_SCHEMA, Schema) or schema


def _split(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(value.split("."))
    items = value if isinstance(value, list) else ()
    return tuple(item for item in items if isinstance(item, str))


def _read_first(node: Node, keys: tuple[str, ...]) -> str:
    return next(filter(None, map(node.text, keys)), "")
