"""Parameters of classifications."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Required

from typing_extensions import TypedDict


class CreateClassificationRequestParam(TypedDict, total=False):
    """The text to classify and the labeled examples.

    Specify either `examples` or `file`, not both.
    """

    model: Required[str]
    """The model that chooses the label."""

    query: Required[str]
    """The text to classify. At least 1 character."""

    examples: Sequence[Sequence[str]] | None
    """Labeled examples, each a list of the text and its label. At least 2 items, at
    most 200 items."""

    file: str | None
    """The ID of an uploaded file with the labeled examples."""

    labels: Sequence[str] | None
    """The available labels. Defaults to the labels of the examples. At least 2 items,
    at most 200 items."""

    search_model: str | None
    """The model that ranks the examples. Default: `"ada"`."""

    temperature: float | None
    """The sampling temperature. Higher values produce more varied labels; 0 is nearly
    deterministic. At least 0, at most 2. Default: `0`."""

    logprobs: int | None
    """The number of most likely tokens per position to return with their log
    probabilities. They are part of the completion, which is included when `expand`
    contains `completion`. At least 0, at most 5."""

    max_examples: int | None
    """The maximum number of examples from the file that the search model ranks.
    Default: `200`."""

    logit_bias: Mapping[str, int] | None
    """Adjusts the likelihood of tokens. Maps token IDs to values that are added to the
    token's logits."""

    return_prompt: bool | None
    """Whether to return the prompt built from the text and the examples. Default:
    `False`."""

    return_metadata: bool | None
    """Whether to return the metadata stored with each example of the file. Default:
    `False`."""

    expand: Sequence[object] | None
    """The response fields to return as full objects instead of IDs, for example
    `completion`. Default: `[]`."""

    user: str
    """A unique identifier for your end user, used to detect abuse."""
