"""The settings: what `[tool.oasmith]` of a `pyproject.toml` says, and flags over it."""

from __future__ import annotations

import difflib
import glob
import math
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from generator.names import is_name, names_from_title, refuse_name
from generator.words import split_words

FILE = "pyproject.toml"
DEFAULT_OUTPUT = "generated"
CLIENT_ARGUMENTS = frozenset(
    {
        "api_key",
        "base_url",
        "default_headers",
        "default_query",
        "http_client",
        "max_retries",
        "self",
        "server",
        "server_variables",
        "timeout",
        "webhook_secret",
    }
)
"""What clients take, or may take, whatever the settings say."""


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
        from_file: whether `directory` is the folder of a settings file.
    """

    package: str = ""
    client: str = ""
    specs: tuple[str, ...] = ()
    main: str | None = None
    output: str = DEFAULT_OUTPUT
    docs: bool = True
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
    from_file: bool = field(default=False, compare=False)

    @property
    def output_directory(self) -> Path:
        """Where files are written."""
        return self.directory / self.output

    def allowed_folders(self) -> tuple[Path, ...]:
        """The folders below which references may lead, beside those of the documents."""
        own = (self.directory,) if self.from_file else ()
        return (*own, *(self.directory / name for name in self.reference_folders))

    def spec_paths(self) -> tuple[Path, ...]:
        """The files and directories that `specs` name, globs resolved, each once.

        Raises:
            SettingsError: a glob matches nothing, or a document is on another host.
        """
        found: dict[Path, None] = {}
        for spec in self.specs:
            if refusal := refuse_address(spec):
                raise SettingsError(refusal)
            # A file may be called like a pattern, and stand in such a directory.
            if not glob.has_magic(spec) or os.path.exists(self.directory / spec):
                found[self.directory / spec] = None
                continue
            matches = glob.glob(spec, root_dir=self.directory, recursive=True)
            if not matches:
                raise SettingsError(
                    f"no file matches {spec!r} in {self.directory}; "
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
                raise SettingsError(f"{name!r} cannot be the name of a {what}{refusal}")
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
    """The clients that a settings file describes; one, where it lists none.

    Raises:
        SettingsError: the file cannot be read, or an entry of it is wrong.
    """
    text = _read(file)
    table = _table(file, text) or {}
    shared = {key: value for key, value in table.items() if key != "clients"}
    clients = table.get("clients", [{}])
    tables = isinstance(clients, list) and all(isinstance(x, dict) for x in clients)
    if not tables or not clients:
        raise SettingsError(
            f"{file.name}:{_line(text, 'clients')}: tool.oasmith.clients is no list of "
            "tables; begin each client with [[tool.oasmith.clients]]"
        )
    directory = file.parent
    return tuple(
        _config({**shared, **client}, file.name, text, directory) for client in clients
    )


def check_outputs(configs: Iterable[Config]) -> None:
    """Makes sure that no client is written where another is.

    Raises:
        SettingsError: two have one output, where each would remove the other's files.
    """
    seen: set[str] = set()
    for config in configs:
        output = os.path.realpath(config.output_directory)
        if output in seen:
            raise SettingsError(
                f"two clients are written to {config.output!r}, where each would remove "
                "the files of the other; give each an `output` of its own"
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


_LISTS = frozenset({"specs", "only", "exclude", "overlays", "reference_folders"})
_TABLES = frozenset(
    {
        *("names", "aliases", "servers", "credentials", "headers"),
        *("pagination", "polling"),
    }
)
_HEADER = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_OURS = frozenset({"directory", "from_file"})
_KEYS = tuple(item.name for item in fields(Config) if item.name not in _OURS)


def _config(table: Mapping[str, Any], name: str, text: str, directory: Path) -> Config:
    values: dict[str, Any] = {}
    for key, value in table.items():
        where = f"{name}:{_line(text, key)}: "
        if key not in _KEYS:
            raise SettingsError(f"{where}there is no setting {key!r}{_nearest(key)}")
        values[key] = _checked(key, value, where)
    return Config(**values, directory=directory, from_file=True)


def _checked(key: str, value: Any, where: str) -> Any:
    if key in _LISTS:
        items = [value] if isinstance(value, str) else value
        if isinstance(items, list) and all(map(_is_text, items)):
            return tuple(items)
        raise SettingsError(f"{where}{key!r} is a list of texts")
    if key in _TABLES:
        if isinstance(value, dict):
            _check_table(key, value, where)
            return value
        raise SettingsError(f"{where}{key!r} is a table")
    if key == "docs":
        if isinstance(value, bool):
            return value
        raise SettingsError(f"{where}'docs' is true or false")
    if _is_text(value):
        return value
    raise SettingsError(f"{where}{key!r} is a text")


def _is_text(value: Any) -> bool:
    """Whether a value is a text that can name something: no system takes NUL."""
    return isinstance(value, str) and bool(value) and "\0" not in value


def _check_table(key: str, table: Mapping[str, Any], where: str) -> None:
    for name, value in table.items():
        if key == "polling":
            _check_polling(name, value, where)
        elif key == "pagination":
            if not _is_plain(value):
                raise SettingsError(f"{where}{key}.{name} holds what JSON cannot")
            _check_pagination(name, value, where)
        elif not _is_text(value):
            raise SettingsError(f"{where}{key}.{name} is a text")
        elif key == "headers":
            if not is_name(name) or name.startswith("_") or name in CLIENT_ARGUMENTS:
                raise SettingsError(
                    f"{where}headers.{name} cannot be an argument of its own"
                )
            if not _HEADER.fullmatch(value):
                raise SettingsError(f"{where}{value!r} is no name of a header")


_PAGE_KINDS = ("token", "id", "number", "offset", "url", "link")
_PAGE_WAYS = ("items", "next", "more", "done", "total", "pages", "current")
_PAGE_KEYS = ("kind", "send", "id", "first", *_PAGE_WAYS)


def _check_pagination(name: str, value: Any, where: str) -> None:
    """Makes sure that an entry says how a list goes on, in terms that there are."""
    what = f"{where}pagination.{name}"
    if isinstance(value, bool):
        return
    if not isinstance(value, dict) or value.get("kind") not in _PAGE_KINDS:
        raise SettingsError(
            f"{what} is false, or a table with a kind: {', '.join(_PAGE_KINDS)}"
        )
    for key, item in value.items():
        if key not in _PAGE_KEYS:
            raise SettingsError(f"{what} has no {key!r}{_nearest(key, _PAGE_KEYS)}")
        if key == "first":
            if not isinstance(item, int) or isinstance(item, bool):
                raise SettingsError(f"{what}.first is a whole number")
        elif key in _PAGE_WAYS and isinstance(item, list):
            if not all(map(_is_text, item)):
                raise SettingsError(f"{what}.{key} is a list of texts")
        elif not _is_text(item):
            raise SettingsError(f"{what}.{key} is a text")


_POLL_KEYS = ("field", "until", "create")


def _check_polling(name: str, value: Any, where: str) -> None:
    """Makes sure that an entry says what is waited for, and when it ends."""
    what = f"{where}polling.{name}"
    if not isinstance(value, dict) or not value.get("until"):
        raise SettingsError(f"{what} is a table with the values that end it in 'until'")
    for key, item in value.items():
        if key not in _POLL_KEYS:
            raise SettingsError(f"{what} has no {key!r}{_nearest(key, _POLL_KEYS)}")
        texts = [item] if isinstance(item, str) and key != "until" else item
        if not isinstance(texts, list) or not all(map(_is_text, texts)):
            raise SettingsError(f"{what}.{key} is a list of texts")


def _is_plain(value: Any) -> bool:
    """Whether the manifest can hold a value: TOML has dates, times and infinities."""
    match value:
        case dict():
            return all(map(_is_plain, value.values()))
        case list():
            return all(map(_is_plain, value))
        case float():
            return math.isfinite(value)
        case _:
            return isinstance(value, (str, int))


def _line(text: str, key: str) -> int:
    """The line of a key, or of the table, so far as a text search can tell."""
    ours = re.compile(r"\s*\[+\s*tool\s*\.\s*[\"']?oasmith\b")
    wanted = re.compile(rf"\s*(\[+\s*tool\.oasmith\.)?[\"']?{re.escape(key)}\b")
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if ours.match(line)), 0)
    for number, line in enumerate(lines[first:], first + 1):
        if wanted.match(line):
            return number
    return first + 1


def _nearest(key: str, known: Iterable[str] = _KEYS) -> str:
    close = difflib.get_close_matches(key, list(known), 1)
    return f"; did you mean {close[0]!r}?" if close else ""
