"""Threads."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime import AnswerStream, AsyncAnswerStream, Omit, RequestOptions
    from ..types.assistants import AssistantSupportedModels, ToolResources
    from ..types.assistants_params import (
        AssistantsApiResponseFormatOptionParam,
        AssistantToolParam,
        CreateToolResourcesParam,
        ToolResourcesParam,
    )
    from ..types.chat import ParallelToolCalls, ReasoningEffort
    from ..types.chat_params import MetadataParam
    from ..types.threads import (
        AssistantStreamEvent,
        CreateRunIncludeItem,
        DeleteMessageResponse,
        DeleteThreadResponse,
        ListMessageFilesResponse,
        ListMessagesResponse,
        ListRunsResponse,
        ListRunStepsResponse,
        MessageAttachment,
        MessageFileObject,
        MessageObject,
        RunObject,
        RunStepObject,
        ThreadObject,
        TruncationObject,
    )
    from ..types.threads_params import (
        AssistantsApiToolChoiceOptionParam,
        CreateMessageRequestContentPartParam,
        CreateMessageRequestParam,
        CreateThreadRequestParam,
        MessageAttachmentParam,
        SubmitToolOutputsRunRequestToolOutputParam,
        TruncationObjectParam,
    )

_CREATE = Endpoint("POST", "/threads", body="application/json", returns="ThreadObject")
_RETRIEVE = Endpoint("GET", "/threads/{thread_id}", returns="ThreadObject")
_UPDATE = Endpoint(
    "POST", "/threads/{thread_id}", body="application/json", returns="ThreadObject"
)
_DELETE = Endpoint("DELETE", "/threads/{thread_id}", returns="DeleteThreadResponse")
_CREATE_AND_RUN = Endpoint(
    "POST",
    "/threads/runs",
    body="application/json",
    returns="RunObject",
    stream="AssistantStreamEvent",
    events="named",
    ends="[DONE]",
    final=(
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
_MESSAGES_LIST = Endpoint(
    "GET", "/threads/{thread_id}/messages", returns="ListMessagesResponse"
)
_MESSAGES_CREATE = Endpoint(
    "POST",
    "/threads/{thread_id}/messages",
    body="application/json",
    returns="MessageObject",
)
_MESSAGES_RETRIEVE = Endpoint(
    "GET", "/threads/{thread_id}/messages/{message_id}", returns="MessageObject"
)
_MESSAGES_UPDATE = Endpoint(
    "POST",
    "/threads/{thread_id}/messages/{message_id}",
    body="application/json",
    returns="MessageObject",
)
_MESSAGES_DELETE = Endpoint(
    "DELETE",
    "/threads/{thread_id}/messages/{message_id}",
    returns="DeleteMessageResponse",
)
_MESSAGES_FILES_LIST = Endpoint(
    "GET",
    "/threads/{thread_id}/messages/{message_id}/files",
    returns="ListMessageFilesResponse",
)
_MESSAGES_FILES_RETRIEVE = Endpoint(
    "GET",
    "/threads/{thread_id}/messages/{message_id}/files/{file_id}",
    returns="MessageFileObject",
)
_RUNS_LIST = Endpoint("GET", "/threads/{thread_id}/runs", returns="ListRunsResponse")
_RUNS_CREATE = Endpoint(
    "POST",
    "/threads/{thread_id}/runs",
    body="application/json",
    returns="RunObject",
    stream="AssistantStreamEvent",
    events="named",
    ends="[DONE]",
    final=(
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
_RUNS_RETRIEVE = Endpoint(
    "GET", "/threads/{thread_id}/runs/{run_id}", returns="RunObject"
)
_RUNS_UPDATE = Endpoint(
    "POST",
    "/threads/{thread_id}/runs/{run_id}",
    body="application/json",
    returns="RunObject",
)
_RUNS_SUBMIT_TOOL_OUTPUTS = Endpoint(
    "POST",
    "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs",
    body="application/json",
    returns="RunObject",
    stream="AssistantStreamEvent",
    events="named",
    ends="[DONE]",
    final=(
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
_RUNS_CANCEL = Endpoint(
    "POST", "/threads/{thread_id}/runs/{run_id}/cancel", returns="RunObject"
)
_RUNS_STEPS_LIST = Endpoint(
    "GET", "/threads/{thread_id}/runs/{run_id}/steps", returns="ListRunStepsResponse"
)
_RUNS_STEPS_RETRIEVE = Endpoint(
    "GET", "/threads/{thread_id}/runs/{run_id}/steps/{step_id}", returns="RunStepObject"
)


class Steps(Resource):
    """Steps."""

    @cached_property
    def with_raw_response(self) -> StepsRaw:
        """The same methods, giving the answer with its status and headers."""
        return StepsRaw(self)

    @cached_property
    def with_streaming_response(self) -> StepsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return StepsStreaming(self)

    def list(
        self,
        thread_id: str,
        run_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListRunStepsResponse:
        """List the steps of a run.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            include: What run steps should contain beyond the usual. So far only the
                text of file search results.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of run steps, newest first unless you ask otherwise.
        """
        return self._call(
            _RUNS_STEPS_LIST,
            path={"thread_id": thread_id, "run_id": run_id},
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
        thread_id: str,
        run_id: str,
        step_id: str,
        *,
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunStepObject:
        """Look up a step of a run.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            step_id: The run step's id.
            include: What run steps should contain beyond the usual. So far only the
                text of file search results.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The run step with this id.
        """
        return self._call(
            _RUNS_STEPS_RETRIEVE,
            path={"thread_id": thread_id, "run_id": run_id, "step_id": step_id},
            query={"include[]": include},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AsyncSteps(AsyncResource):
    """Steps."""

    @cached_property
    def with_raw_response(self) -> AsyncStepsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncStepsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncStepsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncStepsStreaming(self)

    async def list(
        self,
        thread_id: str,
        run_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListRunStepsResponse:
        """List the steps of a run.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            include: What run steps should contain beyond the usual. So far only the
                text of file search results.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of run steps, newest first unless you ask otherwise.
        """
        return await self._call(
            _RUNS_STEPS_LIST,
            path={"thread_id": thread_id, "run_id": run_id},
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
        thread_id: str,
        run_id: str,
        step_id: str,
        *,
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunStepObject:
        """Look up a step of a run.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            step_id: The run step's id.
            include: What run steps should contain beyond the usual. So far only the
                text of file search results.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The run step with this id.
        """
        return await self._call(
            _RUNS_STEPS_RETRIEVE,
            path={"thread_id": thread_id, "run_id": run_id, "step_id": step_id},
            query={"include[]": include},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class StepsRaw(_runtime.RawResource):
    """The calls of `Steps`, giving the answer."""

    list = _runtime.raw(Steps.list)
    retrieve = _runtime.raw(Steps.retrieve)


class AsyncStepsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncSteps`, giving the answer."""

    list = _runtime.async_raw(AsyncSteps.list)
    retrieve = _runtime.async_raw(AsyncSteps.retrieve)


