"""Sending of requests, with redirects and retries, for both kinds of client."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import logging
import random
import time
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import httpx2

from ..responses.decode import has_no_content, keeps_body
from ..responses.error_mapping import connection_error, reading_error
from ..responses.errors import APIConnectionError
from .content_codings import set_decoder
from .logs import log_failure, log_response
from .pool import pool_advice
from .reading import (
    FAILURES,
    close_async,
    discard,
    discard_async,
    hold,
    hold_async,
    is_small,
    read,
    read_async,
    read_status_error,
    read_status_error_async,
)
from .redirects import Redirects, is_location_error
from .timing import end_body_at, finish_before, is_retryable, retry_delay

if TYPE_CHECKING:

    from ..api.client_protocol import AsyncClientProtocol, SyncClientProtocol
    from ..requests.build import Call

# Errors that another attempt would not avoid.
_PERMANENT: Final = (
    httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError,
    httpx2.TooManyRedirects,
    httpx2.DecodingError,
)
# The second one is raised for streams that end too early.
_TEMPORARY: Final = (httpx2.TransportError, APIConnectionError)
# httpx2 raises ValueError for some redirects.
_SENDING_FAILURES: Final = (*FAILURES, ValueError)
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
        client._prepare_request(request)
        started = time.perf_counter()
        try:
            response = http.send(request, stream=True, follow_redirects=False)
            redirects = Redirects(http, call)
            while response.has_redirect_location:
                # Released first, because `follow` may raise an error.
                discard(response)
                following, options = redirects.follow(response)
                response = http.send(
                    following, stream=True, follow_redirects=False, **options
                )
        except _SENDING_FAILURES as error:
            if not (isinstance(error, FAILURES) or is_location_error(error)):
                raise
            _log_failure(call, request, error, started, attempt)
            wait = _delay_after_error(call, error, attempt)
            if wait is None:
                raise _sending_error(call, request, error) from error
        else:
            if call.deadline is not None:
                end_body_at(response, call.deadline)
            if "content-encoding" in response.headers:
                set_decoder(response, client.response_limits)
            _log_response(call, response, started, attempt)
            client._process_response(response)
            if response.is_success:
                return response, attempt
            wait = _delay_after_response(call, response, attempt)
            if wait is None:
                raise read_status_error(call, response)
            discard(response)
        time.sleep(wait)
        attempt += 1


async def send_async(client: AsyncClientProtocol, call: Call, attempt: int = 0) -> Sent:
    """Send a request of an asynchronous client; see `send`."""
    http = client._open_http()
    while True:
        request = call.request(http, await client._secrets(call))
        await client._prepare_request(request)
        started = time.perf_counter()
        try:
            response = await _send_once(http, call, request)
            redirects = Redirects(http, call)
            while response.has_redirect_location:
                await discard_async(response)
                following, options = redirects.follow(response)
                response = await _send_once(http, call, following, **options)
        except _SENDING_FAILURES as error:
            if not (isinstance(error, FAILURES) or is_location_error(error)):
                raise
            _log_failure(call, request, error, started, attempt)
            wait = _delay_after_error(call, error, attempt)
            if wait is None:
                raise _sending_error(call, request, error) from error
        else:
            if call.deadline is not None:
                end_body_at(response, call.deadline)
            if "content-encoding" in response.headers:
                set_decoder(response, client.response_limits)
            _log_response(call, response, started, attempt)
            await client._process_response(response)
            if response.is_success:
                return response, attempt
            wait = _delay_after_response(call, response, attempt)
            if wait is None:
                raise await read_status_error_async(call, response)
            await discard_async(response)
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
    """Send a request and read its response, unless it is a stream or a large download.

    A body that breaks off is retried as a failed connection is.

    Raises:
        APIStatusError: The last response has an error status.
        APIConnectionError: There was no response, or it is incomplete.
        APIResponseValidationError: The compressed body is invalid.
    """
    response, attempt = send(client, call)
    while not _is_kept(call, response):
        try:
            return _read_or_hold(call, response), attempt
        except APIConnectionError as error:
            again = resend(client, call, response, error.__cause__, attempt)
            if again is None:
                raise
            response, attempt = again
    return response, attempt


async def fetch_async(client: AsyncClientProtocol, call: Call) -> Sent:
    """Send a request of an asynchronous client and read its response; see `fetch`."""
    response, attempt = await send_async(client, call)
    while not _is_kept(call, response):
        try:
            return await _read_or_hold_async(call, response), attempt
        except APIConnectionError as error:
            again = await resend_async(client, call, response, error.__cause__, attempt)
            if again is None:
                raise
            response, attempt = again
    return response, attempt


def resend(
    client: SyncClientProtocol,
    call: Call,
    response: httpx2.Response,
    error: BaseException | None,
    attempt: int,
) -> Sent | None:
    """Send a request again after the body of its response broke off.

    Args:
        client: The client.
        call: The call.
        response: The response.
        error: The error of reading its body.
        attempt: Number of retries until this response.

    Returns:
        Another successful response with an unread body, and the number of retries; `None`
        if the call is not retried.

    Raises:
        APIError: The retries fail.
    """
    if not isinstance(error, _TEMPORARY):
        return None
    response.close()
    _log_broken_body(call, response, error, attempt)
    wait = _delay_after_error(call, error, attempt)
    if wait is None:
        return None
    time.sleep(wait)
    return send(client, call, attempt + 1)


async def resend_async(
    client: AsyncClientProtocol,
    call: Call,
    response: httpx2.Response,
    error: BaseException | None,
    attempt: int,
) -> Sent | None:
    """Send a request of an asynchronous client again; see `resend`."""
    if not isinstance(error, _TEMPORARY):
        return None
    await close_async(response)
    _log_broken_body(call, response, error, attempt)
    wait = _delay_after_error(call, error, attempt)
    if wait is None:
        return None
    await _sleep(wait)
    return await send_async(client, call, attempt + 1)


def _sending_error(
    call: Call, request: httpx2.Request, error: Exception
) -> APIConnectionError:
    is_waiting = isinstance(error, httpx2.PoolTimeout)
    return connection_error(
        call, request, error, pool_advice(call) if is_waiting else ""
    )


def _is_kept(call: Call, response: httpx2.Response) -> bool:
    """Return whether a body remains unread: that of a stream or of a large download."""
    return keeps_body(call, response) and (
        call.streams or not (is_small(response) or has_no_content(response))
    )


def _read_or_hold(call: Call, response: httpx2.Response) -> httpx2.Response:
    """Read a body, but do not decode a compressed download.

    Raises:
        APIConnectionError: The connection was lost.
        APIResponseValidationError: The compressed body is invalid.
    """
    if "content-encoding" not in response.headers or not keeps_body(call, response):
        return read(call, response)
    try:
        hold(response)
    except FAILURES as error:
        raise reading_error(call, response, error) from error
    return response


async def _read_or_hold_async(call: Call, response: httpx2.Response) -> httpx2.Response:
    """Read a body of an asynchronous client; see `_read_or_hold`."""
    if "content-encoding" not in response.headers or not keeps_body(call, response):
        return await read_async(call, response)
    try:
        await hold_async(response)
    except FAILURES as error:
        raise reading_error(call, response, error) from error
    return response


def _delay_after_response(
    call: Call, response: httpx2.Response, attempt: int
) -> float | None:
    """Return the seconds to wait before a retry; `None` if the call is not retried."""
    if response.status_code == 401 and call.can_repeat() and call.renew():
        return 0.0
    if attempt >= call.retries or not call.can_repeat():
        return None
    if not is_retryable(response.status_code, response.headers):
        return None
    wait = retry_delay(attempt, response.headers, time.time(), random.random())
    return _before_deadline(call, wait)


def _delay_after_error(
    call: Call, error: BaseException | None, attempt: int
) -> float | None:
    """Return the seconds to wait before a retry; `None` if the call is not retried."""
    if attempt >= call.retries or not call.can_repeat():
        return None
    if isinstance(error, _PERMANENT) or not isinstance(error, _TEMPORARY):
        return None
    wait = retry_delay(attempt, None, time.time(), random.random())
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


def _log_broken_body(
    call: Call, response: httpx2.Response, error: BaseException, attempt: int
) -> None:
    logger = call.client._logger
    if logger.isEnabledFor(logging.INFO):
        seconds = response.elapsed.total_seconds()
        names = _key_names(call)
        log_failure(logger, response.request, error, seconds, attempt, names)


def _key_names(call: Call) -> list[str]:
    credentials = call.client._api.credentials.values()
    return [item.key[1] for item in credentials if item.key is not None]
