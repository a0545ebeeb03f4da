"""The settings that the synchronous and the asynchronous client have in common."""

from __future__ import annotations

import os
from importlib import import_module
from types import GenericAlias
from typing import TYPE_CHECKING, Any, ClassVar, cast
from urllib.parse import urljoin

from ..api.api import (
    change_credentials,
    find_credentials,
    new_tokens,
    select_credentials,
    split_url,
)
from ..api.arguments import (
    ResponseLimits,
    read_timeout,
    validate_http_client,
    validate_limits,
    validate_max_retries,
    validate_timeout,
    validate_total_timeout,
)
from ..api.redaction import redact_base_url
from ..evaluation import defer_annotations
from ..lazy import Generic as ErasedGeneric
from ..lazy import set_public_module
from ..sentinels import Omit, omit
from ..transport.pool import H, Pool

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    import httpx2

    from ..api.api import Api, CredentialValue
    from ..api.endpoint import Endpoint
    from ..api.options import Headers, Query, Timeout

# Of a client whose `timeout` and `http_client` set none.
DEFAULT_TIMEOUT, DEFAULT_CONNECT_TIMEOUT = 600.0, 5.0


class BaseClient(ErasedGeneric[H]):
    """The settings of a client.

    Args:
        api: The API.
        credentials: Values by name, or callables that return them. Credentials that are
            missing or `None` are read from the environment.
        base_url: Base URL of the API, optionally with a path and a query. Default: the
            environment variable `<PREFIX>_BASE_URL`, or the server of the document. A
            base URL also replaces the servers of single operations. A user name and
            password in it are sent as HTTP Basic credentials.
        timeout: Timeout in seconds, an `httpx2.Timeout`, or `None` for no timeout.
            It limits each wait for the server, not their sum. Default: the timeout of
            `http_client` if it sets one, otherwise 600 seconds, and 5 seconds to connect.
        max_retries: Maximum number of times that a failed request is retried.
        default_headers: Headers of every request; the value `omit` removes a header.
        default_query: Query parameters of every request.
        http_client: The httpx2 client to use, with its proxies, hooks and transports.
            Default: one that is created for the first request.
        total_timeout: Maximum duration of a call in seconds: of all attempts, the delays
            between them, and reading the body, also that of a stream or download. Default:
            no limit.
        response_limits: Limits on the size of responses. Default: `ResponseLimits()`.
        server: Name or index of the document's server.
        server_variables: Values of the variables in the URLs of servers.
        webhook_secret: Secret that the API signs webhooks with. Default: the environment
            variable `<PREFIX>_WEBHOOK_SECRET`.
    """

    _asynchronous: ClassVar[bool] = False
    _sends_requests: ClassVar[bool] = True
    """Whether to import the HTTP library when a client is created."""
    if not TYPE_CHECKING:
        __class_getitem__ = classmethod(GenericAlias)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        defer_annotations(cls)
        # Callers import the client from the package.
        module, _, name = cls.__module__.rpartition(".")
        if name == "_client" and __name__.startswith(f"{module}._runtime."):
            set_public_module("", cls)

    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, Any] = {},
        base_url: str | httpx2.URL | None = None,
        timeout: Timeout | Omit | None = omit,
        max_retries: int = 2,
        default_headers: Headers | None = None,
        default_query: Query | None = None,
        http_client: H | None = None,
        total_timeout: float | None = None,
        response_limits: ResponseLimits | None = None,
        server: str | int = 0,
        server_variables: Mapping[str, str] = {},
        webhook_secret: str | None = None,
    ) -> None:
        self._api = api
        self._webhook_secret = webhook_secret or os.environ.get(
            f"{api.environment}_WEBHOOK_SECRET"
        )
        self._credentials = find_credentials(api.credentials, credentials)
        configured = base_url or os.environ.get(f"{api.environment}_BASE_URL") or ""
        url = str(configured).strip() or None
        # Absolute servers of operations are ignored if the caller sets a base URL.
        self._has_own_url = url is not None
        api.check_variables(server_variables)
        self._server_variables = server_variables
        self._server = api.server_index(server) if api.servers else 0
        if url is None and api.servers:
            url = api.servers[self._server].format(server_variables)
        self._base = None if url is None else split_url(url)
        self._timeout = validate_timeout(timeout)
        self._httpx2_timeout: dict[str, float | None] | None = None
        self._max_retries = validate_max_retries(max_retries)
        self._total_timeout = validate_total_timeout(total_timeout)
        self._limits = validate_limits(response_limits or ResponseLimits())
        self._headers: Headers = dict(default_headers or {})
        self._query: Query = dict(default_query or {})
        self._check_url()
        self._pool = Pool(self._check_http(http_client), self._make_http)
        self._tokens = new_tokens(self._api.credentials)
        if self._sends_requests:
            self._prepare_calls()

    def _prepare_calls(self) -> None:
        """Import what every call needs, so that the first one need not wait for it."""
        from ..transport.logs import get_logger

        self._logger = get_logger(self._api)
        import_module(".calls", __package__)

    def _make_http(self) -> H:
        """Create the httpx2 client; each subclass creates its own kind."""
        # Not an abstract method: the metaclass `ABCMeta` would clash with one of a caller.
        raise NotImplementedError

    def _check_http(self, http: H | None) -> H | None:
        """Return the caller's httpx2 client if it is of the right class."""
        validate_http_client(http, self._asynchronous)
        return http

    @property
    def base_url(self) -> str:
        """Base URL of the API; empty if none is set."""
        if self._base is None:
            return ""
        address, query = self._base
        return f"{address}?{query}" if query else address

    @base_url.setter
    def base_url(self, value: str | httpx2.URL) -> None:
        self._base, self._has_own_url = self.copy(base_url=value)._base, True

    @property
    def timeout(self) -> Timeout | None:
        """Timeout of a request in seconds, or an `httpx2.Timeout`; `None`: no timeout."""
        timeout = self._timeout
        return self._find_timeout() if isinstance(timeout, Omit) else timeout

    @timeout.setter
    def timeout(self, value: Timeout | None) -> None:
        self._timeout, self._httpx2_timeout = validate_timeout(value), None

    @property
    def total_timeout(self) -> float | None:
        """Maximum duration of a call in seconds; `None` if there is no limit."""
        return self._total_timeout

    @property
    def response_limits(self) -> ResponseLimits:
        """Limits on the size of responses."""
        return self._limits

    @property
    def max_retries(self) -> int:
        """Maximum number of times that a failed request is retried."""
        return self._max_retries

    @max_retries.setter
    def max_retries(self, value: int) -> None:
        self._max_retries = validate_max_retries(value)

    @property
    def default_headers(self) -> Headers:
        """Headers of every request, in addition to those of the client itself."""
        return dict(self._headers)

    @property
    def default_query(self) -> Query:
        """Query parameters of every request."""
        return dict(self._query)

    @property
    def webhook_secret(self) -> str | None:
        """Secret that the API signs webhooks with."""
        return self._webhook_secret

    @webhook_secret.setter
    def webhook_secret(self, value: str | None) -> None:
        self._webhook_secret = value

    def is_closed(self) -> bool:
        """Return whether this client, or one with the same connections, was closed."""
        own = self._pool.supplied
        return self._pool.closed or (own is not None and own.is_closed)

    def _set_credential(self, name: str, value: CredentialValue | None) -> None:
        """Replace a credential of this client, not of its copies."""
        change: dict[str, Any] = {name: "" if value is None else value}
        copied = self.copy(**change)  # It validates the credential.
        self._credentials, self._tokens = copied._credentials, copied._tokens

    def copy(
        self,
        *,
        base_url: str | httpx2.URL | None = None,
        timeout: Timeout | Omit | None = omit,
        max_retries: int | None = None,
        default_headers: Headers | None = None,
        default_query: Query | None = None,
        http_client: H | None = None,
        total_timeout: float | Omit | None = omit,
        response_limits: ResponseLimits | None = None,
        webhook_secret: str | None = None,
        **credentials: Any,
    ) -> Self:
        """Return a client with other settings that shares the connections.

        Args:
            base_url: As for the client. Default: unchanged.
            timeout: As for the client. Default: unchanged.
            max_retries: As for the client. Default: unchanged.
            default_headers: Headers to add to those of the client, or to override.
            default_query: Query parameters to add to those of the client, or to override.
            http_client: As for the client. Default: unchanged.
            total_timeout: As for the client. Default: unchanged.
            response_limits: As for the client. Default: unchanged.
            webhook_secret: As for the client. Default: unchanged.
            **credentials: Values by name; an empty string removes a credential.

        Raises:
            TypeError: The API has no credential of that name.
            ValueError: A number is invalid, such as a negative `max_retries`.
        """
        clone = object.__new__(type(self))
        clone.__dict__.update(self._own_state(), _httpx2_timeout=None)
        if base_url is not None:
            clone._base, clone._has_own_url = split_url(str(base_url)), True
        if timeout is not omit:
            clone._timeout = validate_timeout(timeout)
        if max_retries is not None:
            clone._max_retries = validate_max_retries(max_retries)
        if not isinstance(total_timeout, Omit):
            clone._total_timeout = validate_total_timeout(total_timeout)
        if response_limits is not None:
            clone._limits = validate_limits(response_limits)
        if webhook_secret is not None:
            clone._webhook_secret = webhook_secret
        if http_client is not None:
            clone._pool = Pool(self._check_http(http_client), clone._make_http)
        added = default_headers or {}  # At the end: the last header of a name is sent.
        clone._headers = {k: v for k, v in self._headers.items() if k not in added}
        clone._headers.update(added)
        clone._query = {**self._query, **(default_query or {})}
        if credentials:
            settings = BaseClient[Any].copy.__kwdefaults__
            clone._credentials = change_credentials(
                self._api.credentials, self._credentials, credentials, settings
            )
            clone._tokens = new_tokens(self._api.credentials)
        clone._check_url()
        return clone

    with_options = copy

    def __copy__(self) -> Self:
        return self.copy()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Return a copy with its own connections, unless `http_client` was passed."""
        clone = self.copy()
        clone._pool = Pool(self._pool.supplied, clone._make_http)
        clone._tokens = new_tokens(self._api.credentials)
        return clone

    def __getstate__(self) -> dict[str, Any]:
        """Return the settings, including the credentials, but no connections.

        Raises:
            TypeError: `http_client` was passed; it cannot be pickled.
        """
        if self._pool.supplied is not None:
            raise TypeError(
                f"cannot pickle {type(self).__name__!r} with http_client; create the"
                " client in the other process"
            )
        state = self._own_state()
        del state["_pool"], state["_tokens"]
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._pool = Pool(None, self._make_http)
        self._tokens = new_tokens(self._api.credentials)

    def _own_state(self) -> dict[str, Any]:
        """Return the attributes without the cached resources, which refer to the client."""
        return {
            name: value
            for name, value in self.__dict__.items()
            if getattr(value, "_client", None) is not self
        }

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={redact_base_url(self.base_url)!r})"

    def _check_url(self) -> None:
        """Check that the caller's base URL does not override a credential."""
        if self._has_own_url:
            self._api.check_user_information(
                self.base_url, self._credentials, self._headers
            )

    def _address(self, endpoint: Endpoint) -> tuple[str, str]:
        """Return the base URL for an endpoint, without a trailing slash, and its query.

        Raises:
            ValueError: Neither the document nor the caller sets a host.
        """
        base = self._base or ("", "")
        servers = endpoint.servers
        if servers:
            server = servers[self._server if self._server < len(servers) else 0]
            if "://" not in server.url and not server.url.startswith("{"):
                # A relative URL (OpenAPI, 4.6) belongs to the host of the base URL.
                url = urljoin(base[0], server.format(self._server_variables))
                base = split_url(url)[0], base[1]
            elif not self._has_own_url:
                base = split_url(server.format(self._server_variables))
        if "://" not in base[0]:
            address = redact_base_url(base[0])
            example = f", for example 'https://example.com{address}'"
            raise ValueError(
                f"base_url must be an absolute URL, not {address!r}: pass base_url or set"
                f" {self._api.environment}_BASE_URL"
                f"{example if address.startswith('/') else ''}"
            )
        return base

    def _credential_names(self, endpoint: Endpoint, url: str) -> tuple[str, ...]:
        """Return the names of the credentials to send with a request.

        Another origin gets only credentials that the security of the operation names.
        """
        security, always = endpoint.security, self._api.always
        security = self._api.security if security is None else security
        if always and not url.startswith(f"{self._base[0]}/" if self._base else "?"):
            from ..transport.redirects import is_same_origin

            always = always if is_same_origin(self.base_url, url) else ()
        return select_credentials(security, always, self._credentials)

    def _forget_token(self, name: str, value: CredentialValue) -> None:
        """Discard the access token of a credential after the server rejected it."""
        if self._tokens is not None:
            self._tokens.discard(name, value)

    def _own_timeout(self, http: Any) -> dict[str, float | None]:
        """Return the timeouts in seconds, by the names that httpx2 uses.

        Args:
            http: The httpx2 client, whose own timeout is the default.
        """
        if self._httpx2_timeout is None:
            timeout = self._timeout
            if isinstance(timeout, Omit):
                timeout = self._find_timeout(http)
            self._httpx2_timeout = read_timeout(timeout)
        return self._httpx2_timeout

    def _find_timeout(self, http: Any = None) -> httpx2.Timeout:
        """Return the timeout that applies if the caller set none for this client."""
        import httpx2

        http = http or self._pool.supplied
        # 5 seconds are the default of httpx2, which means that none was set.
        if http is None or http.timeout == httpx2.Timeout(5.0):
            return httpx2.Timeout(DEFAULT_TIMEOUT, connect=DEFAULT_CONNECT_TIMEOUT)
        return cast("httpx2.Timeout", http.timeout)
