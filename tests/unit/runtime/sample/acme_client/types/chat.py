"""Types of chat."""

from __future__ import annotations

from typing import Literal

from .._runtime import BaseModel


class Message(BaseModel):
    """A message."""

    role: Literal["user", "assistant"]
    content: str | None


class Choice(BaseModel):
    """One of the generated messages."""

    index: int
    message: Message


class ChatCompletion(BaseModel):
    """A completion."""

    id: str
    choices: list[Choice]
    model: str | None = None


class ChatCompletionChunk(BaseModel):
    """A piece of a streamed completion."""

    id: str
    text: str | None = None


class ErrorBody(BaseModel):
    """Details of an error."""

    message: str
    code: str | None = None


class ErrorResponse(BaseModel):
    """The body of an error response."""

    error: ErrorBody
