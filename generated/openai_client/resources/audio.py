"""Audio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .. import _runtime
from .._runtime import AsyncResource, Endpoint, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime import (
        AnswerStream,
        AsyncAnswerStream,
        AsyncBinaryResponse,
        AsyncStream,
        BinaryResponse,
        FileTypes,
        Omit,
        RequestOptions,
        Stream,
    )
    from ..types.audio import (
        AudioResponseFormat,
        CreateSpeechRequestModelOption,
        CreateSpeechResponseStreamEvent,
        CreateTranscriptionRequestModelOption,
        CreateTranscriptionResponse,
        CreateTranscriptionResponseJson,
        CreateTranscriptionResponseStreamEvent,
        CreateTranslationResponse,
        TranscriptionInclude,
    )
    from ..types.audio_params import VadConfigParam, VoiceIdsOrCustomVoiceParam

_SPEECH_CREATE = Endpoint(
    "POST",
    "/audio/speech",
    body="application/json",
    accept="application/octet-stream",
    returns="BinaryResponse",
    stream="CreateSpeechResponseStreamEvent",
    switch=("stream_format", "sse"),
)
_TRANSCRIPTIONS_CREATE = Endpoint(
    "POST",
    "/audio/transcriptions",
    body="multipart/form-data",
    accept="application/json, text/plain",
    returns="CreateTranscriptionResponse | str",
    stream="CreateTranscriptionResponseStreamEvent",
    ends="[DONE]",
    final=("whole", "type", "transcript.text.done"),
    total="CreateTranscriptionResponseJson",
    files=("file",),
)
_TRANSLATIONS_CREATE = Endpoint(
    "POST",
    "/audio/translations",
    body="multipart/form-data",
    accept="application/json, text/plain",
    returns="CreateTranslationResponse | str",
    files=("file",),
)


class Translations(Resource):
    """Translations."""

    @cached_property
    def with_raw_response(self) -> TranslationsRaw:
        """The same methods, giving the answer with its status and headers."""
        return TranslationsRaw(self)

    @cached_property
    def with_streaming_response(self) -> TranslationsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return TranslationsStreaming(self)

    def create(
        self,
        *,
        file: FileTypes,
        model: str | Literal["whisper-1"],
        prompt: str | Omit = omit,
        response_format: (
            Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit
        ) = omit,
        temperature: float | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateTranslationResponse | str:
        """Translate a recording into English.

        Returns in English what is said in another language.

        Args:
            file: The recording, with its name; an mp3, mp4, mpeg, mpga, m4a, ogg, flac,
                wav or webm file.
            model: The model that listens.
            prompt: A text that shows the style of the translation, or the end of the
                recording before this one. It should be in English.
            response_format: The form of the text. `text`, `srt` and `vtt` are plain
                text, the others are JSON. Default: `"json"`.
            temperature: The sampling temperature, from 0 to 1. Higher values give more
                varied texts. With 0 the model begins there and goes higher by itself
                where it is unsure. Default: `0`.

        Returns:
            The English text, with times if you asked for them. With the formats `text`,
                `srt` and `vtt` it is plain text.

        Example:
            client.audio.translations.create(
                model="whisper-1",
                file=open("bericht.m4a", "rb"),
            )
        """
        return self._call(
            _TRANSLATIONS_CREATE,
            body={
                "file": file,
                "model": model,
                "prompt": prompt,
                "response_format": response_format,
                "temperature": temperature,
            },
            options=options,
        )


class AsyncTranslations(AsyncResource):
    """Translations."""

    @cached_property
    def with_raw_response(self) -> AsyncTranslationsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncTranslationsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTranslationsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncTranslationsStreaming(self)

    async def create(
        self,
        *,
        file: FileTypes,
        model: str | Literal["whisper-1"],
        prompt: str | Omit = omit,
        response_format: (
            Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit
        ) = omit,
        temperature: float | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateTranslationResponse | str:
        """Translate a recording into English.

        Returns in English what is said in another language.

        Args:
            file: The recording, with its name; an mp3, mp4, mpeg, mpga, m4a, ogg, flac,
                wav or webm file.
            model: The model that listens.
            prompt: A text that shows the style of the translation, or the end of the
                recording before this one. It should be in English.
            response_format: The form of the text. `text`, `srt` and `vtt` are plain
                text, the others are JSON. Default: `"json"`.
            temperature: The sampling temperature, from 0 to 1. Higher values give more
                varied texts. With 0 the model begins there and goes higher by itself
                where it is unsure. Default: `0`.

        Returns:
            The English text, with times if you asked for them. With the formats `text`,
                `srt` and `vtt` it is plain text.

        Example:
            await client.audio.translations.create(
                model="whisper-1",
                file=open("bericht.m4a", "rb"),
            )
        """
        return await self._call(
            _TRANSLATIONS_CREATE,
            body={
                "file": file,
                "model": model,
                "prompt": prompt,
                "response_format": response_format,
                "temperature": temperature,
            },
            options=options,
        )


class TranslationsRaw(_runtime.RawResource):
    """The calls of `Translations`, giving the answer."""

    create = _runtime.raw(Translations.create)


class AsyncTranslationsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncTranslations`, giving the answer."""

    create = _runtime.async_raw(AsyncTranslations.create)


