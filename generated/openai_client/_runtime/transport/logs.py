"""Logging of requests and responses, with credentials redacted.

The logger has the name of the client's package and is silent by default. If the environment
variable `<PREFIX>_LOG` is `info` or `debug`, it writes to standard error: one line for each
response with method, URL, status, duration and number of the attempt, and for `debug` also
the headers of the request and the response.

httpx2 logs a line for each request, too. `<PREFIX>_LOG_HTTPX2=off` omits these lines, also
those of other users of httpx2 in the process. httpcore2, on which it is based, logs the
headers of responses at level `DEBUG`, in which credentials are redacted.
"""

from __future__ import annotations

import logging
import os
import re
from typing import TYPE_CHECKING, Final, cast

from ..api.redaction import (
    REDACTED,
    is_secret_name,
    redact_urls,
    safe_headers,
    safe_url,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx2

    from ..api.api import Api


_CONNECTION_LOGGERS: Final = ("connection", "http11", "http2", "proxy", "socks")
_BYTES: Final = r"""(b'(?:[^'\\]|\\.)*'|b"(?:[^"\\]|\\.)*")"""
# A header as a pair of bytes, and the user name and password for a SOCKS proxy.
_HEADER: Final = rf"\(b'([\w-]+)', {_BYTES}\)"
_PROXY_CREDENTIALS: Final = rf"auth=\({_BYTES}, {_BYTES}\)"


def get_logger(api: Api) -> logging.Logger:
    """Return the logger of an API, configured by its environment variables.

    The logger of httpx2 is configured to redact the URLs of its lines, or to omit its
    lines about requests if `<PREFIX>_LOG_HTTPX2` is `off`.
    """
    logger = logging.getLogger(api.name)
    names = tuple(
        item.key[1]
        for item in api.credentials.values()
        if item.key is not None and item.key[0] == "query"
    )
    is_omitted = os.environ.get(f"{api.environment}_LOG_HTTPX2", "").strip().lower()
    _configure_httpx2(names, is_omitted in ("off", "0", "false", "no"))
    level = os.environ.get(f"{api.environment}_LOG", "").strip().upper()
    if level in ("INFO", "DEBUG"):
        logger.setLevel(level)
        if not logger.handlers:
            handler = logging.StreamHandler()
            handler.setFormatter(
                logging.Formatter("[%(asctime)s %(name)s %(levelname)s] %(message)s")
            )
            logger.addHandler(handler)
    return logger


def _configure_httpx2(names: tuple[str, ...], omits: bool) -> None:
    """Add a filter to the logger of httpx2, unless there is an equal one."""
    logger = logging.getLogger("httpx2")
    settings = names, omits
    if not any(settings == getattr(item, "settings", None) for item in logger.filters):
        logger.addFilter(_RequestLines(*settings))

    for name in _CONNECTION_LOGGERS:
        logger = logging.getLogger(f"httpcore2.{name}")
        if _redact_connection_line not in logger.filters:
            logger.addFilter(_redact_connection_line)


def _redact_connection_line(record: logging.LogRecord) -> bool:
    """Redact credentials in the headers and addresses that httpcore2 logs."""

    def redact(match: re.Match[str]) -> str:
        return f"(b{match[1]!r}, {REDACTED})" if is_secret_name(match[1]) else match[0]

    text = re.sub(_PROXY_CREDENTIALS, f"auth={REDACTED}", str(record.msg))
    record.msg = redact_urls(re.sub(_HEADER, redact, text))
    return True


class _RequestLines(logging.Filter):
    """A filter that redacts the URLs that httpx2 logs, or omits these lines.

    Args:
        names: Names of further query parameters that hold keys.
        omits: Whether to omit the lines.
    """

    def __init__(self, names: tuple[str, ...], omits: bool) -> None:
        super().__init__()
        self.settings = names, omits

    def filter(self, record: logging.LogRecord) -> bool:
        names, omits = self.settings
        if isinstance(record.args, tuple):
            has_url = any(type(arg).__name__ == "URL" for arg in record.args)
            if omits and has_url and record.levelno <= logging.INFO:
                return False
            record.args = tuple(
                (
                    safe_url(cast("httpx2.URL", arg), names)
                    if type(arg).__name__ == "URL"
                    else arg
                )
                for arg in record.args
            )
        return True


def log_response(
    logger: logging.Logger,
    response: httpx2.Response,
    seconds: float,
    attempt: int,
    names: Iterable[str],
) -> None:
    """Log a response, and at level `DEBUG` also the headers.

    Args:
        logger: The logger.
        response: The response.
        seconds: Duration of the request.
        attempt: Number of earlier attempts.
        names: Names of parameters and headers that hold credentials.
    """
    request = response.request
    names = tuple(names)
    logger.info(
        "%s %s %d in %.0f ms%s",
        request.method,
        safe_url(request.url, names),
        response.status_code,
        seconds * 1000,
        f", retry {attempt}" if attempt else "",
    )
    if logger.isEnabledFor(logging.DEBUG):
        logger.debug("request headers: %s", safe_headers(request.headers, names))
        logger.debug("response headers: %s", safe_headers(response.headers, names))


def log_failure(
    logger: logging.Logger,
    request: httpx2.Request,
    error: BaseException,
    seconds: float,
    attempt: int,
    names: Iterable[str],
) -> None:
    """Log a request without a complete response; see `log_response`."""
    logger.info(
        "%s %s %s after %.0f ms%s",
        request.method,
        safe_url(request.url, names),
        type(error).__name__,
        seconds * 1000,
        f", retry {attempt}" if attempt else "",
    )
