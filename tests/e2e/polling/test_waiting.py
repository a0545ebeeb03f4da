"""Polling: `create_and_poll` and `poll`, their intervals and timeouts."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.emission import write_tree
from generator.pipeline import build
from tests.clients import import_from
from tests.e2e.faults.conftest import wire  # noqa: F401  # a fixture
from tests.e2e.faults.wire import Wire, http_response, sends, silent_after
from tests.patience import longer_if_late
from tests.unit.runtime.conftest import (  # noqa: F401  # fixtures
    Server,
    json_reply,
    no_waiting,
    serve,
)

Serve = Callable[..., Server]
POLLING: dict[str, Any] = {
    "getJob": {
        "field": ["state", "name"],
        "until": ["failed", "done"],
        "create": ["createJob", "POST /queues/run"],
    }
}


def config(polling: dict[str, Any], output: Path) -> Config:
    return Config(
        package="jobs_client",
        client="Jobs",
        specs=("jobs.yaml",),
        directory=Path(__file__).parent,
        output=str(output),
        polling=polling,
    )


@pytest.fixture(scope="module")
def jobs(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Return a client with methods that poll jobs."""
    output = tmp_path_factory.mktemp("jobs")
    result = build(config(POLLING, output), Diagnostics())
    write_tree(result.files, result.manifest, output, force=False)
    return import_from(output, "jobs_client")


def job(state: str, **headers: str) -> Any:
    body = {"id": "j1", "queue_id": "q2", "state": {"name": state}}
    return json_reply(body, **headers)


