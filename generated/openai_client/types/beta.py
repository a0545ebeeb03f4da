"""Types of beta."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .answers import Error
    from .chat import FunctionParameters, Metadata


class AssistantFileObject(BaseModel):
    """Says that an assistant may use a file (version 1 of the API)."""

    id: str
    """The file's id."""

    object: Literal["assistant.file"]
    """The kind of object, always `assistant.file`."""

    created_at: int
    """When the file was tied to the assistant, as a Unix time in seconds."""

    assistant_id: str
    """The assistant."""


class AssistantObject(BaseModel):
    """A model with instructions, tools and files of its own."""

    id: str
    """The assistant's id."""

    object: Literal["assistant"]
    """The kind of object, always `assistant`."""

    created_at: int
    """When the assistant was created, as a Unix time in seconds."""

    name: str | None
    """The assistant's name. At most 256 characters."""

    description: str | None
    """What the assistant is for. At most 512 characters."""

    model: str
    """The model that the assistant uses."""

    instructions: str | None
    """How the assistant should behave. Servers of version 1 take up to 32,768
    characters. At most 256000 characters."""

    tools: list[AssistantTool]
    """The tools that the assistant may use. At most 128 items."""

    file_ids: list[str]
    """The files that the assistant may use, oldest first (version 1 of the API). At
    most 20 items."""

    metadata: Metadata | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    tool_resources: ToolResources | None = None
    """The files and vector stores that tools may read, sorted by tool."""

    temperature: float | None = None
    """The sampling temperature. Higher values give more varied answers. At least 0, at
    most 2. Default: `1`."""

    top_p: float | None = None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. At least 0, at most 1. Default: `1`."""

    response_format: AssistantsApiResponseFormatOption | None = None
    """The form that answers must take."""


AssistantStreamEvent: TypeAlias = """
    ThreadStreamEvent
    | RunStreamEvent
    | RunStepStreamEvent
    | RunStepDeltaStreamEvent
    | MessageStreamEvent
    | MessageDeltaStreamEvent
    | ErrorEvent
    | DoneEvent
"""
"""What a run sends while it streams.

The field `event` of the event stream tells what happened, and its `data` holds the
object as it is now, or the piece that was added to it. The stream ends with the event
`done`."""


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
"""Models known to work with assistants. Other model names are sent to the server as
they are."""


AssistantTool: TypeAlias = """
    AssistantToolsCode
    | AssistantToolsRetrieval
    | AssistantToolsFileSearch
    | AssistantToolsFunction
"""
"""A tool that an assistant may use while it answers."""


class AssistantToolsCode(BaseModel):
    """Lets the model write Python programs and run them in a sandbox."""

    type: Literal["code_interpreter"]
    """The kind of tool, always `code_interpreter`."""


class AssistantToolsFileSearch(BaseModel):
    """Lets the model search the vector stores that are listed in `tool_resources`."""

    type: Literal["file_search"]
    """The kind of tool, always `file_search`."""

    file_search: AssistantToolsFileSearchFileSearch | None = None
    """Settings of the search."""


class AssistantToolsFileSearchFileSearch(BaseModel):
    """Settings of the search."""

    max_num_results: int | None = None
    """How many results one search may return at most. At least 1, at most 50."""

    ranking_options: FileSearchRankingOptions | None = None
    """How search results are ordered, and which are too weak to be used."""


class AssistantToolsFileSearchTypeOnly(BaseModel):
    """Names the file search tool where its settings cannot be given."""

    type: Literal["file_search"]
    """The kind of tool, always `file_search`."""


class AssistantToolsFunction(BaseModel):
    """A function of your own that the model may ask you to call."""

    type: Literal["function"]
    """The kind of tool, always `function`."""

    function: FunctionObject
    """A function of your own, as the model gets to know it."""


class AssistantToolsRetrieval(BaseModel):
    """Lets the model look things up in attached files. Version 2 of the API replaced it
    by `file_search`."""

    type: Literal["retrieval"]
    """The kind of tool, always `retrieval`."""


AssistantsApiResponseFormatOption: TypeAlias = """
    Literal["auto"]
    | ResponseFormatText
    | ResponseFormatJsonObject
    | ResponseFormatJsonSchema
"""
"""The form that the model's answers must take.

`auto` leaves it open. The object forms ask for plain text, for any JSON object, or for
JSON that follows a schema. When you ask for a JSON object without a schema, also say so
in the instructions: the model may otherwise produce white space until it runs out of
tokens."""


AssistantsApiToolChoiceOption: TypeAlias = """
    Literal["none", "auto", "required"]
    | AssistantsNamedToolChoice
"""
"""Whether the model uses tools.

`none` forbids it, `auto` leaves the choice to the model, `required` makes it use at
least one. An object names the one tool that must be used."""


class AssistantsNamedToolChoice(BaseModel):
    """The one tool that the model must use."""

    type: Literal["function", "code_interpreter", "file_search"]
    """The kind of tool."""

    function: AssistantsNamedToolChoiceFunction | None = None
    """The function to call. Needed when `type` is `function`."""


class AssistantsNamedToolChoiceFunction(BaseModel):
    """The function to call. Needed when `type` is `function`."""

    name: str
    """The function's name."""


class CodeInterpreterResources(BaseModel):
    """What programs in the sandbox may read."""

    file_ids: list[str] | None = None
    """Files that are copied into the sandbox. At most 20 items."""


