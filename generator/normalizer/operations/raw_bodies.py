"""Types of request bodies that are neither JSON nor forms: text, lines of JSON, files."""

from __future__ import annotations

from ...model.media_types import is_json_lines, is_text, is_xml
from ...model.types import Anything, ListOf, OneOf, Scalar, ScalarKind, Type
from ...openapi.document import BrokenReference
from ...openapi.parameter import MediaType
from ...openapi.schema import Schema
from ..schemas.reader import SchemaReader

FILE = Scalar(ScalarKind.BINARY)
TEXT = OneOf((Scalar(ScalarKind.STRING), FILE))
"""Text that is passed as a string or encoded."""
_SCALARS = frozenset({"string", "integer", "number", "boolean", "null"})


def build_raw_type(
    reader: SchemaReader, name: str, content: MediaType | None, words: tuple[str, ...]
) -> Type:
    """Return the type of a body.

    A text has the type of its schema if that is a scalar. XML is passed as text, because
    its schema does not describe all of its syntax. Lines of JSON are a list of rows.

    Args:
        reader: Reads the schema.
        name: Media type in lower case, without parameters.
        content: The Media Type Object.
        words: Parts of the name of an inline schema.
    """
    if content is not None and is_json_lines(name):
        row = _find_row(reader, content)
        if row is not None:
            return ListOf(reader.build_type(row, (*words, "row")))
    if is_xml(name):
        return TEXT
    schema = content.schema if content is not None else None
    if schema is None or not is_text(name):
        return TEXT if is_text(name) else FILE
    return reader.build_type(schema, words) if is_scalar(reader, schema) else TEXT


def type_when_received(name: str, type_: Type) -> Type:
    """Return the type of a body that the API sends, as in callbacks and webhooks.

    Text is decoded to a string, and lines of JSON to a list.

    Args:
        name: Media type in lower case, without parameters.
        type_: Type of the body in a request to the API.
    """
    if is_json_lines(name):
        return type_ if isinstance(type_, ListOf) else ListOf(Anything())
    return Scalar(ScalarKind.STRING) if type_ == TEXT else type_


def _find_row(reader: SchemaReader, content: MediaType) -> Schema | None:
    """Return the schema of a row: that of an item, or that of the items of a list."""
    if content.item_schema is not None:
        return content.item_schema
    schema = content.schema
    target = reader.document.resolve(schema) if schema is not None else None
    if target is None or isinstance(target, BrokenReference):
        return None
    if "array" in target.types:
        return target.items
    # Before OpenAPI 3.2, many documents describe a row in place of the whole content.
    return schema if "object" in target.types else None


def is_scalar(reader: SchemaReader, schema: Schema) -> bool:
    """Return whether a schema describes strings, numbers or booleans only."""
    target = reader.document.resolve(schema)
    if isinstance(target, BrokenReference) or not target.types:
        return False
    return _SCALARS.issuperset(target.types) and not target.is_binary