def test_create_and_poll(
    jobs: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(job("queued"), job("running"), job("running"), job("done"))
    seen: list[str] = []
    client = jobs.Jobs(base_url=server.url)
    result = client.queues.jobs.create_and_poll(
        "q1",
        task="t",
        x_version="2",
        on_poll=lambda each: seen.append(each.state.name),
        extra_query={"x": "1"},
        extra_headers={"X-Trace": "t"},
    )
    assert type(result) is jobs.types.Job
    assert result.state.name == "done"
    assert seen == ["queued", "running", "running", "done"]
    first, *rest = server.received
    assert (first.method, first.target) == ("POST", "/queues/q1/jobs?x=1")
    assert first.body == b'{"task":"t"}'
    assert {(each.method, each.target) for each in rest} == {
        ("GET", "/queues/q1/jobs/j1")
    }
    for each in server.received:
        assert (each.headers["x-trace"], each.headers["x-version"]) == ("t", "2")
    assert no_waiting == [1.0, 1.5, 2.25]


def test_path_parameters_are_taken_from_the_response(
    jobs: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(job("queued"), job("done"))
    jobs.Jobs(base_url=server.url).queues.run_and_poll()
    assert server.received[1].target == "/queues/q2/jobs/j1"


def test_a_failed_job_is_returned(
    jobs: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(job("running"), job("failed"))
    result = jobs.Jobs(base_url=server.url).queues.jobs.poll("j1", queue_id="q1")
    assert result.state.name == "failed"
    assert [each.method for each in server.received] == ["GET", "GET"]


def test_a_finished_job_is_not_polled(
    jobs: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(job("done"))
    jobs.Jobs(base_url=server.url).queues.jobs.create_and_poll("q1", task="t")
    assert (len(server.received), no_waiting) == (1, [])


def test_intervals(jobs: ModuleType, serve: Serve, no_waiting: list[float]) -> None:
    replies = [
        job("queued", Retry_After="7"),
        job("queued", retry_after_ms="250"),
        *[job("queued")] * 7,
        job("done"),
    ]
    client = jobs.Jobs(base_url=serve(*replies).url)
    client.queues.jobs.poll("j1", queue_id="q1")
    assert no_waiting[:2] == [7.0, 0.25]
    assert no_waiting[-2:] == [10.0, 10.0]
    no_waiting.clear()
    client = jobs.Jobs(base_url=serve(*replies).url)
    client.queues.jobs.poll("j1", queue_id="q1", poll_interval=0.5)
    assert set(no_waiting) == {0.5}


@pytest.mark.parametrize("reply_count", [0, 1])
@longer_if_late
def test_a_timeout_while_the_server_is_silent(
    jobs: ModuleType, wire: Callable[..., Wire], reply_count: int, factor: int
) -> None:
    body = json.dumps({"id": "j1", "state": {"name": "running"}}).encode()
    server = wire(*[sends(http_response(body))] * reply_count, silent_after())
    seconds = 0.3 * factor
    polling_options: Any = {"poll_interval": 0.01, "poll_timeout": seconds}
    message = "still 'running'" if reply_count else f"after {seconds:g} s"

    async def main() -> None:
        async with jobs.AsyncJobs(base_url=server.url) as client:
            await client.queues.jobs.poll("j1", queue_id="q1", **polling_options)

    client = jobs.Jobs(base_url=server.url)
    for poll in (
        lambda: client.queues.jobs.poll("j1", queue_id="q1", **polling_options),
        lambda: asyncio.run(main()),
    ):
        server.acts = [*[sends(http_response(body))] * reply_count, silent_after()]
        started = time.monotonic()
        with pytest.raises(jobs.errors.PollTimeoutError, match=message):
            poll()
        assert time.monotonic() - started < 2 * factor


@longer_if_late
def test_a_timeout_error_has_the_last_status(
    jobs: ModuleType, serve: Serve, factor: int
) -> None:
    server = serve(job("running"))
    client = jobs.Jobs(base_url=server.url)
    with pytest.raises(jobs.errors.PollTimeoutError, match=" 'running'") as caught:
        client.queues.jobs.poll(
            "j1", queue_id="q1", poll_interval=0.02, poll_timeout=0.2 * factor
        )
    assert isinstance(caught.value, TimeoutError)
    assert isinstance(caught.value, jobs.errors.APIError)
    assert caught.value.status == "running"
    assert type(caught.value.body) is jobs.types.Job
    assert len(server.received) >= 2


def test_async_polling_with_a_coroutine_callback(
    jobs: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    server = serve(job("queued"), job("running"), job("done"))
    seen: list[str] = []

    async def record(each: Any) -> None:
        seen.append(each.state.name)

    async def main() -> Any:
        async with jobs.AsyncJobs(base_url=server.url) as client:
            queue = client.queues.jobs
            return await queue.create_and_poll("q1", task="t", on_poll=record)

    assert asyncio.run(main()).state.name == "done"
    assert seen == ["queued", "running", "done"]
    assert no_waiting == [1.0, 1.5]


def test_cancellation_while_polling(jobs: ModuleType, serve: Serve) -> None:
    server = serve(job("running"))

    async def main() -> None:
        async with jobs.AsyncJobs(base_url=server.url) as client:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.1):
                    await client.queues.jobs.poll("j1", queue_id="q1")
            assert (await client.queues.jobs.retrieve("j1", queue_id="q1")).id == "j1"

    asyncio.run(main())


@pytest.mark.parametrize(
    ("polling", "message"),
    [
        ({"nothing": {"until": ["done"]}}, "it matches no operation"),
        ({"getJob": {"until": ["done"]}}, "has no field 'status'"),
        (
            {"getJob": {"field": ["state", "nam"], "until": ["done"]}},
            "has no field 'state.nam'",
        ),
        (
            {"getJob": {**POLLING["getJob"], "create": ["createJob", "creatJob"]}},
            "there is no operation 'creatJob'",
        ),
        (
            {"getJob": {"field": ["state", "name"], "until": ["finished"]}},
            "'finished' is not a value of 'name'",
        ),
        (
            {"getJob": {**POLLING["getJob"], "create": "getJobs"}},
            "there is no operation 'getJobs'",
        ),
    ],
)
def test_invalid_settings_are_reported(
    tmp_path: Path, polling: dict[str, Any], message: str
) -> None:
    diagnostics = Diagnostics()
    with pytest.raises(GenerationError):
        build(config(polling, tmp_path), diagnostics)
    messages = [
        each.message for each in diagnostics if each.rule.code == "unknown-polling"
    ]
    assert len(messages) == 1 and message in messages[0]
