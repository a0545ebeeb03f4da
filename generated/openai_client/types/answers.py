"""Types of answers."""

from __future__ import annotations

from .._runtime import BaseModel


class CreateAnswerResponse(BaseModel):
    """The answers to a question."""

    object: str | None = None
    """The object type. Always `answer`."""

    model: str | None = None
    """The model that generated the answers."""

    search_model: str | None = None
    """The model that ranked the documents."""

    completion: str | None = None
    """The ID of the completion that produced the answers."""

    answers: list[str] | None = None
    """The generated answers. Their number is set by `n`."""

    selected_documents: list[CreateAnswerResponseSelectedDocument] | None = None
    """The documents the answers are based on, in descending order of relevance."""


class CreateAnswerResponseSelectedDocument(BaseModel):
    """Create answer response selected document."""

    document: int | None = None
    """The zero-based index of the document in the request."""

    text: str | None = None
    """The text of the document."""
