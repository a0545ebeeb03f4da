"""Beta."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal, Unpack

    from .._runtime import (
        AsyncPaginator,
        AsyncResponseStream,
        Omit,
        RequestOptions,
        ResponseStream,
    )
    from ..types.beta import (
        AssistantFileObject,
        AssistantObject,
        AssistantStreamEvent,
        AssistantSupportedModels,
        AsyncListAssistantFilesPage,
        AsyncListAssistantsPage,
        AsyncListMessageFilesPage,
        AsyncListMessagesPage,
        AsyncListRunsPage,
        AsyncListRunStepsPage,
        DeleteAssistantFileResponse,
        DeleteAssistantResponse,
        DeleteMessageResponse,
        DeleteThreadResponse,
        ListAssistantFilesPage,
        ListAssistantsPage,
        ListMessageFilesPage,
        ListMessagesPage,
        ListRunsPage,
        ListRunStepsPage,
        MessageAttachment,
        MessageFileObject,
        MessageObject,
        RunObject,
        RunStepIncludeItem,
        RunStepObject,
        ThreadObject,
        ToolResources,
        TruncationObject,
    )
    from ..types.beta_params import (
        AssistantsApiResponseFormatOptionParam,
        AssistantsApiToolChoiceOptionParam,
        AssistantToolParam,
        CreateMessageRequestContentPartParam,
        CreateMessageRequestParam,
        CreateThreadRequestParam,
        CreateToolResourcesParam,
        MessageAttachmentParam,
        SubmitToolOutputsRunRequestToolOutputParam,
        ToolResourcesParam,
        TruncationObjectParam,
    )
    from ..types.event_streams import (
        AsyncRunObjectEventStreamManager,
        RunObjectEventStreamManager,
        async_parsed_run_object_event_stream,
        parsed_run_object_event_stream,
    )
    from ..types.shared import ParallelToolCalls, ReasoningEffort
    from ..types.shared_params import MetadataParam

_ASSISTANTS_LIST = Endpoint(
    "GET",
    "/assistants",
    returns="ListAssistantsPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_ASSISTANTS_CREATE = Endpoint(
    "POST", "/assistants", body="application/json", returns="AssistantObject"
)
_ASSISTANTS_RETRIEVE = Endpoint(
    "GET", "/assistants/{assistant_id}", returns="AssistantObject"
)
_ASSISTANTS_UPDATE = Endpoint(
    "POST",
    "/assistants/{assistant_id}",
    body="application/json",
    returns="AssistantObject",
)
_ASSISTANTS_DELETE = Endpoint(
    "DELETE", "/assistants/{assistant_id}", returns="DeleteAssistantResponse"
)
_ASSISTANTS_FILES_LIST = Endpoint(
    "GET",
    "/assistants/{assistant_id}/files",
    returns="ListAssistantFilesPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_ASSISTANTS_FILES_CREATE = Endpoint(
    "POST",
    "/assistants/{assistant_id}/files",
    body="application/json",
    returns="AssistantFileObject",
)
_ASSISTANTS_FILES_RETRIEVE = Endpoint(
    "GET", "/assistants/{assistant_id}/files/{file_id}", returns="AssistantFileObject"
)
_ASSISTANTS_FILES_DELETE = Endpoint(
    "DELETE",
    "/assistants/{assistant_id}/files/{file_id}",
    returns="DeleteAssistantFileResponse",
)
_THREADS_CREATE = Endpoint(
    "POST",
    "/threads",
    body="application/json",
    optional_body=True,
    returns="ThreadObject",
)
_THREADS_RETRIEVE = Endpoint("GET", "/threads/{thread_id}", returns="ThreadObject")
_THREADS_UPDATE = Endpoint(
    "POST", "/threads/{thread_id}", body="application/json", returns="ThreadObject"
)
_THREADS_DELETE = Endpoint(
    "DELETE", "/threads/{thread_id}", returns="DeleteThreadResponse"
)
_THREADS_CREATE_AND_RUN = Endpoint(
    "POST",
    "/threads/runs",
    body="application/json",
    returns="RunObject",
    stream="AssistantStreamEvent",
    events="named",
    end_marker="[DONE]",
    aggregation=(
        "event",
        "event",
        "data",
        "thread.run.requires_action",
        "thread.run.completed",
        "thread.run.incomplete",
        "thread.run.failed",
        "thread.run.cancelled",
        "thread.run.expired",
    ),
)
_THREADS_MESSAGES_LIST = Endpoint(
    "GET",
    "/threads/{thread_id}/messages",
    returns="ListMessagesPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_THREADS_MESSAGES_CREATE = Endpoint(
    "POST",
    "/threads/{thread_id}/messages",
    body="application/json",
    returns="MessageObject",
)
_THREADS_MESSAGES_RETRIEVE = Endpoint(
    "GET", "/threads/{thread_id}/messages/{message_id}", returns="MessageObject"
)
_THREADS_MESSAGES_UPDATE = Endpoint(
    "POST",
    "/threads/{thread_id}/messages/{message_id}",
    body="application/json",
    returns="MessageObject",
)
_THREADS_MESSAGES_DELETE = Endpoint(
    "DELETE",
    "/threads/{thread_id}/messages/{message_id}",
    returns="DeleteMessageResponse",
)
_THREADS_MESSAGES_FILES_LIST = Endpoint(
    "GET",
    "/threads/{thread_id}/messages/{message_id}/files",
    returns="ListMessageFilesPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_THREADS_MESSAGES_FILES_RETRIEVE = Endpoint(
    "GET",
    "/threads/{thread_id}/messages/{message_id}/files/{file_id}",
    returns="MessageFileObject",
)
_THREADS_RUNS_LIST = Endpoint(
    "GET",
    "/threads/{thread_id}/runs",
    returns="ListRunsPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_THREADS_RUNS_CREATE = Endpoint(
    "POST",
    "/threads/{thread_id}/runs",
    body="application/json",
    returns="RunObject",
    stream="AssistantStreamEvent",
    events="named",
    end_marker="[DONE]",
    aggregation=(
        "event",
        "event",
        "data",
        "thread.run.requires_action",
        "thread.run.completed",
        "thread.run.incomplete",
        "thread.run.failed",
        "thread.run.cancelled",
        "thread.run.expired",
    ),
)
_THREADS_RUNS_RETRIEVE = Endpoint(
    "GET", "/threads/{thread_id}/runs/{run_id}", returns="RunObject"
)
_THREADS_RUNS_UPDATE = Endpoint(
    "POST",
    "/threads/{thread_id}/runs/{run_id}",
    body="application/json",
    returns="RunObject",
)
_THREADS_RUNS_SUBMIT_TOOL_OUTPUTS = Endpoint(
    "POST",
    "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs",
    body="application/json",
    returns="RunObject",
    stream="AssistantStreamEvent",
    events="named",
    end_marker="[DONE]",
    aggregation=(
        "event",
        "event",
        "data",
        "thread.run.requires_action",
        "thread.run.completed",
        "thread.run.incomplete",
        "thread.run.failed",
        "thread.run.cancelled",
        "thread.run.expired",
    ),
)
_THREADS_RUNS_CANCEL = Endpoint(
    "POST", "/threads/{thread_id}/runs/{run_id}/cancel", returns="RunObject"
)
_THREADS_RUNS_STEPS_LIST = Endpoint(
    "GET",
    "/threads/{thread_id}/runs/{run_id}/steps",
    returns="ListRunStepsPage",
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_THREADS_RUNS_STEPS_RETRIEVE = Endpoint(
    "GET", "/threads/{thread_id}/runs/{run_id}/steps/{step_id}", returns="RunStepObject"
)
_THREADS_CREATE_AND_RUN_AND_POLL = _runtime.Polling(
    _THREADS_RUNS_RETRIEVE,
    start=_THREADS_CREATE_AND_RUN,
    until=(
        "requires_action",
        "cancelled",
        "failed",
        "completed",
        "incomplete",
        "expired",
    ),
    ids={"run_id": "id", "thread_id": "thread_id"},
)
_THREADS_RUNS_CREATE_AND_POLL = _runtime.Polling(
    _THREADS_RUNS_RETRIEVE,
    start=_THREADS_RUNS_CREATE,
    until=(
        "requires_action",
        "cancelled",
        "failed",
        "completed",
        "incomplete",
        "expired",
    ),
    ids={"run_id": "id"},
)
_THREADS_RUNS_POLL = _runtime.Polling(
    _THREADS_RUNS_RETRIEVE,
    until=(
        "requires_action",
        "cancelled",
        "failed",
        "completed",
        "incomplete",
        "expired",
    ),
)
_THREADS_RUNS_SUBMIT_TOOL_OUTPUTS_AND_POLL = _runtime.Polling(
    _THREADS_RUNS_RETRIEVE,
    start=_THREADS_RUNS_SUBMIT_TOOL_OUTPUTS,
    until=(
        "requires_action",
        "cancelled",
        "failed",
        "completed",
        "incomplete",
        "expired",
    ),
)
_THREADS_PARSE = _runtime.Structured(
    _THREADS_CREATE_AND_RUN,
    tools=_runtime.Tools(
        "tools",
        schema=("function", "parameters"),
        name=("function", "name"),
        calls=(
            "required_action",
            "submit_tool_outputs",
            "tool_calls",
            "[]",
            "function",
        ),
        description=("function", "description"),
        constants=((("type",), "function"), (("function", "strict"), True)),
    ),
)
_THREADS_RUNS_PARSE = _runtime.Structured(
    _THREADS_RUNS_CREATE,
    tools=_runtime.Tools(
        "tools",
        schema=("function", "parameters"),
        name=("function", "name"),
        calls=(
            "required_action",
            "submit_tool_outputs",
            "tool_calls",
            "[]",
            "function",
        ),
        description=("function", "description"),
        constants=((("type",), "function"), (("function", "strict"), True)),
    ),
)


class Steps(Resource["StepsRaw", "StepsStreaming"]):
    """Steps."""

    def list(
        self,
        run_id: str,
        *,
        thread_id: str,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListRunStepsPage:
        """List the steps of a run.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            include: Additional fields to include in run steps. Currently only the
                content of file search results is supported.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of run steps, newest first by default.

        Example:
            client.beta.threads.runs.steps.list(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
            )
        """
        return self._call(
            _THREADS_RUNS_STEPS_LIST,
            path={"run_id": run_id, "thread_id": thread_id},
            query={
                "limit": limit,
                "order": order,
                "after": after,
                "before": before,
                "include[]": include,
            },
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def retrieve(
        self,
        step_id: str,
        *,
        thread_id: str,
        run_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunStepObject:
        """Retrieve a step of a run.

        Args:
            step_id: The ID of the run step.
            thread_id: The ID of the thread.
            run_id: The ID of the run.
            include: Additional fields to include in run steps. Currently only the
                content of file search results is supported.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run step with the given ID.

        Example:
            client.beta.threads.runs.steps.retrieve(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
                step_id="step_1cVn7DpK",
            )
        """
        return self._call(
            _THREADS_RUNS_STEPS_RETRIEVE,
            path={"step_id": step_id, "thread_id": thread_id, "run_id": run_id},
            query={"include[]": include},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AsyncSteps(AsyncResource["AsyncStepsRaw", "AsyncStepsStreaming"]):
    """Steps."""

    def list(
        self,
        run_id: str,
        *,
        thread_id: str,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListRunStepsPage, RunStepObject]:
        """List the steps of a run.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            include: Additional fields to include in run steps. Currently only the
                content of file search results is supported.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of run steps, newest first by default.

        Example:
            await client.beta.threads.runs.steps.list(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
            )
        """
        return self._page(
            _THREADS_RUNS_STEPS_LIST,
            path={"run_id": run_id, "thread_id": thread_id},
            query={
                "limit": limit,
                "order": order,
                "after": after,
                "before": before,
                "include[]": include,
            },
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def retrieve(
        self,
        step_id: str,
        *,
        thread_id: str,
        run_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunStepObject:
        """Retrieve a step of a run.

        Args:
            step_id: The ID of the run step.
            thread_id: The ID of the thread.
            run_id: The ID of the run.
            include: Additional fields to include in run steps. Currently only the
                content of file search results is supported.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run step with the given ID.

        Example:
            await client.beta.threads.runs.steps.retrieve(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
                step_id="step_1cVn7DpK",
            )
        """
        return await self._call(
            _THREADS_RUNS_STEPS_RETRIEVE,
            path={"step_id": step_id, "thread_id": thread_id, "run_id": run_id},
            query={"include[]": include},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class Runs(Resource["RunsRaw", "RunsStreaming"]):
    """Runs."""

    @cached_property
    def steps(self) -> Steps:
        """Steps."""
        return Steps(self._client)

    def list(
        self,
        thread_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListRunsPage:
        """List the runs of a thread.

        Args:
            thread_id: The ID of the thread.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of runs, newest first by default.

        Example:
            client.beta.threads.runs.list("thread_8fKq2LwX")
        """
        return self._call(
            _THREADS_RUNS_LIST,
            path={"thread_id": thread_id},
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    @overload
    def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject: ...

    @overload
    def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: Literal[True],
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ResponseStream[AssistantStreamEvent, RunObject]: ...

    @overload
    def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: bool,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | ResponseStream[AssistantStreamEvent, RunObject]: ...

    def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: bool | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | ResponseStream[AssistantStreamEvent, RunObject]:
        """Create a run of an assistant on a thread.

        Creates a run and returns immediately. The run is processed in the background.

        Poll the run until its status is final or `requires_action`, or set `stream` to
        true to receive its events.

        Args:
            thread_id: The ID of the thread.
            assistant_id: The ID of the assistant to run.
            include: Additional fields to include in run steps. Currently only the
                content of file search results is supported.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            model: The model to use instead of the assistant's model.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            instructions: The instructions to use instead of the assistant's
                instructions.
            additional_instructions: Instructions to append to the other instructions
                for this run.
            additional_messages: Messages to add to the thread before the run starts.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            stream: Whether to return a stream of events that ends when the run ends.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created run. If `stream` is true, a stream of run events.

        Example:
            client.beta.threads.runs.create(
                "thread_8fKq2LwX",
                assistant_id="asst_6pLm3VjH",
            )
        """
        return self._call(
            _THREADS_RUNS_CREATE,
            path={"thread_id": thread_id},
            query={"include[]": include},
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "assistant_id": assistant_id,
                "model": model,
                "reasoning_effort": reasoning_effort,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
            },
            options=options,
        )

    def retrieve(
        self,
        run_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Retrieve a run.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run with the given ID.

        Example:
            client.beta.threads.runs.retrieve(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
            )
        """
        return self._call(
            _THREADS_RUNS_RETRIEVE,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def update(
        self,
        run_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Modify a run.

        Replaces the metadata of a run.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The modified run.

        Example:
            client.beta.threads.runs.update(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
                metadata={"shop": "north"},
            )
        """
        return self._call(
            _THREADS_RUNS_UPDATE,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"metadata": metadata},
            options=options,
        )

    @overload
    def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject: ...

    @overload
    def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: Literal[True],
        **options: Unpack[RequestOptions],
    ) -> ResponseStream[AssistantStreamEvent, RunObject]: ...

    @overload
    def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: bool,
        **options: Unpack[RequestOptions],
    ) -> RunObject | ResponseStream[AssistantStreamEvent, RunObject]: ...

    def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | ResponseStream[AssistantStreamEvent, RunObject]:
        """Submit the results of function calls to a run.

        Continues a run with the status `requires_action` and a required action of type
        `submit_tool_outputs`.

        Call all functions listed in the run, then submit all results in one request.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            tool_outputs: One output for each requested tool call.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            stream: Whether to return a stream of events that ends when the run ends.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run, which is queued again. If `stream` is true, a stream of the
            subsequent run events.

        Example:
            client.beta.threads.runs.submit_tool_outputs(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
                tool_outputs=[
                    {"tool_call_id": "call_4uEr", "output": "3 in stock"},
                ],
            )
        """
        return self._call(
            _THREADS_RUNS_SUBMIT_TOOL_OUTPUTS,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"tool_outputs": tool_outputs, "stream": stream},
            options=options,
        )

    def cancel(
        self,
        run_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Cancel a run.

        Cancels a run with the status `in_progress`. The status is `cancelling` until
        the run has stopped.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run with its updated status.

        Example:
            client.beta.threads.runs.cancel(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
            )
        """
        return self._call(
            _THREADS_RUNS_CANCEL,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def parse(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam | _runtime.ToolType] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Call `create` and parse the calls of tools of the response.

        `tools` can contain types and `FunctionTool`s, whose calls have
        `parsed_arguments`.

        Args:
            thread_id: The ID of the thread.
            assistant_id: The ID of the assistant to run.
            include: Additional fields to include in run steps. Currently only the
                content of file search results is supported.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            model: The model to use instead of the assistant's model.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            instructions: The instructions to use instead of the assistant's
                instructions.
            additional_instructions: Instructions to append to the other instructions
                for this run.
            additional_messages: Messages to add to the thread before the run starts.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The response, with the parsed values.
        """
        return self._call(
            _THREADS_RUNS_PARSE.endpoint(tools=tools),
            path={"thread_id": thread_id},
            query={"include[]": include},
            headers={"OpenAI-Beta": open_ai_beta},
            body=_THREADS_RUNS_PARSE.body(
                {
                    "assistant_id": assistant_id,
                    "model": model,
                    "reasoning_effort": reasoning_effort,
                    "instructions": instructions,
                    "additional_instructions": additional_instructions,
                    "additional_messages": additional_messages,
                    "tools": tools,
                    "metadata": metadata,
                    "temperature": temperature,
                    "top_p": top_p,
                    "max_prompt_tokens": max_prompt_tokens,
                    "max_completion_tokens": max_completion_tokens,
                    "truncation_strategy": truncation_strategy,
                    "tool_choice": tool_choice,
                    "parallel_tool_calls": parallel_tool_calls,
                    "response_format": response_format,
                },
            ),
            options=options,
        )

    if TYPE_CHECKING:
        stream = parsed_run_object_event_stream(parse)
    else:
        stream = _runtime.stream_method(parse, "stream", "RunObjectEventStream")
    """Stream the response of `parse` as typed events."""

    def submit_tool_outputs_stream(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObjectEventStreamManager:
        """Stream the response of `submit_tool_outputs` as typed events.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            tool_outputs: One output for each requested tool call.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A context manager, which sends the request and closes the stream.
        """
        return _runtime.open_stream(
            self,
            "RunObjectEventStream",
            _THREADS_RUNS_SUBMIT_TOOL_OUTPUTS,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"tool_outputs": tool_outputs},
            options=options,
        )

    def create_and_poll(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        on_poll: Callable[[RunObject], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Call `create` and poll until a terminal status.

        Polling ends when `status` is one of `requires_action`, `cancelled`, `failed`,
        `completed`, `incomplete`, `expired`. A failed operation is returned like any
        other.

        Args:
            thread_id: The ID of the thread.
            assistant_id: The ID of the assistant to run.
            include: Additional fields to include in run steps. Currently only the
                content of file search results is supported.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            model: The model to use instead of the assistant's model.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            instructions: The instructions to use instead of the assistant's
                instructions.
            additional_instructions: Instructions to append to the other instructions
                for this run.
            additional_messages: Messages to add to the thread before the run starts.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
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
            _THREADS_RUNS_CREATE_AND_POLL,
            path={"thread_id": thread_id},
            query={"include[]": include},
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "assistant_id": assistant_id,
                "model": model,
                "reasoning_effort": reasoning_effort,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
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
        run_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        on_poll: Callable[[RunObject], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Poll `retrieve` until a terminal status.

        Polling ends when `status` is one of `requires_action`, `cancelled`, `failed`,
        `completed`, `incomplete`, `expired`. A failed operation is returned like any
        other.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
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
            _THREADS_RUNS_POLL,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )

    def submit_tool_outputs_and_poll(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        on_poll: Callable[[RunObject], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Call `submit_tool_outputs` and poll until a terminal status.

        Polling ends when `status` is one of `requires_action`, `cancelled`, `failed`,
        `completed`, `incomplete`, `expired`. A failed operation is returned like any
        other.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            tool_outputs: One output for each requested tool call.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
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
            _THREADS_RUNS_SUBMIT_TOOL_OUTPUTS_AND_POLL,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"tool_outputs": tool_outputs},
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )


class AsyncRuns(AsyncResource["AsyncRunsRaw", "AsyncRunsStreaming"]):
    """Runs."""

    @cached_property
    def steps(self) -> AsyncSteps:
        """Steps."""
        return AsyncSteps(self._client)

    def list(
        self,
        thread_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListRunsPage, RunObject]:
        """List the runs of a thread.

        Args:
            thread_id: The ID of the thread.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of runs, newest first by default.

        Example:
            await client.beta.threads.runs.list("thread_8fKq2LwX")
        """
        return self._page(
            _THREADS_RUNS_LIST,
            path={"thread_id": thread_id},
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    @overload
    async def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject: ...

    @overload
    async def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: Literal[True],
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncResponseStream[AssistantStreamEvent, RunObject]: ...

    @overload
    async def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: bool,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | AsyncResponseStream[AssistantStreamEvent, RunObject]: ...

    async def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: bool | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | AsyncResponseStream[AssistantStreamEvent, RunObject]:
        """Create a run of an assistant on a thread.

        Creates a run and returns immediately. The run is processed in the background.

        Poll the run until its status is final or `requires_action`, or set `stream` to
        true to receive its events.

        Args:
            thread_id: The ID of the thread.
            assistant_id: The ID of the assistant to run.
            include: Additional fields to include in run steps. Currently only the
                content of file search results is supported.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            model: The model to use instead of the assistant's model.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            instructions: The instructions to use instead of the assistant's
                instructions.
            additional_instructions: Instructions to append to the other instructions
                for this run.
            additional_messages: Messages to add to the thread before the run starts.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            stream: Whether to return a stream of events that ends when the run ends.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created run. If `stream` is true, a stream of run events.

        Example:
            await client.beta.threads.runs.create(
                "thread_8fKq2LwX",
                assistant_id="asst_6pLm3VjH",
            )
        """
        return await self._call(
            _THREADS_RUNS_CREATE,
            path={"thread_id": thread_id},
            query={"include[]": include},
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "assistant_id": assistant_id,
                "model": model,
                "reasoning_effort": reasoning_effort,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
            },
            options=options,
        )

    async def retrieve(
        self,
        run_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Retrieve a run.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run with the given ID.

        Example:
            await client.beta.threads.runs.retrieve(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
            )
        """
        return await self._call(
            _THREADS_RUNS_RETRIEVE,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def update(
        self,
        run_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Modify a run.

        Replaces the metadata of a run.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The modified run.

        Example:
            await client.beta.threads.runs.update(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
                metadata={"shop": "north"},
            )
        """
        return await self._call(
            _THREADS_RUNS_UPDATE,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"metadata": metadata},
            options=options,
        )

    @overload
    async def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject: ...

    @overload
    async def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: Literal[True],
        **options: Unpack[RequestOptions],
    ) -> AsyncResponseStream[AssistantStreamEvent, RunObject]: ...

    @overload
    async def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: bool,
        **options: Unpack[RequestOptions],
    ) -> RunObject | AsyncResponseStream[AssistantStreamEvent, RunObject]: ...

    async def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | AsyncResponseStream[AssistantStreamEvent, RunObject]:
        """Submit the results of function calls to a run.

        Continues a run with the status `requires_action` and a required action of type
        `submit_tool_outputs`.

        Call all functions listed in the run, then submit all results in one request.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            tool_outputs: One output for each requested tool call.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            stream: Whether to return a stream of events that ends when the run ends.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run, which is queued again. If `stream` is true, a stream of the
            subsequent run events.

        Example:
            await client.beta.threads.runs.submit_tool_outputs(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
                tool_outputs=[
                    {"tool_call_id": "call_4uEr", "output": "3 in stock"},
                ],
            )
        """
        return await self._call(
            _THREADS_RUNS_SUBMIT_TOOL_OUTPUTS,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"tool_outputs": tool_outputs, "stream": stream},
            options=options,
        )

    async def cancel(
        self,
        run_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Cancel a run.

        Cancels a run with the status `in_progress`. The status is `cancelling` until
        the run has stopped.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The run with its updated status.

        Example:
            await client.beta.threads.runs.cancel(
                thread_id="thread_8fKq2LwX",
                run_id="run_5wRb4NcY",
            )
        """
        return await self._call(
            _THREADS_RUNS_CANCEL,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def parse(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam | _runtime.ToolType] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Call `create` and parse the calls of tools of the response.

        `tools` can contain types and `FunctionTool`s, whose calls have
        `parsed_arguments`.

        Args:
            thread_id: The ID of the thread.
            assistant_id: The ID of the assistant to run.
            include: Additional fields to include in run steps. Currently only the
                content of file search results is supported.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            model: The model to use instead of the assistant's model.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            instructions: The instructions to use instead of the assistant's
                instructions.
            additional_instructions: Instructions to append to the other instructions
                for this run.
            additional_messages: Messages to add to the thread before the run starts.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The response, with the parsed values.
        """
        return await self._call(
            _THREADS_RUNS_PARSE.endpoint(tools=tools),
            path={"thread_id": thread_id},
            query={"include[]": include},
            headers={"OpenAI-Beta": open_ai_beta},
            body=_THREADS_RUNS_PARSE.body(
                {
                    "assistant_id": assistant_id,
                    "model": model,
                    "reasoning_effort": reasoning_effort,
                    "instructions": instructions,
                    "additional_instructions": additional_instructions,
                    "additional_messages": additional_messages,
                    "tools": tools,
                    "metadata": metadata,
                    "temperature": temperature,
                    "top_p": top_p,
                    "max_prompt_tokens": max_prompt_tokens,
                    "max_completion_tokens": max_completion_tokens,
                    "truncation_strategy": truncation_strategy,
                    "tool_choice": tool_choice,
                    "parallel_tool_calls": parallel_tool_calls,
                    "response_format": response_format,
                },
            ),
            options=options,
        )

    if TYPE_CHECKING:
        stream = async_parsed_run_object_event_stream(parse)
    else:
        stream = _runtime.async_stream_method(
            parse, "stream", "AsyncRunObjectEventStream"
        )
    """Stream the response of `parse` as typed events."""

    def submit_tool_outputs_stream(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncRunObjectEventStreamManager:
        """Stream the response of `submit_tool_outputs` as typed events.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            tool_outputs: One output for each requested tool call.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A context manager, which sends the request and closes the stream.
        """
        return _runtime.async_open_stream(
            self,
            "AsyncRunObjectEventStream",
            _THREADS_RUNS_SUBMIT_TOOL_OUTPUTS,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"tool_outputs": tool_outputs},
            options=options,
        )

    async def create_and_poll(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        instructions: str | None | Omit = omit,
        additional_instructions: str | None | Omit = omit,
        additional_messages: Sequence[CreateMessageRequestParam] | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        on_poll: Callable[[RunObject], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Call `create` and poll until a terminal status.

        Polling ends when `status` is one of `requires_action`, `cancelled`, `failed`,
        `completed`, `incomplete`, `expired`. A failed operation is returned like any
        other.

        Args:
            thread_id: The ID of the thread.
            assistant_id: The ID of the assistant to run.
            include: Additional fields to include in run steps. Currently only the
                content of file search results is supported.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            model: The model to use instead of the assistant's model.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            instructions: The instructions to use instead of the assistant's
                instructions.
            additional_instructions: Instructions to append to the other instructions
                for this run.
            additional_messages: Messages to add to the thread before the run starts.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
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
            _THREADS_RUNS_CREATE_AND_POLL,
            path={"thread_id": thread_id},
            query={"include[]": include},
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "assistant_id": assistant_id,
                "model": model,
                "reasoning_effort": reasoning_effort,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
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
        run_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        on_poll: Callable[[RunObject], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Poll `retrieve` until a terminal status.

        Polling ends when `status` is one of `requires_action`, `cancelled`, `failed`,
        `completed`, `incomplete`, `expired`. A failed operation is returned like any
        other.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
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
            _THREADS_RUNS_POLL,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )

    async def submit_tool_outputs_and_poll(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        on_poll: Callable[[RunObject], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Call `submit_tool_outputs` and poll until a terminal status.

        Polling ends when `status` is one of `requires_action`, `cancelled`, `failed`,
        `completed`, `incomplete`, `expired`. A failed operation is returned like any
        other.

        Args:
            run_id: The ID of the run.
            thread_id: The ID of the thread.
            tool_outputs: One output for each requested tool call.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
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
            _THREADS_RUNS_SUBMIT_TOOL_OUTPUTS_AND_POLL,
            path={"run_id": run_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"tool_outputs": tool_outputs},
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )


class ThreadsMessagesFiles(
    Resource["ThreadsMessagesFilesRaw", "ThreadsMessagesFilesStreaming"]
):
    """Files."""

    def list(
        self,
        message_id: str,
        *,
        thread_id: str,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListMessageFilesPage:
        """List the files of a message.

        Available only in version 1 of the API. In version 2, files are listed in the
        `attachments` of the message.

        Args:
            message_id: The ID of the message.
            thread_id: The ID of the thread.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of message files, newest first by default.

        Example:
            client.beta.threads.messages.files.list(
                thread_id="thread_8fKq2LwX",
                message_id="msg_3hTz9QmB",
            )
        """
        return self._call(
            _THREADS_MESSAGES_FILES_LIST,
            path={"message_id": message_id, "thread_id": thread_id},
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def retrieve(
        self,
        file_id: str,
        *,
        thread_id: str,
        message_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageFileObject:
        """Retrieve a file of a message.

        Available only in version 1 of the API. In version 2, files are listed in the
        `attachments` of the message.

        Args:
            file_id: The ID of the file.
            thread_id: The ID of the thread.
            message_id: The ID of the message.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The message file with the given ID.

        Example:
            client.beta.threads.messages.files.retrieve(
                thread_id="thread_8fKq2LwX",
                message_id="msg_3hTz9QmB",
                file_id="file-2xGd8RtS",
            )
        """
        return self._call(
            _THREADS_MESSAGES_FILES_RETRIEVE,
            path={"file_id": file_id, "thread_id": thread_id, "message_id": message_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AsyncThreadsMessagesFiles(
    AsyncResource["AsyncThreadsMessagesFilesRaw", "AsyncThreadsMessagesFilesStreaming"]
):
    """Files."""

    def list(
        self,
        message_id: str,
        *,
        thread_id: str,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListMessageFilesPage, MessageFileObject]:
        """List the files of a message.

        Available only in version 1 of the API. In version 2, files are listed in the
        `attachments` of the message.

        Args:
            message_id: The ID of the message.
            thread_id: The ID of the thread.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of message files, newest first by default.

        Example:
            await client.beta.threads.messages.files.list(
                thread_id="thread_8fKq2LwX",
                message_id="msg_3hTz9QmB",
            )
        """
        return self._page(
            _THREADS_MESSAGES_FILES_LIST,
            path={"message_id": message_id, "thread_id": thread_id},
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def retrieve(
        self,
        file_id: str,
        *,
        thread_id: str,
        message_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageFileObject:
        """Retrieve a file of a message.

        Available only in version 1 of the API. In version 2, files are listed in the
        `attachments` of the message.

        Args:
            file_id: The ID of the file.
            thread_id: The ID of the thread.
            message_id: The ID of the message.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The message file with the given ID.

        Example:
            await client.beta.threads.messages.files.retrieve(
                thread_id="thread_8fKq2LwX",
                message_id="msg_3hTz9QmB",
                file_id="file-2xGd8RtS",
            )
        """
        return await self._call(
            _THREADS_MESSAGES_FILES_RETRIEVE,
            path={"file_id": file_id, "thread_id": thread_id, "message_id": message_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class Messages(Resource["MessagesRaw", "MessagesStreaming"]):
    """Messages."""

    @cached_property
    def files(self) -> ThreadsMessagesFiles:
        """Files."""
        return ThreadsMessagesFiles(self._client)

    def list(
        self,
        thread_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        run_id: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListMessagesPage:
        """List the messages of a thread.

        Args:
            thread_id: The ID of the thread.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            run_id: Returns only messages created by this run.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of messages, newest first by default.

        Example:
            client.beta.threads.messages.list("thread_8fKq2LwX")
        """
        return self._call(
            _THREADS_MESSAGES_LIST,
            path={"thread_id": thread_id},
            query={
                "limit": limit,
                "order": order,
                "after": after,
                "before": before,
                "run_id": run_id,
            },
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def create(
        self,
        thread_id: str,
        *,
        role: Literal["user", "assistant"],
        content: str | Sequence[CreateMessageRequestContentPartParam],
        open_ai_beta: str | Omit = omit,
        file_ids: Sequence[str] | Omit = omit,
        attachments: (
            Sequence[MessageAttachment | MessageAttachmentParam] | None | Omit
        ) = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageObject:
        """Add a message to a thread.

        Args:
            thread_id: The ID of the thread.
            role: The role of the message author.
            content: The content of the message. Version 1 servers accept only text, up
                to 32,768 characters.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            file_ids: The IDs of the files for tools that access files (version 1 of the
                API). At least 1 item, at most 10 items.
            attachments: The files for tools, each with the tools that can access it
                (version 2 of the API).
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created message.

        Example:
            client.beta.threads.messages.create(
                "thread_8fKq2LwX",
                role="user",
                content="Which chain fits a 10-speed cassette?",
            )
        """
        return self._call(
            _THREADS_MESSAGES_CREATE,
            path={"thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "role": role,
                "content": content,
                "file_ids": file_ids,
                "attachments": attachments,
                "metadata": metadata,
            },
            options=options,
        )

    def retrieve(
        self,
        message_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageObject:
        """Retrieve a message.

        Args:
            message_id: The ID of the message.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The message with the given ID.

        Example:
            client.beta.threads.messages.retrieve(
                thread_id="thread_8fKq2LwX",
                message_id="msg_3hTz9QmB",
            )
        """
        return self._call(
            _THREADS_MESSAGES_RETRIEVE,
            path={"message_id": message_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def update(
        self,
        message_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageObject:
        """Modify a message.

        Replaces the metadata of a message. The content cannot be modified.

        Args:
            message_id: The ID of the message.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The modified message.

        Example:
            client.beta.threads.messages.update(
                thread_id="thread_8fKq2LwX",
                message_id="msg_3hTz9QmB",
                metadata={"channel": "web"},
            )
        """
        return self._call(
            _THREADS_MESSAGES_UPDATE,
            path={"message_id": message_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"metadata": metadata},
            options=options,
        )

    def delete(
        self,
        message_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteMessageResponse:
        """Delete a message.

        Args:
            message_id: The ID of the message.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the message and its deletion status.

        Example:
            client.beta.threads.messages.delete(
                thread_id="thread_8fKq2LwX",
                message_id="msg_3hTz9QmB",
            )
        """
        return self._call(
            _THREADS_MESSAGES_DELETE,
            path={"message_id": message_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AsyncMessages(AsyncResource["AsyncMessagesRaw", "AsyncMessagesStreaming"]):
    """Messages."""

    @cached_property
    def files(self) -> AsyncThreadsMessagesFiles:
        """Files."""
        return AsyncThreadsMessagesFiles(self._client)

    def list(
        self,
        thread_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        run_id: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListMessagesPage, MessageObject]:
        """List the messages of a thread.

        Args:
            thread_id: The ID of the thread.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            run_id: Returns only messages created by this run.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of messages, newest first by default.

        Example:
            await client.beta.threads.messages.list("thread_8fKq2LwX")
        """
        return self._page(
            _THREADS_MESSAGES_LIST,
            path={"thread_id": thread_id},
            query={
                "limit": limit,
                "order": order,
                "after": after,
                "before": before,
                "run_id": run_id,
            },
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def create(
        self,
        thread_id: str,
        *,
        role: Literal["user", "assistant"],
        content: str | Sequence[CreateMessageRequestContentPartParam],
        open_ai_beta: str | Omit = omit,
        file_ids: Sequence[str] | Omit = omit,
        attachments: (
            Sequence[MessageAttachment | MessageAttachmentParam] | None | Omit
        ) = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageObject:
        """Add a message to a thread.

        Args:
            thread_id: The ID of the thread.
            role: The role of the message author.
            content: The content of the message. Version 1 servers accept only text, up
                to 32,768 characters.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            file_ids: The IDs of the files for tools that access files (version 1 of the
                API). At least 1 item, at most 10 items.
            attachments: The files for tools, each with the tools that can access it
                (version 2 of the API).
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created message.

        Example:
            await client.beta.threads.messages.create(
                "thread_8fKq2LwX",
                role="user",
                content="Which chain fits a 10-speed cassette?",
            )
        """
        return await self._call(
            _THREADS_MESSAGES_CREATE,
            path={"thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "role": role,
                "content": content,
                "file_ids": file_ids,
                "attachments": attachments,
                "metadata": metadata,
            },
            options=options,
        )

    async def retrieve(
        self,
        message_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageObject:
        """Retrieve a message.

        Args:
            message_id: The ID of the message.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The message with the given ID.

        Example:
            await client.beta.threads.messages.retrieve(
                thread_id="thread_8fKq2LwX",
                message_id="msg_3hTz9QmB",
            )
        """
        return await self._call(
            _THREADS_MESSAGES_RETRIEVE,
            path={"message_id": message_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def update(
        self,
        message_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageObject:
        """Modify a message.

        Replaces the metadata of a message. The content cannot be modified.

        Args:
            message_id: The ID of the message.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The modified message.

        Example:
            await client.beta.threads.messages.update(
                thread_id="thread_8fKq2LwX",
                message_id="msg_3hTz9QmB",
                metadata={"channel": "web"},
            )
        """
        return await self._call(
            _THREADS_MESSAGES_UPDATE,
            path={"message_id": message_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"metadata": metadata},
            options=options,
        )

    async def delete(
        self,
        message_id: str,
        *,
        thread_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteMessageResponse:
        """Delete a message.

        Args:
            message_id: The ID of the message.
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the message and its deletion status.

        Example:
            await client.beta.threads.messages.delete(
                thread_id="thread_8fKq2LwX",
                message_id="msg_3hTz9QmB",
            )
        """
        return await self._call(
            _THREADS_MESSAGES_DELETE,
            path={"message_id": message_id, "thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class Threads(Resource["ThreadsRaw", "ThreadsStreaming"]):
    """Threads, their messages, and the runs of assistants on threads."""

    @cached_property
    def messages(self) -> Messages:
        """Messages."""
        return Messages(self._client)

    @cached_property
    def runs(self) -> Runs:
        """Runs."""
        return Runs(self._client)

    def create(
        self,
        *,
        open_ai_beta: str | Omit = omit,
        messages: Sequence[CreateMessageRequestParam] | Omit = omit,
        tool_resources: CreateToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ThreadObject:
        """Create a thread.

        Creates a thread, optionally with initial messages.

        Args:
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            messages: The initial messages, oldest first.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created thread.

        Example:
            client.beta.threads.create()
        """
        return self._call(
            _THREADS_CREATE,
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "messages": messages,
                "tool_resources": tool_resources,
                "metadata": metadata,
            },
            options=options,
        )

    def retrieve(
        self,
        thread_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ThreadObject:
        """Retrieve a thread.

        Args:
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The thread with the given ID.

        Example:
            client.beta.threads.retrieve("thread_8fKq2LwX")
        """
        return self._call(
            _THREADS_RETRIEVE,
            path={"thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def update(
        self,
        thread_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ThreadObject:
        """Modify a thread.

        Replaces the metadata or the tool resources of a thread. Other properties cannot
        be modified.

        Args:
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The modified thread.

        Example:
            client.beta.threads.update(
                "thread_8fKq2LwX",
                metadata={"ticket": "4711", "solved": "yes"},
            )
        """
        return self._call(
            _THREADS_UPDATE,
            path={"thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"tool_resources": tool_resources, "metadata": metadata},
            options=options,
        )

    def delete(
        self,
        thread_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteThreadResponse:
        """Delete a thread.

        Args:
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the thread and its deletion status.

        Example:
            client.beta.threads.delete("thread_8fKq2LwX")
        """
        return self._call(
            _THREADS_DELETE,
            path={"thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    @overload
    def create_and_run(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject: ...

    @overload
    def create_and_run(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: Literal[True],
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ResponseStream[AssistantStreamEvent, RunObject]: ...

    @overload
    def create_and_run(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: bool,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | ResponseStream[AssistantStreamEvent, RunObject]: ...

    def create_and_run(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: bool | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | ResponseStream[AssistantStreamEvent, RunObject]:
        """Create a thread and run an assistant on it.

        Combines the creation of a thread and the creation of a run in one request.

        Args:
            assistant_id: The ID of the assistant to run.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            thread: The initial state of the thread. All properties are optional.
            model: The model to use instead of the assistant's model.
            instructions: The instructions to use instead of the assistant's
                instructions.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            stream: Whether to return a stream of events that ends when the run ends.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created run, which references its thread. If `stream` is true, a stream
            of run events.

        Example:
            client.beta.threads.create_and_run(
                assistant_id="asst_6pLm3VjH",
                thread={
                    "messages": [{"role": "user", "content": "Say hello."}],
                },
                stream=True,
            )
        """
        return self._call(
            _THREADS_CREATE_AND_RUN,
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
            },
            options=options,
        )

    def create_and_run_and_parse(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam | _runtime.ToolType] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Call `create_and_run` and parse the calls of tools of the response.

        `tools` can contain types and `FunctionTool`s, whose calls have
        `parsed_arguments`.

        Args:
            assistant_id: The ID of the assistant to run.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            thread: The initial state of the thread. All properties are optional.
            model: The model to use instead of the assistant's model.
            instructions: The instructions to use instead of the assistant's
                instructions.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The response, with the parsed values.
        """
        return self._call(
            _THREADS_PARSE.endpoint(tools=tools),
            headers={"OpenAI-Beta": open_ai_beta},
            body=_THREADS_PARSE.body(
                {
                    "assistant_id": assistant_id,
                    "thread": thread,
                    "model": model,
                    "instructions": instructions,
                    "tools": tools,
                    "tool_resources": tool_resources,
                    "metadata": metadata,
                    "temperature": temperature,
                    "top_p": top_p,
                    "max_prompt_tokens": max_prompt_tokens,
                    "max_completion_tokens": max_completion_tokens,
                    "truncation_strategy": truncation_strategy,
                    "tool_choice": tool_choice,
                    "parallel_tool_calls": parallel_tool_calls,
                    "response_format": response_format,
                },
            ),
            options=options,
        )

    if TYPE_CHECKING:
        create_and_run_stream = parsed_run_object_event_stream(create_and_run_and_parse)
    else:
        create_and_run_stream = _runtime.stream_method(
            create_and_run_and_parse, "create_and_run_stream", "RunObjectEventStream"
        )
    """Stream the response of `create_and_run_and_parse` as typed events."""

    def create_and_run_and_poll(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        on_poll: Callable[[RunObject], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Call `create_and_run` and poll until a terminal status.

        Polling ends when `status` is one of `requires_action`, `cancelled`, `failed`,
        `completed`, `incomplete`, `expired`. A failed operation is returned like any
        other.

        Args:
            assistant_id: The ID of the assistant to run.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            thread: The initial state of the thread. All properties are optional.
            model: The model to use instead of the assistant's model.
            instructions: The instructions to use instead of the assistant's
                instructions.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
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
            _THREADS_CREATE_AND_RUN_AND_POLL,
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
            },
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )


class AsyncThreads(AsyncResource["AsyncThreadsRaw", "AsyncThreadsStreaming"]):
    """Threads, their messages, and the runs of assistants on threads."""

    @cached_property
    def messages(self) -> AsyncMessages:
        """Messages."""
        return AsyncMessages(self._client)

    @cached_property
    def runs(self) -> AsyncRuns:
        """Runs."""
        return AsyncRuns(self._client)

    async def create(
        self,
        *,
        open_ai_beta: str | Omit = omit,
        messages: Sequence[CreateMessageRequestParam] | Omit = omit,
        tool_resources: CreateToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ThreadObject:
        """Create a thread.

        Creates a thread, optionally with initial messages.

        Args:
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            messages: The initial messages, oldest first.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created thread.

        Example:
            await client.beta.threads.create()
        """
        return await self._call(
            _THREADS_CREATE,
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "messages": messages,
                "tool_resources": tool_resources,
                "metadata": metadata,
            },
            options=options,
        )

    async def retrieve(
        self,
        thread_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ThreadObject:
        """Retrieve a thread.

        Args:
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The thread with the given ID.

        Example:
            await client.beta.threads.retrieve("thread_8fKq2LwX")
        """
        return await self._call(
            _THREADS_RETRIEVE,
            path={"thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def update(
        self,
        thread_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ThreadObject:
        """Modify a thread.

        Replaces the metadata or the tool resources of a thread. Other properties cannot
        be modified.

        Args:
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The modified thread.

        Example:
            await client.beta.threads.update(
                "thread_8fKq2LwX",
                metadata={"ticket": "4711", "solved": "yes"},
            )
        """
        return await self._call(
            _THREADS_UPDATE,
            path={"thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"tool_resources": tool_resources, "metadata": metadata},
            options=options,
        )

    async def delete(
        self,
        thread_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteThreadResponse:
        """Delete a thread.

        Args:
            thread_id: The ID of the thread.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the thread and its deletion status.

        Example:
            await client.beta.threads.delete("thread_8fKq2LwX")
        """
        return await self._call(
            _THREADS_DELETE,
            path={"thread_id": thread_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    @overload
    async def create_and_run(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject: ...

    @overload
    async def create_and_run(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: Literal[True],
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncResponseStream[AssistantStreamEvent, RunObject]: ...

    @overload
    async def create_and_run(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: bool,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | AsyncResponseStream[AssistantStreamEvent, RunObject]: ...

    async def create_and_run(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        stream: bool | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | AsyncResponseStream[AssistantStreamEvent, RunObject]:
        """Create a thread and run an assistant on it.

        Combines the creation of a thread and the creation of a run in one request.

        Args:
            assistant_id: The ID of the assistant to run.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            thread: The initial state of the thread. All properties are optional.
            model: The model to use instead of the assistant's model.
            instructions: The instructions to use instead of the assistant's
                instructions.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            stream: Whether to return a stream of events that ends when the run ends.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created run, which references its thread. If `stream` is true, a stream
            of run events.

        Example:
            await client.beta.threads.create_and_run(
                assistant_id="asst_6pLm3VjH",
                thread={
                    "messages": [{"role": "user", "content": "Say hello."}],
                },
                stream=True,
            )
        """
        return await self._call(
            _THREADS_CREATE_AND_RUN,
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
            },
            options=options,
        )

    async def create_and_run_and_parse(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam | _runtime.ToolType] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Call `create_and_run` and parse the calls of tools of the response.

        `tools` can contain types and `FunctionTool`s, whose calls have
        `parsed_arguments`.

        Args:
            assistant_id: The ID of the assistant to run.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            thread: The initial state of the thread. All properties are optional.
            model: The model to use instead of the assistant's model.
            instructions: The instructions to use instead of the assistant's
                instructions.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The response, with the parsed values.
        """
        return await self._call(
            _THREADS_PARSE.endpoint(tools=tools),
            headers={"OpenAI-Beta": open_ai_beta},
            body=_THREADS_PARSE.body(
                {
                    "assistant_id": assistant_id,
                    "thread": thread,
                    "model": model,
                    "instructions": instructions,
                    "tools": tools,
                    "tool_resources": tool_resources,
                    "metadata": metadata,
                    "temperature": temperature,
                    "top_p": top_p,
                    "max_prompt_tokens": max_prompt_tokens,
                    "max_completion_tokens": max_completion_tokens,
                    "truncation_strategy": truncation_strategy,
                    "tool_choice": tool_choice,
                    "parallel_tool_calls": parallel_tool_calls,
                    "response_format": response_format,
                },
            ),
            options=options,
        )

    if TYPE_CHECKING:
        create_and_run_stream = async_parsed_run_object_event_stream(
            create_and_run_and_parse
        )
    else:
        create_and_run_stream = _runtime.async_stream_method(
            create_and_run_and_parse,
            "create_and_run_stream",
            "AsyncRunObjectEventStream",
        )
    """Stream the response of `create_and_run_and_parse` as typed events."""

    async def create_and_run_and_poll(
        self,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        thread: CreateThreadRequestParam | Omit = omit,
        model: str | AssistantSupportedModels | None | Omit = omit,
        instructions: str | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | None | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        max_prompt_tokens: int | None | Omit = omit,
        max_completion_tokens: int | None | Omit = omit,
        truncation_strategy: (
            TruncationObject | TruncationObjectParam | None | Omit
        ) = omit,
        tool_choice: AssistantsApiToolChoiceOptionParam | None | Omit = omit,
        parallel_tool_calls: ParallelToolCalls | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        on_poll: Callable[[RunObject], object] | Omit = omit,
        poll_interval: float | Omit = omit,
        poll_timeout: float | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Call `create_and_run` and poll until a terminal status.

        Polling ends when `status` is one of `requires_action`, `cancelled`, `failed`,
        `completed`, `incomplete`, `expired`. A failed operation is returned like any
        other.

        Args:
            assistant_id: The ID of the assistant to run.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            thread: The initial state of the thread. All properties are optional.
            model: The model to use instead of the assistant's model.
            instructions: The instructions to use instead of the assistant's
                instructions.
            tools: The tools to use instead of the assistant's tools. At most 20 items.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            max_prompt_tokens: The maximum number of prompt tokens for the run. A run
                that exceeds it ends with the status `incomplete`. At least 256.
            max_completion_tokens: The maximum number of completion tokens for the run.
                A run that exceeds it ends with the status `incomplete`. At least 256.
            truncation_strategy: Controls how much of the thread is sent to the model.
            tool_choice: Controls whether the model uses tools.
            parallel_tool_calls: Whether the model can call several tools in parallel.
                Default: `True`.
            response_format: The format that the model's output must have.
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
            _THREADS_CREATE_AND_RUN_AND_POLL,
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
            },
            polling_options={
                "on_poll": on_poll,
                "poll_interval": poll_interval,
                "poll_timeout": poll_timeout,
            },
            options=options,
        )


class AssistantsFiles(Resource["AssistantsFilesRaw", "AssistantsFilesStreaming"]):
    """Files."""

    def list(
        self,
        assistant_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListAssistantFilesPage:
        """List the files of an assistant.

        Available only in version 1 of the API. In version 2, files are listed in the
        assistant's `tool_resources`.

        Args:
            assistant_id: The ID of the assistant.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of assistant files, newest first by default.

        Example:
            client.beta.assistants.files.list("asst_6pLm3VjH")
        """
        return self._call(
            _ASSISTANTS_FILES_LIST,
            path={"assistant_id": assistant_id},
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def create(
        self,
        assistant_id: str,
        *,
        file_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantFileObject:
        """Attach a file to an assistant.

        Attaches an uploaded file to an assistant.

        Available only in version 1 of the API. In version 2, modify the assistant's
        `tool_resources` instead.

        Args:
            assistant_id: The ID of the assistant.
            file_id: The ID of the file. It must have been uploaded with the purpose
                `assistants`.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created assistant file.

        Example:
            client.beta.assistants.files.create(
                assistant_id="asst_6pLm3VjH",
                file_id="file-2xGd8RtS",
            )
        """
        return self._call(
            _ASSISTANTS_FILES_CREATE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"file_id": file_id},
            options=options,
        )

    def retrieve(
        self,
        file_id: str,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantFileObject:
        """Retrieve an assistant file.

        Available only in version 1 of the API. In version 2, files are listed in the
        assistant's `tool_resources`.

        Args:
            file_id: The ID of the file.
            assistant_id: The ID of the assistant.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The assistant file with the given ID.

        Example:
            client.beta.assistants.files.retrieve(
                assistant_id="asst_6pLm3VjH",
                file_id="file-2xGd8RtS",
            )
        """
        return self._call(
            _ASSISTANTS_FILES_RETRIEVE,
            path={"file_id": file_id, "assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def delete(
        self,
        file_id: str,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteAssistantFileResponse:
        """Detach a file from an assistant.

        Detaches a file from an assistant without deleting the file.

        Available only in version 1 of the API. In version 2, modify the assistant's
        `tool_resources` instead.

        Args:
            file_id: The ID of the file.
            assistant_id: The ID of the assistant.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the file and whether it was detached from the assistant.

        Example:
            client.beta.assistants.files.delete(
                assistant_id="asst_6pLm3VjH",
                file_id="file-2xGd8RtS",
            )
        """
        return self._call(
            _ASSISTANTS_FILES_DELETE,
            path={"file_id": file_id, "assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AsyncAssistantsFiles(
    AsyncResource["AsyncAssistantsFilesRaw", "AsyncAssistantsFilesStreaming"]
):
    """Files."""

    def list(
        self,
        assistant_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListAssistantFilesPage, AssistantFileObject]:
        """List the files of an assistant.

        Available only in version 1 of the API. In version 2, files are listed in the
        assistant's `tool_resources`.

        Args:
            assistant_id: The ID of the assistant.
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of assistant files, newest first by default.

        Example:
            await client.beta.assistants.files.list("asst_6pLm3VjH")
        """
        return self._page(
            _ASSISTANTS_FILES_LIST,
            path={"assistant_id": assistant_id},
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def create(
        self,
        assistant_id: str,
        *,
        file_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantFileObject:
        """Attach a file to an assistant.

        Attaches an uploaded file to an assistant.

        Available only in version 1 of the API. In version 2, modify the assistant's
        `tool_resources` instead.

        Args:
            assistant_id: The ID of the assistant.
            file_id: The ID of the file. It must have been uploaded with the purpose
                `assistants`.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created assistant file.

        Example:
            await client.beta.assistants.files.create(
                assistant_id="asst_6pLm3VjH",
                file_id="file-2xGd8RtS",
            )
        """
        return await self._call(
            _ASSISTANTS_FILES_CREATE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"file_id": file_id},
            options=options,
        )

    async def retrieve(
        self,
        file_id: str,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantFileObject:
        """Retrieve an assistant file.

        Available only in version 1 of the API. In version 2, files are listed in the
        assistant's `tool_resources`.

        Args:
            file_id: The ID of the file.
            assistant_id: The ID of the assistant.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The assistant file with the given ID.

        Example:
            await client.beta.assistants.files.retrieve(
                assistant_id="asst_6pLm3VjH",
                file_id="file-2xGd8RtS",
            )
        """
        return await self._call(
            _ASSISTANTS_FILES_RETRIEVE,
            path={"file_id": file_id, "assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def delete(
        self,
        file_id: str,
        *,
        assistant_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteAssistantFileResponse:
        """Detach a file from an assistant.

        Detaches a file from an assistant without deleting the file.

        Available only in version 1 of the API. In version 2, modify the assistant's
        `tool_resources` instead.

        Args:
            file_id: The ID of the file.
            assistant_id: The ID of the assistant.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the file and whether it was detached from the assistant.

        Example:
            await client.beta.assistants.files.delete(
                assistant_id="asst_6pLm3VjH",
                file_id="file-2xGd8RtS",
            )
        """
        return await self._call(
            _ASSISTANTS_FILES_DELETE,
            path={"file_id": file_id, "assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class Assistants(Resource["AssistantsRaw", "AssistantsStreaming"]):
    """Assistants and the files available to them."""

    @cached_property
    def files(self) -> AssistantsFiles:
        """Files."""
        return AssistantsFiles(self._client)

    def list(
        self,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListAssistantsPage:
        """List assistants.

        Args:
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of assistants, newest first by default.

        Example:
            client.beta.assistants.list(order="asc")
        """
        return self._call(
            _ASSISTANTS_LIST,
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def create(
        self,
        *,
        model: str | AssistantSupportedModels,
        open_ai_beta: str | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        instructions: str | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | Omit = omit,
        tool_resources: CreateToolResourcesParam | None | Omit = omit,
        file_ids: Sequence[str] | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Create an assistant.

        Args:
            model: The model that the assistant uses.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            name: The name of the assistant. At most 256 characters.
            description: A description of the assistant. At most 512 characters.
            instructions: The system instructions for the assistant. Version 1 servers
                accept up to 32,768 characters. At most 256000 characters.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            tools: The tools available to the assistant. At most 128 items. Default:
                `[]`.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            file_ids: The IDs of the files available to the assistant (version 1 of the
                API). At most 20 items. Default: `[]`.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            response_format: The format of the assistant's output.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created assistant.
        """
        return self._call(
            _ASSISTANTS_CREATE,
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "reasoning_effort": reasoning_effort,
                "tools": tools,
                "tool_resources": tool_resources,
                "file_ids": file_ids,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "response_format": response_format,
            },
            options=options,
        )

    def retrieve(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Retrieve an assistant.

        Args:
            assistant_id: The ID of the assistant.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The assistant with the given ID.

        Example:
            client.beta.assistants.retrieve("asst_6pLm3VjH")
        """
        return self._call(
            _ASSISTANTS_RETRIEVE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def update(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        instructions: str | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        file_ids: Sequence[str] | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Modify an assistant.

        Replaces the properties that are sent and leaves all others unchanged.

        Args:
            assistant_id: The ID of the assistant.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            model: The model that the assistant uses.
            name: The name of the assistant. At most 256 characters.
            description: A description of the assistant. At most 512 characters.
            instructions: The system instructions for the assistant. Version 1 servers
                accept up to 32,768 characters. At most 256000 characters.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            tools: The tools available to the assistant. At most 128 items. Default:
                `[]`.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            file_ids: The IDs of the files available to the assistant (version 1 of the
                API). At most 20 items. Default: `[]`.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            response_format: The format of the assistant's output.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The modified assistant.

        Example:
            client.beta.assistants.update(
                "asst_6pLm3VjH",
                model="gpt-4o-mini",
                description="Answers questions about bicycle parts.",
            )
        """
        return self._call(
            _ASSISTANTS_UPDATE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "reasoning_effort": reasoning_effort,
                "tools": tools,
                "tool_resources": tool_resources,
                "file_ids": file_ids,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "response_format": response_format,
            },
            options=options,
        )

    def delete(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteAssistantResponse:
        """Delete an assistant.

        Args:
            assistant_id: The ID of the assistant.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the assistant and its deletion status.

        Example:
            client.beta.assistants.delete("asst_6pLm3VjH")
        """
        return self._call(
            _ASSISTANTS_DELETE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AsyncAssistants(AsyncResource["AsyncAssistantsRaw", "AsyncAssistantsStreaming"]):
    """Assistants and the files available to them."""

    @cached_property
    def files(self) -> AsyncAssistantsFiles:
        """Files."""
        return AsyncAssistantsFiles(self._client)

    def list(
        self,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListAssistantsPage, AssistantObject]:
        """List assistants.

        Args:
            limit: The maximum number of objects per page, from 1 to 100. At least 1, at
                most 100. Default: `20`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            before: A cursor for backward pagination: an object ID. The page ends before
                that object.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of assistants, newest first by default.

        Example:
            await client.beta.assistants.list(order="asc")
        """
        return self._page(
            _ASSISTANTS_LIST,
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def create(
        self,
        *,
        model: str | AssistantSupportedModels,
        open_ai_beta: str | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        instructions: str | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | Omit = omit,
        tool_resources: CreateToolResourcesParam | None | Omit = omit,
        file_ids: Sequence[str] | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Create an assistant.

        Args:
            model: The model that the assistant uses.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            name: The name of the assistant. At most 256 characters.
            description: A description of the assistant. At most 512 characters.
            instructions: The system instructions for the assistant. Version 1 servers
                accept up to 32,768 characters. At most 256000 characters.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            tools: The tools available to the assistant. At most 128 items. Default:
                `[]`.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            file_ids: The IDs of the files available to the assistant (version 1 of the
                API). At most 20 items. Default: `[]`.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            response_format: The format of the assistant's output.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The created assistant.
        """
        return await self._call(
            _ASSISTANTS_CREATE,
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "reasoning_effort": reasoning_effort,
                "tools": tools,
                "tool_resources": tool_resources,
                "file_ids": file_ids,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "response_format": response_format,
            },
            options=options,
        )

    async def retrieve(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Retrieve an assistant.

        Args:
            assistant_id: The ID of the assistant.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The assistant with the given ID.

        Example:
            await client.beta.assistants.retrieve("asst_6pLm3VjH")
        """
        return await self._call(
            _ASSISTANTS_RETRIEVE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def update(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        instructions: str | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        file_ids: Sequence[str] | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Modify an assistant.

        Replaces the properties that are sent and leaves all others unchanged.

        Args:
            assistant_id: The ID of the assistant.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            model: The model that the assistant uses.
            name: The name of the assistant. At most 256 characters.
            description: A description of the assistant. At most 512 characters.
            instructions: The system instructions for the assistant. Version 1 servers
                accept up to 32,768 characters. At most 256000 characters.
            reasoning_effort: The amount of reasoning before the model responds. Lower
                effort gives faster and cheaper responses. Default: `"medium"`.
            tools: The tools available to the assistant. At most 128 items. Default:
                `[]`.
            tool_resources: The files and vector stores available to tools, grouped by
                tool.
            file_ids: The IDs of the files available to the assistant (version 1 of the
                API). At most 20 items. Default: `[]`.
            metadata: Up to 16 key-value pairs of custom data attached to an object. At
                most 16 properties.
            temperature: The sampling temperature. Higher values produce more varied
                output. At least 0, at most 2. Default: `1`.
            top_p: The cumulative probability of the tokens considered in nucleus
                sampling. At least 0, at most 1. Default: `1`.
            response_format: The format of the assistant's output.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The modified assistant.

        Example:
            await client.beta.assistants.update(
                "asst_6pLm3VjH",
                model="gpt-4o-mini",
                description="Answers questions about bicycle parts.",
            )
        """
        return await self._call(
            _ASSISTANTS_UPDATE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "reasoning_effort": reasoning_effort,
                "tools": tools,
                "tool_resources": tool_resources,
                "file_ids": file_ids,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "response_format": response_format,
            },
            options=options,
        )

    async def delete(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteAssistantResponse:
        """Delete an assistant.

        Args:
            assistant_id: The ID of the assistant.
            open_ai_beta: The version of the Assistants API that the request targets.
                Servers that treat this API as beta reject requests without this header;
                other servers ignore it. Version 1 supports the `retrieval` tool and
                `file_ids`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the assistant and its deletion status.

        Example:
            await client.beta.assistants.delete("asst_6pLm3VjH")
        """
        return await self._call(
            _ASSISTANTS_DELETE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class Beta(Resource["BetaRaw", "BetaStreaming"]):
    """Beta."""

    @cached_property
    def assistants(self) -> Assistants:
        """Assistants and the files available to them."""
        return Assistants(self._client)

    @cached_property
    def threads(self) -> Threads:
        """Threads, their messages, and the runs of assistants on threads."""
        return Threads(self._client)


class AsyncBeta(AsyncResource["AsyncBetaRaw", "AsyncBetaStreaming"]):
    """Beta."""

    @cached_property
    def assistants(self) -> AsyncAssistants:
        """Assistants and the files available to them."""
        return AsyncAssistants(self._client)

    @cached_property
    def threads(self) -> AsyncThreads:
        """Threads, their messages, and the runs of assistants on threads."""
        return AsyncThreads(self._client)


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class StepsRaw(_runtime.RawResource):
        """Methods of `Steps` that return the response."""

        list = _runtime.raw_method(Steps.list)
        retrieve = _runtime.raw_method(Steps.retrieve)

    class AsyncStepsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncSteps` that return the response."""

        list = _runtime.async_raw_method(AsyncSteps.list)
        retrieve = _runtime.async_raw_method(AsyncSteps.retrieve)

    class StepsStreaming(_runtime.StreamingResource):
        """Methods of `Steps` that return an unread response."""

        list = _runtime.streaming_method(Steps.list)
        retrieve = _runtime.streaming_method(Steps.retrieve)

    class AsyncStepsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncSteps` that return an unread response."""

        list = _runtime.async_streaming_method(AsyncSteps.list)
        retrieve = _runtime.async_streaming_method(AsyncSteps.retrieve)

    class RunsRaw(_runtime.RawResource):
        """Methods of `Runs` that return the response."""

        steps = cached_property(StepsRaw)
        list = _runtime.raw_method(Runs.list)
        create = _runtime.raw_method(Runs.create)
        retrieve = _runtime.raw_method(Runs.retrieve)
        update = _runtime.raw_method(Runs.update)
        submit_tool_outputs = _runtime.raw_method(Runs.submit_tool_outputs)
        cancel = _runtime.raw_method(Runs.cancel)
        parse = _runtime.raw_method(Runs.parse)

    class AsyncRunsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncRuns` that return the response."""

        steps = cached_property(AsyncStepsRaw)
        list = _runtime.async_raw_method(AsyncRuns.list)
        create = _runtime.async_raw_method(AsyncRuns.create)
        retrieve = _runtime.async_raw_method(AsyncRuns.retrieve)
        update = _runtime.async_raw_method(AsyncRuns.update)
        submit_tool_outputs = _runtime.async_raw_method(AsyncRuns.submit_tool_outputs)
        cancel = _runtime.async_raw_method(AsyncRuns.cancel)
        parse = _runtime.async_raw_method(AsyncRuns.parse)

    class RunsStreaming(_runtime.StreamingResource):
        """Methods of `Runs` that return an unread response."""

        steps = cached_property(StepsStreaming)
        list = _runtime.streaming_method(Runs.list)
        create = _runtime.streaming_method(Runs.create)
        retrieve = _runtime.streaming_method(Runs.retrieve)
        update = _runtime.streaming_method(Runs.update)
        submit_tool_outputs = _runtime.streaming_method(Runs.submit_tool_outputs)
        cancel = _runtime.streaming_method(Runs.cancel)
        parse = _runtime.streaming_method(Runs.parse)

    class AsyncRunsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncRuns` that return an unread response."""

        steps = cached_property(AsyncStepsStreaming)
        list = _runtime.async_streaming_method(AsyncRuns.list)
        create = _runtime.async_streaming_method(AsyncRuns.create)
        retrieve = _runtime.async_streaming_method(AsyncRuns.retrieve)
        update = _runtime.async_streaming_method(AsyncRuns.update)
        submit_tool_outputs = _runtime.async_streaming_method(
            AsyncRuns.submit_tool_outputs
        )
        cancel = _runtime.async_streaming_method(AsyncRuns.cancel)
        parse = _runtime.async_streaming_method(AsyncRuns.parse)

    class ThreadsMessagesFilesRaw(_runtime.RawResource):
        """Methods of `ThreadsMessagesFiles` that return the response."""

        list = _runtime.raw_method(ThreadsMessagesFiles.list)
        retrieve = _runtime.raw_method(ThreadsMessagesFiles.retrieve)

    class AsyncThreadsMessagesFilesRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncThreadsMessagesFiles` that return the response."""

        list = _runtime.async_raw_method(AsyncThreadsMessagesFiles.list)
        retrieve = _runtime.async_raw_method(AsyncThreadsMessagesFiles.retrieve)

    class ThreadsMessagesFilesStreaming(_runtime.StreamingResource):
        """Methods of `ThreadsMessagesFiles` that return an unread response."""

        list = _runtime.streaming_method(ThreadsMessagesFiles.list)
        retrieve = _runtime.streaming_method(ThreadsMessagesFiles.retrieve)

    class AsyncThreadsMessagesFilesStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncThreadsMessagesFiles` that return an unread response."""

        list = _runtime.async_streaming_method(AsyncThreadsMessagesFiles.list)
        retrieve = _runtime.async_streaming_method(AsyncThreadsMessagesFiles.retrieve)

    class MessagesRaw(_runtime.RawResource):
        """Methods of `Messages` that return the response."""

        files = cached_property(ThreadsMessagesFilesRaw)
        list = _runtime.raw_method(Messages.list)
        create = _runtime.raw_method(Messages.create)
        retrieve = _runtime.raw_method(Messages.retrieve)
        update = _runtime.raw_method(Messages.update)
        delete = _runtime.raw_method(Messages.delete)

    class AsyncMessagesRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncMessages` that return the response."""

        files = cached_property(AsyncThreadsMessagesFilesRaw)
        list = _runtime.async_raw_method(AsyncMessages.list)
        create = _runtime.async_raw_method(AsyncMessages.create)
        retrieve = _runtime.async_raw_method(AsyncMessages.retrieve)
        update = _runtime.async_raw_method(AsyncMessages.update)
        delete = _runtime.async_raw_method(AsyncMessages.delete)

    class MessagesStreaming(_runtime.StreamingResource):
        """Methods of `Messages` that return an unread response."""

        files = cached_property(ThreadsMessagesFilesStreaming)
        list = _runtime.streaming_method(Messages.list)
        create = _runtime.streaming_method(Messages.create)
        retrieve = _runtime.streaming_method(Messages.retrieve)
        update = _runtime.streaming_method(Messages.update)
        delete = _runtime.streaming_method(Messages.delete)

    class AsyncMessagesStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncMessages` that return an unread response."""

        files = cached_property(AsyncThreadsMessagesFilesStreaming)
        list = _runtime.async_streaming_method(AsyncMessages.list)
        create = _runtime.async_streaming_method(AsyncMessages.create)
        retrieve = _runtime.async_streaming_method(AsyncMessages.retrieve)
        update = _runtime.async_streaming_method(AsyncMessages.update)
        delete = _runtime.async_streaming_method(AsyncMessages.delete)

    class ThreadsRaw(_runtime.RawResource):
        """Methods of `Threads` that return the response."""

        messages = cached_property(MessagesRaw)
        runs = cached_property(RunsRaw)
        create = _runtime.raw_method(Threads.create)
        retrieve = _runtime.raw_method(Threads.retrieve)
        update = _runtime.raw_method(Threads.update)
        delete = _runtime.raw_method(Threads.delete)
        create_and_run = _runtime.raw_method(Threads.create_and_run)
        create_and_run_and_parse = _runtime.raw_method(Threads.create_and_run_and_parse)

    class AsyncThreadsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncThreads` that return the response."""

        messages = cached_property(AsyncMessagesRaw)
        runs = cached_property(AsyncRunsRaw)
        create = _runtime.async_raw_method(AsyncThreads.create)
        retrieve = _runtime.async_raw_method(AsyncThreads.retrieve)
        update = _runtime.async_raw_method(AsyncThreads.update)
        delete = _runtime.async_raw_method(AsyncThreads.delete)
        create_and_run = _runtime.async_raw_method(AsyncThreads.create_and_run)
        create_and_run_and_parse = _runtime.async_raw_method(
            AsyncThreads.create_and_run_and_parse
        )

    class ThreadsStreaming(_runtime.StreamingResource):
        """Methods of `Threads` that return an unread response."""

        messages = cached_property(MessagesStreaming)
        runs = cached_property(RunsStreaming)
        create = _runtime.streaming_method(Threads.create)
        retrieve = _runtime.streaming_method(Threads.retrieve)
        update = _runtime.streaming_method(Threads.update)
        delete = _runtime.streaming_method(Threads.delete)
        create_and_run = _runtime.streaming_method(Threads.create_and_run)
        create_and_run_and_parse = _runtime.streaming_method(
            Threads.create_and_run_and_parse
        )

    class AsyncThreadsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncThreads` that return an unread response."""

        messages = cached_property(AsyncMessagesStreaming)
        runs = cached_property(AsyncRunsStreaming)
        create = _runtime.async_streaming_method(AsyncThreads.create)
        retrieve = _runtime.async_streaming_method(AsyncThreads.retrieve)
        update = _runtime.async_streaming_method(AsyncThreads.update)
        delete = _runtime.async_streaming_method(AsyncThreads.delete)
        create_and_run = _runtime.async_streaming_method(AsyncThreads.create_and_run)
        create_and_run_and_parse = _runtime.async_streaming_method(
            AsyncThreads.create_and_run_and_parse
        )

    class AssistantsFilesRaw(_runtime.RawResource):
        """Methods of `AssistantsFiles` that return the response."""

        list = _runtime.raw_method(AssistantsFiles.list)
        create = _runtime.raw_method(AssistantsFiles.create)
        retrieve = _runtime.raw_method(AssistantsFiles.retrieve)
        delete = _runtime.raw_method(AssistantsFiles.delete)

    class AsyncAssistantsFilesRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncAssistantsFiles` that return the response."""

        list = _runtime.async_raw_method(AsyncAssistantsFiles.list)
        create = _runtime.async_raw_method(AsyncAssistantsFiles.create)
        retrieve = _runtime.async_raw_method(AsyncAssistantsFiles.retrieve)
        delete = _runtime.async_raw_method(AsyncAssistantsFiles.delete)

    class AssistantsFilesStreaming(_runtime.StreamingResource):
        """Methods of `AssistantsFiles` that return an unread response."""

        list = _runtime.streaming_method(AssistantsFiles.list)
        create = _runtime.streaming_method(AssistantsFiles.create)
        retrieve = _runtime.streaming_method(AssistantsFiles.retrieve)
        delete = _runtime.streaming_method(AssistantsFiles.delete)

    class AsyncAssistantsFilesStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncAssistantsFiles` that return an unread response."""

        list = _runtime.async_streaming_method(AsyncAssistantsFiles.list)
        create = _runtime.async_streaming_method(AsyncAssistantsFiles.create)
        retrieve = _runtime.async_streaming_method(AsyncAssistantsFiles.retrieve)
        delete = _runtime.async_streaming_method(AsyncAssistantsFiles.delete)

    class AssistantsRaw(_runtime.RawResource):
        """Methods of `Assistants` that return the response."""

        files = cached_property(AssistantsFilesRaw)
        list = _runtime.raw_method(Assistants.list)
        create = _runtime.raw_method(Assistants.create)
        retrieve = _runtime.raw_method(Assistants.retrieve)
        update = _runtime.raw_method(Assistants.update)
        delete = _runtime.raw_method(Assistants.delete)

    class AsyncAssistantsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncAssistants` that return the response."""

        files = cached_property(AsyncAssistantsFilesRaw)
        list = _runtime.async_raw_method(AsyncAssistants.list)
        create = _runtime.async_raw_method(AsyncAssistants.create)
        retrieve = _runtime.async_raw_method(AsyncAssistants.retrieve)
        update = _runtime.async_raw_method(AsyncAssistants.update)
        delete = _runtime.async_raw_method(AsyncAssistants.delete)

    class AssistantsStreaming(_runtime.StreamingResource):
        """Methods of `Assistants` that return an unread response."""

        files = cached_property(AssistantsFilesStreaming)
        list = _runtime.streaming_method(Assistants.list)
        create = _runtime.streaming_method(Assistants.create)
        retrieve = _runtime.streaming_method(Assistants.retrieve)
        update = _runtime.streaming_method(Assistants.update)
        delete = _runtime.streaming_method(Assistants.delete)

    class AsyncAssistantsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncAssistants` that return an unread response."""

        files = cached_property(AsyncAssistantsFilesStreaming)
        list = _runtime.async_streaming_method(AsyncAssistants.list)
        create = _runtime.async_streaming_method(AsyncAssistants.create)
        retrieve = _runtime.async_streaming_method(AsyncAssistants.retrieve)
        update = _runtime.async_streaming_method(AsyncAssistants.update)
        delete = _runtime.async_streaming_method(AsyncAssistants.delete)

    class BetaRaw(_runtime.RawResource):
        """Methods of `Beta` that return the response."""

        assistants = cached_property(AssistantsRaw)
        threads = cached_property(ThreadsRaw)

    class AsyncBetaRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncBeta` that return the response."""

        assistants = cached_property(AsyncAssistantsRaw)
        threads = cached_property(AsyncThreadsRaw)

    class BetaStreaming(_runtime.StreamingResource):
        """Methods of `Beta` that return an unread response."""

        assistants = cached_property(AssistantsStreaming)
        threads = cached_property(ThreadsStreaming)

    class AsyncBetaStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncBeta` that return an unread response."""

        assistants = cached_property(AsyncAssistantsStreaming)
        threads = cached_property(AsyncThreadsStreaming)
