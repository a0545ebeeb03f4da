"""Types of evals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .beta import (
        ReasoningEffort,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatJsonSchemaSchema,
        ResponseFormatText,
    )
    from .chat import ChatCompletionTool, Metadata, PromptCacheBreakpointParam


class CreateEvalCompletionsRunDataSource(BaseModel):
    """Asks a model by way of the chat completions API."""

    type: Literal["completions"]
    """The kind of source, always `completions`."""

    source: CreateEvalCompletionsRunDataSourceSource
    """The test data."""

    input_messages: CreateEvalCompletionsRunDataSourceInputMessages | None = None
    """What to ask."""

    sampling_params: CreateEvalCompletionsRunDataSourceSamplingParams | None = None
    """How the model is to answer."""

    model: str | None = None
    """The model to test."""


CreateEvalCompletionsRunDataSourceInputMessages: TypeAlias = """
    EvalInputTemplate
    | EvalInputReference
"""
"""What to ask."""


CreateEvalCompletionsRunDataSourceResponseFormat: TypeAlias = """
    ResponseFormatText
    | ResponseFormatJsonSchema
    | ResponseFormatJsonObject
"""
"""The form that answers must take."""


class CreateEvalCompletionsRunDataSourceSamplingParams(BaseModel):
    """How the model is to answer."""

    reasoning_effort: ReasoningEffort | None = None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""

    temperature: float | None = None
    """The sampling temperature. Higher values give more varied answers. Default:
    `1`."""

    max_completion_tokens: int | None = None
    """How many tokens the model may write."""

    top_p: float | None = None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. Default: `1`."""

    seed: int | None = None
    """Makes repeated answers alike as far as possible. Default: `42`."""

    response_format: CreateEvalCompletionsRunDataSourceResponseFormat | None = None
    """The form that answers must take."""

    tools: list[ChatCompletionTool] | None = None
    """The functions that the model may call."""


CreateEvalCompletionsRunDataSourceSource: TypeAlias = """
    EvalJsonlFileContentSource
    | EvalJsonlFileIdSource
    | EvalStoredCompletionsSource
"""
"""The test data."""


class CreateEvalJsonlRunDataSource(BaseModel):
    """Takes the test data with their answers, and asks no model."""

    type: Literal["jsonl"]
    """The kind of source, always `jsonl`."""

    source: CreateEvalJsonlRunDataSourceSource
    """The test data."""


CreateEvalJsonlRunDataSourceSource: TypeAlias = """
    EvalJsonlFileContentSource
    | EvalJsonlFileIdSource
"""
"""The test data."""


class CreateEvalResponsesRunDataSource(BaseModel):
    """Asks a model by way of the Responses API."""

    type: Literal["responses"]
    """The kind of source, always `responses`."""

    source: CreateEvalResponsesRunDataSourceSource
    """The test data."""

    input_messages: CreateEvalResponsesRunDataSourceInputMessages | None = None
    """What to ask."""

    sampling_params: CreateEvalResponsesRunDataSourceSamplingParams | None = None
    """How the model is to answer."""

    model: str | None = None
    """The model to test."""


CreateEvalResponsesRunDataSourceInputMessages: TypeAlias = """
    EvalInputTemplate
    | EvalInputReference
"""
"""What to ask."""


class CreateEvalResponsesRunDataSourceSamplingParams(BaseModel):
    """How the model is to answer."""

    reasoning_effort: ReasoningEffort | None = None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""

    temperature: float | None = None
    """The sampling temperature. Higher values give more varied answers. Default:
    `1`."""

    max_completion_tokens: int | None = None
    """How many tokens the model may write."""

    top_p: float | None = None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. Default: `1`."""

    seed: int | None = None
    """Makes repeated answers alike as far as possible. Default: `42`."""

    tools: list[EvalResponsesTool] | None = None
    """The tools that the model may use."""

    text: CreateEvalResponsesRunDataSourceSamplingParamsText | None = None
    """What is asked of the text."""


class CreateEvalResponsesRunDataSourceSamplingParamsText(BaseModel):
    """What is asked of the text."""

    format: CreateEvalResponsesRunDataSourceSamplingParamsTextFormat | None = None
    """The form that answers must take."""


CreateEvalResponsesRunDataSourceSamplingParamsTextFormat: TypeAlias = """
    ResponseFormatText
    | TextResponseFormatJsonSchema
    | ResponseFormatJsonObject
