"""Everyday snippets of users of the official package run with the generated one.

The snippets in the folder `snippets` import `openai`, which is the client of the complete
document of OpenAI, with a few settings. Most of them call the server of the document, which
rejects requests that are not described; others call a server with the replies below.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.clients import generate
from tests.e2e.samples.conftest import Api, fresh
from tests.e2e.samples.contract import Contract
from tests.e2e.samples.running import PACKAGE, Package, run
from tests.e2e.samples.server import serving
from tests.unit.runtime.conftest import (
    Handler,
    Reply,
    Server,
    json_reply,
    serve,  # noqa: F401  # a fixture
)

pytestmark = pytest.mark.slow

ENDED = ["completed", "failed", "cancelled"]
FOLDER = Path(__file__).parent / "snippets"
PLAN = '{"steps": ["walk"]}'
EMPTY = {"object": "list", "data": []}


def chat(message: dict[str, Any]) -> Reply:
    choice = {"index": 0, "finish_reason": "stop", "logprobs": None}
    message = {"role": "assistant", "content": None, "refusal": None, **message}
    head = {"id": "c", "object": "chat.completion", "created": 1, "model": "m"}
    return json_reply({**head, "choices": [{**choice, "message": message}]})


def chunks(*deltas: dict[str, Any]) -> Reply:
    def choice(delta: dict[str, Any], reason: str | None = None) -> dict[str, Any]:
        return {"index": 0, "delta": delta, "finish_reason": reason}

    choices = [*map(choice, deltas), choice({}, "stop")]
    head = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    return sse([*({**head, "choices": [item]} for item in choices), "[DONE]"])


def job(status: str) -> dict[str, Any]:
    """Return an object that is created and polled."""
    return {"id": "job_1", "status": status, "thread_id": "thread_1"}


def sse(items: Iterable[Any]) -> Reply:
    texts = (item if isinstance(item, str) else json.dumps(item) for item in items)
    body = "".join(f"data: {text}\n\n" for text in texts)
    return Reply(200, body.encode(), {"Content-Type": "text/event-stream"})


def respond_late(handler: Handler) -> None:
    time.sleep(20)  # longer than the timeout of the snippet


def calling(name: str, arguments: str) -> dict[str, Any]:
    function = {"name": name, "arguments": arguments}
    return {
        "tool_calls": [
            {"index": 0, "id": "t", "type": "function"} | {"function": function}
        ]
    }


CONTENT = {"type": "output_text", "text": PLAN, "annotations": []}
MESSAGE = {"type": "message", "id": "m", "role": "assistant", "status": "completed"}
RESPONSE = {
    "id": "r",
    "object": "response",
    "status": "completed",
    "created_at": 1,
    "output": [{**MESSAGE, "content": [CONTENT]}],
}
DELTA = {"type": "response.output_text.delta", "item_id": "m", "delta": PLAN}
COMPLETED = {"type": "response.completed", "sequence_number": 2, "response": RESPONSE}
FAILURE = {
    "message": "no model none",
    "type": "invalid_request_error",
    "param": "model",
    "code": "model_not_found",
}
VERBOSE = {
    "language": "english",
    "duration": 1.0,
    "text": "Hello",
    "words": [{"word": "Hello", "start": 0.0, "end": 1.0}],
}
TOOL = calling("DepthOf", '{"lake": "Thun"}')
STEPS = '{"steps": [{"text": "walk"}]}'
REPLIES: dict[str, tuple[Reply, ...]] = {
    "chat_parse": (chat({"content": STEPS}),),
    "chat_parse_beta": (chat({"content": STEPS}),),
    "chat_parse_tools": (chat(TOOL),),
    "chat_stream_helper": (chunks({"content": "wa"}, {"content": "lk"}),),
    "chat_stream_helper_parsed": (
        chunks({"content": PLAN[:5]}, {"content": PLAN[5:]}),
    ),
    "chat_stream_helper_tools": (chunks(TOOL),),
    "responses_parse": (json_reply(RESPONSE),),
    "responses_stream_helper": (sse([DELTA, COMPLETED]),),
    "responses_conversation": (json_reply(RESPONSE),) * 3,
    "responses_stream_resume": (sse([COMPLETED]), sse([COMPLETED])),
    "transcription_text": (Reply(200, b"Hello\n", {"Content-Type": "text/plain"}),),
    "transcription_words": (json_reply(VERBOSE),),
    "assistants_poll": (json_reply(job("in_progress")), json_reply(job("completed"))),
    "vector_store_poll": (json_reply(job("in_progress")), json_reply(job("completed"))),
    "webhook": (),
    "error_connection": (),
    "azure": (),
    "errors": (json_reply({"error": FAILURE}, 404, x_request_id="req_1"),),
    "error_rate_limit": (json_reply({"error": FAILURE}, 429),),
    "retries": (Reply(500), Reply(503), json_reply(EMPTY)),
    "retries_of_a_call": (Reply(429), Reply(500), Reply(500), json_reply(EMPTY)),
    "timeout_error": (Reply(raw=respond_late),),
    "request_id": (json_reply(EMPTY, x_request_id="req_1"),),
    "extra_parameters": (json_reply(RESPONSE),),
    "undocumented_path": (json_reply({}),),
}


@pytest.fixture(scope="module")
def official(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """The client of the complete document of OpenAI, with a few settings."""
    output = tmp_path_factory.mktemp("official")
    spec = shared / "specs" / "openai" / "2026-08.yaml"
    (output / "files.yaml").write_text(OVERLAY, encoding="utf-8")
    folders = {
        "overlays": (str(output / "files.yaml"),),
        "reference_folders": (str(output),),
    }
    generated = generate(spec, output, PACKAGE, "OpenAI", **SETTINGS, **folders)
    with serving(Contract(generated.document)) as server:
        yield Api(Package(output), server)


def read_snippets() -> dict[str, str]:
    """Return the code of each snippet by its name."""
    parts = (
        part
        for file in sorted(FOLDER.glob("*.txt"))
        for part in re.split(
            r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE
        )[1:]
    )
    return {name: code for name, _, code in (part.partition("\n") for part in parts)}


SNIPPETS = read_snippets()
EXCEPTIONS: dict[str, str] = {
    "chat_parse_beta": "the document lacks `beta.chat.completions`, and aliases do not parse",
    "responses_parse": "only the response has `output_parsed`, not the parts of its text",
    "file_wait": "polling by another name than `poll` needs own code in `ext`",
    "vector_store_upload": "uploads before polling need own code in `ext`",
    "vector_store_search": "the document has no parameter for its `next_page`",
    "azure": "another vendor needs own code in `ext`",
}
"""Snippets that fail, with the reason."""
OVERLAY = """
overlay: 1.1.0
info: {title: The content of a file is not JSON, version: '1'}
actions:
  - target: $.paths['/files/{file_id}/content'].get.responses['200'].content
    remove: true
  - target: $.paths['/files/{file_id}/content'].get.responses['200']
    update: {content: {application/octet-stream: {schema: {type: string, format: binary}}}}
"""
SETTINGS: dict[str, Any] = {
    "headers": {
        "organization": "OpenAI-Organization",
        "project": "OpenAI-Project",
    },
    "polling": {
        "getRun": {
            "until": ["requires_action", *ENDED, "incomplete", "expired"],
            "create": "createRun",
        },
        "getVectorStoreFile": {"until": ENDED, "create": "createVectorStoreFile"},
    },
}
"""Settings of the client, for what the document does not describe."""


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name,
            # Each exception has its reason. One that passes fails the test (`strict`).
            marks=(
                [pytest.mark.xfail(reason=EXCEPTIONS[name], strict=True)]
                if name in EXCEPTIONS
                else []
            ),
        )
        for name in SNIPPETS
    ],
)
def test_snippet(
    name: str,
    official: Api,
    environment: pytest.MonkeyPatch,
    serve: Callable[..., Server],
    tmp_path: Path,
) -> None:
    pytest.importorskip("pydantic")
    log = fresh(official, environment)
    if name in REPLIES:
        environment.setenv("OPENAI_BASE_URL", f"{serve(*REPLIES[name]).url}/v1")
    run(SNIPPETS[name], official.package, tmp_path)
    assert log.refused == []
    assert log.called or name in REPLIES
