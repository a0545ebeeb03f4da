"""Polling: an operation is called until it reaches a terminal status."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import time
from math import inf
from typing import TYPE_CHECKING, Any, Final, cast

from ..api.arguments import CallArguments, validate_poll_interval, validate_poll_timeout
from ..models.records import JSONObject
from ..requests.build import Call
from ..responses.decode import decode_response
from ..responses.errors import (
    APIConnectionError,
    APIResponseValidationError,
    PollTimeoutError,
)
from ..sentinels import omit
from ..transport.send import fetch, finished, guarded, sleep
from ..transport.timing import accepted_delay
from .values import is_position, value_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ..api.client_protocol import ClientProtocol
    from ..api.endpoint import Endpoint, KeyPath
    from ..api.options import RequestOptions

FIRST_INTERVAL: Final = 1.0
MAX_INTERVAL: Final = 10.0
GROWTH: Final = 1.5
GRACE: Final = 1.0
"""Seconds after the timeout in which the last response may still arrive."""
_SHARED_OPTIONS: Final = ("extra_headers", "timeout", "total_timeout", "max_retries")
"""Options of the first request that also apply to the following ones."""


class Polling:
    """The operations of a poll, as plain data.

    Args:
        poll: The operation that is called repeatedly.
        until: The terminal values of the status.
        field: Key path of the status in the response. Default: `status`.
        start: The operation that is called first, to start what is polled.
        ids: Path parameters of `poll` by name, and their keys in the response of `start`.
    """

    __slots__ = ("field", "ids", "poll", "start", "until")

    def __init__(
        self,
        poll: Endpoint,
        *,
        until: tuple[str, ...],
        field: KeyPath = "status",
        start: Endpoint | None = None,
        ids: Mapping[str, str] = {},
    ) -> None:
        self.poll = poll
        self.until = until
        self.field = field
        self.start = start
        self.ids = ids

    def __repr__(self) -> str:
        return f"Polling({self.poll!r}, until={self.until!r})"


class Poller:
    """The state of a poll: the next call, the delay before it, and the deadline.

    Args:
        client: The client that sends the requests.
        polling: The operations.
        arguments: The arguments of the first request.
        options: `on_poll`, `poll_interval` and `poll_timeout`, as passed by the caller.
    """

    def __init__(
        self,
        client: ClientProtocol,
        polling: Polling,
        arguments: CallArguments,
        options: Mapping[str, Any],
    ) -> None:
        passed = {name: value for name, value in options.items() if value is not omit}
        self.on_poll = passed.get("on_poll")
        self._interval = validate_poll_interval(passed.get("poll_interval"))
        self._timeout = validate_poll_timeout(passed.get("poll_timeout"))
        self._client = client
        self._polling = polling
        self._arguments = arguments
        self._poll_count = 0
        self._first: Any = None
        self._last: Any = None
        self._started = time.monotonic()
        endpoint = polling.start or polling.poll
        self.call = self._with_deadline(Call(client, endpoint, arguments))

    def is_finished(self, result: Any, response: httpx2.Response) -> bool:
        """Record a result, and return whether its status is terminal.

        Raises:
            APIResponseValidationError: The result cannot have a status, or lacks the
                identifier of what is polled.
        """
        if not _is_object(result):
            raise _response_error("is not an object with a status", response, result)
        self._last = result
        if self._first is None:
            self._first = result
            for key in self._polling.ids.values():
                if not _is_identifier(value_at(result, key)):
                    raise _response_error(f"has no valid {key!r}", response, result)
        return value_at(result, self._polling.field) in self._polling.until

    def delay(self, response: httpx2.Response) -> float:
        """Return the seconds to wait before the next request.

        The interval is that of the caller, or that of the server if it is positive and at
        most 120 seconds, or one that grows.

        Raises:
            PollTimeoutError: The timeout has expired.
        """
        interval = self._interval
        if interval is None:
            interval = accepted_delay(response.headers, time.time())
        if interval is None:
            growing = FIRST_INTERVAL * GROWTH ** min(self._poll_count, 16)
            interval = min(growing, MAX_INTERVAL)
        if self._timeout is None:
            return interval
        left = self._started + self._timeout - time.monotonic()
        if left <= 0:
            raise self._timeout_error(self._timeout, response.request)
        return min(interval, left)

    def check_timeout(self, error: APIConnectionError) -> None:
        """Check that a failed request was not aborted because of the timeout.

        Raises:
            PollTimeoutError: The timeout has expired.
        """
        deadline = self._deadline
        if (
            self._timeout is not None
            and deadline is not None
            and (time.monotonic() >= deadline)
        ):
            raise self._timeout_error(self._timeout, error.request) from error

    def advance(self) -> None:
        """Set `call` to the next request."""
        self._poll_count += 1
        polling = self._polling
        arguments = self._arguments if polling.start is None else self._poll_arguments()
        self.call = self._with_deadline(Call(self._client, polling.poll, arguments))

    def _poll_arguments(self) -> CallArguments:
        """Return the arguments of a request after the one that started the operation."""
        polling, first = self._polling, self._arguments
        path = dict(first.path or {})
        for name, key in polling.ids.items():
            path[name] = value_at(self._first, key)
        # Header parameters, such as a version, apply to all requests.
        assert polling.start is not None
        headers = {
            name: value
            for name, value in (first.headers or {}).items()
            if name != polling.start.idempotency
        }
        options = first.options
        if options:
            shared = {
                key: options.get(key) for key in _SHARED_OPTIONS if key in options
            }
            options = cast("RequestOptions", shared)
        return CallArguments(path=path, headers=headers, options=options)

    def _timeout_error(
        self, seconds: float, request: httpx2.Request | None
    ) -> PollTimeoutError:
        status = value_at(self._last, self._polling.field)
        return PollTimeoutError(seconds, status, request, body=self._last)

    def _with_deadline(self, call: Call) -> Call:
        deadline = self._deadline
        if deadline is not None:
            own = call.deadline
            call.deadline = deadline if own is None else min(own, deadline)
        return call

    @property
    def _deadline(self) -> float | None:
        """End of the last request in seconds of the monotonic clock."""
        timeout = self._timeout
        if timeout is None or timeout == inf:
            return None
        return self._started + timeout + GRACE


def _is_identifier(value: object) -> bool:
    # Other strings would change the path of the URL.
    return is_position(value) and value not in ("", ".", "..")


def _is_object(result: object) -> bool:
    return isinstance(result, (dict, JSONObject))


def _response_error(
    problem: str, response: httpx2.Response, body: object
) -> APIResponseValidationError:
    return APIResponseValidationError(
        f"response body {problem}", response=response, body=body
    )


async def _notify(client: ClientProtocol, on_poll: Any, result: Any) -> None:
    notified = on_poll(result)
    if client._asynchronous:
        await finished(notified)


async def poll(
    client: ClientProtocol,
    polling: Polling,
    arguments: CallArguments,
    options: Mapping[str, Any],
) -> Any:
    """Call an operation until its status is terminal; the arguments are as of `Poller`.

    `on_poll` can be a coroutine function if the client is asynchronous.

    Returns:
        The last response, whatever its status.

    Raises:
        PollTimeoutError: The timeout has expired.
        APIResponseValidationError: A response has no status.
    """
    poller = Poller(client, polling, arguments, options)
    while True:
        try:
            response, _ = await fetch(poller.call)
            result: Any = decode_response(poller.call, response)
        except APIConnectionError as error:
            poller.check_timeout(error)
            raise
        is_finished = poller.is_finished(result, response)
        if poller.on_poll is not None:
            await guarded(_notify(client, poller.on_poll, result))
        if is_finished:
            return result
        await sleep(poller.call, poller.delay(response))
        poller.advance()
