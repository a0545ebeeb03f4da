"""Parameters of evals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Required, Union

from typing_extensions import TypeAliasType, TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .chat import ChatCompletionTool, PromptCacheBreakpointParam
    from .chat_params import ChatCompletionToolParam, PromptCacheBreakpointInputParam
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
    from .shared import (
        ReasoningEffort,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatText,
    )
    from .shared_params import (
        MetadataParam,
        ResponseFormatJsonObjectParam,
        ResponseFormatJsonSchemaParam,
        ResponseFormatJsonSchemaSchemaParam,
        ResponseFormatTextParam,
    )

_runtime.defer_imports(__name__)


CreateEvalCompletionsRunDataSourceInputMessagesParam = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceInputMessagesParam",
    """Union[EvalInputTemplate, EvalInputTemplateParam, EvalInputReference,
        EvalInputReferenceParam]""",
)
"""The input messages for the model."""


class CreateEvalCompletionsRunDataSourceParam(TypedDict, total=False):
    """Samples a model with the chat completions API."""

    type: Required[Literal["completions"]]
    """The source type. Always `completions`."""

    input_messages: CreateEvalCompletionsRunDataSourceInputMessagesParam
    """The input messages for the model."""

    sampling_params: (
        CreateEvalCompletionsRunDataSourceSamplingParams
        | CreateEvalCompletionsRunDataSourceSamplingParamsParam
    )
    """Sampling parameters for the model."""

    model: str
    """The model to test."""

    source: Required[CreateEvalCompletionsRunDataSourceSourceParam]
    """The test data."""


CreateEvalCompletionsRunDataSourceResponseFormatParam = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceResponseFormatParam",
    """Union[ResponseFormatText, ResponseFormatTextParam, ResponseFormatJsonSchema,
        ResponseFormatJsonSchemaParam, ResponseFormatJsonObject,
        ResponseFormatJsonObjectParam]""",
)
"""The format of the assistant's output."""


class CreateEvalCompletionsRunDataSourceSamplingParamsParam(TypedDict, total=False):
    """Sampling parameters for the model."""

    reasoning_effort: ReasoningEffort | None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""

    temperature: float
    """The sampling temperature. Higher values produce more varied output. Default:
    `1`."""

    max_completion_tokens: int
    """The maximum number of tokens to generate."""

    top_p: float
    """The cumulative probability of the tokens considered in nucleus sampling. Default:
    `1`."""

    seed: int
    """A seed for best-effort reproducible sampling. Default: `42`."""

    response_format: CreateEvalCompletionsRunDataSourceResponseFormatParam
    """The format of the assistant's output."""

    tools: Sequence[ChatCompletionTool | ChatCompletionToolParam]
    """The functions that the model can call."""


CreateEvalCompletionsRunDataSourceSourceParam = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceSourceParam",
    """Union[EvalJsonlFileContentSource, EvalJsonlFileContentSourceParam,
        EvalJsonlFileIdSource, EvalJsonlFileIdSourceParam, EvalStoredCompletionsSource,
        EvalStoredCompletionsSourceParam]""",
)
"""The test data."""


class CreateEvalCustomDataSourceConfigParam(TypedDict, total=False):
    """Configures test data that you provide."""

    type: Required[Literal["custom"]]
    """The data source type. Always `custom`."""

    item_schema: Required[Mapping[str, object]]
    """The JSON Schema of a data row."""

    include_sample_schema: bool
    """Whether graders evaluate model responses in addition to the data. Default:
    `False`."""


CreateEvalItemParam = TypeAliasType(
    "CreateEvalItemParam", "CreateEvalItemPlainMessageParam | EvalItem | EvalItemParam"
)
"""An input message for the tested model or for a grading model. Supports template
variables."""


class CreateEvalItemPlainMessageParam(TypedDict):
    """Plain message."""

    role: str
    """The role of the message author, for example `user`."""

    content: str
    """The content of the message."""


class CreateEvalJsonlRunDataSourceParam(TypedDict):
    """Uses test data that includes responses, without sampling a model."""

    type: Literal["jsonl"]
    """The source type. Always `jsonl`."""

    source: CreateEvalJsonlRunDataSourceSourceParam
    """The test data."""


CreateEvalJsonlRunDataSourceSourceParam = TypeAliasType(
    "CreateEvalJsonlRunDataSourceSourceParam",
    """Union[EvalJsonlFileContentSource, EvalJsonlFileContentSourceParam,
        EvalJsonlFileIdSource, EvalJsonlFileIdSourceParam]""",
)
"""The test data."""


