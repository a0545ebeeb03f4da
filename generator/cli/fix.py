"""`validate --fix`: the corrections of invalid documents as an overlay."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from ..background_validation import BackgroundValidation
from ..cache import Cache
from ..config import Config, SettingsError
from ..diagnostics import Diagnostic, Diagnostics, GenerationError, Severity
from ..generated import Generated
from ..loader.access import descriptor_of
from ..loader.original_values import read_original_values
from ..loader.yaml.dump import dump_yaml
from ..openapi.document import Document
from ..pipeline import build
from ..repairs import RULES, repair_document
from ..source import Location, uri_to_path
from .console import Console
from .diagnostics_report import finish_diagnostics
from .output_file import check_new_file, write_result
from .summary import count

MAX_CHECKS = 24
"""Number of times that the client is generated to check which repairs leave it unchanged."""


class Run(NamedTuple):
    """The result of a generation in memory.

    Attributes:
        generated: The files; `None` if no client can be generated.
        diagnostics: All diagnostics, those of the validation included.
    """

    generated: Generated | None
    diagnostics: Diagnostics


def write_repairs(
    config: Config, path: Path, force: bool, console: Console
) -> Diagnostics:
    """Write the repairs of the documents of a client as an overlay.

    The client is generated again with the overlay. A repair that would change the client,
    or that leaves its diagnostic, is not written.

    Args:
        config: Settings of the client.
        path: File of the overlay. For each further file that needs repairs, the overlay
            has the name of this file, too.
        force: Whether to replace existing files.
        console: Output of the command.

    Returns:
        The diagnostics that are not repaired.

    Raises:
        SettingsError: A document is read from a pipe.
        EmissionError: The file exists.
    """
    check_new_file(path, force)
    run = run_client(config, console)
    if run.generated is None:
        console.note(f"no client can be generated; {path} was not written")
        return run.diagnostics
    session = _Session(config, run, console)
    kept = session.kept()
    overlays = session.overlays(kept)
    names = _names(path, overlays, run.generated.document)
    for name in names.values():
        check_new_file(name, force)
    for uri, actions in overlays.items():
        extends = _relative(uri, names[uri]) if session.has_several_files else ""
        value = overlay_value(actions, run.generated.document, extends)
        write_result(names[uri], dump_yaml(value), force, console)
        console.note(
            f"{count(len(actions), 'action')} for {_name(uri, session.document)} written "
            f"to {names[uri]}; list it under `overlays` in the settings"
        )
    if not overlays:
        console.note(f"nothing can be repaired; {path} was not written")
    rest = Diagnostics()
    rest.extend(session.remaining(kept))
    return rest


def run_client(config: Config, console: Console) -> Run:
    """Generate a client in memory, and validate its documents."""
    diagnostics = Diagnostics()
    generated = None
    with BackgroundValidation(Cache(config), repeat=True) as validation:
        # The reason of the error is one of the diagnostics.
        with suppress(GenerationError):
            generated = build(config, diagnostics, console.progress, validation.start)
        finish_diagnostics(validation, diagnostics, config, console)
    if diagnostics.worst() is Severity.ERROR:
        generated = None
    return Run(generated, diagnostics)


class _Session:
    """The repairs of one client, and the checks that they leave the client unchanged.

    Args:
        config: Settings of the client.
        run: Generation without the repairs.
        console: Output of the command.
    """

    def __init__(self, config: Config, run: Run, console: Console) -> None:
        assert run.generated is not None
        self.document = run.generated.document
        self.has_several_files = len(self.document.files) > len(config.overlays) + 1
        self._config = config
        self._run = run
        self._files = run.generated.files
        self._console = console
        self._checks = 0
        self._last = run.diagnostics
        self._values = read_original_values(
            self.document,
            [config.directory / name for name in config.overlays],
            {item.url: config.directory / item.file for item in config.sources},
            config.allowed_folders(),
        )
        if any(descriptor_of(path) is not None for path in config.spec_paths()):
            raise SettingsError("--fix needs documents in files, not standard input")

    def kept(self) -> list[Diagnostic]:
        """Return the diagnostics whose repairs leave the client unchanged."""
        known = [
            item
            for item in self._run.diagnostics
            if item.rule.code in RULES
            and isinstance(item.location, Location)
            and item.location.file.uri in self._values
        ]
        possible = [item for group in self._repaired(known).values() for item in group]
        kept: list[Diagnostic] = []
        if possible:
            self._add([item for item in known if item in possible], kept)
        if len(possible) > len(kept):
            self._console.note(
                f"{count(len(possible) - len(kept), 'diagnostic')} can be repaired only "
                "with a change of the client, and are not in the overlay"
            )
        return kept

    def _add(
        self, group: list[Diagnostic], kept: list[Diagnostic], *, failed: bool = False
    ) -> bool:
        """Add the diagnostics of a group whose repairs are safe, by bisection.

        Args:
            group: Diagnostics.
            kept: Receives those that are safe.
            failed: Whether one of the group is known to be unsafe.

        Returns:
            Whether all were added.
        """
        if not failed or len(group) == 1:
            if self._checks >= MAX_CHECKS:
                return False
            self._checks += 1
            if self._is_safe([*kept, *group]):
                kept += group
                return True
        if len(group) == 1:
            return False
        half = len(group) // 2
        is_first_safe = self._add(group[:half], kept)
        is_second_safe = self._add(group[half:], kept, failed=is_first_safe)
        return is_first_safe and is_second_safe

    def _repaired(
        self, diagnostics: Sequence[Diagnostic]
    ) -> dict[str, list[Diagnostic]]:
        """Return the diagnostics that have a repair, by file."""
        return {
            uri: [repair.diagnostic for repair in repair_document(value, group)]
            for uri, value, group in self._by_file(diagnostics)
        }

    def overlays(
        self, diagnostics: Sequence[Diagnostic]
    ) -> dict[str, list[dict[str, Any]]]:
        """Return the actions of all repairs, by file."""
        actions = {
            uri: [
                action
                for repair in repair_document(value, group)
                for action in repair.actions
            ]
            for uri, value, group in self._by_file(diagnostics)
        }
        return {uri: items for uri, items in actions.items() if items}

    def _by_file(
        self, diagnostics: Sequence[Diagnostic]
    ) -> Iterable[tuple[str, Any, list[Diagnostic]]]:
        for uri, value in self._values.items():
            group = [
                item
                for item in diagnostics
                if isinstance(item.location, Location) and item.location.file.uri == uri
            ]
            if group:
                yield uri, value, group

    def _is_safe(self, diagnostics: list[Diagnostic]) -> bool:
        """Return whether repairs leave the client unchanged, and end the diagnostics."""
        overlays = self.overlays(diagnostics)
        with tempfile.TemporaryDirectory() as directory:
            paths = []
            for number, (uri, actions) in enumerate(overlays.items()):
                path = Path(directory, f"{number}.yaml")
                value = overlay_value(actions, self.document, uri)
                path.write_text(dump_yaml(value), encoding="utf-8")
                paths.append(str(path))
            config = replace(
                self._config,
                overlays=(*self._config.overlays, *paths),
                reference_folders=(*self._config.reference_folders, directory),
            )
            run = run_client(config, self._console)
        if run.generated is None or run.generated.files != self._files:
            return False
        if not _are_gone(diagnostics, self._run.diagnostics, run.diagnostics):
            return False
        self._last = run.diagnostics
        return True

    def remaining(self, repaired: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the diagnostics that the repairs leave, at their places in the documents.

        Another message at the same place is the same problem: messages of the validator
        quote the values of nodes, which the repairs change.
        """
        messages = {(item.rule.code, item.message) for item in self._last}
        places = {(item.rule.code, _place(item)) for item in self._last}
        done = set(map(id, repaired))
        return [
            item
            for item in self._run.diagnostics
            if id(item) not in done
            and (
                (item.rule.code, item.message) in messages
                or (item.rule.code, _place(item)) in places
            )
        ]


