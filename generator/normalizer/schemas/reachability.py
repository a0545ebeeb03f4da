"""Usage of declarations: by requests, by responses, and by which resource."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...frozen_dataclass import replace
from ...model.api import Webhook
from ...model.operations import Content, Operation, StatusResponse
from ...model.types import (
    Access,
    Alias,
    Declaration,
    DeclarationRef,
    Enumeration,
    Key,
    ListOf,
    Literal,
    MapOf,
    Nullable,
    Object,
    OneOf,
    Scalar,
    TupleOf,
    Type,
    Union,
    Usage,
)
from ...recorded_names import NO_NAMES, RecordedNames, TypeRole
from ...words import singular, split_words

SHARED = "shared"
"""Group of declarations that several resources use alike."""


def references(type_: Type | None) -> Sequence[Key]:
    """Return the keys of the declarations to which a type refers."""
    # Most types are one of these.
    if isinstance(type_, Scalar | Literal):
        return ()
    if isinstance(type_, DeclarationRef):
        return (type_.key,)
    match type_:
        case ListOf(inner) | MapOf(inner, None) | Nullable(inner):
            return references(inner)
        case MapOf(inner, key_type):
            return [*references(inner), *references(key_type)]
        case OneOf(members):
            return [key for member in members for key in references(member)]
        case TupleOf(items, rest):
            return [key for item in (*items, rest) for key in references(item)]
        case _:
            return ()


def parts(declaration: Declaration) -> Iterator[Type]:
    """Yield the types that a declaration contains."""
    match declaration:
        case Object(_, properties, extra):
            for property_ in properties:
                yield property_.type
            if extra is not None:
                yield extra
        case Union(_, members):
            yield from members
        case Alias(_, type_):
            yield type_
        case Enumeration():
            return


def targets(declaration: Declaration) -> list[Key]:
    """Return the keys of the declarations to which one refers, in order."""
    return [
        key
        for type_ in parts(declaration)
        if not isinstance(type_, Scalar)  # most types
        for key in references(type_)
    ]


def contents(declaration: Declaration) -> Iterator[Type]:
    """Yield the types of the contents of strings, which only callers decode."""
    if isinstance(declaration, Object):
        for property_ in declaration.properties:
            content = property_.content
            if content is not None and content.type is not None:
                if property_.access is not Access.WRITE_ONLY:
                    yield content.type


class UsageTracker:
    """Determines which operations reach a declaration, and its nearest resource.

    A type belongs to the resource with the shortest path of references to it. If several
    resources are equally near, it belongs to the one whose name is part of the type's
    name, else to `SHARED`. Thus a type does not move if the operations are reordered.

    Args:
        declarations: The declarations, by key.
    """

    def __init__(self, declarations: dict[Key, Declaration]) -> None:
        self._edges = {
            key: tuple(dict.fromkeys(targets(item)))
            for key, item in declarations.items()
        }
        # Schemas that only responses refer to: base classes, and the contents of strings.
        self._output_edges = {
            key: edges
            for key, item in declarations.items()
            if (edges := _list_output_edges(item))
        }
        self._words = {
            key: frozenset(map(singular, split_words(item.header.words[0])))
            for key, item in declarations.items()
        }
        self._reached: dict[Usage, set[Key]] = {Usage.INPUT: set(), Usage.OUTPUT: set()}
        self._groups: dict[Key, str] = {}
        self._unreached: frozenset[Key] = frozenset()

    def add_operations(self, operations: Iterable[Operation]) -> None:
        """Mark the types of requests and responses as used."""
        groups: dict[Key, str] = {}
        for item in operations:
            group = item.resource[0] if item.resource else ""
            for types, usage in (
                (_list_input_types(item), Usage.INPUT),
                (_list_output_types(item), Usage.OUTPUT),
            ):
                keys = self._mark(types, usage)
                if usage is Usage.INPUT:
                    # The properties of a body are arguments, like parameters.
                    keys += self._body_properties(item)
                for key in keys:
                    groups[key] = self._select_group(key, groups.get(key, group), group)
        self._spread(groups)

    def add_payloads(self, types: Iterable[Type | None], group: str) -> None:
        """Mark the types of requests that the API sends as used.

        Args:
            types: The types of the payloads.
            group: Group of the types that nothing else uses.
        """
        keys = self._mark(types, Usage.OUTPUT)
        self._spread(dict.fromkeys(keys, group))

    def add_documented(self, declarations: Iterable[Declaration]) -> None:
        """Mark types with a section in the reference as used, such as server events."""
        reached = self._reached[Usage.INPUT] | self._reached[Usage.OUTPUT]
        documented = [
            DeclarationRef(item.header.key)
            for item in declarations
            if item.header.presentation is not None and item.header.key not in reached
        ]
        self._mark(documented, Usage.OUTPUT)

    def add_recorded(self, recorded: RecordedNames, only_reached: bool) -> None:
        """Mark the types of an earlier output as used, as they were used there.

        Args:
            recorded: Names of the earlier output.
            only_reached: Whether to ignore types that nothing else uses.
        """
        reached = self._reached[Usage.INPUT] | self._reached[Usage.OUTPUT]
        for item in recorded.types.values():
            if item.role.is_page or (only_reached and item.key not in reached):
                continue
            if item.role is TypeRole.RESPONSE:
                self._mark([DeclarationRef(item.key)], Usage.OUTPUT)
            elif item.role is TypeRole.ARGUMENT:
                self._mark([DeclarationRef(item.key)], Usage.INPUT)
            elif item.role is TypeRole.ARGUMENT_ALIAS:
                if item.key not in self._reached[Usage.INPUT]:
                    self._mark([DeclarationRef(item.key)], Usage.INPUT)
            elif item.key not in reached:
                self._mark([DeclarationRef(item.key)], Usage.OUTPUT)

    def add_unreached(self, emitted: bool) -> None:
        """Mark all remaining declarations as unreached.

        Args:
            emitted: Whether the client has these types anyway. The declarations to which
                they refer are then treated as parts of a response.
        """
        reached = self._reached[Usage.INPUT] | self._reached[Usage.OUTPUT]
        unreached = [key for key in self._edges if key not in reached]
        if emitted:
            self._mark(map(DeclarationRef, unreached), Usage.OUTPUT)
        self._unreached = frozenset(unreached)

    def usage(self, key: Key) -> Usage:
        """Return whether requests, responses or both use a declaration."""
        if key in self._unreached:
            return Usage.UNREACHED
        if key in self._reached[Usage.INPUT]:
            is_output = key in self._reached[Usage.OUTPUT]
            return Usage.BOTH if is_output else Usage.INPUT
        return Usage.OUTPUT

    def group(self, key: Key) -> str:
        """Return the nearest top-level resource of a declaration; `""` if none."""
        return self._groups.get(key, "")

    def _mark(self, types: Iterable[Type | None], usage: Usage) -> list[Key]:
        """Mark everything that types refer to; return their direct references."""
        reached = self._reached[usage]
        keys = [key for type_ in types for key in references(type_)]
        stack = list(keys)
        while stack:
            key = stack.pop()
            if key not in reached:
                reached.add(key)
                stack += self._edges.get(key, ())
                if usage is Usage.OUTPUT:
                    stack += self._output_edges.get(key, ())
        return keys

    def _body_properties(self, operation: Operation) -> list[Key]:
        """Return the declarations to which the properties of a request body refer."""
        type_ = operation.body.type if operation.body is not None else None
        return [
            target for key in references(type_) for target in self._edges.get(key, ())
        ]

    def _spread(self, groups: dict[Key, str]) -> None:
        """Assign groups to declarations, and level by level to their references."""
        while groups:
            groups = {key: groups[key] for key in groups if key not in self._groups}
            self._groups.update(groups)
            next_level: dict[Key, str] = {}
            for key, group in groups.items():
                others = self._output_edges.get(key, ())
                for target in (*self._edges.get(key, ()), *others):
                    next_level[target] = self._select_group(
                        target, next_level.get(target, group), group
                    )
            groups = next_level

    def _select_group(self, key: Key, *groups: str) -> str:
        """Return the group of a declaration to which several groups are equally near."""
        distinct = sorted(set(groups) - {""})
        words = self._words[key]
        named = [group for group in distinct if singular(group) in words]
        if named:
            return named[0]
        return SHARED if len(distinct) > 1 else "".join(distinct)


def _list_output_edges(declaration: Declaration) -> tuple[Key, ...]:
    """Return the keys to which a declaration refers in responses only."""
    if not isinstance(declaration, Object):
        return ()
    keys = [key for type_ in contents(declaration) for key in references(type_)]
    return tuple(filter(None, (*keys, declaration.base)))


def _list_input_types(operation: Operation) -> list[Type | None]:
    types: list[Type | None] = [parameter.type for parameter in operation.parameters]
    if operation.body is not None:
        types.append(operation.body.type)
        types.append(operation.body.form.type if operation.body.form else None)
        types += [item.type for item in operation.body.alternatives]
    return types


def _list_typed(response: StatusResponse) -> Iterable[Content]:
    """Return the contents of a response whose types are used: JSON if there is any."""
    json = [item for item in response.contents if "json" in item.media_type]
    if not json:
        return response.contents
    return (item for item in response.contents if item in json or item.item is not None)


def _list_output_types(operation: Operation) -> list[Type | None]:
    types = [
        type_
        for response in operation.responses
        for content in _list_typed(response)
        for type_ in (content.type, content.item)
    ]
    if operation.result.streaming is not None:
        # An inferred stream may have the item type of another operation.
        types.append(operation.result.streaming.item)
        types.append(operation.result.streaming.aggregated_type)
    return types


def assign_usage(
    declarations: dict[Key, Declaration],
    operations: list[Operation],
    webhooks: tuple[Webhook, ...],
    event: Type | None,
    documented: bool,
    recorded: RecordedNames = NO_NAMES,
    unused_types: bool = False,
) -> tuple[Declaration, ...]:
    """Return the declarations with usage and group, sorted by name.

    They are sorted because the order in which schemas are read changes with every added
    operation, and the output should not.

    Args:
        declarations: The declarations, by key.
        operations: The operations of the client.
        webhooks: The webhooks.
        event: The union of all webhook payloads, if there is one.
        documented: Whether a section in the reference counts as a use.
        recorded: Names of an earlier output, whose types stay.
        unused_types: Whether types that nothing uses are emitted anyway.
    """
    tracker = UsageTracker(declarations)
    tracker.add_operations(operations)
    types = (each.type for item in webhooks for each in item.payloads)
    tracker.add_payloads((*types, event), "webhooks")
    callbacks = (each for item in operations for each in item.callbacks)
    types = (each.type for item in callbacks for each in item.payloads)
    tracker.add_payloads(types, "callbacks")
    if documented:
        tracker.add_documented(declarations.values())
    if recorded.keeps_types:
        tracker.add_recorded(recorded, only_reached=unused_types)
    tracker.add_unreached(emitted=unused_types)
    result = [
        replace(
            item,
            header=replace(
                item.header, usage=tracker.usage(key), group=tracker.group(key)
            ),
        )
        for key, item in declarations.items()
    ]
    return tuple(sorted(result, key=lambda item: (item.header.words, item.header.key)))
