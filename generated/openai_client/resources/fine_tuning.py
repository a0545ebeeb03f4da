"""Fine tuning."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Unpack

    from .._runtime import AsyncPaginator, Omit, RequestOptions
    from ..types.fine_tuning import (
        AsyncListFineTuningJobCheckpointsPage,
        AsyncListFineTuningJobEventsPage,
        AsyncListPaginatedFineTuningJobsPage,
        CreateFineTuningJobRequestModelOption,
        FineTuneMethod,
        FineTuningIntegration,
        FineTuningJob,
        FineTuningJobCheckpoint,
        FineTuningJobEvent,
        ListFineTuningJobCheckpointsPage,
        ListFineTuningJobEventsPage,
        ListPaginatedFineTuningJobsPage,
    )
    from ..types.fine_tuning_params import (
        CreateFineTuningJobRequestHyperparametersParam,
        FineTuneMethodParam,
        FineTuningIntegrationParam,
    )
    from ..types.shared_params import MetadataParam

_JOBS_LIST = Endpoint(
    "GET",
    "/fine_tuning/jobs",
    returns="ListPaginatedFineTuningJobsPage",
    pagination={"kind": "id", "more": "has_more", "send": "after"},
    styles={"metadata": ("deepObject", True)},
)
_JOBS_CREATE = Endpoint(
    "POST", "/fine_tuning/jobs", body="application/json", returns="FineTuningJob"
)
_JOBS_RETRIEVE = Endpoint(
    "GET", "/fine_tuning/jobs/{fine_tuning_job_id}", returns="FineTuningJob"
)
_JOBS_LIST_EVENTS = Endpoint(
    "GET",
    "/fine_tuning/jobs/{fine_tuning_job_id}/events",
    returns="ListFineTuningJobEventsPage",
    pagination={"kind": "id", "more": "has_more", "send": "after"},
)
_JOBS_CANCEL = Endpoint(
    "POST", "/fine_tuning/jobs/{fine_tuning_job_id}/cancel", returns="FineTuningJob"
)
_JOBS_PAUSE = Endpoint(
    "POST", "/fine_tuning/jobs/{fine_tuning_job_id}/pause", returns="FineTuningJob"
)
_JOBS_RESUME = Endpoint(
    "POST", "/fine_tuning/jobs/{fine_tuning_job_id}/resume", returns="FineTuningJob"
)
_JOBS_CHECKPOINTS_LIST = Endpoint(
    "GET",
    "/fine_tuning/jobs/{fine_tuning_job_id}/checkpoints",
    returns="ListFineTuningJobCheckpointsPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_JOBS_CREATE_AND_POLL = _runtime.Polling(
    _JOBS_RETRIEVE,
    start=_JOBS_CREATE,
    until=("succeeded", "failed", "cancelled"),
    ids={"fine_tuning_job_id": "id"},
)
_JOBS_POLL = _runtime.Polling(
    _JOBS_RETRIEVE, until=("succeeded", "failed", "cancelled")
)


class Checkpoints(Resource["CheckpointsRaw", "CheckpointsStreaming"]):
    """Checkpoints."""

    def list(
        self,
        fine_tuning_job_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListFineTuningJobCheckpointsPage:
        """List the checkpoints of a fine-tuning job.

        Lists the models that were saved during training. Each checkpoint can be used
        like the final model.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of checkpoints per page. Default: `10`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of checkpoints, newest first.

        Example:
            client.fine_tuning.jobs.checkpoints.list("ftjob-4mWq8ZnT")
        """
        return self._call(
            _JOBS_CHECKPOINTS_LIST,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            query={"after": after, "limit": limit},
            options=options,
        )


class AsyncCheckpoints(
    AsyncResource["AsyncCheckpointsRaw", "AsyncCheckpointsStreaming"]
):
    """Checkpoints."""

    def list(
        self,
        fine_tuning_job_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListFineTuningJobCheckpointsPage, FineTuningJobCheckpoint]:
        """List the checkpoints of a fine-tuning job.

        Lists the models that were saved during training. Each checkpoint can be used
        like the final model.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of checkpoints per page. Default: `10`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of checkpoints, newest first.

        Example:
            await client.fine_tuning.jobs.checkpoints.list("ftjob-4mWq8ZnT")
        """
        return self._page(
            _JOBS_CHECKPOINTS_LIST,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            query={"after": after, "limit": limit},
            options=options,
        )


class Jobs(Resource["JobsRaw", "JobsStreaming"]):
    """Jobs."""

    @cached_property
    def checkpoints(self) -> Checkpoints:
        """Checkpoints."""
        return Checkpoints(self._client)

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        metadata: Mapping[str, str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListPaginatedFineTuningJobsPage:
        """List fine-tuning jobs.

        Args:
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            metadata: Returns only jobs with this metadata, for example
                `metadata[team]=search`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of fine-tuning jobs, newest first.

        Example:
            client.fine_tuning.jobs.list()
        """
        return self._call(
            _JOBS_LIST,
            query={"after": after, "limit": limit, "metadata": metadata},
            options=options,
        )

    def create(
        self,
        *,
        model: str | CreateFineTuningJobRequestModelOption,
        training_file: str,
        hyperparameters: CreateFineTuningJobRequestHyperparametersParam | Omit = omit,
        suffix: str | None | Omit = omit,
        validation_file: str | None | Omit = omit,
        integrations: (
            Sequence[FineTuningIntegration | FineTuningIntegrationParam] | None | Omit
        ) = omit,
        seed: int | None | Omit = omit,
        method: FineTuneMethod | FineTuneMethodParam | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> FineTuningJob:
        """Create a fine-tuning job.

        Queues a job that trains a copy of a model on your examples.

        Args:
            model: The base model.
            training_file: The ID of the training file, which must have been uploaded
                with the purpose `fine-tune`. It contains one JSON example per line.
            hyperparameters: Deprecated. The hyperparameters of the training. Use
                `method` instead.
            suffix: A suffix for the name of the fine-tuned model. Older servers accept
                up to 40 characters. At least 1 character, at most 64 characters.
            validation_file: The ID of a validation file. It should not share examples
                with the training file.
            integrations: The integrations to enable for the job.
            seed: A seed for reproducible training. If omitted, the server chooses one.
                At least 0, at most 2147483647.
            method: The training method and its hyperparameters.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created job, which is queued.

        Example:
            client.fine_tuning.jobs.create(
                model="gpt-4o-mini-2024-07-18",
                training_file="file-2xGd8RtS",
            )
        """
        return self._call(
            _JOBS_CREATE,
            body={
                "model": model,
                "training_file": training_file,
                "hyperparameters": hyperparameters,
                "suffix": suffix,
                "validation_file": validation_file,
                "integrations": integrations,
                "seed": seed,
                "method": method,
                "metadata": metadata,
            },
            options=options,
        )

    def retrieve(
        self, fine_tuning_job_id: str, **options: Unpack[RequestOptions]
    ) -> FineTuningJob:
        """Retrieve a fine-tuning job.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tuning job with the given ID.

        Example:
            client.fine_tuning.jobs.retrieve("ftjob-4mWq8ZnT")
        """
        return self._call(
            _JOBS_RETRIEVE,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            options=options,
        )

    def list_events(
        self,
        fine_tuning_job_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListFineTuningJobEventsPage:
        """List the events of a fine-tuning job.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of events, newest first.

        Example:
            client.fine_tuning.jobs.list_events("ftjob-4mWq8ZnT")
        """
        return self._call(
            _JOBS_LIST_EVENTS,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            query={"after": after, "limit": limit},
            options=options,
        )

    def cancel(
        self, fine_tuning_job_id: str, **options: Unpack[RequestOptions]
    ) -> FineTuningJob:
        """Cancel a fine-tuning job.

        Cancels a queued or running job immediately.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tuning job with its updated status.

        Example:
            client.fine_tuning.jobs.cancel("ftjob-4mWq8ZnT")
        """
        return self._call(
            _JOBS_CANCEL,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            options=options,
        )

    def pause(
        self, fine_tuning_job_id: str, **options: Unpack[RequestOptions]
    ) -> FineTuningJob:
        """Pause a fine-tuning job.

        Pauses a running job. Its training progress is kept, and the job can be resumed.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tuning job.

        Example:
            client.fine_tuning.jobs.pause("ftjob-4mWq8ZnT")
        """
        return self._call(
            _JOBS_PAUSE,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            options=options,
        )

    def resume(
        self, fine_tuning_job_id: str, **options: Unpack[RequestOptions]
    ) -> FineTuningJob:
        """Resume a fine-tuning job.

        Resumes a paused job at the point where it was paused.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tuning job.

        Example:
            client.fine_tuning.jobs.resume("ftjob-4mWq8ZnT")
        """
        return self._call(
            _JOBS_RESUME,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            options=options,
        )

    def create_and_poll(
        self,
        *,
        model: str | CreateFineTuningJobRequestModelOption,
        training_file: str,
        hyperparameters: CreateFineTuningJobRequestHyperparametersParam | Omit = omit,
        suffix: str | None | Omit = omit,
        validation_file: str | None | Omit = omit,
        integrations: (
            Sequence[FineTuningIntegration | FineTuningIntegrationParam] | None | Omit
        ) = omit,
        seed: int | None | Omit = omit,
        method: FineTuneMethod | FineTuneMethodParam | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        on_poll: Callable[[FineTuningJob], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> FineTuningJob:
        """Call `create` and poll until a terminal status.

        Polling ends when `status` is one of `succeeded`, `failed`, `cancelled`. A
        failed operation is returned like any other.

        Args:
            model: The base model.
            training_file: The ID of the training file, which must have been uploaded
                with the purpose `fine-tune`. It contains one JSON example per line.
            hyperparameters: Deprecated. The hyperparameters of the training. Use
                `method` instead.
            suffix: A suffix for the name of the fine-tuned model. Older servers accept
                up to 40 characters. At least 1 character, at most 64 characters.
            validation_file: The ID of a validation file. It should not share examples
                with the training file.
            integrations: The integrations to enable for the job.
            seed: A seed for reproducible training. If omitted, the server chooses one.
                At least 0, at most 2147483647.
            method: The training method and its hyperparameters.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
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
            _JOBS_CREATE_AND_POLL,
            body={
                "model": model,
                "training_file": training_file,
                "hyperparameters": hyperparameters,
                "suffix": suffix,
                "validation_file": validation_file,
                "integrations": integrations,
                "seed": seed,
                "method": method,
                "metadata": metadata,
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
        fine_tuning_job_id: str,
        *,
        on_poll: Callable[[FineTuningJob], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> FineTuningJob:
        """Poll `retrieve` until a terminal status.

        Polling ends when `status` is one of `succeeded`, `failed`, `cancelled`. A
        failed operation is returned like any other.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
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
            _JOBS_POLL,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )


class AsyncJobs(AsyncResource["AsyncJobsRaw", "AsyncJobsStreaming"]):
    """Jobs."""

    @cached_property
    def checkpoints(self) -> AsyncCheckpoints:
        """Checkpoints."""
        return AsyncCheckpoints(self._client)

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        metadata: Mapping[str, str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListPaginatedFineTuningJobsPage, FineTuningJob]:
        """List fine-tuning jobs.

        Args:
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            metadata: Returns only jobs with this metadata, for example
                `metadata[team]=search`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of fine-tuning jobs, newest first.

        Example:
            await client.fine_tuning.jobs.list()
        """
        return self._page(
            _JOBS_LIST,
            query={"after": after, "limit": limit, "metadata": metadata},
            options=options,
        )

    async def create(
        self,
        *,
        model: str | CreateFineTuningJobRequestModelOption,
        training_file: str,
        hyperparameters: CreateFineTuningJobRequestHyperparametersParam | Omit = omit,
        suffix: str | None | Omit = omit,
        validation_file: str | None | Omit = omit,
        integrations: (
            Sequence[FineTuningIntegration | FineTuningIntegrationParam] | None | Omit
        ) = omit,
        seed: int | None | Omit = omit,
        method: FineTuneMethod | FineTuneMethodParam | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> FineTuningJob:
        """Create a fine-tuning job.

        Queues a job that trains a copy of a model on your examples.

        Args:
            model: The base model.
            training_file: The ID of the training file, which must have been uploaded
                with the purpose `fine-tune`. It contains one JSON example per line.
            hyperparameters: Deprecated. The hyperparameters of the training. Use
                `method` instead.
            suffix: A suffix for the name of the fine-tuned model. Older servers accept
                up to 40 characters. At least 1 character, at most 64 characters.
            validation_file: The ID of a validation file. It should not share examples
                with the training file.
            integrations: The integrations to enable for the job.
            seed: A seed for reproducible training. If omitted, the server chooses one.
                At least 0, at most 2147483647.
            method: The training method and its hyperparameters.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created job, which is queued.

        Example:
            await client.fine_tuning.jobs.create(
                model="gpt-4o-mini-2024-07-18",
                training_file="file-2xGd8RtS",
            )
        """
        return await self._call(
            _JOBS_CREATE,
            body={
                "model": model,
                "training_file": training_file,
                "hyperparameters": hyperparameters,
                "suffix": suffix,
                "validation_file": validation_file,
                "integrations": integrations,
                "seed": seed,
                "method": method,
                "metadata": metadata,
            },
            options=options,
        )

    async def retrieve(
        self, fine_tuning_job_id: str, **options: Unpack[RequestOptions]
    ) -> FineTuningJob:
        """Retrieve a fine-tuning job.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tuning job with the given ID.

        Example:
            await client.fine_tuning.jobs.retrieve("ftjob-4mWq8ZnT")
        """
        return await self._call(
            _JOBS_RETRIEVE,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            options=options,
        )

    def list_events(
        self,
        fine_tuning_job_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListFineTuningJobEventsPage, FineTuningJobEvent]:
        """List the events of a fine-tuning job.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of events, newest first.

        Example:
            await client.fine_tuning.jobs.list_events("ftjob-4mWq8ZnT")
        """
        return self._page(
            _JOBS_LIST_EVENTS,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            query={"after": after, "limit": limit},
            options=options,
        )

    async def cancel(
        self, fine_tuning_job_id: str, **options: Unpack[RequestOptions]
    ) -> FineTuningJob:
        """Cancel a fine-tuning job.

        Cancels a queued or running job immediately.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tuning job with its updated status.

        Example:
            await client.fine_tuning.jobs.cancel("ftjob-4mWq8ZnT")
        """
        return await self._call(
            _JOBS_CANCEL,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            options=options,
        )

    async def pause(
        self, fine_tuning_job_id: str, **options: Unpack[RequestOptions]
    ) -> FineTuningJob:
        """Pause a fine-tuning job.

        Pauses a running job. Its training progress is kept, and the job can be resumed.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tuning job.

        Example:
            await client.fine_tuning.jobs.pause("ftjob-4mWq8ZnT")
        """
        return await self._call(
            _JOBS_PAUSE,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            options=options,
        )

    async def resume(
        self, fine_tuning_job_id: str, **options: Unpack[RequestOptions]
    ) -> FineTuningJob:
        """Resume a fine-tuning job.

        Resumes a paused job at the point where it was paused.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The fine-tuning job.

        Example:
            await client.fine_tuning.jobs.resume("ftjob-4mWq8ZnT")
        """
        return await self._call(
            _JOBS_RESUME,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            options=options,
        )

    async def create_and_poll(
        self,
        *,
        model: str | CreateFineTuningJobRequestModelOption,
        training_file: str,
        hyperparameters: CreateFineTuningJobRequestHyperparametersParam | Omit = omit,
        suffix: str | None | Omit = omit,
        validation_file: str | None | Omit = omit,
        integrations: (
            Sequence[FineTuningIntegration | FineTuningIntegrationParam] | None | Omit
        ) = omit,
        seed: int | None | Omit = omit,
        method: FineTuneMethod | FineTuneMethodParam | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        on_poll: Callable[[FineTuningJob], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> FineTuningJob:
        """Call `create` and poll until a terminal status.

        Polling ends when `status` is one of `succeeded`, `failed`, `cancelled`. A
        failed operation is returned like any other.

        Args:
            model: The base model.
            training_file: The ID of the training file, which must have been uploaded
                with the purpose `fine-tune`. It contains one JSON example per line.
            hyperparameters: Deprecated. The hyperparameters of the training. Use
                `method` instead.
            suffix: A suffix for the name of the fine-tuned model. Older servers accept
                up to 40 characters. At least 1 character, at most 64 characters.
            validation_file: The ID of a validation file. It should not share examples
                with the training file.
            integrations: The integrations to enable for the job.
            seed: A seed for reproducible training. If omitted, the server chooses one.
                At least 0, at most 2147483647.
            method: The training method and its hyperparameters.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
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
            _JOBS_CREATE_AND_POLL,
            body={
                "model": model,
                "training_file": training_file,
                "hyperparameters": hyperparameters,
                "suffix": suffix,
                "validation_file": validation_file,
                "integrations": integrations,
                "seed": seed,
                "method": method,
                "metadata": metadata,
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
        fine_tuning_job_id: str,
        *,
        on_poll: Callable[[FineTuningJob], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> FineTuningJob:
        """Poll `retrieve` until a terminal status.

        Polling ends when `status` is one of `succeeded`, `failed`, `cancelled`. A
        failed operation is returned like any other.

        Args:
            fine_tuning_job_id: The ID of the fine-tuning job.
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
            _JOBS_POLL,
            path={"fine_tuning_job_id": fine_tuning_job_id},
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )


class FineTuning(Resource["FineTuningRaw", "FineTuningStreaming"]):
    """Fine-tuning jobs, their events and their checkpoints."""

    @cached_property
    def jobs(self) -> Jobs:
        """Jobs."""
        return Jobs(self._client)


class AsyncFineTuning(AsyncResource["AsyncFineTuningRaw", "AsyncFineTuningStreaming"]):
    """Fine-tuning jobs, their events and their checkpoints."""

    @cached_property
    def jobs(self) -> AsyncJobs:
        """Jobs."""
        return AsyncJobs(self._client)


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class CheckpointsRaw(_runtime.RawResource):
        """Methods of `Checkpoints` that return the response."""

        list = _runtime.raw_method(Checkpoints.list)

    class AsyncCheckpointsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncCheckpoints` that return the response."""

        list = _runtime.async_raw_method(AsyncCheckpoints.list)

    class CheckpointsStreaming(_runtime.StreamingResource):
        """Methods of `Checkpoints` that return an unread response."""

        list = _runtime.streaming_method(Checkpoints.list)

    class AsyncCheckpointsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncCheckpoints` that return an unread response."""

        list = _runtime.async_streaming_method(AsyncCheckpoints.list)

    class JobsRaw(_runtime.RawResource):
        """Methods of `Jobs` that return the response."""

        checkpoints = cached_property(CheckpointsRaw)
        list = _runtime.raw_method(Jobs.list)
        create = _runtime.raw_method(Jobs.create)
        retrieve = _runtime.raw_method(Jobs.retrieve)
        list_events = _runtime.raw_method(Jobs.list_events)
        cancel = _runtime.raw_method(Jobs.cancel)
        pause = _runtime.raw_method(Jobs.pause)
        resume = _runtime.raw_method(Jobs.resume)

    class AsyncJobsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncJobs` that return the response."""

        checkpoints = cached_property(AsyncCheckpointsRaw)
        list = _runtime.async_raw_method(AsyncJobs.list)
        create = _runtime.async_raw_method(AsyncJobs.create)
        retrieve = _runtime.async_raw_method(AsyncJobs.retrieve)
        list_events = _runtime.async_raw_method(AsyncJobs.list_events)
        cancel = _runtime.async_raw_method(AsyncJobs.cancel)
        pause = _runtime.async_raw_method(AsyncJobs.pause)
        resume = _runtime.async_raw_method(AsyncJobs.resume)

    class JobsStreaming(_runtime.StreamingResource):
        """Methods of `Jobs` that return an unread response."""

        checkpoints = cached_property(CheckpointsStreaming)
        list = _runtime.streaming_method(Jobs.list)
        create = _runtime.streaming_method(Jobs.create)
        retrieve = _runtime.streaming_method(Jobs.retrieve)
        list_events = _runtime.streaming_method(Jobs.list_events)
        cancel = _runtime.streaming_method(Jobs.cancel)
        pause = _runtime.streaming_method(Jobs.pause)
        resume = _runtime.streaming_method(Jobs.resume)

    class AsyncJobsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncJobs` that return an unread response."""

        checkpoints = cached_property(AsyncCheckpointsStreaming)
        list = _runtime.async_streaming_method(AsyncJobs.list)
        create = _runtime.async_streaming_method(AsyncJobs.create)
        retrieve = _runtime.async_streaming_method(AsyncJobs.retrieve)
        list_events = _runtime.async_streaming_method(AsyncJobs.list_events)
        cancel = _runtime.async_streaming_method(AsyncJobs.cancel)
        pause = _runtime.async_streaming_method(AsyncJobs.pause)
        resume = _runtime.async_streaming_method(AsyncJobs.resume)

    class FineTuningRaw(_runtime.RawResource):
        """Methods of `FineTuning` that return the response."""

        jobs = cached_property(JobsRaw)

    class AsyncFineTuningRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncFineTuning` that return the response."""

        jobs = cached_property(AsyncJobsRaw)

    class FineTuningStreaming(_runtime.StreamingResource):
        """Methods of `FineTuning` that return an unread response."""

        jobs = cached_property(JobsStreaming)

    class AsyncFineTuningStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncFineTuning` that return an unread response."""

        jobs = cached_property(AsyncJobsStreaming)
