"""Lowering of long-running operations to polling methods such as `create_and_poll`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...model.operations import Operation, Polling
from ...python.constants import PlainValue, PollingLiteral
from ...python.expressions import (
    NONE,
    OBJECT,
    ArgumentDoc,
    Docstring,
    Name,
    Subscript,
    TypeExpr,
    union_of,
)
from ...python.resources import Argument, Method, Place, Streams
from .docstrings import prose
from .pages import build_key_path

_DOCS = (
    ArgumentDoc("on_poll", "Function that is called with each response."),
    ArgumentDoc(
        "poll_interval",
        "Seconds between two requests. Default: as the server requests, else from 1 to 10.",
    ),
    ArgumentDoc(
        "poll_timeout",
        "Seconds after which a `PollTimeoutError` is raised. Default: none.",
    ),
)


def name_polling_methods(
    operation: Operation, pollings: Iterable[Polling]
) -> list[tuple[Polling, str]]:
    """Return the pollings that begin with an operation, and the names of their methods."""
    named = []
    name = "_".join(operation.name)
    for item in pollings:
        if item.created_by == operation.id:
            named.append((item, f"{name}_and_poll"))
        elif not item.created_by and item.operation_id == operation.id:
            named.append((item, "poll" if name == "retrieve" else f"{name}_poll"))
    return named


def build_polling_method(
    method: Method, polling: Polling, name: str, constant: str, response: TypeExpr
) -> Method:
    """Build the method that polls an operation until it reaches a terminal status.

    Args:
        method: Method of the first request.
        polling: Polling of the operation.
        name: Name of the new method.
        constant: Constant of the polling.
        response: Type of the last response.
    """
    selecting = (method.stream_argument, method.selector_argument)
    arguments = [item for item in method.arguments if item not in selecting]
    callback = Subscript("Callable", (Subscript("", (response,)), OBJECT))
    for key, type_ in (
        ("on_poll", callback),
        ("poll_interval", Name("float")),
        ("poll_timeout", union_of((Name("float"), NONE))),
    ):
        arguments.append(Argument(key, key, Place.POLLING, type_, required=False))
    values = ", ".join(f"`{value}`" for value in polling.terminal_values)
    action = (
        f"Call `{method.name}` and poll"
        if polling.created_by
        else f"Poll `{method.name}`"
    )
    text = (
        f"{action} until a terminal status.\n\n"
        f"Polling ends when `{'.'.join(polling.field)}` is one of {values}. A failed "
        "operation is returned like any other."
    )
    names = {item.name for item in arguments}
    options = method.docstring.arguments[-1]
    docs = [item for item in method.docstring.arguments if item.name in names]
    docstring = Docstring(prose(text), (*docs, *_DOCS, options), "The last response.")
    return replace(
        method,
        name=name,
        endpoint=constant,
        calls_resource=False,
        arguments=tuple(arguments),
        returns=response,
        returns_async=response,
        event=None,
        selector=None,
        streams=Streams.NEVER,
        stream_parameter=None,
        aggregated_type=None,
        docstring=docstring,
        docstring_async=docstring,
        polls=True,
    )


def build_polling_literal(
    constant: str, polling: Polling, constants: Mapping[str, str]
) -> PollingLiteral:
    """Build the constant of a polling; values that are defaults are omitted.

    Args:
        constant: Name of the constant.
        polling: Polling of the operation.
        constants: Constant of the endpoint of each operation, by ID.
    """
    keywords: dict[str, PlainValue | dict[str, PlainValue]] = {
        "until": polling.terminal_values
    }
    if polling.field != ("status",):
        keywords["field"] = build_key_path(polling.field)
    if polling.path_arguments:
        keywords["ids"] = dict(polling.path_arguments)
    return PollingLiteral(
        constant,
        constants[polling.operation_id],
        constants.get(polling.created_by, ""),
        tuple(keywords.items()),
    )
