"""Types of chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .beta import FunctionObject
    from .completions import CompletionUsage
    from .moderations import ModerationInputType


class ChatCompletionDeleted(BaseModel):
    """Whether a stored chat completion was deleted."""

    object: Literal["chat.completion.deleted"]
    """The kind of object, always `chat.completion.deleted`."""

    id: str
    """The id that the chat completion had."""

    deleted: bool
    """Whether the chat completion was deleted."""


class ChatCompletionList(BaseModel):
    """Some of the stored chat completions."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    data: list[CreateChatCompletionResponse]
    """The chat completions."""

    first_id: str
    """The id of the first chat completion on this page."""

    last_id: str
    """The id of the last chat completion on this page; pass it as `after` to get the
    next page."""

    has_more: bool
    """Whether there is another page."""


class ChatCompletionMessageCustomToolCall(BaseModel):
    """A call of a custom tool. Run it, and send the result in a tool message."""

    id: str
    """The call's id, to be repeated in the tool message."""

    type: Literal["custom"]
    """The kind of tool, always `custom`."""

    custom: ChatCompletionMessageCustomToolCallCustom
    """What to call."""


class ChatCompletionMessageCustomToolCallCustom(BaseModel):
    """What to call."""

    name: str
    """The tool's name."""

    input: str
    """The text to give to the tool."""


class ChatCompletionMessageList(BaseModel):
    """Some of the messages of a stored chat completion."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    data: list[ChatCompletionStoreMessage]
    """The messages."""

    first_id: str
    """The id of the first message on this page."""

    last_id: str
    """The id of the last message on this page; pass it as `after` to get the next
    page."""

    has_more: bool
    """Whether there is another page."""


class ChatCompletionMessageToolCall(BaseModel):
    """A call of a function. Run it, and send the result in a tool message."""

    id: str
    """The call's id, to be repeated in the tool message."""

    type: Literal["function"]
    """The kind of tool, always `function`."""

    function: ChatCompletionMessageToolCallFunction
    """What to call."""


class ChatCompletionMessageToolCallChunk(BaseModel):
    """What to add to a tool call."""

    index: int
    """Which of the message's tool calls this belongs to, from 0."""

    id: str | None = None
    """The call's id. Only its first piece has it."""

    type: Literal["function"] | None = None
    """The kind of tool, always `function`."""

    function: ChatCompletionMessageToolCallChunkFunction | None = None
    """What to add."""


class ChatCompletionMessageToolCallChunkFunction(BaseModel):
    """What to add."""

    name: str | None = None
    """The function's name. Only the first piece has it."""

    arguments: str | None = None
    """Text to append to the arguments."""


class ChatCompletionMessageToolCallFunction(BaseModel):
    """What to call."""

    name: str
    """The function's name."""

    arguments: str
    """The arguments, as JSON text. Check it before you use it; models make mistakes."""


ChatCompletionMessageToolCalls: TypeAlias = "list[ChatCompletionMessageToolCallsItem]"
"""The tools that the model calls."""


ChatCompletionMessageToolCallsItem: TypeAlias = """
    ChatCompletionMessageToolCall
    | ChatCompletionMessageCustomToolCall
"""


class ChatCompletionModeration(BaseModel):
    """How messages and answer were classified for harmful content."""

    input: ChatCompletionModerationOutcome
    """The results of a classification, or the error that prevented it."""

    output: ChatCompletionModerationOutcome
    """The results of a classification, or the error that prevented it."""


class ChatCompletionModerationError(BaseModel):
    """Why nothing was classified."""

    type: Literal["error"]
    """The kind of outcome, always `error`."""

    code: str
    """A short code for programs to tell errors apart."""

    message: str
    """What went wrong, in words for a person."""


ChatCompletionModerationOutcome: TypeAlias = """
    ChatCompletionModerationResults
    | ChatCompletionModerationError
"""
"""The results of a classification, or the error that prevented it."""


class ChatCompletionModerationResults(BaseModel):
    """What a classification found."""

    type: Literal["moderation_results"]
    """The kind of outcome, always `moderation_results`."""

    model: str
    """The model that classified."""

    results: list[ModerationResultBody]
    """What it found, for each piece of content."""


