"""Completions."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal, Unpack

    from .._runtime import AsyncResponseStream, Omit, RequestOptions, ResponseStream
    from ..types.chat_params import ChatCompletionStreamOptionsParam
    from ..types.completions import (
        CreateCompletionRequestModelOption,
        CreateCompletionResponse,
    )
    from ..types.event_streams import (
        AsyncCreateCompletionResponseEventStreamManager,
        CreateCompletionResponseEventStreamManager,
    )
    from ..types.shared_params import StopConfigurationParam

_CREATE = Endpoint(
    "POST",
    "/completions",
    body="application/json",
    returns="CreateCompletionResponse",
    stream="CreateCompletionResponse",
    end_marker="[DONE]",
    aggregation=("pieces", "choices", "text", "text"),
)


class Completions(Resource["CompletionsRaw", "CompletionsStreaming"]):
    """Completions.

    Text that continues a prompt, optionally with the log probabilities of alternative
    tokens.
    """

    @overload
    def create(
        self,
        *,
        model: str | CreateCompletionRequestModelOption,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | None | Omit = omit,
        echo: bool | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        n: int | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        seed: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        suffix: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateCompletionResponse: ...

    @overload
    def create(
        self,
        *,
        model: str | CreateCompletionRequestModelOption,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | None | Omit = omit,
        echo: bool | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        n: int | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        seed: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        stream: Literal[True],
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        suffix: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ResponseStream[CreateCompletionResponse, CreateCompletionResponse]: ...

    @overload
    def create(
        self,
        *,
        model: str | CreateCompletionRequestModelOption,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | None | Omit = omit,
        echo: bool | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        n: int | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        seed: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        stream: bool,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        suffix: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateCompletionResponse
        | ResponseStream[CreateCompletionResponse, CreateCompletionResponse]
    ): ...

    def create(
        self,
        *,
        model: str | CreateCompletionRequestModelOption,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | None | Omit = omit,
        echo: bool | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        n: int | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        seed: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        stream: bool | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        suffix: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateCompletionResponse
        | ResponseStream[CreateCompletionResponse, CreateCompletionResponse]
    ):
        """Create a completion.

        Generates one or more texts that continue the prompt.

        Args:
            model: The ID of the model. Use the list models operation to get the
                available models.
            prompt: The prompt to continue, as a string, a list of strings, a list of
                tokens, or a list of token lists. Default: `"<|endoftext|>"`.
            best_of: The number of completions to generate on the server. The `n` most
                likely completions are returned. The value must not be less than `n`,
                and the results cannot be streamed. At least 0, at most 20. Default:
                `1`.
            echo: Whether to return the prompt in front of the completion. Default:
                `False`.
            frequency_penalty: Penalizes tokens in proportion to their frequency in the
                text so far. Positive values reduce verbatim repetition; negative values
                increase it. At least -2, at most 2. Default: `0`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            logprobs: The number of most likely tokens per position to return with their
                log probabilities. At least 0, at most 5.
            max_tokens: The maximum number of tokens per completion. Together with the
                prompt, they must fit into the model's context. At least 0. Default:
                `16`.
            n: The number of completions to generate per prompt. The tokens of all
                completions are billed. At least 1, at most 128. Default: `1`.
            presence_penalty: Penalizes tokens that already appear in the text so far.
                Positive values encourage new topics; negative values discourage them.
                At least -2, at most 2. Default: `0`.
            seed: A seed for best-effort reproducible sampling: repeated requests with
                the same parameters return the same text where possible. A change of
                `system_fingerprint` indicates a change of the server. At least
                -9223372036854775808, at most 9223372036854775807.
            stop: Up to four strings at which generation stops. The stop sequence is not
                included in the returned text.
            stream: Whether to stream the text as server-sent events while it is being
                generated. The stream ends with `data: [DONE]`. Default: `False`.
            stream_options: Options for streaming responses. Valid only if `stream` is
                true.
            suffix: The text that follows the completion. Supported only by
                `gpt-3.5-turbo-instruct`.
            temperature: The sampling temperature. Higher values produce more varied
                text; 0 is nearly deterministic. Set either this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. Set either this or `temperature`, not both. At least 0, at
                most 1. Default: `1`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A completion. If `stream` is true, a stream of completions that contain the
            text incrementally.

        Example:
            client.completions.create(
                model="gpt-3.5-turbo-instruct",
                prompt="A one-line poem about bicycles:",
                max_tokens=24,
                temperature=0.7,
            )
        """
        return self._call(
            _CREATE,
            body={
                "model": model,
                "prompt": prompt,
                "best_of": best_of,
                "echo": echo,
                "frequency_penalty": frequency_penalty,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "max_tokens": max_tokens,
                "n": n,
                "presence_penalty": presence_penalty,
                "seed": seed,
                "stop": stop,
                "stream": stream,
                "stream_options": stream_options,
                "suffix": suffix,
                "temperature": temperature,
                "top_p": top_p,
                "user": user,
            },
            options=options,
        )

    def stream(
        self,
        *,
        model: str | CreateCompletionRequestModelOption,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | None | Omit = omit,
        echo: bool | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        n: int | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        seed: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        suffix: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateCompletionResponseEventStreamManager:
        """Stream the response of `create` as typed events.

        Args:
            model: The ID of the model. Use the list models operation to get the
                available models.
            prompt: The prompt to continue, as a string, a list of strings, a list of
                tokens, or a list of token lists. Default: `"<|endoftext|>"`.
            best_of: The number of completions to generate on the server. The `n` most
                likely completions are returned. The value must not be less than `n`,
                and the results cannot be streamed. At least 0, at most 20. Default:
                `1`.
            echo: Whether to return the prompt in front of the completion. Default:
                `False`.
            frequency_penalty: Penalizes tokens in proportion to their frequency in the
                text so far. Positive values reduce verbatim repetition; negative values
                increase it. At least -2, at most 2. Default: `0`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            logprobs: The number of most likely tokens per position to return with their
                log probabilities. At least 0, at most 5.
            max_tokens: The maximum number of tokens per completion. Together with the
                prompt, they must fit into the model's context. At least 0. Default:
                `16`.
            n: The number of completions to generate per prompt. The tokens of all
                completions are billed. At least 1, at most 128. Default: `1`.
            presence_penalty: Penalizes tokens that already appear in the text so far.
                Positive values encourage new topics; negative values discourage them.
                At least -2, at most 2. Default: `0`.
            seed: A seed for best-effort reproducible sampling: repeated requests with
                the same parameters return the same text where possible. A change of
                `system_fingerprint` indicates a change of the server. At least
                -9223372036854775808, at most 9223372036854775807.
            stop: Up to four strings at which generation stops. The stop sequence is not
                included in the returned text.
            stream_options: Options for streaming responses. Valid only if `stream` is
                true.
            suffix: The text that follows the completion. Supported only by
                `gpt-3.5-turbo-instruct`.
            temperature: The sampling temperature. Higher values produce more varied
                text; 0 is nearly deterministic. Set either this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. Set either this or `temperature`, not both. At least 0, at
                most 1. Default: `1`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A context manager, which sends the request and closes the stream.
        """
        return _runtime.open_stream(
            self,
            "CreateCompletionResponseEventStream",
            _CREATE,
            body={
                "model": model,
                "prompt": prompt,
                "best_of": best_of,
                "echo": echo,
                "frequency_penalty": frequency_penalty,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "max_tokens": max_tokens,
                "n": n,
                "presence_penalty": presence_penalty,
                "seed": seed,
                "stop": stop,
                "stream_options": stream_options,
                "suffix": suffix,
                "temperature": temperature,
                "top_p": top_p,
                "user": user,
            },
            options=options,
        )


class AsyncCompletions(
    AsyncResource["AsyncCompletionsRaw", "AsyncCompletionsStreaming"]
):
    """Completions.

    Text that continues a prompt, optionally with the log probabilities of alternative
    tokens.
    """

    @overload
    async def create(
        self,
        *,
        model: str | CreateCompletionRequestModelOption,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | None | Omit = omit,
        echo: bool | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        n: int | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        seed: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        suffix: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateCompletionResponse: ...

    @overload
    async def create(
        self,
        *,
        model: str | CreateCompletionRequestModelOption,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | None | Omit = omit,
        echo: bool | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        n: int | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        seed: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        stream: Literal[True],
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        suffix: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncResponseStream[CreateCompletionResponse, CreateCompletionResponse]: ...

    @overload
    async def create(
        self,
        *,
        model: str | CreateCompletionRequestModelOption,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | None | Omit = omit,
        echo: bool | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        n: int | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        seed: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        stream: bool,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        suffix: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateCompletionResponse
        | AsyncResponseStream[CreateCompletionResponse, CreateCompletionResponse]
    ): ...

    async def create(
        self,
        *,
        model: str | CreateCompletionRequestModelOption,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | None | Omit = omit,
        echo: bool | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        n: int | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        seed: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        stream: bool | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        suffix: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateCompletionResponse
        | AsyncResponseStream[CreateCompletionResponse, CreateCompletionResponse]
    ):
        """Create a completion.

        Generates one or more texts that continue the prompt.

        Args:
            model: The ID of the model. Use the list models operation to get the
                available models.
            prompt: The prompt to continue, as a string, a list of strings, a list of
                tokens, or a list of token lists. Default: `"<|endoftext|>"`.
            best_of: The number of completions to generate on the server. The `n` most
                likely completions are returned. The value must not be less than `n`,
                and the results cannot be streamed. At least 0, at most 20. Default:
                `1`.
            echo: Whether to return the prompt in front of the completion. Default:
                `False`.
            frequency_penalty: Penalizes tokens in proportion to their frequency in the
                text so far. Positive values reduce verbatim repetition; negative values
                increase it. At least -2, at most 2. Default: `0`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            logprobs: The number of most likely tokens per position to return with their
                log probabilities. At least 0, at most 5.
            max_tokens: The maximum number of tokens per completion. Together with the
                prompt, they must fit into the model's context. At least 0. Default:
                `16`.
            n: The number of completions to generate per prompt. The tokens of all
                completions are billed. At least 1, at most 128. Default: `1`.
            presence_penalty: Penalizes tokens that already appear in the text so far.
                Positive values encourage new topics; negative values discourage them.
                At least -2, at most 2. Default: `0`.
            seed: A seed for best-effort reproducible sampling: repeated requests with
                the same parameters return the same text where possible. A change of
                `system_fingerprint` indicates a change of the server. At least
                -9223372036854775808, at most 9223372036854775807.
            stop: Up to four strings at which generation stops. The stop sequence is not
                included in the returned text.
            stream: Whether to stream the text as server-sent events while it is being
                generated. The stream ends with `data: [DONE]`. Default: `False`.
            stream_options: Options for streaming responses. Valid only if `stream` is
                true.
            suffix: The text that follows the completion. Supported only by
                `gpt-3.5-turbo-instruct`.
            temperature: The sampling temperature. Higher values produce more varied
                text; 0 is nearly deterministic. Set either this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. Set either this or `temperature`, not both. At least 0, at
                most 1. Default: `1`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A completion. If `stream` is true, a stream of completions that contain the
            text incrementally.

        Example:
            await client.completions.create(
                model="gpt-3.5-turbo-instruct",
                prompt="A one-line poem about bicycles:",
                max_tokens=24,
                temperature=0.7,
            )
        """
        return await self._call(
            _CREATE,
            body={
                "model": model,
                "prompt": prompt,
                "best_of": best_of,
                "echo": echo,
                "frequency_penalty": frequency_penalty,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "max_tokens": max_tokens,
                "n": n,
                "presence_penalty": presence_penalty,
                "seed": seed,
                "stop": stop,
                "stream": stream,
                "stream_options": stream_options,
                "suffix": suffix,
                "temperature": temperature,
                "top_p": top_p,
                "user": user,
            },
            options=options,
        )

    def stream(
        self,
        *,
        model: str | CreateCompletionRequestModelOption,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | None | Omit = omit,
        echo: bool | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        n: int | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        seed: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        suffix: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncCreateCompletionResponseEventStreamManager:
        """Stream the response of `create` as typed events.

        Args:
            model: The ID of the model. Use the list models operation to get the
                available models.
            prompt: The prompt to continue, as a string, a list of strings, a list of
                tokens, or a list of token lists. Default: `"<|endoftext|>"`.
            best_of: The number of completions to generate on the server. The `n` most
                likely completions are returned. The value must not be less than `n`,
                and the results cannot be streamed. At least 0, at most 20. Default:
                `1`.
            echo: Whether to return the prompt in front of the completion. Default:
                `False`.
            frequency_penalty: Penalizes tokens in proportion to their frequency in the
                text so far. Positive values reduce verbatim repetition; negative values
                increase it. At least -2, at most 2. Default: `0`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            logprobs: The number of most likely tokens per position to return with their
                log probabilities. At least 0, at most 5.
            max_tokens: The maximum number of tokens per completion. Together with the
                prompt, they must fit into the model's context. At least 0. Default:
                `16`.
            n: The number of completions to generate per prompt. The tokens of all
                completions are billed. At least 1, at most 128. Default: `1`.
            presence_penalty: Penalizes tokens that already appear in the text so far.
                Positive values encourage new topics; negative values discourage them.
                At least -2, at most 2. Default: `0`.
            seed: A seed for best-effort reproducible sampling: repeated requests with
                the same parameters return the same text where possible. A change of
                `system_fingerprint` indicates a change of the server. At least
                -9223372036854775808, at most 9223372036854775807.
            stop: Up to four strings at which generation stops. The stop sequence is not
                included in the returned text.
            stream_options: Options for streaming responses. Valid only if `stream` is
                true.
            suffix: The text that follows the completion. Supported only by
                `gpt-3.5-turbo-instruct`.
            temperature: The sampling temperature. Higher values produce more varied
                text; 0 is nearly deterministic. Set either this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. Set either this or `temperature`, not both. At least 0, at
                most 1. Default: `1`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A context manager, which sends the request and closes the stream.
        """
        return _runtime.async_open_stream(
            self,
            "AsyncCreateCompletionResponseEventStream",
            _CREATE,
            body={
                "model": model,
                "prompt": prompt,
                "best_of": best_of,
                "echo": echo,
                "frequency_penalty": frequency_penalty,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "max_tokens": max_tokens,
                "n": n,
                "presence_penalty": presence_penalty,
                "seed": seed,
                "stop": stop,
                "stream_options": stream_options,
                "suffix": suffix,
                "temperature": temperature,
                "top_p": top_p,
                "user": user,
            },
            options=options,
        )


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class CompletionsRaw(_runtime.RawResource):
        """Methods of `Completions` that return the response."""

        create = _runtime.raw_method(Completions.create)

    class AsyncCompletionsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncCompletions` that return the response."""

        create = _runtime.async_raw_method(AsyncCompletions.create)

    class CompletionsStreaming(_runtime.StreamingResource):
        """Methods of `Completions` that return an unread response."""

        create = _runtime.streaming_method(Completions.create)

    class AsyncCompletionsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncCompletions` that return an unread response."""

        create = _runtime.async_streaming_method(AsyncCompletions.create)
