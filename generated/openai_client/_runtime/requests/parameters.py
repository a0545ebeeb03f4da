"""Encoding of path, query, header and cookie parameters.

Implements the styles of OpenAPI 3.1 and 3.2 (Parameter Object, "Style Values" and
"Style Examples") with the expansions of RFC 6570: `matrix`, `label`, `simple`, `form`,
`spaceDelimited`, `pipeDelimited`, `deepObject` and `cookie`, with `explode` and
`allowReserved`, and parameters with a `content` map. The style `brackets` is that of web
forms: `name[]` for items of a list, `name[key]` for members. `None`, an empty list and an
empty object are not sent (RFC 6570, section 2.3); an empty string is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

from ..sentinels import omit
from .delimiters import DELIMITERS, encode_item, encode_members
from .encoding import (
    is_list,
    is_object,
    json_text,
    scalar_text,
    to_json_type,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from ..api.endpoint import Style, Template

Pairs: TypeAlias = "list[tuple[str, str]]"

# The reserved characters of RFC 3986 without those that end the value of a query or a path.
_QUERY_RESERVED = ":/?[]@!$'()*,;="
_PATH_RESERVED = ":[]@!$&'()*+,;="
# Compiled on first use by `re`, because few programs need them.
_TRIPLET = "%[0-9A-Fa-f]{2}"
FORBIDDEN_IN_COOKIE = r"[\x00-\x20\x7f;]"
"""Characters that a cookie value must not contain: some of RFC 6265, section 4.1.1."""
_LITERAL = ":/?[]@!$&'()*+,;="
_URL_TEXT = r"[A-Za-z0-9_.~:/?@!$&'()*+,;=-]*"


def parse_template(path: str) -> Template:
    """Split a path template into literals and parameter names.

    Returns:
        The templates of the path and of the query. Each alternates between literals and
        parameter names, starting with a literal. A fragment is removed.
    """
    path, query = _split_at(_split_at(path, "#")[0], "?")
    return _split(path), _split(query) if query else ()


def _split_at(text: str, sign: str) -> tuple[str, str]:
    """Split at the first sign that is not inside the name of a parameter."""
    for match in re.finditer(r"\{[^{}]+\}|" + re.escape(sign), text):
        if match[0] == sign:
            return text[: match.start()], text[match.end() :]
    return text, ""


def expand_path(
    template: Template, values: Mapping[str, object], styles: Mapping[str, Style]
) -> tuple[str, str]:
    """Expand a path template.

    Args:
        template: The result of `parse_template`.
        values: Name -> value of the path parameters.
        styles: Styles other than `("simple", False)` by name.

    Returns:
        The percent-encoded path and query.

    Raises:
        ValueError: A value is missing, empty, `.` or `..`.
    """
    path, query = template
    if len(path) == 1 and not query:
        return path[0], ""
    return _expand(path, values, styles), _expand(query, values, styles)


def query_pairs(
    values: Mapping[str, object],
    styles: Mapping[str, Style],
    declared: Container[str] | None = None,
) -> Pairs:
    """Encode query parameters as pairs of name and value, in order.

    The value of a `querystring` parameter (OpenAPI 3.2) becomes several pairs.

    Args:
        values: Name -> value; `omit` and `None` are not sent.
        styles: Styles other than `("form", True)` by name.
        declared: The names that are declared; default: all. Members of other objects are
            sent as `name[key]`, because the default style would lose the name.
    """
    pairs: Pairs = []
    for name, value in values.items():
        if value is omit or value is None:
            continue
        if declared is not None and name not in declared:
            pairs.extend(nested_pairs(name, value, _quote, brackets=False))
            continue
        style = _find_style("query", name, styles, ("form", True, False))
        if style == "json":
            pairs.append((_quote(name), _quote(json_text(value))))
        elif style[0] == "querystring":
            pairs.extend(nested_pairs("", value, _quote, brackets=False))
        else:
            pairs.extend(_query_pairs(name, value, *style))
    return pairs


def header_value(name: str, value: object, styles: Mapping[str, Style]) -> str | None:
    """Encode a header parameter in the style `simple`, without percent-encoding.

    Returns:
        The value, or `None` for `omit`, `None`, an empty list and an empty object.

    Raises:
        ValueError: An item contains a comma that is not in a quoted string.
    """
    if value is omit or value is None:
        return None
    style = _find_style("header", name, styles, ("simple", False, False))
    if style == "json":
        return json_text(value, ascii_only=True)
    encoded = _simple(name, value, style[1], str)
    is_scalar = not isinstance(to_json_type(value), (list, tuple, dict))
    return encoded if encoded or is_scalar else None


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
        style = _find_style("cookie", name, styles, ("form", True, False))
        if style == "json":
            pairs.append((name, _quote(json_text(value))))
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


def nested_pairs(
    name: str, value: object, encode: Callable[[str], str], *, brackets: bool
) -> Pairs:
    """Encode a nested value as pairs with names such as `name[key]`, as in web forms.

    Args:
        name: Name of the value; empty for a mapping whose members are the pairs.
        value: A scalar, list or object. Lists of scalars repeat the name; lists of
            objects have an index: `name[0][key]`.
        encode: Function that encodes names and values.
        brackets: Whether to append `[]` to repeated names.
    """
    return [
        (encode(key), encode(scalar_text(leaf)))
        for key, leaf in leaves(name, value, brackets=brackets)
    ]


def leaves(
    name: str,
    value: object,
    *,
    brackets: bool,
    is_leaf: Callable[[object], bool] | None = None,
) -> Iterator[tuple[str, object]]:
    """Yield the scalars of a nested value with their names, without encoding them.

    Args:
        name: As for `nested_pairs`.
        value: As for `nested_pairs`.
        brackets: As for `nested_pairs`.
        is_leaf: Function that returns whether another value is not to be split.
    """
    if value is omit or value is None:
        return
    if is_leaf is not None and is_leaf(value):
        yield name, value
        return
    members = to_json_type(value)
    if is_object(members):
        for key, item in members.items():
            inner = f"{name}[{key}]" if name else str(key)
            yield from leaves(inner, item, brackets=brackets, is_leaf=is_leaf)
    elif is_list(members):
        for index, item in enumerate(members):
            member = (
                item if is_leaf is not None and is_leaf(item) else to_json_type(item)
            )
            if is_object(member) or is_list(member):
                inner = f"{name}[{index}]"
            else:
                inner = f"{name}[]" if brackets else name
            yield from leaves(inner, member, brackets=brackets, is_leaf=is_leaf)
    else:
        yield name, members


def styled_pairs(name: str, value: object, style: Style) -> Pairs:
    """Split a property of a form with an explicit style into pairs, without encoding."""
    normalized = _normalize_style(style)
    if normalized == "json":
        return [(name, json_text(value))]
    kind, explode, reserved = normalized
    return _query_pairs(name, value, kind, explode, reserved, str)


def _split(text: str) -> tuple[str, ...]:
    parts = re.split(r"\{([^{}]+)\}", text) if "{" in text else [text]
    for place in range(0, len(parts), 2):
        if not re.fullmatch(_URL_TEXT, parts[place]):
            parts[place] = _encode_literal(parts[place])
    return tuple(parts)


def _encode_literal(text: str) -> str:
    """Percent-encode the characters of a literal that a URL cannot contain."""
    plain = text.encode("utf-8", "replace")
    parts = re.split(b"(%[0-9A-Fa-f]{2})", plain)
    return "".join(
        part.decode() if place % 2 else quote(part, safe=_LITERAL)
        for place, part in enumerate(parts)
    )


def _find_style(
    location: str,
    name: str,
    styles: Mapping[str, Style],
    default: tuple[str, bool, bool],
) -> Any:
    if not styles:
        return default
    style = styles.get(f"{location}:{name}", styles.get(name))
    return default if style is None else _normalize_style(style)


def _normalize_style(style: Style) -> Any:
    # `Any`, because the result is either "json" or a triple, which callers check.
    if isinstance(style, str):
        return style if style == "json" else (style, True, False)
    return style if len(style) == 3 else (*style, False)


def _expand(
    parts: tuple[str, ...], values: Mapping[str, object], styles: Mapping[str, Style]
) -> str:
    expanded: list[str] = []
    for index, part in enumerate(parts):
        is_literal = index % 2 == 0
        expanded.append(part if is_literal else _expand_parameter(part, values, styles))
    return "".join(expanded)


def _expand_parameter(
    name: str, values: Mapping[str, object], styles: Mapping[str, Style]
) -> str:
    value = values.get(name, omit)
    style = _find_style("path", name, styles, ("simple", False, False))
    if style == "json":
        return _quote(json_text(value))
    kind, explode, reserved = style
    encode = _quoter(reserved, _PATH_RESERVED)
    # Checked without the prefix of `label` and `matrix`.
    bare = (
        "" if value is omit or value is None else _simple(name, value, explode, encode)
    )
    if not bare:
        # The wording of other SDKs, which programs and their tests match.
        raise ValueError(
            f"Expected a non-empty value for `{name}` but received {value!r}"
        )
    if bare in (".", ".."):
        raise ValueError(f"path parameter {name!r} must not be {value!r}")
    if kind == "label":
        return "." + _simple(name, value, explode, encode, "." if explode else ",")
    if kind == "matrix":
        pairs = _form(name, value, explode, encode, ",")
        return "".join(f";{key}={item}" if item else f";{key}" for key, item in pairs)
    return bare


def _query_pairs(
    name: str,
    value: object,
    style: str,
    explode: bool,
    reserved: bool,
    encode: Callable[[str], str] | None = None,
) -> Pairs:
    delimiter = DELIMITERS.get(style)
    if encode is None:
        encode = _quoter(reserved)
        delimiter = delimiter and _quote(delimiter)
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


def _simple(
    name: str,
    value: object,
    explode: bool,
    encode: Callable[[str], str],
    delimiter: str = ",",
) -> str:
    """Encode a value as a string (RFC 6570, section 3.2.2)."""
    value = to_json_type(value)
    if is_object(value):
        pairs = encode_members(name, value, encode, delimiter)
        return delimiter.join(("=" if explode else delimiter).join(it) for it in pairs)
    if not is_list(value):
        return encode(scalar_text(value))
    items = (item for item in value if item is not None)
    return delimiter.join(encode_item(name, it, encode, delimiter) for it in items)


def _quote(text: str) -> str:
    return quote(text, safe="")


def _quoter(reserved: bool, allowed: str = _QUERY_RESERVED) -> Callable[[str], str]:
    if not reserved:
        return _quote

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
