"""Exit codes of all commands."""

from __future__ import annotations

from enum import IntEnum

from ..diagnostics import Diagnostics


class ExitCode(IntEnum):
    """Exit codes; scripts depend on them, so they do not change."""

    OK = 0
    """The output was written, or is current."""
    FAILED = 1
    """Nothing was written, or a check failed."""
    USAGE = 2
    """Arguments, flags or settings are wrong (also used by click)."""
    INTERNAL_ERROR = 70
    """oasmith has a bug (`EX_SOFTWARE` of BSD's sysexits)."""
    INTERRUPTED = 130
    """Interrupted from the keyboard: 128 plus the number of SIGINT."""


def exit_code_for(diagnostics: Diagnostics) -> ExitCode:
    """Return the exit code for diagnostics that contain an error.

    Returns:
        `USAGE` if all errors concern settings or flags, else `FAILED`.
    """
    if diagnostics.only_settings_are_wrong():
        return ExitCode.USAGE
    return ExitCode.FAILED
