"""Select the clients that a command processes, from settings, documents and flags."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from ..suggestions import suggest
from ..versions import is_version
from .settings import (
    Config,
    SettingsError,
    check_outputs,
    find_settings,
    read_settings,
)

STANDARD_INPUT = Path("/dev/stdin")

_SINGLE_CLIENT_FLAGS = ("output", "package", "client", "only", "package_version")
"""Flags that apply to one client only."""

_COMMANDS = {
    "adopt": "adopt PACKAGE openapi.yaml",
    "adopt-edit": "init",
    "diff": "diff OLD NEW",
}
"""Suggestions for commands whose first argument is not a document."""


class CommandLine(NamedTuple):
    """Arguments of a command that select clients.

    Args:
        command: name of the command.
        specs: documents.
        settings: settings file, `None` for the nearest.
        flags: other flags by name.
        writes: whether the command reads or writes an output directory.
    """

    command: str
    specs: tuple[Path, ...]
    settings: Path | None
    flags: Mapping[str, Any]
    writes: bool


class Selection(NamedTuple):
    """Clients that a command processes.

    Args:
        configs: the clients.
        note: explanation of an unexpected selection, `""` for none.
        from_settings: clients of the settings whose output may be replaced.
    """

    configs: tuple[Config, ...]
    note: str = ""
    from_settings: tuple[Config, ...] = ()


def select_clients(arguments: CommandLine) -> Selection:
    """Return the clients that a command processes.

    Documents on the command line select the client of the settings that is generated
    from exactly these documents. Other documents describe another API: they are
    generated without the settings, and never into the output of a client of the
    settings.

    Raises:
        SettingsError: no client matches, or the output of another client would be
            replaced.
    """
    directory = Path.cwd()
    file = arguments.settings or find_settings(directory)
    if file is None:
        return _select_without_settings(arguments, directory)
    described = read_settings(file)
    configs = _filter_selected(described, arguments.flags.get("select") or (), file)
    selection = _match_documents(configs, arguments, file)
    selected = _apply_flags_to_all(selection.configs, arguments.flags)
    for config in selected:
        if not config.specs:
            raise SettingsError(
                f"[tool.oasmith] in {file.name} has no `specs`; add them, or give a "
                "document"
            )
    others = [item for item in described if item not in selection.from_settings]
    check_outputs(selected, others if arguments.writes else ())
    return selection._replace(configs=selected)


def _select_without_settings(arguments: CommandLine, directory: Path) -> Selection:
    if not arguments.specs:
        example = _COMMANDS.get(arguments.command, f"{arguments.command} openapi.yaml")
        raise SettingsError(
            "there is no pyproject.toml with [tool.oasmith], and no document was passed; "
            f"try: oasmith {example}"
        )
    if arguments.flags.get("select"):
        raise SettingsError("--select needs a settings file, and none was found")
    config = _with_specs(Config(directory=directory), arguments.specs)
    return Selection((_apply_flags(config, arguments.flags),))


def _filter_selected(
    configs: tuple[Config, ...], names: Sequence[str], file: Path
) -> tuple[Config, ...]:
    """Return the clients that `--select` names; all clients without `--select`."""
    for name in names:
        if not any(name in _names(config) for config in configs):
            known = [_display_name(config) for config in configs]
            raise SettingsError(
                f"--select: {file.name} has no client {name!r}; "
                f"{suggest(name, known, 'clients')}"
            )
    if not names:
        return configs
    return tuple(item for item in configs if not _names(item).isdisjoint(names))


def _names(config: Config) -> set[str]:
    return {config.package, config.client, config.output} - {""}


def _display_name(config: Config) -> str:
    """Return the name of a client in messages: its package, else its output."""
    return config.package or config.output


def _match_documents(
    configs: tuple[Config, ...], arguments: CommandLine, file: Path
) -> Selection:
    """Return the clients that the documents of the command line select."""
    specs = arguments.specs
    if not specs:
        return Selection(configs, from_settings=configs)
    requested = {os.path.realpath(spec) for spec in specs}
    matching = tuple(item for item in configs if _real_paths(item) == requested)
    if matching:
        return Selection(matching, from_settings=matching)
    without_specs = tuple(item for item in configs if not item.specs)
    if len(configs) == 1 and without_specs:
        return Selection((_with_specs(configs[0], specs),), from_settings=without_specs)
    if arguments.writes and not arguments.flags.get("output"):
        raise SettingsError(_format_refusal(configs, arguments, file))
    if arguments.settings is not None:
        if len(configs) > 1:
            raise SettingsError(
                f"{file.name} has several clients, and none is generated from these "
                f"documents; choose one with --select: {_format_names(configs)}"
            )
        return Selection(tuple(_with_specs(item, specs) for item in configs))
    note = (
        f"the settings in {file.name} are for other documents and are ignored; use "
        f"--config {file.name} to apply them"
    )
    return Selection((_with_specs(Config(directory=Path.cwd()), specs),), note)


def _format_refusal(
    configs: tuple[Config, ...], arguments: CommandLine, file: Path
) -> str:
    """Return the error for documents without a client and without `--output`."""
    documents = " ".join(
        "-" if spec == STANDARD_INPUT else str(spec) for spec in arguments.specs
    )
    clients = "\n".join(
        f"  {_display_name(item)}: {' '.join(item.specs) or 'no documents'}"
        for item in configs
    )
    return (
        f"no client in {file.name} is generated from exactly {documents}, and the "
        "output of another client must not be replaced\n"
        f"clients in {file.name}:\n{clients}\n"
        f"to process these clients: oasmith {arguments.command}\n"
        "to process another client: "
        f"oasmith {arguments.command} {documents} --output DIR"
    )


def _format_names(configs: Iterable[Config]) -> str:
    return ", ".join(_display_name(config) for config in configs)


def _real_paths(config: Config) -> set[str]:
    """Return the real paths of a client's documents, or an empty set on errors."""
    try:
        return {os.path.realpath(path) for path in config.spec_paths()}
    except SettingsError:
        # Documents of a client that is not selected may not exist yet. For a selected
        # client, the error is raised again when its documents are read.
        return set()


