"""Parameters of completions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Required

from typing_extensions import TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .chat_params import ChatCompletionStreamOptionsParam
    from .completions import CreateCompletionRequestModelOption
    from .shared_params import StopConfigurationParam

_runtime.defer_imports(__name__)


class CreateCompletionRequestParam(TypedDict, total=False):
    """The prompt and the parameters of the completion."""

    model: Required[str | CreateCompletionRequestModelOption]
    """The ID of the model. Use the list models operation to get the available
    models."""

    prompt: Required[
        str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None
    ]
    """The prompt to continue, as a string, a list of strings, a list of tokens, or a
    list of token lists. Default: `"<|endoftext|>"`."""

    best_of: int | None
    """The number of completions to generate on the server. The `n` most likely
    completions are returned. The value must not be less than `n`, and the results
    cannot be streamed. At least 0, at most 20. Default: `1`."""

    echo: bool | None
    """Whether to return the prompt in front of the completion. Default: `False`."""

    frequency_penalty: float | None
    """Penalizes tokens in proportion to their frequency in the text so far. Positive
    values reduce verbatim repetition; negative values increase it. At least -2, at most
    2. Default: `0`."""

    logit_bias: Mapping[str, int] | None
    """Adjusts the likelihood of tokens. Maps token IDs to values that are added to the
    token's logits."""

    logprobs: int | None
    """The number of most likely tokens per position to return with their log
    probabilities. At least 0, at most 5."""

    max_tokens: int | None
    """The maximum number of tokens per completion. Together with the prompt, they must
    fit into the model's context. At least 0. Default: `16`."""

    n: int | None
    """The number of completions to generate per prompt. The tokens of all completions
    are billed. At least 1, at most 128. Default: `1`."""

    presence_penalty: float | None
    """Penalizes tokens that already appear in the text so far. Positive values
    encourage new topics; negative values discourage them. At least -2, at most 2.
    Default: `0`."""

    seed: int | None
    """A seed for best-effort reproducible sampling: repeated requests with the same
    parameters return the same text where possible. A change of `system_fingerprint`
    indicates a change of the server. At least -9223372036854775808, at most
    9223372036854775807."""

    stop: StopConfigurationParam | None
    """Up to four strings at which generation stops. The stop sequence is not included
    in the returned text."""

    stream: bool | None
    """Whether to stream the text as server-sent events while it is being generated. The
    stream ends with `data: [DONE]`. Default: `False`."""

    stream_options: ChatCompletionStreamOptionsParam | None
    """Options for streaming responses. Valid only if `stream` is true."""

    suffix: str | None
    """The text that follows the completion. Supported only by
    `gpt-3.5-turbo-instruct`."""

    temperature: float | None
    """The sampling temperature. Higher values produce more varied text; 0 is nearly
    deterministic. Set either this or `top_p`, not both. At least 0, at most 2. Default:
    `1`."""

    top_p: float | None
    """The cumulative probability of the tokens considered in nucleus sampling. Set
    either this or `temperature`, not both. At least 0, at most 1. Default: `1`."""

    user: str
    """A unique identifier for your end user, used to detect abuse."""
