"""Models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import AsyncPaginator, RequestOptions
    from ..types.models import (
        AsyncListModelsPage,
        DeleteModelResponse,
        ListModelsPage,
        Model,
    )

_LIST = Endpoint(
    "GET", "/models", returns="ListModelsPage", pagination={"kind": "single"}
)
_RETRIEVE = Endpoint("GET", "/models/{model}", returns="Model")
_DELETE = Endpoint("DELETE", "/models/{model}", returns="DeleteModelResponse")


class Models(Resource["ModelsRaw", "ModelsStreaming"]):
    """Models available to your account."""

    def list(self, **options: Unpack[RequestOptions]) -> ListModelsPage:
        """List models.

        Args:
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            All models available to your account.

        Example:
            client.models.list()
        """
        return self._call(_LIST, options=options)

    def retrieve(self, model: str, **options: Unpack[RequestOptions]) -> Model:
        """Retrieve a model.

        Args:
            model: The ID of the model.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The model with the given ID.

        Example:
            client.models.retrieve("gpt-4o-mini")
        """
        return self._call(_RETRIEVE, path={"model": model}, options=options)

    def delete(
        self, model: str, **options: Unpack[RequestOptions]
    ) -> DeleteModelResponse:
        """Delete a fine-tuned model.

        Only owners of the organization that trained the model can delete it.

        Args:
            model: The ID of the model.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the model and its deletion status.

        Example:
            client.models.delete(
                "ft:gpt-4o-mini-2024-07-18:cycle-shop::9fRt2LkP",
            )
        """
        return self._call(_DELETE, path={"model": model}, options=options)


class AsyncModels(AsyncResource["AsyncModelsRaw", "AsyncModelsStreaming"]):
    """Models available to your account."""

    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPaginator[AsyncListModelsPage, Model]:
        """List models.

        Args:
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            All models available to your account.

        Example:
            await client.models.list()
        """
        return self._page(_LIST, options=options)

    async def retrieve(self, model: str, **options: Unpack[RequestOptions]) -> Model:
        """Retrieve a model.

        Args:
            model: The ID of the model.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The model with the given ID.

        Example:
            await client.models.retrieve("gpt-4o-mini")
        """
        return await self._call(_RETRIEVE, path={"model": model}, options=options)

    async def delete(
        self, model: str, **options: Unpack[RequestOptions]
    ) -> DeleteModelResponse:
        """Delete a fine-tuned model.

        Only owners of the organization that trained the model can delete it.

        Args:
            model: The ID of the model.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the model and its deletion status.

        Example:
            await client.models.delete(
                "ft:gpt-4o-mini-2024-07-18:cycle-shop::9fRt2LkP",
            )
        """
        return await self._call(_DELETE, path={"model": model}, options=options)


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class ModelsRaw(_runtime.RawResource):
        """Methods of `Models` that return the response."""

        list = _runtime.raw_method(Models.list)
        retrieve = _runtime.raw_method(Models.retrieve)
        delete = _runtime.raw_method(Models.delete)

    class AsyncModelsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncModels` that return the response."""

        list = _runtime.async_raw_method(AsyncModels.list)
        retrieve = _runtime.async_raw_method(AsyncModels.retrieve)
        delete = _runtime.async_raw_method(AsyncModels.delete)

    class ModelsStreaming(_runtime.StreamingResource):
        """Methods of `Models` that return an unread response."""

        list = _runtime.streaming_method(Models.list)
        retrieve = _runtime.streaming_method(Models.retrieve)
        delete = _runtime.streaming_method(Models.delete)

    class AsyncModelsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncModels` that return an unread response."""

        list = _runtime.async_streaming_method(AsyncModels.list)
        retrieve = _runtime.async_streaming_method(AsyncModels.retrieve)
        delete = _runtime.async_streaming_method(AsyncModels.delete)
