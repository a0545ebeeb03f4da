"""Further names of operations: the setting `aliases`, and what samples call them too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.config import Config
from generator.diagnostics import Diagnostics, Rule, Severity
from generator.model.operations import Operation
from generator.normalizer.names import dotted

UNKNOWN_ALIAS = Rule(
    "unknown-alias",
    Severity.NOTE,
    "An entry of the setting `aliases` names nothing: `old.name = new.name` needs a call, "
    "an operation id or `METHOD /path` behind it, `old.* = new.*` calls that begin so. "
    "An alias without a dot is another spelling of an operation id.",
)
TAKEN_ALIAS = Rule(
    "taken-alias",
    Severity.NOTE,
    "An entry of the setting `aliases` is the name of an operation itself, which keeps it.",
)


def spelled(config: Config) -> Config:
    """The settings with operation ids as the document spells them.

    An alias without a dot stands for an operation id wherever the settings have one.
    """
    ids = {old: new for old, new in config.aliases.items() if "." not in old}
    if not ids:
        return config
    return replace(
        config,
        only=tuple(ids.get(item, item) for item in config.only),
        exclude=tuple(ids.get(item, item) for item in config.exclude),
        names={ids.get(key, key): name for key, name in config.names.items()},
    )


def with_aliases(
    operations: Sequence[Operation],
    aliases: Mapping[str, str],
    diagnostics: Diagnostics,
) -> list[Operation]:
    """The operations, and behind them each once more under every further name.

    What samples call an operation besides its name is such a name, unless it is taken.

    Args:
        operations: those that are wanted.
        aliases: the setting.
        diagnostics: takes entries that name nothing.
    """
    names = {dotted((item.resource, item.name)): item for item in operations}
    ids = {item.id: item for item in operations}
    keys = {**{f"{x.method} {x.path}": x for x in operations}, **ids, **names}
    further: dict[str, Operation] = {}
    for old, new in aliases.items():
        pairs = [(old, keys[new])] if new in keys else []
        if old.endswith(".*") and new.endswith(".*"):
            pairs = [
                (old[:-1] + name.removeprefix(new[:-1]), operation)
                for name, operation in names.items()
                if name.startswith(new[:-1])
            ]
        if not pairs or "" in old.split("."):
            diagnostics.add(
                UNKNOWN_ALIAS,
                f"'aliases': {old!r} = {new!r} names no operation",
                hint="give a call such as `files.list`, or an operation id",
            )
        for name, operation in pairs if "." in old else ():
            if name in names:
                diagnostics.add(TAKEN_ALIAS, f"'aliases': {name!r} is taken")
            else:
                further[name] = operation
    for operation in operations:
        for name in operation.naming.others:
            if name not in names:
                further.setdefault(name, operation)
    return [*operations, *(_alias(*item) for item in further.items())]


def _alias(name: str, operation: Operation) -> Operation:
    *resource, method = name.split(".")
    return replace(
        operation,
        id=f"{name} = {operation.id}",
        resource=tuple(resource),
        name=tuple(method.split("_")),
        alias_of=dotted((operation.resource, operation.name)),
    )
