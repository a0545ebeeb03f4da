"""Types of answers."""

from __future__ import annotations

from .._runtime import BaseModel


class CreateAnswerResponse(BaseModel):
    """Answers to a question."""

    object: str | None = None
    """Names the kind of object; here always `answer`."""

    model: str | None = None
    """The model that answered."""

    search_model: str | None = None
    """The model that searched the documents."""

    completion: str | None = None
    """The id of the completion that the answers come from."""

    answers: list[str] | None = None
    """The answers, as many as `n` asked for."""

    selected_documents: list[CreateAnswerResponseSelectedDocument] | None = None
    """The documents that the answers rest on, the best one first."""


class CreateAnswerResponseSelectedDocument(BaseModel):
    document: int | None = None
    """The place of the document among those you sent, from 0."""

    text: str | None = None
    """The document."""