class DeleteAssistantFileResponse(BaseModel):
    """Whether a file was detached from an assistant."""

    id: str
    """The file's id."""

    deleted: bool
    """Whether the file was detached."""

    object: Literal["assistant.file.deleted"]
    """The kind of object, always `assistant.file.deleted`."""


class DeleteAssistantResponse(BaseModel):
    """Whether an assistant was deleted."""

    id: str
    """The id that the assistant had."""

    deleted: bool
    """Whether the assistant was deleted."""

    object: Literal["assistant.deleted"]
    """The kind of object, always `assistant.deleted`."""


class DeleteMessageResponse(BaseModel):
    """Whether a message was deleted."""

    id: str
    """The id that the message had."""

    deleted: bool
    """Whether the message was deleted."""

    object: Literal["thread.message.deleted"]
    """The kind of object, always `thread.message.deleted`."""


class DeleteThreadResponse(BaseModel):
    """Whether a thread was deleted."""

    id: str
    """The id that the thread had."""

    deleted: bool
    """Whether the thread was deleted."""

    object: Literal["thread.deleted"]
    """The kind of object, always `thread.deleted`."""


class DoneEvent(BaseModel):
    """The stream has ended."""

    event: Literal["done"]
    """What happened."""

    data: Literal["[DONE]"]
    """Says that nothing follows, always `[DONE]`."""


class ErrorEvent(BaseModel):
    """Something went wrong, and the stream ends early."""

    event: Literal["error"]
    """What happened."""

    data: Error
    """What went wrong."""


FileSearchRanker: TypeAlias = Literal["auto", "default_2024_08_21"]
"""The algorithm that scores search results. `auto` is chosen when none is given."""


class FileSearchRankingOptions(BaseModel):
    """How search results are ordered, and which are too weak to be used."""

    score_threshold: float
    """Results that score lower are left out. 0 keeps everything. At least 0, at
    most 1."""

    ranker: FileSearchRanker | None = None
    """The algorithm that scores search results. `auto` is chosen when none is given."""


class FunctionObject(BaseModel):
    """A function of your own, as the model gets to know it."""

    name: str
    """The function's name, of up to 64 letters, digits, underscores and hyphens."""

    description: str | None = None
    """What the function does, so that the model knows when to call it."""

    parameters: FunctionParameters | None = None
    """The parameters of a function, as a JSON Schema of an object. Without it the
    function has none."""

    strict: bool | None = None
    """Whether the arguments follow `parameters` to the letter. The schema may then use
    a part of JSON Schema only. Default: `False`."""


class ListAssistantFilesResponse(BaseModel):
    """Some of an assistant's files."""

    object: str
    """The kind of object, always `list`."""

    data: list[AssistantFileObject]
    """The assistant files."""

    first_id: str
    """The id of the first assistant file on this page."""

    last_id: str
    """The id of the last assistant file on this page; pass it as `after` to get the
    next page."""

    has_more: bool
    """Whether there is another page."""


class ListAssistantsResponse(BaseModel):
    """Some of your assistants."""

    object: str
    """The kind of object, always `list`."""

    data: list[AssistantObject]
    """The assistants."""

    first_id: str
    """The id of the first assistant on this page."""

    last_id: str
    """The id of the last assistant on this page; pass it as `after` to get the next
    page."""

    has_more: bool
    """Whether there is another page."""


class ListMessageFilesResponse(BaseModel):
    """Some of a message's files."""

    object: str
    """The kind of object, always `list`."""

    data: list[MessageFileObject]
    """The message files."""

    items: list[Any]
    """Promised by the API's first description, but of no use. Read `data`."""

    first_id: str
    """The id of the first message file on this page."""

    last_id: str
    """The id of the last message file on this page; pass it as `after` to get the next
    page."""

    has_more: bool
    """Whether there is another page."""


class ListMessagesResponse(BaseModel):
    """Some of a thread's messages."""

    object: str
    """The kind of object, always `list`."""

    data: list[MessageObject]
    """The messages."""

    first_id: str
    """The id of the first message on this page."""

    last_id: str
    """The id of the last message on this page; pass it as `after` to get the next
    page."""

    has_more: bool
    """Whether there is another page."""


class ListRunStepsResponse(BaseModel):
    """Some of a run's steps."""

    object: str
    """The kind of object, always `list`."""

    data: list[RunStepObject]
    """The run steps."""

    first_id: str
    """The id of the first step on this page."""

    last_id: str
    """The id of the last step on this page; pass it as `after` to get the next page."""

    has_more: bool
    """Whether there is another page."""


class ListRunsResponse(BaseModel):
    """Some of a thread's runs."""

    object: str
    """The kind of object, always `list`."""

    data: list[RunObject]
    """The runs."""

    first_id: str
    """The id of the first run on this page."""

    last_id: str
    """The id of the last run on this page; pass it as `after` to get the next page."""

    has_more: bool
    """Whether there is another page."""


class MessageAttachment(BaseModel):
    """A file given along with a message."""

    file_id: str
    """The file."""

    tools: list[MessageAttachmentTool]
    """The tools that may read the file."""


MessageAttachmentTool: TypeAlias = """
    AssistantToolsCode
    | AssistantToolsFileSearchTypeOnly
"""


class MessageContentImageFileObject(BaseModel):
    """A part of a message that shows an uploaded image."""

    type: Literal["image_file"]
    """The kind of part, always `image_file`."""

    image_file: MessageContentImageFileObjectImageFile
    """The image."""


class MessageContentImageFileObjectImageFile(BaseModel):
    """The image."""

    file_id: str
    """The id of the image's file. Files that you upload for this need the purpose
    `vision`."""

    detail: MessageImageDetail | None = None
    """How closely the model looks at an image. `low` costs fewer tokens, `high` shows
    more. Default: `"auto"`."""


