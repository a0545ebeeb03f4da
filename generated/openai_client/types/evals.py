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
    """Names the kind of source; here always `completions`.

    Default: `"completions"`."""

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
    and cheaper answers.

    Default: `"medium"`."""

    temperature: float | None = None
    """The sampling temperature. Higher values give more varied answers.

    Default: `1`."""

    max_completion_tokens: int | None = None
    """How many tokens the model may write."""

    top_p: float | None = None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability.

    Default: `1`."""

    seed: int | None = None
    """Makes repeated answers alike as far as possible.

    Default: `42`."""

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
    """Names the kind of source; here always `jsonl`.

    Default: `"jsonl"`."""

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
    """Names the kind of source; here always `responses`.

    Default: `"responses"`."""

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
    and cheaper answers.

    Default: `"medium"`."""

    temperature: float | None = None
    """The sampling temperature. Higher values give more varied answers.

    Default: `1`."""

    max_completion_tokens: int | None = None
    """How many tokens the model may write."""

    top_p: float | None = None
    """Draws tokens from the likeliest ones only, which together reach this share of
    probability.

    Default: `1`."""

    seed: int | None = None
    """Makes repeated answers alike as far as possible.

    Default: `42`."""

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
    """Says whether an eval was deleted."""

    object: str
    """Names the kind of object; here always `eval.deleted`."""

    deleted: bool
    """Whether the eval is gone."""

    eval_id: str
    """The id that the eval had."""


class DeleteEvalRunResponse(BaseModel):
    """Says whether a run was deleted."""

    object: str | None = None
    """Names the kind of object; here always `eval.run.deleted`."""

    deleted: bool | None = None
    """Whether the run is gone."""

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
    """Names the kind of object; here always `eval`.

    Default: `"eval"`."""

    id: str
    """The eval's id."""

    name: str
    """The eval's name."""

    data_source_config: EvalDataSourceConfig
    """What the test data look like."""

    testing_criteria: list[EvalTestingCriteriaItem]
    """The graders that judge answers."""

    created_at: int
    """When the eval was created, in seconds since 1970 (Unix time)."""

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
    """Names the kind of data; here always `custom`.

    Default: `"custom"`."""

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
    """Names the kind of grader; here always `python`."""

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
    """Names the kind of grader; here always `score_model`."""

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
    """The lowest and the highest score; 0 and 1 unless given.

    At least 2 items, at most 2 items."""

    pass_threshold: float | None = None
    """The lowest score that passes."""


EvalGraderStringCheck: TypeAlias = "GraderStringCheck"
"""A grader that compares two texts."""


class EvalGraderTextSimilarity(BaseModel):
    """A grader that measures how alike two texts are."""

    type: Literal["text_similarity"]
    """Names the kind of grader; here always `text_similarity`.

    Default: `"text_similarity"`."""

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
    """Names the kind of input; here always `item_reference`."""

    item_reference: str
    """Where the messages stand, such as `item.messages`."""


class EvalInputTemplate(BaseModel):
    """Messages whose template variables are filled in from each line of data."""

    type: Literal["template"]
    """Names the kind of input; here always `template`."""

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
"""Text, an image or sound."""


class EvalItemContentOutputText(BaseModel):
    """Text that a model has written."""

    type: Literal["output_text"]
    """Names the kind of part; here always `output_text`."""

    text: str
    """The text."""


class EvalItemInputImage(BaseModel):
    """An image for the model to look at."""

    type: Literal["input_image"]
    """Names the kind of part; here always `input_image`."""

    image_url: str
    """Where the image is."""

    detail: str | None = None
    """How closely to look; one of `low`, `high` and `auto`, which is the default."""


class EvalJsonlFileContentSource(BaseModel):
    """Test data that stand in the request itself."""

    type: Literal["file_content"]
    """Names the kind of data; here always `file_content`.

    Default: `"file_content"`."""

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
    """Names the kind of data; here always `file_id`.

    Default: `"file_id"`."""

    id: str
    """The file's id."""


class EvalList(BaseModel):
    """Some of your evals."""

    object: Literal["list"]
    """Names the kind of object; here always `list`.

    Default: `"list"`."""

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
    """Names the kind of data; here always `logs`.

    Default: `"logs"`."""

    schema: dict[str, Any]
    """The JSON Schema of a line of data. Templates may use what it describes."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object, each a key and a text."""


