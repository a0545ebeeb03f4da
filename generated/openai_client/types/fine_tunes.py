"""Types of fine tunes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .files import OpenAIFile


class FineTune(BaseModel):
    """A training job of the first generation.

    Deprecated."""

    id: str
    """The fine-tune's id."""

    object: str
    """The kind of object, always `fine-tune`."""

    created_at: int
    """When the fine-tune was created, as a Unix time in seconds."""

    updated_at: int
    """When the fine-tune last changed, as a Unix time in seconds."""

    model: str
    """The model that is trained."""

    fine_tuned_model: str | None
    """The name of the trained model; null until there is one."""

    organization_id: str
    """The organization to which the fine-tune belongs."""

    status: str
    """Where the fine-tune stands; one of `pending`, `running`, `succeeded`, `failed`
    and `cancelled`."""

    hyperparams: FineTuneHyperparams
    """How the model is trained."""

    training_files: list[OpenAIFile]
    """The files of examples."""

    validation_files: list[OpenAIFile]
    """The files of examples that the model is tested with."""

    result_files: list[OpenAIFile]
    """The files of measurements taken during the training."""

    events: list[FineTuneEvent] | None = None
    """What has happened so far."""


class FineTuneEvent(BaseModel):
    """Something that happened to a fine-tune.

    Deprecated."""

    object: str
    """The kind of object, always `fine-tune-event`."""

    created_at: int
    """When it happened, as a Unix time in seconds."""

    level: str
    """How grave it is, such as `info` or `error`."""

    message: str
    """What happened, in words."""


class FineTuneHyperparams(BaseModel):
    """How the model is trained."""

    n_epochs: int
    """How many times the training goes through all examples."""

    batch_size: int
    """How many examples go into one training step."""

    prompt_loss_weight: float
    """How much the prompts count, as against the completions."""

    learning_rate_multiplier: float
    """The factor by which the learning rate of the first training is multiplied."""

    compute_classification_metrics: bool | None = None
    """Whether measures of classification are computed after each epoch."""

    classification_positive_class: str | None = None
    """The class that counts as positive, when there are two."""

    classification_n_classes: int | None = None
    """How many classes there are."""


class ListFineTuneEventsResponse(BaseModel):
    """What has happened to a fine-tune so far.

    Deprecated."""

    object: str
    """The kind of object, always `list`."""

    data: list[FineTuneEvent]
    """The events, oldest first."""


class ListFineTunesResponse(BaseModel):
    """All fine-tunes of an organization.

    Deprecated."""

    object: str
    """The kind of object, always `list`."""

    data: list[FineTune]
    """The fine-tunes."""
