"""Functions that run in a copy of the process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import client_files, forked, normalizer, pipeline
from generator.config import Config
from generator.diagnostics import Diagnostics, Rule
from generator.forked import Forked, can_fork
from generator.lowering import lower_client
from generator.normalizer.pagination.apply import add_pagination
from generator.normalizer.schemas import divided
from generator.normalizer.schemas.identities import find_identities
from generator.source import JsonPointer, Location

ROOT = Path(__file__).parents[2]

needs_fork = pytest.mark.skipif(not can_fork(), reason="Linux with two processors only")


def interrupt() -> None:
    raise KeyboardInterrupt


class Interruption:
    """An object that interrupts the process that reads it."""

    def __reduce__(self) -> tuple[Callable[[], None], tuple[()]]:
        return interrupt, ()


@needs_fork
def test_an_interruption_while_the_result_is_read() -> None:
    with (
        pytest.raises(KeyboardInterrupt),
        Forked(lambda: (Interruption(), bytes(1_000_000))) as copy,
    ):
        copy.result()


def children() -> list[str]:
    """Return the processes that this process has started and not awaited."""
    tasks = Path("/proc/self/task").iterdir()
    return [pid for task in tasks for pid in (task / "children").read_text().split()]


@needs_fork
def test_the_function_runs_in_another_process() -> None:
    with Forked(os.getpid) as other:
        assert other.result() != os.getpid()


@pytest.mark.parametrize("enabled", [True, False])
def test_the_function_is_called_once(enabled: bool) -> None:
    with Forked(object, enabled=enabled) as other:
        assert other.result() is other.result()


@needs_fork
def test_results_can_exceed_the_buffer_of_the_pipe() -> None:
    with Forked(lambda: {"a": "x" * 1_000_000}) as other:
        time.sleep(0.05)
        assert other.result() == {"a": "x" * 1_000_000}


@pytest.mark.parametrize("enabled", [True, False])
def test_exceptions_are_raised_by_result(enabled: bool) -> None:
    def fail() -> int:
        raise ValueError("too deep")

    with (
        pytest.raises(ValueError, match="too deep"),
        Forked(fail, enabled=enabled) as other,
    ):
        other.result()


@needs_fork
def test_the_function_is_called_here_if_the_copy_is_killed() -> None:
    original = os.getpid()

    def work() -> int:
        if os.getpid() != original:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    with Forked(work) as other:
        assert other.result() == original


@needs_fork
def test_no_process_remains_after_an_exception() -> None:
    before = children()
    with pytest.raises(KeyboardInterrupt), Forked(lambda: time.sleep(60)):
        assert len(children()) == len(before) + 1
        raise KeyboardInterrupt
    assert children() == before


@needs_fork
@pytest.mark.parametrize("work", ["time.sleep(60)", "'x' * 1_000_000"])
def test_no_process_remains_if_this_one_is_killed(work: str) -> None:
    program = (
        "import os, signal, time\nfrom generator.forked import Forked\n"
        f"copy = Forked(lambda: {work})\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    # Standard output is that of the copy, too, so it ends with the last of both processes;
    # until then, `run` waits.
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, timeout=20
    )
    assert done.returncode == -signal.SIGKILL


@needs_fork
def test_the_function_is_called_here_without_further_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    with Forked(os.getpid) as other:
        assert other.result() == os.getpid()


def one_processor() -> bool:
    return False


@pytest.fixture
def petshop() -> Config:
    return Config(
        package="petshop",
        client="Petshop",
        specs=("petshop.yaml",),
        directory=ROOT / "tests/guards/documents",
    )


def fork_everything(
    monkeypatch: pytest.MonkeyPatch, available: Callable[[], bool] = can_fork
) -> None:
    """Use copies for APIs of all sizes."""
    monkeypatch.setattr(client_files, "FORKED_OPERATIONS", 0)
    monkeypatch.setattr(normalizer, "FORKED_SCHEMAS", 0)
    monkeypatch.setattr(divided, "MIN_SCHEMAS", 0)
    for module in (forked, divided):
        monkeypatch.setattr(module, "can_fork", available)


@needs_fork
@pytest.mark.parametrize("docs", [False, True, ("site", "markdown")])
@pytest.mark.parametrize("processors", [2, 3])
@pytest.mark.parametrize("available", [can_fork, one_processor])
def test_the_files_are_the_same_with_and_without_copies(
    available: Callable[[], bool],
    processors: int,
    docs: bool | tuple[str, ...],
    petshop: Config,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    config = replace(petshop, docs=docs)
    alone = pipeline.build(config, Diagnostics()).files
    fork_everything(monkeypatch, available)
    monkeypatch.setattr(client_files, "count_processors", lambda: processors)
    assert pipeline.build(config, Diagnostics()).files == alone
    assert ("docs/README.md" in alone) is bool(docs)


@pytest.mark.parametrize(
    ("docs", "others"),
    [
        (False, ["render_resources"]),
        (True, ["_docs", "render_type_docs"]),
    ],
)
def test_copies_start_as_soon_as_their_arguments_are_complete(
    docs: bool, others: list[str], petshop: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []

    class Recorded(Forked[object]):
        def __init__(self, function: Any, *, enabled: bool = True) -> None:
            if enabled:
                events.append(function.func.__name__)
            super().__init__(function, enabled=enabled)

    def lower(*arguments: Any) -> Any:
        events.append("lower_client")
        return lower_client(*arguments)

    # Without processes, all events are recorded here.
    fork_everything(monkeypatch, one_processor)
    monkeypatch.setattr(client_files, "Forked", Recorded)
    monkeypatch.setattr(client_files, "count_processors", lambda: 2)
    monkeypatch.setattr(pipeline, "lower_client", lower)
    pipeline.build(replace(petshop, docs=docs), Diagnostics())
    assert events == ["_responses", "render_types", "lower_client", *others]


def test_schemas_are_identified_while_operations_are_completed(
    petshop: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []

    class Recorded(Forked[dict[str, str]]):
        def __init__(self, function: Any, *, enabled: bool = True) -> None:
            events.append(function.func.__name__)
            super().__init__(function, enabled=enabled)

    def paginate(*arguments: Any, **settings: Any) -> Any:
        events.append("add_pagination")
        return add_pagination(*arguments, **settings)

    document = pipeline.read(petshop, Diagnostics())
    monkeypatch.setattr(normalizer, "Forked", Recorded)
    monkeypatch.setattr(normalizer, "add_pagination", paginate)
    api = normalizer.normalize(document, petshop, Diagnostics())
    assert events == ["find_identities", "add_pagination"]
    final = {item.header.key: item for item in api.declarations}
    assert find_identities(final, document) == api.identities != {}


@needs_fork
@pytest.mark.parametrize("available", [can_fork, one_processor])
def test_copies_render_the_types_with_own_code(
    available: Callable[[], bool],
    petshop: Config,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = tmp_path / "generated/petshop/ext/own.py"
    own.parent.mkdir(parents=True)
    own.write_text("from ..types import pets\n\n\nclass OwnPet(pets.Pet):\n    pass\n")
    config = replace(petshop, output=str(tmp_path / "generated"))
    alone = pipeline.build(config, Diagnostics()).files
    fork_everything(monkeypatch, available)
    assert pipeline.build(config, Diagnostics()).files == alone
    assert b"OwnPet" in alone["petshop/types/pets.py"]


def large_response() -> str:
    """Return a document in which twelve schemas require two values of the next one."""
    both = "{{required: [a, b], properties: {{a: {0}, b: {0}}}}}"
    references = [f"{{$ref: '#/components/schemas/A{n}'}}" for n in range(13)]
    schemas = [f"    A{n}: {both.format(references[n + 1])}" for n in range(12)]
    content = f"{{application/json: {{schema: {references[0]}}}}}"
    responses = f"{{'200': {{description: OK, content: {content}}}}}"
    lines = [
        "openapi: 3.1.0",
        "info: {title: Petshop, version: '1'}",
        f"paths: {{/pets: {{get: {{operationId: list, responses: {responses}}}}}}}",
        "components:",
        "  schemas:",
        *schemas,
        "    A12: {type: string}",
    ]
    return "\n".join(lines)


@needs_fork
@pytest.mark.parametrize("available", [can_fork, one_processor])
def test_the_mock_is_the_same_with_and_without_a_copy(
    available: Callable[[], bool], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "petshop.yaml").write_text(large_response(), encoding="utf-8")
    config = Config(specs=("petshop.yaml",), directory=tmp_path)

    def build() -> tuple[object, list[tuple[Rule, str, JsonPointer, str]]]:
        diagnostics = Diagnostics()
        package = pipeline.build(config, diagnostics).package
        return package.mock, [
            (item.rule, item.message, item.location.pointer, item.hint)
            for item in diagnostics
            if isinstance(item.location, Location)
        ]

    alone = build()
    fork_everything(monkeypatch, available)
    assert build() == alone
    assert "sample-too-large" in [rule.code for rule, *_ in alone[1]]


class _EndsCopy:
    """A value during whose transfer the copy ends."""

    def __init__(self, process: int) -> None:
        self.process = process

    def __reduce__(self) -> tuple[type[_EndsCopy], tuple[int]]:
        if os.getpid() != self.process:
            os._exit(1)
        return _EndsCopy, (self.process,)


def test_a_copy_that_ends_while_it_sends_its_result() -> None:
    process = os.getpid()
    with Forked(lambda: ("x" * 1_000_000, _EndsCopy(process), os.getpid())) as forked:
        text, _, called = forked.result()
    assert len(text) == 1_000_000
    assert called == process
