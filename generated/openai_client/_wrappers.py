"""Resources of the clients whose methods return responses."""

from __future__ import annotations

from . import _runtime
from ._client import AsyncOpenAI as _AsyncOpenAI
from ._client import OpenAI as _OpenAI


class OpenAIRaw(_runtime.ClientWrapper):
    """Resources of `OpenAI` whose methods return the response."""

    chat = _runtime.RawAttribute(_OpenAI.chat)
    answers = _runtime.RawAttribute(_OpenAI.answers)
    beta = _runtime.RawAttribute(_OpenAI.beta)
    audio = _runtime.RawAttribute(_OpenAI.audio)
    batches = _runtime.RawAttribute(_OpenAI.batches)
    classifications = _runtime.RawAttribute(_OpenAI.classifications)
    completions = _runtime.RawAttribute(_OpenAI.completions)
    edits = _runtime.RawAttribute(_OpenAI.edits)
    embeddings = _runtime.RawAttribute(_OpenAI.embeddings)
    evals = _runtime.RawAttribute(_OpenAI.evals)
    files = _runtime.RawAttribute(_OpenAI.files)
    fine_tunes = _runtime.RawAttribute(_OpenAI.fine_tunes)
    fine_tuning = _runtime.RawAttribute(_OpenAI.fine_tuning)
    images = _runtime.RawAttribute(_OpenAI.images)
    models = _runtime.RawAttribute(_OpenAI.models)
    moderations = _runtime.RawAttribute(_OpenAI.moderations)


class AsyncOpenAIRaw(_runtime.ClientWrapper):
    """Resources of `AsyncOpenAI` whose methods return the response."""

    chat = _runtime.RawAttribute(_AsyncOpenAI.chat)
    answers = _runtime.RawAttribute(_AsyncOpenAI.answers)
    beta = _runtime.RawAttribute(_AsyncOpenAI.beta)
    audio = _runtime.RawAttribute(_AsyncOpenAI.audio)
    batches = _runtime.RawAttribute(_AsyncOpenAI.batches)
    classifications = _runtime.RawAttribute(_AsyncOpenAI.classifications)
    completions = _runtime.RawAttribute(_AsyncOpenAI.completions)
    edits = _runtime.RawAttribute(_AsyncOpenAI.edits)
    embeddings = _runtime.RawAttribute(_AsyncOpenAI.embeddings)
    evals = _runtime.RawAttribute(_AsyncOpenAI.evals)
    files = _runtime.RawAttribute(_AsyncOpenAI.files)
    fine_tunes = _runtime.RawAttribute(_AsyncOpenAI.fine_tunes)
    fine_tuning = _runtime.RawAttribute(_AsyncOpenAI.fine_tuning)
    images = _runtime.RawAttribute(_AsyncOpenAI.images)
    models = _runtime.RawAttribute(_AsyncOpenAI.models)
    moderations = _runtime.RawAttribute(_AsyncOpenAI.moderations)


class OpenAIStreaming(_runtime.ClientWrapper):
    """Resources of `OpenAI` whose methods return an unread response."""

    chat = _runtime.StreamingAttribute(_OpenAI.chat)
    answers = _runtime.StreamingAttribute(_OpenAI.answers)
    beta = _runtime.StreamingAttribute(_OpenAI.beta)
    audio = _runtime.StreamingAttribute(_OpenAI.audio)
    batches = _runtime.StreamingAttribute(_OpenAI.batches)
    classifications = _runtime.StreamingAttribute(_OpenAI.classifications)
    completions = _runtime.StreamingAttribute(_OpenAI.completions)
    edits = _runtime.StreamingAttribute(_OpenAI.edits)
    embeddings = _runtime.StreamingAttribute(_OpenAI.embeddings)
    evals = _runtime.StreamingAttribute(_OpenAI.evals)
    files = _runtime.StreamingAttribute(_OpenAI.files)
    fine_tunes = _runtime.StreamingAttribute(_OpenAI.fine_tunes)
    fine_tuning = _runtime.StreamingAttribute(_OpenAI.fine_tuning)
    images = _runtime.StreamingAttribute(_OpenAI.images)
    models = _runtime.StreamingAttribute(_OpenAI.models)
    moderations = _runtime.StreamingAttribute(_OpenAI.moderations)


class AsyncOpenAIStreaming(_runtime.ClientWrapper):
    """Resources of `AsyncOpenAI` whose methods return an unread response."""

    chat = _runtime.StreamingAttribute(_AsyncOpenAI.chat)
    answers = _runtime.StreamingAttribute(_AsyncOpenAI.answers)
    beta = _runtime.StreamingAttribute(_AsyncOpenAI.beta)
    audio = _runtime.StreamingAttribute(_AsyncOpenAI.audio)
    batches = _runtime.StreamingAttribute(_AsyncOpenAI.batches)
    classifications = _runtime.StreamingAttribute(_AsyncOpenAI.classifications)
    completions = _runtime.StreamingAttribute(_AsyncOpenAI.completions)
    edits = _runtime.StreamingAttribute(_AsyncOpenAI.edits)
    embeddings = _runtime.StreamingAttribute(_AsyncOpenAI.embeddings)
    evals = _runtime.StreamingAttribute(_AsyncOpenAI.evals)
    files = _runtime.StreamingAttribute(_AsyncOpenAI.files)
    fine_tunes = _runtime.StreamingAttribute(_AsyncOpenAI.fine_tunes)
    fine_tuning = _runtime.StreamingAttribute(_AsyncOpenAI.fine_tuning)
    images = _runtime.StreamingAttribute(_AsyncOpenAI.images)
    models = _runtime.StreamingAttribute(_AsyncOpenAI.models)
    moderations = _runtime.StreamingAttribute(_AsyncOpenAI.moderations)
