"""Types of fine tuning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Union

from typing_extensions import TypeAliasType

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .evals import (
        EvalItem,
        GraderLabelModel,
        GraderScoreModelSamplingParams,
        GraderStringCheck,
        GraderTextSimilarityEvaluationMetric,
    )
    from .shared import Metadata

_runtime.defer_imports(__name__)


CreateFineTuningJobRequestModelOption: TypeAlias = Literal[
    "babbage-002", "davinci-002", "gpt-3.5-turbo", "gpt-4o-mini"
]


FineTuneBatchSize: TypeAlias = Literal["auto"] | int
"""The number of examples per training step."""


class FineTuneDPOHyperparameters(BaseModel):
    """The hyperparameters of the training."""

    beta: Literal["auto"] | float | None = None
    """The beta value of the training. Higher values keep the model closer to the base
    model. Default: `"auto"`."""

    batch_size: FineTuneBatchSize | None = None
    """The number of examples per training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier | None = None
    """The factor that scales the learning rate. Smaller values help to avoid
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs | None = None
    """The number of training epochs. Default: `"auto"`."""


class FineTuneDPOMethod(BaseModel):
    """Trains the model to prefer one of two outputs for each prompt."""

    hyperparameters: FineTuneDPOHyperparameters | None = None
    """The hyperparameters of the training."""


FineTuneEpochs: TypeAlias = Literal["auto"] | int
"""The number of training epochs."""


FineTuneLearningRateMultiplier: TypeAlias = Literal["auto"] | float
"""The factor that scales the learning rate. Smaller values help to avoid
overfitting."""


class FineTuneMethod(BaseModel):
    """The training method and its hyperparameters."""

    type: Literal["supervised", "dpo", "reinforcement"]
    """The method type. Its settings are in the property of the same name."""

    supervised: FineTuneSupervisedMethod | None = None
    """Trains the model to reproduce the example outputs."""

    dpo: FineTuneDPOMethod | None = None
    """Trains the model to prefer one of two outputs for each prompt."""

    reinforcement: FineTuneReinforcementMethod | None = None
    """Trains the model to maximize the scores that a grader assigns to its outputs."""


class FineTuneReinforcementHyperparameters(BaseModel):
    """The hyperparameters of the training."""

    batch_size: FineTuneBatchSize | None = None
    """The number of examples per training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier | None = None
    """The factor that scales the learning rate. Smaller values help to avoid
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs | None = None
    """The number of training epochs. Default: `"auto"`."""

    reasoning_effort: Literal["default", "low", "medium", "high"] | None = None
    """The amount of reasoning before the model responds. Default: `"default"`."""

    compute_multiplier: Literal["auto"] | float | None = None
    """The factor for the amount of exploration. Higher values increase the training
    time. Default: `"auto"`."""

    eval_interval: Literal["auto"] | int | None = None
    """The number of training steps between evaluations. Default: `"auto"`."""

    eval_samples: Literal["auto"] | int | None = None
    """The number of samples per evaluation. Default: `"auto"`."""


class FineTuneReinforcementMethod(BaseModel):
    """Trains the model to maximize the scores that a grader assigns to its outputs."""

    grader: FineTuneReinforcementMethodGrader
    """The grader that scores the outputs."""

    hyperparameters: FineTuneReinforcementHyperparameters | None = None
    """The hyperparameters of the training."""


FineTuneReinforcementMethodGrader = TypeAliasType(
    "FineTuneReinforcementMethodGrader",
    """Union[GraderStringCheck, GraderTextSimilarity, GraderPython, GraderScoreModel,
        GraderMulti]""",
)
"""The grader that scores the outputs."""


class FineTuneSupervisedHyperparameters(BaseModel):
    """The hyperparameters of the training."""

    batch_size: FineTuneBatchSize | None = None
    """The number of examples per training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier | None = None
    """The factor that scales the learning rate. Smaller values help to avoid
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs | None = None
    """The number of training epochs. Default: `"auto"`."""


class FineTuneSupervisedMethod(BaseModel):
    """Trains the model to reproduce the example outputs."""

    hyperparameters: FineTuneSupervisedHyperparameters | None = None
    """The hyperparameters of the training."""


class FineTuningIntegration(BaseModel):
    """A service that receives the progress and metrics of the training."""

    type: Literal["wandb"]
    """The integration type. Currently only Weights & Biases is supported."""

    wandb: FineTuningIntegrationWandb
    """The Weights & Biases settings."""


class FineTuningIntegrationWandb(BaseModel):
    """The Weights & Biases settings."""

    project: str
    """The project in which the run is created."""

    name: str | None = None
    """The display name of the run. Defaults to the job ID."""

    entity: str | None = None
    """The team or user that owns the run."""

    tags: list[str] | None = None
    """The tags of the run."""


class FineTuningJob(BaseModel):
    """A job that trains a copy of a model on your data."""

    id: str
    """The ID of the job."""

    created_at: int
    """Time at which the job was created, as a Unix timestamp in seconds."""

    error: FineTuningJobError | None
    """The error of a failed job; null if the job did not fail."""

    fine_tuned_model: str | None
    """The name of the fine-tuned model; null until it is available."""

    finished_at: int | None
    """Time at which the job finished, as a Unix timestamp in seconds; null if it has
    not finished."""

    hyperparameters: FineTuningJobHyperparameters
    """The hyperparameters of the training. `auto` is replaced by a number when the job
    starts."""

    model: str
    """The base model."""

    object: Literal["fine_tuning.job"]
    """The object type. Always `fine_tuning.job`."""

    organization_id: str
    """The ID of the organization that owns the job."""

    result_files: list[str]
    """The files that contain the training metrics."""

    status: FineTuningJobStatus
    """The status of the job."""

    trained_tokens: int | None
    """The number of billed tokens; null until the job has ended."""

    training_file: str
    """The ID of the training file."""

    validation_file: str | None
    """The ID of the validation file."""

    integrations: list[FineTuningIntegration] | None = None
    """The integrations of the job. At most 5 items."""

    seed: int | None = None
    """The seed of the job."""

    estimated_finish: int | None = None
    """Time at which the job is estimated to finish, as a Unix timestamp in seconds."""

    method: FineTuneMethod | None = None
    """The training method and its hyperparameters."""

    metadata: Metadata | None = None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class FineTuningJobCheckpoint(BaseModel):
    """A model saved during training."""

    id: str
    """The ID of the checkpoint."""

    created_at: int
    """Time at which the checkpoint was saved, as a Unix timestamp in seconds."""

    fine_tuned_model_checkpoint: str
    """The name of the checkpoint model, for use in requests."""

    step_number: int
    """The training step at which the checkpoint was saved."""

    metrics: FineTuningJobCheckpointMetrics
    """The metrics at that step."""

    fine_tuning_job_id: str
    """The fine-tuning job."""

    object: Literal["fine_tuning.job.checkpoint"]
    """The object type. Always `fine_tuning.job.checkpoint`."""


class FineTuningJobCheckpointMetrics(BaseModel):
    """The metrics at that step."""

    step: float | None = None
    """The training step."""

    train_loss: float | None = None
    """The loss on the training data."""

    train_mean_token_accuracy: float | None = None
    """The mean token accuracy on the training data."""

    valid_loss: float | None = None
    """The loss on a sample of the validation data."""

    valid_mean_token_accuracy: float | None = None
    """The mean token accuracy on a sample of the validation data."""

    full_valid_loss: float | None = None
    """The loss on all validation data."""

    full_valid_mean_token_accuracy: float | None = None
    """The mean token accuracy on all validation data."""


class FineTuningJobError(BaseModel):
    """The error of a failed job; null if the job did not fail."""

    code: str
    """The error code."""

    message: str
    """The error message."""

    param: str | None
    """The parameter that caused the error, for example `training_file`; null if no
    parameter did."""


class FineTuningJobEvent(BaseModel):
    """An event of a fine-tuning job."""

    id: str
    """The ID of the event."""

    created_at: int
    """Time at which the event occurred, as a Unix timestamp in seconds."""

    level: Literal["info", "warn", "error"]
    """The severity level of the event."""

    message: str
    """The event message."""

    object: Literal["fine_tuning.job.event"]
    """The object type. Always `fine_tuning.job.event`."""

    type: Literal["message", "metrics"] | None = None
    """The event type: a message or metrics."""

    data: dict[str, Any] | None = None
    """The metrics, if any."""


class FineTuningJobHyperparameters(BaseModel):
    """The hyperparameters of the training.

    `auto` is replaced by a number when the job starts.
    """

    n_epochs: FineTuneEpochs
    """The number of training epochs. Default: `"auto"`."""

    batch_size: FineTuneBatchSize | None = None
    """The number of examples per training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier | None = None
    """The factor that scales the learning rate. Smaller values help to avoid
    overfitting. Default: `"auto"`."""


