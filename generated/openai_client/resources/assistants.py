"""Assistants."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime import Omit, RequestOptions
    from ..types.assistants import (
        AssistantFileObject,
        AssistantObject,
        AssistantSupportedModels,
        DeleteAssistantFileResponse,
        DeleteAssistantResponse,
        ListAssistantFilesResponse,
        ListAssistantsResponse,
        ToolResources,
    )
    from ..types.assistants_params import (
        AssistantsApiResponseFormatOptionParam,
        AssistantToolParam,
        CreateToolResourcesParam,
        ToolResourcesParam,
    )
    from ..types.chat import ReasoningEffort
    from ..types.chat_params import MetadataParam

_LIST = Endpoint("GET", "/assistants", returns="ListAssistantsResponse")
_CREATE = Endpoint(
    "POST", "/assistants", body="application/json", returns="AssistantObject"
)
_RETRIEVE = Endpoint("GET", "/assistants/{assistant_id}", returns="AssistantObject")
_UPDATE = Endpoint(
    "POST",
    "/assistants/{assistant_id}",
    body="application/json",
    returns="AssistantObject",
)
_DELETE = Endpoint(
    "DELETE", "/assistants/{assistant_id}", returns="DeleteAssistantResponse"
)
_FILES_LIST = Endpoint(
    "GET", "/assistants/{assistant_id}/files", returns="ListAssistantFilesResponse"
)
_FILES_CREATE = Endpoint(
    "POST",
    "/assistants/{assistant_id}/files",
    body="application/json",
    returns="AssistantFileObject",
)
_FILES_RETRIEVE = Endpoint(
    "GET", "/assistants/{assistant_id}/files/{file_id}", returns="AssistantFileObject"
)
_FILES_DELETE = Endpoint(
    "DELETE",
    "/assistants/{assistant_id}/files/{file_id}",
    returns="DeleteAssistantFileResponse",
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
        assistant_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListAssistantFilesResponse:
        """List the files of an assistant.

        Belongs to version 1 of the API. Version 2 lists files in the assistant's
        `tool_resources`.

        Args:
            assistant_id: The assistant's id.
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of assistant files, newest first unless you ask otherwise.
        """
        return self._call(
            _FILES_LIST,
            path={"assistant_id": assistant_id},
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def create(
        self,
        assistant_id: str,
        *,
        file_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantFileObject:
        """Give an assistant a file.

        Ties an uploaded file to an assistant.

        Belongs to version 1 of the API. In version 2, change the assistant's
        `tool_resources` instead.

        Args:
            assistant_id: The assistant's id.
            file_id: The file, by its id. It must have been uploaded with the purpose
                `assistants`.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The new assistant file.
        """
        return self._call(
            _FILES_CREATE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"file_id": file_id},
            options=options,
        )

    def retrieve(
        self,
        assistant_id: str,
        file_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantFileObject:
        """Look up a file of an assistant.

        Belongs to version 1 of the API. Version 2 lists files in the assistant's
        `tool_resources`.

        Args:
            assistant_id: The assistant's id.
            file_id: The file's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The assistant file with this id.
        """
        return self._call(
            _FILES_RETRIEVE,
            path={"assistant_id": assistant_id, "file_id": file_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def delete(
        self,
        assistant_id: str,
        file_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteAssistantFileResponse:
        """Take a file from an assistant.

        Unties a file from an assistant. The file itself is kept.

        Belongs to version 1 of the API. In version 2, change the assistant's
        `tool_resources` instead.

        Args:
            assistant_id: The assistant's id.
            file_id: The file's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A note that says whether the file was untied.
        """
        return self._call(
            _FILES_DELETE,
            path={"assistant_id": assistant_id, "file_id": file_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


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

    async def list(
        self,
        assistant_id: str,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListAssistantFilesResponse:
        """List the files of an assistant.

        Belongs to version 1 of the API. Version 2 lists files in the assistant's
        `tool_resources`.

        Args:
            assistant_id: The assistant's id.
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of assistant files, newest first unless you ask otherwise.
        """
        return await self._call(
            _FILES_LIST,
            path={"assistant_id": assistant_id},
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def create(
        self,
        assistant_id: str,
        *,
        file_id: str,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantFileObject:
        """Give an assistant a file.

        Ties an uploaded file to an assistant.

        Belongs to version 1 of the API. In version 2, change the assistant's
        `tool_resources` instead.

        Args:
            assistant_id: The assistant's id.
            file_id: The file, by its id. It must have been uploaded with the purpose
                `assistants`.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The new assistant file.
        """
        return await self._call(
            _FILES_CREATE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={"file_id": file_id},
            options=options,
        )

    async def retrieve(
        self,
        assistant_id: str,
        file_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantFileObject:
        """Look up a file of an assistant.

        Belongs to version 1 of the API. Version 2 lists files in the assistant's
        `tool_resources`.

        Args:
            assistant_id: The assistant's id.
            file_id: The file's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The assistant file with this id.
        """
        return await self._call(
            _FILES_RETRIEVE,
            path={"assistant_id": assistant_id, "file_id": file_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def delete(
        self,
        assistant_id: str,
        file_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteAssistantFileResponse:
        """Take a file from an assistant.

        Unties a file from an assistant. The file itself is kept.

        Belongs to version 1 of the API. In version 2, change the assistant's
        `tool_resources` instead.

        Args:
            assistant_id: The assistant's id.
            file_id: The file's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A note that says whether the file was untied.
        """
        return await self._call(
            _FILES_DELETE,
            path={"assistant_id": assistant_id, "file_id": file_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class FilesRaw(_runtime.RawResource):
    """The calls of `Files`, giving the answer."""

    list = _runtime.raw(Files.list)
    create = _runtime.raw(Files.create)
    retrieve = _runtime.raw(Files.retrieve)
    delete = _runtime.raw(Files.delete)


class AsyncFilesRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncFiles`, giving the answer."""

    list = _runtime.async_raw(AsyncFiles.list)
    create = _runtime.async_raw(AsyncFiles.create)
    retrieve = _runtime.async_raw(AsyncFiles.retrieve)
    delete = _runtime.async_raw(AsyncFiles.delete)


