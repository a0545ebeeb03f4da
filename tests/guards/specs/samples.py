"""Parse samples: curl commands, and streams of server-sent events."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.guards.specs.documents import Operation, Place

SERVER = "https://api.openai.com/v1"


@dataclass
class Request:
    """The request of a curl command."""

    method: str = ""
    url: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None
    form: list[tuple[str, str]] = field(default_factory=list)

    @property
    def path(self) -> str:
        """Path relative to the server URL."""
        assert self.url.startswith(f"{SERVER}/"), self.url
        return urlsplit(self.url.removeprefix(SERVER)).path

    @property
    def query(self) -> list[tuple[str, str]]:
        """Query parameters."""
        return parse_qsl(urlsplit(self.url).query, keep_blank_values=True)


def curl(command: str) -> Request:
    """Parse a curl command with the flags that the samples in `specs/` use."""
    name, *words = shlex.split(command.replace("\\\n", " "))
    assert name == "curl"
    request, words_left = Request(), iter(words)
    for word in words_left:
        match word:
            case "-X":
                request.method = next(words_left)
            case "-H":
                key, _, value = next(words_left).partition(": ")
                request.headers[key.lower()] = value
            case "-d":
                request.body = next(words_left)
            case "-F":
                key, _, value = next(words_left).partition("=")
                request.form.append((key, value))
            case "--output":
                next(words_left)
            case "-g" | "-N":
                pass
            case _:
                assert not word.startswith("-") and not request.url, word
                request.url = word
    if not request.method:
        request.method = "POST" if request.body is not None or request.form else "GET"
    return request


def matches(operation: Operation, path: str) -> bool:
    """Return whether a path matches the path of an operation."""
    pattern = re.sub(r"\\\{[^/]+?\\\}", "[^/{}]+", re.escape(operation.path))
    return re.fullmatch(pattern, path) is not None


def is_stream(response: str) -> bool:
    """Return whether a sample response is a stream of events."""
    return response.startswith(("data:", "event:"))


def events(response: str, schema: Place) -> Iterator[Any]:
    """Yield the events of a stream in the form that the schema describes.

    Some schemas describe only the data, others an object of event name and data.
    """
    whole = _describes_names(schema)
    for block in response.strip().split("\n\n"):
        lines = [line.partition(": ")[::2] for line in block.split("\n")]
        data = "\n".join(text for key, text in lines if key == "data")
        assert data and all(key in ("event", "data") for key, _ in lines), block
        if data == "[DONE]" and not whole:
            continue
        value = data if data == "[DONE]" else json.loads(data)
        names = [text for key, text in lines if key == "event"]
        yield {"event": names[0], "data": value} if whole else value


def _describes_names(schema: Place) -> bool:
    schema = schema.resolved()
    for key in ("oneOf", "anyOf"):
        for _, member in schema.each(key):
            return _describes_names(member)
    return {"event", "data"} <= set(schema.node.get("properties", ()))
