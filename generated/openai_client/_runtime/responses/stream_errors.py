"""Errors that a server reports in a stream, whose own status code is 200."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from .content import request_id
from .error_mapping import (
    copy_without_body,
    error_message,
    inner_error,
    redact_message,
)
from .errors import APIError, error_class

if TYPE_CHECKING:
    import httpx2

    from ..requests.build import Call

_STATUS_KEYS: Final = ("status", "status_code", "statusCode", "code", "type")
# Common values of `code`, `type` and `status`, in lower case.
_STATUSES: Final[Mapping[str, int]] = {
    name: status
    for status, names in {
        400: "bad_request invalid_request invalid_request_error invalid_argument"
        " failed_precondition out_of_range context_length_exceeded",
        401: "unauthorized unauthenticated authentication_error invalid_api_key"
        " invalid_token",
        402: "payment_required billing_error",
        403: "forbidden permission_denied permission_error access_denied",
        404: "not_found not_found_error model_not_found",
        408: "request_timeout",
        409: "conflict conflict_error aborted already_exists",
        413: "request_too_large payload_too_large content_too_large",
        422: "unprocessable_entity unprocessable_entity_error",
        429: "rate_limit rate_limited rate_limit_error rate_limit_exceeded"
        " too_many_requests resource_exhausted insufficient_quota quota_exceeded",
        500: "api_error server_error internal internal_error internal_server_error"
        " unknown data_loss",
        501: "not_implemented unimplemented",
        502: "bad_gateway",
        503: "unavailable service_unavailable service_unavailable_error",
        504: "gateway_timeout deadline_exceeded timeout_error",
        529: "overloaded overloaded_error",
    }.items()
    for name in names.split()
}


def stream_error(call: Call, response: httpx2.Response, body: Any) -> APIError:
    """Return the exception for an error that the server reports in a stream.

    Its class is that of the status code that the error names, else `APIError`.

    Args:
        call: The call.
        response: Its response, whose body is being read.
        body: The decoded error.
    """
    message = error_message(body) or "The server reported an error in the stream."
    message = redact_message(message, call.secrets)
    status = reported_status(body)
    error: APIError
    if status is None:
        error = APIError(message, response.request, body=inner_error(body))
    else:
        error = error_class(status)(
            message, response=copy_without_body(response), body=inner_error(body)
        )
        error.status_code = status
    error.parsed = body
    error.request_id = request_id(response.headers)
    return error


def reported_status(body: Any) -> int | None:
    """Return the status code of an error, by its members `status`, `code` and `type`.

    Args:
        body: The decoded error; the members of its property `error` take precedence.

    Returns:
        A status code from 400 to 599, or `None` if no member names one.
    """
    if not isinstance(body, Mapping):
        return None
    members = cast("Mapping[str, object]", body)
    owners = [members.get("error"), members]
    for owner in owners:
        if isinstance(owner, Mapping):
            values = cast("Mapping[str, object]", owner)
            for key in _STATUS_KEYS:
                status = _parse_status(values.get(key))
                if status is not None:
                    return status
    return _parse_status(owners[0])


def _parse_status(value: object) -> int | None:
    """Return the status code that a value is or names."""
    if isinstance(value, str):
        if value.isascii() and value.isdigit() and len(value) == 3:
            value = int(value)
        else:
            return _STATUSES.get(value.strip().lower().replace("-", "_"))
    if isinstance(value, (int, float)) and 400 <= value < 600:
        return int(value)
    return None
