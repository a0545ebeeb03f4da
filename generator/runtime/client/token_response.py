"""Access tokens in the responses of token servers (RFC 6749, 5.1)."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any, Final, cast

from ..requests.encoding import JSON_DECODE_ERRORS
from .lifetimes import read_seconds

if TYPE_CHECKING:
    import httpx2

    from ..requests.build import Call
    from ..responses.errors import APIError

# Seconds before its expiration from which a token is renewed, so that it is still valid
# when the request arrives.
MARGIN: Final = 30.0
_DEFAULT_LIFETIME: Final = 3600.0
# Some servers use other names for the type that RFC 6750 calls `Bearer`.
_BEARER_TYPES: Final = ("bearer", "bearertoken", "bearer token")
# The characters of a token (RFC 6749, appendix A.12), which fit into a header.
_TOKEN: Final = r"[\x20-\x7e]*[\x21-\x7e][\x20-\x7e]*"


class Token:
    """An access token.

    Attributes:
        value: The token.
        expires: Time of expiration in seconds of the monotonic clock.
    """

    __slots__ = ("expires", "value")

    def __init__(self, value: str, expires: float) -> None:
        self.value = value
        self.expires = expires


def parse_token(call: Call, response: httpx2.Response) -> Token:
    """Return the token of a successful response whose body was read.

    Raises:
        APIResponseValidationError: The response has no usable bearer token.
    """
    try:
        body: Any = response.json()
    except JSON_DECODE_ERRORS as error:
        raise _invalid(call, response, "response is not valid JSON") from error
    members = cast("dict[str, object]", body) if isinstance(body, dict) else {}
    value, kind = members.get("access_token"), members.get("token_type")
    if not isinstance(value, str):
        raise _invalid(call, response, _missing_token(members))
    if not re.fullmatch(_TOKEN, value):
        problem = "access_token is empty or contains invalid characters"
        raise _invalid(call, response, problem)
    if kind is not None and str(kind).lower() not in _BEARER_TYPES:
        problem = f"token_type is {str(kind)[:40]!r}, not 'Bearer'"
        raise _invalid(call, response, problem)
    lifetime = members.get("expires_in")
    seconds = _DEFAULT_LIFETIME if lifetime is None else read_seconds(lifetime)
    if seconds is None:
        problem = "expires_in is not a number of seconds"
        raise _invalid(call, response, problem)
    # Short-lived tokens are used for at least half of their lifetime.
    margin = min(MARGIN, seconds / 2)
    return Token(value, time.monotonic() + seconds - margin)


def _invalid(call: Call, response: httpx2.Response, problem: str) -> APIError:
    from ..responses.error_mapping import redact_message
    from ..responses.errors import APIResponseValidationError

    return APIResponseValidationError(
        redact_message(problem, call.secrets), response=response
    )


def _missing_token(members: dict[str, object]) -> str:
    """Describe a response without a token, which some servers send for errors, too."""
    from ..responses.error_mapping import error_message

    detail = error_message(members)
    return f"response has no access_token{f': {detail}' if detail else ''}"
