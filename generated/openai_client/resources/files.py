"""Files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    import builtins
    from typing import Literal, Unpack

    from .._runtime import (
        AsyncBinaryResponse,
        BinaryResponse,
        FileTypes,
        Omit,
        RequestOptions,
    )
    from ..types.files import (
        CreateFileRequestPurposeOption,
        DeleteFileResponse,
        ListFilesResponse,
        OpenAIFile,
    )
    from ..types.files_params import FileExpirationAfterParam

_LIST = Endpoint("GET", "/files", returns="ListFilesResponse")
_CREATE = Endpoint(
    "POST",
    "/files",
    body="multipart/form-data",
    returns="OpenAIFile",
    files=("file",),
    encodings={"expires_after": ("deepObject", True)},
)
_RETRIEVE = Endpoint("GET", "/files/{file_id}", returns="OpenAIFile")
_DELETE = Endpoint("DELETE", "/files/{file_id}", returns="DeleteFileResponse")
_CONTENT = Endpoint(
    "GET",
    "/files/{file_id}/content",
    accept="application/octet-stream",
    returns="BinaryResponse",
)


class Files(Resource):
    """Documents for and from other endpoints."""

    @cached_property
    def with_raw_response(self) -> FilesRaw:
        """The same methods, giving the answer with its status and headers."""
        return FilesRaw(self)

    @cached_property
    def with_streaming_response(self) -> FilesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return FilesStreaming(self)

    def list(
        self,
        *,
        purpose: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListFilesResponse:
        """List your files.

        Tells about the files of your organization, without their content.

        Args:
            purpose: Leaves out files that have another purpose.
            limit: How many files a page holds at most, from 1 to 10,000.

                At least 1, at most 10000. Default: `10000`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.

        Returns:
            A page of files, newest first.
        """
        return self._call(
            _LIST,
            query={"purpose": purpose, "limit": limit, "order": order, "after": after},
            options=options,
        )

    def create(
        self,
        *,
        file: FileTypes,
        purpose: str | CreateFileRequestPurposeOption,
        expires_after: FileExpirationAfterParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> OpenAIFile:
        """Upload a file.

        Stores a file under a new id.

        A file may have up to 512 MB. Fine-tuning and batches take files of JSON Lines
        (`.jsonl`) only, and batches no more than 200 MB of them. Assistants take many
        kinds of documents, up to two million tokens each.

        Args:
            file: The content of the file, together with its name.
            purpose: What the file is for; the server checks its content accordingly.
            expires_after: When the file is deleted.

        Returns:
            The new file.
        """
        return self._call(
            _CREATE,
            body={"file": file, "purpose": purpose, "expires_after": expires_after},
            options=options,
        )

    def retrieve(self, file_id: str, **options: Unpack[RequestOptions]) -> OpenAIFile:
        """Look up a file.

        Tells about a file, without its content.

        Args:
            file_id: The file's id.

        Returns:
            The file with this id.
        """
        return self._call(_RETRIEVE, path={"file_id": file_id}, options=options)

    def delete(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteFileResponse:
        """Delete a file.

        Deletes a file for good. Vector stores that hold it lose it too.

        Args:
            file_id: The file's id.

        Returns:
            A confirmation.
        """
        return self._call(_DELETE, path={"file_id": file_id}, options=options)

    def content(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> BinaryResponse:
        """Download a file.

        Fetches the content of a file, byte for byte as it is stored.

        Args:
            file_id: The file's id.

        Returns:
            The content of the file.
        """
        return self._call(_CONTENT, path={"file_id": file_id}, options=options)


class AsyncFiles(AsyncResource):
    """Documents for and from other endpoints."""

    @cached_property
    def with_raw_response(self) -> AsyncFilesRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncFilesRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFilesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncFilesStreaming(self)

    async def list(
        self,
        *,
        purpose: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListFilesResponse:
        """List your files.

        Tells about the files of your organization, without their content.

        Args:
            purpose: Leaves out files that have another purpose.
            limit: How many files a page holds at most, from 1 to 10,000.

                At least 1, at most 10000. Default: `10000`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.

        Returns:
            A page of files, newest first.
        """
        return await self._call(
            _LIST,
            query={"purpose": purpose, "limit": limit, "order": order, "after": after},
            options=options,
        )

    async def create(
        self,
        *,
        file: FileTypes,
        purpose: str | CreateFileRequestPurposeOption,
        expires_after: FileExpirationAfterParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> OpenAIFile:
        """Upload a file.

        Stores a file under a new id.

        A file may have up to 512 MB. Fine-tuning and batches take files of JSON Lines
        (`.jsonl`) only, and batches no more than 200 MB of them. Assistants take many
        kinds of documents, up to two million tokens each.

        Args:
            file: The content of the file, together with its name.
            purpose: What the file is for; the server checks its content accordingly.
            expires_after: When the file is deleted.

        Returns:
            The new file.
        """
        return await self._call(
            _CREATE,
            body={"file": file, "purpose": purpose, "expires_after": expires_after},
            options=options,
        )

    async def retrieve(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> OpenAIFile:
        """Look up a file.

        Tells about a file, without its content.

        Args:
            file_id: The file's id.

        Returns:
            The file with this id.
        """
        return await self._call(_RETRIEVE, path={"file_id": file_id}, options=options)

    async def delete(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteFileResponse:
        """Delete a file.

        Deletes a file for good. Vector stores that hold it lose it too.

        Args:
            file_id: The file's id.

        Returns:
            A confirmation.
        """
        return await self._call(_DELETE, path={"file_id": file_id}, options=options)

    async def content(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncBinaryResponse:
        """Download a file.

        Fetches the content of a file, byte for byte as it is stored.

        Args:
            file_id: The file's id.

        Returns:
            The content of the file.
        """
        return await self._call(_CONTENT, path={"file_id": file_id}, options=options)


class FilesRaw(_runtime.RawResource):
    """The calls of `Files`, giving the answer."""

    list = _runtime.raw(Files.list)
    create = _runtime.raw(Files.create)
    retrieve = _runtime.raw(Files.retrieve)
    delete = _runtime.raw(Files.delete)
    content = _runtime.raw(Files.content)


class AsyncFilesRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncFiles`, giving the answer."""

    list = _runtime.async_raw(AsyncFiles.list)
    create = _runtime.async_raw(AsyncFiles.create)
    retrieve = _runtime.async_raw(AsyncFiles.retrieve)
    delete = _runtime.async_raw(AsyncFiles.delete)
    content = _runtime.async_raw(AsyncFiles.content)


class FilesStreaming(_runtime.StreamingResource):
    """The calls of `Files`, giving the answer unread."""

    list = _runtime.streaming(Files.list)
    create = _runtime.streaming(Files.create)
    retrieve = _runtime.streaming(Files.retrieve)
    delete = _runtime.streaming(Files.delete)
    content = _runtime.streaming(Files.content)


class AsyncFilesStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncFiles`, giving the answer unread."""

    list = _runtime.async_streaming(AsyncFiles.list)
    create = _runtime.async_streaming(AsyncFiles.create)
    retrieve = _runtime.async_streaming(AsyncFiles.retrieve)
    delete = _runtime.async_streaming(AsyncFiles.delete)
    content = _runtime.async_streaming(AsyncFiles.content)
