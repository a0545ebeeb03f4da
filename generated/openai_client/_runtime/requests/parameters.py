"""Parameters in path, query, headers and cookies.

Implements the styles of OpenAPI 3.1 and 3.2 (Parameter Object, "Style Values" and
"Style Examples") by way of RFC 6570: `matrix`, `label`, `simple`, `form`,
`spaceDelimited`, `pipeDelimited`, `deepObject`, `cookie`, with `explode` and
`allowReserved`, and parameters described by a `content` map. As in RFC 6570, 2.3, `None`,
an empty list and an empty object are undefined, and nothing is sent for them; an empty
string is sent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

from .encoding import is_list, is_object, json_text, listed, scalar_text
from ..sentinels import omit

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from ..api.endpoint import Style

Pairs: TypeAlias = "list[tuple[str, str]]"
Template: TypeAlias = "tuple[tuple[str, ...], tuple[str, ...]]"

# What RFC 3986 reserves, less what would end the value where it stands: `#`, `&` and `+`
# in a query, `/`, `?` and `#` in a path.
_QUERY_RESERVED = ":/?[]@!$'()*,;="
_PATH_RESERVED = ":[]@!$&'()*+,;="
# Not compiled before they are needed, which is rarely.
_TRIPLET = "%[0-9A-Fa-f]{2}"
FORBIDDEN_IN_COOKIE = r"[\x00-\x20\x7f;]"
"""What no value of a cookie can hold (RFC 6265, 4.1.1, less what servers live with)."""
_LITERAL = ":/?[]@!$&'()*+,;="
_URL_TEXT = r"[A-Za-z0-9_.~:/?@!$&'()*+,;=-]*"
_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}


def parse_template(path: str) -> Template:
    """Takes a path template apart.

    Returns:
        The templates of path and query, each as literal text and names of parameters
        by turns, beginning with text. A fragment is left out, as it is never sent.
    """
    path, query = _parted(_parted(path, "#")[0], "?")
    return _split(path), _split(query) if query else ()


def _parted(text: str, sign: str) -> tuple[str, str]:
    """What stands before and behind a sign, which may stand in names of parameters too."""
    for found in re.finditer(r"\{[^{}]+\}|" + re.escape(sign), text):
        if found[0] == sign:
            return text[: found.start()], text[found.end() :]
    return text, ""


def expand_path(
    template: Template, values: Mapping[str, object], styles: Mapping[str, Style]
) -> tuple[str, str]:
    """Fills a path template.

    Args:
        template: What `parse_template` made of it.
        values: Name -> value of the path parameters.
        styles: Styles that are not `("simple", False)`.

    Returns:
        Path and query, percent-encoded.

    Raises:
        ValueError: A value is empty, `.` or `..`, or missing.
    """
    path, query = template
    if len(path) == 1 and not query:
        return path[0], ""
    return _fill(path, values, styles), _fill(query, values, styles)


def query_pairs(
    values: Mapping[str, object],
    styles: Mapping[str, Style],
    declared: Container[str] | None = None,
) -> Pairs:
    """Query parameters as encoded pairs of name and value, in order.

    A `querystring` parameter (OpenAPI 3.2) becomes pairs of its own.

    Args:
        values: Name -> value; `omit` and `None` are left out.
        styles: Styles that are not `("form", True)`.
        declared: The names that have a style; default: all. Of other objects members
            are called `name[key]`, as they would lose their name by the default style.
    """
    pairs: Pairs = []
    for name, value in values.items():
        if value is omit or value is None:
            continue
        if declared is not None and name not in declared:
            pairs.extend(bracketed(name, value, _quote, brackets=False))
            continue
        style = _style("query", name, styles, ("form", True, False))
        if style == "json":
            pairs.append((_quote(name), _quote(json_text(value))))
        elif style[0] == "querystring":
            pairs.extend(bracketed("", value, _quote, brackets=False))
        else:
            pairs.extend(_query_pairs(name, value, *style))
    return pairs


def header_value(name: str, value: object, styles: Mapping[str, Style]) -> str | None:
    """The text of a header parameter: style `simple`, not percent-encoded.

    `None` where nothing is sent: for `omit`, `None`, an empty list and object.
    """
    if value is omit or value is None:
        return None
    style = _style("header", name, styles, ("simple", False, False))
    if style == "json":
        return json_text(value, ascii_only=True)
    text = _simple(value, style[1], str)
    return text if text or not isinstance(listed(value), (list, tuple, dict)) else None


def cookie_pairs(values: Mapping[str, object], styles: Mapping[str, Style]) -> Pairs:
    """Cookie parameters as pairs of name and value, in order.

    Raises:
        ValueError: A value of style `cookie`, which is not percent-encoded, holds a
            character that a cookie cannot carry.
    """
    pairs: Pairs = []
    for name, value in values.items():
        if value is omit or value is None:
            continue
        style = _style("cookie", name, styles, ("form", True, False))
        if style == "json":
            pairs.append((name, _quote(json_text(value))))
        elif style[0] == "cookie":
            pairs.extend(_form(name, value, style[1], _plain_cookie, ","))
        else:
            encoded = _form(name, value, style[1], _quoter(style[2]), ",")
            if encoded:
                # RFC 6570 joins by `&`, and so does the standard's table: in a
                # cookie all of that is one value.
                first, *rest = encoded
                more = "".join(f"&{key}={text}" for key, text in rest)
                pairs.append((first[0], first[1] + more))
    return pairs


def bracketed(
    name: str, value: object, encode: Callable[[str], str], *, brackets: bool
) -> Pairs:
    """A nested value as pairs called `name[key]`, as web forms write them.

    Args:
        name: The name so far; empty at the root of a mapping.
        value: A scalar, list or object. Lists of scalars repeat the name, lists of
            objects count: `name[0][key]`.
        encode: Encodes both names and values.
        brackets: Whether repeated names end in `[]`.
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
    """As `bracketed`, but what stands in the ends of a nested value is given as it is.

    Args:
        is_leaf: Says of what else than scalars that it is not to be looked into.
    """
    if value is omit or value is None:
        return
    if is_leaf is not None and is_leaf(value):
        yield name, value
        return
    members = listed(value)
    if is_object(members):
        for key, item in members.items():
            inner = f"{name}[{key}]" if name else str(key)
            yield from leaves(inner, item, brackets=brackets, is_leaf=is_leaf)
    elif is_list(members):
        for index, item in enumerate(members):
            member = item if is_leaf is not None and is_leaf(item) else listed(item)
            if is_object(member) or is_list(member):
                inner = f"{name}[{index}]"
            else:
                inner = f"{name}[]" if brackets else name
            yield from leaves(inner, member, brackets=brackets, is_leaf=is_leaf)
    else:
        yield name, members


