"""The runtime as files of a client package."""

from __future__ import annotations

from pathlib import Path

_RUNTIME = Path(__file__).parent.parent / "runtime"


def runtime_files(package: str) -> dict[str, str]:
    """Return the modules of the runtime, unchanged.

    Args:
        package: Name of the client package.

    Returns:
        The source of each module by its path relative to the output directory.
    """
    return {
        f"{package}/_runtime/{file.relative_to(_RUNTIME).as_posix()}": file.read_text(
            encoding="utf-8"
        )
        for file in sorted(_RUNTIME.rglob("*.py"))
    }
