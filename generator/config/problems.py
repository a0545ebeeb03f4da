"""Problems of settings."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """An invalid value: the path of keys and indexes inside the setting, and a message."""

    path: tuple[str | int, ...]
    message: str