class EvalResponsesSource(BaseModel):
    """Test data taken from stored responses."""

    type: Literal["responses"]
    """Names the kind of data; here always `responses`."""

    metadata: dict[str, Any] | None = None
    """Leaves out responses that have other metadata."""

    model: str | None = None
    """Leaves out responses by other models."""

    instructions_search: str | None = None
    """Leaves out responses whose instructions do not hold this text."""

    created_after: int | None = None
    """Leaves out older responses, in seconds since 1970 (Unix time).

    At least 0."""

    created_before: int | None = None
    """Leaves out newer responses, in seconds since 1970 (Unix time).

    At least 0."""

    reasoning_effort: ReasoningEffort | None = None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers.

    Default: `"medium"`."""

    temperature: float | None = None
    """Leaves out responses made with another temperature."""

    top_p: float | None = None
    """Leaves out responses made with another `top_p`."""

    users: list[str] | None = None
    """Leaves out responses to other users."""

    tools: list[str] | None = None
    """Leaves out responses made with other tools."""


class EvalResponsesTool(BaseModel):
    """A tool that the tested model may use, in the form that the Responses API gives
    it.

    Each kind of tool has properties of its own beside `type`.
    """

    type: str
    """The kind of tool, such as `function`, `file_search`, `web_search` or `mcp`."""


class EvalRun(BaseModel):
    """One passage of a model through the test data."""

    object: Literal["eval.run"]
    """Names the kind of object; here always `eval.run`.

    Default: `"eval.run"`."""

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
    """When the run was created, in seconds since 1970 (Unix time)."""

    report_url: str
    """A page that shows the results."""

    result_counts: EvalRunResultCounts
    """How answers have fared."""

    per_model_usage: list[EvalRunPerModelUsageItem]
    """What each model has used, graders included."""

    per_testing_criteria_results: list[EvalRunPerTestingCriteriaResult]
    """How answers have fared with each grader."""

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
    """Names the kind of object; here always `list`.

    Default: `"list"`."""

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
    """Names the kind of object; here always `eval.run.output_item`.

    Default: `"eval.run.output_item"`."""

    id: str
    """The output item's id."""

    run_id: str
    """The run."""

    eval_id: str
    """The eval."""

    created_at: int
    """When the output item was created, in seconds since 1970 (Unix time)."""

    status: str
    """How the answer fared, such as `pass` or `fail`."""

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
    """Names the kind of object; here always `list`.

    Default: `"list"`."""

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
    own.
    """

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
    """How answers have fared."""

    total: int
    """All answers."""

    errored: int
    """Answers that could not be had or judged."""

    failed: int
    """Answers that failed."""

    passed: int
    """Answers that passed."""


class EvalStoredCompletionsDataSourceConfig(BaseModel):
    """Test data taken from stored chat completions. `logs` has taken its place.

    Deprecated.
    """

    type: Literal["stored_completions"]
    """Names the kind of data; here always `stored_completions`.

    Default: `"stored_completions"`."""

    schema: dict[str, Any]
    """The JSON Schema of a line of data. Templates may use what it describes."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object, each a key and a text."""


class EvalStoredCompletionsSource(BaseModel):
    """Test data taken from stored chat completions."""

    type: Literal["stored_completions"]
    """Names the kind of data; here always `stored_completions`.

    Default: `"stored_completions"`."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object, each a key and a text."""

    model: str | None = None
    """Leaves out completions by other models."""

    created_after: int | None = None
    """Leaves out older completions, in seconds since 1970 (Unix time)."""

    created_before: int | None = None
    """Leaves out newer completions, in seconds since 1970 (Unix time)."""

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
    """Names the kind of grader; here always `label_model`."""

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
    probability.

    Default: `1`."""

    temperature: float | None = None
    """The sampling temperature. Higher values give more varied answers."""

    max_completions_tokens: int | None = None
    """How many tokens the model may write.

    At least 1."""

    reasoning_effort: ReasoningEffort | None = None
    """How long a reasoning model thinks before it answers. Less effort gives quicker
    and cheaper answers.

    Default: `"medium"`."""


class GraderStringCheck(BaseModel):
    """Compares two texts and passes or fails."""

    type: Literal["string_check"]
    """Names the kind of grader; here always `string_check`."""

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
    """Names the kind of part; here always `input_audio`."""

    input_audio: InputAudioInputAudio
    """The sound."""


class InputAudioInputAudio(BaseModel):
    """The sound."""

    data: str
    """The sound file's bytes in Base64."""

    format: Literal["mp3", "wav"]
    """The format of the sound file."""


class InputFileContent(BaseModel):
    """A file for the model to read."""

    type: Literal["input_file"]
    """Names the kind of part; here always `input_file`.

    Default: `"input_file"`."""

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
    """Names the kind of part; here always `input_image`.

    Default: `"input_image"`."""

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
    """Names the kind of part; here always `input_text`.

    Default: `"input_text"`."""

    text: str
    """The text."""

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Ends a part of the prompt that is cached."""


class TextResponseFormatJsonSchema(BaseModel):
    """Asks for JSON that follows a schema."""

    type: Literal["json_schema"]
    """Names the form; here always `json_schema`."""

    name: str
    """A name for the schema, of letters, digits, underscores and hyphens."""

    schema: ResponseFormatJsonSchemaSchema
    """The JSON Schema that the answer follows."""

    description: str | None = None
    """What the JSON is for; helps the model to fill it in."""

    strict: bool | None = None
    """Whether the model must follow the schema to the letter.

    Default: `False`."""


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