def styled_pairs(name: str, value: object, style: Style) -> Pairs:
    """One property of a form body in a style of its own, not yet encoded."""
    full = _full(style)
    if full == "json":
        return [(name, json_text(value))]
    if full[0] == "brackets":
        return bracketed(name, value, str, brackets=True)
    kind, explode, reserved = full
    return _query_pairs(name, value, kind, explode, reserved, str)


def _split(text: str) -> tuple[str, ...]:
    parts = re.split(r"\{([^{}]+)\}", text) if "{" in text else [text]
    for place in range(0, len(parts), 2):
        if not re.fullmatch(_URL_TEXT, parts[place]):
            parts[place] = _literal(parts[place])
    return tuple(parts)


def _literal(text: str) -> str:
    """Literal text of a template, with what no URL can hold percent-encoded."""
    plain = text.encode("utf-8", "replace")
    parts = re.split(b"(%[0-9A-Fa-f]{2})", plain)
    return "".join(
        part.decode() if place % 2 else quote(part, safe=_LITERAL)
        for place, part in enumerate(parts)
    )


def _style(
    place: str, name: str, styles: Mapping[str, Style], default: tuple[str, bool, bool]
) -> Any:
    if not styles:
        return default
    style = styles.get(f"{place}:{name}", styles.get(name))
    return default if style is None else _full(style)


