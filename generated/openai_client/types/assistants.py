"""Types of assistants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .chat import (
        FunctionObject,
        Metadata,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatText,
    )


class AssistantFileObject(BaseModel):
    """Ties a file to an assistant (version 1 of the API)."""

    id: str
    """The file's id."""

    object: Literal["assistant.file"]
    """Names the kind of object; here always `assistant.file`."""

    created_at: int
    """When the file was tied to the assistant, in seconds since 1970 (Unix time)."""

    assistant_id: str
    """The assistant."""


class AssistantObject(BaseModel):
    """A model with instructions, tools and files of its own."""

    id: str
    """The assistant's id."""

    object: Literal["assistant"]
    """Names the kind of object; here always `assistant`."""

    created_at: int
    """When the assistant was created, in seconds since 1970 (Unix time)."""

    name: str | None
    """The assistant's name.

    At most 256 characters."""

    description: str | None
    """What the assistant is for.

    At most 512 characters."""

    model: str
    """The model that the assistant uses."""

    instructions: str | None
    """How the assistant should behave. Servers of version 1 take up to 32,768
    characters.

    At most 256000 characters."""

    tools: list[AssistantTool]
    """The tools that the assistant may use.

    At most 128 items."""

    file_ids: list[str]
    """The files that the assistant may use, oldest first (version 1 of the API).

    At most 20 items."""

    metadata: Metadata | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    tool_resources: ToolResources | None = None
    """The files and vector stores that tools may read, sorted by tool."""

    temperature: float | None = None
    """The sampling temperature. Higher values give more varied answers.

    At least 0, at most 2. Default: `1`."""

    top_p: float | None = None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability.

    At least 0, at most 1. Default: `1`."""

    response_format: AssistantsApiResponseFormatOption | None = None
    """The form that answers must take."""


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
they are.
"""


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
    """Names the kind of tool; here always `code_interpreter`."""


class AssistantToolsFileSearch(BaseModel):
    """Lets the model search the vector stores that are listed in `tool_resources`."""

    type: Literal["file_search"]
    """Names the kind of tool; here always `file_search`."""

    file_search: AssistantToolsFileSearchFileSearch | None = None
    """Settings of the search."""


class AssistantToolsFileSearchFileSearch(BaseModel):
    """Settings of the search."""

    max_num_results: int | None = None
    """How many results one search may return at most.

    At least 1, at most 50."""

    ranking_options: FileSearchRankingOptions | None = None
    """How search results are ordered, and which are too weak to be used."""


class AssistantToolsFunction(BaseModel):
    """A function of your own that the model may ask you to call."""

    type: Literal["function"]
    """Names the kind of tool; here always `function`."""

    function: FunctionObject
    """A function of your own, as the model gets to know it."""


class AssistantToolsRetrieval(BaseModel):
    """Lets the model look things up in attached files. Version 2 of the API replaced it
    by `file_search`.
    """

    type: Literal["retrieval"]
    """Names the kind of tool; here always `retrieval`."""


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
tokens.
"""


class CodeInterpreterResources(BaseModel):
    """What programs in the sandbox may read."""

    file_ids: list[str] | None = None
    """Files that are copied into the sandbox.

    At most 20 items."""


class DeleteAssistantFileResponse(BaseModel):
    """Says whether a file was untied from an assistant."""

    id: str
    """The file's id."""

    deleted: bool
    """Whether the file is untied."""

    object: Literal["assistant.file.deleted"]
    """Names the kind of object; here always `assistant.file.deleted`."""


class DeleteAssistantResponse(BaseModel):
    """Says whether an assistant was deleted."""

    id: str
    """The id that the assistant had."""

    deleted: bool
    """Whether the assistant is gone."""

    object: Literal["assistant.deleted"]
    """Names the kind of object; here always `assistant.deleted`."""


FileSearchRanker: TypeAlias = Literal["auto", "default_2024_08_21"]
"""The algorithm that scores search results. `auto` is chosen when none is given."""


class FileSearchRankingOptions(BaseModel):
    """How search results are ordered, and which are too weak to be used."""

    score_threshold: float
    """Results that score lower are left out. 0 keeps everything.

    At least 0, at most 1."""

    ranker: FileSearchRanker | None = None
    """The algorithm that scores search results. `auto` is chosen when none is given."""


class ListAssistantFilesResponse(BaseModel):
    """Some of an assistant's files."""

    object: str
    """Names the kind of object; here always `list`."""

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
    """Names the kind of object; here always `list`."""

    data: list[AssistantObject]
    """The assistants."""

    first_id: str
    """The id of the first assistant on this page."""

    last_id: str
    """The id of the last assistant on this page; pass it as `after` to get the next
    page."""

    has_more: bool
    """Whether there is another page."""


class ToolResources(BaseModel):
    """The files and vector stores that tools may read, sorted by tool."""

    code_interpreter: CodeInterpreterResources | None = None
    """What programs in the sandbox may read."""

    file_search: ToolResourcesFileSearch | None = None
    """What the file search tool may read."""


class ToolResourcesFileSearch(BaseModel):
    """What the file search tool may read."""

    vector_store_ids: list[str] | None = None
    """The vector store to search.

    At most 1 items."""
