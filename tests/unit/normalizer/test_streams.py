"""Streaming responses of published documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.model.api import Api
from generator.model.types import Anything, DeclarationRef, Type
from generator.normalizer import normalize

CHUNKS = ("pieces", "choices", "delta", "message")
STRINGS = ("pieces", "choices", "text", "text")
STREAMS: dict[str, dict[str, tuple[str, str, tuple[str, ...], str]]] = {
    # The chunk is found by its name; no response refers to it.
    "openai/2023-07.yaml": {
        "createChatCompletion": ("CreateChatCompletionStreamResponse", "data", CHUNKS, "[DONE]"),
        "createCompletion": ("CreateCompletionResponse", "data", STRINGS, "[DONE]"),
        "listFineTuneEvents": ("FineTuneEvent", "data", (), "[DONE]"),
    },
    # Chunk and response are members of one union.
    "corpus/azure-openai-2024-10-21.json": {
        "Completions_Create": ("createCompletionResponse", "data", STRINGS, "[DONE]"),
        "ChatCompletions_Create": ("createChatCompletionStreamResponse", "data", CHUNKS, "[DONE]"),
    },
    # Declared events contain the chunk as data; the end marker is declared too.
    "corpus/together.yaml": {
        "chat-completions": ("ChatCompletionChunk", "data", CHUNKS, "[DONE]"),
        "completions": ("CompletionChunk", "data", (), "[DONE]"),
        "audio-speech": ("AudioSpeechStreamChunk", "data", (), "[DONE]"),
    },
    # The events of `createResponse` are not described.
    "corpus/groq.yaml": {
        "createChatCompletion": ("CreateChatCompletionStreamResponse", "data", CHUNKS, "[DONE]"),
        "createResponse": ("", "data", (), ""),
    },
    "corpus/ollama.yaml": {
        "chat": ("ChatStreamEvent", "data", (), ""),
        "create": ("StatusEvent", "data", (), ""),
        "generate": ("GenerateStreamEvent", "data", (), ""),
        "pull": ("StatusEvent", "data", (), ""),
        "push": ("StatusEvent", "data", (), ""),
    },
}  # fmt: skip
"""For each operation: type of the items, event format, aggregation and end marker."""


def type_name(api: Api, type_: Type) -> str:
    if isinstance(type_, Anything):
        return ""
    assert isinstance(type_, DeclarationRef)
    return next(
        item.header.words[0]
        for item in api.declarations
        if item.header.key == type_.key
    )


@pytest.mark.parametrize("document", STREAMS)
def test_streams(shared: Path, document: str) -> None:
    specs = shared / "specs"
    diagnostics = Diagnostics()
    root = load([specs / document], relative_to=specs, diagnostics=diagnostics)
    api = normalize(root, Config(package="acme", client="Acme"), diagnostics)
    streams = {
        operation.id: (
            type_name(api, stream.item),
            stream.event_format,
            stream.aggregation,
            stream.end_marker,
        )
        for operation in api.operations
        if (stream := operation.result.streaming) is not None
    }
    assert streams == STREAMS[document]
