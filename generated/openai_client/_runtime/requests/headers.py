"""Encoding of headers and cookies."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ..sentinels import Omit

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

FORBIDDEN_IN_COOKIE: Final = r"[\x00-\x20\x7f;]"
"""Characters that a cookie value must not contain: some of RFC 6265, section 4.1.1."""

_CONTROL: Final = r"[\x00-\x08\x0a-\x1f\x7f]"
# A token (RFC 9110, section 5.6.2).
_HEADER_NAME: Final = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"


def add_headers(
    merged: dict[str, tuple[str, str] | None], headers: Mapping[str, str | Omit]
) -> None:
    """Add headers, which replace others of the same name; `omit` removes a header."""
    for name, value in headers.items():
        merged[name.lower()] = None if isinstance(value, Omit) else (name, value)


@lru_cache(256)
def _encode_header_name(name: str) -> bytes:
    if not re.fullmatch(_HEADER_NAME, name):
        raise ValueError(f"invalid header name: {name!r}")
    return name.encode("ascii")


def encode_header(name: str, value: str) -> tuple[bytes, bytes]:
    """Encode a header and check it.

    Raises:
        TypeError: The value is not a string.
        ValueError: The name or the value contains characters that headers must not have.
    """
    # Messages do not show the value, which can be a key that ends in a line break.
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"header {name!r} must be str, not {type(value).__name__}")
    if not value.isprintable() and re.search(_CONTROL, value):
        raise ValueError(
            f"header {name!r} must not contain line breaks or control characters"
        )
    return _encode_header_name(name), value.strip().encode()


def add_cookies(request: httpx2.Request, pairs: list[tuple[str, str]]) -> None:
    """Add cookies to a request.

    Raises:
        ValueError: The value of a cookie contains a character that cookies must not have.
    """
    for name, value in pairs:
        if re.search(FORBIDDEN_IN_COOKIE, value):
            raise ValueError(
                f"cookie {name!r} must not contain spaces, semicolons or control"
                " characters"
            )
    cookies = [f"{name}={value}" for name, value in pairs]
    # By default, httpx2 uses the encoding of the other headers, which can be ASCII.
    request.headers.encoding = "utf-8"
    existing = request.headers.get("cookie")
    request.headers["Cookie"] = "; ".join([existing, *cookies] if existing else cookies)