class FilesStreaming(_runtime.StreamingResource):
    """The calls of `Files`, giving the answer unread."""

    list = _runtime.streaming(Files.list)
    create = _runtime.streaming(Files.create)
    retrieve = _runtime.streaming(Files.retrieve)
    delete = _runtime.streaming(Files.delete)


class AsyncFilesStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncFiles`, giving the answer unread."""

    list = _runtime.async_streaming(AsyncFiles.list)
    create = _runtime.async_streaming(AsyncFiles.create)
    retrieve = _runtime.async_streaming(AsyncFiles.retrieve)
    delete = _runtime.async_streaming(AsyncFiles.delete)


class Assistants(Resource):
    """Assistants and the files that they may use."""

    @cached_property
    def with_raw_response(self) -> AssistantsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AssistantsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AssistantsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AssistantsStreaming(self)

    @cached_property
    def files(self) -> Files:
        """Files that were uploaded or produced."""
        return Files(self._client)

    def list(
        self,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListAssistantsResponse:
        """List your assistants.

        Args:
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of assistants, newest first unless you ask otherwise.
        """
        return self._call(
            _LIST,
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def create(
        self,
        *,
        model: str | AssistantSupportedModels,
        open_ai_beta: str | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        instructions: str | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | Omit = omit,
        tool_resources: CreateToolResourcesParam | None | Omit = omit,
        file_ids: Sequence[str] | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Create an assistant.

        Args:
            model: The model that the assistant uses.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            name: The assistant's name.

                At most 256 characters.
            description: What the assistant is for.

                At most 512 characters.
            instructions: How the assistant should behave. Servers of version 1 take up
                to 32,768 characters.

                At most 256000 characters.
            reasoning_effort: How long a reasoning model thinks before it answers. Less
                effort gives quicker and cheaper answers.

                Default: `"medium"`.
            tools: The tools that the assistant may use.

                At most 128 items.
            tool_resources: The files and vector stores that tools may read, sorted by
                tool.
            file_ids: The files that the assistant may use (version 1 of the API).

                At most 20 items.
            metadata: Up to 16 notes of your own on an object, each a key and a text.
            temperature: The sampling temperature. Higher values give more varied
                answers.

                At least 0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability.

                At least 0, at most 1. Default: `1`.
            response_format: The form that answers must take.

        Returns:
            The new assistant.
        """
        return self._call(
            _CREATE,
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "reasoning_effort": reasoning_effort,
                "tools": tools,
                "tool_resources": tool_resources,
                "file_ids": file_ids,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "response_format": response_format,
            },
            options=options,
        )

    def retrieve(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Look up an assistant.

        Args:
            assistant_id: The assistant's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The assistant with this id.
        """
        return self._call(
            _RETRIEVE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    def update(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        instructions: str | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        file_ids: Sequence[str] | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Change an assistant.

        Replaces what you send and leaves everything else as it is.

        Args:
            assistant_id: The assistant's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            model: The model that the assistant uses.
            name: The assistant's name.

                At most 256 characters.
            description: What the assistant is for.

                At most 512 characters.
            instructions: How the assistant should behave. Servers of version 1 take up
                to 32,768 characters.

                At most 256000 characters.
            reasoning_effort: How long a reasoning model thinks before it answers. Less
                effort gives quicker and cheaper answers.

                Default: `"medium"`.
            tools: The tools that the assistant may use.

                At most 128 items.
            tool_resources: The files and vector stores that tools may read, sorted by
                tool.
            file_ids: The files that the assistant may use (version 1 of the API).

                At most 20 items.
            metadata: Up to 16 notes of your own on an object, each a key and a text.
            temperature: The sampling temperature. Higher values give more varied
                answers.

                At least 0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability.

                At least 0, at most 1. Default: `1`.
            response_format: The form that answers must take.

        Returns:
            The changed assistant.
        """
        return self._call(
            _UPDATE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "reasoning_effort": reasoning_effort,
                "tools": tools,
                "tool_resources": tool_resources,
                "file_ids": file_ids,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "response_format": response_format,
            },
            options=options,
        )

    def delete(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteAssistantResponse:
        """Delete an assistant.

        Args:
            assistant_id: The assistant's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A note that says whether the assistant was deleted.
        """
        return self._call(
            _DELETE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AsyncAssistants(AsyncResource):
    """Assistants and the files that they may use."""

    @cached_property
    def with_raw_response(self) -> AsyncAssistantsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncAssistantsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAssistantsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncAssistantsStreaming(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """Files that were uploaded or produced."""
        return AsyncFiles(self._client)

    async def list(
        self,
        *,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        after: str | Omit = omit,
        before: str | Omit = omit,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ListAssistantsResponse:
        """List your assistants.

        Args:
            limit: How many objects a page holds at most, from 1 to 100.

                At least 1, at most 100. Default: `20`.
            order: The order by time of creation. `desc` begins with the newest object,
                `asc` with the oldest.

                Default: `"desc"`.
            after: The id of an object; the page begins with the one that follows it.
            before: The id of an object; the page ends with the one that precedes it.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A page of assistants, newest first unless you ask otherwise.
        """
        return await self._call(
            _LIST,
            query={"limit": limit, "order": order, "after": after, "before": before},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def create(
        self,
        *,
        model: str | AssistantSupportedModels,
        open_ai_beta: str | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        instructions: str | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | Omit = omit,
        tool_resources: CreateToolResourcesParam | None | Omit = omit,
        file_ids: Sequence[str] | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Create an assistant.

        Args:
            model: The model that the assistant uses.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            name: The assistant's name.

                At most 256 characters.
            description: What the assistant is for.

                At most 512 characters.
            instructions: How the assistant should behave. Servers of version 1 take up
                to 32,768 characters.

                At most 256000 characters.
            reasoning_effort: How long a reasoning model thinks before it answers. Less
                effort gives quicker and cheaper answers.

                Default: `"medium"`.
            tools: The tools that the assistant may use.

                At most 128 items.
            tool_resources: The files and vector stores that tools may read, sorted by
                tool.
            file_ids: The files that the assistant may use (version 1 of the API).

                At most 20 items.
            metadata: Up to 16 notes of your own on an object, each a key and a text.
            temperature: The sampling temperature. Higher values give more varied
                answers.

                At least 0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability.

                At least 0, at most 1. Default: `1`.
            response_format: The form that answers must take.

        Returns:
            The new assistant.
        """
        return await self._call(
            _CREATE,
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "reasoning_effort": reasoning_effort,
                "tools": tools,
                "tool_resources": tool_resources,
                "file_ids": file_ids,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "response_format": response_format,
            },
            options=options,
        )

    async def retrieve(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Look up an assistant.

        Args:
            assistant_id: The assistant's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            The assistant with this id.
        """
        return await self._call(
            _RETRIEVE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )

    async def update(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        model: str | AssistantSupportedModels | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        instructions: str | None | Omit = omit,
        reasoning_effort: ReasoningEffort | None | Omit = omit,
        tools: Sequence[AssistantToolParam] | Omit = omit,
        tool_resources: ToolResources | ToolResourcesParam | None | Omit = omit,
        file_ids: Sequence[str] | Omit = omit,
        metadata: MetadataParam | None | Omit = omit,
        temperature: float | None | Omit = omit,
        top_p: float | None | Omit = omit,
        response_format: AssistantsApiResponseFormatOptionParam | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AssistantObject:
        """Change an assistant.

        Replaces what you send and leaves everything else as it is.

        Args:
            assistant_id: The assistant's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.
            model: The model that the assistant uses.
            name: The assistant's name.

                At most 256 characters.
            description: What the assistant is for.

                At most 512 characters.
            instructions: How the assistant should behave. Servers of version 1 take up
                to 32,768 characters.

                At most 256000 characters.
            reasoning_effort: How long a reasoning model thinks before it answers. Less
                effort gives quicker and cheaper answers.

                Default: `"medium"`.
            tools: The tools that the assistant may use.

                At most 128 items.
            tool_resources: The files and vector stores that tools may read, sorted by
                tool.
            file_ids: The files that the assistant may use (version 1 of the API).

                At most 20 items.
            metadata: Up to 16 notes of your own on an object, each a key and a text.
            temperature: The sampling temperature. Higher values give more varied
                answers.

                At least 0, at most 2. Default: `1`.
            top_p: Draws tokens from the likeliest ones only, which together reach this
                share of probability.

                At least 0, at most 1. Default: `1`.
            response_format: The form that answers must take.

        Returns:
            The changed assistant.
        """
        return await self._call(
            _UPDATE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "reasoning_effort": reasoning_effort,
                "tools": tools,
                "tool_resources": tool_resources,
                "file_ids": file_ids,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "response_format": response_format,
            },
            options=options,
        )

    async def delete(
        self,
        assistant_id: str,
        *,
        open_ai_beta: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> DeleteAssistantResponse:
        """Delete an assistant.

        Args:
            assistant_id: The assistant's id.
            open_ai_beta: The version of the Assistants API that the request is written
                for. Servers that still call this API a beta refuse requests without it;
                others ignore it.

        Returns:
            A note that says whether the assistant was deleted.
        """
        return await self._call(
            _DELETE,
            path={"assistant_id": assistant_id},
            headers={"OpenAI-Beta": open_ai_beta},
            options=options,
        )


class AssistantsRaw(_runtime.RawResource):
    """The calls of `Assistants`, giving the answer."""

    list = _runtime.raw(Assistants.list)
    create = _runtime.raw(Assistants.create)
    retrieve = _runtime.raw(Assistants.retrieve)
    update = _runtime.raw(Assistants.update)
    delete = _runtime.raw(Assistants.delete)


class AsyncAssistantsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncAssistants`, giving the answer."""

    list = _runtime.async_raw(AsyncAssistants.list)
    create = _runtime.async_raw(AsyncAssistants.create)
    retrieve = _runtime.async_raw(AsyncAssistants.retrieve)
    update = _runtime.async_raw(AsyncAssistants.update)
    delete = _runtime.async_raw(AsyncAssistants.delete)


class AssistantsStreaming(_runtime.StreamingResource):
    """The calls of `Assistants`, giving the answer unread."""

    list = _runtime.streaming(Assistants.list)
    create = _runtime.streaming(Assistants.create)
    retrieve = _runtime.streaming(Assistants.retrieve)
    update = _runtime.streaming(Assistants.update)
    delete = _runtime.streaming(Assistants.delete)


class AsyncAssistantsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncAssistants`, giving the answer unread."""

    list = _runtime.async_streaming(AsyncAssistants.list)
    create = _runtime.async_streaming(AsyncAssistants.create)
    retrieve = _runtime.async_streaming(AsyncAssistants.retrieve)
    update = _runtime.async_streaming(AsyncAssistants.update)
    delete = _runtime.async_streaming(AsyncAssistants.delete)
