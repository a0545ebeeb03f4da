"""Parameters of chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .answers_params import StopConfigurationParam
    from .audio_params import VoiceIdsOrCustomVoiceParam
    from .beta import (
        FunctionObject,
        ParallelToolCalls,
        ReasoningEffort,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatText,
    )
    from .beta_params import (
        FunctionObjectParam,
        ResponseFormatJsonObjectParam,
        ResponseFormatJsonSchemaParam,
        ResponseFormatTextParam,
    )
    from .chat import (
        ChatCompletionMessageCustomToolCall,
        ChatCompletionMessageCustomToolCallCustom,
        ChatCompletionMessageToolCall,
        ChatCompletionMessageToolCallFunction,
        ChatCompletionRequestMessageContentPartImage,
        ChatCompletionRequestMessageContentPartImageImageUrl,
        ChatCompletionRequestMessageContentPartText,
        ChatCompletionTool,
        ModelIdsShared,
        PromptCacheBreakpointParam,
        ServiceTier,
        Verbosity,
        WebSearchContextSize,
    )


class ChatCompletionAllowedToolsChoiceParam(TypedDict):
    """Lets the model choose from some of the tools only."""

    type: Literal["allowed_tools"]
    """The kind of choice, always `allowed_tools`."""

    allowed_tools: ChatCompletionAllowedToolsParam
    """Some of the tools, and whether one of them must be called."""


class ChatCompletionAllowedToolsParam(TypedDict):
    """Some of the tools, and whether one of them must be called."""

    mode: Literal["auto", "required"]
    """`auto` lets the model decide whether to call one, `required` makes it."""

    tools: Sequence[Mapping[str, object]]
    """The tools, each as in `{"type": "function", "function": {"name":
    "look_up_stock"}}`."""


class ChatCompletionFunctionCallOptionParam(TypedDict):
    """Makes the model call this function."""

    name: str
    """The function's name."""


class ChatCompletionFunctionsParam(TypedDict, total=False):
    """A function of your own that the model may ask you to call. Replaced by tools.

    Deprecated."""

    description: str
    """What the function does, so that the model knows when to call it."""

    name: Required[str]
    """The function's name, of up to 64 letters, digits, underscores and hyphens."""

    parameters: FunctionParametersParam
    """The parameters of a function, as a JSON Schema of an object. Without it the
    function has none."""


class ChatCompletionMessageCustomToolCallCustomParam(TypedDict):
    """What to call."""

    name: str
    """The tool's name."""

    input: str
    """The text to give to the tool."""


class ChatCompletionMessageCustomToolCallParam(TypedDict):
    """A call of a custom tool. Run it, and send the result in a tool message."""

    id: str
    """The call's id, to be repeated in the tool message."""

    type: Literal["custom"]
    """The kind of tool, always `custom`."""

    custom: (
        ChatCompletionMessageCustomToolCallCustom
        | ChatCompletionMessageCustomToolCallCustomParam
    )
    """What to call."""


class ChatCompletionMessageToolCallFunctionParam(TypedDict):
    """What to call."""

    name: str
    """The function's name."""

    arguments: str
    """The arguments, as JSON text. Check it before you use it; models make mistakes."""


class ChatCompletionMessageToolCallParam(TypedDict):
    """A call of a function. Run it, and send the result in a tool message."""

    id: str
    """The call's id, to be repeated in the tool message."""

    type: Literal["function"]
    """The kind of tool, always `function`."""

    function: (
        ChatCompletionMessageToolCallFunction
        | ChatCompletionMessageToolCallFunctionParam
    )
    """What to call."""


ChatCompletionMessageToolCallsItemParam: TypeAlias = """
    ChatCompletionMessageToolCall
    | ChatCompletionMessageToolCallParam
    | ChatCompletionMessageCustomToolCall
    | ChatCompletionMessageCustomToolCallParam
"""


ChatCompletionMessageToolCallsParam: TypeAlias = """
    Sequence[ChatCompletionMessageToolCallsItemParam]
"""
"""The tools that the model calls."""


class ChatCompletionNamedToolChoiceCustomCustomParam(TypedDict):
    """The tool."""

    name: str
    """The tool's name."""


