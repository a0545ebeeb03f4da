"""Checks of a run in a separate process: exit code, files, opened files and client."""

from __future__ import annotations

import json
import os
import re
import sys
import traceback
from pathlib import Path
from typing import Any

from tests.robustness.fuzz import client, pages
from tests.robustness.fuzz.cases import Case
from tests.robustness.fuzz.verdicts import Failure, Verdict

_OPENED: list[tuple[str, str]] = []
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CONNECTING = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "urllib.Request",
)
_REMOVING = ("os.remove", "os.rmdir", "os.mkdir", "os.rename", "os.link", "os.symlink")


def judge(case: Case, root: Path) -> dict[str, str]:
    """Run the program on a case and return the verdict as plain data."""
    watching = [True]
    sys.addaudithook(lambda event, args: _note(event, args) if watching[0] else None)
    try:
        code = _run(list(case.arguments))
        watching[0] = False
        verdict = _checked(case, root, code)
    except Failure as failure:
        verdict = failure.verdict
    return {
        "kind": verdict.kind,
        "signature": verdict.signature,
        "detail": verdict.detail,
    }


def _note(event: str, args: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(args[0], (str, bytes)):
        flags = args[2] if isinstance(args[2], int) else 0
        _OPENED.append(("write" if flags & _WRITING else "read", os.fsdecode(args[0])))
    elif event in _REMOVING:
        _OPENED.append(("write", os.fsdecode(args[0])))
    elif event in _CONNECTING and not str(args[0]).startswith("file:"):
        _OPENED.append(("connect", repr(args)))


def _run(arguments: list[str]) -> int:
    """Run the program; return the exit code, or a failure with its location."""
    from generator.cli import main

    try:
        main(arguments, prog_name="oasmith")
    except SystemExit as error:
        return (
            error.code if isinstance(error.code, int) else int(error.code is not None)
        )
    except BaseException as error:
        raise Failure("traceback", place_of(error), format_error(error)) from None
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def place_of(error: BaseException, package: str = "generator") -> str:
    """Return the type of an exception and its innermost frame in the generator."""
    frames = traceback.extract_tb(error.__traceback__)
    runtime = [frame for frame in frames if f"/{package}/" in frame.filename]
    if not runtime:
        return type(error).__name__
    file = runtime[-1].filename.rpartition(f"/{package}/")[2]
    return f"{type(error).__name__} {file} {runtime[-1].name}"


def format_error(error: BaseException) -> str:
    """Return the exception and the frames outside of libraries."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [item for item in frames if "site-packages" not in item.filename][-12:]
    message = "".join(traceback.format_exception_only(error))
    return "".join(traceback.format_list(own))[-5000:] + message[-2000:]


def _checked(case: Case, root: Path, code: int) -> Verdict:
    _check_opened(root)
    message = (root / "logs" / "stdout").read_text("utf-8", "replace")
    complaint = (root / "logs" / "stderr").read_text("utf-8", "replace")
    _check_token(root, message + complaint)
    command = case.arguments[0]
    if "Traceback (most recent call last)" in complaint:
        raise Failure("traceback", "printed", complaint[-3000:])
    if code not in (0, 1, 2):
        raise Failure("exit-code", str(code), complaint[-2000:])
    output = root / "documents" / "generated"
    manifests = list(output.rglob(".oasmith.json")) if output.exists() else []
    if command != "generate":
        if output.exists() and command != "init":
            raise Failure(
                "written", command, "a command that writes nothing wrote output"
            )
        return Verdict("shown" if code == 0 else "refused")
    if bool(manifests) != (code == 0) or (output.exists() and not manifests):
        raise Failure(
            "exit-code", f"{code}, manifests: {len(manifests)}", complaint[-2000:]
        )
    if code and not re.search(r"^(error|Error|Usage)|error", complaint, re.MULTILINE):
        raise Failure("silent", f"exit code {code}", complaint[-2000:])
    if code:
        return Verdict("usage" if code == 2 else "refused")
    _check_output(case, manifests[0])
    return Verdict("written")


def _check_opened(root: Path) -> None:
    """Check that only the documents were read, and only the output was written."""
    documents = os.path.realpath(root / "documents")
    allowed = (os.path.realpath(root / "logs"), os.path.realpath(root / "home"))
    for use, path in _OPENED:
        real = os.path.realpath(os.path.join(documents, path))
        if use == "connect":
            raise Failure("read-outside", "connection", path)
        if real.startswith(allowed):
            continue
        inside = real == documents or real.startswith(f"{documents}/")
        if use == "write" and not inside and real != "/dev/null":
            raise Failure("write-outside", "opened", path)
        if use == "read" and real.startswith(os.path.realpath(root)) and not inside:
            raise Failure("read-outside", "file", path)
        if use == "read" and real.startswith(
            ("/etc/passwd", "/dev/zero", "/dev/full", "/proc/")
        ):
            raise Failure("read-outside", "device", path)


def _check_token(root: Path, message: str) -> None:
    from tests.robustness.fuzz.sandbox import TOKEN

    if TOKEN in message:
        raise Failure("read-outside", "token in messages", message[:1000])
    output = root / "documents" / "generated"
    for path in output.rglob("*") if output.exists() else ():
        if path.is_file() and TOKEN.encode() in path.read_bytes():
            raise Failure("read-outside", "token in output", path.name)


def _check_output(case: Case, manifest: Path) -> None:
    output, settings = manifest.parent, json.loads(manifest.read_bytes())["settings"]
    for path in output.rglob("*"):
        if path.is_symlink():
            raise Failure("write-outside", "symbolic link", str(path))
    client.check(output, settings["package"], settings["client"])
    if case.id % 5 == 0:
        pages.check(output / "docs")
    if case.id % 10 == 0 and case.stdin == b"":
        _check_again(case, output)


def _check_again(case: Case, output: Path) -> None:
    """Check that a second run writes the same bytes."""
    before = _contents(output)
    code = _run([*case.arguments])
    if code or before != _contents(output):
        raise Failure("unstable", f"second run, exit code {code}")


def _contents(output: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(output)): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
