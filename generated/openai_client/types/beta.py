"""Types of beta."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Union

from typing_extensions import TypeAliasType

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .shared import (
        Error,
        FunctionObject,
        Metadata,
        ParallelToolCalls,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatText,
    )

_runtime.defer_imports(__name__)


class AssistantFileObject(BaseModel):
    """A file attached to an assistant (version 1 of the API)."""

    id: str
    """The ID of the file."""

    object: Literal["assistant.file"]
    """The object type. Always `assistant.file`."""

    created_at: int
    """Time at which the file was attached to the assistant, as a Unix timestamp in
    seconds."""

    assistant_id: str
    """The assistant."""


class AssistantObject(BaseModel):
    """A model configured with instructions, tools and files."""

    id: str
    """The ID of the assistant."""

    object: Literal["assistant"]
    """The object type. Always `assistant`."""

    created_at: int
    """Time at which the assistant was created, as a Unix timestamp in seconds."""

    name: str | None
    """The name of the assistant. At most 256 characters."""

    description: str | None
    """A description of the assistant. At most 512 characters."""

    model: str
    """The model that the assistant uses."""

    instructions: str | None
    """The system instructions for the assistant. Version 1 servers accept up to 32,768
    characters. At most 256000 characters."""

    tools: list[AssistantTool]
    """The tools available to the assistant. At most 128 items. Default: `[]`."""

    file_ids: list[str]
    """The IDs of the files available to the assistant, oldest first (version 1 of the
    API). At most 20 items. Default: `[]`."""

    metadata: Metadata | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    tool_resources: ToolResources | None = None
    """The files and vector stores available to tools, grouped by tool."""

    temperature: float | None = None
    """The sampling temperature. Higher values produce more varied output. At least 0,
    at most 2. Default: `1`."""

    top_p: float | None = None
    """The cumulative probability of the tokens considered in nucleus sampling. At least
    0, at most 1. Default: `1`."""

    response_format: AssistantsApiResponseFormatOption | None = None
    """The format of the assistant's output."""


AssistantStreamEvent = TypeAliasType(
    "AssistantStreamEvent",
    """Union[ThreadStreamEvent, RunStreamEvent, RunStepStreamEvent,
        RunStepDeltaStreamEvent, MessageStreamEvent, MessageDeltaStreamEvent,
        ErrorEvent, DoneEvent]""",
)
"""An event of a streamed run.

The `event` field is the event name. The `data` field contains the current object or a
delta. The stream ends with the event `done`."""


AssistantSupportedModels: TypeAlias = Literal[
    "gpt-5",
    "gpt-5-mini",
    "gpt-5-nano",
    "gpt-5-2025-08-07",
    "gpt-5-mini-2025-08-07",
    "gpt-5-nano-2025-08-07",
    "gpt-4.1",
    "gpt-4.1-mini",
    "gpt-4.1-nano",
    "gpt-4.1-2025-04-14",
    "gpt-4.1-mini-2025-04-14",
    "gpt-4.1-nano-2025-04-14",
    "o3-mini",
    "o3-mini-2025-01-31",
    "o1",
    "o1-2024-12-17",
    "gpt-4o",
    "gpt-4o-2024-11-20",
    "gpt-4o-2024-08-06",
    "gpt-4o-2024-05-13",
    "gpt-4o-mini",
    "gpt-4o-mini-2024-07-18",
    "gpt-4.5-preview",
    "gpt-4.5-preview-2025-02-27",
    "gpt-4-turbo",
    "gpt-4-turbo-2024-04-09",
    "gpt-4-0125-preview",
    "gpt-4-turbo-preview",
    "gpt-4-1106-preview",
    "gpt-4-vision-preview",
    "gpt-4",
    "gpt-4-0314",
    "gpt-4-0613",
    "gpt-4-32k",
    "gpt-4-32k-0314",
    "gpt-4-32k-0613",
    "gpt-3.5-turbo",
    "gpt-3.5-turbo-16k",
    "gpt-3.5-turbo-0613",
    "gpt-3.5-turbo-1106",
    "gpt-3.5-turbo-0125",
    "gpt-3.5-turbo-16k-0613",
]
"""Model names that are supported by assistants. Other names are passed to the server
unchanged."""


AssistantTool = TypeAliasType(
    "AssistantTool",
    """Union[AssistantToolsCode, AssistantToolsRetrieval, AssistantToolsFileSearch,
        AssistantToolsFunction]""",
)
"""A tool that an assistant can use while it generates a response."""


class AssistantToolsCode(BaseModel):
    """Enables the model to write Python programs and run them in a sandbox."""

    type: Literal["code_interpreter"]
    """The tool type. Always `code_interpreter`."""


class AssistantToolsFileSearch(BaseModel):
    """Enables the model to search the vector stores listed in `tool_resources`."""

    type: Literal["file_search"]
    """The tool type. Always `file_search`."""

    file_search: AssistantToolsFileSearchFileSearch | None = None
    """Settings for file search."""


class AssistantToolsFileSearchFileSearch(BaseModel):
    """Settings for file search."""

    max_num_results: int | None = None
    """The maximum number of results that one search returns. At least 1, at most 50."""

    ranking_options: FileSearchRankingOptions | None = None
    """Options for ranking and filtering search results."""


class AssistantToolsFileSearchTypeOnly(BaseModel):
    """The file search tool, for parameters that do not accept its settings."""

    type: Literal["file_search"]
    """The tool type. Always `file_search`."""


class AssistantToolsFunction(BaseModel):
    """A function defined by you that the model can call."""

    type: Literal["function"]
    """The tool type. Always `function`."""

    function: FunctionObject
    """The definition of a function that the model can call."""


class AssistantToolsRetrieval(BaseModel):
    """Enables the model to search attached files.

    Replaced by `file_search` in version 2 of the API.
    """

    type: Literal["retrieval"]
    """The tool type. Always `retrieval`."""


