"""Changes of public types: names, modules, and what each of them contains."""

from __future__ import annotations

from ..model.types import Usage
from ..python.expressions import Literal, TypeExpr, union_members
from ..python.literals import literal_text
from ..python.types import (
    AliasDefinition,
    ModelClass,
    PageClass,
    ParamClass,
    TypeItem,
    TypeNameAlias,
)
from ..rendering.python.annotations import documented_type
from .collection import Comparison
from .deprecations import compare_deprecations
from .fields import compare_fields
from .keys import compare_keys
from .sides import MethodEntry, Side


def compare_types(comparison: Comparison, matches: dict[str, MethodEntry]) -> None:
    """Add the changes of all public types.

    Args:
        comparison: The clients.
        matches: Method of the new client by call. The keys of a body are arguments of
            these methods and are not reported a second time.
    """
    for name, item in comparison.old.types.items():
        if isinstance(item, TypeNameAlias):
            if name not in comparison.new.types:
                _add_removed(comparison, name)
        elif name in comparison.new.types:
            _compare_modules(comparison, name)
            _compare_aliased(comparison, name)
            _compare_deprecated(comparison, name, name)
            _compare_items(comparison, name, name, matches)
        elif name in comparison.names:
            _add_renamed(comparison, name)
            _compare_deprecated(comparison, name, comparison.names[name])
            _compare_items(comparison, name, comparison.names[name], matches)
        else:
            _add_removed(comparison, name)
    known = {*comparison.old.types, *comparison.names.values()}
    for name in comparison.new.types:
        if name not in known:
            module = comparison.new.module_of(name)
            comparison.add(
                "type-added",
                f"{module}.{name}",
                f"`{module}.{name}` is new",
                new=comparison.new.type_location(name),
            )


def _subject(comparison: Comparison, name: str) -> str:
    return f"{comparison.old.module_of(name)}.{name}"


def _add_removed(comparison: Comparison, name: str) -> None:
    subject = _subject(comparison, name)
    comparison.add(
        "type-removed",
        subject,
        f"`{subject}` does not exist any more",
        comparison.old.type_location(name),
        witness=comparison.witnesses.name(name),
    )


def _add_renamed(comparison: Comparison, name: str) -> None:
    subject, new = _subject(comparison, name), comparison.names[name]
    comparison.add(
        "type-renamed",
        subject,
        f"`{subject}` is renamed to `{comparison.new.module_of(new)}.{new}`",
        comparison.old.type_location(name),
        comparison.new.type_location(new),
        comparison.witnesses.name(name),
    )


def _compare_aliased(comparison: Comparison, name: str) -> None:
    """Add the change that a name of the old client is an alias that warns."""
    item = comparison.new.types[name]
    if isinstance(item, TypeNameAlias) and item.deprecated:
        subject = _subject(comparison, name)
        current = f"{comparison.new.module_of(item.of)}.{item.of}"
        comparison.add(
            "type-deprecated",
            subject,
            f"`{subject}` is an alias of `{current}` and emits a "
            "`DeprecationWarning`",
            comparison.old.type_location(name),
            comparison.new.type_location(item.of),
        )


def _compare_deprecated(comparison: Comparison, old: str, new: str) -> None:
    """Add the change that the new document deprecates the schema of a type."""
    before, after = comparison.old.types[old], _target(comparison.new, new)
    if isinstance(before, PageClass):
        return  # The model of the page is compared.
    subject = _subject(comparison, old)
    compare_deprecations(
        comparison,
        "type-deprecated",
        subject,
        f"`{subject}`",
        (comparison.old.type_location(old), comparison.new.type_location(after.name)),
        (
            comparison.old.type_documentation(before),
            comparison.new.type_documentation(after),
        ),
    )


def _compare_modules(comparison: Comparison, name: str) -> None:
    before, after = comparison.old.module_of(name), comparison.new.module_of(name)
    if before != after:
        comparison.add(
            "type-moved",
            f"{before}.{name}",
            f"`{name}` moves from `{before}` to `{after}`",
            comparison.old.type_location(name),
            comparison.new.type_location(name),
            comparison.witnesses.name(name),
        )


def _target(side: Side, name: str) -> TypeItem:
    item = side.types[name]
    while isinstance(item, TypeNameAlias):
        item = side.types[item.of]
    return item


