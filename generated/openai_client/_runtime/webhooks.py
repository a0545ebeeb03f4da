"""Requests that the API makes: their signatures, and what they hold.

Signatures are those of Standard Webhooks: HMAC-SHA256 over identifier, time and body,
under a secret that only the API and its caller know.
"""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

import hmac
import json
import time
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .responses.decode import TYPES
from .responses.errors import InvalidWebhookSignatureError
from .models.conversion import converter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .client.base_client import BaseClient

T = TypeVar("T")

TOLERANCE: Final = 300.0
_PREFIX: Final = "whsec_"


def unwrap(
    client: BaseClient[Any],
    annotation: str,
    payload: str | bytes,
    headers: Mapping[str, str],
    secret: str | None,
) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]
    """What a request holds, once its signature was checked.

    Args:
        client: Who has the secret, unless it is given.
        annotation: Of what requests hold, in the words of the client's `types`.
        payload: The body as it came, not decoded and encoded again.
        headers: The request's headers; names in any case.
        secret: The secret; default: that of the client.

    Raises:
        InvalidWebhookSignatureError: The request is not from the API, or not from now.
        ValueError: There is no secret, or the body is no JSON.
    """
    verify_signature(client, payload, headers, secret)
    answer: T = converter(annotation, TYPES)(json.loads(payload))
    return answer


def verify_signature(
    client: BaseClient[Any],
    payload: str | bytes,
    headers: Mapping[str, str],
    secret: str | None,
    tolerance: float = TOLERANCE,
) -> None:
    """Makes sure that a request is from the API; arguments as of `unwrap`.

    Args:
        tolerance: Seconds that its time and ours may differ.

    Raises:
        InvalidWebhookSignatureError: It is not from the API, or not from now.
        ValueError: There is no secret.
    """
    secret = secret or client._webhook_secret
    if not secret:
        raise ValueError(
            "there is no webhook secret: give webhook_secret to the client, or set"
            f" {client._api.environment}_WEBHOOK_SECRET"
        )
    named = {name.lower(): value for name, value in headers.items()}
    identifier = _header(named, "webhook-id")
    moment = _header(named, "webhook-timestamp")
    _check_time(moment, tolerance)
    body = payload.encode() if isinstance(payload, str) else payload
    signed = f"{identifier}.{moment}.".encode() + body
    expected = b64encode(hmac.digest(_key(secret), signed, "sha256"))
    # All are compared, so that the time taken does not tell which one is near.
    matches = [
        hmac.compare_digest(expected, signature.encode())
        for version, _, signature in (
            each.partition(",") for each in _header(named, "webhook-signature").split()
        )
        if version == "v1"
    ]
    if not any(matches):
        raise InvalidWebhookSignatureError("no signature of the webhook is right")


def _header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name)
    if not value:
        raise InvalidWebhookSignatureError(f"the webhook has no header {name!r}")
    return value


def _check_time(moment: str, tolerance: float) -> None:
    # Digits alone: what else Python takes for a number is not what was signed.
    if not (moment.isascii() and moment.isdigit() and len(moment) < 16):
        raise InvalidWebhookSignatureError("the webhook's time is no number of seconds")
    late = time.time() - int(moment)
    if late > tolerance:
        raise InvalidWebhookSignatureError("the webhook is too old")
    if late < -tolerance:
        raise InvalidWebhookSignatureError("the webhook is from the future")


def _key(secret: str) -> bytes:
    """The key of a secret: in base64 behind `whsec_`, else the text itself."""
    if not secret.startswith(_PREFIX):
        return secret.encode()
    try:
        return b64decode(secret.removeprefix(_PREFIX), validate=True)
    except ValueError:
        # Its text is in the error; nothing of it may be in ours.
        raise ValueError("the webhook secret is no base64 behind 'whsec_'") from None
