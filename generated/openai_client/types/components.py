"""Types of components."""

from __future__ import annotations

from typing import Any, Literal

from .._runtime import BaseModel


class BatchRequestInput(BaseModel):
    """A line of the request file."""

    custom_id: str | None = None
    """A custom ID that matches the response to the request. It must be unique within
    the file."""

    method: Literal["POST"] | None = None
    """The HTTP method of the request. Currently only `POST` is supported."""

    url: str | None = None
    """The endpoint of the request. It must be the endpoint of the batch."""

    body: dict[str, Any] | None = None
    """The request body, in the format of the endpoint."""


class BatchRequestOutput(BaseModel):
    """A line of the output file or the error file."""

    id: str | None = None
    """The ID of the request within the batch."""

    custom_id: str | None = None
    """The custom ID of the request."""

    response: BatchRequestOutputResponse | None = None
    """The response; null if the request failed."""

    error: BatchRequestOutputError | None = None
    """The error that prevented a response; null if the request succeeded."""


class BatchRequestOutputError(BaseModel):
    """The error that prevented a response; null if the request succeeded."""

    code: str | None = None
    """The error code."""

    message: str | None = None
    """The error message."""


class BatchRequestOutputResponse(BaseModel):
    """The response; null if the request failed."""

    status_code: int | None = None
    """The HTTP status code of the response."""

    request_id: str | None = None
    """The ID of the request, for use in support inquiries."""

    body: dict[str, Any] | None = None
    """The response body."""