class ChatCompletionNamedToolChoiceCustomParam(TypedDict):
    """Makes the model call this custom tool."""

    type: Literal["custom"]
    """The kind of tool, always `custom`."""

    custom: ChatCompletionNamedToolChoiceCustomCustomParam
    """The tool."""


class ChatCompletionNamedToolChoiceFunctionParam(TypedDict):
    """The function."""

    name: str
    """The function's name."""


class ChatCompletionNamedToolChoiceParam(TypedDict):
    """Makes the model call this function."""

    type: Literal["function"]
    """The kind of tool, always `function`."""

    function: ChatCompletionNamedToolChoiceFunctionParam
    """The function."""


class ChatCompletionRequestAssistantMessageAudioParam(TypedDict):
    """Something that the model said aloud before."""

    id: str
    """The id of the audio."""


ChatCompletionRequestAssistantMessageContentPartParam: TypeAlias = """
    ChatCompletionRequestMessageContentPartText
    | ChatCompletionRequestMessageContentPartTextParam
    | ChatCompletionRequestMessageContentPartRefusalParam
"""
"""Text, or a refusal."""


class ChatCompletionRequestAssistantMessageFunctionCallParam(TypedDict):
    """The function that the model called. Replaced by `tool_calls`.

    Deprecated."""

    arguments: str
    """The arguments, as JSON text. Check it before you use it; models make mistakes."""

    name: str
    """The function's name."""


class ChatCompletionRequestAssistantMessageParam(TypedDict, total=False):
    """What the model said or called before. Put its messages back into the conversation
    as you got them."""

    content: (
        str | Sequence[ChatCompletionRequestAssistantMessageContentPartParam] | None
    )
    """The text, in one piece or in parts. May be null only if the message calls tools
    or a function."""

    refusal: str | None
    """How the model refused, if it did."""

    role: Required[Literal["assistant"]]
    """Says who wrote the message, always `assistant`."""

    name: str
    """A name for the writer, to tell several with the same role apart."""

    audio: ChatCompletionRequestAssistantMessageAudioParam | None
    """Something that the model said aloud before."""

    tool_calls: ChatCompletionMessageToolCallsParam
    """The tools that the model calls."""

    function_call: ChatCompletionRequestAssistantMessageFunctionCallParam | None
    """Deprecated. The function that the model called. Replaced by `tool_calls`."""


class ChatCompletionRequestDeveloperMessageParam(TypedDict, total=False):
    """Instructions of yours, which weigh more than what users say. Newer models take
    these, not `system`."""

    content: Required[
        str
        | Sequence[
            ChatCompletionRequestMessageContentPartText
            | ChatCompletionRequestMessageContentPartTextParam
        ]
    ]
    """The instructions, in one piece or in parts."""

    role: Required[Literal["developer"]]
    """Says who wrote the message, always `developer`."""

    name: str
    """A name for the writer, to tell several with the same role apart."""


class ChatCompletionRequestFunctionMessageParam(TypedDict):
    """What a function gave back when you called it for the model. Replaced by tool
    messages.

    Deprecated."""

    role: Literal["function"]
    """Says who wrote the message, always `function`."""

    content: str | None
    """The result."""

    name: str
    """The function's name."""


class ChatCompletionRequestMessageContentPartAudioInputAudioParam(TypedDict):
    """The recording."""

    data: str
    """The recording, in base64."""

    format: Literal["wav", "mp3"]
    """The format of the recording."""


class ChatCompletionRequestMessageContentPartAudioParam(TypedDict, total=False):
    """A recording, for models that hear."""

    type: Required[Literal["input_audio"]]
    """The kind of part, always `input_audio`."""

    input_audio: Required[ChatCompletionRequestMessageContentPartAudioInputAudioParam]
    """The recording."""

    prompt_cache_breakpoint: (
        PromptCacheBreakpointParam | PromptCacheBreakpointParamParam
    )
    """Ends a part of the prompt that is cached."""


class ChatCompletionRequestMessageContentPartFileFileParam(TypedDict, total=False):
    """The file. Give `file_id`, or `file_data` with `filename`."""

    filename: str
    """The name of a file that is sent along."""

    file_data: str
    """The content of a file that is sent along, as a `data:` URL in base64."""

    file_id: str
    """The id of a file that was uploaded before."""


