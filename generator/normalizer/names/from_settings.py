"""Names that the settings ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import Naming, Operation
from .from_path import Call
from ...suggestions import did_you_mean

UNKNOWN_NAME = Rule(
    "unknown-name",
    Severity.ERROR,
    "The setting `names` names an operation that does not exist, or asks for a call that "
    "is none. Keys are operation ids or `METHOD /path`, or patterns of them; values are "
    "calls such as `files.list`, or `beta.*` to put `beta` before the name.",
    about_settings=True,
)


def wanted_names(
    calls: Sequence[Call],
    found: Sequence[Naming],
    wanted: Mapping[str, str],
) -> list[Naming]:
    """The names with those that the settings ask for in their places.

    A key that is an operation's own comes before patterns, a longer pattern before a
    shorter one. `*` at the end of a value stands for the name that was found.

    Args:
        calls: the operations.
        found: their names so far.
        wanted: the setting `names`, whose entries are checked by `check_names`.
    """
    result = list(found)
    settled: set[int] = set()
    for key, call in sorted(wanted.items(), key=lambda item: (-len(item[0]), item[0])):
        own = [place for place, item in enumerate(calls) if key in _keys(item)]
        matching = own or [
            place
            for place, item in enumerate(calls)
            if any(fnmatchcase(name, key) for name in _keys(item))
        ]
        *resource, name = call.split(".")
        for place in matching if _is_call(call) else ():
            is_own = place in own
            if is_own or place not in settled:
                settled.add(place)
                naming = found[place]
                result[place] = _named(naming, tuple(resource), name, key)
    return result


def check_names(
    operations: Sequence[Operation], config: Config, diagnostics: Diagnostics
) -> None:
    """Report entries of the setting `names` that name no operation or no call.

    Args:
        operations: all operations of the documents.
        config: has the setting.
        diagnostics: takes the errors.
    """
    keys = [
        name for item in operations for name in (item.id, f"{item.method} {item.path}")
    ]
    for key, call in config.names.items():
        span = config.origin.span("names", key)
        if key not in keys and not any(fnmatchcase(name, key) for name in keys):
            diagnostics.add(
                UNKNOWN_NAME,
                f"`names`: {key!r} matches no operation",
                span,
                hint=did_you_mean(key, keys)
                or "give an operation id or `METHOD /path`",
            )
        if not _is_call(call):
            diagnostics.add(
                UNKNOWN_NAME,
                f"`names`: {key!r} = {call!r} is not a call",
                span,
                hint="give a resource and a method, such as `files.list`",
            )


def _is_call(text: str) -> bool:
    """Return whether a text is `resource.method`, without empty parts."""
    return "." in text and all(text.split("."))


def _keys(call: Call) -> tuple[str, str]:
    return call.id, f"{call.method} {call.path}"


def _named(naming: Naming, resource: tuple[str, ...], name: str, key: str) -> Naming:
    was = ".".join((*naming.resource, "_".join(naming.name)))
    words = naming.name if name == "*" else tuple(name.split("_"))
    inner = naming.resource if name == "*" else ()
    return replace(
        naming,
        resource=(*resource, *inner),
        name=words,
        source=f"the setting {key!r}",
        origin=None,
        rejected=(*naming.rejected, f"{was} is what {naming.source} says"),
    )
