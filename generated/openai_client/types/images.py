"""Types of images."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import BaseModel

CreateImageEditRequestModelOption: TypeAlias = Literal[
    "dall-e-2",
    "gpt-image-1",
    "gpt-image-1-mini",
    "gpt-image-1.5",
    "gpt-image-2",
    "gpt-image-2-2026-04-21",
    "chatgpt-image-latest",
]


CreateImageEditRequestSizeOption: TypeAlias = Literal[
    "256x256", "512x512", "1024x1024", "1536x1024", "1024x1536", "auto"
]


CreateImageRequestModelOption: TypeAlias = Literal[
    "dall-e-2",
    "dall-e-3",
    "gpt-image-1",
    "gpt-image-1-mini",
    "gpt-image-1.5",
    "gpt-image-2",
    "gpt-image-2-2026-04-21",
]


CreateImageRequestQuality: TypeAlias = Literal[
    "standard", "hd", "low", "medium", "high", "auto"
]
"""How carefully to draw.

`dall-e-3` knows `standard` and `hd`. The `gpt-image` models know `low`, `medium`,
`high` and `auto`, and take `auto` when nothing is said.
"""


CreateImageRequestSizeOption: TypeAlias = Literal[
    "256x256",
    "512x512",
    "1024x1024",
    "1792x1024",
    "1024x1792",
    "1536x1024",
    "1024x1536",
    "auto",
]


class Image(BaseModel):
    """An image that was drawn for you, either its address or its content."""

    b64_json: str | None = None
    """The content of the image in Base64."""

    url: str | None = None
    """The address of the image, good for an hour. The `gpt-image` models give none."""

    revised_prompt: str | None = None
    """What was drawn in the end, if the model has reworded your prompt; only `dall-e-3`
    does.
    """


class ImageEditCompletedEvent(BaseModel):
    """The image that was changed; nothing follows it."""

    type: Literal["image_edit.completed"]
    """Names the kind of event; here always `image_edit.completed`."""

    b64_json: str
    """The image in Base64."""

    created_at: int
    """When the image was sent, in seconds since 1970 (Unix time)."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """Width and height in pixels."""

    quality: Literal["low", "medium", "high", "auto"]
    """How carefully the image was drawn."""

    background: Literal["transparent", "opaque", "auto"]
    """Whether the background is transparent."""

    output_format: Literal["png", "webp", "jpeg"]
    """The format of the image."""

    usage: ImagesUsage
    """The tokens that were used for an image that came as a stream."""


class ImageEditPartialImageEvent(BaseModel):
    """A draft of an image that is being changed."""

    type: Literal["image_edit.partial_image"]
    """Names the kind of event; here always `image_edit.partial_image`."""

    b64_json: str
    """The draft in Base64."""

    created_at: int
    """When the draft was sent, in seconds since 1970 (Unix time)."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """Width and height in pixels, as asked for."""

    quality: Literal["low", "medium", "high", "auto"]
    """How carefully the image is to be drawn."""

    background: Literal["transparent", "opaque", "auto"]
    """Whether the background is to be transparent."""

    output_format: Literal["png", "webp", "jpeg"]
    """The format of the draft."""

    partial_image_index: int
    """Which draft it is, counted from 0."""


ImageEditStreamEvent: TypeAlias = "ImageEditPartialImageEvent | ImageEditCompletedEvent"
"""What a stream sends while an image is changed."""


class ImageGenCompletedEvent(BaseModel):
    """The image that was drawn; nothing follows it."""

    type: Literal["image_generation.completed"]
    """Names the kind of event; here always `image_generation.completed`."""

    b64_json: str
    """The image in Base64."""

    created_at: int
    """When the image was sent, in seconds since 1970 (Unix time)."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """Width and height in pixels."""

    quality: Literal["low", "medium", "high", "auto"]
    """How carefully the image was drawn."""

    background: Literal["transparent", "opaque", "auto"]
    """Whether the background is transparent."""

    output_format: Literal["png", "webp", "jpeg"]
    """The format of the image."""

    usage: ImagesUsage
    """The tokens that were used for an image that came as a stream."""


class ImageGenInputUsageDetails(BaseModel):
    """What the tokens read consist of."""

    text_tokens: int
    """Tokens of text."""

    image_tokens: int
    """Tokens of images."""


class ImageGenOutputTokensDetails(BaseModel):
    """What the tokens drawn or written consist of."""

    image_tokens: int
    """Tokens of images."""

    text_tokens: int
    """Tokens of text."""


class ImageGenPartialImageEvent(BaseModel):
    """A draft of an image that is being drawn."""

    type: Literal["image_generation.partial_image"]
    """Names the kind of event; here always `image_generation.partial_image`."""

    b64_json: str
    """The draft in Base64."""

    created_at: int
    """When the draft was sent, in seconds since 1970 (Unix time)."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """Width and height in pixels, as asked for."""

    quality: Literal["low", "medium", "high", "auto"]
    """How carefully the image is to be drawn."""

    background: Literal["transparent", "opaque", "auto"]
    """Whether the background is to be transparent."""

    output_format: Literal["png", "webp", "jpeg"]
    """The format of the draft."""

    partial_image_index: int
    """Which draft it is, counted from 0."""


ImageGenStreamEvent: TypeAlias = "ImageGenPartialImageEvent | ImageGenCompletedEvent"
"""What a stream sends while an image is drawn."""


class ImageGenUsage(BaseModel):
    """The tokens that were used for images."""

    input_tokens: int
    """Tokens read, those of text and those of images."""

    input_tokens_details: ImageGenInputUsageDetails
    """What the tokens read consist of."""

    output_tokens: int
    """Tokens drawn or written."""

    total_tokens: int
    """Tokens of both kinds together."""

    output_tokens_details: ImageGenOutputTokensDetails | None = None
    """What the tokens drawn or written consist of."""


class ImagesResponse(BaseModel):
    """Images that were drawn for you. What goes beyond the images comes with the
    `gpt-image` models only.
    """

    created: int
    """When the images were drawn, in seconds since 1970 (Unix time)."""

    data: list[Image]
    """The images."""

    background: Literal["transparent", "opaque"] | None = None
    """Whether the background is transparent."""

    output_format: Literal["png", "webp", "jpeg"] | None = None
    """The format of the images."""

    size: Literal["1024x1024", "1024x1536", "1536x1024"] | None = None
    """Width and height of the images in pixels."""

    quality: Literal["low", "medium", "high"] | None = None
    """How carefully the images were drawn."""

    usage: ImageGenUsage | None = None
    """The tokens that were used for images."""


class ImagesUsage(BaseModel):
    """The tokens that were used for an image that came as a stream."""

    total_tokens: int
    """Tokens read and drawn."""

    input_tokens: int
    """Tokens read, those of text and those of images."""

    output_tokens: int
    """Tokens drawn."""

    input_tokens_details: ImagesUsageInputTokensDetails
    """What the tokens read consist of."""


class ImagesUsageInputTokensDetails(BaseModel):
    """What the tokens read consist of."""

    text_tokens: int
    """Tokens of text."""

    image_tokens: int
    """Tokens of images."""


InputFidelity: TypeAlias = Literal["high", "low"]
"""How much effort goes into keeping the look of given images, faces above all."""


PartialImages: TypeAlias = "int"
"""How many drafts a stream shows before the image, from 0 to 3.

There may be fewer when the image is ready sooner.
"""
