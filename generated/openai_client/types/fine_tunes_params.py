"""Parameters of fine tunes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence


class CreateFineTuneRequestParam(TypedDict, total=False):
    """Which model to train, with what and how.

    Deprecated."""

    training_file: Required[str]
    """The file of examples, uploaded with the purpose `fine-tune`."""

    validation_file: str | None
    """A file of examples to test the model with. It should share none with the training
    file."""

    model: str | Literal["ada", "babbage", "curie", "davinci"] | None
    """The model to train. A model of your own may be trained further. Default:
    `"curie"`."""

    n_epochs: int | None
    """How many times the training goes through all examples. Default: `4`."""

    batch_size: int | None
    """How many examples go into one training step."""

    learning_rate_multiplier: float | None
    """The factor by which the learning rate of the first training is multiplied."""

    prompt_loss_weight: float | None
    """How much the prompts count, as against the completions, which count 1. Default:
    `0.01`."""

    compute_classification_metrics: bool | None
    """Whether measures of classification are computed from the validation file after
    each epoch. Default: `False`."""

    classification_n_classes: int | None
    """How many classes there are. Needed when there are more than two."""

    classification_positive_class: str | None
    """The class that counts as positive. Needed when there are two."""

    classification_betas: Sequence[float] | None
    """For each of these numbers, the F-beta score is computed. Only when there are two
    classes."""

    suffix: str | None
    """Text to put into the name of the trained model. At least 1 character, at most 40
    characters."""
