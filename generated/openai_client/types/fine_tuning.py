"""Types of fine tuning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .chat import Metadata
    from .evals import (
        EvalItem,
        GraderLabelModel,
        GraderScoreModelSamplingParams,
        GraderStringCheck,
        GraderTextSimilarityEvaluationMetric,
    )


CreateFineTuningJobRequestModelOption: TypeAlias = Literal[
    "babbage-002", "davinci-002", "gpt-3.5-turbo", "gpt-4o-mini"
]


FineTuneBatchSize: TypeAlias = 'Literal["auto"] | int'
"""How many examples go into one training step."""


class FineTuneDPOHyperparameters(BaseModel):
    """The numbers that govern the training."""

    beta: Literal["auto"] | float | None = None
    """How closely the model keeps to what it was before. Higher values hold it back
    more. Default: `"auto"`."""

    batch_size: FineTuneBatchSize | None = None
    """How many examples go into one training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier | None = None
    """The factor by which the learning rate is scaled. Smaller values help against
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs | None = None
    """How many times the training goes through all examples. Default: `"auto"`."""


class FineTuneDPOMethod(BaseModel):
    """Trains the model to prefer one of two answers to each prompt."""

    hyperparameters: FineTuneDPOHyperparameters | None = None
    """The numbers that govern the training."""


FineTuneEpochs: TypeAlias = 'Literal["auto"] | int'
"""How many times the training goes through all examples."""


FineTuneLearningRateMultiplier: TypeAlias = 'Literal["auto"] | float'
"""The factor by which the learning rate is scaled. Smaller values help against
overfitting."""


class FineTuneMethod(BaseModel):
    """The way of training, with its settings."""

    type: Literal["supervised", "dpo", "reinforcement"]
    """The way of training. Its settings stand in the property of the same name."""

    supervised: FineTuneSupervisedMethod | None = None
    """Trains the model to answer as in your examples."""

    dpo: FineTuneDPOMethod | None = None
    """Trains the model to prefer one of two answers to each prompt."""

    reinforcement: FineTuneReinforcementMethod | None = None
    """Lets the model answer, has a grader score the answers, and trains it to score
    higher."""


class FineTuneReinforcementHyperparameters(BaseModel):
    """The numbers that govern the training."""

    batch_size: FineTuneBatchSize | None = None
    """How many examples go into one training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier | None = None
    """The factor by which the learning rate is scaled. Smaller values help against
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs | None = None
    """How many times the training goes through all examples. Default: `"auto"`."""

    reasoning_effort: Literal["default", "low", "medium", "high"] | None = None
    """How much the model reasons before it answers. Default: `"default"`."""

    compute_multiplier: Literal["auto"] | float | None = None
    """How much the model explores. Higher values take longer. Default: `"auto"`."""

    eval_interval: Literal["auto"] | int | None = None
    """How many training steps lie between two tests. Default: `"auto"`."""

    eval_samples: Literal["auto"] | int | None = None
    """How many answers are taken for each test. Default: `"auto"`."""


class FineTuneReinforcementMethod(BaseModel):
    """Lets the model answer, has a grader score the answers, and trains it to score
    higher."""

    grader: FineTuneReinforcementMethodGrader
    """What scores the answers."""

    hyperparameters: FineTuneReinforcementHyperparameters | None = None
    """The numbers that govern the training."""


FineTuneReinforcementMethodGrader: TypeAlias = """
    GraderStringCheck
    | GraderTextSimilarity
    | GraderPython
    | GraderScoreModel
    | GraderMulti
"""
"""What scores the answers."""


class FineTuneSupervisedHyperparameters(BaseModel):
    """The numbers that govern the training."""

    batch_size: FineTuneBatchSize | None = None
    """How many examples go into one training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier | None = None
    """The factor by which the learning rate is scaled. Smaller values help against
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs | None = None
    """How many times the training goes through all examples. Default: `"auto"`."""


class FineTuneSupervisedMethod(BaseModel):
    """Trains the model to answer as in your examples."""

    hyperparameters: FineTuneSupervisedHyperparameters | None = None
    """The numbers that govern the training."""


class FineTuningIntegration(BaseModel):
    """A service that is told about the training."""

    type: Literal["wandb"]
    """The service; so far only Weights and Biases."""

    wandb: FineTuningIntegrationWandb
    """What to tell Weights and Biases."""


class FineTuningIntegrationWandb(BaseModel):
    """What to tell Weights and Biases."""

    project: str
    """The project in which the run is shown."""

    name: str | None = None
    """What to call the run there; the job's id unless given."""

    entity: str | None = None
    """The team or user that the run belongs to."""

    tags: list[str] | None = None
    """Words to tag the run with."""


