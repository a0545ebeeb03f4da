"""Types of options, arguments and files for the annotations of callers."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Iterable, Mapping
from importlib import import_module
from typing import IO, TYPE_CHECKING, Annotated, Any, Protocol, TypeAlias

import httpx2
from typing_extensions import TypedDict

from ..lazy import set_public_module
from ..sentinels import Omit

if TYPE_CHECKING:
    from typing import Self

Headers: TypeAlias = Mapping[str, str | Omit]
"""Header names and values; the value `omit` removes a header."""

Query: TypeAlias = Mapping[str, object]
"""Query parameters by name.

Lists repeat the name. Members of objects are named `name[key]`.
"""

Body: TypeAlias = object
"""A request body: any value that the media type of the request supports."""

Timeout: TypeAlias = float | httpx2.Timeout
"""A timeout in seconds, or separate timeouts for connect, read, write and pool."""


class AwaitedFile(Protocol):
    """A binary file with an async `read` method, such as an upload in a web framework."""

    async def read(self, size: int = -1, /) -> bytes:
        """Read at most `size` bytes; an empty result is the end of the file."""
        ...


class _BinarySchema:
    """Pydantic schema of a file: any value, which is checked when the file is sent."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Accept any value; pydantic has no schema for open files."""
        # Imported on first use: it requires pydantic, which is not a dependency.
        return import_module("pydantic_core.core_schema").any_schema()

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, str]:
        """Return the JSON schema of binary content."""
        return {"type": "string", "format": "binary"}


FileContent: TypeAlias = (
    IO[bytes]
    | AwaitedFile
    | bytes
    | bytearray
    | os.PathLike[str]
    | Iterable[bytes]
    | AsyncIterable[bytes]
)
FileTypes: TypeAlias = Annotated[
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]],
    _BinarySchema,
]
"""A file to upload: its content, or a tuple of name, content, media type and headers.

The content is bytes, an open binary file, a path or an iterable of bytes.
"""


class RequestOptions(TypedDict, total=False):
    """Options that every method accepts in addition to its own arguments.

    Example:
        client.models.list(timeout=5.0, extra_headers={"X-Trace": "1"})
    """

    extra_headers: Headers | None
    """Additional request headers by name.

    They override the headers of the client and of the method. The value `omit` removes a
    header.
    """

    extra_query: Query | None
    """Additional query parameters by name, such as undocumented ones.

    They override the query parameters of the client and of the method.
    """

    extra_body: Mapping[str, object] | None
    """Additional properties of the request body, such as undocumented ones.

    They override the properties that the method sends. The body must be an object.
    """

    timeout: Timeout | Omit | None
    """Timeout of this request: seconds, an `httpx2.Timeout`, or `None` for no timeout.

    It limits each wait for the server, not their sum. Default: the timeout of the client.
    """

    max_retries: int
    """Maximum number of times that this request is retried after a failure.

    Connection errors and the statuses 408, 409, 429 and 5xx are retried. Default: the
    `max_retries` of the client.
    """

    total_timeout: float | Omit | None
    """Maximum duration of this call in seconds, including retries; `None` for no limit.

    It includes reading the body, also that of a stream or download. When it has passed,
    the call raises an `APITimeoutError`. Default: the `total_timeout` of the client.
    """

    cross_origin_body: bool
    """Whether a redirect to another origin may carry the request body. Default: `False`.

    The other origin receives no credentials in either case.
    """


class ReceivedFile(bytes):
    """Content of a file in a multipart form, or of a binary body, that an API sent.

    It is `bytes` with the metadata that the sender gave. The metadata is untrusted: do not
    use `filename` as a path.

    Attributes:
        filename: Name of the file; `None` if the sender gave none.
        content_type: Media type with its parameters; `""` if the sender gave none.
    """

    filename: str | None
    content_type: str

    def __new__(
        cls, content: bytes, filename: str | None = None, content_type: str = ""
    ) -> Self:
        """Create a file.

        Args:
            content: Content of the file.
            filename: Name of the file.
            content_type: Media type with its parameters.
        """
        file = super().__new__(cls, content)
        file.filename = filename
        file.content_type = content_type
        return file


set_public_module("", ReceivedFile)
