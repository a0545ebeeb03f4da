"""Types of components."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .._runtime import BaseModel


class BatchRequestInput(BaseModel):
    """A line of the file of requests."""

    custom_id: str | None = None
    """A name of your choice that ties the answer to the request; different on every
    line."""

    method: Literal["POST"] | None = None
    """The method of the request; so far only `POST`."""

    url: str | None = None
    """The endpoint of the request; the same as that of the batch."""

    body: dict[str, Any] | None = None
    """The body of the request, as its endpoint takes it."""


class BatchRequestOutput(BaseModel):
    """A line of the file of answers or of the file of errors."""

    id: str | None = None
    """The id of this request within the batch."""

    custom_id: str | None = None
    """The name that you gave to the request."""

    response: BatchRequestOutputResponse | None = None
    """The answer; null when there is none."""

    error: BatchRequestOutputError | None = None
    """Why there is no answer; null when there is one."""


class BatchRequestOutputError(BaseModel):
    """Why there is no answer; null when there is one."""

    code: str | None = None
    """The kind of error."""

    message: str | None = None
    """The error in words."""


class BatchRequestOutputResponse(BaseModel):
    """The answer; null when there is none."""

    status_code: int | None = None
    """The HTTP status of the answer."""

    request_id: str | None = None
    """The id of the request, for questions to the API's support."""

    body: dict[str, Any] | None = None
    """The body of the answer."""
