"""The settings: what `[tool.oasmith]` of a `pyproject.toml` says, and flags over it."""

from __future__ import annotations

import glob
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from .package_names import names_from_title, refuse_name
from .origin import Origin
from .validation import CLIENT_ARGUMENTS, as_setting, check_value
from ..source import JsonPointer, SourceFile
from ..suggestions import did_you_mean
from .toml_places import toml_places
from ..words import split_words

__all__ = [
    "CLIENT_ARGUMENTS",
    "Config",
    "SettingsError",
    "check_outputs",
    "find_settings",
    "read_settings",
    "refuse_address",
]

FILE = "pyproject.toml"
DEFAULT_OUTPUT = "generated"


class SettingsError(Exception):
    """The settings cannot be used; the message says where, and what to do."""


@dataclass(frozen=True, slots=True)
class Config:
    """What to generate from what, and under which names.

    Args:
        package: the name of the package; `""`: made from the title of the document.
        client: the name of its client; `""`: made from the title of the document.
        specs: documents, directories and globs, relative to `directory`.
        main: the document that speaks for the API as a whole; `None`: the first.
        output: where files are written, relative to `directory`.
        docs: whether the reference is written.
        unused_types: whether to emit types that no operation or webhook uses.
        only, exclude: patterns of operations that are wanted, and that are not.
        names: names of operations by operation id or `METHOD /path`.
        aliases: further names of operations.
        servers: URLs by the names under which callers choose them.
        credentials: for a security scheme, or an argument of `headers`, the environment
            variable that holds it.
        headers: headers of every request that the client takes as arguments, by the names
            of these.
        pagination: how operations are paged, where the document does not tell.
        polling: what can be waited for, by the operation that is asked again.
        overlays: documents that change the documents.
        reference_folders: folders below which references may lead, beside those of the
            documents and of the settings file.
        directory: what paths are relative to.
        origin: where the settings come from, for messages.
    """

    package: str = ""
    client: str = ""
    specs: tuple[str, ...] = ()
    main: str | None = None
    output: str = DEFAULT_OUTPUT
    docs: bool = True
    unused_types: bool = False
    only: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    servers: Mapping[str, str] = field(default_factory=dict)
    credentials: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    pagination: Mapping[str, Any] = field(default_factory=dict)
    polling: Mapping[str, Any] = field(default_factory=dict)
    overlays: tuple[str, ...] = ()
    reference_folders: tuple[str, ...] = ()
    directory: Path = Path()
    origin: Origin = field(default=Origin(), compare=False, repr=False)

    @property
    def output_directory(self) -> Path:
        """Where files are written."""
        return self.directory / self.output

    def allowed_folders(self) -> tuple[Path, ...]:
        """The folders below which references may lead, beside those of the documents."""
        own = (self.directory,) if self.origin.file is not None else ()
        return (*own, *(self.directory / name for name in self.reference_folders))

    def spec_paths(self) -> tuple[Path, ...]:
        """The files and directories that `specs` name, globs resolved, each once.

        Raises:
            SettingsError: a glob matches nothing, or a document is on another host.
        """
        found: dict[Path, None] = {}
        for position, spec in enumerate(self.specs):
            where = self.origin.prefix("specs", position)
            if refusal := refuse_address(spec):
                raise SettingsError(f"{where}{refusal}")
            # A file may be called like a pattern, and stand in such a directory.
            if not glob.has_magic(spec) or os.path.exists(self.directory / spec):
                found[self.directory / spec] = None
                continue
            matches = glob.glob(spec, root_dir=self.directory, recursive=True)
            if not matches:
                raise SettingsError(
                    f"{where}no file matches {spec!r} in {self.directory}; "
                    "correct `specs` of [tool.oasmith], or give a document"
                )
            found.update(
                dict.fromkeys(self.directory / path for path in sorted(matches))
            )
        return tuple(found)

    def with_names(self, title: str) -> Config:
        """The same with package and client named, after the title where they are not.

        Raises:
            SettingsError: a name is no identifier of Python.
        """
        package, client = names_from_title(title)
        if not self.package and self.client:
            package = f"{'_'.join(split_words(self.client)) or 'api'}_client"
        config = replace(
            self, package=self.package or package, client=self.client or client
        )
        for what, name in (("client", config.client), ("package", config.package)):
            if refusal := refuse_name(what, name):
                where = self.origin.prefix(what)
                raise SettingsError(
                    f"{where}{name!r} cannot be the name of a {what}{refusal}"
                )
        return config


