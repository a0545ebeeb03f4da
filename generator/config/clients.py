"""The clients that a command works on: from settings, documents and flags."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from . import Config, SettingsError, check_outputs, find_settings, read_settings
from ..suggestions import suggest

STANDARD_INPUT = Path("/dev/stdin")

_FOR_ONE_CLIENT = ("output", "package", "client", "only")
"""Flags that mean one client."""


class Request(NamedTuple):
    """What the command line asks for.

    Args:
        command: the name of the command.
        specs: the documents.
        settings: the settings file, `None` for the nearest.
        flags: the other flags by name.
        writes: whether the command is about the files of an output directory.
    """

    command: str
    specs: tuple[Path, ...]
    settings: Path | None
    flags: Mapping[str, Any]
    writes: bool


class Chosen(NamedTuple):
    """The clients that a command works on.

    Args:
        configs: the clients.
        note: why these, `""` for what is to be expected.
        own: the clients of the settings whose output may be written.
    """

    configs: tuple[Config, ...]
    note: str = ""
    own: tuple[Config, ...] = ()


def choose_clients(request: Request) -> Chosen:
    """Return the clients that a command works on.

    Documents choose the client of the settings that is generated from exactly these.
    Other documents are another API: they are generated without these settings, and
    never into the output of a client that the settings describe.

    Raises:
        SettingsError: there is no such client, or its output would be replaced.
    """
    here = Path.cwd()
    file = request.settings or find_settings(here)
    if file is None:
        if not request.specs:
            raise SettingsError(
                "no document was given, and no pyproject.toml with [tool.oasmith] was "
                "found; try: oasmith generate openapi.yaml"
            )
        if request.flags.get("select"):
            raise SettingsError("--select needs a settings file, and none was found")
        config = _with_specs(Config(directory=here), request.specs)
        return Chosen((_with_flags(config, request.flags),))
    described = read_settings(file)
    configs = _selected(described, request.flags.get("select") or (), file)
    chosen = _for_documents(configs, request, file)
    given = _with_all_flags(chosen.configs, request.flags)
    for config in given:
        if not config.specs:
            raise SettingsError(
                f"[tool.oasmith] of {file.name} names no specs; add them, or give a "
                "document"
            )
    others = [item for item in described if item not in chosen.own]
    check_outputs(given, others if request.writes else ())
    return chosen._replace(configs=given)


def _selected(
    configs: tuple[Config, ...], names: Sequence[str], file: Path
) -> tuple[Config, ...]:
    """Return the clients that `--select` names, all when it names none."""
    for name in names:
        if not any(name in _names(config) for config in configs):
            known = [_name(config) for config in configs]
            raise SettingsError(
                f"--select: {file.name} has no client {name!r}; "
                f"{suggest(name, known, 'clients')}"
            )
    if not names:
        return configs
    return tuple(item for item in configs if not _names(item).isdisjoint(names))


def _names(config: Config) -> set[str]:
    return {config.package, config.client, config.output} - {""}


def _name(config: Config) -> str:
    """Return how messages call a client: its package, or else its output."""
    return config.package or config.output


def _for_documents(configs: tuple[Config, ...], request: Request, file: Path) -> Chosen:
    """Return the clients of documents that were given, all when none were given."""
    specs = request.specs
    if not specs:
        return Chosen(configs, own=configs)
    wanted = {os.path.realpath(spec) for spec in specs}
    same = tuple(item for item in configs if _documents(item) == wanted)
    if same:
        return Chosen(same, own=same)
    without = tuple(item for item in configs if not item.specs)
    if len(configs) == 1 and without:
        return Chosen((_with_specs(configs[0], specs),), own=without)
    if request.writes and not request.flags.get("output"):
        raise SettingsError(_refusal(configs, request, file))
    if request.settings is not None:
        if len(configs) > 1:
            raise SettingsError(
                f"{file.name} has several clients, and none is generated from these "
                f"documents; choose one with --select: {_listed(configs)}"
            )
        return Chosen((_with_specs(configs[0], specs),))
    note = (
        f"the settings of {file.name} are for other documents and do not apply; "
        f"--config {file.name} applies them"
    )
    return Chosen((_with_specs(Config(directory=Path.cwd()), specs),), note)


def _refusal(configs: tuple[Config, ...], request: Request, file: Path) -> str:
    """Return why documents are not generated into the output of the settings."""
    given = " ".join(_shown(spec) for spec in request.specs)
    clients = "\n".join(
        f"  {_name(item)}: {' '.join(item.specs) or 'no documents'}" for item in configs
    )
    return (
        f"{file.name} describes no client that is generated from {given} alone, and the "
        f"output of another client must not be replaced; its clients are\n{clients}\n"
        f"to use these: oasmith {request.command}\n"
        "to generate another client: "
        f"oasmith {request.command} {given} --output DIR"
    )


def _shown(spec: Path) -> str:
    return "-" if spec == STANDARD_INPUT else str(spec)


def _listed(configs: Iterable[Config]) -> str:
    return ", ".join(_name(config) for config in configs)


def _documents(config: Config) -> set[str]:
    """Return the real paths of a client's documents, none where they are missing."""
    try:
        return {os.path.realpath(path) for path in config.spec_paths()}
    except SettingsError:
        # A client that is not asked for may name documents that do not exist yet; for
        # one that is, the error is raised when its documents are read.
        return set()


def _with_specs(config: Config, specs: tuple[Path, ...]) -> Config:
    """Return a client with other documents, which its `main` is not one of."""
    here = Path.cwd()
    return replace(
        config,
        specs=tuple(str(here / spec) for spec in specs),
        main=None,
        origin=replace(config.origin, flags={"specs": "SPEC"}),
    )


def _with_all_flags(
    configs: tuple[Config, ...], flags: Mapping[str, Any]
) -> tuple[Config, ...]:
    if len(configs) > 1:
        given = next((name for name in _FOR_ONE_CLIENT if flags.get(name)), "")
        if given:
            raise SettingsError(
                f"--{given} is for one client, and there are {len(configs)}; choose one "
                f"with --select: {_listed(configs)}"
            )
    return tuple(_with_flags(config, flags) for config in configs)


def _with_flags(config: Config, flags: Mapping[str, Any]) -> Config:
    here = Path.cwd()
    changes: dict[str, Any] = {
        key: flags[key] for key in ("package", "client") if flags.get(key)
    }
    if flags.get("output"):
        changes["output"] = str(here / flags["output"])
    if flags.get("only"):
        changes["only"] = tuple(flags["only"])
    origin = config.origin
    names = {key: f"--{key}" for key in changes}
    changes["origin"] = replace(origin, flags={**origin.flags, **names})
    if flags.get("no_docs"):
        changes["docs"] = False
    if config.directory == Path():
        changes["directory"] = here
    return replace(config, **changes)
