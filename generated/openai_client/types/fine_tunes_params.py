"""Parameters of fine tunes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from typing_extensions import TypedDict


class CreateFineTuneRequestParam(TypedDict, total=False):
    """The base model, the training data and the hyperparameters.

    Deprecated.
    """

    training_file: Required[str]
    """The ID of the training file, which must have been uploaded with the purpose
    `fine-tune`."""

    validation_file: str | None
    """The ID of a validation file. It should not share examples with the training
    file."""

    model: str | Literal["ada", "babbage", "curie", "davinci"] | None
    """The base model. It can be a model that was fine-tuned before. Default:
    `"curie"`."""

    n_epochs: int | None
    """The number of training epochs. Default: `4`."""

    batch_size: int | None
    """The number of examples per training step."""

    learning_rate_multiplier: float | None
    """The factor that is applied to the learning rate of the original training."""

    prompt_loss_weight: float | None
    """The loss weight of the prompt tokens, relative to the completion tokens, which
    have a weight of 1. Default: `0.01`."""

    compute_classification_metrics: bool | None
    """Whether to compute classification metrics from the validation file after each
    epoch. Default: `False`."""

    classification_n_classes: int | None
    """The number of classes. Required for multiclass classification."""

    classification_positive_class: str | None
    """The positive class. Required for binary classification."""

    classification_betas: Sequence[float] | None
    """The beta values for which F-beta scores are computed. Valid only for binary
    classification."""

    suffix: str | None
    """A suffix for the name of the fine-tuned model. At least 1 character, at most 40
    characters."""
