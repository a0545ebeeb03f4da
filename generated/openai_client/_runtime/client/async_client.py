"""The asynchronous client, for asyncio and trio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .base_client import BaseClient
from ..api.credentials import OAuth2ClientCredentials
from ..transport.pool import running_loop
from .tokens import token_async
from .raw_http import AsyncVerb

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    import httpx2
    from typing_extensions import Self

    from ..api.credentials import Revealed


class AsyncClient(BaseClient["httpx2.AsyncClient"]):
    """A client whose methods are awaited; safe to share between tasks.

    It closes its connections when it is closed, by `async with` or `close()`. Where
    another event loop runs than before, it begins with new ones.
    """

    _asynchronous = True

    def _make_http(self) -> httpx2.AsyncClient:
        import httpx2

        return httpx2.AsyncClient(
            limits=httpx2.Limits(max_connections=1000, max_keepalive_connections=100)
        )

    async def close(self) -> None:
        """Closes all connections; also for the copies that share them."""
        self._pool.closed = True
        if self._pool.http is not None and self._pool.belongs(running_loop()):
            await self._pool.http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def _secrets(self, names: Iterable[str]) -> dict[str, Revealed]:
        """The values of credentials; callables are asked each time."""
        secrets: dict[str, Revealed] = {}
        for name in names:
            value: Any = self._credentials[name]
            if callable(value):
                value = value()
                if hasattr(value, "__await__"):
                    value = await value
            if value == "":
                continue
            credential = self._api.credentials[name]
            if isinstance(credential, OAuth2ClientCredentials):
                value = await token_async(self, name, credential, value)
            secrets[name] = value
        return secrets

    @property
    def get(self) -> AsyncVerb:
        """Sends a GET request: `await client.get(path, …)`."""
        return AsyncVerb(self, "GET")

    @property
    def post(self) -> AsyncVerb:
        """Sends a POST request: `await client.post(path, …)`."""
        return AsyncVerb(self, "POST")

    @property
    def put(self) -> AsyncVerb:
        """Sends a PUT request: `await client.put(path, …)`."""
        return AsyncVerb(self, "PUT")

    @property
    def patch(self) -> AsyncVerb:
        """Sends a PATCH request: `await client.patch(path, …)`."""
        return AsyncVerb(self, "PATCH")

    @property
    def delete(self) -> AsyncVerb:
        """Sends a DELETE request: `await client.delete(path, …)`."""
        return AsyncVerb(self, "DELETE")
