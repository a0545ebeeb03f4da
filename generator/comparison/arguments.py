"""Changes of the arguments of a method."""

from __future__ import annotations

from collections.abc import Iterator

from ..python.resources import Argument, Place, own_arguments
from ..rendering.python.annotations import documented_type
from .collection import Comparison
from .defaults import compare_documentation
from .sent_types import SentType, compare_sent_types
from .sides import MethodEntry


def compare_arguments(
    comparison: Comparison, old: MethodEntry, new: MethodEntry
) -> None:
    """Add the changes of the arguments of a method that both clients have."""
    matches = _match(old, new)
    for argument in old.method.arguments:
        match = matches.get(argument.name)
        if match is None:
            _add_removed(comparison, old, new, argument)
        else:
            _compare(comparison, old, new, argument, match)
    matched = {item.name for item in matches.values()}
    for argument in new.method.arguments:
        if argument.name not in matched:
            _add_new(comparison, old, new, argument)
    _compare_order(comparison, old, new, matches)


def _match(old: MethodEntry, new: MethodEntry) -> dict[str, Argument]:
    """Return the argument of the new method for each name of the old method.

    Arguments that code passes by position match by position, because the names of path
    parameters are not a part of the request.
    """
    by_name = {item.name: item for item in new.method.arguments}
    result = {
        item.name: by_name[item.name]
        for item in old.method.arguments
        if item.name in by_name
    }
    matched = {item.name for item in result.values()}
    others = {
        (item.place, item.key): item
        for item in own_arguments(new.method.arguments)
        if item.name not in matched
    }
    for item in old.method.arguments:
        if item.name not in result and (item.place, item.key) in others:
            result[item.name] = others[(item.place, item.key)]
    lost = [item for item in _path(old) if item.name not in result]
    matched = {item.name for item in result.values()}
    free = [item for item in _path(new) if item.name not in matched]
    if len(lost) == len(free) and len(_path(old)) == len(_path(new)):
        result |= {one.name: other for one, other in zip(lost, free, strict=True)}
    return result


def _path(entry: MethodEntry) -> list[Argument]:
    arguments = own_arguments(entry.method.arguments)
    return [item for item in arguments if item.place is Place.PATH]


def _add_removed(
    comparison: Comparison, old: MethodEntry, new: MethodEntry, argument: Argument
) -> None:
    comparison.add(
        "argument-removed",
        old.subject,
        f"`{old.subject}` does not have the argument `{argument.name}` any more",
        comparison.old.argument_origin(old, argument)[0],
        new.operation.origin,
        comparison.witnesses.call(old, argument),
    )


def _add_new(
    comparison: Comparison, old: MethodEntry, new: MethodEntry, argument: Argument
) -> None:
    needed_by = _other_body_argument(old, argument) if argument.with_body else None
    required = argument.required or needed_by is not None
    type_ = documented_type(argument.type)
    comparison.add(
        "required-argument-added" if required else "argument-added",
        old.subject,
        (
            f"`{old.subject}` requires the new argument `{argument.name}: {type_}`"
            if required
            else f"`{old.subject}` has the new argument `{argument.name}: {type_}`"
        ),
        old.operation.origin,
        comparison.new.argument_origin(new, argument)[0],
        comparison.witnesses.call(old, needed_by) if required else "",
    )


def _other_body_argument(entry: MethodEntry, argument: Argument) -> Argument | None:
    """Return another argument of the body, without which a call has no body."""
    others = (
        item
        for item in entry.method.default_arguments
        if item.place is Place.BODY and item.name != argument.name
    )
    return next(others, None)


def _compare(
    comparison: Comparison,
    old: MethodEntry,
    new: MethodEntry,
    before: Argument,
    after: Argument,
) -> None:
    places = (
        comparison.old.argument_origin(old, before)[0],
        comparison.new.argument_origin(new, after)[0],
    )
    for rule, message, witness in _differences(comparison, old, before, after):
        comparison.add(rule, old.subject, message, *places, witness)
    sent = SentType(
        "argument",
        old.subject,
        f"the argument `{before.name}` of `{old.subject}`",
        places,
        lambda type_: comparison.witnesses.call(old, before, type_),
    )
    compare_sent_types(comparison, sent, before.type, after.type)
    compare_documentation(
        comparison,
        sent,
        comparison.old.argument_origin(old, before)[1],
        comparison.new.argument_origin(new, after)[1],
    )


def _differences(
    comparison: Comparison, old: MethodEntry, before: Argument, after: Argument
) -> Iterator[tuple[str, str, str]]:
    """Yield the rule, the message and the witness of changes of an argument."""
    name, call = before.name, old.subject
    if before.name != after.name:
        yield (
            "argument-renamed",
            f"the argument `{name}` of `{call}` is renamed to `{after.name}`",
            comparison.witnesses.call(old, before),
        )
    yield from _requirements(comparison, old, before, after)
    if before.required and not after.required:
        yield (
            "argument-optional",
            f"`{call}` does not require the argument `{name}` any more",
            "",
        )
    if before.positional and not after.positional:
        yield (
            "argument-keyword-only",
            f"the argument `{name}` of `{call}` must be passed by name",
            comparison.witnesses.call(old, before, positional=True),
        )
    if Place.PARSED in (before.place, after.place):
        return  # The type of the argument says what it is.
    if before.place is not after.place:
        yield (
            "argument-place-changed",
            (
                f"the argument `{name}` of `{call}` is sent in the {after.place.value} "
                f"instead of the {before.place.value}"
            ),
            "",
        )
    elif before.key != after.key and before.place is not Place.PATH:
        comparison.sent_as.add((old.call, before.key))
        yield (
            "argument-key-changed",
            (
                f"the argument `{name}` of `{call}` is sent as `{after.key}` instead of "
                f"`{before.key}`"
            ),
            "",
        )


def _requirements(
    comparison: Comparison, old: MethodEntry, before: Argument, after: Argument
) -> Iterator[tuple[str, str, str]]:
    """Yield the changes of an argument that could be omitted."""
    if before.required:
        return
    text = f"`{old.subject}` requires the argument `{before.name}`"
    if after.required:
        end = ", which could be omitted" + (
            " with the body" if before.with_body else ""
        )
        without = comparison.witnesses.call(old, has_body=not before.with_body)
        yield "argument-required", text + end, without
    elif after.with_body and not before.with_body:
        other = _other_body_argument(old, before)
        if other is not None:
            yield (
                "argument-required",
                f"{text} if the request has a body",
                comparison.witnesses.call(old, other),
            )


def _compare_order(
    comparison: Comparison,
    old: MethodEntry,
    new: MethodEntry,
    matches: dict[str, Argument],
) -> None:
    before = [
        matches[item.name].name
        for item in old.method.arguments
        if item.positional and item.name in matches
    ]
    after = [item.name for item in new.method.arguments if item.positional]
    kept = [name for name in after if name in before]
    order = [name for name in before if name in after]
    if order and (kept != order or after[: len(order)] != order):
        comparison.add(
            "argument-order-changed",
            old.subject,
            f"`{old.subject}` has the positional arguments {_listed(after)} instead of "
            f"{_listed(before)}",
            old.operation.origin,
            new.operation.origin,
        )


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
