"""Exceptions for unsuccessful responses and for failures of the transport."""

# pyright: reportPrivateUsage=false
# The modules of the runtime share names that are private to callers.

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, cast

import httpx2

from ..api.redaction import REDACTED, redact_urls
from ..models.conversion import converter
from ..requests.bodies import is_json
from ..requests.encoding import JSON_DECODE_ERRORS
from .content import decode_for_message, decode_json, find_encoding, request_id
from .errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    error_class,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..api.endpoint import Endpoint
    from ..requests.build import Call

_MAX_LENGTH: Final = 300
_MIN_SECRET_LENGTH: Final = 6
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_MESSAGE_KEYS: Final = ("message", "Message", "msg", "title", "detail")


def status_error(
    call: Call, response: httpx2.Response, is_truncated: bool = False
) -> APIStatusError:
    """Return the exception for an unsuccessful response whose body was read.

    Args:
        call: The call.
        response: The response.
        is_truncated: Whether the rest of the body was discarded because of its size.
    """
    status = response.status_code
    body = _decode_error_body(response)
    detail = error_message(body)
    phrase = f"{status} {response.reason_phrase}".strip()
    message = f"{phrase}: {detail}" if detail else phrase
    if status in _REDIRECTS and "location" not in response.headers:
        message += " (a redirect without a Location header)"
    if status in (401, 403) and _lacks_credentials(call):
        message += f" ({_credentials_hint(call)})"
    message = redact_message(message, call.secrets)
    if is_truncated:
        size = len(response.content)
        message += f" (only the first {size} bytes of the response body were read)"
    error = error_class(status)(message, response=response, body=inner_error(body))
    error.parsed = _parse_error_body(call, response, body)
    return error


def inner_error(body: Any) -> Any:
    """Return the object `error` of a body without other members, else the body."""
    if not isinstance(body, dict):
        return body
    members = cast("dict[str, Any]", body)
    inner = members.get("error")
    is_inner = len(members) == 1 and isinstance(inner, dict)
    return cast("dict[str, Any]", inner) if is_inner else members


def redirect_error(
    call: Call, response: httpx2.Response, reason: str
) -> APIStatusError:
    """Return the exception for a redirect that is not followed, whose body is unread."""
    phrase = f"{response.status_code} {response.reason_phrase}".strip()
    return error_class(response.status_code)(
        redact_message(f"{phrase}: {reason}", call.secrets),
        response=copy_without_body(response),
    )


def decoding_error(
    call: Call, response: httpx2.Response, media: str
) -> APIResponseValidationError:
    """Return the exception for a body that is empty or not JSON although JSON is expected.

    Args:
        call: The call.
        response: Its response, whose body was read.
        media: Media type of the response without parameters; can be empty.
    """
    if not response.content:
        problem = "response body is empty"
    elif is_json(media) or not media:
        problem = "response body is not valid JSON"
    else:
        problem = f"expected a JSON response body, got {media}"
    message = (
        f"{problem} (status code {response.status_code}, {len(response.content)} bytes)"
    )
    return APIResponseValidationError(
        message, response=response, body=decode_for_message(response)
    )


def decode_text(response: httpx2.Response, bytes_from: str) -> str:
    """Return the body as a string, in the charset of the response.

    Args:
        response: The response, whose body was read.
        bytes_from: Where callers find the bytes, for the error message.

    Raises:
        APIResponseValidationError: The charset is unknown, or the body is invalid in it.
    """
    charset = find_encoding(response)
    try:
        return response.content.decode(charset)
    except LookupError:
        problem = f"unknown charset of the response body: {charset!r}"
    except ValueError as error:
        problem = f"response body is not valid text in the charset {charset!r}"
        if isinstance(error, UnicodeDecodeError):
            problem += f" at byte {error.start}"
    size = len(response.content)
    raise APIResponseValidationError(
        f"{problem} (status code {response.status_code}, {size} bytes); use {bytes_from}"
        " to read the bytes",
        response=response,
        body=decode_for_message(response),
    )


def validation_error(
    call: Call, response: httpx2.Response, error: ValueError, body: object
) -> APIResponseValidationError:
    """Return the exception for a body that a type of the caller rejects.

    Args:
        call: The call.
        response: The response.
        error: The reason.
        body: The body, or the response that its stream forms.
    """
    message = redact_message(f"response body is not valid: {error}", call.secrets)
    return APIResponseValidationError(message, response=response, body=body)


def connection_error(
    call: Call, request: httpx2.Request, error: Exception, reason: str = ""
) -> APIConnectionError:
    """Return the exception for an error of httpx2 while a request was sent.

    Args:
        call: The call.
        request: The request.
        error: The error.
        reason: What a timeout waited for, if that is known.
    """
    detail = redact_message(_detail(error), call.secrets)
    if isinstance(error, httpx2.TimeoutException):
        kind = type(error).__name__.removesuffix("Timeout").lower() or "request"
        if call.deadline is not None and time.monotonic() >= call.deadline:
            kind = "total_timeout"
        reason = f": {reason}" if reason else f" ({kind})"
        return APITimeoutError(request, message=f"Request timed out{reason}.")
    message = f"Connection error: {detail}" if detail else "Connection error."
    if isinstance(error, httpx2.StreamError):
        message = "response body was already read or closed"
    return APIConnectionError(message=message, request=request)


def _detail(error: BaseException | None) -> str:
    """Return the text of an error, or of its first cause that has one."""
    text = ""
    while error is not None:
        text = text or str(error)
        # Both anyio and trio raise an exception of this name.
        if type(error).__name__ == "ClosedResourceError":
            return "another task closed the connection, or its event loop has ended"
        # httpcore2 removes the cause of some exceptions, which is their argument.
        causes = (x for x in error.args if isinstance(x, BaseException))
        error = error.__cause__ or next(causes, None)
    return text


