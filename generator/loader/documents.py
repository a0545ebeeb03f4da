"""Find the documents in files and directories, and combine them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from ..diagnostics import Diagnostics, GenerationError, Rule, Severity
from ..openapi.document import Document, Root
from ..source import Location, SourceFile
from ..suggestions import did_you_mean
from .access import descriptor_of, is_special
from .ahead import ParsedAhead
from .decoding import UNREADABLE_FILE
from .dynamic_references import replace_dynamic_references
from .entries import (
    NOT_OPENAPI,
    PASSED_OVER,
    check_document,
    describe,
    is_document,
    mentions_openapi,
)
from .files import Files
from .misplaced import replace_misplaced
from .overlays import read_overlays
from .reading import parse
from .recursive_references import replace_recursive_references
from .swagger2 import upgrade

SPEC_NOT_FOUND = Rule(
    "spec-not-found",
    Severity.ERROR,
    "A file or directory that was passed as a document does not exist.",
)
NO_DOCUMENTS = Rule(
    "no-documents",
    Severity.ERROR,
    "The files and directories contain no OpenAPI document: a `.yaml`, `.yml` or `.json`"
    " file with `openapi` or `swagger` at its root.",
)
EMPTY_FILE = Rule(
    "empty-file",
    Severity.ERROR,
    "The file is empty or contains only comments. Pass the file that contains the"
    " OpenAPI document.",
)

_SUFFIXES = frozenset({".yaml", ".yml", ".json"})


class _Candidate(NamedTuple):
    """A file that is not a document."""

    source: SourceFile
    value: Any


def load_documents(
    specs: Sequence[Path],
    relative_to: Path,
    diagnostics: Diagnostics,
    main: Path | None,
    folders: Sequence[Path],
    overlays: Sequence[Path],
    urls: Mapping[str, Path],
    parsed: ParsedAhead | None,
) -> Document:
    """Implement `generator.loader.load`."""
    documents = _Documents(relative_to, diagnostics, folders, parsed)
    documents.read_overlays(overlays, urls)
    for path in specs:
        if os.path.isdir(path):
            documents.add_directory(path)
        else:
            documents.add_file(path)
    return documents.finish(main)


class _Documents:
    """Collects the documents of one run.

    Args:
        relative_to: Directory that file names in messages are relative to.
        diagnostics: Receives the diagnostics.
        folders: Folders that may contain the targets of references.
        parsed: Value of a document that was parsed ahead.
    """

    def __init__(
        self,
        relative_to: Path,
        diagnostics: Diagnostics,
        folders: Sequence[Path],
        parsed: ParsedAhead | None,
    ) -> None:
        self._diagnostics = diagnostics
        self._parsed = parsed
        self._errors_before = diagnostics.count(Severity.ERROR)
        self._files = Files(relative_to, diagnostics, folders)
        self._sources: list[SourceFile] = []
        self._others: list[_Candidate] = []
        self._seen: set[str] = set()
        self._originals: dict[str, Any] = {}

    def read_overlays(self, paths: Sequence[Path], urls: Mapping[str, Path]) -> None:
        """Read the overlays that are applied to the documents.

        Raises:
            GenerationError: An overlay is invalid.
        """
        uris = {
            url: Path(os.path.realpath(path)).as_uri() for url, path in urls.items()
        }
        self._files.overlays = read_overlays(
            paths, self._files.overlay, uris, self._diagnostics
        )

    def add_directory(self, directory: Path) -> None:
        """Read all documents in a directory and its subdirectories."""
        before = len(self._sources), self._diagnostics.count(Severity.ERROR)
        for path in description_files(directory, self._report_unreadable):
            self._try_read(path, named=False)
        if before == (len(self._sources), self._diagnostics.count(Severity.ERROR)):
            self._diagnostics.add(
                NO_DOCUMENTS,
                f"the directory {self._files.name(directory)!r} contains no OpenAPI"
                " document",
                hint="pass a file with `openapi` or `swagger` at its root",
            )

    def _report_unreadable(self, error: OSError) -> None:
        folder = self._files.name(Path(error.filename))
        reason = (error.strerror or str(error)).lower()
        self._diagnostics.add(
            UNREADABLE_FILE,
            f"the directory {folder!r} cannot be read: {reason}",
            hint="check its permissions",
        )

    def add_file(self, path: Path) -> None:
        """Read a file that the user named."""
        if os.path.lexists(path) or descriptor_of(path) is not None:
            self._try_read(path, named=True)
            return
        name = self._files.name(path)
        self._diagnostics.add(
            SPEC_NOT_FOUND,
            f"the file or directory {name!r} does not exist",
            SourceFile(name, "", "", lambda text: {}).span(0),
            hint=did_you_mean(path.name, _list_files(path.parent))
            or "check the path; it is relative to the settings file or the current directory",
        )

    def _try_read(self, path: Path, *, named: bool) -> None:
        is_open = descriptor_of(path) is not None
        identity = str(path) if is_open else os.path.realpath(path)
        if identity in self._seen:
            return
        self._seen.add(identity)
        try:
            self._read(path, named)
        except GenerationError:
            # The diagnostics state the reason. Continue with the other files.
            return

    def _read(self, path: Path, named: bool) -> None:
        source = self._files.entry(path)
        if mentions_openapi(source.text):
            parsed = self._parsed.take(source) if self._parsed else None
            if parsed is None:
                value, mentions = parse(source, self._diagnostics), None
            else:
                value, mentions = parsed
            if is_document(value):
                original = value
                value = self._files.overlays.apply(source, value, entry=True)
                if source.trace is not None and "swagger" in value:
                    self._originals[source.uri] = deepcopy(value)
                check_document(source, value, self._diagnostics)
                is_unchanged = value is original
                self._files.add(source, value, mentions if is_unchanged else None)
                self._sources.append(source)
                return
        elif not named:
            return
        else:
            value = self._read_foreign(path, source)
        if value is None:
            self._diagnostics.add(
                EMPTY_FILE,
                "the file is empty",
                source.span(0),
                hint="pass the file that contains the OpenAPI document",
            )
        elif named:
            self._others.append(_Candidate(source, value))

    def _read_foreign(self, path: Path, source: SourceFile) -> Any:
        """Return the value of a file without `openapi`, or its text if it has no value."""
        attempt = Diagnostics()
        try:
            return parse(source, attempt)
        except GenerationError:
            if path.suffix.lower() in _SUFFIXES:
                self._diagnostics.extend(attempt)
                raise
            return source.text

    def finish(self, main: Path | None) -> Document:
        """Return the documents as one, with all files that they refer to.

        Raises:
            GenerationError: The diagnostics contain an error.
        """
        if not self._sources:
            self._report_others(NOT_OPENAPI)
            if self._diagnostics.count(Severity.ERROR) == self._errors_before:
                self._diagnostics.add(
                    NO_DOCUMENTS,
                    "no OpenAPI document was passed",
                    hint="pass a file, or set `specs` in the settings",
                )
        self._stop_at_errors()
        document = self._files.follow()
        self._stop_at_errors()
        self._files.overlays.report()
        self._others = [
            other for other in self._others if other.source.uri not in document.files
        ]
        self._report_others(PASSED_OVER)
        replace_recursive_references(document, self._files.recursive)
        replace_misplaced(document, self._files.misplaced, self._diagnostics)
        replace_dynamic_references(document)
        for source, value in upgrade(document, self._diagnostics):
            # The upgrade changes a copy of the tree.
            tree = document.files[source.uri].value if source.trace else None
            self._originals.setdefault(source.uri, tree)
            self._files.replace(source, value)
        for source, value in self._files.overlays.sources:
            if source.uri not in document.files:
                self._files.replace(source, value)
        roots = [
            Root(document.files[source.uri].value, source, ())
            for source in self._sources
        ]
        if main is not None:
            first = Path(os.path.realpath(main)).as_uri()
            first = document.aliases.get(first, first)
            roots.sort(key=lambda root: root.file.uri != first)
        return replace(document, roots=tuple(roots), originals=self._originals)

    def _stop_at_errors(self) -> None:
        if self._diagnostics.count(Severity.ERROR) > self._errors_before:
            raise GenerationError

    def _report_others(self, rule: Rule) -> None:
        for source, value in self._others:
            kind, hint = describe(source, value)
            message = f"this is {kind}, not an OpenAPI document"
            self._diagnostics.add(rule, message, Location(source, ()), hint=hint)


def _list_files(directory: Path) -> list[str]:
    """Return the names of the files in a directory that may be documents."""
    try:
        names = os.listdir(directory)
    except OSError:
        return []
    return sorted(name for name in names if Path(name).suffix.lower() in _SUFFIXES)


def description_files(
    directory: Path, on_error: Callable[[OSError], None]
) -> Iterator[Path]:
    """Yield the files in a directory that may be documents, in a fixed order.

    Args:
        directory: Directory to search, without hidden folders and `node_modules`.
        on_error: Called for each folder that cannot be read.
    """
    for folder, folders, names in os.walk(directory, onerror=on_error):
        folders[:] = sorted(
            name for name in folders if name[:1] != "." and name != "node_modules"
        )
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix.lower() in _SUFFIXES and name[:1] != ".":
                if not is_special(path):
                    yield path