class MessageContentImageUrlObject(BaseModel):
    """A part of a message that shows an image from elsewhere."""

    type: Literal["image_url"]
    """The kind of part, always `image_url`."""

    image_url: MessageContentImageUrlObjectImageUrl
    """The image."""


class MessageContentImageUrlObjectImageUrl(BaseModel):
    """The image."""

    url: str
    """Where the image is; a JPEG, PNG, GIF or WebP."""

    detail: MessageImageDetail | None = None
    """How closely the model looks at an image. `low` costs fewer tokens, `high` shows
    more. Default: `"auto"`."""


class MessageContentRefusalObject(BaseModel):
    """A part of a message in which the assistant declines to answer."""

    type: Literal["refusal"]
    """The kind of part, always `refusal`."""

    refusal: str
    """What the assistant says."""


class MessageContentTextAnnotationsFileCitationObject(BaseModel):
    """Says that a passage is taken from a file that the assistant has read."""

    type: Literal["file_citation"]
    """The kind of annotation, always `file_citation`."""

    text: str
    """The mark in the text that stands for the citation."""

    file_citation: MessageContentTextFileCitationObjectFileCitation
    """What is cited."""

    start_index: int
    """Where the mark begins in the text. At least 0."""

    end_index: int
    """Where the mark ends in the text. At least 0."""


class MessageContentTextAnnotationsFilePathObject(BaseModel):
    """Says that a passage names a file which the assistant has made."""

    type: Literal["file_path"]
    """The kind of annotation, always `file_path`."""

    text: str
    """The path in the text, to be replaced by a link of yours."""

    file_path: MessageContentTextAnnotationsFilePathObjectFilePath
    """The file that the path stands for."""

    start_index: int
    """Where the path begins in the text. At least 0."""

    end_index: int
    """Where the path ends in the text. At least 0."""


class MessageContentTextAnnotationsFilePathObjectFilePath(BaseModel):
    """The file that the path stands for."""

    file_id: str
    """The file's id."""


class MessageContentTextFileCitationObjectFileCitation(BaseModel):
    """What is cited."""

    file_id: str
    """The file."""

    quote: str | None = None
    """The words cited (version 1 of the API)."""


class MessageContentTextObject(BaseModel):
    """A part of a message that is text."""

    type: Literal["text"]
    """The kind of part, always `text`."""

    text: MessageContentTextObjectText
    """The text and its annotations."""


class MessageContentTextObjectText(BaseModel):
    """The text and its annotations."""

    value: str
    """The text itself."""

    annotations: list[MessageContentTextObjectTextAnnotation]
    """What passages of the text refer to."""


MessageContentTextObjectTextAnnotation: TypeAlias = """
    MessageContentTextAnnotationsFileCitationObject
    | MessageContentTextAnnotationsFilePathObject
"""


class MessageDeltaContentImageFileObject(BaseModel):
    """An addition to a part that shows an uploaded image."""

    index: int
    """Which part of the message it belongs to."""

    type: Literal["image_file"]
    """The kind of part, always `image_file`."""

    image_file: MessageDeltaContentImageFileObjectImageFile | None = None
    """The image."""


class MessageDeltaContentImageFileObjectImageFile(BaseModel):
    """The image."""

    file_id: str | None = None
    """The id of the image's file."""

    detail: MessageImageDetail | None = None
    """How closely the model looks at an image. `low` costs fewer tokens, `high` shows
    more. Default: `"auto"`."""


class MessageDeltaContentImageUrlObject(BaseModel):
    """An addition to a part that shows an image from elsewhere."""

    index: int
    """Which part of the message it belongs to."""

    type: Literal["image_url"]
    """The kind of part, always `image_url`."""

    image_url: MessageDeltaContentImageUrlObjectImageUrl | None = None
    """The image."""


class MessageDeltaContentImageUrlObjectImageUrl(BaseModel):
    """The image."""

    url: str | None = None
    """Where the image is."""

    detail: MessageImageDetail | None = None
    """How closely the model looks at an image. `low` costs fewer tokens, `high` shows
    more. Default: `"auto"`."""


class MessageDeltaContentRefusalObject(BaseModel):
    """An addition to a part in which the assistant declines to answer."""

    index: int
    """Which part of the message it belongs to."""

    type: Literal["refusal"]
    """The kind of part, always `refusal`."""

    refusal: str | None = None
    """Text to append."""


class MessageDeltaContentTextAnnotationsFileCitationObject(BaseModel):
    """An addition to an annotation that cites a file."""

    index: int
    """Which annotation of the part it belongs to."""

    type: Literal["file_citation"]
    """The kind of annotation, always `file_citation`."""

    text: str | None = None
    """The mark in the text that stands for the citation."""

    file_citation: MessageDeltaContentTextFileCitationObjectFileCitation | None = None
    """What is cited."""

    start_index: int | None = None
    """Where the mark begins in the text. At least 0."""

    end_index: int | None = None
    """Where the mark ends in the text. At least 0."""


class MessageDeltaContentTextAnnotationsFilePathObject(BaseModel):
    """An addition to an annotation that names a file which the assistant has made."""

    index: int
    """Which annotation of the part it belongs to."""

    type: Literal["file_path"]
    """The kind of annotation, always `file_path`."""

    text: str | None = None
    """The path in the text."""

    file_path: MessageDeltaContentTextAnnotationsFilePathObjectFilePath | None = None
    """The file that the path stands for."""

    start_index: int | None = None
    """Where the path begins in the text. At least 0."""

    end_index: int | None = None
    """Where the path ends in the text. At least 0."""


