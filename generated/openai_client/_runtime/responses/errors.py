"""Exceptions of a client.

Errors while a request is sent or its response is read are subclasses of `APIError`. Invalid
arguments raise `ValueError` or `TypeError` before the request is sent.

    APIError
    ├── APIConnectionError              no response, or an incomplete one
    │   └── APITimeoutError             the server did not respond in time
    ├── IncompleteResponseError         a text to parse that is cut off
    ├── PollTimeoutError                an operation did not finish in time
    ├── APIResponseValidationError      a response that cannot be decoded
    └── APIStatusError                  a response with an error status code
        ├── BadRequestError             400
        ├── AuthenticationError         401
        ├── PermissionDeniedError       403
        ├── NotFoundError               404
        ├── ConflictError               409
        ├── UnprocessableEntityError    422
        ├── RateLimitError              429
        └── InternalServerError         500 and above

    ValueError
    ├── InvalidPayloadError             a callback or webhook that cannot be decoded
    └── InvalidWebhookSignatureError    a webhook with an invalid signature

All exceptions can be pickled. Headers that can contain credentials are removed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from ..lazy import set_public_module
from .content import request_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "IncompleteResponseError",
    "InternalServerError",
    "InvalidPayloadError",
    "InvalidWebhookSignatureError",
    "NotFoundError",
    "PermissionDeniedError",
    "PollTimeoutError",
    "RateLimitError",
    "UnprocessableEntityError",
]


class APIError(Exception):
    """Base class of all exceptions of a client.

    Attributes:
        message: Description of the error in one line.
        request: The request, or `None` if none was created.
        request_id: The server's identifier of the request, to report to its support;
            `None` if there is no response or it has none.
        body: Decoded JSON of the response: a dict, or the text of a body that is not
            JSON. If its only member is an object `error`, that object. `None` if the
            body is empty.
        parsed: Whole body of the response, converted to the declared type if there is
            one.
        code: Value of `code` in the body or in its member `error`.
        type: Value of `type` at the same places, or of problem details (RFC 9457).
        param: Value of `param` at the same places.
    """

    message: str
    request: httpx2.Request | None
    request_id: str | None
    body: Any
    parsed: Any
    code: str | None
    type: str | None
    param: str | None

    def __init__(
        self, message: str, request: httpx2.Request | None = None, *, body: Any = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.request_id = None
        self.body = body
        self.parsed = body
        self.code = _member(body, "code")
        self.type = _member(body, "type")
        self.param = _member(body, "param")

    def __reduce__(self) -> tuple[Any, ...]:
        # `Exception.__reduce__` would call `__init__` with the message only.
        return _restore, (type(self), self.message, self._picklable_state())

    def _picklable_state(self) -> dict[str, Any]:
        state = dict(self.__dict__)
        if self.request is not None:
            state["request"] = without_secrets(self.request)
        return state


class APIConnectionError(APIError):
    """The request could not be sent, or its response is missing or incomplete."""

    def __init__(
        self,
        *,
        message: str = "Connection error.",
        request: httpx2.Request | None = None,
    ) -> None:
        super().__init__(message, request)


class APITimeoutError(APIConnectionError):
    """The server did not respond in time."""

    def __init__(
        self,
        request: httpx2.Request | None = None,
        *,
        message: str = "Request timed out.",
    ) -> None:
        super().__init__(message=message, request=request)


class PollTimeoutError(APIError, TimeoutError):
    """An operation that is polled did not reach a terminal status in time.

    Attributes:
        status: Status in the last response, which is the `body`; `None` if there was none.
    """

    status: Any

    def __init__(
        self,
        seconds: float,
        status: Any,
        request: httpx2.Request | None = None,
        *,
        body: Any = None,
    ) -> None:
        state = "no response" if body is None else f"status is still {status!r}"
        super().__init__(
            f"polling timed out after {seconds:g} s: {state}", request, body=body
        )
        self.status = status


class IncompleteResponseError(APIError):
    """The text of a response is cut off, so that it cannot be parsed.

    The response is the `body`.

    Attributes:
        reason: Reason or status in the response, such as `length`.
    """

    reason: Any

    def __init__(
        self, reason: Any, request: httpx2.Request | None = None, *, body: Any = None
    ) -> None:
        super().__init__(
            f"response cannot be parsed because it is incomplete: {reason!r}",
            request,
            body=body,
        )
        self.reason = reason


class InvalidPayloadError(ValueError):
    """The payload of a callback or webhook does not have a declared media type or type."""


class InvalidWebhookSignatureError(ValueError):
    """The signature of a webhook is missing, invalid or too old."""


class _ResponseError(APIError):
    """Base class of the exceptions that have a response.

    Attributes:
        response: The response.
        status_code: Status code of the response; for an error that the server reports in
            a stream, the status code that the error names.
    """

    response: httpx2.Response
    status_code: int

    def __init__(
        self, message: str, *, response: httpx2.Response, body: Any = None
    ) -> None:
        super().__init__(message, response.request, body=body)
        self.response = response
        self.status_code = response.status_code
        self.request_id = request_id(response.headers)

    def _picklable_state(self) -> dict[str, Any]:
        state = super()._picklable_state()
        import httpx2

        try:
            content = self.response.content
        except httpx2.ResponseNotRead:
            # The error occurred while the response was streamed.
            content = b""
        response = httpx2.Response(
            self.response.status_code,
            headers=[
                (name, value)
                for name, value in self.response.headers.multi_items()
                # The content is already decoded.
                if name not in ("set-cookie", "content-encoding", "content-length")
            ],
            content=content,
            request=state["request"],
        )
        return {**state, "response": response}


class APIResponseValidationError(_ResponseError):
    """The response cannot be decoded: no body, invalid JSON or an unexpected media type."""


class APIStatusError(_ResponseError):
    """The response has an error status code."""


class BadRequestError(APIStatusError):
    """Status code 400: the request is invalid."""


class AuthenticationError(APIStatusError):
    """Status code 401: the credentials are missing or invalid."""


class PermissionDeniedError(APIStatusError):
    """Status code 403: the credentials do not permit the operation."""


class NotFoundError(APIStatusError):
    """Status code 404: the resource does not exist."""


class ConflictError(APIStatusError):
    """Status code 409: the request conflicts with the state of the resource."""


class UnprocessableEntityError(APIStatusError):
    """Status code 422: the content of the request is invalid."""


class RateLimitError(APIStatusError):
    """Status code 429: too many requests, or a quota is exhausted."""


class InternalServerError(APIStatusError):
    """Status code 500 or higher: the server failed."""


_BY_STATUS: Final[Mapping[int, type[APIStatusError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
# Request headers that are kept in copies; any other can contain a credential.
_SAFE_HEADERS: Final = frozenset(
    (
        "accept",
        "accept-encoding",
        "content-length",
        "content-type",
        "host",
        "user-agent",
    )
)


def error_class(status: int) -> type[APIStatusError]:
    """Return the exception class for a status code."""
    if status >= 500:
        return InternalServerError
    return _BY_STATUS.get(status, APIStatusError)


def without_secrets(request: httpx2.Request) -> httpx2.Request:
    """Copy a request without its body and without anything that can be a credential."""
    import httpx2

    headers = [
        (name, value)
        for name, value in request.headers.multi_items()
        if name in _SAFE_HEADERS
    ]
    return httpx2.Request(
        request.method, request.url.copy_with(query=None, userinfo=b""), headers=headers
    )


def _member(body: Any, name: str) -> str | None:
    """Return a member of an error body as a string; those of `error` take precedence."""
    for owner in (_get(body, "error"), body):
        value = _get(owner, name)
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return None


def _get(owner: Any, name: str) -> Any:
    # The body is a model if a type is declared for it.
    if isinstance(owner, dict):
        return cast("dict[str, Any]", owner).get(name)
    return getattr(owner, "__dict__", {}).get(name)


def _restore(kind: type[APIError], message: str, state: Mapping[str, Any]) -> APIError:
    error = kind.__new__(kind)
    # Set here, because `__new__` of a subclass of OSError ignores its arguments.
    error.args = (message,)
    error.__dict__.update(state)
    return error


set_public_module(
    "errors",
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    PollTimeoutError,
    *_BY_STATUS.values(),
    InternalServerError,
)
