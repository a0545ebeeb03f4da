"""Limits on the size of responses."""

from __future__ import annotations

from typing import NamedTuple

from ..public import set_public_module


class ResponseLimits(NamedTuple):
    """Limits on the memory that a response can take; `None` removes a limit.

    Example:
        client.with_options(response_limits=ResponseLimits(max_item_bytes=2**20))
    """

    max_error_bytes: int | None = 2**20
    """Maximum size in bytes of the body of an error response. Default: 1 MiB.

    The rest of the body is discarded, and the message of the exception says so.
    """

    max_item_bytes: int | None = 2**26
    """Maximum size in bytes of an event or item of a stream. Default: 64 MiB.

    It also applies to the lines that `iter_lines()` returns, in characters. A larger item
    raises an `APIResponseValidationError`.
    """

    max_expansion_ratio: float | None = 100.0
    """Maximum size of a decompressed body, divided by its size when it was compressed.

    Default: 100. A body that exceeds it raises an `APIResponseValidationError` while it is
    read. If a body is compressed several times, the sizes after each step are added.
    """

    min_expanded_bytes: int = 2**26
    """Size in bytes up to which `max_expansion_ratio` is ignored. Default: 64 MiB."""


set_public_module("", ResponseLimits)
