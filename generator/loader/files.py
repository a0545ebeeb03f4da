"""Read each file once, and follow the references between files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from ..diagnostics import Diagnostics, Rule, Severity
from ..file_access import RefusedFileError, read_descriptor, read_regular
from ..openapi.document import Document, LoadedFile
from ..source import JsonPointer, Location, SourceFile
from .access import Folders, descriptor_of, read_entry
from .decoding import read_text, refuse_unreadable
from .limits import shorten
from .misplaced import is_misplaced, is_string_location
from .overlays import Overlays
from .reading import make_source, parse
from .references import Mention, find_mentions

MISSING_FILE = Rule(
    "missing-file",
    Severity.WARNING,
    "A `$ref` refers to a file that does not exist, is empty, is too large, is not a"
    " regular file, or contains neither YAML nor JSON. The target is treated as any JSON"
    " value. Correct the path, which is relative to the file with the `$ref`, or add the"
    " file.",
)
OUTSIDE_REFERENCE = Rule(
    "outside-reference",
    Severity.WARNING,
    "A `$ref` refers to a file outside of the permitted folders: the folders of the entry"
    " documents, the folder of the settings file, and those in the setting"
    " `reference_folders`, without hidden files and folders. A document from standard"
    " input may only refer to itself. The file is not read, because otherwise a document"
    " could copy any file of the machine into the output. The target is treated as any"
    " JSON value. If the reference is intended, add its folder to `reference_folders`.",
)
REMOTE_REFERENCE = Rule(
    "remote-reference",
    Severity.WARNING,
    "A `$ref` refers to a file on another host. The generator does not download files, so"
    " that the output depends on local files only. The target is treated as any JSON"
    " value. Download the file and refer to the copy.",
)

_PIPE_NAMES = {0: "stdin"}
_PIPE_BASE = "http://pipe.invalid/"
"""Prefix of the URIs of documents from pipes; the host cannot exist (RFC 2606)."""

_PROSE = frozenset({".md", ".markdown", ".txt", ".htm", ".html", ".adoc", ".rst"})


class Files:
    """The files of one run by URI.

    Args:
        relative_to: Directory that file names in messages are relative to.
        diagnostics: Receives the diagnostics.
        folders: Folders that may contain the targets of references, in addition to those of
            the documents.
    """

    def __init__(
        self, relative_to: Path, diagnostics: Diagnostics, folders: Iterable[Path] = ()
    ) -> None:
        self._folders = Folders(folders)
        self._sealed: set[str] = set()
        self._relative_to = Path(os.path.abspath(relative_to))
        self._diagnostics = diagnostics
        self._loaded: dict[str, LoadedFile] = {}
        self._anchors: dict[str, tuple[str, JsonPointer]] = {}
        self._aliases: dict[str, str] = {}
        self._bases: dict[str, dict[JsonPointer, str]] = {}
        self._addresses: dict[str, str] = {}
        self._missing: set[str] = set()
        self.overlays = Overlays((), {}, diagnostics)
        self._reals: dict[Path, Path] = {}
        self.misplaced: list[tuple[SourceFile, JsonPointer]] = []
        """References where the standard allows none, after a call of `follow`."""
        self.recursive: list[tuple[SourceFile, JsonPointer]] = []
        """Objects with `$recursiveRef: '#'`, after a call of `follow`."""
        self._mentions: dict[str, list[Mention]] = {}
        self._view = Document(
            (), self._loaded, self._anchors, self._aliases, self._bases
        )

    def _real(self, path: Path) -> Path:
        """Return a path without symbolic links, from a cache since this is slow."""
        real = self._reals.get(path)
        if real is None:
            real = self._reals[path] = Path(os.path.realpath(path))
        return real

    def name(self, path: Path) -> str:
        """Return the name of a file in messages: a relative path, or else a base name."""
        for candidate, base in (
            (Path(os.path.abspath(path)), self._relative_to),
            (self._real(path), self._real(self._relative_to)),
        ):
            if candidate.is_relative_to(base):
                return candidate.relative_to(base).as_posix()
        return path.name

    def entry(self, path: Path) -> SourceFile:
        """Read a file or a pipe that the user named.

        Raises:
            GenerationError: The file cannot be read or decoded.
        """
        descriptor = descriptor_of(path)
        name = self.name(path) if descriptor is None else _PIPE_NAMES.get(descriptor)
        name = name or f"pipe-{descriptor}"
        try:
            if descriptor is None:
                data = read_entry(path)
            else:
                data = read_descriptor(descriptor)
        except (OSError, ValueError, RefusedFileError) as error:
            refuse_unreadable(error, name, self._diagnostics)
        text = read_text(data, name, self._diagnostics)
        real = self._real(path)
        if descriptor is None and real.is_file():
            self._folders.add(real.parent)
            return make_source(name, real.as_uri(), text)
        uri = f"{_PIPE_BASE}{quote(name)}"
        self._sealed.add(uri)
        return make_source(name, uri, text)

    def overlay(self, path: Path) -> tuple[SourceFile, Any]:
        """Read an overlay, which must be in the folders of the settings.

        Raises:
            GenerationError: The file cannot be read, decoded or parsed.
        """
        name = self.name(path)
        real = self._real(path)
        try:
            if not self._folders.allow(real):
                raise RefusedFileError(
                    "is outside of the folder of the settings file and of the folders in"
                    " `reference_folders`"
                )
            data = read_regular(real)
        except (OSError, RefusedFileError) as error:
            refuse_unreadable(error, name, self._diagnostics)
        source = make_source(
            name, real.as_uri(), read_text(data, name, self._diagnostics)
        )
        return source, parse(source, self._diagnostics)

    def add(
        self, source: SourceFile, value: Any, mentions: list[Mention] | None = None
    ) -> None:
        """Add a file under its `$self` URI (OpenAPI 3.2) if it has one.

        Args:
            source: Source of the file; its URI is changed to `$self`.
            value: Value of the file.
            mentions: Result of `find_mentions`, if it was called before.
        """
        place = source.uri
        own = value.get("$self") if isinstance(value, dict) else None
        if isinstance(own, str) and "openapi" in value:
            source.uri = _resolved(place, own) or place
            if source.uri in self._loaded:
                source.uri = place
        if source.uri != place:
            self._aliases[place] = source.uri
        self._addresses[source.uri] = place
        self._loaded[source.uri] = LoadedFile(source, value)
        if mentions is not None:
            self._mentions[source.uri] = mentions

    def replace(self, source: SourceFile, value: Any) -> None:
        """Replace the value of a file."""
        self._loaded[source.uri] = LoadedFile(source, value)

    def follow(self) -> Document:
        """Read all files that can be reached from the added files.

        Raises:
            GenerationError: A referenced file has an error.
        """
        waiting = list(self._loaded.values())
        while waiting:
            mentions = [(item, self._mentions_of(item)) for item in waiting]
            for item, file_mentions in mentions:
                self._index(item.source, file_mentions)
            waiting = []
            for item, file_mentions in mentions:
                for mention in file_mentions:
                    place = item.source, mention.pointer
                    if mention.keyword == "$ref" and is_misplaced(mention.pointer):
                        self.misplaced.append(place)
                    elif mention.keyword == "$recursiveRef" and mention.text == "#":
                        self.recursive.append(place)
                    reached = self._reach(item.source, mention)
                    if reached is not None:
                        waiting.append(reached)
        return self._view

    def _mentions_of(self, item: LoadedFile) -> list[Mention]:
        mentions = self._mentions.get(item.source.uri)
        return find_mentions(item.value) if mentions is None else mentions

    def _index(self, source: SourceFile, mentions: list[Mention]) -> None:
        """Register the `$id` and anchors of the schemas of a file."""
        for keyword, text, pointer in mentions:
            if keyword != "$id" or text.startswith("#"):
                continue
            base = self._base(source, pointer[:-1])
            resolved = _resolved(base, text)
            if resolved:
                self._bases.setdefault(source.uri, {})[pointer] = resolved
                self._anchors.setdefault(resolved, (source.uri, pointer))
        for keyword, text, pointer in mentions:
            name = text.removeprefix("#")
            if keyword in ("$anchor", "$dynamicAnchor") or name != text:
                if keyword not in ("$ref", "$recursiveRef"):
                    for base in {self._base(source, pointer), source.uri}:
                        self._anchors.setdefault(
                            f"{base}#{name}", (source.uri, pointer)
                        )

    def _base(self, source: SourceFile, pointer: JsonPointer) -> str:
        """Return the base URI at a location of a file."""
        bases = self._bases.get(source.uri, {})
        for length in range(len(pointer), -1, -1):
            if pointer[:length] in bases:
                return bases[pointer[:length]]
        return source.uri

    def _reach(self, source: SourceFile, mention: Mention) -> LoadedFile | None:
        """Read the file that a reference refers to, unless it has been read before."""
        keyword, text, pointer = mention
        if keyword not in ("$ref", "mapping") or text.startswith("#"):
            return None
        address = self._address(source, pointer, text)
        if address is None or self._view.knows(address) or address in self._missing:
            return None
        where = Location(source, (*pointer, "$ref") if keyword == "$ref" else pointer)
        if self._addresses.get(source.uri, source.uri) in self._sealed:
            self._refuse(address, text, where)
            return None
        path = self._path(source, text, address)
        if path is None:
            self._missing.add(address)
            self._diagnostics.add(
                REMOTE_REFERENCE,
                f"{shorten(address)!r} is on another host",
                where,
                hint="download the file and refer to the copy",
            )
            return None
        as_text = is_misplaced(pointer) and is_string_location(pointer)
        return self._read(path, address, text, where, as_text)

    def _address(
        self, source: SourceFile, pointer: JsonPointer, text: str
    ) -> str | None:
        try:
            return urldefrag(self._view.address(source, pointer, text)).url
        except ValueError:
            return None

    def _path(self, source: SourceFile, text: str, address: str) -> Path | None:
        """Return the local path of an address, or `None` if it is on another host.

        References that are relative to `$self` are also looked up relative to the file.
        """
        place = self._addresses.get(source.uri, source.uri)
        for candidate in (address, urljoin(place, text)):
            parts = urlsplit(candidate)
            if parts.scheme == "file" and parts.netloc in ("", "localhost"):
                path = unquote(parts.path)
                path = path.lstrip("/") if os.name == "nt" else path
                if os.path.isabs(path):
                    return Path(path)
        return None

    def _read(
        self, path: Path, address: str, text: str, where: Location, as_text: bool
    ) -> LoadedFile | None:
        try:
            real = self._real(path)
        except (OSError, ValueError):  # for example a null character
            real = None
        if real is not None and not self._folders.allow(real):
            # Checked before the existence of the file, which must not be disclosed.
            self._refuse(address, text, where)
            return None
        is_prose = path.suffix.lower() in _PROSE
        reason = "does not exist"
        if real is not None and os.path.exists(real):
            uri = real.as_uri()
            uri = self._aliases.get(uri, uri)
            if uri != address:
                self._aliases[address] = uri
            if uri in self._loaded:
                return None
            reason = "is prose, not YAML or JSON"
            if as_text or not is_prose or os.path.isdir(real):
                try:
                    return self._load(path, real, is_prose)
                except RefusedFileError as error:
                    reason = str(error)
        self._missing.add(address)
        self._diagnostics.add(
            MISSING_FILE,
            f"the file of {shorten(text)!r} {reason}",
            where,
            hint=f"paths are relative to {where.file.name}",
        )
        return None

    def _load(self, path: Path, real: Path, is_prose: bool) -> LoadedFile:
        """Read a referenced file.

        Args:
            path: Path in the reference.
            real: Path without symbolic links.
            is_prose: Whether the value of the file is its text.

        Raises:
            RefusedFileError: The file is empty, too large, or not a regular file.
            GenerationError: The file has an error.
        """
        name = self.name(path)
        try:
            data = read_regular(real)
        except OSError as error:
            refuse_unreadable(error, name, self._diagnostics)
        text = read_text(data, name, self._diagnostics)
        source = make_source(name, real.as_uri(), text)
        value = source.text if is_prose else parse(source, self._diagnostics)
        if value is None:
            raise RefusedFileError("is empty")
        value = self.overlays.apply(source, value, entry=False)
        self.add(source, value)
        return self._loaded[source.uri]

    def _refuse(self, address: str, text: str, where: Location) -> None:
        """Report a reference to a file that the document may not read."""
        self._missing.add(address)
        if self._addresses.get(where.file.uri, where.file.uri) in self._sealed:
            reason = "is not read: a document from a pipe may only refer to itself"
            hint = "save the document in the folder of the files that it refers to"
        else:
            reason = "is outside of the permitted folders"
            hint = "add its folder to the setting `reference_folders`"
        message = f"the file of {shorten(text)!r} {reason}"
        self._diagnostics.add(OUTSIDE_REFERENCE, message, where, hint=hint)


def _resolved(base: str, text: str) -> str:
    """Return a reference as an absolute URI without fragment, or `""` if it is invalid."""
    try:
        return urldefrag(urljoin(base, text)).url
    except ValueError:
        return ""