FineTuningJobStatus: TypeAlias = Literal[
    "validating_files", "queued", "running", "succeeded", "failed", "cancelled"
]
"""The status of the job."""


class GraderMulti(BaseModel):
    """Computes a score from the score of another grader."""

    type: Literal["multi"]
    """The grader type. Always `multi`."""

    name: str
    """The name of the grader in the results."""

    graders: GraderMultiGraders
    """The grader whose score is used in the formula."""

    calculate_output: str
    """The formula that computes the score."""


GraderMultiGraders = TypeAliasType(
    "GraderMultiGraders",
    """Union[GraderStringCheck, GraderTextSimilarity, GraderPython, GraderScoreModel,
        GraderLabelModel]""",
)
"""The grader whose score is used in the formula."""


class GraderPython(BaseModel):
    """Runs a Python program that returns a score."""

    type: Literal["python"]
    """The grader type. Always `python`."""

    name: str
    """The name of the grader in the results."""

    source: str
    """The source code of the program."""

    image_tag: str | None = None
    """The image tag of the environment in which the program runs."""


class GraderScoreModel(BaseModel):
    """Uses a model to assign a score."""

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


class GraderTextSimilarity(BaseModel):
    """Grades text by its similarity to a reference."""

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


class ListFineTuningJobCheckpointsResponse(BaseModel):
    """A page of the checkpoints of a job."""

    data: list[FineTuningJobCheckpoint]
    """The checkpoints on this page."""

    object: Literal["list"]
    """The object type. Always `list`."""

    has_more: bool
    """Whether more pages are available."""

    first_id: str | None = None
    """The ID of the first checkpoint on this page."""

    last_id: str | None = None
    """The ID of the last checkpoint on this page. Pass it as `after` to request the
    next page."""


