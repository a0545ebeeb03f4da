"""Parameters of beta."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
        FunctionObject,
        MessageAttachment,
        MessageContentImageFileObject,
        MessageContentImageFileObjectImageFile,
        MessageContentImageUrlObject,
        MessageContentImageUrlObjectImageUrl,
        MessageImageDetail,
        ParallelToolCalls,
        ReasoningEffort,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatJsonSchemaJsonSchema,
        ResponseFormatText,
        ToolResources,
        ToolResourcesFileSearch,
        TruncationObject,
    )
    from .chat_params import FunctionParametersParam, MetadataParam


AssistantToolParam: TypeAlias = """
    AssistantToolsCode
    | AssistantToolsCodeParam
    | AssistantToolsRetrieval
    | AssistantToolsRetrievalParam
    | AssistantToolsFileSearch
    | AssistantToolsFileSearchParam
    | AssistantToolsFunction
    | AssistantToolsFunctionParam
"""
"""A tool that an assistant may use while it answers."""


class AssistantToolsCodeParam(TypedDict):
    """Lets the model write Python programs and run them in a sandbox."""

    type: Literal["code_interpreter"]
    """The kind of tool, always `code_interpreter`."""


class AssistantToolsFileSearchFileSearchParam(TypedDict, total=False):
    """Settings of the search."""

    max_num_results: int
    """How many results one search may return at most. At least 1, at most 50."""

    ranking_options: FileSearchRankingOptions | FileSearchRankingOptionsParam
    """How search results are ordered, and which are too weak to be used."""


class AssistantToolsFileSearchParam(TypedDict, total=False):
    """Lets the model search the vector stores that are listed in `tool_resources`."""

    type: Required[Literal["file_search"]]
    """The kind of tool, always `file_search`."""

    file_search: (
        AssistantToolsFileSearchFileSearch | AssistantToolsFileSearchFileSearchParam
    )
    """Settings of the search."""


class AssistantToolsFileSearchTypeOnlyParam(TypedDict):
    """Names the file search tool where its settings cannot be given."""

    type: Literal["file_search"]
    """The kind of tool, always `file_search`."""


class AssistantToolsFunctionParam(TypedDict):
    """A function of your own that the model may ask you to call."""

    type: Literal["function"]
    """The kind of tool, always `function`."""

    function: FunctionObject | FunctionObjectParam
    """A function of your own, as the model gets to know it."""


class AssistantToolsRetrievalParam(TypedDict):
    """Lets the model look things up in attached files. Version 2 of the API replaced it
    by `file_search`."""

    type: Literal["retrieval"]
    """The kind of tool, always `retrieval`."""


AssistantsApiResponseFormatOptionParam: TypeAlias = """
    Literal["auto"]
    | ResponseFormatText
    | ResponseFormatTextParam
    | ResponseFormatJsonObject
    | ResponseFormatJsonObjectParam
    | ResponseFormatJsonSchema
    | ResponseFormatJsonSchemaParam
"""
"""The form that the model's answers must take.

`auto` leaves it open. The object forms ask for plain text, for any JSON object, or for
JSON that follows a schema. When you ask for a JSON object without a schema, also say so
in the instructions: the model may otherwise produce white space until it runs out of
tokens."""


AssistantsApiToolChoiceOptionParam: TypeAlias = """
    Literal["none", "auto", "required"]
    | AssistantsNamedToolChoice
    | AssistantsNamedToolChoiceParam
"""
"""Whether the model uses tools.

`none` forbids it, `auto` leaves the choice to the model, `required` makes it use at
least one. An object names the one tool that must be used."""


class AssistantsNamedToolChoiceFunctionParam(TypedDict):
    """The function to call. Needed when `type` is `function`."""

    name: str
    """The function's name."""


class AssistantsNamedToolChoiceParam(TypedDict, total=False):
    """The one tool that the model must use."""

    type: Required[Literal["function", "code_interpreter", "file_search"]]
    """The kind of tool."""

    function: AssistantsNamedToolChoiceFunction | AssistantsNamedToolChoiceFunctionParam
    """The function to call. Needed when `type` is `function`."""


class ChunkingStrategyAutoParam(TypedDict):
    """Leaves size and overlap of the pieces to the server."""

    type: Literal["auto"]
    """The strategy, always `auto`."""


class ChunkingStrategyStaticParam(TypedDict):
    """Cuts files into pieces of a size that you choose."""

    type: Literal["static"]
    """The strategy, always `static`."""

    static: ChunkingStrategyStaticStaticParam
    """The sizes, in tokens."""


class ChunkingStrategyStaticStaticParam(TypedDict):
    """The sizes, in tokens."""

    max_chunk_size_tokens: int
    """The longest piece, in tokens. At least 100, at most 4096."""

    chunk_overlap_tokens: int
    """How many tokens neighbouring pieces share; half of `max_chunk_size_tokens` at
    most."""


