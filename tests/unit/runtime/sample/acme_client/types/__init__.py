"""The types of the Acme API; each module is loaded when one of its names is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .chat import (
        ChatCompletion as ChatCompletion,
    )
    from .chat import (
        ChatCompletionChunk as ChatCompletionChunk,
    )
    from .chat import Choice as Choice
    from .chat import ErrorBody as ErrorBody
    from .chat import (
        ErrorResponse as ErrorResponse,
    )
    from .chat import Message as Message
    from .files import (
        FileObject as FileObject,
    )
else:
    from .._runtime import lazy_names

    __getattr__ = lazy_names(
        __name__,
        {
            ".chat": (
                "ChatCompletion",
                "ChatCompletionChunk",
                "Choice",
                "ErrorBody",
                "ErrorResponse",
                "Message",
            ),
            ".files": ("FileObject",),
        },
    )

__all__ = [
    "ChatCompletion",
    "ChatCompletionChunk",
    "Choice",
    "ErrorBody",
    "ErrorResponse",
    "FileObject",
    "Message",
]
