"""User cache of the results of earlier runs on the same input.

Losing the cache costs time but never changes the output. A run is skipped only if its
settings, all files that it read, the generator with its templates, and the libraries that
affect the output are unchanged, and if all files that it wrote are still as written.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .config import Config, SettingsError
from .diagnostics import Diagnostics
from .edits.files import edit_digests
from .emission.manifest import NAME, digest
from .extensions.digests import extension_digests
from .fingerprint import fingerprint
from .limits import MAX_FILE_BYTES
from .site_files.digests import site_digests
from .source import uri_to_path

if TYPE_CHECKING:
    from .generated import Generated
    from .openapi.document import Document


def cache_directory() -> Path | None:
    """Return the cache directory of the user, or `None` if `OASMITH_CACHE` is `off`."""
    if os.environ.get("OASMITH_CACHE") == "off":
        return None
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        # The XDG Base Directory Specification requires relative paths to be ignored.
        root = Path(base) if base and os.path.isabs(base) else Path.home() / ".cache"
    except RuntimeError:  # no home directory
        return None
    return root / "oasmith"


class Cache:
    """Results of earlier runs with one configuration.

    Attributes:
        config: Settings of one client.
    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self._directory = cache_directory()
        self._fingerprint = fingerprint() if self._directory is not None else ""

    def current(self) -> str | None:
        """Return the summary of the last run if another run would change nothing."""
        entry = self._read(self._run_name())
        if entry is None or entry.get("fingerprint") != self._fingerprint:
            return None
        try:
            if entry["specs"] != self._specs():
                return None
            package = self.config.output_directory / entry["package"]
            if entry["extensions"] != extension_digests(package):
                return None
            named = replace(self.config, package=entry["package"])
            if entry["patches"] != edit_digests(named):
                return None
            if entry["site_files"] != site_digests(named):
                return None
            if self._has_ended_since(str(entry["date"])):
                return None
            inputs, files = entry["inputs"].items(), entry["files"].items()
            summary = str(entry["summary"])
        except (SettingsError, KeyError, AttributeError, TypeError):
            return None  # no files match the settings, or the entry has another format
        output = self.config.output_directory
        inputs_match = all(_digest(Path(path)) == value for path, value in inputs)
        files_match = all(_digest(output / path) == value for path, value in files)
        return summary if inputs_match and files_match else None

    def last_inputs(self) -> tuple[str, tuple[Path, ...]]:
        """Return the package of the last run, and the files that it read."""
        entry = self._read(self._run_name()) or {}
        paths = (Path(path) for path in entry.get("inputs", {}))
        return str(entry.get("package", "")), tuple(paths)

    def remember(self, generated: Generated, summary: str) -> None:
        """Store a run that wrote its output.

        A run is not stored if a file was missing or has changed since it was read.

        Args:
            generated: Result of the run.
            summary: Summary that `current` returns.
        """
        if self._directory is None:
            return
        specs = self._specs()
        inputs: dict[str, str | None] = {}
        for uri, loaded in generated.document.files.items():
            path = uri_to_path(uri)
            text = loaded.source.text
            inputs[str(path)] = _digest(path, text) if path is not None else None
        inputs |= {path: _digest(Path(path)) for path in specs if path not in inputs}
        if None in inputs.values() or "missing-file" in generated.manifest.diagnostics:
            return
        files = {**generated.manifest.files, **generated.user_files}
        files[NAME] = digest(generated.manifest.to_bytes())
        entry = {
            "specs": specs,
            "fingerprint": self._fingerprint,
            "inputs": inputs,
            "files": files,
            "package": generated.package.name,
            "extensions": dict(generated.extensions),
            "patches": dict(generated.patches),
            "site_files": site_digests(generated.config),
            "date": _today(),
            "summary": summary,
        }
        self._write(self._run_name(), entry)

    def validated(self, document: Document) -> Diagnostics | None:
        """Return the results of an earlier validation of a document, if there are any."""
        entry = self._read(self._validation_name(document))
        if entry is None or "limits" in entry:
            return None
        return _read_results(entry, document)

    def stopped(
        self, document: Document, limits: tuple[float, ...]
    ) -> Diagnostics | None:
        """Return the diagnostics of a validation that exceeded one of its limits.

        Args:
            document: The document.
            limits: Limits of another validation. If one is higher, there are none.
        """
        entry = self._read(self._validation_name(document))
        if entry is None:
            return None
        try:
            if any(new > old for new, old in zip(limits, entry["limits"], strict=True)):
                return None
        except (KeyError, TypeError, ValueError):
            return None  # the validation was completed, or the entry has another format
        return _read_results(entry, document)

    def remember_validated(
        self,
        document: Document,
        results: Diagnostics,
        limits: tuple[float, ...] | None = None,
    ) -> None:
        """Store the results of the validation of a document.

        Args:
            document: The document.
            results: Results of the validation.
            limits: Limits of the validation if it exceeded one of them.
        """
        from .diagnostics.serialize import to_json_value

        content = to_json_value(results, with_places=True)
        if limits is not None:
            content["limits"] = limits
        self._write(self._validation_name(document), content)

    def _has_ended_since(self, date: str) -> bool:
        """Return whether an entry of `ignore` has ended since a date."""
        ends = (item.until for item in self.config.ignore if item.until is not None)
        return any(date <= end.isoformat() < _today() for end in ends)

    def _specs(self) -> list[str]:
        """Return the files that the settings name now, including non-documents."""
        paths: list[Path] = []
        for path in self.config.spec_paths():
            if path.is_dir():
                from .loader.documents import description_files

                paths += description_files(path, lambda error: None)
            else:
                paths.append(path)
        return [str(path) for path in paths]

    def _run_name(self) -> str:
        config = self.config
        text = repr((config, str(config.directory.resolve())))
        return f"run-{hashlib.sha256(text.encode()).hexdigest()}"

    def _validation_name(self, document: Document) -> str:
        key = hashlib.sha256(self._fingerprint.encode())
        for loaded in document.files.values():
            # Diagnostics refer to files by URI and show their names.
            key.update(repr((loaded.source.uri, loaded.source.name)).encode())
            key.update(loaded.source.text.encode(errors="surrogatepass"))
        return f"validated-{key.hexdigest()}"

    def _read(self, name: str) -> dict[str, Any] | None:
        if self._directory is None:
            return None
        try:
            entry = json.loads((self._directory / f"{name}.json").read_bytes())
        except (OSError, ValueError):
            return None  # the entry does not exist, or is damaged
        return entry if isinstance(entry, dict) else None

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
            pass  # without a cache entry the next run only takes longer
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _read_results(entry: dict[str, Any], document: Document) -> Diagnostics | None:
    from .diagnostics.serialize import from_json_value

    results = Diagnostics()
    return results if from_json_value(entry, document, results) else None


def _today() -> str:
    """Return the date in the time zone of the user, as dates in settings are meant."""
    return dt.datetime.now().astimezone().date().isoformat()


def _digest(file: Path, text: str | None = None) -> str | None:
    """Return the digest of a file, the same for LF and CR LF line ends.

    Args:
        file: Regular file; a pipe has no digest since it can be read only once.
        text: Text that the file must contain, if given.

    Returns:
        The digest, or `None` if the file cannot be read or contains another text.
    """
    try:
        content = None
        if file.is_file() and file.stat().st_size <= MAX_FILE_BYTES:
            content = file.read_bytes()
    except OSError:
        return None
    if content is None or not (text is None or _decodes_to(content, text)):
        return None
    return digest(content)


def _decodes_to(content: bytes, text: str) -> bool:
    from .loader.decoding import decode

    try:
        return decode(content) == text
    except UnicodeDecodeError:
        return False
