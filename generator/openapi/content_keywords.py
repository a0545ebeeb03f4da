"""Keywords about the contents of strings (JSON Schema 2020-12 validation, section 8)."""

from __future__ import annotations

from .node import Referable


class ContentKeywords(Referable):
    """The keywords about bytes and JSON in strings, as a part of `Schema`."""

    __slots__ = ()

    @property
    def is_binary(self) -> bool:
        """Whether values are bytes, not strings (OpenAPI 3.1, section 4.8.14.2)."""
        if self.text("format") == "binary":
            return True
        if not self.has("contentMediaType") or self.has("contentEncoding"):
            return False
        return not self._content_type.startswith("text/") and not self.is_json

    @property
    def binary_media_type(self) -> str:
        """`contentMediaType` of values that are bytes; `""` if there is none."""
        return self.text("contentMediaType").strip() if self.is_binary else ""

    @property
    def holds_json(self) -> bool:
        """Whether values are strings that contain JSON with a `contentSchema`."""
        return self.is_json and self.has("contentSchema")

    @property
    def _content_type(self) -> str:
        return self.text("contentMediaType").partition(";")[0].strip().lower()

    @property
    def is_json(self) -> bool:
        """Whether values are strings that contain JSON (`contentMediaType`)."""
        name = self._content_type
        return name == "application/json" or name.endswith("+json")

    @property
    def content_encoding(self) -> str:
        """Encoding of bytes in strings, in lower case.

        That is `contentEncoding`, or `format: byte` (3.0).
        """
        if self.text("format") in ("byte", "base64") and not self.has(
            "contentEncoding"
        ):
            return "base64"
        return self.text("contentEncoding").strip().lower()
