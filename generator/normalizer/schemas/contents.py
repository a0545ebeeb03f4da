"""Contents of strings: JSON and encoded bytes (JSON Schema 2020-12 validation, section 8)."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.types import Anything, EncodedContent, Type
from ...openapi.document import BrokenReference
from ...openapi.exclusions import accepts_nothing
from ...openapi.schema import Schema
from .merged import NamedSchema
from .protocol import Reader
from .union_labels import is_value

_ENCODINGS = frozenset(
    ("base16", "base32", "base32hex", "base64", "base64url", "quoted-printable")
)
"""Encodings of RFC 4648 and RFC 2045 that represent bytes by other characters."""

_IDENTITIES = frozenset(("", "7bit", "8bit", "binary"))
"""Encodings of RFC 2045 in which the string is the content."""

_STATING = frozenset(("contentEncoding", "contentMediaType"))


def read_content(
    reader: Reader, schemas: Sequence[NamedSchema]
) -> EncodedContent | None:
    """Return the content of a property; `None` if callers have nothing to decode.

    That is the case for values that are not strings, for bytes that are not encoded, and
    for encodings that the standards do not define.

    Args:
        reader: Reads the schema of the content.
        schemas: The schemas that apply to the property.
    """
    if not any(map(_can_state_content, schemas)):
        return None
    parts = [part for schema in schemas for part in _list_parts(reader, schema)]
    stating = [item for item in parts if _states_content(item[0])]
    if not stating:
        return None
    types = {type_ for part, *_ in parts for type_ in part.types}
    if not {"string"} <= types <= {"string", "null"}:
        return None
    part, words, target = stating[0]
    if target is not None:
        words = (*reader.names.words(target), "content")
    if part.key in reader.decoded or part.is_binary:
        return None
    encoding = part.content_encoding
    if encoding not in _ENCODINGS | _IDENTITIES:
        return None
    encoding = encoding if encoding in _ENCODINGS else ""
    if part.is_json and not accepts_nothing(part.raw("contentSchema")):
        return EncodedContent(encoding, _json_type(reader, part, words))
    return EncodedContent(encoding, None) if encoding else None


def _json_type(reader: Reader, schema: Schema, words: tuple[str, ...]) -> Type:
    content = schema.content
    return reader.build_type(content, words) if content else Anything()


def _can_state_content(named: NamedSchema) -> bool:
    """Return whether a schema, or one that applies with it, may state a content."""
    schema = named[0]
    return schema.is_composed or _states_content(schema)


def _states_content(schema: Schema) -> bool:
    return isinstance(schema.value, dict) and not _STATING.isdisjoint(schema.value)


def _list_parts(
    reader: Reader, start: NamedSchema
) -> list[tuple[Schema, tuple[str, ...], Schema | None]]:
    """Return a schema and those that apply with it.

    Each has the words of the start, and the target of a reference whose name it uses
    instead, if there is one.
    """
    first, words = start
    if not first.is_composed:
        return [(first, words, None)]
    parts: list[tuple[Schema, tuple[str, ...], Schema | None]] = []
    seen: set[object] = set()
    pending: list[tuple[Schema, Schema | None]] = [(first, None)]
    while pending:
        schema, owner = pending.pop()
        if schema.key in seen:
            continue
        seen.add(schema.key)
        parts.append((schema, words, owner))
        if not schema.is_composed:
            continue
        alternatives = list(filter(is_value, schema.any_of or schema.one_of))
        inner = alternatives if len(alternatives) == 1 else []
        pending += [(each, owner) for each in (*schema.all_of, *inner)]
        if schema.reference is not None:
            target = reader.context.document.target(schema, schema.reference)
            if not isinstance(target, BrokenReference):
                pending.append((target, target))
    return parts
