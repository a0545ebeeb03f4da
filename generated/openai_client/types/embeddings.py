"""Types of embeddings."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import BaseModel

CreateEmbeddingRequestModelOption: TypeAlias = Literal[
    "text-embedding-ada-002", "text-embedding-3-small", "text-embedding-3-large"
]


class CreateEmbeddingResponse(BaseModel):
    """The vectors of your texts."""

    data: list[Embedding]
    """The embeddings, in the order of the texts."""

    model: str
    """The model that made the vectors."""

    object: Literal["list"]
    """The kind of object, always `list`."""

    usage: CreateEmbeddingResponseUsage
    """How many tokens the request took."""


class CreateEmbeddingResponseUsage(BaseModel):
    """How many tokens the request took."""

    prompt_tokens: int
    """The tokens of the texts."""

    total_tokens: int
    """All tokens that the request took."""


class Embedding(BaseModel):
    """The vector of one text."""

    index: int
    """Which of the texts this is the vector of, from 0."""

    embedding: list[float]
    """The vector. Its length depends on the model."""

    object: Literal["embedding"]
    """The kind of object, always `embedding`."""
