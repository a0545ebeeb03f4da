"""Payloads of requests that an API sends: those of callbacks and webhooks."""

# pyright: reportPrivateUsage=false

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from .api.options import ReceivedFile
from .lazy import set_public_module
from .models.annotations import Anything, Literals, Node, Scalar
from .models.conversion import converter
from .models.declarations import Annotation
from .models.scopes import (
    Scope,
    ScopedNode,
    alternatives,
    declared_kinds,
    kind_of,
)
from .received_types import find_header, select_media_type
from .requests.bodies import essence, find_charset, is_json, is_json_lines
from .responses.content import find_xml_encoding, is_text
from .responses.errors import InvalidPayloadError

if TYPE_CHECKING:
    from .api.client_protocol import ClientProtocol

T = TypeVar("T")

_URLENCODED: Final = "application/x-www-form-urlencoded"
_NAMES: Final = {
    "": "null",
    "bool": "a boolean",
    "dict": "an object",
    "float": "a number",
    "int": "a number",
    "list": "an array",
    "str": "a string",
}
"""Kinds of JSON values in messages."""


class _Type(NamedTuple):
    """The declared type of a payload.

    Attributes:
        annotation: Annotation of the type.
        package: Package of the types of the annotation.
    """

    annotation: str
    package: str

    def read(self, action: Callable[[ScopedNode], T]) -> T:
        """Return what a function reads from the annotation."""
        scope = Scope("", self.package)
        return Annotation(self.annotation, scope, self.package).read(action)

    @property
    def allows_none(self) -> bool:
        """Whether `None` is a value of the type."""
        nodes = self._nodes()
        return any(isinstance(node, Literals) and None in node.values for node in nodes)

    @property
    def allows_text(self) -> bool:
        """Whether a string is a value of the type."""
        return self.allows_any or self._has_scalar("str")

    @property
    def allows_any(self) -> bool:
        """Whether everything is a value of the type."""
        return any(isinstance(node, Anything) for node in self._nodes())

    @property
    def is_file(self) -> bool:
        """Whether the values are binary bodies."""
        return self._has_scalar("ReceivedFile")

    def _has_scalar(self, name: str) -> bool:
        nodes = self._nodes()
        return any(isinstance(node, Scalar) and node.name == name for node in nodes)

    def _nodes(self) -> list[Node]:
        """Return the alternatives of the annotation."""
        return self.read(lambda each: [item.node for item in alternatives(each)])


def parse_callback(
    client: ClientProtocol,
    types: Mapping[str, str],
    payload: str | bytes,
    headers: Mapping[str, str] | None = None,
) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]  # declared by callers
    """Return the payload of a callback.

    Args:
        client: The client, which has the package of the types.
        types: Annotation of the payload in the client's `types`, by media type.
        payload: The body of the request as it was received.
        headers: The headers of the request; names are case-insensitive.

    Raises:
        InvalidPayloadError: `Content-Type` is missing or none of the media types, or the
            payload is not valid content of its media type.
    """
    content_type = find_header(headers or {}, "content-type")
    value: T = parse_payload(client, types, payload, content_type, headers)
    return value


def parse_payload(
    client: ClientProtocol,
    types: Mapping[str, str],
    payload: str | bytes,
    content_type: str,
    headers: Mapping[str, str] | None = None,
) -> Any:
    """Return the payload of a request that an API has sent, as a value of its type.

    Args:
        client: The client, which has the package of the types.
        types: Annotation of the payload in the client's `types`, by media type.
        payload: The body of the request as it was received.
        content_type: Media type of the payload; `""` if it is unknown.
        headers: The headers of the request, for the name of a file.

    Raises:
        InvalidPayloadError: The media type is unknown or none of `types`, or the payload is
            not valid content of it.
    """
    package = client._api.types
    if not payload and any(_Type(item, package).allows_none for item in types.values()):
        return None
    declared = select_media_type(types, content_type)
    type_ = _Type(types[declared], package)
    media_type = content_type or declared
    if type_.is_file:
        return _build_file(payload, content_type, headers)
    try:
        decoded = _decode(payload, media_type, type_)
    except ValueError as error:
        raise InvalidPayloadError(
            f"payload is not valid {essence(media_type)}: {error}"
        ) from error
    _check_kind(decoded, type_)
    return converter(*type_)(decoded)


def _decode(payload: str | bytes, media_type: str, type_: _Type) -> Any:
    """Decode the body of a request that an API has sent.

    Forms, text, XML and lines of JSON are decoded by the media type; any other content is
    JSON, or bytes if it is undeclared. Text is JSON if the annotation has no strings.

    Raises:
        ValueError: The body is not valid content of the media type, or nested too deeply.
    """
    kind = essence(media_type)
    if kind.startswith("multipart/"):
        from .form_payloads import decode_parts
        from .multipart_payloads import split_multipart

        parts = split_multipart(_encode(payload), media_type)
        return decode_parts(parts, *type_)
    if kind == _URLENCODED:
        from .form_payloads import decode_form

        return decode_form(_decode_text(payload, media_type), *type_)
    if is_json_lines(kind):
        lines = _decode_text(payload, media_type).replace("\x1e", "\n").split("\n")
        return [_decode_json(line) for line in lines if line.strip()]
    if is_text(kind) and type_.allows_text:
        return _decode_text(payload, media_type)
    if not is_json(kind) and type_.allows_any:
        return ReceivedFile(_encode(payload), None, media_type)
    return _decode_json(payload)


def _encode(payload: str | bytes) -> bytes:
    return payload.encode() if isinstance(payload, str) else payload


def _build_file(
    payload: str | bytes, content_type: str, headers: Mapping[str, str] | None
) -> ReceivedFile:
    """Return a binary body; `Content-Disposition` can have its file name."""
    from .multipart_payloads import find_filename

    disposition = find_header(headers or {}, "content-disposition")
    return ReceivedFile(_encode(payload), find_filename(disposition), content_type)


def _decode_json(payload: str | bytes) -> Any:
    try:
        return json.loads(payload)
    except RecursionError as error:
        raise ValueError("the body is nested too deeply") from error


def _decode_text(payload: str | bytes, media_type: str) -> str:
    """Return a payload as a string, decoded by the charset of its media type."""
    if isinstance(payload, str):
        return payload
    charset = find_charset(media_type)
    if "charset" not in media_type.lower():
        charset = find_xml_encoding(essence(media_type), payload) or charset
    try:
        return payload.decode(charset)
    except LookupError as error:
        raise ValueError(f"the charset {charset!r} is unknown") from error


def _check_kind(value: Any, type_: _Type) -> None:
    """Check that a decoded payload is of a JSON type that its annotation allows.

    The values inside of objects and arrays are not checked, as in responses.
    """
    kinds = type_.read(declared_kinds)
    kind = kind_of(value).partition(" ")[0]
    if kinds is None or kind in {each.partition(" ")[0] for each in kinds}:
        return
    if (kind == "float" and "int" in kinds) or (value is None and type_.allows_none):
        return
    raise InvalidPayloadError(
        f"payload is {_NAMES.get(kind, 'null')}, which is not a value of {type_.annotation}"
    )


# Only clients with callbacks or webhooks load this module, and export the exception.
set_public_module("errors", InvalidPayloadError)
