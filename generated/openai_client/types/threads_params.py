"""Parameters of threads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .assistants import AssistantSupportedModels, AssistantToolsCode, ToolResources
    from .assistants_params import (
        AssistantsApiResponseFormatOptionParam,
        AssistantToolParam,
        AssistantToolsCodeParam,
        CreateToolResourcesParam,
        ToolResourcesParam,
    )
    from .chat import ParallelToolCalls, ReasoningEffort
    from .chat_params import MetadataParam
    from .threads import (
        AssistantsNamedToolChoice,
        AssistantsNamedToolChoiceFunction,
        AssistantToolsFileSearchTypeOnly,
        MessageAttachment,
        MessageContentImageFileObject,
        MessageContentImageFileObjectImageFile,
        MessageContentImageUrlObject,
        MessageContentImageUrlObjectImageUrl,
        MessageImageDetail,
        TruncationObject,
    )


class AssistantToolsFileSearchTypeOnlyParam(TypedDict):
    """Names the file search tool where its settings cannot be given."""

    type: Literal["file_search"]
    """Names the kind of tool; here always `file_search`."""


AssistantsApiToolChoiceOptionParam: TypeAlias = """
    Literal["none", "auto", "required"]
    | AssistantsNamedToolChoice
    | AssistantsNamedToolChoiceParam
"""
"""Whether the model uses tools.

`none` forbids it, `auto` leaves the choice to the model, `required` makes it use at
least one. An object names the one tool that must be used.
"""


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
    """Files for tools that read files (version 1 of the API).

    At least 1 items, at most 10 items."""

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
    and cheaper answers.

    Default: `"medium"`."""

    instructions: str | None
    """Instructions to use instead of the assistant's."""

    additional_instructions: str | None
    """Instructions to add to the others, for this run only."""

    additional_messages: Sequence[CreateMessageRequestParam] | None
    """Messages to add to the thread before the run starts."""

    tools: Sequence[AssistantToolParam] | None
    """Tools to use instead of the assistant's.

    At most 20 items."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied answers.

    At least 0, at most 2. Default: `1`."""

    top_p: float | None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability.

    At least 0, at most 1. Default: `1`."""

    stream: bool | None
    """Whether the answer is a stream of events that ends with the run."""

    max_prompt_tokens: int | None
    """How many tokens the run may read. A run that needs more ends as `incomplete`.

    At least 256."""

    max_completion_tokens: int | None
    """How many tokens the run may write. A run that needs more ends as `incomplete`.

    At least 256."""

    truncation_strategy: TruncationObject | TruncationObjectParam | None
    """How much of the thread the model reads."""

    tool_choice: AssistantsApiToolChoiceOptionParam | None
    """Whether the model uses tools."""

    parallel_tool_calls: ParallelToolCalls
    """Whether the model may call several tools at once.

    Default: `True`."""

    response_format: AssistantsApiResponseFormatOptionParam | None
    """The form that the answer must take."""


class CreateThreadAndRunRequestParam(TypedDict, total=False):
    """The thread to start, which assistant to run on it, and what to do differently
    this time.
    """

    assistant_id: Required[str]
    """The assistant to run."""

    thread: CreateThreadRequestParam
    """How a new thread begins. All of it may be left out."""

    model: str | AssistantSupportedModels | None
    """A model to use instead of the assistant's."""

    instructions: str | None
    """Instructions to use instead of the assistant's."""

    tools: Sequence[AssistantToolParam] | None
    """Tools to use instead of the assistant's.

    At most 20 items."""

    tool_resources: ToolResources | ToolResourcesParam | None
    """The files and vector stores that tools may read, sorted by tool."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied answers.

    At least 0, at most 2. Default: `1`."""

    top_p: float | None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability.

    At least 0, at most 1. Default: `1`."""

    stream: bool | None
    """Whether the answer is a stream of events that ends with the run."""

    max_prompt_tokens: int | None
    """How many tokens the run may read. A run that needs more ends as `incomplete`.

    At least 256."""

    max_completion_tokens: int | None
    """How many tokens the run may write. A run that needs more ends as `incomplete`.

    At least 256."""

    truncation_strategy: TruncationObject | TruncationObjectParam | None
    """How much of the thread the model reads."""

    tool_choice: AssistantsApiToolChoiceOptionParam | None
    """Whether the model uses tools."""

    parallel_tool_calls: ParallelToolCalls
    """Whether the model may call several tools at once.

    Default: `True`."""

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
    more.

    Default: `"auto"`."""


class MessageContentImageFileObjectParam(TypedDict):
    """A part of a message that shows an uploaded image."""

    type: Literal["image_file"]
    """Names the kind of part; here always `image_file`."""

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
    more.

    Default: `"auto"`."""


class MessageContentImageUrlObjectParam(TypedDict):
    """A part of a message that shows an image from elsewhere."""

    type: Literal["image_url"]
    """Names the kind of part; here always `image_url`."""

    image_url: (
        MessageContentImageUrlObjectImageUrl | MessageContentImageUrlObjectImageUrlParam
    )
    """The image."""


class MessageRequestContentTextObjectParam(TypedDict):
    """A part of a new message that is text."""

    type: Literal["text"]
    """Names the kind of part; here always `text`."""

    text: str
    """The text."""


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


class TruncationObjectParam(TypedDict, total=False):
    """How much of a long thread the model reads."""

    type: Required[Literal["auto", "last_messages"]]
    """`auto` drops messages from the middle of the thread until it fits into the
    model's context; `last_messages` keeps the newest ones only."""

    last_messages: int | None
    """How many of the newest messages to keep when `type` is `last_messages`.

    At least 1."""
