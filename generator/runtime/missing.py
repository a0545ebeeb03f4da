"""Modules and names of the runtime that this client does not have, with the reasons.

Everything is present here; the generator writes the tables of a client that needs less.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MODULES: Final[Mapping[str, str]] = {}
"""Reasons by name of the module relative to the runtime."""

NAMES: Final[Mapping[str, str]] = {}
"""Reasons by name that the runtime, or the package of the client, would export."""

ATTRIBUTES: Final[Mapping[str, str]] = {}
"""Reasons by name of attributes that clients and resources would have."""

NATIVE_TYPES: Final[bool] = False
"""Whether the client reads dates and other formatted values (`models.native_types`)."""
