"""The modules of the runtime that the features of a client need.

Modules are followed from the names that the runtime exports, along all imports of its
sources. Only the modules where features begin are listed here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from ..python.features import Convenience, Feature

RUNTIME = Path(__file__).parent.parent / "runtime"

ENTRIES: Mapping[Feature, tuple[str, ...]] = {
    Feature.STREAMING: ("streaming.streams",),
    Feature.MULTIPART_STREAMS: ("streaming.parts", "streaming.part_decoder"),
    Feature.EVENT_STREAMS: (
        *("client.stream_methods", "client.stream_managers"),
        *("streaming.event_streams", "streaming.events", "streaming.text_streams"),
    ),
    Feature.ACCUMULATION_RULES: ("streaming.rules",),
    Feature.PAGINATION: ("pagination.pages",),
    Feature.POLLING: ("pagination.polling",),
    Feature.TOKENS: ("client.tokens", "requests.forms"),
    Feature.MULTIPART: ("requests.multipart",),
    Feature.JSON_LINES: ("requests.json_lines",),
    Feature.STRUCTURED: ("structured.parsing", "structured.tool_calls"),
    Feature.WEBHOOKS: ("webhooks",),
    Feature.ALTERNATIVES: ("requests.alternatives",),
    Feature.LINKS: ("links",),
    Feature.UNIONS: ("models.union_conversion",),
    Feature.TUPLES: ("models.tuples",),
    Feature.UPLOADS: ("requests.uploads",),
    Feature.FORMS: ("requests.forms",),
    Feature.DOWNLOADS: ("streaming.downloads",),
    Feature.REPRESENTATIONS: ("responses.representations",),
    Feature.CREDENTIALS: (
        *("api.credentials", "client.credential_option"),
        "requests.required_credentials",
    ),
    Feature.STYLES: ("requests.styles",),
    Feature.SERVER_VARIABLES: ("api.server_variables",),
    Feature.CALLBACKS: ("callbacks",),
    Feature.JOINED_TEXT: ("models.joined_text",),
    Feature.ENCODED_CONTENT: ("models.encoded_content",),
    Feature.DEPRECATION: ("deprecation",),
    Feature.LOGIN: ("login.login", "login.browser", "login.device"),
    Feature.NATIVE_TYPES: ("models.native_types",),
    Feature.SHARED: ("compatibility",),
    Feature.TESTING: ("testing.mock",),
    Feature.COMMAND_LINE: ("command_line.main",),
}
"""Modules of each feature that other modules import by `load_feature`, or emitted code."""

CONVENIENCES: Mapping[Convenience, tuple[str, ...]] = {
    Convenience.RAW_RESPONSES: (
        *("client.raw_resources", "client.raw_response", "transport.bodies"),
    ),
    Convenience.UNTYPED_CALLS: ("client.verbs",),
    Convenience.DEFAULT_CLIENT: ("client.default_client",),
    Convenience.PYDANTIC: ("models.pydantic_schema",),
}
"""Modules of the parts that a client has unless the settings leave them out."""

ATTRIBUTES: Mapping[Convenience, tuple[str, ...]] = {
    Convenience.RAW_RESPONSES: ("with_raw_response", "with_streaming_response"),
    Convenience.UNTYPED_CALLS: ("delete", "get", "patch", "post", "put"),
}
"""Attributes of clients and resources that need these parts."""

_CORE = ("lazy", "missing")
"""Modules of every client that are imported by name, or by emitted code."""

Reason: TypeAlias = Feature | Convenience
"""Why a client lacks a module or a name."""

_IMPORT = re.compile(r"^ *from (\.+)([\w.]*) import (\([^)]*\)|[^\n]*)", re.MULTILINE)
_EXPORT = re.compile(
    r"^    from \.([\w.]+) import (?:\(\s*)?(\w+) as \w+,?(?:\s*\))?\n", re.MULTILINE
)


@cache
def runtime_sources() -> Mapping[str, str]:
    """Return the source of each module, by its path in the runtime."""
    return {
        file.relative_to(RUNTIME).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(RUNTIME.rglob("*.py"))
    }


@cache
def exported_names() -> Mapping[str, str]:
    """Return the module of each name that the runtime exports on demand."""
    source = runtime_sources()["__init__.py"]
    return {match[2]: match[1] for match in _EXPORT.finditer(source)}


def needed_modules(
    features: Collection[Feature], omitted: Collection[Convenience] = ()
) -> frozenset[str]:
    """Return the names of the modules that a client needs.

    Args:
        features: Features of the client.
        omitted: Parts that the settings leave out, unless a feature needs them.
    """
    entries = {module for modules in all_entries().values() for module in modules}
    core = [module for module in exported_names().values() if module not in entries]
    own = [module for feature in features for module in ENTRIES[feature]]
    kept = [
        item
        for part in CONVENIENCES
        if part not in omitted
        for item in CONVENIENCES[part]
    ]
    return _reachable((*_CORE, *core, *own, *kept))


def all_entries() -> Mapping[Reason, tuple[str, ...]]:
    """Return the modules where all parts begin that a client can lack."""
    return {
        part: ENTRIES[part] if isinstance(part, Feature) else CONVENIENCES[part]
        for part in (*Feature, *Convenience)
    }


def missing_modules(
    features: Collection[Feature], omitted: Collection[Convenience] = ()
) -> Mapping[str, Reason]:
    """Return the modules that a client does not have, and the part that has each."""
    return _missing_modules(frozenset(features), frozenset(omitted))


@lru_cache(maxsize=1)  # Several files of a client need them.
def _missing_modules(
    features: frozenset[Feature], omitted: frozenset[Convenience]
) -> Mapping[str, Reason]:
    needed = needed_modules(features, omitted)
    absent: list[Reason] = [item for item in Convenience if item in omitted]
    # Only emitted code imports the modules of a login.
    absent += [
        item for item in Feature if item not in features and item is not Feature.LOGIN
    ]
    entries = all_entries()
    return MappingProxyType(
        {
            module: part
            for part in reversed(absent)
            for module in sorted(_reachable(entries[part]) - needed)
        }
    )


def missing_names(
    features: Collection[Feature], omitted: Collection[Convenience] = ()
) -> dict[str, Reason]:
    """Return the names that a client does not export, and the part that has each.

    These are names of the runtime, and modules beside it.
    """
    missing = missing_modules(features, omitted)
    names = {
        name: missing[module]
        for name, module in exported_names().items()
        if module in missing
    }
    if Feature.TESTING not in features:
        names["testing"] = Feature.TESTING
    return names


def module_path(module: str) -> str:
    """Return the path of a module in the runtime."""
    return f"{module.replace('.', '/')}.py"


def _reachable(modules: Iterable[str]) -> frozenset[str]:
    """Return the modules, and all that they import."""
    reached: set[str] = set()
    waiting = list(modules)
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            waiting.extend(imported_modules(module))
    return frozenset(reached)


@cache
def imported_modules(module: str) -> frozenset[str]:
    """Return the modules that a module imports anywhere, also for type checkers only."""
    sources = runtime_sources()
    modules: set[str] = set()
    for dots, name, names in _IMPORT.findall(sources[module_path(module)]):
        package = module.split(".")[: -len(dots)]
        base = ".".join((*package, *filter(None, (name,))))
        if module_path(base) in sources:
            modules.add(base)
        else:
            # `from ..package import module`
            imported = re.findall(r"(\w+)(?: as \w+)?", names)
            modules.update(f"{base}.{item}" for item in imported)
    return frozenset(modules)
