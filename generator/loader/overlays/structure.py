"""Check the structure of overlays (Overlay Specification 1.1, section 4.4)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from ...diagnostics import Diagnostics, GenerationError, Rule, Severity
from ...source import JsonPointer, Location, SourceFile
from ..limits import shorten

INVALID_OVERLAY = Rule(
    "invalid-overlay",
    Severity.ERROR,
    "A file in the setting `overlays` is not a valid overlay: it needs `overlay` with the"
    " version, `info` with `title` and `version`, and `actions`, each with a `target`."
    " Unknown keys must begin with `x-`. `copy` needs version 1.1.",
)
OVERLAY_VERSION = Rule(
    "overlay-version",
    Severity.ERROR,
    "The version of an overlay is not supported. Supported versions are 1.0 and 1.1.",
)

_VERSION = re.compile(r"1\.(?P<minor>[01])\.\d+")


class Overlay(NamedTuple):
    """An overlay with a valid structure.

    Attributes:
        file: Source of the overlay.
        value: The Overlay Object.
    """

    file: SourceFile
    value: dict[str, Any]

    @property
    def extends(self) -> str | None:
        """URI reference of the document; `None` for any document."""
        return self.value.get("extends")

    @property
    def actions(self) -> list[dict[str, Any]]:
        """Action Objects in the order in which they are applied."""
        actions: list[dict[str, Any]] = self.value["actions"]
        return actions


def check_overlay(file: SourceFile, value: Any, diagnostics: Diagnostics) -> Overlay:
    """Return the overlay that a file contains.

    Args:
        file: Source of the overlay.
        value: Value of the file.
        diagnostics: Receives the errors.

    Raises:
        GenerationError: The version is not supported, or the structure is invalid.
    """
    if not isinstance(value, dict) or "overlay" not in value:
        diagnostics.add(
            INVALID_OVERLAY,
            "the file is not an overlay",
            Location(file, ()),
            hint='add `overlay: "1.1.0"`, or correct the setting `overlays`',
        )
        raise GenerationError
    version = value["overlay"]
    match = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if match is None:
        diagnostics.add(
            OVERLAY_VERSION,
            f"the version {shorten(str(version))!r} of the overlay is not supported",
            Location(file, ("overlay",)),
            hint='write `overlay: "1.1.0"`',
        )
        raise GenerationError
    problems = sorted(_problems(value, match["minor"]))
    for pointer, message in problems:
        where = Location(file, pointer)
        diagnostics.add(INVALID_OVERLAY, message, where, hint="correct the overlay")
    if problems:
        raise GenerationError
    return Overlay(file, value)


def _problems(value: dict[str, Any], minor: str) -> list[tuple[JsonPointer, str]]:
    errors = _validator(minor).iter_errors(value)
    return [
        (tuple(map(str, error.instance_path)), shorten(error.message, 160))
        for error in errors
    ]


@cache
def _validator(minor: str) -> Any:
    import jsonschema_rs

    text = {"type": "string"}
    action = {
        "target": {"type": "string", "pattern": r"^\$"},
        "description": text,
        "update": {},
        "remove": {"type": "boolean"},
    }
    info = {"title": text, "version": text}
    if minor != "0":
        action["copy"] = text
        info["description"] = text
    actions = {
        "type": "array",
        "minItems": 1,
        "uniqueItems": True,
        "items": _object(action, ["target"]),
    }
    root = {
        "overlay": text,
        "info": _object(info, ["title", "version"]),
        "extends": {"type": "string", "format": "uri-reference"},
        "actions": actions,
    }
    schema = _object(root, ["overlay", "info", "actions"])
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    """Return the schema of an object that extensions may extend."""
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "patternProperties": {"^x-": True},
        "additionalProperties": False,
    }
