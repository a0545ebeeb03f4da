"""What a case came to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """The judgement of one run.

    Args:
        kind: `written`, `refused` and `shown` are as they should be; all others are
            failures.
        signature: what tells one failure from another, without values of the document.
        detail: the message or the traceback.
    """

    kind: str
    signature: str = ""
    detail: str = ""

    @property
    def failed(self) -> bool:
        """Whether the program did what it never may."""
        return self.kind not in ("written", "refused", "shown", "usage")


class Failure(Exception):
    """Raised by a check that finds a run at fault."""

    def __init__(self, kind: str, signature: str, detail: str = "") -> None:
        super().__init__(kind, signature, detail)
        self.verdict = Verdict(kind, signature, detail)
