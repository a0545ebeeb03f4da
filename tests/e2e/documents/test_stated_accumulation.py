"""Streams whose accumulation the settings state, because no rule derives it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate
from tests.e2e.documents.event_streams import sse
from tests.unit.runtime.conftest import Server

pytestmark = pytest.mark.slow

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = "The document does not determine how the items of a stream form the response."
RESULT = (
    "The setting `accumulation` states it. `final()`, `stream` and the command line then "
    "work as for other streams; an item that does not fit raises an exception."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}]
paths:
  /songs:
    post:
      operationId: createSong
      requestBody: {required: true, content: {application/json: {schema: {type: object,
        required: [model], properties: {model: {type: string}, stream: {type: boolean}}}}}}
      responses:
        '200':
          description: Done.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Song'}}
            text/event-stream: {schema: {$ref: '#/components/schemas/Item'}}
components:
  schemas:
    Item:
      oneOf:
      - {type: object, required: [kind, token], properties: {kind: {const: token},
          token: {type: object, required: [string], properties: {string: {type: string}}}}}
      - {type: object, required: [kind, parts], properties: {kind: {const: parts}, parts: {
          type: array, items: {type: object, required: [number, more], properties: {
          number: {type: integer}, more: {type: string}}}}}}
      - {type: object, required: [kind, position, note], properties: {kind: {const: note},
          position: {type: integer}, note: {type: string}}}
      - {type: object, required: [kind, piece], properties: {kind: {const: settings},
          piece: {type: string}}}
      - {type: object, required: [kind, usage], properties: {kind: {const: end},
          usage: {type: object, properties: {tokens: {type: integer}}}}}
    Song:
      type: object
      required: [lyrics]
      properties:
        lyrics: {type: string}
        parts: {type: array, items: {type: object, properties: {text: {type: string}}}}
        notes: {type: array, items: {type: string}}
        settings: {type: object, additionalProperties: true}
        usage: {type: object, properties: {tokens: {type: integer}}}
"""
RULES: list[dict[str, Any]] = [
    {
        "where": {"kind": "token"},
        "from": ["token", "string"],
        "to": "lyrics",
        "how": "append",
    },
    {
        "from": ["parts", "[]", "more"],
        "to": ["parts", "[number]", "text"],
        "how": "append",
    },
    {"where": {"kind": "note"}, "from": "note", "to": ["notes", "[position]"]},
    {
        "where": {"kind": ["settings"]},
        "from": "piece",
        "to": "settings",
        "how": "json",
    },
    {"where": {"kind": "end"}, "from": "usage", "to": "usage", "last": True},
]
SETTINGS = {"accumulation": {"createSong": RULES}}


def token(text: str) -> dict[str, Any]:
    return {"kind": "token", "token": {"string": text}}


def part(number: int, more: str) -> dict[str, Any]:
    return {"number": number, "more": more}


END = {"kind": "end", "usage": {"tokens": 3}}
ITEMS = [
    token("La "),
    {"kind": "parts", "parts": [part(1, "Re"), part(0, "Ver")]},
    {"kind": "note", "position": 1, "note": "high"},
    token(""),
    {"kind": "settings", "piece": '{"key": '},
    {"kind": "parts", "parts": [part(1, "frain"), part(0, "se")]},
    {"kind": "note", "position": 0, "note": "low"},
    token("la"),
    {"kind": "settings", "piece": '"C"}'},
    END,
]
SONG = {
    "lyrics": "La la",
    "parts": [{"text": "Verse"}, {"text": "Refrain"}],
    "notes": ["low", "high"],
    "settings": {"key": "C"},
    "usage": {"tokens": 3},
}
CALLER = """
from typing import assert_type
from acme_client import Acme
from acme_client.types import Song

client = Acme()
with client.songs.create(model="m", stream=True) as plain:
    assert_type(plain.final(), Song)
with client.songs.stream(model="m") as stream:
    for piece in stream.text_stream:
        assert_type(piece, str)
    assert_type(stream.get_final_song(), Song)
client.songs.stream()  # wrong
"""


@pytest.fixture
def acme(client_of: ClientOf) -> ModuleType:
    return client_of(DOCUMENT, **SETTINGS)


def test_nothing_is_derived(client_of: ClientOf) -> None:
    acme = client_of(DOCUMENT)
    assert not hasattr(acme.Acme().songs, "stream")


