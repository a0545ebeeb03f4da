"""Fine tunes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload
from typing_extensions import deprecated

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime import AsyncStream, Omit, RequestOptions, Stream
    from ..types.fine_tunes import (
        FineTune,
        FineTuneEvent,
        ListFineTuneEventsResponse,
        ListFineTunesResponse,
    )

_LIST = Endpoint("GET", "/fine-tunes", returns="ListFineTunesResponse")
_CREATE = Endpoint("POST", "/fine-tunes", body="application/json", returns="FineTune")
_RETRIEVE = Endpoint("GET", "/fine-tunes/{fine_tune_id}", returns="FineTune")
_CANCEL = Endpoint("POST", "/fine-tunes/{fine_tune_id}/cancel", returns="FineTune")
_LIST_EVENTS = Endpoint(
    "GET",
    "/fine-tunes/{fine_tune_id}/events",
    returns="ListFineTuneEventsResponse",
    stream="FineTuneEvent",
    ends="[DONE]",
)


class FineTunes(Resource):
    """Retired. Training jobs of the first generation."""

    @cached_property
    def with_raw_response(self) -> FineTunesRaw:
        """The same methods, giving the answer with its status and headers."""
        return FineTunesRaw(self)

    @cached_property
    def with_streaming_response(self) -> FineTunesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return FineTunesStreaming(self)

    @deprecated("This call is deprecated.")
    def list(self, **options: Unpack[RequestOptions]) -> ListFineTunesResponse:
        """List your fine-tunes.

        Returns:
            All fine-tunes of your organization.

        Example: `client.fine_tunes.list()`
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
        """Start a fine-tune.

        Queues a job that trains a copy of a model on your examples.

        Args:
            training_file: The file of examples, uploaded with the purpose `fine-tune`.
            validation_file: A file of examples to test the model with. It should share
                none with the training file.
            model: The model to train. A model of your own may be trained further.
                Default: `"curie"`.
            n_epochs: How many times the training goes through all examples. Default:
                `4`.
            batch_size: How many examples go into one training step.
            learning_rate_multiplier: The factor by which the learning rate of the first
                training is multiplied.
            prompt_loss_weight: How much the prompts count, as against the completions,
                which count 1. Default: `0.01`.
            compute_classification_metrics: Whether measures of classification are
                computed from the validation file after each epoch. Default: `False`.
            classification_n_classes: How many classes there are. Needed when there are
                more than two.
            classification_positive_class: The class that counts as positive. Needed
                when there are two.
            classification_betas: For each of these numbers, the F-beta score is
                computed. Only when there are two classes.
            suffix: Text to put into the name of the trained model. At least 1
                character, at most 40 characters.

        Returns:
            The new fine-tune, which waits in a queue.

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
        """Look up a fine-tune.

        Args:
            fine_tune_id: The fine-tune's id.

        Returns:
            The fine-tune with this id, with its events.

        Example: `client.fine_tunes.retrieve("ft-7nXc2BgU")`
        """
        return self._call(
            _RETRIEVE, path={"fine_tune_id": fine_tune_id}, options=options
        )

    @deprecated("This call is deprecated.")
    def cancel(self, fine_tune_id: str, **options: Unpack[RequestOptions]) -> FineTune:
        """Cancel a fine-tune.

        Stops a fine-tune at once, whether it waits or trains.

        Args:
            fine_tune_id: The fine-tune's id.

        Returns:
            The fine-tune, with its status changed.

        Example: `client.fine_tunes.cancel("ft-7nXc2BgU")`
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
            fine_tune_id: The fine-tune's id.
            stream: Whether to send events as they happen, until the fine-tune has
                ended. Default: `False`.

        Returns:
            What has happened so far. When `stream` is true, events as they happen.

        Example: `client.fine_tunes.list_events("ft-7nXc2BgU")`
        """
        return self._call(
            _LIST_EVENTS,
            path={"fine_tune_id": fine_tune_id},
            query={"stream": stream},
            options=options,
        )


class AsyncFineTunes(AsyncResource):
    """Retired. Training jobs of the first generation."""

    @cached_property
    def with_raw_response(self) -> AsyncFineTunesRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncFineTunesRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFineTunesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncFineTunesStreaming(self)

    @deprecated("This call is deprecated.")
    async def list(self, **options: Unpack[RequestOptions]) -> ListFineTunesResponse:
        """List your fine-tunes.

        Returns:
            All fine-tunes of your organization.

        Example: `await client.fine_tunes.list()`
        """
        return await self._call(_LIST, options=options)

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
        """Start a fine-tune.

        Queues a job that trains a copy of a model on your examples.

        Args:
            training_file: The file of examples, uploaded with the purpose `fine-tune`.
            validation_file: A file of examples to test the model with. It should share
                none with the training file.
            model: The model to train. A model of your own may be trained further.
                Default: `"curie"`.
            n_epochs: How many times the training goes through all examples. Default:
                `4`.
            batch_size: How many examples go into one training step.
            learning_rate_multiplier: The factor by which the learning rate of the first
                training is multiplied.
            prompt_loss_weight: How much the prompts count, as against the completions,
                which count 1. Default: `0.01`.
            compute_classification_metrics: Whether measures of classification are
                computed from the validation file after each epoch. Default: `False`.
            classification_n_classes: How many classes there are. Needed when there are
                more than two.
            classification_positive_class: The class that counts as positive. Needed
                when there are two.
            classification_betas: For each of these numbers, the F-beta score is
                computed. Only when there are two classes.
            suffix: Text to put into the name of the trained model. At least 1
                character, at most 40 characters.

        Returns:
            The new fine-tune, which waits in a queue.

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
        """Look up a fine-tune.

        Args:
            fine_tune_id: The fine-tune's id.

        Returns:
            The fine-tune with this id, with its events.

        Example: `await client.fine_tunes.retrieve("ft-7nXc2BgU")`
        """
        return await self._call(
            _RETRIEVE, path={"fine_tune_id": fine_tune_id}, options=options
        )

    @deprecated("This call is deprecated.")
    async def cancel(
        self, fine_tune_id: str, **options: Unpack[RequestOptions]
    ) -> FineTune:
        """Cancel a fine-tune.

        Stops a fine-tune at once, whether it waits or trains.

        Args:
            fine_tune_id: The fine-tune's id.

        Returns:
            The fine-tune, with its status changed.

        Example: `await client.fine_tunes.cancel("ft-7nXc2BgU")`
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
            fine_tune_id: The fine-tune's id.
            stream: Whether to send events as they happen, until the fine-tune has
                ended. Default: `False`.

        Returns:
            What has happened so far. When `stream` is true, events as they happen.

        Example: `await client.fine_tunes.list_events("ft-7nXc2BgU")`
        """
        return await self._call(
            _LIST_EVENTS,
            path={"fine_tune_id": fine_tune_id},
            query={"stream": stream},
            options=options,
        )


