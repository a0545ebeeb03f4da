"""Validate the values of settings, as far as this is possible without documents."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from ..hosts import is_host
from ..model.page_kind import PageKind
from ..suggestions import did_you_mean
from ..versions import is_version
from .accumulation import check_accumulation
from .ignored import ChangeLevel, Ignored, check_ignored
from .package_names import is_name, refuse_name
from .problems import Problem
from .sources import PinnedSource, check_sources
from .stream_methods import check_stream_method
from .structured import check_structured
from .tools import check_tools

CLIENT_ARGUMENTS = frozenset(
    {
        "api_key",
        "base_url",
        "default_headers",
        "default_query",
        "http_client",
        "max_retries",
        "response_limits",
        "self",
        "server",
        "server_variables",
        "timeout",
        "total_timeout",
        "webhook_secret",
    }
)
"""Arguments that a client can have, independent of the settings."""

LISTS = frozenset(
    {
        *("specs", "only", "exclude", "optional_bodies", "overlays"),
        *("native_types", "reference_folders"),
    }
)
TABLES = frozenset(
    {
        *("names", "aliases", "types", "servers", "credentials", "headers"),
        *("pagination", "polling", "structured", "tools", "stream_methods", "brackets"),
        "accumulation",
    }
)
BOOLEANS = frozenset(
    {"command_line", "keep_names", "testing", "unused_types", "validate"}
)
DOCS = ("markdown", "site")
"""Formats of the reference."""
NATIVE_FORMATS = (
    *("date-time", "date", "uuid", "byte", "decimal", "duration", "unixtime"),
)
"""Formats that can be Python objects."""
CHOICES = {
    "runtime": ("minimal", "needed", "full", "shared"),
    "alias_removal": ("major", "never"),
}

_HEADER = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_SERVER = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:/|/)/?[^\s{}]*")


def check_value(key: str, value: Any) -> Iterator[Problem]:
    """Yield the problems of a setting.

    Args:
        key: name of the setting; must be known.
        value: the value from the TOML parser.
    """
    if key in LISTS:
        yield from _check_list(key, value)
    elif key in TABLES:
        yield from _check_table(key, value)
    elif key in ("ignore", "changes"):
        yield from (Problem(*problem) for problem in check_ignored(key, value))
    elif key == "sources":
        yield from (Problem(*problem) for problem in check_sources(value))
    elif key in BOOLEANS:
        if not isinstance(value, bool):
            yield Problem((), f"{key!r} must be true or false")
    elif key == "docs":
        yield from _check_docs(value)
    elif key in CHOICES:
        if value not in CHOICES[key]:
            *others, last = (f"'{choice}'" for choice in CHOICES[key])
            choices = f"{', '.join(others)} or {last}"
            yield Problem((), f"{key!r} must be {choices}")
    elif key == "coming_from":
        yield from _check_coming_from(value)
    else:
        yield from _check_text(key, value)


def _check_text(key: str, value: Any) -> Iterator[Problem]:
    """Yield the problems of a setting that is a string."""
    if not _is_string(value):
        yield Problem((), f"{key!r} must be a non-empty string")
    elif key == "version" and not is_version(value):
        yield Problem((), f"{key!r} must be a version such as '1.4.2', not {value!r}")
    elif key == "runtime_package" and (reason := refuse_name("package", value)):
        yield Problem((), f"{value!r} cannot be the name of a package{reason}")


def _check_docs(value: Any) -> Iterator[Problem]:
    """Yield the problems of the formats of the reference."""
    if isinstance(value, bool):
        return
    if not isinstance(value, list):
        yield Problem(
            (), "'docs' must be true or false, or a list of 'markdown' and 'site'"
        )
        return
    for index, item in enumerate(value):
        if item not in DOCS:
            yield Problem(
                (index,), f"'docs' has no format {item!r}; use 'markdown' or 'site'"
            )


def _check_coming_from(value: Any) -> Iterator[Problem]:
    """Yield the problems of the package, which may be the entry `package` of a table."""
    if isinstance(value, dict):
        for name in value:
            if name != "package":
                yield Problem(
                    (name,), f"coming_from has no entry {name!r}; use 'package'"
                )
        if "package" not in value:
            yield Problem((), "coming_from must have the entry 'package'")
            return
        value = value["package"]
    if not _is_string(value):
        yield Problem((), "'coming_from' must be a non-empty string")
    elif not (value.isascii() and value.isidentifier()):
        yield Problem(
            (), f"'coming_from' must be the import name of a package, not {value!r}"
        )


def _check_table(key: str, value: Any) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem((), f"{key!r} must be a table")
        return
    for name, item in value.items():
        for problem in _check_entry(key, name, item):
            yield Problem((name, *problem.path), problem.message)


def _check_list(key: str, value: Any) -> Iterator[Problem]:
    if not isinstance(value, str | list):
        yield Problem((), f"{key!r} must be a list of strings")
        return
    for position, item in enumerate([value] if isinstance(value, str) else value):
        if not _is_string(item):
            path = () if isinstance(value, str) else (position,)
            yield Problem(path, f"{key!r} must be a list of non-empty strings")
        elif key == "native_types" and item not in NATIVE_FORMATS:
            path = () if isinstance(value, str) else (position,)
            known = ", ".join(map(repr, NATIVE_FORMATS))
            yield Problem(path, f"{key!r} has no format {item!r}; formats: {known}")


def _is_string(value: Any) -> bool:
    """Return whether a value is a non-empty string without NUL characters."""
    return isinstance(value, str) and bool(value) and "\0" not in value


def _check_entry(key: str, name: str, value: Any) -> Iterator[Problem]:
    entry = f"{key}.{name}"
    if key == "polling":
        yield from _check_polling(entry, value)
    elif key == "pagination":
        yield from _check_pagination(entry, value)
    elif key == "structured":
        yield from check_structured(entry, value)
    elif key == "tools":
        yield from check_tools(entry, value)
    elif key == "accumulation":
        yield from check_accumulation(entry, value)
    elif key == "stream_methods":
        yield from check_stream_method(entry, value)
    elif key == "brackets":
        names = [value] if isinstance(value, str) else value
        if not isinstance(value, bool):
            if not isinstance(names, list) or not all(map(_is_string, names)):
                yield Problem((), f"{entry} must be true, false or a list of names")
    elif not _is_string(value):
        yield Problem((), f"{entry} must be a non-empty string")
    else:
        yield from _check_string(key, name, value)


def _check_string(key: str, name: str, value: str) -> Iterator[Problem]:
    """Yield the problems of an entry whose value is a string."""
    entry = f"{key}.{name}"
    if key == "headers":
        if not is_name(name) or name.startswith("_") or name in CLIENT_ARGUMENTS:
            yield Problem(
                (), f"{entry}: {name!r} cannot be the name of a client argument"
            )
        if not _HEADER.fullmatch(value):
            yield Problem((), f"{entry}: {value!r} is not a header name")
    elif key == "servers" and not _is_server(value):
        yield Problem(
            (),
            f"{entry}: {value!r} is not a URL; give an absolute URL without variables, "
            "such as 'https://eu.example.com/v1'",
        )


def _is_server(value: str) -> bool:
    """Return whether a value is a URL without variables that can be requested."""
    if not _SERVER.fullmatch(value):
        return False
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    if host:
        return is_host(host)
    return port is None and parts.scheme not in ("http", "https")


_PAGE_KINDS = tuple(kind.value for kind in PageKind)
_PAGE_PATHS = (
    *("items", "send", "next", "id", "more", "done"),
    *("total", "pages", "current"),
)
_PAGE_KEYS = ("kind", "first", *_PAGE_PATHS)
_REQUIRED_PAGE_KEYS = {
    PageKind.TOKEN.value: ("send", "next"),
    PageKind.ID.value: ("send",),
    PageKind.NUMBER.value: ("send",),
    PageKind.OFFSET.value: ("send",),
    PageKind.URL.value: ("next",),
    PageKind.LINK.value: (),
    PageKind.SINGLE.value: (),
}
"""Keys that are required for each kind of pagination."""
_USED_PAGE_KEYS = {
    PageKind.TOKEN.value: ("send", "next", "more", "done"),
    PageKind.ID.value: ("send", "next", "id", "more", "done"),
    PageKind.NUMBER.value: (
        *("send", "first", "current", "pages", "total", "more", "done"),
    ),
    PageKind.OFFSET.value: ("send", "first", "total", "more", "done"),
    PageKind.URL.value: ("next", "more"),
    PageKind.LINK.value: ("more",),
    PageKind.SINGLE.value: (),
}
"""Keys that have an effect for each kind, besides `kind` and `items`."""


def _check_pagination(entry: str, value: Any) -> Iterator[Problem]:
    """Yield the problems of an entry of `pagination`."""
    if isinstance(value, bool):
        return
    if not _is_json(value):
        yield Problem((), f"{entry} contains a value that is not valid in JSON")
        return
    kinds = ", ".join(_PAGE_KINDS)
    if not isinstance(value, dict) or "kind" not in value:
        yield Problem((), f"{entry} must be false or a table with `kind`: {kinds}")
        return
    kind = value["kind"]
    if kind not in _PAGE_KINDS:
        suggestion = _suggestion(str(kind), _PAGE_KINDS) or f"; kinds: {kinds}"
        yield Problem(("kind",), f"{entry}.kind must not be {kind!r}{suggestion}")
    for key in _REQUIRED_PAGE_KEYS.get(str(kind), ()):
        if key not in value:
            yield Problem((), f"{entry}: pagination by {kind!r} needs {key!r}")
    used = ("kind", "items", *_USED_PAGE_KEYS.get(str(kind), _PAGE_KEYS))
    for key, item in value.items():
        if message := _check_pagination_key(key, item):
            yield Problem((key,), f"{entry}{message}")
        elif key not in used:
            message = f"pagination by {kind!r} does not use {key!r}; remove it"
            yield Problem((key,), f"{entry}: {message}")


def _check_pagination_key(key: str, value: Any) -> str:
    """Return what is wrong with a key of an entry of `pagination`, `""` if valid."""
    if key not in _PAGE_KEYS:
        return f" has no setting {key!r}{_suggestion(key, _PAGE_KEYS)}"
    if key == "first":
        is_integer = isinstance(value, int) and not isinstance(value, bool)
        return "" if is_integer else ".first must be an integer"
    if key in _PAGE_PATHS and isinstance(value, list):
        is_path = bool(value) and all(map(_is_string, value))
        return "" if is_path else f".{key} must be a list of strings"
    return "" if _is_string(value) else f".{key} must be a non-empty string"


_POLL_KEYS = ("field", "until", "create")


def _check_polling(entry: str, value: Any) -> Iterator[Problem]:
    """Yield the problems of an entry of `polling`."""
    if not isinstance(value, dict):
        yield Problem((), f"{entry} must be a table")
        return
    if not value.get("until"):
        yield Problem((), f"{entry} needs `until`: the terminal statuses")
    for key, item in value.items():
        if key not in _POLL_KEYS:
            suggestion = _suggestion(key, _POLL_KEYS)
            yield Problem((key,), f"{entry} has no setting {key!r}{suggestion}")
            continue
        values = [item] if isinstance(item, str) and key != "until" else item
        if not isinstance(values, list) or not all(map(_is_string, values)):
            yield Problem((key,), f"{entry}.{key} must be a list of strings")


def _is_json(value: Any) -> bool:
    """Return whether a value is valid in JSON; TOML also has dates, times and `inf`."""
    match value:
        case dict():
            return all(map(_is_json, value.values()))
        case list():
            return all(map(_is_json, value))
        case float():
            return math.isfinite(value)
        case _:
            return isinstance(value, (str, int))


def convert_value(key: str, value: Any) -> Any:
    """Convert a valid value to the type of its field in `Config`."""
    if key == "coming_from" and isinstance(value, dict):
        return value["package"]
    if key == "docs":
        return _convert_docs(value)
    if key in LISTS:
        return (value,) if isinstance(value, str) else tuple(value)
    if key == "ignore":
        return tuple(Ignored(**item) for item in value)
    if key == "changes":
        return tuple(ChangeLevel(**item) for item in value)
    if key == "sources":
        return tuple(PinnedSource(**item) for item in value)
    return value


def _convert_docs(value: bool | list[str]) -> bool | tuple[str, ...]:
    """Return true for Markdown only, false for none, else the formats in order."""
    if isinstance(value, bool):
        return value
    formats = tuple(item for item in DOCS if item in value)
    return bool(formats) if formats in ((), ("markdown",)) else formats


def _suggestion(key: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    suggestion = did_you_mean(key, known)
    return f"; {suggestion}" if suggestion else ""
