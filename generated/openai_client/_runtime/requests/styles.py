"""Encoding of cookies, and of parameters whose style is not the default.

Implements the styles of OpenAPI 3.1 and 3.2 (Parameter Object, "Style Values" and
"Style Examples") with the expansions of RFC 6570: `matrix`, `label`, `simple`, `form`,
`spaceDelimited`, `pipeDelimited`, `deepObject` and `cookie`, with `explode` and
`allowReserved`. Parameters with a `content` map have the style `json` or `text`. The style
`brackets` is that of web forms: `name[]` for items of a list, `name[key]` for members.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..sentinels import omit
from .encoding import is_list, is_object, json_text, scalar_text, to_json_type
from .parameters import (
    FORBIDDEN_IN_COOKIE,
    Pairs,
    encode_item,
    encode_members,
    find_style,
    nested_pairs,
    quote_all,
    simple_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..api.endpoint import Style

_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}
"""Delimiters of the styles that do not use a comma."""
_CONTENT = ("json", "text")
"""Styles of parameters with a `content` map."""

# The reserved characters of RFC 3986 without those that end the value of a query or a path.
_QUERY_RESERVED = ":/?[]@!$'()*,;="
_PATH_RESERVED = ":[]@!$&'()*+,;="
_TRIPLET = "%[0-9A-Fa-f]{2}"


def query_pairs(name: str, value: object, style: Style) -> Pairs:
    """Encode a query parameter as pairs of name and value.

    A value that is the whole query has no name.
    """
    normalized = _normalize_style(style)
    if normalized in _CONTENT:
        return [(quote_all(name), quote_all(_content_text(value, normalized)))]
    place, _, content = normalized[0].partition(" ")
    if content:
        return [("", quote_all(_content_text(value, content)))]
    if place == "querystring":
        return nested_pairs("", value, quote_all, brackets=False)
    return _query_pairs(name, value, *normalized)


def path_texts(name: str, value: object, style: Style) -> tuple[str, str]:
    """Encode a path parameter.

    Returns:
        The value in the style `simple`, and in its own style, which can have a prefix.
    """
    normalized = _normalize_style(style)
    if value is omit or value is None:
        return "", ""
    if normalized in _CONTENT:
        text = quote_all(_content_text(value, normalized))
        return text, text
    kind, explode, reserved = normalized
    encode = _quoter(reserved, _PATH_RESERVED)
    bare = simple_text(name, value, explode, encode)
    if kind == "label":
        delimiter = "." if explode else ","
        return bare, "." + simple_text(name, value, explode, encode, delimiter)
    if kind == "matrix":
        pairs = _form(name, value, explode, encode, ",")
        return bare, "".join(
            f";{key}={item}" if item else f";{key}" for key, item in pairs
        )
    return bare, bare


def header_text(name: str, value: object, style: Style) -> str:
    """Encode a header parameter, without percent-encoding."""
    normalized = _normalize_style(style)
    if normalized in _CONTENT:
        return _content_text(value, normalized, ascii_only=True)
    return simple_text(name, value, normalized[1], str)


def cookie_pairs(values: Mapping[str, object], styles: Mapping[str, Style]) -> Pairs:
    """Encode cookie parameters as pairs of name and value, in order.

    Raises:
        ValueError: A value in the style `cookie`, which is not percent-encoded, contains a
            character that is not allowed in cookies.
    """
    pairs: Pairs = []
    for name, value in values.items():
        if value is omit or value is None:
            continue
        style = _normalize_style(find_style("cookie", name, styles) or ("form", True))
        if style in _CONTENT:
            pairs.append((name, quote_all(_content_text(value, style))))
        elif style[0] == "cookie":
            pairs.extend(_form(name, value, style[1], _check_cookie, ","))
        else:
            encoded = _form(name, value, style[1], _quoter(style[2]), ",")
            if encoded:
                # As in OpenAPI's "Style Examples", the pairs are joined by `&` and are
                # one cookie.
                first, *rest = encoded
                suffix = "".join(f"&{key}={item}" for key, item in rest)
                pairs.append((first[0], first[1] + suffix))
    return pairs


def styled_pairs(name: str, value: object, style: Style) -> Pairs:
    """Split a property of a form with an explicit style into pairs, without encoding."""
    normalized = _normalize_style(style)
    if normalized in _CONTENT:
        return [(name, _content_text(value, normalized))]
    kind, explode, reserved = normalized
    return _query_pairs(name, value, kind, explode, reserved, str)


def _content_text(value: object, content: str, *, ascii_only: bool = False) -> str:
    """Encode the value of a parameter with a `content` map."""
    is_json = content == "json"
    return json_text(value, ascii_only=ascii_only) if is_json else scalar_text(value)


def _normalize_style(style: Style) -> Any:
    # `Any`, because the result is one of `_CONTENT` or a triple, which callers check.
    if isinstance(style, str):
        return style if style in _CONTENT else (style, True, False)
    return style if len(style) == 3 else (*style, False)


def _query_pairs(
    name: str,
    value: object,
    style: str,
    explode: bool,
    reserved: bool,
    encode: Callable[[str], str] | None = None,
) -> Pairs:
    delimiter = _DELIMITERS.get(style)
    if encode is None:
        encode = _quoter(reserved)
        delimiter = delimiter and quote_all(delimiter)
    if style in ("deepObject", "brackets"):
        return nested_pairs(name, value, encode, brackets=True)
    return _form(name, value, explode, encode, delimiter or ",")


def _form(
    name: str,
    value: object,
    explode: bool,
    encode: Callable[[str], str],
    delimiter: str,
) -> Pairs:
    """Encode a value as pairs (RFC 6570, sections 3.2.7 and 3.2.8)."""
    if isinstance(value, str):
        return [(encode(name), encode(value))]
    value = to_json_type(value)
    if is_object(value):
        if explode:
            return nested_pairs("", value, encode, brackets=False)
        pairs = encode_members(name, value, encode, delimiter)
        flat = [item for pair in pairs for item in pair]
        return [(encode(name), delimiter.join(flat))] if flat else []
    if not is_list(value):
        return [(encode(name), encode(scalar_text(value)))]
    if explode:
        return nested_pairs(name, value, encode, brackets=False)
    texts = [
        encode_item(name, item, encode, delimiter) for item in value if item is not None
    ]
    return [(encode(name), delimiter.join(texts))] if texts else []


def _quoter(reserved: bool, allowed: str = _QUERY_RESERVED) -> Callable[[str], str]:
    if not reserved:
        return quote_all

    def encode(text: str) -> str:
        # Percent-encoded triplets are not encoded again (RFC 6570, section 3.2.3).
        parts = re.split(_TRIPLET, text)
        kept = [*re.findall(_TRIPLET, text), ""]
        return "".join(
            quote(part, safe=allowed) + triplet
            for part, triplet in zip(parts, kept, strict=True)
        )

    return encode


def _check_cookie(text: str) -> str:
    if re.search(FORBIDDEN_IN_COOKIE, text):
        raise ValueError(
            "cookie must not contain spaces, semicolons or control characters"
        )
    return text
