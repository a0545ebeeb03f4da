"""Parameters of classifications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class CreateClassificationRequestParam(TypedDict, total=False):
    """The text, and labelled examples. Give `examples` or `file`, not both."""

    model: Required[str]
    """The model that chooses the label."""

    query: Required[str]
    """The text to label. At least 1 character."""

    examples: Sequence[Sequence[str]] | None
    """Texts with their labels, each pair as a list of two. At least 2 items, at most
    200 items."""

    file: str | None
    """The id of an uploaded file that holds the examples."""

    labels: Sequence[str] | None
    """The labels to choose from. Without them, those of the examples are taken. At
    least 2 items, at most 200 items."""

    search_model: str | None
    """The model that searches the examples. Default: `"ada"`."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied labels, 0 nearly always
    the same one. At least 0, at most 2. Default: `0`."""

    logprobs: int | None
    """For each position, how many of the likeliest tokens are returned with their log
    probabilities. They are part of the completion, which `expand` adds to the answer.
    At least 0, at most 5."""

    max_examples: int | None
    """How many examples of a file the search model ranks at most. Default: `200`."""

    logit_bias: Mapping[str, int] | None
    """Makes tokens likelier or less likely. Each key is the id of a token, each value
    is added to its logit."""

    return_prompt: bool | None
    """Whether the prompt that was made from text and examples is returned. Default:
    `False`."""

    return_metadata: bool | None
    """Whether the notes that a file holds beside its examples are returned with them.
    Default: `False`."""

    expand: Sequence[object] | None
    """Parts of the answer to return in full rather than by their id, for example
    `completion`."""

    user: str
    """An id of your own for the end user of the request, so that abuse can be
    traced."""
