"""Types of models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import BaseModel


class DeleteModelResponse(BaseModel):
    """Whether a model was deleted."""

    id: str
    """The id that the model had."""

    deleted: bool
    """Whether the model was deleted."""

    object: str
    """The kind of object, always `model`."""


class ListModelsResponse(BaseModel):
    """The models that you can use."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    data: list[Model]
    """The models."""


class Model(BaseModel):
    """A model that you can use."""

    id: str
    """The model's id, to be named in requests."""

    created: int
    """When the model was created, as a Unix time in seconds."""

    object: Literal["model"]
    """The kind of object, always `model`."""

    owned_by: str
    """The organization that the model belongs to."""

    shutdown_date: str | None = None
    """The day on which the model will be switched off; null when none is set."""
