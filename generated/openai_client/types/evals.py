"""Types of evals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Union

from typing_extensions import TypeAliasType

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .chat import ChatCompletionTool, PromptCacheBreakpointParam
    from .shared import (
        Metadata,
        ReasoningEffort,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatJsonSchemaSchema,
        ResponseFormatText,
    )

_runtime.defer_imports(__name__)


class CreateEvalCompletionsRunDataSource(BaseModel):
    """Samples a model with the chat completions API."""

    type: Literal["completions"]
    """The source type. Always `completions`."""

    source: CreateEvalCompletionsRunDataSourceSource
    """The test data."""

    input_messages: CreateEvalCompletionsRunDataSourceInputMessages | None = None
    """The input messages for the model."""

    sampling_params: CreateEvalCompletionsRunDataSourceSamplingParams | None = None
    """Sampling parameters for the model."""

    model: str | None = None
    """The model to test."""


CreateEvalCompletionsRunDataSourceInputMessages = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceInputMessages",
    "EvalInputTemplate | EvalInputReference",
)
"""The input messages for the model."""


CreateEvalCompletionsRunDataSourceResponseFormat = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceResponseFormat",
    "ResponseFormatText | ResponseFormatJsonSchema | ResponseFormatJsonObject",
)
"""The format of the assistant's output."""


class CreateEvalCompletionsRunDataSourceSamplingParams(BaseModel):
    """Sampling parameters for the model."""

    reasoning_effort: ReasoningEffort | None = None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""

    temperature: float | None = None
    """The sampling temperature. Higher values produce more varied output. Default:
    `1`."""

    max_completion_tokens: int | None = None
    """The maximum number of tokens to generate."""

    top_p: float | None = None
    """The cumulative probability of the tokens considered in nucleus sampling. Default:
    `1`."""

    seed: int | None = None
    """A seed for best-effort reproducible sampling. Default: `42`."""

    response_format: CreateEvalCompletionsRunDataSourceResponseFormat | None = None
    """The format of the assistant's output."""

    tools: list[ChatCompletionTool] | None = None
    """The functions that the model can call."""


CreateEvalCompletionsRunDataSourceSource = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceSource",
    "EvalJsonlFileContentSource | EvalJsonlFileIdSource | EvalStoredCompletionsSource",
)
"""The test data."""


class CreateEvalJsonlRunDataSource(BaseModel):
    """Uses test data that includes responses, without sampling a model."""

    type: Literal["jsonl"]
    """The source type. Always `jsonl`."""

    source: CreateEvalJsonlRunDataSourceSource
    """The test data."""


CreateEvalJsonlRunDataSourceSource = TypeAliasType(
    "CreateEvalJsonlRunDataSourceSource",
    "EvalJsonlFileContentSource | EvalJsonlFileIdSource",
)
"""The test data."""


class CreateEvalResponsesRunDataSource(BaseModel):
    """Samples a model with the Responses API."""

    type: Literal["responses"]
    """The source type. Always `responses`."""

    source: CreateEvalResponsesRunDataSourceSource
    """The test data."""

    input_messages: CreateEvalResponsesRunDataSourceInputMessages | None = None
    """The input messages for the model."""

    sampling_params: CreateEvalResponsesRunDataSourceSamplingParams | None = None
    """Sampling parameters for the model."""

    model: str | None = None
    """The model to test."""


CreateEvalResponsesRunDataSourceInputMessages = TypeAliasType(
    "CreateEvalResponsesRunDataSourceInputMessages",
    "EvalInputTemplate | EvalInputReference",
)
"""The input messages for the model."""


class CreateEvalResponsesRunDataSourceSamplingParams(BaseModel):
    """Sampling parameters for the model."""

    reasoning_effort: ReasoningEffort | None = None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""

    temperature: float | None = None
    """The sampling temperature. Higher values produce more varied output. Default:
    `1`."""

    max_completion_tokens: int | None = None
    """The maximum number of tokens to generate."""

    top_p: float | None = None
    """The cumulative probability of the tokens considered in nucleus sampling. Default:
    `1`."""

    seed: int | None = None
    """A seed for best-effort reproducible sampling. Default: `42`."""

    tools: list[EvalResponsesTool] | None = None
    """The tools that the model can use."""

    text: CreateEvalResponsesRunDataSourceSamplingParamsText | None = None
    """The text output options."""


