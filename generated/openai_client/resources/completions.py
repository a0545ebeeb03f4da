"""Completions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal, Unpack

    from .._runtime import AnswerStream, AsyncAnswerStream, Omit, RequestOptions
    from ..types.answers_params import StopConfigurationParam
    from ..types.chat_params import ChatCompletionStreamOptionsParam
    from ..types.completions import (
        CreateCompletionRequestModelOption,
        CreateCompletionResponse,
    )

_CREATE = Endpoint(
    "POST",
    "/completions",
    body="application/json",
    returns="CreateCompletionResponse",
    stream="CreateCompletionResponse",
    ends="[DONE]",
    final=("pieces", "choices", "text", "text"),
)


class Completions(Resource):
    """Texts that continue a prompt, with the likelihood of other words if you ask for
    it.
    """

    @cached_property
    def with_raw_response(self) -> CompletionsRaw:
        """The same methods, giving the answer with its status and headers."""
        return CompletionsRaw(self)

    @cached_property
    def with_streaming_response(self) -> CompletionsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return CompletionsStreaming(self)

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
    ) -> AnswerStream[CreateCompletionResponse, CreateCompletionResponse]: ...

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
        | AnswerStream[CreateCompletionResponse, CreateCompletionResponse]
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
        | AnswerStream[CreateCompletionResponse, CreateCompletionResponse]
    ):
        """Continue a prompt.

        Writes one or several texts that could follow the prompt.

        Args:
            model: The model that writes. The list of models says which there are.
            prompt: The text to continue. Give several texts, or lists of tokens, to
                have each continued. Default: `"<|endoftext|>"`.
            best_of: How many completions the server writes, to return the `n` likeliest
                of them. It must not be less than `n`, and such completions cannot be
                streamed. At least 0, at most 20. Default: `1`.
            echo: Whether the answer repeats the prompt before the completion. Default:
                `False`.
            frequency_penalty: Above 0, makes a token less likely the more often the
                text already holds it, against word-for-word repetition. Below 0, makes
                it likelier. At least -2, at most 2. Default: `0`.
            logit_bias: Makes tokens likelier or less likely. Each key is the id of a
                token, each value is added to its logit.
            logprobs: For each position, how many of the likeliest tokens are returned
                with their log probabilities. At least 0, at most 5.
            max_tokens: How many tokens the completion has at most. Together with the
                prompt it must fit into the model's context. At least 0. Default: `16`.
            n: How many completions to return for each prompt. All of them count as
                written tokens. At least 1, at most 128. Default: `1`.
            presence_penalty: Above 0, makes tokens less likely that the text already
                holds at all, which leads to new subjects. Below 0, makes them likelier.
                At least -2, at most 2. Default: `0`.
            seed: Makes repeated requests with the same parameters give the same text as
                far as possible. Compare `system_fingerprint` to notice changes of the
                server. At least -9223372036854775808, at most 9223372036854775807.
            stop: A text, or up to four, at which the model stops writing. The answer
                does not contain the text itself.
            stream: Whether the text is sent in pieces, as server-sent events, while it
                is being written. The last event is `data: [DONE]`. Default: `False`.
            stream_options: What a stream contains. Only of use together with `stream`.
            suffix: The text that follows the completion. Only `gpt-3.5-turbo-instruct`
                takes it.
            temperature: The sampling temperature. Higher values give more varied texts,
                0 nearly always the same one. Change this or `top_p`, not both. At least
                0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability. Change this or `temperature`, not both. At least
                0, at most 1. Default: `1`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.

        Returns:
            A completion. When `stream` is true, a series of completions, each with the
                next piece of text.

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


class AsyncCompletions(AsyncResource):
    """Texts that continue a prompt, with the likelihood of other words if you ask for
    it.
    """

    @cached_property
    def with_raw_response(self) -> AsyncCompletionsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncCompletionsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCompletionsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncCompletionsStreaming(self)

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
    ) -> AsyncAnswerStream[CreateCompletionResponse, CreateCompletionResponse]: ...

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
        | AsyncAnswerStream[CreateCompletionResponse, CreateCompletionResponse]
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
        | AsyncAnswerStream[CreateCompletionResponse, CreateCompletionResponse]
    ):
        """Continue a prompt.

        Writes one or several texts that could follow the prompt.

        Args:
            model: The model that writes. The list of models says which there are.
            prompt: The text to continue. Give several texts, or lists of tokens, to
                have each continued. Default: `"<|endoftext|>"`.
            best_of: How many completions the server writes, to return the `n` likeliest
                of them. It must not be less than `n`, and such completions cannot be
                streamed. At least 0, at most 20. Default: `1`.
            echo: Whether the answer repeats the prompt before the completion. Default:
                `False`.
            frequency_penalty: Above 0, makes a token less likely the more often the
                text already holds it, against word-for-word repetition. Below 0, makes
                it likelier. At least -2, at most 2. Default: `0`.
            logit_bias: Makes tokens likelier or less likely. Each key is the id of a
                token, each value is added to its logit.
            logprobs: For each position, how many of the likeliest tokens are returned
                with their log probabilities. At least 0, at most 5.
            max_tokens: How many tokens the completion has at most. Together with the
                prompt it must fit into the model's context. At least 0. Default: `16`.
            n: How many completions to return for each prompt. All of them count as
                written tokens. At least 1, at most 128. Default: `1`.
            presence_penalty: Above 0, makes tokens less likely that the text already
                holds at all, which leads to new subjects. Below 0, makes them likelier.
                At least -2, at most 2. Default: `0`.
            seed: Makes repeated requests with the same parameters give the same text as
                far as possible. Compare `system_fingerprint` to notice changes of the
                server. At least -9223372036854775808, at most 9223372036854775807.
            stop: A text, or up to four, at which the model stops writing. The answer
                does not contain the text itself.
            stream: Whether the text is sent in pieces, as server-sent events, while it
                is being written. The last event is `data: [DONE]`. Default: `False`.
            stream_options: What a stream contains. Only of use together with `stream`.
            suffix: The text that follows the completion. Only `gpt-3.5-turbo-instruct`
                takes it.
            temperature: The sampling temperature. Higher values give more varied texts,
                0 nearly always the same one. Change this or `top_p`, not both. At least
                0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability. Change this or `temperature`, not both. At least
                0, at most 1. Default: `1`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.

        Returns:
            A completion. When `stream` is true, a series of completions, each with the
                next piece of text.

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


class CompletionsRaw(_runtime.RawResource):
    """The calls of `Completions`, giving the answer."""

    create = _runtime.raw(Completions.create)


class AsyncCompletionsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncCompletions`, giving the answer."""

    create = _runtime.async_raw(AsyncCompletions.create)


class CompletionsStreaming(_runtime.StreamingResource):
    """The calls of `Completions`, giving the answer unread."""

    create = _runtime.streaming(Completions.create)


class AsyncCompletionsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncCompletions`, giving the answer unread."""

    create = _runtime.async_streaming(AsyncCompletions.create)
