"""Parameters of embeddings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .embeddings import CreateEmbeddingRequestModelOption


class CreateEmbeddingRequestParam(TypedDict, total=False):
    """The texts, and what their vectors should be like."""

    input: Required[str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]]]
    """The text, or a list of up to 2,048 texts. Lists of tokens are taken in place of
    texts, too."""

    model: Required[str | CreateEmbeddingRequestModelOption]
    """The model that makes the vectors. Vectors of different models cannot be
    compared."""

    encoding_format: Literal["float", "base64"]
    """How vectors are written: `float` as numbers, `base64` as the bytes of 32-bit
    numbers, which is shorter. Default: `"float"`."""

    dimensions: int
    """How many numbers a vector has. Only models from `text-embedding-3` on take this.
    At least 1."""

    user: str
    """An id of your own for the end user of the request, so that abuse can be
    traced."""
