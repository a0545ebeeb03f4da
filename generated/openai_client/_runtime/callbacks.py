"""Payloads of requests that an API sends: those of callbacks and webhooks."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from .models.annotations import Anything, Literals, Node, Scalar
from .models.conversion import converter
from .models.declarations import Annotation
from .models.scopes import Scope, ScopedNode, alternatives, declared_kinds
from .models.unions import kind_of
from .public import set_public_module
from .received_files import ReceivedFile
from .received_types import find_header, select_media_type
from .requests.bodies import essence, find_charset, is_json, is_json_lines
from .responses.content import TYPES, find_xml_encoding, is_text
from .responses.errors import InvalidPayloadError

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


def parse_callback(
    types: Mapping[str, str],
    payload: str | bytes,
    headers: Mapping[str, str] | None = None,
) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]
    """Return the payload of a callback.

    Args:
        types: Annotation of the payload in the client's `types`, by media type.
        payload: The body of the request as it was received.
        headers: The headers of the request; names are case-insensitive.

    Raises:
        InvalidPayloadError: `Content-Type` is missing or none of the media types, or the
            payload is not valid content of its media type.
    """
    content_type = find_header(headers or {}, "content-type")
    value: T = parse_payload(types, payload, content_type, headers)
    return value


def parse_payload(
    types: Mapping[str, str],
    payload: str | bytes,
    content_type: str,
    headers: Mapping[str, str] | None = None,
) -> Any:
    """Return the payload of a request that an API has sent, as a value of its type.

    Args:
        types: Annotation of the payload in the client's `types`, by media type.
        payload: The body of the request as it was received.
        content_type: Media type of the payload; `""` if it is unknown.
        headers: The headers of the request, for the name of a file.

    Raises:
        InvalidPayloadError: The media type is unknown or none of `types`, or the payload is
            not valid content of it.
    """
    if not payload and any(map(_allows_none, types.values())):
        return None
    declared = select_media_type(types, content_type)
    annotation = types[declared]
    media_type = content_type or declared
    if _is_file(annotation):
        return _build_file(payload, content_type, headers)
    try:
        decoded = _decode(payload, media_type, annotation)
    except ValueError as error:
        raise InvalidPayloadError(
            f"payload is not valid {essence(media_type)}: {error}"
        ) from error
    _check_kind(decoded, annotation)
    return converter(annotation, TYPES)(decoded)


def _decode(payload: str | bytes, media_type: str, annotation: str) -> Any:
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
        return decode_parts(parts, annotation, TYPES)
    if kind == _URLENCODED:
        from .form_payloads import decode_form

        return decode_form(_decode_text(payload, media_type), annotation, TYPES)
    if is_json_lines(kind):
        lines = _decode_text(payload, media_type).replace("\x1e", "\n").split("\n")
        return [_decode_json(line) for line in lines if line.strip()]
    if is_text(kind) and _allows_text(annotation):
        return _decode_text(payload, media_type)
    if not is_json(kind) and _allows_any(annotation):
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


def _check_kind(value: Any, annotation: str) -> None:
    """Check that a decoded payload is of a JSON type that its annotation allows.

    The values inside of objects and arrays are not checked, as in responses.
    """
    kinds = _read(annotation, declared_kinds)
    kind = kind_of(value).partition(" ")[0]
    if kinds is None or kind in {each.partition(" ")[0] for each in kinds}:
        return
    if (kind == "float" and "int" in kinds) or (
        value is None and _allows_none(annotation)
    ):
        return
    raise InvalidPayloadError(
        f"payload is {_NAMES.get(kind, 'null')}, which is not a value of {annotation}"
    )


def _read(annotation: str, action: Callable[[ScopedNode], T]) -> T:
    return Annotation(annotation, Scope("", TYPES), TYPES).read(action)


def _list_nodes(annotation: str) -> list[Node]:
    """Return the alternatives of an annotation."""
    return _read(annotation, lambda each: [item.node for item in alternatives(each)])


def _allows_none(annotation: str) -> bool:
    return any(
        isinstance(node, Literals) and None in node.values
        for node in _list_nodes(annotation)
    )


def _allows_text(annotation: str) -> bool:
    """Return whether a string is a value of an annotation."""
    return _allows_any(annotation) or _has_scalar(annotation, "str")


def _allows_any(annotation: str) -> bool:
    return any(isinstance(node, Anything) for node in _list_nodes(annotation))


def _is_file(annotation: str) -> bool:
    """Return whether the values of an annotation are binary bodies."""
    return _has_scalar(annotation, "ReceivedFile")


def _has_scalar(annotation: str, name: str) -> bool:
    return any(
        isinstance(node, Scalar) and node.name == name
        for node in _list_nodes(annotation)
    )


# Only clients with callbacks or webhooks load this module, and export the exception.
set_public_module("errors", InvalidPayloadError)