class FineTuningJob(BaseModel):
    """A training of a copy of a model on data of your own."""

    id: str
    """The job's id."""

    created_at: int
    """When the job was created, as a Unix time in seconds."""

    error: FineTuningJobError | None
    """Why the job failed; null when it has not."""

    fine_tuned_model: str | None
    """The name of the trained model; null until there is one."""

    finished_at: int | None
    """When the job was finished, as a Unix time in seconds; null while it is not."""

    hyperparameters: FineTuningJobHyperparameters
    """How the model is trained. `auto` is replaced by a number once the job has
    begun."""

    model: str
    """The model that is trained."""

    object: Literal["fine_tuning.job"]
    """The kind of object, always `fine_tuning.job`."""

    organization_id: str
    """The organization to which the job belongs."""

    result_files: list[str]
    """The files of measurements taken during the training."""

    status: FineTuningJobStatus
    """Where the job stands."""

    trained_tokens: int | None
    """How many tokens are billed; null until the job has ended."""

    training_file: str
    """The file of examples."""

    validation_file: str | None
    """The file of examples that the model is tested with."""

    integrations: list[FineTuningIntegration] | None = None
    """The services that are told about the training. At most 5 items."""

    seed: int | None = None
    """The number that makes the training repeatable."""

    estimated_finish: int | None = None
    """When the job will probably be finished, as a Unix time in seconds."""

    method: FineTuneMethod | None = None
    """The way of training, with its settings."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object, each a key and a text."""


class FineTuningJobCheckpoint(BaseModel):
    """A model saved during the training."""

    id: str
    """The checkpoint's id."""

    created_at: int
    """When the checkpoint was saved, as a Unix time in seconds."""

    fine_tuned_model_checkpoint: str
    """The name under which the saved model can be used."""

    step_number: int
    """The training step at which it was saved."""

    metrics: FineTuningJobCheckpointMetrics
    """How good the model was at that step."""

    fine_tuning_job_id: str
    """The fine-tuning job."""

    object: Literal["fine_tuning.job.checkpoint"]
    """The kind of object, always `fine_tuning.job.checkpoint`."""


class FineTuningJobCheckpointMetrics(BaseModel):
    """How good the model was at that step."""

    step: float | None = None
    """The training step."""

    train_loss: float | None = None
    """The loss on the examples trained with."""

    train_mean_token_accuracy: float | None = None
    """The share of tokens foretold rightly in the examples trained with."""

    valid_loss: float | None = None
    """The loss on some of the examples tested with."""

    valid_mean_token_accuracy: float | None = None
    """The share of tokens foretold rightly in some of the examples tested with."""

    full_valid_loss: float | None = None
    """The loss on all examples tested with."""

    full_valid_mean_token_accuracy: float | None = None
    """The share of tokens foretold rightly in all examples tested with."""


class FineTuningJobError(BaseModel):
    """Why the job failed; null when it has not."""

    code: str
    """The kind of error."""

    message: str
    """The error in words."""

    param: str | None
    """The parameter at fault, such as `training_file`; null when it is none of them."""


class FineTuningJobEvent(BaseModel):
    """Something that happened to a fine-tuning job."""

    id: str
    """The event's id."""

    created_at: int
    """When it happened, as a Unix time in seconds."""

    level: Literal["info", "warn", "error"]
    """How grave it is."""

    message: str
    """What happened, in words."""

    object: Literal["fine_tuning.job.event"]
    """The kind of object, always `fine_tuning.job.event`."""

    type: Literal["message", "metrics"] | None = None
    """Whether the event carries a message or measurements."""

    data: dict[str, Any] | None = None
    """The numbers, if there are any."""


