"""The package of `streams.yaml`, and responses with streams."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.unit.runtime.conftest import Reply, Server

Serve = Callable[..., Server]
SPEC = Path(__file__).parent / "streams.yaml"


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the package of `streams.yaml` and return its directory."""
    output = tmp_path_factory.mktemp("streams")
    generate(SPEC, output, "streams_client", "Streams")
    return output


@pytest.fixture(scope="session")
def streams(package: Path) -> ModuleType:
    """Return the package of `streams.yaml`."""
    return import_from(package, "streams_client")


def events(*items: Any, end: str = "data: [DONE]\n\n") -> Reply:
    """Create a response with server-sent events.

    Args:
        items: JSON values, strings that are sent unchanged, or pairs of name and value.
        end: The end of the body.
    """
    parts = []
    for item in items:
        if isinstance(item, tuple):
            parts.append(f"event: {item[0]}\n")
            item = item[1]
        data = item if isinstance(item, str) else json.dumps(item)
        parts.append(f"data: {data}\n\n")
    body = "".join(parts) + end
    return Reply(200, body.encode(), {"Content-Type": "text/event-stream"})


def respond(content: str, media: str) -> Reply:
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


AGGREGATED = {
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
