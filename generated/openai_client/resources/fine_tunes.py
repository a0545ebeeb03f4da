"""Fine tunes."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, deprecated, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime import AsyncPaginator, AsyncStream, Omit, RequestOptions, Stream
    from ..types.fine_tunes import (
        AsyncListFineTunesPage,
        FineTune,
        FineTuneEvent,
        ListFineTuneEventsResponse,
        ListFineTunesPage,
    )

_LIST = Endpoint(
    "GET", "/fine-tunes", returns="ListFineTunesPage", pagination={"kind": "single"}
)
_CREATE = Endpoint("POST", "/fine-tunes", body="application/json", returns="FineTune")
_RETRIEVE = Endpoint("GET", "/fine-tunes/{fine_tune_id}", returns="FineTune")
_CANCEL = Endpoint("POST", "/fine-tunes/{fine_tune_id}/cancel", returns="FineTune")
_LIST_EVENTS = Endpoint(
    "GET",
    "/fine-tunes/{fine_tune_id}/events",
    returns="ListFineTuneEventsResponse",
    stream="FineTuneEvent",
    end_marker="[DONE]",
)


class FineTunes(Resource["FineTunesRaw", "FineTunesStreaming"]):
    """Deprecated. First-generation fine-tuning."""

    @deprecated("This call is deprecated.")
    def list(self, **options: Unpack[RequestOptions]) -> ListFineTunesPage:
        """List fine-tunes.

        Args:
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            All fine-tunes of the organization.

        Example:
            client.fine_tunes.list()
        """
        return self._call(_LIST, options=options)

    @deprecated("This call is deprecated.")
    def create(
        self,
        *,
        training_file: str,
        validation_file: str | None | Omit = omit,
        model: str | Literal["ada", "babbage", "curie", "davinci"] | None | Omit = omit,
        n_epochs: int | None | Omit = omit,
        batch_size: int | None | Omit = omit,
        learning_rate_multiplier: float | None | Omit = omit,
        prompt_loss_weight: float | None | Omit = omit,
        compute_classification_metrics: bool | None | Omit = omit,
        classification_n_classes: int | None | Omit = omit,
        classification_positive_class: str | None | Omit = omit,
        classification_betas: Sequence[float] | None | Omit = omit,
        suffix: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> FineTune:
        """Create a fine-tune.

        Queues a job that trains a copy of a model on your examples.

        Args:
            training_file: The ID of the training file, which must have been uploaded
                with the purpose `fine-tune`.
            validation_file: The ID of a validation file. It should not share examples
                with the training file.
            model: The base model. It can be a model that was fine-tuned before.
                Default: `"curie"`.
            n_epochs: The number of training epochs. Default: `4`.
            batch_size: The number of examples per training step.
            learning_rate_multiplier: The factor that is applied to the learning rate of
                the original training.
            prompt_loss_weight: The loss weight of the prompt tokens, relative to the
                completion tokens, which have a weight of 1. Default: `0.01`.
            compute_classification_metrics: Whether to compute classification metrics
                from the validation file after each epoch. Default: `False`.
            classification_n_classes: The number of classes. Required for multiclass
                classification.
            classification_positive_class: The positive class. Required for binary
                classification.
            classification_betas: The beta values for which F-beta scores are computed.
                Valid only for binary classification.
            suffix: A suffix for the name of the fine-tuned model. At least 1 character,
                at most 40 characters.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created fine-tune, which is queued.

        Example:
            client.fine_tunes.create(
                training_file="file-2xGd8RtS",
                model="curie",
                suffix="reviews",
            )
        """
        return self._call(
            _CREATE,
            body={
                "training_file": training_file,
                "validation_file": validation_file,
                "model": model,
                "n_epochs": n_epochs,
                "batch_size": batch_size,
                "learning_rate_multiplier": learning_rate_multiplier,
                "prompt_loss_weight": prompt_loss_weight,
                "compute_classification_metrics": compute_classification_metrics,
                "classification_n_classes": classification_n_classes,
                "classification_positive_class": classification_positive_class,
                "classification_betas": classification_betas,
                "suffix": suffix,
            },
            options=options,
        )

    @deprecated("This call is deprecated.")
    def retrieve(
        self, fine_tune_id: str, **options: Unpack[RequestOptions]
    ) -> FineTune:
        """Retrieve a fine-tune.

        Args:
            fine_tune_id: The ID of the fine-tune.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tune with the given ID and its events.

        Example:
            client.fine_tunes.retrieve("ft-7nXc2BgU")
        """
        return self._call(
            _RETRIEVE, path={"fine_tune_id": fine_tune_id}, options=options
        )

    @deprecated("This call is deprecated.")
    def cancel(self, fine_tune_id: str, **options: Unpack[RequestOptions]) -> FineTune:
        """Cancel a fine-tune.

        Cancels a queued or running fine-tune immediately.

        Args:
            fine_tune_id: The ID of the fine-tune.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tune with its updated status.

        Example:
            client.fine_tunes.cancel("ft-7nXc2BgU")
        """
        return self._call(_CANCEL, path={"fine_tune_id": fine_tune_id}, options=options)

    @overload
    @deprecated("This call is deprecated.")
    def list_events(
        self,
        fine_tune_id: str,
        *,
        stream: Literal[False] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListFineTuneEventsResponse: ...

    @overload
    @deprecated("This call is deprecated.")
    def list_events(
        self,
        fine_tune_id: str,
        *,
        stream: Literal[True],
        **options: Unpack[RequestOptions],
    ) -> Stream[FineTuneEvent]: ...

    @overload
    @deprecated("This call is deprecated.")
    def list_events(
        self, fine_tune_id: str, *, stream: bool, **options: Unpack[RequestOptions]
    ) -> ListFineTuneEventsResponse | Stream[FineTuneEvent]: ...

    @deprecated("This call is deprecated.")
    def list_events(
        self,
        fine_tune_id: str,
        *,
        stream: bool | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListFineTuneEventsResponse | Stream[FineTuneEvent]:
        """List the events of a fine-tune.

        Args:
            fine_tune_id: The ID of the fine-tune.
            stream: Whether to stream events as they occur until the fine-tune ends.
                Default: `False`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A list of the events to date. If `stream` is true, a stream of events as
            they occur.

        Example:
            client.fine_tunes.list_events("ft-7nXc2BgU")
        """
        return self._call(
            _LIST_EVENTS,
            path={"fine_tune_id": fine_tune_id},
            query={"stream": stream},
            options=options,
        )


class AsyncFineTunes(AsyncResource["AsyncFineTunesRaw", "AsyncFineTunesStreaming"]):
    """Deprecated. First-generation fine-tuning."""

    @deprecated("This call is deprecated.")
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPaginator[AsyncListFineTunesPage, FineTune]:
        """List fine-tunes.

        Args:
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            All fine-tunes of the organization.

        Example:
            await client.fine_tunes.list()
        """
        return self._page(_LIST, options=options)

    @deprecated("This call is deprecated.")
    async def create(
        self,
        *,
        training_file: str,
        validation_file: str | None | Omit = omit,
        model: str | Literal["ada", "babbage", "curie", "davinci"] | None | Omit = omit,
        n_epochs: int | None | Omit = omit,
        batch_size: int | None | Omit = omit,
        learning_rate_multiplier: float | None | Omit = omit,
        prompt_loss_weight: float | None | Omit = omit,
        compute_classification_metrics: bool | None | Omit = omit,
        classification_n_classes: int | None | Omit = omit,
        classification_positive_class: str | None | Omit = omit,
        classification_betas: Sequence[float] | None | Omit = omit,
        suffix: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> FineTune:
        """Create a fine-tune.

        Queues a job that trains a copy of a model on your examples.

        Args:
            training_file: The ID of the training file, which must have been uploaded
                with the purpose `fine-tune`.
            validation_file: The ID of a validation file. It should not share examples
                with the training file.
            model: The base model. It can be a model that was fine-tuned before.
                Default: `"curie"`.
            n_epochs: The number of training epochs. Default: `4`.
            batch_size: The number of examples per training step.
            learning_rate_multiplier: The factor that is applied to the learning rate of
                the original training.
            prompt_loss_weight: The loss weight of the prompt tokens, relative to the
                completion tokens, which have a weight of 1. Default: `0.01`.
            compute_classification_metrics: Whether to compute classification metrics
                from the validation file after each epoch. Default: `False`.
            classification_n_classes: The number of classes. Required for multiclass
                classification.
            classification_positive_class: The positive class. Required for binary
                classification.
            classification_betas: The beta values for which F-beta scores are computed.
                Valid only for binary classification.
            suffix: A suffix for the name of the fine-tuned model. At least 1 character,
                at most 40 characters.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created fine-tune, which is queued.

        Example:
            await client.fine_tunes.create(
                training_file="file-2xGd8RtS",
                model="curie",
                suffix="reviews",
            )
        """
        return await self._call(
            _CREATE,
            body={
                "training_file": training_file,
                "validation_file": validation_file,
                "model": model,
                "n_epochs": n_epochs,
                "batch_size": batch_size,
                "learning_rate_multiplier": learning_rate_multiplier,
                "prompt_loss_weight": prompt_loss_weight,
                "compute_classification_metrics": compute_classification_metrics,
                "classification_n_classes": classification_n_classes,
                "classification_positive_class": classification_positive_class,
                "classification_betas": classification_betas,
                "suffix": suffix,
            },
            options=options,
        )

    @deprecated("This call is deprecated.")
    async def retrieve(
        self, fine_tune_id: str, **options: Unpack[RequestOptions]
    ) -> FineTune:
        """Retrieve a fine-tune.

        Args:
            fine_tune_id: The ID of the fine-tune.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tune with the given ID and its events.

        Example:
            await client.fine_tunes.retrieve("ft-7nXc2BgU")
        """
        return await self._call(
            _RETRIEVE, path={"fine_tune_id": fine_tune_id}, options=options
        )

    @deprecated("This call is deprecated.")
    async def cancel(
        self, fine_tune_id: str, **options: Unpack[RequestOptions]
    ) -> FineTune:
        """Cancel a fine-tune.

        Cancels a queued or running fine-tune immediately.

        Args:
            fine_tune_id: The ID of the fine-tune.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tune with its updated status.

        Example:
            await client.fine_tunes.cancel("ft-7nXc2BgU")
        """
        return await self._call(
            _CANCEL, path={"fine_tune_id": fine_tune_id}, options=options
        )

    @overload
    @deprecated("This call is deprecated.")
    async def list_events(
        self,
        fine_tune_id: str,
        *,
        stream: Literal[False] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListFineTuneEventsResponse: ...

    @overload
    @deprecated("This call is deprecated.")
    async def list_events(
        self,
        fine_tune_id: str,
        *,
        stream: Literal[True],
        **options: Unpack[RequestOptions],
    ) -> AsyncStream[FineTuneEvent]: ...

    @overload
    @deprecated("This call is deprecated.")
    async def list_events(
        self, fine_tune_id: str, *, stream: bool, **options: Unpack[RequestOptions]
    ) -> ListFineTuneEventsResponse | AsyncStream[FineTuneEvent]: ...

    @deprecated("This call is deprecated.")
    async def list_events(
        self,
        fine_tune_id: str,
        *,
        stream: bool | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListFineTuneEventsResponse | AsyncStream[FineTuneEvent]:
        """List the events of a fine-tune.

        Args:
            fine_tune_id: The ID of the fine-tune.
            stream: Whether to stream events as they occur until the fine-tune ends.
                Default: `False`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A list of the events to date. If `stream` is true, a stream of events as
            they occur.

        Example:
            await client.fine_tunes.list_events("ft-7nXc2BgU")
        """
        return await self._call(
            _LIST_EVENTS,
            path={"fine_tune_id": fine_tune_id},
            query={"stream": stream},
            options=options,
        )


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class FineTunesRaw(_runtime.RawResource):
        """Methods of `FineTunes` that return the response."""

        list = _runtime.raw_method(FineTunes.list)
        create = _runtime.raw_method(FineTunes.create)
        retrieve = _runtime.raw_method(FineTunes.retrieve)
        cancel = _runtime.raw_method(FineTunes.cancel)
        list_events = _runtime.raw_method(FineTunes.list_events)

    class AsyncFineTunesRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncFineTunes` that return the response."""

        list = _runtime.async_raw_method(AsyncFineTunes.list)
        create = _runtime.async_raw_method(AsyncFineTunes.create)
        retrieve = _runtime.async_raw_method(AsyncFineTunes.retrieve)
        cancel = _runtime.async_raw_method(AsyncFineTunes.cancel)
        list_events = _runtime.async_raw_method(AsyncFineTunes.list_events)

    class FineTunesStreaming(_runtime.StreamingResource):
        """Methods of `FineTunes` that return an unread response."""

        list = _runtime.streaming_method(FineTunes.list)
        create = _runtime.streaming_method(FineTunes.create)
        retrieve = _runtime.streaming_method(FineTunes.retrieve)
        cancel = _runtime.streaming_method(FineTunes.cancel)
        list_events = _runtime.streaming_method(FineTunes.list_events)

    class AsyncFineTunesStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncFineTunes` that return an unread response."""

        list = _runtime.async_streaming_method(AsyncFineTunes.list)
        create = _runtime.async_streaming_method(AsyncFineTunes.create)
        retrieve = _runtime.async_streaming_method(AsyncFineTunes.retrieve)
        cancel = _runtime.async_streaming_method(AsyncFineTunes.cancel)
        list_events = _runtime.async_streaming_method(AsyncFineTunes.list_events)