def _place(diagnostic: Diagnostic) -> object:
    location = diagnostic.location
    if isinstance(location, Location):
        return location.file.uri, location.pointer
    return None if location is None else location.place


def _are_gone(
    repaired: Sequence[Diagnostic], before: Diagnostics, after: Diagnostics
) -> bool:
    """Return whether diagnostics are gone, and no other ones took their place."""
    codes = Counter(item.rule.code for item in before)
    codes.subtract(Counter(item.rule.code for item in repaired))
    for code, number in Counter(item.rule.code for item in after).items():
        if number > codes[code]:
            return False
    messages = Counter((item.rule.code, item.message) for item in before)
    messages.subtract(Counter((item.rule.code, item.message) for item in repaired))
    remaining = Counter((item.rule.code, item.message) for item in after)
    return all(
        remaining[item.rule.code, item.message]
        <= messages[item.rule.code, item.message]
        for item in repaired
    )


def overlay_value(
    actions: list[dict[str, Any]], document: Document, extends: str
) -> dict[str, Any]:
    """Return an Overlay Object (Overlay Specification 1.1, section 4.4.1).

    Args:
        actions: Action Objects.
        document: Loaded documents.
        extends: Reference to the file that the overlay changes; `""` to leave it out.
    """
    title = document.roots[0].info.text("title") or "the API"
    info = {"title": f"Repairs of {title}", "version": "1"}
    value: dict[str, Any] = {"overlay": "1.1.0", "info": info}
    if extends:
        value["extends"] = extends
    return {**value, "actions": actions}


def _names(
    path: Path, overlays: Mapping[str, Any], document: Document
) -> dict[str, Path]:
    """Return the file of each overlay: the first is that of the entry document."""
    first = document.roots[0].file.uri
    ordered = sorted(overlays, key=lambda uri: uri != first)
    names: dict[str, Path] = {}
    for uri in ordered:
        name = path
        if names:
            stem = Path(_name(uri, document)).stem
            name = path.with_name(f"{path.stem}-{stem}{path.suffix}")
        number = 2
        while name in names.values():
            name = path.with_name(f"{path.stem}-{number}{path.suffix}")
            number += 1
        names[uri] = name
    return names


def _name(uri: str, document: Document) -> str:
    return document.files[uri].source.name


def _relative(uri: str, overlay: Path) -> str:
    """Return the reference from an overlay to the file that it changes."""
    path = uri_to_path(uri)
    if path is None:
        return uri
    try:
        relative = os.path.relpath(path, overlay.resolve().parent)
    except ValueError:  # on another drive of Windows
        return uri
    return quote(Path(relative).as_posix())
