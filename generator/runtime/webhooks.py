"""Webhooks: verification of their signatures, and parsing of their events.

Signatures follow Standard Webhooks: HMAC-SHA256 of the identifier, the timestamp and the
body, with a secret that the API and its user share.
"""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import hmac
import time
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Final, TypeVar

from .callbacks import parse_payload
from .lazy import set_public_module
from .received_types import find_header, read_header
from .responses.errors import InvalidWebhookSignatureError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api.client_protocol import ClientProtocol

T = TypeVar("T")

TOLERANCE: Final = 300.0
_PREFIX: Final = "whsec_"


def unwrap(
    client: ClientProtocol,
    types: Mapping[str, str],
    payload: str | bytes,
    headers: Mapping[str, str],
    secret: str | None,
) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]  # declared by callers
    """Verify the signature of a webhook, and return its event.

    Args:
        client: The client, which has the default secret.
        types: Annotation of the event in the client's `types`, by media type.
        payload: The body of the request as it was received.
        headers: The headers of the request; names are case-insensitive.
        secret: The secret. Default: the `webhook_secret` of the client.

    Raises:
        InvalidWebhookSignatureError: The signature or the timestamp is invalid.
        InvalidPayloadError: `Content-Type` is none of the media types, or the body is not
            valid content of it. Without it, the body must be JSON if there are several.
        ValueError: There is no secret.
    """
    verify_signature(client, payload, headers, secret)
    content_type = find_header(headers, "content-type")
    if len(types) > 1 and not content_type:
        content_type = "application/json"
    event: T = parse_payload(client, types, payload, content_type, headers)
    return event


def verify_signature(
    client: ClientProtocol,
    payload: str | bytes,
    headers: Mapping[str, str],
    secret: str | None,
    tolerance: float = TOLERANCE,
) -> None:
    """Verify the signature of a webhook.

    Args:
        client: The client, which has the default secret.
        payload: The body of the request as it was received.
        headers: The headers of the request; names are case-insensitive.
        secret: The secret. Default: the `webhook_secret` of the client.
        tolerance: Maximum difference in seconds between the timestamp and the clock.

    Raises:
        InvalidWebhookSignatureError: The signature or the timestamp is invalid.
        TypeError: The name or the value of a header is not a string.
        ValueError: There is no secret.
    """
    secret = secret or client._webhook_secret
    if not secret:
        raise ValueError(
            "no webhook secret: pass webhook_secret to the client, or set"
            f" {client._api.environment}_WEBHOOK_SECRET"
        )
    identifier = _required_header(headers, "webhook-id")
    timestamp = _required_header(headers, "webhook-timestamp")
    _check_timestamp(timestamp, tolerance)
    body = _encode(payload) if isinstance(payload, str) else payload
    signed = _encode(f"{identifier}.{timestamp}.") + body
    expected = b64encode(hmac.digest(_decode_secret(secret), signed, "sha256"))
    # All signatures are compared, so that the time does not depend on the matching one.
    matches = [
        hmac.compare_digest(expected, _encode(signature))
        for version, _, signature in (
            item.partition(",")
            for item in _required_header(headers, "webhook-signature").split()
        )
        if version == "v1"
    ]
    if not any(matches):
        raise InvalidWebhookSignatureError("no signature of the webhook matches")


def _encode(text: str) -> bytes:
    # Servers can decode bytes that are not UTF-8 to surrogates.
    return text.encode("utf-8", "surrogatepass")


def _required_header(headers: Mapping[str, str], name: str) -> str:
    value = read_header(headers, name)
    if not value:
        raise InvalidWebhookSignatureError(f"the webhook has no {name!r} header")
    return value


def _check_timestamp(timestamp: str, tolerance: float) -> None:
    # Only digits, because `int` accepts other strings than the one that was signed.
    is_number = timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 16
    if not is_number:
        raise InvalidWebhookSignatureError(
            "the timestamp of the webhook is not a number of seconds"
        )
    age = time.time() - int(timestamp)
    if age > tolerance:
        raise InvalidWebhookSignatureError("the timestamp of the webhook is too old")
    if age < -tolerance:
        raise InvalidWebhookSignatureError(
            "the timestamp of the webhook is in the future"
        )


def _decode_secret(secret: str) -> bytes:
    """Return the key of a secret: base64 after `whsec_`, otherwise the string itself."""
    if not secret.startswith(_PREFIX):
        return secret.encode()
    try:
        key = b64decode(secret.removeprefix(_PREFIX), validate=True)
    except ValueError:
        # Without the cause, whose message may contain the secret.
        raise ValueError(
            "the webhook secret is not valid base64 after 'whsec_'"
        ) from None
    if not key:
        # Anyone can sign with an empty key.
        raise ValueError("the webhook secret has no key after 'whsec_'")
    return key


# Only clients with webhooks load this module, and export the exception.
set_public_module("errors", InvalidWebhookSignatureError)
