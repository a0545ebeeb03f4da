"""What can be waited for becomes methods: `poll`, and `create_and_poll` and the like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...model.operations import Operation, Polling
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
from ...python.resources import (
    Argument,
    Method,
    Place,
    PlainValue,
    PollingLiteral,
    Streams,
)
from .docstrings import prose

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


def waits_of(
    operation: Operation, pollings: Iterable[Polling]
) -> list[tuple[Polling, str]]:
    """What waits for an operation, or begins with it, and what that method is called."""
    found = []
    name = "_".join(operation.name)
    for item in pollings:
        if item.created_by == operation.id:
            found.append((item, f"{name}_and_poll"))
        elif not item.created_by and item.operation_id == operation.id:
            found.append((item, "poll" if name == "retrieve" else f"{name}_poll"))
    return found


def wait_method(
    method: Method, polling: Polling, name: str, constant: str, answer: TypeExpr
) -> Method:
    """The method that makes a call and waits for the end of what it is about.

    Args:
        method: makes the call.
        polling: what is waited for.
        name: of the new method.
        constant: of what is waited for.
        answer: the type of the last answer.
    """
    stream_parameter = method.stream_argument
    arguments = [item for item in method.arguments if item is not stream_parameter]
    callback = Subscript("Callable", (Subscript("", (answer,)), OBJECT))
    for key, type_ in (
        ("on_poll", callback),
        ("poll_interval", Name("float")),
        ("poll_timeout", union_of((Name("float"), NONE))),
    ):
        arguments.append(Argument(key, key, Place.POLLING, type_, required=False))
    ends = ", ".join(f"`{value}`" for value in polling.terminal_values)
    action = (
        f"Call `{method.name}` and poll"
        if polling.created_by
        else f"Poll `{method.name}`"
    )
    text = (
        f"{action} until a terminal status.\n\n"
        f"Polling ends when `{'.'.join(polling.field)}` is one of {ends}. A failed "
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
        arguments=tuple(arguments),
        returns=answer,
        returns_async=answer,
        event=None,
        streams=Streams.NEVER,
        stream_parameter=None,
        aggregated_type=None,
        docstring=docstring,
        docstring_async=docstring,
        polls=True,
    )


def wait_literal(
    constant: str, polling: Polling, constants: Mapping[str, str]
) -> PollingLiteral:
    """The constant that says what is waited for."""
    found: dict[str, PlainValue | dict[str, PlainValue]] = {
        "until": polling.terminal_values
    }
    if polling.field != ("status",):
        way = polling.field
        found["field"] = way[0] if len(way) == 1 else way
    if polling.path_arguments:
        found["ids"] = dict(polling.path_arguments)
    return PollingLiteral(
        constant,
        constants[polling.operation_id],
        constants.get(polling.created_by, ""),
        tuple(found.items()),
    )