class FineTuningJobHyperparameters(BaseModel):
    """How the model is trained. `auto` is replaced by a number once the job has
    begun."""

    n_epochs: FineTuneEpochs
    """How many times the training goes through all examples. Default: `"auto"`."""

    batch_size: FineTuneBatchSize | None = None
    """How many examples go into one training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier | None = None
    """The factor by which the learning rate is scaled. Smaller values help against
    overfitting. Default: `"auto"`."""


FineTuningJobStatus: TypeAlias = Literal[
    "validating_files", "queued", "running", "succeeded", "failed", "cancelled"
]
"""Where the job stands."""


class GraderMulti(BaseModel):
    """Computes a score from the score of another grader."""

    type: Literal["multi"]
    """The kind of grader, always `multi`."""

    name: str
    """What to call the grader in results."""

    graders: GraderMultiGraders
    """The grader whose score goes into the formula."""

    calculate_output: str
    """The formula of the score."""


GraderMultiGraders: TypeAlias = """
    GraderStringCheck
    | GraderTextSimilarity
    | GraderPython
    | GraderScoreModel
    | GraderLabelModel
"""
"""The grader whose score goes into the formula."""


class GraderPython(BaseModel):
    """Runs a program of yours that returns the score."""

    type: Literal["python"]
    """The kind of grader, always `python`."""

    name: str
    """What to call the grader in results."""

    source: str
    """The program's text."""

    image_tag: str | None = None
    """The environment that the program runs in."""


class GraderScoreModel(BaseModel):
    """Asks a model for a score."""

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


class GraderTextSimilarity(BaseModel):
    """Measures how alike two texts are."""

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


class ListFineTuningJobCheckpointsResponse(BaseModel):
    """Some of a job's checkpoints."""

    data: list[FineTuningJobCheckpoint]
    """The checkpoints."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    has_more: bool
    """Whether there is another page."""

    first_id: str | None = None
    """The id of the first checkpoint on this page."""

    last_id: str | None = None
    """The id of the last checkpoint on this page; pass it as `after` to get the next
    page."""


class ListFineTuningJobEventsResponse(BaseModel):
    """Some of what has happened to a fine-tuning job."""

    data: list[FineTuningJobEvent]
    """The events."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    has_more: bool | None = None
    """Whether there is another page."""


class ListPaginatedFineTuningJobsResponse(BaseModel):
    """Some of your fine-tuning jobs."""

    data: list[FineTuningJob]
    """The fine-tuning jobs."""

    has_more: bool
    """Whether there is another page."""

    object: Literal["list"]
    """The kind of object, always `list`."""


class AsyncListFineTuningJobCheckpointsPage(
    ListFineTuningJobCheckpointsResponse, _runtime.AsyncPage["FineTuningJobCheckpoint"]
):
    """A page of `ListFineTuningJobCheckpointsResponse`, and the way to the next."""


class AsyncListFineTuningJobEventsPage(
    ListFineTuningJobEventsResponse, _runtime.AsyncPage["FineTuningJobEvent"]
):
    """A page of `ListFineTuningJobEventsResponse`, and the way to the next."""


class AsyncListPaginatedFineTuningJobsPage(
    ListPaginatedFineTuningJobsResponse, _runtime.AsyncPage["FineTuningJob"]
):
    """A page of `ListPaginatedFineTuningJobsResponse`, and the way to the next."""


class ListFineTuningJobCheckpointsPage(
    ListFineTuningJobCheckpointsResponse, _runtime.SyncPage["FineTuningJobCheckpoint"]
):
    """A page of `ListFineTuningJobCheckpointsResponse`, and the way to the next."""


class ListFineTuningJobEventsPage(
    ListFineTuningJobEventsResponse, _runtime.SyncPage["FineTuningJobEvent"]
):
    """A page of `ListFineTuningJobEventsResponse`, and the way to the next."""


class ListPaginatedFineTuningJobsPage(
    ListPaginatedFineTuningJobsResponse, _runtime.SyncPage["FineTuningJob"]
):
    """A page of `ListPaginatedFineTuningJobsResponse`, and the way to the next."""
