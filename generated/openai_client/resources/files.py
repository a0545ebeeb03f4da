"""Files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
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
    pagination={"kind": "id", "next": "last_id", "more": "has_more", "send": "after"},
)
_CREATE = Endpoint(
    "POST",
    "/files",
    body="multipart/form-data",
    returns="OpenAIFile",
    files=("file",),
    encodings={"expires_after": "brackets"},
)
_RETRIEVE = Endpoint("GET", "/files/{file_id}", returns="OpenAIFile")
_DELETE = Endpoint("DELETE", "/files/{file_id}", returns="DeleteFileResponse")
_CONTENT = Endpoint(
    "GET",
    "/files/{file_id}/content",
    accept="application/octet-stream",
    returns="BinaryResponse",
)


class Files(Resource["FilesRaw", "FilesStreaming"]):
    """Uploaded files and output files."""

    def list(
        self,
        *,
        purpose: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListFilesPage:
        """List files.

        Args:
            purpose: Returns only files with this purpose.
            limit: The maximum number of files per page, up to 10,000. Older servers
                return all files at once. Default: `10000`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of files, newest first by default.

        Example:
            client.files.list(purpose="fine-tune")
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

        Uploads a file for the given purpose.

        A file can have up to 512 MB. Fine-tuning and batches require JSON Lines files;
        files for batches can have up to 200 MB.

        Args:
            file: The file, with its filename.
            purpose: The purpose of the file. `fine-tune`, `assistants`, `batch` and
                `evals` name the API that uses the file, `vision` is for images, and
                `user_data` for any other model input.
            expires_after: The expiration policy of the file. By default, files for
                batches expire after 30 days; all other files are kept until they are
                deleted.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

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
        """Retrieve a file.

        Returns the metadata of a file. Use the file content operation to download the
        content.

        Args:
            file_id: The ID of the file.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The file with the given ID.

        Example:
            client.files.retrieve("file-2xGd8RtS")
        """
        return self._call(_RETRIEVE, path={"file_id": file_id}, options=options)

    def delete(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteFileResponse:
        """Delete a file.

        Args:
            file_id: The ID of the file.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the file and its deletion status.

        Example:
            client.files.delete("file-2xGd8RtS")
        """
        return self._call(_DELETE, path={"file_id": file_id}, options=options)

    def content(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> BinaryResponse:
        """Download the content of a file.

        Returns the unmodified bytes of a file.

        Args:
            file_id: The ID of the file.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The content of the file as bytes.

        Example:
            client.files.content("file-2xGd8RtS")
        """
        return self._call(_CONTENT, path={"file_id": file_id}, options=options)


class AsyncFiles(AsyncResource["AsyncFilesRaw", "AsyncFilesStreaming"]):
    """Uploaded files and output files."""

    def list(
        self,
        *,
        purpose: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPaginator[AsyncListFilesPage, OpenAIFile]:
        """List files.

        Args:
            purpose: Returns only files with this purpose.
            limit: The maximum number of files per page, up to 10,000. Older servers
                return all files at once. Default: `10000`.
            order: The sort order by creation time. `desc` returns the newest objects
                first, `asc` the oldest first. Default: `"desc"`.
            after: A cursor for forward pagination: an object ID. The page starts after
                that object.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A page of files, newest first by default.

        Example:
            await client.files.list(purpose="fine-tune")
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

        Uploads a file for the given purpose.

        A file can have up to 512 MB. Fine-tuning and batches require JSON Lines files;
        files for batches can have up to 200 MB.

        Args:
            file: The file, with its filename.
            purpose: The purpose of the file. `fine-tune`, `assistants`, `batch` and
                `evals` name the API that uses the file, `vision` is for images, and
                `user_data` for any other model input.
            expires_after: The expiration policy of the file. By default, files for
                batches expire after 30 days; all other files are kept until they are
                deleted.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

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
        """Retrieve a file.

        Returns the metadata of a file. Use the file content operation to download the
        content.

        Args:
            file_id: The ID of the file.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The file with the given ID.

        Example:
            await client.files.retrieve("file-2xGd8RtS")
        """
        return await self._call(_RETRIEVE, path={"file_id": file_id}, options=options)

    async def delete(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteFileResponse:
        """Delete a file.

        Args:
            file_id: The ID of the file.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The ID of the file and its deletion status.

        Example:
            await client.files.delete("file-2xGd8RtS")
        """
        return await self._call(_DELETE, path={"file_id": file_id}, options=options)

    async def content(
        self, file_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncBinaryResponse:
        """Download the content of a file.

        Returns the unmodified bytes of a file.

        Args:
            file_id: The ID of the file.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The content of the file as bytes.

        Example:
            await client.files.content("file-2xGd8RtS")
        """
        return await self._call(_CONTENT, path={"file_id": file_id}, options=options)


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class FilesRaw(_runtime.RawResource):
        """Methods of `Files` that return the response."""

        list = _runtime.raw_method(Files.list)
        create = _runtime.raw_method(Files.create)
        retrieve = _runtime.raw_method(Files.retrieve)
        delete = _runtime.raw_method(Files.delete)
        content = _runtime.raw_method(Files.content)

    class AsyncFilesRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncFiles` that return the response."""

        list = _runtime.async_raw_method(AsyncFiles.list)
        create = _runtime.async_raw_method(AsyncFiles.create)
        retrieve = _runtime.async_raw_method(AsyncFiles.retrieve)
        delete = _runtime.async_raw_method(AsyncFiles.delete)
        content = _runtime.async_raw_method(AsyncFiles.content)

    class FilesStreaming(_runtime.StreamingResource):
        """Methods of `Files` that return an unread response."""

        list = _runtime.streaming_method(Files.list)
        create = _runtime.streaming_method(Files.create)
        retrieve = _runtime.streaming_method(Files.retrieve)
        delete = _runtime.streaming_method(Files.delete)
        content = _runtime.streaming_method(Files.content)

    class AsyncFilesStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncFiles` that return an unread response."""

        list = _runtime.async_streaming_method(AsyncFiles.list)
        create = _runtime.async_streaming_method(AsyncFiles.create)
        retrieve = _runtime.async_streaming_method(AsyncFiles.retrieve)
        delete = _runtime.async_streaming_method(AsyncFiles.delete)
        content = _runtime.async_streaming_method(AsyncFiles.content)
