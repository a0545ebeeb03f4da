"""Changes between two clients, and the rules that classify them."""

from __future__ import annotations

import hashlib
from enum import IntEnum, StrEnum

from ..frozen_dataclass import dataclass
from ..source import Location


class Level(IntEnum):
    """Consequence of a change for callers, in ascending order."""

    INFO = 1
    """Nothing changes for code that uses the client."""
    COMPATIBLE = 2
    """The client can do more; code that uses it works as before."""
    WARNING = 3
    """Code is accepted as before, but requests or responses behave differently."""
    BREAKING = 4
    """Code that worked fails, or a type checker rejects it."""


class Cause(StrEnum):
    """Cause of a change."""

    DOCUMENTS = "documents"
    SETTINGS = "settings"
    GENERATOR = "generator"


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """A kind of change.

    Args:
        id: Name of the rule: words joined by hyphens. It never changes.
        level: Consequence for callers.
        explanation: What callers observe, and what to do. Markdown.
    """

    id: str
    level: Level
    explanation: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two clients.

    Args:
        rule: Kind of the change.
        subject: Call, type or argument of the client that changed:
            `client.files.create`, `types.File`.
        message: One sentence for a caller, without a full stop.
        old, new: Places in the old and in the new document; `None` if that document
            does not have one.
        witness: A Python program of two lines that type checkers accept with the old
            client and reject with the new one; `""` if there is none.
        uses: Files and lines of the callers' code that use the subject, if it is known.
        cause: Cause of the change.
    """

    rule: ChangeRule
    subject: str
    message: str
    old: Location | None = None
    new: Location | None = None
    witness: str = ""
    uses: tuple[tuple[str, int], ...] = ()
    cause: Cause = Cause.DOCUMENTS

    @property
    def level(self) -> Level:
        """Consequence for callers."""
        return self.rule.level

    @property
    def fingerprint(self) -> str:
        """Identity of the change: 12 hexadecimal digits of a SHA-256.

        It depends on the rule, the subject and the message, and not on lines.
        """
        content = f"{self.rule.id}\n{self.subject}\n{self.message}"
        return hashlib.sha256(content.encode("utf-8", "backslashreplace")).hexdigest()[
            :12
        ]