class CreateEvalResponsesRunDataSourceSamplingParamsText(BaseModel):
    """The text output options."""

    format: CreateEvalResponsesRunDataSourceSamplingParamsTextFormat | None = None
    """The format of the assistant's output."""


CreateEvalResponsesRunDataSourceSamplingParamsTextFormat = TypeAliasType(
    "CreateEvalResponsesRunDataSourceSamplingParamsTextFormat",
    "ResponseFormatText | TextResponseFormatJsonSchema | ResponseFormatJsonObject",
)
"""The format of the assistant's output."""


CreateEvalResponsesRunDataSourceSource = TypeAliasType(
    "CreateEvalResponsesRunDataSourceSource",
    "EvalJsonlFileContentSource | EvalJsonlFileIdSource | EvalResponsesSource",
)
"""The test data."""


class DeleteEvalResponse(BaseModel):
    """The result of deleting an eval."""

    object: str
    """The object type. Always `eval.deleted`."""

    deleted: bool
    """Whether the eval was deleted."""

    eval_id: str
    """The ID of the deleted eval."""


class DeleteEvalRunResponse(BaseModel):
    """The result of deleting a run of an eval."""

    object: str | None = None
    """The object type. Always `eval.run.deleted`."""

    deleted: bool | None = None
    """Whether the run was deleted."""

    run_id: str | None = None
    """The ID of the deleted run."""


class EasyInputMessage(BaseModel):
    """A message to the tested model. Supports template variables."""

    role: Literal["user", "assistant", "system", "developer"]
    """The role of the message author. `developer` and `system` messages take precedence
    over `user` messages."""

    content: str | list[EasyInputMessageContentPart]
    """The content of the message."""

    phase: Literal["commentary", "final_answer"] | None = None
    """The phase of an assistant message: commentary or final answer."""

    type: Literal["message"] | None = None
    """The item type. Always `message` if present."""


EasyInputMessageContentPart = TypeAliasType(
    "EasyInputMessageContentPart",
    "InputTextContent | InputImageContent | InputFileContent",
)


class Eval(BaseModel):
    """A test of how well a model performs a task."""

    object: Literal["eval"]
    """The object type. Always `eval`."""

    id: str
    """The ID of the eval."""

    name: str
    """The name of the eval."""

    data_source_config: EvalDataSourceConfig
    """The configuration of the test data."""

    testing_criteria: list[EvalTestingCriteriaItem]
    """The graders that evaluate the responses."""

    created_at: int
    """Time at which the eval was created, as a Unix timestamp in seconds."""

    metadata: Metadata | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class EvalApiError(BaseModel):
    """An error that occurred in a run of an eval."""

    code: str
    """The error code."""

    message: str
    """The error message."""


class EvalCustomDataSourceConfig(BaseModel):
    """Test data that you provide, with a fixed schema."""

    type: Literal["custom"]
    """The data source type. Always `custom`."""

    schema: dict[str, Any]
    """The JSON Schema of a data row. Templates can reference the properties it
    defines."""


EvalDataSourceConfig = TypeAliasType(
    "EvalDataSourceConfig",
    """Union[EvalCustomDataSourceConfig, EvalLogsDataSourceConfig,
        EvalStoredCompletionsDataSourceConfig]""",
)
"""The configuration of the test data."""


EvalGraderLabelModel = TypeAliasType("EvalGraderLabelModel", "GraderLabelModel")
"""A grader that assigns a label with a model."""


class EvalGraderPython(BaseModel):
    """A grader that runs a Python program."""

    type: Literal["python"]
    """The grader type. Always `python`."""

    name: str
    """The name of the grader in the results."""

    source: str
    """The source code of the program."""

    image_tag: str | None = None
    """The image tag of the environment in which the program runs."""

    pass_threshold: float | None = None
    """The minimum score required to pass."""


class EvalGraderScoreModel(BaseModel):
    """A grader that assigns a score with a model."""

    type: Literal["score_model"]
    """The grader type. Always `score_model`."""

    name: str
    """The name of the grader in the results."""

    model: str
    """The model that assigns the score."""

    input: list[EvalItem]
    """The messages that instruct the model how to score. They support template
    variables."""

    sampling_params: GraderScoreModelSamplingParams | None = None
    """Sampling parameters for the model."""

    range: list[float] | None = None
    """The minimum and maximum score. Defaults to 0 and 1. At least 2 items, at most 2
    items."""

    pass_threshold: float | None = None
    """The minimum score required to pass."""


