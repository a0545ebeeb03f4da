"""Parameters of fine tuning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Required, Union

from typing_extensions import TypeAliasType, TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .evals import (
        EvalItem,
        GraderLabelModel,
        GraderScoreModelSamplingParams,
        GraderStringCheck,
        GraderTextSimilarityEvaluationMetric,
    )
    from .evals_params import (
        EvalItemParam,
        GraderLabelModelParam,
        GraderScoreModelSamplingParamsParam,
        GraderStringCheckParam,
    )
    from .fine_tuning import (
        CreateFineTuningJobRequestModelOption,
        FineTuneBatchSize,
        FineTuneDPOHyperparameters,
        FineTuneDPOMethod,
        FineTuneEpochs,
        FineTuneLearningRateMultiplier,
        FineTuneMethod,
        FineTuneReinforcementHyperparameters,
        FineTuneReinforcementMethod,
        FineTuneSupervisedHyperparameters,
        FineTuneSupervisedMethod,
        FineTuningIntegration,
        FineTuningIntegrationWandb,
        GraderMulti,
        GraderPython,
        GraderScoreModel,
        GraderTextSimilarity,
    )
    from .shared_params import MetadataParam

_runtime.defer_imports(__name__)


class CreateFineTuningJobRequestHyperparametersParam(TypedDict, total=False):
    """The hyperparameters of the training. Use `method` instead.

    Deprecated.
    """

    batch_size: FineTuneBatchSize
    """The number of examples per training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier
    """The factor that scales the learning rate. Smaller values help to avoid
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs
    """The number of training epochs. Default: `"auto"`."""


class CreateFineTuningJobRequestParam(TypedDict, total=False):
    """The base model, the training data and the hyperparameters."""

    model: Required[str | CreateFineTuningJobRequestModelOption]
    """The base model."""

    training_file: Required[str]
    """The ID of the training file, which must have been uploaded with the purpose
    `fine-tune`. It contains one JSON example per line."""

    hyperparameters: CreateFineTuningJobRequestHyperparametersParam
    """Deprecated. The hyperparameters of the training. Use `method` instead."""

    suffix: str | None
    """A suffix for the name of the fine-tuned model. Older servers accept up to 40
    characters. At least 1 character, at most 64 characters."""

    validation_file: str | None
    """The ID of a validation file. It should not share examples with the training
    file."""

    integrations: Sequence[FineTuningIntegration | FineTuningIntegrationParam] | None
    """The integrations to enable for the job."""

    seed: int | None
    """A seed for reproducible training. If omitted, the server chooses one. At least 0,
    at most 2147483647."""

    method: FineTuneMethod | FineTuneMethodParam
    """The training method and its hyperparameters."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class FineTuneDPOHyperparametersParam(TypedDict, total=False):
    """The hyperparameters of the training."""

    beta: Literal["auto"] | float
    """The beta value of the training. Higher values keep the model closer to the base
    model. Default: `"auto"`."""

    batch_size: FineTuneBatchSize
    """The number of examples per training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier
    """The factor that scales the learning rate. Smaller values help to avoid
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs
    """The number of training epochs. Default: `"auto"`."""


class FineTuneDPOMethodParam(TypedDict, total=False):
    """Trains the model to prefer one of two outputs for each prompt."""

    hyperparameters: FineTuneDPOHyperparameters | FineTuneDPOHyperparametersParam
    """The hyperparameters of the training."""


class FineTuneMethodParam(TypedDict, total=False):
    """The training method and its hyperparameters."""

    type: Required[Literal["supervised", "dpo", "reinforcement"]]
    """The method type. Its settings are in the property of the same name."""

    supervised: FineTuneSupervisedMethod | FineTuneSupervisedMethodParam
    """Trains the model to reproduce the example outputs."""

    dpo: FineTuneDPOMethod | FineTuneDPOMethodParam
    """Trains the model to prefer one of two outputs for each prompt."""

    reinforcement: FineTuneReinforcementMethod | FineTuneReinforcementMethodParam
    """Trains the model to maximize the scores that a grader assigns to its outputs."""