def _with_specs(config: Config, specs: tuple[Path, ...]) -> Config:
    """Return a client with other documents, and therefore without `main`."""
    directory = Path.cwd()
    return replace(
        config,
        specs=tuple(str(directory / spec) for spec in specs),
        main=None,
        origin=replace(config.origin, flags={"specs": "DOCUMENT"}),
    )


def _apply_flags_to_all(
    configs: tuple[Config, ...], flags: Mapping[str, Any]
) -> tuple[Config, ...]:
    if len(configs) > 1:
        flag = next((name for name in _SINGLE_CLIENT_FLAGS if flags.get(name)), "")
        if flag:
            raise SettingsError(
                f"--{flag.replace('_', '-')} applies to one client, but there are {len(configs)}; choose "
                f"one with --select: {_format_names(configs)}"
            )
    return tuple(_apply_flags(config, flags) for config in configs)


def _apply_flags(config: Config, flags: Mapping[str, Any]) -> Config:
    """Return a client with the settings that flags override."""
    directory = Path.cwd()
    changes: dict[str, Any] = {
        key: flags[key] for key in ("package", "client") if flags.get(key)
    }
    if version := flags.get("package_version"):
        if not is_version(version):
            raise SettingsError(
                f"--package-version must be a version such as 1.4.2, not {version!r}"
            )
        changes["version"] = version
    if flags.get("output"):
        changes["output"] = str(directory / flags["output"])
    if flags.get("only"):
        changes["only"] = tuple(flags["only"])
    origin = config.origin
    names = {key: f"--{key}" for key in changes}
    if "version" in changes:
        names["version"] = "--package-version"
    for key in ("docs", "validate"):
        if flags.get(f"no_{key}"):
            changes[key] = False
            names[key] = f"--no-{key}"
    changes["origin"] = replace(origin, flags={**origin.flags, **names})
    if config.directory == Path():
        changes["directory"] = directory
    return replace(config, **changes)