class TranslationsStreaming(_runtime.StreamingResource):
    """The calls of `Translations`, giving the answer unread."""

    create = _runtime.streaming(Translations.create)


class AsyncTranslationsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncTranslations`, giving the answer unread."""

    create = _runtime.async_streaming(AsyncTranslations.create)


class Transcriptions(Resource):
    """Transcriptions."""

    @cached_property
    def with_raw_response(self) -> TranscriptionsRaw:
        """The same methods, giving the answer with its status and headers."""
        return TranscriptionsRaw(self)

    @cached_property
    def with_streaming_response(self) -> TranscriptionsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return TranscriptionsStreaming(self)

    @overload
    def create(
        self,
        *,
        file: FileTypes,
        model: str | CreateTranscriptionRequestModelOption,
        language: str | Omit = omit,
        languages: Sequence[str] | Omit = omit,
        keywords: Sequence[str] | Omit = omit,
        prompt: str | Omit = omit,
        response_format: AudioResponseFormat | Omit = omit,
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateTranscriptionResponse | str: ...

    @overload
    def create(
        self,
        *,
        file: FileTypes,
        model: str | CreateTranscriptionRequestModelOption,
        language: str | Omit = omit,
        languages: Sequence[str] | Omit = omit,
        keywords: Sequence[str] | Omit = omit,
        prompt: str | Omit = omit,
        response_format: AudioResponseFormat | Omit = omit,
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: Literal[True],
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AnswerStream[
        CreateTranscriptionResponseStreamEvent, CreateTranscriptionResponseJson
    ]: ...

    @overload
    def create(
        self,
        *,
        file: FileTypes,
        model: str | CreateTranscriptionRequestModelOption,
        language: str | Omit = omit,
        languages: Sequence[str] | Omit = omit,
        keywords: Sequence[str] | Omit = omit,
        prompt: str | Omit = omit,
        response_format: AudioResponseFormat | Omit = omit,
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: bool,
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateTranscriptionResponse
        | str
        | AnswerStream[
            CreateTranscriptionResponseStreamEvent, CreateTranscriptionResponseJson
        ]
    ): ...

    def create(
        self,
        *,
        file: FileTypes,
        model: str | CreateTranscriptionRequestModelOption,
        language: str | Omit = omit,
        languages: Sequence[str] | Omit = omit,
        keywords: Sequence[str] | Omit = omit,
        prompt: str | Omit = omit,
        response_format: AudioResponseFormat | Omit = omit,
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: bool | None | Omit = omit,
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateTranscriptionResponse
        | str
        | AnswerStream[
            CreateTranscriptionResponseStreamEvent, CreateTranscriptionResponseJson
        ]
    ):
        """Transcribe a recording.

        The text is in the language that is spoken.

        Args:
            file: The recording, with its name; an mp3, mp4, mpeg, mpga, m4a, ogg, flac,
                wav or webm file.
            model: The model that listens.
            language: The language that is spoken, by its two-letter code of ISO 639.
                Knowing it helps the model.
            languages: The languages that may be spoken, when there are several, by
                their two-letter codes of ISO 639. At least 1 item.
            keywords: Words that may be said and are hard to guess, such as names.
            prompt: A text that shows the style of the transcript, or the end of the
                recording before this one. It should be in the language that is spoken.
            response_format: The form of the transcript. `text`, `srt` and `vtt` are
                plain text, the others are JSON. `diarized_json` tells speakers apart.
                Newer models know fewer of these forms than `whisper-1`. Default:
                `"json"`.
            temperature: The sampling temperature, from 0 to 1. Higher values give more
                varied texts. With 0 the model begins there and goes higher by itself
                where it is unsure. Default: `0`.
            include: What to add to the transcript. `logprobs` adds log probabilities,
                with the format `json` only.
            timestamp_granularities: What is given times. Needs the format
                `verbose_json`; times of words take longer.
            stream: Whether the text is sent in pieces, as server-sent events, while it
                is being written. The model `whisper-1` does not take this. Default:
                `False`.
            chunking_strategy: How a long recording is cut. `auto` leaves it to the
                server; an object sets where speech ends.
            known_speaker_names: The names of up to four speakers, to be used in the
                transcript. At most 4 items.
            known_speaker_references: A short recording of each of these speakers, in
                the same order, as `data:` URLs in base64. At most 4 items.

        Returns:
            A transcript, with times or speakers if you asked for them. With the formats
                `text`, `srt` and `vtt` it is plain text. When `stream` is true, events
                as the text is being written.

        Example:
            client.audio.transcriptions.create(
                model="gpt-4o-transcribe",
                file=open("message.mp3", "rb"),
            )
        """
        return self._call(
            _TRANSCRIPTIONS_CREATE,
            body={
                "file": file,
                "model": model,
                "language": language,
                "languages[]": languages,
                "keywords[]": keywords,
                "prompt": prompt,
                "response_format": response_format,
                "temperature": temperature,
                "include[]": include,
                "timestamp_granularities[]": timestamp_granularities,
                "stream": stream,
                "chunking_strategy": chunking_strategy,
                "known_speaker_names[]": known_speaker_names,
                "known_speaker_references[]": known_speaker_references,
            },
            options=options,
        )


class AsyncTranscriptions(AsyncResource):
    """Transcriptions."""

    @cached_property
    def with_raw_response(self) -> AsyncTranscriptionsRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncTranscriptionsRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTranscriptionsStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncTranscriptionsStreaming(self)

    @overload
    async def create(
        self,
        *,
        file: FileTypes,
        model: str | CreateTranscriptionRequestModelOption,
        language: str | Omit = omit,
        languages: Sequence[str] | Omit = omit,
        keywords: Sequence[str] | Omit = omit,
        prompt: str | Omit = omit,
        response_format: AudioResponseFormat | Omit = omit,
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateTranscriptionResponse | str: ...

    @overload
    async def create(
        self,
        *,
        file: FileTypes,
        model: str | CreateTranscriptionRequestModelOption,
        language: str | Omit = omit,
        languages: Sequence[str] | Omit = omit,
        keywords: Sequence[str] | Omit = omit,
        prompt: str | Omit = omit,
        response_format: AudioResponseFormat | Omit = omit,
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: Literal[True],
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncAnswerStream[
        CreateTranscriptionResponseStreamEvent, CreateTranscriptionResponseJson
    ]: ...

    @overload
    async def create(
        self,
        *,
        file: FileTypes,
        model: str | CreateTranscriptionRequestModelOption,
        language: str | Omit = omit,
        languages: Sequence[str] | Omit = omit,
        keywords: Sequence[str] | Omit = omit,
        prompt: str | Omit = omit,
        response_format: AudioResponseFormat | Omit = omit,
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: bool,
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateTranscriptionResponse
        | str
        | AsyncAnswerStream[
            CreateTranscriptionResponseStreamEvent, CreateTranscriptionResponseJson
        ]
    ): ...

    async def create(
        self,
        *,
        file: FileTypes,
        model: str | CreateTranscriptionRequestModelOption,
        language: str | Omit = omit,
        languages: Sequence[str] | Omit = omit,
        keywords: Sequence[str] | Omit = omit,
        prompt: str | Omit = omit,
        response_format: AudioResponseFormat | Omit = omit,
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: bool | None | Omit = omit,
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        CreateTranscriptionResponse
        | str
        | AsyncAnswerStream[
            CreateTranscriptionResponseStreamEvent, CreateTranscriptionResponseJson
        ]
    ):
        """Transcribe a recording.

        The text is in the language that is spoken.

        Args:
            file: The recording, with its name; an mp3, mp4, mpeg, mpga, m4a, ogg, flac,
                wav or webm file.
            model: The model that listens.
            language: The language that is spoken, by its two-letter code of ISO 639.
                Knowing it helps the model.
            languages: The languages that may be spoken, when there are several, by
                their two-letter codes of ISO 639. At least 1 item.
            keywords: Words that may be said and are hard to guess, such as names.
            prompt: A text that shows the style of the transcript, or the end of the
                recording before this one. It should be in the language that is spoken.
            response_format: The form of the transcript. `text`, `srt` and `vtt` are
                plain text, the others are JSON. `diarized_json` tells speakers apart.
                Newer models know fewer of these forms than `whisper-1`. Default:
                `"json"`.
            temperature: The sampling temperature, from 0 to 1. Higher values give more
                varied texts. With 0 the model begins there and goes higher by itself
                where it is unsure. Default: `0`.
            include: What to add to the transcript. `logprobs` adds log probabilities,
                with the format `json` only.
            timestamp_granularities: What is given times. Needs the format
                `verbose_json`; times of words take longer.
            stream: Whether the text is sent in pieces, as server-sent events, while it
                is being written. The model `whisper-1` does not take this. Default:
                `False`.
            chunking_strategy: How a long recording is cut. `auto` leaves it to the
                server; an object sets where speech ends.
            known_speaker_names: The names of up to four speakers, to be used in the
                transcript. At most 4 items.
            known_speaker_references: A short recording of each of these speakers, in
                the same order, as `data:` URLs in base64. At most 4 items.

        Returns:
            A transcript, with times or speakers if you asked for them. With the formats
                `text`, `srt` and `vtt` it is plain text. When `stream` is true, events
                as the text is being written.

        Example:
            await client.audio.transcriptions.create(
                model="gpt-4o-transcribe",
                file=open("message.mp3", "rb"),
            )
        """
        return await self._call(
            _TRANSCRIPTIONS_CREATE,
            body={
                "file": file,
                "model": model,
                "language": language,
                "languages[]": languages,
                "keywords[]": keywords,
                "prompt": prompt,
                "response_format": response_format,
                "temperature": temperature,
                "include[]": include,
                "timestamp_granularities[]": timestamp_granularities,
                "stream": stream,
                "chunking_strategy": chunking_strategy,
                "known_speaker_names[]": known_speaker_names,
                "known_speaker_references[]": known_speaker_references,
            },
            options=options,
        )


class TranscriptionsRaw(_runtime.RawResource):
    """The calls of `Transcriptions`, giving the answer."""

    create = _runtime.raw(Transcriptions.create)


class AsyncTranscriptionsRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncTranscriptions`, giving the answer."""

    create = _runtime.async_raw(AsyncTranscriptions.create)


class TranscriptionsStreaming(_runtime.StreamingResource):
    """The calls of `Transcriptions`, giving the answer unread."""

    create = _runtime.streaming(Transcriptions.create)


class AsyncTranscriptionsStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncTranscriptions`, giving the answer unread."""

    create = _runtime.async_streaming(AsyncTranscriptions.create)


