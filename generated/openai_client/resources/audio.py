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
        AsyncBinaryResponse,
        AsyncResponseStream,
        AsyncStream,
        BinaryResponse,
        FileTypes,
        Omit,
        RequestOptions,
        ResponseStream,
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
    from ..types.event_streams import (
        AsyncCreateTranscriptionResponseJsonEventStreamManager,
        CreateTranscriptionResponseJsonEventStreamManager,
    )

_SPEECH_CREATE = Endpoint(
    "POST",
    "/audio/speech",
    body="application/json",
    accept="application/octet-stream",
    returns="BinaryResponse",
    stream="CreateSpeechResponseStreamEvent",
    stream_parameter=("stream_format", "sse"),
)
_TRANSCRIPTIONS_CREATE = Endpoint(
    "POST",
    "/audio/transcriptions",
    body="multipart/form-data",
    accept="application/json, text/*",
    returns="CreateTranscriptionResponse | str",
    stream="CreateTranscriptionResponseStreamEvent",
    end_marker="[DONE]",
    aggregation=("whole", "type", "transcript.text.done"),
    aggregated_type="CreateTranscriptionResponseJson",
    files=("file",),
    encodings={"chunking_strategy": "brackets"},
)
_TRANSLATIONS_CREATE = Endpoint(
    "POST",
    "/audio/translations",
    body="multipart/form-data",
    accept="application/json, text/*",
    returns="CreateTranslationResponse | str",
    files=("file",),
)


