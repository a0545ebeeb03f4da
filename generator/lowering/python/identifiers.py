"""Conversion of names in documents to Python identifiers and file names.

A name that already follows the Python convention of its kind is kept. Any other name is
split into words, which are joined in that convention. Each result is a valid identifier
in Unicode normalization form NFKC, is not a keyword, and does not begin with two
underscores, because Python mangles such names in classes.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

from ...words import capitalize, singular, split_words
from . import runtime_attributes

_SIGNS = {"+": " plus ", "-": " minus "}
_LEADING_SIGN = re.compile(r"^[+-](?=\d)")
_SEPARATORS = re.compile(r"[\W_]+")
_CAPITALIZED_WORD = re.compile(r"[A-Z]?[^A-Z]+|[A-Z]+(?=[A-Z][^A-Z]|$)")

MODEL_ATTRIBUTES = runtime_attributes.MODEL | {"_is_protocol", "_runtime"}
"""Attributes of models that are not fields; fields of these names get an underscore.

`_is_protocol` is an attribute of `typing.Generic`, and class bodies use `_runtime`.
"""

BUILTIN_TYPES = frozenset(
    ("bool", "bytes", "dict", "float", "int", "list", "str", "tuple")
)
"""Builtins that annotations use; a field of that name would hide one in its class."""

OPTIONS = runtime_attributes.OPTIONS | {
    "idempotency_key",
    "options",
    "self",
}
"""Parameters of every method; other arguments of these names get an underscore."""

CLIENT_ATTRIBUTES = (runtime_attributes.CLIENT | runtime_attributes.RESOURCE) | {
    "api_key",
    "head",
    "options",
    "request",
    "with_raw_response",
    "with_streaming_response",
}
"""Attributes of clients and resources.