AssistantsApiResponseFormatOption = TypeAliasType(
    "AssistantsApiResponseFormatOption",
    """Union[Literal["auto"], ResponseFormatText, ResponseFormatJsonObject,
        ResponseFormatJsonSchema]""",
)
"""The format that the model's output must have.

`auto` applies no restriction. The object variants select plain text, a JSON object of
any shape, or JSON that conforms to a schema. When requesting a JSON object without a
schema, also ask for JSON in the instructions; otherwise the model may emit whitespace
until it reaches the token limit."""


AssistantsApiToolChoiceOption = TypeAliasType(
    "AssistantsApiToolChoiceOption",
    'Literal["none", "auto", "required"] | AssistantsNamedToolChoice',
)
"""Controls whether the model uses tools.

`none` disables tools, `auto` lets the model decide, and `required` forces the model to
use at least one tool. An object forces the model to use the named tool."""


class AssistantsNamedToolChoice(BaseModel):
    """Forces the model to use the named tool."""

    type: Literal["function", "code_interpreter", "file_search"]
    """The tool type."""

    function: AssistantsNamedToolChoiceFunction | None = None
    """The function to call. Required if `type` is `function`."""


class AssistantsNamedToolChoiceFunction(BaseModel):
    """The function to call. Required if `type` is `function`."""

    name: str
    """The name of the function."""


class CodeInterpreterResources(BaseModel):
    """Resources for the code interpreter tool."""

    file_ids: list[str] | None = None
    """The IDs of files that are copied into the sandbox. At most 20 items. Default:
    `[]`."""


class DeleteAssistantFileResponse(BaseModel):
    """The result of detaching a file from an assistant."""

    id: str
    """The ID of the file."""

    deleted: bool
    """Whether the file was detached."""

    object: Literal["assistant.file.deleted"]
    """The object type. Always `assistant.file.deleted`."""


class DeleteAssistantResponse(BaseModel):
    """The result of deleting an assistant."""

    id: str
    """The ID of the deleted assistant."""

    deleted: bool
    """Whether the assistant was deleted."""

    object: Literal["assistant.deleted"]
    """The object type. Always `assistant.deleted`."""


class DeleteMessageResponse(BaseModel):
    """The result of deleting a message."""

    id: str
    """The ID of the deleted message."""

    deleted: bool
    """Whether the message was deleted."""

    object: Literal["thread.message.deleted"]
    """The object type. Always `thread.message.deleted`."""


class DeleteThreadResponse(BaseModel):
    """The result of deleting a thread."""

    id: str
    """The ID of the deleted thread."""

    deleted: bool
    """Whether the thread was deleted."""

    object: Literal["thread.deleted"]
    """The object type. Always `thread.deleted`."""


class DoneEvent(BaseModel):
    """Sent when the stream ends."""

    event: Literal["done"]
    """The name of the event."""

    data: Literal["[DONE]"]
    """The end marker. Always `[DONE]`."""


class ErrorEvent(BaseModel):
    """Sent when an error occurs. It ends the stream early."""

    event: Literal["error"]
    """The name of the event."""

    data: Error
    """Details of an error."""


FileSearchRanker: TypeAlias = Literal["auto", "default_2024_08_21"]
"""The algorithm that scores search results. Defaults to `auto`."""


class FileSearchRankingOptions(BaseModel):
    """Options for ranking and filtering search results."""

    score_threshold: float
    """The minimum score of a result. Results with a lower score are omitted. 0 keeps
    all results. At least 0, at most 1."""

    ranker: FileSearchRanker | None = None
    """The algorithm that scores search results. Defaults to `auto`."""


class ListAssistantFilesResponse(BaseModel):
    """A page of an assistant's files."""

    object: str
    """The object type. Always `list`."""

    data: list[AssistantFileObject]
    """The assistant files on this page."""

    first_id: str
    """The ID of the first assistant file on this page."""

    last_id: str
    """The ID of the last assistant file on this page. Pass it as `after` to request the
    next page."""

    has_more: bool
    """Whether more pages are available."""


class ListAssistantsResponse(BaseModel):
    """A page of assistants."""

    object: str
    """The object type. Always `list`."""

    data: list[AssistantObject]
    """The assistants on this page."""

    first_id: str
    """The ID of the first assistant on this page."""

    last_id: str
    """The ID of the last assistant on this page. Pass it as `after` to request the next
    page."""

    has_more: bool
    """Whether more pages are available."""


class ListMessageFilesResponse(BaseModel):
    """A page of the files of a message."""

    object: str
    """The object type. Always `list`."""

    data: list[MessageFileObject]
    """The message files on this page."""

    items: list[Any]
    """Unused. Defined in the first version of the API description. Use `data`
    instead."""

    first_id: str
    """The ID of the first message file on this page."""

    last_id: str
    """The ID of the last message file on this page. Pass it as `after` to request the
    next page."""

    has_more: bool
    """Whether more pages are available."""


class ListMessagesResponse(BaseModel):
    """A page of the messages of a thread."""

    object: str
    """The object type. Always `list`."""

    data: list[MessageObject]
    """The messages on this page."""

    first_id: str
    """The ID of the first message on this page."""

    last_id: str
    """The ID of the last message on this page. Pass it as `after` to request the next
    page."""

    has_more: bool
    """Whether more pages are available."""


class ListRunStepsResponse(BaseModel):
    """A page of the steps of a run."""

    object: str
    """The object type. Always `list`."""

    data: list[RunStepObject]
    """The run steps on this page."""

    first_id: str
    """The ID of the first step on this page."""

    last_id: str
    """The ID of the last step on this page. Pass it as `after` to request the next
    page."""

    has_more: bool
    """Whether more pages are available."""


