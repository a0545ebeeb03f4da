"""Creation of httpx2 clients: limits, keep-alive of connections, and no cookies.

The environment variables of proxies and certificates are checked before. httpx2 ignores
entries of `NO_PROXY` that it cannot parse, matches some of them with no host or with all
hosts, and fails for international names. The request then uses another route than intended.
"""

from __future__ import annotations

import ipaddress
import os
import re
import socket
from contextlib import suppress
from functools import cache
from http.cookiejar import CookieJar
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import httpx2

from ..api.redaction import redact_base_url
from .timing import TimedBackend

if TYPE_CHECKING:
    from collections.abc import Callable

# The connections of one client.
_LIMITS: Final = httpx2.Limits(max_connections=1000, max_keepalive_connections=100)
# A connection that is silent for a minute is probed. It is given up after three probes
# without a reply, two minutes after the peer was last heard of. Routers and load balancers
# drop connections that are silent for four to six minutes.
_KEEPALIVE: Final = (
    (socket.SOL_SOCKET, "SO_KEEPALIVE", 1),
    (socket.IPPROTO_TCP, "TCP_KEEPIDLE", 60),
    # The name of TCP_KEEPIDLE on macOS.
    (socket.IPPROTO_TCP, "TCP_KEEPALIVE", 60),
    (socket.IPPROTO_TCP, "TCP_KEEPINTVL", 20),
    (socket.IPPROTO_TCP, "TCP_KEEPCNT", 3),
)


class NoCookies(CookieJar):
    """A cookie jar that stays empty.

    Copies of a client share its connections but not its credentials. A cookie of a response
    would be sent with the credentials of another copy.
    """

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Ignore the cookies of a response."""


class DefaultHttpx2Client(httpx2.Client):
    """The httpx2 client of a synchronous client if none is passed; its arguments override.

    Example:
        AcmeClient(http_client=DefaultHttpx2Client(proxy="http://localhost:3128"))
    """

    def __init__(self, **options: Any) -> None:
        check_environment()
        try:
            super().__init__(**{**_default_options(), **options})
        except OSError as error:
            raise certificate_error(error) from error
        _wrap_backends(self, lambda backend: TimedBackend(_KeepAlive(backend)))


class DefaultAsyncHttpx2Client(httpx2.AsyncClient):
    """The httpx2 client of an asynchronous client; see `DefaultHttpx2Client`."""

    def __init__(self, **options: Any) -> None:
        check_environment()
        try:
            super().__init__(**{**_default_options(), **options})
        except OSError as error:
            raise certificate_error(error) from error
        _wrap_backends(self, _KeepAlive)


def _default_options() -> dict[str, Any]:
    return {"limits": _LIMITS, "cookies": NoCookies()}


def _wrap_backends(http: Any, wrap: Callable[[Any], Any]) -> None:
    """Wrap the network backends of future connections, also to proxies.

    httpx2 has a public argument for socket options only on transports, and ignores the
    proxies of the environment if a transport is passed. If its internals change,
    connections are not kept alive, but nothing fails.
    """
    transports = [getattr(http, "_transport", None)]
    transports.extend(getattr(http, "_mounts", {}).values())
    for transport in transports:
        pool: Any = getattr(transport, "_pool", None)
        if hasattr(pool, "_network_backend"):
            pool._network_backend = wrap(pool._network_backend)


class _KeepAlive:
    """A network backend, synchronous or asynchronous, that sets socket options."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def __getattr__(self, name: str) -> Any:
        return getattr(self._backend, name)

    def connect_tcp(self, *arguments: Any, **options: Any) -> Any:
        """Connect; httpcore2 ignores the socket options of connections to proxies."""
        present = options.get("socket_options") or ()
        options["socket_options"] = (*present, *socket_options())
        return self._backend.connect_tcp(*arguments, **options)


@cache
def socket_options() -> tuple[tuple[int, int, int], ...]:
    """Return the options of TCP keep-alive that the platform supports."""
    options: list[tuple[int, int, int]] = []
    with socket.socket() as probe:
        for level, name, value in _KEEPALIVE:
            option = getattr(socket, name, None)
            if option is None:
                continue
            try:
                probe.setsockopt(level, option, value)
            except OSError:
                # Known to Python, but not to this kernel.
                continue
            options.append((level, option, value))
    return tuple(options)


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
