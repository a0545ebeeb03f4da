"""Small APIs for tests of names: calls without their documents."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.model.operations import Naming
from generator.normalizer.names.assign import dotted, name_all
from generator.normalizer.names.from_path import Call
from generator.source import Location, SourceFile

SOURCE = SourceFile("api.yaml", Path("/api.yaml").as_uri(), "", lambda text: {})


def call(written: str, *samples: str, id: str = "", answer: str = "") -> Call:
    """`GET /orders` as a call; `LIST /orders` is a GET that answers a list."""
    method, path = written.split()
    return Call(
        id or written,
        "GET" if method == "LIST" else method,
        path,
        method == "LIST",
        tuple(
            (code, Location(SOURCE, (path, method, str(number))))
            for number, code in enumerate(samples)
        ),
        answer,
    )


def namings(
    calls: list[Call],
    wanted: dict[str, str] | None = None,
    diagnostics: Diagnostics | None = None,
) -> list[Naming]:
    """What calls are called, and why."""
    taken = Diagnostics() if diagnostics is None else diagnostics
    return name_all(calls, wanted or {}, taken)


def names(
    calls: list[Call],
    wanted: dict[str, str] | None = None,
    diagnostics: Diagnostics | None = None,
) -> list[str]:
    """What calls are called."""
    found = namings(calls, wanted, diagnostics)
    return [dotted((item.resource, item.name)) for item in found]
