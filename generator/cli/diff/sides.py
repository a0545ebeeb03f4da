"""The two sides of `diff`: files, directories, and revisions of git."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ...config import Config, SettingsError
from ...config.sources import PinnedSource
from .revision_settings import is_new_at, settings_at
from .revisions import check_revision, export, repository_root

_ABSENT = Path("/dev/null")
"""Path that Git passes to a diff driver for a document that does not exist."""


class DiffSide(NamedTuple):
    """One side of a comparison.

    Args:
        revision: Revision of git; `""` for the working tree.
        path: Document or directory, relative to the root of the repository if there is
            a revision; `None` for the documents of the settings.
    """

    revision: str
    path: Path | None

    @property
    def prefix(self) -> str:
        """Prefix of file names in reports: `main:`."""
        return f"{self.revision}:" if self.revision else ""

    @property
    def is_absent(self) -> bool:
        """Whether there is no document, as Git passes `/dev/null` to a diff driver."""
        return not self.revision and self.path == _ABSENT


ABSENT = DiffSide("", _ABSENT)
"""A side without a document, whose client has no operations."""


def parse_arguments(
    old: str | None, new: str | None, against: str | None, used: bool
) -> tuple[DiffSide, DiffSide]:
    """Parse the arguments of `diff` with or without `--against`.

    Args:
        old: The first argument, if there is one.
        new: The second argument, if there is one.
        against: Package to compare with; `None` to compare two documents.
        used: Whether only used calls are reported.

    Raises:
        SettingsError: The arguments are not valid together.
    """
    if against is None:
        if old is None:
            raise SettingsError(
                "give OLD NEW, a range such as main..HEAD, or --against"
            )
        return parse_sides(old, new)
    if new is not None:
        raise SettingsError("--against compares one document with a package")
    if used:
        raise SettingsError("--used cannot be combined with --against")
    side = DiffSide("", None) if old is None else _parse_side(old)
    return side, side


def parse_sides(old: str, new: str | None) -> tuple[DiffSide, DiffSide]:
    """Parse the arguments of `diff`.

    Args:
        old: A path, `REVISION:PATH`, or `OLD..NEW` if `new` is `None`.
        new: A path or `REVISION:PATH`.

    Raises:
        SettingsError: An argument is neither a path nor a revision.
    """
    if new is not None:
        sides = (_parse_side(old), _parse_side(new))
        if all(side.is_absent for side in sides):
            raise SettingsError(f"both documents are {_ABSENT}; give at least one")
        return sides
    if os.path.exists(old):
        raise SettingsError(
            f"there is only one document, {old}; add another: oasmith diff OLD NEW"
        )
    before, dots, after = old.partition("..")
    if not dots or not before or after.startswith("."):
        raise SettingsError(
            f"{old!r} is not a range of revisions; write OLD NEW, or main..HEAD"
        )
    return DiffSide(before, None), DiffSide(after, None)


def _parse_side(text: str) -> DiffSide:
    if os.path.exists(text) or Path(text) == _ABSENT:
        return DiffSide("", Path(text))
    revision, colon, path = text.partition(":")
    if not colon or not revision or not path:
        raise SettingsError(
            f"{text} does not exist; give a document, a directory or REVISION:PATH"
        )
    if path.startswith(("./", "../")):
        path = os.path.relpath(path, repository_root())
    return DiffSide(revision, Path(os.path.normpath(path)))


@contextmanager
def at_revision(
    specs: tuple[Path, ...], note: Callable[[str], None]
) -> Iterator[tuple[tuple[Path, ...], Callable[[Config], Config]]]:
    """Yield documents, and a function that reads them in a revision of git.

    Args:
        specs: Documents. If there is one, it can be `REVISION:PATH`.
        note: Function that prints a note if settings of the revision cannot be read.

    Returns:
        The documents that select the settings, and a function that returns settings for
        the documents of the revision.
    """
    name = str(specs[0]) if len(specs) == 1 else ""
    if ":" not in name or os.path.exists(name):
        yield specs, lambda config: config
        return
    side = _parse_side(name)
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "files")
        yield (
            settings_documents((side, side)),
            lambda config: config_of(side, config, files, note),
        )


def settings_documents(sides: tuple[DiffSide, DiffSide]) -> tuple[Path, ...]:
    """Return the documents that select the settings: those of the new side, if any."""
    new = sides[0] if sides[1].is_absent else sides[1]
    if new.path is None:
        return ()
    return (repository_root() / new.path if new.revision else new.path,)


def config_of(
    side: DiffSide, config: Config, folder: Path, note: Callable[[str], None]
) -> Config:
    """Return the settings for the documents of one side.

    A revision has the settings of the client in that revision. Without any, the current
    settings apply, as they do for documents outside of git.

    Args:
        side: The side.
        config: Settings of the client.
        folder: Directory for files of a revision, which does not exist.
        note: Function that prints a note if settings of the revision cannot be read.

    Raises:
        SettingsError: The revision or its documents do not exist.
    """
    if side.revision:
        return _revision_config(side, config, folder, note)
    if side.path is None or _is_document(config, side.path):
        return config
    return _with_document(config, Path(os.path.abspath(side.path)))


_NO_OPERATIONS = """\
overlay: 1.0.0
info: {title: Remove all operations, version: 1.0.0}
actions:
  - {target: "$.paths.*", remove: true}
  - {target: "$.webhooks.*", remove: true}
  - {target: "$.components.schemas.*", remove: true}
  - {target: "$.definitions.*", remove: true}