class ListRunsResponse(BaseModel):
    """A page of the runs of a thread."""

    object: str
    """The object type. Always `list`."""

    data: list[RunObject]
    """The runs on this page."""

    first_id: str
    """The ID of the first run on this page."""

    last_id: str
    """The ID of the last run on this page. Pass it as `after` to request the next
    page."""

    has_more: bool
    """Whether more pages are available."""


class MessageAttachment(BaseModel):
    """A file attached to a message."""

    file_id: str
    """The file."""

    tools: list[MessageAttachmentTool]
    """The tools that can access the file."""


MessageAttachmentTool = TypeAliasType(
    "MessageAttachmentTool", "AssistantToolsCode | AssistantToolsFileSearchTypeOnly"
)


class MessageContentImageFileObject(BaseModel):
    """A content part with an uploaded image."""

    type: Literal["image_file"]
    """The content part type. Always `image_file`."""

    image_file: MessageContentImageFileObjectImageFile
    """The image content."""


class MessageContentImageFileObjectImageFile(BaseModel):
    """The image content."""

    file_id: str
    """The ID of the image file. Files uploaded for this use must have the purpose
    `vision`."""

    detail: MessageImageDetail | None = None
    """The level of image detail. `low` uses fewer tokens; `high` preserves more detail.
    Default: `"auto"`."""


class MessageContentImageUrlObject(BaseModel):
    """A content part with an image at an external URL."""

    type: Literal["image_url"]
    """The content part type. Always `image_url`."""

    image_url: MessageContentImageUrlObjectImageUrl
    """The image content."""


class MessageContentImageUrlObjectImageUrl(BaseModel):
    """The image content."""

    url: str
    """The URL of the image. Supported formats: JPEG, PNG, GIF and WebP."""

    detail: MessageImageDetail | None = None
    """The level of image detail. `low` uses fewer tokens; `high` preserves more detail.
    Default: `"auto"`."""


class MessageContentRefusalObject(BaseModel):
    """A content part in which the assistant refuses the request."""

    type: Literal["refusal"]
    """The content part type. Always `refusal`."""

    refusal: str
    """The refusal message of the assistant."""


class MessageContentTextAnnotationsFileCitationObject(BaseModel):
    """Marks a passage as a citation from a file that the assistant used."""

    type: Literal["file_citation"]
    """The annotation type. Always `file_citation`."""

    text: str
    """The marker in the text that represents the citation."""

    file_citation: MessageContentTextFileCitationObjectFileCitation
    """The cited file."""

    start_index: int
    """The start of the marker, as a character index. At least 0."""

    end_index: int
    """The end of the marker, as a character index. At least 0."""


class MessageContentTextAnnotationsFilePathObject(BaseModel):
    """Marks a passage as the path of a file that the assistant generated."""

    type: Literal["file_path"]
    """The annotation type. Always `file_path`."""

    text: str
    """The path in the text. Replace it with a link to the file."""

    file_path: MessageContentTextAnnotationsFilePathObjectFilePath
    """The generated file."""

    start_index: int
    """The start of the path, as a character index. At least 0."""

    end_index: int
    """The end of the path, as a character index. At least 0."""


class MessageContentTextAnnotationsFilePathObjectFilePath(BaseModel):
    """The generated file."""

    file_id: str
    """The ID of the file."""


class MessageContentTextFileCitationObjectFileCitation(BaseModel):
    """The cited file."""

    file_id: str
    """The file."""

    quote: str | None = None
    """The quoted text (version 1 of the API)."""


class MessageContentTextObject(BaseModel):
    """A content part with text."""

    type: Literal["text"]
    """The content part type. Always `text`."""

    text: MessageContentTextObjectText
    """The text and its annotations."""


class MessageContentTextObjectText(BaseModel):
    """The text and its annotations."""

    value: str
    """The text content."""

    annotations: list[MessageContentTextObjectTextAnnotation]
    """The annotations of the text."""


MessageContentTextObjectTextAnnotation = TypeAliasType(
    "MessageContentTextObjectTextAnnotation",
    """Union[MessageContentTextAnnotationsFileCitationObject,
        MessageContentTextAnnotationsFilePathObject]""",
)


class MessageDeltaContentImageFileObject(BaseModel):
    """A delta of a content part with an uploaded image."""

    index: int
    """The index of the content part."""

    type: Literal["image_file"]
    """The content part type. Always `image_file`."""

    image_file: MessageDeltaContentImageFileObjectImageFile | None = None
    """The image content."""


class MessageDeltaContentImageFileObjectImageFile(BaseModel):
    """The image content."""

    file_id: str | None = None
    """The ID of the image file."""

    detail: MessageImageDetail | None = None
    """The level of image detail. `low` uses fewer tokens; `high` preserves more detail.
    Default: `"auto"`."""


class MessageDeltaContentImageUrlObject(BaseModel):
    """A delta of a content part with an image at an external URL."""

    index: int
    """The index of the content part."""

    type: Literal["image_url"]
    """The content part type. Always `image_url`."""

    image_url: MessageDeltaContentImageUrlObjectImageUrl | None = None
    """The image content."""


class MessageDeltaContentImageUrlObjectImageUrl(BaseModel):
    """The image content."""

    url: str | None = None
    """The URL of the image."""

    detail: MessageImageDetail | None = None
    """The level of image detail. `low` uses fewer tokens; `high` preserves more detail.
    Default: `"auto"`."""


class MessageDeltaContentRefusalObject(BaseModel):
    """A delta of a content part in which the assistant refuses the request."""

    index: int
    """The index of the content part."""

    type: Literal["refusal"]
    """The content part type. Always `refusal`."""

    refusal: str | None = None
    """The text to append."""


