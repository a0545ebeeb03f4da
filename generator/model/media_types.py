"""Kinds of media types, which decide how bodies are typed and encoded.

The functions take a media type in lower case, without parameters.
"""

from __future__ import annotations

_XML = ("/xml", "+xml")
_TEXT = ("/yaml", "/x-yaml", "+yaml", "/javascript", "/graphql")
"""Ends of media types of text besides XML and `text/*`."""
_JSON_LINES = (
    *("/jsonl", "/x-ndjson", "/ndjson", "jsonlines", "/json-lines"),
    *("/stream+json", "json-seq"),
)


def is_xml(media_type: str) -> bool:
    """Return whether content of a media type is XML (RFC 7303)."""
    return media_type.endswith(_XML)


def is_text(media_type: str) -> bool:
    """Return whether content of a media type is text other than JSON."""
    if media_type.startswith("text/"):
        return media_type != "text/json"
    return is_xml(media_type) or media_type.endswith(_TEXT)


def is_json_lines(media_type: str) -> bool:
    """Return whether content of a media type is a sequence of JSON values."""
    return media_type.endswith(_JSON_LINES)


def is_form(media_type: str) -> bool:
    """Return whether content of a media type has named parts."""
    return media_type.startswith("multipart/") or (
        media_type == "application/x-www-form-urlencoded"
    )
