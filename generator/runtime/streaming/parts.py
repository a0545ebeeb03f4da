"""Parts of streamed multipart responses."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..lazy import set_public_module
from ..models.records import plain
from ..multipart_payloads import find_filename

if TYPE_CHECKING:
    import httpx2

T = TypeVar("T")


class ReceivedPart(Generic[T]):
    """A part of a multipart response.

    The headers are untrusted: do not use `filename` as a path.

    Attributes:
        content: Content of the part: a model or another JSON value, a string, or bytes.
        headers: Headers of the part; names are case-insensitive.
    """

    __slots__ = ("content", "headers")

    content: T
    headers: httpx2.Headers

    def __init__(self, content: T, headers: httpx2.Headers) -> None:
        self.content = content
        self.headers = headers

    @property
    def content_type(self) -> str:
        """Media type with its parameters; `""` if the part has none."""
        value: str = self.headers.get("content-type", "")
        return value

    @property
    def filename(self) -> str | None:
        """Name of the file in `Content-Disposition`; `None` if there is none."""
        return find_filename(self.headers.get("content-disposition", ""))

    def to_dict(self) -> dict[str, Any]:
        """Return the headers and the content as JSON values; bytes in base64."""
        content: Any = self.content
        if isinstance(content, bytes):
            content = b64encode(content).decode()
        return {"headers": dict(self.headers), "content": plain(content)}

    def __repr__(self) -> str:
        return f"ReceivedPart(content={self.content!r}, headers={self.headers!r})"


set_public_module("", ReceivedPart)