class MessageDeltaContentTextAnnotationsFileCitationObject(BaseModel):
    """A delta of an annotation that cites a file."""

    index: int
    """The index of the annotation in the content part."""

    type: Literal["file_citation"]
    """The annotation type. Always `file_citation`."""

    text: str | None = None
    """The marker in the text that represents the citation."""

    file_citation: MessageDeltaContentTextFileCitationObjectFileCitation | None = None
    """The cited file."""

    start_index: int | None = None
    """The start of the marker, as a character index. At least 0."""

    end_index: int | None = None
    """The end of the marker, as a character index. At least 0."""


class MessageDeltaContentTextAnnotationsFilePathObject(BaseModel):
    """A delta of an annotation for a file that the assistant generated."""

    index: int
    """The index of the annotation in the content part."""

    type: Literal["file_path"]
    """The annotation type. Always `file_path`."""

    text: str | None = None
    """The path in the text."""

    file_path: MessageDeltaContentTextAnnotationsFilePathObjectFilePath | None = None
    """The generated file."""

    start_index: int | None = None
    """The start of the path, as a character index. At least 0."""

    end_index: int | None = None
    """The end of the path, as a character index. At least 0."""


class MessageDeltaContentTextAnnotationsFilePathObjectFilePath(BaseModel):
    """The generated file."""

    file_id: str | None = None
    """The ID of the file."""


class MessageDeltaContentTextFileCitationObjectFileCitation(BaseModel):
    """The cited file."""

    file_id: str | None = None
    """The file."""

    quote: str | None = None
    """The quoted text."""


class MessageDeltaContentTextObject(BaseModel):
    """A delta of a content part with text."""

    index: int
    """The index of the content part."""

    type: Literal["text"]
    """The content part type. Always `text`."""

    text: MessageDeltaContentTextObjectText | None = None
    """The content to add to the function call."""


class MessageDeltaContentTextObjectText(BaseModel):
    """The content to add to the function call."""

    value: str | None = None
    """The text to append."""

    annotations: list[MessageDeltaContentTextObjectTextAnnotation] | None = None
    """Deltas of the annotations, each with its index."""


MessageDeltaContentTextObjectTextAnnotation = TypeAliasType(
    "MessageDeltaContentTextObjectTextAnnotation",
    """Union[MessageDeltaContentTextAnnotationsFileCitationObject,
        MessageDeltaContentTextAnnotationsFilePathObject]""",
)


class MessageDeltaObject(BaseModel):
    """The changes to a message that is being generated."""

    id: str
    """The ID of the message."""

    object: Literal["thread.message.delta"]
    """The object type. Always `thread.message.delta`."""

    delta: MessageDeltaObjectDelta
    """The delta of the message."""


class MessageDeltaObjectDelta(BaseModel):
    """The delta of the message."""

    role: Literal["user", "assistant"] | None = None
    """The role of the message author."""

    content: list[MessageDeltaObjectDeltaContentItem] | None = None
    """Deltas of the content parts, each with the index of its part."""


MessageDeltaObjectDeltaContentItem = TypeAliasType(
    "MessageDeltaObjectDeltaContentItem",
    """Union[MessageDeltaContentImageFileObject, MessageDeltaContentTextObject,
        MessageDeltaContentRefusalObject, MessageDeltaContentImageUrlObject]""",
)


class MessageDeltaStreamEvent(BaseModel):
    """Contains a delta of a message."""

    event: Literal["thread.message.delta"]
    """The name of the event."""

    data: MessageDeltaObject
    """The changes to a message that is being generated."""


class MessageFileObject(BaseModel):
    """A file attached to a message (version 1 of the API)."""

    id: str
    """The ID of the file."""

    object: Literal["thread.message.file"]
    """The object type. Always `thread.message.file`."""

    created_at: int
    """Time at which the file was attached to the message, as a Unix timestamp in
    seconds."""

    message_id: str
    """The message."""


MessageImageDetail: TypeAlias = Literal["auto", "low", "high"]
"""The level of image detail. `low` uses fewer tokens; `high` preserves more detail."""


class MessageObject(BaseModel):
    """A message of a thread, created by a user or an assistant."""

    id: str
    """The ID of the message."""

    object: Literal["thread.message"]
    """The object type. Always `thread.message`."""

    created_at: int
    """Time at which the message was created, as a Unix timestamp in seconds."""

    thread_id: str
    """The ID of the thread that contains the message."""

    role: Literal["user", "assistant"]
    """The role of the message author."""

    content: list[MessageObjectContentItem]
    """The content parts of the message, in order."""

    assistant_id: str | None
    """The ID of the assistant that created the message; null for user messages."""

    run_id: str | None
    """The ID of the run that created the message; null if the message was not created
    by a run."""

    file_ids: list[str]
    """The IDs of the files attached to the message, for tools that access files
    (version 1 of the API). At most 10 items. Default: `[]`."""

    metadata: Metadata | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    status: Literal["in_progress", "incomplete", "completed"] | None = None
    """The status of the message."""

    incomplete_details: MessageObjectIncompleteDetails | None = None
    """Details of why the message is incomplete, if it is."""

    completed_at: int | None = None
    """Time at which the message was completed, as a Unix timestamp in seconds."""

    incomplete_at: int | None = None
    """Time at which the message was marked as incomplete, as a Unix timestamp in
    seconds."""

    attachments: list[MessageAttachment] | None = None
    """The files attached to the message, each with the tools that can access it
    (version 2 of the API)."""


MessageObjectContentItem = TypeAliasType(
    "MessageObjectContentItem",
    """Union[MessageContentImageFileObject, MessageContentImageUrlObject,
        MessageContentTextObject, MessageContentRefusalObject]""",
)


class MessageObjectIncompleteDetails(BaseModel):
    """Details of why the message is incomplete, if it is."""

    reason: MessageObjectIncompleteDetailsReason
    """The reason the message is incomplete."""


