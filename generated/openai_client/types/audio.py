"""Types of audio."""

from __future__ import annotations

from typing import Literal, TypeAlias, Union

from typing_extensions import TypeAliasType

from .. import _runtime
from .._runtime import BaseModel

AudioResponseFormat: TypeAlias = Literal[
    "json", "text", "srt", "verbose_json", "vtt", "diarized_json"
]
"""The format of the transcript. `text`, `srt` and `vtt` are plain text; all others are
JSON. `diarized_json` identifies speakers. Newer models support fewer formats than
`whisper-1`."""


CreateSpeechRequestModelOption: TypeAlias = Literal[
    "tts-1", "tts-1-hd", "gpt-4o-mini-tts", "gpt-4o-mini-tts-2025-12-15"
]


CreateSpeechResponseStreamEvent = TypeAliasType(
    "CreateSpeechResponseStreamEvent", "SpeechAudioDeltaEvent | SpeechAudioDoneEvent"
)
"""An event of a speech stream: an audio chunk or the end of the stream."""


CreateTranscriptionRequestModelOption: TypeAlias = Literal[
    "whisper-1",
    "gpt-transcribe",
    "gpt-4o-transcribe",
    "gpt-4o-mini-transcribe",
    "gpt-4o-mini-transcribe-2025-12-15",
    "gpt-4o-transcribe-diarize",
]


CreateTranscriptionResponse = TypeAliasType(
    "CreateTranscriptionResponse",
    """Union[CreateTranscriptionResponseJson, CreateTranscriptionResponseVerboseJson,
        CreateTranscriptionResponseDiarizedJson]""",
)
"""The transcript of a recording. Its form depends on `response_format`."""


class CreateTranscriptionResponseDiarizedJson(BaseModel):
    """The transcript of a recording with speakers, in the format `diarized_json`."""

    task: Literal["transcribe"]
    """The performed task. Always `transcribe`."""

    duration: float
    """The duration of the recording, in seconds."""

    text: str
    """The transcript of all speakers combined."""

    segments: list[TranscriptTextSegmentEvent]
    """The segments with their timestamps and speakers."""

    usage: TranscriptionUsage | None = None
    """Usage of a transcription request. Depending on the model, it is billed by tokens
    or by duration."""


class CreateTranscriptionResponseJson(BaseModel):
    """The transcript of a recording, in the format `json`."""

    text: str
    """The text content."""

    languages: list[TranscriptionLanguage] | None = None
    """The detected languages."""

    logprobs: list[TranscriptionLogprob] | None = None
    """The tokens of the text with their log probabilities, if requested."""

    usage: TranscriptionUsage | None = None
    """Usage of a transcription request. Depending on the model, it is billed by tokens
    or by duration."""


CreateTranscriptionResponseStreamEvent = TypeAliasType(
    "CreateTranscriptionResponseStreamEvent",
    "TranscriptTextSegmentEvent | TranscriptTextDeltaEvent | TranscriptTextDoneEvent",
)
"""An event of a transcription stream: a text delta, a segment with its speaker, or the
end of the stream."""


class CreateTranscriptionResponseVerboseJson(BaseModel):
    """The transcript of a recording with timestamps, in the format `verbose_json`."""

    language: str
    """The detected language."""

    duration: float
    """The duration of the recording, in seconds."""

    text: str
    """The text content."""

    task: str | None = None
    """The performed task. Always `transcribe`."""

    words: list[TranscriptionWord] | None = None
    """The words with their timestamps, if requested."""

    segments: list[TranscriptionSegment] | None = None
    """The segments with their timestamps, if requested."""

    usage: TranscriptTextUsageDuration | None = None
    """The billed duration of the recording."""


CreateTranslationResponse = TypeAliasType(
    "CreateTranslationResponse",
    "CreateTranslationResponseJson | CreateTranslationResponseVerboseJson",
)
"""The English translation of a recording. Its form depends on `response_format`."""


class CreateTranslationResponseJson(BaseModel):
    """The English translation of a recording, in the format `json`."""

    text: str
    """The translated text in English."""


class CreateTranslationResponseVerboseJson(BaseModel):
    """Create translation response verbose json.

    The English translation of a recording with timestamps, in the format
    `verbose_json`.
    """

    language: str
    """The language of the text. Always `english`."""

    duration: float
    """The duration of the recording, in seconds."""

    text: str
    """The translated text in English."""

    task: str | None = None
    """The performed task. Always `translate`."""

    segments: list[TranscriptionSegment] | None = None
    """The segments with their timestamps."""


class SpeechAudioDeltaEvent(BaseModel):
    """Contains the next chunk of audio."""

    type: Literal["speech.audio.delta"]
    """The event type. Always `speech.audio.delta`."""

    audio: str
    """The base64-encoded audio chunk."""


class SpeechAudioDoneEvent(BaseModel):
    """Sent when the audio is complete."""

    type: Literal["speech.audio.done"]
    """The event type. Always `speech.audio.done`."""

    usage: SpeechAudioDoneEventUsage
    """Token usage of the request."""


