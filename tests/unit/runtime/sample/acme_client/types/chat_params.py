"""Parameters of chat."""

from __future__ import annotations

from typing import Literal, Required, TypedDict


class ChatMessageParam(TypedDict, total=False):
    """A message."""

    content: Required[str | None]
    role: Required[Literal["user", "assistant"]]
