"""Classifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, deprecated, omit

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


class Classifications(Resource["ClassificationsRaw", "ClassificationsStreaming"]):
    """Deprecated. Classifies text by labeled examples."""

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
        """Classify text by labeled examples.

        Deprecated. Use a chat completion or a fine-tuned model instead.

        The server searches the examples for the ones most similar to the text. A model
        then chooses a label based on these examples.

        Args:
            model: The model that chooses the label.
            query: The text to classify. At least 1 character.
            examples: Labeled examples, each a list of the text and its label. At least
                2 items, at most 200 items.
            file: The ID of an uploaded file with the labeled examples.
            labels: The available labels. Defaults to the labels of the examples. At
                least 2 items, at most 200 items.
            search_model: The model that ranks the examples. Default: `"ada"`.
            temperature: The sampling temperature. Higher values produce more varied
                labels; 0 is nearly deterministic. At least 0, at most 2. Default: `0`.
            logprobs: The number of most likely tokens per position to return with their
                log probabilities. They are part of the completion, which is included
                when `expand` contains `completion`. At least 0, at most 5.
            max_examples: The maximum number of examples from the file that the search
                model ranks. Default: `200`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            return_prompt: Whether to return the prompt built from the text and the
                examples. Default: `False`.
            return_metadata: Whether to return the metadata stored with each example of
                the file. Default: `False`.
            expand: The response fields to return as full objects instead of IDs, for
                example `completion`. Default: `[]`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The label and the examples it is based on.
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


class AsyncClassifications(
    AsyncResource["AsyncClassificationsRaw", "AsyncClassificationsStreaming"]
):
    """Deprecated. Classifies text by labeled examples."""

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
        """Classify text by labeled examples.

        Deprecated. Use a chat completion or a fine-tuned model instead.

        The server searches the examples for the ones most similar to the text. A model
        then chooses a label based on these examples.

        Args:
            model: The model that chooses the label.
            query: The text to classify. At least 1 character.
            examples: Labeled examples, each a list of the text and its label. At least
                2 items, at most 200 items.
            file: The ID of an uploaded file with the labeled examples.
            labels: The available labels. Defaults to the labels of the examples. At
                least 2 items, at most 200 items.
            search_model: The model that ranks the examples. Default: `"ada"`.
            temperature: The sampling temperature. Higher values produce more varied
                labels; 0 is nearly deterministic. At least 0, at most 2. Default: `0`.
            logprobs: The number of most likely tokens per position to return with their
                log probabilities. They are part of the completion, which is included
                when `expand` contains `completion`. At least 0, at most 5.
            max_examples: The maximum number of examples from the file that the search
                model ranks. Default: `200`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            return_prompt: Whether to return the prompt built from the text and the
                examples. Default: `False`.
            return_metadata: Whether to return the metadata stored with each example of
                the file. Default: `False`.
            expand: The response fields to return as full objects instead of IDs, for
                example `completion`. Default: `[]`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The label and the examples it is based on.
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


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class ClassificationsRaw(_runtime.RawResource):
        """Methods of `Classifications` that return the response."""

        create = _runtime.raw_method(Classifications.create)

    class AsyncClassificationsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncClassifications` that return the response."""

        create = _runtime.async_raw_method(AsyncClassifications.create)

    class ClassificationsStreaming(_runtime.StreamingResource):
        """Methods of `Classifications` that return an unread response."""

        create = _runtime.streaming_method(Classifications.create)

    class AsyncClassificationsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncClassifications` that return an unread response."""

        create = _runtime.async_streaming_method(AsyncClassifications.create)
