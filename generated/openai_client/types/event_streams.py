"""Streams of typed events of OpenAI API."""

from __future__ import annotations

import typing

from .. import _runtime

if typing.TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any, Concatenate, Literal, TypeAlias

    from .audio import (
        CreateTranscriptionResponseJson,
        CreateTranscriptionResponseStreamEvent,
    )
    from .beta import AssistantStreamEvent, RunObject
    from .chat import CreateChatCompletionStreamResponse
    from .completions import CreateCompletionResponse

    _CreateChatCompletionResponseEvent: TypeAlias = (
        _runtime.ChunkEvent[CreateChatCompletionStreamResponse, _runtime.ResultT]
        | _runtime.DeltaEvent[
            Literal[
                "content.delta",
                "refusal.delta",
                "function_call.arguments.delta",
                "tool_calls.function.arguments.delta",
            ]
        ]
        | _runtime.DoneEvent[Literal["refusal.done", "function_call.arguments.done"]]
        | _runtime.ArgumentsDoneEvent[Literal["tool_calls.function.arguments.done"]]
        | _runtime.ParsedDoneEvent[Literal["content.done"], _runtime.ResultT]
    )
    _CreateCompletionResponseEvent: TypeAlias = (
        _runtime.ChunkEvent[CreateCompletionResponse, CreateCompletionResponse]
        | _runtime.DeltaEvent[Literal["text.delta"]]
        | _runtime.DoneEvent[Literal["text.done"]]
    )
    _CreateTranscriptionResponseJsonEvent: TypeAlias = (
        CreateTranscriptionResponseStreamEvent
    )
    _RunObjectEvent: TypeAlias = AssistantStreamEvent


class CreateChatCompletionResponseEventStream(
    _runtime.TextEventStream[
        "_CreateChatCompletionResponseEvent[_runtime.ResultT]", _runtime.ResultT
    ],
):
    """Events of a streamed `CreateChatCompletionResponse`."""

    _texts = (
        ("delta", "content"),
        ("delta", "refusal"),
        ("delta", "function_call", "arguments"),
        ("delta", "tool_calls", "[]", "function", "arguments"),
    )
    _parsed_text = "content"
    _arguments_text = "tool_calls.function.arguments"
    _pieces = ((("delta",), ((("type",), "content.delta"), (("index",), 0))),)
    _text = (("choices", "[0]", "message"), "content", ())

    def get_final_completion(self) -> _runtime.ResultT:
        """Read the remaining events, and return the complete response."""
        return self.final()


class AsyncCreateChatCompletionResponseEventStream(
    _runtime.AsyncTextEventStream[
        "_CreateChatCompletionResponseEvent[_runtime.ResultT]", _runtime.ResultT
    ],
):
    """Events of a streamed `CreateChatCompletionResponse`."""

    _texts = (
        ("delta", "content"),
        ("delta", "refusal"),
        ("delta", "function_call", "arguments"),
        ("delta", "tool_calls", "[]", "function", "arguments"),
    )
    _parsed_text = "content"
    _arguments_text = "tool_calls.function.arguments"
    _pieces = ((("delta",), ((("type",), "content.delta"), (("index",), 0))),)
    _text = (("choices", "[0]", "message"), "content", ())

    async def get_final_completion(self) -> _runtime.ResultT:
        """Read the remaining events, and return the complete response."""
        return await self.final()


class CreateCompletionResponseEventStream(
    _runtime.TextEventStream[
        "_CreateCompletionResponseEvent", "CreateCompletionResponse"
    ],
):
    """Events of a streamed `CreateCompletionResponse`."""

    _texts = (("text",),)
    _pieces = ((("delta",), ((("type",), "text.delta"), (("index",), 0))),)
    _text = (("choices", "[0]"), "text", ())

    def get_final_completion(self) -> CreateCompletionResponse:
        """Read the remaining events, and return the complete response."""
        return self.final()


class AsyncCreateCompletionResponseEventStream(
    _runtime.AsyncTextEventStream[
        "_CreateCompletionResponseEvent", "CreateCompletionResponse"
    ],
):
    """Events of a streamed `CreateCompletionResponse`."""

    _texts = (("text",),)
    _pieces = ((("delta",), ((("type",), "text.delta"), (("index",), 0))),)
    _text = (("choices", "[0]"), "text", ())

    async def get_final_completion(self) -> CreateCompletionResponse:
        """Read the remaining events, and return the complete response."""
        return await self.final()


