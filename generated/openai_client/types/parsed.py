"""Responses of OpenAI API that are parsed to a type of the caller."""

from __future__ import annotations

import typing

from .. import _runtime
from .chat import (
    ChatCompletionResponseMessage,
    CreateChatCompletionResponse,
    CreateChatCompletionResponseChoice,
)


class ParsedChatCompletionResponseMessage(
    _runtime.Parsed[_runtime.ParsedT], ChatCompletionResponseMessage
):
    """`ChatCompletionResponseMessage` with a parsed value."""

    @property
    def parsed(self) -> _runtime.ParsedT | None:
        """Value that was parsed from the text; `None` if there is no text."""
        return self._parsed_value()


class ParsedCreateChatCompletionResponseChoice(
    CreateChatCompletionResponseChoice, typing.Generic[_runtime.ParsedT]
):
    """`CreateChatCompletionResponseChoice` with parsed values in `message`."""

    if typing.TYPE_CHECKING:
        message: ParsedChatCompletionResponseMessage[_runtime.ParsedT]  # type: ignore[assignment, unused-ignore]  # pyright: ignore[reportIncompatibleVariableOverride]
    else:
        message: ParsedChatCompletionResponseMessage

    if typing.TYPE_CHECKING:

        def _parsed_type(self) -> _runtime.ParsedT | None: ...


class ParsedCreateChatCompletionResponse(
    CreateChatCompletionResponse, typing.Generic[_runtime.ParsedT]
):
    """`CreateChatCompletionResponse` with parsed values in `choices`."""

    if typing.TYPE_CHECKING:
        choices: list[ParsedCreateChatCompletionResponseChoice[_runtime.ParsedT]]  # type: ignore[assignment, unused-ignore]  # pyright: ignore[reportIncompatibleVariableOverride]
    else:
        choices: list[ParsedCreateChatCompletionResponseChoice]

    if typing.TYPE_CHECKING:

        def _parsed_type(self) -> _runtime.ParsedT | None: ...


__all__ = [
    "ParsedChatCompletionResponseMessage",
    "ParsedCreateChatCompletionResponse",
    "ParsedCreateChatCompletionResponseChoice",
]