MessageObjectIncompleteDetailsReason: TypeAlias = Literal[
    "content_filter", "max_tokens", "run_cancelled", "run_expired", "run_failed"
]
"""The reason the message is incomplete."""


class MessageStreamEvent(BaseModel):
    """Sent when a message is created or its status changes."""

    event: MessageStreamEventEvent
    """The name of the event."""

    data: MessageObject
    """A message of a thread, created by a user or an assistant."""


MessageStreamEventEvent: TypeAlias = Literal[
    "thread.message.created",
    "thread.message.in_progress",
    "thread.message.completed",
    "thread.message.incomplete",
]
"""The name of the event."""


class RunCompletionUsage(BaseModel):
    """Token usage of a run; null until the run has ended."""

    completion_tokens: int
    """The number of output tokens."""

    prompt_tokens: int
    """The number of input tokens."""

    total_tokens: int
    """The total number of tokens, input and output combined."""


class RunObject(BaseModel):
    """An execution of an assistant on a thread."""

    id: str
    """The ID of the run."""

    object: Literal["thread.run"]
    """The object type. Always `thread.run`."""

    created_at: int
    """Time at which the run was created, as a Unix timestamp in seconds."""

    thread_id: str
    """The ID of the thread that the run belongs to."""

    assistant_id: str
    """The assistant."""

    status: RunObjectStatus
    """The status of the run."""

    required_action: RunObjectRequiredAction | None
    """The action required to continue the run; null if none is required."""

    last_error: RunObjectLastError | None
    """The most recent error; null if no error occurred."""

    expires_at: int | None
    """Time at which the run will expire, as a Unix timestamp in seconds; null once the
    run has ended."""

    started_at: int | None
    """Time at which the run was started, as a Unix timestamp in seconds."""

    cancelled_at: int | None
    """Time at which the run was canceled, as a Unix timestamp in seconds."""

    failed_at: int | None
    """Time at which the run failed, as a Unix timestamp in seconds."""

    completed_at: int | None
    """Time at which the run was completed, as a Unix timestamp in seconds."""

    model: str
    """The model used by the run."""

    instructions: str
    """The instructions used by the run."""

    tools: list[AssistantTool]
    """The tools available to the run. At most 20 items. Default: `[]`."""

    file_ids: list[str]
    """The IDs of the assistant's files available to the run (version 1 of the API).
    Default: `[]`."""

    metadata: Metadata | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    usage: RunCompletionUsage | None
    """Token usage of a run; null until the run has ended."""

    incomplete_details: RunObjectIncompleteDetails | None = None
    """Details of why the run is incomplete, if it is."""

    temperature: float | None = None
    """The sampling temperature of the run."""

    top_p: float | None = None
    """The cumulative probability used in nucleus sampling."""

    max_prompt_tokens: int | None = None
    """The maximum number of prompt tokens for the run. At least 256."""

    max_completion_tokens: int | None = None
    """The maximum number of completion tokens for the run. At least 256."""

    truncation_strategy: TruncationObject | None = None
    """Controls how much of the thread is sent to the model."""

    tool_choice: AssistantsApiToolChoiceOption | None = None
    """Controls whether the model uses tools."""

    parallel_tool_calls: ParallelToolCalls | None = None
    """Whether the model can call several tools in parallel. Default: `True`."""

    response_format: AssistantsApiResponseFormatOption | None = None
    """The format that the model's output must have."""


class RunObjectIncompleteDetails(BaseModel):
    """Details of why the run is incomplete, if it is."""

    reason: Literal["max_completion_tokens", "max_prompt_tokens"] | None = None
    """The limit that was reached."""


class RunObjectLastError(BaseModel):
    """The most recent error; null if no error occurred."""

    code: RunObjectLastErrorCode
    """The error code."""

    message: str
    """The error message."""


RunObjectLastErrorCode: TypeAlias = Literal[
    "server_error", "rate_limit_exceeded", "invalid_prompt"
]
"""The error code."""


class RunObjectRequiredAction(BaseModel):
    """The action required to continue the run; null if none is required."""

    type: Literal["submit_tool_outputs"]
    """The type of the required action. Currently always `submit_tool_outputs`."""

    submit_tool_outputs: RunObjectRequiredActionSubmitToolOutputs
    """The tool calls whose outputs are required."""


class RunObjectRequiredActionSubmitToolOutputs(BaseModel):
    """The tool calls whose outputs are required."""

    tool_calls: list[RunToolCallObject]
    """The tool calls to execute."""


RunObjectStatus: TypeAlias = Literal[
    "queued",
    "in_progress",
    "requires_action",
    "cancelling",
    "cancelled",
    "failed",
    "completed",
    "incomplete",
    "expired",
]
"""The status of the run.

`queued`, `in_progress` and `cancelling` are transitional; `requires_action` waits for
input; all other statuses are final."""


class RunStepCompletionUsage(BaseModel):
    """Token usage of a run step; null while the step is in progress."""

    completion_tokens: int
    """The number of output tokens."""

    prompt_tokens: int
    """The number of input tokens."""

    total_tokens: int
    """The total number of tokens, input and output combined."""


class RunStepDeltaObject(BaseModel):
    """The changes to a run step that is in progress."""

    id: str
    """The ID of the run step."""

    object: Literal["thread.run.step.delta"]
    """The object type. Always `thread.run.step.delta`."""

    delta: RunStepDeltaObjectDelta
    """The delta of the message."""


class RunStepDeltaObjectDelta(BaseModel):
    """The delta of the message."""

    step_details: RunStepDeltaObjectDeltaStepDetails | None = None
    """The delta of the step details."""