def reading_error(
    call: Call, response: httpx2.Response, error: Exception
) -> APIConnectionError | APIResponseValidationError:
    """Return the exception for an error of httpx2 while a body was read."""
    if not isinstance(error, httpx2.DecodingError):
        result = connection_error(call, response.request, error)
        result.request_id = request_id(response.headers)
        return result
    detail = redact_message(str(error), call.secrets)
    return APIResponseValidationError(
        f"cannot decode the content encoding of the response body: {detail}",
        response=copy_without_body(response),
    )


def item_size_error(response: httpx2.Response, limit: int) -> APIError:
    """Return the exception for an item or line that exceeds `max_item_bytes`."""
    return APIResponseValidationError(
        f"an item of the response body is larger than {limit} bytes; increase"
        " max_item_bytes of response_limits",
        response=response,
        body=None,
    )


def copy_without_body(
    response: httpx2.Response, content: bytes | None = None
) -> httpx2.Response:
    """Copy a response without its body, for bodies that were not read completely.

    Args:
        response: The response.
        content: The part of the body that was read. Default: nothing.
    """
    body_headers = ("content-encoding", "content-length", "transfer-encoding")
    return httpx2.Response(
        response.status_code,
        headers=[
            pair
            for pair in response.headers.raw
            if pair[0].lower().decode("latin-1") not in body_headers
        ],
        content=content,
        extensions={
            name: value
            for name, value in response.extensions.items()
            if name in ("http_version", "reason_phrase")
        },
        request=response.request,
    )


def redact_message(message: str, secrets: Iterable[str]) -> str:
    """Redact credentials in a message and shorten it to one line of readable length."""
    for secret in secrets:
        # Replacing shorter strings would damage ordinary words.
        if len(secret) >= _MIN_SECRET_LENGTH:
            message = message.replace(secret, REDACTED)
    message = redact_urls(message[: _MAX_LENGTH * 10])
    # Line breaks and control characters would garble a terminal.
    message = "".join(letter if letter.isprintable() else " " for letter in message)
    message = " ".join(message.split())
    return message if len(message) <= _MAX_LENGTH else message[: _MAX_LENGTH - 1] + "…"


def _decode_error_body(response: httpx2.Response) -> Any:
    if not response.content:
        return None
    try:
        return decode_json(response)
    except JSON_DECODE_ERRORS:
        return decode_for_message(response)


def error_message(body: Any, depth: int = 8) -> str:
    """Find the message in an error body.

    Supports the keys that are common among APIs, and problem details (RFC 9457, 3.1).

    Args:
        body: The decoded body.
        depth: Maximum number of nested levels to search.

    Returns:
        The message, or an empty string.
    """
    if not depth:
        return ""
    if isinstance(body, str):
        # HTML pages and undecodable text are not messages.
        return "" if "<" in body or "\ufffd" in body else body
    if isinstance(body, list):
        first = cast("list[object]", body)[:1]
        return error_message(first[0], depth - 1) if first else ""
    if not isinstance(body, dict):
        return ""
    members = cast("dict[str, object]", body)
    return _nested_message(members, depth) or _own_message(members, depth)


def _nested_message(members: Mapping[str, object], depth: int) -> str:
    """Find the message under the keys `error` and `errors`."""
    for name in ("error", "errors"):
        value = members.get(name)
        message = error_message(value, depth - 1)
        if message:
            return _add_description(message, members)
        if name == "errors" and isinstance(value, dict):
            # The keys are names of fields.
            for field, problem in cast("dict[str, object]", value).items():
                if message := error_message(problem, depth - 1):
                    return f"{field}: {message}"
    return ""


def _own_message(members: Mapping[str, object], depth: int) -> str:
    """Join the messages of an object; FastAPI adds the location as `loc`."""
    values = [members.get(name) for name in _MESSAGE_KEYS]
    message = ": ".join(value for value in values if isinstance(value, str) and value)
    location = members.get("loc")
    if message and isinstance(location, list):
        return f"{'.'.join(map(str, cast('list[object]', location)))}: {message}"
    return message or error_message(members.get("detail"), depth - 1)


def _add_description(message: str, body: Mapping[str, object]) -> str:
    # OAuth 2.0 (RFC 6749, 5.2) has a code in `error` and a description next to it.
    description = body.get("error_description", body.get("message"))
    if isinstance(description, str) and description and description != message:
        return f"{message}: {description}"
    return message


def _parse_error_body(call: Call, response: httpx2.Response, body: Any) -> Any:
    """Return the body as the type that is declared for the status code."""
    api = call.client._api
    annotation = _error_annotation(call.endpoint, api.errors, response.status_code)
    if annotation is None or not isinstance(body, (dict, list)):
        return body
    # Decoded again, because the conversion changes the value.
    return converter(annotation, api.types)(_decode_error_body(response))


def _error_annotation(
    endpoint: Endpoint, api_errors: Mapping[str, str], status: int
) -> str | None:
    for errors in (endpoint.errors, api_errors):
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in errors:
                return errors[key]
    return None


def _lacks_credentials(call: Call) -> bool:
    """Return whether neither a credential nor an `Authorization` header was sent."""
    is_anonymous = set(call.names) <= set(call.client._api.always)
    return is_anonymous and call.headers.get("authorization") is None


def _credentials_hint(call: Call) -> str:
    api = call.client._api
    names = ", ".join(name for name in api.credentials if name not in api.always)
    if not names:
        return "the request was sent without credentials"
    return f"the request was sent without credentials; available arguments: {names}"
