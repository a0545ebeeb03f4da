"""Parameters of audio."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Required

from typing_extensions import TypeAliasType, TypedDict

from .. import _runtime

if TYPE_CHECKING:
    from .._runtime import FileTypes
    from .audio import (
        AudioResponseFormat,
        CreateSpeechRequestModelOption,
        CreateTranscriptionRequestModelOption,
        TranscriptionInclude,
        VoiceIdsShared,
    )

_runtime.defer_imports(__name__)


class CreateSpeechRequestParam(TypedDict, total=False):
    """The text to speak and the voice settings."""

    model: Required[str | CreateSpeechRequestModelOption]
    """The text-to-speech model."""

    input: Required[str]
    """The text content. At most 4096 characters."""

    instructions: str
    """Instructions for the sound of the voice. Not supported by `tts-1` and `tts-1-hd`.
    At most 4096 characters."""

    voice: Required[VoiceIdsOrCustomVoiceParam]
    """The voice to use: the name of a built-in voice or the ID of a custom voice."""

    response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"]
    """The audio format. Older servers support only `mp3`, `opus`, `aac` and `flac`.
    Default: `"mp3"`."""

    speed: float
    """The playback speed. 1 is the normal speed. At least 0.25, at most 4.0. Default:
    `1.0`."""

    stream_format: Literal["sse", "audio"]
    """The stream format. `audio` sends the raw audio bytes; `sse` sends server-sent
    events with base64-encoded audio. Default: `"audio"`."""


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
"""The recording to transcribe and the transcription settings."""


class CreateTranslationRequestParam(TypedDict, total=False):
    """The recording to translate and the translation settings."""

    file: Required[FileTypes]
    """The audio file, with its filename. Supported formats: mp3, mp4, mpeg, mpga, m4a,
    ogg, flac, wav and webm."""

    model: Required[str | Literal["whisper-1"]]
    """The speech recognition model."""

    prompt: str
    """Text that demonstrates the style of the translation, or the translation of the
    preceding audio. It should be in English."""

    response_format: Literal["json", "text", "srt", "verbose_json", "vtt"]
    """The format of the translation. `text`, `srt` and `vtt` are plain text; all others
    are JSON. Default: `"json"`."""

    temperature: float
    """The sampling temperature, from 0 to 1. Higher values produce more varied text.
    With 0, the model starts at 0 and raises the temperature automatically where its
    confidence is low. Default: `0`."""


class VadConfigParam(TypedDict, total=False):
    """Settings of the server's voice activity detection."""

    type: Required[Literal["server_vad"]]
    """The detection type. Always `server_vad`."""

    prefix_padding_ms: int
    """The amount of audio to keep before detected speech, in milliseconds. Default:
    `300`."""

    silence_duration_ms: int
    """The duration of silence that ends a speech segment, in milliseconds. Default:
    `200`."""

    threshold: float
    """The detection sensitivity threshold, from 0 to 1. Use a higher value for noisy
    audio. Default: `0.5`."""


class VoiceIdsOrCustomVoiceCustomVoiceParam(TypedDict):
    """A custom voice."""

    id: str
    """The ID of the voice."""


VoiceIdsOrCustomVoiceParam = TypeAliasType(
    "VoiceIdsOrCustomVoiceParam",
    "VoiceIdsShared | VoiceIdsOrCustomVoiceCustomVoiceParam",
)
"""The voice to use: the name of a built-in voice or the ID of a custom voice."""
