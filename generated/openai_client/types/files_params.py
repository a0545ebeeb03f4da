"""Parameters of files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

if TYPE_CHECKING:
    from .._runtime import FileTypes
    from .files import CreateFileRequestPurposeOption


class CreateFileRequestParam(TypedDict, total=False):
    """A file and what it is for."""

    file: Required[FileTypes]
    """The content of the file, together with its name."""

    purpose: Required[str | CreateFileRequestPurposeOption]
    """What the file is for; the server checks its content accordingly."""

    expires_after: FileExpirationAfterParam
    """When the file is deleted."""


class FileExpirationAfterParam(TypedDict):
    """When the file is deleted.

    When left out, files of requests for a batch are deleted after thirty days, and
    others never.
    """

    anchor: Literal["created_at"]
    """The moment from which the time counts; so far only the creation of the file."""

    seconds: int
    """The time in seconds, from an hour to thirty days.

    At least 3600, at most 2592000."""
