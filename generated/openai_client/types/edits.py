"""Types of edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .completions import CompletionUsage

_runtime.defer_imports(__name__)


CreateEditRequestModelOption: TypeAlias = Literal[
    "text-davinci-edit-001", "code-davinci-edit-001"
]


class CreateEditResponse(BaseModel):
    """The edited texts."""

    object: Literal["edit"]
    """The object type. Always `edit`."""

    created: int
    """Time at which the edit was created, as a Unix timestamp in seconds."""

    choices: list[CreateEditResponseChoice]
    """The edited texts. Their number is set by `n`."""

    usage: CompletionUsage
    """Token usage of a request."""

    id: str | None = None
    """The ID of the edit. Omitted by the final versions of this API."""

    model: str | None = None
    """The model that edited the text. Omitted by the final versions of this API."""


class CreateEditResponseChoice(BaseModel):
    """Create edit response choice."""

    text: str
    """The edited text."""

    index: int
    """The zero-based index of the choice."""

    finish_reason: Literal["stop", "length"]
    """The reason the generation stopped: `stop` for a natural end, `length` for the
    token limit."""

    logprobs: CreateEditResponseChoiceLogprobs | None = None
    """The log probabilities of the tokens. Omitted by the final versions of this
    API."""


class CreateEditResponseChoiceLogprobs(BaseModel):
    """The log probabilities of the tokens.

    Omitted by the final versions of this API.
    """

    tokens: list[str] | None = None
    """The number of text input tokens."""

    token_logprobs: list[float] | None = None
    """The log probability of each token."""

    top_logprobs: list[dict[str, float]] | None = None
    """The most likely tokens at each position with their log probabilities."""

    text_offset: list[int] | None = None
    """The character offset of each token in the text."""
