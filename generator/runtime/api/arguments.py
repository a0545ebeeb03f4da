"""The arguments of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..sentinels import omit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
        from .unknown_options import unknown_option_error

        raise unknown_option_error(options, OPTIONS)
