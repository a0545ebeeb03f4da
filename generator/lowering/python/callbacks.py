"""Lowering of callbacks and webhooks to the methods that parse their payloads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ...frozen_dataclass import dataclass
from ...model.api import Api, Resource
from ...model.callbacks import Callback, Payload
from ...model.operations import Operation
from ...model.types import Type
from ...python.callbacks import CallbackMethod, WebhookEvent
from ...python.expressions import ArgumentDoc, Docstring, TypeExpr, has_name
from ...words import separate_mixed
from .docstrings import prose
from .expressions import ModelTypes, join
from .identifiers import MAX_NAME_LENGTH, attribute_name, shorten
from .resource_names import CALLBACKS, RESERVED_METHODS, name_attributes

_NOTE = (
    "The signature of the request is not verified. A request with another `Content-Type` "
    "than {}, or a payload that is not valid content of it, raises `InvalidPayloadError`."
)
_HEADERS = (
    "The headers of the request. `Content-Type` selects how the payload is parsed."
)
_OPTIONAL_HEADERS = (
    "The headers of the request, whose `Content-Type` is checked. Without it, the payload "
    "is parsed as {}."
)


@dataclass(frozen=True, slots=True)
class Callbacks:
    """The methods that parse payloads of callbacks.

    Args:
        methods: The methods, in the order of the operations.
        calls: Path of the method on the client for each callback that has one.
    """

    methods: tuple[CallbackMethod, ...]
    calls: Mapping[Callback, str]

    def describe(self, operation: Operation) -> str:
        """Return a paragraph about the callbacks of an operation; `""` for none."""
        lines = []
        for item in dict.fromkeys(operation.callbacks):
            address = f"{item.method} {one_line(item.expression)}"
            text = f"- `{one_line(item.name)}`: `{address}`"
            if item.parents:
                text += f", after the request of `{one_line(item.parents[-1])}`"
            call = self.calls.get(item)
            if call is not None:
                text += f"; parse the payload with `client.{call}()`"
            elif not item.payloads:
                text += "; it has no payload"
            lines.append(f"{text}.")
        return "\n".join(["Callbacks, which the API sends:\n", *lines]) if lines else ""


def one_line(text: str) -> str:
    """Return a name or an expression of the document on one line."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Entry:
    """A callback that a method parses.

    Args:
        callback: The callback.
        operation: The first operation that has it.
    """

    callback: Callback
    operation: Operation


def build_callbacks(api: Api, models: ModelTypes) -> Callbacks:
    """Build the methods that parse payloads of callbacks.

    Args:
        api: The API.
        models: Type expressions of the payloads.
    """
    entries: dict[Callback, _Entry] = {}
    for operation in api.operations:
        for callback in operation.callbacks if not operation.alias_of else ():
            if callback.parsed:
                entries.setdefault(callback, _Entry(callback, operation))
    if not entries:
        return Callbacks((), {})
    names = _name_methods(list(entries.values()), _list_reserved(api.root))
    by_name: dict[str, list[Callback]] = {}
    for callback in entries:
        by_name.setdefault(names[callback], []).append(callback)
    methods = tuple(
        _build_method(name, callbacks, models) for name, callbacks in by_name.items()
    )
    attribute = name_attributes(api.root, frozenset(), api.event is not None)[CALLBACKS]
    calls = {callback: f"{attribute}.{name}" for callback, name in names.items()}
    return Callbacks(methods, calls)


def build_event(api: Api, models: ModelTypes) -> WebhookEvent | None:
    """Build the events that webhooks have; `None` if the API has no webhooks.

    Args:
        api: The API.
        models: Type expressions of the events.
    """
    if api.event is None:
        return None
    payloads = [each for item in api.webhooks for each in item.payloads]
    types = _types_by_media_type((item for item in payloads if item.is_parsed), models)
    event = models.of(api.event)
    everything = join(type_ for _, type_ in types)
    return WebhookEvent(
        event,
        tuple((name, event if type_ == everything else type_) for name, type_ in types),
        _requires_bytes(types),
    )


def _types_by_media_type(
    payloads: Iterable[Payload], models: ModelTypes
) -> tuple[tuple[str, TypeExpr], ...]:
    """Return the union of the types of payloads for each media type."""
    by_name: dict[str, list[TypeExpr]] = {}
    for item in payloads:
        by_name.setdefault(item.media_type, []).append(models.of(item.type))
    return tuple((name, join(types)) for name, types in by_name.items())