class FineTunesRaw(_runtime.RawResource):
    """The calls of `FineTunes`, giving the answer."""

    list = _runtime.raw(FineTunes.list)
    create = _runtime.raw(FineTunes.create)
    retrieve = _runtime.raw(FineTunes.retrieve)
    cancel = _runtime.raw(FineTunes.cancel)
    list_events = _runtime.raw(FineTunes.list_events)


class AsyncFineTunesRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncFineTunes`, giving the answer."""

    list = _runtime.async_raw(AsyncFineTunes.list)
    create = _runtime.async_raw(AsyncFineTunes.create)
    retrieve = _runtime.async_raw(AsyncFineTunes.retrieve)
    cancel = _runtime.async_raw(AsyncFineTunes.cancel)
    list_events = _runtime.async_raw(AsyncFineTunes.list_events)


class FineTunesStreaming(_runtime.StreamingResource):
    """The calls of `FineTunes`, giving the answer unread."""

    list = _runtime.streaming(FineTunes.list)
    create = _runtime.streaming(FineTunes.create)
    retrieve = _runtime.streaming(FineTunes.retrieve)
    cancel = _runtime.streaming(FineTunes.cancel)
    list_events = _runtime.streaming(FineTunes.list_events)


class AsyncFineTunesStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncFineTunes`, giving the answer unread."""

    list = _runtime.async_streaming(AsyncFineTunes.list)
    create = _runtime.async_streaming(AsyncFineTunes.create)
    retrieve = _runtime.async_streaming(AsyncFineTunes.retrieve)
    cancel = _runtime.async_streaming(AsyncFineTunes.cancel)
    list_events = _runtime.async_streaming(AsyncFineTunes.list_events)
