"""Types of completions."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import BaseModel


class CompletionUsage(BaseModel):
    """Token usage of a request."""

    prompt_tokens: int
    """The number of prompt tokens."""

    completion_tokens: int
    """The number of generated tokens."""

    total_tokens: int
    """The total number of tokens, prompt and completion combined."""

    prompt_tokens_details: CompletionUsagePromptTokensDetails | None = None
    """A breakdown of the prompt tokens."""

    completion_tokens_details: CompletionUsageCompletionTokensDetails | None = None
    """A breakdown of the completion tokens."""


class CompletionUsageCompletionTokensDetails(BaseModel):
    """A breakdown of the completion tokens."""

    accepted_prediction_tokens: int | None = None
    """The number of predicted tokens that appear in the completion. Default: `0`."""

    rejected_prediction_tokens: int | None = None
    """The number of predicted tokens that do not appear in the completion. They are
    billed as generated tokens and count towards the completion's token limit. Default:
    `0`."""

    audio_tokens: int | None = None
    """The number of audio tokens in the completion. Default: `0`."""

    reasoning_tokens: int | None = None
    """The number of tokens the model spent on reasoning. Default: `0`."""

    text_tokens: int | None = None
    """The number of text tokens in the completion."""


class CompletionUsagePromptTokensDetails(BaseModel):
    """A breakdown of the prompt tokens."""

    audio_tokens: int | None = None
    """The number of audio tokens in the prompt. Default: `0`."""

    cached_tokens: int | None = None
    """The number of prompt tokens read from the cache. Cached tokens are billed at a
    lower rate. Default: `0`."""

    cache_write_tokens: int | None = None
    """The number of prompt tokens written to the cache. Default: `0`."""

    image_tokens: int | None = None
    """The number of image tokens in the prompt."""

    text_tokens: int | None = None
    """The number of text tokens in the prompt."""


CreateCompletionRequestModelOption: TypeAlias = Literal[
    "gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"
]


class CreateCompletionResponse(BaseModel):
    """Text that continues a prompt.

    In a stream, each event is an object of this type with the next part of the text.
    """

    id: str
    """The ID of the completion."""

    choices: list[CreateCompletionResponseChoice]
    """The generated texts, `n` for each prompt."""

    created: int
    """Time at which the completion was created, as a Unix timestamp in seconds."""

    model: str
    """The model that generated the text."""

    object: Literal["text_completion"]
    """The object type. Always `text_completion`."""

    system_fingerprint: str | None = None
    """Identifies the backend configuration. If it changes, requests with the same
    `seed` may return different text."""

    usage: CompletionUsage | None = None
    """Token usage of a request."""


class CreateCompletionResponseChoice(BaseModel):
    """Create completion response choice."""

    finish_reason: Literal["stop", "length", "content_filter"] | None
    """The reason the generation stopped: `stop` for a natural end or a stop sequence,
    `length` for the token limit, `content_filter` for filtered content."""

    index: int
    """The zero-based index of the choice."""

    logprobs: CreateCompletionResponseChoiceLogprobs | None
    """The log probabilities of the tokens; null if not requested."""

    text: str
    """The text content."""


class CreateCompletionResponseChoiceLogprobs(BaseModel):
    """The log probabilities of the tokens; null if not requested."""

    text_offset: list[int] | None = None
    """The character offset of each token in the text."""

    token_logprobs: list[float] | None = None
    """The log probability of each token."""

    tokens: list[str] | None = None
    """The number of text input tokens."""

    top_logprobs: list[dict[str, float]] | None = None
    """The most likely tokens at each position with their log probabilities."""