class ChatCompletionRequestMessageContentPartImage(BaseModel):
    """An image, for models that see."""

    type: Literal["image_url"]
    """The kind of part, always `image_url`."""

    image_url: ChatCompletionRequestMessageContentPartImageImageUrl
    """The image."""

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Ends a part of the prompt that is cached."""


class ChatCompletionRequestMessageContentPartImageImageUrl(BaseModel):
    """The image."""

    url: str
    """Where the image is, or the image itself as a `data:` URL in base64."""

    detail: Literal["auto", "low", "high"] | None = None
    """How closely the model looks. `low` costs fewer tokens, `high` shows more.
    Default: `"auto"`."""


class ChatCompletionRequestMessageContentPartText(BaseModel):
    """A piece of text."""

    type: Literal["text"]
    """The kind of part, always `text`."""

    text: str
    """The text."""

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Ends a part of the prompt that is cached."""


class ChatCompletionResponseMessage(BaseModel):
    """A message that a model wrote."""

    content: str | None
    """The text; null when the model only calls tools, or speaks."""

    role: Literal["assistant"]
    """Says who wrote the message, always `assistant`."""

    refusal: str | None = None
    """How the model refused; null when it did not."""

    tool_calls: ChatCompletionMessageToolCalls | None = None
    """The tools that the model calls."""

    annotations: list[ChatCompletionUrlCitation] | None = None
    """Where statements of the text were found, when the model searched the web."""

    function_call: ChatCompletionResponseMessageFunctionCall | None = None
    """Deprecated. The function that the model calls. Replaced by `tool_calls`."""

    audio: ChatCompletionResponseMessageAudio | None = None
    """What the model says aloud, when `modalities` holds `audio`."""


class ChatCompletionResponseMessageAudio(BaseModel):
    """What the model says aloud, when `modalities` holds `audio`."""

    id: str
    """The id of the audio, to refer to it in a later request."""

    expires_at: int
    """Until when the id can be used, as a Unix time in seconds."""

    data: str
    """The audio in base64, in the format that you asked for."""

    transcript: str
    """The words."""


class ChatCompletionResponseMessageFunctionCall(BaseModel):
    """The function that the model calls. Replaced by `tool_calls`.

    Deprecated."""

    arguments: str
    """The arguments, as JSON text. Check it before you use it; models make mistakes."""

    name: str
    """The function's name."""


class ChatCompletionStoreMessage(BaseModel):
    """A message of a stored chat completion."""

    id: str
    """The message's id."""

    role: ChatCompletionStoreMessageRole
    """Says who wrote the message."""

    content: str | None
    """The text; null when the message has none, or has parts."""

    name: str | None = None
    """The name of the writer, if one was given."""

    content_parts: list[ChatCompletionStoreMessageContentPart] | None = None
    """The parts of the message, when it was sent in parts."""

    refusal: str | None = None
    """How the model refused; null when it did not."""

    tool_calls: ChatCompletionMessageToolCalls | None = None
    """The tools that the model calls."""

    annotations: list[ChatCompletionUrlCitation] | None = None
    """Where statements of the text were found, when the model searched the web."""

    function_call: ChatCompletionStoreMessageFunctionCall | None = None
    """Deprecated. The function that the model called. Replaced by `tool_calls`."""

    audio: ChatCompletionStoreMessageAudio | None = None
    """What the model said aloud."""


class ChatCompletionStoreMessageAudio(BaseModel):
    """What the model said aloud."""

    id: str
    """The id of the audio."""

    expires_at: int
    """Until when the id can be used, as a Unix time in seconds."""

    data: str
    """The audio, in base64."""

    transcript: str
    """The words."""


ChatCompletionStoreMessageContentPart: TypeAlias = """
    ChatCompletionRequestMessageContentPartText
    | ChatCompletionRequestMessageContentPartImage
"""


class ChatCompletionStoreMessageFunctionCall(BaseModel):
    """The function that the model called. Replaced by `tool_calls`.

    Deprecated."""

    arguments: str
    """The arguments, as JSON text."""

    name: str
    """The function's name."""


ChatCompletionStoreMessageRole: TypeAlias = Literal[
    "developer", "system", "user", "assistant", "tool", "function"
]
"""Says who wrote the message."""


