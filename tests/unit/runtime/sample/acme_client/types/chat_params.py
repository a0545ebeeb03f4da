"""Parameters of chat."""

from __future__ import annotations

from typing import Literal, TypedDict

from typing_extensions import Required


class ChatMessageParam(TypedDict, total=False):
    """A message."""

    content: Required[str | None]
    role: Required[Literal["user", "assistant"]]
