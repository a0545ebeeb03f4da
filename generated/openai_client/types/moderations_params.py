"""Parameters of moderations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .moderations import CreateModerationRequestModelOption


class CreateModerationRequestParam(TypedDict, total=False):
    """What to classify."""

    input: Required[str | Sequence[str] | Sequence[ModerationInputParam]]
    """A text, several texts that are classified apart, or parts that are classified
    together."""

    model: str | CreateModerationRequestModelOption
    """The model that classifies. Those of the `omni` family see images; those of the
    `text` family read only. Default: `"omni-moderation-latest"`."""


class ModerationImageURLInputImageUrlParam(TypedDict):
    """The image."""

    url: str
    """Where the image is, or the image itself as a `data:` URL in base64."""


class ModerationImageURLInputParam(TypedDict):
    """An image to classify."""

    type: Literal["image_url"]
    """The kind of part, always `image_url`."""

    image_url: ModerationImageURLInputImageUrlParam
    """The image."""


ModerationInputParam: TypeAlias = """
    ModerationTextInputParam
    | ModerationImageURLInputParam
"""
"""A text or an image."""


class ModerationTextInputParam(TypedDict):
    """A text to classify."""

    type: Literal["text"]
    """The kind of part, always `text`."""

    text: str
    """The text."""