def _full(style: Style) -> Any:
    # Any: either the text "json" or a triple; both are taken apart at once.
    if isinstance(style, str):
        return style if style == "json" else (style, True, False)
    return style if len(style) == 3 else (*style, False)


def _fill(
    parts: tuple[str, ...], values: Mapping[str, object], styles: Mapping[str, Style]
) -> str:
    filled: list[str] = []
    for place, part in enumerate(parts):
        filled.append(part if place % 2 == 0 else _path_text(part, values, styles))
    return "".join(filled)


def _path_text(
    name: str, values: Mapping[str, object], styles: Mapping[str, Style]
) -> str:
    value = values.get(name, omit)
    style = _style("path", name, styles, ("simple", False, False))
    if style == "json":
        return _quote(json_text(value))
    kind, explode, reserved = style
    encode = _quoter(reserved, _PATH_RESERVED)
    # Judged without the prefixes of label and matrix, which hide that it is empty.
    bare = "" if value is omit or value is None else _simple(value, explode, encode)
    if bare in ("", ".", ".."):
        raise ValueError(
            f"the path parameter {name!r} is {value!r}; it cannot be empty, '.' or '..'"
        )
    if kind == "label":
        return "." + _simple(value, explode, encode, "." if explode else ",")
    if kind == "matrix":
        pairs = _form(name, value, explode, encode, ",")
        return "".join(f";{key}={text}" if text else f";{key}" for key, text in pairs)
    return bare


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
        delimiter = delimiter and _quote(delimiter)
    if style == "deepObject":
        return bracketed(name, value, encode, brackets=True)
    return _form(name, value, explode, encode, delimiter or ",")


def _form(
    name: str,
    value: object,
    explode: bool,
    encode: Callable[[str], str],
    delimiter: str,
) -> Pairs:
    """Pairs in the manner of RFC 6570, 3.2.8 and 3.2.7."""
    if isinstance(value, str):
        return [(encode(name), encode(value))]
    value = listed(value)
    if is_object(value):
        if explode:
            return bracketed("", value, encode, brackets=False)
        flat = [text for pair in _members(value, encode) for text in pair]
        return [(encode(name), delimiter.join(flat))] if flat else []
    if not is_list(value):
        return [(encode(name), encode(scalar_text(value)))]
    if explode:
        return bracketed(name, value, encode, brackets=False)
    texts = [encode(scalar_text(item)) for item in value if item is not None]
    return [(encode(name), delimiter.join(texts))] if texts else []


def _simple(
    value: object, explode: bool, encode: Callable[[str], str], delimiter: str = ","
) -> str:
    """Text in the manner of RFC 6570, 3.2.2."""
    value = listed(value)
    if is_object(value):
        joint = "=" if explode else delimiter
        return delimiter.join(joint.join(pair) for pair in _members(value, encode))
    if is_list(value):
        texts = (encode(scalar_text(item)) for item in value if item is not None)
        return delimiter.join(texts)
    return encode(scalar_text(value))


def _members(
    value: Mapping[Any, object], encode: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    for key, item in value.items():
        if item is not None and item is not omit:
            yield encode(str(key)), encode(scalar_text(item))


def _quote(text: str) -> str:
    return quote(text, safe="")


def _quoter(reserved: bool, allowed: str = _QUERY_RESERVED) -> Callable[[str], str]:
    if not reserved:
        return _quote

    def encode(text: str) -> str:
        # Percent-encoded triplets pass as they are (RFC 6570, 3.2.3).
        parts = re.split(_TRIPLET, text)
        kept = [*re.findall(_TRIPLET, text), ""]
        return "".join(
            quote(part, safe=allowed) + triplet for part, triplet in zip(parts, kept)
        )

    return encode


def _plain_cookie(text: str) -> str:
    if re.search(FORBIDDEN_IN_COOKIE, text):
        raise ValueError(
            "a cookie cannot hold spaces, semicolons or control characters"
        )
    return text
