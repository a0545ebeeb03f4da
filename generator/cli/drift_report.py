"""The report of `oasmith check`: which files are not current, why, and what to do.

With `--strict`, it contains the diagnostics of the documents, too.
"""

from __future__ import annotations

import difflib
import json
import shlex
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..diagnostics import Diagnostic, Diagnostics, Severity
from ..diagnostics.annotations import annotation, github_annotations
from ..diagnostics.render import as_json, in_line_order, json_text
from ..diagnostics.sarif import as_sarif
from ..emission import Drift, Reason, with_line_feeds
from ..emission.manifest import NAME as MANIFEST
from ..frozen_dataclass import dataclass
from .console import Console, relative_name
from .exit_codes import ExitCode, exit_code_for
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
        diagnostics: What is reported about the documents and the settings.
        failure: Why the files were not compared; `""` if they were.
    """

    package: str
    output: str
    summary: str = ""
    drift: tuple[Drift, ...] = ()
    causes: tuple[str, ...] = ()
    has_own_code: bool = False
    has_settings: bool = False
    diffs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    failure: str = ""

    @property
    def warnings(self) -> int:
        """Number of the warnings with which the check fails."""
        return sum(item.severity is Severity.WARNING for item in self.diagnostics)


def reported(diagnostics: Diagnostics, strict: bool) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that a check reports if the files can be compared.

    Those without a location concern settings or flags.
    """
    return tuple(
        item
        for item in diagnostics
        if strict and (item.severity >= Severity.WARNING or item.location is None)
    )


def exit_code(clients: list[CheckedClient]) -> ExitCode:
    """Return the exit code for the results of all clients."""
    codes = [ExitCode.OK]
    for client in clients:
        diagnostics = Diagnostics()
        diagnostics.extend(client.diagnostics)
        if client.failure:
            codes.append(exit_code_for(diagnostics))
        elif client.drift or client.warnings:
            codes.append(ExitCode.FAILED)
    return max(codes)


def read_diffs(
    drift: tuple[Drift, ...], files: Mapping[str, bytes], output: Path, label: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the difference of each file that is not current, by its path.

    Args:
        drift: Files that are not current.
        files: Content of the generated files.
        output: Output directory.
        label: The same directory as the user calls it.
    """
    return tuple(
        (
            item.path,
            read_diff(output / item.path, files.get(item.path), f"{label}/{item.path}"),
        )
        for item in drift
        if item.path != MANIFEST
    )


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


def print_client(client: CheckedClient, console: Console) -> None:
    """Print the result of a client for people.

    The files are printed on standard output, diagnostics and errors on standard error.
    """
    console.show(client.diagnostics)
    if client.failure:
        console.error(client.failure)
        return
    console.write("".join(f"{line}\n" for line in _text_lines(client)))
    if client.warnings:
        console.error(
            f"{count(client.warnings, 'warning')} in a strict check; correct the "
            "documents, or accept them by entries of `ignore` in the settings"
        )


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
    """Return the result as annotations of GitHub Actions."""
    return "".join(text for client in clients for text in _annotations(client))


def _annotations(client: CheckedClient) -> Iterator[str]:
    yield github_annotations(in_line_order(client.diagnostics), relative_name)
    if client.failure:
        yield annotation("error", {"title": "not checked"}, client.failure)
    for item in client.drift:
        yield annotation(
            "error",
            {"file": f"{client.output}/{item.path}", "title": "not current"},
            f"{item.reason}; {_advise(client)}",
        )


def _diff_member(lines: tuple[str, ...] | None) -> dict[str, list[str]]:
    return {} if lines is None else {"diff": list(lines)}


def json_report(clients: list[CheckedClient]) -> str:
    """Return the result for programs, as a JSON object with the list `clients`."""
    content = {"clients": [_as_json(client) for client in clients]}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _as_json(client: CheckedClient) -> dict[str, Any]:
    diffs = dict(client.diffs)
    return {
        "package": client.package,
        "output": client.output,
        "current": None if client.failure else not client.drift,
        "causes": list(client.causes),
        "files": [
            {
                "path": item.path,
                "reason": item.reason.name.lower(),
                **_diff_member(diffs.get(item.path)),
            }
            for item in client.drift
        ],
        "diagnostics": as_json(in_line_order(client.diagnostics), relative_name),
        "error": client.failure or None,
    }


_RULE = {
    "id": "not-current",
    "fullDescription": {"text": "`oasmith generate` would change or remove the file."},
    "defaultConfiguration": {"level": "error"},
}


def sarif_report(clients: list[CheckedClient]) -> str:
    """Return the result as SARIF 2.1.0, with a run for each client."""
    log = as_sarif((), relative_name)
    log["runs"] = [_sarif_run(client) for client in clients]
    return json_text(log)


def _sarif_run(client: CheckedClient) -> dict[str, Any]:
    items = in_line_order(client.diagnostics)
    run: dict[str, Any] = as_sarif(items, relative_name)["runs"][0]
    run["automationDetails"] = {"id": f"oasmith/{client.package}/"}
    rules = run["tool"]["driver"]["rules"]
    if client.drift:
        rules.append(_RULE)
    for item in client.drift:
        uri = quote(f"{client.output}/{item.path}".replace("\\", "/"))
        run["results"].append(
            {
                "ruleId": _RULE["id"],
                "ruleIndex": len(rules) - 1,
                "level": "error",
                "message": {"text": f"{item.reason}; {_advise(client)}"},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}}}],
            }
        )
    if client.failure:
        notification = {"level": "error", "message": {"text": client.failure}}
        run["invocations"] = [
            {
                "executionSuccessful": False,
                "toolExecutionNotifications": [notification],
            }
        ]
    return run


FORMATS: Mapping[str, Callable[[list[CheckedClient]], str]] = {
    "github": github_report,
    "json": json_report,
    "sarif": sarif_report,
}
"""Functions that return the result of all clients for programs, by format."""
