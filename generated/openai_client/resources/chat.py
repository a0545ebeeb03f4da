"""Chat."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal, Unpack

    from .._runtime import (
        AsyncPaginator,
        AsyncResponseStream,
        Omit,
        RequestOptions,
        ResponseStream,
    )
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
        ModerationParam,
        PredictionContentParam,
        PromptCacheOptionsParam,
        ResponseModalitiesParam,
    )
    from ..types.event_streams import (
        async_parsed_create_chat_completion_response_event_stream,
        parsed_create_chat_completion_response_event_stream,
    )
    from ..types.parsed import ParsedCreateChatCompletionResponse
    from ..types.shared import ParallelToolCalls, ReasoningEffort
    from ..types.shared_params import MetadataParam, StopConfigurationParam

_COMPLETIONS_LIST = Endpoint(
    "GET",
    "/chat/completions",
    returns="ChatCompletionListPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
    styles={"metadata": ("deepObject", True)},
)
_COMPLETIONS_CREATE = Endpoint(
    "POST",
    "/chat/completions",
    body="application/json",
    returns="CreateChatCompletionResponse",
    stream="CreateChatCompletionStreamResponse",
    end_marker="[DONE]",
    aggregation=("pieces", "choices", "delta", "message"),
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
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_COMPLETIONS_PARSE = _runtime.Structured(
    _COMPLETIONS_CREATE,
    returns="ParsedCreateChatCompletionResponse",
    path=("response_format",),
    constants=((("type",), "json_schema"), (("json_schema", "strict"), True)),
    schema=("json_schema", "schema"),
    name=("json_schema", "name"),
    owner=("choices", "[]", "message"),
    text="content",
    refusal="refusal",
    reason=("choices", "[]", "finish_reason"),
    incomplete=("length", "content_filter"),
    tools=_runtime.Tools(
        "tools",
        schema=("function", "parameters"),
        name=("function", "name"),
        calls=("choices", "[]", "message", "tool_calls", "[]", "function"),
        description=("function", "description"),
        constants=((("type",), "function"), (("function", "strict"), True)),
    ),
)


class Messages(Resource["MessagesRaw", "MessagesStreaming"]):
    """Messages."""

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

        Lists the input messages of the request. The generated message is part of the
        stored chat completion.

        Args:
            completion_id: The ID of the stored chat completion.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page. Default: `20`.
            order: The sort order by creation time. `asc` returns the oldest objects
                first, `desc` the newest first. Default: `"asc"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of messages, oldest first by default.

        Example:
            client.chat.completions.messages.list("chatcmpl-9kTq4ZbN")
        """
        return self._call(
            _COMPLETIONS_MESSAGES_LIST,
            path={"completion_id": completion_id},
            query={"after": after, "limit": limit, "order": order},
            options=options,
        )