class StepsStreaming(_runtime.StreamingResource):
    """The calls of `Steps`, giving the answer unread."""

    list = _runtime.streaming(Steps.list)
    retrieve = _runtime.streaming(Steps.retrieve)


class AsyncStepsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncSteps`, giving the answer unread."""

    list = _runtime.async_streaming(AsyncSteps.list)
    retrieve = _runtime.async_streaming(AsyncSteps.retrieve)


class Runs(Resource):
    """Runs."""

    @cached_property
    def with_raw_response(self) -> RunsRaw:
        """The same methods, giving the answer with its status and headers."""
        return RunsRaw(self)

    @cached_property
    def with_streaming_response(self) -> RunsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return RunsStreaming(self)

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
    ) -> ListRunsResponse:
        """List the runs of a thread.

        Args:
            thread_id: The thread's id.
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of runs, newest first unless you ask otherwise.
        """
        return self._call(
            _RUNS_LIST,
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
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
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
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
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
    ) -> AnswerStream[AssistantStreamEvent, RunObject]: ...

    @overload
    def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
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
    ) -> RunObject | AnswerStream[AssistantStreamEvent, RunObject]: ...

    def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
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
    ) -> RunObject | AnswerStream[AssistantStreamEvent, RunObject]:
        """Run an assistant on a thread.

        Starts a run and answers at once; the run itself goes on in the background.

        Fetch the run until its status tells that it has ended or needs something from
        you, or set `stream` to true and receive its events.

        Args:
            thread_id: The thread's id.
            assistant_id: The assistant to run.
            include: What run steps should contain beyond the usual. So far only the
                text of file search results.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            model: A model to use instead of the assistant's.
            reasoning_effort: How long a reasoning model thinks before it answers. Less
                effort gives quicker and cheaper answers.

                Default: `"medium"`.
            instructions: Instructions to use instead of the assistant's.
            additional_instructions: Instructions to add to the others, for this run
                only.
            additional_messages: Messages to add to the thread before the run starts.
            tools: Tools to use instead of the assistant's.

                At most 20 items.
            metadata: Up to 16 notes of your own on an object, each a key and a text.
            temperature: The sampling temperature. Higher values give more varied
                answers.

                At least 0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability.

                At least 0, at most 1. Default: `1`.
            stream: Whether the answer is a stream of events that ends with the run.
            max_prompt_tokens: How many tokens the run may read. A run that needs more
                ends as `incomplete`.

                At least 256.
            max_completion_tokens: How many tokens the run may write. A run that needs
                more ends as `incomplete`.

                At least 256.
            truncation_strategy: How much of the thread the model reads.
            tool_choice: Whether the model uses tools.
            parallel_tool_calls: Whether the model may call several tools at once.

                Default: `True`.
            response_format: The form that the answer must take.

        Returns:
            The new run. When `stream` is true, the run's events as they happen.
        """
        return self._call(
            _RUNS_CREATE,
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
        thread_id: str,
        run_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Look up a run.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The run with this id.
        """
        return self._call(
            _RUNS_RETRIEVE,
            path={"thread_id": thread_id, "run_id": run_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def update(
        self,
        thread_id: str,
        run_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Change a run.

        Replaces the metadata of a run.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The changed run.
        """
        return self._call(
            _RUNS_UPDATE,
            path={"thread_id": thread_id, "run_id": run_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"metadata": metadata},
            options=options,
        )

    @overload
    def submit_tool_outputs(
        self,
        thread_id: str,
        run_id: str,
        *,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject: ...

    @overload
    def submit_tool_outputs(
        self,
        thread_id: str,
        run_id: str,
        *,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: Literal[True],
        **options: Unpack[RequestOptions],
    ) -> AnswerStream[AssistantStreamEvent, RunObject]: ...

    @overload
    def submit_tool_outputs(
        self,
        thread_id: str,
        run_id: str,
        *,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: bool,
        **options: Unpack[RequestOptions],
    ) -> RunObject | AnswerStream[AssistantStreamEvent, RunObject]: ...

    def submit_tool_outputs(
        self,
        thread_id: str,
        run_id: str,
        *,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | AnswerStream[AssistantStreamEvent, RunObject]:
        """Hand the results of function calls to a run.

        Continues a run that waits for your functions: its status is `requires_action`,
        and the type of its required action is `submit_tool_outputs`.

        Call every function that the run lists, then send all results in one request.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            tool_outputs: One result for each call that the run waits for.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            stream: Whether the answer is a stream of events that ends with the run.

        Returns:
            The run, now queued again. When `stream` is true, the run's further events
                as they happen.
        """
        return self._call(
            _RUNS_SUBMIT_TOOL_OUTPUTS,
            path={"thread_id": thread_id, "run_id": run_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"tool_outputs": tool_outputs, "stream": stream},
            options=options,
        )

    def cancel(
        self,
        thread_id: str,
        run_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Cancel a run.

        Stops a run whose status is `in_progress`. The status is `cancelling` until the
        run has stopped.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The run, with its status changed.
        """
        return self._call(
            _RUNS_CANCEL,
            path={"thread_id": thread_id, "run_id": run_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AsyncRuns(AsyncResource):
    """Runs."""

    @cached_property
    def with_raw_response(self) -> AsyncRunsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncRunsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncRunsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncRunsStreaming(self)

    @cached_property
    def steps(self) -> AsyncSteps:
        """Steps."""
        return AsyncSteps(self._client)

    async def list(
        self,
        thread_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListRunsResponse:
        """List the runs of a thread.

        Args:
            thread_id: The thread's id.
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of runs, newest first unless you ask otherwise.
        """
        return await self._call(
            _RUNS_LIST,
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
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
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
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
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
    ) -> AsyncAnswerStream[AssistantStreamEvent, RunObject]: ...

    @overload
    async def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
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
    ) -> RunObject | AsyncAnswerStream[AssistantStreamEvent, RunObject]: ...

    async def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[CreateRunIncludeItem] | Omit = omit,
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
    ) -> RunObject | AsyncAnswerStream[AssistantStreamEvent, RunObject]:
        """Run an assistant on a thread.

        Starts a run and answers at once; the run itself goes on in the background.

        Fetch the run until its status tells that it has ended or needs something from
        you, or set `stream` to true and receive its events.

        Args:
            thread_id: The thread's id.
            assistant_id: The assistant to run.
            include: What run steps should contain beyond the usual. So far only the
                text of file search results.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            model: A model to use instead of the assistant's.
            reasoning_effort: How long a reasoning model thinks before it answers. Less
                effort gives quicker and cheaper answers.

                Default: `"medium"`.
            instructions: Instructions to use instead of the assistant's.
            additional_instructions: Instructions to add to the others, for this run
                only.
            additional_messages: Messages to add to the thread before the run starts.
            tools: Tools to use instead of the assistant's.

                At most 20 items.
            metadata: Up to 16 notes of your own on an object, each a key and a text.
            temperature: The sampling temperature. Higher values give more varied
                answers.

                At least 0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability.

                At least 0, at most 1. Default: `1`.
            stream: Whether the answer is a stream of events that ends with the run.
            max_prompt_tokens: How many tokens the run may read. A run that needs more
                ends as `incomplete`.

                At least 256.
            max_completion_tokens: How many tokens the run may write. A run that needs
                more ends as `incomplete`.

                At least 256.
            truncation_strategy: How much of the thread the model reads.
            tool_choice: Whether the model uses tools.
            parallel_tool_calls: Whether the model may call several tools at once.

                Default: `True`.
            response_format: The form that the answer must take.

        Returns:
            The new run. When `stream` is true, the run's events as they happen.
        """
        return await self._call(
            _RUNS_CREATE,
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
        thread_id: str,
        run_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Look up a run.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The run with this id.
        """
        return await self._call(
            _RUNS_RETRIEVE,
            path={"thread_id": thread_id, "run_id": run_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def update(
        self,
        thread_id: str,
        run_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Change a run.

        Replaces the metadata of a run.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The changed run.
        """
        return await self._call(
            _RUNS_UPDATE,
            path={"thread_id": thread_id, "run_id": run_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"metadata": metadata},
            options=options,
        )

    @overload
    async def submit_tool_outputs(
        self,
        thread_id: str,
        run_id: str,
        *,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject: ...

    @overload
    async def submit_tool_outputs(
        self,
        thread_id: str,
        run_id: str,
        *,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: Literal[True],
        **options: Unpack[RequestOptions],
    ) -> AsyncAnswerStream[AssistantStreamEvent, RunObject]: ...

    @overload
    async def submit_tool_outputs(
        self,
        thread_id: str,
        run_id: str,
        *,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: bool,
        **options: Unpack[RequestOptions],
    ) -> RunObject | AsyncAnswerStream[AssistantStreamEvent, RunObject]: ...

    async def submit_tool_outputs(
        self,
        thread_id: str,
        run_id: str,
        *,
        tool_outputs: Sequence[SubmitToolOutputsRunRequestToolOutputParam],
        open_ai_beta: str | Omit = omit,
        stream: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject | AsyncAnswerStream[AssistantStreamEvent, RunObject]:
        """Hand the results of function calls to a run.

        Continues a run that waits for your functions: its status is `requires_action`,
        and the type of its required action is `submit_tool_outputs`.

        Call every function that the run lists, then send all results in one request.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            tool_outputs: One result for each call that the run waits for.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            stream: Whether the answer is a stream of events that ends with the run.

        Returns:
            The run, now queued again. When `stream` is true, the run's further events
                as they happen.
        """
        return await self._call(
            _RUNS_SUBMIT_TOOL_OUTPUTS,
            path={"thread_id": thread_id, "run_id": run_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"tool_outputs": tool_outputs, "stream": stream},
            options=options,
        )

    async def cancel(
        self,
        thread_id: str,
        run_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> RunObject:
        """Cancel a run.

        Stops a run whose status is `in_progress`. The status is `cancelling` until the
        run has stopped.

        Args:
            thread_id: The thread's id.
            run_id: The run's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The run, with its status changed.
        """
        return await self._call(
            _RUNS_CANCEL,
            path={"thread_id": thread_id, "run_id": run_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class RunsRaw(_runtime.RawResource):
    """The calls of `Runs`, giving the answer."""

    list = _runtime.raw(Runs.list)
    create = _runtime.raw(Runs.create)
    retrieve = _runtime.raw(Runs.retrieve)
    update = _runtime.raw(Runs.update)
    submit_tool_outputs = _runtime.raw(Runs.submit_tool_outputs)
    cancel = _runtime.raw(Runs.cancel)


class AsyncRunsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncRuns`, giving the answer."""

    list = _runtime.async_raw(AsyncRuns.list)
    create = _runtime.async_raw(AsyncRuns.create)
    retrieve = _runtime.async_raw(AsyncRuns.retrieve)
    update = _runtime.async_raw(AsyncRuns.update)
    submit_tool_outputs = _runtime.async_raw(AsyncRuns.submit_tool_outputs)
    cancel = _runtime.async_raw(AsyncRuns.cancel)


class RunsStreaming(_runtime.StreamingResource):
    """The calls of `Runs`, giving the answer unread."""

    list = _runtime.streaming(Runs.list)
    create = _runtime.streaming(Runs.create)
    retrieve = _runtime.streaming(Runs.retrieve)
    update = _runtime.streaming(Runs.update)
    submit_tool_outputs = _runtime.streaming(Runs.submit_tool_outputs)
    cancel = _runtime.streaming(Runs.cancel)


class AsyncRunsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncRuns`, giving the answer unread."""

    list = _runtime.async_streaming(AsyncRuns.list)
    create = _runtime.async_streaming(AsyncRuns.create)
    retrieve = _runtime.async_streaming(AsyncRuns.retrieve)
    update = _runtime.async_streaming(AsyncRuns.update)
    submit_tool_outputs = _runtime.async_streaming(AsyncRuns.submit_tool_outputs)
    cancel = _runtime.async_streaming(AsyncRuns.cancel)


