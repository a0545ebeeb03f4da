"""The operations of a mock, and the matching of requests to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import httpx2

_TOKEN: Final = {
    "access_token": "mock-access-token",
    "token_type": "Bearer",
    "expires_in": 3600,
}
_PARAMETER: Final = re.compile(r"\{([^{}]*)\}")


class MockOperation:
    """An operation and its sample response.

    Attributes:
        call: The operation as it is called: `chat.completions.create`.
        method: HTTP method.
        path: Path template of the document.
        data: The other properties of the operation in the file of samples.
        rank: Sort key, which is smaller for more specific paths: those with literal
            segments, with segments of more literal text, and those that require a query.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.call: str = data["call"]
        self.method: str = data["method"]
        self.path: str = data["path"]
        self.data = data
        # Names of parameters may hold any sign.
        template, _, query = _PARAMETER.sub("{}", self.path).partition("?")
        names = _PARAMETER.findall(self.path)
        _, separator, rest = template.partition("://")
        if separator:
            host, _, template = rest.partition("/")
            names = names[host.count("{}") :]
        self.segments = template.removeprefix("/").split("/")
        self._query = [
            re.compile(f"{_query_pattern(name)}={_query_pattern(value)}", re.DOTALL)
            for name, value in parse_qsl(query, keep_blank_values=True)
        ]
        self._names = names
        self._pattern = re.compile(
            "/".join(_segment_pattern(segment) for segment in self.segments)
        )
        self.rank = (
            [
                ("{}" in segment, -len(segment.replace("{}", "")))
                for segment in self.segments
            ],
            -len(self._query),
        )

    @property
    def literal_count(self) -> int:
        """Number of segments of the path without parameters."""
        return sum(not has_parameter for has_parameter, _ in self.rank[0])

    def match(
        self, segments: list[str], query: list[tuple[str, str]]
    ) -> dict[str, str] | None:
        """Return the path parameters, or `None` if the path does not match."""
        match = self._pattern.fullmatch("/".join(segments))
        if match is None:
            return None
        values = [unquote(value) for value in match.groups()]
        pairs = [f"{name}={value}" for name, value in query]
        for pattern in self._query:
            pair = next(filter(None, map(pattern.fullmatch, pairs)), None)
            if pair is None:
                return None
            values += pair.groups()
        return dict(zip(self._names, values, strict=True))


class Match:
    """The operation that a request matches, and its path parameters."""

    def __init__(self, operation: MockOperation, parameters: dict[str, str]) -> None:
        self.operation = operation
        self.parameters = parameters