EvalGraderStringCheck = TypeAliasType("EvalGraderStringCheck", "GraderStringCheck")
"""A grader that compares two strings."""


class EvalGraderTextSimilarity(BaseModel):
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


class EvalInputReference(BaseModel):
    """Messages that are stored in each data row."""

    type: Literal["item_reference"]
    """The input type. Always `item_reference`."""

    item_reference: str
    """The path of the messages in the data row, for example `item.messages`."""


class EvalInputTemplate(BaseModel):
    """Messages with template variables that are filled in from each data row."""

    type: Literal["template"]
    """The input type. Always `template`."""

    template: list[EvalInputTemplateTemplateItem]
    """The messages on this page."""


EvalInputTemplateTemplateItem = TypeAliasType(
    "EvalInputTemplateTemplateItem", "EasyInputMessage | EvalItem"
)


class EvalItem(BaseModel):
    """An input message for the tested model or for a grading model.

    Supports template variables.
    """

    role: Literal["user", "assistant", "system", "developer"]
    """The role of the message author. `developer` and `system` messages take precedence
    over `user` messages."""

    content: EvalItemContent
    """The content of the message: a single content part or a list of parts."""

    type: Literal["message"] | None = None
    """The item type. Always `message` if present."""


EvalItemContent = TypeAliasType(
    "EvalItemContent", "EvalItemContentItem | list[EvalItemContentItem]"
)
"""The content of the message: a single content part or a list of parts."""


EvalItemContentItem = TypeAliasType(
    "EvalItemContentItem",
    """Union[str, InputTextContent, EvalItemContentOutputText, EvalItemInputImage,
        InputAudio]""",
)
"""A content part: text, an image or audio."""


class EvalItemContentOutputText(BaseModel):
    """Text generated by a model."""

    type: Literal["output_text"]
    """The content part type. Always `output_text`."""

    text: str
    """The text content."""


class EvalItemInputImage(BaseModel):
    """An image input for the model."""

    type: Literal["input_image"]
    """An image input for the model."""

    image_url: str
    """The URL of the image."""

    detail: str | None = None
    """The level of image detail: `low`, `high` or `auto`. Defaults to `auto`."""


class EvalJsonlFileContentSource(BaseModel):
    """Test data that is included in the request."""

    type: Literal["file_content"]
    """The data source type. Always `file_content`."""

    content: list[EvalJsonlFileContentSourceContentItem]
    """The data rows."""


class EvalJsonlFileContentSourceContentItem(BaseModel):
    """Eval jsonl file content source content item."""

    item: dict[str, Any]
    """The values of the row."""

    sample: dict[str, Any] | None = None
    """The model output, if it already exists."""


class EvalJsonlFileIdSource(BaseModel):
    """Test data in an uploaded JSON Lines file."""

    type: Literal["file_id"]
    """The data source type. Always `file_id`."""

    id: str
    """The ID of the file."""


class EvalList(BaseModel):
    """A page of evals."""

    object: Literal["list"]
    """The object type. Always `list`."""

    data: list[Eval]
    """The evals on this page."""

    first_id: str
    """The ID of the first eval on this page."""

    last_id: str
    """The ID of the last eval on this page. Pass it as `after` to request the next
    page."""

    has_more: bool
    """Whether more pages are available."""


class EvalLogsDataSourceConfig(BaseModel):
    """Test data from stored requests."""

    type: Literal["logs"]
    """The data source type. Always `logs`."""

    schema: dict[str, Any]
    """The JSON Schema of a data row. Templates can reference the properties it
    defines."""

    metadata: Metadata | None = None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class EvalResponsesSource(BaseModel):
    """Test data from stored responses."""

    type: Literal["responses"]
    """The data source type. Always `responses`."""

    metadata: dict[str, Any] | None = None
    """Selects only responses with this metadata."""

    model: str | None = None
    """Selects only responses generated by this model."""

    instructions_search: str | None = None
    """Selects only responses whose instructions contain this text."""

    created_after: int | None = None
    """Selects only responses created after this Unix timestamp, in seconds. At
    least 0."""

    created_before: int | None = None
    """Selects only responses created before this Unix timestamp, in seconds. At least
    0."""

    reasoning_effort: ReasoningEffort | None = None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""

    temperature: float | None = None
    """Selects only responses generated with this temperature."""

    top_p: float | None = None
    """Selects only responses generated with this `top_p`."""

    users: list[str] | None = None
    """Selects only responses to these users."""

    tools: list[str] | None = None
    """Selects only responses generated with these tools."""


