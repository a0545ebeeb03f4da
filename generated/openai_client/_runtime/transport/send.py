"""Sending of requests, with redirects and retries, for both kinds of client."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import logging
import random
import time
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

import httpx2

from ..lazy import load_feature
from ..responses.decode import has_no_content, keeps_body
from ..responses.error_mapping import connection_error, reading_error
from ..responses.errors import APIConnectionError
from .content_codings import set_decoder
from .logs import log_failure, log_response
from .pool import pool_advice
from .reading import (
    FAILURES,
    close,
    discard,
    hold,
    is_small,
    read,
    read_status_error,
)
from .redirects import Redirects, is_location_error
from .timing import end_body_at, finish_before, is_retryable, retry_delay

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from ..api.api import CredentialValue
    from ..requests.build import Call

T = TypeVar("T")

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


def run(steps: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine of a synchronous client, which never waits, and return its result.

    Coroutines of this package work for both kinds of client. For a synchronous client, they
    call blocking functions only.
    """
    try:
        steps.send(None)
    except StopIteration as finished:
        result: T = finished.value
        return result
    raise RuntimeError(
        "a synchronous client cannot wait for a coroutine: a method that a subclass"
        " overrides, or the http_client, is asynchronous; use the asynchronous client"
    )


async def finished(value: Any) -> Any:
    """Return a value, which is awaited if an asynchronous client returned it."""
    return await value if hasattr(value, "__await__") else value


async def guarded(steps: Coroutine[Any, Any, T]) -> T:
    """Wait for steps that call functions of the caller.

    Raises:
        RuntimeError: A function raised an exception that ends an iteration. Python converts
            some of them to a `RuntimeError` (PEP 479), and the iterations of callers, such
            as that over all pages, would end without an error.
    """
    try:
        return await steps
    except (RuntimeError, StopAsyncIteration) as error:
        cause = error.__cause__ if isinstance(error, RuntimeError) else error
        if not isinstance(cause, (StopIteration, StopAsyncIteration)):
            raise
        raise RuntimeError(
            "a credential function, a hook, on_poll or the http_client raised"
            f" {type(cause).__name__}; raise another exception instead"
        ) from cause


async def send(call: Call, attempt: int = 0) -> Sent:
    """Send a request until it succeeds or cannot be retried.

    Args:
        call: The call.
        attempt: Number of earlier attempts.

    Returns:
        The successful response, whose body is unread, and the number of retries.

    Raises:
        APIStatusError: The last response has an error status.
        APIConnectionError: There was no response.
    """
    return await guarded(_send(call, attempt))


async def _send(call: Call, attempt: int) -> Sent:
    client = call.client
    http = client._open_http()
    while True:
        _check_credentials(call, http)
        request = call.request(http, await _read_secrets(call))
        await finished(client._prepare_request(request))
        _check_credentials(call, http, request)
        started = time.perf_counter()
        try:
            response = await _send_once(http, call, request)
            redirects = Redirects(http, call)
            while response.has_redirect_location:
                # Released first, because `follow` may raise an error.
                await discard(call, response)
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
            await finished(client._process_response(response))
            if response.is_success:
                return response, attempt
            wait = _delay_after_response(call, response, attempt)
            if wait is None:
                raise await read_status_error(call, response)
            await discard(call, response)
        await sleep(call, wait)
        attempt += 1


def _check_credentials(call: Call, http: Any, request: Any = None) -> None:
    lacking = [name for name in call.names if name not in call.client._credentials]
    if lacking:
        required = load_feature("requests.required_credentials")
        required.check_credentials(call, http, lacking, request)


async def _read_secrets(call: Call) -> dict[str, CredentialValue]:
    """Return the credentials of a call by name; functions are called for each attempt."""
    client = call.client
    secrets: dict[str, CredentialValue] = {}
    for name in call.names:
        value: Any = client._credentials.get(name, "")
        if callable(value):
            value = value()
            if client._asynchronous:
                value = await finished(value)
        if value == "":
            continue
        credential = client._api.credentials[name]
        if credential.requests_token:
            tokens = load_feature("client.tokens")
            value = await tokens.fetch_token(name, credential, value, call)
        secrets[name] = value
    return secrets


async def _send_once(
    http: httpx2.Client | httpx2.AsyncClient,
    call: Call,
    request: httpx2.Request,
    **options: Any,
) -> httpx2.Response:
    sent: Any = http.send(request, stream=True, follow_redirects=False, **options)
    if call.deadline is not None and call.client._asynchronous:
        sent = finish_before(call.deadline, sent)
    response: httpx2.Response = await finished(sent)
    return response


async def sleep(call: Call, seconds: float) -> None:
    """Wait, blocking if the client is synchronous."""
    if not call.client._asynchronous:
        time.sleep(seconds)  # noqa: ASYNC251  # see `run`
        return
    # anyio supports both event loops of httpx2, asyncio and trio.
    import anyio

    await anyio.sleep(seconds)


async def fetch(call: Call) -> Sent:
    """Send a request and read its response, unless it is a stream or a large download.

    A body that breaks off is retried as a failed connection is.

    Raises:
        APIStatusError: The last response has an error status.
        APIConnectionError: There was no response, or it is incomplete.
        APIResponseValidationError: The compressed body is invalid.
    """
    response, attempt = await send(call)
    while not _is_kept(call, response):
        try:
            return await _read_or_hold(call, response), attempt
        except APIConnectionError as error:
            again = await resend(call, response, error.__cause__, attempt)
            if again is None:
                raise
            response, attempt = again
    return response, attempt


async def resend(
    call: Call, response: httpx2.Response, error: BaseException | None, attempt: int
) -> Sent | None:
    """Send a request again after the body of its response broke off.

    Args:
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
    await close(call, response)
    _log_broken_body(call, response, error, attempt)
    wait = _delay_after_error(call, error, attempt)
    if wait is None:
        return None
    await sleep(call, wait)
    return await send(call, attempt + 1)


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


async def _read_or_hold(call: Call, response: httpx2.Response) -> httpx2.Response:
    """Read a body, but do not decode a compressed download.

    Raises:
        APIConnectionError: The connection was lost.
        APIResponseValidationError: The compressed body is invalid.
    """
    if "content-encoding" not in response.headers or not keeps_body(call, response):
        return await read(call, response)
    try:
        await hold(call, response)
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


def _before_deadline(call: Call, wait: float | None) -> float | None:
    if wait is None:
        return None
    is_late = call.deadline is not None and time.monotonic() + wait >= call.deadline
    return None if is_late else wait


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
