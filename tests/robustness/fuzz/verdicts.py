"""Results of fuzzing cases."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """The result of one run.

    Args:
        kind: `written`, `refused` and `shown` are as they should be; all others are
            failures.
        signature: Identifier of the failure, without values of the document.
        detail: Message or traceback.
    """

    kind: str
    signature: str = ""
    detail: str = ""

    @property
    def failed(self) -> bool:
        """Whether the run violated a requirement."""
        return self.kind not in ("written", "refused", "shown", "usage")


class Failure(Exception):
    """Raised by a check that fails."""

    def __init__(self, kind: str, signature: str, detail: str = "") -> None:
        super().__init__(kind, signature, detail)
        self.verdict = Verdict(kind, signature, detail)
