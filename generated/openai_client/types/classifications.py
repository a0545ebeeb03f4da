"""Types of classifications."""

from __future__ import annotations

from .._runtime import BaseModel


class CreateClassificationResponse(BaseModel):
    """The label of a text."""

    object: str | None = None
    """The kind of object, always `classification`."""

    model: str | None = None
    """The model that chose the label."""

    search_model: str | None = None
    """The model that searched the examples."""

    completion: str | None = None
    """The id of the completion that the label comes from."""

    label: str | None = None
    """The label, with a capital letter."""

    selected_examples: list[CreateClassificationResponseSelectedExample] | None = None
    """The examples that the label rests on, the best one first."""


class CreateClassificationResponseSelectedExample(BaseModel):
    document: int | None = None
    """The place of the example among those you sent, from 0."""

    text: str | None = None
    """The text of the example."""

    label: str | None = None
    """The label of the example."""
