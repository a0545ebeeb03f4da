"""Validation of the setting `accumulation`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..suggestions import did_you_mean
from .problems import Problem

_KEYS = ("where", "from", "to", "how", "last")
_HOW = ("replace", "append", "json")


def check_accumulation(entry: str, value: Any) -> Iterator[Problem]:
    """Yield the problems of an entry of `accumulation`."""
    if value is False:
        return
    if not isinstance(value, list) or not value:
        yield Problem((), f"{entry} must be false or an array of tables")
        return
    for index, rule in enumerate(value):
        name = f"{entry}[{index}]"
        if not isinstance(rule, dict):
            yield Problem((index,), f"{name} must be a table")
            continue
        for key, item in rule.items():
            if key not in _KEYS:
                suggestion = did_you_mean(key, _KEYS)
                hint = f"; {suggestion}" if suggestion else ""
                yield Problem((index, key), f"{name} has no setting {key!r}{hint}")
            elif message := _find_problem(key, item):
                yield Problem((index, key), f"{name}.{key} {message}")
        if "how" in rule and not {"from", "to"} & rule.keys():
            message = "needs `from` and `to`; add them, or remove it"
            yield Problem((index, "how"), f"{name}.how {message}")
        if ("from" in rule) != ("to" in rule):
            missing = "to" if "from" in rule else "from"
            yield Problem((index,), f"{name} needs `{missing}`, too")
        elif not ("from" in rule or rule.get("last")):
            yield Problem((index,), f"{name} needs `from` and `to`, or `last = true`")


def _find_problem(key: str, value: Any) -> str:
    """Return what is wrong with a value, `""` if it is valid."""
    if key == "last":
        return "" if isinstance(value, bool) else "must be true or false"
    if key == "how":
        return "" if value in _HOW else "must be 'replace', 'append' or 'json'"
    if key == "where":
        is_table = isinstance(value, dict) and bool(value)
        is_valid = is_table and all(map(_is_choice, value.values()))
        return "" if is_valid else "must be a table of keys and strings"
    is_path = isinstance(value, list) and all(map(_is_key, value))
    return "" if is_path or _is_key(value) else "must be a key or a list of keys"


def _is_choice(value: Any) -> bool:
    values = value if isinstance(value, list) else [value]
    return bool(values) and all(map(_is_key, values))


def _is_key(value: Any) -> bool:
    return isinstance(value, str) and bool(value)