class Speech(Resource):
    """Speech."""

    @cached_property
    def with_raw_response(self) -> SpeechRaw:
        """The same methods, giving the answer with its status and headers."""
        return SpeechRaw(self)

    @cached_property
    def with_streaming_response(self) -> SpeechStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return SpeechStreaming(self)

    @overload
    def create(
        self,
        *,
        model: str | CreateSpeechRequestModelOption,
        input: str,
        voice: VoiceIdsOrCustomVoiceParam,
        instructions: str | Omit = omit,
        response_format: (
            Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit
        ) = omit,
        speed: float | Omit = omit,
        stream_format: Literal["audio"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> BinaryResponse: ...

    @overload
    def create(
        self,
        *,
        model: str | CreateSpeechRequestModelOption,
        input: str,
        voice: VoiceIdsOrCustomVoiceParam,
        instructions: str | Omit = omit,
        response_format: (
            Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit
        ) = omit,
        speed: float | Omit = omit,
        stream_format: Literal["sse"],
        **options: Unpack[RequestOptions],
    ) -> Stream[CreateSpeechResponseStreamEvent]: ...

    @overload
    def create(
        self,
        *,
        model: str | CreateSpeechRequestModelOption,
        input: str,
        voice: VoiceIdsOrCustomVoiceParam,
        instructions: str | Omit = omit,
        response_format: (
            Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit
        ) = omit,
        speed: float | Omit = omit,
        stream_format: Literal["sse", "audio"],
        **options: Unpack[RequestOptions],
    ) -> BinaryResponse | Stream[CreateSpeechResponseStreamEvent]: ...

    def create(
        self,
        *,
        model: str | CreateSpeechRequestModelOption,
        input: str,
        voice: VoiceIdsOrCustomVoiceParam,
        instructions: str | Omit = omit,
        response_format: (
            Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit
        ) = omit,
        speed: float | Omit = omit,
        stream_format: Literal["sse", "audio"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> BinaryResponse | Stream[CreateSpeechResponseStreamEvent]:
        """Read a text aloud.

        Args:
            model: The model that speaks.
            input: The text. At most 4096 characters.
            voice: The voice that speaks, by its name, or by the id of a voice of your
                own.
            instructions: How the voice should sound. The models `tts-1` and `tts-1-hd`
                do not take this. At most 4096 characters.
            response_format: The format of the audio. Older servers know `mp3`, `opus`,
                `aac` and `flac`. Default: `"mp3"`.
            speed: How fast the voice speaks; 1 is its usual speed. At least 0.25, at
                most 4.0. Default: `1.0`.
            stream_format: How the audio is sent. `audio` sends its bytes, `sse` sends
                events with pieces in base64. Default: `"audio"`.

        Returns:
            The audio, as a file of the format that you asked for.

        Example:
            client.audio.speech.create(
                model="gpt-4o-mini-tts",
                voice="coral",
                input="Your bicycle is ready to be picked up.",
                instructions="Sound cheerful.",
            )
        """
        return self._call(
            _SPEECH_CREATE,
            body={
                "model": model,
                "input": input,
                "voice": voice,
                "instructions": instructions,
                "response_format": response_format,
                "speed": speed,
                "stream_format": stream_format,
            },
            options=options,
        )


class AsyncSpeech(AsyncResource):
    """Speech."""

    @cached_property
    def with_raw_response(self) -> AsyncSpeechRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncSpeechRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncSpeechStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncSpeechStreaming(self)

    @overload
    async def create(
        self,
        *,
        model: str | CreateSpeechRequestModelOption,
        input: str,
        voice: VoiceIdsOrCustomVoiceParam,
        instructions: str | Omit = omit,
        response_format: (
            Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit
        ) = omit,
        speed: float | Omit = omit,
        stream_format: Literal["audio"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncBinaryResponse: ...

    @overload
    async def create(
        self,
        *,
        model: str | CreateSpeechRequestModelOption,
        input: str,
        voice: VoiceIdsOrCustomVoiceParam,
        instructions: str | Omit = omit,
        response_format: (
            Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit
        ) = omit,
        speed: float | Omit = omit,
        stream_format: Literal["sse"],
        **options: Unpack[RequestOptions],
    ) -> AsyncStream[CreateSpeechResponseStreamEvent]: ...

    @overload
    async def create(
        self,
        *,
        model: str | CreateSpeechRequestModelOption,
        input: str,
        voice: VoiceIdsOrCustomVoiceParam,
        instructions: str | Omit = omit,
        response_format: (
            Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit
        ) = omit,
        speed: float | Omit = omit,
        stream_format: Literal["sse", "audio"],
        **options: Unpack[RequestOptions],
    ) -> AsyncBinaryResponse | AsyncStream[CreateSpeechResponseStreamEvent]: ...

    async def create(
        self,
        *,
        model: str | CreateSpeechRequestModelOption,
        input: str,
        voice: VoiceIdsOrCustomVoiceParam,
        instructions: str | Omit = omit,
        response_format: (
            Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit
        ) = omit,
        speed: float | Omit = omit,
        stream_format: Literal["sse", "audio"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncBinaryResponse | AsyncStream[CreateSpeechResponseStreamEvent]:
        """Read a text aloud.

        Args:
            model: The model that speaks.
            input: The text. At most 4096 characters.
            voice: The voice that speaks, by its name, or by the id of a voice of your
                own.
            instructions: How the voice should sound. The models `tts-1` and `tts-1-hd`
                do not take this. At most 4096 characters.
            response_format: The format of the audio. Older servers know `mp3`, `opus`,
                `aac` and `flac`. Default: `"mp3"`.
            speed: How fast the voice speaks; 1 is its usual speed. At least 0.25, at
                most 4.0. Default: `1.0`.
            stream_format: How the audio is sent. `audio` sends its bytes, `sse` sends
                events with pieces in base64. Default: `"audio"`.

        Returns:
            The audio, as a file of the format that you asked for.

        Example:
            await client.audio.speech.create(
                model="gpt-4o-mini-tts",
                voice="coral",
                input="Your bicycle is ready to be picked up.",
                instructions="Sound cheerful.",
            )
        """
        return await self._call(
            _SPEECH_CREATE,
            body={
                "model": model,
                "input": input,
                "voice": voice,
                "instructions": instructions,
                "response_format": response_format,
                "speed": speed,
                "stream_format": stream_format,
            },
            options=options,
        )


class SpeechRaw(_runtime.RawResource):
    """The calls of `Speech`, giving the answer."""

    create = _runtime.raw(Speech.create)


class AsyncSpeechRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncSpeech`, giving the answer."""

    create = _runtime.async_raw(AsyncSpeech.create)


class SpeechStreaming(_runtime.StreamingResource):
    """The calls of `Speech`, giving the answer unread."""

    create = _runtime.streaming(Speech.create)


class AsyncSpeechStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncSpeech`, giving the answer unread."""

    create = _runtime.async_streaming(AsyncSpeech.create)


class Audio(Resource):
    """Speech from text, and text from speech."""

    @cached_property
    def with_raw_response(self) -> AudioRaw:
        """The same methods, giving the answer with its status and headers."""
        return AudioRaw(self)

    @cached_property
    def with_streaming_response(self) -> AudioStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AudioStreaming(self)

    @cached_property
    def speech(self) -> Speech:
        """Speech."""
        return Speech(self._client)

    @cached_property
    def transcriptions(self) -> Transcriptions:
        """Transcriptions."""
        return Transcriptions(self._client)

    @cached_property
    def translations(self) -> Translations:
        """Translations."""
        return Translations(self._client)


class AsyncAudio(AsyncResource):
    """Speech from text, and text from speech."""

    @cached_property
    def with_raw_response(self) -> AsyncAudioRaw:
        """The same methods, giving the answer with its status and headers."""
        return AsyncAudioRaw(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAudioStreaming:
        """The same methods, for `with`, giving the answer with its body unread."""
        return AsyncAudioStreaming(self)

    @cached_property
    def speech(self) -> AsyncSpeech:
        """Speech."""
        return AsyncSpeech(self._client)

    @cached_property
    def transcriptions(self) -> AsyncTranscriptions:
        """Transcriptions."""
        return AsyncTranscriptions(self._client)

    @cached_property
    def translations(self) -> AsyncTranslations:
        """Translations."""
        return AsyncTranslations(self._client)


class AudioRaw(_runtime.RawResource):
    """The calls of `Audio`, giving the answer."""

    speech = cached_property(SpeechRaw)
    transcriptions = cached_property(TranscriptionsRaw)
    translations = cached_property(TranslationsRaw)


class AsyncAudioRaw(_runtime.AsyncRawResource):
    """The calls of `AsyncAudio`, giving the answer."""

    speech = cached_property(AsyncSpeechRaw)
    transcriptions = cached_property(AsyncTranscriptionsRaw)
    translations = cached_property(AsyncTranslationsRaw)


class AudioStreaming(_runtime.StreamingResource):
    """The calls of `Audio`, giving the answer unread."""

    speech = cached_property(SpeechStreaming)
    transcriptions = cached_property(TranscriptionsStreaming)
    translations = cached_property(TranslationsStreaming)


class AsyncAudioStreaming(_runtime.AsyncStreamingResource):
    """The calls of `AsyncAudio`, giving the answer unread."""

    speech = cached_property(AsyncSpeechStreaming)
    transcriptions = cached_property(AsyncTranscriptionsStreaming)
    translations = cached_property(AsyncTranslationsStreaming)
