"""Callers of the client of `streams.yaml`, for type checkers."""

from __future__ import annotations

from typing import assert_type

from streams_client import (
    AsyncResponseStream,
    AsyncStream,
    AsyncStreams,
    BinaryResponse,
    ResponseStream,
    Stream,
    Streams,
    types,
)


def read(client: Streams, streamed: bool) -> None:
    chat = client.chat.completions.create(model="m", stream=True)
    assert_type(chat, ResponseStream[types.Chunk, types.Completion])
    for chunk in chat:
        assert_type(chunk, types.Chunk)
    assert_type(chat.final(), types.Completion)
    assert_type(client.chat.completions.create(model="m"), types.Completion)
    either = client.chat.completions.create(model="m", stream=streamed)
    if isinstance(either, Stream):
        assert_type(either.final(), types.Completion)
    else:
        assert_type(either, types.Completion)

    transcription = client.audio.transcriptions.create(stream=True)
    assert_type(transcription.final(), types.Transcript)

    speech = client.audio.speech.create(stream_format="sse")
    assert_type(speech, Stream[types.JobEvent])
    speech.final()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    assert_type(client.audio.speech.create(stream_format="audio"), BinaryResponse)
    assert_type(client.audio.speech.create(), BinaryResponse)

    task = client.tasks.create(stream=True).final()
    assert_type(task, types.Task)


async def read_async(client: AsyncStreams) -> None:
    chat = await client.chat.completions.create(model="m", stream=True)
    assert_type(chat, AsyncResponseStream[types.Chunk, types.Completion])
    assert_type(await chat.final(), types.Completion)
    async with await client.audio.speech.create(stream_format="sse") as speech:
        assert_type(speech, AsyncStream[types.JobEvent])
        async for event in speech:
            assert_type(event, types.JobEvent)
