"""The base URL that callers have to pass if the document has none."""

from __future__ import annotations

from ...model.api import Api
from ...python.constants import ServerLiteral


def is_absolute(url: str) -> bool:
    """Return whether the URL of a server has a host; variables can contain it."""
    return "://" in url or url.startswith("{")


def example_base_url(api: Api, servers: tuple[ServerLiteral, ...]) -> str:
    """Return an example of the `base_url` that callers have to pass.

    Args:
        api: API of the client.
        servers: Servers that a client can select.

    Returns:
        The URL; `""` if the document or the settings have servers for all operations.
    """
    url = servers[0].url if servers else ""
    if is_absolute(url) or all(
        item.servers and is_absolute(item.servers[0].url) for item in api.operations
    ):
        return ""
    path = url if url.startswith("/") and "{" not in url else ""
    return f"https://example.com{path.rstrip('/')}"
