"""Parameters of moderations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Required

from typing_extensions import TypeAliasType, TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .moderations import CreateModerationRequestModelOption

_runtime.defer_imports(__name__)


class CreateModerationRequestParam(TypedDict, total=False):
    """The content to classify."""

    input: Required[str | Sequence[str] | Sequence[ModerationInputParam]]
    """A string, a list of strings to classify separately, or a list of content parts to
    classify together."""

    model: str | CreateModerationRequestModelOption
    """The moderation model. `omni` models support text and images; `text` models
    support only text. Default: `"omni-moderation-latest"`."""


class ModerationImageURLInputImageUrlParam(TypedDict):
    """The image content."""

    url: str
    """The URL of the image, or the image as a base64 `data:` URL."""


class ModerationImageURLInputParam(TypedDict):
    """An image input to classify."""

    type: Literal["image_url"]
    """The content part type. Always `image_url`."""

    image_url: ModerationImageURLInputImageUrlParam
    """The image content."""


ModerationInputParam = TypeAliasType(
    "ModerationInputParam", "ModerationTextInputParam | ModerationImageURLInputParam"
)
"""A text or image input."""


class ModerationTextInputParam(TypedDict):
    """A text input to classify."""

    type: Literal["text"]
    """The content part type. Always `text`."""

    text: str
    """The text content."""
