"""The settings that give the operations of a client the names of an SDK."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from fnmatch import fnmatchcase

from ..frozen_dataclass import dataclass
from ..model.operations import Operation
from .calls import SdkCall
from .match import Match, Matching

_MAX_PATTERN_SEGMENTS = 4


@dataclass(frozen=True, slots=True)
class AdoptedNames:
    """Settings for names, and what they cannot express.

    Args:
        names: Entries of the setting `names`.
        aliases: Entries of the setting `aliases`: other calls of the SDK.
        conflicts: Calls that the SDK uses for two operations, with the operation that
            does not get the name.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    conflicts: tuple[tuple[SdkCall, Operation], ...] = ()


def adopt_names(matching: Matching, operations: Sequence[Operation]) -> AdoptedNames:
    """Return the settings that differ from the names that operations have.

    Patterns that put a prefix before names stand for all operations below a path, if the
    SDK calls each of these operations so.

    Args:
        matching: The operations, and the calls of the SDK.
        operations: All operations of the document.
    """
    chosen, conflicts = _choose_calls(matching.matches)
    patterns = _find_patterns(chosen, operations)
    names = dict(patterns)
    for operation, call in chosen:
        if _name_by(patterns, operation) != _name(operation, call):
            names[operation.id] = _setting(call)
    aliases = {
        _setting(other): _name(operation, call)
        for match in matching.matches
        for operation, call in chosen
        if operation is match.operation
        for other in match.calls
        if other.is_direct and other.resource and _setting(other) != _setting(call)
    }
    used = {_name(operation, call) for operation, call in chosen}
    return AdoptedNames(
        dict(sorted(names.items(), key=lambda item: (item[0] not in patterns, item))),
        _group_aliases(
            {old: new for old, new in sorted(aliases.items()) if old not in used}, used
        ),
        tuple(conflicts),
    )


def _choose_calls(
    matches: Iterable[Match],
) -> tuple[list[tuple[Operation, SdkCall]], list[tuple[SdkCall, Operation]]]:
    """Return the call of each operation, and the calls that are taken already."""
    chosen: list[tuple[Operation, SdkCall]] = []
    conflicts: list[tuple[SdkCall, Operation]] = []
    taken: set[str] = set()
    for match in sorted(matches, key=lambda match: "?" in match.operation.path):
        free = [call for call in match.calls if _setting(call) not in taken]
        if not free:
            conflicts.append((match.calls[0], match.operation))
            continue
        taken.add(_setting(free[0]))
        chosen.append((match.operation, free[0]))
    return chosen, conflicts


def _group_aliases(aliases: dict[str, str], calls: set[str]) -> dict[str, str]:
    """Return aliases with a pattern in place of those of a whole resource.

    Args:
        aliases: New calls by old calls, sorted.
        calls: All calls of the client.
    """
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for old, new in aliases.items():
        old_resource, _, old_name = old.rpartition(".")
        new_resource, _, new_name = new.rpartition(".")
        if old_name == new_name:
            groups[old_resource, new_resource].append(old)
    patterns: dict[str, str] = {}
    for (old, new), members in groups.items():
        below = sum(call.startswith(f"{new}.") for call in calls)
        if len(members) > 1 and len(members) == below:
            patterns[f"{old}.*"] = f"{new}.*"
            aliases = {key: aliases[key] for key in aliases if key not in members}
    return {**dict(sorted(patterns.items())), **aliases}


def _setting(call: SdkCall) -> str:
    """Return a call as the setting `names` spells it."""
    name = call.name.rstrip("_") or call.name
    return ".".join((*call.resource, name))


def _name(operation: Operation, call: SdkCall) -> str:
    """Return the name of an operation that has the call of the SDK.

    A call of the client is that of a resource, whose method keeps its name.
    """
    name = _setting(call)
    if call.resource:
        return name
    if operation.calls_resource and operation.resource == (name,):
        return _current(operation)
    return f"{name}.{'_'.join(operation.name)}"


def _current(operation: Operation) -> str:
    return ".".join((*operation.resource, "_".join(operation.name)))


def _key(operation: Operation) -> str:
    return f"{operation.method} {operation.path}"


def _name_by(patterns: Mapping[str, str], operation: Operation) -> str:
    """Return the name of an operation after the patterns are applied."""
    for pattern, value in sorted(
        patterns.items(), key=lambda item: (-len(item[0]), item[0])
    ):
        if fnmatchcase(_key(operation), pattern):
            return f"{value.removesuffix('*')}{_current(operation)}"
    return _current(operation)


def _find_patterns(
    chosen: Sequence[tuple[Operation, SdkCall]], operations: Sequence[Operation]
) -> dict[str, str]:
    """Return patterns of paths whose operations all get the same prefix."""
    prefixes = {
        operation.id: _find_prefix(_current(operation), _name(operation, call))
        for operation, call in chosen
    }
    candidates: dict[str, list[str]] = defaultdict(list)
    for operation in operations:
        segments = operation.path.strip("/").split("/")
        for length in range(1, min(len(segments), _MAX_PATTERN_SEGMENTS + 1)):
            if not any("{" in segment for segment in segments[:length]):
                pattern = f"* /{'/'.join(segments[:length])}/*"
                candidates[pattern].append(operation.id)
    patterns: dict[str, str] = {}
    for pattern, ids in sorted(candidates.items(), key=lambda item: len(item[0])):
        below = [prefixes[id_] for id_ in ids if id_ in prefixes]
        best = max(sorted(set(below)), key=below.count, default="")
        is_common = below.count(best) >= 3 and 5 * below.count(best) > 4 * len(below)
        covered = any(fnmatchcase(pattern, other) for other in patterns)
        if best and is_common and not covered:
            patterns[pattern] = f"{best}*"
    return patterns


def _find_prefix(current: str, target: str) -> str:
    """Return what the SDK has before a name, with a dot at the end; `""` if nothing."""
    has_prefix = target != current and target.endswith(f".{current}")
    return target.removesuffix(current) if has_prefix else ""
