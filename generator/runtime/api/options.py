"""The types of what callers may give with every call."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Iterable, Mapping
from importlib import import_module
from typing import IO, TYPE_CHECKING, Annotated, Any, Protocol, TypeAlias

from typing_extensions import TypedDict

from ..sentinels import Omit

if TYPE_CHECKING:
    import httpx2

Headers: TypeAlias = Mapping[str, "str | Omit"]
"""Header names and values; `omit` takes a header away."""

Query: TypeAlias = Mapping[str, object]
"""Query parameters: scalars, lists, which repeat the name, and objects, the members of
which are called `name[key]`."""

Body: TypeAlias = object
"""A body: what the request's media type can carry."""

Timeout: TypeAlias = "float | httpx2.Timeout"
"""Seconds, or httpx2's object with its own values for connect, read, write and pool."""


class AwaitedFile(Protocol):
    """An open binary file whose `read` is awaited, as those of web frameworks."""

    async def read(self, size: int = -1, /) -> bytes:
        """At most so many bytes, none at the end."""
        ...


FileContent: TypeAlias = (
    IO[bytes]
    | AwaitedFile
    | bytes
    | bytearray
    | os.PathLike[str]
    | Iterable[bytes]
    | AsyncIterable[bytes]
)


class _AnyFile:
    """Metadata that lets pydantic take any object for a file."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        # Not a dependency: whoever calls this has it.
        core_schema: Any = import_module("pydantic_core.core_schema")
        return core_schema.any_schema()

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "format": "binary"}


FileTypes: TypeAlias = Annotated[
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]],
    _AnyFile(),
]
"""A file to upload: its content (bytes, an open binary file, also one whose `read` is
awaited, a path, an iterable), or a tuple of name, content, media type and headers."""


class RequestOptions(TypedDict, total=False):
    """What every method takes beside its own arguments."""

    extra_headers: Headers | None
    """Headers, over all others; `omit` as a value takes a header away."""

    extra_query: Query | None
    """Query parameters, over those of the method."""

    extra_body: Mapping[str, object] | None
    """Properties of the body, over those of the method."""

    timeout: Timeout | Omit | None
    """As the client's; `None`: wait for ever. Default: the client's."""

    max_retries: int
    """How often a failed request is sent again. Default: the client's."""
