"""The report of `oasmith check`: which files are not current, why, and what to do."""

from __future__ import annotations

import difflib
import json
import shlex
from collections.abc import Iterator
from pathlib import Path

from ..diagnostics.annotations import annotation
from ..emission import Drift, Reason, with_line_feeds
from ..emission.manifest import NAME as MANIFEST
from ..frozen_dataclass import dataclass
from .summary import count

MAX_DIFF_LINES = 40
"""Lines of the difference of a file that are printed."""


@dataclass(frozen=True, slots=True)
class CheckedClient:
    """The result of checking a client.

    Args:
        package: Name of the package.
        output: Output directory as the user calls it.
        summary: Line about the client.
        drift: Files that are not current; empty if the client is current.
        causes: Clauses that say which inputs changed.
        has_own_code: Whether the package has own code in `ext`.
        has_settings: Whether the client is described by a settings file.
        diffs: Lines of the difference of each file by its path.
    """

    package: str
    output: str
    summary: str
    drift: tuple[Drift, ...] = ()
    causes: tuple[str, ...] = ()
    has_own_code: bool = False
    has_settings: bool = False
    diffs: tuple[tuple[str, tuple[str, ...]], ...] = ()


def read_diff(current: Path, content: bytes | None, label: str) -> tuple[str, ...]:
    """Return the difference between a file and what is generated, as a unified diff.

    Args:
        current: The file.
        content: What is generated; `None` if the file is no longer generated.
        label: Name of the file in the heading.
    """
    before = with_line_feeds(current.read_bytes()) if current.is_file() else b""
    lines = difflib.unified_diff(
        _lines(before),
        _lines(content or b""),
        fromfile=f"{label} (now)" if current.is_file() else "/dev/null",
        tofile="/dev/null" if content is None else f"{label} (generated)",
        lineterm="",
    )
    return tuple(lines)


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", errors="backslashreplace").split("\n")


def text_report(client: CheckedClient) -> str:
    """Return the report of a client for people."""
    return "".join(f"{line}\n" for line in _text_lines(client))


def _text_lines(client: CheckedClient) -> Iterator[str]:
    if not client.drift:
        yield f"Current: {client.summary}"
        return
    diffs = dict(client.diffs)
    for item in client.drift:
        yield f"{client.output}/{item.path}: {item.reason}"
        lines = diffs.get(item.path, ())
        yield from (f"  {line}".rstrip() for line in lines[:MAX_DIFF_LINES])
        if len(lines) > MAX_DIFF_LINES:
            yield f"  … {count(len(lines) - MAX_DIFF_LINES, 'more line')}"
    yield f"{_headline(client)}; {_advise(client)}"


def _headline(client: CheckedClient) -> str:
    """Return how many files are not current, and why."""
    number = count(len(client.drift), "file")
    reasons = {item.reason for item in client.drift if item.path != MANIFEST}
    causes = client.causes
    if not causes and Reason.OUTDATED in reasons and Reason.EDITED not in reasons:
        own = " or own code in `ext`" if client.has_own_code else ""
        causes = (f"the templates or sources of oasmith{own} changed",)
    return f"{number} not current" + (f": {', '.join(causes)}" if causes else "")


def _advise(client: CheckedClient) -> str:
    """Return what to do so that the client is current."""
    edited = [item.path for item in client.drift if item.reason is Reason.EDITED]
    if not edited:
        return "run `oasmith generate`"
    file = shlex.quote(f"{client.output}/{edited[0]}")
    keep = f"keep an edit with `oasmith adopt-edit {file}`"
    if not client.has_settings:
        keep = "move the edits to own code in `ext`"
    return (
        f"{count(len(edited), 'file was', 'files were')} edited by hand: {keep}, or "
        "discard all with `oasmith generate --force`"
    )


def github_report(clients: list[CheckedClient]) -> str:
    """Return the files that are not current as annotations of GitHub Actions."""
    return "".join(
        annotation(
            "error",
            {"file": f"{client.output}/{item.path}", "title": "not current"},
            f"{item.reason}; {_advise(client)}",
        )
        for client in clients
        for item in client.drift
    )


def _diff_member(lines: tuple[str, ...] | None) -> dict[str, list[str]]:
    return {} if lines is None else {"diff": list(lines)}


def json_report(clients: list[CheckedClient]) -> str:
    """Return the result for programs, as a JSON object with the list `clients`."""
    content = {
        "clients": [
            {
                "package": client.package,
                "output": client.output,
                "current": not client.drift,
                "causes": list(client.causes),
                "files": [
                    {
                        "path": item.path,
                        "reason": item.reason.name.lower(),
                        **_diff_member(diffs.get(item.path)),
                    }
                    for item in client.drift
                ],
            }
            for client in clients
            for diffs in [dict(client.diffs)]
        ]
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