"""
"""The form that answers must take."""


CreateEvalResponsesRunDataSourceSource: TypeAlias = """
    EvalJsonlFileContentSource
    | EvalJsonlFileIdSource
    | EvalResponsesSource
"""
"""The test data."""


class DeleteEvalResponse(BaseModel):
    """Whether an eval was deleted."""

    object: str
    """The kind of object, always `eval.deleted`."""

    deleted: bool
    """Whether the eval was deleted."""

    eval_id: str
    """The id that the eval had."""


class DeleteEvalRunResponse(BaseModel):
    """Whether a run was deleted."""

    object: str | None = None
    """The kind of object, always `eval.run.deleted`."""

    deleted: bool | None = None
    """Whether the run was deleted."""

    run_id: str | None = None
    """The id that the run had."""


class EasyInputMessage(BaseModel):
    """A message to the tested model. It may hold template variables."""

    role: Literal["user", "assistant", "system", "developer"]
    """Whom the message speaks for. `developer` and `system` outrank `user`."""

    content: str | list[EasyInputMessageContentPart]
    """What the message says."""

    phase: Literal["commentary", "final_answer"] | None = None
    """Whether an assistant's message accompanies the work or is its final answer."""

    type: Literal["message"] | None = None
    """Names the kind of item; always `message` when given."""


EasyInputMessageContentPart: TypeAlias = """
    InputTextContent
    | InputImageContent
    | InputFileContent
"""


class Eval(BaseModel):
    """A test of how well a model does a task."""

    object: Literal["eval"]
    """The kind of object, always `eval`."""

    id: str
    """The eval's id."""

    name: str
    """The eval's name."""

    data_source_config: EvalDataSourceConfig
    """What the test data look like."""

    testing_criteria: list[EvalTestingCriteriaItem]
    """The graders that judge answers."""

    created_at: int
    """When the eval was created, as a Unix time in seconds."""

    metadata: Metadata | None
    """Up to 16 notes of your own on an object, each a key and a text."""


class EvalApiError(BaseModel):
    """What went wrong in a run of an eval."""

    code: str
    """The kind of error."""

    message: str
    """The error in words."""


class EvalCustomDataSourceConfig(BaseModel):
    """Test data that you bring, of a shape that you have given."""

    type: Literal["custom"]
    """The kind of data, always `custom`."""

    schema: dict[str, Any]
    """The JSON Schema of a line of data. Templates may use what it describes."""


EvalDataSourceConfig: TypeAlias = """
    EvalCustomDataSourceConfig
    | EvalLogsDataSourceConfig
    | EvalStoredCompletionsDataSourceConfig
"""
"""What the test data look like."""


EvalGraderLabelModel: TypeAlias = "GraderLabelModel"
"""A grader that asks a model for a label."""


class EvalGraderPython(BaseModel):
    """A grader that runs a program of yours."""

    type: Literal["python"]
    """The kind of grader, always `python`."""

    name: str
    """What to call the grader in results."""

    source: str
    """The program's text."""

    image_tag: str | None = None
    """The environment that the program runs in."""

    pass_threshold: float | None = None
    """The lowest score that passes."""