def test_final(acme: ModuleType, serve: Serve) -> None:
    server = serve(*[sse(ITEMS)] * 4)
    with acme.Acme(base_url=server.url) as client:
        with client.songs.create(model="m", stream=True) as stream:
            assert [item.to_dict() for item in stream] == ITEMS
            assert isinstance(song := stream.final(), acme.types.Song)
            assert song.to_dict() == SONG
        with client.songs.stream(model="m") as events:
            assert list(events.text_stream) == ["La ", "la"]
            assert events.get_final_song().to_dict() == SONG
            assert events.get_final_text() == "La la"

    async def read() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            async with await client.songs.create(model="m", stream=True) as stream:
                assert (await stream.final()).to_dict() == SONG
            async with client.songs.stream(model="m") as events:
                assert [piece async for piece in events.text_stream] == ["La ", "la"]
                assert (await events.get_final_song()).to_dict() == SONG

    asyncio.run(read())


def test_snapshots(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(ITEMS))
    with acme.Acme(base_url=server.url) as client:
        with client.songs.stream(model="m") as stream:
            assert stream.snapshot is None
            snapshots = [stream.snapshot for _ in stream]
    assert [item.lyrics for item in snapshots[:4]] == ["La "] * 4
    assert snapshots[2].notes == ["high"]
    # JSON text becomes a value when it is complete.
    assert snapshots[4].settings is None and snapshots[8].settings == {"key": "C"}
    assert snapshots[-1].to_dict() == SONG


@pytest.mark.parametrize(
    ("items", "error", "message"),
    [
        (ITEMS[:-1], "APIConnectionError", "ended unexpectedly"),
        ([], "APIConnectionError", "ended unexpectedly"),
        (
            [{"kind": "settings", "piece": "{"}, END],
            "APIResponseValidationError",
            "a JSON text of the stream is invalid",
        ),
        (
            [{"kind": "note", "note": "high"}, END],
            "APIResponseValidationError",
            "an item of the stream has no index 'position'",
        ),
        (
            [{"kind": "token", "token": {"string": 1}}, END],
            "APIResponseValidationError",
            "int cannot be appended to the response",
        ),
    ],
)
def test_streams_that_form_no_response(
    acme: ModuleType, serve: Serve, items: list[Any], error: str, message: str
) -> None:
    server = serve(sse(items))
    with acme.Acme(base_url=server.url, max_retries=0) as client:
        with client.songs.create(model="m", stream=True) as stream:
            with pytest.raises(getattr(acme, error), match=message):
                stream.final()


def test_whole_response(client_of: ClientOf, serve: Serve) -> None:
    document = DOCUMENT.replace("const: end}", "const: end}, lyrics: {type: string}")
    rule = {"where": {"kind": "end"}, "from": [], "to": [], "last": True}
    acme = client_of(document, accumulation={"POST /songs": [rule]})
    server = serve(sse([token("La"), {**END, "lyrics": "La"}]))
    with acme.Acme(base_url=server.url) as client:
        with client.songs.stream(model="m") as stream:
            song = stream.get_final_song()
    assert song.to_dict() == {"lyrics": "La", "usage": {"tokens": 3}}


def test_false_removes_what_is_derived(client_of: ClientOf) -> None:
    document = DOCUMENT.replace(
        "required: [kind, usage], properties: {kind: {const: end},",
        "required: [kind, song], properties: {type: {const: song.completed},"
        " song: {$ref: '#/components/schemas/Song'},",
    )
    assert hasattr(client_of(document).Acme().songs, "stream")
    acme = client_of(document, accumulation={"createSong": False})
    assert not hasattr(acme.Acme().songs, "stream")


def test_mock_forms_the_response(acme: ModuleType) -> None:
    mock = __import__(f"{acme.__name__}.testing", fromlist=["MockAPI"]).MockAPI()
    client = acme.Acme(http_client=mock.client())
    with client.songs.create(model="m", stream=True) as stream:
        assert stream.final().usage is not None


def test_command_line(tmp_path: Path, serve: Serve) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text(DOCUMENT)
    settings = {**SETTINGS, "command_line": True}
    generate(spec, tmp_path, "stated_client", "Stated", **settings)
    command = [sys.executable, "-m", "stated_client", "--base-url"]
    command += [serve(sse(ITEMS)).url, "songs", "create", "model=m", "stream=true"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert run.stdout == "La la\n"


def test_types(acme: ModuleType, wrong_lines: Callable[..., set[int]]) -> None:
    lines = CALLER.splitlines()
    expected = {n for n, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert wrong_lines(acme, CALLER) == expected
