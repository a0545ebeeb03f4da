"""Sending a call until there is an answer: the loops of both clients, and their rules."""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

import logging
import random
import time
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import httpx2

from . import retries
from ..api.credentials import ApiKey
from .integrity import check_whole
from .logs import log_answer, log_failure
from .pool import running_loop
from .redirects import next_hop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..client.async_client import AsyncClient
    from ..client.sync_client import SyncClient
    from ..requests.build import Call

# An error of any of these says that there is no answer; the rest are the caller's own.
FAILURES: Final = (httpx2.RequestError, httpx2.InvalidURL, httpx2.StreamError)
# Another attempt would fail in the same way.
_LASTING: Final = (
    httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError,
    httpx2.TooManyRedirects,
    httpx2.DecodingError,
)
Answered: TypeAlias = "tuple[httpx2.Response, int]"


def exchange(client: SyncClient, call: Call) -> Answered:
    """Sends a call.

    Returns:
        The answer, a success whose body was not read yet, and how often the call was
        sent again.

    Raises:
        APIStatusError: The last answer was not a success.
        APIConnectionError: There was no answer.
    """
    http = client._pool.get()
    attempt = 0
    while True:
        request = call.request(http, client._secrets(call.names))
        started = time.perf_counter()
        try:
            response = http.send(request, stream=True, follow_redirects=False)
            hops = 0
            while response.next_request is not None:
                hops += 1
                # First, as it may have been a hop too many.
                response.close()
                following, options = next_hop(http, response, hops, call.secrets)
                response = http.send(
                    following, stream=True, follow_redirects=False, **options
                )
        except FAILURES as error:
            _log_failure(call, request, error, started, attempt)
            wait = _wait_after_error(call, error, attempt)
            if wait is None:
                from ..responses.error_mapping import connection_error

                raise connection_error(call, request, error) from error
        else:
            _log_answer(call, response, started, attempt)
            if response.is_success:
                return response, attempt
            wait = _wait_after(call, response, attempt)
            if wait is None:
                from ..responses.errors import APIError
                from ..responses.error_mapping import bodiless, status_error

                try:
                    read(call, response)
                except APIError as error:
                    # Its status tells more than what happened to its body.
                    raise status_error(call, bodiless(response)) from error
                raise status_error(call, response)
            response.close()
        time.sleep(wait)
        attempt += 1


async def exchange_async(client: AsyncClient, call: Call) -> Answered:
    """As `exchange`, for the async client."""
    http = client._pool.get(running_loop())
    attempt = 0
    while True:
        request = call.request(http, await client._secrets(call.names))
        started = time.perf_counter()
        try:
            response = await http.send(request, stream=True, follow_redirects=False)
            hops = 0
            while response.next_request is not None:
                hops += 1
                await response.aclose()
                following, options = next_hop(http, response, hops, call.secrets)
                response = await http.send(
                    following, stream=True, follow_redirects=False, **options
                )
        except FAILURES as error:
            _log_failure(call, request, error, started, attempt)
            wait = _wait_after_error(call, error, attempt)
            if wait is None:
                from ..responses.error_mapping import connection_error

                raise connection_error(call, request, error) from error
        else:
            _log_answer(call, response, started, attempt)
            if response.is_success:
                return response, attempt
            wait = _wait_after(call, response, attempt)
            if wait is None:
                from ..responses.errors import APIError
                from ..responses.error_mapping import bodiless, status_error

                try:
                    await read_async(call, response)
                except APIError as error:
                    raise status_error(call, bodiless(response)) from error
                raise status_error(call, response)
            await response.aclose()
        await _sleep(wait)
        attempt += 1


def read(call: Call, response: httpx2.Response) -> httpx2.Response:
    """Reads the body of an answer; what breaks off then is never asked for again.

    Raises:
        APIConnectionError: It broke off.
        APIResponseValidationError: Its compression is broken.
    """
    try:
        response.read()
        check_whole(response)
    except FAILURES as error:
        from ..responses.error_mapping import reading_error

        raise reading_error(call, response, error) from error
    return response


async def read_async(call: Call, response: httpx2.Response) -> httpx2.Response:
    """As `read`, for the async client."""
    try:
        await response.aread()
        check_whole(response)
    except FAILURES as error:
        from ..responses.error_mapping import reading_error

        raise reading_error(call, response, error) from error
    return response


async def close_async(response: httpx2.Response) -> None:
    """Gives the connection of an answer back, also where the task was cancelled."""
    if not response.is_closed:
        from anyio import CancelScope

        with CancelScope(shield=True):
            await response.aclose()


def _wait_after(call: Call, response: httpx2.Response, attempt: int) -> float | None:
    """The seconds to wait before the call is sent again; `None`: it is not."""
    if response.status_code == 401 and call.can_repeat() and call.renew():
        return 0.0
    if attempt >= call.retries or not call.can_repeat():
        return None
    if not retries.is_retryable(response.status_code, response.headers):
        return None
    wait = retries.delay(attempt, response.headers, time.time(), random.random())
    return _in_time(call, wait)


def _wait_after_error(call: Call, error: Exception, attempt: int) -> float | None:
    if attempt >= call.retries or not call.can_repeat():
        return None
    if isinstance(error, _LASTING) or not isinstance(error, httpx2.TransportError):
        return None
    return _in_time(call, retries.delay(attempt, None, time.time(), random.random()))


def _in_time(call: Call, wait: float) -> float | None:
    late = call.deadline is not None and time.monotonic() + wait >= call.deadline
    return None if late else wait


async def _sleep(seconds: float) -> None:
    # httpx2 runs on asyncio and on trio by way of anyio, and so do we.
    from anyio import sleep

    await sleep(seconds)


def _log_answer(
    call: Call, response: httpx2.Response, started: float, attempt: int
) -> None:
    logger = call.client._logger
    if logger.isEnabledFor(logging.INFO):
        seconds = time.perf_counter() - started
        log_answer(logger, response, seconds, attempt, _key_names(call))


def _log_failure(
    call: Call, request: httpx2.Request, error: Exception, started: float, attempt: int
) -> None:
    logger = call.client._logger
    if logger.isEnabledFor(logging.INFO):
        seconds = time.perf_counter() - started
        log_failure(logger, request, error, seconds, attempt, _key_names(call))


def _key_names(call: Call) -> list[str]:
    credentials: Mapping[str, Any] = call.client._api.credentials
    return [key.name for key in credentials.values() if isinstance(key, ApiKey)]
