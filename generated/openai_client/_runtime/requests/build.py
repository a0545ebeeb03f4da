"""A call as a request: a pure function of endpoint, arguments, options and settings."""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

import re
import time
from functools import lru_cache
from urllib.parse import urlencode
from typing import TYPE_CHECKING, Any, Final, cast

import httpx2

from ..client.base_client import checked_retries
from .bodies import encode_body
from ..api.credentials import Authorization, OAuth2ClientCredentials, chosen
from ..transport.logs import secret_texts
from .parameters import (
    FORBIDDEN_IN_COOKIE,
    cookie_pairs,
    expand_path,
    header_value,
    parse_template,
    query_pairs,
)
from ..sentinels import Omit, omit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..client.base_client import BaseClient
    from .bodies import Content
    from ..api.credentials import Revealed
    from ..api.endpoint import Endpoint
    from ..api.options import Headers, RequestOptions

_CONTROL: Final = r"[\x00-\x08\x0a-\x1f\x7f]"
# A token (RFC 9110, 5.6.2).
_HEADER_NAME: Final = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
# As `RequestOptions`, which is not asked, as that is for type checkers.
_OPTIONS: Final = frozenset(
    ("extra_headers", "extra_query", "extra_body", "timeout", "max_retries")
)
_EMPTY: Final[Mapping[str, Any]] = {}


