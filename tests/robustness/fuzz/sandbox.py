"""One run in a separate process with limits, beside files that must not change.

The parent imports all modules and forks for each case, so that cases are fast and isolated
from each other. An audit hook records all opened files and connections. Files with a token
are placed outside of the permitted folders.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import select
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any

from tests.robustness.fuzz.cases import Case
from tests.robustness.fuzz.verdicts import Verdict

TOKEN = "CANARY-7f3a91"
CPU_SECONDS = 10
WALL_SECONDS = 90
IDLE_SECONDS = 20
"""Seconds without processor time; longer than the program waits for its worker."""
MEGABYTES = 1000
_ADDRESS_SPACE = 4_000_000_000


def run_case(case: Case, folder: Path) -> Verdict:
    """Run a case in a new folder and check it."""
    root = folder / "case"
    shutil.rmtree(root, ignore_errors=True)
    _prepare(root, case)
    # The command for a new repository writes to the folder of the documents.
    outside = root / "outside" if case.arguments[0] == "init" else root
    before = _outside(outside)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _child(case, root, writer)
    os.close(writer)
    results, status, usage = _await(child, reader)
    verdict = _judge(results, status, root)
    changed = sorted(set(before.items()) ^ set(_outside(outside).items()))
    if changed:
        return Verdict("write-outside", "sentinel", repr(changed[:3]))
    if usage.ru_maxrss > MEGABYTES * 1024 and not verdict.failed:
        return Verdict("memory", "peak", f"{usage.ru_maxrss // 1024} MB")
    return verdict


def _prepare(root: Path, case: Case) -> None:
    """Write the files of a case, and files that must be neither read nor changed."""
    for name in ("documents", "outside", "home", "logs"):
        (root / name).mkdir(parents=True)
    documents, outside = root / "documents", root / "outside"
    (outside / "canary.txt").write_text(f"{TOKEN}\n")
    (outside / "canary.yaml").write_text(f"type: string\ndescription: {TOKEN}\n")
    (outside / "canary.json").write_text(json.dumps({"token": TOKEN}))
    (documents / "link.yaml").symlink_to(outside / "canary.yaml")
    (documents / "link.txt").symlink_to("../outside/canary.txt")
    (documents / "linked").symlink_to(outside)
    os.mkfifo(documents / "pipe.yaml")
    os.mkfifo(outside / "pipe.yaml")
    (root / "logs" / "stdin").write_bytes(_placed(case.stdin, outside))
    for name, content in case.files.items():
        path = documents / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_placed(content, outside))


def _placed(content: bytes, outside: Path) -> bytes:
    return content.replace(b"@OUTSIDE@", os.fsencode(outside))


def _outside(root: Path) -> dict[str, str]:
    """Return all files outside of the documents' folder with their state."""
    results: dict[str, str] = {}
    for folder, folders, names in os.walk(root):
        if Path(folder) == root:
            folders[:] = [item for item in folders if item != "logs"]
        if Path(folder) == root / "documents" and "generated" in folders:
            folders.remove("generated")
        for name in (*folders, *names):
            path = Path(folder, name)
            regular = path.is_file() and not path.is_symlink()
            results[str(path.relative_to(root))] = (
                path.read_bytes().hex() if regular else ""
            )
    return results


def _child(case: Case, root: Path, writer: int) -> None:
    """Run the program and the checks, send the result, and exit."""
    from tests.robustness.fuzz import oracle

    os.setsid()
    try:
        _limit(root)
        result = oracle.judge(case, root)
    except BaseException as error:  # the parent reports any error
        import traceback

        result = {
            "kind": "fuzzer",
            "signature": repr(error),
            "detail": traceback.format_exc(),
        }
    with open(writer, "w", encoding="utf-8", errors="backslashreplace") as out:
        json.dump(result, out)
    os._exit(0)


def _limit(root: Path) -> None:
    import faulthandler

    os.chdir(root / "documents")
    os.environ.update(HOME=str(root / "home"), OASMITH_CACHE="off", SECRET_CANARY=TOKEN)
    os.environ.pop("XDG_CACHE_HOME", None)
    stacks = open(root / "logs" / "stacks", "w")
    faulthandler.enable(stacks)
    faulthandler.register(signal.SIGXCPU, stacks, all_threads=False)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for descriptor, name, flags in (
        (0, "stdin", os.O_RDONLY),
        (1, "stdout", os.O_WRONLY | os.O_CREAT),
        (2, "stderr", os.O_WRONLY | os.O_CREAT),
    ):
        opened = os.open(root / "logs" / name, flags, 0o600)
        os.dup2(opened, descriptor)
        os.close(opened)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = open(
        2, "w", encoding="utf-8", errors="backslashreplace", closefd=False
    )
    sys.stdin = open(0, encoding="utf-8", closefd=False)


def _await(child: int, reader: int) -> tuple[bytes, int, resource.struct_rusage]:
    """Read the result of a child process, or kill it after a timeout."""
    chunks: list[bytes] = []
    ends, idle_since, used = time.monotonic() + WALL_SECONDS, time.monotonic(), 0
    while True:
        if select.select([reader], [], [], 1)[0]:
            chunks.append(os.read(reader, 65536))
            if not chunks[-1]:
                break
            continue
        now, before, used = time.monotonic(), used, _ticks(child)
        if used > before:
            idle_since = now
        if now > ends or now - idle_since > IDLE_SECONDS:
            os.kill(child, signal.SIGXCPU)
            time.sleep(0.2)  # until the stack trace is written
            os.kill(child, signal.SIGKILL)
            break
    os.close(reader)
    _, status, usage = os.wait4(child, 0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # processes that the child has started
    return b"".join(chunks), status, usage


def _ticks(process: int) -> int:
    """Return the processor time of a process in clock ticks."""
    status = Path("/proc", str(process), "stat").read_text()
    user, system = status.rpartition(")")[2].split()[11:13]
    return int(user) + int(system)


def _judge(report: bytes, status: int, root: Path) -> Verdict:
    if report:
        results: dict[str, Any] = json.loads(report)
        return Verdict(**results)
    stack = (root / "logs" / "stacks").read_text(errors="replace")
    runtime = next((line for line in stack.splitlines() if "/generator/" in line), "")
    place = runtime.rpartition("/generator/")[2].replace('"', "")
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) not in (
        signal.SIGKILL,
        signal.SIGXCPU,
    ):
        return Verdict("crash", f"signal {os.WTERMSIG(status)} {place}", stack[:4000])
    return Verdict("hang", _without_line(place), stack[:4000])


def _without_line(place: str) -> str:
    file, _, rest = place.partition(",")
    return f"{file} {rest.rpartition(' ')[2]}"
