"""Parameters of answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Required

from typing_extensions import TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .shared_params import StopConfigurationParam

_runtime.defer_imports(__name__)


class CreateAnswerRequestParam(TypedDict, total=False):
    """The question and the documents to answer it from.

    Specify either `documents` or `file`, not both.
    """

    model: Required[str]
    """The model that generates the answer."""

    question: Required[str]
    """The question to answer. At least 1 character."""

    examples: Required[Sequence[Sequence[str]]]
    """Example question-answer pairs, each a list of two strings, that demonstrate the
    expected style of the answer. At least 1 item, at most 200 items."""

    examples_context: Required[str]
    """The text that the example answers are based on."""

    documents: Sequence[str] | None
    """The documents to search for the answer. At most 200 items."""

    file: str | None
    """The ID of an uploaded file with the documents to search."""

    search_model: str | None
    """The model that ranks the documents. Default: `"ada"`."""

    max_rerank: int | None
    """The maximum number of documents from the file that the search model ranks.
    Default: `200`."""

    temperature: float | None
    """The sampling temperature. Higher values produce more varied answers; 0 is nearly
    deterministic. Default: `0`."""

    logprobs: int | None
    """The number of most likely tokens per position to return with their log
    probabilities. They are part of the completion, which is included when `expand`
    contains `completion`. At least 0, at most 5."""

    max_tokens: int | None
    """The maximum number of tokens per answer. Default: `16`."""

    stop: StopConfigurationParam | None
    """Up to four strings at which generation stops. The stop sequence is not included
    in the returned text."""

    n: int | None
    """The number of answers to generate. At least 1, at most 10. Default: `1`."""

    logit_bias: Mapping[str, int] | None
    """Adjusts the likelihood of tokens. Maps token IDs to values that are added to the
    token's logits."""

    return_metadata: bool | None
    """Whether to return the metadata stored with each document of the file. Default:
    `False`."""

    return_prompt: bool | None
    """Whether to return the prompt built from the question, examples and documents.
    Default: `False`."""

    expand: Sequence[object] | None
    """The response fields to return as full objects instead of IDs, for example
    `completion`. Default: `[]`."""

    user: str
    """A unique identifier for your end user, used to detect abuse."""
