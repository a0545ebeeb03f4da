"""Clients for Azure OpenAI, which has other URLs and keys than OpenAI.

The tests copy this module into the folder `ext` of the client for `specs/`.
"""

from __future__ import annotations

import json

import httpx2
from typing_extensions import override

from .._client import AsyncOpenAI, OpenAI


class AzureOpenAI(OpenAI):
    """Client for a resource of Azure OpenAI.

    Args:
        azure_endpoint: URL of the resource: `https://example.openai.azure.com`.
        api_version: Version of the API: `2024-10-21`.
        api_key: Key of the resource.
        http_client: httpx2 client to use.
    """

    def __init__(
        self,
        *,
        azure_endpoint: str,
        api_version: str,
        api_key: str,
        http_client: httpx2.Client | None = None,
    ) -> None:
        super().__init__(
            api_key=api_key,
            base_url=f"{azure_endpoint.rstrip('/')}/openai",
            default_query={"api-version": api_version},
            http_client=http_client,
        )

    @override
    def _prepare_request(self, request: httpx2.Request) -> None:
        _address_deployment(request)


class AsyncAzureOpenAI(AsyncOpenAI):
    """Asynchronous client for a resource of Azure OpenAI; see `AzureOpenAI`."""

    def __init__(
        self,
        *,
        azure_endpoint: str,
        api_version: str,
        api_key: str,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            api_key=api_key,
            base_url=f"{azure_endpoint.rstrip('/')}/openai",
            default_query={"api-version": api_version},
            http_client=http_client,
        )

    @override
    async def _prepare_request(self, request: httpx2.Request) -> None:
        _address_deployment(request)


def _address_deployment(request: httpx2.Request) -> None:
    """Move the key to `api-key`, and the model of a JSON body to the URL."""
    scheme, _, key = request.headers.pop("Authorization", "").partition(" ")
    if scheme == "Bearer":
        request.headers["api-key"] = key
    if request.headers.get("Content-Type") == "application/json":
        model = json.loads(request.content).get("model")
        if isinstance(model, str):
            path = request.url.raw_path.decode().removeprefix("/openai")
            target = httpx2.URL(request.url, path="/")
            request.url = target.join(f"/openai/deployments/{model}{path}")
