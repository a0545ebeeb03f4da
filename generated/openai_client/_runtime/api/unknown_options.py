"""Error for a keyword argument that a method does not have."""

# pyright: reportPrivateUsage=false
# The frame of the method has its name and the names of its parameters.

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def unknown_option_error(options: Iterable[str], known: Collection[str]) -> TypeError:
    """Return the exception for the first unknown option, as Python words it.

    The parameters of the method are those of its frame, which is three above this one.

    Args:
        options: Names of the options that were passed.
        known: Names of all options.
    """
    name = next(each for each in options if each not in known)
    # This function, `check_options`, its caller, and the method.
    code = sys._getframe(3).f_code
    parameters = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
    similar = find_similar(name, [*parameters, *sorted(known)])
    hint = "" if similar is None else f". Did you mean {similar!r}?"
    separator = ";" if similar is None else ""
    return TypeError(
        f"{code.co_qualname}() got an unexpected keyword argument {name!r}{hint}"
        f"{separator} {'use' if similar is None else 'Use'} extra_query, extra_headers or"
        " extra_body for undocumented parameters"
    )


def find_similar(name: str, names: list[str]) -> str | None:
    """Return the most similar name; the API can spell it otherwise than Python."""
    for other in names:
        if _squash(other) == _squash(name):
            return other
    similar = get_close_matches(name, names, 1)
    return similar[0] if similar else None


def _squash(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()
