"""The command as a process: determinism, signals, pipes, terminals."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.patience import wait_until
from tests.unit.cli.conftest import PETSHOP, ROOT, SMALL, process, snapshot

pytestmark = pytest.mark.slow

POSIX = pytest.mark.skipif(
    sys.platform == "win32", reason="needs POSIX signals, pipes and terminals"
)


def test_output_is_the_same_on_every_run(tmp_path: Path) -> None:
    def generate(number: int) -> dict[str, bytes]:
        project = tmp_path / f"project{number}"
        below = project / "a/b"
        below.mkdir(parents=True)
        (project / "shop.yaml").write_bytes(PETSHOP.read_bytes())
        (project / "pyproject.toml").write_text('[tool.oasmith]\nspecs = "shop.yaml"\n')
        done = process(
            "generate",
            cwd=below if number % 2 else project,
            PYTHONHASHSEED=str(number),
            OASMITH_CACHE="off",
            LC_ALL="C" if number % 2 else "C.UTF-8",
        )
        assert done.returncode == 0, done.stderr
        return snapshot(project / "generated")

    with ThreadPoolExecutor(2) as pool:
        first, *others = pool.map(generate, range(3))
    assert ".oasmith.json" in first
    assert all(other == first for other in others)
    assert not any(str(tmp_path).encode() in content for content in first.values())


def test_output_does_not_depend_on_the_directory(tmp_path: Path) -> None:
    snapshots = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        where = os.path.relpath(PETSHOP, tmp_path / name) if name == "one" else PETSHOP
        done = process("generate", str(where), cwd=tmp_path / name, OASMITH_CACHE="off")
        assert done.returncode == 0, done.stderr
        snapshots.append(snapshot(tmp_path / name / "generated"))
    assert snapshots[0] == snapshots[1]


@POSIX
@pytest.mark.parametrize("command", ["generate", "validate"])
def test_interrupt_exits_with_130(tmp_path: Path, command: str) -> None:
    # A pipe without a writer blocks the command while it reads the document.
    os.mkfifo(tmp_path / "waiting.yaml")
    running = subprocess.Popen(
        [sys.executable, "-m", "generator", command, "waiting.yaml"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OASMITH_CACHE": "off"},
        # A shell starts background processes with SIGINT ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    # The pipe can be opened as soon as the command reads from it.
    descriptors: list[int] = []

    def is_reading() -> bool:
        assert running.poll() is None, running.communicate()
        with contextlib.suppress(OSError):
            path = tmp_path / "waiting.yaml"
            descriptors.append(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
        return bool(descriptors)

    wait_until(is_reading)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    os.close(*descriptors)
    assert running.returncode == 130
    assert b"Traceback" not in err
    assert not (tmp_path / "generated").exists()


@POSIX
@pytest.mark.parametrize(
    "command", [("inspect", "--stage", "document"), ("validate",), ("generate",)]
)
def test_closed_pipe_prints_no_error(tmp_path: Path, command: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "generator", *command, str(PETSHOP)],
        cwd=tmp_path,
        stdout=writing,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OASMITH_CACHE": "off"},
        check=False,
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 1


def on_a_terminal(directory: Path, **environment: str) -> str:
    """Return the output of a command on a terminal."""
    import pty

    parent_end, child_end = pty.openpty()
    (directory / "bad.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {$ref: '#/b'}}\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-m", "generator", "generate", "bad.yaml"],
        cwd=directory,
        stdout=child_end,
        stderr=child_end,
        env={
            **{key: value for key, value in os.environ.items() if key != "NO_COLOR"},
            "PYTHONPATH": str(ROOT),
            "OASMITH_CACHE": "off",
            "TERM": "xterm",
            **environment,
        },
    )
    os.close(child_end)
    output = b""
    while True:
        try:
            piece = os.read(parent_end, 4096)
        except OSError:  # Linux, when the other end is closed
            break
        if not piece:
            break
        output += piece
    running.wait(60)
    os.close(parent_end)
    return output.decode()


@POSIX
def test_color_and_progress_only_on_terminals(tmp_path: Path) -> None:
    output = on_a_terminal(tmp_path)
    assert "\033[1;33m" in output and "reading …" in output
    plain = on_a_terminal(tmp_path, NO_COLOR="1")
    assert "\033[" not in plain and "reading …" in plain
    dumb = on_a_terminal(tmp_path, TERM="dumb")
    assert "\033" not in dumb and "…" not in dumb and "warning[" in dumb
    done = process("generate", "bad.yaml", cwd=tmp_path, OASMITH_CACHE="off")
    assert "\033" not in done.stderr and "…" not in done.stderr
    assert "warning[" in done.stderr


def test_characters_outside_of_the_encoding_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        '{"openapi": "3.1.0", "info": {"title": "Caf\\u00e9 \\ud83d\\ude00 \\ud800",'
        ' "version": "1"}, "paths": {}}'
    )
    done = process(
        *("inspect", "a.json", "--stage", "document"),
        cwd=tmp_path,
        PYTHONIOENCODING="ascii",
        OASMITH_CACHE="off",
    )
    assert done.returncode == 0, done.stderr
    assert r"Caf\xe9" in done.stdout


def shell(line: str, directory: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of sh in which `oasmith` is the command."""
    script = f'oasmith() {{ "{sys.executable}" -m generator "$@"; }}\n{line}\n'
    return subprocess.run(
        ["sh", "-c", script],
        cwd=directory,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OASMITH_CACHE": "off"},
        check=False,
    )


