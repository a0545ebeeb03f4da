"""Request bodies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...diagnostics import Rule, Severity
from ...model.operations import Body, PartEncoding
from ...model.types import Anything, Scalar, ScalarKind
from ...openapi.document import BrokenReference
from ...openapi.media_types import is_json, media_type_name
from ...openapi.operation import Operation as OperationNode
from ...openapi.operation import RequestBody
from ...openapi.parameter import MediaType
from ..media_types import resolve_media_type
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.reader import SchemaReader
from .wire_names import check_media_type

SEVERAL_MEDIA_TYPES = Rule(
    "several-media-types",
    Severity.NOTE,
    "A request body has several media types. The client uses one of them: JSON is "
    "preferred, then multipart forms, URL-encoded forms and others. If JSON and a "
    "multipart form are available, the client sends the form if the body contains files.",
)
BODY_WITHOUT_CONTENT = Rule(
    "body-without-content",
    Severity.NOTE,
    "A request body has no media type. The generated operation accepts any JSON value.",
)

_FORM = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class _Source:
    """A request body of a document.

    Args:
        operation: The operation that has the body.
        node: The Request Body Object.
        contents: Its valid media types.
        words: Parts of the operation's name.
    """

    operation: OperationNode
    node: RequestBody
    contents: Mapping[str, MediaType]
    words: tuple[str, ...]


def build_body(
    reader: SchemaReader, operation: OperationNode, words: tuple[str, ...]
) -> Body | None:
    """Return the request body of an operation, or `None` if it has none.

    Args:
        reader: Reads the schema of the body.
        operation: The operation.
        words: Parts of the operation's name.
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
    return _build_preferred(reader, _Source(operation, target, contents, words))


def _build_preferred(reader: SchemaReader, source: _Source) -> Body:
    """Return the body in its preferred media type, with a form for files if available."""
    contents = source.contents
    media_type = min(contents, key=lambda name: _preference(media_type_name(name)))
    form = next((name for name in contents if media_type_name(name) == _FORM), None)
    ranks = {_rank(media_type_name(name)) for name in contents}
    if len(ranks) > 1 and ranks != {0, _rank(_FORM)}:
        reader.diagnostics.add(
            SEVERAL_MEDIA_TYPES,
            f"the client only sends {media_type_name(media_type)}",
            source.node.location,
        )
    body = _build_one(reader, source, media_type, "request")
    if form is None or _rank(media_type_name(media_type)) > 0:
        return body
    return replace(body, form=_build_one(reader, source, form, "form"))


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
    if content is not None and schema is not None:
        part = source.node if content.key == node.key else content
        words = reader.names.part(source.operation, source.words, part, suffix)
        type_ = reader.build_type(schema, words)
    elif _rank(name) == 0:
        type_ = Anything()
    else:
        type_ = Scalar(ScalarKind.BINARY)
    return Body(
        media_type=name if "*" not in name else _select_concrete(name),
        type=type_,
        required=source.node.required,
        description=source.node.description,
        media_types=tuple(dict.fromkeys(map(media_type_name, source.contents))),
        encodings=_build_encodings(content) if content else (),
        origin=source.node.location,
        declares_required=source.node.declares_required,
    )


def _preference(media_type: str) -> tuple[int, bool, bool]:
    """Return the sort key of a media type: `application/json` first, ranges last."""
    return _rank(media_type), "*" in media_type, media_type != "application/json"


def _rank(media_type: str) -> int:
    """Return the position of a media type in the order of preference, 0 for JSON."""
    if is_json(media_type):
        return 0
    order = (_FORM, "application/x-www-form-urlencoded")
    if media_type in order:
        return 1 + order.index(media_type)
    if media_type.startswith("multipart/"):
        return 3
    return 5 if media_type.startswith("text/") else 4


def _select_concrete(media_type: str) -> str:
    """Return a media type to send for a media range such as `text/*`."""
    if is_json(media_type):
        return "application/json"
    if media_type.startswith("text/"):
        return "text/plain"
    return "application/octet-stream"


def _build_encodings(content: MediaType) -> tuple[PartEncoding, ...]:
    """Return the encodings that the document declares for the properties of a form."""
    encodings: list[PartEncoding] = []
    for name, node in content.encoding.items():
        explode = node.raw("explode")
        encodings.append(
            PartEncoding(
                name,
                _parse_content_type(node.text("contentType")),
                node.text("style"),
                explode if isinstance(explode, bool) else None,
            )
        )
    return tuple(encodings)


def _parse_content_type(value: str) -> str:
    """Return the media type of a part; `""` for lists, ranges and invalid values."""
    media_type = value.strip()
    is_printable = media_type.isascii() and media_type.isprintable()
    return media_type if is_printable and not {",", "*"} & set(media_type) else ""
