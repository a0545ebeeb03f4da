"""Location of the templates: beside the package in a clone, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path


def templates_directory() -> Path:
    """Return the directory of the templates.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "_templates", package.parent / "templates"):
        if (candidate / "client").is_dir():
            return candidate
    raise FileNotFoundError(
        "the templates are missing from the installation of oasmith; reinstall it"
    )
