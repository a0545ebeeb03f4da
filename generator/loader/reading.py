"""Text to value, by whichever of the two readers the text is for."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any

from ..diagnostics import Diagnostics, GenerationError
from .json.errors import report_json_error
from .json.reader import read_json
from .locate import locate_json, locate_yaml
from .yaml.reader import read_yaml
from ..source import SourceFile


def make_source(name: str, uri: str, text: str) -> SourceFile:
    """The source of a text, with the locator that fits it."""
    return SourceFile(name, uri, text, locate_json if _is_json(text) else locate_yaml)


def parse(file: SourceFile, diagnostics: Diagnostics) -> Any:
    """The value of a text; `None` when it is empty.

    What begins with a bracket is tried as JSON, which is ten times as fast, and unless
    its name ends in `.json` as YAML then: flow style looks alike.

    Raises:
        GenerationError: it is neither; the reason is among the diagnostics.
    """
    is_named_json = PurePath(file.name).suffix.lower() == ".json"
    if not (_is_json(file.text) or is_named_json) or not file.text.strip():
        return read_yaml(file, diagnostics)
    try:
        return read_json(file, diagnostics)
    except json.JSONDecodeError as error:
        if is_named_json:
            report_json_error(error, file, diagnostics)
            raise GenerationError from None
    file.locator = locate_yaml
    return read_yaml(file, diagnostics)


def _is_json(text: str) -> bool:
    return text[:1000].lstrip()[:1] in ("{", "[")