Child resources and methods of these names get an underscore.
"""

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
"""Names other than types that the class bodies of clients and resources use."""

TYPE_NAMES = frozenset(
    {
        "ResponseStream",
        "Any",
        "AsyncResponseStream",
        "AsyncBinaryResponse",
        "AsyncListPage",
        "AsyncObjectPage",
        "AsyncPage",
        "AsyncPaginator",
        "AsyncRawResource",
        "AsyncResource",
        "AsyncStream",
        "AsyncStreamingResource",
        "BaseModel",
        "BinaryResponse",
        "Callable",
        "Concatenate",
        "Coroutine",
        "Ellipsis",
        "Endpoint",
        "False",
        "FileTypes",
        "AsyncIterable",
        "Iterable",
        "Literal",
        "Mapping",
        "Never",
        "None",
        "NotImplemented",
        "Omit",
        "RawResource",
        "ReceivedFile",
        "ReceivedPart",
        "RequestOptions",
        "Required",
        "Resource",
        "Sequence",
        "Stream",
        "StreamingResource",
        "SyncListPage",
        "SyncObjectPage",
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
"""Names that emitted modules import; types of these names get an underscore."""

_WINDOWS_DEVICES = frozenset(
    {
        "aux",
        "con",
        "nul",
        "prn",
        *(f"{a}{n}" for a in ("com", "lpt") for n in range(10)),
    }
)
MAX_NAME_LENGTH = 56
"""Maximum length of a class name; lines with longer names cannot be formatted."""
MAX_FILE_NAME_LENGTH = 60
"""Maximum length of the name of a module or page, without its extension."""


@cache
def attribute_name(text: str) -> str:
    """Return the name of a field or an argument, in snake case."""
    if text.isidentifier() and text.isascii() and text == text.lower():
        name = text
    else:
        name = "_".join(split_words(_normalize(_spell_sign(text))))
    return _identifier(name, "field")


def with_underscore(name: str, reserved: frozenset[str]) -> str:
    """Append an underscore to a name if it is reserved."""
    return f"{name}_" if name in reserved else name


@cache
def class_name(text: str) -> str:
    """Return the name of a class: each part begins with a capital letter."""
    if text.isascii() and text.isidentifier() and "_" not in text:
        name = capitalize(text)
    else:
        parts = _SEPARATORS.split(_normalize(_spell_sign(text)))
        name = "".join(map(capitalize, parts))
    name = f"Type{name}" if name[:1].isdigit() else name
    return with_underscore(_identifier(name, "Unnamed"), TYPE_NAMES)


def compound_class_name(words: tuple[str, ...], longest: int = MAX_NAME_LENGTH) -> str:
    """Return the name of a class that is nested in another, such as an inline schema.

    The name consists of the name of the owner and the path to the class. The items of a
    list are named by the singular of the list. A name that is too long is shortened such
    that siblings keep different names, by removing in this order:

    1. the inner elements of the path;
    2. the first words of the last element, if the owner begins with the same words;
    3. words in the middle of the owner.

    Args:
        words: Name of the owner, then the elements of the path.
        longest: Maximum number of characters.
    """
    parts = [class_name(words[0])]
    for word in words[1:]:
        if word == "item" and len(parts) > 1:
            item = singular(parts[-1])
            parts[-1] = item if item != parts[-1] else f"{item}Item"
        else:
            parts.append("".join(map(capitalize, split_words(_normalize(word)))))
    while sum(map(len, parts)) > longest and len(parts) > 2:
        del parts[1]
    if sum(map(len, parts)) > longest and len(parts) == 2:
        owner, element = parts
        parts = _shorten_pair(owner, element, longest)
    # Joining can compose characters: `I` and a combining dot above become one.
    return _normalize("".join(parts))[:longest]


def _shorten_pair(owner: str, element: str, longest: int) -> list[str]:
    """Return the words of an owner and of an element in it, without redundant words."""
    owner_words = _CAPITALIZED_WORD.findall(owner)
    words = _CAPITALIZED_WORD.findall(element)
    prefix = list(owner_words)
    while prefix and len(words) > 1 and singular(words[0]) == singular(prefix[0]):
        del prefix[0], words[0]
    while len(owner_words) > 1 and len("".join([*owner_words, *words])) > longest:
        del owner_words[len(owner_words) // 2]
    return [*owner_words, *words]


def module_name(words: str) -> str:
    """Return a name for a module that is a valid file name on all operating systems."""
    name = shorten(attribute_name(words.casefold()), MAX_FILE_NAME_LENGTH)
    return f"{name}_" if name.lower() in _WINDOWS_DEVICES else name


def shorten(name: str, max_length: int) -> str:
    """Truncate an identifier to `max_length` characters and `3 * max_length` bytes."""
    if len(name) <= max_length and len(name.encode()) <= 3 * max_length:
        return name
    cut = name[:max_length].encode()[: 3 * max_length].decode(errors="ignore")
    cut = cut.rstrip("_") or cut
    return f"{cut}_" if keyword.iskeyword(cut) else cut


def constant_name(resource: Iterable[str], method: str) -> str:
    """Return the name of a private constant for a method.

    The names of the resource are omitted if the constant would be too long.
    """
    words = split_words(attribute_name(method))
    prefix = [word for part in resource for word in split_words(attribute_name(part))]
    for candidate in ((*prefix, *words), words):
        name = _normalize("_" + "_".join(candidate).upper())
        if 1 < len(name) <= MAX_NAME_LENGTH:
            return name
    return "_" + _normalize("_".join(words).upper())[: MAX_NAME_LENGTH - 1].strip("_")


def distinct(names: dict[str, str], *taken: AbstractSet[str]) -> dict[str, str]:
    """Return the names by key, with a number appended to each duplicate.

    Of several keys with the same name, a key that is spelled like the name keeps it;
    otherwise, the first key in alphabetical order. Therefore the name of a key depends
    only on its spelling and on the keys that clash with it.

    Args:
        names: Preferred name of each key.
        taken: Sets of names that are not available. They are not copied, because the
            types of a large API are taken for each of its resources.
    """
    keys_by_name: dict[str, list[str]] = {}
    for key, name in names.items():
        keys_by_name.setdefault(name, []).append(key)
    used = set(keys_by_name)
    result: dict[str, str] = {}
    for name, keys in sorted(keys_by_name.items()):
        if len(keys) > 1:
            keys.sort(key=lambda key: (key != name, key != name.rstrip("_"), key))
        start = 0
        if not is_taken(name, taken):
            result[keys[0]] = name
            start = 1
        number = 2
        for key in keys[start:]:
            while is_taken(f"{name}{number}", (used, *taken)):
                number += 1
            result[key] = f"{name}{number}"
            used.add(result[key])
    return result


def is_taken(name: str, taken: Iterable[AbstractSet[str]]) -> bool:
    """Return whether one of several sets contains a name."""
    return any(name in names for names in taken)


def _normalize(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _spell_sign(text: str) -> str:
    """Replace the sign of a number by a word."""
    return _LEADING_SIGN.sub(lambda match: _SIGNS[match.group()], text)


def _identifier(name: str, fallback: str) -> str:
    """Convert a name to a valid identifier.

    Args:
        name: Name in the convention of its kind.
        fallback: Result if no character is valid, and prefix if the first is not.
    """
    name = _normalize(name)
    if not f"a{name}".isidentifier():
        name = "".join(char for char in name if f"a{char}".isidentifier())
    name = name.strip("_") if name.startswith("__") else name
    if not name.strip("_"):
        return fallback
    if not name.isidentifier():
        name = f"n{name}" if name[0].isdigit() else f"{fallback}_{name}"
    if keyword.iskeyword(name):
        return f"{name}_"
    return name
