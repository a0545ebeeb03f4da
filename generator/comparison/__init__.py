"""Compare two clients, and report what changes for the code that calls them."""

from __future__ import annotations

from ..model.api import Api
from ..python.package import Package
from .arguments import compare_arguments
from .calls import compare_calls, match_calls
from .changes import Cause, Change, ChangeRule, Level
from .client import compare_clients, compare_operations
from .collection import Comparison
from .links import compare_links
from .renames import renamed_types
from .resources import compare_resources
from .responses import compare_responses
from .rules import RULES
from .sides import Side
from .streams import compare_streams
from .types import compare_types

__all__ = ["RULES", "Cause", "Change", "ChangeRule", "Level", "compare"]


def compare(old: tuple[Api, Package], new: tuple[Api, Package]) -> tuple[Change, ...]:
    """Compare two clients.

    Args:
        old: Model and client of the old documents.
        new: Model and client of the new documents.

    Returns:
        The changes: those of the client, then those of calls and of types, each in the
        order of the old client.
    """
    sides = Side(*old), Side(*new)
    comparison = Comparison(*sides, renamed_types(*sides))
    compare_clients(comparison)
    compare_resources(comparison)
    matches = match_calls(*sides)
    for before, after in compare_calls(comparison, matches):
        compare_arguments(comparison, before, after)
        compare_responses(comparison, before, after)
        compare_operations(comparison, before, after)
    compare_streams(comparison, matches)
    compare_links(comparison)
    compare_types(comparison, matches)
    return tuple(dict.fromkeys(comparison.changes))
