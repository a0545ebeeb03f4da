"""Types of answers."""

from __future__ import annotations

from .._runtime import BaseModel


class CreateAnswerResponse(BaseModel):
    """Answers to a question."""

    object: str | None = None
    """The kind of object, always `answer`."""

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


class Error(BaseModel):
    """What went wrong."""

    type: str
    """The kind of error, for example `invalid_request_error`."""

    message: str
    """What went wrong, in words for a person."""

    param: str | None
    """The parameter that the error is about; null when it is about none."""

    code: str | None
    """A short code for programs to tell errors apart; null when there is none."""


class ErrorResponse(BaseModel):
    """What the server answers when it cannot do what was asked."""

    error: Error
    """What went wrong."""
