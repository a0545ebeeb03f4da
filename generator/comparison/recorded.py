"""Changes of names between the record of an earlier output and a client.

If the client has the same documents and settings, the generator causes these changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..recorded_names import CLIENT, Keys, RecordedNames
from .changes import Cause, Change
from .rules import RULES
from .sides import Side


def compare_recorded(
    recorded: RecordedNames, names: RecordedNames, side: Side
) -> tuple[Change, ...]:
    """Compare the names of an earlier output with those of a client.

    Names do not show types, so that another type of an argument or a field is not a
    change here.

    Args:
        recorded: Names of the earlier output.
        names: Names of the client.
        side: The client.
    """
    return (
        *_calls(recorded, names),
        *_arguments(recorded, names, side),
        *_types(recorded, names),
        *_fields(recorded, names),
        *_classes(recorded, names),
    )


def _change(rule: str, subject: str, message: str) -> Change:
    return Change(RULES[rule], subject, message, cause=Cause.GENERATOR)


def _calls(recorded: RecordedNames, names: RecordedNames) -> Iterator[Change]:
    for call in recorded.calls.keys() - names.calls.keys():
        subject = f"client.{call}"
        yield _change("call-removed", subject, f"`{subject}` does not exist any more")
    for call in names.calls.keys() - recorded.calls.keys():
        yield _change("call-added", f"client.{call}", f"`client.{call}` is new")


def _arguments(
    recorded: RecordedNames, names: RecordedNames, side: Side
) -> Iterator[Change]:
    """Yield the changes of arguments, unless the record has none yet."""
    if not recorded.arguments:
        return
    for call in recorded.calls.keys() & names.calls.keys():
        if recorded.calls[call].alias_of or names.calls[call].alias_of:
            continue
        entry = side.methods.get(call)
        arguments = entry.method.default_arguments if entry else ()
        required = {item.name for item in arguments if item.required}
        old, new = (item.arguments.get(call, {}) for item in (recorded, names))
        yield from _members(f"client.{call}", "argument", old, new)
        for name in _added(old, new):
            subject, is_needed = f"client.{call}", name in required
            verb = "requires" if is_needed else "has"
            rule = "required-argument-added" if is_needed else "argument-added"
            message = f"`{subject}` {verb} the new argument `{name}`"
            yield _change(rule, subject, message)
    old, new = (item.arguments.get(CLIENT, {}) for item in (recorded, names))
    client = side.package.client.name
    for name in set(old.values()) - set(new.values()):
        message = f"`{client}` does not have the argument `{name}` any more"
        yield _change("credential-removed", f"{client}({name}=…)", message)
    for name in set(new.values()) - set(old.values()):
        message = f"`{client}` has the new argument `{name}`"
        yield _change("credential-added", f"{client}({name}=…)", message)


def _types(recorded: RecordedNames, names: RecordedNames) -> Iterator[Change]:
    for name, item in recorded.types.items():
        subject = f"types.{item.module}.{name}"
        current = names.types.get(name)
        if current is None:
            message = f"`{subject}` does not exist any more"
            yield _change("type-removed", subject, message)
        elif current.module != item.module:
            message = (
                f"`{name}` moves from `types.{item.module}` to `types.{current.module}`"
            )
            yield _change("type-moved", subject, message)
    has_pages = any(item.role.is_page for item in recorded.types.values())
    for name in names.types.keys() - recorded.types.keys():
        if names.types[name].role.is_page and not has_pages:
            continue  # The record is of a generator that did not record pages.
        subject = f"types.{names.types[name].module}.{name}"
        yield _change("type-added", subject, f"`{subject}` is new")


def _fields(recorded: RecordedNames, names: RecordedNames) -> Iterator[Change]:
    """Yield the changes of attributes, unless the record has none yet."""
    if not recorded.fields:
        return
    for name in recorded.types.keys() & names.types.keys():
        if recorded.types[name].alias_of or names.types[name].alias_of:
            continue
        old, new = (item.fields.get(name, {}) for item in (recorded, names))
        subject = f"types.{names.types[name].module}.{name}"
        yield from _members(subject, "field", old, new)
        for added in _added(old, new):
            message = f"`{subject}` has the new attribute `{added}`"
            yield _change("field-added", subject, message)


def _classes(recorded: RecordedNames, names: RecordedNames) -> Iterator[Change]:
    for path in recorded.resources.keys() & names.resources.keys():
        old, new = recorded.resources[path], names.resources[path]
        if old != new:
            subject = f"client.{path}"
            message = f"the class of `{subject}` is `resources.{new}` instead of `resources.{old}`"
            yield _change("resource-class-renamed", subject, message)


def _members(subject: str, kind: str, old: Keys, new: Keys) -> Iterator[Change]:
    """Yield the arguments or attributes that are removed, or have another name."""
    noun = "argument" if kind == "argument" else "attribute"
    for key, name in old.items():
        current = new.get(key)
        if current is None and name not in new.values():
            message = f"`{subject}` does not have the {noun} `{name}` any more"
            yield _change(f"{kind}-removed", subject, message)
        elif current is not None and current != name:
            message = f"the {noun} `{name}` of `{subject}` is renamed to `{current}`"
            yield _change(f"{kind}-renamed", subject, message)


def _added(old: Keys, new: Keys) -> Iterator[str]:
    for key, name in new.items():
        if key not in old and name not in old.values():
            yield name
