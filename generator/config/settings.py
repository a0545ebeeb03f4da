"""The settings of a client, and their reader for `[tool.oasmith]`."""

from __future__ import annotations

import glob
import io
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, fields, replace
from pathlib import Path
from typing import Any

from ..file_access import RefusedFileError, read_regular
from ..frozen_dataclass import dataclass
from ..limits import MAX_SETTINGS_BYTES
from ..source import JsonPointer, SourceFile
from ..suggestions import did_you_mean
from .combinations import check_combinations
from .ignored import ChangeLevel, Ignored
from .origin import Origin
from .package_names import choose_names, refuse_name
from .sources import PinnedSource
from .toml_places import toml_places
from .validation import CLIENT_ARGUMENTS, check_value, convert_value

__all__ = [
    "CLIENT_ARGUMENTS",
    "FILE",
    "Config",
    "SettingsError",
    "check_outputs",
    "check_spec_path",
    "find_settings",
    "read_settings",
]

FILE = "pyproject.toml"
DEFAULT_OUTPUT = "generated"
DEFAULT_RUNTIME_OUTPUT = "runtime"
DEFAULT_PATCHES = "oasmith-patches"


class SettingsError(Exception):
    """Invalid settings; the message contains the location and what to do."""


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one client.

    Args:
        package: name of the package. Default: derived from the title of the document.
        client: name of the client class. Default: derived from the title.
        specs: documents, directories and glob patterns, relative to `directory`.
        main: document whose `info`, servers and security describe the API. Default: the
            first document.
        output: output directory, relative to `directory`.
        docs: whether to write the reference as Markdown, or its formats: `markdown`,
            `site`.
        testing: whether to write the mock of the API, `<package>.testing`.
        command_line: whether to write the command line of the API, `python -m <package>`.
        runtime: `needed` for the modules of the runtime that the API can reach, `minimal`
            to leave out raw responses, calls of undocumented paths, the default client and
            support of pydantic, too, `full` for all modules, `shared` for a package of the
            runtime that several clients import.
        runtime_package: name of the package of the shared runtime.
        runtime_output: output directory of the shared runtime, relative to `directory`.
        coming_from: package of another SDK, for whose users the reference has a page.
            Default: the package that the samples of the document import.
        validate: whether `generate` validates the documents.
        native_types: formats of strings and numbers that are Python objects, such as
            `date-time`. Default: none.
        unused_types: whether to emit types that no operation or webhook uses.
        only: patterns of operations to generate. Default: all.
        exclude: patterns of operations not to generate.
        optional_bodies: patterns of operations whose body can be omitted although its
            schema has required properties.
        names: names of operations, by operation id, `METHOD /path` or pattern.
        aliases: additional, deprecated names of operations.
        keep_names: whether calls and types keep the names that they have in the output
            directory.
        alias_removal: `major` to remove aliases with the next version that may break
            callers, `never` to keep them.
        version: version of the package. Default: that of the document.
        types: names of types, by the name that they have without this setting.
        servers: URLs of servers, by the name that callers use.
        credentials: environment variables, by security scheme or argument in `headers`.
        headers: headers of every request, by the client argument that sets them.
        pagination: pagination of operations that is not detected.
        polling: operations that can be polled, by the operation that is repeated.
        structured: arguments for the JSON Schema of the response, by operation.
        tools: tools of requests and their calls in responses, by operation.
        stream_methods: methods that stream typed events, by operation.
        accumulation: how the items of a stream form the response, by operation.
        brackets: names that are sent with brackets, by operation id, `METHOD /path` or
            pattern.
        ignore: diagnostics that are not reported.
        changes: levels of changes that `diff` reports.
        sources: documents that `oasmith update` downloads.
        overlays: overlays that are applied to the documents, in this order, relative to
            `directory`.
        site_files: folder with the user's templates, style sheets and logo for the site,
            relative to `directory`.
        changelog: changelog that the site has as a page, relative to `directory`.
        patches: folder of the patches that `adopt-edit` writes, relative to `directory`.
        reference_folders: folders that references may access, in addition to those of
            the documents and of the settings file.
        directory: directory to which paths are relative.
        origin: origin of the settings, for messages.
    """

    package: str = ""
    client: str = ""
    specs: tuple[str, ...] = ()
    main: str | None = None
    output: str = DEFAULT_OUTPUT
    docs: bool | tuple[str, ...] = True
    testing: bool = True
    command_line: bool = False
    runtime: str = "needed"
    runtime_package: str = ""
    runtime_output: str = DEFAULT_RUNTIME_OUTPUT
    coming_from: str = ""
    validate: bool = True
    native_types: tuple[str, ...] = ()
    unused_types: bool = False
    only: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    optional_bodies: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    keep_names: bool = True
    alias_removal: str = "major"
    version: str = ""
    types: Mapping[str, str] = field(default_factory=dict)
    servers: Mapping[str, str] = field(default_factory=dict)
    credentials: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    pagination: Mapping[str, Any] = field(default_factory=dict)
    polling: Mapping[str, Any] = field(default_factory=dict)
    structured: Mapping[str, Any] = field(default_factory=dict)
    tools: Mapping[str, Any] = field(default_factory=dict)
    stream_methods: Mapping[str, Any] = field(default_factory=dict)
    accumulation: Mapping[str, Any] = field(default_factory=dict)
    brackets: Mapping[str, Any] = field(default_factory=dict)
    ignore: tuple[Ignored, ...] = ()
    changes: tuple[ChangeLevel, ...] = ()
    sources: tuple[PinnedSource, ...] = ()
    overlays: tuple[str, ...] = ()
    site_files: str = ""
    changelog: str = ""
    patches: str = DEFAULT_PATCHES
    reference_folders: tuple[str, ...] = ()
    directory: Path = Path()
    origin: Origin = field(default=Origin(), compare=False, repr=False)

    @property
    def output_directory(self) -> Path:
        """Path of the output directory."""
        return self.directory / self.output

    @property
    def docs_formats(self) -> tuple[str, ...]:
        """Formats of the reference: `markdown`, `site`."""
        if isinstance(self.docs, bool):
            return ("markdown",) if self.docs else ()
        return self.docs

    @property
    def shares_runtime(self) -> bool:
        """Whether the client imports its runtime from the package of several clients."""
        return self.runtime == "shared"

    @property
    def runtime_directory(self) -> Path:
        """Path of the output directory of the shared runtime."""
        return self.directory / self.runtime_output

    def allowed_folders(self) -> tuple[Path, ...]:
        """Return the folders that references may access, besides those of the documents."""
        settings_folder = (self.directory,) if self.origin.file is not None else ()
        return (
            *settings_folder,
            *(self.directory / name for name in self.reference_folders),
        )

    def spec_paths(self) -> tuple[Path, ...]:
        """Return the files and directories in `specs`, with glob patterns expanded.

        Raises:
            SettingsError: a pattern matches nothing, or a document is a URL.
        """
        paths: dict[Path, None] = {}
        for position, spec in enumerate(self.specs):
            where = self.origin.prefix("specs", position)
            if error := check_spec_path(spec):
                raise SettingsError(f"{where}{error}")
            # The name of an existing file or directory can look like a pattern.
            if not glob.has_magic(spec) or os.path.exists(self.directory / spec):
                paths[self.directory / spec] = None
                continue
            matches = glob.glob(spec, root_dir=self.directory, recursive=True)
            if not matches:
                raise SettingsError(
                    f"{where}no file matches {spec!r} in {self.directory}; "
                    "correct `specs` in [tool.oasmith], or give a document"
                )
            paths.update(
                dict.fromkeys(self.directory / path for path in sorted(matches))
            )
        return tuple(paths)

    def with_names(
        self, title: str, earlier_package: str = "", earlier_client: str = ""
    ) -> Config:
        """Return a copy with the names of the settings, of an earlier output or of a title.

        Args:
            title: title of the API.
            earlier_package: package of the earlier output, `""` for none.
            earlier_client: client of the earlier output, `""` for none.

        Raises:
            SettingsError: a name is not a valid identifier, or is reserved.
        """
        package, client = choose_names(
            title, self.client, earlier_package, earlier_client
        )
        config = replace(self, package=self.package or package, client=client)
        for setting, name in (("client", config.client), ("package", config.package)):
            if reason := refuse_name(setting, name):
                where = self.origin.prefix(setting)
                raise SettingsError(
                    f"{where}{name!r} cannot be the name of a {setting}{reason}"
                )
        if config.shares_runtime and config.package == config.runtime_package:
            raise SettingsError(
                f"{self.origin.prefix('runtime_package')}{config.package!r} is also the "
                "package of a client; give the runtime another name"
            )
        return config


def check_spec_path(spec: str) -> str:
    """Return the error message for a document that is a URL, `""` for a path."""
    if not re.match(r"(?:https?|ftp|file)://", spec, re.IGNORECASE):
        return ""
    if spec.lower().startswith("file:"):
        return f"{spec!r} is a URL; give the path without the scheme"
    return (
        f"{spec!r} is a URL, and only `oasmith update` downloads documents; add it to "
        "`sources` in the settings, or download it, such as: "
        f"curl -fsSL {spec} | oasmith generate -"
    )


def find_settings(start: Path) -> Path | None:
    """Return the nearest `pyproject.toml` with settings, in a directory or above it."""
    for directory in (start, *start.parents):
        candidate = directory / FILE
        if candidate.is_file() and _table(candidate, _read(candidate)) is not None:
            return candidate
    return None


def read_settings(file: Path) -> tuple[Config, ...]:
    """Return the clients of a settings file: those of `clients`, else one.

    Raises:
        SettingsError: the file cannot be read, or settings are invalid. The message
            lists all of them.
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
    for origin, client in zip(origins, clients, strict=True):
        for key in (item for item in _COMMON_KEYS if item in client):
            where = origin.prefix(key)
            problems[f"{where}{key!r} must be in [tool.oasmith], for all clients"] = (
                None
            )
    problems.update(dict.fromkeys(check_combinations(origins, tables)))
    if problems:
        raise SettingsError("\n".join(problems))
    return tuple(
        Config(
            **{key: convert_value(key, value) for key, value in table.items()},
            directory=file.parent,
            origin=origin,
        )
        for origin, table in zip(origins, tables, strict=True)
    )