class EvalGraderScoreModel(BaseModel):
    """A grader that asks a model for a score."""

    type: Literal["score_model"]
    """The kind of grader, always `score_model`."""

    name: str
    """What to call the grader in results."""

    model: str
    """The model that scores."""

    input: list[EvalItem]
    """The messages that tell the model what to score. They may hold template
    variables."""

    sampling_params: GraderScoreModelSamplingParams | None = None
    """How the model is to answer."""

    range: list[float] | None = None
    """The lowest and the highest score; 0 and 1 unless given. At least 2 items, at most
    2 items."""

    pass_threshold: float | None = None
    """The lowest score that passes."""


EvalGraderStringCheck: TypeAlias = "GraderStringCheck"
"""A grader that compares two texts."""


class EvalGraderTextSimilarity(BaseModel):
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


class EvalInputReference(BaseModel):
    """Messages that stand in each line of data."""

    type: Literal["item_reference"]
    """The kind of input, always `item_reference`."""

    item_reference: str
    """Where the messages stand, such as `item.messages`."""


class EvalInputTemplate(BaseModel):
    """Messages whose template variables are filled in from each line of data."""

    type: Literal["template"]
    """The kind of input, always `template`."""

    template: list[EvalInputTemplateTemplateItem]
    """The messages."""


EvalInputTemplateTemplateItem: TypeAlias = "EasyInputMessage | EvalItem"


class EvalItem(BaseModel):
    """A message to the model that answers or judges. It may hold template variables."""

    role: Literal["user", "assistant", "system", "developer"]
    """Whom the message speaks for. `developer` and `system` outrank `user`."""

    content: EvalItemContent
    """What the message says, as one part or as several."""

    type: Literal["message"] | None = None
    """Names the kind of item; always `message` when given."""


EvalItemContent: TypeAlias = "EvalItemContentItem | list[EvalItemContentItem]"
"""What the message says, as one part or as several."""


EvalItemContentItem: TypeAlias = """
    str
    | InputTextContent
    | EvalItemContentOutputText
    | EvalItemInputImage
    | InputAudio
"""
"""Text, an image or audio."""


class EvalItemContentOutputText(BaseModel):
    """Text that a model has written."""

    type: Literal["output_text"]
    """The kind of part, always `output_text`."""

    text: str
    """The text."""


class EvalItemInputImage(BaseModel):
    """An image for the model to look at."""

    type: Literal["input_image"]
    """The kind of part, always `input_image`."""

    image_url: str
    """Where the image is."""

    detail: str | None = None
    """How closely to look; one of `low`, `high` and `auto`, which is the default."""


class EvalJsonlFileContentSource(BaseModel):
    """Test data that stand in the request itself."""

    type: Literal["file_content"]
    """The kind of data, always `file_content`."""

    content: list[EvalJsonlFileContentSourceContentItem]
    """The lines of data."""


class EvalJsonlFileContentSourceContentItem(BaseModel):
    item: dict[str, Any]
    """The values of the line."""

    sample: dict[str, Any] | None = None
    """The answer, if it exists already."""


class EvalJsonlFileIdSource(BaseModel):
    """Test data in an uploaded file, one line each in JSON."""

    type: Literal["file_id"]
    """The kind of data, always `file_id`."""

    id: str
    """The file's id."""


class EvalList(BaseModel):
    """Some of your evals."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    data: list[Eval]
    """The evals."""

    first_id: str
    """The id of the first eval on this page."""

    last_id: str
    """The id of the last eval on this page; pass it as `after` to get the next page."""

    has_more: bool
    """Whether there is another page."""


class EvalLogsDataSourceConfig(BaseModel):
    """Test data taken from requests that were stored."""

    type: Literal["logs"]
    """The kind of data, always `logs`."""

    schema: dict[str, Any]
    """The JSON Schema of a line of data. Templates may use what it describes."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object, each a key and a text."""


