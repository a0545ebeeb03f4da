"""Chat."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping, Sequence
    from typing import Literal, Unpack

    from .._runtime import (
        AnswerStream,
        AsyncAnswerStream,
        AsyncPaginator,
        Omit,
        RequestOptions,
    )
    from ..types.answers_params import StopConfigurationParam
    from ..types.beta import ParallelToolCalls, ReasoningEffort
    from ..types.chat import (
        AsyncChatCompletionListPage,
        AsyncChatCompletionMessageListPage,
        ChatCompletionDeleted,
        ChatCompletionListPage,
        ChatCompletionMessageListPage,
        ChatCompletionStoreMessage,
        CreateChatCompletionResponse,
        CreateChatCompletionStreamResponse,
        ModelIdsShared,
        ServiceTier,
        Verbosity,
    )
    from ..types.chat_params import (
        ChatCompletionFunctionCallOptionParam,
        ChatCompletionFunctionsParam,
        ChatCompletionRequestMessageParam,
        ChatCompletionStreamOptionsParam,
        ChatCompletionToolChoiceOptionParam,
        CreateChatCompletionRequestAudioParam,
        CreateChatCompletionRequestResponseFormatParam,
        CreateChatCompletionRequestToolParam,
        CreateChatCompletionRequestWebSearchOptionsParam,
        MetadataParam,
        ModerationParamParam,
        PredictionContentParam,
        PromptCacheOptionsParamParam,
        ResponseModalitiesParam,
    )

_COMPLETIONS_LIST = Endpoint(
    "GET",
    "/chat/completions",
    returns="ChatCompletionListPage",
    page={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
    styles={"metadata": ("deepObject", True)},
)
_COMPLETIONS_CREATE = Endpoint(
    "POST",
    "/chat/completions",
    body="application/json",
    returns="CreateChatCompletionResponse",
    stream="CreateChatCompletionStreamResponse",
    ends="[DONE]",
    final=("pieces", "choices", "delta", "message"),
)
_COMPLETIONS_RETRIEVE = Endpoint(
    "GET", "/chat/completions/{completion_id}", returns="CreateChatCompletionResponse"
)
_COMPLETIONS_UPDATE = Endpoint(
    "POST",
    "/chat/completions/{completion_id}",
    body="application/json",
    returns="CreateChatCompletionResponse",
)
_COMPLETIONS_DELETE = Endpoint(
    "DELETE", "/chat/completions/{completion_id}", returns="ChatCompletionDeleted"
)
_COMPLETIONS_MESSAGES_LIST = Endpoint(
    "GET",
    "/chat/completions/{completion_id}/messages",
    returns="ChatCompletionMessageListPage",
    page={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)


class Messages(Resource):
    """Messages."""

    @cached_property
    def with_raw_response(self) -> MessagesRaw:
        """The same methods, giving the answer with its status and headers."""
        return MessagesRaw(self)

    @cached_property
    def with_streaming_response(self) -> MessagesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return MessagesStreaming(self)

    def list(
        self,
        completion_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ChatCompletionMessageListPage:
        """List the messages of a stored chat completion.

        Lists the messages that the model answered. The answer itself is in the stored
        chat completion.

        Args:
            completion_id: The stored chat completion's id.
            after: The id of an object; the page begins with the one that follows it.
            limit: How many objects a page holds at most. Default: `20`.
            order: The order by time of creation. `asc` begins with the oldest object,
                `desc` with the newest. Default: `"asc"`.

        Returns:
            A page of messages, oldest first unless you ask otherwise.

        Example: `client.chat.completions.messages.list("chatcmpl-9kTq4ZbN")`
        """
        return self._call(
            _COMPLETIONS_MESSAGES_LIST,
            path={"completion_id": completion_id},
            query={"after": after, "limit": limit, "order": order},
            options=options,
        )


class AsyncMessages(AsyncResource):
    """Messages."""

    @cached_property
    def with_raw_response(self) -> AsyncMessagesRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncMessagesRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMessagesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncMessagesStreaming(self)

    def list(
        self,
        completion_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncChatCompletionMessageListPage, ChatCompletionStoreMessage]:
        """List the messages of a stored chat completion.

        Lists the messages that the model answered. The answer itself is in the stored
        chat completion.

        Args:
            completion_id: The stored chat completion's id.
            after: The id of an object; the page begins with the one that follows it.
            limit: How many objects a page holds at most. Default: `20`.
            order: The order by time of creation. `asc` begins with the oldest object,
                `desc` with the newest. Default: `"asc"`.

        Returns:
            A page of messages, oldest first unless you ask otherwise.

        Example:
            await client.chat.completions.messages.list("chatcmpl-9kTq4ZbN")
        """
        return self._page(
            _COMPLETIONS_MESSAGES_LIST,
            path={"completion_id": completion_id},
            query={"after": after, "limit": limit, "order": order},
            options=options,
        )


class MessagesRaw(_runtime.RawResource):
    """The calls of `Messages`, giving the answer."""

    list = _runtime.raw(Messages.list)


class AsyncMessagesRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncMessages`, giving the answer."""

    list = _runtime.async_raw(AsyncMessages.list)


