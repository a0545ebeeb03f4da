"""Types of files."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

CreateFileRequestPurpose: TypeAlias = Literal[
    "assistants", "batch", "evals", "fine-tune", "user_data", "vision"
]
"""What the file is for. `fine-tune`, `assistants`, `batch` and `evals` name the part of
the API that uses it, `vision` is for images, and `user_data` for anything that models
read."""


class DeleteFileResponse(BaseModel):
    """Whether a file was deleted."""

    id: str
    """The id that the file had."""

    object: Literal["file"]
    """The kind of object, always `file`."""

    deleted: bool
    """Whether the file was deleted."""


class ListFilesResponse(BaseModel):
    """Some of your files."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    data: list[OpenAIFile]
    """The files."""

    first_id: str | None = None
    """The id of the first file on this page."""

    last_id: str | None = None
    """The id of the last file on this page; pass it as `after` to get the next page."""

    has_more: bool | None = None
    """Whether there is another page. Older servers do not say, since they return all
    files at once."""


class OpenAIFile(BaseModel):
    """A file that was uploaded or produced, without its content."""

    id: str
    """The file's id."""

    bytes_: int = _runtime.field(key="bytes")
    """How large the file is, in bytes."""

    created_at: int
    """When the file was created, as a Unix time in seconds."""

    filename: str
    """The name of the file."""

    object: Literal["file"]
    """The kind of object, always `file`."""

    purpose: OpenAIFilePurpose
    """What the file is for."""

    expires_at: int | None = None
    """When the file will be deleted, as a Unix time in seconds, if it will."""

    status: Literal["uploaded", "processed", "error"] | None = None
    """Deprecated. How far the file is checked. Today every file is `processed` at once;
    early servers do not say."""

    status_details: str | None = None
    """Deprecated. Why the file cannot be used for fine-tuning. Today the error of the
    job says so."""


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
"""What the file is for."""


class AsyncListFilesPage(ListFilesResponse, _runtime.AsyncPage["OpenAIFile"]):
    """A page of `ListFilesResponse`, and the way to the next."""


class ListFilesPage(ListFilesResponse, _runtime.SyncPage["OpenAIFile"]):
    """A page of `ListFilesResponse`, and the way to the next."""
