"""Encoding of path, query and header parameters, of headers and of cookies.

Implements the default styles of OpenAPI 3.1 and 3.2 (Parameter Object, "Style Values"),
which are `simple` in paths and headers and `form` with `explode` in queries (RFC 6570);
`styles` implements the others. `None`, an empty list and an empty object are not sent
(RFC 6570, section 2.3); an empty string is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.parse import parse_qsl, quote, unquote, unquote_plus

from ..lazy import load_feature
from ..sentinels import Omit, omit
from .encoding import is_list, is_object, plain_text, scalar_text, to_json_type

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    import httpx2

    from ..api.endpoint import Style, Template

Pairs: TypeAlias = "list[tuple[str, str]]"

# A quoted string of a header (RFC 9110, section 5.6.4). This pattern and those below are
# compiled on first use by `re`, because few programs need them.
_QUOTED = r'"(?:[^"\\]|\\.)*"'
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

    The value of a `querystring` parameter (OpenAPI 3.2) becomes several pairs if it is a
    form, else one pair without a name.

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
            pairs.extend(nested_pairs(name, value, quote_all, brackets=False))
            continue
        style = find_style("query", name, styles)
        if style is not None:
            styled: Pairs = _styles().query_pairs(name, value, style)
            pairs.extend(styled)
        elif isinstance(value, str):
            pairs.append((quote_all(name), quote_all(value)))
        else:
            # The members of an object are the pairs (RFC 6570, section 3.2.8).
            members = to_json_type(value)
            own = "" if is_object(members) else name
            pairs.extend(nested_pairs(own, members, quote_all, brackets=False))
    return pairs


def query_names(query: str) -> set[str]:
    """Return the names of the parameters of an encoded query."""
    return {name for name, _ in parse_qsl(query, keep_blank_values=True)}


def leave_out_names(query: str, names: set[str]) -> str:
    """Remove the parameters with these names from an encoded query."""
    pairs = query.split("&")
    return "&".join(x for x in pairs if unquote_plus(x.partition("=")[0]) not in names)


def join_queries(first: str, second: str) -> str:
    """Join two encoded queries, which can be empty."""
    return f"{first}&{second}" if first and second else first or second


def header_value(name: str, value: object, styles: Mapping[str, Style]) -> str | None:
    """Encode a header parameter in the style `simple`, without percent-encoding.

    Returns:
        The value, or `None` for `omit`, `None`, an empty list and an empty object.

    Raises:
        ValueError: An item contains a comma that is not in a quoted string.
    """
    if value is omit or value is None:
        return None
    style = find_style("header", name, styles)
    if style is None:
        encoded = simple_text(name, value, False, str)
    else:
        encoded = _styles().header_text(name, value, style)
    is_scalar = not isinstance(to_json_type(value), (list, tuple, dict))
    return encoded if encoded or is_scalar else None


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


def find_style(location: str, name: str, styles: Mapping[str, Style]) -> Style | None:
    """Return the style of a parameter; `None` for the default of its location."""
    return styles.get(f"{location}:{name}", styles.get(name)) if styles else None


def _styles() -> Any:
    return load_feature("requests.styles")


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
    style = find_style("path", name, styles)
    bare: str
    text: str
    if style is not None:
        # Checked without the prefix of `label` and `matrix`.
        bare, text = _styles().path_texts(name, value, style)
    elif value is omit or value is None:
        bare = text = ""
    else:
        bare = text = simple_text(name, value, False, quote_all)
    if not bare:
        # The wording of other SDKs, which programs and their tests match.
        raise ValueError(
            f"Expected a non-empty value for `{name}` but received {value!r}"
        )
    if bare in (".", ".."):
        raise ValueError(f"path parameter {name!r} must not be {value!r}")
    return text


def simple_text(
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


def quote_all(text: str) -> str:
    """Percent-encode everything but unreserved characters."""
    return quote(text, safe="")


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
    if delimiter in text and delimiter in re.sub(_QUOTED, "", text):
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


FORBIDDEN_IN_COOKIE: Final = r"[\x00-\x20\x7f;]"
"""Characters that a cookie value must not contain: some of RFC 6265, section 4.1.1."""

_CONTROL: Final = r"[\x00-\x08\x0a-\x1f\x7f]"
# A token (RFC 9110, section 5.6.2).
_HEADER_NAME: Final = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"


def add_headers(
    merged: dict[str, tuple[str, str] | None], headers: Mapping[str, str | Omit]
) -> None:
    """Add headers, which replace others of the same name; `omit` removes a header."""
    for name, value in headers.items():
        merged[name.lower()] = None if isinstance(value, Omit) else (name, value)


@lru_cache(256)
def _encode_header_name(name: str) -> bytes:
    if not re.fullmatch(_HEADER_NAME, name):
        raise ValueError(f"invalid header name: {name!r}")
    return name.encode("ascii")


def encode_header(name: str, value: str) -> tuple[bytes, bytes]:
    """Encode a header and check it.

    Raises:
        TypeError: The value is not a string.
        ValueError: The name or the value contains characters that headers must not have.
    """
    # Callers can give other types. Messages do not show the value, which can be a key.
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"header {name!r} must be str, not {type(value).__name__}")
    if not value.isprintable() and re.search(_CONTROL, value):
        raise ValueError(
            f"header {name!r} must not contain line breaks or control characters"
        )
    return _encode_header_name(name), value.strip().encode()


def add_cookies(request: httpx2.Request, pairs: list[tuple[str, str]]) -> None:
    """Add cookies to a request.

    Raises:
        ValueError: The value of a cookie contains a character that cookies must not have.
    """
    for name, value in pairs:
        if re.search(FORBIDDEN_IN_COOKIE, value):
            raise ValueError(
                f"cookie {name!r} must not contain spaces, semicolons or control"
                " characters"
            )
    cookies = [f"{name}={value}" for name, value in pairs]
    # By default, httpx2 uses the encoding of the other headers, which can be ASCII.
    request.headers.encoding = "utf-8"
    existing = request.headers.get("cookie")
    request.headers["Cookie"] = "; ".join([existing, *cookies] if existing else cookies)
