"""Headers that select a version of the API, with a default for the whole client.

A header such as `Shop-Version` that nearly all operations declare, always with the same
default or as the same constant, is sent with that value unless a caller passes another one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import Operation, Parameter, ParameterPlace
from ...model.types import Declaration, Key
from ...words import split_words
from ..schemas.type_queries import Shapes
from .wire_names import is_token

VERSION_HEADER = Rule(
    "version-header",
    Severity.NOTE,
    "Nearly all operations declare the same header for the version of the API, with the"
    " same default or constant. The client sends it with each request. `default_headers` of"
    " the client, the argument of a call and `extra_headers` replace the value.",
)

SHARE = 0.9
"""Share of the operations that declare a header which belongs to the whole client."""


def send_version_headers(
    operations: Sequence[Operation],
    known: Sequence[Operation],
    declarations: Mapping[Key, Declaration],
    diagnostics: Diagnostics,
) -> list[Operation]:
    """Return the operations with the version headers that the client always sends.

    Args:
        operations: Selected operations.
        known: All operations of the documents, which decide.
        declarations: Declarations that their types refer to.
        diagnostics: Receives a note for each header.
    """
    shapes = Shapes(declarations)
    counts = Counter(pair for item in known for pair in set(_versions(shapes, item)))
    names = Counter(name for name, _ in counts)
    values = {
        name: value
        for (name, value), count in counts.items()
        if names[name] == 1 and count > 1 and count >= SHARE * len(known)
    }
    if not values:
        return list(operations)
    reported: set[str] = set()
    result: list[Operation] = []
    for operation in operations:
        headers = dict(operation.headers)
        parameters: list[Parameter] = []
        for item in operation.parameters:
            name = item.name.lower()
            is_sent = item.place is ParameterPlace.HEADER and name in values
            if is_sent and (name, values[name]) in _versions(shapes, operation):
                headers[item.name] = values[name]
                item = replace(item, required=False)
                if name not in reported:
                    reported.add(name)
                    _report(diagnostics, item, values[name])
            parameters.append(item)
        result.append(
            replace(
                operation,
                headers=tuple(headers.items()),
                parameters=tuple(parameters),
            )
        )
    return result


def _versions(shapes: Shapes, operation: Operation) -> Iterator[tuple[str, str]]:
    """Yield the name in lower case and the value of each header for a version."""
    for item in operation.parameters:
        is_version = split_words(item.name)[-1:] == ("version",)
        if item.place is ParameterPlace.HEADER and is_version and is_token(item.name):
            values = shapes.values(item.type)
            value = item.documentation.default
            if not item.documentation.has_default:
                value = values[0] if len(values) == 1 else None
            if isinstance(value, str) and value:
                yield item.name.lower(), value


def _report(diagnostics: Diagnostics, item: Parameter, value: str) -> None:
    diagnostics.add(
        VERSION_HEADER,
        f"the client sends the header {item.name!r} with the value {value!r}",
        item.origin,
        hint=f"replace it by `default_headers={{{item.name!r}: …}}` of the client",
    )
