"""Request bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...diagnostics import Rule, Severity
from ...frozen_dataclass import dataclass
from ...model.bodies import Body, PartEncoding
from ...model.media_types import is_form
from ...model.types import Anything, MapOf
from ...openapi.document import BrokenReference
from ...openapi.media_types import has_version, is_json, media_type_name
from ...openapi.operation import Operation as OperationNode
from ...openapi.operation import RequestBody
from ...openapi.parameter import MediaType
from ...openapi.schema import Schema
from ..media_types import resolve_media_type
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.reader import SchemaReader
from .inline_types import InlineTypes
from .positional_parts import (
    build_parts,
    has_positional_parts,
    parse_content_type,
    read_part_encodings,
    report_ignored_encodings,
)
from .raw_bodies import FILE, build_raw_type, type_when_received
from .wire_names import check_media_type, media_type_to_send

SEVERAL_MEDIA_TYPES = Rule(
    "several-media-types",
    Severity.NOTE,
    "A request body has several media types. The client sends the first of them in this "
    "order: JSON, multipart forms, URL-encoded forms, others. If JSON and a multipart form "
    "are available, the client sends the form if the body contains files. The argument "
    "`content_type` selects another media type; media ranges such as `text/*` cannot be "
    "selected. Payloads of callbacks and webhooks, which the API sends, are parsed by the "
    "`Content-Type` of the request.",
    hint="select another by `content_type`, or remove those that are not needed",
)
BODY_WITHOUT_CONTENT = Rule(
    "body-without-content",
    Severity.NOTE,
    "A request body has no media type. The generated operation accepts any JSON value.",
    hint="add a media type with a schema to `content`",
)
PART_HEADERS = Rule(
    "part-headers",
    Severity.NOTE,
    "The `encoding` of a property of a multipart form declares `headers`. The client does "
    "not send them by itself. A file is sent with headers if it is passed as a tuple of "
    "name, content, media type and headers.",
    key="headers",
    hint="pass a file as a tuple of name, content, media type and headers",
)

_FORM = "multipart/form-data"
_URL_ENCODED = "application/x-www-form-urlencoded"
_RAW = 4
"""Rank of media types that are neither JSON nor forms."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A request body of a document.

    Args:
        operation: The operation that has the body.
        node: The Request Body Object.
        contents: Its valid media types.
        words: Parts of the operation's name.
        types: Types of the schemas, of which equal ones have one type.
        received: Whether the API sends the request.
    """

    operation: OperationNode
    node: RequestBody
    contents: Mapping[str, MediaType]
    words: tuple[str, ...]
    types: InlineTypes
    received: bool


def build_body(
    reader: SchemaReader,
    operation: OperationNode,
    words: tuple[str, ...],
    *,
    received: bool = False,
) -> Body | None:
    """Return the request body of an operation, or `None` if it has none.

    Args:
        reader: Reads the schema of the body.
        operation: The operation.
        words: Parts of the operation's name.
        received: Whether the API sends the request, as in callbacks and webhooks.
    """
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
            BODY_WITHOUT_CONTENT, "this body has no media type", target.location
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
    return _build_preferred(
        reader,
        _Source(operation, target, contents, words, InlineTypes(reader), received),
    )


def _build_preferred(reader: SchemaReader, source: _Source) -> Body:
    """Return the body in its preferred media type, with a form for files if available."""
    contents = source.contents
    media_type = min(contents, key=_preference)
    form = next((name for name in contents if media_type_name(name) == _FORM), None)
    ranks = {_rank(media_type_name(name)) for name in contents}
    if len(ranks) > 1 and ranks != {0, _rank(_FORM)} and not source.received:
        reader.diagnostics.add(
            SEVERAL_MEDIA_TYPES,
            f"the client sends {media_type_name(media_type)}, unless `content_type` "
            "selects another media type",
            source.node.location,
        )
    body = _build_one(reader, source, media_type, "request")
    if _rank(media_type_name(media_type)) > 0:
        form = None
    body = replace(body, alternatives=_build_alternatives(reader, source, body, form))
    if form is None:
        return body
    return replace(body, form=_build_one(reader, source, form, "form"))


def _build_alternatives(
    reader: SchemaReader, source: _Source, body: Body, form: str | None
) -> tuple[Body, ...]:
    """Return the body in the other media types that callers can select.

    JSON media types are omitted if they mean the same as that of the body.

    Args:
        reader: Reads the schemas.
        source: The body.
        body: The body in its preferred media type.
        form: Media type of the form that is sent if the body contains files.
    """
    others = (
        _build_one(reader, source, name, "form" if is_form(essence) else "request")
        for name in source.contents
        if name != form
        and ("*" not in (essence := media_type_name(name)) or source.received)
    )
    distinct = {item.full_media_type: item for item in others}
    return tuple(
        item
        for name, item in distinct.items()
        if name != body.full_media_type and not _is_same_json(item, body)
    )


def _is_same_json(item: Body, body: Body) -> bool:
    """Return whether a JSON media type means the same as that of the body.

    That is not the case if their types differ, if their parameters differ, as those of a
    version, or if none of them is `application/json`, as for formats of patches.
    """
    return (
        is_json(item.media_type)
        and body.media_type == "application/json"
        and item.type == body.type
        and not has_version(item.written)
    )


def _build_one(
    reader: SchemaReader, source: _Source, media_type: str, suffix: str
) -> Body:
    """Return the body in one of its media types.

    Args:
        reader: Reads the schema of the body.
        source: The body.
        media_type: The media type, as written in the document.
        suffix: Last part of the name of an inline schema.
    """
    node = source.contents[media_type]
    content = resolve_media_type(reader.context, node)
    schema = content.schema if content else None
    name = media_type_name(media_type)
    part = source.node if content is None or content.key == node.key else content
    words = reader.names.part(source.operation, source.words, part, suffix)
    is_positional = content is not None and has_positional_parts(reader, name, content)
    is_received_text = source.received and name.startswith("text/")
    if is_received_text or not (_rank(name) < _RAW or "*" in name):
        type_ = build_raw_type(reader, name, content, words)
        if source.received:
            type_ = type_when_received(name, type_)
    elif is_positional and content is not None:
        type_ = build_parts(reader, content, words)
    elif schema is not None:
        type_ = source.types.build(schema, words)
    elif source.received and is_form(name):
        type_ = MapOf(Anything())
    else:
        type_ = Anything() if _rank(name) == 0 else FILE
    if content is not None and not source.received:
        _report_part_headers(reader, content)
        report_ignored_encodings(
            content, is_positional=is_positional, diagnostics=reader.diagnostics
        )
    is_sent_range = "*" in name and not source.received
    return Body(
        media_type=_select_concrete(reader, name, schema) if is_sent_range else name,
        type=type_,
        required=source.node.required,
        description=source.node.description,
        media_types=tuple(dict.fromkeys(map(media_type_name, source.contents))),
        encodings=_build_encodings(reader, name, content) if content else (),
        origin=source.node.location,
        declares_required=source.node.declares_required,
        written=media_type_to_send(media_type),
    )


def _preference(name: str) -> tuple[int, bool, bool]:
    media_type = media_type_name(name)
    return _rank(media_type), "*" in name, media_type != "application/json"


def _rank(media_type: str) -> int:
    """Return the position of a media type in the order of preference, 0 for JSON."""
    if is_json(media_type):
        return 0
    order = (_FORM, _URL_ENCODED)
    if media_type in order:
        return 1 + order.index(media_type)
    if media_type.startswith("multipart/"):
        return 3
    return 5 if media_type.startswith("text/") else _RAW


def _select_concrete(
    reader: SchemaReader, media_type: str, schema: Schema | None
) -> str:
    """Return a media type to send for a media range such as `text/*`."""
    if media_type.startswith("text/"):
        return "text/plain"
    target = reader.document.resolve(schema) if schema is not None else None
    is_file = isinstance(target, Schema) and target.is_binary
    if is_json(media_type) and not is_file:
        return "application/json"
    return "application/octet-stream"


def _build_encodings(
    reader: SchemaReader, form: str, content: MediaType
) -> tuple[PartEncoding, ...]:
    """Return the encodings that the document declares for the properties of a form.

    A binary property without an entry in `encoding` has its `contentMediaType` (OpenAPI
    3.1, section 4.8.15.1). The default style of URL-encoded forms is `form`, which applies
    if `explode` is declared.

    Args:
        reader: Resolves references.
        form: Media type of the form.
        content: The form.
    """
    encodings: list[PartEncoding] = []
    for name, node in content.encoding.items():
        explode = node.raw("explode")
        has_default = isinstance(explode, bool) and form == _URL_ENCODED
        encodings.append(
            PartEncoding(
                name,
                parse_content_type(node.text("contentType")),
                node.text("style") or ("form" if has_default else ""),
                explode if isinstance(explode, bool) else None,
            )
        )
    if has_positional_parts(reader, form, content):
        encodings += read_part_encodings(content)
    elif form.startswith("multipart/"):
        encodings += _build_binary_parts(reader, content)
    return tuple(encodings)


def _build_binary_parts(
    reader: SchemaReader, content: MediaType
) -> Iterator[PartEncoding]:
    """Yield the encodings of binary properties that have no entry in `encoding`."""
    form = _resolve(reader, content.schema)
    for name, node in form.properties.items() if form is not None else ():
        schema = _resolve(reader, node)
        if schema is None or name in content.encoding:
            continue
        item = _resolve(reader, schema.items) or schema
        if media_type := parse_content_type(item.binary_media_type):
            yield PartEncoding(name, media_type)


def _resolve(reader: SchemaReader, schema: Schema | None) -> Schema | None:
    if schema is None:
        return None
    target = reader.document.resolve(schema)
    return None if isinstance(target, BrokenReference) else target


def _report_part_headers(reader: SchemaReader, content: MediaType) -> None:
    """Report the headers that the document declares for the parts of a form."""
    others = [content.item_encoding] if content.item_encoding is not None else []
    nodes = [
        *((f"property {name!r}", node) for name, node in content.encoding.items()),
        *(("parts", node) for node in (*content.prefix_encoding, *others)),
    ]
    for name, node in nodes:
        headers = node.raw("headers")
        names = headers if isinstance(headers, dict) else ()
        # The media type of a part has a separate keyword.
        if any(header.lower() != "content-type" for header in names):
            reader.diagnostics.add(
                PART_HEADERS,
                f"the headers of the {name} are not sent",
                node.location,
            )
