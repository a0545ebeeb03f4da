"""The check of a client that its runtime, which several clients share, fits to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .missing import MODULES
from .version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable


def check_runtime(link: str, version: str, modules: Iterable[str]) -> None:
    """Check that this runtime was generated for a client.

    Args:
        link: Name of the module of the client that imports the runtime.
        version: Version of the runtime that the client was generated for.
        modules: Modules that the client needs, relative to the runtime.

    Raises:
        ImportError: The runtime has another version, or lacks a module.
    """
    client = link.rpartition(".")[0]
    action = "generate and install them together"
    if version != VERSION:
        raise ImportError(
            f"{client} needs version {version} of {__package__}, and {VERSION} is"
            f" installed; {action}",
            name=__package__,
        )
    for module in modules:
        if module in MODULES:
            raise ImportError(
                f"{client} needs {__package__}.{module}, which was generated without it"
                f" ({MODULES[module]}); {action}",
                name=__package__,
            )
