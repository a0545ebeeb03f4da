"""Logging of requests and answers, without anything secret in it.

The logger is called as the client's package and silent by default. The environment
variable `<PREFIX>_LOG` set to `info` or `debug` makes it write to standard error: a line
per answer with method, URL, status, time and number of the attempt, and with `debug` the
headers of both sides too.
"""

from __future__ import annotations

import logging
import os
import re
from typing import TYPE_CHECKING, Final, cast

from ..api.credentials import ApiKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import httpx2

    from ..api.api import Api

REDACTED: Final = "[redacted]"

# A name tells of a secret by one of these words, or by the end of all its words
# together: `X-Api-Key`, `access_token`, `clientSecret`. To hide too much is no loss.
_WORDS: Final = frozenset(
    ("assertion", "auth", "authentication", "authorization", "bearer", "cookie")
    + ("credential", "credentials", "csrf", "hmac", "jwt", "key", "keys", "otp")
    + (
        "passcode",
        "passphrase",
        "passwd",
        "password",
        "pin",
        "pwd",
        "secret",
        "session",
    )
    + ("sessionid", "sid", "sig", "signature", "token", "xsrf")
)
_ENDS: Final = ("apikey", "accesskey", "secretkey", "token", "secret", "password")
_WORD: Final = "[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+"
# Parameters of addresses, wherever in a text; what stands before the `@` of a host.
_PARAMETER: Final = r"(?<=[?&])([^=&?#\s]+)=([^&#\s<>\"]*)"
_USER: Final = r"(?<=//)[^/?#@\s]+@"


def logger_of(api: Api) -> logging.Logger:
    """The logger of an API, set up as its environment variable says.

    Where keys travel in the query, httpx2's logger is kept from showing them too.
    """
    logger = logging.getLogger(api.name)
    keys = tuple(
        key.name
        for key in api.credentials.values()
        if isinstance(key, ApiKey) and key.place == "query"
    )
    theirs = logging.getLogger("httpx2")
    if keys and not any(keys == getattr(f, "names", None) for f in theirs.filters):
        theirs.addFilter(_KeysInUrls(keys))
    wish = os.environ.get(f"{api.environment}_LOG", "").strip().upper()
    if wish in ("INFO", "DEBUG"):
        logger.setLevel(wish)
        if not logger.handlers:
            handler = logging.StreamHandler()
            handler.setFormatter(
                logging.Formatter("[%(asctime)s %(name)s %(levelname)s] %(message)s")
            )
            logger.addHandler(handler)
    return logger


class _KeysInUrls(logging.Filter):
    """Hides keys in the URLs that httpx2 itself writes at level `INFO`."""

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


def is_secret_name(name: str) -> bool:
    """Whether a header or query parameter of this name may hold a credential."""
    words = [word.lower() for word in re.findall(_WORD, name)]
    if "idempotency" in words:
        return False
    return not _WORDS.isdisjoint(words) or "".join(words).endswith(_ENDS)


def safe_url(url: httpx2.URL, names: Iterable[str] = ()) -> str:
    """A URL with the values of secret query parameters and its user hidden.

    Args:
        url: The URL.
        names: Further query parameters that hold credentials.
    """
    return _safe_addresses(str(url.copy_with(userinfo=b"", fragment=None)), names)


def safe_headers(headers: httpx2.Headers, names: Iterable[str] = ()) -> dict[str, str]:
    """Headers with what may be a credential hidden: values, and parameters of addresses."""
    hidden = {name.lower() for name in names}
    return {
        name: (
            REDACTED
            if name in hidden or is_secret_name(name)
            else _safe_addresses(value, hidden)
        )
        for name, value in headers.items()
    }


def secret_texts(headers: Iterable[tuple[str, str]], url: str) -> Iterator[str]:
    """What may be a credential in headers and in a URL, as it is and decoded."""
    for name, value in headers:
        if is_secret_name(name):
            # Without its scheme too: `Bearer …`.
            yield from (value, value.rpartition(" ")[2])
    for name, value in re.findall(_PARAMETER, url):
        if is_secret_name(_unquoted(name)):
            yield from (value, _unquoted(value))
    for user in re.findall(_USER, url):
        yield from (user, _unquoted(user[:-1].partition(":")[2]))


def _safe_addresses(text: str, names: Iterable[str]) -> str:
    """A text with secret parameters, and users, of the addresses in it hidden."""
    hidden = {name.lower() for name in names}

    def safe(found: re.Match[str]) -> str:
        name = found[1]
        secret = name.lower() in hidden or is_secret_name(_unquoted(name))
        return f"{name}={REDACTED}" if secret else found[0]

    return re.sub(_USER, "", re.sub(_PARAMETER, safe, text))


def log_answer(
    logger: logging.Logger,
    response: httpx2.Response,
    seconds: float,
    attempt: int,
    names: Iterable[str],
) -> None:
    """Writes the line of an answer, with its headers at level `DEBUG`."""
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
        logger.debug("answer headers: %s", safe_headers(response.headers, names))


def log_failure(
    logger: logging.Logger,
    request: httpx2.Request,
    error: Exception,
    seconds: float,
    attempt: int,
    names: Iterable[str],
) -> None:
    """Writes the line of a request that got no answer."""
    logger.info(
        "%s %s %s after %.0f ms%s",
        request.method,
        safe_url(request.url, names),
        type(error).__name__,
        seconds * 1000,
        f", retry {attempt}" if attempt else "",
    )


def _unquoted(text: str) -> str:
    from urllib.parse import unquote_plus

    return unquote_plus(text)
