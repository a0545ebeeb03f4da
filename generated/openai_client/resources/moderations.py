"""Moderations."""

from __future__ import annotations

from functools import cached_property
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


class Moderations(Resource):
    """Classification of harmful text and images."""

    @cached_property
    def with_raw_response(self) -> ModerationsRaw:
        """The same methods, giving the answer with its status and headers."""
        return ModerationsRaw(self)

    @cached_property
    def with_streaming_response(self) -> ModerationsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return ModerationsStreaming(self)

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


class AsyncModerations(AsyncResource):
    """Classification of harmful text and images."""

    @cached_property
    def with_raw_response(self) -> AsyncModerationsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncModerationsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncModerationsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncModerationsStreaming(self)

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


class ModerationsRaw(_runtime.RawResource):
    """The calls of `Moderations`, giving the answer."""

    create = _runtime.raw_method(Moderations.create)


class AsyncModerationsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncModerations`, giving the answer."""

    create = _runtime.async_raw_method(AsyncModerations.create)


class ModerationsStreaming(_runtime.StreamingResource):
    """The calls of `Moderations`, giving the answer unread."""

    create = _runtime.streaming_method(Moderations.create)


class AsyncModerationsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncModerations`, giving the answer unread."""

    create = _runtime.async_streaming_method(AsyncModerations.create)
