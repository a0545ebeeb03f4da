"""Streams of published documents: what their items are, and what they add up to."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.model.api import Api
from generator.model.types import Anything, DeclarationRef, Type
from generator.normalizer import normalize

PIECES = ("pieces", "choices", "delta", "message")
TEXTS = ("pieces", "choices", "text", "text")
STREAMS: dict[str, dict[str, tuple[str, str, tuple[str, ...], str]]] = {
    # Chunks that no answer names, only their own name does.
    "openai/2023-07.yaml": {
        "createChatCompletion": ("CreateChatCompletionStreamResponse", "data", PIECES, "[DONE]"),
        "createCompletion": ("CreateCompletionResponse", "data", TEXTS, "[DONE]"),
        "listFineTuneEvents": ("FineTuneEvent", "data", (), "[DONE]"),
    },
    # Chunk and answer in one union.
    "corpus/azure-openai-2024-10-21.json": {
        "Completions_Create": ("createCompletionResponse", "data", TEXTS, "[DONE]"),
        "ChatCompletions_Create": ("createChatCompletionStreamResponse", "data", PIECES, "[DONE]"),
    },
    # Events are declared, with the chunk as their data, and the mark of the end.
    "corpus/together.yaml": {
        "chat-completions": ("ChatCompletionChunk", "data", PIECES, "[DONE]"),
        "completions": ("CompletionChunk", "data", (), "[DONE]"),
        "audio-speech": ("AudioSpeechStreamChunk", "data", (), "[DONE]"),
    },
    # Nothing is said of the events of `createResponse`.
    "corpus/groq.yaml": {
        "createChatCompletion": ("CreateChatCompletionStreamResponse", "data", PIECES, "[DONE]"),
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
"""By operation, the items, how events carry them, how they add up, and how they end."""


def name_of(api: Api, type_: Type) -> str:
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
    found = {
        operation.id: (
            name_of(api, stream.item),
            stream.form,
            stream.final,
            stream.ends,
        )
        for operation in api.operations
        if (stream := operation.result.streaming) is not None
    }
    assert found == STREAMS[document]
