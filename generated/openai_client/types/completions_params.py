"""Parameters of completions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .answers_params import StopConfigurationParam
    from .chat_params import ChatCompletionStreamOptionsParam
    from .completions import CreateCompletionRequestModelOption


class CreateCompletionRequestParam(TypedDict, total=False):
    """The prompt, and how it should be continued."""

    model: Required[str | CreateCompletionRequestModelOption]
    """The model that writes. The list of models says which there are."""

    prompt: Required[
        str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None
    ]
    """The text to continue. Give several texts, or lists of tokens, to have each
    continued. Default: `"<|endoftext|>"`."""

    best_of: int | None
    """How many completions the server writes, to return the `n` likeliest of them. It
    must not be less than `n`, and such completions cannot be streamed. At least 0, at
    most 20. Default: `1`."""

    echo: bool | None
    """Whether the answer repeats the prompt before the completion. Default: `False`."""

    frequency_penalty: float | None
    """Above 0, makes a token less likely the more often the text already holds it,
    against word-for-word repetition. Below 0, makes it likelier. At least -2, at most
    2. Default: `0`."""

    logit_bias: Mapping[str, int] | None
    """Makes tokens likelier or less likely. Each key is the id of a token, each value
    is added to its logit."""

    logprobs: int | None
    """For each position, how many of the likeliest tokens are returned with their log
    probabilities. At least 0, at most 5."""

    max_tokens: int | None
    """How many tokens the completion has at most. Together with the prompt it must fit
    into the model's context. At least 0. Default: `16`."""

    n: int | None
    """How many completions to return for each prompt. All of them count as written
    tokens. At least 1, at most 128. Default: `1`."""

    presence_penalty: float | None
    """Above 0, makes tokens less likely that the text already holds at all, which leads
    to new subjects. Below 0, makes them likelier. At least -2, at most 2. Default: `0`.
    """

    seed: int | None
    """Makes repeated requests with the same parameters give the same text as far as
    possible. Compare `system_fingerprint` to notice changes of the server. At least
    -9223372036854775808, at most 9223372036854775807."""

    stop: StopConfigurationParam | None
    """A text, or up to four, at which the model stops writing. The answer does not
    contain the text itself."""

    stream: bool | None
    """Whether the text is sent in pieces, as server-sent events, while it is being
    written. The last event is `data: [DONE]`. Default: `False`."""

    stream_options: ChatCompletionStreamOptionsParam | None
    """What a stream contains. Only of use together with `stream`."""

    suffix: str | None
    """The text that follows the completion. Only `gpt-3.5-turbo-instruct` takes it."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied texts, 0 nearly always
    the same one. Change this or `top_p`, not both. At least 0, at most 2. Default: `1`.
    """

    top_p: float | None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. Change this or `temperature`, not both. At least 0, at most 1. Default:
    `1`."""

    user: str
    """An id of your own for the end user of the request, so that abuse can be
    traced."""
