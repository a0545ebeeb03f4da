"""Delimiters between the items of a parameter (OpenAPI 3.1.1, section 4.8.12.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from ..sentinels import omit
from .encoding import is_list, is_object, plain_text, to_json_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}
"""Delimiters of the styles that do not use a comma."""

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
"""A quoted string of a header (RFC 9110, section 5.6.4)."""


def encode_item(
    name: str, item: object, encode: Callable[[str], str], delimiter: str
) -> str:
    """Encode an item that must not contain the delimiter outside of quotes.

    The styles have no escape for it, so the server would read other items. Objects and
    lists are sent as JSON, in which brackets show where they end.

    Raises:
        ValueError: The item contains the delimiter.
    """
    text = encode(plain_text(item))
    if delimiter in text and delimiter in _QUOTED.sub("", text):
        value = to_json_type(item)
        if not (is_list(value) or is_object(value)):
            raise ValueError(
                f"an item of the parameter {name!r} contains {unquote(delimiter)!r}, "
                f"which separates the items in the request: {unquote(text)!r}"
            )
    return text


def encode_members(
    name: str,
    value: Mapping[Any, object],
    encode: Callable[[str], str],
    delimiter: str,
) -> Iterator[tuple[str, str]]:
    """Yield the encoded keys and values of an object, without undefined values.

    Raises:
        ValueError: A key or a value contains the delimiter.
    """
    for key, item in value.items():
        if item is not None and item is not omit:
            text = encode_item(name, item, encode, delimiter)
            yield encode_item(name, str(key), encode, delimiter), text
