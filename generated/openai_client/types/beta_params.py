"""Parameters of beta."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Required, Union

from typing_extensions import TypeAliasType, TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .beta import (
        AssistantsNamedToolChoice,
        AssistantsNamedToolChoiceFunction,
        AssistantSupportedModels,
        AssistantToolsCode,
        AssistantToolsFileSearch,
        AssistantToolsFileSearchFileSearch,
        AssistantToolsFileSearchTypeOnly,
        AssistantToolsFunction,
        AssistantToolsRetrieval,
        CodeInterpreterResources,
        FileSearchRanker,
        FileSearchRankingOptions,
        MessageAttachment,
        MessageContentImageFileObject,
        MessageContentImageFileObjectImageFile,
        MessageContentImageUrlObject,
        MessageContentImageUrlObjectImageUrl,
        MessageImageDetail,
        ToolResources,
        ToolResourcesFileSearch,
        TruncationObject,
    )
    from .shared import (
        FunctionObject,
        ParallelToolCalls,
        ReasoningEffort,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatText,
    )
    from .shared_params import (
        FunctionObjectParam,
        MetadataParam,
        ResponseFormatJsonObjectParam,
        ResponseFormatJsonSchemaParam,
        ResponseFormatTextParam,
    )

_runtime.defer_imports(__name__)


AssistantToolParam = TypeAliasType(
    "AssistantToolParam",
    """Union[AssistantToolsCode, AssistantToolsCodeParam, AssistantToolsRetrieval,
        AssistantToolsRetrievalParam, AssistantToolsFileSearch,
        AssistantToolsFileSearchParam, AssistantToolsFunction,
        AssistantToolsFunctionParam]""",
)
"""A tool that an assistant can use while it generates a response."""


class AssistantToolsCodeParam(TypedDict):
    """Enables the model to write Python programs and run them in a sandbox."""

    type: Literal["code_interpreter"]
    """The tool type. Always `code_interpreter`."""


class AssistantToolsFileSearchFileSearchParam(TypedDict, total=False):
    """Settings for file search."""

    max_num_results: int
    """The maximum number of results that one search returns. At least 1, at most 50."""

    ranking_options: FileSearchRankingOptions | FileSearchRankingOptionsParam
    """Options for ranking and filtering search results."""


class AssistantToolsFileSearchParam(TypedDict, total=False):
    """Enables the model to search the vector stores listed in `tool_resources`."""

    type: Required[Literal["file_search"]]
    """The tool type. Always `file_search`."""

    file_search: (
        AssistantToolsFileSearchFileSearch | AssistantToolsFileSearchFileSearchParam
    )
    """Settings for file search."""


class AssistantToolsFileSearchTypeOnlyParam(TypedDict):
    """The file search tool, for parameters that do not accept its settings."""

    type: Literal["file_search"]
    """The tool type. Always `file_search`."""


class AssistantToolsFunctionParam(TypedDict):
    """A function defined by you that the model can call."""

    type: Literal["function"]
    """The tool type. Always `function`."""

    function: FunctionObject | FunctionObjectParam
    """The definition of a function that the model can call."""


class AssistantToolsRetrievalParam(TypedDict):
    """Enables the model to search attached files.

    Replaced by `file_search` in version 2 of the API.
    """

    type: Literal["retrieval"]
    """The tool type. Always `retrieval`."""


AssistantsApiResponseFormatOptionParam = TypeAliasType(
    "AssistantsApiResponseFormatOptionParam",
    """Union[Literal["auto"], ResponseFormatText, ResponseFormatTextParam,
        ResponseFormatJsonObject, ResponseFormatJsonObjectParam,
        ResponseFormatJsonSchema, ResponseFormatJsonSchemaParam]""",
)
"""The format that the model's output must have.

