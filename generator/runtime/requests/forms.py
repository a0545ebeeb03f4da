"""Encoding of URL-encoded forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote_plus

from .encoding import is_list, json_text, to_json_type
from .parameters import nested_pairs
from .styles import styled_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..api.endpoint import Endpoint

_URLENCODED: Final = "application/x-www-form-urlencoded"


def encode_form(endpoint: Endpoint, fields: Mapping[str, object]) -> bytes:
    """Encode a form (OpenAPI, "Encoding the x-www-form-urlencoded Media Type")."""
    pairs: list[tuple[str, str]] = []
    for name, value in fields.items():
        if value is None:
            continue
        style = endpoint.encoding(_URLENCODED, name)
        if style is None:
            pairs.extend(_form_pairs(name, value))
        else:
            # Media types other than JSON are those of scalars, which JSON does not quote.
            is_media_type = isinstance(style, str) and "/" in style
            pairs.extend(styled_pairs(name, value, "json" if is_media_type else style))
    return "&".join(
        f"{quote_plus(key)}={quote_plus(encoded)}" for key, encoded in pairs
    ).encode()


def _form_pairs(name: str, value: object) -> list[tuple[str, str]]:
    """Split a property of a form without a style into pairs, without encoding.

    Objects, and lists of objects, are sent as JSON (OpenAPI 3.1.1, "Encoding the
    x-www-form-urlencoded Media Type"). Other lists repeat the name.
    """
    members = to_json_type(value)
    items = members if is_list(members) else [members]
    if any(isinstance(to_json_type(item), (dict, list, tuple)) for item in items):
        return [(name, json_text(members))]
    return nested_pairs(name, members, str, brackets=False)