class ChatCompletionRequestMessageContentPartFileParam(TypedDict, total=False):
    """A file for the model to read, uploaded before or sent along."""

    type: Required[Literal["file"]]
    """The kind of part, always `file`."""

    file: Required[ChatCompletionRequestMessageContentPartFileFileParam]
    """The file. Give `file_id`, or `file_data` with `filename`."""

    prompt_cache_breakpoint: (
        PromptCacheBreakpointParam | PromptCacheBreakpointParamParam
    )
    """Ends a part of the prompt that is cached."""


class ChatCompletionRequestMessageContentPartImageImageUrlParam(TypedDict, total=False):
    """The image."""

    url: Required[str]
    """Where the image is, or the image itself as a `data:` URL in base64."""

    detail: Literal["auto", "low", "high"]
    """How closely the model looks. `low` costs fewer tokens, `high` shows more.
    Default: `"auto"`."""


class ChatCompletionRequestMessageContentPartImageParam(TypedDict, total=False):
    """An image, for models that see."""

    type: Required[Literal["image_url"]]
    """The kind of part, always `image_url`."""

    image_url: Required[
        ChatCompletionRequestMessageContentPartImageImageUrl
        | ChatCompletionRequestMessageContentPartImageImageUrlParam
    ]
    """The image."""

    prompt_cache_breakpoint: (
        PromptCacheBreakpointParam | PromptCacheBreakpointParamParam
    )
    """Ends a part of the prompt that is cached."""


ChatCompletionRequestMessageContentPartParam: TypeAlias = """
    ChatCompletionRequestMessageContentPartText
    | ChatCompletionRequestMessageContentPartTextParam
    | ChatCompletionRequestMessageContentPartImage
    | ChatCompletionRequestMessageContentPartImageParam
    | ChatCompletionRequestMessageContentPartAudioParam
    | ChatCompletionRequestMessageContentPartFileParam
"""
"""Text, an image, audio or a file."""


class ChatCompletionRequestMessageContentPartRefusalParam(TypedDict):
    """Words with which the model refused."""

    type: Literal["refusal"]
    """The kind of part, always `refusal`."""

    refusal: str
    """The words."""


class ChatCompletionRequestMessageContentPartTextParam(TypedDict, total=False):
    """A piece of text."""

    type: Required[Literal["text"]]
    """The kind of part, always `text`."""

    text: Required[str]
    """The text."""

    prompt_cache_breakpoint: (
        PromptCacheBreakpointParam | PromptCacheBreakpointParamParam
    )
    """Ends a part of the prompt that is cached."""


ChatCompletionRequestMessageParam: TypeAlias = """
    ChatCompletionRequestDeveloperMessageParam
    | ChatCompletionRequestSystemMessageParam
    | ChatCompletionRequestUserMessageParam
    | ChatCompletionRequestAssistantMessageParam
    | ChatCompletionRequestToolMessageParam
    | ChatCompletionRequestFunctionMessageParam
"""
"""A message of the conversation. `role` says who wrote it."""


class ChatCompletionRequestSystemMessageParam(TypedDict, total=False):
    """Instructions of yours, which weigh more than what users say."""

    content: Required[
        str
        | Sequence[
            ChatCompletionRequestMessageContentPartText
            | ChatCompletionRequestMessageContentPartTextParam
        ]
    ]
    """The instructions, in one piece or in parts."""

    role: Required[Literal["system"]]
    """Says who wrote the message, always `system`."""

    name: str
    """A name for the writer, to tell several with the same role apart."""


class ChatCompletionRequestToolMessageParam(TypedDict):
    """What a tool gave back when you called it for the model."""

    role: Literal["tool"]
    """Says who wrote the message, always `tool`."""

    content: (
        str
        | Sequence[
            ChatCompletionRequestMessageContentPartText
            | ChatCompletionRequestMessageContentPartTextParam
        ]
    )
    """The result, in one piece or in parts."""

    tool_call_id: str
    """The call that this is the result of."""


