"""Strings of the mock that contain JSON or encoded bytes."""

from __future__ import annotations

import json
from base64 import b16encode, b32encode, b32hexencode, b64encode, urlsafe_b64encode
from binascii import b2a_qp
from collections.abc import Callable, Mapping

from ...model.types import JsonValue

_ENCODERS: Mapping[str, Callable[[bytes], bytes]] = {
    "base16": b16encode,
    "base32": b32encode,
    "base32hex": b32hexencode,
    "base64": b64encode,
    "base64url": urlsafe_b64encode,
    "quoted-printable": b2a_qp,
}


def encode_json(value: JsonValue, encoding: str) -> str:
    """Return a string that contains a JSON value; see `model.types.EncodedContent`."""
    text = json.dumps(value)
    return encode_text(text, encoding) if encoding else text


def encode_text(text: str, encoding: str) -> str:
    """Return a string that contains the bytes of a text."""
    return _ENCODERS[encoding](text.encode()).decode()
