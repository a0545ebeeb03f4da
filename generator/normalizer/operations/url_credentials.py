"""User names and passwords in the URLs of servers and token endpoints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.servers import ServerVariable
from ...openapi.node import Node

URL_CREDENTIALS = Rule(
    "url-credentials",
    Severity.WARNING,
    "The URL of a server, or the token URL of an OAuth2 flow, contains a user name or a "
    "password. They are not written to the client or its reference, because everyone who "
    "has the package could read them, and they are not sent, because they would replace the "
    "credentials of the caller in the header `Authorization`.",
    key="url",
)

_URL = re.compile(r"([^/?#]*//)[^/?#]*@")
_START_OF_URL = re.compile(r"((?:[^/?#]*//)?)[^/?#]*@")
_VARIABLE = re.compile(r"\{([^{}]+)\}")


def remove_credentials(url: str) -> str:
    """Return a URL, or a template of one, without user information (RFC 3986, 3.2.1)."""
    match = _URL.match(url)
    return url if match is None else match[1] + url[match.end() :]


def remove_from_variables(
    url: str, declared: str, variables: Iterable[ServerVariable]
) -> tuple[ServerVariable, ...]:
    """Return the variables of a server without user information.

    Args:
        url: URL of the server without user information.
        declared: Its URL in the document; variables of the user information are omitted.
        variables: The variables of the document.
    """
    removed = {*_VARIABLE.findall(declared)} - {*_VARIABLE.findall(url)}
    return tuple(
        replace(
            item,
            default=None if item.default is None else _clean(url, item, item.default),
            values=tuple(_clean(url, item, value) for value in item.values),
        )
        for item in variables
        if item.name not in removed
    )


def _clean(url: str, variable: ServerVariable, value: str) -> str:
    """Return the value of a variable, without user information that it adds to a URL."""
    result = _VARIABLE.sub(
        lambda match: value if match[1] == variable.name else "x", url
    )
    match = _START_OF_URL.match(value)
    if match is None or _URL.match(result) is None:
        return value
    return match[1] + value[match.end() :]


def report_credentials(
    kind: str, url: str, node: Node, diagnostics: Diagnostics
) -> None:
    """Report the user name or password of a URL, without repeating it.

    Args:
        kind: The kind of the URL, for the message.
        url: The URL without user information.
        node: The node that has the URL.
        diagnostics: Receives the diagnostic.
    """
    diagnostics.add(
        URL_CREDENTIALS,
        f"the {kind} {url!r} contains a user name or password, which is removed",
        node.location,
        hint="remove it from the document; callers pass credentials to the client",
    )
