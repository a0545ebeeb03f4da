"""`oasmith init`: add settings, make targets and a CI check to a repository.

Files are created or appended to; existing content is never changed. A second run adds
nothing.
"""

from __future__ import annotations

from .plan import Change, Plan, plan_changes, write_changes
from .search import choose_documents, find_repository

__all__ = [
    "Change",
    "Plan",
    "choose_documents",
    "find_repository",
    "plan_changes",
    "write_changes",
]
