"""Parameters of images."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Required

from typing_extensions import TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .._runtime import FileTypes
    from .images import (
        CreateImageEditRequestModelOption,
        CreateImageEditRequestSizeOption,
        CreateImageRequestModelOption,
        CreateImageRequestQuality,
        CreateImageRequestSizeOption,
        PartialImages,
    )

_runtime.defer_imports(__name__)


class CreateImageEditRequestParam(TypedDict, total=False):
    """The images to edit and the prompt."""

    image: Required[FileTypes | Sequence[FileTypes]]
    """The image to edit, or up to 16 images to combine."""

    prompt: Required[str]
    """A description of the result. `dall-e-2` accepts up to 1,000 characters, GPT image
    models up to 32,000."""

    mask: FileTypes
    """A PNG file of less than 4 MB with the size of the image. Its fully transparent
    areas mark the areas to edit. If several images are sent, the mask applies to the
    first one."""

    background: Literal["transparent", "opaque", "auto"] | None
    """The background transparency of the image. Default: `"auto"`."""

    model: str | CreateImageEditRequestModelOption | None
    """The model that edits the images. Default: `"dall-e-2"`."""

    n: int | None
    """The number of images to generate. At least 1, at most 10. Default: `1`."""

    size: str | CreateImageEditRequestSizeOption | None
    """The image size, in pixels. `dall-e-2` supports `256x256`, `512x512` and
    `1024x1024`; GPT image models support `1024x1024`, `1536x1024`, `1024x1536` and
    `auto`. Default: `"1024x1024"`."""

    response_format: Literal["url", "b64_json"] | None
    """The format in which an image is returned: a URL, which is valid for one hour, or
    base64-encoded data. Not supported by GPT image models, which always return base64.
    Default: `"url"`."""

    output_format: Literal["png", "jpeg", "webp"] | None
    """The image file format. Supported only by GPT image models. Default: `"png"`."""

    output_compression: int | None
    """The quality of JPEG and WebP images after compression, from 0 to 100. Supported
    only by GPT image models. Default: `100`."""

    user: str
    """A unique identifier for your end user, used to detect abuse."""

    input_fidelity: Literal["high", "low"] | None
    """The fidelity to the input images, in particular to faces."""

    stream: bool | None
    """Whether to stream partial images as server-sent events while the image is being
    generated. Supported only by GPT image models. Default: `False`."""

    partial_images: PartialImages | None
    """The number of partial images to stream before the final image. Fewer may be sent
    if the image is generated quickly. At least 0, at most 3. Default: `0`."""

    quality: Literal["standard", "low", "medium", "high", "auto"] | None
    """The image quality. `dall-e-2` supports only `standard`. Default: `"auto"`."""


class CreateImageRequestParam(TypedDict, total=False):
    """The prompt and the image settings."""

    prompt: Required[str]
    """A description of the image. `dall-e-2` accepts up to 1,000 characters, `dall-e-3`
    up to 4,000 and GPT image models up to 32,000."""

    model: str | CreateImageRequestModelOption | None
    """The model that generates the images. Default: `"dall-e-2"`."""

    n: int | None
    """The number of images to generate. `dall-e-3` supports only one. At least 1, at
    most 10. Default: `1`."""

    quality: CreateImageRequestQuality | None
    """The image quality. GPT image models support `low`, `medium`, `high` and `auto`,
    which is the default; `dall-e-3` supports `standard` and `hd`."""

    response_format: Literal["url", "b64_json"] | None
    """The format in which an image is returned: a URL, which is valid for one hour, or
    base64-encoded data. Not supported by GPT image models, which always return base64.
    Default: `"url"`."""

    output_format: Literal["png", "jpeg", "webp"] | None
    """The image file format. Supported only by GPT image models. Default: `"png"`."""

    output_compression: int | None
    """The quality of JPEG and WebP images after compression, from 0 to 100. Supported
    only by GPT image models. Default: `100`."""

    stream: bool | None
    """Whether to stream partial images as server-sent events while the image is being
    generated. Supported only by GPT image models. Default: `False`."""

    partial_images: PartialImages | None
    """The number of partial images to stream before the final image. Fewer may be sent
    if the image is generated quickly. At least 0, at most 3. Default: `0`."""

    size: str | CreateImageRequestSizeOption | None
    """The image size, in pixels. Default: `"1024x1024"`."""

    moderation: Literal["low", "auto"] | None
    """The moderation level. Supported only by GPT image models. Default: `"auto"`."""

    background: Literal["transparent", "opaque", "auto"] | None
    """The background transparency of the image. Default: `"auto"`."""

    style: Literal["vivid", "natural"] | None
    """The style of `dall-e-3` images. `vivid` produces dramatic images and `natural`
    more realistic ones. Default: `"vivid"`."""

    user: str
    """A unique identifier for your end user, used to detect abuse."""


class CreateImageVariationRequestParam(TypedDict, total=False):
    """The image and the variation settings."""

    image: Required[FileTypes]
    """The image, as a square PNG file of less than 4 MB."""

    model: str | Literal["dall-e-2"] | None
    """The model that creates the variations. Default: `"dall-e-2"`."""

    n: int | None
    """The number of variations to create. At least 1, at most 10. Default: `1`."""

    response_format: Literal["url", "b64_json"] | None
    """The format in which an image is returned: a URL, which is valid for one hour, or
    base64-encoded data. Default: `"url"`."""

    size: Literal["256x256", "512x512", "1024x1024"] | None
    """The image size, in pixels. Default: `"1024x1024"`."""

    user: str
    """A unique identifier for your end user, used to detect abuse."""
