"""Reads each file once, and follows references from file to file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from ..diagnostics import Diagnostics, Rule, Severity
from ..file_access import RefusedFile, read_descriptor, read_regular
from .access import Folders, descriptor_of, read_entry
from .decoding import read_text, refuse_unreadable
from .limits import shorten
from .reading import make_source, parse
from .misplaced import is_misplaced, is_text
from .references import Mention, find_mentions
from ..openapi.document import Document, LoadedFile
from ..source import JsonPointer, Location, SourceFile

MISSING_FILE = Rule(
    "missing-file",
    Severity.WARNING,
    "A `$ref` names a file that does not exist, is empty, is too large or not a regular"
    " file, or holds neither YAML nor JSON. What it refers to is treated as any JSON"
    " value. Correct the path, which is relative to the file that holds the `$ref`, or"
    " add the file.",
)
OUTSIDE_REFERENCE = Rule(
    "outside-reference",
    Severity.WARNING,
    "A `$ref` leads out of the folders that may be read: those of the entry documents,"
    " of the settings file, and of the setting `reference_folders`, without their hidden"
    " files and folders. A document from standard input may refer to itself only. The"
    " file is not read, since a document could else copy any file of the machine into"
    " the output; what it refers to is treated as any JSON value. Add the folder to"
    " `reference_folders` if the reference is meant.",
)
REMOTE_REFERENCE = Rule(
    "remote-reference",
    Severity.WARNING,
    "A `$ref` names a file on another host. Nothing is fetched while generating, so"
    " that the output depends on the files at hand alone; what it refers to is treated"
    " as any JSON value. Download the file and refer to the copy.",
)

_PIPE_NAMES = {0: "stdin"}
_NO_PLACE = "http://pipe.invalid/"
"""Begins the URIs of what was read from pipes (RFC 2606: the host cannot exist)."""

_PROSE = frozenset({".md", ".markdown", ".txt", ".htm", ".html", ".adoc", ".rst"})


class Files:
    """Every file of one run, by URI.

    Args:
        relative_to: what the names of files in messages are relative to.
        diagnostics: takes what is found.
        folders: below which references may lead, beside those of the documents.
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
        self._reals: dict[Path, Path] = {}
        self.misplaced: list[tuple[SourceFile, JsonPointer]] = []
        """References that stand where the standard has none, once `follow` was called."""
        self._view = Document(
            (), self._loaded, self._anchors, self._aliases, self._bases
        )

    def _real(self, path: Path) -> Path:
        """The path without symbolic links; it costs a look at every directory."""
        known = self._reals.get(path)
        if known is None:
            known = self._reals[path] = Path(os.path.realpath(path))
        return known

    def name(self, path: Path) -> str:
        """How messages call a file: relative, or its base name when it is outside."""
        for one, other in (
            (Path(os.path.abspath(path)), self._relative_to),
            (self._real(path), self._real(self._relative_to)),
        ):
            if one.is_relative_to(other):
                return one.relative_to(other).as_posix()
        return path.name

    def entry(self, path: Path) -> SourceFile:
        """The text of a file that the user named, or of a pipe.

        Raises:
            GenerationError: it cannot be read, or is no text.
        """
        descriptor = descriptor_of(path)
        name = self.name(path) if descriptor is None else _PIPE_NAMES.get(descriptor)
        name = name or f"pipe-{descriptor}"
        try:
            if descriptor is None:
                data = read_entry(path)
            else:
                data = read_descriptor(descriptor)
        except (OSError, ValueError, RefusedFile) as error:
            refuse_unreadable(error, name, self._diagnostics)
        text = read_text(data, name, self._diagnostics)
        real = self._real(path)
        if descriptor is None and real.is_file():
            self._folders.add(real.parent)
            return make_source(name, real.as_uri(), text)
        uri = f"{_NO_PLACE}{quote(name)}"
        self._sealed.add(uri)
        return make_source(name, uri, text)

    def add(self, source: SourceFile, value: Any) -> None:
        """Takes a file in, under its `$self` (OpenAPI 3.2) where it has one."""
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

    def replace(self, source: SourceFile, value: Any) -> None:
        """Gives a file that was added another value."""
        self._loaded[source.uri] = LoadedFile(source, value)

    def follow(self) -> Document:
        """Reads everything that can be reached from the files that were added.

        Raises:
            GenerationError: a file that is referred to holds an error.
        """
        waiting = list(self._loaded.values())
        while waiting:
            mentions = [(item, find_mentions(item.value)) for item in waiting]
            for item, found in mentions:
                self._index(item.source, found)
            waiting = []
            for item, found in mentions:
                for mention in found:
                    if mention.keyword == "$ref" and is_misplaced(mention.pointer):
                        self.misplaced.append((item.source, mention.pointer))
                    reached = self._reach(item.source, mention)
                    if reached is not None:
                        waiting.append(reached)
        return self._view

    def _index(self, source: SourceFile, mentions: list[Mention]) -> None:
        """Notes the names that the schemas of a file give themselves."""
        for keyword, text, pointer in mentions:
            if keyword != "$id" or text.startswith("#"):
                continue
            base = self._base(source, pointer[:-1])
            resolved = _resolved(base, text)
            if resolved:
                self._bases.setdefault(source.uri, {})[pointer] = resolved
                self._anchors.setdefault(resolved, (source.uri, pointer))
        for keyword, text, pointer in mentions:
            name = text[1:] if text.startswith("#") else text
            if keyword in ("$anchor", "$dynamicAnchor") or name != text:
                if keyword != "$ref":
                    for base in {self._base(source, pointer), source.uri}:
                        self._anchors.setdefault(
                            f"{base}#{name}", (source.uri, pointer)
                        )

    def _base(self, source: SourceFile, pointer: JsonPointer) -> str:
        """The URI against which names at a place of a file are resolved."""
        known = self._bases.get(source.uri, {})
        for length in range(len(pointer), -1, -1):
            if pointer[:length] in known:
                return known[pointer[:length]]
        return source.uri

    def _reach(self, source: SourceFile, mention: Mention) -> LoadedFile | None:
        """The file that a reference leads to, if it was not read before."""
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
                f"{shorten(address)!r} is not fetched",
                where,
                hint="download the file and refer to the copy",
            )
            return None
        as_text = is_misplaced(pointer) and is_text(pointer)
        return self._read(path, address, text, where, as_text)

    def _address(
        self, source: SourceFile, pointer: JsonPointer, text: str
    ) -> str | None:
        try:
            return urldefrag(self._view.address(source, pointer, text)).url
        except ValueError:
            return None

    def _path(self, source: SourceFile, text: str, address: str) -> Path | None:
        """The local file of an address; `None` when it is on another host.

        What is relative to a `$self` lies beside the file that says it, too.
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
        except (OSError, ValueError):  # such as a null character
            real = None
        if real is not None and not self._folders.allow(real):
            # Before it is known whether the file exists, which is nobody's business.
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
                except RefusedFile as error:
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
        """Reads a file that a reference leads to.

        Raises:
            RefusedFile: it is empty, or not to be read.
            GenerationError: it holds an error.
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
            raise RefusedFile("is empty")
        self.add(source, value)
        return self._loaded[source.uri]

    def _refuse(self, address: str, text: str, where: Location) -> None:
        """Reports a reference that leads where documents may not."""
        self._missing.add(address)
        if self._addresses.get(where.file.uri, where.file.uri) in self._sealed:
            reason = "is not read: a document from a pipe may refer to itself only"
            hint = "save the document beside the files that it refers to"
        else:
            reason = "is outside the folders that may be read"
            hint = "add its folder to the setting `reference_folders` if it is meant"
        message = f"the file of {shorten(text)!r} {reason}"
        self._diagnostics.add(OUTSIDE_REFERENCE, message, where, hint=hint)


def _resolved(base: str, text: str) -> str:
    """`text` as an absolute URI without fragment, `""` when it is no URI."""
    try:
        return urldefrag(urljoin(base, text)).url
    except ValueError:
        return ""
