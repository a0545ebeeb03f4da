"""Mock of the API for tests: it responds offline and records the requests.

Example:
    mock = MockAPI()
    client = OpenAI(http_client=mock.client())
"""

from __future__ import annotations

from pathlib import Path

import httpx2

from ._runtime.testing.mock import MockRequest, MockTransport, MockUpload


class MockAPI(MockTransport):
    """Transport that responds to every call with an example or a configured response.

    Args:
        base_url: The `base_url` of the client if it is not a server of the document, so
            that paths are matched exactly.
    """

    def __init__(self, base_url: str = "") -> None:
        super().__init__(Path(__file__).with_name("_samples.json"), base_url)


def mock_client() -> httpx2.Client:
    """Return an `http_client` for `OpenAI` that uses a new `MockAPI`."""
    return MockAPI().client()


def async_mock_client() -> httpx2.AsyncClient:
    """Return an `http_client` for `AsyncOpenAI` that uses a new `MockAPI`."""
    return MockAPI().async_client()


__all__ = [
    "MockAPI",
    "MockRequest",
    "MockUpload",
    "async_mock_client",
    "mock_client",
]
