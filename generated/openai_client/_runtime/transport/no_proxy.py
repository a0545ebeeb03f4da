"""Check of the environment variable `NO_PROXY`.

httpx2 ignores entries that it cannot parse, matches some of them with no host or with all
hosts, and fails for international names. The request then uses another route than intended.
"""

from __future__ import annotations

import ipaddress
import os
import re
from contextlib import suppress
from typing import Final

import httpx2

_MAX_PORT: Final = 65535
_SCHEMES: Final = ("", "all", "http", "https")
# Characters that end the host of a URL, or that its parser encodes.
_INVALID: Final = re.compile(r"[\s%@?#\\<>\"'`|^;{}]")


def check_no_proxy(is_proxied: bool) -> None:
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
