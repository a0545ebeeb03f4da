"""Version of the runtime of several clients.

Nothing has a version here; the generator writes that of a shared runtime.
"""

from __future__ import annotations

from typing import Final

VERSION: Final[str] = ""
"""Version of the generator, and a digest of the sources of the runtime."""
