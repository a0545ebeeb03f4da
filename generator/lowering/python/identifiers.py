"""Names of documents become identifiers of Python, and names of files.

Names that are good Python already stay as they are. Everything else is taken apart into
words and put together in the style of its kind. Every result is a valid identifier in
Unicode's normal form NFKC, no keyword, and never begins with two underscores, which
Python would mangle.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ...words import singular, split_words
from .runtime_names import attributes_of

_SIGNS = {"+": " plus ", "-": " minus "}
_LEADING_SIGN = re.compile(r"^[+-](?=\d)")
_SEPARATORS = re.compile(r"[\W_]+")
_CAPITALS = re.compile(r"[A-Z]?[^A-Z]+|[A-Z]+(?=[A-Z][^A-Z]|$)")

MODEL_ATTRIBUTES = attributes_of(
    "models.base.BaseModel", "pagination.pages.SyncPage", "pagination.pages.AsyncPage"
) | {"_is_protocol", "_runtime"}
"""What views have beside their fields; a field of that name gets an underscore.

`_is_protocol` is `typing.Generic`'s, and the bodies of classes name `_runtime`.
"""

BUILTIN_TYPES = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str"})
"""Names that annotations use; a field of that name would hide them inside its class."""

OPTIONS = attributes_of("api.options.RequestOptions") | {
    "idempotency_key",
    "options",
    "self",
}
"""What every method takes; an argument of that name gets an underscore."""

CLIENT_ATTRIBUTES = attributes_of(
    "client.sync_client.SyncClient",
    "client.async_client.AsyncClient",
    "client.resource.Resource",
    "client.resource.AsyncResource",
) | {
    "api_key",
    "head",
    "options",
    "request",
    "with_raw_response",
    "with_streaming_response",
}
"""What clients and resources have; a resource or method of that name gets an underscore."""

CLASS_BODY_NAMES = frozenset(
    {
        "_runtime",
        "builtins",
        "cached_property",
        "deprecated",
        "httpx2",
        "omit",
        "overload",
    }
)
"""What the bodies of clients and resources name beside types."""

TYPE_NAMES = frozenset(
    {
        "ResponseStream",
        "Any",
        "AsyncResponseStream",
        "AsyncBinaryResponse",
        "AsyncListPage",
        "AsyncPage",
        "AsyncPaginator",
        "AsyncRawResource",
        "AsyncResource",
        "AsyncStream",
        "AsyncStreamingResource",
        "BaseModel",
        "BinaryResponse",
        "Callable",
        "Endpoint",
        "False",
        "FileTypes",
        "Iterable",
        "Literal",
        "Mapping",
        "None",
        "Omit",
        "RawResource",
        "RequestOptions",
        "Required",
        "Resource",
        "Sequence",
        "Stream",
        "StreamingResource",
        "SyncListPage",
        "SyncPage",
        "TYPE_CHECKING",
        "True",
        "TypeAlias",
        "TypeAliasType",
        "TypedDict",
        "Union",
        "Unpack",
    }
)
"""What emitted modules import; a type of that name gets an underscore."""

_WINDOWS = frozenset(
    {
        "aux",
        "con",
        "nul",
        "prn",
        *(f"{a}{n}" for a in ("com", "lpt") for n in range(10)),
    }
)
LONGEST = 56
"""Characters of the longest class name; beyond it lines could not be laid out."""
LONGEST_FILE = 60
"""Characters of the longest name of a module or page, without what stands behind it."""


@lru_cache(maxsize=None)
def attribute_name(text: str) -> str:
    """The name of a field or argument: as it is, else words joined by underscores."""
    if text.isidentifier() and text.isascii() and text == text.lower():
        name = text
    else:
        signed = _LEADING_SIGN.sub(lambda match: _SIGNS[match.group()], text)
        name = "_".join(split_words(_normal(signed)))
    return _safe(name, "field")


def with_underscore(name: str, reserved: frozenset[str]) -> str:
    """The name, with an underscore behind it where it is reserved."""
    return f"{name}_" if name in reserved else name


@lru_cache(maxsize=None)
def class_name(text: str) -> str:
    """The name of a class: its pieces joined, each with a capital first letter."""
    if text.isascii() and text.isidentifier() and "_" not in text:
        name = text[:1].upper() + text[1:]
    else:
        signed = _LEADING_SIGN.sub(lambda match: _SIGNS[match.group()], text)
        pieces = [piece for piece in _SEPARATORS.split(_normal(signed)) if piece]
        name = "".join(piece[:1].upper() + piece[1:] for piece in pieces)
    name = f"Type{name}" if name[:1].isdigit() else name
    return with_underscore(_safe(name, "Unnamed"), TYPE_NAMES)


def compound_class_name(words: tuple[str, ...], longest: int = LONGEST) -> str:
    """The name of a class that stands inside another: the owner's, and the way to it.

    Items of a list are called by the singular of the list. Where the name would be too
    long, places in the middle go first, then words of the last place that the owner
    begins with too, then words inside the owner: what tells siblings apart stays.
    """
    pieces = [class_name(words[0])]
    for word in words[1:]:
        if word == "item" and len(pieces) > 1:
            one = singular(pieces[-1])
            pieces[-1] = one if one != pieces[-1] else f"{one}Item"
        else:
            pieces.append("".join(map(_capital, split_words(_normal(word)))))
    while sum(map(len, pieces)) > longest and len(pieces) > 2:
        del pieces[1]
    if sum(map(len, pieces)) > longest and len(pieces) == 2:
        owner, own = (_CAPITALS.findall(piece) for piece in pieces)
        begins = list(owner)
        while begins and len(own) > 1 and singular(own[0]) == singular(begins[0]):
            del begins[0], own[0]
        while len(owner) > 1 and len("".join([*owner, *own])) > longest:
            del owner[len(owner) // 2]
        pieces = [*owner, *own]
    # A capital letter may join the mark behind it: I and a dot above are one character.
    return _normal("".join(pieces))[:longest]


def module_name(words: str) -> str:
    """The name of a module, which no system takes for a device, and each has room for."""
    name = shortened(attribute_name(words.casefold()), LONGEST_FILE)
    return f"{name}_" if name.lower() in _WINDOWS else name


def shortened(name: str, longest: int) -> str:
    """The identifier, cut to so many characters, and to three bytes for each of them."""
    if len(name) <= longest and len(name.encode()) <= 3 * longest:
        return name
    cut = name[:longest].encode()[: 3 * longest].decode(errors="ignore")
    cut = cut.rstrip("_") or cut
    return f"{cut}_" if keyword.iskeyword(cut) else cut


def constant_name(resource: Iterable[str], method: str) -> str:
    """The name of a constant that only its module uses, as short as its line must be."""
    own = split_words(attribute_name(method))
    around = [word for part in resource for word in split_words(attribute_name(part))]
    for found in ((*around, *own), own):
        name = _normal("_" + "_".join(found).upper())
        if 1 < len(name) <= LONGEST:
            return name
    return "_" + _normal("_".join(own).upper())[: LONGEST - 1].strip("_")


def distinct(names: dict[str, str], taken: Iterable[str] = ()) -> dict[str, str]:
    """The same names by key, but all different.

    Of several keys that want one name, a key that is spelled like it comes first, then
    the order of the alphabet; the others get a number. So the name of a key depends on
    its own spelling and on those that clash with it, and on nothing else.
    """
    wanting: dict[str, list[str]] = {}
    for key, name in names.items():
        wanting.setdefault(name, []).append(key)
    used = {*taken, *wanting}
    reserved = set(taken)
    found: dict[str, str] = {}
    for name, keys in sorted(wanting.items()):
        keys.sort(key=lambda key: (key != name, key != name.rstrip("_"), key))
        start = 0
        if name not in reserved:
            found[keys[0]] = name
            start = 1
        number = 2
        for key in keys[start:]:
            while f"{name}{number}" in used:
                number += 1
            found[key] = f"{name}{number}"
            used.add(found[key])
    return found


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _safe(name: str, fallback: str) -> str:
    name = _normal(name)
    name = "".join(char for char in name if char == "_" or f"a{char}".isidentifier())
    name = name.strip("_") if name.startswith("__") else name
    if not name.strip("_"):
        return fallback
    if not name.isidentifier():
        name = f"n{name}" if name[0].isdigit() else f"{fallback}_{name}"
    if keyword.iskeyword(name):
        return f"{name}_"
    return name
