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
"""The quality of the images. GPT image models take `low`, `medium`, `high` and `auto`,
which they take when nothing is given; `dall-e-3` takes `standard` and `hd`."""


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
    """An image that was made, as a URL or in base64."""

    b64_json: str | None = None
    """The image in base64, if you asked for that or the model makes nothing else."""

    url: str | None = None
    """Where the image can be fetched for an hour, if you asked for that."""

    revised_prompt: str | None = None
    """The prompt that was used in place of yours, if it was changed."""


class ImageEditCompletedEvent(BaseModel):
    """The changed image is finished."""

    type: Literal["image_edit.completed"]
    """The kind of event, always `image_edit.completed`."""

    b64_json: str
    """The image, in base64."""

    created_at: int
    """When the event was created, as a Unix time in seconds."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """The size of the image, in pixels."""

    quality: Literal["low", "medium", "high", "auto"]
    """The quality of the image."""

    background: Literal["transparent", "opaque", "auto"]
    """Whether the background is transparent."""

    output_format: Literal["png", "webp", "jpeg"]
    """The format of the image."""

    usage: ImagesUsage
    """How many tokens the request took. Only GPT image models tell."""


class ImageEditPartialImageEvent(BaseModel):
    """A changed image that is not finished yet."""

    type: Literal["image_edit.partial_image"]
    """The kind of event, always `image_edit.partial_image`."""

    b64_json: str
    """The image, in base64."""

    created_at: int
    """When the event was created, as a Unix time in seconds."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """The size of the image, in pixels."""

    quality: Literal["low", "medium", "high", "auto"]
    """The quality of the image."""

    background: Literal["transparent", "opaque", "auto"]
    """Whether the background is transparent."""

    output_format: Literal["png", "webp", "jpeg"]
    """The format of the image."""

    partial_image_index: int
    """How many unfinished images came before this one."""


ImageEditStreamEvent: TypeAlias = "ImageEditPartialImageEvent | ImageEditCompletedEvent"
"""An unfinished image, or the finished one."""


class ImageGenCompletedEvent(BaseModel):
    """The image is finished."""

    type: Literal["image_generation.completed"]
    """The kind of event, always `image_generation.completed`."""

    b64_json: str
    """The image, in base64."""

    created_at: int
    """When the event was created, as a Unix time in seconds."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """The size of the image, in pixels."""

    quality: Literal["low", "medium", "high", "auto"]
    """The quality of the image."""

    background: Literal["transparent", "opaque", "auto"]
    """Whether the background is transparent."""

    output_format: Literal["png", "webp", "jpeg"]
    """The format of the image."""

    usage: ImagesUsage
    """How many tokens the request took. Only GPT image models tell."""


class ImageGenPartialImageEvent(BaseModel):
    """An image that is not finished yet."""

    type: Literal["image_generation.partial_image"]
    """The kind of event, always `image_generation.partial_image`."""

    b64_json: str
    """The image, in base64."""

    created_at: int
    """When the event was created, as a Unix time in seconds."""

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
    """The size of the image, in pixels."""

    quality: Literal["low", "medium", "high", "auto"]
    """The quality of the image."""

    background: Literal["transparent", "opaque", "auto"]
    """Whether the background is transparent."""

    output_format: Literal["png", "webp", "jpeg"]
    """The format of the image."""

    partial_image_index: int
    """How many unfinished images came before this one."""


ImageGenStreamEvent: TypeAlias = "ImageGenPartialImageEvent | ImageGenCompletedEvent"
"""An unfinished image, or the finished one."""


class ImagesResponse(BaseModel):
    """The images that were made."""

    created: int
    """When the images were made, as a Unix time in seconds."""

    data: list[Image]
    """The images."""

    background: Literal["transparent", "opaque"] | None = None
    """Whether the background is transparent."""

    output_format: Literal["png", "webp", "jpeg"] | None = None
    """The format of the images."""

    size: Literal["1024x1024", "1024x1536", "1536x1024"] | None = None
    """The size of the images, in pixels."""

    quality: Literal["low", "medium", "high"] | None = None
    """The quality of the images."""

    usage: ImagesUsage | None = None
    """How many tokens the request took. Only GPT image models tell."""


class ImagesUsage(BaseModel):
    """How many tokens the request took. Only GPT image models tell."""

    total_tokens: int
    """All tokens that the request took."""

    input_tokens: int
    """The tokens of prompt and images."""

    output_tokens: int
    """The tokens of the images that were made."""

    input_tokens_details: ImagesUsageInputTokensDetails
    """What the tokens of the input were."""

    output_tokens_details: ImagesUsageOutputTokensDetails | None = None
    """What the tokens of the output were."""


class ImagesUsageInputTokensDetails(BaseModel):
    """What the tokens of the input were."""

    text_tokens: int
    """The tokens of the prompt."""

    image_tokens: int
    """The tokens of the images."""


class ImagesUsageOutputTokensDetails(BaseModel):
    """What the tokens of the output were."""

    image_tokens: int
    """The tokens of images."""

    text_tokens: int
    """The tokens of text."""


PartialImages: TypeAlias = "int"
"""How many unfinished images a stream sends before the finished one. It may finish
before them all."""
