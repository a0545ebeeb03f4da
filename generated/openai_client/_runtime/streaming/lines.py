"""A body as lines of text, wherever its pieces are cut."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx2


class Lines:
    """Takes a text apart at CR LF, LF and CR.

    httpx2 does so at all ends of lines that Unicode knows, as `str.splitlines`; but JSON,
    which stands on many a line, may hold U+2028 and its like.
    """

    def __init__(self, response: httpx2.Response) -> None:
        charset = response.encoding or "utf-8"
        try:
            b"a".decode(charset, "replace")
        except (LookupError, ValueError):
            # The name of something else than a charset.
            charset = "utf-8"
        self._decoder = codecs.getincrementaldecoder(charset)("replace")
        # Of a line not ended yet; joined once, so that a long line costs no more.
        self._pieces: list[str] = []

    def feed(self, piece: bytes, final: bool = False) -> Iterator[str]:
        """The lines that a piece completes, without their ends."""
        text = self._decoder.decode(piece, final)
        if self._pieces and self._pieces[-1] == "\r":
            text = self._pieces.pop() + text
        # A line feed may follow, which ends the same line.
        held = text.endswith("\r") and not final
        *lines, last = re.split("\r\n|\n|\r", text[:-1] if held else text)
        for line in lines:
            yield "".join(self._pieces) + line
            self._pieces = []
        self._pieces.extend([last, "\r"] if held else [last])

    def rest(self) -> Iterator[str]:
        """What the end of the body completes."""
        yield from self.feed(b"", final=True)
        last = "".join(self._pieces)
        if last:
            yield last