class ChatCompletionStreamResponseDelta(BaseModel):
    """What to add to the answer. Pieces of text are to be put together in order."""

    content: str | None = None
    """Text to append."""

    refusal: str | None = None
    """Text to append to the refusal."""

    function_call: ChatCompletionStreamResponseDeltaFunctionCall | None = None
    """Deprecated. What to add to the function call. Replaced by `tool_calls`."""

    tool_calls: list[ChatCompletionMessageToolCallChunk] | None = None
    """What to add to the tool calls."""

    role: ChatCompletionStreamResponseDeltaRole | None = None
    """Says who writes the message. Only the first piece has it."""


class ChatCompletionStreamResponseDeltaFunctionCall(BaseModel):
    """What to add to the function call. Replaced by `tool_calls`.

    Deprecated."""

    arguments: str | None = None
    """Text to append to the arguments."""

    name: str | None = None
    """The function's name."""


ChatCompletionStreamResponseDeltaRole: TypeAlias = Literal[
    "developer", "system", "user", "assistant", "tool"
]
"""Says who writes the message. Only the first piece has it."""


class ChatCompletionTokenLogprob(BaseModel):
    """A token of the answer, how likely it was, and what else was likely in its
    place."""

    token: str
    """The token."""

    logprob: float
    """The token's log probability; -9999 when it is not among the likeliest."""

    bytes_: list[int] | None = _runtime.field(key="bytes")
    """The token's UTF-8 bytes. Where a character takes several tokens, put their bytes
    together to get it. Null when the token has none."""

    top_logprobs: list[ChatCompletionTokenLogprobTopLogprob]
    """The likeliest tokens for this place. There may be fewer than you asked for."""


class ChatCompletionTokenLogprobTopLogprob(BaseModel):
    token: str
    """The token."""

    logprob: float
    """The token's log probability."""

    bytes_: list[int] | None = _runtime.field(key="bytes")
    """The token's UTF-8 bytes; null when it has none."""


class ChatCompletionTool(BaseModel):
    """A function of your own that the model may ask you to call."""

    type: Literal["function"]
    """The kind of tool, always `function`."""

    function: FunctionObject
    """A function of your own, as the model gets to know it."""


class ChatCompletionUrlCitation(BaseModel):
    """Says where a part of the text was found."""

    type: Literal["url_citation"]
    """The kind of annotation, always `url_citation`."""

    url_citation: ChatCompletionUrlCitationUrlCitation
    """The page, and the part of the text that rests on it."""


class ChatCompletionUrlCitationUrlCitation(BaseModel):
    """The page, and the part of the text that rests on it."""

    end_index: int
    """Where the part ends, counted in characters."""

    start_index: int
    """Where the part begins, counted in characters."""

    url: str
    """The address of the page."""

    title: str
    """The title of the page."""


class CreateChatCompletionResponse(BaseModel):
    """A model's answer to a conversation."""

    id: str
    """The chat completion's id."""

    choices: list[CreateChatCompletionResponseChoice]
    """The answers, as many as `n` asked for."""

    created: int
    """When the chat completion was created, as a Unix time in seconds."""

    model: str
    """The model that answered."""

    object: Literal["chat.completion"]
    """The kind of object, always `chat.completion`."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object, each a key and a text."""

    moderation: ChatCompletionModeration | None = None
    """How messages and answer were classified, if you asked for that."""

    service_tier: ServiceTier | None = None
    """How fast the request is handled, and at which price."""

    system_fingerprint: str | None = None
    """Identifies the setup of the server. When it changes, the same `seed` may give
    other answers."""

    usage: CompletionUsage | None = None
    """How many tokens a request took."""


class CreateChatCompletionResponseChoice(BaseModel):
    finish_reason: CreateChatCompletionResponseChoiceFinishReason
    """Why the answer ends: `stop` at its natural end or at one of your stop sequences,
    `length` when it reached the limit on tokens, `tool_calls` when the model calls
    tools, `content_filter` when something was left out, `function_call` when the model
    calls a function of the older kind."""

    index: int
    """The place of this answer among the choices, from 0."""

    message: ChatCompletionResponseMessage
    """A message that a model wrote."""

    logprobs: CreateChatCompletionResponseChoiceLogprobs | None
    """The log probabilities of tokens; null when you did not ask for them."""


