"""Build the manifest of a generated client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import __version__
from .config import Config
from .diagnostics import Diagnostics
from .emission import Manifest, digest
from .openapi.document import Document
from .recorded_names import RecordedNames
from .source import Location, format_pointer

GENERATOR = f"oasmith {__version__}"
_DEFAULTS = Config()
_RARE = (
    *("main", "testing", "command_line", "native_types", "runtime", "runtime_package"),
    *("coming_from", "unused_types", "site_files", "changelog"),
)
"""Settings that manifests contain only with another value than the default."""


def build_manifest(
    config: Config,
    document: Document,
    files: Mapping[str, bytes],
    patches: Mapping[str, str],
    diagnostics: Diagnostics,
    names: RecordedNames,
    runtime_parts: tuple[str, ...] = (),
) -> Manifest:
    """Return the manifest of the files of a client.

    Args:
        config: Settings, with the names derived from the title of the API.
        document: Documents that the client was generated from.
        files: Content of each file by its path.
        patches: SHA-256 of each patch by the path of the file that it changes.
        diagnostics: Diagnostics of all stages.
        names: Public names of the client.
        runtime_parts: Optional parts of a shared runtime that the client needs.
    """
    return Manifest(
        generator=GENERATOR,
        documents=document_digests(document),
        settings=effective_settings(config),
        files={path: digest(content) for path, content in files.items()},
        patches=patches,
        diagnostics=_locations_by_code(diagnostics),
        names=names.to_json_value(),
        runtime_parts=runtime_parts,
    )


def document_digests(document: Document) -> dict[str, str]:
    """Return the SHA-256 of the text of each document, by its name."""
    return {
        loaded.source.name: digest(loaded.source.text.encode(errors="replace"))
        for loaded in document.files.values()
    }


def _locations_by_code(diagnostics: Diagnostics) -> dict[str, list[str]]:
    """Return the locations of diagnostics as `file#/json/pointer`, without lines."""
    locations: dict[str, list[str]] = {}
    for item in diagnostics:
        if isinstance(item.location, Location):
            file, pointer = item.location
            location = f"{file.name}#{format_pointer(pointer)}"
            locations.setdefault(item.rule.code, []).append(location)
    return {code: sorted(items) for code, items in sorted(locations.items())}


def effective_settings(config: Config) -> dict[str, Any]:
    """Return the settings that determine the content of the output."""
    return {
        "package": config.package,
        "client": config.client,
        "docs": config.docs if isinstance(config.docs, bool) else list(config.docs),
        "only": list(config.only),
        "exclude": list(config.exclude),
        "optional_bodies": list(config.optional_bodies),
        "names": dict(config.names),
        "aliases": dict(config.aliases),
        "types": dict(config.types),
        "servers": dict(config.servers),
        "credentials": dict(config.credentials),
        "headers": dict(config.headers),
        "pagination": dict(config.pagination),
        "polling": dict(config.polling),
        "structured": dict(config.structured),
        "tools": dict(config.tools),
        "stream_methods": dict(config.stream_methods),
        "accumulation": dict(config.accumulation),
        "brackets": dict(config.brackets),
        "keep_names": config.keep_names,
        "alias_removal": config.alias_removal,
        "version": config.version,
        "overlays": list(config.overlays),
        **_changed_from_default(config),
    }


def _changed_from_default(config: Config) -> dict[str, Any]:
    """Return the settings that most clients lack, unless they have their defaults."""
    values: dict[str, Any] = {
        name: getattr(config, name) for name in _RARE if name != "runtime_package"
    }
    if config.shares_runtime:
        values["runtime_package"] = config.runtime_package
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value != getattr(_DEFAULTS, name)
    }
