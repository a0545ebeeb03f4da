"""The files that a client was generated from, and its model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..config import Config

if TYPE_CHECKING:
    from ..model.api import Api
    from ..python.package import Package


class Inputs(NamedTuple):
    """Files that a client was generated from, besides the settings.

    Attributes:
        config: Settings, with the name of the package.
        documents: Documents, and the files that they refer to.
        trees: Model and client; `None` if the client was current.
    """

    config: Config
    documents: tuple[Path, ...]
    trees: tuple[Api, Package] | None = None
