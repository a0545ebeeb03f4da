"""Types of fine tunes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .files import OpenAIFile

_runtime.defer_imports(__name__)


class FineTune(BaseModel):
    """A first-generation training job.

    Deprecated.
    """

    id: str
    """The ID of the fine-tune."""

    object: str
    """The object type. Always `fine-tune`."""

    created_at: int
    """Time at which the fine-tune was created, as a Unix timestamp in seconds."""

    updated_at: int
    """Time at which the fine-tune was last updated, as a Unix timestamp in seconds."""

    model: str
    """The base model."""

    fine_tuned_model: str | None
    """The name of the fine-tuned model; null until it is available."""

    organization_id: str
    """The ID of the organization that owns the fine-tune."""

    status: str
    """The status of the fine-tune: `pending`, `running`, `succeeded`, `failed` or
    `cancelled`."""

    hyperparams: FineTuneHyperparams
    """The hyperparameters of the training."""

    training_files: list[OpenAIFile]
    """The training files."""

    validation_files: list[OpenAIFile]
    """The validation files."""

    result_files: list[OpenAIFile]
    """The files that contain the training metrics."""

    events: list[FineTuneEvent] | None = None
    """The events to date."""


class FineTuneEvent(BaseModel):
    """An event of a fine-tune.

    Deprecated.
    """

    object: str
    """The object type. Always `fine-tune-event`."""

    created_at: int
    """Time at which the event occurred, as a Unix timestamp in seconds."""

    level: str
    """The severity level, for example `info` or `error`."""

    message: str
    """The event message."""


class FineTuneHyperparams(BaseModel):
    """The hyperparameters of the training."""

    n_epochs: int
    """The number of training epochs."""

    batch_size: int
    """The number of examples per training step."""

    prompt_loss_weight: float
    """The loss weight of the prompt tokens, relative to the completion tokens."""

    learning_rate_multiplier: float
    """The factor that is applied to the learning rate of the original training."""

    compute_classification_metrics: bool | None = None
    """Whether classification metrics are computed after each epoch."""

    classification_positive_class: str | None = None
    """The positive class in binary classification."""

    classification_n_classes: int | None = None
    """The number of classes."""


class ListFineTuneEventsResponse(BaseModel):
    """The events of a fine-tune to date.

    Deprecated.
    """

    object: str
    """The object type. Always `list`."""

    data: list[FineTuneEvent]
    """The events, oldest first."""


class ListFineTunesResponse(BaseModel):
    """All fine-tunes of an organization.

    Deprecated.
    """

    object: str
    """The object type. Always `list`."""

    data: list[FineTune]
    """The list of fine-tunes."""


class AsyncListFineTunesPage(_runtime.AsyncPage["FineTune"], ListFineTunesResponse):
    """A `ListFineTunesResponse` that iterates over its items."""


class ListFineTunesPage(_runtime.SyncPage["FineTune"], ListFineTunesResponse):
    """A `ListFineTunesResponse` that iterates over its items."""
