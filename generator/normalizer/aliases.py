"""Further names of operations: the setting `aliases`, and what samples call them too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..config import Config
from ..diagnostics import Diagnostics, Rule, Severity
from ..model.operations import Operation
from .names.assign import dotted
from ..suggestions import did_you_mean

UNKNOWN_ALIAS = Rule(
    "unknown-alias",
    Severity.ERROR,
    "An entry of the setting `aliases` names nothing: `old.name = new.name` needs a call, "
    "an operation id or `METHOD /path` behind it, `old.* = new.*` calls that begin so. "
    "An alias without a dot is another spelling of an operation id.",
    about_settings=True,
)
TAKEN_ALIAS = Rule(
    "taken-alias",
    Severity.NOTE,
    "An entry of the setting `aliases` is the name of an operation itself, which keeps it.",
    about_settings=True,
)


def spelled(config: Config) -> Config:
    """The settings with operation ids as the document spells them.

    An alias without a dot stands for an operation id wherever the settings have one.
    """
    ids = {old: new for old, new in config.aliases.items() if "." not in old}
    if not ids:
        return config
    spellings = {new: old for old, new in ids.items() if old in config.names}
    return replace(
        config,
        only=tuple(ids.get(item, item) for item in config.only),
        exclude=tuple(ids.get(item, item) for item in config.exclude),
        names={ids.get(key, key): name for key, name in config.names.items()},
        origin=replace(config.origin, spellings=spellings),
    )


def with_aliases(
    operations: Sequence[Operation],
    known: Sequence[Operation],
    config: Config,
    diagnostics: Diagnostics,
) -> list[Operation]:
    """Return the operations, and behind them each once more under every further name.

    What samples call an operation besides its name is such a name, unless it is taken.

    Args:
        operations: those that are wanted.
        known: all operations of the documents.
        config: has the setting `aliases`.
        diagnostics: takes entries that name nothing.
    """
    names = {dotted((item.resource, item.name)): item for item in operations}
    targets = _Targets(known)
    wanted = {item.id for item in operations}
    further: dict[str, Operation] = {}
    for old, new in config.aliases.items():
        span = config.origin.span("aliases", old)
        pairs = targets.pairs(old, new)
        if not pairs or "" in old.split("."):
            diagnostics.add(
                UNKNOWN_ALIAS,
                f"`aliases`: {old!r} = {new!r} names no operation",
                span,
                hint=did_you_mean(new, targets.names)
                or "give a call such as `files.list`, or an operation id",
            )
        for name, operation in pairs if "." in old else ():
            if operation.id not in wanted:
                continue
            if name in names:
                diagnostics.add(TAKEN_ALIAS, f"`aliases`: {name!r} is taken", span)
            else:
                further[name] = operation
    for operation in operations:
        for name in operation.naming.others:
            if name not in names:
                further.setdefault(name, operation)
    return [*operations, *(_alias(*item) for item in further.items())]


class _Targets:
    """What aliases may stand for: calls, operation ids, `METHOD /path`."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        self._calls = {dotted((item.resource, item.name)): item for item in operations}
        self._keys = {f"{item.method} {item.path}": item for item in operations}
        self._keys |= {item.id: item for item in operations}
        self._keys |= self._calls

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that an alias may stand for."""
        return tuple(self._keys)

    def pairs(self, old: str, new: str) -> list[tuple[str, Operation]]:
        """Return the further names that an entry gives, each with its operation."""
        if old.endswith(".*") and new.endswith(".*"):
            return [
                (old[:-1] + name.removeprefix(new[:-1]), operation)
                for name, operation in self._calls.items()
                if name.startswith(new[:-1])
            ]
        return [(old, self._keys[new])] if new in self._keys else []


def _alias(name: str, operation: Operation) -> Operation:
    *resource, method = name.split(".")
    return replace(
        operation,
        id=f"{name} = {operation.id}",
        resource=tuple(resource),
        name=tuple(method.split("_")),
        alias_of=dotted((operation.resource, operation.name)),
    )