class AsyncMessages(AsyncResource["AsyncMessagesRaw", "AsyncMessagesStreaming"]):
    """Messages."""

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

        Lists the input messages of the request. The generated message is part of the
        stored chat completion.

        Args:
            completion_id: The ID of the stored chat completion.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page. Default: `20`.
            order: The sort order by creation time. `asc` returns the oldest objects
                first, `desc` the newest first. Default: `"asc"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of messages, oldest first by default.

        Example:
            await client.chat.completions.messages.list("chatcmpl-9kTq4ZbN")
        """
        return self._page(
            _COMPLETIONS_MESSAGES_LIST,
            path={"completion_id": completion_id},
            query={"after": after, "limit": limit, "order": order},
            options=options,
        )


class Completions(Resource["CompletionsRaw", "CompletionsStreaming"]):
    """Completions."""

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

        Lists only chat completions that were created with `store` set to true.

        Args:
            model: Returns only chat completions generated by this model.
            metadata: Returns only chat completions that match all of this metadata, for
                example `metadata[topic]=brakes`. At most 16 properties.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page. Default: `20`.
            order: The sort order by creation time. `asc` returns the oldest objects
                first, `desc` the newest first. Default: `"asc"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of stored chat completions, oldest first by default.

        Example:
            client.chat.completions.list(metadata={"topic": "brakes"})
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
        moderation: ModerationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParam | Omit = omit,
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
        moderation: ModerationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParam | Omit = omit,
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
    ) -> ResponseStream[
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
        moderation: ModerationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParam | Omit = omit,
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
        | ResponseStream[
            CreateChatCompletionStreamResponse, CreateChatCompletionResponse
        ]
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
        moderation: ModerationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParam | Omit = omit,
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
        | ResponseStream[
            CreateChatCompletionStreamResponse, CreateChatCompletionResponse
        ]
    ):
        """Create a chat completion.

        Generates the next message of a conversation.

        Messages can contain text, images, audio and files, depending on the model. The
        model can respond with text, with calls of the tools in the request, or with
        JSON that conforms to a schema.

        Args:
            messages: The messages of the conversation so far, oldest first. At least 1
                item.
            model: The ID of the model. Use the list models operation to get the
                available models.
            audio: The audio output settings. Required if `modalities` contains `audio`.
            frequency_penalty: Penalizes tokens in proportion to their frequency in the
                text so far. Positive values reduce verbatim repetition; negative values
                increase it. At least -2, at most 2. Default: `0`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            logprobs: Whether to return the log probabilities of the generated tokens.
                Default: `False`.
            top_logprobs: The number of most likely tokens per position to return with
                their log probabilities. Requires `logprobs`. Older servers accept up to
                5. At least 0, at most 20.
            max_completion_tokens: The maximum number of tokens to generate, including
                reasoning tokens.
            max_tokens: The maximum number of tokens to generate. Together with the
                messages, they must fit into the model's context.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            modalities: The output modalities. Most models generate only text; audio
                requires a model with audio output.
            moderation: Moderates the messages and the completion for harmful content.
            n: The number of choices to generate. The tokens of all choices are billed.
                At least 1, at most 128. Default: `1`.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            prediction: Expected content of the completion. The closer the match, the
                lower the latency.
            presence_penalty: Penalizes tokens that already appear in the text so far.
                Positive values encourage new topics; negative values discourage them.
                At least -2, at most 2. Default: `0`.
            prompt_cache_key: A key that improves cache hit rates for requests with a
                common prefix.
            prompt_cache_options: Options for prompt caching.
            prompt_cache_retention: Deprecated. The retention policy of the prompt
                cache. Use `prompt_cache_options` instead.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            response_format: The output format: plain text, a JSON object of any shape,
                or JSON that conforms to a schema.
            safety_identifier: A unique identifier for your end user, used to detect
                abuse. Hash names or addresses instead of sending them as plain text. At
                most 64 characters.
            seed: A seed for best-effort reproducible sampling: repeated requests with
                the same parameters return the same result where possible. A change of
                `system_fingerprint` indicates a change of the server. At least
                -9223372036854775808, at most 9223372036854775807.
            service_tier: The processing tier of the request, which determines latency
                and price.
            stop: Up to four strings at which generation stops. The stop sequence is not
                included in the returned text.
            store: Whether to store the completion, so that it can be listed, retrieved
                and used in evals. Default: `False`.
            stream: Whether to stream the completion as server-sent events while it is
                being generated. The stream ends with `data: [DONE]`. Default: `False`.
            stream_options: Options for streaming responses. Valid only if `stream` is
                true.
            temperature: The sampling temperature. Higher values produce more varied
                output; 0 is nearly deterministic. Set either this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. Set either this or `temperature`, not both. At least 0, at
                most 1. Default: `1`.
            tools: The tools that the model can call. Older servers support only
                functions.
            tool_choice: Controls tool calling. `none` disables it, `auto` lets the
                model decide, and `required` forces at least one tool call. An object
                selects the tool to call, or the set of allowed tools.
            user: A unique identifier for your end user. On newer servers, use
                `safety_identifier` to detect abuse and `prompt_cache_key` for caching.
            verbosity: The verbosity of the output. `low` requests concise output and
                `high` detailed output. Default: `"medium"`.
            web_search_options: Web search options. Supported only by search models.
            function_call: Deprecated. Controls function calling. `none` disables it,
                `auto` lets the model decide, and an object forces the named function.
                Replaced by `tool_choice`.
            functions: Deprecated. The functions that the model can call. Replaced by
                `tools`. At least 1 item, at most 128 items.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A chat completion. If `stream` is true, a stream of chunks that contain the
            completion incrementally.

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
        """Retrieve a stored chat completion.

        Args:
            completion_id: The ID of the stored chat completion.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The stored chat completion with the given ID.

        Example:
            client.chat.completions.retrieve("chatcmpl-9kTq4ZbN")
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
        """Update the metadata of a stored chat completion.

        Args:
            completion_id: The ID of the stored chat completion.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The updated chat completion.

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
            completion_id: The ID of the stored chat completion.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the chat completion and its deletion status.

        Example:
            client.chat.completions.delete("chatcmpl-9kTq4ZbN")
        """
        return self._call(
            _COMPLETIONS_DELETE, path={"completion_id": completion_id}, options=options
        )

    def parse(
        self,
        *,
        messages: Sequence[ChatCompletionRequestMessageParam],
        model: ModelIdsShared,
        response_format: (
            _runtime.ParsedType[_runtime.ParsedT]
            | CreateChatCompletionRequestResponseFormatParam
            | Omit
        ) = omit,
        audio: CreateChatCompletionRequestAudioParam | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: bool | None | Omit = omit,
        top_logprobs: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        modalities: ResponseModalitiesParam | None | Omit = omit,
        moderation: ModerationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParam | Omit = omit,
        prompt_cache_retention: Literal["in_memory", "24h"] | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        safety_identifier: str | None | Omit = omit,
        seed: int | None | Omit = omit,
        service_tier: ServiceTier | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        store: bool | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        tools: (
            Sequence[CreateChatCompletionRequestToolParam | _runtime.ToolType] | Omit
        ) = omit,
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
    ) -> ParsedCreateChatCompletionResponse[_runtime.ParsedT]:
        """Call `create` and parse the text of the response.

        The text is required to match the strict JSON Schema of `response_format`. The
        value is `choices[].message.parsed`; it is `None` if the model refuses or
        returns no text.

        `tools` can contain types and `FunctionTool`s, whose calls have
        `parsed_arguments`.

        Args:
            messages: The messages of the conversation so far, oldest first. At least 1
                item.
            model: The ID of the model. Use the list models operation to get the
                available models.
            audio: The audio output settings. Required if `modalities` contains `audio`.
            frequency_penalty: Penalizes tokens in proportion to their frequency in the
                text so far. Positive values reduce verbatim repetition; negative values
                increase it. At least -2, at most 2. Default: `0`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            logprobs: Whether to return the log probabilities of the generated tokens.
                Default: `False`.
            top_logprobs: The number of most likely tokens per position to return with
                their log probabilities. Requires `logprobs`. Older servers accept up to
                5. At least 0, at most 20.
            max_completion_tokens: The maximum number of tokens to generate, including
                reasoning tokens.
            max_tokens: The maximum number of tokens to generate. Together with the
                messages, they must fit into the model's context.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            modalities: The output modalities. Most models generate only text; audio
                requires a model with audio output.
            moderation: Moderates the messages and the completion for harmful content.
            n: The number of choices to generate. The tokens of all choices are billed.
                At least 1, at most 128. Default: `1`.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            prediction: Expected content of the completion. The closer the match, the
                lower the latency.
            presence_penalty: Penalizes tokens that already appear in the text so far.
                Positive values encourage new topics; negative values discourage them.
                At least -2, at most 2. Default: `0`.
            prompt_cache_key: A key that improves cache hit rates for requests with a
                common prefix.
            prompt_cache_options: Options for prompt caching.
            prompt_cache_retention: Deprecated. The retention policy of the prompt
                cache. Use `prompt_cache_options` instead.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            response_format: The output format: plain text, a JSON object of any shape,
                or JSON that conforms to a schema.
            safety_identifier: A unique identifier for your end user, used to detect
                abuse. Hash names or addresses instead of sending them as plain text. At
                most 64 characters.
            seed: A seed for best-effort reproducible sampling: repeated requests with
                the same parameters return the same result where possible. A change of
                `system_fingerprint` indicates a change of the server. At least
                -9223372036854775808, at most 9223372036854775807.
            service_tier: The processing tier of the request, which determines latency
                and price.
            stop: Up to four strings at which generation stops. The stop sequence is not
                included in the returned text.
            store: Whether to store the completion, so that it can be listed, retrieved
                and used in evals. Default: `False`.
            stream_options: Options for streaming responses. Valid only if `stream` is
                true.
            temperature: The sampling temperature. Higher values produce more varied
                output; 0 is nearly deterministic. Set either this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. Set either this or `temperature`, not both. At least 0, at
                most 1. Default: `1`.
            tools: The tools that the model can call. Older servers support only
                functions.
            tool_choice: Controls tool calling. `none` disables it, `auto` lets the
                model decide, and `required` forces at least one tool call. An object
                selects the tool to call, or the set of allowed tools.
            user: A unique identifier for your end user. On newer servers, use
                `safety_identifier` to detect abuse and `prompt_cache_key` for caching.
            verbosity: The verbosity of the output. `low` requests concise output and
                `high` detailed output. Default: `"medium"`.
            web_search_options: Web search options. Supported only by search models.
            function_call: Deprecated. Controls function calling. `none` disables it,
                `auto` lets the model decide, and an object forces the named function.
                Replaced by `tool_choice`.
            functions: Deprecated. The functions that the model can call. Replaced by
                `tools`. At least 1 item, at most 128 items.
            response_format: Type of the value: a pydantic model, a dataclass, a
                `TypedDict` or a msgspec `Struct`. Without a type, nothing is parsed.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The response, with the parsed values.
        """
        return self._call(
            _COMPLETIONS_PARSE.endpoint(response_format, tools=tools),
            body=_COMPLETIONS_PARSE.body(
                {
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
                    "safety_identifier": safety_identifier,
                    "seed": seed,
                    "service_tier": service_tier,
                    "stop": stop,
                    "store": store,
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
                response_format,
            ),
            options=options,
        )

    if TYPE_CHECKING:
        stream = parsed_create_chat_completion_response_event_stream(parse)
    else:
        stream = _runtime.stream_method(
            parse, "stream", "CreateChatCompletionResponseEventStream"
        )
    """Stream the response of `parse` as typed events."""


class AsyncCompletions(
    AsyncResource["AsyncCompletionsRaw", "AsyncCompletionsStreaming"]
):
    """Completions."""

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

        Lists only chat completions that were created with `store` set to true.

        Args:
            model: Returns only chat completions generated by this model.
            metadata: Returns only chat completions that match all of this metadata, for
                example `metadata[topic]=brakes`. At most 16 properties.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page. Default: `20`.
            order: The sort order by creation time. `asc` returns the oldest objects
                first, `desc` the newest first. Default: `"asc"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of stored chat completions, oldest first by default.

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
        moderation: ModerationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParam | Omit = omit,
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
        moderation: ModerationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParam | Omit = omit,
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
    ) -> AsyncResponseStream[
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
        moderation: ModerationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParam | Omit = omit,
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
        | AsyncResponseStream[
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
        moderation: ModerationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParam | Omit = omit,
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
        | AsyncResponseStream[
            CreateChatCompletionStreamResponse, CreateChatCompletionResponse
        ]
    ):
        """Create a chat completion.

        Generates the next message of a conversation.

        Messages can contain text, images, audio and files, depending on the model. The
        model can respond with text, with calls of the tools in the request, or with
        JSON that conforms to a schema.

        Args:
            messages: The messages of the conversation so far, oldest first. At least 1
                item.
            model: The ID of the model. Use the list models operation to get the
                available models.
            audio: The audio output settings. Required if `modalities` contains `audio`.
            frequency_penalty: Penalizes tokens in proportion to their frequency in the
                text so far. Positive values reduce verbatim repetition; negative values
                increase it. At least -2, at most 2. Default: `0`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            logprobs: Whether to return the log probabilities of the generated tokens.
                Default: `False`.
            top_logprobs: The number of most likely tokens per position to return with
                their log probabilities. Requires `logprobs`. Older servers accept up to
                5. At least 0, at most 20.
            max_completion_tokens: The maximum number of tokens to generate, including
                reasoning tokens.
            max_tokens: The maximum number of tokens to generate. Together with the
                messages, they must fit into the model's context.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            modalities: The output modalities. Most models generate only text; audio
                requires a model with audio output.
            moderation: Moderates the messages and the completion for harmful content.
            n: The number of choices to generate. The tokens of all choices are billed.
                At least 1, at most 128. Default: `1`.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            prediction: Expected content of the completion. The closer the match, the
                lower the latency.
            presence_penalty: Penalizes tokens that already appear in the text so far.
                Positive values encourage new topics; negative values discourage them.
                At least -2, at most 2. Default: `0`.
            prompt_cache_key: A key that improves cache hit rates for requests with a
                common prefix.
            prompt_cache_options: Options for prompt caching.
            prompt_cache_retention: Deprecated. The retention policy of the prompt
                cache. Use `prompt_cache_options` instead.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            response_format: The output format: plain text, a JSON object of any shape,
                or JSON that conforms to a schema.
            safety_identifier: A unique identifier for your end user, used to detect
                abuse. Hash names or addresses instead of sending them as plain text. At
                most 64 characters.
            seed: A seed for best-effort reproducible sampling: repeated requests with
                the same parameters return the same result where possible. A change of
                `system_fingerprint` indicates a change of the server. At least
                -9223372036854775808, at most 9223372036854775807.
            service_tier: The processing tier of the request, which determines latency
                and price.
            stop: Up to four strings at which generation stops. The stop sequence is not
                included in the returned text.
            store: Whether to store the completion, so that it can be listed, retrieved
                and used in evals. Default: `False`.
            stream: Whether to stream the completion as server-sent events while it is
                being generated. The stream ends with `data: [DONE]`. Default: `False`.
            stream_options: Options for streaming responses. Valid only if `stream` is
                true.
            temperature: The sampling temperature. Higher values produce more varied
                output; 0 is nearly deterministic. Set either this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. Set either this or `temperature`, not both. At least 0, at
                most 1. Default: `1`.
            tools: The tools that the model can call. Older servers support only
                functions.
            tool_choice: Controls tool calling. `none` disables it, `auto` lets the
                model decide, and `required` forces at least one tool call. An object
                selects the tool to call, or the set of allowed tools.
            user: A unique identifier for your end user. On newer servers, use
                `safety_identifier` to detect abuse and `prompt_cache_key` for caching.
            verbosity: The verbosity of the output. `low` requests concise output and
                `high` detailed output. Default: `"medium"`.
            web_search_options: Web search options. Supported only by search models.
            function_call: Deprecated. Controls function calling. `none` disables it,
                `auto` lets the model decide, and an object forces the named function.
                Replaced by `tool_choice`.
            functions: Deprecated. The functions that the model can call. Replaced by
                `tools`. At least 1 item, at most 128 items.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A chat completion. If `stream` is true, a stream of chunks that contain the
            completion incrementally.

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
        """Retrieve a stored chat completion.

        Args:
            completion_id: The ID of the stored chat completion.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The stored chat completion with the given ID.

        Example:
            await client.chat.completions.retrieve("chatcmpl-9kTq4ZbN")
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
        """Update the metadata of a stored chat completion.

        Args:
            completion_id: The ID of the stored chat completion.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The updated chat completion.

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
            completion_id: The ID of the stored chat completion.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the chat completion and its deletion status.

        Example:
            await client.chat.completions.delete("chatcmpl-9kTq4ZbN")
        """
        return await self._call(
            _COMPLETIONS_DELETE, path={"completion_id": completion_id}, options=options
        )

    async def parse(
        self,
        *,
        messages: Sequence[ChatCompletionRequestMessageParam],
        model: ModelIdsShared,
        response_format: (
            _runtime.ParsedType[_runtime.ParsedT]
            | CreateChatCompletionRequestResponseFormatParam
            | Omit
        ) = omit,
        audio: CreateChatCompletionRequestAudioParam | None | Omit = omit,
        frequency_penalty: float | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        logprobs: bool | None | Omit = omit,
        top_logprobs: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        modalities: ResponseModalitiesParam | None | Omit = omit,
        moderation: ModerationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        prediction: PredictionContentParam | None | Omit = omit,
        presence_penalty: float | None | Omit = omit,
        prompt_cache_key: str | None | Omit = omit,
        prompt_cache_options: PromptCacheOptionsParam | Omit = omit,
        prompt_cache_retention: Literal["in_memory", "24h"] | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        safety_identifier: str | None | Omit = omit,
        seed: int | None | Omit = omit,
        service_tier: ServiceTier | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        store: bool | None | Omit = omit,
        stream_options: ChatCompletionStreamOptionsParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        tools: (
            Sequence[CreateChatCompletionRequestToolParam | _runtime.ToolType] | Omit
        ) = omit,
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
    ) -> ParsedCreateChatCompletionResponse[_runtime.ParsedT]:
        """Call `create` and parse the text of the response.

        The text is required to match the strict JSON Schema of `response_format`. The
        value is `choices[].message.parsed`; it is `None` if the model refuses or
        returns no text.

        `tools` can contain types and `FunctionTool`s, whose calls have
        `parsed_arguments`.

        Args:
            messages: The messages of the conversation so far, oldest first. At least 1
                item.
            model: The ID of the model. Use the list models operation to get the
                available models.
            audio: The audio output settings. Required if `modalities` contains `audio`.
            frequency_penalty: Penalizes tokens in proportion to their frequency in the
                text so far. Positive values reduce verbatim repetition; negative values
                increase it. At least -2, at most 2. Default: `0`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            logprobs: Whether to return the log probabilities of the generated tokens.
                Default: `False`.
            top_logprobs: The number of most likely tokens per position to return with
                their log probabilities. Requires `logprobs`. Older servers accept up to
                5. At least 0, at most 20.
            max_completion_tokens: The maximum number of tokens to generate, including
                reasoning tokens.
            max_tokens: The maximum number of tokens to generate. Together with the
                messages, they must fit into the model's context.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            modalities: The output modalities. Most models generate only text; audio
                requires a model with audio output.
            moderation: Moderates the messages and the completion for harmful content.
            n: The number of choices to generate. The tokens of all choices are billed.
                At least 1, at most 128. Default: `1`.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            prediction: Expected content of the completion. The closer the match, the
                lower the latency.
            presence_penalty: Penalizes tokens that already appear in the text so far.
                Positive values encourage new topics; negative values discourage them.
                At least -2, at most 2. Default: `0`.
            prompt_cache_key: A key that improves cache hit rates for requests with a
                common prefix.
            prompt_cache_options: Options for prompt caching.
            prompt_cache_retention: Deprecated. The retention policy of the prompt
                cache. Use `prompt_cache_options` instead.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            response_format: The output format: plain text, a JSON object of any shape,
                or JSON that conforms to a schema.
            safety_identifier: A unique identifier for your end user, used to detect
                abuse. Hash names or addresses instead of sending them as plain text. At
                most 64 characters.
            seed: A seed for best-effort reproducible sampling: repeated requests with
                the same parameters return the same result where possible. A change of
                `system_fingerprint` indicates a change of the server. At least
                -9223372036854775808, at most 9223372036854775807.
            service_tier: The processing tier of the request, which determines latency
                and price.
            stop: Up to four strings at which generation stops. The stop sequence is not
                included in the returned text.
            store: Whether to store the completion, so that it can be listed, retrieved
                and used in evals. Default: `False`.
            stream_options: Options for streaming responses. Valid only if `stream` is
                true.
            temperature: The sampling temperature. Higher values produce more varied
                output; 0 is nearly deterministic. Set either this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. Set either this or `temperature`, not both. At least 0, at
                most 1. Default: `1`.
            tools: The tools that the model can call. Older servers support only
                functions.
            tool_choice: Controls tool calling. `none` disables it, `auto` lets the
                model decide, and `required` forces at least one tool call. An object
                selects the tool to call, or the set of allowed tools.
            user: A unique identifier for your end user. On newer servers, use
                `safety_identifier` to detect abuse and `prompt_cache_key` for caching.
            verbosity: The verbosity of the output. `low` requests concise output and
                `high` detailed output. Default: `"medium"`.
            web_search_options: Web search options. Supported only by search models.
            function_call: Deprecated. Controls function calling. `none` disables it,
                `auto` lets the model decide, and an object forces the named function.
                Replaced by `tool_choice`.
            functions: Deprecated. The functions that the model can call. Replaced by
                `tools`. At least 1 item, at most 128 items.
            response_format: Type of the value: a pydantic model, a dataclass, a
                `TypedDict` or a msgspec `Struct`. Without a type, nothing is parsed.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The response, with the parsed values.
        """
        return await self._call(
            _COMPLETIONS_PARSE.endpoint(response_format, tools=tools),
            body=_COMPLETIONS_PARSE.body(
                {
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
                    "safety_identifier": safety_identifier,
                    "seed": seed,
                    "service_tier": service_tier,
                    "stop": stop,
                    "store": store,
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
                response_format,
            ),
            options=options,
        )

    if TYPE_CHECKING:
        stream = async_parsed_create_chat_completion_response_event_stream(parse)
    else:
        stream = _runtime.async_stream_method(
            parse, "stream", "AsyncCreateChatCompletionResponseEventStream"
        )
    """Stream the response of `parse` as typed events."""


class Chat(Resource["ChatRaw", "ChatStreaming"]):
    """Model responses to conversations, and stored chat completions."""

    @cached_property
    def completions(self) -> Completions:
        """Completions."""
        return Completions(self._client)


class AsyncChat(AsyncResource["AsyncChatRaw", "AsyncChatStreaming"]):
    """Model responses to conversations, and stored chat completions."""

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Completions."""
        return AsyncCompletions(self._client)


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class MessagesRaw(_runtime.RawResource):
        """Methods of `Messages` that return the response."""

        list = _runtime.raw_method(Messages.list)

    class AsyncMessagesRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncMessages` that return the response."""

        list = _runtime.async_raw_method(AsyncMessages.list)

    class MessagesStreaming(_runtime.StreamingResource):
        """Methods of `Messages` that return an unread response."""

        list = _runtime.streaming_method(Messages.list)

    class AsyncMessagesStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncMessages` that return an unread response."""

        list = _runtime.async_streaming_method(AsyncMessages.list)

    class CompletionsRaw(_runtime.RawResource):
        """Methods of `Completions` that return the response."""

        messages = cached_property(MessagesRaw)
        list = _runtime.raw_method(Completions.list)
        create = _runtime.raw_method(Completions.create)
        retrieve = _runtime.raw_method(Completions.retrieve)
        update = _runtime.raw_method(Completions.update)
        delete = _runtime.raw_method(Completions.delete)
        parse = _runtime.raw_method(Completions.parse)

    class AsyncCompletionsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncCompletions` that return the response."""

        messages = cached_property(AsyncMessagesRaw)
        list = _runtime.async_raw_method(AsyncCompletions.list)
        create = _runtime.async_raw_method(AsyncCompletions.create)
        retrieve = _runtime.async_raw_method(AsyncCompletions.retrieve)
        update = _runtime.async_raw_method(AsyncCompletions.update)
        delete = _runtime.async_raw_method(AsyncCompletions.delete)
        parse = _runtime.async_raw_method(AsyncCompletions.parse)

    class CompletionsStreaming(_runtime.StreamingResource):
        """Methods of `Completions` that return an unread response."""

        messages = cached_property(MessagesStreaming)
        list = _runtime.streaming_method(Completions.list)
        create = _runtime.streaming_method(Completions.create)
        retrieve = _runtime.streaming_method(Completions.retrieve)
        update = _runtime.streaming_method(Completions.update)
        delete = _runtime.streaming_method(Completions.delete)
        parse = _runtime.streaming_method(Completions.parse)

    class AsyncCompletionsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncCompletions` that return an unread response."""

        messages = cached_property(AsyncMessagesStreaming)
        list = _runtime.async_streaming_method(AsyncCompletions.list)
        create = _runtime.async_streaming_method(AsyncCompletions.create)
        retrieve = _runtime.async_streaming_method(AsyncCompletions.retrieve)
        update = _runtime.async_streaming_method(AsyncCompletions.update)
        delete = _runtime.async_streaming_method(AsyncCompletions.delete)
        parse = _runtime.async_streaming_method(AsyncCompletions.parse)

    class ChatRaw(_runtime.RawResource):
        """Methods of `Chat` that return the response."""

        completions = cached_property(CompletionsRaw)

    class AsyncChatRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncChat` that return the response."""

        completions = cached_property(AsyncCompletionsRaw)

    class ChatStreaming(_runtime.StreamingResource):
        """Methods of `Chat` that return an unread response."""

        completions = cached_property(CompletionsStreaming)

    class AsyncChatStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncChat` that return an unread response."""

        completions = cached_property(AsyncCompletionsStreaming)
