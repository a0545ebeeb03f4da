"""A mock API as an httpx2 transport, which returns sample responses offline.

It is only loaded by the `testing` module of a client.
"""

from __future__ import annotations

import json
from threading import Lock
from typing import TYPE_CHECKING, Any

import httpx2

from ..evaluation import defer_annotations
from ..lazy import set_public_module
from .requests import MockRequest, MockUpload

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

    from typing_extensions import Unpack

    from .responses import MockResponse, ResponseOptions
    from .routing import MockOperations

__all__ = ["MockRequest", "MockResponses", "MockTransport", "MockUpload"]


class MockResponses:
    """The responses to the requests of an operation, in order; the last one is repeated."""

    def __init__(self, first: MockResponse) -> None:
        self._responses = [first]
        self._repeats = False
        self._lock = Lock()

    def then(self, **options: Unpack[ResponseOptions]) -> Self:
        """Add the response to the next request.

        Args:
            **options: As for `MockTransport.respond`.
        """
        self._responses.append(_create_response(options))
        self._repeats = False
        return self

    def next(self) -> tuple[MockResponse, bool]:
        """Return the response to the next request, and whether it is repeated."""
        with self._lock:
            if len(self._responses) > 1:
                return self._responses.pop(0), False
            repeats, self._repeats = self._repeats, True
            return self._responses[0], repeats


class MockTransport(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """A transport that returns sample responses and records requests.

    A request that matches no operation raises an AssertionError from the call.

    Args:
        samples: File of the operations and their sample responses.
        base_url: The `base_url` of the client. Default: the servers of the document, or
            any other URL.

    Attributes:
        requests: All requests, oldest first; each attempt of a call is a request.
    """

    def __init__(self, samples: Path, base_url: str = "") -> None:
        self.requests: list[MockRequest] = []
        self._samples = samples
        self._base_url = base_url
        self._loaded: MockOperations | None = None
        self._responses: dict[str, MockResponses] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} with {len(self.requests)} requests>"

    def client(self) -> httpx2.Client:
        """Return an httpx2 client that uses this transport."""
        return httpx2.Client(transport=self)

    def async_client(self) -> httpx2.AsyncClient:
        """Return an asynchronous httpx2 client that uses this transport."""
        return httpx2.AsyncClient(transport=self)

    def respond(self, call: str, **options: Unpack[ResponseOptions]) -> MockResponses:
        """Set the response to the following requests of an operation.

        Without `json`, `text`, `content`, `stream`, `error` and `reply`, the response is
        the sample if the status is a success, and empty otherwise. Responses with a
        status that clients retry request a retry without delay. If the last `json` is
        repeated for a later page of a list, the page has no items.

        Args:
            call: The operation as it is called, such as `chat.completions.create`, or a
                method and path, such as `GET /health`.
            **options: At most one of `json`, `text`, `content`, `stream`, `error` and
                `reply`, and optionally `status` and `headers`; see `ResponseOptions`.

        Returns:
            The responses, to which `.then(json=…)` adds further ones.

        Raises:
            LookupError: There is no such operation.
            TypeError: The options are unknown or exclude each other.

        Example:
            mock.respond("models.list", status=429).then(json={"data": []})
        """
        operation = self._operations().get(call)
        responses = MockResponses(_create_response(options))
        self._responses[operation.call] = responses
        return responses

    def sample(self, call: str) -> Any:
        """Return a copy of the sample response of an operation, as decoded JSON.

        For an operation that always streams, return the list of its items.

        Raises:
            LookupError: There is no such operation, or its response is not JSON.
        """
        data = self._operations().get(call).data
        if "json" in data:
            value = data["json"]
        elif "stream" in data:
            value = data["stream"]["items"]
        else:
            raise LookupError(f"the response of {call} is not JSON")
        return json.loads(json.dumps(value))

    def requests_to(self, call: str) -> list[MockRequest]:
        """Return the requests of an operation, oldest first.

        Raises:
            LookupError: There is no such operation.
        """
        name = self._operations().get(call).call
        return [request for request in self.requests if request.call == name]

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the response to a request, as `httpx2.BaseTransport` requires."""
        request.read()
        return self._handle(request)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the response to a request, as `httpx2.AsyncBaseTransport` requires."""
        await request.aread()
        return self._handle(request)

    def _handle(self, request: httpx2.Request) -> httpx2.Response:
        match = self._operations().match(request)
        mock_request = MockRequest(request, match)
        self.requests.append(mock_request)
        responses = self._responses.get(mock_request.call)
        response, repeats = (
            responses.next() if responses else (_create_response({}), False)
        )
        return response.build(mock_request, match.operation, repeats)

    def _operations(self) -> MockOperations:
        # Loaded when first needed, because a test module may create many mocks.
        if self._loaded is None:
            from .routing import MockOperations

            data = json.loads(self._samples.read_text(encoding="utf-8"))
            self._loaded = MockOperations(data, self._base_url)
        return self._loaded


def _create_response(options: ResponseOptions) -> MockResponse:
    # Imported here, because most modules of tests only import the names of the mock.
    from .responses import MockResponse

    return MockResponse(options)


set_public_module("testing", MockRequest, MockUpload)
defer_annotations(MockTransport)