`auto` applies no restriction. The object variants select plain text, a JSON object of
any shape, or JSON that conforms to a schema. When requesting a JSON object without a
schema, also ask for JSON in the instructions; otherwise the model may emit whitespace
until it reaches the token limit."""


AssistantsApiToolChoiceOptionParam = TypeAliasType(
    "AssistantsApiToolChoiceOptionParam",
    """Union[Literal["none", "auto", "required"], AssistantsNamedToolChoice,
        AssistantsNamedToolChoiceParam]""",
)
"""Controls whether the model uses tools.

`none` disables tools, `auto` lets the model decide, and `required` forces the model to
use at least one tool. An object forces the model to use the named tool."""


class AssistantsNamedToolChoiceFunctionParam(TypedDict):
    """The function to call. Required if `type` is `function`."""

    name: str
    """The name of the function."""


class AssistantsNamedToolChoiceParam(TypedDict, total=False):
    """Forces the model to use the named tool."""

    type: Required[Literal["function", "code_interpreter", "file_search"]]
    """The tool type."""

    function: AssistantsNamedToolChoiceFunction | AssistantsNamedToolChoiceFunctionParam
    """The function to call. Required if `type` is `function`."""


class ChunkingStrategyAutoParam(TypedDict):
    """Lets the server choose the chunk size and overlap."""

    type: Literal["auto"]
    """The chunking strategy type. Always `auto`."""


class ChunkingStrategyStaticParam(TypedDict):
    """Splits files into chunks of a fixed size."""

    type: Literal["static"]
    """The chunking strategy type. Always `static`."""

    static: ChunkingStrategyStaticStaticParam
    """The chunk size and overlap, in tokens."""


class ChunkingStrategyStaticStaticParam(TypedDict):
    """The chunk size and overlap, in tokens."""

    max_chunk_size_tokens: int
    """The maximum chunk size, in tokens. At least 100, at most 4096."""

    chunk_overlap_tokens: int
    """The number of tokens shared by adjacent chunks. Must not exceed half of
    `max_chunk_size_tokens`."""


class CodeInterpreterResourcesParam(TypedDict, total=False):
    """Resources for the code interpreter tool."""

    file_ids: Sequence[str]
    """The IDs of files that are copied into the sandbox. At most 20 items. Default:
    `[]`."""


class CreateAssistantFileRequestParam(TypedDict):
    """The file to attach to the assistant."""

    file_id: str
    """The ID of the file. It must have been uploaded with the purpose `assistants`."""


class CreateAssistantRequestParam(TypedDict, total=False):
    """The configuration of the new assistant."""

    model: Required[str | AssistantSupportedModels]
    """The model that the assistant uses."""

    name: str | None
    """The name of the assistant. At most 256 characters."""

    description: str | None
    """A description of the assistant. At most 512 characters."""

    instructions: str | None
    """The system instructions for the assistant. Version 1 servers accept up to 32,768
    characters. At most 256000 characters."""

    reasoning_effort: ReasoningEffort | None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""

    tools: Sequence[AssistantToolParam]
    """The tools available to the assistant. At most 128 items. Default: `[]`."""

    tool_resources: CreateToolResourcesParam | None
    """The files and vector stores available to tools, grouped by tool."""

    file_ids: Sequence[str]
    """The IDs of the files available to the assistant (version 1 of the API). At most
    20 items. Default: `[]`."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    temperature: float | None
    """The sampling temperature. Higher values produce more varied output. At least 0,
    at most 2. Default: `1`."""

    top_p: float | None
    """The cumulative probability of the tokens considered in nucleus sampling. At least
    0, at most 1. Default: `1`."""

    response_format: AssistantsApiResponseFormatOptionParam | None
    """The format of the assistant's output."""


CreateMessageRequestContentPartParam = TypeAliasType(
    "CreateMessageRequestContentPartParam",
    """Union[MessageContentImageFileObject, MessageContentImageFileObjectParam,
        MessageContentImageUrlObject, MessageContentImageUrlObjectParam,
        MessageRequestContentTextObjectParam]""",
)


