"""`make bench-peers`: seconds that users of this and of other generators wait.

Each generator is installed in a separate environment, in its newest version. The table is
Markdown, for the README. openapi-python-client generates a client, and
datamodel-code-generator only models.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPECS = ROOT.parent / "shared" / "specs"
DOCUMENTS = (
    SPECS / "corpus" / "resend.yaml",
    SPECS / "corpus" / "discord.json",
    SPECS / "corpus" / "intercom-2.16.yaml",
    SPECS / "openai" / "2026-08.yaml",
)
PEERS = ("openapi-python-client", "datamodel-code-generator")
HEAD = (
    "| document | MB | first run | nothing to do | `check` |"
    " openapi-python-client | datamodel-code-generator |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
)
_PATIENCE = 600
_ROUNDS = 3


def main(arguments: Sequence[str]) -> None:
    """Print a row for each document."""
    documents = [Path(item).absolute() for item in arguments] or list(DOCUMENTS)
    missing = [str(document) for document in documents if not document.is_file()]
    if missing:
        sys.exit(
            f"there is no {', '.join(missing)}; pass documents, for example"
            " make bench-peers ARGS=path/to/openapi.yaml"
        )
    environments = {peer: _install(peer) for peer in PEERS}
    print(HEAD, flush=True)
    for document in documents:
        print(_row(document, environments), flush=True)
    versions = [f"{peer} {_version(environments[peer], peer)}" for peer in PEERS]
    print(
        f"\nMedians of {_ROUNDS} runs with {os.cpu_count()} processors, Python"
        f" {platform.python_version()}, {' and '.join(versions)}."
    )


def _row(document: Path, environments: dict[str, Path]) -> str:
    with tempfile.TemporaryDirectory() as scratch:
        commands = _commands(document, Path(scratch), environments)
        times: list[list[float | str]] = [[] for _ in commands]
        for _ in range(_ROUNDS):
            for command, results in zip(commands, times, strict=True):
                # A command that failed is not repeated.
                if not (results and isinstance(results[-1], str)):
                    results.append(command())
    cells = [_cell(results) for results in times]
    size = document.stat().st_size / 1e6
    return f"| {document.name} | {size:.1f} | {' | '.join(cells)} |"


def _commands(
    document: Path, scratch: Path, environments: dict[str, Path]
) -> list[Callable[[], float | str]]:
    """Return functions that run a command; they return seconds, or why it failed."""
    generated, peer_client, models = (
        scratch / name for name in ("generated", "client", "models.py")
    )
    tool = [sys.executable, "-m", "generator"]
    generate = [*tool, "generate", str(document), "--output", str(generated)]
    check = [*tool, "check", str(document), "--output", str(generated)]
    cached = {"XDG_CACHE_HOME": str(scratch / "cache"), "OASMITH_CACHE": "on"}
    client, code = (environments[peer] / "bin" for peer in PEERS)

    def first() -> float | str:
        shutil.rmtree(generated, ignore_errors=True)
        return _seconds(generate)

    def nothing() -> float | str:
        _seconds(generate, cached)
        return _seconds(generate, cached)

    def peer() -> float | str:
        shutil.rmtree(peer_client, ignore_errors=True)
        program, path, output = str(client / PEERS[0]), str(document), str(peer_client)
        flags = ["--path", path, "--output-path", output, "--meta", "none"]
        return _seconds([program, "generate", *flags])

    def only_models() -> float | str:
        program, path = str(code / "datamodel-codegen"), str(document)
        flags = ["--input-file-type", "openapi", "--output", str(models)]
        return _seconds([program, "--input", path, *flags])

    return [first, nothing, lambda: _seconds(check), peer, only_models]


def _install(peer: str) -> Path:
    """Return an environment with a package; it is created once."""
    environment = ROOT / ".venv-peers" / peer
    if not (environment / "installed").is_file():
        venv.create(environment, with_pip=True, clear=True)
        subprocess.run(
            [str(environment / "bin" / "python"), "-m", "pip", "install", "-q", peer],
            check=True,
        )
        (environment / "installed").touch()
    return environment


def _version(environment: Path, package: str) -> str:
    """Return the version of a package that is installed in an environment."""
    script = f"import importlib.metadata as m; print(m.version({package!r}))"
    command = [str(environment / "bin" / "python"), "-c", script]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _seconds(command: list[str], environment: Mapping[str, str] = {}) -> float | str:
    """Return the wall time of a command; or how it failed, after printing its output."""
    variables = {**os.environ, "OASMITH_CACHE": "off", **environment}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    try:
        done = subprocess.run(
            command,
            env=variables,
            cwd=ROOT,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return f"more than {_PATIENCE} s"
    elapsed = time.perf_counter() - started
    if done.returncode:
        print((done.stderr or done.stdout).strip()[-2000:], file=sys.stderr)
        return "fails"
    return elapsed


def _cell(results: list[float | str]) -> str:
    """Return the median, or why there is none."""
    times = [item for item in results if not isinstance(item, str)]
    if len(times) < len(results):
        return next(item for item in results if isinstance(item, str))
    return f"{statistics.median(times):.1f} s"


if __name__ == "__main__":
    main(sys.argv[1:])
