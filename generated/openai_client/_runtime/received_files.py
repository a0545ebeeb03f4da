"""Files that an API sends in the requests of callbacks and webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .public import set_public_module

if TYPE_CHECKING:
    from typing import Self


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