RunStepDeltaObjectDeltaStepDetails = TypeAliasType(
    "RunStepDeltaObjectDeltaStepDetails",
    """Union[RunStepDeltaStepDetailsMessageCreationObject,
        RunStepDeltaStepDetailsToolCallsObject]""",
)
"""The delta of the step details."""


class RunStepDeltaStepDetailsCallsCodeOutputImageObjectImage(BaseModel):
    """The image content."""

    file_id: str | None = None
    """The ID of the image file."""


class RunStepDeltaStepDetailsMessageCreationObject(BaseModel):
    """A delta of a step that creates a message."""

    type: Literal["message_creation"]
    """The step type. Always `message_creation`."""

    message_creation: RunStepDeltaStepMessageCreationObjectMessageCreation | None = None
    """The message."""


class RunStepDeltaStepDetailsToolCallsCodeObject(BaseModel):
    """A delta of a program or its outputs."""

    index: int
    """The index of the tool call."""

    type: Literal["code_interpreter"]
    """The tool type. Always `code_interpreter`."""

    id: str | None = None
    """The ID of the call."""

    code_interpreter: RunStepDeltaStepToolCallsCodeObjectCodeInterpreter | None = None
    """The content to add to the function call."""


RunStepDeltaStepDetailsToolCallsCodeObjectOutput = TypeAliasType(
    "RunStepDeltaStepDetailsToolCallsCodeObjectOutput",
    """Union[RunStepDeltaStepDetailsToolCallsCodeOutputLogsObject,
        RunStepDeltaStepDetailsToolCallsCodeOutputImageObject]""",
)


class RunStepDeltaStepDetailsToolCallsCodeOutputImageObject(BaseModel):
    """A delta of an image generated by a program."""

    index: int
    """The index of the output in the call."""

    type: Literal["image"]
    """The output type. Always `image`."""

    image: RunStepDeltaStepDetailsCallsCodeOutputImageObjectImage | None = None
    """The image content."""


class RunStepDeltaStepDetailsToolCallsCodeOutputLogsObject(BaseModel):
    """A delta of the text printed by a program."""

    index: int
    """The index of the output in the call."""

    type: Literal["logs"]
    """The output type. Always `logs`."""

    logs: str | None = None
    """The text to append."""


class RunStepDeltaStepDetailsToolCallsFileSearchObject(BaseModel):
    """A delta of a search of vector stores."""

    index: int
    """The index of the tool call."""

    type: Literal["file_search"]
    """The tool type. Always `file_search`."""

    file_search: dict[str, Any]
    """The retrieval details. Currently always empty."""

    id: str | None = None
    """The ID of the call."""


class RunStepDeltaStepDetailsToolCallsFunctionObject(BaseModel):
    """A delta of a call of a function defined by you."""

    index: int
    """The index of the tool call."""

    type: Literal["function"]
    """The tool type. Always `function`."""

    id: str | None = None
    """The ID of the call."""

    function: RunStepDeltaStepDetailsToolCallsFunctionObjectFunction | None = None
    """The content to add to the function call."""


class RunStepDeltaStepDetailsToolCallsFunctionObjectFunction(BaseModel):
    """The content to add to the function call."""

    name: str | None = None
    """The name of the function."""

    arguments: str | None = None
    """The text to append to the arguments."""

    output: str | None = None
    """The submitted output of the call; null until it is submitted."""


class RunStepDeltaStepDetailsToolCallsObject(BaseModel):
    """A delta of a step that calls tools."""

    type: Literal["tool_calls"]
    """The step type. Always `tool_calls`."""

    tool_calls: list[RunStepDeltaStepDetailsToolCallsObjectToolCall] | None = None
    """Deltas of the tool calls, each with its index."""


RunStepDeltaStepDetailsToolCallsObjectToolCall = TypeAliasType(
    "RunStepDeltaStepDetailsToolCallsObjectToolCall",
    """Union[RunStepDeltaStepDetailsToolCallsCodeObject,
        RunStepDeltaStepDetailsToolCallsFileSearchObject,
        RunStepDeltaStepDetailsToolCallsFunctionObject]""",
)


class RunStepDeltaStepMessageCreationObjectMessageCreation(BaseModel):
    """The message."""

    message_id: str | None = None
    """The ID of the message."""


class RunStepDeltaStepToolCallsCodeObjectCodeInterpreter(BaseModel):
    """The content to add to the function call."""

    input: str | None = None
    """The text to append to the program."""

    outputs: list[RunStepDeltaStepDetailsToolCallsCodeObjectOutput] | None = None
    """Deltas of the outputs, each with its index."""


class RunStepDeltaStreamEvent(BaseModel):
    """Contains a delta of a run step."""

    event: Literal["thread.run.step.delta"]
    """The name of the event."""

    data: RunStepDeltaObject
    """The changes to a run step that is in progress."""


class RunStepDetailsMessageCreationObject(BaseModel):
    """The details of a step that created a message."""

    type: Literal["message_creation"]
    """The step type. Always `message_creation`."""

    message_creation: RunStepDetailsMessageCreationObjectMessageCreation
    """The message."""


class RunStepDetailsMessageCreationObjectMessageCreation(BaseModel):
    """The message."""

    message_id: str
    """The ID of the message."""


class RunStepDetailsToolCallsCodeObject(BaseModel):
    """A program written and run by the assistant."""

    id: str
    """The ID of the call."""

    type: Literal["code_interpreter"]
    """The tool type. Always `code_interpreter`."""

    code_interpreter: RunStepDetailsToolCallsCodeObjectCodeInterpreter
    """The program and its outputs."""


class RunStepDetailsToolCallsCodeObjectCodeInterpreter(BaseModel):
    """The program and its outputs."""

    input: str
    """The source code of the program."""

    outputs: list[RunStepDetailsToolCallsCodeObjectCodeInterpreterOutput]
    """The logs and images that the program produced."""


