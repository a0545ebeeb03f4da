"""Apply overlays (Overlay Specification 1.0 and 1.1) to documents before they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

from ...diagnostics import Diagnostics, GenerationError, Rule, Severity
from ...source import Location, SourceFile
from ..limits import is_too_deep, report_too_deep, shorten
from .actions import Action, Application, compile_actions
from .structure import Overlay, check_overlay
from .traces import Trace

__all__ = ["Overlay", "Overlays", "apply_overlay", "check_overlay"]

WITHOUT_EFFECT = Rule(
    "overlay-without-effect",
    Severity.WARNING,
    "An action of an overlay changes nothing: its `target`, or the node of its `copy`, does"
    " not exist in the documents, or it has none of `update`, `copy` and `remove`. The"
    " document has probably changed since the overlay was written.",
)
NOT_APPLIED = Rule(
    "overlay-not-applied",
    Severity.WARNING,
    "The `extends` of an overlay names none of the documents, so the overlay was not"
    " applied. It is compared with the paths of the documents, with `$self`, and with the"
    " URLs in the setting `sources`. Without `extends`, an overlay is applied to all"
    " documents of the settings.",
)

Reader = Callable[[Path], tuple[SourceFile, Any]]
"""Function that reads a file, or raises `GenerationError` and reports the reason."""


class Overlays:
    """The overlays of one run, in the order in which they are applied.

    Args:
        overlays: Overlays with their compiled actions.
        urls: URIs of documents by other URLs that `extends` can name.
        diagnostics: Receives the diagnostics.
    """

    def __init__(
        self,
        overlays: Sequence[tuple[Overlay, Sequence[Action]]],
        urls: Mapping[str, str],
        diagnostics: Diagnostics,
    ) -> None:
        self._overlays = overlays
        self._urls = urls
        self._diagnostics = diagnostics
        self._applied: set[int] = set()
        self._effective: set[tuple[int, int]] = set()

    @property
    def sources(self) -> list[tuple[SourceFile, Any]]:
        """Files of the overlays with their values."""
        return [(overlay.file, overlay.value) for overlay, _ in self._overlays]

    def apply(self, file: SourceFile, value: Any, *, entry: bool) -> Any:
        """Return a document with the changes of all overlays that extend it.

        The origins of the changed nodes are stored in the file.

        Args:
            file: Source of the document.
            value: Value of the document, which stays unchanged.
            entry: Whether the document is one of the settings. Overlays without `extends`
                are applied to these only.

        Raises:
            GenerationError: An action cannot be applied.
        """
        application: Application | None = None
        for number, (overlay, actions) in enumerate(self._overlays):
            if not self._extends(overlay, file, value, entry):
                continue
            self._applied.add(number)
            application = application or Application(value, self._diagnostics)
            for position, action in enumerate(actions):
                if application.run(action):
                    self._effective.add((number, position))
        if application is None:
            return value
        if is_too_deep(application.value):
            report_too_deep(Location(file, ()), self._diagnostics)
            raise GenerationError
        file.trace = application.trace
        return application.value

    def _extends(
        self, overlay: Overlay, file: SourceFile, value: Any, entry: bool
    ) -> bool:
        if overlay.extends is None:
            return entry
        address = _resolved(overlay.file.uri, overlay.extends)
        own = value.get("$self") if isinstance(value, dict) else None
        names = {file.uri}
        if isinstance(own, str):
            names.add(_resolved(file.uri, own))
        return address in names or self._urls.get(address) == file.uri

    def report(self) -> None:
        """Report overlays that were not applied, and actions that changed nothing."""
        for number, (overlay, actions) in enumerate(self._overlays):
            if number not in self._applied:
                text = shorten(overlay.extends or "")
                self._diagnostics.add(
                    NOT_APPLIED,
                    f"{text!r} is none of the documents",
                    Location(overlay.file, ("extends",)),
                    hint="correct `extends`, which is relative to the overlay, or remove it",
                )
                continue
            for position, action in enumerate(actions):
                if (number, position) not in self._effective:
                    self._report_without_effect(action)

    def _report_without_effect(self, action: Action) -> None:
        if action.kind is None:
            message = "the action has no `update`, `copy` or `remove: true`"
            hint = "add one of them, or remove the action"
        else:
            message = f"{shorten(action.text)!r} selects nothing"
            hint = "correct `target`, or remove the action"
        where = Location(action.file, (*action.pointer, "target"))
        self._diagnostics.add(WITHOUT_EFFECT, message, where, hint=hint)


def read_overlays(
    paths: Sequence[Path],
    read: Reader,
    urls: Mapping[str, str],
    diagnostics: Diagnostics,
) -> Overlays:
    """Read and check overlays.

    Args:
        paths: Files of the overlays.
        read: Function that reads and parses a file.
        urls: URIs of documents by the URL that they were downloaded from.
        diagnostics: Receives the errors of all overlays.

    Raises:
        GenerationError: An overlay is invalid.
    """
    overlays: list[tuple[Overlay, Sequence[Action]]] = []
    is_valid = True
    for path in paths:
        try:
            file, value = read(path)
            overlay = check_overlay(file, value, diagnostics)
            overlays.append((overlay, compile_actions(overlay, diagnostics)))
        except GenerationError:
            is_valid = False
    if not is_valid:
        raise GenerationError
    return Overlays(overlays, urls, diagnostics)


def apply_overlay(
    overlay: Overlay, value: Any, diagnostics: Diagnostics
) -> tuple[Any, Trace]:
    """Return a document with the changes of one overlay, whatever it extends.

    Args:
        overlay: Checked overlay.
        value: Value of the document, which stays unchanged.
        diagnostics: Receives the diagnostics.

    Raises:
        GenerationError: An action is invalid or cannot be applied.
    """
    application = Application(value, diagnostics)
    for action in compile_actions(overlay, diagnostics):
        application.run(action)
    return application.value, application.trace


def _resolved(base: str, text: str) -> str:
    """Return a reference as an absolute URI without fragment, `""` if it is invalid."""
    try:
        return urldefrag(urljoin(base, text)).url
    except ValueError:
        return ""
