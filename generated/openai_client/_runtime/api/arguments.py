"""Arguments of clients and of calls, and their validation."""

# pyright: reportPrivateUsage=false
# The frame of a method has its name and the names of its parameters.

from __future__ import annotations

import sys
import time
from math import isnan
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar, cast

from ..lazy import set_public_module
from ..sentinels import omit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from typing_extensions import TypedDict

    from .options import RequestOptions, Timeout

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


F = TypeVar("F", bound="Callable[..., Any]")


def checks_options(function: F) -> F:
    """Decorate a function that methods call with their options, to check their names.

    The traceback of the `TypeError` for an unknown option ends at the method, whose caller
    has made the mistake.
    """

    def call(*args: Any, **arguments: Any) -> Any:
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        return function(*args, **arguments)

    return cast("F", call)


def check_options(options: Iterable[str] | None) -> None:
    """Check the names of the options of a method; see `checks_options`.

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


T = TypeVar("T")

# A longer time, which sockets do not accept, is the same as none.
_FOREVER: Final = 1e9


class ResponseLimits(NamedTuple):
    """Limits on the memory that a response can take; `None` removes a limit.

    Example:
        client.with_options(response_limits=ResponseLimits(max_item_bytes=2**20))
    """

    max_error_bytes: int | None = 2**20
    """Maximum size in bytes of the body of an error response. Default: 1 MiB.

    The rest of the body is discarded, and the message of the exception says so.
    """

    max_item_bytes: int | None = 2**26
    """Maximum size in bytes of an event or item of a stream. Default: 64 MiB.

    It also applies to the lines that `iter_lines()` returns, in characters. A larger item
    raises an `APIResponseValidationError`.
    """

    max_expansion_ratio: float | None = 100.0
    """Maximum size of a decompressed body, divided by its size when it was compressed.

    Default: 100. A body that exceeds it raises an `APIResponseValidationError` while it is
    read. If a body is compressed several times, the sizes after each step are added.
    """

    min_expanded_bytes: int = 2**26
    """Size in bytes up to which `max_expansion_ratio` is ignored. Default: 64 MiB."""


set_public_module("", ResponseLimits)


def validate_max_retries(number: Any) -> int:
    """Return `max_retries` if it is valid.

    Raises:
        ValueError: The value is negative or not an integer.
    """
    if not isinstance(number, int) or number < 0:
        raise ValueError(f"max_retries must be an integer of 0 or more, not {number!r}")
    return number


def validate_total_timeout(seconds: Any) -> float | None:
    """Return `total_timeout` if it is valid; `None` if it is infinite.

    Raises:
        ValueError: The value is not a positive number.
    """
    if seconds is None:
        return None
    if not _is_positive(seconds):
        raise ValueError(
            f"total_timeout must be a positive number of seconds, not {seconds!r}"
        )
    return float(seconds) if seconds < _FOREVER else None


def validate_timeout(timeout: T) -> T:
    """Return `timeout` of a client if it is valid; only numbers are checked here.

    Raises:
        ValueError: The value is not a positive number.
    """
    if isinstance(timeout, (int, float, str)):
        timeout_parts({"timeout": timeout})
    return timeout


def timeout_parts(parts: Mapping[str, Any]) -> dict[str, float | None]:
    """Return the timeouts of a request by their names; `None` for infinite ones.

    Sockets and event loops treat other numbers in different ways.

    Raises:
        ValueError: A value is not a positive number.
    """
    for seconds in parts.values():
        if seconds is not None and not _is_positive(seconds):
            raise ValueError(
                f"timeout must be a positive number of seconds or None, not {seconds!r}"
            )
    return {
        name: None if seconds is None or seconds >= _FOREVER else seconds
        for name, seconds in parts.items()
    }


def validate_poll_interval(seconds: Any) -> float | None:
    """Return `poll_interval` if it is valid.

    Raises:
        ValueError: The value is negative or not a number.
    """
    if seconds is None or (_is_number(seconds) and seconds >= 0):
        return cast("float | None", seconds)
    raise ValueError(
        f"poll_interval must be a number of seconds of 0 or more, not {seconds!r}"
    )


def validate_poll_timeout(seconds: Any) -> float | None:
    """Return `poll_timeout` if it is valid.

    A negative one has expired: callers pass what is left of a longer period.

    Raises:
        ValueError: The value is not a number.
    """
    if seconds is None or (_is_number(seconds) and not isnan(seconds)):
        return cast("float | None", seconds)
    raise ValueError(f"poll_timeout must be a number of seconds, not {seconds!r}")


def validate_http_client(http: object, asynchronous: bool) -> None:
    """Check the class of `http_client`; `None` is valid.

    Raises:
        TypeError: It is not an httpx2 client of the right kind.
    """
    if http is None:
        return
    import httpx2

    expected: type = httpx2.AsyncClient if asynchronous else httpx2.Client
    if not isinstance(http, expected):
        package = type(http).__module__.partition(".")[0]
        raise TypeError(
            f"http_client must be an httpx2.{expected.__name__}, not"
            f" {package}.{type(http).__name__}"
        )


def validate_limits(limits: Any) -> ResponseLimits:
    """Return the limits of responses if they are valid.

    Raises:
        TypeError: The value is not a `ResponseLimits`.
        ValueError: One of the limits is not a positive number.
    """
    if not isinstance(limits, ResponseLimits):
        raise TypeError(
            f"response_limits must be a ResponseLimits, not {type(limits).__name__}"
        )
    values: dict[str, Any] = limits._asdict()
    for name, limit in values.items():
        is_optional = name != "min_expanded_bytes"
        if limit is None and is_optional:
            continue
        if not _is_positive(limit):
            none = " or None" if is_optional else ""
            raise ValueError(f"{name} must be a positive number{none}, not {limit!r}")
    return limits


def _is_positive(value: Any) -> bool:
    return _is_number(value) and value > 0


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


class Remaining(float):
    """A timeout in seconds that ends at a deadline.

    httpx2 applies the timeouts of a request to each read and write, so that a server that
    sends one byte at a time is never too late. `transport.timing` reads the deadline.
    """

    __slots__ = ("deadline",)

    deadline: float
    """The deadline in seconds of the monotonic clock."""

    @staticmethod
    def create(timeout: float | None, deadline: float) -> Remaining:
        """Return a timeout that is limited by a deadline."""
        left = max(deadline - time.monotonic(), 0.001)
        remaining = Remaining(left if timeout is None else min(timeout, left))
        remaining.deadline = deadline
        return remaining


def read_timeout(timeout: Timeout | None) -> dict[str, float | None]:
    """Return the timeouts of an option in seconds, by the names that httpx2 uses."""
    import httpx2

    return timeout_parts(httpx2.Timeout(timeout).as_dict())


def limit_timeouts(
    timeouts: dict[str, float | None], deadline: float
) -> dict[str, float | None]:
    """Limit the timeouts of a request to the time until a deadline."""
    return {name: Remaining.create(value, deadline) for name, value in timeouts.items()}
