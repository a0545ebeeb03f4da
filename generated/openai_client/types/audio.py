"""Types of audio."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import _runtime
from .._runtime import BaseModel

AudioResponseFormat: TypeAlias = Literal[
    "json", "text", "srt", "verbose_json", "vtt", "diarized_json"
]
"""The form of the transcript. `text`, `srt` and `vtt` are plain text, the others are
JSON. `diarized_json` tells speakers apart. Newer models know fewer of these forms than
`whisper-1`."""


CreateSpeechRequestModelOption: TypeAlias = Literal[
    "tts-1", "tts-1-hd", "gpt-4o-mini-tts", "gpt-4o-mini-tts-2025-12-15"
]


CreateSpeechResponseStreamEvent: TypeAlias = """
    SpeechAudioDeltaEvent
    | SpeechAudioDoneEvent
"""
"""A piece of the audio, or its end."""


CreateTranscriptionRequestModelOption: TypeAlias = Literal[
    "whisper-1",
    "gpt-transcribe",
    "gpt-4o-transcribe",
    "gpt-4o-mini-transcribe",
    "gpt-4o-mini-transcribe-2025-12-15",
    "gpt-4o-transcribe-diarize",
]


CreateTranscriptionResponse: TypeAlias = """
    CreateTranscriptionResponseJson
    | CreateTranscriptionResponseVerboseJson
    | CreateTranscriptionResponseDiarizedJson
"""
"""What is said in a recording. `response_format` says which of the forms it has."""


class CreateTranscriptionResponseDiarizedJson(BaseModel):
    """What is said in a recording, and by whom. The answer in the format
    `diarized_json`."""

    task: Literal["transcribe"]
    """What was done, always `transcribe`."""

    duration: float
    """How long the recording is, in seconds."""

    text: str
    """The text of all speakers."""

    segments: list[TranscriptTextSegmentEvent]
    """The segments with their times and speakers."""

    usage: TranscriptionUsage | None = None
    """What the request took. Some models are charged by tokens, others by time."""


class CreateTranscriptionResponseJson(BaseModel):
    """What is said in a recording. The answer in the format `json`."""

    text: str
    """The text."""

    languages: list[TranscriptionLanguage] | None = None
    """The languages that were heard."""

    logprobs: list[TranscriptionLogprob] | None = None
    """The tokens of the text with their log probabilities, if you asked for them."""

    usage: TranscriptionUsage | None = None
    """What the request took. Some models are charged by tokens, others by time."""


CreateTranscriptionResponseStreamEvent: TypeAlias = """
    TranscriptTextSegmentEvent
    | TranscriptTextDeltaEvent
    | TranscriptTextDoneEvent
"""
"""A piece of the text, a segment with its speaker, or the end."""


class CreateTranscriptionResponseVerboseJson(BaseModel):
    """What is said in a recording, and when. The answer in the format
    `verbose_json`."""

    language: str
    """The language that was heard."""

    duration: float
    """How long the recording is, in seconds."""

    text: str
    """The text."""

    task: str | None = None
    """What was done, always `transcribe`."""

    words: list[TranscriptionWord] | None = None
    """The words with their times, if you asked for them."""

    segments: list[TranscriptionSegment] | None = None
    """The segments with their times, if you asked for them."""

    usage: TranscriptTextUsageDuration | None = None
    """How much time the request is charged for."""


CreateTranslationResponse: TypeAlias = """
    CreateTranslationResponseJson
    | CreateTranslationResponseVerboseJson