class Files(Resource):
    """Files that were uploaded or produced."""

    @cached_property
    def with_raw_response(self) -> FilesRaw:
        """The same methods, giving the answer with its status and headers."""
        return FilesRaw(self)

    @cached_property
    def with_streaming_response(self) -> FilesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return FilesStreaming(self)

    def list(
        self,
        thread_id: str,
        message_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListMessageFilesResponse:
        """List the files of a message.

        Belongs to version 1 of the API. Version 2 lists files in the `attachments` of
        the message instead.

        Args:
            thread_id: The thread's id.
            message_id: The message's id.
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of message files, newest first unless you ask otherwise.
        """
        return self._call(
            _MESSAGES_FILES_LIST,
            path={"thread_id": thread_id, "message_id": message_id},
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def retrieve(
        self,
        thread_id: str,
        message_id: str,
        file_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageFileObject:
        """Look up a file of a message.

        Belongs to version 1 of the API. Version 2 lists files in the `attachments` of
        the message instead.

        Args:
            thread_id: The thread's id.
            message_id: The message's id.
            file_id: The file's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The message file with this id.
        """
        return self._call(
            _MESSAGES_FILES_RETRIEVE,
            path={"thread_id": thread_id, "message_id": message_id, "file_id": file_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AsyncFiles(AsyncResource):
    """Files that were uploaded or produced."""

    @cached_property
    def with_raw_response(self) -> AsyncFilesRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncFilesRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFilesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncFilesStreaming(self)

    async def list(
        self,
        thread_id: str,
        message_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListMessageFilesResponse:
        """List the files of a message.

        Belongs to version 1 of the API. Version 2 lists files in the `attachments` of
        the message instead.

        Args:
            thread_id: The thread's id.
            message_id: The message's id.
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of message files, newest first unless you ask otherwise.
        """
        return await self._call(
            _MESSAGES_FILES_LIST,
            path={"thread_id": thread_id, "message_id": message_id},
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def retrieve(
        self,
        thread_id: str,
        message_id: str,
        file_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageFileObject:
        """Look up a file of a message.

        Belongs to version 1 of the API. Version 2 lists files in the `attachments` of
        the message instead.

        Args:
            thread_id: The thread's id.
            message_id: The message's id.
            file_id: The file's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The message file with this id.
        """
        return await self._call(
            _MESSAGES_FILES_RETRIEVE,
            path={"thread_id": thread_id, "message_id": message_id, "file_id": file_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class FilesRaw(_runtime.RawResource):
    """The calls of `Files`, giving the answer."""

    list = _runtime.raw(Files.list)
    retrieve = _runtime.raw(Files.retrieve)


class AsyncFilesRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncFiles`, giving the answer."""

    list = _runtime.async_raw(AsyncFiles.list)
    retrieve = _runtime.async_raw(AsyncFiles.retrieve)


class FilesStreaming(_runtime.StreamingResource):
    """The calls of `Files`, giving the answer unread."""

    list = _runtime.streaming(Files.list)
    retrieve = _runtime.streaming(Files.retrieve)


class AsyncFilesStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncFiles`, giving the answer unread."""

    list = _runtime.async_streaming(AsyncFiles.list)
    retrieve = _runtime.async_streaming(AsyncFiles.retrieve)


class Messages(Resource):
    """Messages."""

    @cached_property
    def with_raw_response(self) -> MessagesRaw:
        """The same methods, giving the answer with its status and headers."""
        return MessagesRaw(self)

    @cached_property
    def with_streaming_response(self) -> MessagesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return MessagesStreaming(self)

    @cached_property
    def files(self) -> Files:
        """Files that were uploaded or produced."""
        return Files(self._client)

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
    ) -> ListMessagesResponse:
        """List the messages of a thread.

        Args:
            thread_id: The thread's id.
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            run_id: Leaves out all messages but those that this run wrote.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of messages, newest first unless you ask otherwise.
        """
        return self._call(
            _MESSAGES_LIST,
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
            thread_id: The thread's id.
            role: Whom the message speaks for.
            content: What the message says. Servers of version 1 take text only, up to
                32,768 characters.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            file_ids: Files for tools that read files (version 1 of the API).

                At least 1 items, at most 10 items.
            attachments: Files for tools, each with the tools that may read it (version
                2).
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The new message.
        """
        return self._call(
            _MESSAGES_CREATE,
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
        thread_id: str,
        message_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageObject:
        """Look up a message.

        Args:
            thread_id: The thread's id.
            message_id: The message's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The message with this id.
        """
        return self._call(
            _MESSAGES_RETRIEVE,
            path={"thread_id": thread_id, "message_id": message_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def update(
        self,
        thread_id: str,
        message_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageObject:
        """Change a message.

        Replaces the metadata of a message. Its content stays as it was sent.

        Args:
            thread_id: The thread's id.
            message_id: The message's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The changed message.
        """
        return self._call(
            _MESSAGES_UPDATE,
            path={"thread_id": thread_id, "message_id": message_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"metadata": metadata},
            options=options,
        )

    def delete(
        self,
        thread_id: str,
        message_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteMessageResponse:
        """Delete a message.

        Args:
            thread_id: The thread's id.
            message_id: The message's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A note that says whether the message was deleted.
        """
        return self._call(
            _MESSAGES_DELETE,
            path={"thread_id": thread_id, "message_id": message_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AsyncMessages(AsyncResource):
    """Messages."""

    @cached_property
    def with_raw_response(self) -> AsyncMessagesRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncMessagesRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMessagesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncMessagesStreaming(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """Files that were uploaded or produced."""
        return AsyncFiles(self._client)

    async def list(
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
    ) -> ListMessagesResponse:
        """List the messages of a thread.

        Args:
            thread_id: The thread's id.
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            run_id: Leaves out all messages but those that this run wrote.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of messages, newest first unless you ask otherwise.
        """
        return await self._call(
            _MESSAGES_LIST,
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
            thread_id: The thread's id.
            role: Whom the message speaks for.
            content: What the message says. Servers of version 1 take text only, up to
                32,768 characters.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            file_ids: Files for tools that read files (version 1 of the API).

                At least 1 items, at most 10 items.
            attachments: Files for tools, each with the tools that may read it (version
                2).
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The new message.
        """
        return await self._call(
            _MESSAGES_CREATE,
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
        thread_id: str,
        message_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageObject:
        """Look up a message.

        Args:
            thread_id: The thread's id.
            message_id: The message's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The message with this id.
        """
        return await self._call(
            _MESSAGES_RETRIEVE,
            path={"thread_id": thread_id, "message_id": message_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def update(
        self,
        thread_id: str,
        message_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> MessageObject:
        """Change a message.

        Replaces the metadata of a message. Its content stays as it was sent.

        Args:
            thread_id: The thread's id.
            message_id: The message's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The changed message.
        """
        return await self._call(
            _MESSAGES_UPDATE,
            path={"thread_id": thread_id, "message_id": message_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"metadata": metadata},
            options=options,
        )

    async def delete(
        self,
        thread_id: str,
        message_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteMessageResponse:
        """Delete a message.

        Args:
            thread_id: The thread's id.
            message_id: The message's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A note that says whether the message was deleted.
        """
        return await self._call(
            _MESSAGES_DELETE,
            path={"thread_id": thread_id, "message_id": message_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class MessagesRaw(_runtime.RawResource):
    """The calls of `Messages`, giving the answer."""

    list = _runtime.raw(Messages.list)
    create = _runtime.raw(Messages.create)
    retrieve = _runtime.raw(Messages.retrieve)
    update = _runtime.raw(Messages.update)
    delete = _runtime.raw(Messages.delete)


class AsyncMessagesRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncMessages`, giving the answer."""

    list = _runtime.async_raw(AsyncMessages.list)
    create = _runtime.async_raw(AsyncMessages.create)
    retrieve = _runtime.async_raw(AsyncMessages.retrieve)
    update = _runtime.async_raw(AsyncMessages.update)
    delete = _runtime.async_raw(AsyncMessages.delete)


class MessagesStreaming(_runtime.StreamingResource):
    """The calls of `Messages`, giving the answer unread."""

    list = _runtime.streaming(Messages.list)
    create = _runtime.streaming(Messages.create)
    retrieve = _runtime.streaming(Messages.retrieve)
    update = _runtime.streaming(Messages.update)
    delete = _runtime.streaming(Messages.delete)


class AsyncMessagesStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncMessages`, giving the answer unread."""

    list = _runtime.async_streaming(AsyncMessages.list)
    create = _runtime.async_streaming(AsyncMessages.create)
    retrieve = _runtime.async_streaming(AsyncMessages.retrieve)
    update = _runtime.async_streaming(AsyncMessages.update)
    delete = _runtime.async_streaming(AsyncMessages.delete)


class Threads(Resource):
    """Threads, their messages, and the runs of assistants on them."""

    @cached_property
    def with_raw_response(self) -> ThreadsRaw:
        """The same methods, giving the answer with its status and headers."""
        return ThreadsRaw(self)

    @cached_property
    def with_streaming_response(self) -> ThreadsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return ThreadsStreaming(self)

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
        """Start a thread.

        Creates a thread, with its first messages if you give any.

        Args:
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            messages: The first messages, oldest first.
            tool_resources: The files and vector stores that tools may read, sorted by
                tool.
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The new thread.
        """
        return self._call(
            _CREATE,
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
        """Look up a thread.

        Args:
            thread_id: The thread's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The thread with this id.
        """
        return self._call(
            _RETRIEVE,
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
        """Change a thread.

        Replaces the metadata or the tool resources of a thread. Nothing else of it can
        be changed.

        Args:
            thread_id: The thread's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            tool_resources: The files and vector stores that tools may read, sorted by
                tool.
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The changed thread.
        """
        return self._call(
            _UPDATE,
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
            thread_id: The thread's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A note that says whether the thread was deleted.
        """
        return self._call(
            _DELETE,
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
    ) -> AnswerStream[AssistantStreamEvent, RunObject]: ...

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
    ) -> RunObject | AnswerStream[AssistantStreamEvent, RunObject]: ...

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
    ) -> RunObject | AnswerStream[AssistantStreamEvent, RunObject]:
        """Start a thread and run an assistant on it.

        Does in one request what creating a thread and then a run does in two.

        Args:
            assistant_id: The assistant to run.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            thread: How a new thread begins. All of it may be left out.
            model: A model to use instead of the assistant's.
            instructions: Instructions to use instead of the assistant's.
            tools: Tools to use instead of the assistant's.

                At most 20 items.
            tool_resources: The files and vector stores that tools may read, sorted by
                tool.
            metadata: Up to 16 notes of your own on an object, each a key and a text.
            temperature: The sampling temperature. Higher values give more varied
                answers.

                At least 0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability.

                At least 0, at most 1. Default: `1`.
            stream: Whether the answer is a stream of events that ends with the run.
            max_prompt_tokens: How many tokens the run may read. A run that needs more
                ends as `incomplete`.

                At least 256.
            max_completion_tokens: How many tokens the run may write. A run that needs
                more ends as `incomplete`.

                At least 256.
            truncation_strategy: How much of the thread the model reads.
            tool_choice: Whether the model uses tools.
            parallel_tool_calls: Whether the model may call several tools at once.

                Default: `True`.
            response_format: The form that the answer must take.

        Returns:
            The new run, which names its thread. When `stream` is true, the run's events
                as they happen.
        """
        return self._call(
            _CREATE_AND_RUN,
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


class AsyncThreads(AsyncResource):
    """Threads, their messages, and the runs of assistants on them."""

    @cached_property
    def with_raw_response(self) -> AsyncThreadsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncThreadsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncThreadsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncThreadsStreaming(self)

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
        """Start a thread.

        Creates a thread, with its first messages if you give any.

        Args:
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            messages: The first messages, oldest first.
            tool_resources: The files and vector stores that tools may read, sorted by
                tool.
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The new thread.
        """
        return await self._call(
            _CREATE,
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
        """Look up a thread.

        Args:
            thread_id: The thread's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The thread with this id.
        """
        return await self._call(
            _RETRIEVE,
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
        """Change a thread.

        Replaces the metadata or the tool resources of a thread. Nothing else of it can
        be changed.

        Args:
            thread_id: The thread's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            tool_resources: The files and vector stores that tools may read, sorted by
                tool.
            metadata: Up to 16 notes of your own on an object, each a key and a text.

        Returns:
            The changed thread.
        """
        return await self._call(
            _UPDATE,
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
            thread_id: The thread's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A note that says whether the thread was deleted.
        """
        return await self._call(
            _DELETE,
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
    ) -> AsyncAnswerStream[AssistantStreamEvent, RunObject]: ...

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
    ) -> RunObject | AsyncAnswerStream[AssistantStreamEvent, RunObject]: ...

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
    ) -> RunObject | AsyncAnswerStream[AssistantStreamEvent, RunObject]:
        """Start a thread and run an assistant on it.

        Does in one request what creating a thread and then a run does in two.

        Args:
            assistant_id: The assistant to run.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            thread: How a new thread begins. All of it may be left out.
            model: A model to use instead of the assistant's.
            instructions: Instructions to use instead of the assistant's.
            tools: Tools to use instead of the assistant's.

                At most 20 items.
            tool_resources: The files and vector stores that tools may read, sorted by
                tool.
            metadata: Up to 16 notes of your own on an object, each a key and a text.
            temperature: The sampling temperature. Higher values give more varied
                answers.

                At least 0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability.

                At least 0, at most 1. Default: `1`.
            stream: Whether the answer is a stream of events that ends with the run.
            max_prompt_tokens: How many tokens the run may read. A run that needs more
                ends as `incomplete`.

                At least 256.
            max_completion_tokens: How many tokens the run may write. A run that needs
                more ends as `incomplete`.

                At least 256.
            truncation_strategy: How much of the thread the model reads.
            tool_choice: Whether the model uses tools.
            parallel_tool_calls: Whether the model may call several tools at once.

                Default: `True`.
            response_format: The form that the answer must take.

        Returns:
            The new run, which names its thread. When `stream` is true, the run's events
                as they happen.
        """
        return await self._call(
            _CREATE_AND_RUN,
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


class ThreadsRaw(_runtime.RawResource):
    """The calls of `Threads`, giving the answer."""

    create = _runtime.raw(Threads.create)
    retrieve = _runtime.raw(Threads.retrieve)
    update = _runtime.raw(Threads.update)
    delete = _runtime.raw(Threads.delete)
    create_and_run = _runtime.raw(Threads.create_and_run)


class AsyncThreadsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncThreads`, giving the answer."""

    create = _runtime.async_raw(AsyncThreads.create)
    retrieve = _runtime.async_raw(AsyncThreads.retrieve)
    update = _runtime.async_raw(AsyncThreads.update)
    delete = _runtime.async_raw(AsyncThreads.delete)
    create_and_run = _runtime.async_raw(AsyncThreads.create_and_run)


class ThreadsStreaming(_runtime.StreamingResource):
    """The calls of `Threads`, giving the answer unread."""

    create = _runtime.streaming(Threads.create)
    retrieve = _runtime.streaming(Threads.retrieve)
    update = _runtime.streaming(Threads.update)
    delete = _runtime.streaming(Threads.delete)
    create_and_run = _runtime.streaming(Threads.create_and_run)


class AsyncThreadsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncThreads`, giving the answer unread."""

    create = _runtime.async_streaming(AsyncThreads.create)
    retrieve = _runtime.async_streaming(AsyncThreads.retrieve)
    update = _runtime.async_streaming(AsyncThreads.update)
    delete = _runtime.async_streaming(AsyncThreads.delete)
    create_and_run = _runtime.async_streaming(AsyncThreads.create_and_run)
