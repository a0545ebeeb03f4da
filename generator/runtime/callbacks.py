"""Payloads of requests that an API sends: those of callbacks and webhooks."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from .models.annotations import Scalar
from .models.conversion import converter
from .models.declarations import Annotation
from .models.scopes import Scope, ScopedNode, alternatives
from .requests.bodies import essence, find_charset, is_json_lines
from .responses.content import TYPES, find_xml_encoding, is_text

T = TypeVar("T")


def parse_callback(
    annotation: str, payload: str | bytes, media_type: str = "application/json"
) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]
    """Return the payload of a callback.

    Args:
        annotation: Annotation of the payload in the client's `types`.
        payload: The body of the request as it was received.
        media_type: Media type of the payload, which can have parameters.

    Raises:
        ValueError: The payload is not valid content of the media type.
    """
    decoded = decode_payload(payload, media_type, annotation)
    value: T = converter(annotation, TYPES)(decoded)
    return value


def decode_payload(payload: str | bytes, media_type: str, annotation: str) -> Any:
    """Decode the body of a request that an API has sent.

    Forms, text, XML and lines of JSON are decoded by the media type; any other content is
    JSON. Text is JSON as well if the annotation has no strings.

    Args:
        payload: The body as it was received.
        media_type: The media type; `""` if it is unknown.
        annotation: Annotation of the payload in the client's `types`.

    Raises:
        ValueError: The body is not valid content of the media type, is nested too deeply,
            or is a multipart form.
    """
    kind = essence(media_type)
    if kind.startswith("multipart/"):
        raise ValueError(f"payloads of media type {kind} cannot be parsed")
    if kind == "application/x-www-form-urlencoded":
        from .form_payloads import decode_form

        return decode_form(_decode_text(payload, media_type), annotation, TYPES)
    if is_json_lines(kind):
        lines = _decode_text(payload, media_type).replace("\x1e", "\n").split("\n")
        return [_decode_json(line) for line in lines if line.strip()]
    if is_text(kind) and _allows_text(annotation):
        return _decode_text(payload, media_type)
    return _decode_json(payload)


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


def _allows_text(annotation: str) -> bool:
    """Return whether a string is a value of an annotation."""

    def has_strings(scoped: ScopedNode) -> bool:
        return any(
            isinstance(item.node, Scalar) and item.node.name == "str"
            for item in alternatives(scoped)
        )

    return Annotation(annotation, Scope("", TYPES), TYPES).read(has_strings)
