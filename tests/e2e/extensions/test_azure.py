"""The worked example: a client for Azure OpenAI in the client for `specs/`."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.client.test_shop import Serve
from tests.guards.sources import ROOT
from tests.unit.runtime.conftest import json_reply

EXAMPLE = Path(__file__).parent / "azure_openai.py"
ARGUMENTS: dict[str, Any] = {
    "model": "my-gpt",
    "messages": [{"role": "user", "content": "Hi"}],
}
REPLY = {"id": "c1", "choices": [], "created": 1, "model": "m", "object": "x"}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Return the client for chat completions, with the example as own code."""
    output = tmp_path_factory.mktemp("azure")
    folder = output / "azure_client/ext"
    folder.mkdir(parents=True)
    shutil.copy(EXAMPLE, folder / "azure.py")
    generate(ROOT / "specs/chat.yaml", output, "azure_client", "OpenAI")
    return import_from(output, "azure_client")


def test_url_and_key(package: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(REPLY), json_reply(REPLY))
    arguments = {
        "azure_endpoint": server.url,
        "api_version": "2024-10-21",
        "api_key": "k",
    }
    client = package.AzureOpenAI(**arguments)
    assert client.chat.completions.create(**ARGUMENTS).id == "c1"

    async def call() -> str:
        async with package.AsyncAzureOpenAI(**arguments) as client:
            response = await client.chat.completions.create(**ARGUMENTS)
            return str(response.id)

    assert asyncio.run(call()) == "c1"
    for request in server.received:
        path = "/openai/deployments/my-gpt/chat/completions?api-version=2024-10-21"
        assert request.target == path
        assert request.headers["api-key"] == "k"
        assert "authorization" not in request.headers
