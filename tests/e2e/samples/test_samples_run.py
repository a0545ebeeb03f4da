"""Every Python sample runs as it is written, but for the import; and turned async."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from tests.e2e.samples.conftest import Api, fresh
from tests.e2e.samples.contract import samples_of
from tests.e2e.samples.running import Package, run, run_async
from tests.e2e.samples.server import DocumentServer, Seen

Runner = Callable[[str, Package, Path], None]
RUNNERS = (run, run_async)

CANNOT_RUN: dict[str, str] = {
    "createSpeech Default": "it calls the module, without making a client",
    "createTranscription Segment timestamps": "it reads words, and asks for segments",
    "createVectorStoreFileBatch": "its chunking strategy lacks `static`",
    "cancelVectorStoreFileBatch": "it gives `file_batch_id`; the path has `batch_id`",
    "updateChatCompletion": "it gives `request_body`, and no `metadata`",
}
"""Samples of OpenAI's document that cannot run, by operation id and title: why."""


def samples(server: DocumentServer) -> list[tuple[str, str, str, str]]:
    """Operation id, title, code and answer of each sample."""
    return [
        (endpoint.node.operation_id, *sample)
        for endpoint in server.contract.endpoints
        for sample in samples_of(endpoint.node)
    ]


def problems(
    api: Api, runner: Runner, directory: Path, environment: pytest.MonkeyPatch
) -> tuple[dict[str, str], int]:
    """What goes wrong, by sample, and how many samples there are."""
    found: dict[str, str] = {}
    all_samples = samples(api.server)
    for number, (identity, title, code, answer) in enumerate(all_samples):
        seen = fresh(api, environment)
        seen.answer, seen.answers = answer, identity
        place = directory / str(number)
        place.mkdir()
        key = f"{identity} {title}".strip()
        try:
            runner(code, api.package, place)
        except Exception as error:  # whatever a sample may raise is what is told
            found[key] = f"{type(error).__name__}: {error}"
        if seen.refused:
            found[key] = "; ".join(seen.refused)
        elif not seen.called:
            found.setdefault(key, "it asks for nothing")
    return found, len(all_samples)


@pytest.mark.parametrize("runner", RUNNERS)
def test_samples_of_this_project(
    own: Api, runner: Runner, tmp_path: Path, environment: pytest.MonkeyPatch
) -> None:
    found, number = problems(own, runner, tmp_path, environment)
    assert found == {}
    assert number >= 84


@pytest.mark.slow
@pytest.mark.parametrize("runner", RUNNERS)
def test_samples_of_the_whole_document(
    whole: Api, runner: Runner, tmp_path: Path, environment: pytest.MonkeyPatch
) -> None:
    found, number = problems(whole, runner, tmp_path, environment)
    assert found.keys() == CANNOT_RUN.keys(), found
    assert number >= 155


REQUEST = {
    "method": "POST",
    "path": "/chat/completions",
    "query": "",
    "type": "application/json",
    "body": {"model": "m", "messages": [{"role": "user", "content": "a"}]},
}
WRONG: list[dict[str, object]] = [
    {"method": "PUT"},
    {"path": "/chat/completion"},
    {"path": "/chat/completions/"},
    {"query": "stream=true"},
    {"type": "text/plain"},
    {"body": None},
    {"body": {"model": "m"}},
    {"body": {"model": 1, "messages": [{"role": "user", "content": "a"}]}},
    {"body": {"model": "m", "messages": [{"role": "nobody", "content": "a"}]}},
    {"body": {"model": "m", "messages": [{"content": "a"}]}},
    {"body": {"model": "m", "messages": [], "n": "many"}},
]


@pytest.mark.parametrize("wrong", [{}, *WRONG], ids=str)
def test_wrong_requests_are_refused(own: Api, wrong: dict[str, object]) -> None:
    asked = {**REQUEST, **wrong}
    own.server.seen = Seen()
    answer = httpx2.request(
        str(asked["method"]),
        f"{own.server.url}{asked['path']}",
        params=str(asked["query"]),
        headers={"content-type": str(asked["type"])},
        content=b"" if asked["body"] is None else json.dumps(asked["body"]).encode(),
    )
    assert answer.status_code == (400 if wrong else 200)
    assert len(own.server.seen.refused) == bool(wrong)
    assert own.server.seen.called == ([] if wrong else ["createChatCompletion"])