def _requires_bytes(types: tuple[tuple[str, TypeExpr], ...]) -> bool:
    """Return whether a payload of one of the media types can be binary."""
    return any(
        name.startswith("multipart/") or has_name(type_, "ReceivedFile")
        for name, type_ in types
    )


def _build_method(
    name: str, callbacks: list[Callback], models: ModelTypes
) -> CallbackMethod:
    """Build the method of callbacks that have the same name and payloads."""
    callback = callbacks[0]
    summary = f"Parse the payload of the callback `{one_line(callback.name)}`."
    descriptions = dict.fromkeys(prose(item.description) for item in callbacks)
    types = _types_by_media_type(callback.parsed, models)
    names = [media_type for media_type, _ in types]
    requires_headers = len(names) > 1 or names[0].startswith("multipart/")
    listed = join_words([f"`{one_line(each)}`" for each in names])
    headers = _HEADERS if requires_headers else _OPTIONAL_HEADERS.format(listed)
    docstring = Docstring(
        "\n\n".join(filter(None, [summary, *descriptions, _NOTE.format(listed)])),
        (
            ArgumentDoc("payload", "The body of the request."),
            ArgumentDoc("headers", headers),
        ),
        summary="Parse the payload of a callback.",
    )
    return CallbackMethod(
        name,
        types,
        join(type_ for _, type_ in types),
        requires_headers,
        _requires_bytes(types),
        docstring,
    )


def join_words(words: list[str]) -> str:
    """Return words as `a`, `a or b`, or `a, b or c`."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _payload(callback: Callback) -> tuple[tuple[str, Type], ...]:
    """Return what distinguishes the payloads that methods parse."""
    return tuple((item.media_type, item.type) for item in callback.parsed)


def _list_reserved(root: Resource) -> set[str]:
    """Return the names of other attributes of the resource that parses callbacks."""
    reserved = set(RESERVED_METHODS)
    for resource in root.children:
        if resource.words == CALLBACKS:
            reserved |= {
                attribute_name("_".join(item.name)) for item in resource.operations
            }
            reserved |= {attribute_name(item.words[-1]) for item in resource.children}
    return reserved


def _name_methods(entries: list[_Entry], reserved: set[str]) -> dict[Callback, str]:
    """Name the method of each callback.

    The name is that of the callback. Callbacks with the same name and different payloads
    are distinguished by the operation, then by the callbacks that contain them, then by
    the HTTP method, then by a number.

    Args:
        entries: The callbacks.
        reserved: Names that must not be used; the new names are added.
    """
    names: dict[Callback, str] = {}
    for candidate in _CANDIDATES:
        rest: list[_Entry] = []
        for name, group in _group(entries, candidate).items():
            types = {_payload(entry.callback) for entry in group}
            if len(types) == 1 and name not in reserved:
                reserved.add(name)
                names |= {entry.callback: name for entry in group}
            else:
                rest += group
        entries = rest
    for name, group in _group(entries, _CANDIDATES[-1]).items():
        names |= _number(name, group, reserved)
    return names


def _number(
    name: str, entries: list[_Entry], reserved: set[str]
) -> dict[Callback, str]:
    """Append a number for each type to a name."""
    by_type: dict[object, str] = {}
    number = 1
    for entry in entries:
        if _payload(entry.callback) in by_type:
            continue
        while (unique := f"{name}_{number}") in reserved:
            number += 1
        reserved.add(unique)
        by_type[_payload(entry.callback)] = unique
    return {entry.callback: by_type[_payload(entry.callback)] for entry in entries}


def _group(
    entries: Iterable[_Entry], candidate: Callable[[_Entry], str]
) -> dict[str, list[_Entry]]:
    groups: dict[str, list[_Entry]] = {}
    for entry in entries:
        # The names are not recorded: they must not depend on the list of mixed words.
        text = separate_mixed(candidate(entry))
        name = shorten(attribute_name(text), MAX_NAME_LENGTH)
        groups.setdefault(name, []).append(entry)
    return groups


def _own_name(entry: _Entry) -> str:
    return f"parse_{entry.callback.name}"


def _name_with_operation(entry: _Entry) -> str:
    return f"parse_{entry.operation.id}_{entry.callback.name}"


def _name_with_parents(entry: _Entry) -> str:
    path = "_".join((*entry.callback.parents, entry.callback.name))
    return f"parse_{entry.operation.id}_{path}"


def _name_with_method(entry: _Entry) -> str:
    return f"{_name_with_parents(entry)}_{entry.callback.method.lower()}"


_CANDIDATES = (
    _own_name,
    _name_with_operation,
    _name_with_parents,
    _name_with_method,
)
"""Names of a method, the preferred one first."""