class CreateEvalLabelModelGraderParam(TypedDict):
    """Create eval label model grader param.

    Uses a model to assign a label and passes if the label is one of the accepted
    labels.
    """

    type: Literal["label_model"]
    """The grader type. Always `label_model`."""

    name: str
    """The name of the grader in the results."""

    model: str
    """The model that assigns the label. It must support structured output."""

    input: Sequence[CreateEvalItemParam]
    """The messages that instruct the model how to label. They support template
    variables."""

    labels: Sequence[str]
    """The available labels."""

    passing_labels: Sequence[str]
    """The labels that count as a pass. Must be a subset of `labels`."""


class CreateEvalLogsDataSourceConfigParam(TypedDict, total=False):
    """Configures test data from stored requests."""

    type: Required[Literal["logs"]]
    """The data source type. Always `logs`."""

    metadata: Mapping[str, object]
    """Selects only requests with this metadata."""


CreateEvalRequestDataSourceConfigParam = TypeAliasType(
    "CreateEvalRequestDataSourceConfigParam",
    """Union[CreateEvalCustomDataSourceConfigParam, CreateEvalLogsDataSourceConfigParam,
        CreateEvalStoredCompletionsDataSourceConfigParam]""",
)
"""The configuration of the test data."""


class CreateEvalRequestParam(TypedDict, total=False):
    """The test data configuration and the graders of the new eval."""

    name: str
    """The name of the eval."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    data_source_config: Required[CreateEvalRequestDataSourceConfigParam]
    """The configuration of the test data."""

    testing_criteria: Required[Sequence[CreateEvalRequestTestingCriteriaItemParam]]
    """The graders that evaluate the responses."""


CreateEvalRequestTestingCriteriaItemParam = TypeAliasType(
    "CreateEvalRequestTestingCriteriaItemParam",
    """Union[CreateEvalLabelModelGraderParam, EvalGraderStringCheckParam,
        EvalGraderTextSimilarity, EvalGraderTextSimilarityParam, EvalGraderPython,
        EvalGraderPythonParam, EvalGraderScoreModel, EvalGraderScoreModelParam]""",
)


CreateEvalResponsesRunDataSourceInputMessagesParam = TypeAliasType(
    "CreateEvalResponsesRunDataSourceInputMessagesParam",
    """Union[EvalInputTemplate, EvalInputTemplateParam, EvalInputReference,
        EvalInputReferenceParam]""",
)
"""The input messages for the model."""


class CreateEvalResponsesRunDataSourceParam(TypedDict, total=False):
    """Samples a model with the Responses API."""

    type: Required[Literal["responses"]]
    """The source type. Always `responses`."""

    input_messages: CreateEvalResponsesRunDataSourceInputMessagesParam
    """The input messages for the model."""

    sampling_params: (
        CreateEvalResponsesRunDataSourceSamplingParams
        | CreateEvalResponsesRunDataSourceSamplingParamsParam
    )
    """Sampling parameters for the model."""

    model: str
    """The model to test."""

    source: Required[CreateEvalResponsesRunDataSourceSourceParam]
    """The test data."""


class CreateEvalResponsesRunDataSourceSamplingParamsParam(TypedDict, total=False):
    """Sampling parameters for the model."""

    reasoning_effort: ReasoningEffort | None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""

    temperature: float
    """The sampling temperature. Higher values produce more varied output. Default:
    `1`."""

    max_completion_tokens: int
    """The maximum number of tokens to generate."""

    top_p: float
    """The cumulative probability of the tokens considered in nucleus sampling. Default:
    `1`."""

    seed: int
    """A seed for best-effort reproducible sampling. Default: `42`."""

    tools: Sequence[EvalResponsesTool | EvalResponsesToolParam | Mapping[str, object]]
    """The tools that the model can use."""

    text: (
        CreateEvalResponsesRunDataSourceSamplingParamsText
        | CreateEvalResponsesRunDataSourceSamplingParamsTextParam
    )
    """The text output options."""


CreateEvalResponsesRunDataSourceSamplingParamsTextFormatParam = TypeAliasType(
    "CreateEvalResponsesRunDataSourceSamplingParamsTextFormatParam",
    """Union[ResponseFormatText, ResponseFormatTextParam, TextResponseFormatJsonSchema,
        TextResponseFormatJsonSchemaParam, ResponseFormatJsonObject,
        ResponseFormatJsonObjectParam]""",
)
"""The format of the assistant's output."""


