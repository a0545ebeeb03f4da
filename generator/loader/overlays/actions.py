"""Apply the actions of overlays to a tree (Overlay Specification 1.1, section 4.4.3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, NamedTuple, NoReturn

from ...diagnostics import Diagnostics, GenerationError, Rule, Severity
from ...limits import MAX_ALIAS_FACTOR, MIN_ALIAS_SIZE
from ...source import JsonPointer, Location, SourceFile
from ..limits import shorten
from .structure import Overlay
from .traces import Trace

INVALID_TARGET = Rule(
    "invalid-overlay-target",
    Severity.ERROR,
    "The `target` or the `copy` of an action of an overlay is not a query of JSONPath (RFC"
    " 9535). Names with other characters than letters, digits and underscores are written"
    " in brackets: `$.paths['/items']`.",
)
CONFLICT = Rule(
    "overlay-conflict",
    Severity.ERROR,
    "An action of an overlay cannot be applied: the types of the selected nodes and of the"
    " new value do not match, the nodes have different types, `copy` does not select"
    " exactly one node, the root is removed, or both `update` and `copy` are present.",
)

Path = tuple[str | int, ...]
Query = Callable[[Any], list[Path]]
"""Function that returns the paths of the selected nodes of a tree."""


class Kind(Enum):
    """Kind of an action; the values are keys of Action Objects."""

    UPDATE = "update"
    COPY = "copy"
    REMOVE = "remove"


class Action(NamedTuple):
    """An action with compiled queries.

    Attributes:
        file: The overlay.
        pointer: Pointer of the action in the overlay.
        kind: What the action does; `None` for nothing.
        text: The query of `target`.
        target: Selects the nodes to change.
        value: Value of `update`.
        copied: Selects the node to copy, for `copy`.
    """

    file: SourceFile
    pointer: JsonPointer
    kind: Kind | None
    text: str
    target: Query
    value: Any
    copied: Query | None

    @property
    def location(self) -> Location:
        """Location of the key that changes the document, for messages."""
        key = (self.kind.value,) if self.kind else ()
        return Location(self.file, (*self.pointer, *key))


def compile_actions(overlay: Overlay, diagnostics: Diagnostics) -> list[Action]:
    """Return the actions of an overlay.

    Args:
        overlay: Overlay with a valid structure.
        diagnostics: Receives the errors.

    Raises:
        GenerationError: A query is invalid, or an action has both `update` and `copy`.
    """
    actions: list[Action] = []
    is_valid = True
    for position, value in enumerate(overlay.actions):
        where = Location(overlay.file, ("actions", str(position)))
        try:
            actions.append(_compile(value, where, diagnostics))
        except GenerationError:
            is_valid = False
    if not is_valid:
        raise GenerationError
    return actions


def _compile(
    value: dict[str, Any], where: Location, diagnostics: Diagnostics
) -> Action:
    kind = None
    if value.get("remove") is True:
        kind = Kind.REMOVE
    elif "update" in value and "copy" in value:
        message = "an action cannot have both `update` and `copy`"
        diagnostics.add(CONFLICT, message, where, hint="write two actions")
        raise GenerationError
    elif "update" in value or "copy" in value:
        kind = Kind.UPDATE if "update" in value else Kind.COPY
    target = _compile_query(value, "target", where, diagnostics)
    copied = None
    if kind is Kind.COPY:
        copied = _compile_query(value, "copy", where, diagnostics)
    text, new = value["target"], value.get("update")
    return Action(where.file, where.pointer, kind, text, target, new, copied)


def _compile_query(
    action: dict[str, Any], key: str, where: Location, diagnostics: Diagnostics
) -> Query:
    from jsonpath import JSONPathEnvironment, JSONPathError

    text = action[key]
    try:
        # Strict: without the extensions of the library, which other tools reject.
        query = JSONPathEnvironment(strict=True).compile(text)
    except JSONPathError as error:
        # The text of the exception contains the query, or fails for an empty one.
        reason = error.args[0] if error.args else "it is invalid"
        diagnostics.add(
            INVALID_TARGET,
            f"{shorten(text)!r} is not a valid JSONPath query: {shorten(str(reason))}",
            Location(where.file, (*where.pointer, key)),
            hint="write a query such as $.paths['/items'].get",
        )
        raise GenerationError from None

    def select(value: Any) -> list[Path]:
        try:
            return list(dict.fromkeys(match.parts for match in query.finditer(value)))
        except (JSONPathError, RecursionError) as error:
            reason = error.args[0] if error.args else "it is invalid"
            message = f"{shorten(text)!r} cannot be evaluated: {shorten(str(reason))}"
            place = Location(where.file, (*where.pointer, key))
            diagnostics.add(CONFLICT, message, place, hint="write a shorter query")
            raise GenerationError from None

    return select


class Application:
    """A copy of a tree to which actions are applied.

    Args:
        value: Tree, which stays unchanged.
        diagnostics: Receives the errors.
    """

    def __init__(self, value: Any, diagnostics: Diagnostics) -> None:
        self.value, size = _copy(value)
        self.trace = Trace(())
        self._diagnostics = diagnostics
        self._size = size
        self._limit = max(MIN_ALIAS_SIZE, MAX_ALIAS_FACTOR * size)

    def run(self, action: Action) -> bool:
        """Apply an action to the result of the earlier ones.

        Returns:
            Whether the action selected something.

        Raises:
            GenerationError: The action cannot be applied.
        """
        if action.kind is None:
            return False
        paths = action.target(self.value)
        if not paths:
            return False
        if action.kind is Kind.REMOVE:
            self._remove(paths, action)
            return True
        new = action.value
        if action.copied is not None:
            sources = action.copied(self.value)
            if not sources:
                return False
            if len(sources) > 1:
                self._fail(
                    f"`copy` selects {len(sources)} nodes instead of one", action
                )
            # The node may be inside of the target, which the action changes.
            new, _ = _copy(self._node(sources[0])[0])
        self._check_kinds(paths, action)
        for path in paths:
            # One trace for each target, since later actions change them separately.
            origin = Trace(action.location.pointer, action.file)
            self._update(path, new, origin, action)
        return True

    def _check_kinds(self, paths: Sequence[Path], action: Action) -> None:
        kinds = {_kind(self._node(path)[0]) for path in paths}
        if len(kinds) > 1:
            names = " and ".join(sorted(kinds))
            message = f"{shorten(action.text)!r} selects different types: {names}"
            self._fail(message, action)

    def _remove(self, paths: Sequence[Path], action: Action) -> None:
        """Remove nodes, the last ones first so that other paths stay valid."""
        for path in sorted(paths, key=_order, reverse=True):
            if not path:
                self._fail("the root of the document cannot be removed", action)
            container, trace = self._node(path[:-1])
            if isinstance(container, list):
                del trace.items(container)[int(path[-1])]
                del container[int(path[-1])]
            else:
                del container[path[-1]]

    def _update(self, path: Path, new: Any, origin: Trace, action: Action) -> None:
        value, trace = self._node(path)
        if isinstance(value, list):
            items = new if isinstance(new, list) else [new]
            self._append(value, items, trace, origin, new is items, action)
        elif _kind(value) != _kind(new):
            self._fail(f"{_kind(new)} cannot be merged into {_kind(value)}", action)
        elif isinstance(value, dict):
            self._merge(value, new, trace, origin, action)
        elif path:
            container, outer = self._node(path[:-1])
            container[path[-1]] = new
            if isinstance(container, list):
                outer.items(container)[int(path[-1])] = origin
            else:
                outer.write(str(path[-1]), origin)
        else:
            self._fail("the root of the document cannot be replaced", action)

    def _merge(
        self,
        value: dict[str, Any],
        new: dict[str, Any],
        trace: Trace,
        origin: Trace,
        action: Action,
    ) -> None:
        for key, item in new.items():
            below = origin.child(key, new)
            old = value.get(key)
            if key not in value or (_is_primitive(old) and _is_primitive(item)):
                value[key] = self._count(item, action)
                trace.write(key, below)
            elif isinstance(old, dict) and isinstance(item, dict):
                self._merge(old, item, trace.child(key, value), below, action)
            elif isinstance(old, list) and isinstance(item, list):
                self._append(old, item, trace.child(key, value), below, True, action)
            else:
                message = (
                    f"{key!r} is {_kind(old)} in the document, and {_kind(item)} here"
                )
                where = Location(action.file, below.pointer)
                self._fail(message, action, where)

    def _append(
        self,
        value: list[Any],
        items: list[Any],
        trace: Trace,
        origin: Trace,
        each: bool,
        action: Action,
    ) -> None:
        """Append items to an array.

        Args:
            value: The array.
            items: New items.
            trace: Trace of the array.
            origin: Origin of the list of items, or of the only one.
            each: Whether `items` is written as a list.
            action: Action that appends them.
        """
        traces = trace.items(value)
        for index, item in enumerate(items):
            value.append(self._count(item, action))
            traces.append(origin.child(index, items) if each else origin)

    def _count(self, value: Any, action: Action) -> Any:
        """Return a copy of a new value, whose size counts against the limit."""
        copy, size = _copy(value)
        self._size += size
        if self._size > self._limit:
            self._fail(f"the document grows to more than {self._limit:,} nodes", action)
        return copy

    def _node(self, path: Path) -> tuple[Any, Trace]:
        value, trace = self.value, self.trace
        for key in path:
            trace = trace.child(key, value)
            value = value[key]
        return value, trace

    def _fail(
        self, message: str, action: Action, where: Location | None = None
    ) -> NoReturn:
        hint = "correct the action, or use `remove` before `update`"
        self._diagnostics.add(CONFLICT, message, where or action.location, hint=hint)
        raise GenerationError


def _copy(value: Any) -> tuple[Any, int]:
    """Return a copy of a tree without shared nodes, and its number of nodes."""
    if isinstance(value, dict):
        members = {key: _copy(item) for key, item in value.items()}
        total = 1 + sum(size for _, size in members.values())
        return {key: item for key, (item, _) in members.items()}, total
    if isinstance(value, list):
        items = [_copy(item) for item in value]
        return [item for item, _ in items], 1 + sum(size for _, size in items)
    return value, 1


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "an object"
    return "an array" if isinstance(value, list) else "a primitive value"


def _is_primitive(value: Any) -> bool:
    return not isinstance(value, dict | list)


def _order(path: Path) -> tuple[tuple[bool, int, str], ...]:
    """Sort paths so that nodes follow their parents, and items their predecessors."""
    return tuple(
        (True, key, "") if isinstance(key, int) else (False, 0, key) for key in path
    )
