"""Checks of the environment variables of proxies and certificates, which httpx2 reads."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Final

import httpx2

from ..api.base_url import redact_base_url
from .no_proxy import check_no_proxy

_PROXIES: Final = ("http_proxy", "https_proxy", "all_proxy")
_MAX_PORT: Final = 65535


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
    check_no_proxy(is_proxied)
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
