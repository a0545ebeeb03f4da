"""The arguments of a call."""

# pyright: reportPrivateUsage=false
# The frame of a method has its name and the names of its parameters.

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..sentinels import omit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from typing_extensions import TypedDict

    from .options import RequestOptions

    class ArgumentKeywords(TypedDict, total=False):
        """Keyword arguments that resource methods pass to `Resource._call`."""

        path: Mapping[str, object] | None
        query: Mapping[str, object] | None
        headers: Mapping[str, object] | None
        cookies: Mapping[str, object] | None
        # `Any` instead of `object`: for `object`, mypy infers the type of a dict of
        # arguments from its values, in quadratic time if their types are large unions.
        body: Mapping[str, object] | Any
        options: RequestOptions | None


class CallArguments(NamedTuple):
    """The arguments of a call. Values that are `omit` are not sent.

    Attributes:
        path: Path parameters by name.
        query: Query parameters by name.
        headers: Header parameters by name.
        cookies: Cookie parameters by name.
        body: The body, or a dict of its properties.
        options: Options of the request.
    """

    path: Mapping[str, object] | None = None
    query: Mapping[str, object] | None = None
    headers: Mapping[str, object] | None = None
    cookies: Mapping[str, object] | None = None
    body: object = omit
    options: RequestOptions | None = None


OPTIONS: Final = frozenset(
    (
        *("extra_headers", "extra_query", "extra_body", "timeout", "max_retries"),
        *("cross_origin_body", "total_timeout"),
    )
)
"""The keys of `RequestOptions`."""


def check_options(options: Iterable[str] | None) -> None:
    """Check the names of the options of a method.

    It must be called by a function that the method calls, and that removes the traceback
    of the exception: the caller of the method has made the mistake.

    Raises:
        TypeError: An option is unknown.
    """
    if options and not OPTIONS.issuperset(options):
        raise _unknown_option_error(options, OPTIONS)


def _unknown_option_error(options: Iterable[str], known: Collection[str]) -> TypeError:
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
    from difflib import get_close_matches

    similar = get_close_matches(name, names, 1)
    return similar[0] if similar else None


def _squash(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()