class ChatCompletionRequestUserMessageParam(TypedDict, total=False):
    """What a person says or shows."""

    content: Required[str | Sequence[ChatCompletionRequestMessageContentPartParam]]
    """The message, as text or as parts that may be text, images, audio and files."""

    role: Required[Literal["user"]]
    """Says who wrote the message, always `user`."""

    name: str
    """A name for the writer, to tell several with the same role apart."""


class ChatCompletionStreamOptionsParam(TypedDict, total=False):
    """What a stream contains. Only of use together with `stream`."""

    include_usage: bool
    """Sends one more chunk before the end, with the token usage of the whole request in
    `usage` and no choices."""

    include_obfuscation: bool
    """Fills up chunks with random characters in `obfuscation`, so that their lengths
    tell an eavesdropper nothing about the text. Turn it off where bandwidth counts and
    the network can be trusted."""


ChatCompletionToolChoiceOptionParam: TypeAlias = """
    Literal["none", "auto", "required"]
    | ChatCompletionNamedToolChoiceParam
    | ChatCompletionAllowedToolsChoiceParam
    | ChatCompletionNamedToolChoiceCustomParam
"""
"""Whether the model calls tools. `none` forbids it, `auto` lets the model decide,
`required` makes it call at least one. An object names the tool to call, or the tools to
choose from.

`auto` is the default when there are tools, `none` when there are none."""


class ChatCompletionToolParam(TypedDict):
    """A function of your own that the model may ask you to call."""

    type: Literal["function"]
    """The kind of tool, always `function`."""

    function: FunctionObject | FunctionObjectParam
    """A function of your own, as the model gets to know it."""


class CreateChatCompletionRequestAudioParam(TypedDict):
    """How the model speaks. Required when `modalities` holds `audio`."""

    voice: VoiceIdsOrCustomVoiceParam
    """The voice that speaks, by its name, or by the id of a voice of your own."""

    format: Literal["wav", "aac", "mp3", "flac", "opus", "pcm16"]
    """The format of the audio."""


