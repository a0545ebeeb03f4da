"""A mock of an API as a transport of httpx2: answers offline, and records requests.

Loaded by a client's `testing` only; nothing else of the runtime needs it.
"""

from __future__ import annotations

import json
from threading import Lock
from typing import TYPE_CHECKING, Any

import httpx2

from .responses import Answer
from .routing import MockOperations
from .requests import MockRequest, MockUpload

if TYPE_CHECKING:
    from pathlib import Path

    from typing_extensions import Self, Unpack

    from .responses import Told

__all__ = ["Answers", "MockRequest", "MockTransport", "MockUpload"]


class Answers:
    """What a call is answered, one after the other; the last one stays."""

    def __init__(self, first: Answer) -> None:
        self._answers = [first]
        self._lock = Lock()

    def then(self, **told: Unpack[Told]) -> Self:
        """Tells what the next request is answered.

        Args:
            told: As of `MockTransport.answer`.
        """
        self._answers.append(Answer(told))
        return self

    def next(self) -> Answer:
        """The answer of the next request."""
        with self._lock:
            several = len(self._answers) > 1
            return self._answers.pop(0) if several else self._answers[0]


class MockTransport(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Answers every call of an API, and records it.

    A request that is for no operation is an AssertionError, raised from the call.

    Args:
        samples: The file of operations and their sample answers.
        base_url: The `base_url` of the client; `""`: that of the document's servers,
            or any other.

    Attributes:
        requests: What was asked, oldest first; each attempt of a call is one.
    """

    def __init__(self, samples: Path, base_url: str = "") -> None:
        self.requests: list[MockRequest] = []
        self._samples = samples
        self._base_url = base_url
        self._known: MockOperations | None = None
        self._told: dict[str, Answers] = {}

    def client(self) -> httpx2.Client:
        """A client of httpx2 whose requests are answered here."""
        return httpx2.Client(transport=self)

    def async_client(self) -> httpx2.AsyncClient:
        """As `client`, for asynchronous callers."""
        return httpx2.AsyncClient(transport=self)

    def answer(self, call: str, **told: Unpack[Told]) -> Answers:
        """Tells what a call is answered from now on, in place of what was told before.

        Args:
            call: `chat.completions.create`, or method and path of anything else:
                `GET /health`.
            told: One of `json`, `text`, `content` (bytes), `stream` (the items one by
                one; an exception among them breaks it off), `error` (an exception in
                place of an answer) and `reply` (a function that makes the answer from
                the request), with `status` and `headers`. Where none of the former is
                given, a status of success answers the sample, and any other nothing.
                Statuses that a client retries ask it to do so at once.

        Returns:
            What takes the answers that follow: `.then(json=…)`.

        Raises:
            LookupError: There is no such call.
            TypeError: More was told than one answer can be.
        """
        operation = self._operations().called(call)
        answers = self._told[operation.call] = Answers(Answer(told))
        return answers

    def sample(self, call: str) -> Any:
        """The JSON that a call is answered, to be changed and given to `answer`.

        Of a call that is always answered by a stream, the list of its items.

        Raises:
            LookupError: There is no such call, or its answer is no JSON.
        """
        data = self._operations().called(call).data
        if "json" in data:
            found = data["json"]
        elif "stream" in data:
            found = data["stream"]["items"]
        else:
            raise LookupError(f"the answer of {call} is no JSON")
        return json.loads(json.dumps(found))

    def requests_to(self, call: str) -> list[MockRequest]:
        """What was asked by one call, oldest first.

        Raises:
            LookupError: There is no such call.
        """
        name = self._operations().called(call).call
        return [request for request in self.requests if request.call == name]

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answers a request (of `httpx2.BaseTransport`)."""
        request.read()
        return self._answered(request)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answers a request (of `httpx2.AsyncBaseTransport`)."""
        await request.aread()
        return self._answered(request)

    def _answered(self, request: httpx2.Request) -> httpx2.Response:
        matched = self._operations().find(request)
        asked = MockRequest(request, matched)
        self.requests.append(asked)
        told = self._told.get(asked.call)
        answer = told.next() if told else Answer({})
        return answer.response(asked, matched.operation)

    def _operations(self) -> MockOperations:
        # Read at the first use: a module of tests may make a mock for each of them.
        if self._known is None:
            data = json.loads(self._samples.read_text(encoding="utf-8"))
            self._known = MockOperations(data, self._base_url)
        return self._known
