"""Base URLs of clients, and the user names and passwords in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .api import Api

_USER_INFORMATION: Final = r"^(?:[^/?#]*//)?[^/?#]*@"


def split_url(url: str) -> tuple[str, str]:
    """Return the address of a base URL, without a trailing slash, and its query."""
    address, _, query = url.partition("#")[0].partition("?")
    return address.rstrip("/"), query


def redact_base_url(url: str) -> str:
    """Return a base URL without user information and query, which may be secret."""
    url = url.partition("?")[0]
    return re.sub(r"^([^/?#]*//)?[^/?#]*@", r"\1", url)


def check_user_information(
    api: Api, url: str, credentials: Iterable[str], headers: Mapping[str, Any]
) -> None:
    """Check that only one of a base URL and the client sets `Authorization`.

    A user name and password in a URL are sent as HTTP Basic credentials.

    Args:
        api: The API.
        url: The base URL of the caller.
        credentials: Names of the available credentials.
        headers: Headers of every request.

    Raises:
        ValueError: Both of them do.
    """
    if "@" not in url or not re.match(_USER_INFORMATION, url):
        return
    names = [name for name in credentials if _uses_authorization(api, name)]
    if any(name.lower() == "authorization" for name in headers):
        names.append("default_headers")
    if names:
        raise ValueError(
            f"base_url {redact_base_url(url)!r} contains a user name or password, which"
            f" conflicts with {names[0]}: both set the header Authorization; remove one"
            f" of them (the URL may come from {api.environment}_BASE_URL, a credential"
            " from its environment variable)"
        )


def _uses_authorization(api: Api, name: str) -> bool:
    key = api.credentials[name].key
    return key is None or (key[0], key[1].lower()) == ("header", "authorization")