class EvalResponsesTool(BaseModel, extra="Any"):
    """A tool that the tested model can use, in the format of the Responses API.

    Each tool type defines additional properties.
    """

    type: str
    """The tool type, for example `function`, `file_search`, `web_search` or `mcp`."""

    if TYPE_CHECKING:

        def __init__(self, /, *, type: str, **extra: Any) -> None: ...

        def __getattr__(self, name: str) -> Any: ...


class EvalRun(BaseModel):
    """A run of an eval over the test data."""

    object: Literal["eval.run"]
    """The object type. Always `eval.run`."""

    id: str
    """The ID of the run."""

    eval_id: str
    """The eval."""

    status: str
    """The status of the run, for example `queued`, `in_progress`, `completed`, `failed`
    or `canceled`."""

    model: str
    """The tested model, if any."""

    name: str
    """The name of the run."""

    created_at: int
    """Time at which the run was created, as a Unix timestamp in seconds."""

    report_url: str
    """The URL of the report page."""

    result_counts: EvalRunResultCounts
    """The number of output items by result."""

    per_model_usage: list[EvalRunPerModelUsageItem]
    """Usage by model, including grading models."""

    per_testing_criteria_results: list[EvalRunPerTestingCriteriaResult]
    """Results by grader."""

    data_source: EvalRunDataSource
    """The source of the test data and the responses."""

    metadata: Metadata | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    error: EvalApiError | None
    """The error of a failed run; null if the run did not fail."""


EvalRunDataSource = TypeAliasType(
    "EvalRunDataSource",
    """Union[CreateEvalJsonlRunDataSource, CreateEvalCompletionsRunDataSource,
        CreateEvalResponsesRunDataSource]""",
)
"""The source of the test data and the responses."""


class EvalRunList(BaseModel):
    """A page of the runs of an eval."""

    object: Literal["list"]
    """The object type. Always `list`."""

    data: list[EvalRun]
    """The runs on this page."""

    first_id: str
    """The ID of the first run on this page."""

    last_id: str
    """The ID of the last run on this page. Pass it as `after` to request the next
    page."""

    has_more: bool
    """Whether more pages are available."""


class EvalRunOutputItem(BaseModel):
    """The result for one data row: the row, the response, and the grading."""

    object: Literal["eval.run.output_item"]
    """The object type. Always `eval.run.output_item`."""

    id: str
    """The ID of the output item."""

    run_id: str
    """The run."""

    eval_id: str
    """The eval."""

    created_at: int
    """Time at which the output item was created, as a Unix timestamp in seconds."""

    status: str
    """The result status, for example `pass` or `fail`."""

    datasource_item_id: int
    """The index of the data row."""

    datasource_item: dict[str, Any]
    """The data row."""

    results: list[EvalRunOutputItemResult]
    """The result of each grader."""

    sample: EvalRunOutputItemSample
    """The sampled input and output of the model."""


class EvalRunOutputItemList(BaseModel):
    """A page of the output items of a run."""

    object: Literal["list"]
    """The object type. Always `list`."""

    data: list[EvalRunOutputItem]
    """The output items on this page."""

    first_id: str
    """The ID of the first output item on this page."""

    last_id: str
    """The ID of the last output item on this page. Pass it as `after` to request the
    next page."""

    has_more: bool
    """Whether more pages are available."""


class EvalRunOutputItemResult(BaseModel, extra="Any"):
    """The result of a grader for one response.

    Each grader type may define additional properties.
    """

    name: str
    """The name of the grader."""

    score: float
    """The score assigned by the grader."""

    passed: bool
    """Whether the response passed."""

    type: str | None = None
    """The grader type."""

    sample: dict[str, Any] | None = None
    """The input and output of the grading model, if the grader uses one."""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            name: str,
            score: float,
            passed: bool,
            type: str | None = None,
            sample: dict[str, Any] | None = None,
            **extra: Any,
        ) -> None: ...

        def __getattr__(self, name: str) -> Any: ...


