"""Sending of requests, with redirects and retries, for both kinds of client."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import logging
import random
import time
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import httpx2

from ..api.credentials import ApiKey
from ..responses.decode import keeps_body
from ..responses.errors import APIConnectionError
from . import retries
from .content_codings import set_decoder
from .deadlines import end_body_at, finish_before
from .logs import log_failure, log_response
from .reading import FAILURES, read, read_async
from .redirects import next_hop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..api.client_protocol import AsyncClientProtocol, SyncClientProtocol
    from ..requests.build import Call

# Errors that another attempt would not avoid.
_PERMANENT: Final = (
    httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError,
    httpx2.TooManyRedirects,
    httpx2.DecodingError,
)
Sent: TypeAlias = "tuple[httpx2.Response, int]"
"""A response, and the number of retries that were needed."""


def send(client: SyncClientProtocol, call: Call, attempt: int = 0) -> Sent:
    """Send a request until it succeeds or cannot be retried.

    Args:
        client: The client.
        call: The call.
        attempt: Number of earlier attempts.

    Returns:
        The successful response, whose body is unread, and the number of retries.

    Raises:
        APIStatusError: The last response has an error status.
        APIConnectionError: There was no response.
    """
    http = client._open_http()
    while True:
        request = call.request(http, client._secrets(call))
        started = time.perf_counter()
        try:
            response = http.send(request, stream=True, follow_redirects=False)
            hops = 0
            while response.has_redirect_location:
                hops += 1
                # Closed first, because `next_hop` may raise an error.
                response.close()
                following, options = next_hop(http, call, response, hops)
                response = http.send(
                    following, stream=True, follow_redirects=False, **options
                )
        except FAILURES as error:
            _log_failure(call, request, error, started, attempt)
            wait = _delay_after_error(call, error, attempt)
            if wait is None:
                from ..responses.error_mapping import connection_error

                raise connection_error(call, request, error) from error
        else:
            if call.deadline is not None:
                end_body_at(response, call.deadline)
            if "content-encoding" in response.headers:
                set_decoder(response, client.response_limits)
            _log_response(call, response, started, attempt)
            if response.is_success:
                return response, attempt
            wait = _delay_after_response(call, response, attempt)
            if wait is None:
                from .error_bodies import read_status_error

                raise read_status_error(call, response)
            response.close()
        time.sleep(wait)
        attempt += 1


async def send_async(client: AsyncClientProtocol, call: Call, attempt: int = 0) -> Sent:
    """Send a request of an asynchronous client; see `send`."""
    http = client._open_http()
    while True:
        request = call.request(http, await client._secrets(call))
        started = time.perf_counter()
        try:
            response = await _send_once(http, call, request)
            hops = 0
            while response.has_redirect_location:
                hops += 1
                await response.aclose()
                following, options = next_hop(http, call, response, hops)
                response = await _send_once(http, call, following, **options)
        except FAILURES as error:
            _log_failure(call, request, error, started, attempt)
            wait = _delay_after_error(call, error, attempt)
            if wait is None:
                from ..responses.error_mapping import connection_error

                raise connection_error(call, request, error) from error
        else:
            if call.deadline is not None:
                end_body_at(response, call.deadline)
            if "content-encoding" in response.headers:
                set_decoder(response, client.response_limits)
            _log_response(call, response, started, attempt)
            if response.is_success:
                return response, attempt
            wait = _delay_after_response(call, response, attempt)
            if wait is None:
                from .error_bodies import read_status_error_async

                raise await read_status_error_async(call, response)
            await response.aclose()
        await _sleep(wait)
        attempt += 1


async def _send_once(
    http: httpx2.AsyncClient, call: Call, request: httpx2.Request, **options: Any
) -> httpx2.Response:
    sending = http.send(request, stream=True, follow_redirects=False, **options)
    if call.deadline is None:
        return await sending
    return await finish_before(call.deadline, sending)


def fetch(client: SyncClientProtocol, call: Call) -> Sent:
    """Send a request and read its response, unless it is a stream or a download.

    A body that breaks off is retried as a failed connection is.

    Raises:
        APIStatusError: The last response has an error status.
        APIConnectionError: There was no response, or it is incomplete.
        APIResponseValidationError: The compressed body is invalid.
    """
    attempt = 0
    while True:
        response, attempt = send(client, call, attempt)
        if keeps_body(call, response):
            return response, attempt
        try:
            return read(call, response), attempt
        except APIConnectionError as error:
            wait = _delay_after_error(call, error.__cause__, attempt)
            if wait is None:
                raise
        time.sleep(wait)
        attempt += 1


async def fetch_async(client: AsyncClientProtocol, call: Call) -> Sent:
    """Send a request of an asynchronous client and read its response; see `fetch`."""
    attempt = 0
    while True:
        response, attempt = await send_async(client, call, attempt)
        if keeps_body(call, response):
            return response, attempt
        try:
            return await read_async(call, response), attempt
        except APIConnectionError as error:
            wait = _delay_after_error(call, error.__cause__, attempt)
            if wait is None:
                raise
        await _sleep(wait)
        attempt += 1


def _delay_after_response(
    call: Call, response: httpx2.Response, attempt: int
) -> float | None:
    """Return the seconds to wait before a retry; `None` if the call is not retried."""
    if response.status_code == 401 and call.can_repeat() and call.renew():
        return 0.0
    if attempt >= call.retries or not call.can_repeat():
        return None
    if not retries.is_retryable(response.status_code, response.headers):
        return None
    wait = retries.delay(attempt, response.headers, time.time(), random.random())
    return _before_deadline(call, wait)


def _delay_after_error(
    call: Call, error: BaseException | None, attempt: int
) -> float | None:
    """Return the seconds to wait before a retry; `None` if the call is not retried."""
    if attempt >= call.retries or not call.can_repeat():
        return None
    if isinstance(error, _PERMANENT) or not isinstance(error, httpx2.TransportError):
        return None
    wait = retries.delay(attempt, None, time.time(), random.random())
    return _before_deadline(call, wait)


def _before_deadline(call: Call, wait: float) -> float | None:
    is_late = call.deadline is not None and time.monotonic() + wait >= call.deadline
    return None if is_late else wait


async def _sleep(seconds: float) -> None:
    # anyio supports both event loops of httpx2, asyncio and trio.
    from anyio import sleep

    await sleep(seconds)


def _log_response(
    call: Call, response: httpx2.Response, started: float, attempt: int
) -> None:
    logger = call.client._logger
    if logger.isEnabledFor(logging.INFO):
        seconds = time.perf_counter() - started
        log_response(logger, response, seconds, attempt, _key_names(call))


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
