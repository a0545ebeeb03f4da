"""Small APIs for tests of names: operations without documents."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.model.naming import Naming
from generator.normalizer.names.assign import assign_names, join_name
from generator.normalizer.names.from_path import NamingInput
from generator.source import Location, SourceFile

SOURCE = SourceFile("api.yaml", Path("/api.yaml").as_uri(), "", lambda text: {})


def operation(
    line: str, *samples: str, id: str = "", response_type: str = ""
) -> NamingInput:
    """Return the operation for `GET /orders`; `LIST /orders` is a GET that returns a list."""
    method, path = line.split()
    return NamingInput(
        id or line,
        "GET" if method == "LIST" else method,
        path,
        method == "LIST",
        tuple(
            (code, Location(SOURCE, (path, method, str(number))))
            for number, code in enumerate(samples)
        ),
        response_type,
    )


def namings(
    operations: list[NamingInput],
    settings: dict[str, str] | None = None,
    diagnostics: Diagnostics | None = None,
) -> list[Naming]:
    """Return the names of operations, with their sources."""
    collected = Diagnostics() if diagnostics is None else diagnostics
    return assign_names(operations, settings or {}, collected)


def names(
    operations: list[NamingInput],
    settings: dict[str, str] | None = None,
    diagnostics: Diagnostics | None = None,
) -> list[str]:
    """Return the names of operations as calls."""
    result = namings(operations, settings, diagnostics)
    return [join_name((item.resource, item.name)) for item in result]
