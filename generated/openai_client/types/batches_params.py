"""Parameters of batches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required

from typing_extensions import TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .batches import CreateBatchRequestEndpoint
    from .shared_params import MetadataParam

_runtime.defer_imports(__name__)


class BatchFileExpirationAfterParam(TypedDict):
    """The expiration policy of the output and error files."""

    anchor: Literal["created_at"]
    """The time from which the expiration is measured. Currently only the creation of
    the file is supported."""

    seconds: int
    """The number of seconds until expiration, from one hour to thirty days. At least
    3600, at most 2592000."""


class CreateBatchRequestParam(TypedDict, total=False):
    """The request file and the batch settings."""

    input_file_id: Required[str]
    """The ID of the request file, which must have been uploaded with the purpose
    `batch`."""

    endpoint: Required[CreateBatchRequestEndpoint]
    """The endpoint that receives all requests of the batch."""

    completion_window: Required[Literal["24h"]]
    """The time frame within which the batch is processed. Currently only one day is
    supported."""

    metadata: MetadataParam | None
    """Up to 16 key-value pairs of custom data attached to an object. At most 16
    properties."""

    output_expires_after: BatchFileExpirationAfterParam
    """The expiration policy of the output and error files."""