class CreateEvalResponsesRunDataSourceSamplingParamsTextParam(TypedDict, total=False):
    """The text output options."""

    format: CreateEvalResponsesRunDataSourceSamplingParamsTextFormatParam
    """The format of the assistant's output."""


CreateEvalResponsesRunDataSourceSourceParam = TypeAliasType(
    "CreateEvalResponsesRunDataSourceSourceParam",
    """Union[EvalJsonlFileContentSource, EvalJsonlFileContentSourceParam,
        EvalJsonlFileIdSource, EvalJsonlFileIdSourceParam, EvalResponsesSource,
        EvalResponsesSourceParam]""",
)
"""The test data."""


CreateEvalRunRequestDataSourceParam = TypeAliasType(
    "CreateEvalRunRequestDataSourceParam",
    """Union[CreateEvalJsonlRunDataSource, CreateEvalJsonlRunDataSourceParam,
        CreateEvalCompletionsRunDataSource, CreateEvalCompletionsRunDataSourceParam,
        CreateEvalResponsesRunDataSource, CreateEvalResponsesRunDataSourceParam]""",
)
"""The source of the test data and the responses."""


class CreateEvalRunRequestParam(TypedDict, total=False):
    """The data source and the model of the new run."""

    name: str
    """The name of the run."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    data_source: Required[CreateEvalRunRequestDataSourceParam]
    """The source of the test data and the responses."""


class CreateEvalStoredCompletionsDataSourceConfigParam(TypedDict, total=False):
    """Configures test data from stored chat completions. Replaced by `logs`.

    Deprecated.
    """

    type: Required[Literal["stored_completions"]]
    """The data source type. Always `stored_completions`."""

    metadata: Mapping[str, object]
    """Selects only completions with this metadata."""


EasyInputMessageContentPartParam = TypeAliasType(
    "EasyInputMessageContentPartParam",
    """Union[InputTextContent, InputTextContentParam, InputImageContent,
        InputImageContentParam, InputFileContent, InputFileContentParam]""",
)


class EasyInputMessageParam(TypedDict, total=False):
    """A message to the tested model. Supports template variables."""

    role: Required[Literal["user", "assistant", "system", "developer"]]
    """The role of the message author. `developer` and `system` messages take precedence
    over `user` messages."""

    content: Required[str | Sequence[EasyInputMessageContentPartParam]]
    """The content of the message."""

    phase: Literal["commentary", "final_answer"] | None
    """The phase of an assistant message: commentary or final answer."""

    type: Literal["message"]
    """The item type. Always `message` if present."""


class EvalGraderPythonParam(TypedDict, total=False):
    """A grader that runs a Python program."""

    type: Required[Literal["python"]]
    """The grader type. Always `python`."""

    name: Required[str]
    """The name of the grader in the results."""

    source: Required[str]
    """The source code of the program."""

    image_tag: str
    """The image tag of the environment in which the program runs."""

    pass_threshold: float
    """The minimum score required to pass."""


class EvalGraderScoreModelParam(TypedDict, total=False):
    """A grader that assigns a score with a model."""

    type: Required[Literal["score_model"]]
    """The grader type. Always `score_model`."""

    name: Required[str]
    """The name of the grader in the results."""

    model: Required[str]
    """The model that assigns the score."""

    sampling_params: (
        GraderScoreModelSamplingParams | GraderScoreModelSamplingParamsParam
    )
    """Sampling parameters for the model."""

    input: Required[Sequence[EvalItem | EvalItemParam]]
    """The messages that instruct the model how to score. They support template
    variables."""

    range: Sequence[float]
    """The minimum and maximum score. Defaults to 0 and 1. At least 2 items, at most 2
    items."""

    pass_threshold: float
    """The minimum score required to pass."""


EvalGraderStringCheckParam = TypeAliasType(
    "EvalGraderStringCheckParam", "GraderStringCheck | GraderStringCheckParam"
)
"""A grader that compares two strings."""


class EvalGraderTextSimilarityParam(TypedDict):
    """A grader that measures the similarity of two texts."""

    type: Literal["text_similarity"]
    """The grader type. Always `text_similarity`."""

    name: str
    """The name of the grader in the results."""

    input: str
    """The text to grade."""

    reference: str
    """The reference text."""

    evaluation_metric: GraderTextSimilarityEvaluationMetric
    """The similarity metric."""

    pass_threshold: float
    """The minimum score required to pass."""


class EvalInputReferenceParam(TypedDict):
    """Messages that are stored in each data row."""

    type: Literal["item_reference"]
    """The input type. Always `item_reference`."""

    item_reference: str
    """The path of the messages in the data row, for example `item.messages`."""


class EvalInputTemplateParam(TypedDict):
    """Messages with template variables that are filled in from each data row."""

    type: Literal["template"]
    """The input type. Always `template`."""

    template: Sequence[EvalInputTemplateTemplateItemParam]
    """The messages on this page."""


EvalInputTemplateTemplateItemParam = TypeAliasType(
    "EvalInputTemplateTemplateItemParam",
    "EasyInputMessage | EasyInputMessageParam | EvalItem | EvalItemParam",
)


EvalItemContentItemParam = TypeAliasType(
    "EvalItemContentItemParam",
    """Union[str, InputTextContent, InputTextContentParam, EvalItemContentOutputText,
        EvalItemContentOutputTextParam, EvalItemInputImage, EvalItemInputImageParam,
        InputAudio, InputAudioParam]""",
)
"""A content part: text, an image or audio."""


class EvalItemContentOutputTextParam(TypedDict):
    """Text generated by a model."""

    type: Literal["output_text"]
    """The content part type. Always `output_text`."""

    text: str
    """The text content."""


EvalItemContentParam = TypeAliasType(
    "EvalItemContentParam",
    "EvalItemContentItemParam | Sequence[EvalItemContentItemParam]",
)
"""The content of the message: a single content part or a list of parts."""


class EvalItemInputImageParam(TypedDict, total=False):
    """An image input for the model."""

    type: Required[Literal["input_image"]]
    """An image input for the model."""

    image_url: Required[str]
    """The URL of the image."""

    detail: str
    """The level of image detail: `low`, `high` or `auto`. Defaults to `auto`."""


class EvalItemParam(TypedDict, total=False):
    """An input message for the tested model or for a grading model.

    Supports template variables.
    """

    role: Required[Literal["user", "assistant", "system", "developer"]]
    """The role of the message author. `developer` and `system` messages take precedence
    over `user` messages."""

    content: Required[EvalItemContentParam]
    """The content of the message: a single content part or a list of parts."""

    type: Literal["message"]
    """The item type. Always `message` if present."""


class EvalJsonlFileContentSourceContentItemParam(TypedDict, total=False):
    """Eval jsonl file content source content item param."""

    item: Required[Mapping[str, object]]
    """The values of the row."""

    sample: Mapping[str, object]
    """The model output, if it already exists."""


class EvalJsonlFileContentSourceParam(TypedDict):
    """Test data that is included in the request."""

    type: Literal["file_content"]
    """The data source type. Always `file_content`."""

    content: Sequence[
        EvalJsonlFileContentSourceContentItem
        | EvalJsonlFileContentSourceContentItemParam
    ]
    """The data rows."""


class EvalJsonlFileIdSourceParam(TypedDict):
    """Test data in an uploaded JSON Lines file."""

    type: Literal["file_id"]
    """The data source type. Always `file_id`."""

    id: str
    """The ID of the file."""


class EvalResponsesSourceParam(TypedDict, total=False):
    """Test data from stored responses."""

    type: Required[Literal["responses"]]
    """The data source type. Always `responses`."""

    metadata: Mapping[str, object] | None
    """Selects only responses with this metadata."""

    model: str | None
    """Selects only responses generated by this model."""

    instructions_search: str | None
    """Selects only responses whose instructions contain this text."""

    created_after: int | None
    """Selects only responses created after this Unix timestamp, in seconds. At
    least 0."""

    created_before: int | None
    """Selects only responses created before this Unix timestamp, in seconds. At least
    0."""

    reasoning_effort: ReasoningEffort | None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""

    temperature: float | None
    """Selects only responses generated with this temperature."""

    top_p: float | None
    """Selects only responses generated with this `top_p`."""

    users: Sequence[str] | None
    """Selects only responses to these users."""

    tools: Sequence[str] | None
    """Selects only responses generated with these tools."""


class EvalResponsesToolParam(TypedDict):
    """A tool that the tested model can use, in the format of the Responses API.

    Each tool type defines additional properties.
    """

    type: str
    """The tool type, for example `function`, `file_search`, `web_search` or `mcp`."""


class EvalStoredCompletionsSourceParam(TypedDict, total=False):
    """Test data from stored chat completions."""

    type: Required[Literal["stored_completions"]]
    """The data source type. Always `stored_completions`."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    model: str | None
    """Selects only completions generated by this model."""

    created_after: int | None
    """Selects only completions created after this Unix timestamp, in seconds."""

    created_before: int | None
    """Selects only completions created before this Unix timestamp, in seconds."""

    limit: int | None
    """The maximum number of completions to select."""


