"""Text of streams whose last event contains the response."""

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
KIND = (
    "The last event of a stream contains the response, and others pieces of its text."
)
RESULT = (
    "The stream of typed events has `text_stream` and `get_final_text()`, and the command "
    "line prints the text as it arrives."
)
HEAD = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}]
paths:
  /poems:
    post:
      operationId: createPoem
      requestBody: {required: true, content: {application/json: {schema: {type: object,
        required: [model], properties: {model: {type: string}, stream: {type: boolean}}}}}}
      responses:
        '200':
          description: Done.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Poem'}}
            text/event-stream: {schema: {$ref: '#/components/schemas/Event'}}
components:
  schemas:
"""
PARTS = """
    Event:
      oneOf:
      - {type: object, required: [type, poem], properties: {type: {
          const: poem.created}, poem: {$ref: '#/components/schemas/Poem'}}}
      - {$ref: '#/components/schemas/Thought'}
      - {type: object, required: [type, piece_index, step_index, delta], properties: {
          type: {const: poem.words.delta}, step_index: {type: integer},
          piece_index: {type: integer}, delta: {type: string}}}
      - {type: object, required: [type, poem], properties: {type: {
          const: poem.completed}, poem: {$ref: '#/components/schemas/Poem'}}}
    Thought: {type: object, required: [type, step_index, piece_index, delta], properties: {
      type: {const: poem.thought_words.delta}, step_index: {type: integer},
      piece_index: {type: integer}, delta: {type: string}}}
    Poem:
      type: object
      required: [id, steps]
      properties:
        id: {type: string}
        prompts: {type: array, items: {$ref: '#/components/schemas/Message'}}
        steps: {type: array, items: {oneOf: [{$ref: '#/components/schemas/Message'},
          {$ref: '#/components/schemas/Thinking'}]}}
    Message: {type: object, required: [type, role, pieces], properties: {
      type: {const: message}, role: {type: string}, pieces: {type: array, items: {
      type: object, required: [type, text], properties: {type: {const: words},
      text: {type: string}}}}}}
    Thinking: {type: object, required: [type, pieces], properties: {
      type: {const: thinking}, pieces: {type: array, items: {
      type: object, required: [type, text], properties: {type: {const: thought_words},
      text: {type: string}}}}}}
"""
FLAT = """
    Event:
      oneOf:
      - {type: object, required: [type, delta], properties: {type: {const: delta},
          delta: {type: string}}}
      - {type: object, required: [type, poem], properties: {type: {const: done},
          poem: {$ref: '#/components/schemas/Poem'}}}
    Poem: {type: object, required: [id, content], properties: {id: {type: string},
      content: {type: string}}}
"""
EQUAL = """
    Event:
      oneOf:
      - {type: object, required: [event, text], properties: {event: {
          const: poem.text.delta}, text: {type: string}}}
      - {type: object, required: [event, text, length], properties: {event: {
          const: poem.text.done}, text: {type: string}, length: {type: integer}}}
    Poem: {type: object, required: [text, length], properties: {text: {type: string},
      length: {type: integer}}}
"""


def words(text: str, kind: str = "words", **members: Any) -> dict[str, Any]:
    owner = {"type": "message", "role": "assistant", **members}
    return {**owner, "pieces": [{"type": kind, "text": text}]}


def delta(text: str, kind: str = "words", step: int = 1) -> dict[str, Any]:
    indexes = {"step_index": step, "piece_index": 0}
    return {"type": f"poem.{kind}.delta", **indexes, "delta": text}


POEM = {
    "id": "a",
    "prompts": [words("Sing.")],
    "steps": [words("Think.", "thought_words", type="thinking"), words("La la")],
}
STREAMS = {
    PARTS: [
        {"type": "poem.created", "poem": {"id": "a", "steps": []}},
        delta("Think.", "thought_words", 0),
        delta("La "),
        delta(""),
        delta("la"),
        {"type": "poem.completed", "poem": POEM},
    ],
    FLAT: [
        {"type": "delta", "delta": "La "},
        {"type": "delta", "delta": "la"},
        {"type": "done", "poem": {"id": "a", "content": "La la"}},
    ],
    EQUAL: [
        {"event": "poem.text.delta", "text": "La "},
        {"event": "poem.text.delta", "text": "la"},
        {"event": "poem.text.done", "text": "La la", "length": 5},
    ],
}
documents = pytest.mark.parametrize(
    "schemas", STREAMS, ids=("parts", "flat", "equal event")
)


@documents
def test_text(schemas: str, client_of: ClientOf, serve: Serve) -> None:
    acme = client_of(HEAD + schemas)
    server = serve(*[sse(STREAMS[schemas])] * 4)
    with acme.Acme(base_url=server.url) as client:
        with client.poems.stream(model="m") as stream:
            assert list(stream.text_stream) == ["La ", "la"]
            assert stream.get_final_text() == "La la"
        with client.poems.stream(model="m") as stream:
            assert stream.get_final_text() == "La la"

    async def read() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            async with client.poems.stream(model="m") as stream:
                assert [piece async for piece in stream.text_stream] == ["La ", "la"]
            async with client.poems.stream(model="m") as stream:
                assert await stream.get_final_text() == "La la"

    asyncio.run(read())


@pytest.mark.parametrize(
    ("schemas", "old", "new"),
    [
        # Two messages with a role: the document does not determine which text is the poem.
        (PARTS, "const: thinking}, pieces", "const: thinking}, role: {}, pieces"),
        # Two strings, and an event that is named after neither.
        (
            FLAT,
            "content: {type: string}",
            "content: {type: string}, text: {type: string}",
        ),
        (EQUAL, "poem.text.delta", "poem.sound.delta"),
    ],
    ids=("two roles", "two strings", "other name"),
)
def test_unclear_text_has_no_members(
    schemas: str, old: str, new: str, client_of: ClientOf
) -> None:
    assert old in schemas
    document = HEAD + schemas.replace(old, new)
    if schemas is EQUAL:
        document = document.replace(
            "text: {type: string},\n      length",
            "text: {type: string}, content: {type: string},\n      length",
        )
    types = client_of(document).types
    assert not hasattr(types.PoemEventStream, "text_stream")
    assert not hasattr(types.AsyncPoemEventStream, "get_final_text")


@documents
def test_command_line(schemas: str, tmp_path: Path, serve: Serve) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text(HEAD + schemas)
    generate(spec, tmp_path, "singing_client", "Singing", command_line=True)
    server = serve(*[sse(STREAMS[schemas])] * 2)
    command = [sys.executable, "-m", "singing_client", "--base-url", server.url]
    command += ["poems", "create", "model=m", "stream=true"]
    results = [
        subprocess.run(
            [*command, *options], cwd=tmp_path, capture_output=True, text=True
        ).stdout
        for options in ((), ("-o", "jsonl"))
    ]
    assert results[0] == "La la\n"
    assert len(results[1].splitlines()) == len(STREAMS[schemas])