class CodeInterpreterResourcesParam(TypedDict, total=False):
    """What programs in the sandbox may read."""

    file_ids: Sequence[str]
    """Files that are copied into the sandbox. At most 20 items."""


class CreateAssistantFileRequestParam(TypedDict):
    """Which file to attach to the assistant."""

    file_id: str
    """The file, by its id. It must have been uploaded with the purpose `assistants`."""


class CreateAssistantRequestParam(TypedDict, total=False):
    """How a new assistant is set up."""

    model: Required[str | AssistantSupportedModels]
    """The model that the assistant uses."""

    name: str | None
    """The assistant's name. At most 256 characters."""

    description: str | None
    """What the assistant is for. At most 512 characters."""

    instructions: str | None
    """How the assistant should behave. Servers of version 1 take up to 32,768
    characters. At most 256000 characters."""

    reasoning_effort: ReasoningEffort | None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""

    tools: Sequence[AssistantToolParam]
    """The tools that the assistant may use. At most 128 items."""

    tool_resources: CreateToolResourcesParam | None
    """The files and vector stores that tools may read, sorted by tool."""

    file_ids: Sequence[str]
    """The files that the assistant may use (version 1 of the API). At most 20 items."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied answers. At least 0, at
    most 2. Default: `1`."""

    top_p: float | None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. At least 0, at most 1. Default: `1`."""

    response_format: AssistantsApiResponseFormatOptionParam | None
    """The form that answers must take."""


CreateMessageRequestContentPartParam: TypeAlias = """
    MessageContentImageFileObject
    | MessageContentImageFileObjectParam
    | MessageContentImageUrlObject
    | MessageContentImageUrlObjectParam
    | MessageRequestContentTextObjectParam
"""


class CreateMessageRequestParam(TypedDict, total=False):
    """A message to add to a thread."""

    role: Required[Literal["user", "assistant"]]
    """Whom the message speaks for."""

    content: Required[str | Sequence[CreateMessageRequestContentPartParam]]
    """What the message says. Servers of version 1 take text only, up to 32,768
    characters."""

    file_ids: Sequence[str]
    """Files for tools that read files (version 1 of the API). At least 1 item, at most
    10 items."""

    attachments: Sequence[MessageAttachment | MessageAttachmentParam] | None
    """Files for tools, each with the tools that may read it (version 2)."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""


class CreateRunRequestParam(TypedDict, total=False):
    """Which assistant to run, and what to do differently this time."""

    assistant_id: Required[str]
    """The assistant to run."""

    model: str | AssistantSupportedModels | None
    """A model to use instead of the assistant's."""

    reasoning_effort: ReasoningEffort | None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""

    instructions: str | None
    """Instructions to use instead of the assistant's."""

    additional_instructions: str | None
    """Instructions to add to the others, for this run only."""

    additional_messages: Sequence[CreateMessageRequestParam] | None
    """Messages to add to the thread before the run starts."""

    tools: Sequence[AssistantToolParam] | None
    """Tools to use instead of the assistant's. At most 20 items."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied answers. At least 0, at
    most 2. Default: `1`."""

    top_p: float | None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. At least 0, at most 1. Default: `1`."""

    stream: bool | None
    """Whether the answer is a stream of events that ends with the run."""

    max_prompt_tokens: int | None
    """How many tokens the run may read. A run that needs more ends as `incomplete`. At
    least 256."""

    max_completion_tokens: int | None
    """How many tokens the run may write. A run that needs more ends as `incomplete`. At
    least 256."""

    truncation_strategy: TruncationObject | TruncationObjectParam | None
    """How much of the thread the model reads."""

    tool_choice: AssistantsApiToolChoiceOptionParam | None
    """Whether the model uses tools."""

    parallel_tool_calls: ParallelToolCalls
    """Whether the model may call several tools at once. Default: `True`."""

    response_format: AssistantsApiResponseFormatOptionParam | None
    """The form that the answer must take."""


class CreateThreadAndRunRequestParam(TypedDict, total=False):
    """The thread to start, which assistant to run on it, and what to do differently
    this time."""

    assistant_id: Required[str]
    """The assistant to run."""

    thread: CreateThreadRequestParam
    """How a new thread begins. All of it may be left out."""

    model: str | AssistantSupportedModels | None
    """A model to use instead of the assistant's."""

    instructions: str | None
    """Instructions to use instead of the assistant's."""

    tools: Sequence[AssistantToolParam] | None
    """Tools to use instead of the assistant's. At most 20 items."""

    tool_resources: ToolResources | ToolResourcesParam | None
    """The files and vector stores that tools may read, sorted by tool."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied answers. At least 0, at
    most 2. Default: `1`."""

    top_p: float | None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. At least 0, at most 1. Default: `1`."""

    stream: bool | None
    """Whether the answer is a stream of events that ends with the run."""

    max_prompt_tokens: int | None
    """How many tokens the run may read. A run that needs more ends as `incomplete`. At
    least 256."""

    max_completion_tokens: int | None
    """How many tokens the run may write. A run that needs more ends as `incomplete`. At
    least 256."""

    truncation_strategy: TruncationObject | TruncationObjectParam | None
    """How much of the thread the model reads."""

    tool_choice: AssistantsApiToolChoiceOptionParam | None
    """Whether the model uses tools."""

    parallel_tool_calls: ParallelToolCalls
    """Whether the model may call several tools at once. Default: `True`."""

    response_format: AssistantsApiResponseFormatOptionParam | None
    """The form that the answer must take."""


class CreateThreadRequestParam(TypedDict, total=False):
    """How a new thread begins. All of it may be left out."""

    messages: Sequence[CreateMessageRequestParam]
    """The first messages, oldest first."""

    tool_resources: CreateToolResourcesParam | None
    """The files and vector stores that tools may read, sorted by tool."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""