_ROOT = ("tool", "oasmith")
_COMMON_KEYS = ("sources", "runtime_package", "runtime_output")
"""Keys that cannot differ between clients."""
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
    """Yield a message for each invalid setting of a client."""
    for key, value in table.items():
        if key not in _KEYS:
            suggestion = did_you_mean(key, _KEYS)
            suffix = f"; {suggestion}" if suggestion else ""
            yield f"{origin.prefix(key)}unknown setting {key!r}{suffix}"
            continue
        for path, message in check_value(key, value):
            yield f"{origin.prefix(key, *path)}{message}"


def check_outputs(configs: Iterable[Config], others: Iterable[Config] = ()) -> None:
    """Check that each client has its own output directory.

    Args:
        configs: clients that a command processes.
        others: other clients of the settings.

    Raises:
        SettingsError: two clients, or a client and the shared runtime, have the same
            output directory.
    """
    configs = tuple(configs)
    seen = {os.path.realpath(other.output_directory) for other in others}
    for config in configs:
        output = os.path.realpath(config.output_directory)
        if output in seen:
            raise SettingsError(
                f"{config.origin.prefix('output')}two clients have the output "
                f"{config.output!r}, so that each would remove the files of the other; "
                "set a different `output` for each"
            )
        seen.add(output)
    for config in configs:
        if config.shares_runtime and os.path.realpath(config.runtime_directory) in seen:
            raise SettingsError(
                f"{config.origin.prefix('runtime_output')}{config.runtime_output!r} is "
                "also the output of a client; set a different `runtime_output`"
            )


def _table(file: Path, text: str) -> dict[str, Any] | None:
    """Return the table `[tool.oasmith]` of a settings file, `None` if it has none."""
    if "oasmith" not in text:  # do not report errors in files of other projects
        return None
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not valid TOML: {error}") from None
    tools = content.get("tool")
    table = tools.get("oasmith") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"{file}: tool.oasmith must be a table")
    return table


def _read(file: Path) -> str:
    try:
        # Some editors on Windows write a byte order mark.
        content = read_regular(Path(os.path.realpath(file)), MAX_SETTINGS_BYTES)
        return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig").read()
    except RefusedFileError as error:
        raise SettingsError(f"{file} cannot be read: it {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SettingsError(f"{file} cannot be read: {reason}") from None
