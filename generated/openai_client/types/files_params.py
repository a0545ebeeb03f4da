"""Parameters of files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

if TYPE_CHECKING:
    from .._runtime import FileTypes
    from .files import CreateFileRequestPurpose


class CreateFileRequestParam(TypedDict, total=False):
    """The file to upload, and what it is for."""

    file: Required[FileTypes]
    """The file, with its name."""

    purpose: Required[CreateFileRequestPurpose]
    """What the file is for. `fine-tune`, `assistants`, `batch` and `evals` name the
    part of the API that uses it, `vision` is for images, and `user_data` for anything
    that models read."""

    expires_after: FileExpirationAfterParam
    """When a file is deleted by itself. Without this, files for batches stay for 30
    days, others until you delete them."""


class FileExpirationAfterParam(TypedDict):
    """When a file is deleted by itself. Without this, files for batches stay for 30
    days, others until you delete them."""

    anchor: Literal["created_at"]
    """What the time is counted from, always `created_at`."""

    seconds: int
    """After how many seconds the file is deleted, from an hour to 30 days. At least
    3600, at most 2592000."""