class GraderLabelModelParam(TypedDict):
    """Grader label model param.

    Uses a model to assign a label and passes if the label is one of the accepted
    labels.
    """

    type: Literal["label_model"]
    """The grader type. Always `label_model`."""

    name: str
    """The name of the grader in the results."""

    model: str
    """The model that assigns the label. It must support structured output."""

    input: Sequence[EvalItem | EvalItemParam]
    """The messages that instruct the model how to label. They support template
    variables."""

    labels: Sequence[str]
    """The available labels."""

    passing_labels: Sequence[str]
    """The labels that count as a pass. Must be a subset of `labels`."""


class GraderScoreModelSamplingParamsParam(TypedDict, total=False):
    """Sampling parameters for the model."""

    seed: int | None
    """A seed for best-effort reproducible sampling."""

    top_p: float | None
    """The cumulative probability of the tokens considered in nucleus sampling. Default:
    `1`."""

    temperature: float | None
    """The sampling temperature. Higher values produce more varied output."""

    max_completions_tokens: int | None
    """The maximum number of tokens to generate. At least 1."""

    reasoning_effort: ReasoningEffort | None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""


class GraderStringCheckParam(TypedDict):
    """Compares two strings and returns pass or fail."""

    type: Literal["string_check"]
    """The grader type. Always `string_check`."""

    name: str
    """The name of the grader in the results."""

    input: str
    """The string to grade. Supports template variables such as `{{ sample.output_text
    }}`."""

    reference: str
    """The reference string. Supports template variables such as `{{ item.answer }}`."""

    operation: Literal["eq", "ne", "like", "ilike"]
    """The comparison to perform."""


