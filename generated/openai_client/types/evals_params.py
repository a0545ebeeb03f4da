"""Parameters of evals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .beta import (
        ReasoningEffort,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatText,
    )
    from .beta_params import (
        ResponseFormatJsonObjectParam,
        ResponseFormatJsonSchemaParam,
        ResponseFormatJsonSchemaSchemaParam,
        ResponseFormatTextParam,
    )
    from .chat import ChatCompletionTool, PromptCacheBreakpointParam
    from .chat_params import (
        ChatCompletionToolParam,
        MetadataParam,
        PromptCacheBreakpointParamParam,
    )
    from .evals import (
        CreateEvalCompletionsRunDataSource,
        CreateEvalCompletionsRunDataSourceSamplingParams,
        CreateEvalJsonlRunDataSource,
        CreateEvalResponsesRunDataSource,
        CreateEvalResponsesRunDataSourceSamplingParams,
        CreateEvalResponsesRunDataSourceSamplingParamsText,
        EasyInputMessage,
        EvalGraderPython,
        EvalGraderScoreModel,
        EvalGraderTextSimilarity,
        EvalInputReference,
        EvalInputTemplate,
        EvalItem,
        EvalItemContentOutputText,
        EvalItemInputImage,
        EvalJsonlFileContentSource,
        EvalJsonlFileContentSourceContentItem,
        EvalJsonlFileIdSource,
        EvalResponsesSource,
        EvalResponsesTool,
        EvalStoredCompletionsSource,
        GraderScoreModelSamplingParams,
        GraderStringCheck,
        GraderTextSimilarityEvaluationMetric,
        InputAudio,
        InputAudioInputAudio,
        InputFileContent,
        InputImageContent,
        InputTextContent,
        TextResponseFormatJsonSchema,
    )


CreateEvalCompletionsRunDataSourceInputMessagesParam: TypeAlias = """
    EvalInputTemplate
    | EvalInputTemplateParam
    | EvalInputReference
    | EvalInputReferenceParam
"""
"""What to ask."""


class CreateEvalCompletionsRunDataSourceParam(TypedDict, total=False):
    """Asks a model by way of the chat completions API."""

    type: Required[Literal["completions"]]
    """The kind of source, always `completions`."""

    input_messages: CreateEvalCompletionsRunDataSourceInputMessagesParam
    """What to ask."""

    sampling_params: (
        CreateEvalCompletionsRunDataSourceSamplingParams
        | CreateEvalCompletionsRunDataSourceSamplingParamsParam
    )
    """How the model is to answer."""

    model: str
    """The model to test."""

    source: Required[CreateEvalCompletionsRunDataSourceSourceParam]
    """The test data."""


CreateEvalCompletionsRunDataSourceResponseFormatParam: TypeAlias = """
    ResponseFormatText
    | ResponseFormatTextParam
    | ResponseFormatJsonSchema
    | ResponseFormatJsonSchemaParam
    | ResponseFormatJsonObject
    | ResponseFormatJsonObjectParam
"""
"""The form that answers must take."""


class CreateEvalCompletionsRunDataSourceSamplingParamsParam(TypedDict, total=False):
    """How the model is to answer."""

    reasoning_effort: ReasoningEffort | None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""

    temperature: float
    """The sampling temperature. Higher values give more varied answers. Default:
    `1`."""

    max_completion_tokens: int
    """How many tokens the model may write."""

    top_p: float
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. Default: `1`."""

    seed: int
    """Makes repeated answers alike as far as possible. Default: `42`."""

    response_format: CreateEvalCompletionsRunDataSourceResponseFormatParam
    """The form that answers must take."""

    tools: Sequence[ChatCompletionTool | ChatCompletionToolParam]
    """The functions that the model may call."""


CreateEvalCompletionsRunDataSourceSourceParam: TypeAlias = """
    EvalJsonlFileContentSource
    | EvalJsonlFileContentSourceParam
    | EvalJsonlFileIdSource
    | EvalJsonlFileIdSourceParam
    | EvalStoredCompletionsSource
    | EvalStoredCompletionsSourceParam
"""
"""The test data."""


class CreateEvalCustomDataSourceConfigParam(TypedDict, total=False):
    """Test data that you bring."""

    type: Required[Literal["custom"]]
    """The kind of data, always `custom`."""

    item_schema: Required[Mapping[str, object]]
    """The JSON Schema of a line of data."""

    include_sample_schema: bool
    """Whether graders judge the answers of a model, rather than the data alone.
    Default: `False`."""


