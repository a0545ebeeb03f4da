"""Contents of strings that callers decode on request: JSON, and encoded bytes.

The keywords are those of JSON Schema 2020-12 (validation, section 8). The encodings are those
of RFC 4648, and `quoted-printable` of RFC 2045.
"""

from __future__ import annotations

import re
from base64 import b16decode, b32decode, b32hexdecode
from binascii import a2b_base64, a2b_qp
from collections.abc import Callable, Mapping
from functools import cache
from json import loads
from typing import Any, Final, Never

from .conversion import compile_converter
from .declarations import Annotation, Converter
from .records import type_of
from .scopes import Scope, ScopedNode, accepts_null, declared_kinds, kind_of


def decode_content(
    value: object, name: str, encoding: str = "", *, json: str = "", module: str = ""
) -> Any:
    """Return the content of a string; `None` for `None`.

    Args:
        value: The string; bytes if it was decoded when it was received (`native_types`).
        name: Key of the string, for messages.
        encoding: How the string represents bytes, such as `base64`. Default: it is text.
        json: Annotation of the JSON value that the string contains. Default: the content is
            bytes.
        module: Dotted name of the module that defines the names of the annotation.

    Raises:
        ValueError: The string is not in its encoding, is not JSON, or contains JSON of
            another kind than the type, such as an array in place of an object.
    """
    if value is None:
        return None
    try:
        return _decode(value, encoding, json, module)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"cannot decode {name!r}: {error}") from error


def _decode(value: object, encoding: str, annotation: str, module: str) -> object:
    content = value
    if isinstance(value, str) and encoding:
        content = _DECODERS[encoding](value)
    if not isinstance(content, (str, bytes)):
        raise ValueError(f"value is not a string: {type_of(content).__name__}")
    if not annotation:
        return content
    decoded = loads(content, parse_constant=_refuse_constant)
    matches, convert = _reader(annotation, module)
    if not matches(decoded):
        kind = _KINDS[kind_of(decoded).partition(" ")[0]]
        raise ValueError(f"JSON value is {kind}, not {annotation}")
    return convert(decoded)


_KINDS: Final[Mapping[str, str]] = {
    "": "null",
    "bool": "a boolean",
    "dict": "an object",
    "float": "a number",
    "int": "an integer",
    "list": "an array",
    "str": "a string",
}


def _refuse_constant(name: str) -> Never:
    raise ValueError(f"{name} is not a JSON value")


@cache
def _reader(annotation: str, module: str) -> tuple[Callable[[Any], bool], Converter]:
    """Return functions that check the kind of a JSON value, and that convert it."""
    scope = Scope(module, module.rpartition(".")[0])
    return Annotation(annotation, scope, module).read(
        lambda scoped: (_kind_check(scoped), compile_converter(scoped))
    )


def _kind_check(scoped: ScopedNode) -> Callable[[Any], bool]:
    kinds, has_null = declared_kinds(scoped), accepts_null(scoped)

    def matches(value: Any) -> bool:
        if kinds is None:
            return True
        if value is None:
            return has_null
        kind = kind_of(value).partition(" ")[0]
        # 1.0 is an integer in JSON Schema.
        return kind in kinds or (kind == "float" and "int" in kinds and value % 1 == 0)

    return matches


def _decode_base64(text: str) -> bytes:
    # RFC 2045 breaks long texts into lines.
    return a2b_base64("".join(text.split()), strict_mode=True)


def _decode_base64url(text: str) -> bytes:
    """Decode the alphabet for URLs and file names, whose padding may be omitted."""
    if "+" in text or "/" in text:
        raise ValueError("base64url has no '+' and '/'")
    digits = text.translate(_FROM_URL_ALPHABET).rstrip("=")
    if len(text) - len(digits) not in (0, -len(digits) % 4):
        raise ValueError("incorrect padding")
    return a2b_base64(digits + "=" * (-len(digits) % 4), strict_mode=True)


_FROM_URL_ALPHABET: Final = str.maketrans("-_", "+/")
_INVALID_ESCAPE: Final = re.compile(r"=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n)|[^\t\r\n -~]")


def _decode_quoted_printable(text: str) -> bytes:
    if invalid := _INVALID_ESCAPE.search(text):
        raise ValueError(f"invalid quoted-printable at character {invalid.start()}")
    return a2b_qp(text)


_DECODERS: Final[Mapping[str, Callable[[str], bytes]]] = {
    "base16": lambda text: b16decode(text, casefold=True),
    "base32": lambda text: b32decode(text, casefold=True),
    "base32hex": lambda text: b32hexdecode(text, casefold=True),
    "base64": _decode_base64,
    "base64url": _decode_base64url,
    "quoted-printable": _decode_quoted_printable,
}
