"""Models of responses that are valid where a request expects another object.

A program sends what it received: the message of a completion becomes a message of the next
request. The document often describes the two with different schemas. A model is accepted
as an argument if its fields agree with the schema of the request. Enumerations need a common
value only: those of responses often have values such as `unknown` that no client sends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from ...frozen_dataclass import dataclass
from ...model.types import (
    Access,
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Enumeration,
    JsonScalar,
    Key,
    ListOf,
    Literal,
    MapOf,
    Nothing,
    Nullable,
    Object,
    OneOf,
    Property,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
    Union,
    Usage,
)

_NULL = Scalar(ScalarKind.NULL)


def accepted_models(declarations: Mapping[Key, Declaration]) -> dict[Key, list[Key]]:
    """Return the objects of responses that can be sent as other objects, by the latter.

    An object is compared only with those that share the value of a required property,
    such as `role` or `type`, and that declare each of its required properties or have
    the beginning of its name. Other objects resemble each other by accident.
    """
    compare = _Comparison(declarations)
    sources: dict[tuple[str, JsonScalar], list[Object]] = {}
    for item in _objects(declarations, Usage.OUTPUT):
        for tag in compare.tags(item):
            sources.setdefault(tag, []).append(item)
    accepted: dict[Key, list[Key]] = {}
    for target in _objects(declarations, Usage.INPUT, Usage.BOTH):
        candidates = {
            item.header.key: item
            for tag in compare.tags(target)
            for item in sources.get(tag, ())
        }
        keys = [
            key
            for key, item in candidates.items()
            if _is_related(target, item) and compare.is_accepted(item, target)
        ]
        if keys:
            accepted[target.header.key] = keys
    return accepted


def _objects(
    declarations: Mapping[Key, Declaration], *usages: Usage
) -> Iterator[Object]:
    for item in declarations.values():
        if isinstance(item, Object) and item.header.usage in usages:
            yield item


def _is_related(target: Object, source: Object) -> bool:
    """Return whether an object of responses is meant to be one of requests.

    Either the request declares all required properties of the response, or the response
    has the name of the request with a suffix such as `Resource`.
    """
    if source.header.declared and target.header.declared:
        if source.header.words[0].startswith(target.header.words[0]):
            return True
    declared = {item.name for item in target.properties}
    return all(item.name in declared for item in source.properties if item.required)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Decides whether the values of one type agree with another.

    Args:
        declarations: All declarations, by key.
        compared: Results for pairs of objects; `True` while a pair is compared, because
            recursive types are equal unless they differ elsewhere.
    """

    declarations: Mapping[Key, Declaration]
    compared: dict[tuple[Key, Key], bool] = field(default_factory=dict)

    def tags(self, item: Object) -> Iterator[tuple[str, JsonScalar]]:
        """Yield the required properties that have one possible value."""
        for each in item.properties:
            if each.required:
                type_ = self.resolve(each.type)
                if isinstance(type_, Literal) and len(type_.values) == 1:
                    yield each.name, type_.values[0]

    def is_accepted(self, source: Object, target: Object) -> bool:
        """Return whether the objects of one declaration are objects of another."""
        pair = source.header.key, target.header.key
        if pair[0] == pair[1]:
            return True
        known = self.compared.get(pair)
        if known is None:
            self.compared[pair] = True
            known = self.compared[pair] = self._compare(source, target)
        return known

    def _compare(self, source: Object, target: Object) -> bool:
        sent = {
            item.name: item for item in source.properties if item.access is Access.BOTH
        }
        expected = {item.name: item for item in target.properties}
        if target.closed and (
            source.extra is not None or sent.keys() - expected.keys()
        ):
            return False
        return all(
            self._has_property(sent.get(item.name), item) for item in target.properties
        )

    def _has_property(self, sent: Property | None, expected: Property) -> bool:
        if expected.access is Access.READ_ONLY:
            return sent is None
        if sent is None:
            return not expected.required
        if expected.required and not sent.required:
            return False
        return self.is_assignable(sent.type, expected.type)

    def resolve(self, type_: Type) -> Type:
        """Return the type that aliases and named unions stand for."""
        while isinstance(type_, DeclarationRef):
            match self.declarations.get(type_.key):
                case Alias(_, inner):
                    type_ = inner
                case Union(_, members):
                    type_ = OneOf(members)
                case Enumeration(_, literal):
                    type_ = literal
                case Object():
                    break
                case None:
                    return Anything()
        return type_

    def members(self, type_: Type) -> Iterator[Type]:
        """Yield the members of a type that is possibly a union."""
        match type_ := self.resolve(type_):
            case Nullable(inner):
                yield _NULL
                yield from self.members(inner)
            case OneOf(members):
                for member in members:
                    yield from self.members(member)
            case _:
                yield type_

    def is_assignable(self, source: Type, target: Type) -> bool:
        """Return whether each kind of values of one type is one of another."""
        targets = tuple(self.members(target))
        return all(
            any(self._is_member(item, each) for each in targets)
            for item in self.members(source)
        )

    def _is_member(self, source: Type, target: Type) -> bool:
        match source, target:
            case (_, Anything()) | (Anything(), _):
                return True
            case Nothing(), _:
                return True
            case Literal(values), Literal(others):
                return not set(map(_typed, values)).isdisjoint(map(_typed, others))
            case Literal(values), Scalar(kind):
                return all(_is_kind(value, kind) for value in values)
            case Scalar(ScalarKind.INTEGER), Scalar(ScalarKind.NUMBER):
                return True
            case Scalar(kind), Scalar(other):
                return kind is other
            case ListOf(item), ListOf(other):
                return self.is_assignable(item, other)
            case TupleOf(), TupleOf():
                return source == target
            case MapOf(value, key), MapOf(other, other_key):
                # The key types of mappings are invariant.
                return key == other_key and self.is_assignable(value, other)
            case DeclarationRef(key), DeclarationRef(other):
                sent, expected = self.declarations[key], self.declarations[other]
                assert isinstance(sent, Object)
                assert isinstance(expected, Object)
                return self.is_accepted(sent, expected)
            case _:
                return False


def _typed(value: JsonScalar) -> tuple[bool, JsonScalar]:
    """Return a value that distinguishes `True` from 1."""
    return isinstance(value, bool), value


_KINDS: Mapping[ScalarKind, type | tuple[type, ...]] = {
    ScalarKind.STRING: str,
    ScalarKind.INTEGER: int,
    ScalarKind.NUMBER: (int, float),
    ScalarKind.BOOLEAN: bool,
    ScalarKind.NULL: type(None),
}


def _is_kind(value: JsonScalar, kind: ScalarKind) -> bool:
    if isinstance(value, bool) and kind is not ScalarKind.BOOLEAN:
        return False
    return isinstance(value, _KINDS.get(kind, ()))
