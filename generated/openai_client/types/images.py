"""Types of images."""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import TypeAliasType

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
"""The image quality. GPT image models support `low`, `medium`, `high` and `auto`, which
is the default; `dall-e-3` supports `standard` and `hd`."""


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
    """A generated image, as a URL or base64-encoded data."""

    b64_json: str | None = None
    """The base64-encoded image, if requested or if the model returns no other
    format."""

    url: str | None = None
    """The URL of the image, if requested. It is valid for one hour."""

    revised_prompt: str | None = None
    """The revised prompt, if the model changed the original prompt."""


class ImageEditCompletedEvent(BaseModel):
    """Contains the final edited image."""

    type: Literal["image_edit.completed"]
    """The event type. Always `image_edit.completed`."""

    b64_json: str
    """The base64-encoded image."""

    created_at: int
    """Time at which the event was created, as a Unix timestamp in seconds."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """The image size, in pixels."""

    quality: Literal["low", "medium", "high", "auto"]
    """The image quality."""

    background: Literal["transparent", "opaque", "auto"]
    """The background transparency of the image."""

    output_format: Literal["png", "webp", "jpeg"]
    """The image file format."""

    usage: ImagesUsage
    """Token usage of the request. Returned only by GPT image models."""


class ImageEditPartialImageEvent(BaseModel):
    """Contains a partial edited image."""

    type: Literal["image_edit.partial_image"]
    """The event type. Always `image_edit.partial_image`."""

    b64_json: str
    """The base64-encoded image."""

    created_at: int
    """Time at which the event was created, as a Unix timestamp in seconds."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """The image size, in pixels."""

    quality: Literal["low", "medium", "high", "auto"]
    """The image quality."""

    background: Literal["transparent", "opaque", "auto"]
    """The background transparency of the image."""

    output_format: Literal["png", "webp", "jpeg"]
    """The image file format."""

    partial_image_index: int
    """The zero-based index of the partial image."""


ImageEditStreamEvent = TypeAliasType(
    "ImageEditStreamEvent", "ImageEditPartialImageEvent | ImageEditCompletedEvent"
)
"""An event of an image stream: a partial image or the final image."""


class ImageGenCompletedEvent(BaseModel):
    """Contains the final image."""

    type: Literal["image_generation.completed"]
    """The event type. Always `image_generation.completed`."""

    b64_json: str
    """The base64-encoded image."""

    created_at: int
    """Time at which the event was created, as a Unix timestamp in seconds."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """The image size, in pixels."""

    quality: Literal["low", "medium", "high", "auto"]
    """The image quality."""

    background: Literal["transparent", "opaque", "auto"]
    """The background transparency of the image."""

    output_format: Literal["png", "webp", "jpeg"]
    """The image file format."""

    usage: ImagesUsage
    """Token usage of the request. Returned only by GPT image models."""


class ImageGenPartialImageEvent(BaseModel):
    """Contains a partial image."""

    type: Literal["image_generation.partial_image"]
    """The event type. Always `image_generation.partial_image`."""

    b64_json: str
    """The base64-encoded image."""

    created_at: int
    """Time at which the event was created, as a Unix timestamp in seconds."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """The image size, in pixels."""

    quality: Literal["low", "medium", "high", "auto"]
    """The image quality."""

    background: Literal["transparent", "opaque", "auto"]
    """The background transparency of the image."""

    output_format: Literal["png", "webp", "jpeg"]
    """The image file format."""

    partial_image_index: int
    """The zero-based index of the partial image."""


ImageGenStreamEvent = TypeAliasType(
    "ImageGenStreamEvent", "ImageGenPartialImageEvent | ImageGenCompletedEvent"
)
"""An event of an image stream: a partial image or the final image."""


class ImagesResponse(BaseModel):
    """The generated images."""

    created: int
    """Time at which the images were generated, as a Unix timestamp in seconds."""

    data: list[Image]
    """The list of images."""

    background: Literal["transparent", "opaque"] | None = None
    """The background transparency of the image."""

    output_format: Literal["png", "webp", "jpeg"] | None = None
    """The image file format."""

    size: Literal["1024x1024", "1024x1536", "1536x1024"] | None = None
    """The image size, in pixels."""

    quality: Literal["low", "medium", "high"] | None = None
    """The image quality."""

    usage: ImagesUsage | None = None
    """Token usage of the request. Returned only by GPT image models."""


class ImagesUsage(BaseModel):
    """Token usage of the request. Returned only by GPT image models."""

    total_tokens: int
    """The total number of tokens, input and output combined."""

    input_tokens: int
    """The number of input tokens, text and images combined."""

    output_tokens: int
    """The number of output tokens of the generated images."""

    input_tokens_details: ImagesUsageInputTokensDetails
    """A breakdown of the input tokens."""

    output_tokens_details: ImagesUsageOutputTokensDetails | None = None
    """A breakdown of the output tokens."""


class ImagesUsageInputTokensDetails(BaseModel):
    """A breakdown of the input tokens."""

    text_tokens: int
    """The number of prompt tokens."""

    image_tokens: int
    """The number of image tokens."""


class ImagesUsageOutputTokensDetails(BaseModel):
    """A breakdown of the output tokens."""

    image_tokens: int
    """The number of image output tokens."""

    text_tokens: int
    """The number of text output tokens."""


PartialImages: TypeAlias = int
"""The number of partial images to stream before the final image. Fewer may be sent if
the image is generated quickly."""
