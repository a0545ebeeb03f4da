"""Edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, deprecated, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions
    from ..types.edits import CreateEditRequestModelOption, CreateEditResponse

_CREATE = Endpoint(
    "POST", "/edits", body="application/json", returns="CreateEditResponse"
)


class Edits(Resource["EditsRaw", "EditsStreaming"]):
    """Deprecated. Edits text by instruction."""

    @deprecated("This call is deprecated.")
    def create(
        self,
        *,
        model: str | CreateEditRequestModelOption,
        instruction: str,
        input: str | None | Omit = omit,
        n: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateEditResponse:
        """Edit text by instruction.

        Deprecated. Request the edit in a chat completion instead.

        Args:
            model: The model that edits the text.
            instruction: The instruction that describes the edit.
            input: The text to edit. If omitted, the model generates new text. Default:
                `""`.
            n: The number of edited texts to generate. At least 1, at most 20. Default:
                `1`.
            temperature: The sampling temperature. Higher values produce more varied
                text; 0 is nearly deterministic. Set either this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. Set either this or `temperature`, not both. At least 0, at
                most 1. Default: `1`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The edited texts. Their number is set by `n`.

        Example:
            client.edits.create(
                model="text-davinci-edit-001",
                input="The brake pad are wore out.",
                instruction="Correct the grammar.",
            )
        """
        return self._call(
            _CREATE,
            body={
                "model": model,
                "instruction": instruction,
                "input": input,
                "n": n,
                "temperature": temperature,
                "top_p": top_p,
            },
            options=options,
        )


class AsyncEdits(AsyncResource["AsyncEditsRaw", "AsyncEditsStreaming"]):
    """Deprecated. Edits text by instruction."""

    @deprecated("This call is deprecated.")
    async def create(
        self,
        *,
        model: str | CreateEditRequestModelOption,
        instruction: str,
        input: str | None | Omit = omit,
        n: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateEditResponse:
        """Edit text by instruction.

        Deprecated. Request the edit in a chat completion instead.

        Args:
            model: The model that edits the text.
            instruction: The instruction that describes the edit.
            input: The text to edit. If omitted, the model generates new text. Default:
                `""`.
            n: The number of edited texts to generate. At least 1, at most 20. Default:
                `1`.
            temperature: The sampling temperature. Higher values produce more varied
                text; 0 is nearly deterministic. Set either this or `top_p`, not both.
                At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. Set either this or `temperature`, not both. At least 0, at
                most 1. Default: `1`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The edited texts. Their number is set by `n`.

        Example:
            await client.edits.create(
                model="text-davinci-edit-001",
                input="The brake pad are wore out.",
                instruction="Correct the grammar.",
            )
        """
        return await self._call(
            _CREATE,
            body={
                "model": model,
                "instruction": instruction,
                "input": input,
                "n": n,
                "temperature": temperature,
                "top_p": top_p,
            },
            options=options,
        )


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class EditsRaw(_runtime.RawResource):
        """Methods of `Edits` that return the response."""

        create = _runtime.raw_method(Edits.create)

    class AsyncEditsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncEdits` that return the response."""

        create = _runtime.async_raw_method(AsyncEdits.create)

    class EditsStreaming(_runtime.StreamingResource):
        """Methods of `Edits` that return an unread response."""

        create = _runtime.streaming_method(Edits.create)

    class AsyncEditsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncEdits` that return an unread response."""

        create = _runtime.async_streaming_method(AsyncEdits.create)
