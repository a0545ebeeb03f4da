"""Division of a module into files by the first letters of names.

The letters are halved, and halved again, until each file is small enough. The boundaries
do not depend on the names, so that an additional name changes the file of other names only
if its file becomes too large; then this file alone is halved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

MAX_LABEL_LENGTH = 24
"""Maximum length of the part of a file's name that states the letters."""
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"

T = TypeVar("T")


def divide_by_name(
    items: Sequence[T],
    *,
    name: Callable[[T], str],
    fits: Callable[[Sequence[T]], bool],
) -> Iterator[tuple[str, str, tuple[T, ...]]]:
    """Yield the first and last prefix of the names in each file, and its items.

    Items whose names have the same letters cannot be divided.

    Args:
        items: The items of a module.
        name: Returns the name that decides the file of an item.
        fits: Whether one file can hold the items.
    """
    if not items:
        return
    keys = [_letters(name(item)) for item in items]
    longest = max(map(len, keys))
    keyed = [
        (key.ljust(longest, _LETTERS[0]), item)
        for key, item in zip(keys, items, strict=True)
    ]
    pending = [("", _LETTERS, keyed)]
    while pending:
        prefix, letters, members = pending.pop()
        position = len(prefix)
        inside = tuple(item for _, item in members)
        if len(inside) == 1 or position == longest or fits(inside):
            last = prefix + letters[-1] if position < longest else prefix
            yield (prefix + letters[0])[: len(last)], last, inside
        elif len(letters) == 1:
            pending.append((prefix + letters, _LETTERS, members))
        else:
            middle = len(letters) // 2
            for half in (letters[middle:], letters[:middle]):
                part = [each for each in members if each[0][position] in half]
                if part:
                    pending.append((prefix, half, part))


def _letters(name: str) -> str:
    """Return a name in the characters of `_LETTERS`."""
    return "".join(
        letter if letter in _LETTERS else f"{ord(letter):x}"
        for letter in name.lower()
        if letter != "_"
    )
