"""The synchronous client."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..features import load_feature
from .base_client import BaseClient
from .raw_http import Verb

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    import httpx2

    from ..api.authorization import CredentialValue
    from ..requests.build import Call


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
        return Verb(self, "GET")

    @property
    def post(self) -> Verb:
        """Send a POST request: `client.post(path, …)`."""
        return Verb(self, "POST")

    @property
    def put(self) -> Verb:
        """Send a PUT request: `client.put(path, …)`."""
        return Verb(self, "PUT")

    @property
    def patch(self) -> Verb:
        """Send a PATCH request: `client.patch(path, …)`."""
        return Verb(self, "PATCH")

    @property
    def delete(self) -> Verb:
        """Send a DELETE request: `client.delete(path, …)`."""
        return Verb(self, "DELETE")
