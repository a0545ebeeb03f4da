"""Answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, deprecated, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from .._runtime import Omit, RequestOptions
    from ..types.answers import CreateAnswerResponse
    from ..types.shared_params import StopConfigurationParam

_CREATE = Endpoint(
    "POST", "/answers", body="application/json", returns="CreateAnswerResponse"
)


class Answers(Resource["AnswersRaw", "AnswersStreaming"]):
    """Deprecated. Answers questions from documents."""

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

        Deprecated. Use a chat completion with the documents and the question instead.

        The server searches the documents for the most relevant ones. A model then
        answers the question from these documents and your examples.

        Args:
            model: The model that generates the answer.
            question: The question to answer. At least 1 character.
            examples: Example question-answer pairs, each a list of two strings, that
                demonstrate the expected style of the answer. At least 1 item, at most
                200 items.
            examples_context: The text that the example answers are based on.
            documents: The documents to search for the answer. At most 200 items.
            file: The ID of an uploaded file with the documents to search.
            search_model: The model that ranks the documents. Default: `"ada"`.
            max_rerank: The maximum number of documents from the file that the search
                model ranks. Default: `200`.
            temperature: The sampling temperature. Higher values produce more varied
                answers; 0 is nearly deterministic. Default: `0`.
            logprobs: The number of most likely tokens per position to return with their
                log probabilities. They are part of the completion, which is included
                when `expand` contains `completion`. At least 0, at most 5.
            max_tokens: The maximum number of tokens per answer. Default: `16`.
            stop: Up to four strings at which generation stops. The stop sequence is not
                included in the returned text.
            n: The number of answers to generate. At least 1, at most 10. Default: `1`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            return_metadata: Whether to return the metadata stored with each document of
                the file. Default: `False`.
            return_prompt: Whether to return the prompt built from the question,
                examples and documents. Default: `False`.
            expand: The response fields to return as full objects instead of IDs, for
                example `completion`. Default: `[]`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The generated answers and the documents they are based on.
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


class AsyncAnswers(AsyncResource["AsyncAnswersRaw", "AsyncAnswersStreaming"]):
    """Deprecated. Answers questions from documents."""

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

        Deprecated. Use a chat completion with the documents and the question instead.

        The server searches the documents for the most relevant ones. A model then
        answers the question from these documents and your examples.

        Args:
            model: The model that generates the answer.
            question: The question to answer. At least 1 character.
            examples: Example question-answer pairs, each a list of two strings, that
                demonstrate the expected style of the answer. At least 1 item, at most
                200 items.
            examples_context: The text that the example answers are based on.
            documents: The documents to search for the answer. At most 200 items.
            file: The ID of an uploaded file with the documents to search.
            search_model: The model that ranks the documents. Default: `"ada"`.
            max_rerank: The maximum number of documents from the file that the search
                model ranks. Default: `200`.
            temperature: The sampling temperature. Higher values produce more varied
                answers; 0 is nearly deterministic. Default: `0`.
            logprobs: The number of most likely tokens per position to return with their
                log probabilities. They are part of the completion, which is included
                when `expand` contains `completion`. At least 0, at most 5.
            max_tokens: The maximum number of tokens per answer. Default: `16`.
            stop: Up to four strings at which generation stops. The stop sequence is not
                included in the returned text.
            n: The number of answers to generate. At least 1, at most 10. Default: `1`.
            logit_bias: Adjusts the likelihood of tokens. Maps token IDs to values that
                are added to the token's logits.
            return_metadata: Whether to return the metadata stored with each document of
                the file. Default: `False`.
            return_prompt: Whether to return the prompt built from the question,
                examples and documents. Default: `False`.
            expand: The response fields to return as full objects instead of IDs, for
                example `completion`. Default: `[]`.
            user: A unique identifier for your end user, used to detect abuse.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The generated answers and the documents they are based on.
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


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class AnswersRaw(_runtime.RawResource):
        """Methods of `Answers` that return the response."""

        create = _runtime.raw_method(Answers.create)

    class AsyncAnswersRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncAnswers` that return the response."""

        create = _runtime.async_raw_method(AsyncAnswers.create)

    class AnswersStreaming(_runtime.StreamingResource):
        """Methods of `Answers` that return an unread response."""

        create = _runtime.streaming_method(Answers.create)

    class AsyncAnswersStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncAnswers` that return an unread response."""

        create = _runtime.async_streaming_method(AsyncAnswers.create)
