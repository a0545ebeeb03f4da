"""Images."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime import AsyncStream, FileTypes, Omit, RequestOptions, Stream
    from ..types.images import (
        CreateImageEditRequestModelOption,
        CreateImageEditRequestSizeOption,
        CreateImageRequestModelOption,
        CreateImageRequestQuality,
        CreateImageRequestSizeOption,
        ImageEditStreamEvent,
        ImageGenStreamEvent,
        ImagesResponse,
        PartialImages,
    )

_GENERATE = Endpoint(
    "POST",
    "/images/generations",
    body="application/json",
    returns="ImagesResponse",
    stream="ImageGenStreamEvent",
)
_EDIT = Endpoint(
    "POST",
    "/images/edits",
    body="multipart/form-data",
    returns="ImagesResponse",
    stream="ImageEditStreamEvent",
    files=("image", "mask"),
    encodings={"image": "brackets"},
)
_CREATE_VARIATION = Endpoint(
    "POST",
    "/images/variations",
    body="multipart/form-data",
    returns="ImagesResponse",
    files=("image",),
)


class Images(Resource["ImagesRaw", "ImagesStreaming"]):
    """Image generation, edits and variations."""

    @overload
    def generate(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse: ...

    @overload
    def generate(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        stream: Literal[True],
        partial_images: PartialImages | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Stream[ImageGenStreamEvent]: ...

    @overload
    def generate(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        stream: bool,
        partial_images: PartialImages | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | Stream[ImageGenStreamEvent]: ...

    def generate(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        stream: bool | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | Stream[ImageGenStreamEvent]:
        """Generate images from a prompt.

        Args:
            prompt: A description of the image. `dall-e-2` accepts up to 1,000
                characters, `dall-e-3` up to 4,000 and GPT image models up to 32,000.
            model: The model that generates the images. Default: `"dall-e-2"`.
            n: The number of images to generate. `dall-e-3` supports only one. At least
                1, at most 10. Default: `1`.
            quality: The image quality. GPT image models support `low`, `medium`, `high`
                and `auto`, which is the default; `dall-e-3` supports `standard` and
                `hd`.
            response_format: The format in which an image is returned: a URL, which is
                valid for one hour, or base64-encoded data. Not supported by GPT image
                models, which always return base64. Default: `"url"`.
            output_format: The image file format. Supported only by GPT image models.
                Default: `"png"`.
            output_compression: The quality of JPEG and WebP images after compression,
                from 0 to 100. Supported only by GPT image models. Default: `100`.
            stream: Whether to stream partial images as server-sent events while the
                image is being generated. Supported only by GPT image models. Default:
                `False`.
            partial_images: The number of partial images to stream before the final
                image. Fewer may be sent if the image is generated quickly. At least 0,
                at most 3. Default: `0`.
            size: The image size, in pixels. Default: `"1024x1024"`.
            moderation: The moderation level. Supported only by GPT image models.
                Default: `"auto"`.
            background: The background transparency of the image. Default: `"auto"`.
            style: The style of `dall-e-3` images. `vivid` produces dramatic images and
                `natural` more realistic ones. Default: `"vivid"`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The images. If `stream` is true, a stream of partial images followed by the
            final image.

        Example:
            client.images.generate(
                model="dall-e-3",
                prompt="A penny-farthing on a rainy street, as a woodcut",
                size="1024x1024",
            )
        """
        return self._call(
            _GENERATE,
            body={
                "prompt": prompt,
                "model": model,
                "n": n,
                "quality": quality,
                "response_format": response_format,
                "output_format": output_format,
                "output_compression": output_compression,
                "stream": stream,
                "partial_images": partial_images,
                "size": size,
                "moderation": moderation,
                "background": background,
                "style": style,
                "user": user,
            },
            options=options,
        )

    @overload
    def edit(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        user: str | Omit = omit,
        input_fidelity: Literal["high", "low"] | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse: ...

    @overload
    def edit(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        user: str | Omit = omit,
        input_fidelity: Literal["high", "low"] | None | Omit = omit,
        stream: Literal[True],
        partial_images: PartialImages | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> Stream[ImageEditStreamEvent]: ...

    @overload
    def edit(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        user: str | Omit = omit,
        input_fidelity: Literal["high", "low"] | None | Omit = omit,
        stream: bool,
        partial_images: PartialImages | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | Stream[ImageEditStreamEvent]: ...

    def edit(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        user: str | Omit = omit,
        input_fidelity: Literal["high", "low"] | None | Omit = omit,
        stream: bool | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | Stream[ImageEditStreamEvent]:
        """Edit images with a prompt.

        Modifies or extends an image, or combines several images into a new one.

        Args:
            image: The image to edit, or up to 16 images to combine.
            prompt: A description of the result. `dall-e-2` accepts up to 1,000
                characters, GPT image models up to 32,000.
            mask: A PNG file of less than 4 MB with the size of the image. Its fully
                transparent areas mark the areas to edit. If several images are sent,
                the mask applies to the first one.
            background: The background transparency of the image. Default: `"auto"`.
            model: The model that edits the images. Default: `"dall-e-2"`.
            n: The number of images to generate. At least 1, at most 10. Default: `1`.
            size: The image size, in pixels. `dall-e-2` supports `256x256`, `512x512`
                and `1024x1024`; GPT image models support `1024x1024`, `1536x1024`,
                `1024x1536` and `auto`. Default: `"1024x1024"`.
            response_format: The format in which an image is returned: a URL, which is
                valid for one hour, or base64-encoded data. Not supported by GPT image
                models, which always return base64. Default: `"url"`.
            output_format: The image file format. Supported only by GPT image models.
                Default: `"png"`.
            output_compression: The quality of JPEG and WebP images after compression,
                from 0 to 100. Supported only by GPT image models. Default: `100`.
            user: A unique identifier for your end user, used to detect abuse.
            input_fidelity: The fidelity to the input images, in particular to faces.
            stream: Whether to stream partial images as server-sent events while the
                image is being generated. Supported only by GPT image models. Default:
                `False`.
            partial_images: The number of partial images to stream before the final
                image. Fewer may be sent if the image is generated quickly. At least 0,
                at most 3. Default: `0`.
            quality: The image quality. `dall-e-2` supports only `standard`. Default:
                `"auto"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The images. If `stream` is true, a stream of partial images followed by the
            final image.

        Example:
            client.images.edit(
                model="dall-e-2",
                image=open("shop.png", "rb"),
                mask=open("window.png", "rb"),
                prompt="A shop window with a red racing bicycle",
                size="512x512",
            )
        """
        return self._call(
            _EDIT,
            body={
                "image": image,
                "prompt": prompt,
                "mask": mask,
                "background": background,
                "model": model,
                "n": n,
                "size": size,
                "response_format": response_format,
                "output_format": output_format,
                "output_compression": output_compression,
                "user": user,
                "input_fidelity": input_fidelity,
                "stream": stream,
                "partial_images": partial_images,
                "quality": quality,
            },
            options=options,
        )

    def create_variation(
        self,
        *,
        image: FileTypes,
        model: str | Literal["dall-e-2"] | None | Omit = omit,
        n: int | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        size: Literal["256x256", "512x512", "1024x1024"] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse:
        """Create variations of an image.

        Supported only by `dall-e-2`.

        Args:
            image: The image, as a square PNG file of less than 4 MB.
            model: The model that creates the variations. Default: `"dall-e-2"`.
            n: The number of variations to create. At least 1, at most 10. Default: `1`.
            response_format: The format in which an image is returned: a URL, which is
                valid for one hour, or base64-encoded data. Default: `"url"`.
            size: The image size, in pixels. Default: `"1024x1024"`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The image variations.

        Example:
            client.images.create_variation(
                image=open("shop.png", "rb"),
                n=2,
                size="256x256",
            )
        """
        return self._call(
            _CREATE_VARIATION,
            body={
                "image": image,
                "model": model,
                "n": n,
                "response_format": response_format,
                "size": size,
                "user": user,
            },
            options=options,
        )


class AsyncImages(AsyncResource["AsyncImagesRaw", "AsyncImagesStreaming"]):
    """Image generation, edits and variations."""

    @overload
    async def generate(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse: ...

    @overload
    async def generate(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        stream: Literal[True],
        partial_images: PartialImages | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncStream[ImageGenStreamEvent]: ...

    @overload
    async def generate(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        stream: bool,
        partial_images: PartialImages | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | AsyncStream[ImageGenStreamEvent]: ...

    async def generate(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        stream: bool | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | AsyncStream[ImageGenStreamEvent]:
        """Generate images from a prompt.

        Args:
            prompt: A description of the image. `dall-e-2` accepts up to 1,000
                characters, `dall-e-3` up to 4,000 and GPT image models up to 32,000.
            model: The model that generates the images. Default: `"dall-e-2"`.
            n: The number of images to generate. `dall-e-3` supports only one. At least
                1, at most 10. Default: `1`.
            quality: The image quality. GPT image models support `low`, `medium`, `high`
                and `auto`, which is the default; `dall-e-3` supports `standard` and
                `hd`.
            response_format: The format in which an image is returned: a URL, which is
                valid for one hour, or base64-encoded data. Not supported by GPT image
                models, which always return base64. Default: `"url"`.
            output_format: The image file format. Supported only by GPT image models.
                Default: `"png"`.
            output_compression: The quality of JPEG and WebP images after compression,
                from 0 to 100. Supported only by GPT image models. Default: `100`.
            stream: Whether to stream partial images as server-sent events while the
                image is being generated. Supported only by GPT image models. Default:
                `False`.
            partial_images: The number of partial images to stream before the final
                image. Fewer may be sent if the image is generated quickly. At least 0,
                at most 3. Default: `0`.
            size: The image size, in pixels. Default: `"1024x1024"`.
            moderation: The moderation level. Supported only by GPT image models.
                Default: `"auto"`.
            background: The background transparency of the image. Default: `"auto"`.
            style: The style of `dall-e-3` images. `vivid` produces dramatic images and
                `natural` more realistic ones. Default: `"vivid"`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The images. If `stream` is true, a stream of partial images followed by the
            final image.

        Example:
            await client.images.generate(
                model="dall-e-3",
                prompt="A penny-farthing on a rainy street, as a woodcut",
                size="1024x1024",
            )
        """
        return await self._call(
            _GENERATE,
            body={
                "prompt": prompt,
                "model": model,
                "n": n,
                "quality": quality,
                "response_format": response_format,
                "output_format": output_format,
                "output_compression": output_compression,
                "stream": stream,
                "partial_images": partial_images,
                "size": size,
                "moderation": moderation,
                "background": background,
                "style": style,
                "user": user,
            },
            options=options,
        )

    @overload
    async def edit(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        user: str | Omit = omit,
        input_fidelity: Literal["high", "low"] | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse: ...

    @overload
    async def edit(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        user: str | Omit = omit,
        input_fidelity: Literal["high", "low"] | None | Omit = omit,
        stream: Literal[True],
        partial_images: PartialImages | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncStream[ImageEditStreamEvent]: ...

    @overload
    async def edit(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        user: str | Omit = omit,
        input_fidelity: Literal["high", "low"] | None | Omit = omit,
        stream: bool,
        partial_images: PartialImages | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | AsyncStream[ImageEditStreamEvent]: ...

    async def edit(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        user: str | Omit = omit,
        input_fidelity: Literal["high", "low"] | None | Omit = omit,
        stream: bool | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | AsyncStream[ImageEditStreamEvent]:
        """Edit images with a prompt.

        Modifies or extends an image, or combines several images into a new one.

        Args:
            image: The image to edit, or up to 16 images to combine.
            prompt: A description of the result. `dall-e-2` accepts up to 1,000
                characters, GPT image models up to 32,000.
            mask: A PNG file of less than 4 MB with the size of the image. Its fully
                transparent areas mark the areas to edit. If several images are sent,
                the mask applies to the first one.
            background: The background transparency of the image. Default: `"auto"`.
            model: The model that edits the images. Default: `"dall-e-2"`.
            n: The number of images to generate. At least 1, at most 10. Default: `1`.
            size: The image size, in pixels. `dall-e-2` supports `256x256`, `512x512`
                and `1024x1024`; GPT image models support `1024x1024`, `1536x1024`,
                `1024x1536` and `auto`. Default: `"1024x1024"`.
            response_format: The format in which an image is returned: a URL, which is
                valid for one hour, or base64-encoded data. Not supported by GPT image
                models, which always return base64. Default: `"url"`.
            output_format: The image file format. Supported only by GPT image models.
                Default: `"png"`.
            output_compression: The quality of JPEG and WebP images after compression,
                from 0 to 100. Supported only by GPT image models. Default: `100`.
            user: A unique identifier for your end user, used to detect abuse.
            input_fidelity: The fidelity to the input images, in particular to faces.
            stream: Whether to stream partial images as server-sent events while the
                image is being generated. Supported only by GPT image models. Default:
                `False`.
            partial_images: The number of partial images to stream before the final
                image. Fewer may be sent if the image is generated quickly. At least 0,
                at most 3. Default: `0`.
            quality: The image quality. `dall-e-2` supports only `standard`. Default:
                `"auto"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The images. If `stream` is true, a stream of partial images followed by the
            final image.

        Example:
            await client.images.edit(
                model="dall-e-2",
                image=open("shop.png", "rb"),
                mask=open("window.png", "rb"),
                prompt="A shop window with a red racing bicycle",
                size="512x512",
            )
        """
        return await self._call(
            _EDIT,
            body={
                "image": image,
                "prompt": prompt,
                "mask": mask,
                "background": background,
                "model": model,
                "n": n,
                "size": size,
                "response_format": response_format,
                "output_format": output_format,
                "output_compression": output_compression,
                "user": user,
                "input_fidelity": input_fidelity,
                "stream": stream,
                "partial_images": partial_images,
                "quality": quality,
            },
            options=options,
        )

    async def create_variation(
        self,
        *,
        image: FileTypes,
        model: str | Literal["dall-e-2"] | None | Omit = omit,
        n: int | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        size: Literal["256x256", "512x512", "1024x1024"] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse:
        """Create variations of an image.

        Supported only by `dall-e-2`.

        Args:
            image: The image, as a square PNG file of less than 4 MB.
            model: The model that creates the variations. Default: `"dall-e-2"`.
            n: The number of variations to create. At least 1, at most 10. Default: `1`.
            response_format: The format in which an image is returned: a URL, which is
                valid for one hour, or base64-encoded data. Default: `"url"`.
            size: The image size, in pixels. Default: `"1024x1024"`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The image variations.

        Example:
            await client.images.create_variation(
                image=open("shop.png", "rb"),
                n=2,
                size="256x256",
            )
        """
        return await self._call(
            _CREATE_VARIATION,
            body={
                "image": image,
                "model": model,
                "n": n,
                "response_format": response_format,
                "size": size,
                "user": user,
            },
            options=options,
        )


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class ImagesRaw(_runtime.RawResource):
        """Methods of `Images` that return the response."""

        generate = _runtime.raw_method(Images.generate)
        edit = _runtime.raw_method(Images.edit)
        create_variation = _runtime.raw_method(Images.create_variation)

    class AsyncImagesRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncImages` that return the response."""

        generate = _runtime.async_raw_method(AsyncImages.generate)
        edit = _runtime.async_raw_method(AsyncImages.edit)
        create_variation = _runtime.async_raw_method(AsyncImages.create_variation)

    class ImagesStreaming(_runtime.StreamingResource):
        """Methods of `Images` that return an unread response."""

        generate = _runtime.streaming_method(Images.generate)
        edit = _runtime.streaming_method(Images.edit)
        create_variation = _runtime.streaming_method(Images.create_variation)

    class AsyncImagesStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncImages` that return an unread response."""

        generate = _runtime.async_streaming_method(AsyncImages.generate)
        edit = _runtime.async_streaming_method(AsyncImages.edit)
        create_variation = _runtime.async_streaming_method(AsyncImages.create_variation)