class FineTuneReinforcementHyperparametersParam(TypedDict, total=False):
    """The hyperparameters of the training."""

    batch_size: FineTuneBatchSize
    """The number of examples per training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier
    """The factor that scales the learning rate. Smaller values help to avoid
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs
    """The number of training epochs. Default: `"auto"`."""

    reasoning_effort: Literal["default", "low", "medium", "high"]
    """The amount of reasoning before the model responds. Default: `"default"`."""

    compute_multiplier: Literal["auto"] | float
    """The factor for the amount of exploration. Higher values increase the training
    time. Default: `"auto"`."""

    eval_interval: Literal["auto"] | int
    """The number of training steps between evaluations. Default: `"auto"`."""

    eval_samples: Literal["auto"] | int
    """The number of samples per evaluation. Default: `"auto"`."""


FineTuneReinforcementMethodGraderParam = TypeAliasType(
    "FineTuneReinforcementMethodGraderParam",
    """Union[GraderStringCheck, GraderStringCheckParam, GraderTextSimilarity,
        GraderTextSimilarityParam, GraderPython, GraderPythonParam, GraderScoreModel,
        GraderScoreModelParam, GraderMulti, GraderMultiParam]""",
)
"""The grader that scores the outputs."""


class FineTuneReinforcementMethodParam(TypedDict, total=False):
    """Trains the model to maximize the scores that a grader assigns to its outputs."""

    grader: Required[FineTuneReinforcementMethodGraderParam]
    """The grader that scores the outputs."""

    hyperparameters: (
        FineTuneReinforcementHyperparameters | FineTuneReinforcementHyperparametersParam
    )
    """The hyperparameters of the training."""


class FineTuneSupervisedHyperparametersParam(TypedDict, total=False):
    """The hyperparameters of the training."""

    batch_size: FineTuneBatchSize
    """The number of examples per training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier
    """The factor that scales the learning rate. Smaller values help to avoid
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs
    """The number of training epochs. Default: `"auto"`."""


class FineTuneSupervisedMethodParam(TypedDict, total=False):
    """Trains the model to reproduce the example outputs."""

    hyperparameters: (
        FineTuneSupervisedHyperparameters | FineTuneSupervisedHyperparametersParam
    )
    """The hyperparameters of the training."""


class FineTuningIntegrationParam(TypedDict):
    """A service that receives the progress and metrics of the training."""

    type: Literal["wandb"]
    """The integration type. Currently only Weights & Biases is supported."""

    wandb: FineTuningIntegrationWandb | FineTuningIntegrationWandbParam
    """The Weights & Biases settings."""


class FineTuningIntegrationWandbParam(TypedDict, total=False):
    """The Weights & Biases settings."""

    project: Required[str]
    """The project in which the run is created."""

    name: str | None
    """The display name of the run. Defaults to the job ID."""

    entity: str | None
    """The team or user that owns the run."""

    tags: Sequence[str]
    """The tags of the run."""


GraderMultiGradersParam = TypeAliasType(
    "GraderMultiGradersParam",
    """Union[GraderStringCheck, GraderStringCheckParam, GraderTextSimilarity,
        GraderTextSimilarityParam, GraderPython, GraderPythonParam, GraderScoreModel,
        GraderScoreModelParam, GraderLabelModel, GraderLabelModelParam]""",
)
"""The grader whose score is used in the formula."""


class GraderMultiParam(TypedDict):
    """Computes a score from the score of another grader."""

    type: Literal["multi"]
    """The grader type. Always `multi`."""

    name: str
    """The name of the grader in the results."""

    graders: GraderMultiGradersParam
    """The grader whose score is used in the formula."""

    calculate_output: str
    """The formula that computes the score."""


class GraderPythonParam(TypedDict, total=False):
    """Runs a Python program that returns a score."""

    type: Required[Literal["python"]]
    """The grader type. Always `python`."""

    name: Required[str]
    """The name of the grader in the results."""

    source: Required[str]
    """The source code of the program."""

    image_tag: str
    """The image tag of the environment in which the program runs."""


class GraderScoreModelParam(TypedDict, total=False):
    """Uses a model to assign a score."""

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


class GraderTextSimilarityParam(TypedDict):
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