class CreateToolResourcesFileSearchParam(TypedDict, total=False):
    """What the file search tool may read."""

    vector_store_ids: Sequence[str]
    """The existing vector store to search. At most 1 item."""

    vector_stores: Sequence[ToolVectorStoreParam]
    """A vector store that the server creates from files and attaches. At most 1
    item."""


class CreateToolResourcesParam(TypedDict, total=False):
    """The files and vector stores that tools may read, sorted by tool.

    For file search, name an existing vector store or describe a new one; a request that
    does both is refused."""

    code_interpreter: CodeInterpreterResources | CodeInterpreterResourcesParam
    """What programs in the sandbox may read."""

    file_search: CreateToolResourcesFileSearchParam
    """What the file search tool may read."""


class FileSearchRankingOptionsParam(TypedDict, total=False):
    """How search results are ordered, and which are too weak to be used."""

    ranker: FileSearchRanker
    """The algorithm that scores search results. `auto` is chosen when none is given."""

    score_threshold: Required[float]
    """Results that score lower are left out. 0 keeps everything. At least 0, at
    most 1."""


class FunctionObjectParam(TypedDict, total=False):
    """A function of your own, as the model gets to know it."""

    description: str
    """What the function does, so that the model knows when to call it."""

    name: Required[str]
    """The function's name, of up to 64 letters, digits, underscores and hyphens."""

    parameters: FunctionParametersParam
    """The parameters of a function, as a JSON Schema of an object. Without it the
    function has none."""

    strict: bool | None
    """Whether the arguments follow `parameters` to the letter. The schema may then use
    a part of JSON Schema only. Default: `False`."""


class MessageAttachmentParam(TypedDict):
    """A file given along with a message."""

    file_id: str
    """The file."""

    tools: Sequence[MessageAttachmentToolParam]
    """The tools that may read the file."""


MessageAttachmentToolParam: TypeAlias = """
    AssistantToolsCode
    | AssistantToolsCodeParam
    | AssistantToolsFileSearchTypeOnly
    | AssistantToolsFileSearchTypeOnlyParam
"""


class MessageContentImageFileObjectImageFileParam(TypedDict, total=False):
    """The image."""

    file_id: Required[str]
    """The id of the image's file. Files that you upload for this need the purpose
    `vision`."""

    detail: MessageImageDetail
    """How closely the model looks at an image. `low` costs fewer tokens, `high` shows
    more. Default: `"auto"`."""


class MessageContentImageFileObjectParam(TypedDict):
    """A part of a message that shows an uploaded image."""

    type: Literal["image_file"]
    """The kind of part, always `image_file`."""

    image_file: (
        MessageContentImageFileObjectImageFile
        | MessageContentImageFileObjectImageFileParam
    )
    """The image."""


class MessageContentImageUrlObjectImageUrlParam(TypedDict, total=False):
    """The image."""

    url: Required[str]
    """Where the image is; a JPEG, PNG, GIF or WebP."""

    detail: MessageImageDetail
    """How closely the model looks at an image. `low` costs fewer tokens, `high` shows
    more. Default: `"auto"`."""


class MessageContentImageUrlObjectParam(TypedDict):
    """A part of a message that shows an image from elsewhere."""

    type: Literal["image_url"]
    """The kind of part, always `image_url`."""

    image_url: (
        MessageContentImageUrlObjectImageUrl | MessageContentImageUrlObjectImageUrlParam
    )
    """The image."""


class MessageRequestContentTextObjectParam(TypedDict):
    """A part of a new message that is text."""

    type: Literal["text"]
    """The kind of part, always `text`."""

    text: str
    """The text."""


