"""Answers."""

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
    from ..types.answers import CreateAnswerResponse
    from ..types.answers_params import StopConfigurationParam

_CREATE = Endpoint(
    "POST", "/answers", body="application/json", returns="CreateAnswerResponse"
)


class Answers(Resource):
    """Retired. Questions that are answered from documents."""

    @cached_property
    def with_raw_response(self) -> AnswersRaw:
        """The same methods, giving the answer with its status and headers."""
        return AnswersRaw(self)

    @cached_property
    def with_streaming_response(self) -> AnswersStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AnswersStreaming(self)

    @deprecated("This call is deprecated.")
    def create(
        self,
        *,
        model: str,
        question: str,
        examples: Sequence[Sequence[str]],
        examples_context: str,
        documents: Sequence[str] | None | Omit = omit,
        file: str | None | Omit = omit,
        search_model: str | None | Omit = omit,
        max_rerank: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        return_metadata: bool | None | Omit = omit,
        return_prompt: bool | None | Omit = omit,
        expand: Sequence[object] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateAnswerResponse:
        """Answer a question from documents.

        Retired. Send documents and question in a chat completion instead.

        The server searches the documents for the ones that matter most, and has a model
        answer from these and from your examples.

        Args:
            model: The model that answers.
            question: The question. At least 1 character.
            examples: Questions with their answers, each pair as a list of two, that
                show the manner of the answer. At least 1 item, at most 200 items.
            examples_context: The text that the answers of the examples come from.
            documents: The documents to answer from. At most 200 items.
            file: The id of an uploaded file that holds the documents to answer from.
            search_model: The model that searches the documents. Default: `"ada"`.
            max_rerank: How many documents of a file the search model ranks at most.
                Default: `200`.
            temperature: The sampling temperature. Higher values give more varied
                answers, 0 nearly always the same one. Default: `0`.
            logprobs: For each position, how many of the likeliest tokens are returned
                with their log probabilities. They are part of the completion, which
                `expand` adds to the answer. At least 0, at most 5.
            max_tokens: How many tokens an answer has at most. Default: `16`.
            stop: A text, or up to four, at which the model stops writing. The answer
                does not contain the text itself.
            n: How many answers to write. At least 1, at most 10. Default: `1`.
            logit_bias: Makes tokens likelier or less likely. Each key is the id of a
                token, each value is added to its logit.
            return_metadata: Whether the notes that a file holds beside its documents
                are returned with them. Default: `False`.
            return_prompt: Whether the prompt that was made from question, examples and
                documents is returned. Default: `False`.
            expand: Parts of the answer to return in full rather than by their id, for
                example `completion`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.

        Returns:
            The answers, and the documents that they rest on.
        """
        return self._call(
            _CREATE,
            body={
                "model": model,
                "question": question,
                "examples": examples,
                "examples_context": examples_context,
                "documents": documents,
                "file": file,
                "search_model": search_model,
                "max_rerank": max_rerank,
                "temperature": temperature,
                "logprobs": logprobs,
                "max_tokens": max_tokens,
                "stop": stop,
                "n": n,
                "logit_bias": logit_bias,
                "return_metadata": return_metadata,
                "return_prompt": return_prompt,
                "expand": expand,
                "user": user,
            },
            options=options,
        )


class AsyncAnswers(AsyncResource):
    """Retired. Questions that are answered from documents."""

    @cached_property
    def with_raw_response(self) -> AsyncAnswersRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncAnswersRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAnswersStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncAnswersStreaming(self)

    @deprecated("This call is deprecated.")
    async def create(
        self,
        *,
        model: str,
        question: str,
        examples: Sequence[Sequence[str]],
        examples_context: str,
        documents: Sequence[str] | None | Omit = omit,
        file: str | None | Omit = omit,
        search_model: str | None | Omit = omit,
        max_rerank: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        logprobs: int | None | Omit = omit,
        max_tokens: int | None | Omit = omit,
        stop: StopConfigurationParam | None | Omit = omit,
        n: int | None | Omit = omit,
        logit_bias: Mapping[str, int] | None | Omit = omit,
        return_metadata: bool | None | Omit = omit,
        return_prompt: bool | None | Omit = omit,
        expand: Sequence[object] | None | Omit = omit,
        user: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateAnswerResponse:
        """Answer a question from documents.

        Retired. Send documents and question in a chat completion instead.

        The server searches the documents for the ones that matter most, and has a model
        answer from these and from your examples.

        Args:
            model: The model that answers.
            question: The question. At least 1 character.
            examples: Questions with their answers, each pair as a list of two, that
                show the manner of the answer. At least 1 item, at most 200 items.
            examples_context: The text that the answers of the examples come from.
            documents: The documents to answer from. At most 200 items.
            file: The id of an uploaded file that holds the documents to answer from.
            search_model: The model that searches the documents. Default: `"ada"`.
            max_rerank: How many documents of a file the search model ranks at most.
                Default: `200`.
            temperature: The sampling temperature. Higher values give more varied
                answers, 0 nearly always the same one. Default: `0`.
            logprobs: For each position, how many of the likeliest tokens are returned
                with their log probabilities. They are part of the completion, which
                `expand` adds to the answer. At least 0, at most 5.
            max_tokens: How many tokens an answer has at most. Default: `16`.
            stop: A text, or up to four, at which the model stops writing. The answer
                does not contain the text itself.
            n: How many answers to write. At least 1, at most 10. Default: `1`.
            logit_bias: Makes tokens likelier or less likely. Each key is the id of a
                token, each value is added to its logit.
            return_metadata: Whether the notes that a file holds beside its documents
                are returned with them. Default: `False`.
            return_prompt: Whether the prompt that was made from question, examples and
                documents is returned. Default: `False`.
            expand: Parts of the answer to return in full rather than by their id, for
                example `completion`.
            user: An id of your own for the end user of the request, so that abuse can
                be traced.

        Returns:
            The answers, and the documents that they rest on.
        """
        return await self._call(
            _CREATE,
            body={
                "model": model,
                "question": question,
                "examples": examples,
                "examples_context": examples_context,
                "documents": documents,
                "file": file,
                "search_model": search_model,
                "max_rerank": max_rerank,
                "temperature": temperature,
                "logprobs": logprobs,
                "max_tokens": max_tokens,
                "stop": stop,
                "n": n,
                "logit_bias": logit_bias,
                "return_metadata": return_metadata,
                "return_prompt": return_prompt,
                "expand": expand,
                "user": user,
            },
            options=options,
        )


class AnswersRaw(_runtime.RawResource):
    """The calls of `Answers`, giving the answer."""

    create = _runtime.raw(Answers.create)


class AsyncAnswersRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncAnswers`, giving the answer."""

    create = _runtime.async_raw(AsyncAnswers.create)


class AnswersStreaming(_runtime.StreamingResource):
    """The calls of `Answers`, giving the answer unread."""

    create = _runtime.streaming(Answers.create)


class AsyncAnswersStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncAnswers`, giving the answer unread."""

    create = _runtime.async_streaming(AsyncAnswers.create)
