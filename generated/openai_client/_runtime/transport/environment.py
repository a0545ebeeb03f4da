"""Checks of the environment variables of proxies and certificates, which httpx2 reads.

httpx2 ignores entries of `NO_PROXY` that it cannot parse, matches some of them with no host
or with all hosts, and fails for international names. The request then uses another route
than intended.
"""

from __future__ import annotations

import ipaddress
import os
import re
from contextlib import suppress
from importlib.util import find_spec
from typing import Final

import httpx2

from ..api.base_url import redact_base_url

_PROXIES: Final = ("http_proxy", "https_proxy", "all_proxy")
_MAX_PORT: Final = 65535
_SCHEMES: Final = ("", "all", "http", "https")
# Characters that end the host of a URL, or that its parser encodes.
_INVALID: Final = re.compile(r"[\s%@?#\\<>\"'`|^;{}]")


def check_environment() -> None:
    """Check the variables that httpx2 reads when it creates a client.

    Raises:
        ValueError: The value of a variable cannot be used.
    """
    is_proxied = False
    for name in _PROXIES:
        # As `urllib` does, lower case takes precedence.
        for variable in (name, name.upper()):
            value = os.environ.get(variable, "")
            if variable == "HTTP_PROXY" and "REQUEST_METHOD" in os.environ:
                # In CGI scripts, it is a header of the client, and not used.
                continue
            if value:
                _check_proxy(variable, value)
                is_proxied = True
                break
    _check_no_proxy(is_proxied)
    _check_certificates()


def _check_proxy(variable: str, value: str) -> None:
    url = value if "://" in value else f"http://{value}"
    # Without the password, also if the URL cannot be parsed.
    redacted = redact_base_url(url)
    try:
        proxy = httpx2.Proxy(url)
        # httpx2 takes spaces as a part of the host.
        if any(map(str.isspace, url)):
            raise ValueError("it contains spaces")
        if not proxy.url.host or (proxy.url.port or 0) > _MAX_PORT:
            raise ValueError("it has no valid host and port")
    except (ValueError, httpx2.InvalidURL):
        # Without the cause, whose message may contain the password.
        raise ValueError(
            f"environment variable {variable} is not the URL of a proxy: {redacted!r}; use"
            " http://, https://, socks5:// or socks5h:// with a host, or unset it"
        ) from None
    if proxy.url.scheme.startswith("socks") and find_spec("socksio") is None:
        raise ValueError(
            f"environment variable {variable} selects a SOCKS proxy, {redacted!r}, which"
            " requires a package: pip install 'httpx2[socks]'"
        )


def _check_no_proxy(is_proxied: bool) -> None:
    """Check the hosts that are requested without a proxy.

    Args:
        is_proxied: Whether there is a proxy. Otherwise the entries have no effect, unless
            httpx2 fails.

    Raises:
        ValueError: An entry cannot be used.
    """
    # As `urllib` does, lower case takes precedence.
    for variable in ("no_proxy", "NO_PROXY"):
        entries = [entry.strip() for entry in os.environ.get(variable, "").split(",")]
        for entry in filter(None, entries):
            # httpx2 ignores the rest after an asterisk, which matches all hosts.
            if entry == "*":
                return
            if (is_proxied or "xn--" in entry.lower()) and not _is_usable(entry):
                raise ValueError(
                    f"environment variable {variable} has an invalid entry:"
                    f" {entry.rpartition('@')[2]!r}; use host names such as example.com or"
                    " .example.com, IP addresses or networks, separated by commas, and"
                    " write international names as URLs, such as https://bücher.example"
                )
        if any(entries):
            return


def _is_usable(entry: str) -> bool:
    """Return whether httpx2 matches an entry with the hosts that it names."""
    scheme, separator, host = entry.rpartition("://")
    if scheme.lower() not in _SCHEMES or not (scheme or not separator):
        return False
    address, slash, length = host.partition("/")
    if slash and not (separator and not length):
        return _is_network(address, length)
    with suppress(ValueError):
        # An IPv6 address can have a zone.
        ipaddress.ip_address(address)
        return True
    if _INVALID.search(address):
        return False
    # The patterns of httpx2, which also match subdomains.
    is_exact = separator or address.startswith(("[", "*."))
    try:
        url = httpx2.URL(f"all://{'' if is_exact else '*'}{address}")
        return url.host not in ("", "*") and (url.port or 0) <= _MAX_PORT
    except (ValueError, httpx2.InvalidURL):
        return False


def _is_network(address: str, length: str) -> bool:
    """Return whether an IP network is valid (RFC 4632, 3.1)."""
    try:
        ipaddress.ip_network(f"{address.strip('[]')}/{length}", strict=False)
    except ValueError:
        return False
    # Not a mask such as 255.0.0.0.
    return length.isascii() and length.isdigit()


def _check_certificates() -> None:
    file = os.environ.get("SSL_CERT_FILE")
    folder = os.environ.get("SSL_CERT_DIR")
    # httpx2 uses the folder only if there is no file.
    if file:
        if not os.path.isfile(file):
            raise ValueError(
                f"environment variable SSL_CERT_FILE is not a file: {file!r}"
            )
    elif folder and not any(map(os.path.isdir, folder.split(os.pathsep))):
        raise ValueError(
            f"environment variable SSL_CERT_DIR is not a directory: {folder!r}"
        )


def certificate_error(error: OSError) -> Exception:
    """Return the exception for an error of httpx2 while it loads certificates."""
    file = os.environ.get("SSL_CERT_FILE")
    if not file:
        return error
    return ValueError(
        f"environment variable SSL_CERT_FILE has no usable certificates: {file!r}:"
        f" {error}"
    )