CreateChatCompletionResponseChoiceFinishReason: TypeAlias = Literal[
    "stop", "length", "tool_calls", "content_filter", "function_call"
]
"""Why the answer ends: `stop` at its natural end or at one of your stop sequences,
`length` when it reached the limit on tokens, `tool_calls` when the model calls tools,
`content_filter` when something was left out, `function_call` when the model calls a
function of the older kind."""


class CreateChatCompletionResponseChoiceLogprobs(BaseModel):
    """The log probabilities of tokens; null when you did not ask for them."""

    content: list[ChatCompletionTokenLogprob] | None
    """The tokens of the text."""

    refusal: list[ChatCompletionTokenLogprob] | None = None
    """The tokens of the refusal."""


class CreateChatCompletionStreamResponse(BaseModel):
    """A piece of a model's answer, in a stream."""

    id: str
    """The chat completion's id. All chunks of a stream have the same."""

    choices: list[CreateChatCompletionStreamResponseChoice]
    """The pieces of the answers. Empty in a last chunk that carries the token usage."""

    created: int
    """When the chat completion was created, as a Unix time in seconds. The same in all
    chunks."""

    model: str
    """The model that answers."""

    object: Literal["chat.completion.chunk"]
    """The kind of object, always `chat.completion.chunk`."""

    moderation: ChatCompletionModeration | None = None
    """How messages and answer were classified, if you asked for that."""

    obfuscation: str | None = None
    """Random characters that hide how long the piece is. Ignore them."""

    service_tier: ServiceTier | None = None
    """How fast the request is handled, and at which price."""

    system_fingerprint: str | None = None
    """Identifies the setup of the server. When it changes, the same `seed` may give
    other answers."""

    usage: CompletionUsage | None = None
    """How many tokens the request took, in the last chunk if you asked for it; null in
    the others."""


class CreateChatCompletionStreamResponseChoice(BaseModel):
    delta: ChatCompletionStreamResponseDelta
    """What to add to the answer. Pieces of text are to be put together in order."""

    finish_reason: CreateChatCompletionStreamResponseChoiceFinishReason | None
    """Why the answer ends, in its last piece; null before."""

    index: int
    """The place of the answer among the choices, from 0."""

    logprobs: CreateChatCompletionStreamResponseChoiceLogprobs | None = None
    """The log probabilities of the tokens in this piece."""


CreateChatCompletionStreamResponseChoiceFinishReason: TypeAlias = Literal[
    "stop", "length", "tool_calls", "content_filter", "function_call"
]
"""Why the answer ends, in its last piece; null before. `stop` is its natural end or one
of your stop sequences, `length` the limit on tokens, `tool_calls` and `function_call`
mean that you are to call something, `content_filter` that something was left out."""


class CreateChatCompletionStreamResponseChoiceLogprobs(BaseModel):
    """The log probabilities of the tokens in this piece."""

    content: list[ChatCompletionTokenLogprob] | None
    """The tokens of the text."""

    refusal: list[ChatCompletionTokenLogprob] | None = None
    """The tokens of the refusal."""


FunctionParameters: TypeAlias = "dict[str, Any]"
"""The parameters of a function, as a JSON Schema of an object. Without it the function
has none."""


Metadata: TypeAlias = "dict[str, str]"
"""Up to 16 notes of your own on an object, each a key and a text.

A key has at most 64 characters and a text at most 512. The server keeps them and does
nothing else with them."""


ModelIdsShared: TypeAlias = "str | ModelIdsSharedOption"
"""The model that answers. The list of models says which there are."""