class MessageDeltaContentTextAnnotationsFilePathObjectFilePath(BaseModel):
    """The file that the path stands for."""

    file_id: str | None = None
    """The file's id."""


class MessageDeltaContentTextFileCitationObjectFileCitation(BaseModel):
    """What is cited."""

    file_id: str | None = None
    """The file."""

    quote: str | None = None
    """The words cited."""


class MessageDeltaContentTextObject(BaseModel):
    """An addition to a part that is text."""

    index: int
    """Which part of the message it belongs to."""

    type: Literal["text"]
    """The kind of part, always `text`."""

    text: MessageDeltaContentTextObjectText | None = None
    """What to add."""


class MessageDeltaContentTextObjectText(BaseModel):
    """What to add."""

    value: str | None = None
    """Text to append."""

    annotations: list[MessageDeltaContentTextObjectTextAnnotation] | None = None
    """Additions to annotations, each with its index."""


MessageDeltaContentTextObjectTextAnnotation: TypeAlias = """
    MessageDeltaContentTextAnnotationsFileCitationObject
    | MessageDeltaContentTextAnnotationsFilePathObject
"""


class MessageDeltaObject(BaseModel):
    """What to add to a message that is being written."""

    id: str
    """The message's id."""

    object: Literal["thread.message.delta"]
    """The kind of object, always `thread.message.delta`."""

    delta: MessageDeltaObjectDelta
    """The piece."""


class MessageDeltaObjectDelta(BaseModel):
    """The piece."""

    role: Literal["user", "assistant"] | None = None
    """Who writes the message."""

    content: list[MessageDeltaObjectDeltaContentItem] | None = None
    """Additions to parts of the message, each with the index of its part."""


MessageDeltaObjectDeltaContentItem: TypeAlias = """
    MessageDeltaContentImageFileObject
    | MessageDeltaContentTextObject
    | MessageDeltaContentRefusalObject
    | MessageDeltaContentImageUrlObject
"""


class MessageDeltaStreamEvent(BaseModel):
    """A piece of a message has arrived."""

    event: Literal["thread.message.delta"]
    """What happened."""

    data: MessageDeltaObject
    """What to add to a message that is being written."""


class MessageFileObject(BaseModel):
    """Says that a file came with a message (version 1 of the API)."""

    id: str
    """The file's id."""

    object: Literal["thread.message.file"]
    """The kind of object, always `thread.message.file`."""

    created_at: int
    """When the file was tied to the message, as a Unix time in seconds."""

    message_id: str
    """The message."""


MessageImageDetail: TypeAlias = Literal["auto", "low", "high"]
"""How closely the model looks at an image. `low` costs fewer tokens, `high` shows
more."""


class MessageObject(BaseModel):
    """Something that a user or an assistant said in a thread."""

    id: str
    """The message's id."""

    object: Literal["thread.message"]
    """The kind of object, always `thread.message`."""

    created_at: int
    """When the message was created, as a Unix time in seconds."""

    thread_id: str
    """The thread that holds the message."""

    role: Literal["user", "assistant"]
    """Who wrote the message."""

    content: list[MessageObjectContentItem]
    """The parts of the message, in order."""

    assistant_id: str | None
    """The assistant that wrote the message; null for a user's message."""

    run_id: str | None
    """The run in which the message was written; null when there was none."""

    file_ids: list[str]
    """Files given along with the message, for tools that read files (version 1 of the
    API). At most 10 items."""

    metadata: Metadata | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    status: Literal["in_progress", "incomplete", "completed"] | None = None
    """How far the message has been written."""

    incomplete_details: MessageObjectIncompleteDetails | None = None
    """Why the message is incomplete, if it is."""

    completed_at: int | None = None
    """When the message was completed, as a Unix time in seconds."""

    incomplete_at: int | None = None
    """When the message was left incomplete, as a Unix time in seconds."""

    attachments: list[MessageAttachment] | None = None
    """Files given along with the message, each with the tools that may read it (version
    2)."""


MessageObjectContentItem: TypeAlias = """
    MessageContentImageFileObject
    | MessageContentImageUrlObject
    | MessageContentTextObject
    | MessageContentRefusalObject
"""


class MessageObjectIncompleteDetails(BaseModel):
    """Why the message is incomplete, if it is."""

    reason: MessageObjectIncompleteDetailsReason
    """The reason."""


MessageObjectIncompleteDetailsReason: TypeAlias = Literal[
    "content_filter", "max_tokens", "run_cancelled", "run_expired", "run_failed"
]
"""The reason."""


class MessageStreamEvent(BaseModel):
    """A message was created or has a new status."""

    event: MessageStreamEventEvent
    """What happened."""

    data: MessageObject
    """Something that a user or an assistant said in a thread."""


MessageStreamEventEvent: TypeAlias = Literal[
    "thread.message.created",
    "thread.message.in_progress",
    "thread.message.completed",
    "thread.message.incomplete",
]
"""What happened."""


ParallelToolCalls: TypeAlias = "bool"
"""Whether the model may call several tools at once."""


ReasoningEffort: TypeAlias = Literal[
    "none", "minimal", "low", "medium", "high", "xhigh", "max"
]
"""How long a reasoning model thinks before it answers. Less effort gives quicker and
cheaper answers.

Not every model knows every level."""


