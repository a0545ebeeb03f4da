"""Python samples run with the client, synchronously and asynchronously."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from tests.e2e.samples.conftest import Api, fresh
from tests.e2e.samples.contract import samples_of
from tests.e2e.samples.running import Package, run, run_async
from tests.e2e.samples.server import DocumentServer, Log

Runner = Callable[[str, Package, Path], None]
RUNNERS = (run, run_async)

CANNOT_RUN: dict[str, str] = {
    "createVectorStoreFileBatch": (
        "its chunking strategy lacks `static`, which the schema requires, and has the"
        " members of `static` beside `type`, so that every server that follows the document"
        " rejects the request"
    ),
}
"""Reasons why samples of the document of OpenAI fail, by operation id and title."""


def samples(server: DocumentServer) -> list[tuple[str, str, str, str]]:
    """Return operation id, title, code and response of each sample."""
    return [
        (endpoint.node.operation_id, *sample)
        for endpoint in server.contract.endpoints
        for sample in samples_of(endpoint.node)
    ]


def problems(
    api: Api, runner: Runner, directory: Path, environment: pytest.MonkeyPatch
) -> tuple[dict[str, str], int]:
    """Return the failures by sample, and the number of samples."""
    failures: dict[str, str] = {}
    all_samples = samples(api.server)
    for number, (identity, title, code, response) in enumerate(all_samples):
        log = fresh(api, environment)
        log.sample_response, log.sample_operation = response, identity
        place = directory / str(number)
        place.mkdir()
        key = f"{identity} {title}".strip()
        try:
            runner(code, api.package, place)
        except Exception as error:  # every exception is a failure of the sample
            failures[key] = f"{type(error).__name__}: {error}"
        if log.refused:
            failures[key] = "; ".join(log.refused)
        elif not log.called:
            failures.setdefault(key, "sends no request")
    return failures, len(all_samples)


@pytest.mark.slow
@pytest.mark.parametrize("runner", RUNNERS)
def test_samples_of_this_project(
    own: Api, runner: Runner, tmp_path: Path, environment: pytest.MonkeyPatch
) -> None:
    failures, number = problems(own, runner, tmp_path, environment)
    assert failures == {}
    assert number >= 84


@pytest.mark.slow
@pytest.mark.parametrize("runner", RUNNERS)
def test_samples_of_the_complete_document(
    whole: Api, runner: Runner, tmp_path: Path, environment: pytest.MonkeyPatch
) -> None:
    failures, number = problems(whole, runner, tmp_path, environment)
    assert failures.keys() == CANNOT_RUN.keys(), failures
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
    {"body": {"model": "m", "messages": [{"role": "unknown", "content": "a"}]}},
    {"body": {"model": "m", "messages": [{"content": "a"}]}},
    {"body": {"model": "m", "messages": [], "n": "many"}},
]


@pytest.mark.parametrize("wrong", [{}, *WRONG], ids=str)
def test_invalid_requests_are_rejected(own: Api, wrong: dict[str, object]) -> None:
    request = {**REQUEST, **wrong}
    own.server.log = Log()
    response = httpx2.request(
        str(request["method"]),
        f"{own.server.url}{request['path']}",
        params=str(request["query"]),
        headers={"content-type": str(request["type"])},
        content=(
            b"" if request["body"] is None else json.dumps(request["body"]).encode()
        ),
    )
    assert response.status_code == (400 if wrong else 200)
    assert len(own.server.log.refused) == bool(wrong)
    assert own.server.log.called == ([] if wrong else ["createChatCompletion"])
