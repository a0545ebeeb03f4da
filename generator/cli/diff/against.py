"""`diff --against`: what callers of an existing package lose."""

from __future__ import annotations

from pathlib import Path

from ...adoption import SdkError, find_package, match_operations, read_sdk
from ...comparison import Change
from ...comparison.packages import compare_package
from ...comparison.sides import Side
from ...config import SettingsError
from ...pipeline import Analysis
from ..console import Console


def compare_against(
    package: str, analysis: Analysis, console: Console
) -> tuple[Change, ...]:
    """Return the calls, arguments and types of a package that a client lacks.

    Args:
        package: Name of an installed package, or a directory that contains one. It is
            parsed, never imported.
        analysis: The client.
        console: Where files that cannot be parsed are reported.

    Raises:
        SettingsError: The package cannot be read, or is of another API.
    """
    console.progress(f"reading {package}")
    try:
        sdk = read_sdk(find_package(package))
    except SdkError as error:
        raise SettingsError(f"--against: {error}") from None
    for file, reason in sdk.unreadable:
        console.note(f"{Path(file)} is left out: {reason}")
    operations = [item for item in analysis.api.operations if not item.alias_of]
    matching = match_operations(sdk, operations)
    if not matching.matches:
        raise SettingsError(
            f"--against: no call of {package} sends a request of the documents; give the "
            "package of this API"
        )
    return compare_package(sdk, matching, Side(analysis.api, analysis.package))