RunStepDetailsToolCallsCodeObjectCodeInterpreterOutput = TypeAliasType(
    "RunStepDetailsToolCallsCodeObjectCodeInterpreterOutput",
    """Union[RunStepDetailsToolCallsCodeOutputLogsObject,
        RunStepDetailsToolCallsCodeOutputImageObject]""",
)


class RunStepDetailsToolCallsCodeOutputImageObject(BaseModel):
    """An image generated by a program."""

    type: Literal["image"]
    """The output type. Always `image`."""

    image: RunStepDetailsToolCallsCodeOutputImageObjectImage
    """The image content."""


class RunStepDetailsToolCallsCodeOutputImageObjectImage(BaseModel):
    """The image content."""

    file_id: str
    """The ID of the image file."""


class RunStepDetailsToolCallsCodeOutputLogsObject(BaseModel):
    """Text printed by a program."""

    type: Literal["logs"]
    """The output type. Always `logs`."""

    logs: str
    """The text content."""


class RunStepDetailsToolCallsFileSearchObject(BaseModel):
    """A search of vector stores."""

    id: str
    """The ID of the call."""

    type: Literal["file_search"]
    """The tool type. Always `file_search`."""

    file_search: RunStepDetailsToolCallsFileSearchObjectFileSearch
    """The settings and results of the search."""


class RunStepDetailsToolCallsFileSearchObjectFileSearch(BaseModel):
    """The settings and results of the search."""

    ranking_options: RunStepDetailsToolCallsFileSearchRankingOptionsObject | None = None
    """The ranking options that were used in the search."""

    results: list[RunStepDetailsToolCallsFileSearchResultObject] | None = None
    """The search results, in descending order of relevance."""


class RunStepDetailsToolCallsFileSearchRankingOptionsObject(BaseModel):
    """The ranking options that were used in the search."""

    ranker: FileSearchRanker
    """The algorithm that scores search results. Defaults to `auto`."""

    score_threshold: float
    """The minimum score of the returned results. At least 0, at most 1."""


class RunStepDetailsToolCallsFileSearchResultObject(BaseModel):
    """A file returned by a search."""

    file_id: str
    """The ID of the file."""

    file_name: str
    """The name of the file."""

    score: float
    """The relevance score; 1 is the maximum. At least 0, at most 1."""

    content: list[RunStepDetailsToolCallsFileSearchResultObjectContentItem] | None = (
        None
    )
    """The matching content. Present only if requested with `include`."""


class RunStepDetailsToolCallsFileSearchResultObjectContentItem(BaseModel):
    """Run step details tool calls file search result object content item."""

    type: Literal["text"] | None = None
    """The content type. Currently always `text`."""

    text: str | None = None
    """The text of the passage."""


class RunStepDetailsToolCallsFunctionObject(BaseModel):
    """A call of a function defined by you."""

    id: str
    """The ID of the call."""

    type: Literal["function"]
    """The tool type. Always `function`."""

    function: RunStepDetailsToolCallsFunctionObjectFunction
    """The function that was called."""


class RunStepDetailsToolCallsFunctionObjectFunction(BaseModel):
    """The function that was called."""

    name: str
    """The name of the function."""

    arguments: str
    """The arguments as a JSON string."""

    output: str | None
    """The submitted output; null until it is submitted."""


class RunStepDetailsToolCallsObject(BaseModel):
    """The details of a step that called tools."""

    type: Literal["tool_calls"]
    """The step type. Always `tool_calls`."""

    tool_calls: list[RunStepDetailsToolCallsObjectToolCall]
    """The tool calls of the step, in order."""


RunStepDetailsToolCallsObjectToolCall = TypeAliasType(
    "RunStepDetailsToolCallsObjectToolCall",
    """Union[RunStepDetailsToolCallsCodeObject, RunStepDetailsToolCallsRetrievalObject,
        RunStepDetailsToolCallsFileSearchObject,
        RunStepDetailsToolCallsFunctionObject]""",
)


class RunStepDetailsToolCallsRetrievalObject(BaseModel):
    """A retrieval from attached files (version 1 of the API)."""

    id: str
    """The ID of the call."""

    type: Literal["retrieval"]
    """The tool type. Always `retrieval`."""

    retrieval: dict[str, Any]
    """The retrieval details. Currently always empty."""


RunStepIncludeItem: TypeAlias = Literal[
    "step_details.tool_calls[*].file_search.results[*].content"
]


class RunStepObject(BaseModel):
    """Run step object.

    An action of an assistant in a run, such as creating a message or calling tools.
    """

    id: str
    """The ID of the run step."""

    object: Literal["thread.run.step"]
    """The object type. Always `thread.run.step`."""

    created_at: int
    """Time at which the step was created, as a Unix timestamp in seconds."""

    assistant_id: str
    """The assistant."""

    thread_id: str
    """The thread."""

    run_id: str
    """The ID of the run that the step belongs to."""

    type: Literal["message_creation", "tool_calls"]
    """The step type."""

    status: RunStepObjectStatus
    """The status of the step."""

    step_details: RunStepObjectStepDetails
    """The created message or the tool calls of the step."""

    last_error: RunStepObjectLastError | None
    """The most recent error; null if no error occurred."""

    expired_at: int | None
    """Time at which the step expired together with its run, as a Unix timestamp in
    seconds."""

    cancelled_at: int | None
    """Time at which the step was canceled, as a Unix timestamp in seconds."""

    failed_at: int | None
    """Time at which the step failed, as a Unix timestamp in seconds."""

    completed_at: int | None
    """Time at which the step was completed, as a Unix timestamp in seconds."""

    metadata: Metadata | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    usage: RunStepCompletionUsage | None
    """Token usage of a run step; null while the step is in progress."""