class CreateTranscriptionResponseJsonEventStream(
    _runtime.TextEventStream[
        "_CreateTranscriptionResponseJsonEvent", "CreateTranscriptionResponseJson"
    ],
):
    """Events of a streamed `CreateTranscriptionResponseJson`."""

    _pieces = ((("delta",), ((("type",), "transcript.text.delta"),)),)
    _text = ((), "text", ())

    def get_final_transcription(self) -> CreateTranscriptionResponseJson:
        """Read the remaining events, and return the complete response."""
        return self.final()


class AsyncCreateTranscriptionResponseJsonEventStream(
    _runtime.AsyncTextEventStream[
        "_CreateTranscriptionResponseJsonEvent", "CreateTranscriptionResponseJson"
    ],
):
    """Events of a streamed `CreateTranscriptionResponseJson`."""

    _pieces = ((("delta",), ((("type",), "transcript.text.delta"),)),)
    _text = ((), "text", ())

    async def get_final_transcription(self) -> CreateTranscriptionResponseJson:
        """Read the remaining events, and return the complete response."""
        return await self.final()


class RunObjectEventStream(_runtime.EventStream["_RunObjectEvent", _runtime.ResultT]):
    """Events of a streamed `RunObject`."""

    def get_final_run(self) -> _runtime.ResultT:
        """Read the remaining events, and return the complete response."""
        return self.final()


class AsyncRunObjectEventStream(
    _runtime.AsyncEventStream["_RunObjectEvent", _runtime.ResultT]
):
    """Events of a streamed `RunObject`."""

    async def get_final_run(self) -> _runtime.ResultT:
        """Read the remaining events, and return the complete response."""
        return await self.final()


if typing.TYPE_CHECKING:

    def parsed_create_chat_completion_response_event_stream(
        method: Callable[Concatenate[Any, _runtime.Arguments], _runtime.ResultT],
    ) -> Callable[
        Concatenate[Any, _runtime.Arguments],
        _runtime.StreamManager[
            CreateChatCompletionResponseEventStream[_runtime.ResultT]
        ],
    ]: ...
    def async_parsed_create_chat_completion_response_event_stream(
        method: Callable[
            Concatenate[Any, _runtime.Arguments], Coroutine[Any, Any, _runtime.ResultT]
        ],
    ) -> Callable[
        Concatenate[Any, _runtime.Arguments],
        _runtime.AsyncStreamManager[
            AsyncCreateChatCompletionResponseEventStream[_runtime.ResultT]
        ],
    ]: ...

    CreateCompletionResponseEventStreamManager: TypeAlias = _runtime.StreamManager[
        CreateCompletionResponseEventStream
    ]
    AsyncCreateCompletionResponseEventStreamManager: TypeAlias = (
        _runtime.AsyncStreamManager[AsyncCreateCompletionResponseEventStream]
    )
    CreateTranscriptionResponseJsonEventStreamManager: TypeAlias = (
        _runtime.StreamManager[CreateTranscriptionResponseJsonEventStream]
    )
    AsyncCreateTranscriptionResponseJsonEventStreamManager: TypeAlias = (
        _runtime.AsyncStreamManager[AsyncCreateTranscriptionResponseJsonEventStream]
    )
    RunObjectEventStreamManager: TypeAlias = _runtime.StreamManager[
        RunObjectEventStream[RunObject]
    ]

    def parsed_run_object_event_stream(
        method: Callable[Concatenate[Any, _runtime.Arguments], _runtime.ResultT],
    ) -> Callable[
        Concatenate[Any, _runtime.Arguments],
        _runtime.StreamManager[RunObjectEventStream[_runtime.ResultT]],
    ]: ...

    AsyncRunObjectEventStreamManager: TypeAlias = _runtime.AsyncStreamManager[
        AsyncRunObjectEventStream[RunObject]
    ]

    def async_parsed_run_object_event_stream(
        method: Callable[
            Concatenate[Any, _runtime.Arguments], Coroutine[Any, Any, _runtime.ResultT]
        ],
    ) -> Callable[
        Concatenate[Any, _runtime.Arguments],
        _runtime.AsyncStreamManager[AsyncRunObjectEventStream[_runtime.ResultT]],
    ]: ...


__all__ = [
    "AsyncCreateChatCompletionResponseEventStream",
    "AsyncCreateCompletionResponseEventStream",
    "AsyncCreateTranscriptionResponseJsonEventStream",
    "AsyncRunObjectEventStream",
    "CreateChatCompletionResponseEventStream",
    "CreateCompletionResponseEventStream",
    "CreateTranscriptionResponseJsonEventStream",
    "RunObjectEventStream",
]
