"""Upload a file to a vector store, and wait until it is processed.

The tests copy this module into the folder `ext` of a client whose settings describe how
the files of vector stores are polled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..resources import files, vector_stores

if TYPE_CHECKING:
    from .._runtime import FileTypes
    from ..types import VectorStoreFileObject


class Files(vector_stores.Files):
    """Files of a vector store."""

    def upload_and_poll(
        self, vector_store_id: str, *, file: FileTypes
    ) -> VectorStoreFileObject:
        """Upload a file, add it to a vector store, and wait until it is processed."""
        uploaded = files.Files(self._client).create(file=file, purpose="assistants")
        return self.create_and_poll(vector_store_id, file_id=uploaded.id)


class AsyncFiles(vector_stores.AsyncFiles):
    """Files of a vector store."""

    async def upload_and_poll(
        self, vector_store_id: str, *, file: FileTypes
    ) -> VectorStoreFileObject:
        """Upload a file, add it to a vector store, and wait until it is processed."""
        resource = files.AsyncFiles(self._client)
        uploaded = await resource.create(file=file, purpose="assistants")
        return await self.create_and_poll(vector_store_id, file_id=uploaded.id)