class CreateMessageRequestParam(TypedDict, total=False):
    """A message to add to a thread."""

    role: Required[Literal["user", "assistant"]]
    """The role of the message author."""

    content: Required[str | Sequence[CreateMessageRequestContentPartParam]]
    """The content of the message. Version 1 servers accept only text, up to 32,768
    characters."""

    file_ids: Sequence[str]
    """The IDs of the files for tools that access files (version 1 of the API). At least
    1 item, at most 10 items."""

    attachments: Sequence[MessageAttachment | MessageAttachmentParam] | None
    """The files for tools, each with the tools that can access it (version 2 of the
    API)."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class CreateRunRequestParam(TypedDict, total=False):
    """The assistant to run and the settings to override."""

    assistant_id: Required[str]
    """The ID of the assistant to run."""

    model: str | AssistantSupportedModels | None
    """The model to use instead of the assistant's model."""

    reasoning_effort: ReasoningEffort | None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""

    instructions: str | None
    """The instructions to use instead of the assistant's instructions."""

    additional_instructions: str | None
    """Instructions to append to the other instructions for this run."""

    additional_messages: Sequence[CreateMessageRequestParam] | None
    """Messages to add to the thread before the run starts."""

    tools: Sequence[AssistantToolParam] | None
    """The tools to use instead of the assistant's tools. At most 20 items."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    temperature: float | None
    """The sampling temperature. Higher values produce more varied output. At least 0,
    at most 2. Default: `1`."""

    top_p: float | None
    """The cumulative probability of the tokens considered in nucleus sampling. At least
    0, at most 1. Default: `1`."""

    stream: bool | None
    """Whether to return a stream of events that ends when the run ends."""

    max_prompt_tokens: int | None
    """The maximum number of prompt tokens for the run. A run that exceeds it ends with
    the status `incomplete`. At least 256."""

    max_completion_tokens: int | None
    """The maximum number of completion tokens for the run. A run that exceeds it ends
    with the status `incomplete`. At least 256."""

    truncation_strategy: TruncationObject | TruncationObjectParam | None
    """Controls how much of the thread is sent to the model."""

    tool_choice: AssistantsApiToolChoiceOptionParam | None
    """Controls whether the model uses tools."""

    parallel_tool_calls: ParallelToolCalls
    """Whether the model can call several tools in parallel. Default: `True`."""

    response_format: AssistantsApiResponseFormatOptionParam | None
    """The format that the model's output must have."""


class CreateThreadAndRunRequestParam(TypedDict, total=False):
    """Create thread and run request param.

    The thread to create, the assistant to run on it, and the settings to override.
    """

    assistant_id: Required[str]
    """The ID of the assistant to run."""

    thread: CreateThreadRequestParam
    """The initial state of the thread. All properties are optional."""

    model: str | AssistantSupportedModels | None
    """The model to use instead of the assistant's model."""

    instructions: str | None
    """The instructions to use instead of the assistant's instructions."""

    tools: Sequence[AssistantToolParam] | None
    """The tools to use instead of the assistant's tools. At most 20 items."""

    tool_resources: ToolResources | ToolResourcesParam | None
    """The files and vector stores available to tools, grouped by tool."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    temperature: float | None
    """The sampling temperature. Higher values produce more varied output. At least 0,
    at most 2. Default: `1`."""

    top_p: float | None
    """The cumulative probability of the tokens considered in nucleus sampling. At least
    0, at most 1. Default: `1`."""

    stream: bool | None
    """Whether to return a stream of events that ends when the run ends."""

    max_prompt_tokens: int | None
    """The maximum number of prompt tokens for the run. A run that exceeds it ends with
    the status `incomplete`. At least 256."""

    max_completion_tokens: int | None
    """The maximum number of completion tokens for the run. A run that exceeds it ends
    with the status `incomplete`. At least 256."""

    truncation_strategy: TruncationObject | TruncationObjectParam | None
    """Controls how much of the thread is sent to the model."""

    tool_choice: AssistantsApiToolChoiceOptionParam | None
    """Controls whether the model uses tools."""

    parallel_tool_calls: ParallelToolCalls
    """Whether the model can call several tools in parallel. Default: `True`."""

    response_format: AssistantsApiResponseFormatOptionParam | None
    """The format that the model's output must have."""