class EvalResponsesSource(BaseModel):
    """Test data taken from stored responses."""

    type: Literal["responses"]
    """The kind of data, always `responses`."""

    metadata: dict[str, Any] | None = None
    """Takes only responses with this metadata."""

    model: str | None = None
    """Takes only responses by this model."""

    instructions_search: str | None = None
    """Takes only responses whose instructions contain this text."""

    created_after: int | None = None
    """Takes only responses created after this Unix time, in seconds. At least 0."""

    created_before: int | None = None
    """Takes only responses created before this Unix time, in seconds. At least 0."""

    reasoning_effort: ReasoningEffort | None = None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""

    temperature: float | None = None
    """Takes only responses made with this temperature."""

    top_p: float | None = None
    """Takes only responses made with this `top_p`."""

    users: list[str] | None = None
    """Takes only responses to these users."""

    tools: list[str] | None = None
    """Takes only responses made with these tools."""


class EvalResponsesTool(BaseModel):
    """A tool that the tested model may use, in the form that the Responses API gives
    it.

    Each kind of tool has properties of its own beside `type`."""

    type: str
    """The kind of tool, such as `function`, `file_search`, `web_search` or `mcp`."""


class EvalRun(BaseModel):
    """One pass of a model over the test data."""

    object: Literal["eval.run"]
    """The kind of object, always `eval.run`."""

    id: str
    """The run's id."""

    eval_id: str
    """The eval."""

    status: str
    """Where the run stands, such as `queued`, `in_progress`, `completed`, `failed` or
    `canceled`."""

    model: str
    """The model that is tested, if there is one."""

    name: str
    """The run's name."""

    created_at: int
    """When the run was created, as a Unix time in seconds."""

    report_url: str
    """A page that shows the results."""

    result_counts: EvalRunResultCounts
    """How the answers did."""

    per_model_usage: list[EvalRunPerModelUsageItem]
    """What each model has used, graders included."""

    per_testing_criteria_results: list[EvalRunPerTestingCriteriaResult]
    """How the answers did with each grader."""

    data_source: EvalRunDataSource
    """Where the test data and the answers come from."""

    metadata: Metadata | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    error: EvalApiError | None
    """Why the run failed; null when it has not."""


EvalRunDataSource: TypeAlias = """
    CreateEvalJsonlRunDataSource
    | CreateEvalCompletionsRunDataSource
    | CreateEvalResponsesRunDataSource
"""
"""Where the test data and the answers come from."""


class EvalRunList(BaseModel):
    """Some of an eval's runs."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    data: list[EvalRun]
    """The runs."""

    first_id: str
    """The id of the first run on this page."""

    last_id: str
    """The id of the last run on this page; pass it as `after` to get the next page."""

    has_more: bool
    """Whether there is another page."""


class EvalRunOutputItem(BaseModel):
    """A line of test data, the answer to it, and how the answer was judged."""

    object: Literal["eval.run.output_item"]
    """The kind of object, always `eval.run.output_item`."""

    id: str
    """The output item's id."""

    run_id: str
    """The run."""

    eval_id: str
    """The eval."""

    created_at: int
    """When the output item was created, as a Unix time in seconds."""

    status: str
    """How the answer did, such as `pass` or `fail`."""

    datasource_item_id: int
    """Which line of the test data it is."""

    datasource_item: dict[str, Any]
    """The line of test data."""

    results: list[EvalRunOutputItemResult]
    """What each grader says."""

    sample: EvalRunOutputItemSample
    """The question and the answer."""


class EvalRunOutputItemList(BaseModel):
    """Some of a run's output items."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    data: list[EvalRunOutputItem]
    """The output items."""

    first_id: str
    """The id of the first output item on this page."""

    last_id: str
    """The id of the last output item on this page; pass it as `after` to get the next
    page."""

    has_more: bool
    """Whether there is another page."""


class EvalRunOutputItemResult(BaseModel):
    """What a grader says of an answer. Each kind of grader may add properties of its
    own."""

    name: str
    """The grader's name."""

    score: float
    """The score."""

    passed: bool
    """Whether the answer passed."""

    type: str | None = None
    """The kind of grader."""

    sample: dict[str, Any] | None = None
    """What the grader's own model was asked and answered, if it has one."""


