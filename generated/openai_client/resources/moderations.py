"""Moderations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import Omit, RequestOptions
    from ..types.moderations import (
        CreateModerationRequestModelOption,
        CreateModerationResponse,
    )
    from ..types.moderations_params import ModerationInputParam

_CREATE = Endpoint(
    "POST", "/moderations", body="application/json", returns="CreateModerationResponse"
)


class Moderations(Resource["ModerationsRaw", "ModerationsStreaming"]):
    """Classification of harmful text and images."""

    def create(
        self,
        *,
        input: str | Sequence[str] | Sequence[ModerationInputParam],
        model: str | CreateModerationRequestModelOption | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateModerationResponse:
        """Classify text and images for harmful content.

        Args:
            input: A string, a list of strings to classify separately, or a list of
                content parts to classify together.
            model: The moderation model. `omni` models support text and images; `text`
                models support only text. Default: `"omni-moderation-latest"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            One result per text, or a single result for a list of content parts.

        Example:
            client.moderations.create(
                input="Touch my bicycle again and I will break your nose.",
            )
        """
        return self._call(
            _CREATE, body={"input": input, "model": model}, options=options
        )


class AsyncModerations(
    AsyncResource["AsyncModerationsRaw", "AsyncModerationsStreaming"]
):
    """Classification of harmful text and images."""

    async def create(
        self,
        *,
        input: str | Sequence[str] | Sequence[ModerationInputParam],
        model: str | CreateModerationRequestModelOption | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateModerationResponse:
        """Classify text and images for harmful content.

        Args:
            input: A string, a list of strings to classify separately, or a list of
                content parts to classify together.
            model: The moderation model. `omni` models support text and images; `text`
                models support only text. Default: `"omni-moderation-latest"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            One result per text, or a single result for a list of content parts.

        Example:
            await client.moderations.create(
                input="Touch my bicycle again and I will break your nose.",
            )
        """
        return await self._call(
            _CREATE, body={"input": input, "model": model}, options=options
        )


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class ModerationsRaw(_runtime.RawResource):
        """Methods of `Moderations` that return the response."""

        create = _runtime.raw_method(Moderations.create)

    class AsyncModerationsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncModerations` that return the response."""

        create = _runtime.async_raw_method(AsyncModerations.create)

    class ModerationsStreaming(_runtime.StreamingResource):
        """Methods of `Moderations` that return an unread response."""

        create = _runtime.streaming_method(Moderations.create)

    class AsyncModerationsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncModerations` that return an unread response."""

        create = _runtime.async_streaming_method(AsyncModerations.create)
