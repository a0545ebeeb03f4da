"""The synchronous client."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .base_client import BaseClient
from ..api.credentials import OAuth2ClientCredentials
from .tokens import token
from .raw_http import Verb

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    import httpx2
    from typing_extensions import Self

    from ..api.credentials import Revealed


class SyncClient(BaseClient["httpx2.Client"]):
    """A client that blocks until there is an answer; safe to share between threads.

    It closes its connections when it is closed, by `with` or `close()`.
    """

    def _make_http(self) -> httpx2.Client:
        import httpx2

        return httpx2.Client(
            limits=httpx2.Limits(max_connections=1000, max_keepalive_connections=100)
        )

    def close(self) -> None:
        """Closes all connections; also for the copies that share them."""
        self._pool.closed = True
        if self._pool.http is not None:
            self._pool.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _secrets(self, names: Iterable[str]) -> dict[str, Revealed]:
        """The values of credentials; callables are asked each time."""
        secrets: dict[str, Revealed] = {}
        for name in names:
            value = self._credentials[name]
            revealed = cast("Revealed", value() if callable(value) else value)
            if revealed == "":
                continue
            credential = self._api.credentials[name]
            if isinstance(credential, OAuth2ClientCredentials):
                revealed = token(self, name, credential, revealed)
            secrets[name] = revealed
        return secrets

    @property
    def get(self) -> Verb:
        """Sends a GET request: `client.get(path, …)`."""
        return Verb(self, "GET")

    @property
    def post(self) -> Verb:
        """Sends a POST request: `client.post(path, …)`."""
        return Verb(self, "POST")

    @property
    def put(self) -> Verb:
        """Sends a PUT request: `client.put(path, …)`."""
        return Verb(self, "PUT")

    @property
    def patch(self) -> Verb:
        """Sends a PATCH request: `client.patch(path, …)`."""
        return Verb(self, "PATCH")

    @property
    def delete(self) -> Verb:
        """Sends a DELETE request: `client.delete(path, …)`."""
        return Verb(self, "DELETE")