class EvalRunOutputItemSample(BaseModel):
    """The sampled input and output of the model."""

    input: list[EvalRunOutputItemSampleInputItem]
    """The input messages."""

    output: list[EvalRunOutputItemSampleOutputItem]
    """The output messages."""

    finish_reason: str
    """The reason the generation stopped."""

    model: str
    """The name of the model."""

    usage: EvalRunOutputItemSampleUsage
    """Token usage of the sample."""

    error: EvalApiError | None
    """The error that prevented a response; null if the request succeeded."""

    temperature: float
    """The sampling temperature that was used."""

    max_completion_tokens: int
    """The maximum number of tokens to generate that was set."""

    top_p: float
    """The cumulative probability used in nucleus sampling."""

    seed: int
    """The seed that was used."""


class EvalRunOutputItemSampleInputItem(BaseModel):
    """Eval run output item sample input item."""

    role: str
    """The role of the message author."""

    content: str
    """The content of the message."""


class EvalRunOutputItemSampleOutputItem(BaseModel):
    """Eval run output item sample output item."""

    role: str | None = None
    """The role of the message author."""

    content: str | None = None
    """The content of the message."""


class EvalRunOutputItemSampleUsage(BaseModel):
    """Token usage of the sample."""

    total_tokens: int
    """The total number of tokens, input and output combined."""

    completion_tokens: int
    """The number of output tokens."""

    prompt_tokens: int
    """The number of input tokens."""

    cached_tokens: int
    """The number of input tokens read from the cache."""


class EvalRunPerModelUsageItem(BaseModel):
    """Eval run per model usage item."""

    model_name: str
    """The name of the model."""

    invocation_count: int
    """The number of invocations."""

    prompt_tokens: int
    """The number of input tokens."""

    completion_tokens: int
    """The number of output tokens."""

    total_tokens: int
    """The total number of tokens, input and output combined."""

    cached_tokens: int
    """The number of input tokens read from the cache."""


class EvalRunPerTestingCriteriaResult(BaseModel):
    """Eval run per testing criteria result."""

    testing_criteria: str
    """The grader."""

    passed: int
    """The number of passed output items."""

    failed: int
    """The number of failed output items."""


class EvalRunResultCounts(BaseModel):
    """The number of output items by result."""

    total: int
    """The total number of output items."""

    errored: int
    """The number of output items with errors."""

    failed: int
    """The number of failed output items."""

    passed: int
    """The number of passed output items."""


class EvalStoredCompletionsDataSourceConfig(BaseModel):
    """Test data from stored chat completions. Replaced by `logs`.

    Deprecated.
    """

    type: Literal["stored_completions"]
    """The data source type. Always `stored_completions`."""

    schema: dict[str, Any]
    """The JSON Schema of a data row. Templates can reference the properties it
    defines."""

    metadata: Metadata | None = None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class EvalStoredCompletionsSource(BaseModel):
    """Test data from stored chat completions."""

    type: Literal["stored_completions"]
    """The data source type. Always `stored_completions`."""

    metadata: Metadata | None = None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    model: str | None = None
    """Selects only completions generated by this model."""

    created_after: int | None = None
    """Selects only completions created after this Unix timestamp, in seconds."""

    created_before: int | None = None
    """Selects only completions created before this Unix timestamp, in seconds."""

    limit: int | None = None
    """The maximum number of completions to select."""


EvalTestingCriteriaItem = TypeAliasType(
    "EvalTestingCriteriaItem",
    """Union[EvalGraderLabelModel, EvalGraderStringCheck, EvalGraderTextSimilarity,
        EvalGraderPython, EvalGraderScoreModel]""",
)


GetEvalRunsStatus: TypeAlias = Literal[
    "queued", "in_progress", "completed", "canceled", "failed"
]


class GraderLabelModel(BaseModel):
    """Grader label model.

    Uses a model to assign a label and passes if the label is one of the accepted
    labels.
    """

    type: Literal["label_model"]
    """The grader type. Always `label_model`."""

    name: str
    """The name of the grader in the results."""

    model: str
    """The model that assigns the label. It must support structured output."""

    input: list[EvalItem]
    """The messages that instruct the model how to label. They support template
    variables."""

    labels: list[str]
    """The available labels."""

    passing_labels: list[str]
    """The labels that count as a pass. Must be a subset of `labels`."""