CreateEvalItemParam: TypeAlias = """
    CreateEvalItemPlainMessageParam
    | EvalItem
    | EvalItemParam
"""
"""A message to the model that answers or judges. It may hold template variables."""


class CreateEvalItemPlainMessageParam(TypedDict):
    """Plain message"""

    role: str
    """Whom the message speaks for, such as `user`."""

    content: str
    """What the message says."""


class CreateEvalJsonlRunDataSourceParam(TypedDict):
    """Takes the test data with their answers, and asks no model."""

    type: Literal["jsonl"]
    """The kind of source, always `jsonl`."""

    source: CreateEvalJsonlRunDataSourceSourceParam
    """The test data."""


CreateEvalJsonlRunDataSourceSourceParam: TypeAlias = """
    EvalJsonlFileContentSource
    | EvalJsonlFileContentSourceParam
    | EvalJsonlFileIdSource
    | EvalJsonlFileIdSourceParam
"""
"""The test data."""


class CreateEvalLabelModelGraderParam(TypedDict):
    """Asks a model for a label, and passes if it is one of those that you accept."""

    type: Literal["label_model"]
    """The kind of grader, always `label_model`."""

    name: str
    """What to call the grader in results."""

    model: str
    """The model that labels; it must support structured output."""

    input: Sequence[CreateEvalItemParam]
    """The messages that tell the model what to label. They may hold template
    variables."""

    labels: Sequence[str]
    """The labels to choose from."""

    passing_labels: Sequence[str]
    """The labels that pass; some of `labels`."""


class CreateEvalLogsDataSourceConfigParam(TypedDict, total=False):
    """Test data to take from requests that were stored."""

    type: Required[Literal["logs"]]
    """The kind of data, always `logs`."""

    metadata: Mapping[str, object]
    """Takes only requests with this metadata."""


CreateEvalRequestDataSourceConfigParam: TypeAlias = """
    CreateEvalCustomDataSourceConfigParam
    | CreateEvalLogsDataSourceConfigParam
    | CreateEvalStoredCompletionsDataSourceConfigParam
"""
"""What the test data look like."""


class CreateEvalRequestParam(TypedDict, total=False):
    """What the test data look like, and how answers are judged."""

    name: str
    """The eval's name."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    data_source_config: Required[CreateEvalRequestDataSourceConfigParam]
    """What the test data look like."""

    testing_criteria: Required[Sequence[CreateEvalRequestTestingCriteriaItemParam]]
    """The graders that judge answers."""


CreateEvalRequestTestingCriteriaItemParam: TypeAlias = """
    CreateEvalLabelModelGraderParam
    | EvalGraderStringCheckParam
    | EvalGraderTextSimilarity
    | EvalGraderTextSimilarityParam
    | EvalGraderPython
    | EvalGraderPythonParam
    | EvalGraderScoreModel
    | EvalGraderScoreModelParam
"""


CreateEvalResponsesRunDataSourceInputMessagesParam: TypeAlias = """
    EvalInputTemplate
    | EvalInputTemplateParam
    | EvalInputReference
    | EvalInputReferenceParam
"""
"""What to ask."""


class CreateEvalResponsesRunDataSourceParam(TypedDict, total=False):
    """Asks a model by way of the Responses API."""

    type: Required[Literal["responses"]]
    """The kind of source, always `responses`."""

    input_messages: CreateEvalResponsesRunDataSourceInputMessagesParam
    """What to ask."""

    sampling_params: (
        CreateEvalResponsesRunDataSourceSamplingParams
        | CreateEvalResponsesRunDataSourceSamplingParamsParam
    )
    """How the model is to answer."""

    model: str
    """The model to test."""

    source: Required[CreateEvalResponsesRunDataSourceSourceParam]
    """The test data."""


class CreateEvalResponsesRunDataSourceSamplingParamsParam(TypedDict, total=False):
    """How the model is to answer."""

    reasoning_effort: ReasoningEffort | None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""

    temperature: float
    """The sampling temperature. Higher values give more varied answers. Default:
    `1`."""

    max_completion_tokens: int
    """How many tokens the model may write."""

    top_p: float
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. Default: `1`."""

    seed: int
    """Makes repeated answers alike as far as possible. Default: `42`."""

    tools: Sequence[EvalResponsesTool | EvalResponsesToolParam]
    """The tools that the model may use."""

    text: (
        CreateEvalResponsesRunDataSourceSamplingParamsText
        | CreateEvalResponsesRunDataSourceSamplingParamsTextParam
    )
    """What is asked of the text."""