@POSIX
@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"oasmith generate -q '{PETSHOP}' >&-", 0),
        (f"oasmith inspect '{PETSHOP}' >&- 2>&-", 1),
        ("oasmith generate missing.yaml 2>&-", 1),
        (f"mkdir gone; cd gone; rmdir ../gone; oasmith check '{PETSHOP}'", 1),
    ],
)
def test_closed_streams_and_missing_directory_cause_no_traceback(
    tmp_path: Path, line: str, code: int
) -> None:
    done = shell(line, tmp_path)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["inspect", "generate"])
def test_full_disk_is_an_error(tmp_path: Path, command: str) -> None:
    done = shell(f"oasmith {command} '{PETSHOP}' > /dev/full", tmp_path)
    assert done.returncode == 1
    assert done.stderr == "error: [Errno 28] No space left on device\n"


@POSIX
@pytest.mark.parametrize(
    "command",
    [
        "check small.yaml",
        "diff small.yaml small.yaml",
        "diff small.yaml /dev/null --fail-on breaking",
        "generate small.yaml",
        "inspect small.yaml",
        "validate small.yaml",
        "bundle small.yaml",
        "init --help",
        "--version",
        "completion bash",
        "explain",
    ],
)
def test_results_for_a_closed_output_are_errors(tmp_path: Path, command: str) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    done = shell(f"oasmith {command} >&-", tmp_path)
    assert done.returncode == 1
    assert done.stderr.endswith("error: standard output is closed\n")
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr


@POSIX
@pytest.mark.parametrize("where", ["2>&-", ">&- 2>&-", "<&- 2>&-"])
@pytest.mark.parametrize("command", ["validate", "generate", "bundle"])
def test_lost_messages_are_errors(tmp_path: Path, command: str, where: str) -> None:
    (tmp_path / "wrong.yaml").write_text(
        SMALL.replace("openapi: 3.1.0", "openapi: 3.1.0\nx: 1")
    )
    done = shell(f"oasmith {command} wrong.yaml {where}", tmp_path)
    assert (done.returncode, done.stderr) == (1, "")


@POSIX
def test_closed_standard_error_matters_only_if_there_are_messages(
    tmp_path: Path,
) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    for command in ("validate", "generate", "check", "inspect"):
        done = shell(f"oasmith {command} small.yaml 2>&-", tmp_path)
        assert (done.returncode, done.stderr) == (0, "")


@POSIX
def test_check_for_a_closed_output_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    line = "oasmith generate -q small.yaml >&-; oasmith check small.yaml >&-"
    done = shell(line, tmp_path)
    assert done.returncode == 1
    assert done.stderr == "error: standard output is closed\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize(
    "command", ["--version", "--help", "check --help", "completion bash", "explain"]
)
def test_texts_without_documents_on_a_full_disk_are_errors(
    tmp_path: Path, command: str
) -> None:
    done = shell(f"oasmith {command} > /dev/full", tmp_path)
    assert done.returncode == 1
    assert done.stderr == "error: [Errno 28] No space left on device\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_full_standard_error_matters_only_if_there_are_messages(tmp_path: Path) -> None:
    line = f"oasmith generate -q '{PETSHOP}'; oasmith check '{PETSHOP}' 2> /dev/full"
    assert shell(line, tmp_path).returncode == 0
    assert shell("oasmith check missing.yaml 2> /dev/full", tmp_path).returncode == 1


@POSIX
def test_document_from_standard_input(tmp_path: Path) -> None:
    for number in range(3):  # the cache of one document is not used for the next
        result = subprocess.run(
            [sys.executable, "-m", "generator", "generate", "-"],
            input=SMALL.replace("Small", f"Small {number}"),
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "XDG_CACHE_HOME": str(tmp_path),
            },
            capture_output=True,
            text=True,
            check=True,
        )
        assert "small_0_client: 1 operation" in result.stdout  # the first title
        readme = (tmp_path / "generated/README.md").read_text(encoding="utf-8")
        assert f"a typed client for Small {number} " in readme
    manifest = json.loads((tmp_path / "generated/.oasmith.json").read_bytes())
    assert list(manifest["documents"]) == ["stdin"]


@pytest.mark.parametrize(
    ("argument", "code", "lines"), [("--version", 0, 2), ("--unknown", 2, 1)]
)
def test_the_process_ends_with_its_handlers_and_without_freeing_objects(
    argument: str, code: int, lines: int
) -> None:
    program = """
import atexit, functools, sys, weakref
from generator.cli import run

tree = set()
sys.reference = weakref.ref(tree, functools.partial(print, "freed"))
atexit.register(print, "handler")
run()
"""
    done = subprocess.run(
        [sys.executable, "-c", program, argument],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert len(done.stdout.splitlines()) == lines
    assert done.stdout.endswith("handler\n")