class GraderScoreModelSamplingParams(BaseModel):
    """Sampling parameters for the model."""

    seed: int | None = None
    """A seed for best-effort reproducible sampling."""

    top_p: float | None = None
    """The cumulative probability of the tokens considered in nucleus sampling. Default:
    `1`."""

    temperature: float | None = None
    """The sampling temperature. Higher values produce more varied output."""

    max_completions_tokens: int | None = None
    """The maximum number of tokens to generate. At least 1."""

    reasoning_effort: ReasoningEffort | None = None
    """The amount of reasoning before the model responds. Lower effort gives faster and
    cheaper responses. Default: `"medium"`."""


class GraderStringCheck(BaseModel):
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


GraderTextSimilarityEvaluationMetric: TypeAlias = Literal[
    "cosine",
    "fuzzy_match",
    "bleu",
    "gleu",
    "meteor",
    "rouge_1",
    "rouge_2",
    "rouge_3",
    "rouge_4",
    "rouge_5",
    "rouge_l",
]
"""The similarity metric."""


class InputAudio(BaseModel):
    """An audio input for the model."""

    type: Literal["input_audio"]
    """The content part type. Always `input_audio`."""

    input_audio: InputAudioInputAudio
    """The audio content."""


class InputAudioInputAudio(BaseModel):
    """The audio content."""

    data: str
    """The base64-encoded audio data."""

    format: Literal["mp3", "wav"]
    """The audio file format."""


class InputFileContent(BaseModel):
    """A file input for the model."""

    type: Literal["input_file"]
    """The content part type. Always `input_file`."""

    file_id: str | None = None
    """The ID of the file."""

    filename: str | None = None
    """The name of the file."""

    file_data: str | None = None
    """The content of the file."""

    file_url: str | None = None
    """The URL of the file."""

    detail: Literal["auto", "low", "high"] | None = None
    """The level of detail for the pages of the file."""

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Marks the end of a cached prefix of the prompt."""


class InputImageContent(BaseModel):
    """An image input for the model."""

    type: Literal["input_image"]
    """An image input for the model."""

    detail: Literal["low", "high", "auto", "original"]
    """The level of image detail."""

    image_url: str | None = None
    """The URL of the image, or the image as a data URL."""

    file_id: str | None = None
    """The ID of the image file."""

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Marks the end of a cached prefix of the prompt."""


class InputTextContent(BaseModel):
    """Text input for the model."""

    type: Literal["input_text"]
    """The content part type. Always `input_text`."""

    text: str
    """The text content."""

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Marks the end of a cached prefix of the prompt."""


class TextResponseFormatJsonSchema(BaseModel):
    """Output as JSON that conforms to a schema."""

    type: Literal["json_schema"]
    """The format type. Always `json_schema`."""

    name: str
    """The name of the schema: letters, digits, underscores and hyphens."""

    schema: ResponseFormatJsonSchemaSchema
    """The JSON Schema that the output conforms to."""

    description: str | None = None
    """A description of the format, used by the model to generate the output."""

    strict: bool | None = None
    """Whether the output must conform exactly to the schema. Default: `False`."""


class AsyncEvalListPage(_runtime.AsyncPage["Eval"], EvalList):
    """A page of `EvalList` that can load the next page."""


class AsyncEvalRunListPage(_runtime.AsyncPage["EvalRun"], EvalRunList):
    """A page of `EvalRunList` that can load the next page."""


class AsyncEvalRunOutputItemListPage(
    _runtime.AsyncPage["EvalRunOutputItem"], EvalRunOutputItemList
):
    """A page of `EvalRunOutputItemList` that can load the next page."""


class EvalListPage(_runtime.SyncPage["Eval"], EvalList):
    """A page of `EvalList` that can load the next page."""


class EvalRunListPage(_runtime.SyncPage["EvalRun"], EvalRunList):
    """A page of `EvalRunList` that can load the next page."""


class EvalRunOutputItemListPage(
    _runtime.SyncPage["EvalRunOutputItem"], EvalRunOutputItemList
):
    """A page of `EvalRunOutputItemList` that can load the next page."""