class MessagesStreaming(_runtime.StreamingResource):
    """The calls of `Messages`, giving the answer unread."""

    list = _runtime.streaming(Messages.list)


class AsyncMessagesStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncMessages`, giving the answer unread."""

    list = _runtime.async_streaming(AsyncMessages.list)


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

    @cached_property
    def messages(self) -> Messages:
        """Messages."""
        return Messages(self._client)

    def list(
        self,
        *,
        model: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ChatCompletionListPage:
        """List stored chat completions.

        Only chat completions that were created with `store` set to true are listed.

        Args:
            model: Lists only chat completions of this model.
            metadata: Lists only chat completions with all of this metadata, as in
                `metadata[topic]=brakes`.
            after: The id of an object; the page begins with the one that follows it.
            limit: How many objects a page holds at most. Default: `20`.
            order: The order by time of creation. `asc` begins with the oldest object,
                `desc` with the newest. Default: `"asc"`.

        Returns:
            A page of stored chat completions, oldest first unless you ask otherwise.

        Example: `client.chat.completions.list(metadata={"topic": "brakes"})`
        """
        return self._call(
            _COMPLETIONS_LIST,
            query={
                "model": model,
                "metadata": metadata,
                "after": after,
                "limit": limit,
                "order": order,
            },
            options=options,
        )

    @overload
    def create(
        self,
        *,
        messages: Sequence[ChatCompletionRequestMessageParam],
        model: ModelIdsShared,
        audio: CreateChatCompletionRequestAudioParam | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: bool | None | Omit = omit,
        top_logprobs: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        modalities: ResponseModalitiesParam | None | Omit = omit,
        moderation: ModerationParamParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParamParam | Omit = omit,
        prompt_cache_retention: Literal["in_memory", "24h"] | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        response_format: CreateChatCompletionRequestResponseFormatParam | Omit = omit,
        safety_identifier: str | None | Omit = omit,
        seed: int | None | Omit = omit,
        service_tier: ServiceTier | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        store: bool | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        tools: Sequence[CreateChatCompletionRequestToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        user: str | Omit = omit,
        verbosity: Verbosity | None | Omit = omit,
        web_search_options: (
            CreateChatCompletionRequestWebSearchOptionsParam | Omit
        ) = omit,
        function_call: (
            Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit
        ) = omit,
        functions: Sequence[ChatCompletionFunctionsParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateChatCompletionResponse: ...

    @overload
    def create(
        self,
        *,
        messages: Sequence[ChatCompletionRequestMessageParam],
        model: ModelIdsShared,
        audio: CreateChatCompletionRequestAudioParam | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: bool | None | Omit = omit,
        top_logprobs: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        modalities: ResponseModalitiesParam | None | Omit = omit,
        moderation: ModerationParamParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParamParam | Omit = omit,
        prompt_cache_retention: Literal["in_memory", "24h"] | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        response_format: CreateChatCompletionRequestResponseFormatParam | Omit = omit,
        safety_identifier: str | None | Omit = omit,
        seed: int | None | Omit = omit,
        service_tier: ServiceTier | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        store: bool | None | Omit = omit,
        stream: Literal[True],
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        tools: Sequence[CreateChatCompletionRequestToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        user: str | Omit = omit,
        verbosity: Verbosity | None | Omit = omit,
        web_search_options: (
            CreateChatCompletionRequestWebSearchOptionsParam | Omit
        ) = omit,
        function_call: (
            Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit
        ) = omit,
        functions: Sequence[ChatCompletionFunctionsParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AnswerStream[
        CreateChatCompletionStreamResponse, CreateChatCompletionResponse
    ]: ...

    @overload
    def create(
        self,
        *,
        messages: Sequence[ChatCompletionRequestMessageParam],
        model: ModelIdsShared,
        audio: CreateChatCompletionRequestAudioParam | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: bool | None | Omit = omit,
        top_logprobs: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        modalities: ResponseModalitiesParam | None | Omit = omit,
        moderation: ModerationParamParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParamParam | Omit = omit,
        prompt_cache_retention: Literal["in_memory", "24h"] | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        response_format: CreateChatCompletionRequestResponseFormatParam | Omit = omit,
        safety_identifier: str | None | Omit = omit,
        seed: int | None | Omit = omit,
        service_tier: ServiceTier | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        store: bool | None | Omit = omit,
        stream: bool,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        tools: Sequence[CreateChatCompletionRequestToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        user: str | Omit = omit,
        verbosity: Verbosity | None | Omit = omit,
        web_search_options: (
            CreateChatCompletionRequestWebSearchOptionsParam | Omit
        ) = omit,
        function_call: (
            Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit
        ) = omit,
        functions: Sequence[ChatCompletionFunctionsParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateChatCompletionResponse
        | AnswerStream[CreateChatCompletionStreamResponse, CreateChatCompletionResponse]
    ): ...

    def create(
        self,
        *,
        messages: Sequence[ChatCompletionRequestMessageParam],
        model: ModelIdsShared,
        audio: CreateChatCompletionRequestAudioParam | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: bool | None | Omit = omit,
        top_logprobs: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        modalities: ResponseModalitiesParam | None | Omit = omit,
        moderation: ModerationParamParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParamParam | Omit = omit,
        prompt_cache_retention: Literal["in_memory", "24h"] | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        response_format: CreateChatCompletionRequestResponseFormatParam | Omit = omit,
        safety_identifier: str | None | Omit = omit,
        seed: int | None | Omit = omit,
        service_tier: ServiceTier | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        store: bool | None | Omit = omit,
        stream: bool | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        tools: Sequence[CreateChatCompletionRequestToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        user: str | Omit = omit,
        verbosity: Verbosity | None | Omit = omit,
        web_search_options: (
            CreateChatCompletionRequestWebSearchOptionsParam | Omit
        ) = omit,
        function_call: (
            Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit
        ) = omit,
        functions: Sequence[ChatCompletionFunctionsParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateChatCompletionResponse
        | AnswerStream[CreateChatCompletionStreamResponse, CreateChatCompletionResponse]
    ):
        """Answer a conversation.

        Lets a model write the next message of a conversation.

        Messages may hold text, images, audio and files, as far as the model takes them.
        The model may answer with calls of tools that you offer, or in JSON that follows
        a schema of yours.

        Args:
            messages: The conversation so far, oldest message first. At least 1 item.
            model: The model that answers. The list of models says which there are.
            audio: How the model speaks. Required when `modalities` holds `audio`.
            frequency_penalty: Above 0, makes a token less likely the more often the
                text already holds it, against word-for-word repetition. Below 0, makes
                it likelier. At least -2, at most 2. Default: `0`.
            logit_bias: Makes tokens likelier or less likely. Each key is the id of a
                token, each value is added to its logit.
            logprobs: Whether to return the log probability of each token of the answer.
                Default: `False`.
            top_logprobs: For each position, how many of the likeliest tokens are
                returned with their log probabilities. Needs `logprobs`. Older servers
                take up to 5. At least 0, at most 20.
            max_completion_tokens: How many tokens the model writes at most, those of
                its reasoning included.
            max_tokens: How many tokens the answer has at most. Together with the
                messages it must fit into the model's context.
            metadata: Up to 16 notes of your own on an object, each a key and a text.
            modalities: The kinds of output that the model makes. Most models make text
                only; audio needs one that speaks.
            moderation: Classifies the messages and the answer for harmful content.
            n: How many answers to write. You are charged for the tokens of all of them.
                At least 1, at most 128. Default: `1`.
            parallel_tool_calls: Whether the model may call several tools at once.
                Default: `True`.
            prediction: Text that you expect in the answer. The more of it is right, the
                sooner the answer arrives.
            presence_penalty: Above 0, makes tokens less likely that the text already
                holds at all, which leads to new subjects. Below 0, makes them likelier.
                At least -2, at most 2. Default: `0`.
            prompt_cache_key: Requests that begin alike find the cache sooner when they
                share this key.
            prompt_cache_options: How the prompt is cached.
            prompt_cache_retention: Deprecated. How long the prompt stays in the cache.
                Use `prompt_cache_options` instead.
            reasoning_effort: How long a reasoning model thinks before it answers. Less
                effort gives quicker and cheaper answers. Default: `"medium"`.
            response_format: The form that the answer must take: plain text, some JSON,
                or JSON that follows a schema of yours.
            safety_identifier: An id of your own for the end user of the request, so
                that abuse can be traced. Take the hash of a name or address rather than
                the name or address. At most 64 characters.
            seed: Makes repeated requests with the same parameters give the same answer
                as far as possible. Compare `system_fingerprint` to notice changes of
                the server. At least -9223372036854775808, at most 9223372036854775807.
            service_tier: How fast the request is handled, and at which price.
            stop: A text, or up to four, at which the model stops writing. The answer
                does not contain the text itself.
            store: Whether the server keeps the answer, so that it can be listed, looked
                up and used in evals. Default: `False`.
            stream: Whether the answer is sent in pieces, as server-sent events, while
                it is being written. The last event is `data: [DONE]`. Default: `False`.
            stream_options: What a stream contains. Only of use together with `stream`.
            temperature: The sampling temperature. Higher values give more varied
                answers, 0 nearly always the same one. Change this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability. Change this or `temperature`, not both. At least
                0, at most 1. Default: `1`.
            tools: The tools that the model may call. Older servers take functions only.
            tool_choice: Whether the model calls tools. `none` forbids it, `auto` lets
                the model decide, `required` makes it call at least one. An object names
                the tool to call, or the tools to choose from.
            user: An id of your own for the end user of the request. Newer servers
                prefer `safety_identifier` to trace abuse and `prompt_cache_key` for the
                cache.
            verbosity: How much the model writes. `low` asks for brief answers, `high`
                for detailed ones. Default: `"medium"`.
            web_search_options: Lets the model search the web for its answer. Only
                search models take this.
            function_call: Deprecated. Whether the model calls a function. `none`
                forbids it, `auto` lets the model decide, and a name asks for that
                function. Replaced by `tool_choice`.
            functions: Deprecated. The functions that the model may call. Replaced by
                `tools`. At least 1 item, at most 128 items.

        Returns:
            A chat completion. When `stream` is true, a series of chunks, each with the
                next piece of the answer.

        Example:
            client.chat.completions.create(
                model="gpt-4o-mini",
                messages=[
                    {"role": "user", "content": "Name two parts of a bicycle."},
                ],
                stream=True,
                stream_options={"include_usage": True},
            )
        """
        return self._call(
            _COMPLETIONS_CREATE,
            body={
                "messages": messages,
                "model": model,
                "audio": audio,
                "frequency_penalty": frequency_penalty,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "max_completion_tokens": max_completion_tokens,
                "max_tokens": max_tokens,
                "metadata": metadata,
                "modalities": modalities,
                "moderation": moderation,
                "n": n,
                "parallel_tool_calls": parallel_tool_calls,
                "prediction": prediction,
                "presence_penalty": presence_penalty,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "prompt_cache_retention": prompt_cache_retention,
                "reasoning_effort": reasoning_effort,
                "response_format": response_format,
                "safety_identifier": safety_identifier,
                "seed": seed,
                "service_tier": service_tier,
                "stop": stop,
                "store": store,
                "stream": stream,
                "stream_options": stream_options,
                "temperature": temperature,
                "top_p": top_p,
                "tools": tools,
                "tool_choice": tool_choice,
                "user": user,
                "verbosity": verbosity,
                "web_search_options": web_search_options,
                "function_call": function_call,
                "functions": functions,
            },
            options=options,
        )

    def retrieve(
        self, completion_id: str, **options: Unpack[RequestOptions]
    ) -> CreateChatCompletionResponse:
        """Look up a stored chat completion.

        Args:
            completion_id: The stored chat completion's id.

        Returns:
            The stored chat completion with this id.

        Example: `client.chat.completions.retrieve("chatcmpl-9kTq4ZbN")`
        """
        return self._call(
            _COMPLETIONS_RETRIEVE,
            path={"completion_id": completion_id},
            options=options,
        )

    def update(
        self,
        completion_id: str,
        *,
        metadata: MetadataParam | None,
        **options: Unpack[RequestOptions],
    ) -> CreateChatCompletionResponse:
        """Change the metadata of a stored chat completion.

        Args:
            completion_id: The stored chat completion's id.
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The changed chat completion.

        Example:
            client.chat.completions.update(
                "chatcmpl-9kTq4ZbN",
                metadata={"topic": "brakes", "checked": "yes"},
            )
        """
        return self._call(
            _COMPLETIONS_UPDATE,
            path={"completion_id": completion_id},
            body={"metadata": metadata},
            options=options,
        )

    def delete(
        self, completion_id: str, **options: Unpack[RequestOptions]
    ) -> ChatCompletionDeleted:
        """Delete a stored chat completion.

        Args:
            completion_id: The stored chat completion's id.

        Returns:
            The id of the chat completion, and whether it was deleted.

        Example: `client.chat.completions.delete("chatcmpl-9kTq4ZbN")`
        """
        return self._call(
            _COMPLETIONS_DELETE, path={"completion_id": completion_id}, options=options
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

    @cached_property
    def messages(self) -> AsyncMessages:
        """Messages."""
        return AsyncMessages(self._client)

    def list(
        self,
        *,
        model: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncChatCompletionListPage, CreateChatCompletionResponse]:
        """List stored chat completions.

        Only chat completions that were created with `store` set to true are listed.

        Args:
            model: Lists only chat completions of this model.
            metadata: Lists only chat completions with all of this metadata, as in
                `metadata[topic]=brakes`.
            after: The id of an object; the page begins with the one that follows it.
            limit: How many objects a page holds at most. Default: `20`.
            order: The order by time of creation. `asc` begins with the oldest object,
                `desc` with the newest. Default: `"asc"`.

        Returns:
            A page of stored chat completions, oldest first unless you ask otherwise.

        Example:
            await client.chat.completions.list(metadata={"topic": "brakes"})
        """
        return self._page(
            _COMPLETIONS_LIST,
            query={
                "model": model,
                "metadata": metadata,
                "after": after,
                "limit": limit,
                "order": order,
            },
            options=options,
        )

    @overload
    async def create(
        self,
        *,
        messages: Sequence[ChatCompletionRequestMessageParam],
        model: ModelIdsShared,
        audio: CreateChatCompletionRequestAudioParam | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: bool | None | Omit = omit,
        top_logprobs: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        modalities: ResponseModalitiesParam | None | Omit = omit,
        moderation: ModerationParamParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParamParam | Omit = omit,
        prompt_cache_retention: Literal["in_memory", "24h"] | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        response_format: CreateChatCompletionRequestResponseFormatParam | Omit = omit,
        safety_identifier: str | None | Omit = omit,
        seed: int | None | Omit = omit,
        service_tier: ServiceTier | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        store: bool | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        tools: Sequence[CreateChatCompletionRequestToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        user: str | Omit = omit,
        verbosity: Verbosity | None | Omit = omit,
        web_search_options: (
            CreateChatCompletionRequestWebSearchOptionsParam | Omit
        ) = omit,
        function_call: (
            Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit
        ) = omit,
        functions: Sequence[ChatCompletionFunctionsParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateChatCompletionResponse: ...

    @overload
    async def create(
        self,
        *,
        messages: Sequence[ChatCompletionRequestMessageParam],
        model: ModelIdsShared,
        audio: CreateChatCompletionRequestAudioParam | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: bool | None | Omit = omit,
        top_logprobs: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        modalities: ResponseModalitiesParam | None | Omit = omit,
        moderation: ModerationParamParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParamParam | Omit = omit,
        prompt_cache_retention: Literal["in_memory", "24h"] | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        response_format: CreateChatCompletionRequestResponseFormatParam | Omit = omit,
        safety_identifier: str | None | Omit = omit,
        seed: int | None | Omit = omit,
        service_tier: ServiceTier | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        store: bool | None | Omit = omit,
        stream: Literal[True],
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        tools: Sequence[CreateChatCompletionRequestToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        user: str | Omit = omit,
        verbosity: Verbosity | None | Omit = omit,
        web_search_options: (
            CreateChatCompletionRequestWebSearchOptionsParam | Omit
        ) = omit,
        function_call: (
            Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit
        ) = omit,
        functions: Sequence[ChatCompletionFunctionsParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncAnswerStream[
        CreateChatCompletionStreamResponse, CreateChatCompletionResponse
    ]: ...

    @overload
    async def create(
        self,
        *,
        messages: Sequence[ChatCompletionRequestMessageParam],
        model: ModelIdsShared,
        audio: CreateChatCompletionRequestAudioParam | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: bool | None | Omit = omit,
        top_logprobs: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        modalities: ResponseModalitiesParam | None | Omit = omit,
        moderation: ModerationParamParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParamParam | Omit = omit,
        prompt_cache_retention: Literal["in_memory", "24h"] | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        response_format: CreateChatCompletionRequestResponseFormatParam | Omit = omit,
        safety_identifier: str | None | Omit = omit,
        seed: int | None | Omit = omit,
        service_tier: ServiceTier | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        store: bool | None | Omit = omit,
        stream: bool,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        tools: Sequence[CreateChatCompletionRequestToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        user: str | Omit = omit,
        verbosity: Verbosity | None | Omit = omit,
        web_search_options: (
            CreateChatCompletionRequestWebSearchOptionsParam | Omit
        ) = omit,
        function_call: (
            Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit
        ) = omit,
        functions: Sequence[ChatCompletionFunctionsParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateChatCompletionResponse
        | AsyncAnswerStream[
            CreateChatCompletionStreamResponse, CreateChatCompletionResponse
        ]
    ): ...

    async def create(
        self,
        *,
        messages: Sequence[ChatCompletionRequestMessageParam],
        model: ModelIdsShared,
        audio: CreateChatCompletionRequestAudioParam | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: bool | None | Omit = omit,
        top_logprobs: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        modalities: ResponseModalitiesParam | None | Omit = omit,
        moderation: ModerationParamParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParamParam | Omit = omit,
        prompt_cache_retention: Literal["in_memory", "24h"] | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        response_format: CreateChatCompletionRequestResponseFormatParam | Omit = omit,
        safety_identifier: str | None | Omit = omit,
        seed: int | None | Omit = omit,
        service_tier: ServiceTier | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        store: bool | None | Omit = omit,
        stream: bool | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        tools: Sequence[CreateChatCompletionRequestToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        user: str | Omit = omit,
        verbosity: Verbosity | None | Omit = omit,
        web_search_options: (
            CreateChatCompletionRequestWebSearchOptionsParam | Omit
        ) = omit,
        function_call: (
            Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit
        ) = omit,
        functions: Sequence[ChatCompletionFunctionsParam] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateChatCompletionResponse
        | AsyncAnswerStream[
            CreateChatCompletionStreamResponse, CreateChatCompletionResponse
        ]
    ):
        """Answer a conversation.

        Lets a model write the next message of a conversation.

        Messages may hold text, images, audio and files, as far as the model takes them.
        The model may answer with calls of tools that you offer, or in JSON that follows
        a schema of yours.

        Args:
            messages: The conversation so far, oldest message first. At least 1 item.
            model: The model that answers. The list of models says which there are.
            audio: How the model speaks. Required when `modalities` holds `audio`.
            frequency_penalty: Above 0, makes a token less likely the more often the
                text already holds it, against word-for-word repetition. Below 0, makes
                it likelier. At least -2, at most 2. Default: `0`.
            logit_bias: Makes tokens likelier or less likely. Each key is the id of a
                token, each value is added to its logit.
            logprobs: Whether to return the log probability of each token of the answer.
                Default: `False`.
            top_logprobs: For each position, how many of the likeliest tokens are
                returned with their log probabilities. Needs `logprobs`. Older servers
                take up to 5. At least 0, at most 20.
            max_completion_tokens: How many tokens the model writes at most, those of
                its reasoning included.
            max_tokens: How many tokens the answer has at most. Together with the
                messages it must fit into the model's context.
            metadata: Up to 16 notes of your own on an object, each a key and a text.
            modalities: The kinds of output that the model makes. Most models make text
                only; audio needs one that speaks.
            moderation: Classifies the messages and the answer for harmful content.
            n: How many answers to write. You are charged for the tokens of all of them.
                At least 1, at most 128. Default: `1`.
            parallel_tool_calls: Whether the model may call several tools at once.
                Default: `True`.
            prediction: Text that you expect in the answer. The more of it is right, the
                sooner the answer arrives.
            presence_penalty: Above 0, makes tokens less likely that the text already
                holds at all, which leads to new subjects. Below 0, makes them likelier.
                At least -2, at most 2. Default: `0`.
            prompt_cache_key: Requests that begin alike find the cache sooner when they
                share this key.
            prompt_cache_options: How the prompt is cached.
            prompt_cache_retention: Deprecated. How long the prompt stays in the cache.
                Use `prompt_cache_options` instead.
            reasoning_effort: How long a reasoning model thinks before it answers. Less
                effort gives quicker and cheaper answers. Default: `"medium"`.
            response_format: The form that the answer must take: plain text, some JSON,
                or JSON that follows a schema of yours.
            safety_identifier: An id of your own for the end user of the request, so
                that abuse can be traced. Take the hash of a name or address rather than
                the name or address. At most 64 characters.
            seed: Makes repeated requests with the same parameters give the same answer
                as far as possible. Compare `system_fingerprint` to notice changes of
                the server. At least -9223372036854775808, at most 9223372036854775807.
            service_tier: How fast the request is handled, and at which price.
            stop: A text, or up to four, at which the model stops writing. The answer
                does not contain the text itself.
            store: Whether the server keeps the answer, so that it can be listed, looked
                up and used in evals. Default: `False`.
            stream: Whether the answer is sent in pieces, as server-sent events, while
                it is being written. The last event is `data: [DONE]`. Default: `False`.
            stream_options: What a stream contains. Only of use together with `stream`.
            temperature: The sampling temperature. Higher values give more varied
                answers, 0 nearly always the same one. Change this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability. Change this or `temperature`, not both. At least
                0, at most 1. Default: `1`.
            tools: The tools that the model may call. Older servers take functions only.
            tool_choice: Whether the model calls tools. `none` forbids it, `auto` lets
                the model decide, `required` makes it call at least one. An object names
                the tool to call, or the tools to choose from.
            user: An id of your own for the end user of the request. Newer servers
                prefer `safety_identifier` to trace abuse and `prompt_cache_key` for the
                cache.
            verbosity: How much the model writes. `low` asks for brief answers, `high`
                for detailed ones. Default: `"medium"`.
            web_search_options: Lets the model search the web for its answer. Only
                search models take this.
            function_call: Deprecated. Whether the model calls a function. `none`
                forbids it, `auto` lets the model decide, and a name asks for that
                function. Replaced by `tool_choice`.
            functions: Deprecated. The functions that the model may call. Replaced by
                `tools`. At least 1 item, at most 128 items.

        Returns:
            A chat completion. When `stream` is true, a series of chunks, each with the
                next piece of the answer.

        Example:
            await client.chat.completions.create(
                model="gpt-4o-mini",
                messages=[
                    {"role": "user", "content": "Name two parts of a bicycle."},
                ],
                stream=True,
                stream_options={"include_usage": True},
            )
        """
        return await self._call(
            _COMPLETIONS_CREATE,
            body={
                "messages": messages,
                "model": model,
                "audio": audio,
                "frequency_penalty": frequency_penalty,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "max_completion_tokens": max_completion_tokens,
                "max_tokens": max_tokens,
                "metadata": metadata,
                "modalities": modalities,
                "moderation": moderation,
                "n": n,
                "parallel_tool_calls": parallel_tool_calls,
                "prediction": prediction,
                "presence_penalty": presence_penalty,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "prompt_cache_retention": prompt_cache_retention,
                "reasoning_effort": reasoning_effort,
                "response_format": response_format,
                "safety_identifier": safety_identifier,
                "seed": seed,
                "service_tier": service_tier,
                "stop": stop,
                "store": store,
                "stream": stream,
                "stream_options": stream_options,
                "temperature": temperature,
                "top_p": top_p,
                "tools": tools,
                "tool_choice": tool_choice,
                "user": user,
                "verbosity": verbosity,
                "web_search_options": web_search_options,
                "function_call": function_call,
                "functions": functions,
            },
            options=options,
        )

    async def retrieve(
        self, completion_id: str, **options: Unpack[RequestOptions]
    ) -> CreateChatCompletionResponse:
        """Look up a stored chat completion.

        Args:
            completion_id: The stored chat completion's id.

        Returns:
            The stored chat completion with this id.

        Example: `await client.chat.completions.retrieve("chatcmpl-9kTq4ZbN")`
        """
        return await self._call(
            _COMPLETIONS_RETRIEVE,
            path={"completion_id": completion_id},
            options=options,
        )

    async def update(
        self,
        completion_id: str,
        *,
        metadata: MetadataParam | None,
        **options: Unpack[RequestOptions],
    ) -> CreateChatCompletionResponse:
        """Change the metadata of a stored chat completion.

        Args:
            completion_id: The stored chat completion's id.
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The changed chat completion.

        Example:
            await client.chat.completions.update(
                "chatcmpl-9kTq4ZbN",
                metadata={"topic": "brakes", "checked": "yes"},
            )
        """
        return await self._call(
            _COMPLETIONS_UPDATE,
            path={"completion_id": completion_id},
            body={"metadata": metadata},
            options=options,
        )

    async def delete(
        self, completion_id: str, **options: Unpack[RequestOptions]
    ) -> ChatCompletionDeleted:
        """Delete a stored chat completion.

        Args:
            completion_id: The stored chat completion's id.

        Returns:
            The id of the chat completion, and whether it was deleted.

        Example: `await client.chat.completions.delete("chatcmpl-9kTq4ZbN")`
        """
        return await self._call(
            _COMPLETIONS_DELETE, path={"completion_id": completion_id}, options=options
        )


class CompletionsRaw(_runtime.RawResource):
    """The calls of `Completions`, giving the answer."""

    messages = cached_property(MessagesRaw)
    list = _runtime.raw(Completions.list)
    create = _runtime.raw(Completions.create)
    retrieve = _runtime.raw(Completions.retrieve)
    update = _runtime.raw(Completions.update)
    delete = _runtime.raw(Completions.delete)


class AsyncCompletionsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncCompletions`, giving the answer."""

    messages = cached_property(AsyncMessagesRaw)
    list = _runtime.async_raw(AsyncCompletions.list)
    create = _runtime.async_raw(AsyncCompletions.create)
    retrieve = _runtime.async_raw(AsyncCompletions.retrieve)
    update = _runtime.async_raw(AsyncCompletions.update)
    delete = _runtime.async_raw(AsyncCompletions.delete)


class CompletionsStreaming(_runtime.StreamingResource):
    """The calls of `Completions`, giving the answer unread."""

    messages = cached_property(MessagesStreaming)
    list = _runtime.streaming(Completions.list)
    create = _runtime.streaming(Completions.create)
    retrieve = _runtime.streaming(Completions.retrieve)
    update = _runtime.streaming(Completions.update)
    delete = _runtime.streaming(Completions.delete)


class AsyncCompletionsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncCompletions`, giving the answer unread."""

    messages = cached_property(AsyncMessagesStreaming)
    list = _runtime.async_streaming(AsyncCompletions.list)
    create = _runtime.async_streaming(AsyncCompletions.create)
    retrieve = _runtime.async_streaming(AsyncCompletions.retrieve)
    update = _runtime.async_streaming(AsyncCompletions.update)
    delete = _runtime.async_streaming(AsyncCompletions.delete)


