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
        AsyncPaginator,
        BinaryResponse,
        FileTypes,
        Omit,
        RequestOptions,
    )
    from ..types.files import (
        AsyncListFilesPage,
        CreateFileRequestPurpose,
        DeleteFileResponse,
        ListFilesPage,
        OpenAIFile,
    )
    from ..types.files_params import FileExpirationAfterParam

_LIST = Endpoint(
    "GET",
    "/files",
    returns="ListFilesPage",
    page={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_CREATE = Endpoint(
    "POST", "/files", body="multipart/form-data", returns="OpenAIFile", files=("file",)
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
    """Files that were uploaded or produced."""

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
    ) -> ListFilesPage:
        """List your files.

        Args:
            purpose: Lists only files with this purpose.
            limit: How many files a page holds at most, up to 10,000. Older servers
                return all files at once. Default: `10000`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest. Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.

        Returns:
            A page of files, newest first unless you ask otherwise.

        Example: `client.files.list(purpose="fine-tune")`
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
        purpose: CreateFileRequestPurpose,
        expires_after: FileExpirationAfterParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> OpenAIFile:
        """Upload a file.

        Uploads a file for one purpose.

        A file can be up to 512 MB. Fine-tuning and batches take only JSON Lines files,
        which for batches can be up to 200 MB.

        Args:
            file: The file, with its name.
            purpose: What the file is for. `fine-tune`, `assistants`, `batch` and
                `evals` name the part of the API that uses it, `vision` is for images,
                and `user_data` for anything that models read.
            expires_after: When a file is deleted by itself. Without this, files for
                batches stay for 30 days, others until you delete them.

        Returns:
            The uploaded file.

        Example:
            client.files.create(
                file=open("repairs.jsonl", "rb"),
                purpose="fine-tune",
            )
        """
        return self._call(
            _CREATE,
            body={"file": file, "purpose": purpose, "expires_after": expires_after},
            options=options,
        )

    def retrieve(self, file_id: str, **options: Unpack[RequestOptions]) -> OpenAIFile:
        """Look up a file.

        Returns the name, size and purpose of a file. Its content is a separate
        download.

        Args:
            file_id: The file's id.

        Returns:
            The file with this id.

        Example: `client.files.retrieve("file-2xGd8RtS")`
        """
        return self._call(_RETRIEVE, path={"file_id": file_id}, options=options)

    def delete(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteFileResponse:
        """Delete a file.

        Args:
            file_id: The file's id.

        Returns:
            The id of the file, and whether it was deleted.

        Example: `client.files.delete("file-2xGd8RtS")`
        """
        return self._call(_DELETE, path={"file_id": file_id}, options=options)

    def content(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> BinaryResponse:
        """Download a file.

        Returns the bytes of a file as they were uploaded or produced.

        Args:
            file_id: The file's id.

        Returns:
            The bytes of the file.

        Example: `client.files.content("file-2xGd8RtS")`
        """
        return self._call(_CONTENT, path={"file_id": file_id}, options=options)


class AsyncFiles(AsyncResource):
    """Files that were uploaded or produced."""

    @cached_property
    def with_raw_response(self) -> AsyncFilesRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncFilesRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFilesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncFilesStreaming(self)

    def list(
        self,
        *,
        purpose: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListFilesPage, OpenAIFile]:
        """List your files.

        Args:
            purpose: Lists only files with this purpose.
            limit: How many files a page holds at most, up to 10,000. Older servers
                return all files at once. Default: `10000`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest. Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.

        Returns:
            A page of files, newest first unless you ask otherwise.

        Example: `await client.files.list(purpose="fine-tune")`
        """
        return self._page(
            _LIST,
            query={"purpose": purpose, "limit": limit, "order": order, "after": after},
            options=options,
        )

    async def create(
        self,
        *,
        file: FileTypes,
        purpose: CreateFileRequestPurpose,
        expires_after: FileExpirationAfterParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> OpenAIFile:
        """Upload a file.

        Uploads a file for one purpose.

        A file can be up to 512 MB. Fine-tuning and batches take only JSON Lines files,
        which for batches can be up to 200 MB.

        Args:
            file: The file, with its name.
            purpose: What the file is for. `fine-tune`, `assistants`, `batch` and
                `evals` name the part of the API that uses it, `vision` is for images,
                and `user_data` for anything that models read.
            expires_after: When a file is deleted by itself. Without this, files for
                batches stay for 30 days, others until you delete them.

        Returns:
            The uploaded file.

        Example:
            await client.files.create(
                file=open("repairs.jsonl", "rb"),
                purpose="fine-tune",
            )
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

        Returns the name, size and purpose of a file. Its content is a separate
        download.

        Args:
            file_id: The file's id.

        Returns:
            The file with this id.

        Example: `await client.files.retrieve("file-2xGd8RtS")`
        """
        return await self._call(_RETRIEVE, path={"file_id": file_id}, options=options)

    async def delete(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteFileResponse:
        """Delete a file.

        Args:
            file_id: The file's id.

        Returns:
            The id of the file, and whether it was deleted.

        Example: `await client.files.delete("file-2xGd8RtS")`
        """
        return await self._call(_DELETE, path={"file_id": file_id}, options=options)

    async def content(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncBinaryResponse:
        """Download a file.

        Returns the bytes of a file as they were uploaded or produced.

        Args:
            file_id: The file's id.

        Returns:
            The bytes of the file.

        Example: `await client.files.content("file-2xGd8RtS")`
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