class EvalRunOutputItemSample(BaseModel):
    """The question and the answer."""

    input: list[EvalRunOutputItemSampleInputItem]
    """The messages that the model was sent."""

    output: list[EvalRunOutputItemSampleOutputItem]
    """The messages that the model answered."""

    finish_reason: str
    """Why the model stopped writing."""

    model: str
    """The model."""

    usage: EvalRunOutputItemSampleUsage
    """The tokens used."""

    error: EvalApiError | None
    """Why there is no answer; null when there is one."""

    temperature: float
    """The sampling temperature that was used."""

    max_completion_tokens: int
    """How many tokens the model was allowed to write."""

    top_p: float
    """The share of probability from which tokens were drawn."""

    seed: int
    """The seed that was used."""


class EvalRunOutputItemSampleInputItem(BaseModel):
    role: str
    """Whom the message speaks for."""

    content: str
    """What the message says."""


class EvalRunOutputItemSampleOutputItem(BaseModel):
    role: str | None = None
    """Whom the message speaks for."""

    content: str | None = None
    """What the message says."""


class EvalRunOutputItemSampleUsage(BaseModel):
    """The tokens used."""

    total_tokens: int
    """Tokens read and written."""

    completion_tokens: int
    """Tokens written."""

    prompt_tokens: int
    """Tokens read."""

    cached_tokens: int
    """How many of the tokens read came from the cache."""


class EvalRunPerModelUsageItem(BaseModel):
    model_name: str
    """The model."""

    invocation_count: int
    """How often it was called."""

    prompt_tokens: int
    """Tokens read."""

    completion_tokens: int
    """Tokens written."""

    total_tokens: int
    """Both together."""

    cached_tokens: int
    """How many of the tokens read came from the cache."""


class EvalRunPerTestingCriteriaResult(BaseModel):
    testing_criteria: str
    """The grader."""

    passed: int
    """Answers that passed."""

    failed: int
    """Answers that failed."""


class EvalRunResultCounts(BaseModel):
    """How the answers did."""

    total: int
    """All answers."""

    errored: int
    """Answers that could not be made or judged."""

    failed: int
    """Answers that failed."""

    passed: int
    """Answers that passed."""


class EvalStoredCompletionsDataSourceConfig(BaseModel):
    """Test data taken from stored chat completions. `logs` has taken its place.

    Deprecated."""

    type: Literal["stored_completions"]
    """The kind of data, always `stored_completions`."""

    schema: dict[str, Any]
    """The JSON Schema of a line of data. Templates may use what it describes."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object, each a key and a text."""


class EvalStoredCompletionsSource(BaseModel):
    """Test data taken from stored chat completions."""

    type: Literal["stored_completions"]
    """The kind of data, always `stored_completions`."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object, each a key and a text."""

    model: str | None = None
    """Takes only completions by this model."""

    created_after: int | None = None
    """Takes only completions created after this Unix time, in seconds."""

    created_before: int | None = None
    """Takes only completions created before this Unix time, in seconds."""

    limit: int | None = None
    """How many completions to take at most."""


EvalTestingCriteriaItem: TypeAlias = """
    EvalGraderLabelModel
    | EvalGraderStringCheck
    | EvalGraderTextSimilarity
    | EvalGraderPython
    | EvalGraderScoreModel
"""


GetEvalRunsStatus: TypeAlias = Literal[
    "queued", "in_progress", "completed", "canceled", "failed"
]


class GraderLabelModel(BaseModel):
    """Asks a model for a label, and passes if it is one of those that you accept."""

    type: Literal["label_model"]
    """The kind of grader, always `label_model`."""

    name: str
    """What to call the grader in results."""

    model: str
    """The model that labels; it must support structured output."""

    input: list[EvalItem]
    """The messages that tell the model what to label. They may hold template
    variables."""

    labels: list[str]
    """The labels to choose from."""

    passing_labels: list[str]
    """The labels that pass; some of `labels`."""