class Translations(Resource["TranslationsRaw", "TranslationsStreaming"]):
    """Translations."""

    @overload
    def create(
        self,
        *,
        file: FileTypes,
        model: str | Literal["whisper-1"],
        prompt: str | Omit = omit,
        response_format: Literal["json", "verbose_json"] | Omit = omit,
        temperature: float | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateTranslationResponse: ...

    @overload
    def create(
        self,
        *,
        file: FileTypes,
        model: str | Literal["whisper-1"],
        prompt: str | Omit = omit,
        response_format: Literal["text", "srt", "vtt"],
        temperature: float | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> str: ...

    @overload
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
    ) -> CreateTranslationResponse | str: ...

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

        Transcribes audio in any supported language and translates the text into
        English.

        Args:
            file: The audio file, with its filename. Supported formats: mp3, mp4, mpeg,
                mpga, m4a, ogg, flac, wav and webm.
            model: The speech recognition model.
            prompt: Text that demonstrates the style of the translation, or the
                translation of the preceding audio. It should be in English.
            response_format: The format of the translation. `text`, `srt` and `vtt` are
                plain text; all others are JSON. Default: `"json"`.
            temperature: The sampling temperature, from 0 to 1. Higher values produce
                more varied text. With 0, the model starts at 0 and raises the
                temperature automatically where its confidence is low. Default: `0`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The English text, with timestamps if requested. The formats `text`, `srt`
            and `vtt` are plain text.

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


class AsyncTranslations(
    AsyncResource["AsyncTranslationsRaw", "AsyncTranslationsStreaming"]
):
    """Translations."""

    @overload
    async def create(
        self,
        *,
        file: FileTypes,
        model: str | Literal["whisper-1"],
        prompt: str | Omit = omit,
        response_format: Literal["json", "verbose_json"] | Omit = omit,
        temperature: float | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateTranslationResponse: ...

    @overload
    async def create(
        self,
        *,
        file: FileTypes,
        model: str | Literal["whisper-1"],
        prompt: str | Omit = omit,
        response_format: Literal["text", "srt", "vtt"],
        temperature: float | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> str: ...

    @overload
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
    ) -> CreateTranslationResponse | str: ...

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

        Transcribes audio in any supported language and translates the text into
        English.

        Args:
            file: The audio file, with its filename. Supported formats: mp3, mp4, mpeg,
                mpga, m4a, ogg, flac, wav and webm.
            model: The speech recognition model.
            prompt: Text that demonstrates the style of the translation, or the
                translation of the preceding audio. It should be in English.
            response_format: The format of the translation. `text`, `srt` and `vtt` are
                plain text; all others are JSON. Default: `"json"`.
            temperature: The sampling temperature, from 0 to 1. Higher values produce
                more varied text. With 0, the model starts at 0 and raises the
                temperature automatically where its confidence is low. Default: `0`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The English text, with timestamps if requested. The formats `text`, `srt`
            and `vtt` are plain text.

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


class Transcriptions(Resource["TranscriptionsRaw", "TranscriptionsStreaming"]):
    """Transcriptions."""

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
        response_format: Literal["json", "verbose_json", "diarized_json"] | Omit = omit,
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateTranscriptionResponse: ...

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
        response_format: Literal["text", "srt", "vtt"],
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> str: ...

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
    ) -> ResponseStream[
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
        | ResponseStream[
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
        | ResponseStream[
            CreateTranscriptionResponseStreamEvent, CreateTranscriptionResponseJson
        ]
    ):
        """Transcribe a recording.

        Transcribes audio in the spoken language.

        Args:
            file: The audio file, with its filename. Supported formats: mp3, mp4, mpeg,
                mpga, m4a, ogg, flac, wav and webm.
            model: The speech recognition model.
            language: The spoken language as a two-letter ISO 639 code. Specifying it
                improves the transcription.
            languages: The expected languages, if there are several, as two-letter ISO
                639 codes. At least 1 item.
            keywords: Words that may occur in the audio and are hard to recognize, such
                as names.
            prompt: Text that demonstrates the style of the transcript, or the
                transcript of the preceding audio. It should be in the spoken language.
            response_format: The format of the transcript. `text`, `srt` and `vtt` are
                plain text; all others are JSON. `diarized_json` identifies speakers.
                Newer models support fewer formats than `whisper-1`. Default: `"json"`.
            temperature: The sampling temperature, from 0 to 1. Higher values produce
                more varied text. With 0, the model starts at 0 and raises the
                temperature automatically where its confidence is low. Default: `0`.
            include: Additional data to include in the transcript. `logprobs` adds log
                probabilities and requires the format `json`.
            timestamp_granularities: The units to which timestamps are added. Requires
                the format `verbose_json`. Word timestamps increase latency. Default:
                `["segment"]`.
            stream: Whether to stream the transcript as server-sent events while it is
                being generated. Not supported by `whisper-1`. Default: `False`.
            chunking_strategy: Controls how long recordings are split. `auto` lets the
                server decide; an object configures speech detection.
            known_speaker_names: The names of up to four known speakers to use in the
                transcript. At most 4 items.
            known_speaker_references: A short audio sample of each known speaker, in the
                order of the names, as base64 `data:` URLs. At most 4 items.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A transcript, with timestamps or speakers if requested. The formats `text`,
            `srt` and `vtt` are plain text. If `stream` is true, a stream of transcript
            events.

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

    def stream(
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
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateTranscriptionResponseJsonEventStreamManager:
        """Stream the response of `create` as typed events.

        Args:
            file: The audio file, with its filename. Supported formats: mp3, mp4, mpeg,
                mpga, m4a, ogg, flac, wav and webm.
            model: The speech recognition model.
            language: The spoken language as a two-letter ISO 639 code. Specifying it
                improves the transcription.
            languages: The expected languages, if there are several, as two-letter ISO
                639 codes. At least 1 item.
            keywords: Words that may occur in the audio and are hard to recognize, such
                as names.
            prompt: Text that demonstrates the style of the transcript, or the
                transcript of the preceding audio. It should be in the spoken language.
            response_format: The format of the transcript. `text`, `srt` and `vtt` are
                plain text; all others are JSON. `diarized_json` identifies speakers.
                Newer models support fewer formats than `whisper-1`. Default: `"json"`.
            temperature: The sampling temperature, from 0 to 1. Higher values produce
                more varied text. With 0, the model starts at 0 and raises the
                temperature automatically where its confidence is low. Default: `0`.
            include: Additional data to include in the transcript. `logprobs` adds log
                probabilities and requires the format `json`.
            timestamp_granularities: The units to which timestamps are added. Requires
                the format `verbose_json`. Word timestamps increase latency. Default:
                `["segment"]`.
            chunking_strategy: Controls how long recordings are split. `auto` lets the
                server decide; an object configures speech detection.
            known_speaker_names: The names of up to four known speakers to use in the
                transcript. At most 4 items.
            known_speaker_references: A short audio sample of each known speaker, in the
                order of the names, as base64 `data:` URLs. At most 4 items.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A context manager, which sends the request and closes the stream.
        """
        return _runtime.open_stream(
            self,
            "CreateTranscriptionResponseJsonEventStream",
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
                "chunking_strategy": chunking_strategy,
                "known_speaker_names[]": known_speaker_names,
                "known_speaker_references[]": known_speaker_references,
            },
            options=options,
        )


class AsyncTranscriptions(
    AsyncResource["AsyncTranscriptionsRaw", "AsyncTranscriptionsStreaming"]
):
    """Transcriptions."""

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
        response_format: Literal["json", "verbose_json", "diarized_json"] | Omit = omit,
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> CreateTranscriptionResponse: ...

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
        response_format: Literal["text", "srt", "vtt"],
        temperature: float | Omit = omit,
        include: Sequence[TranscriptionInclude] | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> str: ...

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
    ) -> AsyncResponseStream[
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
        | AsyncResponseStream[
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
        | AsyncResponseStream[
            CreateTranscriptionResponseStreamEvent, CreateTranscriptionResponseJson
        ]
    ):
        """Transcribe a recording.

        Transcribes audio in the spoken language.

        Args:
            file: The audio file, with its filename. Supported formats: mp3, mp4, mpeg,
                mpga, m4a, ogg, flac, wav and webm.
            model: The speech recognition model.
            language: The spoken language as a two-letter ISO 639 code. Specifying it
                improves the transcription.
            languages: The expected languages, if there are several, as two-letter ISO
                639 codes. At least 1 item.
            keywords: Words that may occur in the audio and are hard to recognize, such
                as names.
            prompt: Text that demonstrates the style of the transcript, or the
                transcript of the preceding audio. It should be in the spoken language.
            response_format: The format of the transcript. `text`, `srt` and `vtt` are
                plain text; all others are JSON. `diarized_json` identifies speakers.
                Newer models support fewer formats than `whisper-1`. Default: `"json"`.
            temperature: The sampling temperature, from 0 to 1. Higher values produce
                more varied text. With 0, the model starts at 0 and raises the
                temperature automatically where its confidence is low. Default: `0`.
            include: Additional data to include in the transcript. `logprobs` adds log
                probabilities and requires the format `json`.
            timestamp_granularities: The units to which timestamps are added. Requires
                the format `verbose_json`. Word timestamps increase latency. Default:
                `["segment"]`.
            stream: Whether to stream the transcript as server-sent events while it is
                being generated. Not supported by `whisper-1`. Default: `False`.
            chunking_strategy: Controls how long recordings are split. `auto` lets the
                server decide; an object configures speech detection.
            known_speaker_names: The names of up to four known speakers to use in the
                transcript. At most 4 items.
            known_speaker_references: A short audio sample of each known speaker, in the
                order of the names, as base64 `data:` URLs. At most 4 items.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A transcript, with timestamps or speakers if requested. The formats `text`,
            `srt` and `vtt` are plain text. If `stream` is true, a stream of transcript
            events.

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

    def stream(
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
        chunking_strategy: Literal["auto"] | VadConfigParam | None | Omit = omit,
        known_speaker_names: Sequence[str] | Omit = omit,
        known_speaker_references: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncCreateTranscriptionResponseJsonEventStreamManager:
        """Stream the response of `create` as typed events.

        Args:
            file: The audio file, with its filename. Supported formats: mp3, mp4, mpeg,
                mpga, m4a, ogg, flac, wav and webm.
            model: The speech recognition model.
            language: The spoken language as a two-letter ISO 639 code. Specifying it
                improves the transcription.
            languages: The expected languages, if there are several, as two-letter ISO
                639 codes. At least 1 item.
            keywords: Words that may occur in the audio and are hard to recognize, such
                as names.
            prompt: Text that demonstrates the style of the transcript, or the
                transcript of the preceding audio. It should be in the spoken language.
            response_format: The format of the transcript. `text`, `srt` and `vtt` are
                plain text; all others are JSON. `diarized_json` identifies speakers.
                Newer models support fewer formats than `whisper-1`. Default: `"json"`.
            temperature: The sampling temperature, from 0 to 1. Higher values produce
                more varied text. With 0, the model starts at 0 and raises the
                temperature automatically where its confidence is low. Default: `0`.
            include: Additional data to include in the transcript. `logprobs` adds log
                probabilities and requires the format `json`.
            timestamp_granularities: The units to which timestamps are added. Requires
                the format `verbose_json`. Word timestamps increase latency. Default:
                `["segment"]`.
            chunking_strategy: Controls how long recordings are split. `auto` lets the
                server decide; an object configures speech detection.
            known_speaker_names: The names of up to four known speakers to use in the
                transcript. At most 4 items.
            known_speaker_references: A short audio sample of each known speaker, in the
                order of the names, as base64 `data:` URLs. At most 4 items.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            A context manager, which sends the request and closes the stream.
        """
        return _runtime.async_open_stream(
            self,
            "AsyncCreateTranscriptionResponseJsonEventStream",
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
                "chunking_strategy": chunking_strategy,
                "known_speaker_names[]": known_speaker_names,
                "known_speaker_references[]": known_speaker_references,
            },
            options=options,
        )


class Speech(Resource["SpeechRaw", "SpeechStreaming"]):
    """Speech."""

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
        """Generate speech from text.

        Args:
            model: The text-to-speech model.
            input: The text content. At most 4096 characters.
            voice: The voice to use: the name of a built-in voice or the ID of a custom
                voice.
            instructions: Instructions for the sound of the voice. Not supported by
                `tts-1` and `tts-1-hd`. At most 4096 characters.
            response_format: The audio format. Older servers support only `mp3`, `opus`,
                `aac` and `flac`. Default: `"mp3"`.
            speed: The playback speed. 1 is the normal speed. At least 0.25, at most
                4.0. Default: `1.0`.
            stream_format: The stream format. `audio` sends the raw audio bytes; `sse`
                sends server-sent events with base64-encoded audio. Default: `"audio"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The audio content in the requested format, or a stream of events if
            `stream_format` is `sse`.

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


class AsyncSpeech(AsyncResource["AsyncSpeechRaw", "AsyncSpeechStreaming"]):
    """Speech."""

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
        """Generate speech from text.

        Args:
            model: The text-to-speech model.
            input: The text content. At most 4096 characters.
            voice: The voice to use: the name of a built-in voice or the ID of a custom
                voice.
            instructions: Instructions for the sound of the voice. Not supported by
                `tts-1` and `tts-1-hd`. At most 4096 characters.
            response_format: The audio format. Older servers support only `mp3`, `opus`,
                `aac` and `flac`. Default: `"mp3"`.
            speed: The playback speed. 1 is the normal speed. At least 0.25, at most
                4.0. Default: `1.0`.
            stream_format: The stream format. `audio` sends the raw audio bytes; `sse`
                sends server-sent events with base64-encoded audio. Default: `"audio"`.
            **options: Options of the request, such as `timeout`; see `RequestOptions`.

        Returns:
            The audio content in the requested format, or a stream of events if
            `stream_format` is `sse`.

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


class Audio(Resource["AudioRaw", "AudioStreaming"]):
    """Text to speech and speech to text."""

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


class AsyncAudio(AsyncResource["AsyncAudioRaw", "AsyncAudioStreaming"]):
    """Text to speech and speech to text."""

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


_runtime.lazy_wrappers(__name__)
if TYPE_CHECKING:

    class TranslationsRaw(_runtime.RawResource):
        """Methods of `Translations` that return the response."""

        create = _runtime.raw_method(Translations.create)

    class AsyncTranslationsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncTranslations` that return the response."""

        create = _runtime.async_raw_method(AsyncTranslations.create)

    class TranslationsStreaming(_runtime.StreamingResource):
        """Methods of `Translations` that return an unread response."""

        create = _runtime.streaming_method(Translations.create)

    class AsyncTranslationsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncTranslations` that return an unread response."""

        create = _runtime.async_streaming_method(AsyncTranslations.create)

    class TranscriptionsRaw(_runtime.RawResource):
        """Methods of `Transcriptions` that return the response."""

        create = _runtime.raw_method(Transcriptions.create)

    class AsyncTranscriptionsRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncTranscriptions` that return the response."""

        create = _runtime.async_raw_method(AsyncTranscriptions.create)

    class TranscriptionsStreaming(_runtime.StreamingResource):
        """Methods of `Transcriptions` that return an unread response."""

        create = _runtime.streaming_method(Transcriptions.create)

    class AsyncTranscriptionsStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncTranscriptions` that return an unread response."""

        create = _runtime.async_streaming_method(AsyncTranscriptions.create)

    class SpeechRaw(_runtime.RawResource):
        """Methods of `Speech` that return the response."""

        create = _runtime.raw_method(Speech.create)

    class AsyncSpeechRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncSpeech` that return the response."""

        create = _runtime.async_raw_method(AsyncSpeech.create)

    class SpeechStreaming(_runtime.StreamingResource):
        """Methods of `Speech` that return an unread response."""

        create = _runtime.streaming_method(Speech.create)

    class AsyncSpeechStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncSpeech` that return an unread response."""

        create = _runtime.async_streaming_method(AsyncSpeech.create)

    class AudioRaw(_runtime.RawResource):
        """Methods of `Audio` that return the response."""

        speech = cached_property(SpeechRaw)
        transcriptions = cached_property(TranscriptionsRaw)
        translations = cached_property(TranslationsRaw)

    class AsyncAudioRaw(_runtime.AsyncRawResource):
        """Methods of `AsyncAudio` that return the response."""

        speech = cached_property(AsyncSpeechRaw)
        transcriptions = cached_property(AsyncTranscriptionsRaw)
        translations = cached_property(AsyncTranslationsRaw)

    class AudioStreaming(_runtime.StreamingResource):
        """Methods of `Audio` that return an unread response."""

        speech = cached_property(SpeechStreaming)
        transcriptions = cached_property(TranscriptionsStreaming)
        translations = cached_property(TranslationsStreaming)

    class AsyncAudioStreaming(_runtime.AsyncStreamingResource):
        """Methods of `AsyncAudio` that return an unread response."""

        speech = cached_property(AsyncSpeechStreaming)
        transcriptions = cached_property(AsyncTranscriptionsStreaming)
        translations = cached_property(AsyncTranslationsStreaming)
