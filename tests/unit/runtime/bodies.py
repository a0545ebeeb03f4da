"""Encoding of request bodies, and the parts of multipart bodies."""

from __future__ import annotations

from email import message_from_bytes
from typing import Any

from generator.runtime.api.endpoint import Endpoint
from generator.runtime.requests.bodies import encode_body
from generator.runtime.requests.uploads import Parts

MULTIPART = Endpoint("POST", "/", body="multipart/form-data", files=("file", "files"))


def sent(
    endpoint: Endpoint, body: object, extra: dict[str, object] | None = None
) -> Any:
    encoded = encode_body(endpoint, body, extra)
    assert encoded is not None
    return encoded[1]


def parts(content: Parts, media: str | None) -> list[tuple[dict[str, str], bytes]]:
    """Parse the parts with the parser of the standard library."""
    raw = b"".join(content)
    assert content.length in (None, len(raw))
    message = message_from_bytes(f"Content-Type: {media}\r\n\r\n".encode() + raw)
    # `Any`: the type of a payload depends on the message, which is multipart here.
    payload: Any = message.get_payload()
    return [(dict(part.items()), part.get_payload(decode=True)) for part in payload]


def multipart(body: object, endpoint: Endpoint = MULTIPART) -> Any:
    encoded = encode_body(endpoint, body, None)
    assert encoded is not None and isinstance(encoded[1], Parts)
    return parts(encoded[1], encoded[0])