"""


def without_operations(config: Config, folder: Path) -> Config:
    """Return the settings of a client that has no operations, but the same options.

    Args:
        config: Settings of the client.
        folder: Directory for an overlay; it may not exist.
    """
    folder.mkdir(parents=True, exist_ok=True)
    overlay = folder.resolve() / "no-operations.yaml"
    overlay.write_text(_NO_OPERATIONS, encoding="utf-8")
    return replace(
        config,
        overlays=(*config.overlays, str(overlay)),
        reference_folders=(*config.reference_folders, str(overlay.parent)),
        only=(),
        exclude=(),
    )


def is_new_client(side: DiffSide, config: Config, folder: Path) -> bool:
    """Return whether a side is a revision without the settings and documents of a client.

    Args:
        side: The side.
        config: Current settings of the client.
        folder: Directory for the settings of the revision.

    Raises:
        SettingsError: The revision does not exist.
    """
    if not side.revision or side.path is not None:
        return False
    root = repository_root()
    check_revision(side.revision, root)
    return is_new_at(side.revision, config, root, folder)


def _is_document(config: Config, path: Path) -> bool:
    """Return whether a path is the only document of the settings."""
    requested = os.path.realpath(path)
    return [os.path.realpath(item) for item in config.spec_paths()] == [requested]


def _with_document(config: Config, path: Path) -> Config:
    origin = replace(config.origin, flags={**config.origin.flags, "specs": "DOCUMENT"})
    sources = tuple(_replaced_sources(config, path))
    return replace(
        config, specs=(str(path),), main=None, origin=origin, sources=sources
    )


def _replaced_sources(config: Config, path: Path) -> Iterator[PinnedSource]:
    """Yield sources that give a document the URLs of the documents that it replaces.

    Overlays that extend a document of the settings are applied to the other one, too.
    """
    replaced = set[str]()
    with suppress(SettingsError):  # the settings may name no existing document
        replaced.update(os.path.realpath(item) for item in config.spec_paths())
    for item in sorted(replaced):
        yield PinnedSource(str(path), Path(item).as_uri())
    for source in config.sources:
        if os.path.realpath(config.directory / source.file) in replaced:
            yield PinnedSource(str(path), source.url)


def _revision_config(
    side: DiffSide, config: Config, folder: Path, note: Callable[[str], None]
) -> Config:
    root = repository_root()
    directory = os.path.realpath(config.directory)
    relative = os.path.relpath(directory, os.path.realpath(root))
    if relative.startswith(".."):
        raise SettingsError(f"the settings are outside of the repository {root}")
    export(side.revision, root, folder)
    (folder / relative).mkdir(parents=True, exist_ok=True)
    moved = settings_at(side.revision, config, root, folder, note)
    if moved is None:
        moved = replace(config, directory=folder / relative)
    # The client of a revision without an overlay was generated without it.
    overlays = [name for name in moved.overlays if (moved.directory / name).exists()]
    moved = replace(moved, overlays=tuple(overlays))
    if side.path is not None:
        path = folder / side.path
        if not path.exists():
            raise SettingsError(f"{side.path} does not exist in {side.revision}")
        return _with_document(moved, path)
    specs = tuple(
        os.path.relpath(os.path.realpath(config.directory / spec), directory)
        for spec in moved.specs
    )
    return replace(moved, specs=specs)