class CreateChatCompletionRequestParam(TypedDict, total=False):
    """The messages so far, and how the model should answer them."""

    messages: Required[Sequence[ChatCompletionRequestMessageParam]]
    """The conversation so far, oldest message first. At least 1 item."""

    model: Required[ModelIdsShared]
    """The model that answers. The list of models says which there are."""

    audio: CreateChatCompletionRequestAudioParam | None
    """How the model speaks. Required when `modalities` holds `audio`."""

    frequency_penalty: float | None
    """Above 0, makes a token less likely the more often the text already holds it,
    against word-for-word repetition. Below 0, makes it likelier. At least -2, at most
    2. Default: `0`."""

    logit_bias: Mapping[str, int] | None
    """Makes tokens likelier or less likely. Each key is the id of a token, each value
    is added to its logit."""

    logprobs: bool | None
    """Whether to return the log probability of each token of the answer. Default:
    `False`."""

    top_logprobs: int | None
    """For each position, how many of the likeliest tokens are returned with their log
    probabilities. Needs `logprobs`. Older servers take up to 5. At least 0, at most 20.
    """

    max_completion_tokens: int | None
    """How many tokens the model writes at most, those of its reasoning included."""

    max_tokens: int | None
    """How many tokens the answer has at most. Together with the messages it must fit
    into the model's context."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    modalities: ResponseModalitiesParam | None
    """The kinds of output that the model makes. Most models make text only; audio needs
    one that speaks."""

    moderation: ModerationParamParam | None
    """Classifies the messages and the answer for harmful content."""

    n: int | None
    """How many answers to write. You are charged for the tokens of all of them. At
    least 1, at most 128. Default: `1`."""

    parallel_tool_calls: ParallelToolCalls
    """Whether the model may call several tools at once. Default: `True`."""

    prediction: PredictionContentParam | None
    """Text that you expect in the answer. The more of it is right, the sooner the
    answer arrives."""

    presence_penalty: float | None
    """Above 0, makes tokens less likely that the text already holds at all, which leads
    to new subjects. Below 0, makes them likelier. At least -2, at most 2. Default: `0`.
    """

    prompt_cache_key: str | None
    """Requests that begin alike find the cache sooner when they share this key."""

    prompt_cache_options: PromptCacheOptionsParamParam
    """How the prompt is cached."""

    prompt_cache_retention: Literal["in_memory", "24h"] | None
    """Deprecated. How long the prompt stays in the cache. Use `prompt_cache_options`
    instead."""

    reasoning_effort: ReasoningEffort | None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""

    response_format: CreateChatCompletionRequestResponseFormatParam
    """The form that the answer must take: plain text, some JSON, or JSON that follows a
    schema of yours."""

    safety_identifier: str | None
    """An id of your own for the end user of the request, so that abuse can be traced.
    Take the hash of a name or address rather than the name or address. At most 64
    characters."""

    seed: int | None
    """Makes repeated requests with the same parameters give the same answer as far as
    possible. Compare `system_fingerprint` to notice changes of the server. At least
    -9223372036854775808, at most 9223372036854775807."""

    service_tier: ServiceTier | None
    """How fast the request is handled, and at which price."""

    stop: StopConfigurationParam | None
    """A text, or up to four, at which the model stops writing. The answer does not
    contain the text itself."""

    store: bool | None
    """Whether the server keeps the answer, so that it can be listed, looked up and used
    in evals. Default: `False`."""

    stream: bool | None
    """Whether the answer is sent in pieces, as server-sent events, while it is being
    written. The last event is `data: [DONE]`. Default: `False`."""

    stream_options: ChatCompletionStreamOptionsParam | None
    """What a stream contains. Only of use together with `stream`."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied answers, 0 nearly always
    the same one. Change this or `top_p`, not both. At least 0, at most 2. Default: `1`.
    """

    top_p: float | None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. Change this or `temperature`, not both. At least 0, at most 1. Default:
    `1`."""

    tools: Sequence[CreateChatCompletionRequestToolParam]
    """The tools that the model may call. Older servers take functions only."""

    tool_choice: ChatCompletionToolChoiceOptionParam
    """Whether the model calls tools. `none` forbids it, `auto` lets the model decide,
    `required` makes it call at least one. An object names the tool to call, or the
    tools to choose from."""

    user: str
    """An id of your own for the end user of the request. Newer servers prefer
    `safety_identifier` to trace abuse and `prompt_cache_key` for the cache."""

    verbosity: Verbosity | None
    """How much the model writes. `low` asks for brief answers, `high` for detailed
    ones. Default: `"medium"`."""

    web_search_options: CreateChatCompletionRequestWebSearchOptionsParam
    """Lets the model search the web for its answer. Only search models take this."""

    function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam
    """Deprecated. Whether the model calls a function. `none` forbids it, `auto` lets
    the model decide, and a name asks for that function. Replaced by `tool_choice`."""

    functions: Sequence[ChatCompletionFunctionsParam]
    """Deprecated. The functions that the model may call. Replaced by `tools`. At least
    1 item, at most 128 items."""


CreateChatCompletionRequestResponseFormatParam: TypeAlias = """
    ResponseFormatText
    | ResponseFormatTextParam
    | ResponseFormatJsonSchema
    | ResponseFormatJsonSchemaParam
    | ResponseFormatJsonObject
    | ResponseFormatJsonObjectParam
"""
"""The form that the answer must take: plain text, some JSON, or JSON that follows a
schema of yours.

With `json_object`, also tell the model in a message to write JSON; it may go on writing
blanks otherwise."""


CreateChatCompletionRequestToolParam: TypeAlias = """
    ChatCompletionTool
    | ChatCompletionToolParam
    | CustomToolChatCompletionsParam
"""


class CreateChatCompletionRequestWebSearchOptionsParam(TypedDict, total=False):
    """Lets the model search the web for its answer. Only search models take this."""

    user_location: CreateChatCompletionRequestWebSearchOptionsUserLocationParam | None
    """Roughly where the person is, for results from near there."""

    search_context_size: WebSearchContextSize
    """How much of the context is given to what the search found. Default:
    `"medium"`."""


class CreateChatCompletionRequestWebSearchOptionsUserLocationParam(TypedDict):
    """Roughly where the person is, for results from near there."""

    type: Literal["approximate"]
    """The kind of location, always `approximate`."""

    approximate: WebSearchLocationParam
    """Roughly where somebody is."""


