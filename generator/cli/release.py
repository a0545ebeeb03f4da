"""The changelog and the version of a client whose documents changed."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from ..comparison import compare
from ..comparison.reports import FORMATS, Report
from ..comparison.versions import next_version
from ..config import Config, SettingsError
from ..config.toml_places import value_range
from ..diagnostics import Diagnostics
from ..emission import EmissionError, Manifest, digest
from ..loader.decoding import decode
from ..pipeline import Analysis, analyze, read
from ..public_names import has_same_selection
from ..recorded_names import NO_NAMES, RecordedNames
from ..versions import NEVER, is_reached, python_version
from .changelog_file import add_section
from .console import Console
from .diff.causes import changes_by_generator, is_output_of, mark_settings
from .diff.revisions import find_revision
from .diff.sides import DiffSide, config_of

_NOT_WRITTEN = "nothing was written"


@contextmanager
def prepare_release(
    config: Config,
    changelog: Path | None,
    bump: bool,
    prune: bool,
    console: Console,
) -> Iterator[Config]:
    """Write the changelog and the version, and yield the settings for the next output.

    The documents of the earlier output are those of the last revision of git that has
    the digests of its manifest. If the block raises an exception, the files are restored.

    Args:
        config: Settings of the client.
        changelog: Changelog to which a section is added; `None` for none.
        bump: Whether to raise the setting `version`.
        prune: Whether the next output has none of the earlier names.
        console: Output of the command.

    Raises:
        SettingsError: No revision has the documents, or `version` cannot be raised.
        EmissionError: The manifest cannot be read.
    """
    if bump:
        _check_version(config, console)
    report = _report(config, bump, prune, console)
    changes: dict[Path, str] = {}
    if report is not None:
        heading = report.version.next or "Unreleased"
        if bump and _is_newer(report.version.next, config.version):
            file, text = _raise_version(config, report.version.next)
            changes[file] = text
            console.say(f"version: {config.version} to {report.version.next}")
            config = replace(config, version=report.version.next)
        if changelog is not None and "\n### " in (section := _section(report)):
            changes[changelog] = add_section(_read(changelog), section)
            console.say(f"{changelog}: section [{heading}]")
    with _written(changes):
        yield config


def _check_version(config: Config, console: Console) -> None:
    """Check that the settings have a version that can be raised.

    Raises:
        SettingsError: They have none, or a flag replaces it.
    """
    if flag := config.origin.flags.get("version"):
        raise SettingsError(
            f"--bump raises the setting `version`, which {flag} replaces; leave out one "
            "of them"
        )
    if not config.version or config.origin.span("version") is None:
        raise SettingsError(
            "--bump raises the setting `version`; add version = "
            f'"{_current_version(config, console)}", which is the current version, to the settings'
        )


def _current_version(config: Config, console: Console) -> str:
    """Return the version of the package of the earlier output, or else of the next."""
    written = Manifest.read(config.output_directory).settings.get("version")
    if written:
        return str(written)
    diagnostics = Diagnostics()
    with console.report(diagnostics, only_failures=True, failure=_NOT_WRITTEN):
        document = read(config, diagnostics)
    return python_version(document.roots[0].info.text("version"))


def _report(config: Config, bump: bool, prune: bool, console: Console) -> Report | None:
    """Return what changes for callers; `None` if the output does not change for them."""
    manifest = Manifest.read(config.output_directory)
    if not manifest.documents:
        console.note("there is no earlier output, so that nothing changes for callers")
        return None
    new = _analyze_next(config, prune, console)
    if is_output_of(manifest, new) and not _lost(manifest, new):
        console.note(
            "the output is that of these documents already, so that nothing changes for"
            " callers; --bump and --changelog belong to the run that updates the output"
        )
        return None
    with tempfile.TemporaryDirectory() as folder:
        old = _analyze_earlier(config, manifest, Path(folder), console)
        report = _compare(old, new, manifest, console)
        due = report.version.next
        if bump and _is_newer(due, config.version) and _has_ending(old.names):
            # The version that is due can end aliases, too.
            raised = _analyze_next(replace(config, version=due), prune, console)
            report = _compare(old, raised, manifest, console)
    return report


def _compare(
    old: Analysis, new: Analysis, manifest: Manifest, console: Console
) -> Report:
    changes = compare((old.api, old.package), (new.api, new.package))
    base = str(manifest.settings.get("version") or python_version(old.api.version))
    changes = mark_settings(changes, old, new, console)
    changes += changes_by_generator(manifest, old, new)
    return Report(changes, next_version(base, changes, new.config.version))


def _analyze_next(config: Config, prune: bool, console: Console) -> Analysis:
    diagnostics = Diagnostics()
    earlier = NO_NAMES if prune else None
    with console.report(diagnostics, only_failures=True, failure=_NOT_WRITTEN):
        return analyze(config, diagnostics, console.progress, earlier)


def _lost(manifest: Manifest, new: Analysis) -> bool:
    """Return whether a client lacks recorded calls or types, such as aliases that end."""
    current = {"calls": new.names.calls, "types": new.names.types}
    return any(
        not manifest.names.get(table, {}).keys() <= names.keys()
        for table, names in current.items()
    )


def _has_ending(names: RecordedNames) -> bool:
    """Return whether a version of the package ends an alias."""
    calls = (row.until for row in names.calls.values())
    types = (row.until for row in names.types.values())
    return not {*calls, *types} <= {"", NEVER}


def _analyze_earlier(
    config: Config, manifest: Manifest, folder: Path, console: Console
) -> Analysis:
    """Return the client of the documents that the earlier output was generated from.

    Args:
        config: Settings of the client.
        manifest: Manifest of the earlier output.
        folder: Directory for the files of the revision with these documents.
        console: Output of the command.

    Raises:
        EmissionError: The record of the names is damaged.
        SettingsError: No revision has the documents.
    """

    def is_earlier(name: str, content: bytes) -> bool:
        return digest(_text(content)) == manifest.documents[name]

    revision = find_revision(manifest.documents, config.directory, is_earlier)
    if revision is None:
        names = ", ".join(sorted(manifest.documents)[:3])
        raise SettingsError(
            "no revision of git has the documents of the earlier output "
            f"({names}); commit documents before you change them, or run "
            "`oasmith generate` without --changelog and --bump"
        )
    try:
        names_of_earlier = RecordedNames.from_json_value(dict(manifest.names))
    except ValueError as error:
        raise EmissionError(f"the manifest is damaged: {error}") from None
    diagnostics = Diagnostics()
    failure = "the documents of the earlier output cannot be read"
    with console.report(diagnostics, only_failures=True, failure=failure):
        side, files = DiffSide(revision, None), folder / "old"
        earlier = config_of(side, config, files, console.note)
        # Types that another selection does not use are not a change of the documents.
        keeps_types = has_same_selection(earlier, manifest)
        return analyze(
            earlier,
            diagnostics,
            console.progress,
            replace(names_of_earlier, keeps_types=keeps_types),
            ends_aliases=False,
        )


def _text(content: bytes) -> bytes:
    """Return the content of a document as it is digested for the manifest."""
    try:
        return decode(content).encode(errors="replace")
    except UnicodeDecodeError:
        return content


def _section(report: Report) -> str:
    return FORMATS["changelog"]([replace(report, shortened=False)])


def _is_newer(version: str, other: str) -> bool:
    return bool(version) and version != other and is_reached(version, other)


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode() if file.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}") from None


def _raise_version(config: Config, version: str) -> tuple[Path, str]:
    """Return the settings file, and its text with another version.

    Raises:
        SettingsError: The setting is written in a way that is not supported.
    """
    source = config.origin.file
    assert source is not None, "a setting has a file"
    pointer = (*config.origin.tables["version"], "version")
    file = config.directory / source.name
    text = file.read_bytes().decode()
    start, end = value_range(text, tuple(map(str, pointer)))
    changed = f'{text[:start]}"{version}"{text[end:]}'
    value: Any = tomllib.loads(changed)
    for key in pointer:
        value = value[int(key) if isinstance(value, list) else key]
    if value != version:
        raise SettingsError(
            f"{source.name}: `version` cannot be changed; set {version!r}"
        )
    return file, changed


@contextmanager
def _written(changes: dict[Path, str]) -> Iterator[None]:
    """Write files, and restore them if the block raises an exception."""
    before = {file: file.read_bytes() if file.exists() else None for file in changes}
    try:
        for file, text in changes.items():
            file.write_bytes(text.encode())
        yield
    except BaseException:
        for file, content in before.items():
            if content is None:
                file.unlink(missing_ok=True)
            elif file.read_bytes() != content:
                file.write_bytes(content)
                click.echo(f"{file} was restored", err=True)
        raise
