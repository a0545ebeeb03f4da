"""Client of OpenAI API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import lazy_names

if TYPE_CHECKING:
    from httpx2 import Timeout as Timeout

    from . import errors as errors
    from . import types as types
    from ._client import AsyncClient as AsyncClient
    from ._client import AsyncOpenAI as AsyncOpenAI
    from ._client import Client as Client
    from ._client import OpenAI as OpenAI
    from ._runtime import NOT_GIVEN as NOT_GIVEN
    from ._runtime import AsyncBinaryResponse as AsyncBinaryResponse
    from ._runtime import AsyncResponseStream as AsyncResponseStream
    from ._runtime import AsyncStream as AsyncStream
    from ._runtime import BaseModel as BaseModel
    from ._runtime import BinaryResponse as BinaryResponse
    from ._runtime import DefaultAsyncHttpx2Client as DefaultAsyncHttpx2Client
    from ._runtime import DefaultHttpx2Client as DefaultHttpx2Client
    from ._runtime import NotGiven as NotGiven
    from ._runtime import Omit as Omit
    from ._runtime import ResponseLimits as ResponseLimits
    from ._runtime import ResponseStream as ResponseStream
    from ._runtime import Stream as Stream
    from ._runtime import file_from_path as file_from_path
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
    from .errors import OpenAIError as OpenAIError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import PollTimeoutError as PollTimeoutError
    from .errors import RateLimitError as RateLimitError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
else:
    __getattr__ = lazy_names(
        __name__,
        {
            ".": ("errors", "types"),
            "._client": (
                "AsyncClient",
                "AsyncOpenAI",
                "Client",
                "OpenAI",
            ),
            "._runtime": (
                "NOT_GIVEN",
                "AsyncBinaryResponse",
                "AsyncResponseStream",
                "AsyncStream",
                "BaseModel",
                "BinaryResponse",
                "DefaultAsyncHttpx2Client",
                "DefaultHttpx2Client",
                "NotGiven",
                "Omit",
                "ResponseLimits",
                "ResponseStream",
                "Stream",
                "file_from_path",
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
                "OpenAIError",
                "PermissionDeniedError",
                "PollTimeoutError",
                "RateLimitError",
                "UnprocessableEntityError",
            ),
            "httpx2": ("Timeout",),
        },
    )

__version__ = "2.0.0"

__all__ = [
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncBinaryResponse",
    "AsyncClient",
    "AsyncOpenAI",
    "AsyncResponseStream",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BaseModel",
    "BinaryResponse",
    "Client",
    "ConflictError",
    "DefaultAsyncHttpx2Client",
    "DefaultHttpx2Client",
    "InternalServerError",
    "NotFoundError",
    "NotGiven",
    "Omit",
    "OpenAI",
    "OpenAIError",
    "PermissionDeniedError",
    "PollTimeoutError",
    "RateLimitError",
    "ResponseLimits",
    "ResponseStream",
    "Stream",
    "Timeout",
    "UnprocessableEntityError",
    "errors",
    "file_from_path",
    "omit",
    "types",
]