class RunStepObjectLastError(BaseModel):
    """The most recent error; null if no error occurred."""

    code: Literal["server_error", "rate_limit_exceeded"]
    """The error code."""

    message: str
    """The error message."""


RunStepObjectStatus: TypeAlias = Literal[
    "in_progress", "cancelled", "failed", "completed", "expired"
]
"""The status of the step."""


RunStepObjectStepDetails = TypeAliasType(
    "RunStepObjectStepDetails",
    "RunStepDetailsMessageCreationObject | RunStepDetailsToolCallsObject",
)
"""The created message or the tool calls of the step."""


class RunStepStreamEvent(BaseModel):
    """Sent when a run step is created or its status changes."""

    event: RunStepStreamEventEvent
    """The name of the event."""

    data: RunStepObject
    """An action of an assistant in a run, such as creating a message or calling
    tools."""


RunStepStreamEventEvent: TypeAlias = Literal[
    "thread.run.step.created",
    "thread.run.step.in_progress",
    "thread.run.step.completed",
    "thread.run.step.failed",
    "thread.run.step.cancelled",
    "thread.run.step.expired",
]
"""The name of the event."""


class RunStreamEvent(BaseModel):
    """Sent when the status of the run changes."""

    event: RunStreamEventEvent
    """The name of the event."""

    data: RunObject
    """An execution of an assistant on a thread."""


RunStreamEventEvent: TypeAlias = Literal[
    "thread.run.created",
    "thread.run.queued",
    "thread.run.in_progress",
    "thread.run.requires_action",
    "thread.run.completed",
    "thread.run.incomplete",
    "thread.run.failed",
    "thread.run.cancelling",
    "thread.run.cancelled",
    "thread.run.expired",
]
"""The name of the event."""


class RunToolCallObject(BaseModel):
    """A function call requested by the model."""

    id: str
    """The ID of the call, which the tool output must reference."""

    type: Literal["function"]
    """The tool type. Currently always `function`."""

    function: RunToolCallObjectFunction
    """The function to call."""


class RunToolCallObjectFunction(_runtime.ToolCall, call=("name", "arguments")):
    """The function to call."""

    name: str
    """The name of the function."""

    arguments: str
    """The arguments as a JSON string. They are generated by the model; validate them
    before use."""


class ThreadObject(BaseModel):
    """A conversation to which users and assistants add messages."""

    id: str
    """The ID of the thread."""

    object: Literal["thread"]
    """The object type. Always `thread`."""

    created_at: int
    """Time at which the thread was created, as a Unix timestamp in seconds."""

    metadata: Metadata | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    tool_resources: ToolResources | None = None
    """The files and vector stores available to tools, grouped by tool."""


class ThreadStreamEvent(BaseModel):
    """Sent when a thread is created together with its first run."""

    event: Literal["thread.created"]
    """The name of the event."""

    data: ThreadObject
    """A conversation to which users and assistants add messages."""


class ToolResources(BaseModel):
    """The files and vector stores available to tools, grouped by tool."""

    code_interpreter: CodeInterpreterResources | None = None
    """Resources for the code interpreter tool."""

    file_search: ToolResourcesFileSearch | None = None
    """Resources for the file search tool."""


class ToolResourcesFileSearch(BaseModel):
    """Resources for the file search tool."""

    vector_store_ids: list[str] | None = None
    """The ID of the vector store used for file search. At most 1 item."""


class TruncationObject(BaseModel):
    """Controls how much of a long thread is sent to the model."""

    type: Literal["auto", "last_messages"]
    """`auto` drops messages from the middle of the thread until the thread fits into
    the model's context. `last_messages` keeps only the most recent messages."""

    last_messages: int | None = None
    """The number of most recent messages to keep if `type` is `last_messages`. At least
    1."""


class AsyncListAssistantFilesPage(
    _runtime.AsyncPage["AssistantFileObject"], ListAssistantFilesResponse
):
    """A page of `ListAssistantFilesResponse` that can load the next page."""


class AsyncListAssistantsPage(
    _runtime.AsyncPage["AssistantObject"], ListAssistantsResponse
):
    """A page of `ListAssistantsResponse` that can load the next page."""


class AsyncListMessageFilesPage(
    _runtime.AsyncPage["MessageFileObject"], ListMessageFilesResponse
):
    """A page of `ListMessageFilesResponse` that can load the next page."""


class AsyncListMessagesPage(_runtime.AsyncPage["MessageObject"], ListMessagesResponse):
    """A page of `ListMessagesResponse` that can load the next page."""


class AsyncListRunStepsPage(_runtime.AsyncPage["RunStepObject"], ListRunStepsResponse):
    """A page of `ListRunStepsResponse` that can load the next page."""


class AsyncListRunsPage(_runtime.AsyncPage["RunObject"], ListRunsResponse):
    """A page of `ListRunsResponse` that can load the next page."""


class ListAssistantFilesPage(
    _runtime.SyncPage["AssistantFileObject"], ListAssistantFilesResponse
):
    """A page of `ListAssistantFilesResponse` that can load the next page."""


class ListAssistantsPage(_runtime.SyncPage["AssistantObject"], ListAssistantsResponse):
    """A page of `ListAssistantsResponse` that can load the next page."""


class ListMessageFilesPage(
    _runtime.SyncPage["MessageFileObject"], ListMessageFilesResponse
):
    """A page of `ListMessageFilesResponse` that can load the next page."""


class ListMessagesPage(_runtime.SyncPage["MessageObject"], ListMessagesResponse):
    """A page of `ListMessagesResponse` that can load the next page."""


class ListRunStepsPage(_runtime.SyncPage["RunStepObject"], ListRunStepsResponse):
    """A page of `ListRunStepsResponse` that can load the next page."""


class ListRunsPage(_runtime.SyncPage["RunObject"], ListRunsResponse):
    """A page of `ListRunsResponse` that can load the next page."""
