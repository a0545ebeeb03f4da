"""Parameters of audio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime import FileTypes
    from .audio import (
        AudioResponseFormat,
        CreateSpeechRequestModelOption,
        CreateTranscriptionRequestModelOption,
        TranscriptionInclude,
        VoiceIdsShared,
    )


class CreateSpeechRequestParam(TypedDict, total=False):
    """The text, and how to read it."""

    model: Required[str | CreateSpeechRequestModelOption]
    """The model that speaks."""

    input: Required[str]
    """The text. At most 4096 characters."""

    instructions: str
    """How the voice should sound. The models `tts-1` and `tts-1-hd` do not take this.
    At most 4096 characters."""

    voice: Required[VoiceIdsOrCustomVoiceParam]
    """The voice that speaks, by its name, or by the id of a voice of your own."""

    response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"]
    """The format of the audio. Older servers know `mp3`, `opus`, `aac` and `flac`.
    Default: `"mp3"`."""

    speed: float
    """How fast the voice speaks; 1 is its usual speed. At least 0.25, at most 4.0.
    Default: `1.0`."""

    stream_format: Literal["sse", "audio"]
    """How the audio is sent. `audio` sends its bytes, `sse` sends events with pieces in
    base64. Default: `"audio"`."""


CreateTranscriptionRequestParam = TypedDict(
    "CreateTranscriptionRequestParam",
    {
        "file": "Required[FileTypes]",
        "model": "Required[str | CreateTranscriptionRequestModelOption]",
        "language": "str",
        "languages[]": "Sequence[str]",
        "keywords[]": "Sequence[str]",
        "prompt": "str",
        "response_format": "AudioResponseFormat",
        "temperature": "float",
        "include[]": "Sequence[TranscriptionInclude]",
        "timestamp_granularities[]": 'Sequence[Literal["word", "segment"]]',
        "stream": "bool | None",
        "chunking_strategy": 'Literal["auto"] | VadConfigParam | None',
        "known_speaker_names[]": "Sequence[str]",
        "known_speaker_references[]": "Sequence[str]",
    },
    total=False,
)
"""The recording, and what its transcript should be like."""


class CreateTranslationRequestParam(TypedDict, total=False):
    """The recording, and what its translation should be like."""

    file: Required[FileTypes]
    """The recording, with its name; an mp3, mp4, mpeg, mpga, m4a, ogg, flac, wav or
    webm file."""

    model: Required[str | Literal["whisper-1"]]
    """The model that listens."""

    prompt: str
    """A text that shows the style of the translation, or the end of the recording
    before this one. It should be in English."""

    response_format: Literal["json", "text", "srt", "verbose_json", "vtt"]
    """The form of the text. `text`, `srt` and `vtt` are plain text, the others are
    JSON. Default: `"json"`."""

    temperature: float
    """The sampling temperature, from 0 to 1. Higher values give more varied texts. With
    0 the model begins there and goes higher by itself where it is unsure. Default: `0`.
    """


class VadConfigParam(TypedDict, total=False):
    """How the server finds out where speech begins and ends."""

    type: Required[Literal["server_vad"]]
    """The kind of setting, always `server_vad`."""

    prefix_padding_ms: int
    """How much of the audio before speech is kept, in milliseconds. Default: `300`."""

    silence_duration_ms: int
    """How long silence must last to end speech, in milliseconds. Default: `200`."""

    threshold: float
    """How loud speech must be, from 0 to 1. Raise it where there is noise. Default:
    `0.5`."""


class VoiceIdsOrCustomVoiceCustomVoiceParam(TypedDict):
    """A voice of your own."""

    id: str
    """The voice's id."""


VoiceIdsOrCustomVoiceParam: TypeAlias = """
    VoiceIdsShared
    | VoiceIdsOrCustomVoiceCustomVoiceParam
"""
"""The voice that speaks, by its name, or by the id of a voice of your own."""
