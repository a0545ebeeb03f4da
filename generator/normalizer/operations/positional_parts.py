"""Multipart bodies whose parts have positions in place of names (OpenAPI 3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.bodies import PartEncoding
from ...model.media_types import is_text
from ...model.types import Anything, ListOf, TupleOf, Type
from ...openapi.document import BrokenReference
from ...openapi.media_types import is_json, media_type_name
from ...openapi.node import Node
from ...openapi.parameter import MediaType
from ..schemas.reader import SchemaReader
from .raw_bodies import FILE

IGNORED_ENCODING = Rule(
    "ignored-part-encoding",
    Severity.NOTE,
    "The parts of a multipart body are encoded by their media types only. `prefixEncoding` "
    "and `itemEncoding` apply to bodies whose schema is an array or that have an "
    "`itemSchema`, in other types than `multipart/form-data`; parts that contain parts are "
    "passed in their encoded form, as a file.",
    hint="use `encoding`, or describe the body as an array of parts",
)
_NESTED = ("encoding", "prefixEncoding", "itemEncoding")
OTHER_ITEMS = "*"
"""Name of the encoding of all items without their own."""


def has_positional_parts(reader: SchemaReader, name: str, content: MediaType) -> bool:
    """Return whether the parts of a body are the items of an array.

    Args:
        reader: Resolves references.
        name: Media type in lower case, without parameters.
        content: The Media Type Object.
    """
    if not name.startswith("multipart/") or name == "multipart/form-data":
        return False
    schema = content.schema
    if schema is None:
        return content.item_schema is not None or content.item_encoding is not None
    target = reader.document.resolve(schema)
    return not isinstance(target, BrokenReference) and "array" in target.types


def has_streamed_parts(reader: SchemaReader, name: str, content: MediaType) -> bool:
    """Return whether the parts of a response are the items of an array, as in a body."""
    if has_positional_parts(reader, name, content):
        return True
    is_form = not name.startswith("multipart/") or name == "multipart/form-data"
    return not is_form and content.schema is None and bool(content.prefix_encoding)


def read_part_media(content: MediaType) -> tuple[tuple[str, ...], ...]:
    """Return the possible media types of the parts of a response by position.

    The last ones are those of all further parts.

    Args:
        content: The Media Type Object.
    """
    other = content.item_encoding
    nodes = [*content.prefix_encoding, other]
    return tuple(
        () if node is None else tuple(_list_media_types(node.text("contentType")))
        for node in nodes
    )


def _list_media_types(value: str) -> Iterator[str]:
    """Yield the media types and ranges in a list, with their parameters."""
    for item in map(str.strip, value.split(",")):
        if item.isascii() and item.isprintable() and "/" in media_type_name(item):
            yield item


def build_parts(
    reader: SchemaReader, content: MediaType, words: tuple[str, ...]
) -> Type:
    """Return the type of a body whose parts are the items of an array.

    An item without a type and with a binary media type is a file.

    Args:
        reader: Reads the schemas.
        content: The Media Type Object.
        words: Parts of the name of an inline schema.
    """
    encodings = {item.name: item.media_type for item in read_part_encodings(content)}
    others = encodings.get(OTHER_ITEMS, "")
    if content.schema is None:
        schema = content.item_schema
        item = Anything() if schema is None else reader.build_type(schema, words)
        return ListOf(_with_media_type(item, others))
    type_ = reader.build_type(content.schema, words)
    match type_:
        case ListOf(item):
            return ListOf(_with_media_type(item, others))
        case TupleOf(items, rest):
            typed = (
                _with_media_type(item, encodings.get(str(position), others))
                for position, item in enumerate(items)
            )
            rest = None if rest is None else _with_media_type(rest, others)
            return replace(type_, items=tuple(typed), rest=rest)
    return type_


def _with_media_type(item: Type, media_type: str) -> Type:
    name = media_type_name(media_type)
    is_binary = bool(name) and not (is_json(name) or is_text(name))
    return FILE if is_binary and isinstance(item, Anything) else item


def read_part_encodings(content: MediaType) -> Iterator[PartEncoding]:
    """Yield the media types of parts by their positions, and of all others."""
    for position, node in enumerate(content.prefix_encoding):
        if media_type := parse_content_type(node.text("contentType")):
            yield PartEncoding(str(position), media_type)
    other = content.item_encoding
    if other is not None and (
        media_type := parse_content_type(other.text("contentType"))
    ):
        yield PartEncoding(OTHER_ITEMS, media_type)


def parse_content_type(value: str) -> str:
    """Return the media type of a part; `""` for lists, ranges and invalid values."""
    media_type = value.strip()
    is_printable = media_type.isascii() and media_type.isprintable()
    return media_type if is_printable and not {",", "*"} & set(media_type) else ""


def report_ignored_encodings(
    content: MediaType, *, is_positional: bool, diagnostics: Diagnostics
) -> None:
    """Report the encodings of a multipart body that the client does not apply.

    Args:
        content: The Media Type Object.
        is_positional: Whether its parts are the items of an array.
        diagnostics: Receives the notes.
    """
    for keyword in ("prefixEncoding", "itemEncoding"):
        if content.has(keyword) and not is_positional:
            place = Node(None, content.file, (*content.pointer, keyword))
            diagnostics.add(
                IGNORED_ENCODING,
                f"`{keyword}` is ignored, because the parts of this body have names",
                place.location,
            )
    others = [content.item_encoding] if content.item_encoding is not None else []
    nodes = (*content.encoding.values(), *content.prefix_encoding, *others)
    for node in nodes:
        for keyword in _NESTED:
            if node.has(keyword):
                place = Node(None, node.file, (*node.pointer, keyword))
                diagnostics.add(
                    IGNORED_ENCODING,
                    f"`{keyword}` inside of an encoding is ignored",
                    place.location,
                )
