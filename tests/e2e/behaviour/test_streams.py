"""Streamed answers of a generated client: their types, their items, their ends, their sums."""

from __future__ import annotations

import asyncio
import gc
import json
import shutil
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.clients import generate, import_from
from tests.unit.runtime.conftest import Reply, Server

Serve = Callable[..., Server]
SPEC = Path(__file__).parent / "streams.yaml"


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory with the package generated from `streams.yaml`."""
    output = tmp_path_factory.mktemp("streams")
    generate(SPEC, output, "streams_client", "Streams")
    return output


@pytest.fixture(scope="session")
def streams(package: Path) -> ModuleType:
    """That package."""
    return import_from(package, "streams_client")


def events(*items: Any, end: str = "data: [DONE]\n\n") -> Reply:
    """An answer of events: values, `(name, value)` pairs, or texts as they are."""
    parts = []
    for item in items:
        if isinstance(item, tuple):
            parts.append(f"event: {item[0]}\n")
            item = item[1]
        text = item if isinstance(item, str) else json.dumps(item)
        parts.append(f"data: {text}\n\n")
    body = "".join(parts) + end
    return Reply(200, body.encode(), {"Content-Type": "text/event-stream"})


def text(content: str, media: str) -> Reply:
    return Reply(200, content.encode(), {"Content-Type": media})


def chunk(index: int, delta: Any, finish: str | None = None, **more: Any) -> Any:
    choice = {"index": index, "delta": delta, "finish_reason": finish, **more}
    return {"id": "c1", "object": "chat.completion.chunk", "choices": [choice]}


CALL = {"id": "t1", "type": "function", "function": {"name": "add", "arguments": ""}}
CHUNKS = [
    chunk(0, {"role": "assistant", "content": ""}),
    chunk(0, {"role": "assistant", "content": "Hel"}, logprobs={"content": [{"token": "Hel"}]}),
    chunk(0, {"content": "lo", "reasoning": "be "}, logprobs={"content": [{"token": "lo"}]}),
    chunk(1, {"role": "assistant", "content": None, "tool_calls": [{"index": 0, **CALL}]}),
    chunk(1, {"tool_calls": [{"index": 1, **CALL, "id": "t2"}]}),
    chunk(1, {"tool_calls": [{"index": 0, "function": {"arguments": '{"a"'}}]}),
    chunk(1, {"tool_calls": [{"index": 0, "function": {"arguments": ": 1}"}}]}),
    chunk(0, {"reasoning": "kind"}, "stop"),
    chunk(1, {}, "tool_calls"),
    {"id": "c1", "object": "chat.completion.chunk", "choices": [], "usage": {"total_tokens": 7}},
]  # fmt: skip
SUM = {
    "id": "c1",
    "object": "chat.completion",
    "usage": {"total_tokens": 7},
    "choices": [
        {
            "index": 0,
            "finish_reason": "stop",
            "logprobs": {"content": [{"token": "Hel"}, {"token": "lo"}]},
            "message": {
                "role": "assistant",
                "content": "Hello",
                "reasoning": "be kind",
                "refusal": None,
            },
        },
        {
            "index": 1,
            "finish_reason": "tool_calls",
            "logprobs": None,
            "message": {
                "role": "assistant",
                "content": None,
                "refusal": None,
                "tool_calls": [
                    {**CALL, "function": {"name": "add", "arguments": '{"a": 1}'}},
                    {**CALL, "id": "t2"},
                ],
            },
        },
    ],
}


def test_chunks_add_up_to_the_answer(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events(*CHUNKS)).url)
    with client.chat.completions.create(model="m", stream=True) as stream:
        seen = list(stream)
    assert [item.to_dict() for item in seen] == CHUNKS
    answer = stream.final()
    assert type(answer) is streams.types.Completion
    assert answer.to_dict() == SUM
    assert type(answer.choices[1].message.tool_calls[0]) is streams.types.ToolCall


def test_final_reads_what_is_left(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events(*CHUNKS)).url)
    stream = client.chat.completions.create(model="m", stream=True)
    next(stream)
    assert stream.final().to_dict() == SUM
    assert stream.response.is_closed
    assert isinstance(stream, streams.AnswerStream | streams.AsyncStream)

    async def main() -> Any:
        async with streams.AsyncStreams(base_url=client.base_url) as other:
            stream = await other.chat.completions.create(model="m", stream=True)
            return await stream.final()

    assert asyncio.run(main()).to_dict() == SUM


def test_a_view_of_a_chunk_may_be_changed(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events(*CHUNKS)).url)
    stream = client.chat.completions.create(model="m", stream=True)
    for item in stream:
        for choice in item.choices:
            choice.delta.content = "x"
            choice.delta.tool_calls = []
    assert stream.final().to_dict() == SUM


def test_texts_add_up(streams: ModuleType, serve: Serve) -> None:
    def piece(said: str, finish: str | None = None) -> Any:
        logprobs = {"tokens": [said]}
        choice = {"index": 0, "text": said, "finish_reason": finish}
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


def test_an_event_that_holds_the_answer(streams: ModuleType, serve: Serve) -> None:
    made = {"type": "response.created", "response": {"id": "r", "status": "busy"}}
    done = {"type": "response.completed", "response": {"id": "r", "status": "ok"}}
    delta = {"type": "response.delta", "delta": "a"}
    server = serve(events(made, delta, done, end=""), events(made, delta, end=""))
    create = streams.Streams(base_url=server.url).responses.create
    stream = create(stream=True)
    kinds = [type(item).__name__ for item in stream]
    assert kinds == ["ResponseCreated", "ResponseDelta", "ResponseCompleted"]
    assert stream.final() == streams.types.Response(id="r", status="ok")
    with pytest.raises(streams.APIConnectionError, match="ended before its end"):
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
    found = [(item.event, item.data) for item in list(stream)[:3]]
    types = streams.types
    assert found == [
        ("run.created", types.Run(**busy)),
        ("step.completed", {"step": 1}) if isinstance(found[1][1], dict) else found[1],
        ("run.completed", types.Run(**done)),
    ]
    assert type(found[0][1]) is types.Run and found[1][1].step == 1
    assert stream.final() == types.Run(**done)


def test_an_event_that_is_the_answer(streams: ModuleType, serve: Serve) -> None:
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
    with pytest.raises(streams.APIConnectionError, match="ended before its end"):
        create(stream=True).final()


def test_a_choice_of_formats(streams: ModuleType, serve: Serve) -> None:
    server = serve(events({"message": "a"}, end=""), text("mp3", "audio/mpeg"))
    create = streams.Streams(base_url=server.url).audio.speech.create
    stream = create(stream_format="sse")
    assert [item.message for item in stream] == ["a"]
    assert not hasattr(stream, "final")
    assert server.received[0].headers["accept"] == "text/event-stream"
    for given in ({}, {"stream_format": "audio"}):
        assert create(**given).read() == b"mp3"
    assert server.received[1].headers["accept"] == "application/octet-stream"
    # Said beside the arguments, for those who know more than the document.
    stream = create(extra_body={"stream_format": "sse"})
    assert type(stream) is streams.Stream


def test_streams_that_are_in_words_only(streams: ModuleType, serve: Serve) -> None:
    done = {"type": "response.completed", "response": {"id": "r", "status": "ok"}}
    task = ("task.completed", {"id": "t"})
    server = serve(
        events(done, end=""),
        events(task, end="event: done\ndata: [DONE]\n\n"),
        events({"piece": "a"}, end=""),
    )
    client, types = streams.Streams(base_url=server.url), streams.types
    # The items of the call that is answered alike without a stream.
    stream = client.responses.retrieve("r", stream=True)
    assert [type(item) for item in stream] == [types.ResponseCompleted]
    assert stream.final() == types.Response(id="r", status="ok")
    # The events of which samples show the names.
    stream = client.tasks.create(stream=True)
    assert [(item.event, item.data) for item in stream] == [
        ("task.completed", types.Task(id="t"))
    ]
    assert stream.final() == types.Task(id="t")
    # What is called like the answer.
    stream = client.drafts.create(stream=True)
    assert [type(item) for item in stream] == [types.DraftStreamAnswer]


def test_names_that_travel_inside(streams: ModuleType, serve: Serve) -> None:
    inside = {"event": "run.completed", "data": {"id": "r"}}
    stream = streams.Streams(base_url=serve(events(inside)).url).runs.create(
        stream=True
    )
    assert stream.final().id == "r"


def test_the_switch_in_the_query(streams: ModuleType, serve: Serve) -> None:
    server = serve(events({"message": "a"}), text('[{"message": "b"}]', "text/json"))
    jobs = streams.Streams(base_url=server.url).jobs.events
    assert [item.message for item in jobs.list("j", stream=True)] == ["a"]
    assert server.received[0].target == "/jobs/j/events?stream=true"
    assert server.received[0].headers["accept"] == "text/event-stream"
    assert [item.message for item in jobs.list("j")] == ["b"]


def test_a_stream_unless_refused(streams: ModuleType, serve: Serve) -> None:
    lines = '{"message": "a"}\n{"message": "b"}'
    server = serve(text(lines, "application/x-ndjson"), text('{"message": "c"}', ""))
    create = streams.Streams(base_url=server.url).generate.create
    assert [item.message for item in create()] == ["a", "b"]
    assert server.received[0].headers["accept"] == "application/x-ndjson"
    assert create(stream=False).message == "c"


@pytest.mark.parametrize(
    "media", ["application/jsonl", "application/stream+json", "application/json", ""]
)
def test_lines(streams: ModuleType, serve: Serve, media: str) -> None:
    body = '\ufeff{"message": "a"}\r\n\n{"message": "b", "error": {"code": 1}}\n'
    client = streams.Streams(base_url=serve(text(body, media)).url)
    found = list(client.log.retrieve())
    assert [type(item) for item in found] == [streams.types.JobEvent] * 2
    # An error that items have by their declaration is not one of the stream.
    assert found[1].error == {"code": 1} or found[1].error.code == 1


def test_records(streams: ModuleType, serve: Serve) -> None:
    body = '\x1e{"message": "a"}\n\x1e{"message":\n"b"}\n'
    client = streams.Streams(base_url=serve(text(body, "application/json-seq")).url)
    assert [item.message for item in client.records.retrieve()] == ["a", "b"]


def test_words(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events("1", "two", end="")).url)
    assert list(client.words.retrieve()) == ["1", "two"]


def test_events_as_3_2_declares_them(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events({"message": "a"}, end="")).url)
    (item,) = client.wrapped.retrieve()
    assert type(item) is streams.types.JobEvent
    body = 'id: 7\nevent: tick\ndata: {"message": "a"}\n\nevent: note\ndata: hi\n\n'
    client = streams.Streams(base_url=serve(text(body, "text/event-stream")).url)
    tick, note = client.named.retrieve()
    assert (tick.event, tick.id, tick.data.message) == ("tick", "7", "a")
    assert (note.event, note.data) == ("note", "hi")


def test_a_file_of_lines_is_a_download(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(text("{}\n", "application/jsonl")).url)
    assert client.lines.retrieve().read() == b"{}\n"


BAD = {"error": {"message": "too long", "code": "c1"}}


@pytest.mark.parametrize(
    "reply",
    [
        events(chunk(0, {}), BAD),
        events(chunk(0, {}), ("error", BAD)),
        events(chunk(0, {}), ("error", "too long")),
        events(chunk(0, {}), {"type": "error", "message": "too long", "code": "c1"}),
        text(json.dumps(BAD), "application/json"),
    ],
)
def test_errors_in_a_stream(streams: ModuleType, serve: Serve, reply: Reply) -> None:
    client = streams.Streams(base_url=serve(reply).url)
    stream = client.chat.completions.create(model="m", stream=True)
    with pytest.raises(streams.APIError, match="too long"):
        for item in stream:
            assert item.id == "c1"
    assert stream.response.is_closed
    with pytest.raises(RuntimeError, match="closed before its end"):
        stream.final()


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (events(chunk(0, {"content": "a"}), end=""), r"before its end \(\[DONE\]\)"),
        (events(end=""), r"before its end \(\[DONE\]\)"),
        (events(chunk(0, {}, "stop"), end='data: {"id": "c'), "in the middle of an event"),
        (text("", "application/json"), r"before its end"),
    ],
)  # fmt: skip
def test_an_end_without_its_end(
    streams: ModuleType, serve: Serve, reply: Reply, message: str
) -> None:
    client = streams.Streams(base_url=serve(reply).url)
    with pytest.raises(streams.APIConnectionError, match=message):
        list(client.chat.completions.create(model="m", stream=True))


@pytest.mark.parametrize(
    "reply",
    [
        # Servers that speak the dialect and forget something of it.
        events(*CHUNKS, end=""),
        events(*CHUNKS, end="data: [DONE]"),
        events(*CHUNKS[:-1], end=f"data: {json.dumps(CHUNKS[-1])}"),
        events(*CHUNKS)._replace(headers={"Content-Type": "text/plain"}),
        events(*CHUNKS)._replace(headers={"Content-Type": "application/json"}),
        events(*CHUNKS)._replace(headers={}),
        events(": ping", "", *CHUNKS, end="")._replace(
            body=b": ping\n\ndata:\n\n" + events(*CHUNKS).body
        ),
    ],
)
def test_ends_that_are_seen_to_be_complete(
    streams: ModuleType, serve: Serve, reply: Reply
) -> None:
    client = streams.Streams(base_url=serve(reply).url)
    stream = client.chat.completions.create(model="m", stream=True)
    assert stream.final().to_dict() == SUM


def test_one_value_is_no_stream(streams: ModuleType, serve: Serve) -> None:
    server = serve(text(json.dumps(SUM), "application/json"), text("[oops", "x/y"))
    create = streams.Streams(base_url=server.url).chat.completions.create
    for _ in range(2):
        with pytest.raises(streams.APIResponseValidationError):
            list(create(model="m", stream=True))


def test_closed_streams_give_nothing_more(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events(*CHUNKS)).url)
    with client.chat.completions.create(model="m", stream=True) as stream:
        for _ in stream:
            break
    assert stream.response.is_closed
    assert list(stream) == []
    with pytest.raises(RuntimeError, match="closed before its end"):
        stream.final()


def test_forgotten_streams_close_at_once(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events(*CHUNKS)).url)
    gc.disable()
    try:
        for begin in (False, True):
            stream = client.chat.completions.create(model="m", stream=True)
            if begin:
                next(stream)
            response = stream.response
            del stream
            assert response.is_closed
    finally:
        gc.enable()


def test_nothing_is_kept_of_what_was_read(streams: ModuleType) -> None:
    body = events(*[chunk(0, {"content": "a"})] * 2000, end="").body

    def pieces() -> Iterator[bytes]:
        for _ in range(40):
            yield body

    http = httpx2.Client(
        transport=httpx2.MockTransport(
            lambda _: httpx2.Response(
                200, headers={"Content-Type": "text/event-stream"}, content=pieces()
            )
        )
    )
    # One of which each text is appended to the sum, and one without a sum.
    client = streams.Streams(base_url="https://streams.test", http_client=http)
    for stream in (
        client.chat.completions.create(model="m", stream=True),
        client.audio.speech.create(stream_format="sse"),
    ):
        for count, _ in enumerate(stream):
            if count == 4_000:
                gc.collect()
                held = sys.getallocatedblocks()
            elif count == 70_000:
                gc.collect()
                assert sys.getallocatedblocks() - held < 500
                break
        stream.close()


@pytest.mark.parametrize(
    "checker",
    [
        ("mypy", "--strict", "--no-error-summary", "streams_client"),
        ("pyright", "--pythonpath", sys.executable),
    ],
)
def test_checkers_see_what_streams_give(
    package: Path, checker: tuple[str, ...]
) -> None:
    shutil.copy(SPEC.parent / "stream_callers.py", package)
    done = subprocess.run(
        [sys.executable, "-m", *checker, "stream_callers.py"],
        cwd=package,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_static_types_of_streams(streams: ModuleType) -> None:
    def returned(resource: Any, method: str) -> list[str]:
        owner = getattr(__import__(resource, fromlist=["x"]), method.split(".")[0])
        function = getattr(owner, method.split(".")[1])
        return [
            str(each.__annotations__["return"])
            for each in typing.get_overloads(function)
        ]

    base = "streams_client.resources"
    assert returned(f"{base}.chat", "Completions.create")[:2] == [
        "Completion",
        "AnswerStream[Chunk, Completion]",
    ]
    assert returned(f"{base}.jobs", "AsyncEvents.list")[1] == "AsyncStream[JobEvent]"
    audio = f"{base}.audio"
    assert returned(audio, "Speech.create") == [
        "BinaryResponse",
        "Stream[JobEvent]",
        "BinaryResponse | Stream[JobEvent]",
    ]
    assert returned(audio, "AsyncTranscriptions.create")[1] == (
        "AsyncAnswerStream[TranscriptEvent, Transcript]"
    )
