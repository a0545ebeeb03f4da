"""Classifications."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from typing_extensions import deprecated

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from .._runtime import Omit, RequestOptions
    from ..types.classifications import CreateClassificationResponse

_CREATE = Endpoint(
    "POST",
    "/classifications",
    body="application/json",
    returns="CreateClassificationResponse",
)


class Classifications(Resource):
    """Retired. Texts that are labelled by examples."""

    @cached_property
    def with_raw_response(self) -> ClassificationsRaw:
        """The same methods, giving the answer with its status and headers."""
        return ClassificationsRaw(self)

    @cached_property
    def with_streaming_response(self) -> ClassificationsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return ClassificationsStreaming(self)

    @deprecated("This call is deprecated.")
    def create(
        self,
        *,
        model: str,
        query: str,
        examples: Sequence[Sequence[str]] | None | Omit = omit,
        file: str | None | Omit = omit,
        labels: Sequence[str] | None | Omit = omit,
        search_model: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_examples: int | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        return_prompt: bool | None | Omit = omit,
        return_metadata: bool | None | Omit = omit,
        expand: Sequence[object] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateClassificationResponse:
        """Label a text by examples.

        Retired. Ask for the label in a chat completion instead, or train a model.

        The server searches the examples for the ones that resemble the text most, and
        has a model choose a label from these.

        Args:
            model: The model that chooses the label.
            query: The text to label. At least 1 character.
            examples: Texts with their labels, each pair as a list of two. At least 2
                items, at most 200 items.
            file: The id of an uploaded file that holds the examples.
            labels: The labels to choose from. Without them, those of the examples are
                taken. At least 2 items, at most 200 items.
            search_model: The model that searches the examples. Default: `"ada"`.
            temperature: The sampling temperature. Higher values give more varied
                labels, 0 nearly always the same one. At least 0, at most 2. Default:
                `0`.
            logprobs: For each position, how many of the likeliest tokens are returned
                with their log probabilities. They are part of the completion, which
                `expand` adds to the answer. At least 0, at most 5.
            max_examples: How many examples of a file the search model ranks at most.
                Default: `200`.
            logit_bias: Makes tokens likelier or less likely. Each key is the id of a
                token, each value is added to its logit.
            return_prompt: Whether the prompt that was made from text and examples is
                returned. Default: `False`.
            return_metadata: Whether the notes that a file holds beside its examples are
                returned with them. Default: `False`.
            expand: Parts of the answer to return in full rather than by their id, for
                example `completion`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.

        Returns:
            The label, and the examples that it rests on.
        """
        return self._call(
            _CREATE,
            body={
                "model": model,
                "query": query,
                "examples": examples,
                "file": file,
                "labels": labels,
                "search_model": search_model,
                "temperature": temperature,
                "logprobs": logprobs,
                "max_examples": max_examples,
                "logit_bias": logit_bias,
                "return_prompt": return_prompt,
                "return_metadata": return_metadata,
                "expand": expand,
                "user": user,
            },
            options=options,
        )


class AsyncClassifications(AsyncResource):
    """Retired. Texts that are labelled by examples."""

    @cached_property
    def with_raw_response(self) -> AsyncClassificationsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncClassificationsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncClassificationsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncClassificationsStreaming(self)

    @deprecated("This call is deprecated.")
    async def create(
        self,
        *,
        model: str,
        query: str,
        examples: Sequence[Sequence[str]] | None | Omit = omit,
        file: str | None | Omit = omit,
        labels: Sequence[str] | None | Omit = omit,
        search_model: str | None | Omit = omit,
        temperature: float | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_examples: int | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        return_prompt: bool | None | Omit = omit,
        return_metadata: bool | None | Omit = omit,
        expand: Sequence[object] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateClassificationResponse:
        """Label a text by examples.

        Retired. Ask for the label in a chat completion instead, or train a model.

        The server searches the examples for the ones that resemble the text most, and
        has a model choose a label from these.

        Args:
            model: The model that chooses the label.
            query: The text to label. At least 1 character.
            examples: Texts with their labels, each pair as a list of two. At least 2
                items, at most 200 items.
            file: The id of an uploaded file that holds the examples.
            labels: The labels to choose from. Without them, those of the examples are
                taken. At least 2 items, at most 200 items.
            search_model: The model that searches the examples. Default: `"ada"`.
            temperature: The sampling temperature. Higher values give more varied
                labels, 0 nearly always the same one. At least 0, at most 2. Default:
                `0`.
            logprobs: For each position, how many of the likeliest tokens are returned
                with their log probabilities. They are part of the completion, which
                `expand` adds to the answer. At least 0, at most 5.
            max_examples: How many examples of a file the search model ranks at most.
                Default: `200`.
            logit_bias: Makes tokens likelier or less likely. Each key is the id of a
                token, each value is added to its logit.
            return_prompt: Whether the prompt that was made from text and examples is
                returned. Default: `False`.
            return_metadata: Whether the notes that a file holds beside its examples are
                returned with them. Default: `False`.
            expand: Parts of the answer to return in full rather than by their id, for
                example `completion`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.

        Returns:
            The label, and the examples that it rests on.
        """
        return await self._call(
            _CREATE,
            body={
                "model": model,
                "query": query,
                "examples": examples,
                "file": file,
                "labels": labels,
                "search_model": search_model,
                "temperature": temperature,
                "logprobs": logprobs,
                "max_examples": max_examples,
                "logit_bias": logit_bias,
                "return_prompt": return_prompt,
                "return_metadata": return_metadata,
                "expand": expand,
                "user": user,
            },
            options=options,
        )


class ClassificationsRaw(_runtime.RawResource):
    """The calls of `Classifications`, giving the answer."""

    create = _runtime.raw(Classifications.create)


class AsyncClassificationsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncClassifications`, giving the answer."""

    create = _runtime.async_raw(AsyncClassifications.create)


class ClassificationsStreaming(_runtime.StreamingResource):
    """The calls of `Classifications`, giving the answer unread."""

    create = _runtime.streaming(Classifications.create)


class AsyncClassificationsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncClassifications`, giving the answer unread."""

    create = _runtime.async_streaming(AsyncClassifications.create)
