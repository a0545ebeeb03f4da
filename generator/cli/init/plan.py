"""Plan and write the changes that `init` makes in a repository."""

from __future__ import annotations

import os
import posixpath
import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ...config import FILE, Config, SettingsError, read_settings
from ...frozen_dataclass import dataclass
from . import contents
from .installation import VARIABLE, Installation, find_installation

_MAKEFILES = ("GNUmakefile", "makefile", "Makefile")
"""Names of makefiles, in the order in which make searches for them."""

_TARGETS = (
    ("generate", "check"),
    ("generate-client", "check-client"),
    ("oasmith-generate", "oasmith-check"),
)
"""Names for the two targets; the first pair that the makefile does not define is used."""

_TARGET = re.compile(r"^([^\s#:=][^#:=]*?)\s*::?(?!=)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """Lines to append to a file.

    Args:
        path: path of the file; it may not exist yet.
        addition: text to append; `""` if the file already has it.
        subject: what the lines are, for messages.
    """

    path: Path
    addition: str
    subject: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Changes of a repository, and the next steps for the user.

    Args:
        changes: the changes.
        command: the command that generates the client afterwards.
        missing_variable: the variable that must be set for CI, `""` for none.
    """

    changes: tuple[Change, ...]
    command: str
    missing_variable: str = ""


def plan_changes(directory: Path, repository: Path, config: Config) -> Plan:
    """Return the changes with which a repository generates and checks its client.

    Args:
        directory: directory of the settings file.
        repository: top directory of the repository, which contains `.github`.
        config: documents and names to write if there are no settings yet.

    Raises:
        SettingsError: an existing file cannot be appended to.
    """
    settings = _plan_settings(directory / FILE, config)
    configs = (config,) if settings.addition else read_settings(directory / FILE)
    installation = find_installation(repository, directory)
    targets, command = _plan_targets(directory, installation)
    outputs = [item.output for item in configs]
    workflow = _plan_workflow(repository, directory, installation, outputs)
    attributes = _plan_attributes(directory / ".gitattributes", outputs)
    needs_variable = bool(workflow.addition) and not installation.argument
    return Plan(
        (settings, targets, workflow, attributes),
        command,
        VARIABLE if needs_variable else "",
    )


def write_changes(changes: Iterable[Change]) -> None:
    """Append to the files; create files and folders that do not exist.

    Raises:
        OSError: a file cannot be written.
    """
    for change in changes:
        if change.addition:
            change.path.parent.mkdir(parents=True, exist_ok=True)
            with change.path.open("ab") as file:
                file.write(change.addition.encode())


def _plan_settings(file: Path, config: Config) -> Change:
    text = _read(file)
    if "oasmith" in _parse(file, text).get("tool", {}):
        return Change(file, "", "[tool.oasmith]")
    table = contents.format_settings(config)
    addition = _format_addition(text, table)
    try:
        _loads(text + addition)
    except tomllib.TOMLDecodeError:  # such as after `tool = {}`
        raise SettingsError(
            f"the table [tool.oasmith] cannot be appended to {file.name}; add it "
            f"yourself:\n{table}"
        ) from None
    return Change(file, addition, "[tool.oasmith]")


def _loads(text: str) -> dict[str, Any]:
    """Parse TOML that may begin with a byte order mark."""
    return tomllib.loads(text.removeprefix("\ufeff"))


def _parse(file: Path, text: str) -> dict[str, dict[str, object]]:
    try:
        return _loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not valid TOML: {error}") from None


def _plan_targets(directory: Path, installation: Installation) -> tuple[Change, str]:
    """Return the change of the makefile, and the command that generates the client."""
    existing = [name for name in _MAKEFILES if (directory / name).is_file()]
    file = directory / next(iter(existing), "Makefile")
    text = _read(file)
    if "oasmith" in text.lower():
        return Change(file, "", "targets for oasmith"), "oasmith generate"
    defined = {name for names in _TARGET.findall(text) for name in names.split()}
    generate, check = next(pair for pair in _TARGETS if defined.isdisjoint(pair))
    targets = contents.format_targets(generate, check, installation)
    subject = f"`make {generate}` and `make {check}`"
    return Change(file, _format_addition(text, targets), subject), f"make {generate}"


def _plan_workflow(
    repository: Path,
    directory: Path,
    installation: Installation,
    outputs: Sequence[str],
) -> Change:
    folder = repository / ".github/workflows"
    for file in sorted((*folder.glob("*.yml"), *folder.glob("*.yaml"))):
        if "oasmith" in _read(file):
            return Change(file, "", "check in CI")
    relative = Path(os.path.relpath(directory, repository)).as_posix()
    text = contents.format_workflow(relative, installation, outputs)
    return Change(folder / "oasmith.yml", text, "check in CI")


def _plan_attributes(file: Path, outputs: Iterable[str]) -> Change:
    """Plan a line for each output below the directory of the file."""
    text = _read(file)
    existing = {line.split(" ")[0] for line in text.splitlines()}
    lines = ""
    for output in map(posixpath.normpath, outputs):
        is_below = output != "." and not output.startswith(("../", "/"))
        if is_below and contents.attributes_pattern(output) not in existing:
            lines += contents.format_attributes(output)
    addition = _format_addition(text, lines, blank_line=False)
    return Change(file, addition, "attributes of generated files")


def _format_addition(text: str, lines: str, blank_line: bool = True) -> str:
    """Return the text to append to a file.

    Args:
        text: content of the file, whose line endings are used.
        lines: complete lines to append.
        blank_line: whether to separate them from the content by a blank line.
    """
    if not lines:
        return ""
    newline = "\r\n" if "\r\n" in text else "\n"
    separator = "" if not text or text.endswith("\n") else newline
    if text and blank_line:
        separator += newline
    return separator + lines.replace("\n", newline)


def _read(file: Path) -> str:
    """Return the content of a file with its line endings, `""` if it does not exist."""
    try:
        return file.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise SettingsError(f"{file} cannot be read: it is not UTF-8") from None
