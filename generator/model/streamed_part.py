"""Parts of multipart streams."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from .types import Type


@dataclass(frozen=True, slots=True)
class StreamedPart:
    """A part of a multipart stream.

    Args:
        type: Type of the content; binary content is a `Scalar` of the kind `BINARY`.
        media_type: Media type of a part that has none; `""` if it is unknown.
    """

    type: Type
    media_type: str