class ModifyAssistantRequestParam(TypedDict, total=False):
    """What to replace; anything left out stays as it is."""

    model: str | AssistantSupportedModels
    """The model that the assistant uses."""

    name: str | None
    """The assistant's name. At most 256 characters."""

    description: str | None
    """What the assistant is for. At most 512 characters."""

    instructions: str | None
    """How the assistant should behave. Servers of version 1 take up to 32,768
    characters. At most 256000 characters."""

    reasoning_effort: ReasoningEffort | None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""

    tools: Sequence[AssistantToolParam]
    """The tools that the assistant may use. At most 128 items."""

    tool_resources: ToolResources | ToolResourcesParam | None
    """The files and vector stores that tools may read, sorted by tool."""

    file_ids: Sequence[str]
    """The files that the assistant may use (version 1 of the API). At most 20 items."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied answers. At least 0, at
    most 2. Default: `1`."""

    top_p: float | None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. At least 0, at most 1. Default: `1`."""

    response_format: AssistantsApiResponseFormatOptionParam | None
    """The form that answers must take."""


class ModifyMessageRequestParam(TypedDict, total=False):
    """What to replace in a message."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""


class ModifyRunRequestParam(TypedDict, total=False):
    """What to replace in a run."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""


class ModifyThreadRequestParam(TypedDict, total=False):
    """What to replace; anything left out stays as it is."""

    tool_resources: ToolResources | ToolResourcesParam | None
    """The files and vector stores that tools may read, sorted by tool."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""


class ResponseFormatJsonObjectParam(TypedDict):
    """Makes the model write a JSON object of any shape."""

    type: Literal["json_object"]
    """The kind of form, always `json_object`."""


class ResponseFormatJsonSchemaJsonSchemaParam(TypedDict, total=False):
    """The schema, with a name."""

    description: str
    """What the form is for, so that the model knows how to fill it."""

    name: Required[str]
    """A name for the form, of up to 64 letters, digits, underscores and hyphens."""

    schema: ResponseFormatJsonSchemaSchemaParam
    """The JSON Schema that the answer follows."""

    strict: bool | None
    """Whether the answer follows the schema to the letter. The schema may then use a
    part of JSON Schema only. Default: `False`."""


class ResponseFormatJsonSchemaParam(TypedDict):
    """Makes the model write JSON that follows a schema."""

    type: Literal["json_schema"]
    """The kind of form, always `json_schema`."""

    json_schema: (
        ResponseFormatJsonSchemaJsonSchema | ResponseFormatJsonSchemaJsonSchemaParam
    )
    """The schema, with a name."""


ResponseFormatJsonSchemaSchemaParam: TypeAlias = "Mapping[str, object]"
"""The JSON Schema that the answer follows."""


class ResponseFormatTextParam(TypedDict):
    """Lets the model write any text."""

    type: Literal["text"]
    """The kind of form, always `text`."""


class SubmitToolOutputsRunRequestParam(TypedDict, total=False):
    """What your functions returned."""

    tool_outputs: Required[Sequence[SubmitToolOutputsRunRequestToolOutputParam]]
    """One result for each call that the run waits for."""

    stream: bool | None
    """Whether the answer is a stream of events that ends with the run."""


class SubmitToolOutputsRunRequestToolOutputParam(TypedDict, total=False):
    tool_call_id: str
    """The id of the call, as the run's required action gives it."""

    output: str
    """What the function returned, as text."""


class ToolResourcesFileSearchParam(TypedDict, total=False):
    """What the file search tool may read."""

    vector_store_ids: Sequence[str]
    """The vector store to search. At most 1 item."""


class ToolResourcesParam(TypedDict, total=False):
    """The files and vector stores that tools may read, sorted by tool."""

    code_interpreter: CodeInterpreterResources | CodeInterpreterResourcesParam
    """What programs in the sandbox may read."""

    file_search: ToolResourcesFileSearch | ToolResourcesFileSearchParam
    """What the file search tool may read."""


ToolVectorStoreChunkingStrategyParam: TypeAlias = """
    ChunkingStrategyAutoParam
    | ChunkingStrategyStaticParam
"""
"""How files are cut into pieces before they are indexed. The default is `auto`."""


class ToolVectorStoreParam(TypedDict, total=False):
    """A vector store to create together with the object that uses it."""

    file_ids: Sequence[str]
    """The files to put into the store. At most 100000000 items."""

    chunking_strategy: ToolVectorStoreChunkingStrategyParam
    """How files are cut into pieces before they are indexed. The default is `auto`."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""


class TruncationObjectParam(TypedDict, total=False):
    """How much of a long thread the model reads."""

    type: Required[Literal["auto", "last_messages"]]
    """`auto` drops messages from the middle of the thread until it fits into the
    model's context; `last_messages` keeps the newest ones only."""

    last_messages: int | None
    """How many of the newest messages to keep when `type` is `last_messages`. At least
    1."""
