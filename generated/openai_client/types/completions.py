"""Types of completions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .chat import CompletionUsage


CreateCompletionRequestModelOption: TypeAlias = Literal[
    "gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"
]


class CreateCompletionResponse(BaseModel):
    """Texts that continue a prompt. In a stream, each event is such an object with the
    next piece.
    """

    id: str
    """The completion's id."""

    choices: list[CreateCompletionResponseChoice]
    """The texts, `n` for each prompt."""

    created: int
    """When the completion was created, in seconds since 1970 (Unix time)."""

    model: str
    """The model that wrote the texts."""

    object: Literal["text_completion"]
    """Names the kind of object; here always `text_completion`."""

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