class ResponseFormatJsonObject(BaseModel):
    """Makes the model write a JSON object of any shape."""

    type: Literal["json_object"]
    """The kind of form, always `json_object`."""


class ResponseFormatJsonSchema(BaseModel):
    """Makes the model write JSON that follows a schema."""

    type: Literal["json_schema"]
    """The kind of form, always `json_schema`."""

    json_schema: ResponseFormatJsonSchemaJsonSchema
    """The schema, with a name."""


class ResponseFormatJsonSchemaJsonSchema(BaseModel):
    """The schema, with a name."""

    name: str
    """A name for the form, of up to 64 letters, digits, underscores and hyphens."""

    description: str | None = None
    """What the form is for, so that the model knows how to fill it."""

    schema: ResponseFormatJsonSchemaSchema | None = None
    """The JSON Schema that the answer follows."""

    strict: bool | None = None
    """Whether the answer follows the schema to the letter. The schema may then use a
    part of JSON Schema only. Default: `False`."""


ResponseFormatJsonSchemaSchema: TypeAlias = "dict[str, Any]"
"""The JSON Schema that the answer follows."""


class ResponseFormatText(BaseModel):
    """Lets the model write any text."""

    type: Literal["text"]
    """The kind of form, always `text`."""


class RunCompletionUsage(BaseModel):
    """The tokens that a run has used; null until it has ended."""

    completion_tokens: int
    """Tokens written."""

    prompt_tokens: int
    """Tokens read."""

    total_tokens: int
    """Both together."""


class RunObject(BaseModel):
    """One turn of an assistant on a thread, from its start to its answer."""

    id: str
    """The run's id."""

    object: Literal["thread.run"]
    """The kind of object, always `thread.run`."""

    created_at: int
    """When the run was created, as a Unix time in seconds."""

    thread_id: str
    """The thread that the assistant reads and answers in."""

    assistant_id: str
    """The assistant."""

    status: RunObjectStatus
    """Where the run stands."""

    required_action: RunObjectRequiredAction | None
    """What the run waits for; null when it waits for nothing."""

    last_error: RunObjectLastError | None
    """What went wrong last; null when nothing did."""

    expires_at: int | None
    """When the run will be given up, as a Unix time in seconds; null once it has
    ended."""

    started_at: int | None
    """When the run was started, as a Unix time in seconds."""

    cancelled_at: int | None
    """When the run was cancelled, as a Unix time in seconds."""

    failed_at: int | None
    """When the run failed, as a Unix time in seconds."""

    completed_at: int | None
    """When the run was completed, as a Unix time in seconds."""

    model: str
    """The model that is used."""

    instructions: str
    """The instructions that are used."""

    tools: list[AssistantTool]
    """The tools that may be used. At most 20 items."""

    file_ids: list[str]
    """The assistant's files that may be used (version 1 of the API)."""

    metadata: Metadata | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    usage: RunCompletionUsage | None
    """The tokens that a run has used; null until it has ended."""

    incomplete_details: RunObjectIncompleteDetails | None = None
    """Why the run is incomplete, if it is."""

    temperature: float | None = None
    """The sampling temperature that is used."""

    top_p: float | None = None
    """The share of probability from which tokens are drawn."""

    max_prompt_tokens: int | None = None
    """How many tokens the run may read. At least 256."""

    max_completion_tokens: int | None = None
    """How many tokens the run may write. At least 256."""

    truncation_strategy: TruncationObject | None = None
    """How much of the thread the model reads."""

    tool_choice: AssistantsApiToolChoiceOption | None = None
    """Whether the model uses tools."""

    parallel_tool_calls: ParallelToolCalls | None = None
    """Whether the model may call several tools at once. Default: `True`."""

    response_format: AssistantsApiResponseFormatOption | None = None
    """The form that the answer must take."""


class RunObjectIncompleteDetails(BaseModel):
    """Why the run is incomplete, if it is."""

    reason: Literal["max_completion_tokens", "max_prompt_tokens"] | None = None
    """The limit that was reached."""


class RunObjectLastError(BaseModel):
    """What went wrong last; null when nothing did."""

    code: RunObjectLastErrorCode
    """The kind of error."""

    message: str
    """The error in words."""


RunObjectLastErrorCode: TypeAlias = Literal[
    "server_error", "rate_limit_exceeded", "invalid_prompt"
]
"""The kind of error."""


class RunObjectRequiredAction(BaseModel):
    """What the run waits for; null when it waits for nothing."""

    type: Literal["submit_tool_outputs"]
    """The kind of action; so far always `submit_tool_outputs`."""

    submit_tool_outputs: RunObjectRequiredActionSubmitToolOutputs
    """The calls whose results the run needs."""


class RunObjectRequiredActionSubmitToolOutputs(BaseModel):
    """The calls whose results the run needs."""

    tool_calls: list[RunToolCallObject]
    """The calls to make."""


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
"""Where the run stands.

`queued`, `in_progress` and `cancelling` pass by themselves; `requires_action` waits for
you; all others are final."""


class RunStepCompletionUsage(BaseModel):
    """The tokens that a step has used; null while it is in progress."""

    completion_tokens: int
    """Tokens written."""

    prompt_tokens: int
    """Tokens read."""

    total_tokens: int
    """Both together."""


class RunStepDeltaObject(BaseModel):
    """What to add to a run step that is in progress."""

    id: str
    """The run step's id."""

    object: Literal["thread.run.step.delta"]
    """The kind of object, always `thread.run.step.delta`."""

    delta: RunStepDeltaObjectDelta
    """The piece."""


