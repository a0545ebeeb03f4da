"""What the synchronous and the asynchronous client have in common: their settings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast
from urllib.parse import urljoin

from ..transport.logs import logger_of
from ..transport.pool import Pool
from ..sentinels import Omit, omit
from .tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    from typing_extensions import Self

    from ..api.api import Api
    from ..api.endpoint import Endpoint
    from ..api.options import Headers, Query, Timeout

H = TypeVar("H")


class BaseClient(Generic[H]):
    """The settings of a client.

    Args:
        api: What the document says about the API.
        credentials: Name -> value, or a callable that gives it; for names that are
            missing or `None` the environment is asked.
        base_url: Where the API is, with a path and a query if need be. Default: the
            environment variable `<PREFIX>_BASE_URL`, else the document's server.
        timeout: Seconds to wait for the server, or an `httpx2.Timeout`; `None`: for
            ever. Default: that of `http_client` if it has one of its own, else 600 s,
            and 5 s to connect.
        max_retries: How often a failed request is sent again.
        default_headers: Headers of every request; `omit` as a value takes one away.
        default_query: Query parameters of every request.
        http_client: The httpx2 client to use, with its proxies, hooks and transports.
            Default: one that is made at the first call.
        server: Name or number of the document's server to use.
        server_variables: Values of that server's variables.
        webhook_secret: What the API signs webhooks with. Default: the environment
            variable `<PREFIX>_WEBHOOK_SECRET`.
    """

    _asynchronous: ClassVar[bool] = False

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
        server: str | int = 0,
        server_variables: Mapping[str, str] = {},
        webhook_secret: str | None = None,
    ) -> None:
        self._api = api
        self._webhook_secret = webhook_secret or os.environ.get(
            f"{api.environment}_WEBHOOK_SECRET"
        )
        self._credentials = _available(api, credentials)
        given = base_url or os.environ.get(f"{api.environment}_BASE_URL") or ""
        url = str(given).strip() or None
        # The operation's own servers count only where nobody chose another.
        self._chosen_url = url is not None
        self._server_variables = server_variables
        if url is None and api.servers:
            url = api.server(server).format(server_variables)
        self._base = None if url is None else split_url(url)
        self._timeout = timeout
        self._deadlines: dict[str, float | None] | None = None
        self._max_retries = checked_retries(max_retries)
        self._headers: Headers = dict(default_headers or {})
        self._query: Query = dict(default_query or {})
        self._pool = Pool(self._checked_http(http_client), self._make_http)
        self._tokens = Tokens()
        self._logger = logger_of(api)

    def _make_http(self) -> H:
        """A client of httpx2 where the caller gave none; either client makes its own."""
        raise NotImplementedError

    def _checked_http(self, http: H | None) -> H | None:
        """The caller's httpx2 client, if it is of our kind.

        Raises:
            TypeError: It is of the other kind, or of another library.
        """
        if http is not None:
            import httpx2

            kind = httpx2.AsyncClient if self._asynchronous else httpx2.Client
            if not isinstance(http, kind):
                name = (
                    f"{type(http).__module__.partition('.')[0]}.{type(http).__name__}"
                )
                raise TypeError(
                    f"http_client is an httpx2.{kind.__name__} here, not an {name}"
                )
        return http

    @property
    def base_url(self) -> str:
        """Where the API is."""
        if self._base is None:
            return ""
        path, query = self._base
        return f"{path}?{query}" if query else path

    @property
    def timeout(self) -> Timeout | Omit | None:
        """The seconds to wait for the server, as they were given."""
        return self._timeout

    @property
    def max_retries(self) -> int:
        """How often a failed request is sent again."""
        return self._max_retries

    @property
    def is_closed(self) -> bool:
        """Whether the client, or one that shares its pool, was closed."""
        http = self._pool.http
        return self._pool.closed or bool(getattr(http, "is_closed", False))

    def copy(
        self,
        *,
        base_url: str | httpx2.URL | None = None,
        timeout: Timeout | Omit | None = omit,
        max_retries: int | None = None,
        default_headers: Headers | None = None,
        default_query: Query | None = None,
        http_client: H | None = None,
        webhook_secret: str | None = None,
        **credentials: Any,
    ) -> Self:
        """A client with other settings that shares the pool of connections.

        Args:
            base_url, timeout, max_retries, http_client, webhook_secret: As of the client;
                what is not given stays as it is.
            default_headers, default_query: Go over those of the client.
            credentials: By their names; an empty text takes one away.

        Raises:
            TypeError: The API has no credential of that name.
            ValueError: There is a fraction, or less than nothing, to `max_retries`.
        """
        twin = object.__new__(type(self))
        # Resources hold their client, so they are not taken along.
        twin.__dict__.update(
            (name, value)
            for name, value in self.__dict__.items()
            if getattr(value, "_client", None) is not self
        )
        if base_url is not None:
            twin._base, twin._chosen_url = split_url(str(base_url)), True
        if timeout is not omit:
            twin._timeout = timeout
        if max_retries is not None:
            twin._max_retries = checked_retries(max_retries)
        if webhook_secret is not None:
            twin._webhook_secret = webhook_secret
        if http_client is not None:
            twin._pool = Pool(self._checked_http(http_client), twin._make_http)
        twin._deadlines = None
        twin._headers = {**self._headers, **(default_headers or {})}
        twin._query = {**self._query, **(default_query or {})}
        if credentials:
            _check_names(self._api, credentials)
            said = {
                name: value for name, value in credentials.items() if value is not None
            }
            twin._credentials = _given({**self._credentials, **said})
            twin._tokens = Tokens()
        return twin

    with_options = copy

    def __repr__(self) -> str:
        # Nothing but the address: user, password and query may be secret.
        url = self.base_url.partition("?")[0]
        scheme, separator, rest = url.partition("://")
        host = rest.rpartition("@")[2] if "@" in rest.partition("/")[0] else rest
        return f"{type(self).__name__}(base_url='{scheme}{separator}{host}')"

    def _address(self, endpoint: Endpoint) -> tuple[str, str]:
        """The URL, without a slash at its end, and the query that requests begin with.

        Raises:
            ValueError: The document names no host, and the caller did not either.
        """
        base = self._base or ("", "")
        if endpoint.servers and not self._chosen_url:
            url = endpoint.servers[0].format(self._server_variables)
            # A document may state servers relative to its own place (OpenAPI, 4.6).
            base = split_url(url if "://" in url else urljoin(base[0], url))
        if "://" not in base[0]:
            raise ValueError(
                f"{base[0]!r} is no address of a server: give base_url, or set"
                f" {self._api.environment}_BASE_URL"
            )
        return base

    def _own_timeout(self, http: Any) -> dict[str, float | None]:
        """The timeout in httpx2's form."""
        if self._deadlines is None:
            import httpx2

            timeout = self._timeout
            if isinstance(timeout, Omit):
                own = cast("httpx2.Timeout", http.timeout)
                # 5 s is what httpx2 gives when nobody says anything.
                standard = own == httpx2.Timeout(5.0)
                timeout = httpx2.Timeout(600.0, connect=5.0) if standard else own
            self._deadlines = httpx2.Timeout(timeout).as_dict()
        return self._deadlines


def split_url(url: str) -> tuple[str, str]:
    """Address and query of a base URL, without a slash at the address's end."""
    address, _, query = url.partition("#")[0].partition("?")
    return address.rstrip("/"), query


def _available(api: Api, credentials: Mapping[str, Any]) -> dict[str, Any]:
    _check_names(api, credentials)
    available = _given(credentials)
    for name, credential in api.credentials.items():
        if credentials.get(name) is None:
            value = credential.from_environment(os.environ)
            if value is not None:
                available[name] = value
    return available


def _given(credentials: Mapping[str, Any]) -> dict[str, Any]:
    # An empty text is what people give to servers that ask for no key.
    return {name: value for name, value in credentials.items() if value}


def _check_names(api: Api, credentials: Mapping[str, Any]) -> None:
    for name in credentials:
        if name not in api.credentials:
            known = ", ".join(api.credentials) or "none"
            raise TypeError(
                f"{name!r} is no setting or credential (which are: {known})"
            )


def checked_retries(number: Any) -> int:
    """The number, if requests can be sent again so often.

    Raises:
        ValueError: They cannot.
    """
    if not isinstance(number, int) or number < 0:
        raise ValueError(f"max_retries is a number of 0 or more, not {number!r}")
    return number