class SpeechAudioDoneEventUsage(BaseModel):
    """Token usage of the request."""

    input_tokens: int
    """The number of text input tokens."""

    output_tokens: int
    """The number of audio output tokens."""

    total_tokens: int
    """The total number of tokens, input and output combined."""


class TranscriptTextDeltaEvent(BaseModel):
    """Contains the next part of the text."""

    type: Literal["transcript.text.delta"]
    """The event type. Always `transcript.text.delta`."""

    delta: str
    """The text to append."""

    logprobs: list[TranscriptionLogprob] | None = None
    """The tokens of the delta with their log probabilities, if requested."""

    segment_id: str | None = None
    """The ID of the segment that the delta belongs to, if the transcript is
    diarized."""


class TranscriptTextDoneEvent(BaseModel):
    """Sent when the transcript is complete."""

    type: Literal["transcript.text.done"]
    """The event type. Always `transcript.text.done`."""

    text: str
    """The complete text."""

    languages: list[TranscriptionLanguage] | None = None
    """The detected languages."""

    logprobs: list[TranscriptionLogprob] | None = None
    """The tokens of the text with their log probabilities, if requested."""

    usage: TranscriptTextUsageTokens | None = None
    """Token usage of the request."""


class TranscriptTextSegmentEvent(BaseModel):
    """Contains a transcript segment spoken by one speaker."""

    type: Literal["transcript.text.segment"]
    """The event type. Always `transcript.text.segment`."""

    id: str
    """The ID of the segment."""

    start: float
    """The start time of the segment, in seconds."""

    end: float
    """The end time of the segment, in seconds."""

    text: str
    """The text of the segment."""

    speaker: str
    """The speaker label: a letter, or one of the known speaker names."""


class TranscriptTextUsageDuration(BaseModel):
    """The billed duration of the recording."""

    type: Literal["duration"]
    """The usage type. Always `duration`."""

    seconds: float
    """The duration of the recording, in seconds."""


class TranscriptTextUsageTokens(BaseModel):
    """Token usage of the request."""

    type: Literal["tokens"]
    """The usage type. Always `tokens`."""

    input_tokens: int
    """The number of input tokens, audio and prompt combined."""

    output_tokens: int
    """The number of transcript tokens."""

    total_tokens: int
    """The total number of tokens, input and output combined."""

    input_token_details: TranscriptTextUsageTokensInputTokenDetails | None = None
    """A breakdown of the input tokens."""


class TranscriptTextUsageTokensInputTokenDetails(BaseModel):
    """A breakdown of the input tokens."""

    text_tokens: int | None = None
    """The number of prompt tokens."""

    audio_tokens: int | None = None
    """The number of audio tokens."""


TranscriptionInclude: TypeAlias = Literal["logprobs"]
"""Additional data that can be included in a transcript."""


class TranscriptionLanguage(BaseModel):
    """A language detected in the recording."""

    code: str
    """The ISO 639 code of the language."""


class TranscriptionLogprob(BaseModel):
    """A token of a transcript with its log probability."""

    token: str | None = None
    """The token text."""

    logprob: float | None = None
    """The log probability of the token."""

    bytes_: list[int] | None = _runtime.field(key="bytes", default=None)
    """The UTF-8 bytes of the token."""


class TranscriptionSegment(BaseModel):
    """A segment of a transcript with its timestamps and quality metrics."""

    id: int
    """The zero-based index of the segment in the transcript."""

    seek: int
    """The seek offset of the segment in the recording."""

    start: float
    """The start time of the segment, in seconds."""

    end: float
    """The end time of the segment, in seconds."""

    text: str
    """The text of the segment."""

    tokens: list[int]
    """The IDs of the text's tokens."""

    temperature: float
    """The sampling temperature used to generate the segment."""

    avg_logprob: float
    """The average log probability of the tokens. A value below -1 indicates unreliable
    text."""

    compression_ratio: float
    """The compression ratio of the text. A value above 2.4 indicates repetition and
    unreliable text."""

    no_speech_prob: float
    """The probability that the segment contains no speech. A value near 1 together with
    a low `avg_logprob` indicates silence."""


TranscriptionUsage = TypeAliasType(
    "TranscriptionUsage", "TranscriptTextUsageTokens | TranscriptTextUsageDuration"
)
"""Usage of a transcription request. Depending on the model, it is billed by tokens or
by duration."""


class TranscriptionWord(BaseModel):
    """A word of a transcript with its timestamps."""

    word: str
    """The text of the word."""

    start: float
    """The start time of the word, in seconds."""

    end: float
    """The end time of the word, in seconds."""


VoiceIdsShared = TypeAliasType("VoiceIdsShared", "str | VoiceIdsSharedOption")
"""The name of a built-in voice. The available voices depend on the model."""


VoiceIdsSharedOption: TypeAlias = Literal[
    "alloy",
    "ash",
    "ballad",
    "cedar",
    "coral",
    "echo",
    "fable",
    "marin",
    "nova",
    "onyx",
    "sage",
    "shimmer",
    "verse",
]
