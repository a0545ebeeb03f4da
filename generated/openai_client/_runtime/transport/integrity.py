"""Whether a compressed body came to its end.

httpx2 gives what a broken off gzip stream holds as if it were all. Where the frame around it,
a length or chunks, is whole nevertheless, as behind a proxy, nobody else would notice.
"""

from __future__ import annotations

from typing import Any

import httpx2


def check_whole(response: httpx2.Response) -> None:
    """Looks at the decoder of a body that was read to its end.

    Raises:
        httpx2.DecodingError: There should have been more.
    """
    if "content-encoding" not in response.headers or not response.num_bytes_downloaded:
        return
    # httpx2 has no public way to ask. Should it build its decoders in another way, then
    # nothing is found, and nothing said.
    decoder: Any = getattr(response, "_decoder", None)
    for one in getattr(decoder, "children", (decoder,)):
        stream = getattr(getattr(one, "decompressor", None), "decompressor", None)
        if getattr(stream, "eof", True) is False:
            raise httpx2.DecodingError("the compressed body ends before its end")