"""
"""What is said in a recording, in English. `response_format` says which of the forms it
has."""


class CreateTranslationResponseJson(BaseModel):
    """What is said in a recording, in English. The answer in the format `json`."""

    text: str
    """The English text."""


class CreateTranslationResponseVerboseJson(BaseModel):
    """What is said in a recording, in English, and when. The answer in the format
    `verbose_json`."""

    language: str
    """The language of the text; always `english`."""

    duration: float
    """How long the recording is, in seconds."""

    text: str
    """The English text."""

    task: str | None = None
    """What was done, always `translate`."""

    segments: list[TranscriptionSegment] | None = None
    """The segments with their times."""


class SpeechAudioDeltaEvent(BaseModel):
    """The next piece of the audio."""

    type: Literal["speech.audio.delta"]
    """The kind of event, always `speech.audio.delta`."""

    audio: str
    """The piece, in base64."""


class SpeechAudioDoneEvent(BaseModel):
    """The audio is complete."""

    type: Literal["speech.audio.done"]
    """The kind of event, always `speech.audio.done`."""

    usage: SpeechAudioDoneEventUsage
    """How many tokens the request took."""


class SpeechAudioDoneEventUsage(BaseModel):
    """How many tokens the request took."""

    input_tokens: int
    """The tokens of the text."""

    output_tokens: int
    """The tokens of the audio."""

    total_tokens: int
    """All tokens that the request took."""


class TranscriptTextDeltaEvent(BaseModel):
    """The next piece of the text."""

    type: Literal["transcript.text.delta"]
    """The kind of event, always `transcript.text.delta`."""

    delta: str
    """Text to append."""

    logprobs: list[TranscriptionLogprob] | None = None
    """The tokens of the piece with their log probabilities, if you asked for them."""

    segment_id: str | None = None
    """The segment that the piece belongs to, when speakers are told apart."""


class TranscriptTextDoneEvent(BaseModel):
    """The text is complete."""

    type: Literal["transcript.text.done"]
    """The kind of event, always `transcript.text.done`."""

    text: str
    """The whole text."""

    languages: list[TranscriptionLanguage] | None = None
    """The languages that were heard."""

    logprobs: list[TranscriptionLogprob] | None = None
    """The tokens of the text with their log probabilities, if you asked for them."""

    usage: TranscriptTextUsageTokens | None = None
    """How many tokens the request took."""


class TranscriptTextSegmentEvent(BaseModel):
    """A piece of a transcript that one speaker says."""

    type: Literal["transcript.text.segment"]
    """The kind of event, always `transcript.text.segment`."""

    id: str
    """The segment's id."""

    start: float
    """When the segment begins, in seconds."""

    end: float
    """When the segment ends, in seconds."""

    text: str
    """The text of the segment."""

    speaker: str
    """The speaker, by a letter, or by one of the names that you gave."""


class TranscriptTextUsageDuration(BaseModel):
    """How much time the request is charged for."""

    type: Literal["duration"]
    """The kind of usage, always `duration`."""

    seconds: float
    """The length of the recording, in seconds."""


class TranscriptTextUsageTokens(BaseModel):
    """How many tokens the request took."""

    type: Literal["tokens"]
    """The kind of usage, always `tokens`."""

    input_tokens: int
    """The tokens of recording and prompt."""

    output_tokens: int
    """The tokens of the transcript."""

    total_tokens: int
    """All tokens that the request took."""

    input_token_details: TranscriptTextUsageTokensInputTokenDetails | None = None
    """What these tokens were."""


class TranscriptTextUsageTokensInputTokenDetails(BaseModel):
    """What these tokens were."""

    text_tokens: int | None = None
    """The tokens of the prompt."""

    audio_tokens: int | None = None
    """The tokens of the recording."""


TranscriptionInclude: TypeAlias = Literal["logprobs"]
"""Something that can be added to a transcript."""


class TranscriptionLanguage(BaseModel):
    """A language that was heard."""

    code: str
    """The language's code of ISO 639."""


class TranscriptionLogprob(BaseModel):
    """A token of a transcript, and how likely it was."""

    token: str | None = None
    """The token."""

    logprob: float | None = None
    """The token's log probability."""

    bytes_: list[int] | None = _runtime.field(key="bytes", default=None)
    """The token's UTF-8 bytes."""


class TranscriptionSegment(BaseModel):
    """A piece of a transcript, with its times and how sure the model was."""

    id: int
    """The place of the segment in the transcript, from 0."""

    seek: int
    """Where in the recording the model began to listen for this segment."""

    start: float
    """When the segment begins, in seconds."""

    end: float
    """When the segment ends, in seconds."""

    text: str
    """The text of the segment."""

    tokens: list[int]
    """The ids of the text's tokens."""

    temperature: float
    """The sampling temperature at which the segment was written."""

    avg_logprob: float
    """The mean of the tokens' log probabilities. Below -1, distrust the text."""

    compression_ratio: float
    """How well the text can be compressed. Above 2.4 it repeats itself, so distrust
    it."""

    no_speech_prob: float
    """How likely it is that nobody speaks. Near 1, with a low `avg_logprob`, take it as
    silence."""


TranscriptionUsage: TypeAlias = """
    TranscriptTextUsageTokens
    | TranscriptTextUsageDuration
"""
"""What the request took. Some models are charged by tokens, others by time."""


class TranscriptionWord(BaseModel):
    """A word of a transcript, with its times."""

    word: str
    """The word."""

    start: float
    """When the word begins, in seconds."""

    end: float
    """When the word ends, in seconds."""


VoiceIdsShared: TypeAlias = "str | VoiceIdsSharedOption"
"""The name of a voice. Not every model knows every voice."""


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
