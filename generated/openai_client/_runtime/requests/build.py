"""Creation of requests from an endpoint, its arguments and the settings of a client."""

# pyright: reportPrivateUsage=false
# The modules of the runtime share names that are private to callers.

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import unquote, urlencode

from ..api.api import Authorization
from ..api.arguments import (
    limit_timeouts,
    read_timeout,
    validate_max_retries,
    validate_total_timeout,
)
from ..api.redaction import secret_texts
from ..lazy import load_feature
from ..missing import NATIVE_TYPES
from ..sentinels import Omit, omit
from .bodies import encode_body, wrap_content
from .parameters import (
    add_cookies,
    add_headers,
    encode_header,
    expand_path,
    header_value,
    join_queries,
    leave_out_names,
    parse_template,
    query_names,
    query_pairs,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ..api.api import CredentialValue
    from ..api.arguments import CallArguments
    from ..api.client_protocol import ClientProtocol
    from ..api.endpoint import Endpoint
    from ..api.options import Headers, RequestOptions

_EMPTY: Final[Mapping[str, Any]] = {}


class Call:
    """A call of an operation, from which a request is created for each attempt.

    Attributes:
        accept: Media type that the argument `accept` selects; `omit` or `None` for the
            default.
        client: The client.
        endpoint: The operation.
        arguments: The arguments of the call.
        url: URL without the query.
        query: Encoded query.
        headers: Header name in lower case -> name and value; `None` removes a header.
        cookies: Names and values of cookies.
        media: Value of `Content-Type`; `None` if there is no body.
        content: Encoded body.
        cross_origin_body: Whether a redirect to another origin may carry the body; `None`
            if no option permits it.
        timeout: Timeouts in seconds by httpx2's names; `None`: those of the client.
        deadline: End of the call in seconds of the monotonic clock; `None`: no deadline.
        retries: Maximum number of retries.
        names: Names of the credentials to send.
        streams: Whether the response is a stream of items.
        sent_cookies: Declared cookies and those of credentials of the last attempt.
        sent_secrets: Secrets that were sent, which messages must not contain.
        renewed: Whether rejected access tokens were discarded.
        tokens: Access tokens of the last attempt by the name of the credential.
    """

    __slots__ = (
        "accept",
        "arguments",
        "client",
        "content",
        "cookies",
        "cross_origin_body",
        "deadline",
        "endpoint",
        "headers",
        "media",
        "names",
        "query",
        "renewed",
        "retries",
        "sent_cookies",
        "sent_secrets",
        "streams",
        "timeout",
        "tokens",
        "url",
    )

    def __init__(
        self,
        client: ClientProtocol,
        endpoint: Endpoint,
        arguments: CallArguments,
    ) -> None:
        if NATIVE_TYPES:
            native = load_feature("models.native_types")
            arguments = native.wire_arguments(endpoint, arguments)
        self.arguments = arguments
        path, query, headers, cookies, body, _ = arguments
        self.accept = headers.get("Accept") if headers else None
        media = headers.get("Content-Type") if headers else None
        options: RequestOptions = arguments.options or {}
        self.client = client
        self.endpoint = endpoint
        self.url, self.query = _location(
            client, endpoint, path or _EMPTY, query, options.get("extra_query")
        )
        self.streams = _is_streaming(endpoint, options.get("extra_body"), body, query)
        encoded = encode_body(endpoint, body, options.get("extra_body"), media)
        self.media, self.content = encoded or (None, b"")
        self.headers = self._merged_headers(headers, options.get("extra_headers"))
        self.cookies: list[tuple[str, str]] = []
        if cookies:
            styles = load_feature("requests.styles")
            self.cookies = styles.cookie_pairs(cookies, endpoint.styles)
        total = options.get("total_timeout", omit)
        total = client.total_timeout if isinstance(total, Omit) else total
        self.deadline = None if total is None else _deadline_after(total)
        timeout = options.get("timeout", omit)
        self.timeout = None if isinstance(timeout, Omit) else read_timeout(timeout)
        self.retries = validate_max_retries(
            options.get("max_retries", client.max_retries)
        )
        self.cross_origin_body: bool | None = options.get("cross_origin_body", False)
        self.names = client._credential_names(endpoint, self.url)
        self.sent_cookies: list[tuple[str, str]] = []
        self.sent_secrets: list[str] = []
        self.renewed = False
        self.tokens: dict[str, CredentialValue] = {}

    def __deepcopy__(self, memo: dict[int, Any]) -> Call:
        # So that copies of responses and pages use the same client.
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        # Without what belongs to an attempt, such as secrets and times of this process.
        # The URL of a page can differ from that of the arguments.
        location = {"url": self.url, "query": self.query}
        return Call, (self.client, self.endpoint, self.arguments), (None, location)

    def _merged_headers(
        self, arguments: Mapping[str, object] | None, extra: Headers | None
    ) -> dict[str, tuple[str, str] | None]:
        """Merge the headers of all sources, in increasing precedence."""
        endpoint, api = self.endpoint, self.client._api
        accept = endpoint.stream_media if self.streams else endpoint.accept
        merged: dict[str, tuple[str, str] | None] = {
            "accept": ("Accept", accept),
            "user-agent": ("User-Agent", f"{api.name}/{api.version}"),
        }
        if self.media is not None:
            merged["content-type"] = ("Content-Type", self.media)
        add_headers(merged, endpoint.headers)
        add_headers(merged, self.client._headers)
        for name, value in (arguments or _EMPTY).items():
            encoded = header_value(name, value, endpoint.styles)
            if encoded is not None:
                merged[name.lower()] = (name, encoded)
        add_headers(merged, extra or _EMPTY)
        key = endpoint.idempotency
        if key is not None and key.lower() not in merged:
            from uuid import uuid4

            # Created once, so that all attempts send the same key.
            merged[key.lower()] = (key, str(uuid4()))
        return merged

    def renew(self) -> bool:
        """Discard the access tokens of the last attempt after status code 401.

        Returns:
            Whether to retry: there were tokens, and this is the first time.
        """
        if self.renewed:
            return False
        self.renewed = True
        for name, value in self.tokens.items():
            self.client._forget_token(name, value)
        return bool(self.tokens)

    @property
    def secrets(self) -> list[str]:
        """Strings that messages must not contain."""
        headers = [pair for pair in self.headers.values() if pair is not None]
        url = f"{self.url}?{self.query}"
        return [*self.sent_secrets, *secret_texts(headers, url)]

    def can_repeat(self) -> bool:
        """Return whether the body can be sent, or sent again."""
        content = self.content
        if isinstance(content, bytes):
            return True
        return content.repeatable or not content.begun

    def request(
        self,
        http: httpx2.Client | httpx2.AsyncClient,
        secrets: Mapping[str, CredentialValue],
    ) -> httpx2.Request:
        """Create the request of one attempt.

        Args:
            http: The httpx2 client. Its headers, query parameters and cookies are added;
                headers and query parameters of the call take precedence.
            secrets: Values of the credentials in `names`.
        """
        authorization = Authorization()
        for name, value in secrets.items():
            credential = self.client._api.credentials[name]
            credential.apply(value, authorization)
            if credential.requests_token:
                self.tokens[name] = value
        self.sent_secrets = [*self.sent_secrets, *authorization.secrets]
        url, query = self.url, self.query
        self.leave_out_declared(authorization)
        if authorization.query:
            query = join_queries(query, urlencode(authorization.query))
        if http.params:
            own = query_names(query)
            rest = [pair for pair in http.params.multi_items() if pair[0] not in own]
            query = join_queries(query, urlencode(rest))
        self.sent_cookies = [*self.cookies, *authorization.cookies]
        return self.build_request(
            http,
            self.endpoint.method,
            self._parse_url(f"{url}?{query}" if query else url, authorization),
            self._header_list(http, authorization),
        )

    def leave_out_declared(self, authorization: Authorization) -> None:
        """Remove credentials that arguments of the call replace, as for headers."""
        if authorization.query and self.query:
            own = query_names(self.query)
            authorization.query = [x for x in authorization.query if x[0] not in own]
        if authorization.cookies and self.cookies:
            own = {name for name, _ in self.cookies}
            authorization.cookies = [
                x for x in authorization.cookies if x[0] not in own
            ]

    def _parse_url(self, url: str, authorization: Authorization) -> httpx2.URL:
        """Return a parsed URL; many calls of an operation have the URL of the last one."""
        last = self.endpoint.last_url
        if last is not None and last[0] == url:
            return last[1]
        # Imported here and below, because a request can be described without sending it.
        import httpx2

        try:
            parsed = httpx2.URL(url)
            if not 0 <= (parsed.port or 0) < 65536:  # A socket would use another one.
                raise httpx2.InvalidURL(f"port {parsed.port} is not in 0 to 65535")
        except httpx2.InvalidURL as error:
            # Without the URL, which can contain a credential.
            raise ValueError(f"invalid request URL: {error}") from error
        if not (authorization.query or parsed.userinfo):  # no credentials
            self.endpoint.last_url = url, parsed
        return parsed

    def build_request(
        self,
        http: httpx2.Client | httpx2.AsyncClient,
        method: str,
        url: httpx2.URL,
        headers: list[tuple[bytes, bytes]],
        has_body: bool = True,
        has_cookies: bool = True,
    ) -> httpx2.Request:
        """Create a request of an attempt, which can also be one after a redirect.

        Args:
            http: The httpx2 client.
            method: The HTTP method.
            url: The URL.
            headers: The headers without cookies.
            has_body: Whether the request has the body of the call.
            has_cookies: Whether the request has cookies.
        """
        timeout = self.timeout or self.client._own_timeout(http)
        if self.deadline is not None:
            timeout = limit_timeouts(timeout, self.deadline)
        import httpx2

        content = self.content if has_body else b""
        request = httpx2.Request(
            method,
            url,
            headers=headers,
            cookies=(http.cookies or None) if has_cookies else None,
            content=wrap_content(content, isinstance(http, httpx2.AsyncClient)),
            extensions={"timeout": timeout},
        )
        # httpx2 converts methods to upper case; a non-standard method keeps its case.
        request.method = method
        if request.url.userinfo and "authorization" in request.headers:
            # httpx2 would override the header by the user information of the URL.
            request.url = request.url.copy_with(userinfo=b"")
        if has_cookies and self.sent_cookies:
            add_cookies(request, self.sent_cookies)
        return request

    def _header_list(
        self, http: httpx2.Client | httpx2.AsyncClient, authorization: Authorization
    ) -> list[tuple[bytes, bytes]]:
        own = self.headers
        added = [pair for pair in authorization.headers if pair[0].lower() not in own]
        taken = {*own, *(name.lower() for name, _ in added)}
        encoded = [
            pair
            for pair in http.headers.raw
            if pair[0].lower().decode("latin-1") not in taken
        ]
        added.extend(pair for pair in own.values() if pair is not None)
        encoded.extend(encode_header(*pair) for pair in added)
        content = self.content
        if not isinstance(content, bytes):
            length = content.length
            if length is not None and "content-length" not in own:
                encoded.append((b"Content-Length", b"%d" % length))
        return encoded


def _location(
    client: ClientProtocol,
    endpoint: Endpoint,
    path: Mapping[str, object],
    query: Mapping[str, object] | None,
    extra: Mapping[str, object] | None,
) -> tuple[str, str]:
    """Return the URL without its query, and the encoded query."""
    template = endpoint.template
    if template is None:
        template = endpoint.template = parse_template(endpoint.path)
    expanded, path_query = expand_path(template, path, endpoint.styles)
    if expanded.startswith(("https://", "http://")):
        base_url, base_query = "", ""
    else:
        base_url, base_query = client._address(endpoint)
    base_query = leave_out_names(base_query, query_names(path_query))
    encoded = join_queries(base_query, path_query)
    if query or extra or client._query:
        merged = {**client._query, **_without_omitted(query), **(extra or _EMPTY)}
        pairs = query_pairs(merged, endpoint.styles, query or _EMPTY)
        encoded = leave_out_names(encoded, {*merged, *(unquote(it[0]) for it in pairs)})
        # A pair without a name is the whole query (OpenAPI 3.2, `in: querystring`).
        joined = "&".join(f"{name}={value}" if name else value for name, value in pairs)
        encoded = join_queries(encoded, joined)
    return base_url + expanded, encoded


def _without_omitted(values: Mapping[str, object] | None) -> Mapping[str, object]:
    # An omitted argument must not override a default of the client.
    if not values:
        return _EMPTY
    return {name: value for name, value in values.items() if value is not omit}


def _deadline_after(total: float) -> float | None:
    seconds = validate_total_timeout(total)
    return None if seconds is None else time.monotonic() + seconds


def _is_streaming(endpoint: Endpoint, *sources: object) -> bool:
    """Return whether the response will be a stream.

    Args:
        endpoint: The operation.
        sources: Mappings that can contain the stream parameter; the first that does
            decides.
    """
    if endpoint.stream is None:
        return False
    if endpoint.returns is None:
        return True
    name, enabled = endpoint.stream_parameter
    for source in sources:
        members = cast("dict[str, object]", source) if isinstance(source, dict) else {}
        if isinstance(value := members.get(name), type(enabled)):
            return value == enabled
    return endpoint.streams_by_default
