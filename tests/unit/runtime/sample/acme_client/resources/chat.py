"""Conversations with a model."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, overload

from .._runtime import (
    AsyncRawResource,
    AsyncResource,
    AsyncStreamingResource,
    Endpoint,
    RawResource,
    Resource,
    StreamingResource,
    async_raw_method,
    async_streaming_method,
    omit,
    raw_method,
    streaming_method,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Unpack

    from .._runtime import (
        AsyncResponseStream,
        Omit,
        RequestOptions,
        ResponseStream,
    )
    from ..types.chat import (
        ChatCompletion,
        ChatCompletionChunk,
    )
    from ..types.chat_params import ChatMessageParam

_CREATE = Endpoint(
    "POST",
    "/chat/completions",
    body="application/json",
    returns="ChatCompletion",
    stream="ChatCompletionChunk",
    aggregation=("pieces", "choices", "delta", "message"),
)
_RETRIEVE = Endpoint(
    "GET", "/chat/completions/{completion_id}", returns="ChatCompletion"
)
_DELETE = Endpoint(
    "DELETE",
    "/chat/completions/{completion_id}?beta=true",
    security=(("admin_key",),),
)


class Completions(Resource["CompletionsRaw", "CompletionsStreaming"]):
    """Chat completions."""

    @overload
    def create(
        self,
        *,
        messages: Sequence[ChatMessageParam],
        model: str,
        temperature: float | Omit | None = omit,
        stream: Literal[False] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ChatCompletion: ...
    @overload
    def create(
        self,
        *,
        messages: Sequence[ChatMessageParam],
        model: str,
        temperature: float | Omit | None = omit,
        stream: Literal[True],
        **options: Unpack[RequestOptions],
    ) -> ResponseStream[ChatCompletionChunk, ChatCompletion]: ...
    def create(
        self,
        *,
        messages: Sequence[ChatMessageParam],
        model: str,
        temperature: float | Omit | None = omit,
        stream: bool | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ChatCompletion | ResponseStream[ChatCompletionChunk, ChatCompletion]:
        """Create a completion."""
        return self._call(
            _CREATE,
            body={
                "messages": messages,
                "model": model,
                "temperature": temperature,
                "stream": stream,
            },
            options=options,
        )

    def retrieve(
        self, completion_id: str, **options: Unpack[RequestOptions]
    ) -> ChatCompletion:
        """Retrieve a completion."""
        return self._call(
            _RETRIEVE, path={"completion_id": completion_id}, options=options
        )

    def delete(self, completion_id: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a completion."""
        return self._run(
            _DELETE, path={"completion_id": completion_id}, options=options
        )


class AsyncCompletions(
    AsyncResource["AsyncCompletionsRaw", "AsyncCompletionsStreaming"]
):
    """Chat completions."""

    @overload
    async def create(
        self,
        *,
        messages: Sequence[ChatMessageParam],
        model: str,
        temperature: float | Omit | None = omit,
        stream: Literal[False] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ChatCompletion: ...
    @overload
    async def create(
        self,
        *,
        messages: Sequence[ChatMessageParam],
        model: str,
        temperature: float | Omit | None = omit,
        stream: Literal[True],
        **options: Unpack[RequestOptions],
    ) -> AsyncResponseStream[ChatCompletionChunk, ChatCompletion]: ...
    async def create(
        self,
        *,
        messages: Sequence[ChatMessageParam],
        model: str,
        temperature: float | Omit | None = omit,
        stream: bool | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ChatCompletion | AsyncResponseStream[ChatCompletionChunk, ChatCompletion]:
        """Create a completion."""
        return await self._call(
            _CREATE,
            body={
                "messages": messages,
                "model": model,
                "temperature": temperature,
                "stream": stream,
            },
            options=options,
        )

    async def retrieve(
        self, completion_id: str, **options: Unpack[RequestOptions]
    ) -> ChatCompletion:
        """Retrieve a completion."""
        return await self._call(
            _RETRIEVE, path={"completion_id": completion_id}, options=options
        )

    async def delete(
        self, completion_id: str, **options: Unpack[RequestOptions]
    ) -> None:
        """Delete a completion."""
        return await self._run(
            _DELETE, path={"completion_id": completion_id}, options=options
        )


class CompletionsRaw(RawResource):
    """Methods of `Completions` that return the response."""

    create = raw_method(Completions.create)
    retrieve = raw_method(Completions.retrieve)
    delete = raw_method(Completions.delete)


class CompletionsStreaming(StreamingResource):
    """Methods of `Completions` that return an unread response."""

    create = streaming_method(Completions.create)
    retrieve = streaming_method(Completions.retrieve)
    delete = streaming_method(Completions.delete)


class AsyncCompletionsRaw(AsyncRawResource):
    """Methods of `AsyncCompletions` that return the response."""

    create = async_raw_method(AsyncCompletions.create)
    retrieve = async_raw_method(AsyncCompletions.retrieve)
    delete = async_raw_method(AsyncCompletions.delete)


class AsyncCompletionsStreaming(AsyncStreamingResource):
    """Methods of `AsyncCompletions` that return an unread response."""

    create = async_streaming_method(AsyncCompletions.create)
    retrieve = async_streaming_method(AsyncCompletions.retrieve)
    delete = async_streaming_method(AsyncCompletions.delete)


class Chat(Resource):
    """Conversations with a model."""

    @cached_property
    def completions(self) -> Completions:
        """Chat completions."""
        return Completions(self._client)


class AsyncChat(AsyncResource):
    """Conversations with a model."""

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Chat completions."""
        return AsyncCompletions(self._client)