class ListFineTuningJobEventsResponse(BaseModel):
    """A page of the events of a fine-tuning job."""

    data: list[FineTuningJobEvent]
    """The events on this page."""

    object: Literal["list"]
    """The object type. Always `list`."""

    has_more: bool | None = None
    """Whether more pages are available."""


class ListPaginatedFineTuningJobsResponse(BaseModel):
    """A page of fine-tuning jobs."""

    data: list[FineTuningJob]
    """The fine-tuning jobs on this page."""

    has_more: bool
    """Whether more pages are available."""

    object: Literal["list"]
    """The object type. Always `list`."""


class AsyncListFineTuningJobCheckpointsPage(
    _runtime.AsyncPage["FineTuningJobCheckpoint"], ListFineTuningJobCheckpointsResponse
):
    """A page of `ListFineTuningJobCheckpointsResponse` that can load the next page."""


class AsyncListFineTuningJobEventsPage(
    _runtime.AsyncPage["FineTuningJobEvent"], ListFineTuningJobEventsResponse
):
    """A page of `ListFineTuningJobEventsResponse` that can load the next page."""


class AsyncListPaginatedFineTuningJobsPage(
    _runtime.AsyncPage["FineTuningJob"], ListPaginatedFineTuningJobsResponse
):
    """A page of `ListPaginatedFineTuningJobsResponse` that can load the next page."""


class ListFineTuningJobCheckpointsPage(
    _runtime.SyncPage["FineTuningJobCheckpoint"], ListFineTuningJobCheckpointsResponse
):
    """A page of `ListFineTuningJobCheckpointsResponse` that can load the next page."""


class ListFineTuningJobEventsPage(
    _runtime.SyncPage["FineTuningJobEvent"], ListFineTuningJobEventsResponse
):
    """A page of `ListFineTuningJobEventsResponse` that can load the next page."""


class ListPaginatedFineTuningJobsPage(
    _runtime.SyncPage["FineTuningJob"], ListPaginatedFineTuningJobsResponse
):
    """A page of `ListPaginatedFineTuningJobsResponse` that can load the next page."""
