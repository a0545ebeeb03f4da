"""Where the templates are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path


def templates_directory() -> Path:
    """The directory of the templates.

    Raises:
        FileNotFoundError: the installation is broken.
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "_templates", package.parent / "templates"):
        if (candidate / "client").is_dir():
            return candidate
    raise FileNotFoundError("the templates of oasmith are not installed beside it")
