"""A user's repository: oasmith moves in, and changes nothing that is there.

What is written is either a file that was not there, or lines at the end of one that
was. A second time, there is nothing left to write.
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
