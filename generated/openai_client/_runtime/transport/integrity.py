"""Detection of truncated compressed bodies.

httpx2 returns the content of a truncated gzip stream as if it were complete. If the
message itself is complete, such as one that a proxy has framed again, nothing else detects
the truncation.
"""

from __future__ import annotations

from typing import Any

import httpx2


def check_complete(response: httpx2.Response) -> None:
    """Check that the compressed body of a response was decoded to its end.

    Raises:
        httpx2.DecodingError: The body is truncated.
    """
    if "content-encoding" not in response.headers or not response.num_bytes_downloaded:
        return
    # httpx2 has no public attribute for this. If its internals change, truncation is no
    # longer detected, but nothing fails.
    decoder: Any = getattr(response, "_decoder", None)
    for child in getattr(decoder, "children", (decoder,)):
        stream = getattr(getattr(child, "decompressor", None), "decompressor", None)
        if getattr(stream, "eof", True) is False:
            raise httpx2.DecodingError("compressed response body is truncated")
