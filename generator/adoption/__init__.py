"""Reading the calls of an existing SDK, and settings that give a client the same calls.

The SDK is parsed, never imported or run.
"""

from .calls import Request, Sdk, SdkArgument, SdkCall, SdkField, SdkType
from .match import Match, Matching, match_operations
from .names import AdoptedNames, adopt_names
from .reader import SdkError, find_package, read_sdk
from .settings_text import render_tables
from .types import adopt_types

__all__ = [
    "AdoptedNames",
    "Match",
    "Matching",
    "Request",
    "Sdk",
    "SdkArgument",
    "SdkCall",
    "SdkError",
    "SdkField",
    "SdkType",
    "adopt_names",
    "adopt_types",
    "find_package",
    "match_operations",
    "read_sdk",
    "render_tables",
]
