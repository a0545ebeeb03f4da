"""Types of batches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .chat import Metadata


class Batch(BaseModel):
    """A file of requests that are answered in the background, and how far that has
    come."""

    id: str
    """The batch's id."""

    object: Literal["batch"]
    """The kind of object, always `batch`."""

    endpoint: str
    """The endpoint that all requests go to."""

    input_file_id: str
    """The file of requests."""

    completion_window: str
    """The time within which the batch is to be done."""

    status: BatchStatus
    """Where the batch stands."""

    created_at: int
    """When the batch was created, as a Unix time in seconds."""

    model: str | None = None
    """The model that answers, when it is the same for all requests."""

    errors: BatchErrors | None = None
    """What is wrong with the file of requests."""

    output_file_id: str | None = None
    """The file of answers to requests that succeeded."""

    error_file_id: str | None = None
    """The file of errors of requests that failed."""

    in_progress_at: int | None = None
    """When the first request was taken up, as a Unix time in seconds."""

    expires_at: int | None = None
    """When the batch will be given up, as a Unix time in seconds."""

    finalizing_at: int | None = None
    """When the files of answers were begun, as a Unix time in seconds."""

    completed_at: int | None = None
    """When the batch was completed, as a Unix time in seconds."""

    failed_at: int | None = None
    """When the batch failed, as a Unix time in seconds."""

    expired_at: int | None = None
    """When the batch was given up, as a Unix time in seconds."""

    cancelling_at: int | None = None
    """When cancelling was asked for, as a Unix time in seconds."""

    cancelled_at: int | None = None
    """When the batch was cancelled, as a Unix time in seconds."""

    request_counts: BatchRequestCounts | None = None
    """How many requests of a batch have been dealt with."""

    usage: BatchUsage | None = None
    """The tokens that the batch has used."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object, each a key and a text."""


class BatchError(BaseModel):
    """Something wrong with the file of requests."""

    code: str | None = None
    """The kind of error."""

    message: str | None = None
    """The error in words."""

    param: str | None = None
    """The parameter at fault, if there is one."""

    line: int | None = None
    """The line of the file at fault, if there is one."""


class BatchErrors(BaseModel):
    """What is wrong with the file of requests."""

    object: str | None = None
    """The kind of object, always `list`."""

    data: list[BatchError] | None = None
    """The errors, one for each finding."""


class BatchRequestCounts(BaseModel):
    """How many requests of a batch have been dealt with."""

    total: int
    """All requests of the batch."""

    completed: int
    """Requests that have succeeded."""

    failed: int
    """Requests that have failed."""


BatchStatus: TypeAlias = Literal[
    "validating",
    "failed",
    "in_progress",
    "finalizing",
    "completed",
    "expired",
    "cancelling",
    "cancelled",
]
"""Where the batch stands."""


class BatchUsage(BaseModel):
    """The tokens that the batch has used."""

    input_tokens: int
    """Tokens read."""

    input_tokens_details: BatchUsageInputTokensDetails
    """More about the tokens read."""

    output_tokens: int
    """Tokens written."""

    output_tokens_details: BatchUsageOutputTokensDetails
    """More about the tokens written."""

    total_tokens: int
    """Tokens read and written."""


class BatchUsageInputTokensDetails(BaseModel):
    """More about the tokens read."""

    cached_tokens: int
    """How many of them came from the cache."""


class BatchUsageOutputTokensDetails(BaseModel):
    """More about the tokens written."""

    reasoning_tokens: int
    """How many of them were spent on reasoning."""


CreateBatchRequestEndpoint: TypeAlias = Literal[
    "/v1/responses",
    "/v1/chat/completions",
    "/v1/embeddings",
    "/v1/completions",
    "/v1/moderations",
    "/v1/images/generations",
    "/v1/images/edits",
    "/v1/videos",
]
"""The endpoint that all requests go to."""


class ListBatchesResponse(BaseModel):
    """Some of your batches."""

    data: list[Batch]
    """The batches."""

    has_more: bool
    """Whether there is another page."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    first_id: str | None = None
    """The id of the first batch on this page."""

    last_id: str | None = None
    """The id of the last batch on this page; pass it as `after` to get the next
    page."""


class AsyncListBatchesPage(ListBatchesResponse, _runtime.AsyncPage["Batch"]):
    """A page of `ListBatchesResponse`, and the way to the next."""


class ListBatchesPage(ListBatchesResponse, _runtime.SyncPage["Batch"]):
    """A page of `ListBatchesResponse`, and the way to the next."""