class CreateThreadRequestParam(TypedDict, total=False):
    """The initial state of the thread. All properties are optional."""

    messages: Sequence[CreateMessageRequestParam]
    """The initial messages, oldest first."""

    tool_resources: CreateToolResourcesParam | None
    """The files and vector stores available to tools, grouped by tool."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class CreateToolResourcesFileSearchParam(TypedDict, total=False):
    """Resources for the file search tool."""

    vector_store_ids: Sequence[str]
    """The ID of an existing vector store used for file search. At most 1 item."""

    vector_stores: Sequence[ToolVectorStoreParam]
    """A vector store to create from files and attach. At most 1 item."""


class CreateToolResourcesParam(TypedDict, total=False):
    """The files and vector stores available to tools, grouped by tool.

    For file search, specify either an existing vector store or a new one. A request
    that specifies both is rejected.
    """

    code_interpreter: CodeInterpreterResources | CodeInterpreterResourcesParam
    """Resources for the code interpreter tool."""

    file_search: CreateToolResourcesFileSearchParam
    """Resources for the file search tool."""


class FileSearchRankingOptionsParam(TypedDict, total=False):
    """Options for ranking and filtering search results."""

    ranker: FileSearchRanker
    """The algorithm that scores search results. Defaults to `auto`."""

    score_threshold: Required[float]
    """The minimum score of a result. Results with a lower score are omitted. 0 keeps
    all results. At least 0, at most 1."""


class MessageAttachmentParam(TypedDict):
    """A file attached to a message."""

    file_id: str
    """The file."""

    tools: Sequence[MessageAttachmentToolParam]
    """The tools that can access the file."""


MessageAttachmentToolParam = TypeAliasType(
    "MessageAttachmentToolParam",
    """Union[AssistantToolsCode, AssistantToolsCodeParam,
        AssistantToolsFileSearchTypeOnly, AssistantToolsFileSearchTypeOnlyParam]""",
)


class MessageContentImageFileObjectImageFileParam(TypedDict, total=False):
    """The image content."""

    file_id: Required[str]
    """The ID of the image file. Files uploaded for this use must have the purpose
    `vision`."""

    detail: MessageImageDetail
    """The level of image detail. `low` uses fewer tokens; `high` preserves more detail.
    Default: `"auto"`."""


class MessageContentImageFileObjectParam(TypedDict):
    """A content part with an uploaded image."""

    type: Literal["image_file"]
    """The content part type. Always `image_file`."""

    image_file: (
        MessageContentImageFileObjectImageFile
        | MessageContentImageFileObjectImageFileParam
    )
    """The image content."""


class MessageContentImageUrlObjectImageUrlParam(TypedDict, total=False):
    """The image content."""

    url: Required[str]
    """The URL of the image. Supported formats: JPEG, PNG, GIF and WebP."""

    detail: MessageImageDetail
    """The level of image detail. `low` uses fewer tokens; `high` preserves more detail.
    Default: `"auto"`."""


class MessageContentImageUrlObjectParam(TypedDict):
    """A content part with an image at an external URL."""

    type: Literal["image_url"]
    """The content part type. Always `image_url`."""

    image_url: (
        MessageContentImageUrlObjectImageUrl | MessageContentImageUrlObjectImageUrlParam
    )
    """The image content."""


class MessageRequestContentTextObjectParam(TypedDict):
    """A content part with text, for new messages."""

    type: Literal["text"]
    """The content part type. Always `text`."""

    text: str
    """The text content."""


class ModifyAssistantRequestParam(TypedDict, total=False):
    """The properties to replace. Omitted properties remain unchanged."""

    model: str | AssistantSupportedModels
    """The model that the assistant uses."""

    name: str | None
    """The name of the assistant. At most 256 characters."""

    description: str | None
    """A description of the assistant. At most 512 characters."""

    instructions: str | None
    """The system instructions for the assistant. Version 1 servers accept up to 32,768
    characters. At most 256000 characters."""

    reasoning_effort: ReasoningEffort | None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""

    tools: Sequence[AssistantToolParam]
    """The tools available to the assistant. At most 128 items. Default: `[]`."""

    tool_resources: ToolResources | ToolResourcesParam | None
    """The files and vector stores available to tools, grouped by tool."""

    file_ids: Sequence[str]
    """The IDs of the files available to the assistant (version 1 of the API). At most
    20 items. Default: `[]`."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    temperature: float | None
    """The sampling temperature. Higher values produce more varied output. At least 0,
    at most 2. Default: `1`."""

    top_p: float | None
    """The cumulative probability of the tokens considered in nucleus sampling. At least
    0, at most 1. Default: `1`."""

    response_format: AssistantsApiResponseFormatOptionParam | None
    """The format of the assistant's output."""