class RunStepDeltaObjectDelta(BaseModel):
    """The piece."""

    step_details: RunStepDeltaObjectDeltaStepDetails | None = None
    """Additions to the step's details."""


RunStepDeltaObjectDeltaStepDetails: TypeAlias = """
    RunStepDeltaStepDetailsMessageCreationObject
    | RunStepDeltaStepDetailsToolCallsObject
"""
"""Additions to the step's details."""


class RunStepDeltaStepDetailsCallsCodeOutputImageObjectImage(BaseModel):
    """The image."""

    file_id: str | None = None
    """The id of the image's file."""


class RunStepDeltaStepDetailsMessageCreationObject(BaseModel):
    """An addition to a step in which the assistant writes a message."""

    type: Literal["message_creation"]
    """The kind of step, always `message_creation`."""

    message_creation: RunStepDeltaStepMessageCreationObjectMessageCreation | None = None
    """The message."""


class RunStepDeltaStepDetailsToolCallsCodeObject(BaseModel):
    """An addition to a program or to what it produces."""

    index: int
    """Which call of the step it belongs to."""

    type: Literal["code_interpreter"]
    """The kind of tool, always `code_interpreter`."""

    id: str | None = None
    """The call's id."""

    code_interpreter: RunStepDeltaStepToolCallsCodeObjectCodeInterpreter | None = None
    """What to add."""


RunStepDeltaStepDetailsToolCallsCodeObjectOutput: TypeAlias = """
    RunStepDeltaStepDetailsToolCallsCodeOutputLogsObject
    | RunStepDeltaStepDetailsToolCallsCodeOutputImageObject
"""


class RunStepDeltaStepDetailsToolCallsCodeOutputImageObject(BaseModel):
    """An addition to what a program draws."""

    index: int
    """Which output of the call it belongs to."""

    type: Literal["image"]
    """The kind of output, always `image`."""

    image: RunStepDeltaStepDetailsCallsCodeOutputImageObjectImage | None = None
    """The image."""


class RunStepDeltaStepDetailsToolCallsCodeOutputLogsObject(BaseModel):
    """An addition to what a program prints."""

    index: int
    """Which output of the call it belongs to."""

    type: Literal["logs"]
    """The kind of output, always `logs`."""

    logs: str | None = None
    """Text to append."""


class RunStepDeltaStepDetailsToolCallsFileSearchObject(BaseModel):
    """An addition to a search in vector stores."""

    index: int
    """Which call of the step it belongs to."""

    type: Literal["file_search"]
    """The kind of tool, always `file_search`."""

    file_search: dict[str, Any]
    """Always empty so far."""

    id: str | None = None
    """The call's id."""


class RunStepDeltaStepDetailsToolCallsFunctionObject(BaseModel):
    """An addition to a call of one of your functions."""

    index: int
    """Which call of the step it belongs to."""

    type: Literal["function"]
    """The kind of tool, always `function`."""

    id: str | None = None
    """The call's id."""

    function: RunStepDeltaStepDetailsToolCallsFunctionObjectFunction | None = None
    """What to add."""


class RunStepDeltaStepDetailsToolCallsFunctionObjectFunction(BaseModel):
    """What to add."""

    name: str | None = None
    """The function's name."""

    arguments: str | None = None
    """Text to append to the arguments."""

    output: str | None = None
    """What you sent as the call's result; null until you have."""


class RunStepDeltaStepDetailsToolCallsObject(BaseModel):
    """An addition to a step in which the assistant uses tools."""

    type: Literal["tool_calls"]
    """The kind of step, always `tool_calls`."""

    tool_calls: list[RunStepDeltaStepDetailsToolCallsObjectToolCall] | None = None
    """Additions to uses of tools, each with its index."""


RunStepDeltaStepDetailsToolCallsObjectToolCall: TypeAlias = """
    RunStepDeltaStepDetailsToolCallsCodeObject
    | RunStepDeltaStepDetailsToolCallsFileSearchObject
    | RunStepDeltaStepDetailsToolCallsFunctionObject
"""


class RunStepDeltaStepMessageCreationObjectMessageCreation(BaseModel):
    """The message."""

    message_id: str | None = None
    """The message's id."""


class RunStepDeltaStepToolCallsCodeObjectCodeInterpreter(BaseModel):
    """What to add."""

    input: str | None = None
    """Text to append to the program."""

    outputs: list[RunStepDeltaStepDetailsToolCallsCodeObjectOutput] | None = None
    """Additions to outputs, each with its index."""


class RunStepDeltaStreamEvent(BaseModel):
    """A piece of a run step has arrived."""

    event: Literal["thread.run.step.delta"]
    """What happened."""

    data: RunStepDeltaObject
    """What to add to a run step that is in progress."""


class RunStepDetailsMessageCreationObject(BaseModel):
    """The details of a step in which the assistant wrote a message."""

    type: Literal["message_creation"]
    """The kind of step, always `message_creation`."""

    message_creation: RunStepDetailsMessageCreationObjectMessageCreation
    """The message."""


class RunStepDetailsMessageCreationObjectMessageCreation(BaseModel):
    """The message."""

    message_id: str
    """The message's id."""


class RunStepDetailsToolCallsCodeObject(BaseModel):
    """A program that the assistant wrote and ran."""

    id: str
    """The call's id."""

    type: Literal["code_interpreter"]
    """The kind of tool, always `code_interpreter`."""

    code_interpreter: RunStepDetailsToolCallsCodeObjectCodeInterpreter
    """The program and what it produced."""


