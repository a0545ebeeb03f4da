"""Types of files."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

CreateFileRequestPurpose: TypeAlias = Literal[
    "assistants", "batch", "evals", "fine-tune", "user_data", "vision"
]
"""The purpose of the file. `fine-tune`, `assistants`, `batch` and `evals` name the API
that uses the file, `vision` is for images, and `user_data` for any other model input.
"""


class DeleteFileResponse(BaseModel):
    """The result of deleting a file."""

    id: str
    """The ID of the deleted file."""

    object: Literal["file"]
    """The object type. Always `file`."""

    deleted: bool
    """The file was deleted."""


class ListFilesResponse(BaseModel):
    """A page of files."""

    object: Literal["list"]
    """The object type. Always `list`."""

    data: list[OpenAIFile]
    """The files on this page."""

    first_id: str | None = None
    """The ID of the first file on this page."""

    last_id: str | None = None
    """The ID of the last file on this page. Pass it as `after` to request the next
    page."""

    has_more: bool | None = None
    """Whether more pages are available. Older servers omit it, because they return all
    files at once."""


class OpenAIFile(BaseModel):
    """The metadata of a file. The content is not included."""

    id: str
    """The ID of the file."""

    bytes_: int = _runtime.field(key="bytes")
    """The size of the file, in bytes."""

    created_at: int
    """Time at which the file was created, as a Unix timestamp in seconds."""

    filename: str
    """The name of the file."""

    object: Literal["file"]
    """The object type. Always `file`."""

    purpose: OpenAIFilePurpose
    """The purpose of the file."""

    expires_at: int | None = None
    """Time at which the file expires, as a Unix timestamp in seconds. Absent if the
    file does not expire."""

    status: Literal["uploaded", "processed", "error"] | None = None
    """Deprecated. The processing status of the file. Current servers always return
    `processed`; early servers omit it."""

    status_details: str | None = None
    """Deprecated. Details of why validation for fine-tuning failed. Current servers
    report this error in the fine-tuning job."""


OpenAIFilePurpose: TypeAlias = Literal[
    "assistants",
    "assistants_output",
    "batch",
    "batch_output",
    "evals",
    "fine-tune",
    "fine-tune-results",
    "user_data",
    "vision",
]
"""The purpose of the file."""


class AsyncListFilesPage(_runtime.AsyncPage["OpenAIFile"], ListFilesResponse):
    """A page of `ListFilesResponse` that can load the next page."""


class ListFilesPage(_runtime.SyncPage["OpenAIFile"], ListFilesResponse):
    """A page of `ListFilesResponse` that can load the next page."""
