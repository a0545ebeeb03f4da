"""Types of completions."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import BaseModel


class CompletionUsage(BaseModel):
    """How many tokens a request took."""

    prompt_tokens: int
    """The tokens of the prompt."""

    completion_tokens: int
    """The tokens that the model wrote."""

    total_tokens: int
    """The tokens of the prompt and of the answer together."""

    prompt_tokens_details: CompletionUsagePromptTokensDetails | None = None
    """What the tokens of the prompt were."""

    completion_tokens_details: CompletionUsageCompletionTokensDetails | None = None
    """What the tokens of the answer were."""


class CompletionUsageCompletionTokensDetails(BaseModel):
    """What the tokens of the answer were."""

    accepted_prediction_tokens: int | None = None
    """The tokens of your prediction that stand in the answer. Default: `0`."""

    rejected_prediction_tokens: int | None = None
    """The tokens of your prediction that do not stand in the answer. They are charged
    like written ones, and count towards the limit on the answer's length. Default: `0`.
    """

    audio_tokens: int | None = None
    """The tokens of audio in the answer. Default: `0`."""

    reasoning_tokens: int | None = None
    """The tokens of thought that the model spent before it answered. Default: `0`."""

    text_tokens: int | None = None
    """The tokens of text in the answer."""


class CompletionUsagePromptTokensDetails(BaseModel):
    """What the tokens of the prompt were."""

    audio_tokens: int | None = None
    """The tokens of audio in the prompt. Default: `0`."""

    cached_tokens: int | None = None
    """The tokens that were found in the cache, which cost less. Default: `0`."""

    cache_write_tokens: int | None = None
    """The tokens that were written into the cache. Default: `0`."""

    image_tokens: int | None = None
    """The tokens of images in the prompt."""

    text_tokens: int | None = None
    """The tokens of text in the prompt."""


CreateCompletionRequestModelOption: TypeAlias = Literal[
    "gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"
]


class CreateCompletionResponse(BaseModel):
    """Texts that continue a prompt. In a stream, each event is such an object with the
    next piece."""

    id: str
    """The completion's id."""

    choices: list[CreateCompletionResponseChoice]
    """The texts, `n` for each prompt."""

    created: int
    """When the completion was created, as a Unix time in seconds."""

    model: str
    """The model that wrote the texts."""

    object: Literal["text_completion"]
    """The kind of object, always `text_completion`."""

    system_fingerprint: str | None = None
    """Names the setup of the server. When it changes, the same `seed` may give other
    texts."""

    usage: CompletionUsage | None = None
    """How many tokens a request took."""


class CreateCompletionResponseChoice(BaseModel):
    finish_reason: Literal["stop", "length", "content_filter"] | None
    """Why the text ends: `stop` at its natural end or at one of your stop sequences,
    `length` when it reached the limit on tokens, `content_filter` when something was
    left out."""

    index: int
    """The place of this text among the choices, from 0."""

    logprobs: CreateCompletionResponseChoiceLogprobs | None
    """The log probabilities of tokens; null when you did not ask for them."""

    text: str
    """The text."""


class CreateCompletionResponseChoiceLogprobs(BaseModel):
    """The log probabilities of tokens; null when you did not ask for them."""

    text_offset: list[int] | None = None
    """Where each token begins in the text, counted in characters."""

    token_logprobs: list[float] | None = None
    """The log probability of each token."""

    tokens: list[str] | None = None
    """The tokens of the text."""

    top_logprobs: list[dict[str, float]] | None = None
    """For each position, the likeliest tokens with their log probabilities."""
