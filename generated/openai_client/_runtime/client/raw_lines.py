"""Lines of the body of a raw response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..streaming.lines import LineDecoder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from ..transport.bodies import AsyncBody, Body


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
