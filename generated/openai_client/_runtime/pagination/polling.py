"""Waiting until something that takes its time has come to an end."""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, cast

from ..responses.decode import decoded
from ..responses.errors import APIConnectionError, PollTimeoutError
from ..transport.send import exchange, exchange_async, read, read_async
from .next_page import value_at
from ..requests.build import Call
from ..transport.retries import requested_delay
from ..sentinels import omit

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ..client.async_client import AsyncClient
    from ..client.sync_client import SyncClient
    from ..api.endpoint import Endpoint
    from ..api.options import RequestOptions
    from .next_page import Way

FIRST_INTERVAL: Final = 1.0
LONGEST_INTERVAL: Final = 10.0
GROWTH: Final = 1.5
GRACE: Final = 1.0
"""Seconds for the last answer, which is asked for when the time is over."""


class Wait:
    """What is waited for, as plain data.

    Args:
        asked: The operation that is called again and again.
        until: The values that end it.
        field: The way to the value that tells.
        begin: The operation that begins it; `None`: it was begun before.
        ids: Path parameters of `asked` that the answer of `begin` gives, by the keys
            under which they stand there.
    """

    __slots__ = ("asked", "until", "field", "begin", "ids")

    def __init__(
        self,
        asked: Endpoint,
        *,
        until: tuple[str, ...],
        field: Way = "status",
        begin: Endpoint | None = None,
        ids: Mapping[str, str] = {},
    ) -> None:
        self.asked = asked
        self.until = until
        self.field = field
        self.begin = begin
        self.ids = ids


class Waiting:
    """One wait: what is sent, how long it has gone on, and when it ends.

    Args:
        client: Who asks.
        wait: What is waited for.
        path, query, headers, cookies, body, options: As of `Resource._call`: of the
            operation that begins it, if there is one.
        wishes: What the caller says of the waiting: `on_poll`, `poll_interval`,
            `poll_timeout`.
    """

    def __init__(
        self,
        client: SyncClient | AsyncClient,
        wait: Wait,
        path: Mapping[str, object] | None,
        query: Mapping[str, object] | None,
        headers: Mapping[str, object] | None,
        cookies: Mapping[str, object] | None,
        body: object,
        options: RequestOptions | None,
        wishes: Mapping[str, Any],
    ) -> None:
        given = {name: value for name, value in wishes.items() if value is not omit}
        self.notify = given.get("on_poll")
        self.interval: float | None = given.get("poll_interval")
        self.timeout: float | None = given.get("poll_timeout")
        self._client = client
        self._wait = wait
        self._path = path
        # Which version, on whose behalf: said of each request.
        self._headers = {
            name: value
            for name, value in (headers or {}).items()
            if wait.begin is None or name != wait.begin.idempotency
        }
        self._options = options
        self._asked = 0
        self._first: Any = None
        self._answer: Any = None
        self._started = time.monotonic()
        endpoint = wait.begin or wait.asked
        self.call = self._bounded(
            Call(client, endpoint, path, query, headers, cookies, body, options)
        )

    def ends_with(self, answer: Any) -> bool:
        """Whether an answer, the newest one, tells that the end has come."""
        self._answer = answer
        if self._first is None:
            self._first = answer
        return value_at(answer, self._wait.field) in self._wait.until

    def delay(self, response: httpx2.Response) -> float:
        """The seconds until it is asked again: as the caller or the server says, else
        more each time.

        Raises:
            PollTimeoutError: The time is over.
        """
        asked = self.interval
        if asked is None:
            asked = requested_delay(response.headers, time.time())
        if asked is None or asked < 0:
            growing = FIRST_INTERVAL * GROWTH ** min(self._asked, 16)
            asked = min(growing, LONGEST_INTERVAL)
        if self.timeout is None:
            return asked
        left = self._started + self.timeout - time.monotonic()
        if left <= 0:
            raise self._over(self.timeout, response.request)
        return min(asked, left)

    def check_time(self, error: APIConnectionError) -> None:
        """Makes sure that a failure is not that the time is over.

        Raises:
            PollTimeoutError: It is.
        """
        late = self.call.deadline is not None and time.monotonic() >= self.call.deadline
        if self.timeout is not None and late:
            raise self._over(self.timeout, error.request) from error

    def _over(self, seconds: float, request: httpx2.Request | None) -> PollTimeoutError:
        answer = self._answer
        status = value_at(answer, self._wait.field)
        return PollTimeoutError(seconds, status, request, body=answer)

    def _bounded(self, call: Call) -> Call:
        """A call for which nobody waits longer than for the end."""
        if self.timeout is not None:
            call.deadline = self._started + self.timeout + GRACE
        return call

    def next_call(self) -> None:
        """Makes the call that asks again."""
        wait, options = self._wait, self._options
        self._asked += 1
        if wait.begin is None:
            call = Call(self._client, wait.asked, *self.call.arguments)
            self.call = self._bounded(call)
            return
        path = dict(self._path or {})
        path.update(
            {name: value_at(self._first, key) for name, key in wait.ids.items()}
        )
        if options:
            # The rest of them belongs to what began it.
            kept = {key: options.get(key) for key in _EVERYWHERE if key in options}
            options = cast("RequestOptions", kept)
        self.call = self._bounded(
            Call(
                self._client, wait.asked, path, None, self._headers, None, omit, options
            )
        )


_EVERYWHERE: Final = ("extra_headers", "timeout", "max_retries")


def wait_for(client: SyncClient, *arguments: Any) -> Any:
    """Asks until the end has come; arguments as of `Waiting`.

    Returns:
        The last answer, whatever it reports.
    """
    waiting = Waiting(client, *arguments)
    while True:
        try:
            response, _ = exchange(client, waiting.call)
            answer: Any = decoded(waiting.call, read(waiting.call, response))
        except APIConnectionError as error:
            waiting.check_time(error)
            raise
        ended = waiting.ends_with(answer)
        if waiting.notify is not None:
            waiting.notify(answer)
        if ended:
            return answer
        time.sleep(waiting.delay(response))
        waiting.next_call()


async def wait_for_async(client: AsyncClient, *arguments: Any) -> Any:
    """As `wait_for`, for the async client; `on_poll` may be a coroutine function."""
    from anyio import sleep

    waiting = Waiting(client, *arguments)
    while True:
        try:
            response, _ = await exchange_async(client, waiting.call)
            whole = await read_async(waiting.call, response)
            answer: Any = decoded(waiting.call, whole)
        except APIConnectionError as error:
            waiting.check_time(error)
            raise
        ended = waiting.ends_with(answer)
        if waiting.notify is not None:
            notified = waiting.notify(answer)
            if hasattr(notified, "__await__"):
                await notified
        if ended:
            return answer
        await sleep(waiting.delay(response))
        waiting.next_call()