ModelIdsSharedOption: TypeAlias = Literal[
    "gpt-5.6-sol",
    "gpt-5.6-terra",
    "gpt-5.6-luna",
    "gpt-5.5",
    "gpt-5.5-2026-04-23",
    "gpt-5.4",
    "gpt-5.4-mini",
    "gpt-5.4-nano",
    "gpt-5.4-mini-2026-03-17",
    "gpt-5.4-nano-2026-03-17",
    "gpt-5.3-chat-latest",
    "gpt-5.2",
    "gpt-5.2-2025-12-11",
    "gpt-5.2-chat-latest",
    "gpt-5.2-pro",
    "gpt-5.2-pro-2025-12-11",
    "gpt-5.1",
    "gpt-5.1-2025-11-13",
    "gpt-5.1-codex",
    "gpt-5.1-mini",
    "gpt-5.1-chat-latest",
    "gpt-5",
    "gpt-5-mini",
    "gpt-5-nano",
    "gpt-5-2025-08-07",
    "gpt-5-mini-2025-08-07",
    "gpt-5-nano-2025-08-07",
    "gpt-5-chat-latest",
    "gpt-4.1",
    "gpt-4.1-mini",
    "gpt-4.1-nano",
    "gpt-4.1-2025-04-14",
    "gpt-4.1-mini-2025-04-14",
    "gpt-4.1-nano-2025-04-14",
    "o4-mini",
    "o4-mini-2025-04-16",
    "o3",
    "o3-2025-04-16",
    "o3-mini",
    "o3-mini-2025-01-31",
    "o1",
    "o1-2024-12-17",
    "o1-preview",
    "o1-preview-2024-09-12",
    "o1-mini",
    "o1-mini-2024-09-12",
    "gpt-4o",
    "gpt-4o-2024-11-20",
    "gpt-4o-2024-08-06",
    "gpt-4o-2024-05-13",
    "gpt-4o-audio-preview",
    "gpt-4o-audio-preview-2024-10-01",
    "gpt-4o-audio-preview-2024-12-17",
    "gpt-4o-audio-preview-2025-06-03",
    "gpt-4o-mini-audio-preview",
    "gpt-4o-mini-audio-preview-2024-12-17",
    "gpt-4o-search-preview",
    "gpt-4o-mini-search-preview",
    "gpt-4o-search-preview-2025-03-11",
    "gpt-4o-mini-search-preview-2025-03-11",
    "chatgpt-4o-latest",
    "codex-mini-latest",
    "gpt-4o-mini",
    "gpt-4o-mini-2024-07-18",
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
    "gpt-3.5-turbo-0301",
    "gpt-3.5-turbo-0613",
    "gpt-3.5-turbo-1106",
    "gpt-3.5-turbo-0125",
    "gpt-3.5-turbo-16k-0613",
]


class ModerationResultBody(BaseModel):
    """What was found in one piece of content."""

    type: Literal["moderation_result"]
    """The kind of result, always `moderation_result`."""

    model: str
    """The model that classified."""

    flagged: bool
    """Whether any category applies."""

    categories: dict[str, bool]
    """For each category, whether it applies."""

    category_scores: dict[str, float]
    """For each category, how sure the model is that it applies, from 0 to 1."""

    category_applied_input_types: dict[str, list[ModerationInputType]]
    """For each category, the kinds of content in which it was found."""


class PromptCacheBreakpointParam(BaseModel):
    """Ends a part of the prompt that is cached."""

    mode: Literal["explicit"]
    """The kind of breakpoint, always `explicit`."""


ServiceTier: TypeAlias = Literal["auto", "default", "flex", "scale", "priority", "fast"]
"""How fast the request is handled, and at which price.

`auto` takes what the project is set to, `default` the usual tier. `flex` is cheaper and
slower, `priority` and `fast` are quicker and cost more, `scale` uses capacity that was
bought before. An answer says what was used, which may be another tier than you asked
for."""


Verbosity: TypeAlias = Literal["low", "medium", "high"]
"""How much the model writes. `low` asks for brief answers, `high` for detailed ones."""


WebSearchContextSize: TypeAlias = Literal["low", "medium", "high"]
"""How much of the context is given to what the search found."""


class AsyncChatCompletionListPage(
    ChatCompletionList, _runtime.AsyncPage["CreateChatCompletionResponse"]
):
    """A page of `ChatCompletionList`, and the way to the next."""


class AsyncChatCompletionMessageListPage(
    ChatCompletionMessageList, _runtime.AsyncPage["ChatCompletionStoreMessage"]
):
    """A page of `ChatCompletionMessageList`, and the way to the next."""


class ChatCompletionListPage(
    ChatCompletionList, _runtime.SyncPage["CreateChatCompletionResponse"]
):
    """A page of `ChatCompletionList`, and the way to the next."""


class ChatCompletionMessageListPage(
    ChatCompletionMessageList, _runtime.SyncPage["ChatCompletionStoreMessage"]
):
    """A page of `ChatCompletionMessageList`, and the way to the next."""
