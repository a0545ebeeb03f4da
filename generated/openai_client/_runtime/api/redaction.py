"""Redaction of credentials in URLs, headers and messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import httpx2

REDACTED: Final = "[redacted]"

# A name is secret if one of its words is listed in `_WORDS`, or if its words together end
# in one of `_ENDS`: `X-Api-Key`, `access_token`, `clientSecret`. Redacting too much is
# harmless.
_WORDS: Final = frozenset(
    """assertion auth authentication authorization bearer cookie credential credentials
    csrf hmac jwt key keys otp passcode passphrase passwd password pin pwd secret
    session sessionid sid sig signature token xsrf""".split()
)
_ENDS: Final = ("apikey", "accesskey", "secretkey", "token", "secret", "password")
_WORD: Final = "[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+"
# Query parameters of URLs anywhere in a string, and the user information of a host.
_PARAMETER: Final = r"(?<=[?&#])([^=&?#\s]+)=([^&#\s<>\"]*)"
# Up to the last `@`, because passwords contain it, too.
_USER: Final = r"(?<=//)[^/?#\s]+@"
# Names that are secret as a whole, but not as a word: `code` of OAuth 2.0 (RFC 6749, 4.1.2).
_NAMES: Final = frozenset(("code",))


def is_secret_name(name: str) -> bool:
    """Return whether a header or query parameter of this name may be a credential."""
    words = [word.lower() for word in re.findall(_WORD, name)]
    if "idempotency" in words:
        return False
    if name.lower() in _NAMES:
        return True
    return not _WORDS.isdisjoint(words) or "".join(words).endswith(_ENDS)


def redact_base_url(url: str) -> str:
    """Return a base URL without user information and query, which may be secret."""
    url = url.partition("?")[0]
    return re.sub(r"^([^/?#]*//)?[^/?#]*@", r"\1", url)


def safe_url(url: httpx2.URL, names: Iterable[str] = ()) -> str:
    """Return a URL with secret query parameters and user information redacted.

    Args:
        url: The URL.
        names: Names of further query parameters that hold credentials.
    """
    return redact_urls(str(url.copy_with(userinfo=b"", fragment=None)), names)


def safe_headers(headers: httpx2.Headers, names: Iterable[str] = ()) -> dict[str, str]:
    """Return headers with secret values, and secrets in URLs, redacted.

    Args:
        headers: The headers.
        names: Names of further headers that hold credentials.
    """
    secret_names = {name.lower() for name in names}
    return {
        name: (
            REDACTED
            if name in secret_names or is_secret_name(name)
            else redact_urls(value, secret_names)
        )
        for name, value in headers.items()
    }


def secret_texts(headers: Iterable[tuple[str, str]], url: str) -> Iterator[str]:
    """Yield the strings in headers and a URL that may be credentials.

    Values of query parameters are yielded both percent-encoded and decoded.
    """
    for name, value in headers:
        if is_secret_name(name):
            # Also without the scheme: `Bearer …`.
            yield from (value, value.rpartition(" ")[2])
    for name, value in re.findall(_PARAMETER, url):
        if is_secret_name(_unquote(name)):
            yield from (value, _unquote(value))
    for user in re.findall(_USER, url):
        yield from (user, _unquote(user[:-1].partition(":")[2]))


def redact_urls(text: str, names: Iterable[str] = ()) -> str:
    """Redact the secret parameters and user information of all URLs in a string.

    Args:
        text: The string.
        names: Names of further parameters that hold credentials.
    """
    secret_names = {name.lower() for name in names}

    def redact(match: re.Match[str]) -> str:
        name = match[1]
        is_secret = name.lower() in secret_names or is_secret_name(_unquote(name))
        return f"{name}={REDACTED}" if is_secret else match[0]

    return re.sub(_USER, "", re.sub(_PARAMETER, redact, text))


def _unquote(text: str) -> str:
    from urllib.parse import unquote_plus

    return unquote_plus(text)
