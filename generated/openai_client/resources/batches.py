"""Batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal, Unpack

    from .._runtime import AsyncPaginator, Omit, RequestOptions
    from ..types.batches import (
        AsyncListBatchesPage,
        Batch,
        CreateBatchRequestEndpoint,
        ListBatchesPage,
    )
    from ..types.batches_params import BatchFileExpirationAfterParam
    from ..types.shared_params import MetadataParam

_LIST = Endpoint(
    "GET",
    "/batches",
    returns="ListBatchesPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_CREATE = Endpoint("POST", "/batches", body="application/json", returns="Batch")
_RETRIEVE = Endpoint("GET", "/batches/{batch_id}", returns="Batch")
_CANCEL = Endpoint("POST", "/batches/{batch_id}/cancel", returns="Batch")
_CREATE_AND_POLL = _runtime.Polling(
    _RETRIEVE,
    start=_CREATE,
    until=("failed", "completed", "expired", "cancelled"),
    ids={"batch_id": "id"},
)
_POLL = _runtime.Polling(
    _RETRIEVE, until=("failed", "completed", "expired", "cancelled")
)


class Batches(Resource["BatchesRaw", "BatchesStreaming"]):
    """Batches."""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListBatchesPage:
        """List batches.

        Args:
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of batches, newest first.

        Example:
            client.batches.list()
        """
        return self._call(
            _LIST, query={"after": after, "limit": limit}, options=options
        )

    def create(
        self,
        *,
        input_file_id: str,
        endpoint: CreateBatchRequestEndpoint,
        completion_window: Literal["24h"],
        metadata: MetadataParam | None | Omit = omit,
        output_expires_after: BatchFileExpirationAfterParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Batch:
        """Create a batch.

        Validates the request file and then processes it in the background.

        Args:
            input_file_id: The ID of the request file, which must have been uploaded
                with the purpose `batch`.
            endpoint: The endpoint that receives all requests of the batch.
            completion_window: The time frame within which the batch is processed.
                Currently only one day is supported.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            output_expires_after: The expiration policy of the output and error files.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created batch.

        Example:
            client.batches.create(
                input_file_id="file-2xGd8RtS",
                endpoint="/v1/chat/completions",
                completion_window="24h",
                metadata={"campaign": "spring"},
            )
        """
        return self._call(
            _CREATE,
            body={
                "input_file_id": input_file_id,
                "endpoint": endpoint,
                "completion_window": completion_window,
                "metadata": metadata,
                "output_expires_after": output_expires_after,
            },
            options=options,
        )

    def retrieve(self, batch_id: str, **options: Unpack[RequestOptions]) -> Batch:
        """Retrieve a batch.

        Args:
            batch_id: The ID of the batch.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The batch with the given ID.

        Example:
            client.batches.retrieve("batch_0vHs6YpJ")
        """
        return self._call(_RETRIEVE, path={"batch_id": batch_id}, options=options)

    def cancel(self, batch_id: str, **options: Unpack[RequestOptions]) -> Batch:
        """Cancel a batch.

        Stops a batch that is in progress.

        The status is `cancelling` for up to ten minutes, then `cancelled`. Responses
        that are available at that time are in the output file.

        Args:
            batch_id: The ID of the batch.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The batch with its updated status.

        Example:
            client.batches.cancel("batch_0vHs6YpJ")
        """
        return self._call(_CANCEL, path={"batch_id": batch_id}, options=options)

    def create_and_poll(
        self,
        *,
        input_file_id: str,
        endpoint: CreateBatchRequestEndpoint,
        completion_window: Literal["24h"],
        metadata: MetadataParam | None | Omit = omit,
        output_expires_after: BatchFileExpirationAfterParam | Omit = omit,
        on_poll: Callable[[Batch], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Batch:
        """Call `create` and poll until a terminal status.

        Polling ends when `status` is one of `failed`, `completed`, `expired`,
        `cancelled`. A failed operation is returned like any other.

        Args:
            input_file_id: The ID of the request file, which must have been uploaded
                with the purpose `batch`.
            endpoint: The endpoint that receives all requests of the batch.
            completion_window: The time frame within which the batch is processed.
                Currently only one day is supported.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            output_expires_after: The expiration policy of the output and error files.
            on_poll: Function that is called with each response.
            poll_interval: Seconds between two requests. Default: as the server
                requests, else from 1 to 10.
            poll_timeout: Seconds after which a `PollTimeoutError` is raised. Default:
                none.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The last response.
        """
        return self._poll(
            _CREATE_AND_POLL,
            body={
                "input_file_id": input_file_id,
                "endpoint": endpoint,
                "completion_window": completion_window,
                "metadata": metadata,
                "output_expires_after": output_expires_after,
            },
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )

    def poll(
        self,
        batch_id: str,
        *,
        on_poll: Callable[[Batch], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Batch:
        """Poll `retrieve` until a terminal status.

        Polling ends when `status` is one of `failed`, `completed`, `expired`,
        `cancelled`. A failed operation is returned like any other.

        Args:
            batch_id: The ID of the batch.
            on_poll: Function that is called with each response.
            poll_interval: Seconds between two requests. Default: as the server
                requests, else from 1 to 10.
            poll_timeout: Seconds after which a `PollTimeoutError` is raised. Default:
                none.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The last response.
        """
        return self._poll(
            _POLL,
            path={"batch_id": batch_id},
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )


class AsyncBatches(AsyncResource["AsyncBatchesRaw", "AsyncBatchesStreaming"]):
    """Batches."""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListBatchesPage, Batch]:
        """List batches.

        Args:
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of batches, newest first.

        Example:
            await client.batches.list()
        """
        return self._page(
            _LIST, query={"after": after, "limit": limit}, options=options
        )

    async def create(
        self,
        *,
        input_file_id: str,
        endpoint: CreateBatchRequestEndpoint,
        completion_window: Literal["24h"],
        metadata: MetadataParam | None | Omit = omit,
        output_expires_after: BatchFileExpirationAfterParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Batch:
        """Create a batch.

        Validates the request file and then processes it in the background.

        Args:
            input_file_id: The ID of the request file, which must have been uploaded
                with the purpose `batch`.
            endpoint: The endpoint that receives all requests of the batch.
            completion_window: The time frame within which the batch is processed.
                Currently only one day is supported.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            output_expires_after: The expiration policy of the output and error files.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created batch.

        Example:
            await client.batches.create(
                input_file_id="file-2xGd8RtS",
                endpoint="/v1/chat/completions",
                completion_window="24h",
                metadata={"campaign": "spring"},
            )
        """
        return await self._call(
            _CREATE,
            body={
                "input_file_id": input_file_id,
                "endpoint": endpoint,
                "completion_window": completion_window,
                "metadata": metadata,
                "output_expires_after": output_expires_after,
            },
            options=options,
        )

    async def retrieve(self, batch_id: str, **options: Unpack[RequestOptions]) -> Batch:
        """Retrieve a batch.

        Args:
            batch_id: The ID of the batch.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The batch with the given ID.

        Example:
            await client.batches.retrieve("batch_0vHs6YpJ")
        """
        return await self._call(_RETRIEVE, path={"batch_id": batch_id}, options=options)

    async def cancel(self, batch_id: str, **options: Unpack[RequestOptions]) -> Batch:
        """Cancel a batch.

        Stops a batch that is in progress.

        The status is `cancelling` for up to ten minutes, then `cancelled`. Responses
        that are available at that time are in the output file.

        Args:
            batch_id: The ID of the batch.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The batch with its updated status.

        Example:
            await client.batches.cancel("batch_0vHs6YpJ")
        """
        return await self._call(_CANCEL, path={"batch_id": batch_id}, options=options)

    async def create_and_poll(
        self,
        *,
        input_file_id: str,
        endpoint: CreateBatchRequestEndpoint,
        completion_window: Literal["24h"],
        metadata: MetadataParam | None | Omit = omit,
        output_expires_after: BatchFileExpirationAfterParam | Omit = omit,
        on_poll: Callable[[Batch], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Batch:
        """Call `create` and poll until a terminal status.

        Polling ends when `status` is one of `failed`, `completed`, `expired`,
        `cancelled`. A failed operation is returned like any other.

        Args:
            input_file_id: The ID of the request file, which must have been uploaded
                with the purpose `batch`.
            endpoint: The endpoint that receives all requests of the batch.
            completion_window: The time frame within which the batch is processed.
                Currently only one day is supported.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            output_expires_after: The expiration policy of the output and error files.
            on_poll: Function that is called with each response.
            poll_interval: Seconds between two requests. Default: as the server
                requests, else from 1 to 10.
            poll_timeout: Seconds after which a `PollTimeoutError` is raised. Default:
                none.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The last response.
        """
        return await self._poll(
            _CREATE_AND_POLL,
            body={
                "input_file_id": input_file_id,
                "endpoint": endpoint,
                "completion_window": completion_window,
                "metadata": metadata,
                "output_expires_after": output_expires_after,
            },
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )

    async def poll(
        self,
        batch_id: str,
        *,
        on_poll: Callable[[Batch], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Batch:
        """Poll `retrieve` until a terminal status.

        Polling ends when `status` is one of `failed`, `completed`, `expired`,
        `cancelled`. A failed operation is returned like any other.

        Args:
            batch_id: The ID of the batch.
            on_poll: Function that is called with each response.
            poll_interval: Seconds between two requests. Default: as the server
                requests, else from 1 to 10.
            poll_timeout: Seconds after which a `PollTimeoutError` is raised. Default:
                none.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The last response.
        """
        return await self._poll(
            _POLL,
            path={"batch_id": batch_id},
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class BatchesRaw(_runtime.RawResource):
        """Methods of `Batches` that return the response."""

        list = _runtime.raw_method(Batches.list)
        create = _runtime.raw_method(Batches.create)
        retrieve = _runtime.raw_method(Batches.retrieve)
        cancel = _runtime.raw_method(Batches.cancel)

    class AsyncBatchesRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncBatches` that return the response."""

        list = _runtime.async_raw_method(AsyncBatches.list)
        create = _runtime.async_raw_method(AsyncBatches.create)
        retrieve = _runtime.async_raw_method(AsyncBatches.retrieve)
        cancel = _runtime.async_raw_method(AsyncBatches.cancel)

    class BatchesStreaming(_runtime.StreamingResource):
        """Methods of `Batches` that return an unread response."""

        list = _runtime.streaming_method(Batches.list)
        create = _runtime.streaming_method(Batches.create)
        retrieve = _runtime.streaming_method(Batches.retrieve)
        cancel = _runtime.streaming_method(Batches.cancel)

    class AsyncBatchesStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncBatches` that return an unread response."""

        list = _runtime.async_streaming_method(AsyncBatches.list)
        create = _runtime.async_streaming_method(AsyncBatches.create)
        retrieve = _runtime.async_streaming_method(AsyncBatches.retrieve)
        cancel = _runtime.async_streaming_method(AsyncBatches.cancel)
