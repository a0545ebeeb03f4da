"""The operations that a mock knows, and which of them a request is for."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import httpx2

_PARAMETER: Final = re.compile(r"\{([^{}]*)\}")


class MockOperation:
    """An operation with its sample answer.

    Attributes:
        call: How it is called: `chat.completions.create`.
        method, path: As the document says.
        data: The rest, as it stands in the file of samples.
        rank: Less where segments of the path stand for themselves, and where the path
            asks for a query.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.call: str = data["call"]
        self.method: str = data["method"]
        self.path: str = data["path"]
        self.data = data
        # Names of parameters may hold any sign.
        template, _, query = _PARAMETER.sub("{}", self.path).partition("?")
        if "://" in template:
            template = urlsplit(template).path
        self.segments = template.removeprefix("/").split("/")
        self._query = parse_qsl(query, keep_blank_values=True)
        self._names = _PARAMETER.findall(self.path)[: template.count("{}")]
        self._pattern = re.compile(
            "/".join(_pattern(segment) for segment in self.segments)
        )
        self.rank = (
            [bool(_PARAMETER.search(segment)) for segment in self.segments],
            -len(self._query),
        )

    @property
    def literals(self) -> int:
        """How many segments of its path stand for themselves."""
        return self.rank[0].count(False)

    def match(
        self, segments: list[str], query: list[tuple[str, str]]
    ) -> dict[str, str] | None:
        """The path parameters, if the path is that of the operation."""
        found = self._pattern.fullmatch("/".join(segments))
        if found is None or not all(pair in query for pair in self._query):
            return None
        return dict(zip(self._names, map(unquote, found.groups()), strict=True))


class Matched:
    """The operation that a request is for, and the path parameters."""

    def __init__(self, operation: MockOperation, parameters: dict[str, str]) -> None:
        self.operation = operation
        self.parameters = parameters


class MockOperations:
    """All operations, and where they are served.

    Args:
        data: What the file of samples holds.
        base_url: Where the client thinks the API is; `""`: the document's servers, or
            anywhere else.
    """

    def __init__(self, data: Mapping[str, Any], base_url: str) -> None:
        self.all = {item["call"]: MockOperation(item) for item in data["operations"]}
        self._strict = bool(base_url)
        servers: list[str] = [base_url] if base_url else data["servers"]
        self._bases = [_base(url) for url in servers]

    def add(self, call: str) -> MockOperation:
        """An operation that the document does not have, by method and path."""
        method, _, path = call.partition(" ")
        data = {"call": call, "method": method, "path": path, "type": ""}
        self.all[call] = MockOperation(data)
        return self.all[call]

    def called(self, call: str) -> MockOperation:
        """The operation of a call.

        Raises:
            LookupError: There is none; it says which have similar names.
        """
        found = self.all.get(call)
        if found is not None:
            return found
        if re.match(r"[A-Z]+ /", call):
            same = (item for item in self.all.values() if call == _line(item))
            return next(same, None) or self.add(call)
        near = get_close_matches(call, self.all, 3)
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
        raise LookupError(f"there is no call {call!r}{hint}")

    def find(self, request: httpx2.Request) -> Matched:
        """The operation that a request is for; segments that stand for themselves win.

        Raises:
            AssertionError: There is none; it says which there are at that path, or near.
        """
        found = list(self._at(request))
        same = [item for item in found if item.operation.method == request.method]
        if same:
            return min(same, key=lambda item: item.operation.rank)
        raise AssertionError(self._unknown(request, found))

    def _at(self, request: httpx2.Request) -> Iterator[Matched]:
        """The operations at a path, below a known server or, elsewhere, below any path."""
        url = request.url
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        path, _, text = url.raw_path.decode("ascii").partition("?")
        segments = [_canonical(item) for item in path.removeprefix("/").split("/")]
        query = parse_qsl(text, keep_blank_values=True)
        known, any_found = self._strict, False
        for host, base in self._bases:
            known = known or bool(host and re.fullmatch(host, origin))
            rest = _below(base, segments)
            for operation in self.all.values() if rest is not None else ():
                found = operation.match(rest or [], query)
                if found is not None:
                    any_found = True
                    yield Matched(operation, found)
        if not known and not any_found:
            yield from self._at_end(segments, query)

    def _at_end(
        self, segments: list[str], query: list[tuple[str, str]]
    ) -> Iterator[Matched]:
        """The operations that the end of a path is for, as much of it as possible."""
        matched: list[Matched] = []
        for operation in self.all.values():
            length = len(operation.segments)
            if length <= len(segments) and operation.literals:
                found = operation.match(segments[len(segments) - length :], query)
                if found is not None:
                    matched.append(Matched(operation, found))
        most = max((item.operation.literals for item in matched), default=0)
        yield from (item for item in matched if item.operation.literals == most)

    def _unknown(self, request: httpx2.Request, found: list[Matched]) -> str:
        asked = f"{request.method} {request.url.path}"
        if found:
            there = ", ".join(
                f"{item.operation.method} ({item.operation.call})" for item in found
            )
            return f"the API has no operation {asked}; at this path it has {there}"
        lines = {_line(item): item.call for item in self.all.values()}
        near = get_close_matches(asked, lines, 3, 0.5)
        hint = ", ".join(f"{line} ({lines[line]})" for line in near)
        return f"the API has no operation {asked}" + f"; near it: {hint}" * bool(near)


def _line(item: MockOperation) -> str:
    return f"{item.method} {item.path}"


def _canonical(segment: str) -> str:
    """A segment of a path in the one spelling of its characters."""
    return quote(unquote(segment), safe="")


def _pattern(segment: str) -> str:
    """The regular expression of a segment of a path template."""
    parts = re.split(r"\{[^{}]*\}", segment)
    return "([^/]*)".join(re.escape(_canonical(part)) for part in parts)


def _base(url: str) -> tuple[str, list[str]]:
    """Expressions of the origin of a server, `""` where it has none, and of its path."""
    scheme, separator, rest = url.partition("?")[0].partition("://")
    host, _, path = rest.partition("/") if separator else ("", "", scheme.lstrip("/"))
    origin = f"{scheme}{separator}{host}" if separator else ""
    path = path.rstrip("/")
    parts = [re.escape(part) for part in re.split(r"\{[^{}]*\}", origin)]
    return "[^/]*".join(parts), [_pattern(item) for item in path.split("/") if path]


def _below(base: list[str], segments: list[str]) -> list[str] | None:
    """What follows the path of a server; `None` where another path begins."""
    head, rest = segments[: len(base)], segments[len(base) :]
    if len(head) < len(base) or not rest:
        return None
    if all(re.fullmatch(one, two) for one, two in zip(base, head, strict=True)):
        return rest
    return None