class RunStepDetailsToolCallsCodeObjectCodeInterpreter(BaseModel):
    """The program and what it produced."""

    input: str
    """The program's text."""

    outputs: list[RunStepDetailsToolCallsCodeObjectCodeInterpreterOutput]
    """What the program printed and drew."""


RunStepDetailsToolCallsCodeObjectCodeInterpreterOutput: TypeAlias = """
    RunStepDetailsToolCallsCodeOutputLogsObject
    | RunStepDetailsToolCallsCodeOutputImageObject
"""


class RunStepDetailsToolCallsCodeOutputImageObject(BaseModel):
    """An image that a program drew."""

    type: Literal["image"]
    """The kind of output, always `image`."""

    image: RunStepDetailsToolCallsCodeOutputImageObjectImage
    """The image."""


class RunStepDetailsToolCallsCodeOutputImageObjectImage(BaseModel):
    """The image."""

    file_id: str
    """The id of the image's file."""


class RunStepDetailsToolCallsCodeOutputLogsObject(BaseModel):
    """Text that a program printed."""

    type: Literal["logs"]
    """The kind of output, always `logs`."""

    logs: str
    """The text."""


class RunStepDetailsToolCallsFileSearchObject(BaseModel):
    """A search in vector stores."""

    id: str
    """The call's id."""

    type: Literal["file_search"]
    """The kind of tool, always `file_search`."""

    file_search: RunStepDetailsToolCallsFileSearchObjectFileSearch
    """How the search was made and what it found."""


class RunStepDetailsToolCallsFileSearchObjectFileSearch(BaseModel):
    """How the search was made and what it found."""

    ranking_options: RunStepDetailsToolCallsFileSearchRankingOptionsObject | None = None
    """How the results of a search were ordered and sifted."""

    results: list[RunStepDetailsToolCallsFileSearchResultObject] | None = None
    """What was found, best first."""


class RunStepDetailsToolCallsFileSearchRankingOptionsObject(BaseModel):
    """How the results of a search were ordered and sifted."""

    ranker: FileSearchRanker
    """The algorithm that scores search results. `auto` is chosen when none is given."""

    score_threshold: float
    """The score below which results were left out. At least 0, at most 1."""


class RunStepDetailsToolCallsFileSearchResultObject(BaseModel):
    """A file that a search has found."""

    file_id: str
    """The file's id."""

    file_name: str
    """The file's name."""

    score: float
    """How well the file fits; 1 is best. At least 0, at most 1."""

    content: list[RunStepDetailsToolCallsFileSearchResultObjectContentItem] | None = (
        None
    )
    """The passages found. Only there when the request asked to include them."""


class RunStepDetailsToolCallsFileSearchResultObjectContentItem(BaseModel):
    type: Literal["text"] | None = None
    """The kind of passage; so far always `text`."""

    text: str | None = None
    """The passage."""


class RunStepDetailsToolCallsFunctionObject(BaseModel):
    """A call of one of your functions."""

    id: str
    """The call's id."""

    type: Literal["function"]
    """The kind of tool, always `function`."""

    function: RunStepDetailsToolCallsFunctionObjectFunction
    """The function that was called."""


class RunStepDetailsToolCallsFunctionObjectFunction(BaseModel):
    """The function that was called."""

    name: str
    """The function's name."""

    arguments: str
    """The arguments, as JSON text."""

    output: str | None
    """What you sent as its result; null until you have."""


class RunStepDetailsToolCallsObject(BaseModel):
    """The details of a step in which the assistant used tools."""

    type: Literal["tool_calls"]
    """The kind of step, always `tool_calls`."""

    tool_calls: list[RunStepDetailsToolCallsObjectToolCall]
    """The uses of tools, in order."""


RunStepDetailsToolCallsObjectToolCall: TypeAlias = """
    RunStepDetailsToolCallsCodeObject
    | RunStepDetailsToolCallsRetrievalObject
    | RunStepDetailsToolCallsFileSearchObject
    | RunStepDetailsToolCallsFunctionObject
"""


class RunStepDetailsToolCallsRetrievalObject(BaseModel):
    """A look into attached files (version 1 of the API)."""

    id: str
    """The call's id."""

    type: Literal["retrieval"]
    """The kind of tool, always `retrieval`."""

    retrieval: dict[str, Any]
    """Always empty so far."""


RunStepIncludeItem: TypeAlias = Literal[
    "step_details.tool_calls[*].file_search.results[*].content"
]


class RunStepObject(BaseModel):
    """One thing that an assistant did in a run, such as writing a message or using
    tools."""

    id: str
    """The run step's id."""

    object: Literal["thread.run.step"]
    """The kind of object, always `thread.run.step`."""

    created_at: int
    """When the step was created, as a Unix time in seconds."""

    assistant_id: str
    """The assistant."""

    thread_id: str
    """The thread."""

    run_id: str
    """The run that the step belongs to."""

    type: Literal["message_creation", "tool_calls"]
    """What the assistant did."""

    status: RunStepObjectStatus
    """Where the step stands."""

    step_details: RunStepObjectStepDetails
    """The message written, or the tools used."""

    last_error: RunStepObjectLastError | None
    """What went wrong last; null when nothing did."""

    expired_at: int | None
    """When the step was given up because its run was, as a Unix time in seconds."""

    cancelled_at: int | None
    """When the step was cancelled, as a Unix time in seconds."""

    failed_at: int | None
    """When the step failed, as a Unix time in seconds."""

    completed_at: int | None
    """When the step was completed, as a Unix time in seconds."""

    metadata: Metadata | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    usage: RunStepCompletionUsage | None
    """The tokens that a step has used; null while it is in progress."""