class Call:
    """All that is needed to send a call, as often as it takes.

    Attributes:
        names: The credentials to send.
        deadline: When nothing of it is waited for any more, in seconds of the monotonic
            clock.
        retries: How often it may be sent again.
        streams: Whether the answer is a stream of items.
        granted: The credentials that were sent.
        renewed: Whether refused tokens were forgotten already.
        tokens: Those that the last attempt carried, by the names of their credentials.
        arguments: What it was made from, beside client and endpoint.
    """

    __slots__ = (
        "client",
        "endpoint",
        "url",
        "query",
        "headers",
        "cookies",
        "media",
        "content",
        "timeout",
        "deadline",
        "retries",
        "names",
        "streams",
        "granted",
        "renewed",
        "tokens",
        "arguments",
    )

    def __init__(
        self,
        client: BaseClient[Any],
        endpoint: Endpoint,
        path: Mapping[str, object] | None,
        query: Mapping[str, object] | None,
        headers: Mapping[str, object] | None,
        cookies: Mapping[str, object] | None,
        body: object,
        options: RequestOptions | None,
    ) -> None:
        self.arguments = (path, query, headers, cookies, body, options)
        options = options or {}
        if options and not _OPTIONS.issuperset(options):
            _refuse_others(options)
        self.client = client
        self.endpoint = endpoint
        self.url, self.query = _location(
            client, endpoint, path or _EMPTY, query, options.get("extra_query")
        )
        self.streams = _streams(endpoint, options.get("extra_body"), body, query)
        encoded = encode_body(endpoint, body, options.get("extra_body"))
        self.media, self.content = encoded or (None, b"")
        self.headers = self._merged_headers(headers, options.get("extra_headers"))
        self.cookies = cookie_pairs(cookies, endpoint.styles) if cookies else []
        self.deadline: float | None = None
        timeout = options.get("timeout", omit)
        self.timeout = (
            None if isinstance(timeout, Omit) else httpx2.Timeout(timeout).as_dict()
        )
        self.retries = checked_retries(options.get("max_retries", client.max_retries))
        api = client._api
        security = api.security if endpoint.security is None else endpoint.security
        self.names = chosen(security, api.always, client._credentials)
        self.granted: list[str] = []
        self.renewed = False
        self.tokens: dict[str, Revealed] = {}

    def _merged_headers(
        self, given: Mapping[str, object] | None, extra: Headers | None
    ) -> dict[str, tuple[str, str] | None]:
        """Headers by name in small letters; `None` where one is taken away."""
        endpoint, api = self.endpoint, self.client._api
        accept = endpoint.stream_media if self.streams else endpoint.accept
        merged: dict[str, tuple[str, str] | None] = {
            "accept": ("Accept", accept),
            "user-agent": ("User-Agent", f"{api.name}/{api.version}"),
        }
        if self.media is not None:
            merged["content-type"] = ("Content-Type", self.media)
        _add(merged, self.client._headers)
        for name, value in (given or _EMPTY).items():
            text = header_value(name, value, endpoint.styles)
            if text is not None:
                merged[name.lower()] = (name, text)
        _add(merged, extra or _EMPTY)
        key = endpoint.idempotency
        if key is not None and key.lower() not in merged:
            from uuid import uuid4

            # Made here, once, so that every attempt carries the same.
            merged[key.lower()] = (key, str(uuid4()))
        return merged

    def renew(self) -> bool:
        """Forgets the tokens that a 401 refused, once; whether there were any."""
        if self.renewed:
            return False
        self.renewed = True
        for name, value in self.tokens.items():
            self.client._tokens.forget(name, value)
        return bool(self.tokens)

    @property
    def secrets(self) -> list[str]:
        """What no message may show: credentials, and what has the name of one."""
        headers = [pair for pair in self.headers.values() if pair is not None]
        url = f"{self.url}?{self.query}"
        return [*self.granted, *secret_texts(headers, url)]

    def can_repeat(self) -> bool:
        """Whether the body can be sent (once more)."""
        content = self.content
        if isinstance(content, bytes):
            return True
        return content.repeatable or not content.begun

    def request(
        self, http: httpx2.Client | httpx2.AsyncClient, secrets: Mapping[str, Revealed]
    ) -> httpx2.Request:
        """The request of one attempt.

        Args:
            http: Whose headers, query and cookies go along where ours say nothing.
            secrets: The values of the credentials in `names`.
        """
        granted = Authorization()
        for name, value in secrets.items():
            credential = self.client._api.credentials[name]
            credential.apply(value, granted)
            if isinstance(credential, OAuth2ClientCredentials):
                self.tokens[name] = value
        self.granted = [*self.granted, *granted.secrets]
        url, query = self.url, self.query
        if granted.query:
            query = _joined(query, urlencode(granted.query))
        if http.params:
            query = _joined(query, http.params)
        timeout = self.timeout or self.client._own_timeout(http)
        if self.deadline is not None:
            timeout = _until(timeout, self.deadline)
        request = httpx2.Request(
            self.endpoint.method,
            _checked_url(f"{url}?{query}" if query else url),
            headers=self._header_list(http, granted),
            cookies=http.cookies if http.cookies else None,
            content=_sendable(self.content, isinstance(http, httpx2.AsyncClient)),
            extensions={"timeout": timeout},
        )
        # httpx2 puts methods in capitals; those that are not standard keep their case.
        request.method = self.endpoint.method
        if self.cookies or granted.cookies:
            _add_cookies(request, [*self.cookies, *granted.cookies])
        return request

    def _header_list(
        self, http: httpx2.Client | httpx2.AsyncClient, granted: Authorization
    ) -> list[tuple[bytes, bytes]]:
        ours = self.headers
        listed = [
            pair
            for pair in http.headers.raw
            if pair[0].lower().decode("latin-1") not in ours
        ]
        for name, value in granted.headers:
            if name.lower() not in ours:
                listed.append(_header(name, value))
        listed.extend(_header(*pair) for pair in ours.values() if pair is not None)
        content = self.content
        if not isinstance(content, bytes):
            length = content.length
            if length is not None and "content-length" not in ours:
                listed.append((b"Content-Length", b"%d" % length))
        return listed


def _refuse_others(options: Iterable[str]) -> None:
    """Raises a `TypeError` as Python does for a function that takes named arguments only."""
    for name in options:
        if name not in _OPTIONS:
            raise TypeError(
                f"unexpected keyword argument {name!r}; what the API's document lacks"
                " can be sent by extra_query, extra_headers and extra_body"
            )


def _checked_url(text: str) -> httpx2.URL:
    try:
        return httpx2.URL(text)
    except httpx2.InvalidURL as error:
        # Without the URL, which may hold a key.
        raise ValueError(f"the URL of the request cannot be: {error}") from error


