"""Images."""

from __future__ import annotations

from functools import cached_property
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


class Images(Resource):
    """Images made from prompts and from other images."""

    @cached_property
    def with_raw_response(self) -> ImagesRaw:
        """The same methods, giving the answer with its status and headers."""
        return ImagesRaw(self)

    @cached_property
    def with_streaming_response(self) -> ImagesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return ImagesStreaming(self)

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
        """Make images from a prompt.

        Args:
            prompt: What the images should show. `dall-e-2` takes up to 1,000
                characters, `dall-e-3` up to 4,000 and GPT image models up to 32,000.
            model: The model that makes the images. Default: `"dall-e-2"`.
            n: How many images to make. The model `dall-e-3` makes one only. At least 1,
                at most 10. Default: `1`.
            quality: The quality of the images. GPT image models take `low`, `medium`,
                `high` and `auto`, which they take when nothing is given; `dall-e-3`
                takes `standard` and `hd`. Default: `"standard"`.
            response_format: Whether an image comes as a URL, which works for an hour,
                or in base64. GPT image models do not take this and always send base64.
                Default: `"url"`.
            output_format: The format of the images. Only GPT image models take this.
                Default: `"png"`.
            output_compression: How much quality JPEG and WebP images keep, from 0 to
                100. Only GPT image models take this. Default: `100`.
            stream: Whether unfinished images are sent, as server-sent events, while the
                image is being made. Only GPT image models take this. Default: `False`.
            partial_images: How many unfinished images a stream sends before the
                finished one. It may finish before them all. At least 0, at most 3.
                Default: `0`.
            size: The size of the images, in pixels. Default: `"1024x1024"`.
            moderation: How strictly harmful images are held back. Only GPT image models
                take this. Default: `"auto"`.
            background: Whether the background is transparent. Default: `"auto"`.
            style: How `dall-e-3` paints. `vivid` is dramatic, `natural` is plain.
                Default: `"vivid"`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.

        Returns:
            The images. When `stream` is true, unfinished images as events, and the
                finished one last.

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
        """Edit images by a prompt.

        Changes or extends an image, or combines several images into a new one.

        Args:
            image: The image to change, or up to 16 images to combine into one.
            prompt: What the result should show. `dall-e-2` takes up to 1,000
                characters, GPT image models up to 32,000.
            mask: A PNG file of less than 4 MB and of the same size as the image. Where
                it is fully transparent, the image is changed; of several images, the
                first one.
            background: Whether the background is transparent. Default: `"auto"`.
            model: The model that changes the images. Default: `"dall-e-2"`.
            n: How many images to make. At least 1, at most 10. Default: `1`.
            size: The size of the images, in pixels. `dall-e-2` makes `256x256`,
                `512x512` and `1024x1024`; GPT image models make `1024x1024`,
                `1536x1024` and `1024x1536`, and choose one by `auto`. Default:
                `"1024x1024"`.
            response_format: Whether an image comes as a URL, which works for an hour,
                or in base64. GPT image models do not take this and always send base64.
                Default: `"url"`.
            output_format: The format of the images. Only GPT image models take this.
                Default: `"png"`.
            output_compression: How much quality JPEG and WebP images keep, from 0 to
                100. Only GPT image models take this. Default: `100`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.
            input_fidelity: How closely the result keeps to the images, faces above all.
            stream: Whether unfinished images are sent, as server-sent events, while the
                image is being made. Only GPT image models take this. Default: `False`.
            partial_images: How many unfinished images a stream sends before the
                finished one. It may finish before them all. At least 0, at most 3.
                Default: `0`.
            quality: The quality of the images. `dall-e-2` knows `standard` only.
                Default: `"auto"`.

        Returns:
            The images. When `stream` is true, unfinished images as events, and the
                finished one last.

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
        """Make variations of an image.

        Only the model `dall-e-2` does this.

        Args:
            image: The image; a square PNG file of less than 4 MB.
            model: The model that makes the variations. Default: `"dall-e-2"`.
            n: How many variations to make. At least 1, at most 10. Default: `1`.
            response_format: Whether an image comes as a URL, which works for an hour,
                or in base64. Default: `"url"`.
            size: The size of the images, in pixels. Default: `"1024x1024"`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.

        Returns:
            The variations.

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


class AsyncImages(AsyncResource):
    """Images made from prompts and from other images."""

    @cached_property
    def with_raw_response(self) -> AsyncImagesRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncImagesRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncImagesStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncImagesStreaming(self)

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
        """Make images from a prompt.

        Args:
            prompt: What the images should show. `dall-e-2` takes up to 1,000
                characters, `dall-e-3` up to 4,000 and GPT image models up to 32,000.
            model: The model that makes the images. Default: `"dall-e-2"`.
            n: How many images to make. The model `dall-e-3` makes one only. At least 1,
                at most 10. Default: `1`.
            quality: The quality of the images. GPT image models take `low`, `medium`,
                `high` and `auto`, which they take when nothing is given; `dall-e-3`
                takes `standard` and `hd`. Default: `"standard"`.
            response_format: Whether an image comes as a URL, which works for an hour,
                or in base64. GPT image models do not take this and always send base64.
                Default: `"url"`.
            output_format: The format of the images. Only GPT image models take this.
                Default: `"png"`.
            output_compression: How much quality JPEG and WebP images keep, from 0 to
                100. Only GPT image models take this. Default: `100`.
            stream: Whether unfinished images are sent, as server-sent events, while the
                image is being made. Only GPT image models take this. Default: `False`.
            partial_images: How many unfinished images a stream sends before the
                finished one. It may finish before them all. At least 0, at most 3.
                Default: `0`.
            size: The size of the images, in pixels. Default: `"1024x1024"`.
            moderation: How strictly harmful images are held back. Only GPT image models
                take this. Default: `"auto"`.
            background: Whether the background is transparent. Default: `"auto"`.
            style: How `dall-e-3` paints. `vivid` is dramatic, `natural` is plain.
                Default: `"vivid"`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.

        Returns:
            The images. When `stream` is true, unfinished images as events, and the
                finished one last.

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
        """Edit images by a prompt.

        Changes or extends an image, or combines several images into a new one.

        Args:
            image: The image to change, or up to 16 images to combine into one.
            prompt: What the result should show. `dall-e-2` takes up to 1,000
                characters, GPT image models up to 32,000.
            mask: A PNG file of less than 4 MB and of the same size as the image. Where
                it is fully transparent, the image is changed; of several images, the
                first one.
            background: Whether the background is transparent. Default: `"auto"`.
            model: The model that changes the images. Default: `"dall-e-2"`.
            n: How many images to make. At least 1, at most 10. Default: `1`.
            size: The size of the images, in pixels. `dall-e-2` makes `256x256`,
                `512x512` and `1024x1024`; GPT image models make `1024x1024`,
                `1536x1024` and `1024x1536`, and choose one by `auto`. Default:
                `"1024x1024"`.
            response_format: Whether an image comes as a URL, which works for an hour,
                or in base64. GPT image models do not take this and always send base64.
                Default: `"url"`.
            output_format: The format of the images. Only GPT image models take this.
                Default: `"png"`.
            output_compression: How much quality JPEG and WebP images keep, from 0 to
                100. Only GPT image models take this. Default: `100`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.
            input_fidelity: How closely the result keeps to the images, faces above all.
            stream: Whether unfinished images are sent, as server-sent events, while the
                image is being made. Only GPT image models take this. Default: `False`.
            partial_images: How many unfinished images a stream sends before the
                finished one. It may finish before them all. At least 0, at most 3.
                Default: `0`.
            quality: The quality of the images. `dall-e-2` knows `standard` only.
                Default: `"auto"`.

        Returns:
            The images. When `stream` is true, unfinished images as events, and the
                finished one last.

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
        """Make variations of an image.

        Only the model `dall-e-2` does this.

        Args:
            image: The image; a square PNG file of less than 4 MB.
            model: The model that makes the variations. Default: `"dall-e-2"`.
            n: How many variations to make. At least 1, at most 10. Default: `1`.
            response_format: Whether an image comes as a URL, which works for an hour,
                or in base64. Default: `"url"`.
            size: The size of the images, in pixels. Default: `"1024x1024"`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.

        Returns:
            The variations.

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


class ImagesRaw(_runtime.RawResource):
    """The calls of `Images`, giving the answer."""

    generate = _runtime.raw(Images.generate)
    edit = _runtime.raw(Images.edit)
    create_variation = _runtime.raw(Images.create_variation)


class AsyncImagesRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncImages`, giving the answer."""

    generate = _runtime.async_raw(AsyncImages.generate)
    edit = _runtime.async_raw(AsyncImages.edit)
    create_variation = _runtime.async_raw(AsyncImages.create_variation)


class ImagesStreaming(_runtime.StreamingResource):
    """The calls of `Images`, giving the answer unread."""

    generate = _runtime.streaming(Images.generate)
    edit = _runtime.streaming(Images.edit)
    create_variation = _runtime.streaming(Images.create_variation)


class AsyncImagesStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncImages`, giving the answer unread."""

    generate = _runtime.async_streaming(AsyncImages.generate)
    edit = _runtime.async_streaming(AsyncImages.edit)
    create_variation = _runtime.async_streaming(AsyncImages.create_variation)
