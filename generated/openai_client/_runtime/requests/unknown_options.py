"""Error for a keyword argument that a method does not have."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ..api.arguments import CallArguments


def unknown_option_error(
    options: Iterable[str], known: Collection[str], arguments: CallArguments
) -> TypeError:
    """Return the exception for the first unknown option.

    Args:
        options: Names of the options that were passed.
        known: Names of all options.
        arguments: Arguments of the call. Methods pass all their parameters, also those
            that are omitted, so that similar names can be suggested.
    """
    name = next(each for each in options if each not in known)
    names = set(known)
    for members in arguments[:5]:
        if isinstance(members, dict):
            names.update(cast("dict[str, object]", members))
    similar = get_close_matches(name, sorted(names), 1)
    hint = f"did you mean {similar[0]!r}? Otherwise " if similar else ""
    return TypeError(
        f"unexpected keyword argument {name!r}; {hint}use extra_query, extra_headers or"
        " extra_body for undocumented parameters"
    )
