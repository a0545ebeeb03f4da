"""Types of files."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

CreateFileRequestPurposeOption: TypeAlias = Literal[
    "assistants", "batch", "fine-tune", "vision", "user_data", "evals"
]


class DeleteFileResponse(BaseModel):
    """Says that a file is gone."""

    id: str
    """The id that the file had."""

    object: Literal["file"]
    """Names the kind of object; here always `file`."""

    deleted: bool
    """Whether the file was deleted."""


class ListFilesResponse(BaseModel):
    """Some of your files. Early servers list all of them at once and do not fill in the
    ids of the page.
    """

    object: Literal["list"]
    """Names the kind of object; here always `list`."""

    data: list[OpenAIFile]
    """The files."""

    first_id: str | None = None
    """The id of the first file on this page."""

    last_id: str | None = None
    """The id of the last file on this page; pass it as `after` to get the next page."""

    has_more: bool | None = None
    """Whether there is another page."""


class OpenAIFile(BaseModel):
    """An uploaded document, or one that was written for you."""

    id: str
    """The file's id, by which other requests name it."""

    object: Literal["file"]
    """Names the kind of object; here always `file`."""

    bytes_: int = _runtime.field(key="bytes")
    """How large the file is, in bytes."""

    created_at: int
    """When the file was created, in seconds since 1970 (Unix time)."""

    filename: str
    """The name that the file had when it was uploaded."""

    purpose: str | OpenAIFilePurposeOption
    """What the file is for."""

    expires_at: int | None = None
    """When the file will be deleted, in seconds since 1970 (Unix time). Missing if it
    stays."""

    status: Literal["uploaded", "processed", "error"] | None = None
    """Deprecated.

    Where the check of the file stands. Kept for old programs only."""

    status_details: str | None = None
    """Deprecated.

    Why the check of the file failed."""


OpenAIFilePurposeOption: TypeAlias = Literal[
    "assistants",
    "assistants_output",
    "batch",
    "batch_output",
    "fine-tune",
    "fine-tune-results",
    "vision",
    "user_data",
    "evals",
]