CreateEvalResponsesRunDataSourceSamplingParamsTextFormatParam: TypeAlias = """
    ResponseFormatText
    | ResponseFormatTextParam
    | TextResponseFormatJsonSchema
    | TextResponseFormatJsonSchemaParam
    | ResponseFormatJsonObject
    | ResponseFormatJsonObjectParam
"""
"""The form that answers must take."""


class CreateEvalResponsesRunDataSourceSamplingParamsTextParam(TypedDict, total=False):
    """What is asked of the text."""

    format: CreateEvalResponsesRunDataSourceSamplingParamsTextFormatParam
    """The form that answers must take."""


CreateEvalResponsesRunDataSourceSourceParam: TypeAlias = """
    EvalJsonlFileContentSource
    | EvalJsonlFileContentSourceParam
    | EvalJsonlFileIdSource
    | EvalJsonlFileIdSourceParam
    | EvalResponsesSource
    | EvalResponsesSourceParam
"""
"""The test data."""


CreateEvalRunRequestDataSourceParam: TypeAlias = """
    CreateEvalJsonlRunDataSource
    | CreateEvalJsonlRunDataSourceParam
    | CreateEvalCompletionsRunDataSource
    | CreateEvalCompletionsRunDataSourceParam
    | CreateEvalResponsesRunDataSource
    | CreateEvalResponsesRunDataSourceParam
"""
"""Where the test data and the answers come from."""


class CreateEvalRunRequestParam(TypedDict, total=False):
    """Which data to take, and which model to test."""

    name: str
    """The run's name."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    data_source: Required[CreateEvalRunRequestDataSourceParam]
    """Where the test data and the answers come from."""


class CreateEvalStoredCompletionsDataSourceConfigParam(TypedDict, total=False):
    """Test data to take from stored chat completions. `logs` has taken its place.

    Deprecated."""

    type: Required[Literal["stored_completions"]]
    """The kind of data, always `stored_completions`."""

    metadata: Mapping[str, object]
    """Takes only completions with this metadata."""


EasyInputMessageContentPartParam: TypeAlias = """
    InputTextContent
    | InputTextContentParam
    | InputImageContent
    | InputImageContentParam
    | InputFileContent
    | InputFileContentParam
"""


class EasyInputMessageParam(TypedDict, total=False):
    """A message to the tested model. It may hold template variables."""

    role: Required[Literal["user", "assistant", "system", "developer"]]
    """Whom the message speaks for. `developer` and `system` outrank `user`."""

    content: Required[str | Sequence[EasyInputMessageContentPartParam]]
    """What the message says."""

    phase: Literal["commentary", "final_answer"] | None
    """Whether an assistant's message accompanies the work or is its final answer."""

    type: Literal["message"]
    """Names the kind of item; always `message` when given."""


class EvalGraderPythonParam(TypedDict, total=False):
    """A grader that runs a program of yours."""

    type: Required[Literal["python"]]
    """The kind of grader, always `python`."""

    name: Required[str]
    """What to call the grader in results."""

    source: Required[str]
    """The program's text."""

    image_tag: str
    """The environment that the program runs in."""

    pass_threshold: float
    """The lowest score that passes."""


class EvalGraderScoreModelParam(TypedDict, total=False):
    """A grader that asks a model for a score."""

    type: Required[Literal["score_model"]]
    """The kind of grader, always `score_model`."""

    name: Required[str]
    """What to call the grader in results."""

    model: Required[str]
    """The model that scores."""

    sampling_params: (
        GraderScoreModelSamplingParams | GraderScoreModelSamplingParamsParam
    )
    """How the model is to answer."""

    input: Required[Sequence[EvalItem | EvalItemParam]]
    """The messages that tell the model what to score. They may hold template
    variables."""

    range: Sequence[float]
    """The lowest and the highest score; 0 and 1 unless given. At least 2 items, at most
    2 items."""

    pass_threshold: float
    """The lowest score that passes."""


EvalGraderStringCheckParam: TypeAlias = "GraderStringCheck | GraderStringCheckParam"
"""A grader that compares two texts."""


class EvalGraderTextSimilarityParam(TypedDict):
    """A grader that measures how alike two texts are."""

    type: Literal["text_similarity"]
    """The kind of grader, always `text_similarity`."""

    name: str
    """What to call the grader in results."""

    input: str
    """The text to judge."""

    reference: str
    """The text to compare with."""

    evaluation_metric: GraderTextSimilarityEvaluationMetric
    """The measure of likeness."""

    pass_threshold: float
    """The lowest score that passes."""


