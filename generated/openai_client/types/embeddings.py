"""Types of embeddings."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import BaseModel

CreateEmbeddingRequestModelOption: TypeAlias = Literal[
    "text-embedding-ada-002", "text-embedding-3-small", "text-embedding-3-large"
]


class CreateEmbeddingResponse(BaseModel):
    """The embeddings of the input texts."""

    data: list[Embedding]
    """The embeddings, in the order of the input."""

    model: str
    """The model that created the embeddings."""

    object: Literal["list"]
    """The object type. Always `list`."""

    usage: CreateEmbeddingResponseUsage
    """Token usage of the request."""


class CreateEmbeddingResponseUsage(BaseModel):
    """Token usage of the request."""

    prompt_tokens: int
    """The number of input tokens."""

    total_tokens: int
    """The total number of tokens, input and output combined."""


class Embedding(BaseModel):
    """The embedding vector of one text."""

    index: int
    """The zero-based index of the text in the input."""

    embedding: list[float]
    """The vector. Its length depends on the model."""

    object: Literal["embedding"]
    """The object type. Always `embedding`."""