def refuse_address(spec: str) -> str:
    """Why a document cannot be taken from there; `""` where it is a path."""
    if not re.match(r"(?:https?|ftp|file)://", spec, re.IGNORECASE):
        return ""
    if spec.lower().startswith("file:"):
        return f"{spec!r} is an address; give the path alone"
    return (
        f"{spec!r} is an address, and nothing is fetched while generating; download "
        f"the document, or once: curl -fsSL {spec} | oasmith generate -"
    )


def find_settings(start: Path) -> Path | None:
    """The nearest `pyproject.toml` with `[tool.oasmith]` at or above a directory."""
    for directory in (start, *start.parents):
        candidate = directory / FILE
        if candidate.is_file() and _table(candidate, _read(candidate)) is not None:
            return candidate
    return None


def read_settings(file: Path) -> tuple[Config, ...]:
    """Return the clients that a settings file describes; one, where it lists none.

    Raises:
        SettingsError: the file cannot be read, or entries are wrong; all are listed.
    """
    text = _read(file)
    table = _table(file, text) or {}
    uri = Path(os.path.abspath(file)).as_uri()
    source = SourceFile(file.name, uri, text, toml_places)
    shared = {key: value for key, value in table.items() if key != "clients"}
    clients = table.get("clients", [{}])
    if not clients or not isinstance(clients, list) or not _are_tables(clients):
        where = Origin(source, {"clients": _ROOT}).prefix("clients")
        raise SettingsError(
            f"{where}tool.oasmith.clients must be an array of tables; begin each client "
            "with [[tool.oasmith.clients]]"
        )
    origins = [_origin(source, shared, *item) for item in enumerate(clients)]
    tables = [{**shared, **client} for client in clients]
    problems = dict.fromkeys(
        message
        for origin, table in zip(origins, tables, strict=True)
        for message in _problems(origin, table)
    )
    if problems:
        raise SettingsError("\n".join(problems))
    return tuple(
        Config(
            **{key: as_setting(key, value) for key, value in table.items()},
            directory=file.parent,
            origin=origin,
        )
        for origin, table in zip(origins, tables, strict=True)
    )


_ROOT = ("tool", "oasmith")
_KEYS = tuple(
    item.name for item in fields(Config) if item.name not in ("directory", "origin")
)


def _are_tables(values: list[Any]) -> bool:
    return all(isinstance(item, dict) for item in values)


def _origin(
    file: SourceFile, shared: Mapping[str, Any], position: int, client: dict[str, Any]
) -> Origin:
    own: JsonPointer = (*_ROOT, "clients", str(position))
    tables = {**dict.fromkeys(shared, _ROOT), **dict.fromkeys(client, own)}
    return Origin(file, tables)


def _problems(origin: Origin, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the settings of a client, each with its place."""
    for key, value in table.items():
        if key not in _KEYS:
            near = did_you_mean(key, _KEYS)
            near = f"; {near}" if near else ""
            yield f"{origin.prefix(key)}there is no setting {key!r}{near}"
            continue
        for path, message in check_value(key, value):
            yield f"{origin.prefix(key, *path)}{message}"


def check_outputs(configs: Iterable[Config], others: Iterable[Config] = ()) -> None:
    """Make sure that no client is written where another is.

    Args:
        configs: the clients that a command works on.
        others: those that it leaves alone.

    Raises:
        SettingsError: two have one output, where each would remove the other's files.
    """
    seen = {os.path.realpath(other.output_directory) for other in others}
    for config in configs:
        output = os.path.realpath(config.output_directory)
        if output in seen:
            raise SettingsError(
                f"{config.origin.prefix('output')}two clients have the output "
                f"{config.output!r}, where each would remove the files of the other; "
                "give each an `output` of its own"
            )
        seen.add(output)


def _table(file: Path, text: str) -> dict[str, Any] | None:
    """The table `[tool.oasmith]` of a settings file, `None` where it has none."""
    if "oasmith" not in text:  # the files of others are not even parsed
        return None
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is no TOML: {error}") from None
    tools = content.get("tool")
    table = tools.get("oasmith") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"{file}: tool.oasmith is no table")
    return table


def _read(file: Path) -> str:
    try:
        # Some editors of Windows begin files with a byte order mark.
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SettingsError(f"{file} cannot be read: {reason}") from None
