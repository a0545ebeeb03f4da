"""Embeddings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime import Omit, RequestOptions
    from ..types.embeddings import (
        CreateEmbeddingRequestModelOption,
        CreateEmbeddingResponse,
    )

_CREATE = Endpoint(
    "POST", "/embeddings", body="application/json", returns="CreateEmbeddingResponse"
)


class Embeddings(Resource["EmbeddingsRaw", "EmbeddingsStreaming"]):
    """Vectors that represent the meaning of text."""

    def create(
        self,
        *,
        input: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]],
        model: str | CreateEmbeddingRequestModelOption,
        encoding_format: Literal["float", "base64"] | Omit = omit,
        dimensions: int | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateEmbeddingResponse:
        """Create embeddings.

        Args:
            input: The text to embed, or a list of up to 2,048 texts. Lists of tokens
                can be used instead of texts.
            model: The embedding model. Embeddings of different models are not
                comparable.
            encoding_format: The encoding of the vectors. `float` returns numbers;
                `base64` returns the bytes of 32-bit floats, which is more compact.
                Default: `"float"`.
            dimensions: The number of dimensions of the vectors. Supported only by
                `text-embedding-3` and later models. At least 1.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A list of embeddings, one per input text, in the order of the input.

        Example:
            client.embeddings.create(
                model="text-embedding-3-small",
                input="A saddle that is kind to long rides",
            )
        """
        return self._call(
            _CREATE,
            body={
                "input": input,
                "model": model,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "user": user,
            },
            options=options,
        )


class AsyncEmbeddings(AsyncResource["AsyncEmbeddingsRaw", "AsyncEmbeddingsStreaming"]):
    """Vectors that represent the meaning of text."""

    async def create(
        self,
        *,
        input: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]],
        model: str | CreateEmbeddingRequestModelOption,
        encoding_format: Literal["float", "base64"] | Omit = omit,
        dimensions: int | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateEmbeddingResponse:
        """Create embeddings.

        Args:
            input: The text to embed, or a list of up to 2,048 texts. Lists of tokens
                can be used instead of texts.
            model: The embedding model. Embeddings of different models are not
                comparable.
            encoding_format: The encoding of the vectors. `float` returns numbers;
                `base64` returns the bytes of 32-bit floats, which is more compact.
                Default: `"float"`.
            dimensions: The number of dimensions of the vectors. Supported only by
                `text-embedding-3` and later models. At least 1.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A list of embeddings, one per input text, in the order of the input.

        Example:
            await client.embeddings.create(
                model="text-embedding-3-small",
                input="A saddle that is kind to long rides",
            )
        """
        return await self._call(
            _CREATE,
            body={
                "input": input,
                "model": model,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "user": user,
            },
            options=options,
        )


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class EmbeddingsRaw(_runtime.RawResource):
        """Methods of `Embeddings` that return the response."""

        create = _runtime.raw_method(Embeddings.create)

    class AsyncEmbeddingsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncEmbeddings` that return the response."""

        create = _runtime.async_raw_method(AsyncEmbeddings.create)

    class EmbeddingsStreaming(_runtime.StreamingResource):
        """Methods of `Embeddings` that return an unread response."""

        create = _runtime.streaming_method(Embeddings.create)

    class AsyncEmbeddingsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncEmbeddings` that return an unread response."""

        create = _runtime.async_streaming_method(AsyncEmbeddings.create)