def _compare_items(
    comparison: Comparison, old: str, new: str, matches: dict[str, MethodEntry]
) -> None:
    before, after = comparison.old.types[old], _target(comparison.new, new)
    match before, after:
        case ModelClass(), ModelClass():
            compare_fields(comparison, before, after)
        case ParamClass(), ParamClass():
            if not _is_flattened(comparison.old, before, matches):
                compare_keys(comparison, before, after)
            elif keys := _other_keys(comparison, before):
                compare_keys(comparison, before, after, keys)
        case AliasDefinition(), AliasDefinition():
            _compare_aliases(comparison, before, after)
        case PageClass(), PageClass():
            pass  # the page is compared with its call, the items with their class
        case _:
            _add_kind(comparison, before, after)


def _is_flattened(
    side: Side, item: ParamClass, matches: dict[str, MethodEntry]
) -> bool:
    """Return whether the keys of a dictionary are compared as arguments."""
    entries = side.flattened_bodies.get(item.key, [])
    is_compared = any(entry.call in matches for entry in entries)
    return is_compared and item.name not in side.used_by_arguments


def _other_keys(comparison: Comparison, item: ParamClass) -> frozenset[str]:
    """Return the keys of a body whose arguments are sent under another key.

    The names of the arguments do not change, but a dictionary with the old keys fails.
    """
    calls = {entry.call for entry in comparison.old.flattened_bodies[item.key]}
    return frozenset(key for call, key in comparison.sent_as if call in calls)


def _add_kind(comparison: Comparison, before: TypeItem, after: TypeItem) -> None:
    subject = _subject(comparison, before.name)
    comparison.add(
        "type-kind-changed",
        subject,
        f"`{subject}` is {_describe_kind(after)} instead of {_describe_kind(before)}",
        comparison.old.type_location(before.name),
        comparison.new.type_location(after.name),
    )


_MAX_MEMBERS = 4
"""Members of a union that a message lists."""


def _describe_kind(item: TypeItem) -> str:
    """Return what a name stands for, as a noun phrase."""
    match item:
        case ModelClass():
            return "a model class"
        case ParamClass():
            return "a `TypedDict`"
        case PageClass():
            return "a page class"
        case TypeNameAlias(of=name):
            return f"another name of `{name}`"
        case AliasDefinition(value=value):
            members = union_members(value)
            if len(members) > _MAX_MEMBERS:
                return f"a union of {len(members)} types"
            return f"the type `{documented_type(value)}`"


def _is_sent(side: Side, item: AliasDefinition) -> bool:
    """Return whether arguments use an alias."""
    declared = side.declarations.get(item.key)
    usage = declared.header.usage if declared is not None else Usage.BOTH
    has_name = side.package.parameters.get(item.key, item.name) == item.name
    return has_name and usage in (Usage.INPUT, Usage.BOTH)


def _is_received(side: Side, item: AliasDefinition) -> bool:
    """Return whether responses use an alias."""
    declared = side.declarations.get(item.key)
    usage = declared.header.usage if declared is not None else Usage.BOTH
    has_name = side.package.models.get(item.key, item.name) == item.name
    return has_name and usage in (Usage.OUTPUT, Usage.BOTH)


def _compare_aliases(
    comparison: Comparison, before: AliasDefinition, after: AliasDefinition
) -> None:
    # Names of the old client that the new one keeps count as names of its responses.
    received = _is_received(comparison.old, before) and _is_received(
        comparison.new, after
    )
    if _is_sent(comparison.old, before):
        for member in comparison.sent.misfits(before.value, after.value):
            _add_member(
                comparison,
                "member-removed",
                before,
                after,
                f"does not accept {_format_member(member)} any more",
                comparison.witnesses.alias(before.name, member),
            )
    for member in comparison.received.misfits(after.value, before.value):
        if not received:
            rule, text = "member-accepted", "also accepts"
        elif isinstance(member, Literal):
            rule, text = "value-added", "has the new value"
        else:
            rule, text = "member-added", "has the new member"
        _add_member(
            comparison, rule, before, after, f"{text} {_format_member(member)}", ""
        )


def _format_member(member: TypeExpr) -> str:
    if isinstance(member, Literal):
        return f"`{literal_text(member.values[0])}`"
    return f"`{documented_type(member)}`"


def _add_member(
    comparison: Comparison,
    rule: str,
    before: AliasDefinition,
    after: AliasDefinition,
    text: str,
    witness: str,
) -> None:
    subject = _subject(comparison, before.name)
    comparison.add(
        rule,
        subject,
        f"`{subject}` {text}",
        comparison.old.type_location(before.name),
        comparison.new.type_location(after.name),
        witness,
    )
