"""Payloads of callbacks and webhooks: which are parsed, and the files that they contain.

In JSON, a value with `format: binary` is a string. In a multipart form, and as a whole body,
it is a file. A declaration that is used in both ways becomes two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...diagnostics import Rule, Severity
from ...model.api import Webhook
from ...model.callbacks import Callback, Payload
from ...model.media_types import is_form, is_json_lines, is_text
from ...model.types import (
    Anything,
    DeclarationRef,
    Key,
    MapOf,
    Object,
    Scalar,
    ScalarKind,
    Type,
)
from ...openapi.media_types import is_json, media_type_name
from ..schemas.reader import SchemaReader
from ..schemas.type_queries import Shapes
from .binary_types import find_binary, find_reachable
from .drafts import Draft
from .type_changes import change_declaration, change_type

UNPARSED_CALLBACK = Rule(
    "unparsed-callback",
    Severity.NOTE,
    "A payload of a callback or a webhook is a multipart body other than "
    "`multipart/form-data` and `multipart/mixed`, whose parts have no names, or a form whose "
    "schema is not an object. The client does not parse payloads of this media type; the "
    "reference describes those of callbacks.",
    hint="use JSON, or parse the body in your handler",
)

_COPY = "#received"
"""End of the key of a copy with files."""
_NAMED_PARTS = ("multipart/form-data", "multipart/mixed")


def complete_payloads(
    reader: SchemaReader, drafts: Sequence[Draft], webhooks: Sequence[Webhook]
) -> tuple[list[Draft], tuple[Webhook, ...]]:
    """Return operations and webhooks with the files in payloads, and what is parsed.

    Args:
        reader: Contains the declarations, which are complete and are changed, and receives
            a diagnostic for each payload that is not parsed.
        drafts: The operations.
        webhooks: The webhooks.
    """
    payloads = [each for item in webhooks for each in item.payloads]
    payloads += (
        each for draft in drafts for item in draft.callbacks for each in item.payloads
    )
    completed = _Completion(reader, drafts, payloads)
    drafts = [
        (
            replace(draft, callbacks=tuple(map(completed.callback, draft.callbacks)))
            if draft.callbacks
            else draft
        )
        for draft in drafts
    ]
    return drafts, tuple(
        replace(item, payloads=tuple(map(completed, item.payloads)))
        for item in webhooks
    )


class _Completion:
    """Changes payloads, after the declarations that they use have been changed."""

    def __init__(
        self,
        reader: SchemaReader,
        drafts: Sequence[Draft],
        payloads: Sequence[Payload],
    ) -> None:
        declarations = reader.declarations
        others = [type_ for draft in drafts for type_ in _list_types(draft)]
        others += [item.type for item in payloads if not _has_files(item)]
        files = [item.type for item in payloads if _has_files(item)]
        binary = find_binary(declarations) if files else {}
        used = find_reachable(files, binary)
        self._reader = reader
        self._copied = used & find_reachable(others, binary)
        for key in sorted(used):
            self._declare(key)

    def __call__(self, payload: Payload) -> Payload:
        """Return a payload with files and whether it is parsed."""
        is_parsed = self._is_parsed(payload)
        if not is_parsed:
            self._reader.diagnostics.add(
                UNPARSED_CALLBACK,
                f"payloads of media type {payload.media_type} are not parsed",
                payload.origin,
            )
        type_ = payload.type
        if _has_files(payload):
            type_ = change_type(type_, self._change)
        return replace(payload, type=type_, is_parsed=is_parsed)

    def callback(self, callback: Callback) -> Callback:
        """Return a callback whose payloads are completed."""
        return replace(callback, payloads=tuple(map(self, callback.payloads)))

    def _is_parsed(self, payload: Payload) -> bool:
        name = media_type_name(payload.media_type)
        if not is_form(name):
            return True
        if name.startswith("multipart/") and name not in _NAMED_PARTS:
            return False
        shapes = Shapes(self._reader.declarations)
        return any(
            isinstance(item, (Anything, MapOf, Object))
            for item in shapes.alternatives(payload.type)
        )

    def _declare(self, key: Key) -> None:
        """Replace a declaration by one with files, or add a copy if it is shared."""
        item = change_declaration(self._reader.declarations[key], self._change)
        if key in self._copied:
            header = replace(
                item.header,
                key=f"{key}{_COPY}",
                words=(*item.header.words, "received"),
                declared=False,
            )
            item = replace(item, header=header)
        self._reader.declarations[item.header.key] = item

    def _change(self, type_: Type) -> Type:
        match type_:
            case Scalar(ScalarKind.BINARY):
                return Scalar(ScalarKind.FILE)
            case DeclarationRef(key) if key in self._copied:
                return DeclarationRef(f"{key}{_COPY}")
            case _:
                return type_


def _has_files(payload: Payload) -> bool:
    """Return whether the media type of a payload can represent files."""
    name = media_type_name(payload.media_type)
    if is_form(name):
        return name.startswith("multipart/")
    return not (is_json(name) or is_json_lines(name) or is_text(name))


def _list_types(draft: Draft) -> Iterator[Type]:
    """Yield the types of an operation, except those of its callbacks."""
    yield from (item.type for item in draft.parameters)
    if draft.body is not None:
        yield from (item.type for item in draft.body.all_forms)
    for response in draft.responses:
        for content in response.contents:
            yield from _existing((content.type, content.item))


def _existing(types: Iterable[Type | None]) -> Iterator[Type]:
    return (item for item in types if item is not None)
