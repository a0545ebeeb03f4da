"""Logging of requests and responses, with credentials redacted.

The logger has the name of the client's package and is silent by default. If the environment
variable `<PREFIX>_LOG` is `info` or `debug`, it writes to standard error: one line for each
response with method, URL, status, duration and number of the attempt, and for `debug` also
the headers of the request and the response.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, cast

from ..api.credentials import ApiKey
from ..api.redaction import safe_headers, safe_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx2

    from ..api.api import Api


def get_logger(api: Api) -> logging.Logger:
    """Return the logger of an API, configured by its environment variable.

    If the API has keys in the query, the logger of httpx2 is configured to redact them.
    """
    logger = logging.getLogger(api.name)
    keys = tuple(
        key.name
        for key in api.credentials.values()
        if isinstance(key, ApiKey) and key.place == "query"
    )
    httpx2_logger = logging.getLogger("httpx2")
    filters = httpx2_logger.filters
    if keys and not any(keys == getattr(item, "names", None) for item in filters):
        httpx2_logger.addFilter(_RedactUrls(keys))
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


class _RedactUrls(logging.Filter):
    """A filter that redacts keys in the URLs that httpx2 logs.

    Args:
        names: Names of the query parameters that hold keys.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.names = names

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                (
                    safe_url(cast("httpx2.URL", arg), self.names)
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
    error: Exception,
    seconds: float,
    attempt: int,
    names: Iterable[str],
) -> None:
    """Log a request that received no response; see `log_response`."""
    logger.info(
        "%s %s %s after %.0f ms%s",
        request.method,
        safe_url(request.url, names),
        type(error).__name__,
        seconds * 1000,
        f", retry {attempt}" if attempt else "",
    )
