"""Request bodies."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from ..source import Location
from .types import Type


@dataclass(frozen=True, slots=True)
class PartEncoding:
    """Encoding of one property of a form (OpenAPI, Encoding Object).

    Args:
        name: Name of the property.
        media_type: Content type of the part; `""` for the default of the type.
        style: Style as for a query parameter; `""` if there is none.
        explode: Explode as for a query parameter; `None` if there is none.
    """

    name: str
    media_type: str = ""
    style: str = ""
    explode: bool | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A request body.

    Args:
        media_type: Media type that the client sends.
        type: Type of the body.
        required: Whether the body is required.
        description: CommonMark.
        media_types: All media types of the document, including `media_type`.
        encodings: Encodings of the properties of a form.
        origin: Location in the document.
        form: Multipart form that can be sent instead of JSON.
        written: Media type as written in the document, if it has parameters such as
            `version=2`; else `""`.
        alternatives: The body in other media types that can be sent instead.
        declares_required: Whether the document states if the body is required.
    """

    media_type: str
    type: Type
    required: bool
    description: str
    media_types: tuple[str, ...]
    encodings: tuple[PartEncoding, ...]
    origin: Location
    form: Body | None = None
    written: str = ""
    alternatives: tuple[Body, ...] = ()
    declares_required: bool = False

    @property
    def all_forms(self) -> tuple[Body, ...]:
        """The body in each media type that can be sent, the preferred one first."""
        forms = (self.form,) if self.form is not None else ()
        return (self, *forms, *self.alternatives)

    @property
    def full_media_type(self) -> str:
        """The media type with its parameters, as it is sent in a header."""
        return self.written or self.media_type
