"""Parameters of batches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

if TYPE_CHECKING:
    from .batches import CreateBatchRequestEndpoint
    from .chat_params import MetadataParam


class BatchFileExpirationAfterParam(TypedDict):
    """When the files of answers and errors are deleted."""

    anchor: Literal["created_at"]
    """The moment from which the time counts; so far only the creation of the file."""

    seconds: int
    """The time in seconds, from an hour to thirty days. At least 3600, at most
    2592000."""


class CreateBatchRequestParam(TypedDict, total=False):
    """Which file of requests to answer, and how."""

    input_file_id: Required[str]
    """The file of requests, uploaded with the purpose `batch`."""

    endpoint: Required[CreateBatchRequestEndpoint]
    """The endpoint that all requests go to."""

    completion_window: Required[Literal["24h"]]
    """The time within which the batch is to be done; so far only a day."""

    metadata: MetadataParam | None
    """Up to 16 notes of your own on an object, each a key and a text."""

    output_expires_after: BatchFileExpirationAfterParam
    """When the files of answers and errors are deleted."""
