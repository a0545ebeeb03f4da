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
        InputFidelity,
        PartialImages,
    )

_GENERATIONS_CREATE = Endpoint(
    "POST",
    "/images/generations",
    body="application/json",
    returns="ImagesResponse",
    stream="ImageGenStreamEvent",
)
_EDITS_CREATE = Endpoint(
    "POST",
    "/images/edits",
    body="multipart/form-data",
    returns="ImagesResponse",
    stream="ImageEditStreamEvent",
    files=("mask",),
)
_VARIATIONS_CREATE = Endpoint(
    "POST",
    "/images/variations",
    body="multipart/form-data",
    returns="ImagesResponse",
    files=("image",),
)


class Variations(Resource):
    """Variations."""

    @cached_property
    def with_raw_response(self) -> VariationsRaw:
        """The same methods, giving the answer with its status and headers."""
        return VariationsRaw(self)

    @cached_property
    def with_streaming_response(self) -> VariationsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return VariationsStreaming(self)

    def create(
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
        """Vary an image.

        Draws images that resemble a given one. Only `dall-e-2` does this.

        Args:
            image: The image to vary, a square PNG below 4 MB.
            model: The model that draws; so far only `dall-e-2`.

                Default: `"dall-e-2"`.
            n: How many images to draw, from 1 to 10.

                At least 1, at most 10. Default: `1`.
            response_format: Whether to answer with addresses, which are good for an
                hour, or with Base64.

                Default: `"url"`.
            size: Width and height in pixels.

                Default: `"1024x1024"`.
            user: A name for the person who asked, by which abuse can be traced.

        Returns:
            A list of images.
        """
        return self._call(
            _VARIATIONS_CREATE,
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


class AsyncVariations(AsyncResource):
    """Variations."""

    @cached_property
    def with_raw_response(self) -> AsyncVariationsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncVariationsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncVariationsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncVariationsStreaming(self)

    async def create(
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
        """Vary an image.

        Draws images that resemble a given one. Only `dall-e-2` does this.

        Args:
            image: The image to vary, a square PNG below 4 MB.
            model: The model that draws; so far only `dall-e-2`.

                Default: `"dall-e-2"`.
            n: How many images to draw, from 1 to 10.

                At least 1, at most 10. Default: `1`.
            response_format: Whether to answer with addresses, which are good for an
                hour, or with Base64.

                Default: `"url"`.
            size: Width and height in pixels.

                Default: `"1024x1024"`.
            user: A name for the person who asked, by which abuse can be traced.

        Returns:
            A list of images.
        """
        return await self._call(
            _VARIATIONS_CREATE,
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


class VariationsRaw(_runtime.RawResource):
    """The calls of `Variations`, giving the answer."""

    create = _runtime.raw(Variations.create)


class AsyncVariationsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncVariations`, giving the answer."""

    create = _runtime.async_raw(AsyncVariations.create)


class VariationsStreaming(_runtime.StreamingResource):
    """The calls of `Variations`, giving the answer unread."""

    create = _runtime.streaming(Variations.create)


class AsyncVariationsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncVariations`, giving the answer unread."""

    create = _runtime.async_streaming(AsyncVariations.create)


class Edits(Resource):
    """Edits."""

    @cached_property
    def with_raw_response(self) -> EditsRaw:
        """The same methods, giving the answer with its status and headers."""
        return EditsRaw(self)

    @cached_property
    def with_streaming_response(self) -> EditsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return EditsStreaming(self)

    @overload
    def create(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        input_fidelity: InputFidelity | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse: ...

    @overload
    def create(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        input_fidelity: InputFidelity | None | Omit = omit,
        stream: Literal[True],
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Stream[ImageEditStreamEvent]: ...

    @overload
    def create(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        input_fidelity: InputFidelity | None | Omit = omit,
        stream: bool,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | Stream[ImageEditStreamEvent]: ...

    def create(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        input_fidelity: InputFidelity | None | Omit = omit,
        stream: bool | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | Stream[ImageEditStreamEvent]:
        """Change an image.

        Redraws an image, or parts of it, as a text asks.

        A mask tells where: the image may change where the mask is fully transparent. A
        `dall-e` model without a mask takes the transparent areas of the image itself.

        Args:
            image: The image to change, or up to 16 images.
            prompt: What the image shall show.
            mask: An image that is fully transparent where the first image may change.
            model: The model that draws. Newer servers take `gpt-image-1.5` when nothing
                is said.

                Default: `"dall-e-2"`.
            n: How many images to draw, from 1 to 10.

                At least 1, at most 10. Default: `1`.
            size: Width and height in pixels.

                Default: `"1024x1024"`.
            response_format: Whether to answer with addresses or with Base64.

                Default: `"url"`.
            output_format: The format of the images. Only for the `gpt-image` models.

                Default: `"png"`.
            output_compression: How strongly to compress JPEG and WebP, in percent. Only
                for the `gpt-image` models.

                Default: `100`.
            background: Whether the background is transparent; `auto` leaves the choice
                to the model.

                Default: `"auto"`.
            quality: How carefully to draw.

                Default: `"auto"`.
            input_fidelity: How closely to follow the given images. Some `gpt-image`
                models only.
            stream: Whether to send the image as a stream. Only for the `gpt-image`
                models.

                Default: `False`.
            partial_images: How many drafts a stream shows before the image, from 0 to
                3.

                At least 0, at most 3. Default: `0`.
            user: A name for the person who asked, by which abuse can be traced.

        Returns:
            A list of images. When `stream` is true, a series of drafts and then the
                image.
        """
        return self._call(
            _EDITS_CREATE,
            body={
                "image": image,
                "prompt": prompt,
                "mask": mask,
                "model": model,
                "n": n,
                "size": size,
                "response_format": response_format,
                "output_format": output_format,
                "output_compression": output_compression,
                "background": background,
                "quality": quality,
                "input_fidelity": input_fidelity,
                "stream": stream,
                "partial_images": partial_images,
                "user": user,
            },
            options=options,
        )


class AsyncEdits(AsyncResource):
    """Edits."""

    @cached_property
    def with_raw_response(self) -> AsyncEditsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncEditsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncEditsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncEditsStreaming(self)

    @overload
    async def create(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        input_fidelity: InputFidelity | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse: ...

    @overload
    async def create(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        input_fidelity: InputFidelity | None | Omit = omit,
        stream: Literal[True],
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncStream[ImageEditStreamEvent]: ...

    @overload
    async def create(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        input_fidelity: InputFidelity | None | Omit = omit,
        stream: bool,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | AsyncStream[ImageEditStreamEvent]: ...

    async def create(
        self,
        *,
        image: FileTypes | Sequence[FileTypes],
        prompt: str,
        mask: FileTypes | Omit = omit,
        model: str | CreateImageEditRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        size: str | CreateImageEditRequestSizeOption | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        quality: (
            Literal["standard", "low", "medium", "high", "auto"] | None | Omit
        ) = omit,
        input_fidelity: InputFidelity | None | Omit = omit,
        stream: bool | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | AsyncStream[ImageEditStreamEvent]:
        """Change an image.

        Redraws an image, or parts of it, as a text asks.

        A mask tells where: the image may change where the mask is fully transparent. A
        `dall-e` model without a mask takes the transparent areas of the image itself.

        Args:
            image: The image to change, or up to 16 images.
            prompt: What the image shall show.
            mask: An image that is fully transparent where the first image may change.
            model: The model that draws. Newer servers take `gpt-image-1.5` when nothing
                is said.

                Default: `"dall-e-2"`.
            n: How many images to draw, from 1 to 10.

                At least 1, at most 10. Default: `1`.
            size: Width and height in pixels.

                Default: `"1024x1024"`.
            response_format: Whether to answer with addresses or with Base64.

                Default: `"url"`.
            output_format: The format of the images. Only for the `gpt-image` models.

                Default: `"png"`.
            output_compression: How strongly to compress JPEG and WebP, in percent. Only
                for the `gpt-image` models.

                Default: `100`.
            background: Whether the background is transparent; `auto` leaves the choice
                to the model.

                Default: `"auto"`.
            quality: How carefully to draw.

                Default: `"auto"`.
            input_fidelity: How closely to follow the given images. Some `gpt-image`
                models only.
            stream: Whether to send the image as a stream. Only for the `gpt-image`
                models.

                Default: `False`.
            partial_images: How many drafts a stream shows before the image, from 0 to
                3.

                At least 0, at most 3. Default: `0`.
            user: A name for the person who asked, by which abuse can be traced.

        Returns:
            A list of images. When `stream` is true, a series of drafts and then the
                image.
        """
        return await self._call(
            _EDITS_CREATE,
            body={
                "image": image,
                "prompt": prompt,
                "mask": mask,
                "model": model,
                "n": n,
                "size": size,
                "response_format": response_format,
                "output_format": output_format,
                "output_compression": output_compression,
                "background": background,
                "quality": quality,
                "input_fidelity": input_fidelity,
                "stream": stream,
                "partial_images": partial_images,
                "user": user,
            },
            options=options,
        )


class EditsRaw(_runtime.RawResource):
    """The calls of `Edits`, giving the answer."""

    create = _runtime.raw(Edits.create)


class AsyncEditsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncEdits`, giving the answer."""

    create = _runtime.async_raw(AsyncEdits.create)


class EditsStreaming(_runtime.StreamingResource):
    """The calls of `Edits`, giving the answer unread."""

    create = _runtime.streaming(Edits.create)


class AsyncEditsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncEdits`, giving the answer unread."""

    create = _runtime.async_streaming(AsyncEdits.create)


class Generations(Resource):
    """Generations."""

    @cached_property
    def with_raw_response(self) -> GenerationsRaw:
        """The same methods, giving the answer with its status and headers."""
        return GenerationsRaw(self)

    @cached_property
    def with_streaming_response(self) -> GenerationsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return GenerationsStreaming(self)

    @overload
    def create(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse: ...

    @overload
    def create(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        stream: Literal[True],
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Stream[ImageGenStreamEvent]: ...

    @overload
    def create(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        stream: bool,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | Stream[ImageGenStreamEvent]: ...

    def create(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        stream: bool | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | Stream[ImageGenStreamEvent]:
        """Draw images.

        Draws one or several images of what a text describes.

        Args:
            prompt: What the image shall show.
            model: The model that draws.

                Default: `"dall-e-2"`.
            n: How many images to draw, from 1 to 10. For `dall-e-3` only 1 is allowed.

                At least 1, at most 10. Default: `1`.
            quality: How carefully to draw.

                Default: `"standard"`.
            response_format: Whether to answer with addresses or with Base64.

                Default: `"url"`.
            output_format: The format of the images. Only for the `gpt-image` models.

                Default: `"png"`.
            output_compression: How strongly to compress JPEG and WebP, in percent. Only
                for the `gpt-image` models.

                Default: `100`.
            size: Width and height in pixels.

                Default: `"1024x1024"`.
            style: How to draw: `vivid` for dramatic, larger-than-life images, `natural`
                for plainer ones.

                Default: `"vivid"`.
            background: Whether the background is transparent; `auto` leaves the choice
                to the model.

                Default: `"auto"`.
            moderation: How strictly to filter images; `low` lets more pass. Only for
                the `gpt-image` models.

                Default: `"auto"`.
            stream: Whether to send the image as a stream. Only for the `gpt-image`
                models.

                Default: `False`.
            partial_images: How many drafts a stream shows before the image, from 0 to
                3.

                At least 0, at most 3. Default: `0`.
            user: A name for the person who asked, by which abuse can be traced.

        Returns:
            A list of images. When `stream` is true, a series of drafts and then the
                image.
        """
        return self._call(
            _GENERATIONS_CREATE,
            body={
                "prompt": prompt,
                "model": model,
                "n": n,
                "quality": quality,
                "response_format": response_format,
                "output_format": output_format,
                "output_compression": output_compression,
                "size": size,
                "style": style,
                "background": background,
                "moderation": moderation,
                "stream": stream,
                "partial_images": partial_images,
                "user": user,
            },
            options=options,
        )


class AsyncGenerations(AsyncResource):
    """Generations."""

    @cached_property
    def with_raw_response(self) -> AsyncGenerationsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncGenerationsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncGenerationsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncGenerationsStreaming(self)

    @overload
    async def create(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse: ...

    @overload
    async def create(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        stream: Literal[True],
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncStream[ImageGenStreamEvent]: ...

    @overload
    async def create(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        stream: bool,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | AsyncStream[ImageGenStreamEvent]: ...

    async def create(
        self,
        *,
        prompt: str,
        model: str | CreateImageRequestModelOption | None | Omit = omit,
        n: int | None | Omit = omit,
        quality: CreateImageRequestQuality | None | Omit = omit,
        response_format: Literal["url", "b64_json"] | None | Omit = omit,
        output_format: Literal["png", "jpeg", "webp"] | None | Omit = omit,
        output_compression: int | None | Omit = omit,
        size: str | CreateImageRequestSizeOption | None | Omit = omit,
        style: Literal["vivid", "natural"] | None | Omit = omit,
        background: Literal["transparent", "opaque", "auto"] | None | Omit = omit,
        moderation: Literal["low", "auto"] | None | Omit = omit,
        stream: bool | None | Omit = omit,
        partial_images: PartialImages | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> ImagesResponse | AsyncStream[ImageGenStreamEvent]:
        """Draw images.

        Draws one or several images of what a text describes.

        Args:
            prompt: What the image shall show.
            model: The model that draws.

                Default: `"dall-e-2"`.
            n: How many images to draw, from 1 to 10. For `dall-e-3` only 1 is allowed.

                At least 1, at most 10. Default: `1`.
            quality: How carefully to draw.

                Default: `"standard"`.
            response_format: Whether to answer with addresses or with Base64.

                Default: `"url"`.
            output_format: The format of the images. Only for the `gpt-image` models.

                Default: `"png"`.
            output_compression: How strongly to compress JPEG and WebP, in percent. Only
                for the `gpt-image` models.

                Default: `100`.
            size: Width and height in pixels.

                Default: `"1024x1024"`.
            style: How to draw: `vivid` for dramatic, larger-than-life images, `natural`
                for plainer ones.

                Default: `"vivid"`.
            background: Whether the background is transparent; `auto` leaves the choice
                to the model.

                Default: `"auto"`.
            moderation: How strictly to filter images; `low` lets more pass. Only for
                the `gpt-image` models.

                Default: `"auto"`.
            stream: Whether to send the image as a stream. Only for the `gpt-image`
                models.

                Default: `False`.
            partial_images: How many drafts a stream shows before the image, from 0 to
                3.

                At least 0, at most 3. Default: `0`.
            user: A name for the person who asked, by which abuse can be traced.

        Returns:
            A list of images. When `stream` is true, a series of drafts and then the
                image.
        """
        return await self._call(
            _GENERATIONS_CREATE,
            body={
                "prompt": prompt,
                "model": model,
                "n": n,
                "quality": quality,
                "response_format": response_format,
                "output_format": output_format,
                "output_compression": output_compression,
                "size": size,
                "style": style,
                "background": background,
                "moderation": moderation,
                "stream": stream,
                "partial_images": partial_images,
                "user": user,
            },
            options=options,
        )


class GenerationsRaw(_runtime.RawResource):
    """The calls of `Generations`, giving the answer."""

    create = _runtime.raw(Generations.create)


class AsyncGenerationsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncGenerations`, giving the answer."""

    create = _runtime.async_raw(AsyncGenerations.create)


class GenerationsStreaming(_runtime.StreamingResource):
    """The calls of `Generations`, giving the answer unread."""

    create = _runtime.streaming(Generations.create)


class AsyncGenerationsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncGenerations`, giving the answer unread."""

    create = _runtime.async_streaming(AsyncGenerations.create)


class Images(Resource):
    """Draw images, and change them."""

    @cached_property
    def generations(self) -> Generations:
        """Generations."""
        return Generations(self._client)

    @cached_property
    def edits(self) -> Edits:
        """Edits."""
        return Edits(self._client)

    @cached_property
    def variations(self) -> Variations:
        """Variations."""
        return Variations(self._client)


class AsyncImages(AsyncResource):
    """Draw images, and change them."""

    @cached_property
    def generations(self) -> AsyncGenerations:
        """Generations."""
        return AsyncGenerations(self._client)

    @cached_property
    def edits(self) -> AsyncEdits:
        """Edits."""
        return AsyncEdits(self._client)

    @cached_property
    def variations(self) -> AsyncVariations:
        """Variations."""
        return AsyncVariations(self._client)