class ModifyMessageRequestParam(TypedDict, total=False):
    """The metadata to replace."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class ModifyRunRequestParam(TypedDict, total=False):
    """The metadata to replace."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class ModifyThreadRequestParam(TypedDict, total=False):
    """The properties to replace. Omitted properties remain unchanged."""

    tool_resources: ToolResources | ToolResourcesParam | None
    """The files and vector stores available to tools, grouped by tool."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class SubmitToolOutputsRunRequestParam(TypedDict, total=False):
    """The outputs of the requested function calls."""

    tool_outputs: Required[Sequence[SubmitToolOutputsRunRequestToolOutputParam]]
    """One output for each requested tool call."""

    stream: bool | None
    """Whether to return a stream of events that ends when the run ends."""


class SubmitToolOutputsRunRequestToolOutputParam(TypedDict, total=False):
    """Submit tool outputs run request tool output param."""

    tool_call_id: str
    """The ID of the tool call from the required action of the run."""

    output: str
    """The output of the function, as a string."""


class ToolResourcesFileSearchParam(TypedDict, total=False):
    """Resources for the file search tool."""

    vector_store_ids: Sequence[str]
    """The ID of the vector store used for file search. At most 1 item."""


class ToolResourcesParam(TypedDict, total=False):
    """The files and vector stores available to tools, grouped by tool."""

    code_interpreter: CodeInterpreterResources | CodeInterpreterResourcesParam
    """Resources for the code interpreter tool."""

    file_search: ToolResourcesFileSearch | ToolResourcesFileSearchParam
    """Resources for the file search tool."""


ToolVectorStoreChunkingStrategyParam = TypeAliasType(
    "ToolVectorStoreChunkingStrategyParam",
    "ChunkingStrategyAutoParam | ChunkingStrategyStaticParam",
)
"""The strategy for splitting files into chunks before indexing. Defaults to `auto`."""


class ToolVectorStoreParam(TypedDict, total=False):
    """A vector store that is created together with the object that uses it."""

    file_ids: Sequence[str]
    """The IDs of the files to add to the vector store. At most 100000000 items."""

    chunking_strategy: ToolVectorStoreChunkingStrategyParam
    """The strategy for splitting files into chunks before indexing. Defaults to
    `auto`."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class TruncationObjectParam(TypedDict, total=False):
    """Controls how much of a long thread is sent to the model."""

    type: Required[Literal["auto", "last_messages"]]
    """`auto` drops messages from the middle of the thread until the thread fits into
    the model's context. `last_messages` keeps only the most recent messages."""

    last_messages: int | None
    """The number of most recent messages to keep if `type` is `last_messages`. At least
    1."""
