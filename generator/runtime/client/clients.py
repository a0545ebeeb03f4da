"""The synchronous and the asynchronous client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from ..lazy import load_feature
from ..transport.pool import running_loop
from .base_client import BaseClient

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    import httpx2

    from ..api.api import CredentialValue
    from ..requests.build import Call
    from .untyped_calls import AsyncVerb, Verb


class SyncClient(BaseClient["httpx2.Client"]):
    """A client whose methods block; it can be shared between threads.

    `close()` closes its connections; the client is also a context manager.
    """

    def _make_http(self) -> httpx2.Client:
        from ..transport.connections import DefaultHttpx2Client

        return DefaultHttpx2Client()

    def _open_http(self) -> httpx2.Client:
        """Return the httpx2 client to send requests with."""
        return self._pool.get()

    def close(self) -> None:
        """Close all connections, also those of copies of this client."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _prepare_request(self, request: httpx2.Request) -> None:
        """Change a request before it is sent; for subclasses.

        It is called for each attempt, after the credentials were added, but not for
        redirects.
        """

    def _process_response(self, response: httpx2.Response) -> None:
        """Inspect a response before its status is checked; for subclasses.

        It is called for each attempt. The body is unread and must remain so.
        """

    def _secrets(self, call: Call) -> dict[str, CredentialValue]:
        """Return the credentials of a call by name; callables are called each time."""
        secrets: dict[str, CredentialValue] = {}
        for name in call.names:
            value = self._credentials[name]
            revealed = cast("CredentialValue", value() if callable(value) else value)
            if revealed == "":
                continue
            credential = self._api.credentials[name]
            if credential.requests_token:
                revealed = load_feature("client.tokens").fetch_token(
                    self, self._tokens, name, credential, revealed, call
                )
            secrets[name] = revealed
        return secrets

    @property
    def get(self) -> Verb:
        """Send a GET request: `client.get(path, …)`."""
        from .untyped_calls import Verb

        return Verb(self, "GET")

    @property
    def post(self) -> Verb:
        """Send a POST request: `client.post(path, …)`."""
        from .untyped_calls import Verb

        return Verb(self, "POST")

    @property
    def put(self) -> Verb:
        """Send a PUT request: `client.put(path, …)`."""
        from .untyped_calls import Verb

        return Verb(self, "PUT")

    @property
    def patch(self) -> Verb:
        """Send a PATCH request: `client.patch(path, …)`."""
        from .untyped_calls import Verb

        return Verb(self, "PATCH")

    @property
    def delete(self) -> Verb:
        """Send a DELETE request: `client.delete(path, …)`."""
        from .untyped_calls import Verb

        return Verb(self, "DELETE")


class AsyncClient(BaseClient["httpx2.AsyncClient"]):
    """A client whose methods are coroutines; it can be shared between tasks.

    `close()` closes its connections; the client is also an asynchronous context manager.
    It has connections for each event loop that it is used in.
    """

    _asynchronous: ClassVar[bool] = True

    def _make_http(self) -> httpx2.AsyncClient:
        from ..transport.connections import DefaultAsyncHttpx2Client

        return DefaultAsyncHttpx2Client()

    def _open_http(self) -> httpx2.AsyncClient:
        """Return the httpx2 client to send requests with in the running event loop."""
        return self._pool.get(running_loop())

    async def close(self) -> None:
        """Close all connections, also those of copies of this client."""
        await self._pool.aclose(running_loop())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def _prepare_request(self, request: httpx2.Request) -> None:
        """Change a request before it is sent; for subclasses.

        It is called for each attempt, after the credentials were added, but not for
        redirects.
        """

    async def _process_response(self, response: httpx2.Response) -> None:
        """Inspect a response before its status is checked; for subclasses.

        It is called for each attempt. The body is unread and must remain so.
        """

    async def _secrets(self, call: Call) -> dict[str, CredentialValue]:
        """Return the credentials of a call by name; callables are called each time."""
        secrets: dict[str, CredentialValue] = {}
        for name in call.names:
            value: Any = self._credentials[name]
            if callable(value):
                value = value()
                if hasattr(value, "__await__"):
                    value = await value
            if value == "":
                continue
            credential = self._api.credentials[name]
            if credential.requests_token:
                value = await load_feature("client.tokens").fetch_token_async(
                    self, self._tokens, name, credential, value, call
                )
            secrets[name] = value
        return secrets

    @property
    def get(self) -> AsyncVerb:
        """Send a GET request: `await client.get(path, …)`."""
        from .untyped_calls import AsyncVerb

        return AsyncVerb(self, "GET")

    @property
    def post(self) -> AsyncVerb:
        """Send a POST request: `await client.post(path, …)`."""
        from .untyped_calls import AsyncVerb

        return AsyncVerb(self, "POST")

    @property
    def put(self) -> AsyncVerb:
        """Send a PUT request: `await client.put(path, …)`."""
        from .untyped_calls import AsyncVerb

        return AsyncVerb(self, "PUT")

    @property
    def patch(self) -> AsyncVerb:
        """Send a PATCH request: `await client.patch(path, …)`."""
        from .untyped_calls import AsyncVerb

        return AsyncVerb(self, "PATCH")

    @property
    def delete(self) -> AsyncVerb:
        """Send a DELETE request: `await client.delete(path, …)`."""
        from .untyped_calls import AsyncVerb

        return AsyncVerb(self, "DELETE")
