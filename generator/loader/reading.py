"""Parse a text as JSON or YAML."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any

from ..diagnostics import Diagnostics, GenerationError
from ..source import SourceFile
from .json.errors import report_json_error
from .json.reader import read_json
from .locate import locate_json, locate_yaml


def make_source(name: str, uri: str, text: str) -> SourceFile:
    """Return the source of a text, with the locator for its format."""
    return SourceFile(name, uri, text, locate_json if is_json(text) else locate_yaml)


def parse(file: SourceFile, diagnostics: Diagnostics) -> Any:
    """Return the value of a text, or `None` if it is empty.

    A text that begins with a bracket is parsed as JSON, which is ten times as fast as YAML.
    If that fails, and the file name does not end in `.json`, it is parsed as YAML, since the
    flow style of YAML looks like JSON.

    Raises:
        GenerationError: The text is neither JSON nor YAML; the diagnostics state why.
    """
    is_named_json = PurePath(file.name).suffix.lower() == ".json"
    if not (is_json(file.text) or is_named_json) or not file.text.strip():
        return _read_yaml(file, diagnostics)
    try:
        return read_json(file, diagnostics)
    except json.JSONDecodeError as error:
        if is_named_json:
            report_json_error(error, file, diagnostics)
            raise GenerationError from None
    file.locator = locate_yaml
    return _read_yaml(file, diagnostics)


def _read_yaml(file: SourceFile, diagnostics: Diagnostics) -> Any:
    # Neither JSON nor a document that was parsed ahead needs PyYAML.
    from .yaml.reader import read_yaml

    return read_yaml(file, diagnostics)


def is_json(text: str) -> bool:
    """Return whether a text begins as JSON does."""
    return text[:1000].lstrip()[:1] in ("{", "[")
