"""Clients `OpenAI` and `AsyncOpenAI`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from . import _runtime

if TYPE_CHECKING:
    import httpx2

    from . import _wrappers
    from .resources.answers import Answers, AsyncAnswers
    from .resources.audio import AsyncAudio, Audio
    from .resources.batches import AsyncBatches, Batches
    from .resources.beta import AsyncBeta, Beta
    from .resources.chat import AsyncChat, Chat
    from .resources.classifications import AsyncClassifications, Classifications
    from .resources.completions import AsyncCompletions, Completions
    from .resources.edits import AsyncEdits, Edits
    from .resources.embeddings import AsyncEmbeddings, Embeddings
    from .resources.evals import AsyncEvals, Evals
    from .resources.files import AsyncFiles, Files
    from .resources.fine_tunes import AsyncFineTunes, FineTunes
    from .resources.fine_tuning import AsyncFineTuning, FineTuning
    from .resources.images import AsyncImages, Images
    from .resources.models import AsyncModels, Models
    from .resources.moderations import AsyncModerations, Moderations

API = _runtime.Api(
    name="openai_client",
    version="2.0.0",
    environment="OPENAI",
    servers=(_runtime.Server("https://api.openai.com/v1"),),
    credentials={
        "api_key": _runtime.Bearer(environment="OPENAI_API_KEY"),
        "organization": _runtime.ApiKey(
            "OpenAI-Organization",
            environment="OPENAI_ORG_ID",
        ),
        "project": _runtime.ApiKey("OpenAI-Project", environment="OPENAI_PROJECT_ID"),
    },
    security=(("api_key",),),
    always=("organization", "project"),
    errors={"default": "ErrorResponse"},
)


class OpenAI(_runtime.SyncClient):
    """Client for OpenAI API.

    Args:
        api_key: Bearer token. Default: `OPENAI_API_KEY` from the environment.
        organization: Sent as `OpenAI-Organization` with every request. Default:
            `OPENAI_ORG_ID` from the environment.
        project: Sent as `OpenAI-Project` with every request. Default:
            `OPENAI_PROJECT_ID` from the environment.
        base_url: Base URL of the API. Default: `OPENAI_BASE_URL` from the environment,
            else `https://api.openai.com/v1`.
        timeout: Timeout of each wait for the server in seconds, or an `httpx2.Timeout`;
            `None` for no timeout. Default: 600, and 5 to connect.
        max_retries: Maximum number of retries of a failed request.
        default_headers: Headers to send with every request.
        default_query: Query parameters to send with every request.
        http_client: httpx2 client to use, for example with proxies, hooks or a
            transport. Default: a client that is created at the first call.
        total_timeout: Maximum duration of a call in seconds, including retries and
            reading the body. Default: no limit.
        response_limits: Limits on the size of responses.
    """

    api_key = _runtime.CredentialOption[_runtime.Secret]()
    organization = _runtime.CredentialOption[_runtime.Secret]()
    project = _runtime.CredentialOption[_runtime.Secret]()

    def __init__(
        self,
        *,
        api_key: _runtime.Secret | None = None,
        organization: _runtime.Secret | None = None,
        project: _runtime.Secret | None = None,
        base_url: str | httpx2.URL | None = None,
        timeout: _runtime.Timeout | _runtime.Omit | None = _runtime.omit,
        max_retries: int = 2,
        default_headers: _runtime.Headers | None = None,
        default_query: _runtime.Query | None = None,
        http_client: httpx2.Client | None = None,
        total_timeout: float | None = None,
        response_limits: _runtime.ResponseLimits | None = None,
    ) -> None:
        super().__init__(
            API,
            credentials={
                "api_key": api_key,
                "organization": organization,
                "project": project,
            },
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            total_timeout=total_timeout,
            response_limits=response_limits,
        )

    @cached_property
    def chat(self) -> Chat:
        """Model responses to conversations, and stored chat completions."""
        from .resources.chat import Chat

        return Chat(self)

    @cached_property
    def answers(self) -> Answers:
        """Deprecated. Answers questions from documents."""
        from .resources.answers import Answers

        return Answers(self)

    @cached_property
    def beta(self) -> Beta:
        """Beta."""
        from .resources.beta import Beta

        return Beta(self)

    @cached_property
    def audio(self) -> Audio:
        """Text to speech and speech to text."""
        from .resources.audio import Audio

        return Audio(self)

    @cached_property
    def batches(self) -> Batches:
        """Batches."""
        from .resources.batches import Batches

        return Batches(self)

    @cached_property
    def classifications(self) -> Classifications:
        """Deprecated. Classifies text by labeled examples."""
        from .resources.classifications import Classifications

        return Classifications(self)

    @cached_property
    def completions(self) -> Completions:
        """Completions.

        Text that continues a prompt, optionally with the log probabilities of
        alternative tokens.
        """
        from .resources.completions import Completions

        return Completions(self)

    @cached_property
    def edits(self) -> Edits:
        """Deprecated. Edits text by instruction."""
        from .resources.edits import Edits

        return Edits(self)

    @cached_property
    def embeddings(self) -> Embeddings:
        """Vectors that represent the meaning of text."""
        from .resources.embeddings import Embeddings

        return Embeddings(self)

    @cached_property
    def evals(self) -> Evals:
        """Evals, their runs, and the output items of each run."""
        from .resources.evals import Evals

        return Evals(self)

    @cached_property
    def files(self) -> Files:
        """Uploaded files and output files."""
        from .resources.files import Files

        return Files(self)

    @cached_property
    def fine_tunes(self) -> FineTunes:
        """Deprecated. First-generation fine-tuning."""
        from .resources.fine_tunes import FineTunes

        return FineTunes(self)

    @cached_property
    def fine_tuning(self) -> FineTuning:
        """Fine-tuning jobs, their events and their checkpoints."""
        from .resources.fine_tuning import FineTuning

        return FineTuning(self)

    @cached_property
    def images(self) -> Images:
        """Image generation, edits and variations."""
        from .resources.images import Images

        return Images(self)

    @cached_property
    def models(self) -> Models:
        """Models available to your account."""
        from .resources.models import Models

        return Models(self)

    @cached_property
    def moderations(self) -> Moderations:
        """Classification of harmful text and images."""
        from .resources.moderations import Moderations

        return Moderations(self)

    @cached_property
    def with_raw_response(self) -> _wrappers.OpenAIRaw:
        """Resources whose methods return an `APIResponse` with status and headers."""
        from . import _wrappers

        return _wrappers.OpenAIRaw(self)

    @cached_property
    def with_streaming_response(self) -> _wrappers.OpenAIStreaming:
        """Resources whose methods return an unread `APIResponse`, for `with`."""
        from . import _wrappers

        return _wrappers.OpenAIStreaming(self)


class AsyncOpenAI(_runtime.AsyncClient):
    """Client for OpenAI API.

    Args:
        api_key: Bearer token. Default: `OPENAI_API_KEY` from the environment.
        organization: Sent as `OpenAI-Organization` with every request. Default:
            `OPENAI_ORG_ID` from the environment.
        project: Sent as `OpenAI-Project` with every request. Default:
            `OPENAI_PROJECT_ID` from the environment.
        base_url: Base URL of the API. Default: `OPENAI_BASE_URL` from the environment,
            else `https://api.openai.com/v1`.
        timeout: Timeout of each wait for the server in seconds, or an `httpx2.Timeout`;
            `None` for no timeout. Default: 600, and 5 to connect.
        max_retries: Maximum number of retries of a failed request.
        default_headers: Headers to send with every request.
        default_query: Query parameters to send with every request.
        http_client: httpx2 client to use, for example with proxies, hooks or a
            transport. Default: a client that is created at the first call.
        total_timeout: Maximum duration of a call in seconds, including retries and
            reading the body. Default: no limit.
        response_limits: Limits on the size of responses.
    """

    api_key = _runtime.CredentialOption[_runtime.AsyncSecret]()
    organization = _runtime.CredentialOption[_runtime.AsyncSecret]()
    project = _runtime.CredentialOption[_runtime.AsyncSecret]()

    def __init__(
        self,
        *,
        api_key: _runtime.AsyncSecret | None = None,
        organization: _runtime.AsyncSecret | None = None,
        project: _runtime.AsyncSecret | None = None,
        base_url: str | httpx2.URL | None = None,
        timeout: _runtime.Timeout | _runtime.Omit | None = _runtime.omit,
        max_retries: int = 2,
        default_headers: _runtime.Headers | None = None,
        default_query: _runtime.Query | None = None,
        http_client: httpx2.AsyncClient | None = None,
        total_timeout: float | None = None,
        response_limits: _runtime.ResponseLimits | None = None,
    ) -> None:
        super().__init__(
            API,
            credentials={
                "api_key": api_key,
                "organization": organization,
                "project": project,
            },
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            total_timeout=total_timeout,
            response_limits=response_limits,
        )

    @cached_property
    def chat(self) -> AsyncChat:
        """Model responses to conversations, and stored chat completions."""
        from .resources.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def answers(self) -> AsyncAnswers:
        """Deprecated. Answers questions from documents."""
        from .resources.answers import AsyncAnswers

        return AsyncAnswers(self)

    @cached_property
    def beta(self) -> AsyncBeta:
        """Beta."""
        from .resources.beta import AsyncBeta

        return AsyncBeta(self)

    @cached_property
    def audio(self) -> AsyncAudio:
        """Text to speech and speech to text."""
        from .resources.audio import AsyncAudio

        return AsyncAudio(self)

    @cached_property
    def batches(self) -> AsyncBatches:
        """Batches."""
        from .resources.batches import AsyncBatches

        return AsyncBatches(self)

    @cached_property
    def classifications(self) -> AsyncClassifications:
        """Deprecated. Classifies text by labeled examples."""
        from .resources.classifications import AsyncClassifications

        return AsyncClassifications(self)

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Completions.

        Text that continues a prompt, optionally with the log probabilities of
        alternative tokens.
        """
        from .resources.completions import AsyncCompletions

        return AsyncCompletions(self)

    @cached_property
    def edits(self) -> AsyncEdits:
        """Deprecated. Edits text by instruction."""
        from .resources.edits import AsyncEdits

        return AsyncEdits(self)

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        """Vectors that represent the meaning of text."""
        from .resources.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self)

    @cached_property
    def evals(self) -> AsyncEvals:
        """Evals, their runs, and the output items of each run."""
        from .resources.evals import AsyncEvals

        return AsyncEvals(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """Uploaded files and output files."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def fine_tunes(self) -> AsyncFineTunes:
        """Deprecated. First-generation fine-tuning."""
        from .resources.fine_tunes import AsyncFineTunes

        return AsyncFineTunes(self)

    @cached_property
    def fine_tuning(self) -> AsyncFineTuning:
        """Fine-tuning jobs, their events and their checkpoints."""
        from .resources.fine_tuning import AsyncFineTuning

        return AsyncFineTuning(self)

    @cached_property
    def images(self) -> AsyncImages:
        """Image generation, edits and variations."""
        from .resources.images import AsyncImages

        return AsyncImages(self)

    @cached_property
    def models(self) -> AsyncModels:
        """Models available to your account."""
        from .resources.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def moderations(self) -> AsyncModerations:
        """Classification of harmful text and images."""
        from .resources.moderations import AsyncModerations

        return AsyncModerations(self)

    @cached_property
    def with_raw_response(self) -> _wrappers.AsyncOpenAIRaw:
        """Resources whose methods return an `APIResponse` with status and headers."""
        from . import _wrappers

        return _wrappers.AsyncOpenAIRaw(self)

    @cached_property
    def with_streaming_response(self) -> _wrappers.AsyncOpenAIStreaming:
        """Resources whose methods return an unread `APIResponse`, for `with`."""
        from . import _wrappers

        return _wrappers.AsyncOpenAIStreaming(self)


Client = OpenAI
AsyncClient = AsyncOpenAI