class MockOperations:
    """All operations, and the URLs under which they are served.

    Args:
        data: The content of the file of samples.
        base_url: The `base_url` of the client; `""` for the servers of the document, or
            any other URL.
    """

    def __init__(self, data: Mapping[str, Any], base_url: str) -> None:
        self._all = {item["call"]: MockOperation(item) for item in data["operations"]}
        self._is_strict = bool(base_url)
        servers: list[str] = [base_url] if base_url else data["servers"]
        tokens: list[str] = data.get("tokens", [])
        self._token_paths = [urlsplit(url).path for url in tokens]
        self._bases = [_base_patterns(url) for url in servers]

    def get(self, call: str) -> MockOperation:
        """Return an operation.

        Args:
            call: The operation as it is called, or a method and path. An operation that
                the document does not have is added if it is given by method and path.

        Raises:
            LookupError: There is no such operation; the message has similar names.
        """
        operation = self._all.get(call)
        if operation is not None:
            return operation
        if re.match(r"[A-Z]+ /", call):
            same = (item for item in self._all.values() if call == _method_path(item))
            return next(same, None) or self._add(call)
        from difflib import get_close_matches

        similar = get_close_matches(call, self._all, 3)
        hint = f"; did you mean {' or '.join(map(repr, similar))}?" if similar else ""
        raise LookupError(f"there is no operation {call!r}{hint}")

    def match(self, request: httpx2.Request) -> Match:
        """Return the operation that a request matches; specific paths win.

        Raises:
            AssertionError: There is none; the message has the operations of the same or
                similar paths.
        """
        matches = list(self._match_path(request))
        same = [item for item in matches if item.operation.method == request.method]
        match = min(same, key=lambda item: item.operation.rank, default=None)
        if self._requests_token(request):
            return _match_token(request, match)
        if match is not None:
            return match
        raise AssertionError(self._unknown_message(request, matches))

    def _requests_token(self, request: httpx2.Request) -> bool:
        """Return whether a request is for an access token of client credentials."""
        path = request.url.path
        return (
            request.method == "POST"
            and any(path.endswith(item) for item in self._token_paths)
            and b"grant_type=client_credentials" in request.content
        )

    def _add(self, call: str) -> MockOperation:
        method, _, path = call.partition(" ")
        data = {"call": call, "method": method, "path": path, "type": ""}
        self._all[call] = MockOperation(data)
        return self._all[call]

    def _match_path(self, request: httpx2.Request) -> Iterator[Match]:
        """Yield the operations at a path, below a known server or any other path."""
        url = request.url
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        path, _, text = url.raw_path.decode("ascii").partition("?")
        segments = [_normalize(item) for item in path.removeprefix("/").split("/")]
        query = parse_qsl(text, keep_blank_values=True)
        is_known, has_match = self._is_strict, False
        for host, base in self._bases:
            is_known = is_known or bool(host and re.fullmatch(host, origin))
            rest = _strip_base(base, segments)
            for operation in self._all.values() if rest is not None else ():
                parameters = operation.match(rest or [], query)
                if parameters is not None:
                    has_match = True
                    yield Match(operation, parameters)
        if not is_known and not has_match:
            yield from self._match_end(segments, query)

    def _match_end(
        self, segments: list[str], query: list[tuple[str, str]]
    ) -> Iterator[Match]:
        """Yield the operations that match the end of a path with most literal segments."""
        matches: list[Match] = []
        for operation in self._all.values():
            length = len(operation.segments)
            if length <= len(segments) and operation.literal_count:
                end = segments[len(segments) - length :]
                parameters = operation.match(end, query)
                if parameters is not None:
                    matches.append(Match(operation, parameters))
        most = max((item.operation.literal_count for item in matches), default=0)
        yield from (item for item in matches if item.operation.literal_count == most)

    def _unknown_message(self, request: httpx2.Request, matches: list[Match]) -> str:
        line = f"{request.method} {request.url.path}"
        if matches:
            methods = ", ".join(
                f"{item.operation.method} ({item.operation.call})" for item in matches
            )
            return f"the API has no operation {line}; the methods here are: {methods}"
        calls = {_method_path(item): item.call for item in self._all.values()}
        from difflib import get_close_matches

        similar = get_close_matches(line, calls, 3, 0.5)
        hint = ", ".join(f"{item} ({calls[item]})" for item in similar)
        return f"the API has no operation {line}" + (f"; similar: {hint}" * bool(hint))


def _match_token(request: httpx2.Request, match: Match | None) -> Match:
    """Return the operation of a token endpoint, whose sample is an access token.

    Args:
        request: Request for a token.
        match: The operation that the document or the test has for it.
    """
    call = f"POST {request.url.path}"
    data: dict[str, Any] = {"call": call, "method": "POST", "path": request.url.path}
    if match is not None:
        data = {**match.operation.data, "call": match.operation.call}
    data |= {"status": 200, "type": "application/json", "json": _TOKEN}
    return Match(MockOperation(data), match.parameters if match else {})


def _method_path(item: MockOperation) -> str:
    return f"{item.method} {item.path}"


def _normalize(segment: str) -> str:
    """Return a path segment in which the same characters are percent-encoded."""
    return quote(unquote(segment), safe="")


def _segment_pattern(segment: str) -> str:
    """Return the regular expression of a segment of a path template."""
    parts = re.split(r"\{[^{}]*\}", segment)
    return "([^/]*)".join(re.escape(_normalize(part)) for part in parts)


def _query_pattern(text: str) -> str:
    """Return the regular expression of a name or a value in the query of a path."""
    return "(.*)".join(re.escape(part) for part in text.split("{}"))


def _base_patterns(url: str) -> tuple[str, list[str]]:
    """Return regular expressions of the origin and the path segments of a server.

    The expression of the origin is `""` if the URL is relative.
    """
    scheme, separator, rest = url.partition("?")[0].partition("://")
    host, _, path = rest.partition("/") if separator else ("", "", scheme.lstrip("/"))
    origin = f"{scheme}{separator}{host}" if separator else ""
    parts = [re.escape(part) for part in re.split(r"\{[^{}]*\}", origin)]
    segments = path.rstrip("/").split("/")
    return "[^/]*".join(parts), [_segment_pattern(item) for item in segments if item]


def _strip_base(base: list[str], segments: list[str]) -> list[str] | None:
    """Return the segments after the path of a server; `None` if they are not below it."""
    start, rest = segments[: len(base)], segments[len(base) :]
    if len(start) < len(base) or not rest:
        return None
    if all(re.fullmatch(one, two) for one, two in zip(base, start, strict=True)):
        return rest
    return None
