"""Types of models."""

from __future__ import annotations

from typing import Literal

from .. import _runtime
from .._runtime import BaseModel


class DeleteModelResponse(BaseModel):
    """The result of deleting a model."""

    id: str
    """The ID of the deleted model."""

    deleted: bool
    """The model was deleted."""

    object: str
    """The object type. Always `model`."""


class ListModelsResponse(BaseModel):
    """Models available to your account."""

    object: Literal["list"]
    """The object type. Always `list`."""

    data: list[Model]
    """The available models."""


class Model(BaseModel):
    """A model available to your account."""

    id: str
    """The ID of the model, for use in requests."""

    created: int
    """Time at which the model was created, as a Unix timestamp in seconds."""

    object: Literal["model"]
    """The object type. Always `model`."""

    owned_by: str
    """The organization that owns the model."""

    shutdown_date: str | None = None
    """The date on which the model will be shut down; null if no date is set."""


class AsyncListModelsPage(_runtime.AsyncPage["Model"], ListModelsResponse):
    """A `ListModelsResponse` that iterates over its items."""


class ListModelsPage(_runtime.SyncPage["Model"], ListModelsResponse):
    """A `ListModelsResponse` that iterates over its items."""
