"""`oasmith update`: download the documents that the settings pin, and regenerate."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from ..comparison import compare
from ..comparison.reports import FORMATS, Report
from ..comparison.versions import next_version
from ..config import Config, SettingsError, find_settings, read_settings
from ..config.sources import PinnedSource
from ..diagnostics import Diagnostics, GenerationError
from ..emission import with_line_feeds
from ..emission.manifest import NAME as MANIFEST
from ..frozen_dataclass import dataclass
from ..pipeline import Analysis, analyze
from ..sources.fetch import FetchError, check_url, fetch
from ..sources.pins import PinError, write_pins
from ..versions import python_version
from .actions import generate_client
from .console import Console
from .interrupts import is_interrupt
from .shared_runtimes import write_shared_runtime
from .summary import count


@dataclass(frozen=True, slots=True)
class Download:
    """A downloaded document.

    Args:
        source: Its entry in the settings.
        path: The file in the repository.
        old: Content of the file; `None` if there is none.
        new: Downloaded content.
    """

    source: PinnedSource
    path: Path
    old: bytes | None
    new: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the downloaded content."""
        return hashlib.sha256(self.new).hexdigest()

    @property
    def is_unchanged(self) -> bool:
        """Whether the file has the downloaded text; line ends can differ."""
        return self.old is not None and (
            with_line_feeds(self.old) == with_line_feeds(self.new)
        )

    @property
    def is_edited(self) -> bool:
        """Whether the file is not as its entry in the settings says."""
        if self.old is None or not self.source.sha256:
            return False
        # Git can write other line ends than those that were downloaded.
        text = with_line_feeds(self.old)
        contents = (self.old, text, text.replace(b"\n", b"\r\n"))
        digests = {hashlib.sha256(content).hexdigest() for content in contents}
        return self.source.sha256 not in digests

    @property
    def is_current(self) -> bool:
        """Whether the file and its entry are up to date."""
        return self.is_unchanged and self.source.sha256 == self.digest


def update(files: tuple[str, ...], settings: Path | None, yes: bool) -> None:
    """Download documents, show what changed, and generate the clients again."""
    with Console() as console:
        file = settings or find_settings(Path.cwd())
        if file is None:
            raise SettingsError(
                "there are no settings; add [tool.oasmith] to a pyproject.toml"
            )
        configs = read_settings(file)
        downloads = [
            _download(source, file.parent, console)
            for source in _select(configs[0].sources, files, file)
        ]
        changed = [item for item in downloads if not item.is_current]
        for item in changed:
            console.say(_describe(item))
        if not changed:
            console.say(f"Nothing to do: {count(len(downloads), 'document')} unchanged")
            return
        today = dt.datetime.now().astimezone().date()
        before = [_analyze_old(config, console) for config in configs]
        with _restored_on_failure(changed, file, configs, console):
            text = _write_pins(file, changed, today)
            for item in changed:
                item.path.parent.mkdir(parents=True, exist_ok=True)
                item.path.write_bytes(item.new)
            for config, old in zip(configs, before, strict=True):
                if old is not None:
                    _show_changes(config, old, console)
            if not yes:
                click.confirm("keep the documents and generate again?", abort=True)
            file.write_bytes(text.encode())
            changed_configs = read_settings(file)
            for config in changed_configs:
                generate_client(config, console)
            write_shared_runtime(changed_configs, console)


def _analyze_old(config: Config, console: Console) -> Analysis | None:
    """Return the client of the documents before the update; `None` if there is none."""
    with suppress(GenerationError, SettingsError):  # such as a document that is missing
        return analyze(config, Diagnostics(), console.progress, ends_aliases=False)
    return None


def _show_changes(config: Config, old: Analysis, console: Console) -> None:
    """Print what the new documents mean for code that calls a client."""
    diagnostics = Diagnostics()
    with console.report(diagnostics, only_failures=True):
        new = analyze(config, diagnostics, console.progress)
    changes = compare((old.api, old.package), (new.api, new.package))
    base = python_version(old.package.client.release)
    version = next_version(base, changes, config.version)
    console.say(f"\n{old.package.name}:")
    console.write(FORMATS["text"]([Report(changes, version)]))


def _select(
    sources: tuple[PinnedSource, ...], files: tuple[str, ...], settings: Path
) -> tuple[PinnedSource, ...]:
    """Return the entries that the command line names, or all."""
    if not sources:
        raise SettingsError(
            f"{settings.name} has no documents to download; add entries "
            "[[tool.oasmith.sources]] with file and url"
        )
    known = {(settings.parent / item.file).resolve(): item for item in sources}
    selected = [(file, Path(file).resolve()) for file in files]
    for file, path in selected:
        if path not in known:
            raise click.BadParameter(
                f"{file!r} is not in the setting `sources`", param_hint="FILE"
            )
    return tuple(known[path] for _, path in selected) if selected else sources


def _download(source: PinnedSource, folder: Path, console: Console) -> Download:
    path = folder / source.file
    console.progress(f"downloading {source.file}")
    if reason := check_url(source.url):
        raise SettingsError(f"`sources`: {reason}")
    try:
        new = fetch(source.url)
    except FetchError as error:
        console.fail(f"{source.file}: {error} ({source.url}); nothing was changed")
    return Download(source, path, path.read_bytes() if path.is_file() else None, new)


def _describe(item: Download) -> str:
    """Return the line about a changed document."""
    name = item.source.file
    if item.old is None:
        return f"{name}: new, {count(len(item.new), 'byte')}"
    if item.is_unchanged:
        return f"{name}: unchanged, the entry in the settings gets its digest"
    suffix = ""
    if item.is_edited:
        suffix = "; the file was edited since its download, and loses the edits"
    return f"{name}: changed, {len(item.old)} to {len(item.new)} bytes{suffix}"


def _write_pins(file: Path, changed: list[Download], today: dt.date) -> str:
    pins = {item.source.file: (item.digest, today) for item in changed}
    try:
        return write_pins(file.read_bytes().decode(), pins)
    except PinError as error:
        raise SettingsError(f"{file.name}: {error}; write it as a table") from None


@contextmanager
def _restored_on_failure(
    changed: list[Download],
    settings: Path,
    configs: tuple[Config, ...],
    console: Console,
) -> Iterator[None]:
    """Restore the documents and the settings if a client cannot be generated from them.

    Args:
        changed: The documents.
        settings: Settings file.
        configs: Settings of the clients.
        console: Where an interrupt is printed.
    """
    before: Mapping[Path, bytes | None] = {
        settings: settings.read_bytes(),
        **{item.path: item.old for item in changed},
    }
    manifests = [_read_manifest(config) for config in configs]
    try:
        yield
    except BaseException as error:
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
        restored = "the documents and the settings were restored"
        written = [
            config.output
            for config, manifest in zip(configs, manifests, strict=True)
            if _read_manifest(config) != manifest
        ]
        if written:
            outputs = ", ".join(written)
            restored += f"; run `oasmith generate` to restore {outputs}, too"
        if is_interrupt(error):
            console.state = restored
        else:
            click.echo(restored, err=True)
        raise


def _read_manifest(config: Config) -> bytes | None:
    """Return the manifest of a client, which is the first file that a run replaces."""
    file = config.output_directory / MANIFEST
    return file.read_bytes() if file.is_file() else None
