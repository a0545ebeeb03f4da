"""What `init` would write into a repository, and the writing of it."""

from __future__ import annotations

import os
import posixpath
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...config import FILE, Config, SettingsError, read_settings
from . import texts
from .installation import VARIABLE, Installation, find_installation

_MAKEFILES = ("GNUmakefile", "makefile", "Makefile")
"""In the order in which make looks for them."""

_RULES = (
    ("generate", "check"),
    ("generate-client", "check-client"),
    ("oasmith-generate", "oasmith-check"),
)
"""Names of the two rules; the first that a Makefile does not have are taken."""

_RULE = re.compile(r"^([^\s#:=][^#:=]*?)\s*::?(?!=)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """A file, and what is to be added to its end.

    Args:
        path: of the file.
        addition: the text; `""` when what it says is there already.
        what: it gives, in words.
    """

    path: Path
    addition: str
    what: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What `init` writes, and what is left for the user to do.

    Args:
        changes: what is to be written.
        command: generates the client then.
        missing: the variable that CI needs to install oasmith, `""` for none.
    """

    changes: tuple[Change, ...]
    command: str
    missing: str = ""


def plan_changes(directory: Path, repository: Path, config: Config) -> Plan:
    """What has to be written so that a repository makes and checks its client.

    Args:
        directory: where the settings are to be, and what paths in them begin from.
        repository: the top of the repository, where its workflows are.
        config: the documents and names to settle on, should there be no settings yet.

    Raises:
        SettingsError: a file that is there cannot be added to.
    """
    settings = _settings(directory / FILE, config)
    configs = (config,) if settings.addition else read_settings(directory / FILE)
    installation = find_installation(repository, directory)
    rules, command = _rules(directory, installation)
    workflow = _workflow(repository, directory, installation)
    changes = (
        settings,
        rules,
        workflow,
        _attributes(directory / ".gitattributes", [item.output for item in configs]),
    )
    is_missing = bool(workflow.addition) and not installation.argument
    return Plan(changes, command, VARIABLE if is_missing else "")


def write_changes(changes: Iterable[Change]) -> None:
    """Adds to the files; what is in them stays, byte by byte.

    Raises:
        OSError: one cannot be written.
    """
    for change in changes:
        if change.addition:
            change.path.parent.mkdir(parents=True, exist_ok=True)
            with change.path.open("ab") as file:
                file.write(change.addition.encode())


def _settings(file: Path, config: Config) -> Change:
    text = _read(file)
    if "oasmith" in _table(file, text).get("tool", {}):
        return Change(file, "", "[tool.oasmith]")
    addition = _at_end(text, texts.settings(config))
    try:
        _loads(text + addition)
    except tomllib.TOMLDecodeError:  # such as after `tool = {}`
        raise SettingsError(
            f"{file.name} takes no table [tool.oasmith] at its end; write it yourself:\n"
            f"{texts.settings(config)}"
        ) from None
    return Change(file, addition, "[tool.oasmith]")


def _loads(text: str) -> dict[str, Any]:
    """TOML, whose byte order mark stays in the file but is no part of it."""
    return tomllib.loads(text.removeprefix("\ufeff"))


def _table(file: Path, text: str) -> dict[str, dict[str, object]]:
    try:
        return _loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is no TOML: {error}") from None


def _rules(directory: Path, installation: Installation) -> tuple[Change, str]:
    """The rules of make, and the command that makes the client."""
    there = [name for name in _MAKEFILES if (directory / name).is_file()]
    file = directory / next(iter(there), "Makefile")
    text = _read(file)
    if "oasmith" in text.lower():
        return Change(file, "", "rules"), "oasmith generate"
    taken = {name for names in _RULE.findall(text) for name in names.split()}
    generate, check = next(pair for pair in _RULES if taken.isdisjoint(pair))
    addition = _at_end(text, texts.rules(generate, check, installation))
    what = f"`make {generate}` and `make {check}`"
    return Change(file, addition, what), f"make {generate}"


def _workflow(repository: Path, directory: Path, installation: Installation) -> Change:
    folder = repository / ".github/workflows"
    for file in sorted((*folder.glob("*.yml"), *folder.glob("*.yaml"))):
        if "oasmith" in _read(file):
            return Change(file, "", "the check in CI")
    below = Path(os.path.relpath(directory, repository)).as_posix()
    text = texts.workflow(below, installation)
    return Change(folder / "oasmith.yml", text, "the check in CI")


def _attributes(file: Path, outputs: Iterable[str]) -> Change:
    """A line for each output that lies below the file's directory."""
    text = _read(file)
    known = {line.split(" ")[0] for line in text.splitlines()}
    addition = ""
    for output in map(posixpath.normpath, outputs):
        below = output != "." and not output.startswith(("../", "/"))
        if below and texts.pattern(output) not in known:
            addition += texts.attributes(output)
    addition = _at_end(text, addition, apart=False)
    return Change(file, addition, "attributes of what is generated")


def _at_end(text: str, addition: str, apart: bool = True) -> str:
    """What to write behind a text so that its lines stay whole.

    Args:
        text: what is there.
        addition: whole lines.
        apart: whether an empty line is to stand between.
    """
    if not addition:
        return ""
    newline = "\r\n" if "\r\n" in text else "\n"
    lead = "" if not text or text.endswith("\n") else newline
    if text and apart:
        lead += newline
    return lead + addition.replace("\n", newline)


def _read(file: Path) -> str:
    """The text of a file, `""` where there is none."""
    try:
        # Bytes, since the ends of its lines are to stay.
        return file.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise SettingsError(f"{file} cannot be read: it is not UTF-8") from None
