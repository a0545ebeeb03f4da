"""Parameters of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class CreateAnswerRequestParam(TypedDict, total=False):
    """The question, and where the answer is to be found. Give `documents` or `file`,
    not both."""

    model: Required[str]
    """The model that answers."""

    question: Required[str]
    """The question. At least 1 character."""

    examples: Required[Sequence[Sequence[str]]]
    """Questions with their answers, each pair as a list of two, that show the manner of
    the answer. At least 1 item, at most 200 items."""

    examples_context: Required[str]
    """The text that the answers of the examples come from."""

    documents: Sequence[str] | None
    """The documents to answer from. At most 200 items."""

    file: str | None
    """The id of an uploaded file that holds the documents to answer from."""

    search_model: str | None
    """The model that searches the documents. Default: `"ada"`."""

    max_rerank: int | None
    """How many documents of a file the search model ranks at most. Default: `200`."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied answers, 0 nearly always
    the same one. Default: `0`."""

    logprobs: int | None
    """For each position, how many of the likeliest tokens are returned with their log
    probabilities. They are part of the completion, which `expand` adds to the answer.
    At least 0, at most 5."""

    max_tokens: int | None
    """How many tokens an answer has at most. Default: `16`."""

    stop: StopConfigurationParam | None
    """A text, or up to four, at which the model stops writing. The answer does not
    contain the text itself."""

    n: int | None
    """How many answers to write. At least 1, at most 10. Default: `1`."""

    logit_bias: Mapping[str, int] | None
    """Makes tokens likelier or less likely. Each key is the id of a token, each value
    is added to its logit."""

    return_metadata: bool | None
    """Whether the notes that a file holds beside its documents are returned with them.
    Default: `False`."""

    return_prompt: bool | None
    """Whether the prompt that was made from question, examples and documents is
    returned. Default: `False`."""

    expand: Sequence[object] | None
    """Parts of the answer to return in full rather than by their id, for example
    `completion`."""

    user: str
    """An id of your own for the end user of the request, so that abuse can be
    traced."""


StopConfigurationParam: TypeAlias = "str | Sequence[str]"
"""A text, or up to four, at which the model stops writing. The answer does not contain
the text itself.

Reasoning models do not know this parameter."""