class EvalInputReferenceParam(TypedDict):
    """Messages that stand in each line of data."""

    type: Literal["item_reference"]
    """The kind of input, always `item_reference`."""

    item_reference: str
    """Where the messages stand, such as `item.messages`."""


class EvalInputTemplateParam(TypedDict):
    """Messages whose template variables are filled in from each line of data."""

    type: Literal["template"]
    """The kind of input, always `template`."""

    template: Sequence[EvalInputTemplateTemplateItemParam]
    """The messages."""


EvalInputTemplateTemplateItemParam: TypeAlias = """
    EasyInputMessage
    | EasyInputMessageParam
    | EvalItem
    | EvalItemParam
"""


EvalItemContentItemParam: TypeAlias = """
    str
    | InputTextContent
    | InputTextContentParam
    | EvalItemContentOutputText
    | EvalItemContentOutputTextParam
    | EvalItemInputImage
    | EvalItemInputImageParam
    | InputAudio
    | InputAudioParam
"""
"""Text, an image or audio."""


class EvalItemContentOutputTextParam(TypedDict):
    """Text that a model has written."""

    type: Literal["output_text"]
    """The kind of part, always `output_text`."""

    text: str
    """The text."""


EvalItemContentParam: TypeAlias = """
    EvalItemContentItemParam
    | Sequence[EvalItemContentItemParam]
"""
"""What the message says, as one part or as several."""


class EvalItemInputImageParam(TypedDict, total=False):
    """An image for the model to look at."""

    type: Required[Literal["input_image"]]
    """The kind of part, always `input_image`."""

    image_url: Required[str]
    """Where the image is."""

    detail: str
    """How closely to look; one of `low`, `high` and `auto`, which is the default."""


class EvalItemParam(TypedDict, total=False):
    """A message to the model that answers or judges. It may hold template variables."""

    role: Required[Literal["user", "assistant", "system", "developer"]]
    """Whom the message speaks for. `developer` and `system` outrank `user`."""

    content: Required[EvalItemContentParam]
    """What the message says, as one part or as several."""

    type: Literal["message"]
    """Names the kind of item; always `message` when given."""


class EvalJsonlFileContentSourceContentItemParam(TypedDict, total=False):
    item: Required[Mapping[str, object]]
    """The values of the line."""

    sample: Mapping[str, object]
    """The answer, if it exists already."""


class EvalJsonlFileContentSourceParam(TypedDict):
    """Test data that stand in the request itself."""

    type: Literal["file_content"]
    """The kind of data, always `file_content`."""

    content: Sequence[
        EvalJsonlFileContentSourceContentItem
        | EvalJsonlFileContentSourceContentItemParam
    ]
    """The lines of data."""


class EvalJsonlFileIdSourceParam(TypedDict):
    """Test data in an uploaded file, one line each in JSON."""

    type: Literal["file_id"]
    """The kind of data, always `file_id`."""

    id: str
    """The file's id."""


class EvalResponsesSourceParam(TypedDict, total=False):
    """Test data taken from stored responses."""

    type: Required[Literal["responses"]]
    """The kind of data, always `responses`."""

    metadata: Mapping[str, object] | None
    """Takes only responses with this metadata."""

    model: str | None
    """Takes only responses by this model."""

    instructions_search: str | None
    """Takes only responses whose instructions contain this text."""

    created_after: int | None
    """Takes only responses created after this Unix time, in seconds. At least 0."""

    created_before: int | None
    """Takes only responses created before this Unix time, in seconds. At least 0."""

    reasoning_effort: ReasoningEffort | None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""

    temperature: float | None
    """Takes only responses made with this temperature."""

    top_p: float | None
    """Takes only responses made with this `top_p`."""

    users: Sequence[str] | None
    """Takes only responses to these users."""

    tools: Sequence[str] | None
    """Takes only responses made with these tools."""


class EvalResponsesToolParam(TypedDict):
    """A tool that the tested model may use, in the form that the Responses API gives
    it.

    Each kind of tool has properties of its own beside `type`."""

    type: str
    """The kind of tool, such as `function`, `file_search`, `web_search` or `mcp`."""


