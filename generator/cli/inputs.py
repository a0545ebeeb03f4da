"""The files that a client was generated from, and its model."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..config import Config
from ..source import uri_to_path

if TYPE_CHECKING:
    from ..generated import Generated
    from ..loader import ParsedAhead
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

    @classmethod
    def of(cls, generated: Generated) -> Inputs:
        """Return the files that a client was generated from, and its model."""
        paths = map(uri_to_path, generated.document.files)
        documents = tuple(path for path in paths if path is not None)
        return cls(generated.config, documents, (generated.api, generated.package))


def parse_ahead(config: Config) -> ParsedAhead:
    """Start to parse the document of a client while the modules of the stages are imported.

    They have been imported for a second client, and after a change that `watch` noticed.
    Nothing is parsed ahead then.
    """
    from .. import loader

    is_imported = "generator.pipeline" in sys.modules
    return loader.ParsedAhead(()) if is_imported else loader.parse_ahead(config)
