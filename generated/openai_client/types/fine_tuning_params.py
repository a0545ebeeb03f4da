"""Parameters of fine tuning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .chat_params import MetadataParam
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


class CreateFineTuningJobRequestHyperparametersParam(TypedDict, total=False):
    """How to train. Give the settings in `method` instead.

    Deprecated."""

    batch_size: FineTuneBatchSize
    """How many examples go into one training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier
    """The factor by which the learning rate is scaled. Smaller values help against
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs
    """How many times the training goes through all examples. Default: `"auto"`."""


class CreateFineTuningJobRequestParam(TypedDict, total=False):
    """Which model to train, with what and how."""

    model: Required[str | CreateFineTuningJobRequestModelOption]
    """The model to train."""

    training_file: Required[str]
    """The file of examples, uploaded with the purpose `fine-tune`; one example a line
    in JSON."""

    hyperparameters: CreateFineTuningJobRequestHyperparametersParam
    """Deprecated. How to train. Give the settings in `method` instead."""

    suffix: str | None
    """Text to put into the name of the trained model. Older servers take up to 40
    characters. At least 1 character, at most 64 characters."""

    validation_file: str | None
    """A file of examples to test the model with. It should share none with the training
    file."""

    integrations: Sequence[FineTuningIntegration | FineTuningIntegrationParam] | None
    """The services to tell about the training."""

    seed: int | None
    """A number that makes the training repeatable. One is chosen for you when you give
    none. At least 0, at most 2147483647."""

    method: FineTuneMethod | FineTuneMethodParam
    """The way of training, with its settings."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""


class FineTuneDPOHyperparametersParam(TypedDict, total=False):
    """The numbers that govern the training."""

    beta: Literal["auto"] | float
    """How closely the model keeps to what it was before. Higher values hold it back
    more. Default: `"auto"`."""

    batch_size: FineTuneBatchSize
    """How many examples go into one training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier
    """The factor by which the learning rate is scaled. Smaller values help against
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs
    """How many times the training goes through all examples. Default: `"auto"`."""


class FineTuneDPOMethodParam(TypedDict, total=False):
    """Trains the model to prefer one of two answers to each prompt."""

    hyperparameters: FineTuneDPOHyperparameters | FineTuneDPOHyperparametersParam
    """The numbers that govern the training."""


class FineTuneMethodParam(TypedDict, total=False):
    """The way of training, with its settings."""

    type: Required[Literal["supervised", "dpo", "reinforcement"]]
    """The way of training. Its settings stand in the property of the same name."""

    supervised: FineTuneSupervisedMethod | FineTuneSupervisedMethodParam
    """Trains the model to answer as in your examples."""

    dpo: FineTuneDPOMethod | FineTuneDPOMethodParam
    """Trains the model to prefer one of two answers to each prompt."""

    reinforcement: FineTuneReinforcementMethod | FineTuneReinforcementMethodParam
    """Lets the model answer, has a grader score the answers, and trains it to score
    higher."""


class FineTuneReinforcementHyperparametersParam(TypedDict, total=False):
    """The numbers that govern the training."""

    batch_size: FineTuneBatchSize
    """How many examples go into one training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier
    """The factor by which the learning rate is scaled. Smaller values help against
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs
    """How many times the training goes through all examples. Default: `"auto"`."""

    reasoning_effort: Literal["default", "low", "medium", "high"]
    """How much the model reasons before it answers. Default: `"default"`."""

    compute_multiplier: Literal["auto"] | float
    """How much the model explores. Higher values take longer. Default: `"auto"`."""

    eval_interval: Literal["auto"] | int
    """How many training steps lie between two tests. Default: `"auto"`."""

    eval_samples: Literal["auto"] | int
    """How many answers are taken for each test. Default: `"auto"`."""


FineTuneReinforcementMethodGraderParam: TypeAlias = """
    GraderStringCheck
    | GraderStringCheckParam
    | GraderTextSimilarity
    | GraderTextSimilarityParam
    | GraderPython
    | GraderPythonParam
    | GraderScoreModel
    | GraderScoreModelParam
    | GraderMulti
    | GraderMultiParam
"""
"""What scores the answers."""


class FineTuneReinforcementMethodParam(TypedDict, total=False):
    """Lets the model answer, has a grader score the answers, and trains it to score
    higher."""

    grader: Required[FineTuneReinforcementMethodGraderParam]
    """What scores the answers."""

    hyperparameters: (
        FineTuneReinforcementHyperparameters | FineTuneReinforcementHyperparametersParam
    )
    """The numbers that govern the training."""


class FineTuneSupervisedHyperparametersParam(TypedDict, total=False):
    """The numbers that govern the training."""

    batch_size: FineTuneBatchSize
    """How many examples go into one training step. Default: `"auto"`."""

    learning_rate_multiplier: FineTuneLearningRateMultiplier
    """The factor by which the learning rate is scaled. Smaller values help against
    overfitting. Default: `"auto"`."""

    n_epochs: FineTuneEpochs
    """How many times the training goes through all examples. Default: `"auto"`."""


class FineTuneSupervisedMethodParam(TypedDict, total=False):
    """Trains the model to answer as in your examples."""

    hyperparameters: (
        FineTuneSupervisedHyperparameters | FineTuneSupervisedHyperparametersParam
    )
    """The numbers that govern the training."""


class FineTuningIntegrationParam(TypedDict):
    """A service that is told about the training."""

    type: Literal["wandb"]
    """The service; so far only Weights and Biases."""

    wandb: FineTuningIntegrationWandb | FineTuningIntegrationWandbParam
    """What to tell Weights and Biases."""


class FineTuningIntegrationWandbParam(TypedDict, total=False):
    """What to tell Weights and Biases."""

    project: Required[str]
    """The project in which the run is shown."""

    name: str | None
    """What to call the run there; the job's id unless given."""

    entity: str | None
    """The team or user that the run belongs to."""

    tags: Sequence[str]
    """Words to tag the run with."""


GraderMultiGradersParam: TypeAlias = """
    GraderStringCheck
    | GraderStringCheckParam
    | GraderTextSimilarity
    | GraderTextSimilarityParam
    | GraderPython
    | GraderPythonParam
    | GraderScoreModel
    | GraderScoreModelParam
    | GraderLabelModel
    | GraderLabelModelParam
"""
"""The grader whose score goes into the formula."""


class GraderMultiParam(TypedDict):
    """Computes a score from the score of another grader."""

    type: Literal["multi"]
    """The kind of grader, always `multi`."""

    name: str
    """What to call the grader in results."""

    graders: GraderMultiGradersParam
    """The grader whose score goes into the formula."""

    calculate_output: str
    """The formula of the score."""


class GraderPythonParam(TypedDict, total=False):
    """Runs a program of yours that returns the score."""

    type: Required[Literal["python"]]
    """The kind of grader, always `python`."""

    name: Required[str]
    """What to call the grader in results."""

    source: Required[str]
    """The program's text."""

    image_tag: str
    """The environment that the program runs in."""


class GraderScoreModelParam(TypedDict, total=False):
    """Asks a model for a score."""

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


class GraderTextSimilarityParam(TypedDict):
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
