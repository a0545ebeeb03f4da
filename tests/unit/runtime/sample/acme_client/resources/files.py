"""Uploaded files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import (
    AsyncRawResource,
    AsyncResource,
    AsyncStreamingResource,
    Endpoint,
    RawResource,
    Resource,
    StreamingResource,
    async_raw_method,
    async_streaming_method,
    omit,
    raw_method,
    streaming_method,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typing_extensions import Unpack

    from .._runtime import (
        AsyncBinaryResponse,
        BinaryResponse,
        FileTypes,
        Omit,
        RequestOptions,
    )
    from ..types.files import FileObject

_CREATE = Endpoint(
    "POST",
    "/files",
    body="multipart/form-data",
    files=("file", "attachments"),
    returns="FileObject",
    idempotency="Idempotency-Key",
)
_CONTENT = Endpoint(
    "GET",
    "/files/{file_id}/content",
    accept="application/octet-stream",
    returns="BinaryResponse",
)


class Files(Resource["FilesRaw", "FilesStreaming"]):
    """Uploaded files."""

    def create(
        self,
        *,
        file: FileTypes,
        purpose: Literal["batch", "vision"],
        attachments: Sequence[FileTypes] | Omit = omit,
        expires_after: Mapping[str, object] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> FileObject:
        """Upload a file."""
        return self._call(
            _CREATE,
            body={
                "file": file,
                "purpose": purpose,
                "attachments": attachments,
                "expires_after": expires_after,
            },
            options=options,
        )

    def content(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> BinaryResponse:
        """Download a file."""
        return self._call(_CONTENT, path={"file_id": file_id}, options=options)


class AsyncFiles(AsyncResource["AsyncFilesRaw", "AsyncFilesStreaming"]):
    """Uploaded files."""

    async def create(
        self,
        *,
        file: FileTypes,
        purpose: Literal["batch", "vision"],
        attachments: Sequence[FileTypes] | Omit = omit,
        expires_after: Mapping[str, object] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> FileObject:
        """Upload a file."""
        return await self._call(
            _CREATE,
            body={
                "file": file,
                "purpose": purpose,
                "attachments": attachments,
                "expires_after": expires_after,
            },
            options=options,
        )

    async def content(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncBinaryResponse:
        """Download a file."""
        return await self._call(_CONTENT, path={"file_id": file_id}, options=options)


class FilesRaw(RawResource):
    """Methods of `Files` that return the response."""

    create = raw_method(Files.create)
    content = raw_method(Files.content)


class FilesStreaming(StreamingResource):
    """Methods of `Files` that return an unread response."""

    create = streaming_method(Files.create)
    content = streaming_method(Files.content)


class AsyncFilesRaw(AsyncRawResource):
    """Methods of `AsyncFiles` that return the response."""

    create = async_raw_method(AsyncFiles.create)
    content = async_raw_method(AsyncFiles.content)


class AsyncFilesStreaming(AsyncStreamingResource):
    """Methods of `AsyncFiles` that return an unread response."""

    create = async_streaming_method(AsyncFiles.create)
    content = async_streaming_method(AsyncFiles.content)
