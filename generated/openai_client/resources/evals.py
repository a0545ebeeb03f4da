"""Evals."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime import AsyncPaginator, Omit, RequestOptions
    from ..types.evals import (
        AsyncEvalListPage,
        AsyncEvalRunListPage,
        AsyncEvalRunOutputItemListPage,
        DeleteEvalResponse,
        DeleteEvalRunResponse,
        Eval,
        EvalListPage,
        EvalRun,
        EvalRunListPage,
        EvalRunOutputItem,
        EvalRunOutputItemListPage,
        GetEvalRunsStatus,
    )
    from ..types.evals_params import (
        CreateEvalRequestDataSourceConfigParam,
        CreateEvalRequestTestingCriteriaItemParam,
        CreateEvalRunRequestDataSourceParam,
    )
    from ..types.shared_params import MetadataParam

_LIST = Endpoint(
    "GET",
    "/evals",
    returns="EvalListPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_CREATE = Endpoint("POST", "/evals", body="application/json", returns="Eval")
_RETRIEVE = Endpoint("GET", "/evals/{eval_id}", returns="Eval")
_UPDATE = Endpoint("POST", "/evals/{eval_id}", body="application/json", returns="Eval")
_DELETE = Endpoint("DELETE", "/evals/{eval_id}", returns="DeleteEvalResponse")
_RUNS_LIST = Endpoint(
    "GET",
    "/evals/{eval_id}/runs",
    returns="EvalRunListPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_RUNS_CREATE = Endpoint(
    "POST", "/evals/{eval_id}/runs", body="application/json", returns="EvalRun"
)
_RUNS_RETRIEVE = Endpoint("GET", "/evals/{eval_id}/runs/{run_id}", returns="EvalRun")
_RUNS_CANCEL = Endpoint("POST", "/evals/{eval_id}/runs/{run_id}", returns="EvalRun")
_RUNS_DELETE = Endpoint(
    "DELETE", "/evals/{eval_id}/runs/{run_id}", returns="DeleteEvalRunResponse"
)
_RUNS_OUTPUT_ITEMS_LIST = Endpoint(
    "GET",
    "/evals/{eval_id}/runs/{run_id}/output_items",
    returns="EvalRunOutputItemListPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_RUNS_OUTPUT_ITEMS_RETRIEVE = Endpoint(
    "GET",
    "/evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}",
    returns="EvalRunOutputItem",
)


class OutputItems(Resource["OutputItemsRaw", "OutputItemsStreaming"]):
    """Output items."""

    def list(
        self,
        run_id: str,
        *,
        eval_id: str,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        status: Literal["fail", "pass"] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> EvalRunOutputItemListPage:
        """List the output items of a run.

        Args:
            run_id: The ID of the run.
            eval_id: The ID of the eval.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            status: Returns only output items that passed, or only those that failed.
            order: The sort order: oldest first (`asc`) or newest first (`desc`).
                Default: `"asc"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of output items, oldest first by default.

        Example:
            client.evals.runs.output_items.list(
                eval_id="eval_2kRm8VsD",
                run_id="evalrun_6jTc1XwF",
                status="fail",
            )
        """
        return self._call(
            _RUNS_OUTPUT_ITEMS_LIST,
            path={"run_id": run_id, "eval_id": eval_id},
            query={"after": after, "limit": limit, "status": status, "order": order},
            options=options,
        )

    def retrieve(
        self,
        output_item_id: str,
        *,
        eval_id: str,
        run_id: str,
        **options: Unpack[RequestOptions],
    ) -> EvalRunOutputItem:
        """Retrieve an output item of a run.

        Args:
            output_item_id: The ID of the output item.
            eval_id: The ID of the eval.
            run_id: The ID of the run.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The output item with the given ID.

        Example:
            client.evals.runs.output_items.retrieve(
                eval_id="eval_2kRm8VsD",
                run_id="evalrun_6jTc1XwF",
                output_item_id="outputitem_3dLp7",
            )
        """
        return self._call(
            _RUNS_OUTPUT_ITEMS_RETRIEVE,
            path={
                "output_item_id": output_item_id,
                "eval_id": eval_id,
                "run_id": run_id,
            },
            options=options,
        )


class AsyncOutputItems(
    AsyncResource["AsyncOutputItemsRaw", "AsyncOutputItemsStreaming"]
):
    """Output items."""

    def list(
        self,
        run_id: str,
        *,
        eval_id: str,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        status: Literal["fail", "pass"] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncEvalRunOutputItemListPage, EvalRunOutputItem]:
        """List the output items of a run.

        Args:
            run_id: The ID of the run.
            eval_id: The ID of the eval.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            status: Returns only output items that passed, or only those that failed.
            order: The sort order: oldest first (`asc`) or newest first (`desc`).
                Default: `"asc"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of output items, oldest first by default.

        Example:
            await client.evals.runs.output_items.list(
                eval_id="eval_2kRm8VsD",
                run_id="evalrun_6jTc1XwF",
                status="fail",
            )
        """
        return self._page(
            _RUNS_OUTPUT_ITEMS_LIST,
            path={"run_id": run_id, "eval_id": eval_id},
            query={"after": after, "limit": limit, "status": status, "order": order},
            options=options,
        )

    async def retrieve(
        self,
        output_item_id: str,
        *,
        eval_id: str,
        run_id: str,
        **options: Unpack[RequestOptions],
    ) -> EvalRunOutputItem:
        """Retrieve an output item of a run.

        Args:
            output_item_id: The ID of the output item.
            eval_id: The ID of the eval.
            run_id: The ID of the run.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The output item with the given ID.

        Example:
            await client.evals.runs.output_items.retrieve(
                eval_id="eval_2kRm8VsD",
                run_id="evalrun_6jTc1XwF",
                output_item_id="outputitem_3dLp7",
            )
        """
        return await self._call(
            _RUNS_OUTPUT_ITEMS_RETRIEVE,
            path={
                "output_item_id": output_item_id,
                "eval_id": eval_id,
                "run_id": run_id,
            },
            options=options,
        )


class Runs(Resource["RunsRaw", "RunsStreaming"]):
    """Runs."""

    @cached_property
    def output_items(self) -> OutputItems:
        """Output items."""
        return OutputItems(self._client)

    def list(
        self,
        eval_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        status: GetEvalRunsStatus | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> EvalRunListPage:
        """List the runs of an eval.

        Args:
            eval_id: The ID of the eval.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order: oldest first (`asc`) or newest first (`desc`).
                Default: `"asc"`.
            status: Returns only runs with this status.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of runs, oldest first by default.

        Example:
            client.evals.runs.list("eval_2kRm8VsD")
        """
        return self._call(
            _RUNS_LIST,
            path={"eval_id": eval_id},
            query={"after": after, "limit": limit, "order": order, "status": status},
            options=options,
        )

    def create(
        self,
        eval_id: str,
        *,
        data_source: CreateEvalRunRequestDataSourceParam,
        name: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> EvalRun:
        """Create a run of an eval.

        Applies a model to the test data, or grades existing responses.

        The run is processed in the background. Poll it until its status is final.

        Args:
            eval_id: The ID of the eval.
            data_source: The source of the test data and the responses.
            name: The name of the run.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created run.
        """
        return self._call(
            _RUNS_CREATE,
            path={"eval_id": eval_id},
            body={"data_source": data_source, "name": name, "metadata": metadata},
            options=options,
        )

    def retrieve(
        self, run_id: str, *, eval_id: str, **options: Unpack[RequestOptions]
    ) -> EvalRun:
        """Retrieve a run of an eval.

        Args:
            run_id: The ID of the run.
            eval_id: The ID of the eval.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run with the given ID.

        Example:
            client.evals.runs.retrieve(
                eval_id="eval_2kRm8VsD",
                run_id="evalrun_6jTc1XwF",
            )
        """
        return self._call(
            _RUNS_RETRIEVE, path={"run_id": run_id, "eval_id": eval_id}, options=options
        )

    def cancel(
        self, run_id: str, *, eval_id: str, **options: Unpack[RequestOptions]
    ) -> EvalRun:
        """Cancel a run of an eval.

        Args:
            run_id: The ID of the run.
            eval_id: The ID of the eval.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run with its updated status.

        Example:
            client.evals.runs.cancel(
                eval_id="eval_2kRm8VsD",
                run_id="evalrun_6jTc1XwF",
            )
        """
        return self._call(
            _RUNS_CANCEL, path={"run_id": run_id, "eval_id": eval_id}, options=options
        )

    def delete(
        self, run_id: str, *, eval_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteEvalRunResponse:
        """Delete a run of an eval.

        Args:
            run_id: The ID of the run.
            eval_id: The ID of the eval.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the run and its deletion status.

        Example:
            client.evals.runs.delete(
                eval_id="eval_2kRm8VsD",
                run_id="evalrun_6jTc1XwF",
            )
        """
        return self._call(
            _RUNS_DELETE, path={"run_id": run_id, "eval_id": eval_id}, options=options
        )


class AsyncRuns(AsyncResource["AsyncRunsRaw", "AsyncRunsStreaming"]):
    """Runs."""

    @cached_property
    def output_items(self) -> AsyncOutputItems:
        """Output items."""
        return AsyncOutputItems(self._client)

    def list(
        self,
        eval_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        status: GetEvalRunsStatus | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncEvalRunListPage, EvalRun]:
        """List the runs of an eval.

        Args:
            eval_id: The ID of the eval.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order: oldest first (`asc`) or newest first (`desc`).
                Default: `"asc"`.
            status: Returns only runs with this status.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of runs, oldest first by default.

        Example:
            await client.evals.runs.list("eval_2kRm8VsD")
        """
        return self._page(
            _RUNS_LIST,
            path={"eval_id": eval_id},
            query={"after": after, "limit": limit, "order": order, "status": status},
            options=options,
        )

    async def create(
        self,
        eval_id: str,
        *,
        data_source: CreateEvalRunRequestDataSourceParam,
        name: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> EvalRun:
        """Create a run of an eval.

        Applies a model to the test data, or grades existing responses.

        The run is processed in the background. Poll it until its status is final.

        Args:
            eval_id: The ID of the eval.
            data_source: The source of the test data and the responses.
            name: The name of the run.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created run.
        """
        return await self._call(
            _RUNS_CREATE,
            path={"eval_id": eval_id},
            body={"data_source": data_source, "name": name, "metadata": metadata},
            options=options,
        )

    async def retrieve(
        self, run_id: str, *, eval_id: str, **options: Unpack[RequestOptions]
    ) -> EvalRun:
        """Retrieve a run of an eval.

        Args:
            run_id: The ID of the run.
            eval_id: The ID of the eval.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run with the given ID.

        Example:
            await client.evals.runs.retrieve(
                eval_id="eval_2kRm8VsD",
                run_id="evalrun_6jTc1XwF",
            )
        """
        return await self._call(
            _RUNS_RETRIEVE, path={"run_id": run_id, "eval_id": eval_id}, options=options
        )

    async def cancel(
        self, run_id: str, *, eval_id: str, **options: Unpack[RequestOptions]
    ) -> EvalRun:
        """Cancel a run of an eval.

        Args:
            run_id: The ID of the run.
            eval_id: The ID of the eval.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run with its updated status.

        Example:
            await client.evals.runs.cancel(
                eval_id="eval_2kRm8VsD",
                run_id="evalrun_6jTc1XwF",
            )
        """
        return await self._call(
            _RUNS_CANCEL, path={"run_id": run_id, "eval_id": eval_id}, options=options
        )

    async def delete(
        self, run_id: str, *, eval_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteEvalRunResponse:
        """Delete a run of an eval.

        Args:
            run_id: The ID of the run.
            eval_id: The ID of the eval.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the run and its deletion status.

        Example:
            await client.evals.runs.delete(
                eval_id="eval_2kRm8VsD",
                run_id="evalrun_6jTc1XwF",
            )
        """
        return await self._call(
            _RUNS_DELETE, path={"run_id": run_id, "eval_id": eval_id}, options=options
        )


class Evals(Resource["EvalsRaw", "EvalsStreaming"]):
    """Evals, their runs, and the output items of each run."""

    @cached_property
    def runs(self) -> Runs:
        """Runs."""
        return Runs(self._client)

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        order_by: Literal["created_at", "updated_at"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> EvalListPage:
        """List evals.

        Args:
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order: oldest first (`asc`) or newest first (`desc`).
                Default: `"asc"`.
            order_by: The timestamp by which evals are sorted. Default: `"created_at"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of evals, oldest first by default.

        Example:
            client.evals.list()
        """
        return self._call(
            _LIST,
            query={
                "after": after,
                "limit": limit,
                "order": order,
                "order_by": order_by,
            },
            options=options,
        )

    def create(
        self,
        *,
        data_source_config: CreateEvalRequestDataSourceConfigParam,
        testing_criteria: Sequence[CreateEvalRequestTestingCriteriaItemParam],
        name: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Eval:
        """Create an eval.

        Creates a test: the schema of its data, and the graders that evaluate model
        responses.

        An eval can be run any number of times with different models and prompts.

        Args:
            data_source_config: The configuration of the test data.
            testing_criteria: The graders that evaluate the responses.
            name: The name of the eval.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created eval.
        """
        return self._call(
            _CREATE,
            body={
                "data_source_config": data_source_config,
                "testing_criteria": testing_criteria,
                "name": name,
                "metadata": metadata,
            },
            options=options,
        )

    def retrieve(self, eval_id: str, **options: Unpack[RequestOptions]) -> Eval:
        """Retrieve an eval.

        Args:
            eval_id: The ID of the eval.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The eval with the given ID.

        Example:
            client.evals.retrieve("eval_2kRm8VsD")
        """
        return self._call(_RETRIEVE, path={"eval_id": eval_id}, options=options)

    def update(
        self,
        eval_id: str,
        *,
        name: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Eval:
        """Update an eval.

        Replaces the name or the metadata of an eval. The data configuration and the
        graders remain unchanged.

        Args:
            eval_id: The ID of the eval.
            name: The new name of the eval.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The updated eval.

        Example:
            client.evals.update(
                "eval_2kRm8VsD",
                name="Mood of shop reviews",
                metadata={"team": "service"},
            )
        """
        return self._call(
            _UPDATE,
            path={"eval_id": eval_id},
            body={"name": name, "metadata": metadata},
            options=options,
        )

    def delete(
        self, eval_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteEvalResponse:
        """Delete an eval.

        Args:
            eval_id: The ID of the eval.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the eval and its deletion status.

        Example:
            client.evals.delete("eval_2kRm8VsD")
        """
        return self._call(_DELETE, path={"eval_id": eval_id}, options=options)


class AsyncEvals(AsyncResource["AsyncEvalsRaw", "AsyncEvalsStreaming"]):
    """Evals, their runs, and the output items of each run."""

    @cached_property
    def runs(self) -> AsyncRuns:
        """Runs."""
        return AsyncRuns(self._client)

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        order_by: Literal["created_at", "updated_at"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncEvalListPage, Eval]:
        """List evals.

        Args:
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order: oldest first (`asc`) or newest first (`desc`).
                Default: `"asc"`.
            order_by: The timestamp by which evals are sorted. Default: `"created_at"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of evals, oldest first by default.

        Example:
            await client.evals.list()
        """
        return self._page(
            _LIST,
            query={
                "after": after,
                "limit": limit,
                "order": order,
                "order_by": order_by,
            },
            options=options,
        )

    async def create(
        self,
        *,
        data_source_config: CreateEvalRequestDataSourceConfigParam,
        testing_criteria: Sequence[CreateEvalRequestTestingCriteriaItemParam],
        name: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Eval:
        """Create an eval.

        Creates a test: the schema of its data, and the graders that evaluate model
        responses.

        An eval can be run any number of times with different models and prompts.

        Args:
            data_source_config: The configuration of the test data.
            testing_criteria: The graders that evaluate the responses.
            name: The name of the eval.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created eval.
        """
        return await self._call(
            _CREATE,
            body={
                "data_source_config": data_source_config,
                "testing_criteria": testing_criteria,
                "name": name,
                "metadata": metadata,
            },
            options=options,
        )

    async def retrieve(self, eval_id: str, **options: Unpack[RequestOptions]) -> Eval:
        """Retrieve an eval.

        Args:
            eval_id: The ID of the eval.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The eval with the given ID.

        Example:
            await client.evals.retrieve("eval_2kRm8VsD")
        """
        return await self._call(_RETRIEVE, path={"eval_id": eval_id}, options=options)

    async def update(
        self,
        eval_id: str,
        *,
        name: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Eval:
        """Update an eval.

        Replaces the name or the metadata of an eval. The data configuration and the
        graders remain unchanged.

        Args:
            eval_id: The ID of the eval.
            name: The new name of the eval.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The updated eval.

        Example:
            await client.evals.update(
                "eval_2kRm8VsD",
                name="Mood of shop reviews",
                metadata={"team": "service"},
            )
        """
        return await self._call(
            _UPDATE,
            path={"eval_id": eval_id},
            body={"name": name, "metadata": metadata},
            options=options,
        )

    async def delete(
        self, eval_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteEvalResponse:
        """Delete an eval.

        Args:
            eval_id: The ID of the eval.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the eval and its deletion status.

        Example:
            await client.evals.delete("eval_2kRm8VsD")
        """
        return await self._call(_DELETE, path={"eval_id": eval_id}, options=options)


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class OutputItemsRaw(_runtime.RawResource):
        """Methods of `OutputItems` that return the response."""

        list = _runtime.raw_method(OutputItems.list)
        retrieve = _runtime.raw_method(OutputItems.retrieve)

    class AsyncOutputItemsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncOutputItems` that return the response."""

        list = _runtime.async_raw_method(AsyncOutputItems.list)
        retrieve = _runtime.async_raw_method(AsyncOutputItems.retrieve)

    class OutputItemsStreaming(_runtime.StreamingResource):
        """Methods of `OutputItems` that return an unread response."""

        list = _runtime.streaming_method(OutputItems.list)
        retrieve = _runtime.streaming_method(OutputItems.retrieve)

    class AsyncOutputItemsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncOutputItems` that return an unread response."""

        list = _runtime.async_streaming_method(AsyncOutputItems.list)
        retrieve = _runtime.async_streaming_method(AsyncOutputItems.retrieve)

    class RunsRaw(_runtime.RawResource):
        """Methods of `Runs` that return the response."""

        output_items = cached_property(OutputItemsRaw)
        list = _runtime.raw_method(Runs.list)
        create = _runtime.raw_method(Runs.create)
        retrieve = _runtime.raw_method(Runs.retrieve)
        cancel = _runtime.raw_method(Runs.cancel)
        delete = _runtime.raw_method(Runs.delete)

    class AsyncRunsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncRuns` that return the response."""

        output_items = cached_property(AsyncOutputItemsRaw)
        list = _runtime.async_raw_method(AsyncRuns.list)
        create = _runtime.async_raw_method(AsyncRuns.create)
        retrieve = _runtime.async_raw_method(AsyncRuns.retrieve)
        cancel = _runtime.async_raw_method(AsyncRuns.cancel)
        delete = _runtime.async_raw_method(AsyncRuns.delete)

    class RunsStreaming(_runtime.StreamingResource):
        """Methods of `Runs` that return an unread response."""

        output_items = cached_property(OutputItemsStreaming)
        list = _runtime.streaming_method(Runs.list)
        create = _runtime.streaming_method(Runs.create)
        retrieve = _runtime.streaming_method(Runs.retrieve)
        cancel = _runtime.streaming_method(Runs.cancel)
        delete = _runtime.streaming_method(Runs.delete)

    class AsyncRunsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncRuns` that return an unread response."""

        output_items = cached_property(AsyncOutputItemsStreaming)
        list = _runtime.async_streaming_method(AsyncRuns.list)
        create = _runtime.async_streaming_method(AsyncRuns.create)
        retrieve = _runtime.async_streaming_method(AsyncRuns.retrieve)
        cancel = _runtime.async_streaming_method(AsyncRuns.cancel)
        delete = _runtime.async_streaming_method(AsyncRuns.delete)

    class EvalsRaw(_runtime.RawResource):
        """Methods of `Evals` that return the response."""

        runs = cached_property(RunsRaw)
        list = _runtime.raw_method(Evals.list)
        create = _runtime.raw_method(Evals.create)
        retrieve = _runtime.raw_method(Evals.retrieve)
        update = _runtime.raw_method(Evals.update)
        delete = _runtime.raw_method(Evals.delete)

    class AsyncEvalsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncEvals` that return the response."""

        runs = cached_property(AsyncRunsRaw)
        list = _runtime.async_raw_method(AsyncEvals.list)
        create = _runtime.async_raw_method(AsyncEvals.create)
        retrieve = _runtime.async_raw_method(AsyncEvals.retrieve)
        update = _runtime.async_raw_method(AsyncEvals.update)
        delete = _runtime.async_raw_method(AsyncEvals.delete)

    class EvalsStreaming(_runtime.StreamingResource):
        """Methods of `Evals` that return an unread response."""

        runs = cached_property(RunsStreaming)
        list = _runtime.streaming_method(Evals.list)
        create = _runtime.streaming_method(Evals.create)
        retrieve = _runtime.streaming_method(Evals.retrieve)
        update = _runtime.streaming_method(Evals.update)
        delete = _runtime.streaming_method(Evals.delete)

    class AsyncEvalsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncEvals` that return an unread response."""

        runs = cached_property(AsyncRunsStreaming)
        list = _runtime.async_streaming_method(AsyncEvals.list)
        create = _runtime.async_streaming_method(AsyncEvals.create)
        retrieve = _runtime.async_streaming_method(AsyncEvals.retrieve)
        update = _runtime.async_streaming_method(AsyncEvals.update)
        delete = _runtime.async_streaming_method(AsyncEvals.delete)
