"""Client of OpenAI API."""

from typing import TYPE_CHECKING

from ._runtime import lazy_names

if TYPE_CHECKING:
    import httpx2
    from httpx2 import Timeout as Timeout

    from . import _runtime, _wrappers
    from . import errors as errors
    from . import types as types
    from ._client import AsyncClient as AsyncClient
    from ._client import AsyncOpenAI as AsyncOpenAI
    from ._client import Client as Client
    from ._client import OpenAI as OpenAI
    from ._runtime import NOT_GIVEN as NOT_GIVEN
    from ._runtime import ArgumentsDoneEvent as ArgumentsDoneEvent
    from ._runtime import AsyncBinaryResponse as AsyncBinaryResponse
    from ._runtime import AsyncResponseStream as AsyncResponseStream
    from ._runtime import AsyncStream as AsyncStream
    from ._runtime import BaseModel as BaseModel
    from ._runtime import BinaryResponse as BinaryResponse
    from ._runtime import ChunkEvent as ChunkEvent
    from ._runtime import DefaultAsyncHttpx2Client as DefaultAsyncHttpx2Client
    from ._runtime import DefaultHttpx2Client as DefaultHttpx2Client
    from ._runtime import DeltaEvent as DeltaEvent
    from ._runtime import DoneEvent as DoneEvent
    from ._runtime import FunctionTool as FunctionTool
    from ._runtime import NotGiven as NotGiven
    from ._runtime import Omit as Omit
    from ._runtime import ParsedDoneEvent as ParsedDoneEvent
    from ._runtime import ReceivedFile as ReceivedFile
    from ._runtime import ResponseLimits as ResponseLimits
    from ._runtime import ResponseStream as ResponseStream
    from ._runtime import Stream as Stream
    from ._runtime import file_from_path as file_from_path
    from ._runtime import omit as omit
    from ._runtime import pydantic_function_tool as pydantic_function_tool
    from .errors import APIConnectionError as APIConnectionError
    from .errors import APIError as APIError
    from .errors import APIResponseValidationError as APIResponseValidationError
    from .errors import APIStatusError as APIStatusError
    from .errors import APITimeoutError as APITimeoutError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConflictError as ConflictError
    from .errors import IncompleteResponseError as IncompleteResponseError
    from .errors import InternalServerError as InternalServerError
    from .errors import NotFoundError as NotFoundError
    from .errors import OpenAIError as OpenAIError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import PollTimeoutError as PollTimeoutError
    from .errors import RateLimitError as RateLimitError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from .resources.answers import Answers as _Answers
    from .resources.audio import Audio as _Audio
    from .resources.batches import Batches as _Batches
    from .resources.beta import Beta as _Beta
    from .resources.chat import Chat as _Chat
    from .resources.classifications import Classifications as _Classifications
    from .resources.completions import Completions as _Completions
    from .resources.edits import Edits as _Edits
    from .resources.embeddings import Embeddings as _Embeddings
    from .resources.evals import Evals as _Evals
    from .resources.files import Files as _Files
    from .resources.fine_tunes import FineTunes as _FineTunes
    from .resources.fine_tuning import FineTuning as _FineTuning
    from .resources.images import Images as _Images
    from .resources.models import Models as _Models
    from .resources.moderations import Moderations as _Moderations

    # Arguments and resources of the default client.
    api_key: _runtime.Secret | None
    organization: _runtime.Secret | None
    project: _runtime.Secret | None
    base_url: str | httpx2.URL | None
    timeout: _runtime.Timeout | None
    max_retries: int
    default_headers: _runtime.Headers | None
    default_query: _runtime.Query | None
    http_client: httpx2.Client | None
    total_timeout: float | None
    response_limits: _runtime.ResponseLimits | None
    chat: _Chat
    answers: _Answers
    beta: _Beta
    audio: _Audio
    batches: _Batches
    classifications: _Classifications
    completions: _Completions
    edits: _Edits
    embeddings: _Embeddings
    evals: _Evals
    files: _Files
    fine_tunes: _FineTunes
    fine_tuning: _FineTuning
    images: _Images
    models: _Models
    moderations: _Moderations
    with_raw_response: _wrappers.OpenAIRaw
    with_streaming_response: _wrappers.OpenAIStreaming
else:
    __getattr__ = lazy_names(
        __name__,
        {
            ".": ("errors", "types"),
            "._client": "AsyncClient AsyncOpenAI Client OpenAI",
            "._runtime": """NOT_GIVEN ArgumentsDoneEvent AsyncBinaryResponse
            AsyncResponseStream AsyncStream BaseModel BinaryResponse ChunkEvent
            DefaultAsyncHttpx2Client DefaultHttpx2Client DeltaEvent DoneEvent
            FunctionTool NotGiven Omit ParsedDoneEvent ReceivedFile ResponseLimits
            ResponseStream Stream file_from_path omit pydantic_function_tool""",
            ".errors": """APIConnectionError APIError APIResponseValidationError
            APIStatusError APITimeoutError AuthenticationError BadRequestError
            ConflictError IncompleteResponseError InternalServerError NotFoundError
            OpenAIError PermissionDeniedError PollTimeoutError RateLimitError
            UnprocessableEntityError""",
            "httpx2": ("Timeout",),
        },
        client="OpenAI",
        arguments="""api_key organization project base_url timeout max_retries
        default_headers default_query http_client total_timeout response_limits""",
        resources="""chat answers beta audio batches classifications completions edits
        embeddings evals files fine_tunes fine_tuning images models moderations
        with_raw_response with_streaming_response""",
    )

__version__ = "2.0.0"

__all__ = [
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "ArgumentsDoneEvent",
    "AsyncBinaryResponse",
    "AsyncClient",
    "AsyncOpenAI",
    "AsyncResponseStream",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BaseModel",
    "BinaryResponse",
    "ChunkEvent",
    "Client",
    "ConflictError",
    "DefaultAsyncHttpx2Client",
    "DefaultHttpx2Client",
    "DeltaEvent",
    "DoneEvent",
    "FunctionTool",
    "IncompleteResponseError",
    "InternalServerError",
    "NotFoundError",
    "NotGiven",
    "Omit",
    "OpenAI",
    "OpenAIError",
    "ParsedDoneEvent",
    "PermissionDeniedError",
    "PollTimeoutError",
    "RateLimitError",
    "ReceivedFile",
    "ResponseLimits",
    "ResponseStream",
    "Stream",
    "Timeout",
    "UnprocessableEntityError",
    "errors",
    "file_from_path",
    "omit",
    "pydantic_function_tool",
    "types",
]
