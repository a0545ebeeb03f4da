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
        InputFidelity,
        PartialImages,
    )


class CreateImageEditRequestParam(TypedDict, total=False):
    """Which image to change, and how."""

    image: Required[FileTypes | Sequence[FileTypes]]
    """The image to change, or up to 16 images."""

    prompt: Required[str]
    """What the image shall show."""

    mask: FileTypes
    """An image that is fully transparent where the first image may change."""

    model: str | CreateImageEditRequestModelOption | None
    """The model that draws. Newer servers take `gpt-image-1.5` when nothing is said.

    Default: `"dall-e-2"`.
    """

    n: int | None
    """How many images to draw, from 1 to 10.

    At least 1, at most 10. Default: `1`.
    """

    size: str | CreateImageEditRequestSizeOption | None
    """Width and height in pixels.

    Default: `"1024x1024"`.
    """

    response_format: Literal["url", "b64_json"] | None
    """Whether to answer with addresses or with Base64.

    Default: `"url"`.
    """

    output_format: Literal["png", "jpeg", "webp"] | None
    """The format of the images. Only for the `gpt-image` models.

    Default: `"png"`.
    """

    output_compression: int | None
    """How strongly to compress JPEG and WebP, in percent. Only for the `gpt-image`
    models.

    Default: `100`.
    """

    background: Literal["transparent", "opaque", "auto"] | None
    """Whether the background is transparent; `auto` leaves the choice to the model.

    Default: `"auto"`.
    """

    quality: Literal["standard", "low", "medium", "high", "auto"] | None
    """How carefully to draw.

    Default: `"auto"`.
    """

    input_fidelity: InputFidelity | None
    """How closely to follow the given images. Some `gpt-image` models only."""

    stream: bool | None
    """Whether to send the image as a stream. Only for the `gpt-image` models.

    Default: `False`.
    """

    partial_images: PartialImages | None
    """How many drafts a stream shows before the image, from 0 to 3.

    At least 0, at most 3. Default: `0`.
    """

    user: str
    """A name for the person who asked, by which abuse can be traced."""


class CreateImageRequestParam(TypedDict, total=False):
    """What to draw, and how."""

    prompt: Required[str]
    """What the image shall show."""

    model: str | CreateImageRequestModelOption | None
    """The model that draws.

    Default: `"dall-e-2"`.
    """

    n: int | None
    """How many images to draw, from 1 to 10. For `dall-e-3` only 1 is allowed.

    At least 1, at most 10. Default: `1`.
    """

    quality: CreateImageRequestQuality | None
    """How carefully to draw.

    Default: `"standard"`.
    """

    response_format: Literal["url", "b64_json"] | None
    """Whether to answer with addresses or with Base64.

    Default: `"url"`.
    """

    output_format: Literal["png", "jpeg", "webp"] | None
    """The format of the images. Only for the `gpt-image` models.

    Default: `"png"`.
    """

    output_compression: int | None
    """How strongly to compress JPEG and WebP, in percent. Only for the `gpt-image`
    models.

    Default: `100`.
    """

    size: str | CreateImageRequestSizeOption | None
    """Width and height in pixels.

    Default: `"1024x1024"`.
    """

    style: Literal["vivid", "natural"] | None
    """How to draw: `vivid` for dramatic, larger-than-life images, `natural` for plainer
    ones.

    Default: `"vivid"`.
    """

    background: Literal["transparent", "opaque", "auto"] | None
    """Whether the background is transparent; `auto` leaves the choice to the model.

    Default: `"auto"`.
    """

    moderation: Literal["low", "auto"] | None
    """How strictly to filter images; `low` lets more pass. Only for the `gpt-image`
    models.

    Default: `"auto"`.
    """

    stream: bool | None
    """Whether to send the image as a stream. Only for the `gpt-image` models.

    Default: `False`.
    """

    partial_images: PartialImages | None
    """How many drafts a stream shows before the image, from 0 to 3.

    At least 0, at most 3. Default: `0`.
    """

    user: str
    """A name for the person who asked, by which abuse can be traced."""


class CreateImageVariationRequestParam(TypedDict, total=False):
    """Which image to vary, and how often."""

    image: Required[FileTypes]
    """The image to vary, a square PNG below 4 MB."""

    model: str | Literal["dall-e-2"] | None
    """The model that draws; so far only `dall-e-2`.

    Default: `"dall-e-2"`.
    """

    n: int | None
    """How many images to draw, from 1 to 10.

    At least 1, at most 10. Default: `1`.
    """

    response_format: Literal["url", "b64_json"] | None
    """Whether to answer with addresses, which are good for an hour, or with Base64.

    Default: `"url"`.
    """

    size: Literal["256x256", "512x512", "1024x1024"] | None
    """Width and height in pixels.

    Default: `"1024x1024"`.
    """

    user: str
    """A name for the person who asked, by which abuse can be traced."""
