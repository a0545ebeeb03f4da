"""Names of operations from the setting `names`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.naming import Naming
from ...model.operations import Operation
from ...suggestions import did_you_mean
from ...words import split_words
from .from_path import NamingInput

UNKNOWN_NAME = Rule(
    "unknown-name",
    Severity.ERROR,
    "An entry of the setting `names` matches no operation, or its value is not a call. "
    "Keys are operation ids or `METHOD /path`, or patterns of these; values are calls such "
    "as `files.list`, `beta.*` to put `beta` before the name, or `embed` for `client.embed()`. "
    "A call stands for one operation.",
    about_settings=True,
)

SETTING = "the setting"
"""Start of the sources of names from the settings."""


def apply_names(
    inputs: Sequence[NamingInput],
    namings: Sequence[Naming],
    names: Mapping[str, str],
) -> list[Naming]:
    """Replace names by those of the settings.

    The id or `METHOD /path` of an operation takes precedence over patterns, a longer
    pattern over a shorter one. `*` at the end of a value stands for the current name.
    Invalid entries are ignored; `check_names` reports them.

    Args:
        inputs: Operations.
        namings: Their current names.
        names: The setting `names`.
    """
    result = list(namings)
    for index, key in _choose_entries(inputs, names).items():
        result[index] = _rename(namings[index], names[key], key)
    return result


def _choose_entries(
    items: Sequence[NamingInput | Operation], names: Mapping[str, str]
) -> dict[int, str]:
    """Return the key of the entry that names each operation, by its position."""
    chosen: dict[int, str] = {}
    for key, call in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
        if not _is_call(call):
            continue
        exact = [index for index, item in enumerate(items) if key in _keys(item)]
        matching = exact or [
            index
            for index, item in enumerate(items)
            if any(fnmatchcase(name, key) for name in _keys(item))
        ]
        for index in matching:
            if exact or index not in chosen:
                chosen[index] = key
    return chosen


def check_names(
    operations: Sequence[Operation], config: Config, diagnostics: Diagnostics
) -> None:
    """Report entries of the setting `names` that match no operation or are not calls.

    Args:
        operations: All operations of the documents.
        config: Settings, including `names`.
        diagnostics: Collects invalid entries.
    """
    keys = [key for item in operations for key in _keys(item)]
    chosen = _choose_entries(operations, config.names)
    calls = Counter(_parts(config.names[key]) for key in chosen.values())
    for key, call in config.names.items():
        span = config.origin.span("names", key)
        if key not in keys and not any(fnmatchcase(name, key) for name in keys):
            diagnostics.add(
                UNKNOWN_NAME,
                f"`names`: {key!r} matches no operation",
                span,
                hint=did_you_mean(key, keys) or "use an operation id or `METHOD /path`",
            )
        if not _is_call(call):
            diagnostics.add(
                UNKNOWN_NAME,
                f"`names`: {key!r} = {call!r} is not a call",
                span,
                hint="use a resource and a method, such as `files.list`",
            )
        if calls[_parts(call)] > 1 and not call.endswith("*"):
            diagnostics.add(
                UNKNOWN_NAME,
                f"`names`: {call!r} is the call of several operations",
                span,
                hint="use another resource and method for all but one, such as `files.list`",
            )


def _is_call(value: str) -> bool:
    """Return whether a string is a call, such as `files.list` or `embed`."""
    return value != "*" and all(value.split("."))


def _parts(call: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a call, which are equal if the names in Python are."""
    return tuple(map(split_words, call.split(".")))


def _keys(operation: NamingInput | Operation) -> tuple[str, str]:
    return operation.id, f"{operation.method} {operation.path}"


def _rename(naming: Naming, call: str, key: str) -> Naming:
    current = ".".join((*naming.resource, "_".join(naming.name)))
    *resource, name = call.split(".")
    if not resource:
        # The resource is called; its method keeps its name.
        resource, name = [name], "_".join(naming.name)
    words = naming.name if name == "*" else tuple(name.split("_"))
    inner = naming.resource if name == "*" else ()
    return replace(
        naming,
        resource=(*resource, *inner),
        name=words,
        source=f"{SETTING} {key!r}",
        origin=None,
        calls_resource="." not in call,
        rejected=(*naming.rejected, f"{current} is derived from {naming.source}"),
    )
