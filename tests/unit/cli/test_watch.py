"""`oasmith watch`: regeneration after each change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cli.watch import _read_state, _wait
from tests.unit.cli.conftest import ROOT, SMALL

pytestmark = pytest.mark.slow

MODULE = "generated/small_client/types/things.py"
SECONDS = 300.0


@pytest.fixture
def watching(
    here: Path, request: pytest.FixtureRequest
) -> Iterator[subprocess.Popen[bytes]]:
    """Start the command with a settings file, and end it after the test.

    Its output is written to `output.txt`. The parameter is a tuple of options.
    """
    (here / "pyproject.toml").write_text('[tool.oasmith]\nspecs = ["small.yaml"]\n')
    with (here / "output.txt").open("wb") as output:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "generator",
                "watch",
                *getattr(request, "param", ()),
            ],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=output,
            # A shell starts background processes with SIGINT ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
    yield process
    process.kill()
    process.wait()


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until a condition is true, and fail after five minutes."""
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def has_field(here: Path, name: str) -> bool:
    file = here / MODULE
    return file.exists() and f"{name}: " in file.read_text(encoding="utf-8")


def test_changes_are_generated(here: Path, watching: subprocess.Popen[bytes]) -> None:
    output = here / "output.txt"
    wait_for(lambda: has_field(here, "name"))
    (here / "small.yaml").write_text(SMALL.replace("name: {type", "title: {type"))
    wait_for(lambda: has_field(here, "title"))
    wait_for(lambda: "next version: 2.0.0" in output.read_text())


@pytest.mark.parametrize("watching", [("--package-version", "3.1.0")], indirect=True)
def test_the_version_of_the_package_is_raised(
    here: Path, watching: subprocess.Popen[bytes]
) -> None:
    output = here / "output.txt"
    wait_for(lambda: has_field(here, "name"))
    (here / "small.yaml").write_text(SMALL.replace("name: {type", "title: {type"))
    wait_for(lambda: "next version: 4.0.0" in output.read_text())
    assert "does not have the attribute `name` any more" in output.read_text()
    (here / "small.yaml").write_text("openapi: [")
    wait_for(lambda: "error[yaml-syntax]" in output.read_text())
    # After an error, the next change is generated.
    (here / "small.yaml").write_text(SMALL.replace("name: {type", "size: {type"))
    wait_for(lambda: has_field(here, "size"))
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["small.yaml"]\ndocs = false\n'
    )
    wait_for(lambda: not (here / "generated/docs").exists())
    assert watching.poll() is None
    watching.send_signal(signal.SIGINT)
    assert watching.wait(SECONDS) == 130
    assert "Traceback" not in output.read_text()


def test_overlays_are_observed(here: Path, watching: subprocess.Popen[bytes]) -> None:
    wait_for(lambda: has_field(here, "name"))
    overlay = here / "changes.yaml"
    settings = '[tool.oasmith]\nspecs = ["small.yaml"]\noverlays = ["changes.yaml"]\n'
    (here / "pyproject.toml").write_text(settings)
    wait_for(lambda: "cannot be read" in (here / "output.txt").read_text())
    content = (
        "overlay: 1.1.0\ninfo: {title: Changes, version: '1'}\nactions:\n"
        "  - target: $.components.schemas.Thing.properties\n"
        "    update: {size: {type: integer}}\n"
    )
    overlay.write_text(content)
    wait_for(lambda: has_field(here, "size"))
    overlay.write_text(content.replace("size", "weight"))
    wait_for(lambda: has_field(here, "weight"))


def test_changes_are_printed_before_the_validation_ends(
    here: Path, watching: subprocess.Popen[bytes]
) -> None:
    output = here / "output.txt"
    wait_for(lambda: "1 operation" in output.read_text())
    (here / "small.yaml").write_text(SMALL.replace("name: {type", "title: {type"))
    wait_for(lambda: output.read_text().count("1 operation") == 2)
    first, _, second = (
        output.read_text().partition("small_client:")[2].partition("small_client:")
    )
    assert "\nsmall_client:\n" not in first
    changes, _, summary = second.partition("next version: 2.0.0")
    assert "attribute `name`" in changes and "files written" in summary


@pytest.fixture
def watching_clients(
    here: Path, watching: subprocess.Popen[bytes]
) -> subprocess.Popen[bytes]:
    """Start the command with a client, and add two others to its settings."""
    for name in ("cat", "dog"):
        (here / f"{name}.yaml").write_text(SMALL)
    wait_for(lambda: has_field(here, "name"))
    (here / "pyproject.toml").write_text(
        "".join(
            f'[[tool.oasmith.clients]]\nspecs = ["{name}.yaml"]\npackage = "{name}"\n'
            f'output = "out/{name}"\n'
            for name in ("cat", "dog")
        )
    )
    wait_for(lambda: (here / "out/dog/.oasmith.json").exists())
    return watching


def test_a_broken_document_does_not_stop_other_clients(
    here: Path, watching_clients: subprocess.Popen[bytes]
) -> None:
    output = here / "output.txt"

    def text_after(start: int, *parts: str) -> str:
        def is_complete() -> bool:
            return all(part in output.read_text()[start:] for part in parts)

        wait_for(is_complete)
        return output.read_text()[start:]

    start = len(output.read_text())
    (here / "cat.yaml").write_text("openapi: [")
    text_after(start, "error[yaml-syntax] cat.yaml", "Nothing to do: dog")
    start = len(output.read_text())
    (here / "dog.yaml").write_text(SMALL.replace("name: {type", "size: {type"))
    text = text_after(start, "next version: 2.0.0", "files written")
    assert "\ndog:\n" in text and "\ncat:\n" not in text
    start = len(output.read_text())
    (here / "cat.yaml").write_text(SMALL.replace("name: {type", "title: {type"))
    text = text_after(
        start, "next version: 2.0.0", "files written", "Nothing to do: dog"
    )
    assert "cat:\n" in text and "attribute `name` any more" in text
    assert watching_clients.poll() is None


def test_a_save_just_before_waiting_is_not_missed(tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text("a")
    state = _read_state({file})
    file.write_text("a: 1")
    waiting = threading.Thread(target=_wait, args=({file}, state), daemon=True)
    waiting.start()
    waiting.join(60)
    assert not waiting.is_alive()