class CustomToolChatCompletionsCustomParam(TypedDict, total=False):
    """The tool."""

    name: Required[str]
    """The tool's name."""

    description: str
    """What the tool does, so that the model knows when to call it."""

    format: CustomToolFormatParam
    """What the input of a custom tool looks like; any text when nothing is given."""


class CustomToolChatCompletionsParam(TypedDict):
    """A tool of your own that takes text of any kind, or of a grammar of yours."""

    type: Literal["custom"]
    """The kind of tool, always `custom`."""

    custom: CustomToolChatCompletionsCustomParam
    """The tool."""


class CustomToolFormatGrammarFormatGrammarParam(TypedDict):
    """The grammar."""

    definition: str
    """The grammar's text."""

    syntax: Literal["lark", "regex"]
    """The language that the grammar is written in."""


class CustomToolFormatGrammarFormatParam(TypedDict):
    """Text that follows a grammar."""

    type: Literal["grammar"]
    """The kind of format, always `grammar`."""

    grammar: CustomToolFormatGrammarFormatGrammarParam
    """The grammar."""


CustomToolFormatParam: TypeAlias = """
    CustomToolFormatTextFormatParam
    | CustomToolFormatGrammarFormatParam
"""
"""What the input of a custom tool looks like; any text when nothing is given."""


class CustomToolFormatTextFormatParam(TypedDict):
    """Any text."""

    type: Literal["text"]
    """The kind of format, always `text`."""


FunctionParametersParam: TypeAlias = "Mapping[str, object]"
"""The parameters of a function, as a JSON Schema of an object. Without it the function
has none."""


MetadataParam: TypeAlias = "Mapping[str, str]"
"""Up to 16 notes of your own on an object, each a key and a text.

A key has at most 64 characters and a text at most 512. The server keeps them and does
nothing else with them."""


class ModerationConfigParamParam(TypedDict):
    """What happens when something is flagged."""

    mode: Literal["score", "block"]
    """`score` only reports it, `block` also holds it back."""


class ModerationParamParam(TypedDict, total=False):
    """Which model classifies messages and answer, and what follows from it."""

    model: Required[str]
    """The model that classifies."""

    policy: ModerationPolicyParamParam | None
    """What happens to content that is flagged."""


class ModerationPolicyParamParam(TypedDict, total=False):
    """What happens to flagged content, for messages and answer apart."""

    input: ModerationConfigParamParam | None
    """What happens when messages are flagged."""

    output: ModerationConfigParamParam | None
    """What happens when the answer is flagged."""


class PredictionContentParam(TypedDict):
    """Text that will probably stand in the answer, such as the file that the model is
    to change a little."""

    type: Literal["content"]
    """The kind of prediction, always `content`."""

    content: (
        str
        | Sequence[
            ChatCompletionRequestMessageContentPartText
            | ChatCompletionRequestMessageContentPartTextParam
        ]
    )
    """The text, in one piece or in parts."""


class PromptCacheBreakpointParamParam(TypedDict):
    """Ends a part of the prompt that is cached."""

    mode: Literal["explicit"]
    """The kind of breakpoint, always `explicit`."""


class PromptCacheOptionsParamParam(TypedDict, total=False):
    """How the prompt is cached."""

    ttl: Literal["30m"]
    """How long the prompt stays in the cache."""

    mode: Literal["implicit", "explicit"]
    """`implicit` lets the server choose where the cached part of a prompt ends,
    `explicit` caches up to the breakpoints that you set."""


ResponseModalitiesParam: TypeAlias = 'Sequence[Literal["text", "audio"]]'
"""The kinds of output that the model makes. Most models make text only; audio needs one
that speaks."""


class UpdateChatCompletionRequestParam(TypedDict):
    """What to replace."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""


class WebSearchLocationParam(TypedDict, total=False):
    """Roughly where somebody is."""

    country: str
    """The country, by its two-letter code of ISO 3166."""

    region: str
    """The region, in free words."""

    city: str
    """The city, in free words."""

    timezone: str
    """The time zone, by its IANA name."""
