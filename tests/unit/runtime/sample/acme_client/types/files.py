"""Types of files."""

from __future__ import annotations

from .._runtime import BaseModel


class FileObject(BaseModel):
    """A file."""

    id: str
    bytes: int | None = None