class RunStepObjectLastError(BaseModel):
    """What went wrong last; null when nothing did."""

    code: Literal["server_error", "rate_limit_exceeded"]
    """The kind of error."""

    message: str
    """The error in words."""


RunStepObjectStatus: TypeAlias = Literal[
    "in_progress", "cancelled", "failed", "completed", "expired"
]
"""Where the step stands."""


RunStepObjectStepDetails: TypeAlias = """
    RunStepDetailsMessageCreationObject
    | RunStepDetailsToolCallsObject
"""
"""The message written, or the tools used."""


class RunStepStreamEvent(BaseModel):
    """A step of the run was created or has a new status."""

    event: RunStepStreamEventEvent
    """What happened."""

    data: RunStepObject
    """One thing that an assistant did in a run, such as writing a message or using
    tools."""


RunStepStreamEventEvent: TypeAlias = Literal[
    "thread.run.step.created",
    "thread.run.step.in_progress",
    "thread.run.step.completed",
    "thread.run.step.failed",
    "thread.run.step.cancelled",
    "thread.run.step.expired",
]
"""What happened."""


class RunStreamEvent(BaseModel):
    """The run has a new status."""

    event: RunStreamEventEvent
    """What happened."""

    data: RunObject
    """One turn of an assistant on a thread, from its start to its answer."""


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
"""What happened."""


class RunToolCallObject(BaseModel):
    """A call that the model wants you to make."""

    id: str
    """The call's id; send it back with the result."""

    type: Literal["function"]
    """The kind of tool; so far always `function`."""

    function: RunToolCallObjectFunction
    """The function to call."""


class RunToolCallObjectFunction(BaseModel):
    """The function to call."""

    name: str
    """The function's name."""

    arguments: str
    """The arguments, as JSON text. The model writes them, so check them before use."""


class ThreadObject(BaseModel):
    """A conversation, to which users and assistants add messages."""

    id: str
    """The thread's id."""

    object: Literal["thread"]
    """The kind of object, always `thread`."""

    created_at: int
    """When the thread was created, as a Unix time in seconds."""

    metadata: Metadata | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    tool_resources: ToolResources | None = None
    """The files and vector stores that tools may read, sorted by tool."""


class ThreadStreamEvent(BaseModel):
    """A thread was created together with its first run."""

    event: Literal["thread.created"]
    """What happened."""

    data: ThreadObject
    """A conversation, to which users and assistants add messages."""


class ToolResources(BaseModel):
    """The files and vector stores that tools may read, sorted by tool."""

    code_interpreter: CodeInterpreterResources | None = None
    """What programs in the sandbox may read."""

    file_search: ToolResourcesFileSearch | None = None
    """What the file search tool may read."""


class ToolResourcesFileSearch(BaseModel):
    """What the file search tool may read."""

    vector_store_ids: list[str] | None = None
    """The vector store to search. At most 1 item."""


class TruncationObject(BaseModel):
    """How much of a long thread the model reads."""

    type: Literal["auto", "last_messages"]
    """`auto` drops messages from the middle of the thread until it fits into the
    model's context; `last_messages` keeps the newest ones only."""

    last_messages: int | None = None
    """How many of the newest messages to keep when `type` is `last_messages`. At least
    1."""


class AsyncListAssistantFilesPage(
    ListAssistantFilesResponse, _runtime.AsyncPage["AssistantFileObject"]
):
    """A page of `ListAssistantFilesResponse`, and the way to the next."""


class AsyncListAssistantsPage(
    ListAssistantsResponse, _runtime.AsyncPage["AssistantObject"]
):
    """A page of `ListAssistantsResponse`, and the way to the next."""


class AsyncListMessageFilesPage(
    ListMessageFilesResponse, _runtime.AsyncPage["MessageFileObject"]
):
    """A page of `ListMessageFilesResponse`, and the way to the next."""


class AsyncListMessagesPage(ListMessagesResponse, _runtime.AsyncPage["MessageObject"]):
    """A page of `ListMessagesResponse`, and the way to the next."""


class AsyncListRunStepsPage(ListRunStepsResponse, _runtime.AsyncPage["RunStepObject"]):
    """A page of `ListRunStepsResponse`, and the way to the next."""


class AsyncListRunsPage(ListRunsResponse, _runtime.AsyncPage["RunObject"]):
    """A page of `ListRunsResponse`, and the way to the next."""


class ListAssistantFilesPage(
    ListAssistantFilesResponse, _runtime.SyncPage["AssistantFileObject"]
):
    """A page of `ListAssistantFilesResponse`, and the way to the next."""


class ListAssistantsPage(ListAssistantsResponse, _runtime.SyncPage["AssistantObject"]):
    """A page of `ListAssistantsResponse`, and the way to the next."""


class ListMessageFilesPage(
    ListMessageFilesResponse, _runtime.SyncPage["MessageFileObject"]
):
    """A page of `ListMessageFilesResponse`, and the way to the next."""


class ListMessagesPage(ListMessagesResponse, _runtime.SyncPage["MessageObject"]):
    """A page of `ListMessagesResponse`, and the way to the next."""


class ListRunStepsPage(ListRunStepsResponse, _runtime.SyncPage["RunStepObject"]):
    """A page of `ListRunStepsResponse`, and the way to the next."""


class ListRunsPage(ListRunsResponse, _runtime.SyncPage["RunObject"]):
    """A page of `ListRunsResponse`, and the way to the next."""