def _location(
    client: BaseClient[Any],
    endpoint: Endpoint,
    path: Mapping[str, object],
    query: Mapping[str, object] | None,
    extra: Mapping[str, object] | None,
) -> tuple[str, str]:
    """The URL without its query, and the query."""
    template = endpoint.template
    if template is None:
        template = endpoint.template = parse_template(endpoint.path)
    filled, of_path = expand_path(template, path, endpoint.styles)
    if filled.startswith(("https://", "http://")):
        address, of_base = "", ""
    else:
        address, of_base = client._address(endpoint)
    text = f"{of_base}&{of_path}" if of_base and of_path else of_base or of_path
    if query or extra or client._query:
        merged = {**client._query, **_without_omitted(query), **(extra or _EMPTY)}
        pairs = query_pairs(merged, endpoint.styles, query or _EMPTY)
        text = _joined(text, "&".join(f"{name}={value}" for name, value in pairs))
    return address + filled, text


def _without_omitted(values: Mapping[str, object] | None) -> Mapping[str, object]:
    # An omitted argument must not hide a default of the client.
    if not values:
        return _EMPTY
    return {name: value for name, value in values.items() if value is not omit}


def _until(
    timeout: dict[str, float | None], deadline: float
) -> dict[str, float | None]:
    """The timeout, where it is shorter than what is left."""
    left = max(deadline - time.monotonic(), 0.001)
    return {
        name: left if value is None else min(value, left)
        for name, value in timeout.items()
    }


def _streams(endpoint: Endpoint, *places: object) -> bool:
    """Whether the answer will be a stream: the first of the places that says so counts."""
    if endpoint.stream is None:
        return False
    if endpoint.returns is None:
        return True
    name, asking = endpoint.switch
    for place in places:
        members = cast("dict[str, object]", place) if isinstance(place, dict) else {}
        if isinstance(said := members.get(name), type(asking)):
            return said == asking
    return endpoint.streams


def _add(
    merged: dict[str, tuple[str, str] | None], headers: Mapping[str, str | Omit]
) -> None:
    for name, value in headers.items():
        merged[name.lower()] = None if isinstance(value, Omit) else (name, value)


@lru_cache(256)
def _header_name(name: str) -> bytes:
    if not re.fullmatch(_HEADER_NAME, name):
        raise ValueError(f"{name!r} is no name of a header")
    return name.encode("ascii")


def _header(name: str, value: str) -> tuple[bytes, bytes]:
    # Told without the value, which may be a key read from a file with its line break.
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"the header {name!r} is a str, not {type(value).__name__}")
    if not value.isprintable() and re.search(_CONTROL, value):
        raise ValueError(f"the header {name!r} holds a line break or control character")
    return _header_name(name), value.strip().encode()


def _joined(query: str, more: object) -> str:
    text = str(more)
    return f"{query}&{text}" if query and text else query or text


def _sendable(content: Content, asynchronous: bool) -> Any:
    """The content as httpx2 takes it, which must not be both kinds of iterable."""
    if isinstance(content, bytes):
        return content or None
    return _AsyncContent(content) if asynchronous else _SyncContent(content)


class _SyncContent:
    __slots__ = ("_content",)

    def __init__(self, content: Any) -> None:
        self._content = content

    def __iter__(self) -> Any:
        return iter(self._content)


class _AsyncContent:
    __slots__ = ("_content",)

    def __init__(self, content: Any) -> None:
        self._content = content

    def __aiter__(self) -> Any:
        return self._content.__aiter__()


def _add_cookies(request: httpx2.Request, pairs: list[tuple[str, str]]) -> None:
    for name, value in pairs:
        if re.search(FORBIDDEN_IN_COOKIE, value):
            raise ValueError(
                f"the cookie {name!r} holds a space, semicolon or control character"
            )
    texts = [f"{name}={value}" for name, value in pairs]
    # Else httpx2 takes what the others have in common, which may be ASCII.
    request.headers.encoding = "utf-8"
    existing = request.headers.get("cookie")
    request.headers["Cookie"] = "; ".join([existing, *texts] if existing else texts)
