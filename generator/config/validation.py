"""Checks of the settings' values that need no document."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from .package_names import is_name
from ..suggestions import did_you_mean

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
"""Arguments that every client has, or may have, whatever the settings contain."""

LISTS = frozenset({"specs", "only", "exclude", "overlays", "reference_folders"})
TABLES = frozenset(
    {
        *("names", "aliases", "servers", "credentials", "headers"),
        *("pagination", "polling"),
    }
)
BOOLEANS = frozenset({"docs", "unused_types"})

_HEADER = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_SERVER = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:/|/)/?[^\s{}]*")


class Problem(NamedTuple):
    """A wrong value: the keys and indexes that lead to it, and what is wrong."""

    path: tuple[str | int, ...]
    message: str


def check_value(key: str, value: Any) -> Iterator[Problem]:
    """Yield what is wrong with the value of a setting.

    Args:
        key: the name of the setting, which must be a known one.
        value: as TOML has it.
    """
    if key in LISTS:
        if not isinstance(value, str | list):
            yield Problem((), f"{key!r} must be a list of strings")
            return
        for position, item in enumerate([value] if isinstance(value, str) else value):
            if not _is_text(item):
                path = () if isinstance(value, str) else (position,)
                yield Problem(path, f"{key!r} must be a list of non-empty strings")
    elif key in TABLES:
        if not isinstance(value, dict):
            yield Problem((), f"{key!r} must be a table")
        else:
            for name, item in value.items():
                for problem in _check_entry(key, name, item):
                    yield Problem((name, *problem.path), problem.message)
    elif key in BOOLEANS:
        if not isinstance(value, bool):
            yield Problem((), f"{key!r} must be true or false")
    elif not _is_text(value):
        yield Problem((), f"{key!r} must be a non-empty string")


def _is_text(value: Any) -> bool:
    """Return whether a value is a string that can name something: no NUL in it."""
    return isinstance(value, str) and bool(value) and "\0" not in value


def _check_entry(key: str, name: str, value: Any) -> Iterator[Problem]:
    what = f"{key}.{name}"
    if key == "polling":
        yield from _check_polling(what, value)
    elif key == "pagination":
        yield from _check_pagination(what, value)
    elif not _is_text(value):
        yield Problem((), f"{what} must be a non-empty string")
    elif key == "headers":
        if not is_name(name) or name.startswith("_") or name in CLIENT_ARGUMENTS:
            yield Problem(
                (), f"{what}: {name!r} cannot be the name of a client argument"
            )
        if not _HEADER.fullmatch(value):
            yield Problem((), f"{what}: {value!r} is not a header name")
    elif key == "servers" and not _SERVER.fullmatch(value):
        yield Problem(
            (),
            f"{what}: {value!r} is not a URL; give an absolute URL without variables, "
            "such as 'https://eu.example.com/v1'",
        )


_PAGE_KINDS = ("token", "id", "number", "offset", "url", "link")
_PAGE_PATHS = ("items", "next", "more", "done", "total", "pages", "current")
_PAGE_KEYS = ("kind", "send", "id", "first", *_PAGE_PATHS)
_PAGE_NEEDS = {
    "token": ("send", "next"),
    "id": ("send",),
    "number": ("send",),
    "offset": ("send",),
    "url": ("next",),
    "link": (),
}
"""Keys without which a client cannot request the next page."""


def _check_pagination(what: str, value: Any) -> Iterator[Problem]:
    """Yield what is wrong with an entry of `pagination`."""
    if isinstance(value, bool):
        return
    if not _is_plain(value):
        yield Problem((), f"{what} contains a value that JSON does not have")
        return
    kinds = ", ".join(_PAGE_KINDS)
    if not isinstance(value, dict) or "kind" not in value:
        yield Problem((), f"{what} must be false, or a table with a `kind`: {kinds}")
        return
    kind = value["kind"]
    if kind not in _PAGE_KINDS:
        near = _near(str(kind), _PAGE_KINDS) or f"; kinds: {kinds}"
        yield Problem(("kind",), f"{what}.kind cannot be {kind!r}{near}")
    for key in _PAGE_NEEDS.get(str(kind), ()):
        if key not in value:
            yield Problem((), f"{what}: pagination by {kind!r} needs {key!r}")
    for key, item in value.items():
        if key not in _PAGE_KEYS:
            near = _near(key, _PAGE_KEYS)
            yield Problem((key,), f"{what} has no setting {key!r}{near}")
        elif key == "first":
            if not isinstance(item, int) or isinstance(item, bool):
                yield Problem((key,), f"{what}.first must be an integer")
        elif key in _PAGE_PATHS and isinstance(item, list):
            if not item or not all(map(_is_text, item)):
                yield Problem((key,), f"{what}.{key} must be a list of strings")
        elif not _is_text(item):
            yield Problem((key,), f"{what}.{key} must be a non-empty string")


_POLL_KEYS = ("field", "until", "create")


def _check_polling(what: str, value: Any) -> Iterator[Problem]:
    """Yield what is wrong with an entry of `polling`."""
    if not isinstance(value, dict):
        yield Problem((), f"{what} must be a table")
        return
    if not value.get("until"):
        yield Problem((), f"{what} needs `until`: the values that end polling")
    for key, item in value.items():
        if key not in _POLL_KEYS:
            near = _near(key, _POLL_KEYS)
            yield Problem((key,), f"{what} has no setting {key!r}{near}")
            continue
        texts = [item] if isinstance(item, str) and key != "until" else item
        if not isinstance(texts, list) or not all(map(_is_text, texts)):
            yield Problem((key,), f"{what}.{key} must be a list of strings")


def _is_plain(value: Any) -> bool:
    """Return whether JSON can hold a value: TOML has dates, times and infinities."""
    match value:
        case dict():
            return all(map(_is_plain, value.values()))
        case list():
            return all(map(_is_plain, value))
        case float():
            return math.isfinite(value)
        case _:
            return isinstance(value, (str, int))


def as_setting(key: str, value: Any) -> Any:
    """Return a checked value as settings hold it: lists as tuples of strings."""
    if key in LISTS:
        return (value,) if isinstance(value, str) else tuple(value)
    return value


def _near(key: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    near = did_you_mean(key, known)
    return f"; {near}" if near else ""
