"""Parameters of embeddings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Required

from typing_extensions import TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .embeddings import CreateEmbeddingRequestModelOption

_runtime.defer_imports(__name__)


class CreateEmbeddingRequestParam(TypedDict, total=False):
    """The texts to embed and the embedding settings."""

    input: Required[str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]]]
    """The text to embed, or a list of up to 2,048 texts. Lists of tokens can be used
    instead of texts."""

    model: Required[str | CreateEmbeddingRequestModelOption]
    """The embedding model. Embeddings of different models are not comparable."""

    encoding_format: Literal["float", "base64"]
    """The encoding of the vectors. `float` returns numbers; `base64` returns the bytes
    of 32-bit floats, which is more compact. Default: `"float"`."""

    dimensions: int
    """The number of dimensions of the vectors. Supported only by `text-embedding-3` and
    later models. At least 1."""

    user: str
    """A unique identifier for your end user, used to detect abuse."""
