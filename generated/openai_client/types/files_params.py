"""Parameters of files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required

from typing_extensions import TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .._runtime import FileTypes
    from .files import CreateFileRequestPurpose

_runtime.defer_imports(__name__)


class CreateFileRequestParam(TypedDict, total=False):
    """The file to upload and its purpose."""

    file: Required[FileTypes]
    """The file, with its filename."""

    purpose: Required[CreateFileRequestPurpose]
    """The purpose of the file. `fine-tune`, `assistants`, `batch` and `evals` name the
    API that uses the file, `vision` is for images, and `user_data` for any other model
    input."""

    expires_after: FileExpirationAfterParam
    """The expiration policy of the file. By default, files for batches expire after 30
    days; all other files are kept until they are deleted."""


class FileExpirationAfterParam(TypedDict):
    """The expiration policy of the file.

    By default, files for batches expire after 30 days; all other files are kept until
    they are deleted.
    """

    anchor: Literal["created_at"]
    """The time from which the expiration is measured. Always `created_at`."""

    seconds: int
    """The number of seconds until expiration, from one hour to 30 days. At least 3600,
    at most 2592000."""
