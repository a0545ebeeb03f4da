"""`oasmith names`: the public names of a client, and what they stand for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..config import Config
from ..emission import EmissionError, Manifest
from ..emission.manifest import NAME
from ..recorded_names import CLIENT, RecordedNames
from ..versions import NEVER
from .console import Console
from .selection import clients_of


def show_names(
    specs: tuple[Path, ...], settings: Path | None, output_format: str, **flags: Any
) -> None:
    """Print the names that the manifests of the clients record."""
    with Console() as console:
        clients = []
        for config in clients_of(console, "names", specs, settings, flags, writes=True):
            names = _read(config)
            clients.append({"output": config.output, **names.to_json_value()})
            if output_format == "text":
                console.write(_format(names))
        if output_format == "json":
            text = json.dumps({"clients": clients}, indent=2, ensure_ascii=False)
            console.write(f"{text}\n")


def _read(config: Config) -> RecordedNames:
    """Return the names of an output directory.

    Raises:
        EmissionError: The directory has no manifest, or one without names.
    """
    manifest = Manifest.read(config.output_directory)
    if not manifest.names:
        raise EmissionError(
            f"{config.output}/{NAME} has no names; run `oasmith generate` first"
        )
    try:
        return RecordedNames.from_json_value(dict(manifest.names))
    except ValueError as error:
        raise EmissionError(f"{config.output}/{NAME} is damaged: {error}") from None


def _format(names: RecordedNames) -> str:
    """Return a table with a line for each name."""
    rows = sorted(_rows(names))
    widths = (
        [max(len(row[column]) for row in rows) for column in range(2)] if rows else []
    )
    return "".join(
        f"{name:{widths[0]}}  {meaning:{widths[1]}}  {since}".rstrip() + "\n"
        for name, meaning, since in rows
    )


def _rows(names: RecordedNames) -> Iterator[tuple[str, str, str]]:
    """Yield each name, what it stands for, and since which version of the API."""
    for key, argument in names.arguments.get(CLIENT, {}).items():
        yield f"client({argument})", f"security scheme {key.partition(' ')[2]}", ""
    for name, call in names.calls.items():
        meaning = f"{call.method} {call.path}"
        if call.alias_of:
            meaning = f"deprecated, now client.{call.alias_of}{_until(call.until)}"
        yield f"client.{name}", meaning, _since(call.since)
        for key, argument in names.arguments.get(name, {}).items():
            place, _, own = key.partition(" ")
            yield f"client.{name}({argument})", f"{place} {own}", ""
    for name, item in names.types.items():
        meaning = f"{item.role.value}, {item.key}"
        if item.alias_of:
            meaning = f"{item.role.value}, now types.{item.alias_of}"
            meaning += _until(item.until)
        yield f"types.{name}", meaning, _since(item.since)
        for key, attribute in names.fields.get(name, {}).items():
            yield f"types.{name}.{attribute}", f"property {key}", ""
    for path, resource in names.resources.items():
        yield f"resources.{resource}", f"class of client.{path}", ""
    for file, page in names.pages.items():
        yield f"docs/{file}", f"chapter {page.chapter}", ""
        for anchor, of in page.anchors.items():
            yield f"docs/{file}#{anchor}", of, ""


def _since(version: str) -> str:
    return f"since {version}" if version else ""


def _until(version: str) -> str:
    return f" until {version}" if version and version != NEVER else ""
