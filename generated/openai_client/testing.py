"""A mock of the API for your tests: it answers offline and records what was asked.

    mock = MockAPI()
    client = OpenAI(http_client=mock.client())

Nothing of the client needs this module; it is loaded by those who import it.
"""

from __future__ import annotations

from pathlib import Path

import httpx2

from ._runtime.testing.mock import MockRequest, MockTransport, MockUpload


class MockAPI(MockTransport):
    """Answers every call with what the document shows, or what it is told to answer.

    Args:
        base_url: The `base_url` of the client, where that is none of the document's
            servers and paths are to be exact.
    """

    def __init__(self, base_url: str = "") -> None:
        super().__init__(Path(__file__).with_name("_samples.json"), base_url)


def mock_client() -> httpx2.Client:
    """What `OpenAI(http_client=…)` takes to be answered by a new `MockAPI`."""
    return MockAPI().client()


def async_mock_client() -> httpx2.AsyncClient:
    """What `AsyncOpenAI(http_client=…)` takes to be answered by a new `MockAPI`."""
    return MockAPI().async_client()


__all__ = [
    "MockAPI",
    "MockRequest",
    "MockUpload",
    "async_mock_client",
    "mock_client",
]
