"""Client of the Acme API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import lazy_names

if TYPE_CHECKING:
    from . import errors as errors
    from . import types as types
    from ._client import Acme as Acme
    from ._client import AsyncAcme as AsyncAcme
    from ._runtime import AsyncBinaryResponse as AsyncBinaryResponse
    from ._runtime import AsyncResponseStream as AsyncResponseStream
    from ._runtime import AsyncStream as AsyncStream
    from ._runtime import BinaryResponse as BinaryResponse
    from ._runtime import Omit as Omit
    from ._runtime import ResponseLimits as ResponseLimits
    from ._runtime import ResponseStream as ResponseStream
    from ._runtime import Stream as Stream
    from ._runtime import omit as omit
    from .errors import APIConnectionError as APIConnectionError
    from .errors import APIError as APIError
    from .errors import APIResponseValidationError as APIResponseValidationError
    from .errors import APIStatusError as APIStatusError
    from .errors import APITimeoutError as APITimeoutError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConflictError as ConflictError
    from .errors import InternalServerError as InternalServerError
    from .errors import NotFoundError as NotFoundError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import PollTimeoutError as PollTimeoutError
    from .errors import RateLimitError as RateLimitError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
else:
    __getattr__ = lazy_names(
        __name__,
        {
            ".": ("errors", "types"),
            "._client": ("Acme", "AsyncAcme"),
            "._runtime": (
                "AsyncBinaryResponse",
                "AsyncResponseStream",
                "AsyncStream",
                "BinaryResponse",
                "Omit",
                "ResponseLimits",
                "ResponseStream",
                "Stream",
                "omit",
            ),
            ".errors": (
                "APIConnectionError",
                "APIError",
                "APIResponseValidationError",
                "APIStatusError",
                "APITimeoutError",
                "AuthenticationError",
                "BadRequestError",
                "ConflictError",
                "InternalServerError",
                "NotFoundError",
                "PermissionDeniedError",
                "PollTimeoutError",
                "RateLimitError",
                "UnprocessableEntityError",
            ),
        },
    )

__version__ = "1.0.0"

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "Acme",
    "AsyncAcme",
    "AsyncBinaryResponse",
    "AsyncResponseStream",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BinaryResponse",
    "ConflictError",
    "InternalServerError",
    "NotFoundError",
    "Omit",
    "PermissionDeniedError",
    "PollTimeoutError",
    "RateLimitError",
    "ResponseLimits",
    "ResponseStream",
    "Stream",
    "UnprocessableEntityError",
    "errors",
    "omit",
    "types",
]