class EvalStoredCompletionsSourceParam(TypedDict, total=False):
    """Test data taken from stored chat completions."""

    type: Required[Literal["stored_completions"]]
    """The kind of data, always `stored_completions`."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    model: str | None
    """Takes only completions by this model."""

    created_after: int | None
    """Takes only completions created after this Unix time, in seconds."""

    created_before: int | None
    """Takes only completions created before this Unix time, in seconds."""

    limit: int | None
    """How many completions to take at most."""


class GraderLabelModelParam(TypedDict):
    """Asks a model for a label, and passes if it is one of those that you accept."""

    type: Literal["label_model"]
    """The kind of grader, always `label_model`."""

    name: str
    """What to call the grader in results."""

    model: str
    """The model that labels; it must support structured output."""

    input: Sequence[EvalItem | EvalItemParam]
    """The messages that tell the model what to label. They may hold template
    variables."""

    labels: Sequence[str]
    """The labels to choose from."""

    passing_labels: Sequence[str]
    """The labels that pass; some of `labels`."""


class GraderScoreModelSamplingParamsParam(TypedDict, total=False):
    """How the model is to answer."""

    seed: int | None
    """Makes repeated answers alike as far as possible."""

    top_p: float | None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. Default: `1`."""

    temperature: float | None
    """The sampling temperature. Higher values give more varied answers."""

    max_completions_tokens: int | None
    """How many tokens the model may write. At least 1."""

    reasoning_effort: ReasoningEffort | None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""


class GraderStringCheckParam(TypedDict):
    """Compares two texts and passes or fails."""

    type: Literal["string_check"]
    """The kind of grader, always `string_check`."""

    name: str
    """What to call the grader in results."""

    input: str
    """The text to judge. May hold template variables such as `{{ sample.output_text
    }}`."""

    reference: str
    """The text to compare with. May hold template variables such as `{{ item.answer
    }}`."""

    operation: Literal["eq", "ne", "like", "ilike"]
    """How to compare."""


class InputAudioInputAudioParam(TypedDict):
    """The audio."""

    data: str
    """The audio file's bytes in Base64."""

    format: Literal["mp3", "wav"]
    """The format of the audio file."""


class InputAudioParam(TypedDict):
    """Sound for the model to listen to."""

    type: Literal["input_audio"]
    """The kind of part, always `input_audio`."""

    input_audio: InputAudioInputAudio | InputAudioInputAudioParam
    """The audio."""


class InputFileContentParam(TypedDict, total=False):
    """A file for the model to read."""

    type: Required[Literal["input_file"]]
    """The kind of part, always `input_file`."""

    file_id: str | None
    """The file's id."""

    filename: str
    """The file's name."""

    file_data: str
    """The file's content."""

    file_url: str
    """Where the file is."""

    detail: Literal["auto", "low", "high"]
    """How closely to look at pages of the file."""

    prompt_cache_breakpoint: (
        PromptCacheBreakpointParam | PromptCacheBreakpointParamParam
    )
    """Ends a part of the prompt that is cached."""


class InputImageContentParam(TypedDict, total=False):
    """An image for the model to look at."""

    type: Required[Literal["input_image"]]
    """The kind of part, always `input_image`."""

    image_url: str | None
    """Where the image is, or the image itself in a data URL."""

    file_id: str | None
    """The id of the image's file."""

    detail: Required[Literal["low", "high", "auto", "original"]]
    """How closely to look."""

    prompt_cache_breakpoint: (
        PromptCacheBreakpointParam | PromptCacheBreakpointParamParam
    )
    """Ends a part of the prompt that is cached."""


class InputTextContentParam(TypedDict, total=False):
    """Text for the model to read."""

    type: Required[Literal["input_text"]]
    """The kind of part, always `input_text`."""

    text: Required[str]
    """The text."""

    prompt_cache_breakpoint: (
        PromptCacheBreakpointParam | PromptCacheBreakpointParamParam
    )
    """Ends a part of the prompt that is cached."""


class TextResponseFormatJsonSchemaParam(TypedDict, total=False):
    """Asks for JSON that follows a schema."""

    type: Required[Literal["json_schema"]]
    """The form, always `json_schema`."""

    description: str
    """What the JSON is for; helps the model to fill it in."""

    name: Required[str]
    """A name for the schema, of letters, digits, underscores and hyphens."""

    schema: Required[ResponseFormatJsonSchemaSchemaParam]
    """The JSON Schema that the answer follows."""

    strict: bool | None
    """Whether the model must follow the schema to the letter. Default: `False`."""


class UpdateEvalRequestParam(TypedDict, total=False):
    """What to replace; anything left out stays as it is."""

    name: str
    """The new name."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""
