"""The exceptions of a client.

Every failure is one of them; what a caller did wrong before anything was sent is a
`ValueError` or `TypeError`.

    APIError
    ├── APIConnectionError              no answer, or one that broke off
    │   └── APITimeoutError
    ├── PollTimeoutError                what was waited for took too long
    ├── APIResponseValidationError      an answer that cannot be decoded
    └── APIStatusError                  an answer that reports a failure
        ├── BadRequestError             400
        ├── AuthenticationError         401
        ├── PermissionDeniedError       403
        ├── NotFoundError               404
        ├── ConflictError               409
        ├── UnprocessableEntityError    422
        ├── RateLimitError              429
        └── InternalServerError         500 and above

    ValueError
    └── InvalidWebhookSignatureError    a webhook that is not from the API

All can be pickled; headers that may hold a credential are left behind then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

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
    "InternalServerError",
    "InvalidWebhookSignatureError",
    "NotFoundError",
    "PermissionDeniedError",
    "PollTimeoutError",
    "RateLimitError",
    "UnprocessableEntityError",
]


class APIError(Exception):
    """The root of all exceptions of a client.

    Attributes:
        message: What went wrong, in a line.
        request: The request, if it came to one.
        body: The decoded body of the answer: of the type that the document gives for
            it, else as it came; `None` if there was none.
        code, type, param: What the body says under these names, at its root or under
            `error`; `type` is also that of problem details (RFC 9457).
    """

    message: str
    request: httpx2.Request | None
    body: Any
    code: str | None
    type: str | None
    param: str | None

    def __init__(
        self, message: str, request: httpx2.Request | None = None, *, body: Any = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body
        self.code = _member(body, "code")
        self.type = _member(body, "type")
        self.param = _member(body, "param")

    def __reduce__(self) -> tuple[Any, ...]:
        # The default would call `__init__` with the message alone.
        return _restore, (type(self), self.message, self._portable())

    def _portable(self) -> dict[str, Any]:
        state = dict(self.__dict__)
        if self.request is not None:
            state["request"] = without_secrets(self.request)
        return state


class APIConnectionError(APIError):
    """The request could not be sent, or its answer did not come, or broke off."""

    def __init__(
        self,
        *,
        message: str = "Connection error.",
        request: httpx2.Request | None = None,
    ) -> None:
        super().__init__(message, request)


class APITimeoutError(APIConnectionError):
    """The server did not answer in time."""

    def __init__(
        self,
        request: httpx2.Request | None = None,
        *,
        message: str = "Request timed out.",
    ) -> None:
        super().__init__(message=message, request=request)


class PollTimeoutError(APIError, TimeoutError):
    """What was waited for has not come to its end in time.

    Attributes:
        status: What the last answer, which is the `body`, told; `None`: there was none.
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
        said = (
            "there is no answer" if body is None else f"the status is still {status!r}"
        )
        super().__init__(f"after {seconds:g} s {said}", request, body=body)
        self.status = status


class InvalidWebhookSignatureError(ValueError):
    """A webhook is not from the API, is too old, or was changed on its way."""


class _ResponseError(APIError):
    """An error that has an answer.

    Attributes:
        response: The answer, its body read.
        status_code: Its HTTP status.
        request_id: What the server calls the request, for its support.
    """

    response: httpx2.Response
    status_code: int
    request_id: str | None

    def __init__(
        self, message: str, *, response: httpx2.Response, body: Any = None
    ) -> None:
        super().__init__(message, response.request, body=body)
        self.response = response
        self.status_code = response.status_code
        # Here, so that catching errors costs no more than their classes.
        from .decode import request_id

        self.request_id = request_id(response.headers)

    def _portable(self) -> dict[str, Any]:
        state = super()._portable()
        import httpx2

        try:
            content = self.response.content
        except httpx2.ResponseNotRead:
            # An error in the middle of a stream.
            content = b""
        response = httpx2.Response(
            self.status_code,
            headers=[
                (name, value)
                for name, value in self.response.headers.multi_items()
                # The body below is decoded already, and may be of another length.
                if name not in ("set-cookie", "content-encoding", "content-length")
            ],
            content=content,
            request=state["request"],
        )
        return {**state, "response": response}


class APIResponseValidationError(_ResponseError):
    """The answer cannot be decoded: broken JSON, or another media type."""


class APIStatusError(_ResponseError):
    """The answer's status is not a success."""


class BadRequestError(APIStatusError):
    """400: the server does not understand the request."""


class AuthenticationError(APIStatusError):
    """401: a credential is missing or wrong."""


class PermissionDeniedError(APIStatusError):
    """403: the credential does not allow this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing."""


class ConflictError(APIStatusError):
    """409: the request does not fit the state of things."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed, but its content is not accepted."""


class RateLimitError(APIStatusError):
    """429: too many requests, or a quota is used up."""


class InternalServerError(APIStatusError):
    """500 and above: the server failed."""


_BY_STATUS: Final[Mapping[int, type[APIStatusError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
# What a copy may keep of a request's headers; any other may be a key.
_HARMLESS: Final = frozenset(
    ("accept", "accept-encoding", "content-length", "content-type", "host")
    + ("user-agent",)
)


def error_class(status: int) -> type[APIStatusError]:
    """The class of the error for a status."""
    if status >= 500:
        return InternalServerError
    return _BY_STATUS.get(status, APIStatusError)


def without_secrets(request: httpx2.Request) -> httpx2.Request:
    """A copy of a request with neither body nor anything that may be a credential."""
    import httpx2

    headers = [
        (name, value)
        for name, value in request.headers.multi_items()
        if name in _HARMLESS
    ]
    return httpx2.Request(
        request.method, request.url.copy_with(query=None, userinfo=b""), headers=headers
    )


def _member(body: Any, name: str) -> str | None:
    """A text member of an error body: under `error` where it is an object there."""
    for owner in (_get(body, "error"), body):
        value = _get(owner, name)
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return None


def _get(owner: Any, name: str) -> Any:
    # A body is a dict, or a view when the document gives its type.
    if isinstance(owner, dict):
        return cast("dict[str, Any]", owner).get(name)
    return getattr(owner, "__dict__", {}).get(name)


def _restore(kind: type[APIError], message: str, state: Mapping[str, Any]) -> APIError:
    error = kind.__new__(kind, message)
    error.__dict__.update(state)
    return error