class Chat(Resource):
    """Answers of a model to the messages of a conversation, and the answers that you
    had stored.
    """

    @cached_property
    def with_raw_response(self) -> ChatRaw:
        """The same methods, giving the answer with its status and headers."""
        return ChatRaw(self)

    @cached_property
    def with_streaming_response(self) -> ChatStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return ChatStreaming(self)

    @cached_property
    def completions(self) -> Completions:
        """Texts that continue a prompt, with the likelihood of other words if you ask
        for it.
        """
        return Completions(self._client)


class AsyncChat(AsyncResource):
    """Answers of a model to the messages of a conversation, and the answers that you
    had stored.
    """

    @cached_property
    def with_raw_response(self) -> AsyncChatRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncChatRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncChatStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncChatStreaming(self)

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Texts that continue a prompt, with the likelihood of other words if you ask
        for it.
        """
        return AsyncCompletions(self._client)


class ChatRaw(_runtime.RawResource):
    """The calls of `Chat`, giving the answer."""

    completions = cached_property(CompletionsRaw)


class AsyncChatRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncChat`, giving the answer."""

    completions = cached_property(AsyncCompletionsRaw)


class ChatStreaming(_runtime.StreamingResource):
    """The calls of `Chat`, giving the answer unread."""

    completions = cached_property(CompletionsStreaming)


class AsyncChatStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncChat`, giving the answer unread."""

    completions = cached_property(AsyncCompletionsStreaming)
