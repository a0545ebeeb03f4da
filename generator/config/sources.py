"""The setting `sources`: documents that are downloaded by `oasmith update`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from ..frozen_dataclass import dataclass
from ..suggestions import did_you_mean

KEYS = ("file", "url", "sha256", "date")
_REQUIRED = ("file", "url")
_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class PinnedSource:
    """A document that is downloaded from a URL.

    Args:
        file: file in the repository, relative to the settings file.
        url: URL of the document.
        sha256: SHA-256 of the downloaded document; `""` before the first download.
        date: day of the download; `None` before the first.
    """

    file: str
    url: str
    sha256: str = ""
    date: dt.date | None = None


def check_sources(value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the problems of the setting: the path inside of it, and a message."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        yield (
            (),
            (
                "'sources' must be an array of tables; begin each entry with "
                "[[tool.oasmith.sources]]"
            ),
        )
        return
    files: set[str] = set()
    for position, item in enumerate(value):
        for key in _REQUIRED:
            if key not in item:
                yield (position,), f"an entry of 'sources' needs {key!r}"
        for key, content in item.items():
            if message := _check_key(key, content):
                yield (position, key), message
        file = item.get("file")
        if isinstance(file, str) and file in files:
            yield (position, "file"), f"{file!r} has two entries in 'sources'"
        files.add(str(file))


def _check_key(key: str, value: Any) -> str:
    """Return what is wrong with a key of an entry, `""` if it is valid."""
    if key not in KEYS:
        suggestion = did_you_mean(key, KEYS)
        suffix = f"; {suggestion}" if suggestion else f"; keys: {', '.join(KEYS)}"
        return f"an entry of 'sources' has no setting {key!r}{suffix}"
    if key == "date":
        if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
            return "'date' must be a date without quotation marks: 2027-06-30"
        return ""
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        return f"{key!r} must be a non-empty string"
    if key == "sha256" and not _DIGEST.fullmatch(value):
        return "'sha256' must have 64 hexadecimal digits in lower case"
    if key == "file" and _leaves_folder(value):
        return f"'file' must be a path below the settings file, not {value!r}"
    return ""


def _leaves_folder(value: str) -> bool:
    path = PurePosixPath(value)
    return path.is_absolute() or ".." in path.parts or not path.name
