"""Merge conflicts in a document."""

from __future__ import annotations

import re

from ..diagnostics import Diagnostics, Rule
from ..source import SourceFile

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)


def report_conflict(file: SourceFile, diagnostics: Diagnostics, rule: Rule) -> bool:
    """Report an unresolved merge conflict; return whether there is one."""
    marks = [match.start() for match in _CONFLICT.finditer(file.text)]
    if len(marks) < 3:
        return False
    diagnostics.add(
        rule,
        "unresolved merge conflict",
        file.span(marks[0], marks[0] + 7),
        hint="resolve the conflict and remove its markers",
    )
    return True
