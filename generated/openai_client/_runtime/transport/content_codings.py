"""Decoding of compressed bodies (RFC 9110, 8.4.1).

httpx2 returns only the first member of a gzip file with several members, ignores what
follows the end of a compressed body, returns the content of a truncated body as if it were
complete, and returns bodies with an unsupported coding without decoding them. If the message
itself is complete, such as one that a proxy has framed again, nothing else detects this.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

import httpx2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..api.arguments import ResponseLimits

_CHUNK: Final = 2**20
_MAX_CODINGS: Final = 5
# Codings of the IANA registry. Servers also send other words, such as `utf-8` and
# `aws-chunked`, for bodies that are not encoded.
_UNSUPPORTED: Final = frozenset(
    (
        *("aes128gcm", "br", "compress", "dcb", "dcz", "exi", "pack200-gzip"),
        *("x-compress", "zstd"),
    )
)


def set_decoder(response: httpx2.Response, limits: ResponseLimits) -> None:
    """Set the decoder of a response with a `Content-Encoding`, whose body is unread.

    The decoder raises `httpx2.DecodingError` if the body is truncated or invalid, or
    exceeds a limit.
    """
    values = response.headers.get_list("content-encoding", split_commas=True)
    codings = [value.strip().lower() for value in values]
    decoders = [create(coding) for coding in reversed(codings[:_MAX_CODINGS])]
    if len(codings) > _MAX_CODINGS:
        decoders = [_Failing(f"more than {_MAX_CODINGS} content codings")]
    # httpx2 has no public attribute for this.
    target: Any = response
    target._decoder = _Chain([item for item in decoders if item], limits)


def create(coding: str) -> Any:
    """Return a decoder of a content coding, `None` if it is not encoded."""
    if coding in ("gzip", "x-gzip"):
        return _Zlib(zlib.MAX_WBITS | 16)
    if coding == "deflate":
        return _Zlib(None)
    if coding not in _UNSUPPORTED:
        return None
    # Decoders of httpx2 for packages that are optional.
    library = httpx2.Response(200, headers={"Content-Encoding": coding})
    decoder: Any = getattr(library, "_get_content_decoder", lambda: None)()
    if hasattr(decoder, "decompressor"):
        return _Library(decoder)
    return _Failing(f"unsupported content coding {coding!r}")


class _Zlib:
    """A decoder of gzip with all its members (RFC 1952, 2.2), or of deflate.

    Args:
        window: Argument `wbits` of zlib; `None` for deflate, which is in the zlib format
            (RFC 1950), but which some servers send without its header (RFC 1951).
    """

    __slots__ = ("_decompressor", "_has_members", "_start", "_window")

    def __init__(self, window: int | None) -> None:
        self._has_members = window is not None
        self._window = window
        self._start = b""
        self._decompressor: Any = None

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield the decoded content of a chunk, in pieces of limited size.

        Raises:
            httpx2.DecodingError: The body is invalid.
        """
        try:
            while data:
                if self._decompressor is None or self._decompressor.eof:
                    data = self._begin(data)
                    continue
                yield from self._decompress(data)
                data = self._decompressor.unused_data
        except zlib.error as error:
            raise httpx2.DecodingError(str(error)) from error

    def flush(self) -> Iterator[bytes]:
        """Check that the body is complete.

        Raises:
            httpx2.DecodingError: The body is truncated.
        """
        is_complete = self._decompressor is None or self._decompressor.eof
        if self._start or not is_complete:
            raise httpx2.DecodingError("compressed response body is truncated")
        return iter(())

    def _decompress(self, data: bytes) -> Iterator[bytes]:
        decompressor = self._decompressor
        while content := decompressor.decompress(data, _CHUNK):
            yield content
            data = decompressor.unconsumed_tail

    def _begin(self, data: bytes) -> bytes:
        """Create the decompressor of the next member.

        Returns:
            The data of the member; empty if its start is not complete.
        """
        if self._decompressor is not None:
            # Padding of zeros, as in files from tapes, follows the last member.
            data = data.lstrip(b"\0") if self._has_members else data
            if not data:
                return b""
            if not self._has_members:
                raise zlib.error("data after the end of the compressed body")
        self._start += data
        if len(self._start) < 2:
            return b""
        data, self._start = self._start, b""
        window = self._window
        if window is None:
            # The header of zlib (RFC 1950, 2.2).
            is_zlib = data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            window = zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS
        self._decompressor = zlib.decompressobj(window)
        return data


class _Library:
    """A decoder of httpx2, whose end is checked.

    Args:
        decoder: The decoder.
    """

    __slots__ = ("_begun", "_decoder")

    def __init__(self, decoder: Any) -> None:
        self._decoder = decoder
        self._begun = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield the decoded content of a chunk."""
        self._begun = self._begun or bool(data)
        yield from self._decoder.decode(data)

    def flush(self) -> Iterator[bytes]:
        """Yield the remaining content, and check that the body is complete."""
        yield from self._decoder.flush()
        # Brotli; the decoder of zstd checks this itself.
        is_finished = getattr(self._decoder.decompressor, "is_finished", None)
        if self._begun and is_finished is not None and not is_finished():
            raise httpx2.DecodingError("compressed response body is truncated")


class _Failing:
    """A decoder for bodies that cannot be decoded.

    Args:
        reason: Message of the exception.
    """

    __slots__ = ("_reason",)

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Raise an exception, unless the body is empty."""
        if data:
            raise httpx2.DecodingError(self._reason)
        return iter(())

    def flush(self) -> Iterator[bytes]:
        """Yield nothing."""
        return iter(())


class _Chain:
    """A sequence of decoders, the first of which receives the body.

    Args:
        decoders: The decoders.
        limits: Limits on the size of the decoded body.
    """

    __slots__ = ("_decoded", "_decoders", "_limits", "_received")

    def __init__(self, decoders: list[Any], limits: ResponseLimits) -> None:
        self._decoders = decoders
        self._limits = limits
        self._received = 0
        self._decoded = 0

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield the content of a chunk after all decoders."""
        self._received += len(data)
        yield from self._feed(data, self._decoders)

    def flush(self) -> Iterator[bytes]:
        """Yield the remaining content, and check that each coding is complete."""
        for index, decoder in enumerate(self._decoders, 1):
            for rest in decoder.flush():
                self._count(len(rest))
                yield from self._feed(rest, self._decoders[index:])

    def _feed(self, data: bytes, decoders: list[Any]) -> Iterator[bytes]:
        if not decoders:
            yield data
            return
        for content in decoders[0].decode(data):
            self._count(len(content))
            yield from self._feed(content, decoders[1:])

    def _count(self, size: int) -> None:
        """Add the size of a decoded piece.

        Raises:
            httpx2.DecodingError: The body exceeds the limits.
        """
        self._decoded += size
        ratio = self._limits.max_expansion_ratio
        if ratio is None or self._decoded <= self._limits.min_expanded_bytes:
            return
        if self._decoded > self._received * ratio:
            raise httpx2.DecodingError(
                f"it expands to more than {ratio:g} times its compressed size; increase"
                " max_expansion_ratio of response_limits if you trust the server"
            )
