"""Types of classifications."""

from __future__ import annotations

from .._runtime import BaseModel


class CreateClassificationResponse(BaseModel):
    """The classification of a text."""

    object: str | None = None
    """The object type. Always `classification`."""

    model: str | None = None
    """The model that chose the label."""

    search_model: str | None = None
    """The model that ranked the examples."""

    completion: str | None = None
    """The ID of the completion that produced the label."""

    label: str | None = None
    """The label, capitalized."""

    selected_examples: list[CreateClassificationResponseSelectedExample] | None = None
    """The examples the label is based on, in descending order of relevance."""


class CreateClassificationResponseSelectedExample(BaseModel):
    """Create classification response selected example."""

    document: int | None = None
    """The zero-based index of the example in the request."""

    text: str | None = None
    """The text of the example."""

    label: str | None = None
    """The label of the example."""
