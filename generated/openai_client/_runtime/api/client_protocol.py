"""The part of a client that the lower layers of the runtime use.

Requests, pages and polls hold the client that sends them. They depend on these protocols
rather than on the client classes, so that imports go in one direction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping
    from logging import Logger

    import httpx2

    from .api import Api, CredentialValue
    from .arguments import ResponseLimits
    from .endpoint import Endpoint
    from .options import Headers, Query


class ClientProtocol(Protocol):
    """A client, synchronous or asynchronous."""

    _asynchronous: ClassVar[bool]
    """Whether the methods of the client are coroutines."""

    @property
    def _api(self) -> Api:
        """The API that the client calls."""
        ...

    @property
    def _credentials(self) -> Mapping[str, Any]:
        """Values of the available credentials by name."""
        ...

    @property
    def _tokens(self) -> Any:
        """Access tokens; `None` if no credential needs one."""
        ...

    @property
    def _headers(self) -> Headers:
        """Headers of every request."""
        ...

    @property
    def _query(self) -> Query:
        """Query parameters of every request."""
        ...

    @property
    def _logger(self) -> Logger:
        """Logger of the client's package."""
        ...

    @property
    def _webhook_secret(self) -> str | None:
        """Secret that the API signs webhooks with."""
        ...

    @property
    def response_limits(self) -> ResponseLimits:
        """Limits on the size of responses."""
        ...

    @property
    def total_timeout(self) -> float | None:
        """Maximum duration of a call in seconds."""
        ...

    @property
    def base_url(self) -> str:
        """Base URL of the API; empty if none is set."""
        ...

    @property
    def max_retries(self) -> int:
        """Maximum number of times that a failed request is retried."""
        ...

    def _address(self, endpoint: Endpoint) -> tuple[str, str]:
        """Return the base URL for an endpoint, and the query that belongs to it."""
        ...

    def _credential_names(self, endpoint: Endpoint, url: str) -> tuple[str, ...]:
        """Return the names of the credentials to send with a request."""
        ...

    def _own_timeout(self, http: Any) -> dict[str, float | None]:
        """Return the timeouts in seconds, by the names that httpx2 uses."""
        ...

    def _forget_token(self, name: str, value: CredentialValue) -> None:
        """Discard the access token of a credential after the server rejected it."""
        ...

    def _open_http(self) -> httpx2.Client | httpx2.AsyncClient:
        """Return the httpx2 client to send requests with."""
        ...

    def _prepare_request(self, request: httpx2.Request) -> Awaitable[None] | None:
        """Change a request before it is sent."""
        ...

    def _process_response(self, response: httpx2.Response) -> Awaitable[None] | None:
        """Inspect a response before its status is checked."""
        ...
