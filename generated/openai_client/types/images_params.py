"""Parameters of images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime import FileTypes
    from .images import (
        CreateImageEditRequestModelOption,
        CreateImageEditRequestSizeOption,
        CreateImageRequestModelOption,
        CreateImageRequestQuality,
        CreateImageRequestSizeOption,
        PartialImages,
    )


class CreateImageEditRequestParam(TypedDict, total=False):
    """The images, and how to change them."""

    image: Required[FileTypes | Sequence[FileTypes]]
    """The image to change, or up to 16 images to combine into one."""

    prompt: Required[str]
    """What the result should show. `dall-e-2` takes up to 1,000 characters, GPT image
    models up to 32,000."""

    mask: FileTypes
    """A PNG file of less than 4 MB and of the same size as the image. Where it is fully
    transparent, the image is changed; of several images, the first one."""

    background: Literal["transparent", "opaque", "auto"] | None
    """Whether the background is transparent. Default: `"auto"`."""

    model: str | CreateImageEditRequestModelOption | None
    """The model that changes the images. Default: `"dall-e-2"`."""

    n: int | None
    """How many images to make. At least 1, at most 10. Default: `1`."""

    size: str | CreateImageEditRequestSizeOption | None
    """The size of the images, in pixels. `dall-e-2` makes `256x256`, `512x512` and
    `1024x1024`; GPT image models make `1024x1024`, `1536x1024` and `1024x1536`, and
    choose one by `auto`. Default: `"1024x1024"`."""

    response_format: Literal["url", "b64_json"] | None
    """Whether an image comes as a URL, which works for an hour, or in base64. GPT image
    models do not take this and always send base64. Default: `"url"`."""

    output_format: Literal["png", "jpeg", "webp"] | None
    """The format of the images. Only GPT image models take this. Default: `"png"`."""

    output_compression: int | None
    """How much quality JPEG and WebP images keep, from 0 to 100. Only GPT image models
    take this. Default: `100`."""

    user: str
    """An id of your own for the end user of the request, so that abuse can be
    traced."""

    input_fidelity: Literal["high", "low"] | None
    """How closely the result keeps to the images, faces above all."""

    stream: bool | None
    """Whether unfinished images are sent, as server-sent events, while the image is
    being made. Only GPT image models take this. Default: `False`."""

    partial_images: PartialImages | None
    """How many unfinished images a stream sends before the finished one. It may finish
    before them all. At least 0, at most 3. Default: `0`."""

    quality: Literal["standard", "low", "medium", "high", "auto"] | None
    """The quality of the images. `dall-e-2` knows `standard` only. Default:
    `"auto"`."""


class CreateImageRequestParam(TypedDict, total=False):
    """What the images should show, and what they should be like."""

    prompt: Required[str]
    """What the images should show. `dall-e-2` takes up to 1,000 characters, `dall-e-3`
    up to 4,000 and GPT image models up to 32,000."""

    model: str | CreateImageRequestModelOption | None
    """The model that makes the images. Default: `"dall-e-2"`."""

    n: int | None
    """How many images to make. The model `dall-e-3` makes one only. At least 1, at most
    10. Default: `1`."""

    quality: CreateImageRequestQuality | None
    """The quality of the images. GPT image models take `low`, `medium`, `high` and
    `auto`, which they take when nothing is given; `dall-e-3` takes `standard` and `hd`.
    Default: `"standard"`."""

    response_format: Literal["url", "b64_json"] | None
    """Whether an image comes as a URL, which works for an hour, or in base64. GPT image
    models do not take this and always send base64. Default: `"url"`."""

    output_format: Literal["png", "jpeg", "webp"] | None
    """The format of the images. Only GPT image models take this. Default: `"png"`."""

    output_compression: int | None
    """How much quality JPEG and WebP images keep, from 0 to 100. Only GPT image models
    take this. Default: `100`."""

    stream: bool | None
    """Whether unfinished images are sent, as server-sent events, while the image is
    being made. Only GPT image models take this. Default: `False`."""

    partial_images: PartialImages | None
    """How many unfinished images a stream sends before the finished one. It may finish
    before them all. At least 0, at most 3. Default: `0`."""

    size: str | CreateImageRequestSizeOption | None
    """The size of the images, in pixels. Default: `"1024x1024"`."""

    moderation: Literal["low", "auto"] | None
    """How strictly harmful images are held back. Only GPT image models take this.
    Default: `"auto"`."""

    background: Literal["transparent", "opaque", "auto"] | None
    """Whether the background is transparent. Default: `"auto"`."""

    style: Literal["vivid", "natural"] | None
    """How `dall-e-3` paints. `vivid` is dramatic, `natural` is plain. Default:
    `"vivid"`."""

    user: str
    """An id of your own for the end user of the request, so that abuse can be
    traced."""


class CreateImageVariationRequestParam(TypedDict, total=False):
    """The image, and what its variations should be like."""

    image: Required[FileTypes]
    """The image; a square PNG file of less than 4 MB."""

    model: str | Literal["dall-e-2"] | None
    """The model that makes the variations. Default: `"dall-e-2"`."""

    n: int | None
    """How many variations to make. At least 1, at most 10. Default: `1`."""

    response_format: Literal["url", "b64_json"] | None
    """Whether an image comes as a URL, which works for an hour, or in base64. Default:
    `"url"`."""

    size: Literal["256x256", "512x512", "1024x1024"] | None
    """The size of the images, in pixels. Default: `"1024x1024"`."""

    user: str
    """An id of your own for the end user of the request, so that abuse can be
    traced."""
