"""The clients: `Acme` and `AsyncAcme`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime import (
    Api,
    ApiKey,
    AsyncClient,
    Bearer,
    Server,
    SyncClient,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ._runtime import (
        AsyncSecret,
        Headers,
        Omit,
        ResponseLimits,
        Secret,
        Timeout,
    )
    from .resources.chat import AsyncChat, Chat
    from .resources.files import AsyncFiles, Files

API = Api(
    name="acme_client",
    version="1.0.0",
    environment="ACME",
    servers=(Server("https://api.acme.test/v1"),),
    credentials={
        "api_key": Bearer(environment="ACME_API_KEY"),
        "admin_key": ApiKey("X-Admin-Key", environment="ACME_ADMIN_KEY"),
        "organization": ApiKey("Acme-Organization", environment="ACME_ORG_ID"),
    },
    security=(("api_key",),),
    always=("organization",),
    errors={"default": "ErrorResponse"},
)


class Acme(SyncClient):
    """Synchronous client of the Acme API."""

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        admin_key: Secret | None = None,
        organization: Secret | None = None,
        base_url: str | httpx2.URL | None = None,
        timeout: Timeout | Omit | None = omit,
        max_retries: int = 2,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx2.Client | None = None,
        total_timeout: float | None = None,
        response_limits: ResponseLimits | None = None,
    ) -> None:
        super().__init__(
            API,
            credentials={
                "api_key": api_key,
                "admin_key": admin_key,
                "organization": organization,
            },
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            total_timeout=total_timeout,
            response_limits=response_limits,
        )

    @cached_property
    def chat(self) -> Chat:
        """Conversations with a model."""
        from .resources.chat import Chat

        return Chat(self)

    @cached_property
    def files(self) -> Files:
        """Uploaded files."""
        from .resources.files import Files

        return Files(self)


class AsyncAcme(AsyncClient):
    """Asynchronous client of the Acme API."""

    def __init__(
        self,
        *,
        api_key: AsyncSecret | None = None,
        admin_key: AsyncSecret | None = None,
        organization: AsyncSecret | None = None,
        base_url: str | httpx2.URL | None = None,
        timeout: Timeout | Omit | None = omit,
        max_retries: int = 2,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx2.AsyncClient | None = None,
        total_timeout: float | None = None,
        response_limits: ResponseLimits | None = None,
    ) -> None:
        super().__init__(
            API,
            credentials={
                "api_key": api_key,
                "admin_key": admin_key,
                "organization": organization,
            },
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            total_timeout=total_timeout,
            response_limits=response_limits,
        )

    @cached_property
    def chat(self) -> AsyncChat:
        """Conversations with a model."""
        from .resources.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """Uploaded files."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)