class InputAudioInputAudioParam(TypedDict):
    """The audio content."""

    data: str
    """The base64-encoded audio data."""

    format: Literal["mp3", "wav"]
    """The audio file format."""


class InputAudioParam(TypedDict):
    """An audio input for the model."""

    type: Literal["input_audio"]
    """The content part type. Always `input_audio`."""

    input_audio: InputAudioInputAudio | InputAudioInputAudioParam
    """The audio content."""


class InputFileContentParam(TypedDict, total=False):
    """A file input for the model."""

    type: Required[Literal["input_file"]]
    """The content part type. Always `input_file`."""

    file_id: str | None
    """The ID of the file."""

    filename: str
    """The name of the file."""

    file_data: str
    """The content of the file."""

    file_url: str
    """The URL of the file."""

    detail: Literal["auto", "low", "high"]
    """The level of detail for the pages of the file."""

    prompt_cache_breakpoint: (
        PromptCacheBreakpointParam | PromptCacheBreakpointInputParam
    )
    """Marks the end of a cached prefix of the prompt."""


class InputImageContentParam(TypedDict, total=False):
    """An image input for the model."""

    type: Required[Literal["input_image"]]
    """An image input for the model."""

    image_url: str | None
    """The URL of the image, or the image as a data URL."""

    file_id: str | None
    """The ID of the image file."""

    detail: Required[Literal["low", "high", "auto", "original"]]
    """The level of image detail."""

    prompt_cache_breakpoint: (
        PromptCacheBreakpointParam | PromptCacheBreakpointInputParam
    )
    """Marks the end of a cached prefix of the prompt."""


class InputTextContentParam(TypedDict, total=False):
    """Text input for the model."""

    type: Required[Literal["input_text"]]
    """The content part type. Always `input_text`."""

    text: Required[str]
    """The text content."""

    prompt_cache_breakpoint: (
        PromptCacheBreakpointParam | PromptCacheBreakpointInputParam
    )
    """Marks the end of a cached prefix of the prompt."""


class TextResponseFormatJsonSchemaParam(TypedDict, total=False):
    """Output as JSON that conforms to a schema."""

    type: Required[Literal["json_schema"]]
    """The format type. Always `json_schema`."""

    description: str
    """A description of the format, used by the model to generate the output."""

    name: Required[str]
    """The name of the schema: letters, digits, underscores and hyphens."""

    schema: Required[ResponseFormatJsonSchemaSchemaParam]
    """The JSON Schema that the output conforms to."""

    strict: bool | None
    """Whether the output must conform exactly to the schema. Default: `False`."""


class UpdateEvalRequestParam(TypedDict, total=False):
    """The properties to replace. Omitted properties remain unchanged."""

    name: str
    """The new name of the eval."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""