class GraderScoreModelSamplingParams(BaseModel):
    """How the model is to answer."""

    seed: int | None = None
    """Makes repeated answers alike as far as possible."""

    top_p: float | None = None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability. Default: `1`."""

    temperature: float | None = None
    """The sampling temperature. Higher values give more varied answers."""

    max_completions_tokens: int | None = None
    """How many tokens the model may write. At least 1."""

    reasoning_effort: ReasoningEffort | None = None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers. Default: `"medium"`."""


class GraderStringCheck(BaseModel):
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
"""The measure of likeness."""


class InputAudio(BaseModel):
    """Sound for the model to listen to."""

    type: Literal["input_audio"]
    """The kind of part, always `input_audio`."""

    input_audio: InputAudioInputAudio
    """The audio."""


class InputAudioInputAudio(BaseModel):
    """The audio."""

    data: str
    """The audio file's bytes in Base64."""

    format: Literal["mp3", "wav"]
    """The format of the audio file."""


class InputFileContent(BaseModel):
    """A file for the model to read."""

    type: Literal["input_file"]
    """The kind of part, always `input_file`."""

    file_id: str | None = None
    """The file's id."""

    filename: str | None = None
    """The file's name."""

    file_data: str | None = None
    """The file's content."""

    file_url: str | None = None
    """Where the file is."""

    detail: Literal["auto", "low", "high"] | None = None
    """How closely to look at pages of the file."""

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Ends a part of the prompt that is cached."""


class InputImageContent(BaseModel):
    """An image for the model to look at."""

    type: Literal["input_image"]
    """The kind of part, always `input_image`."""

    detail: Literal["low", "high", "auto", "original"]
    """How closely to look."""

    image_url: str | None = None
    """Where the image is, or the image itself in a data URL."""

    file_id: str | None = None
    """The id of the image's file."""

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Ends a part of the prompt that is cached."""


class InputTextContent(BaseModel):
    """Text for the model to read."""

    type: Literal["input_text"]
    """The kind of part, always `input_text`."""

    text: str
    """The text."""

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Ends a part of the prompt that is cached."""


class TextResponseFormatJsonSchema(BaseModel):
    """Asks for JSON that follows a schema."""

    type: Literal["json_schema"]
    """The form, always `json_schema`."""

    name: str
    """A name for the schema, of letters, digits, underscores and hyphens."""

    schema: ResponseFormatJsonSchemaSchema
    """The JSON Schema that the answer follows."""

    description: str | None = None
    """What the JSON is for; helps the model to fill it in."""

    strict: bool | None = None
    """Whether the model must follow the schema to the letter. Default: `False`."""


class AsyncEvalListPage(EvalList, _runtime.AsyncPage["Eval"]):
    """A page of `EvalList`, and the way to the next."""


class AsyncEvalRunListPage(EvalRunList, _runtime.AsyncPage["EvalRun"]):
    """A page of `EvalRunList`, and the way to the next."""


class AsyncEvalRunOutputItemListPage(
    EvalRunOutputItemList, _runtime.AsyncPage["EvalRunOutputItem"]
):
    """A page of `EvalRunOutputItemList`, and the way to the next."""


class EvalListPage(EvalList, _runtime.SyncPage["Eval"]):
    """A page of `EvalList`, and the way to the next."""


class EvalRunListPage(EvalRunList, _runtime.SyncPage["EvalRun"]):
    """A page of `EvalRunList`, and the way to the next."""


class EvalRunOutputItemListPage(
    EvalRunOutputItemList, _runtime.SyncPage["EvalRunOutputItem"]
):
    """A page of `EvalRunOutputItemList`, and the way to the next."""
