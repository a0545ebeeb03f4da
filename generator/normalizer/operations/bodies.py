"""What a request carries: its body, in the media type that says most."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ...diagnostics import Rule, Severity
from ...model.operations import Body, PartEncoding
from ...model.types import Anything, Scalar, ScalarKind
from ...openapi.media_types import is_json, media_type_name
from ..context import Context
from ..media_types import resolve_media_type
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.reader import SchemaReader
from ...openapi.strings import strings
from .wire_names import check_media_type
from ...openapi.document import BrokenReference
from ...openapi.operation import MediaType, RequestBody
from ...openapi.operation import Operation as OperationNode

SEVERAL_MEDIA_TYPES = Rule(
    "several-media-types",
    Severity.NOTE,
    "A request body may be sent in several media types. The client sends the one that "
    "says most: JSON before multipart forms before URL-encoded forms before others; and "
    "beside JSON a multipart form, where files are given.",
)
BODY_WITHOUT_CONTENT = Rule(
    "body-without-content",
    Severity.NOTE,
    "A request body names no media type. The operation is generated with a body of any "
    "JSON value.",
)

_FORM = "multipart/form-data"


def body(
    reader: SchemaReader, operation: OperationNode, words: tuple[str, ...]
) -> Body | None:
    """What an operation is sent, `None` when it is nothing."""
    node = operation.request_body
    if node is None:
        return None
    target = reader.document.resolve(node)
    if isinstance(target, BrokenReference):
        reader.diagnostics.add(UNRESOLVED_REFERENCE, target.reason, node.location)
        return Body(
            "application/json", Anything(True), False, "", (), (), node.location
        )
    contents = {
        name: content
        for name, content in target.content.items()
        if check_media_type(name, content, reader.diagnostics)
    }
    if not contents:
        reader.diagnostics.add(
            BODY_WITHOUT_CONTENT, "this body names no media type", target.location
        )
        return Body(
            "application/json",
            Anything(True),
            target.required,
            target.description,
            (),
            (),
            target.location,
        )
    written = min(contents, key=lambda name: _rank(media_type_name(name)))
    form = next((name for name in contents if media_type_name(name) == _FORM), None)
    ranks = {_rank(media_type_name(name)) for name in contents}
    if len(ranks) > 1 and ranks != {0, _rank(_FORM)}:
        reader.diagnostics.add(
            SEVERAL_MEDIA_TYPES,
            f"the client sends {media_type_name(written)} only",
            target.location,
        )
    chosen = _written(reader, operation, target, contents, written, words, "request")
    if form is None or _rank(media_type_name(written)) > 0:
        return chosen
    other = _written(reader, operation, target, contents, form, words, "form")
    return replace(chosen, form=other)


def _written(
    reader: SchemaReader,
    operation: OperationNode,
    target: RequestBody,
    contents: Mapping[str, MediaType],
    written: str,
    words: tuple[str, ...],
    suffix: str,
) -> Body:
    """The body in one of its media types."""
    content = resolve_media_type(
        Context(reader.document, reader.diagnostics), contents[written]
    )
    schema = content.schema if content else None
    name = media_type_name(written)
    if content is not None and schema is not None:
        part = target if content.key == contents[written].key else content
        own = reader.names.part(operation, words, part, suffix)
        type_ = reader.type_of(schema, own)
    elif _rank(name) == 0:
        type_ = Anything()
    else:
        type_ = Scalar(ScalarKind.BINARY)
    return Body(
        media_type=name if "*" not in name else _concrete(name),
        type=type_,
        required=target.required,
        description=target.description,
        media_types=tuple(dict.fromkeys(map(media_type_name, contents))),
        encodings=_encodings(content, operation) if content else (),
        origin=target.location,
    )


def _rank(media_type: str) -> int:
    if is_json(media_type):
        return 0
    order = (_FORM, "application/x-www-form-urlencoded")
    if media_type in order:
        return 1 + order.index(media_type)
    if media_type.startswith("multipart/"):
        return 3
    return 5 if media_type.startswith("text/") else 4


def _concrete(media_type: str) -> str:
    """A media type that can be sent for a range of them."""
    if media_type == "*/*":
        return "application/json"
    if media_type.startswith("text/"):
        return "text/plain"
    return "application/octet-stream"


_LISTED = re.compile(r"""(?:-F|--form)[ =]["']?([\w-]+)\[\]=""")
"""A part of a form in a command of curl that is called `name[]`."""


def _encodings(
    content: MediaType, operation: OperationNode
) -> tuple[PartEncoding, ...]:
    """How properties are written.

    That lists are called `name[]`, as some servers want it, no Encoding Object can say;
    documents show it by the commands among their samples.
    """
    shown = {
        name for text in strings(operation.value) for name in _LISTED.findall(text)
    }
    found = [PartEncoding(name, style="brackets") for name in sorted(shown)]
    for name, node in content.encoding.items():
        explode = node.raw("explode")
        found.append(
            PartEncoding(
                name,
                _one_type(node.text("contentType")),
                node.text("style"),
                explode if isinstance(explode, bool) else None,
            )
        )
    return tuple(found)


def _one_type(text: str) -> str:
    """The media type of a part; `""` where it is one of several, or a range of them.

    What no header can carry is left out as well.
    """
    plain = text.strip()
    printable = plain.isascii() and plain.isprintable()
    return plain if printable and not {",", "*"} & set(plain) else ""
