"""Aliases of operations: from the setting `aliases`, and from samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..config import Config
from ..diagnostics import Diagnostics, Rule, Severity
from ..model.operations import Operation
from ..suggestions import did_you_mean
from .names.assign import join_name

UNKNOWN_ALIAS = Rule(
    "unknown-alias",
    Severity.ERROR,
    "The target of an entry of the setting `aliases` does not exist. The target of "
    "`old.name = new.name` is a call, an operation id or `METHOD /path`; the target of "
    "`old.* = new.*` is the start of calls. An alias without a dot is another spelling of "
    "an operation id.",
    about_settings=True,
)
TAKEN_ALIAS = Rule(
    "taken-alias",
    Severity.NOTE,
    "An entry of the setting `aliases` is the name of an operation. The operation keeps "
    "the name.",
    about_settings=True,
    hint="remove the entry, or choose another name",
)


def resolve_id_aliases(config: Config) -> Config:
    """Return the settings with the operation ids of the document.

    An alias without a dot stands for an operation id in all settings that contain ids.
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


def add_aliases(
    operations: Sequence[Operation],
    known: Sequence[Operation],
    config: Config,
    diagnostics: Diagnostics,
) -> list[Operation]:
    """Return the operations, followed by a deprecated copy for each alias.

    Other names of an operation in samples or in an earlier output are aliases too, unless
    another operation has the name.

    Args:
        operations: Selected operations.
        known: All operations of the documents. Aliases of operations that are not
            selected are ignored.
        config: Settings, including `aliases`.
        diagnostics: Collects entries that match nothing.
    """
    names = {join_name((item.resource, item.name)): item for item in operations}
    targets = _Targets(known)
    selected = {item.id for item in operations}
    by_alias: dict[str, Operation] = {}
    for old, new in config.aliases.items():
        span = config.origin.span("aliases", old)
        pairs = targets.expand(old, new)
        if not pairs or "" in old.split("."):
            diagnostics.add(
                UNKNOWN_ALIAS,
                f"`aliases`: {old!r} = {new!r} matches no operation",
                span,
                hint=did_you_mean(new, targets.names)
                or "use a call such as `files.list`, or an operation id",
            )
        for name, operation in pairs if "." in old else ():
            if operation.id not in selected:
                continue
            if name in names:
                diagnostics.add(
                    TAKEN_ALIAS,
                    f"`aliases`: {name!r} is the name of an operation",
                    span,
                )
            else:
                by_alias[name] = operation
    for operation in operations:
        for name in operation.naming.other_calls:
            if name not in names:
                by_alias.setdefault(name, operation)
    aliases = {name: _build_alias(name, item) for name, item in by_alias.items()}
    for operation in operations:
        for name, until in operation.naming.kept_calls:
            if name not in names and name not in aliases:
                aliases[name] = _build_alias(name, operation, until)
    return [*operations, *aliases.values()]


class _Targets:
    """Possible targets of aliases: calls, operation ids and `METHOD /path`."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        self._by_call = {
            join_name((item.resource, item.name)): item for item in operations
        }
        self._by_name = {f"{item.method} {item.path}": item for item in operations}
        self._by_name |= {item.id: item for item in operations}
        self._by_name |= self._by_call

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all targets."""
        return tuple(self._by_name)

    def expand(self, old: str, new: str) -> list[tuple[str, Operation]]:
        """Return the aliases that an entry defines, each with its operation.

        Args:
            old: Key of the entry: an alias, or `old.*`.
            new: Value of the entry: a target, or `new.*`.
        """
        if old.endswith(".*") and new.endswith(".*"):
            return [
                (old[:-1] + name.removeprefix(new[:-1]), operation)
                for name, operation in self._by_call.items()
                if name.startswith(new[:-1])
            ]
        return [(old, self._by_name[new])] if new in self._by_name else []


def _build_alias(name: str, operation: Operation, until: str = "") -> Operation:
    *resource, method = name.split(".")
    return replace(
        operation,
        id=f"{name} = {operation.id}",
        resource=tuple(resource),
        name=tuple(method.split("_")),
        alias_of=join_name((operation.resource, operation.name)),
        until=until,
    )
