"""Decoding of multipart responses: each part has a media type and headers."""

# pyright: reportPrivateUsage=false

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import httpx2

from ..models.annotations import NATIVE_NAMES, Anything, Literals, Scalar
from ..models.conversion import converter
from ..models.declarations import Annotation
from ..models.scopes import Scope, alternatives
from ..multipart_payloads import decode_transfer, find_boundary
from ..requests.bodies import essence, find_charset, is_json
from ..requests.encoding import JSON_DECODE_ERRORS
from ..responses.content import find_xml_encoding, is_text
from .decoders import MAX_UNDECODED, ItemDecoder
from .multipart import MultipartReader
from .parts import ReceivedPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..requests.build import Call

_BYTES: Final = frozenset({"bytes"})
_TEXT: Final = frozenset({"str"})
_HEADER: Final = re.compile(rb"([!#-'*+.^_`|~0-9A-Za-z-]+)[ \t]*:(.*)", re.DOTALL)


class PartDecoder(ItemDecoder):
    """A decoder of the parts of a multipart body; see `multipart`.

    Its items are of the class `ReceivedPart`. The media type of a part decides how it is
    decoded, and the document decides which kinds of content it can have.

    Args:
        call: The call.
        response: The response.
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        super().__init__(call, response)
        self._content_type: str = response.headers.get("content-type", "")
        self._is_multipart = essence(self._content_type).startswith("multipart/")
        # The body as long as it is not multipart.
        self._start = b""
        self._reader: MultipartReader | None = None
        self._count = 0

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """Yield the parts that a chunk completes."""
        if self._is_multipart:
            yield from self._decode(self._open().feed(chunk))
            return
        self._start += chunk
        if len(self._start) > MAX_UNDECODED:
            raise self.not_a_stream(self._start, essence(self._content_type))

    def finish(self) -> Iterator[Any]:
        """Yield the part that the end of the body completes."""
        if not self._is_multipart:
            raise self.not_a_stream(self._start, essence(self._content_type))
        reader = self._open()
        yield from self._decode(reader.finish())
        if not reader.is_done:
            place = "without its last" if reader.is_begun else "before its first"
            raise self.truncated(f"{place} boundary")

    def _open(self) -> MultipartReader:
        """Return the reader of the body."""
        if self._reader is None:
            limit = self._call.client.response_limits.max_item_bytes
            try:
                boundary = find_boundary(self._content_type)
            except ValueError as error:
                raise self.undecodable(str(error), None) from error
            self._reader = MultipartReader(boundary, limit, self.too_large)
        return self._reader

    def _decode(self, parts: Iterable[tuple[bytes, bytes]]) -> Iterator[Any]:
        try:
            for head, content in parts:
                yield self._read_part(_parse_headers(head), content)
        except ValueError as error:
            raise self.undecodable(str(error), None) from error
        self.is_done = self._reader is not None and self._reader.is_done

    def _read_part(self, headers: httpx2.Headers, content: bytes) -> ReceivedPart[Any]:
        """Return a part with its content decoded.

        Raises:
            APIError: The content reports an error, or is not of a declared type.
        """
        endpoint = self._call.endpoint
        key = str(self._count) if str(self._count) in endpoint.parts else "*"
        annotation, media_type = endpoint.parts[key], endpoint.part_media.get(key, "")
        self._count += 1
        transfer = headers.get("content-transfer-encoding", "")
        content = decode_transfer(content, transfer, f"part {self._count}")
        content_type = headers.get("content-type", "") or media_type
        value = self._read_content(annotation, content_type, content)
        return ReceivedPart(value, headers)

    def _read_content(self, annotation: str, content_type: str, content: bytes) -> Any:
        package, media = self._call.client._api.types, essence(content_type)
        kinds = _list_kinds(annotation, package)
        if is_json(media) and kinds != _BYTES:
            return self._convert(annotation, self._load(content, media), content)
        if "str" in kinds and (not media or is_text(media)):
            try:
                text = content.decode(_find_encoding(content_type, content))
            except (LookupError, ValueError) as error:
                if "bytes" in kinds:
                    return content
                message = self._describe("is not valid text in its charset")
                raise self.undecodable(message, content) from error
            return self._convert(annotation, text, content)
        if "bytes" in kinds:
            return content
        if kinds == _TEXT:
            message = self._describe(f"is {media}, but text is expected")
            raise self.undecodable(message, content)
        return self._convert(annotation, self._load(content, media), content)

    def _convert(self, annotation: str, value: Any, content: bytes) -> Any:
        """Convert JSON to the type of a part, unless it reports an error."""
        if annotation == "str" and not isinstance(value, str):
            # Text in the form of JSON.
            return content.decode()
        convert = converter(annotation, self._call.client._api.types)
        self.check_error(value, convert)
        return convert(value)

    def _load(self, content: bytes, media: str) -> Any:
        """Return the JSON of a part."""
        try:
            return json.loads(content)
        except JSON_DECODE_ERRORS as error:
            is_expected = is_json(media) or not media
            problem = "not valid JSON" if is_expected else f"{media}, not JSON"
            body = content.decode("utf-8", "replace")
            raise self.undecodable(self._describe(f"is {problem}"), body) from error

    def _describe(self, problem: str) -> str:
        return f"part {self._count} of the stream {problem}"


def _parse_headers(head: bytes) -> httpx2.Headers:
    """Return the headers of a part.

    Raises:
        ValueError: A line is not a header.
    """
    fields: list[tuple[bytes, bytes]] = []
    # A line that begins with white space continues the previous one (RFC 5322, 2.2.3).
    for line in re.sub(rb"\r\n(?=[ \t])", b"", head).split(b"\r\n"):
        match = _HEADER.fullmatch(line)
        if match is not None:
            fields.append((match[1], match[2].strip(b" \t")))
        elif line:
            raise ValueError(f"a header of a part is invalid: {line[:100]!r}")
    return httpx2.Headers(fields)


def _find_encoding(content_type: str, content: bytes) -> str:
    """Return the charset of a text, which XML can declare itself."""
    declared = find_xml_encoding(essence(content_type), content)
    has_charset = "charset" in content_type.lower()
    return declared if declared and not has_charset else find_charset(content_type)


@cache
def _list_kinds(annotation: str, package: str) -> frozenset[str]:
    """Return the kinds of content of a type: `"str"`, `"bytes"` and `"json"`."""
    kinds: set[str] = set()
    read = Annotation(annotation, Scope("", package), package).read
    for node in read(lambda each: [item.node for item in alternatives(each)]):
        if isinstance(node, Anything):
            kinds |= {"str", "bytes", "json"}
        elif isinstance(node, Scalar) and node.name == "bytes":
            kinds.add("bytes")
        elif isinstance(node, Scalar) and node.name in {"str", *NATIVE_NAMES}:
            kinds.add("str")
        elif isinstance(node, Literals) and any(
            isinstance(value, str) for value in node.values
        ):
            kinds |= {"str"} if None not in node.values else {"str", "json"}
        else:
            kinds.add("json")
    return frozenset(kinds)
