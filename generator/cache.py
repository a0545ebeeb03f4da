"""The fast path: what earlier runs found out, kept for the same input.

Losing the cache costs time, never bytes. A remembered run counts only when every file
that it read, the settings, the generator with its templates and the libraries whose
output shows are the same, and when every file that it wrote is as it wrote it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .config import Config, SettingsError
from .diagnostics import Diagnostics
from .diagnostics.deduplicate import deduplicate_diagnostics
from .emission.manifest import NAME
from .limits import MAX_FILE_BYTES
from .source import uri_to_path

if TYPE_CHECKING:
    from .openapi.document import Document
    from .pipeline import Generated

_LIBRARIES = (
    "black",
    "jinja2",
    "jsonschema",
    "jsonschema-rs",
    "openapi-schema-validator",
    "openapi-spec-validator",
    "pyyaml",
)
"""Those that the output or the findings come from; one of them need not be there."""


def directory() -> Path | None:
    """The user's cache directory, `None` when `OASMITH_CACHE` is `off`."""
    if os.environ.get("OASMITH_CACHE") == "off":
        return None
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        # The standard of these directories has relative ones ignored.
        root = Path(base) if base and os.path.isabs(base) else Path.home() / ".cache"
    except RuntimeError:  # no home directory
        return None
    return root / "oasmith"


class Cache:
    """What is remembered of the runs with one configuration."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._directory = directory()
        self._print = _fingerprint() if self._directory is not None else ""

    def current(self) -> str | None:
        """The summary of the last run, when running again would change nothing."""
        entry = self._read(self._entry())
        if entry is None or entry.get("fingerprint") != self._print:
            return None
        try:
            if entry["specs"] != self._specs():
                return None
            inputs, files = entry["inputs"].items(), entry["files"].items()
            summary = str(entry["summary"])
        except (SettingsError, KeyError, AttributeError):
            return None  # nothing matches the settings, or it is none of our entries
        output = self._config.output_directory
        as_read = all(_digest(Path(path)) == found for path, found in inputs)
        as_written = all(_digest(output / path) == found for path, found in files)
        return summary if as_read and as_written else None

    def remember(self, made: Generated, summary: str) -> None:
        """Notes a run that wrote its output.

        It does not when something was missing, or is no longer what was read.
        """
        specs = self._specs()
        inputs = {path: _digest(Path(path)) for path in specs}
        for uri, loaded in made.document.files.items():
            path = uri_to_path(uri)
            text = loaded.source.text
            inputs[str(path)] = _digest(path, text) if path is not None else None
        if None in inputs.values() or "missing-file" in made.manifest.diagnostics:
            return
        files = {**made.manifest.files, **made.user_files}
        files[NAME] = hashlib.sha256(made.manifest.to_bytes()).hexdigest()
        entry = {
            "specs": specs,
            "fingerprint": self._print,
            "inputs": inputs,
            "files": files,
            "summary": summary,
        }
        self._write(self._entry(), entry)

    def validate(
        self,
        document: Document,
        diagnostics: Diagnostics,
        progress: Callable[[str], None],
    ) -> None:
        """Adds what openapi-spec-validator finds, from memory where it looked before."""
        from .diagnostics.serialize import from_plain, to_plain
        from .loader import validate

        name = f"validated-{self._document_key(document)}"
        known = self._read(name)
        if known is None or not from_plain(known, document, diagnostics):
            progress("validating")
            found = Diagnostics()
            ended = validate(document, found)
            diagnostics.extend(found)
            if ended:
                self._write(name, to_plain(found))
        deduplicate_diagnostics(diagnostics)

    def _specs(self) -> list[str]:
        """The files that the settings name now, also those that are no documents yet."""
        found: list[Path] = []
        for path in self._config.spec_paths():
            if path.is_dir():
                from .loader.documents import description_files

                found += description_files(path, lambda error: None)
            else:
                found.append(path)
        return [str(path) for path in found]

    def _entry(self) -> str:
        config = self._config
        text = repr((config, str(config.directory.resolve())))
        return f"run-{hashlib.sha256(text.encode()).hexdigest()}"

    def _document_key(self, document: Document) -> str:
        key = hashlib.sha256(self._print.encode())
        for loaded in document.files.values():
            key.update(loaded.source.name.encode())
            key.update(loaded.source.text.encode(errors="surrogatepass"))
        return key.hexdigest()

    def _read(self, name: str) -> dict[str, Any] | None:
        if self._directory is None:
            return None
        try:
            found = json.loads((self._directory / f"{name}.json").read_bytes())
        except (OSError, ValueError):
            return None  # nothing remembered, or not as it was written
        return found if isinstance(found, dict) else None

    def _write(self, name: str, content: dict[str, Any]) -> None:
        if self._directory is None:
            return
        file = self._directory / f"{name}.json"
        temporary = file.with_suffix(f".{os.getpid()}.tmp")
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(content), encoding="utf-8")
            os.replace(temporary, file)
        except OSError:
            # A cache that cannot be written makes the next run slower, nothing else.
            with suppress(OSError):
                temporary.unlink()


def _fingerprint() -> str:
    """A digest of the generator, its templates, and the libraries that it prints with."""
    from .templates import templates_directory

    found = hashlib.sha256(sys.version.encode())
    package = Path(__file__).parent
    for root, pattern in ((package, "*.py"), (templates_directory(), "*.jinja")):
        for file in sorted(root.rglob(pattern)):
            found.update(file.relative_to(root).as_posix().encode())
            found.update(file.read_bytes())
    for library in _LIBRARIES:
        try:
            found.update(f"{library} {version(library)}".encode())
        except PackageNotFoundError:
            found.update(library.encode())
    return found.hexdigest()


def _digest(file: Path, text: str | None = None) -> str | None:
    """What tells whether a file is the same; `None` when it cannot be read again.

    Args:
        file: the file; a pipe is none, as it gives its content once.
        text: what it must hold, if anything.
    """
    try:
        content = None
        if file.is_file() and file.stat().st_size <= MAX_FILE_BYTES:
            content = file.read_bytes()
    except OSError:
        return None
    if content is None or not (text is None or _reads(content, text)):
        return None
    return hashlib.sha256(content).hexdigest()


def _reads(content: bytes, text: str) -> bool:
    """Whether bytes of a file are such a text."""
    from .loader.decoding import decode

    try:
        return decode(content) == text
    except UnicodeDecodeError:
        return False
