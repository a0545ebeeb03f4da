"""Lines of the bodies of responses."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from ..responses.error_mapping import item_size_error
from ..responses.errors import APIResponseValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    import httpx2

    from .bodies import AsyncBody, Body


class LineDecoder:
    """A decoder that splits text at CR LF, LF and CR, wherever its chunks end.

    httpx2 splits at all line boundaries of Unicode, as `str.splitlines` does, but lines of
    JSON may contain U+2028 and similar characters.

    Args:
        response: The response, whose charset is used. Default: UTF-8.
        limit: Maximum length of a line in characters. Default: no limit.

    Raises:
        APIResponseValidationError: The charset is unknown. The methods raise it for bytes
            that are invalid in the charset, and for lines that exceed the limit.
    """

    def __init__(self, response: httpx2.Response, limit: int | None = None) -> None:
        self._response = response
        self._limit = limit
        self._charset = response.charset_encoding or "utf-8"
        try:
            b"a".decode(self._charset, "replace")
            decoder = codecs.getincrementaldecoder(self._charset)
        except (LookupError, ValueError) as error:
            raise self._error("unknown charset of the response body") from error
        self._decoder = decoder()
        # Parts of an unfinished line, joined once so that long lines take linear time.
        self._parts: list[str] = []
        self._length = 0

    def feed(self, chunk: bytes, final: bool = False) -> Iterator[str]:
        """Yield the lines that a chunk completes, without line endings."""
        try:
            text = self._decoder.decode(chunk, final)
        except ValueError as error:
            raise self._error("response body is not valid text in the charset") from (
                error
            )
        if self._parts and self._parts[-1] == "\r":
            text = self._parts.pop() + text
        # A carriage return is kept, because a line feed may follow in the next chunk.
        is_kept = text.endswith("\r") and not final
        *lines, last = re.split("\r\n|\n|\r", text[:-1] if is_kept else text)
        for line in lines:
            self._add_length(line)
            yield "".join(self._parts) + line
            self._parts.clear()
            self._length = 0
        self._add_length(last)
        self._parts.extend([last, "\r"] if is_kept else [last])

    def _add_length(self, part: str) -> None:
        """Add the length of a part of the current line, and check it."""
        self._length += len(part)
        if self._limit is not None and self._length > self._limit:
            raise item_size_error(self._response, self._limit)

    def _error(self, problem: str) -> APIResponseValidationError:
        return APIResponseValidationError(
            f"{problem} {self._charset!r}; use `iter_bytes()` to read the bytes",
            response=self._response,
            body=None,
        )

    def finish(self) -> Iterator[str]:
        """Yield the lines that the end of the body completes."""
        yield from self.feed(b"", final=True)
        last = "".join(self._parts)
        if last:
            yield last


def line_decoder(body: Body | AsyncBody) -> LineDecoder:
    """Return a decoder of the lines of a body, which limits their length."""
    limit = body.call.client.response_limits.max_item_bytes
    return LineDecoder(body.response, limit)


class AsyncLineIterator:
    """An asynchronous iterator over the lines of a body.

    It need not be closed if its response is closed.
    """

    # Not a generator, because an unfinished asynchronous generator must be closed.
    __slots__ = ("_body", "_chunks", "_decoder", "_is_read", "_ready")

    def __init__(self, body: AsyncBody) -> None:
        self._body = body
        self._chunks = body.iter_bytes()
        self._decoder: LineDecoder | None = None
        self._ready: Iterator[str] = iter(())
        self._is_read = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        while True:
            for line in self._ready:
                return line
            if self._is_read:
                raise StopAsyncIteration
            chunk = await anext(self._chunks, None)
            # After the first chunk, because the request can be sent again before it.
            decoder = self._decoder or line_decoder(self._body)
            self._decoder = decoder
            self._is_read = chunk is None
            self._ready = iter(
                decoder.finish() if chunk is None else decoder.feed(chunk)
            )

    async def aclose(self) -> None:
        """Release the connection; the rest of the body is discarded."""
        await self._body.close()
