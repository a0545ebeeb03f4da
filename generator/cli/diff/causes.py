"""Causes of changes: the documents, the settings, or the generator."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, replace

from ...comparison import Cause, Change, compare
from ...comparison.recorded import compare_recorded
from ...comparison.sides import Side
from ...config import Config, SettingsError
from ...diagnostics import Diagnostics, GenerationError
from ...emission import Manifest
from ...manifest import document_digests, effective_settings
from ...pipeline import Analysis, analyze
from ...recorded_names import RecordedNames
from ..console import Console

_OF_DOCUMENTS = (
    "specs",
    "main",
    "output",
    "sources",
    "overlays",
    "reference_folders",
    "directory",
    "origin",
)
"""Settings that select documents, or that say where they are."""
_WITHOUT_EFFECT = {
    "docs",
    "validate",
    "version",
    "alias_removal",
    "keep_names",
    "coming_from",
    "ignore",
    "changes",
    "patches",
    "runtime_output",
}
"""Settings that do not change calls, types and exported names."""


def mark_settings(
    changes: tuple[Change, ...], old: Analysis, new: Analysis, console: Console
) -> tuple[Change, ...]:
    """Return changes, of which those are marked that the settings cause.

    The settings cause a change if the old documents with the new settings have it, too.

    Args:
        changes: Changes between the clients.
        old: The old client.
        new: The new client.
        console: Where a note says that the new settings do not fit the old documents.
    """
    if not changes or not _have_other_effect(old.config, new.config):
        return changes
    documents = {key: getattr(old.config, key) for key in _OF_DOCUMENTS}
    config = replace(new.config, **documents)
    kept = replace(old.names, keeps_types=is_same_selection(old.config, new.config))
    try:
        between = analyze(config, Diagnostics(), console.progress, kept)
    except (GenerationError, SettingsError):
        console.note(
            "the new settings do not fit the old documents, so that the changes which the "
            "settings cause are not marked"
        )
        return changes
    others = compare((old.api, old.package), (between.api, between.package))
    by_settings = {item.fingerprint for item in others}
    return tuple(
        replace(item, cause=Cause.SETTINGS) if item.fingerprint in by_settings else item
        for item in changes
    )


def is_same_selection(old: Config, new: Config) -> bool:
    """Return whether settings select the same operations."""
    return (old.only, old.exclude) == (new.only, new.exclude)


def _have_other_effect(old: Config, new: Config) -> bool:
    ignored = {*_OF_DOCUMENTS, *_WITHOUT_EFFECT}
    return any(
        getattr(old, item.name) != getattr(new, item.name)
        for item in fields(Config)
        if item.name not in ignored
    )


def changes_by_generator(
    manifest: Manifest, old: Analysis, new: Analysis
) -> tuple[Change, ...]:
    """Return the changes of names that the generator causes.

    They are the differences between the names that the manifest of the old output records
    and those of the client that this generator builds from the same documents and
    settings, as far as the new client has them, too.

    Args:
        manifest: Manifest of the old output.
        old: The old client, with the recorded names.
        new: The new client.
    """
    if not manifest.names or not is_output_of(manifest, old):
        return ()
    recorded = RecordedNames.from_json_value(dict(manifest.names))
    changes = compare_recorded(recorded, old.names, Side(old.api, old.package))
    if not changes:
        return ()
    side = Side(new.api, new.package)
    current = {item.fingerprint for item in compare_recorded(recorded, new.names, side)}
    return _sorted(item for item in changes if item.fingerprint in current)


def is_output_of(manifest: Manifest, client: Analysis) -> bool:
    """Return whether an output has the documents and the settings of a client.

    The manifests of other generators lack some settings, or have others.
    """
    settings = json.loads(json.dumps(effective_settings(client.config)))
    compared = settings.keys() & manifest.settings.keys() - _WITHOUT_EFFECT
    return document_digests(client.document) == dict(manifest.documents) and all(
        settings[key] == manifest.settings[key] for key in compared
    )


def _sorted(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda item: (item.subject, item.message)))
