"""Streaming responses of a generated client: types, items, ends and aggregation."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import typing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.client.streams.conftest import (
    AGGREGATED,
    CHUNKS,
    SPEC,
    Serve,
    events,
    respond,
)

pytestmark = pytest.mark.slow


def test_chunks_are_aggregated(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events(*CHUNKS)).url)
    with client.chat.completions.create(model="m", stream=True) as stream:
        items = list(stream)
    assert [item.to_dict() for item in items] == CHUNKS
    response = stream.final()
    assert type(response) is streams.types.Completion
    assert response.to_dict() == AGGREGATED
    assert type(response.choices[1].message.tool_calls[0]) is streams.types.ToolCall


def test_final_reads_the_remaining_items(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events(*CHUNKS)).url)
    stream = client.chat.completions.create(model="m", stream=True)
    next(stream)
    assert stream.final().to_dict() == AGGREGATED
    assert stream.response.is_closed
    assert isinstance(stream, streams.ResponseStream | streams.AsyncStream)

    async def main() -> Any:
        async with streams.AsyncStreams(base_url=client.base_url) as other:
            stream = await other.chat.completions.create(model="m", stream=True)
            return await stream.final()

    assert asyncio.run(main()).to_dict() == AGGREGATED


def test_modified_items_do_not_change_the_final_response(
    streams: ModuleType, serve: Serve
) -> None:
    client = streams.Streams(base_url=serve(events(*CHUNKS)).url)
    stream = client.chat.completions.create(model="m", stream=True)
    for item in stream:
        for choice in item.choices:
            choice.delta.content = "x"
            choice.delta.tool_calls = []
    assert stream.final().to_dict() == AGGREGATED


def test_text_completions_are_aggregated(streams: ModuleType, serve: Serve) -> None:
    def piece(content: str, finish: str | None = None) -> Any:
        logprobs = {"tokens": [content]}
        choice = {"index": 0, "text": content, "finish_reason": finish}
        return {"id": "t", "choices": [{**choice, "logprobs": logprobs}]}

    server = serve(events(piece("a"), piece("b"), piece("", "length")))
    stream = streams.Streams(base_url=server.url).completions.create(stream=True)
    assert stream.final().to_dict() == {
        "id": "t",
        "choices": [
            {
                "index": 0,
                "text": "ab",
                "finish_reason": "length",
                "logprobs": {"tokens": ["a", "b", ""]},
            }
        ],
    }


def test_final_event_contains_the_response(streams: ModuleType, serve: Serve) -> None:
    created = {"type": "response.created", "response": {"id": "r", "status": "busy"}}
    done = {"type": "response.completed", "response": {"id": "r", "status": "ok"}}
    delta = {"type": "response.delta", "delta": "a"}
    server = serve(events(created, delta, done, end=""), events(created, delta, end=""))
    create = streams.Streams(base_url=server.url).responses.create
    stream = create(stream=True)
    kinds = [type(item).__name__ for item in stream]
    assert kinds == ["ResponseCreated", "ResponseDelta", "ResponseCompleted"]
    assert stream.final() == streams.types.Response(id="r", status="ok")
    with pytest.raises(
        streams.APIConnectionError, match="ended (without its end marker|unexpectedly)"
    ):
        create(stream=True).final()


def test_events_with_names(streams: ModuleType, serve: Serve) -> None:
    busy, done = {"id": "r", "status": "busy"}, {"id": "r", "status": "ok"}
    server = serve(
        events(
            ("run.created", busy),
            ("step.completed", {"step": 1}),
            ("run.completed", done),
            ("later", {"x": 1}),
            end="event: done\ndata: [DONE]\n\n",
        )
    )
    stream = streams.Streams(base_url=server.url).runs.create(stream=True)
    items = [(item.event, item.data) for item in list(stream)[:3]]
    types = streams.types
    assert items == [
        ("run.created", types.Run(**busy)),
        ("step.completed", {"step": 1}) if isinstance(items[1][1], dict) else items[1],
        ("run.completed", types.Run(**done)),
    ]
    assert type(items[0][1]) is types.Run and items[1][1].step == 1
    assert stream.final() == types.Run(**done)


def test_final_event_is_the_response(streams: ModuleType, serve: Serve) -> None:
    delta = {"type": "transcript.delta", "delta": "a"}
    done = {"type": "transcript.done", "text": "ab", "words": ["ab"]}
    server = serve(events(delta, done, end=""), events(delta, end=""))
    create = streams.Streams(base_url=server.url).audio.transcriptions.create
    stream = create(stream=True)
    for item in stream:
        if item.type == "transcript.done":
            item.words.append("changed")
    for _ in range(2):
        assert stream.final() == streams.types.Transcript(text="ab", words=["ab"])
    assert type(stream.final()) is streams.types.Transcript
    with pytest.raises(
        streams.APIConnectionError, match="ended (without its end marker|unexpectedly)"
    ):
        create(stream=True).final()


def test_stream_format_parameter(streams: ModuleType, serve: Serve) -> None:
    server = serve(events({"message": "a"}, end=""), respond("mp3", "audio/mpeg"))
    create = streams.Streams(base_url=server.url).audio.speech.create
    stream = create(stream_format="sse")
    assert [item.message for item in stream] == ["a"]
    assert not hasattr(stream, "final")
    assert server.received[0].headers["accept"] == "text/event-stream"
    for arguments in ({}, {"stream_format": "audio"}):
        assert create(**arguments).read() == b"mp3"
    assert server.received[1].headers["accept"] == "application/octet-stream"
    # Also for a value in `extra_body`.
    stream = create(extra_body={"stream_format": "sse"})
    assert type(stream) is streams.Stream


def test_streams_described_only_in_prose(streams: ModuleType, serve: Serve) -> None:
    done = {"type": "response.completed", "response": {"id": "r", "status": "ok"}}
    task = ("task.completed", {"id": "t"})
    server = serve(
        events(done, end=""),
        events(task, end="event: done\ndata: [DONE]\n\n"),
        events({"piece": "a"}, end=""),
    )
    client, types = streams.Streams(base_url=server.url), streams.types
    # The items of the operation that has the same response without streaming.
    stream = client.responses.retrieve("r", stream=True)
    assert [type(item) for item in stream] == [types.ResponseCompleted]
    assert stream.final() == types.Response(id="r", status="ok")
    # The events whose names are in the samples.
    stream = client.tasks.create(stream=True)
    assert [(item.event, item.data) for item in stream] == [
        ("task.completed", types.Task(id="t"))
    ]
    assert stream.final() == types.Task(id="t")
    # The type whose name is derived from that of the response.
    stream = client.drafts.create(stream=True)
    assert [type(item) for item in stream] == [types.DraftStreamAnswer]


def test_event_names_in_the_data(streams: ModuleType, serve: Serve) -> None:
    inside = {"event": "run.completed", "data": {"id": "r"}}
    stream = streams.Streams(base_url=serve(events(inside)).url).runs.create(
        stream=True
    )
    assert stream.final().id == "r"


def test_stream_parameter_in_the_query(streams: ModuleType, serve: Serve) -> None:
    server = serve(events({"message": "a"}), respond('[{"message": "b"}]', "text/json"))
    jobs = streams.Streams(base_url=server.url).jobs.events
    assert [item.message for item in jobs.list("j", stream=True)] == ["a"]
    assert server.received[0].target == "/jobs/j/events?stream=true"
    assert server.received[0].headers["accept"] == "text/event-stream"
    assert [item.message for item in jobs.list("j")] == ["b"]


def test_streamed_by_default(streams: ModuleType, serve: Serve) -> None:
    lines = '{"message": "a"}\n{"message": "b"}'
    server = serve(
        respond(lines, "application/x-ndjson"), respond('{"message": "c"}', "")
    )
    create = streams.Streams(base_url=server.url).generate.create
    assert [item.message for item in create()] == ["a", "b"]
    assert server.received[0].headers["accept"] == "application/x-ndjson"
    assert create(stream=False).message == "c"


@pytest.mark.parametrize(
    "media", ["application/jsonl", "application/stream+json", "application/json", ""]
)
def test_lines(streams: ModuleType, serve: Serve, media: str) -> None:
    body = '\ufeff{"message": "a"}\r\n\n{"message": "b", "error": {"code": 1}}\n'
    client = streams.Streams(base_url=serve(respond(body, media)).url)
    items = list(client.log.list())
    assert [type(item) for item in items] == [streams.types.JobEvent] * 2
    # `error` is a declared member of the items, not an error of the stream.
    assert items[1].error == {"code": 1} or items[1].error.code == 1


def test_records(streams: ModuleType, serve: Serve) -> None:
    body = '\x1e{"message": "a"}\n\x1e{"message":\n"b"}\n'
    client = streams.Streams(base_url=serve(respond(body, "application/json-seq")).url)
    assert [item.message for item in client.records.list()] == ["a", "b"]


def test_text_events(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events("1", "two", end="")).url)
    assert list(client.words.list()) == ["1", "two"]


def test_events_declared_by_openapi_3_2(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events({"message": "a"}, end="")).url)
    (item,) = client.wrapped.list()
    assert type(item) is streams.types.JobEvent
    body = 'id: 7\nevent: tick\ndata: {"message": "a"}\n\nevent: note\ndata: hi\n\n'
    client = streams.Streams(base_url=serve(respond(body, "text/event-stream")).url)
    tick, note = client.named.list()
    assert (tick.event, tick.id, tick.data.message) == ("tick", "7", "a")
    assert (note.event, note.data) == ("note", "hi")


def test_jsonl_download(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(respond("{}\n", "application/jsonl")).url)
    assert client.lines.retrieve().read() == b"{}\n"


@pytest.mark.parametrize(
    "checker",
    [
        ("mypy", "--strict", "--no-error-summary", "streams_client"),
        ("pyright", "--pythonpath", sys.executable),
    ],
)
def test_type_checkers(package: Path, checker: tuple[str, ...]) -> None:
    shutil.copy(SPEC.parent / "stream_callers.py", package)
    process = subprocess.run(
        [sys.executable, "-m", *checker, "stream_callers.py"],
        cwd=package,
        capture_output=True,
        text=True,
    )
    assert process.returncode == 0, process.stdout


def test_static_types_of_streams(streams: ModuleType) -> None:
    def return_types(resource: Any, method: str) -> list[str]:
        owner = getattr(
            __import__(resource, fromlist=["x"]), method.split(".", maxsplit=1)[0]
        )
        function = getattr(owner, method.split(".")[1])
        return [
            str(each.__annotations__["return"])
            for each in typing.get_overloads(function)
        ]

    base = "streams_client.resources"
    assert return_types(f"{base}.chat", "Completions.create")[:2] == [
        "Completion",
        "ResponseStream[Chunk, Completion]",
    ]
    assert (
        return_types(f"{base}.jobs", "AsyncEvents.list")[1] == "AsyncStream[JobEvent]"
    )
    audio = f"{base}.audio"
    assert return_types(audio, "Speech.create") == [
        "BinaryResponse",
        "Stream[JobEvent]",
        "BinaryResponse | Stream[JobEvent]",
    ]
    assert return_types(audio, "AsyncTranscriptions.create")[1] == (
        "AsyncResponseStream[TranscriptEvent, Transcript]"
    )
