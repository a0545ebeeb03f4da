"""Types of edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .completions import CompletionUsage


CreateEditRequestModelOption: TypeAlias = Literal[
    "text-davinci-edit-001", "code-davinci-edit-001"
]


class CreateEditResponse(BaseModel):
    """The changed texts."""

    object: Literal["edit"]
    """The kind of object, always `edit`."""

    created: int
    """When the edit was created, as a Unix time in seconds."""

    choices: list[CreateEditResponseChoice]
    """The changed texts, as many as `n` asked for."""

    usage: CompletionUsage
    """How many tokens a request took."""

    id: str | None = None
    """The edit's id. Servers of the last years of this call leave it out."""

    model: str | None = None
    """The model that changed the text. Servers of the last years of this call leave it
    out."""


class CreateEditResponseChoice(BaseModel):
    text: str
    """The changed text."""

    index: int
    """The place of this text among the choices, from 0."""

    finish_reason: Literal["stop", "length"]
    """Why the text ends. `stop` is its natural end, `length` the limit on tokens."""

    logprobs: CreateEditResponseChoiceLogprobs | None = None
    """The log probabilities of tokens. Servers of the last years of this call leave
    them out."""


class CreateEditResponseChoiceLogprobs(BaseModel):
    """The log probabilities of tokens. Servers of the last years of this call leave
    them out."""

    tokens: list[str] | None = None
    """The tokens of the text."""

    token_logprobs: list[float] | None = None
    """The log probability of each token."""

    top_logprobs: list[dict[str, float]] | None = None
    """For each position, the likeliest tokens with their log probabilities."""

    text_offset: list[int] | None = None
    """Where each token begins in the text, counted in characters."""
