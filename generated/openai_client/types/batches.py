"""Types of batches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

if TYPE_CHECKING:
    from .shared import Metadata

_runtime.defer_imports(__name__)


class Batch(BaseModel):
    """A file of requests that is processed in the background, with its progress."""

    id: str
    """The ID of the batch."""

    object: Literal["batch"]
    """The object type. Always `batch`."""

    endpoint: str
    """The endpoint that receives all requests of the batch."""

    input_file_id: str
    """The ID of the request file."""

    completion_window: str
    """The time frame within which the batch is processed."""

    status: BatchStatus
    """The status of the batch."""

    created_at: int
    """Time at which the batch was created, as a Unix timestamp in seconds."""

    model: str | None = None
    """The model that processes the requests, if it is the same for all of them."""

    errors: BatchErrors | None = None
    """The validation errors of the request file."""

    output_file_id: str | None = None
    """The ID of the file that contains the responses to successful requests."""

    error_file_id: str | None = None
    """The ID of the file that contains the errors of failed requests."""

    in_progress_at: int | None = None
    """Time at which processing of the batch started, as a Unix timestamp in seconds."""

    expires_at: int | None = None
    """Time at which the batch will expire, as a Unix timestamp in seconds."""

    finalizing_at: int | None = None
    """Time at which the server started to write the output files, as a Unix timestamp
    in seconds."""

    completed_at: int | None = None
    """Time at which the batch was completed, as a Unix timestamp in seconds."""

    failed_at: int | None = None
    """Time at which the batch failed, as a Unix timestamp in seconds."""

    expired_at: int | None = None
    """Time at which the batch expired, as a Unix timestamp in seconds."""

    cancelling_at: int | None = None
    """Time at which cancellation was requested, as a Unix timestamp in seconds."""

    cancelled_at: int | None = None
    """Time at which the batch was canceled, as a Unix timestamp in seconds."""

    request_counts: BatchRequestCounts | None = None
    """The number of requests in the batch by status."""

    usage: BatchUsage | None = None
    """Token usage of the batch."""

    metadata: Metadata | None = None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""


class BatchError(BaseModel):
    """A validation error of the request file."""

    code: str | None = None
    """The error code."""

    message: str | None = None
    """The error message."""

    param: str | None = None
    """The parameter that caused the error, if any."""

    line: int | None = None
    """The line of the file that caused the error, if any."""


class BatchErrors(BaseModel):
    """The validation errors of the request file."""

    object: str | None = None
    """The object type. Always `list`."""

    data: list[BatchError] | None = None
    """The individual errors."""


class BatchRequestCounts(BaseModel):
    """The number of requests in the batch by status."""

    total: int
    """The total number of requests."""

    completed: int
    """The number of completed requests."""

    failed: int
    """The number of failed requests."""


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
"""The status of the batch."""


class BatchUsage(BaseModel):
    """Token usage of the batch."""

    input_tokens: int
    """The number of input tokens."""

    input_tokens_details: BatchUsageInputTokensDetails
    """A breakdown of the input tokens."""

    output_tokens: int
    """The number of output tokens."""

    output_tokens_details: BatchUsageOutputTokensDetails
    """A breakdown of the output tokens."""

    total_tokens: int
    """The total number of tokens, input and output combined."""


class BatchUsageInputTokensDetails(BaseModel):
    """A breakdown of the input tokens."""

    cached_tokens: int
    """The number of tokens read from the cache."""


class BatchUsageOutputTokensDetails(BaseModel):
    """A breakdown of the output tokens."""

    reasoning_tokens: int
    """The number of tokens spent on reasoning."""


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
"""The endpoint that receives all requests of the batch."""


class ListBatchesResponse(BaseModel):
    """A page of batches."""

    data: list[Batch]
    """The batches on this page."""

    has_more: bool
    """Whether more pages are available."""

    object: Literal["list"]
    """The object type. Always `list`."""

    first_id: str | None = None
    """The ID of the first batch on this page."""

    last_id: str | None = None
    """The ID of the last batch on this page. Pass it as `after` to request the next
    page."""


class AsyncListBatchesPage(_runtime.AsyncPage["Batch"], ListBatchesResponse):
    """A page of `ListBatchesResponse` that can load the next page."""


class ListBatchesPage(_runtime.SyncPage["Batch"], ListBatchesResponse):
    """A page of `ListBatchesResponse` that can load the next page."""
